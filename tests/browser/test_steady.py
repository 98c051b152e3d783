"""A page stays where it is while it loads, and what is focused stays in sight."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, drawn

PLACES = {
    "home": "",
    "topic": "preparation/preliminary/",
    "tool": "tools/stakeholder-map/",
    "broad tool": "tools/funding-mix/",
    "large tool": "tools/financial-plan/",
    "plan": "business-plan/",
    "dashboard": "dashboard/",
    "clusters": "clusters/",
    "files": "tools/",
    "booklet": "print/change/",
    "meeting": "workshop/",
    "answer": "tools/satisfaction-survey/answer/",
}
WATCH = """window.shifts = [];
const patient = new CSSStyleSheet(); // for slow machines: three seconds may be too short to bring what was kept
patient.replaceSync(":root { --vm-patience: 60s }");
document.adoptedStyleSheets = [patient];
new PerformanceObserver(list => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    const what = sources.map(({ node }) => (node?.className?.baseVal ?? node?.className) || node?.nodeName).join(", ");
    if (!hadRecentInput) shifts.push([value, what]);
  }
}).observe({ type: "layout-shift", buffered: true });"""
FILL = """() => {
  for (const control of document.querySelectorAll(".md-content [name*='#']")) {
    if (control.type === "radio" && !["2", "doing"].includes(control.value)) continue;
    if (control.type === "radio" || control.type === "checkbox") control.checked = true;
    else if (control.type === "date") control.value = "2027-03-15";
    else if (control.tagName === "SELECT") control.selectedIndex = 1;
    else if (control.inputMode === "decimal") control.value = "12";
    else control.value = "Une réponse assez longue pour aller sur plusieurs lignes du champ. ".repeat(4);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
WAYS = [("", 1280), ("ar/", 1280), ("", 375), ("ar/", 375)]


def shifted(page: Page, url: str) -> tuple[float, Any]:
    """Load a page that watches what moves, until nothing comes any more; return how much moved, and what."""
    page.goto(url)
    page.wait_for_load_state("networkidle")
    expect(page.locator("html")).not_to_have_class(re.compile("vm-awaits"))
    drawn(drawn(page))
    found = page.evaluate("shifts")
    return sum(value for value, _ in found), found


FIRST_VISITS = [(kind, *WAYS[n % 4]) for n, kind in enumerate(PLACES)]
"""Each kind of page once, wide or narrow, in one direction or in the other, by turns."""


@pytest.mark.parametrize(("kind", "language", "width"), FIRST_VISITS)
def test_nothing_moves_on_a_first_visit(visit: Open, address: str, kind: str, language: str, width: int) -> None:
    page = visit("work.schema.json", width, first=True)
    page.add_init_script(WATCH)
    moved, what = shifted(page, address + language + PLACES[kind])
    assert moved < 0.01, what


@pytest.mark.parametrize(("language", "width", "turn"), [("", 1280, 0), ("ar/", 375, 1)])
def test_nothing_moves_where_work_was_kept(visit: Open, address: str, language: str, width: int, turn: int) -> None:
    page = visit("work.schema.json", width, first=True)
    for kind in ("topic", "tool", "broad tool", "plan"):
        page.goto(address + language + PLACES[kind])
        page.evaluate(FILL)
        expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.add_init_script(WATCH)
    found = {kind: shifted(page, address + language + path) for kind, path in [*PLACES.items()][turn::2]}
    assert {kind: what for kind, (moved, what) in found.items() if moved >= 0.01} == {}


@pytest.mark.parametrize("language", ["", "ar/"])
def test_nothing_moves_under_a_finger_as_the_page_is_scrolled(visit: Open, language: str) -> None:
    page = visit(language + PLACES["tool"])
    page.wait_for_load_state("networkidle")  # the theme listens by then
    page.mouse.move(
        640, 400
    )  # over the page: a tab comes with the hand where the test before left it, maybe over the menu
    place = "[document.querySelector('h1').getBoundingClientRect().top + scrollY, document.body.scrollHeight]"
    before = page.evaluate(place)
    page.mouse.wheel(0, 60)
    expect(page.locator(".md-tabs")).to_have_attribute("hidden", "")  # the theme's own tabs fade as one reads on
    drawn(page)
    assert page.evaluate("scrollY") == 60
    assert page.evaluate(place) == before
    page.mouse.wheel(0, -60)
    expect(page.locator(".md-tabs")).not_to_have_attribute("hidden", "")
    assert page.evaluate(place) == before


def test_content_is_seen_though_no_script_comes(visit: Open, address: str) -> None:
    page = visit("ratios/", forgiving=True)
    page.evaluate("localStorage.setItem('vademecum.kept', '2026-01-01T00:00:00Z')")
    page.route("**/assets/vademecum.js", lambda route: route.abort())
    page.goto(address + PLACES["topic"])
    expect(page.locator(".md-content")).to_have_css("opacity", "1")
    assert page.evaluate("document.documentElement.classList.contains('vm-awaits')")


def test_without_scripts_no_button_is_dead_or_takes_room(visit: Open) -> None:
    page = visit(PLACES["topic"], java_script_enabled=False)
    buttons = page.locator(".md-content button")
    assert buttons.count() > 2
    assert not [button for button in buttons.all() if button.bounding_box()]


HIDDEN_STOPS = """() => {
  const { activeElement: at } = document;
  if (!at || at === document.body || at.closest(".md-header")) return null; // that lies over all else
  const box = at.getBoundingClientRect();
  const lines = [...document.querySelectorAll(".vm-keeper, .vm-outcome, .md-header")].filter(one => !one.contains(at));
  const behind = lines.some(line => {
    const { top, bottom, height } = line.getBoundingClientRect();
    const covered = Math.min(bottom, box.bottom) - Math.max(top, box.top);
    return height && box.height < innerHeight / 2 && covered > (box.height > 100 ? box.height / 2 : 2);
  });
  const outside = box.right < 1 || box.left > innerWidth - 1 || box.bottom < 1 || box.top > innerHeight - 1;
  return { name: at.name || at.textContent.trim().slice(0, 40) || at.className, behind, outside };
}"""


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [
        ("preparation/preliminary/", 320, 640),
        ("ar/tools/stakeholder-map/", 375, 740),
        ("dashboard/", 320, 640),
        ("business-plan/", 375, 740),
    ],
)
def test_the_focus_is_never_behind_a_line_nor_off_the_screen(visit: Open, path: str, width: int, height: int) -> None:
    page = visit("preparation/preliminary/" if path == "dashboard/" else path, width, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(FILL)
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    if path == "dashboard/":
        page.goto(page.url.replace("preparation/preliminary/", path))
        expect(page.locator("[data-vm-actions]")).to_be_visible()
    expect(page.locator("vm-keeper")).to_be_visible()
    drawn(page)
    faults = []
    for key, stops in (("Tab", 90), ("Shift+Tab", 40)):
        for _ in range(stops):
            page.keyboard.press(key)
            found = page.evaluate(HIDDEN_STOPS)
            if found and (found["behind"] or found["outside"]):
                found = drawn(page).evaluate(HIDDEN_STOPS)  # the search comes in sight as it is focused
            if found and (found["behind"] or found["outside"]):
                faults.append((key, found))
    assert faults == []


def in_menu(page: Page) -> int:
    """Walk through the page by the key; return how many stops are inside its side menu."""
    inside = 0
    for _ in range(70):
        page.keyboard.press("Tab")
        inside += page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary'))")
    return inside


def test_the_closed_menu_is_out_of_reach_and_a_key_opens_it(visit: Open) -> None:
    page = visit("preparation/preliminary/", 375, reduced_motion="reduce")
    assert in_menu(page) == 0
    page.locator(".md-header label[for=__drawer]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#__drawer")).to_be_checked()
    page.locator(".md-header label[for=__drawer]").focus()
    assert in_menu(page) > 5  # five tabs and the pages of the one that is open
