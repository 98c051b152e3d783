"""Nothing moves under the hand: what one presses or fills in stays where it is and in sight, and so does all else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Open, drawn
from tests.browser.test_keeping import FIRST

TOPIC, TOOL, LARGE = "change/learning/", "tools/go-nogo/", "tools/financial-plan/"
ITEM = f'[id="{FIRST}"]'
KINDS = {
    TOPIC: [
        f"{ITEM} .vm-degree:nth-of-type(3) input",
        f"{ITEM} .vm-degree:nth-of-type(6) input",
        f"{ITEM} [name$='#reason']",
        f"{ITEM} .vm-degree:nth-of-type(5) input",
        f"{ITEM} .vm-level__clear",
        f"{ITEM} [name$='#answer']",
        f"{ITEM} .vm-more > summary",
        f"{ITEM} .vm-record > summary",
        f"{ITEM} [name$='#evidence']",
        f"{ITEM} [name$='#owner']",
        f"{ITEM} [name$='#due']",
        f"{ITEM} [name$='#importance']",
        ".vm-elements input",
        ".vm-actions .vm-state:nth-of-type(2) input",
        ".vm-actions .vm-record > summary",
        ".vm-actions [name$='#note']",
    ],
    TOOL: [
        ".vm-step .vm-state:nth-of-type(1) input",
        ".vm-step .vm-state:nth-of-type(2) input",
        ".vm-step .vm-options:has(:checked) .vm-clear",
        ".vm-step textarea",
        ".vm-step input[type=text]",
        ".vm-step input[type=date]",
    ],
}
"""Controls of each kind, in the order in which they are pressed."""

MARK = """control => {
  const parts = ":is(h1, h2, h3, h4, p, summary, label, button, input, select, textarea)";
  window.pressed = control;
  window.remarks = document.querySelectorAll(".vm-remark").length;
  window.marked = [...document.querySelectorAll(`.md-content ${parts}`)]
    .filter(part => part.getClientRects().length && !part.closest(".vm-keeper, .vm-outcome, .vm-hidden"))
    .map(part => [part, part.getBoundingClientRect()])
    .filter(([, { top, bottom }]) => bottom > 0 && top < innerHeight);
}"""
MOVED = """() => {
  const pushes = pressed.matches("summary") || document.querySelectorAll(".vm-remark").length !== remarks;
  const follows = part => pressed.compareDocumentPosition(part) === Node.DOCUMENT_POSITION_FOLLOWING;
  return marked.flatMap(([part, { x, y }]) => {
    const now = part.getBoundingClientRect();
    const far = part.getClientRects().length && Math.max(Math.abs(now.x - x), Math.abs(now.y - y));
    const name = part.name || part.textContent.trim().slice(0, 30) || part.className;
    return far > 1 && !(pushes && follows(part)) ? [`${name}: ${Math.round(now.x - x)}, ${Math.round(now.y - y)}`] : [];
  }).slice(0, 5);
}"""
"""Where the parts in sight stand, and which have moved since: what opens, or a remark, pushes what follows."""
BEHIND = """control => {
  const seen = control.getBoundingClientRect();
  return [...document.querySelectorAll(".vm-keeper, .vm-outcome, .md-header")].filter(line => {
    const { top, bottom, height } = line.getBoundingClientRect();
    return height && Math.min(bottom, seen.bottom) - Math.max(top, seen.top) > 2;
  }).map(({ className }) => className);
}"""


def put(page: Page, control: Locator) -> None:
    """Press a control, and put something in."""
    kind = control.evaluate("({ tagName, type }) => tagName === 'INPUT' ? type : tagName.toLowerCase()")
    control.click()
    if kind in {"text", "textarea"}:
        page.keyboard.type("12")
    if kind == "date":
        control.fill("2027-03-12")
    if kind == "select":
        control.select_option(index=1)
    drawn(page)


SAID = {
    "go-nogo.facts#ready": "1,500",
    "go-nogo.alternatives.bilateral#fit": "9",
    "go-nogo.next-steps.r1#due": "1899-03-12",
    "financial-plan.revenue.fees#y1": "1,500",
    "financial-plan.revenue.services#y2": "beaucoup",
}
"""A number that can be meant in two ways, one out of bounds, a day out of range, the same in figures along periods:
something is said below each."""


@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_moves_by_what_is_said_below_a_field(visit: Open, width: int) -> None:
    page = visit(f"{LARGE}#financial-plan.revenue", width, reduced_motion="reduce")
    faults = []
    for name, wrong in reversed(SAID.items()):
        if name.startswith("go-nogo") and LARGE in page.url:
            page = visit(TOOL, width, reduced_motion="reduce")
        page.wait_for_load_state("networkidle")
        control = page.locator(f'[name="{name}"]')
        control.evaluate("control => control.scrollIntoView({ block: 'center' })")
        drawn(page)
        control.evaluate(MARK)
        control.fill(wrong)
        drawn(page)
        said = page.locator(".vm-read:visible, .vm-fault:visible").count()
        if not said or (moved := page.evaluate(MOVED)):
            faults.append((name, said, moved if said else "nothing is said"))
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("path", [TOPIC, TOOL], ids=["topic", "tool"])
def test_nothing_moves_and_nothing_is_hidden_by_what_one_does(visit: Open, path: str, width: int) -> None:
    page = visit(path, width, reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    faults = []
    for kind in KINDS[path]:
        control = page.locator(f"{kind}:visible").first
        control.evaluate("control => control.scrollIntoView({ block: 'end' })")
        drawn(page)
        control.evaluate(MARK)
        put(page, control)
        found = (page.evaluate(MOVED), control.evaluate(BEHIND) if control.is_visible() else [])
        if found != ([], []):
            faults.append((kind, *found))
    assert not faults, "\n".join(map(str, faults))
