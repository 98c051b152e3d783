"""The controls of a sheet by keyboard, by name, by finger, in forced colours and without motion."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.source.vademecum import vademecum
from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations
from tests.browser.test_keeping import FIRST, TOPIC, kept

LANGUAGES = pytest.mark.parametrize("language", ["", "en/", "ar/"], ids=["fr", "en", "ar"])
UNFOLD = "for (const more of document.querySelectorAll('details')) more.open = true"


def nodes(page: Page) -> list[dict[str, Any]]:
    """Return the accessibility tree in its order, without what is ignored."""
    found = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        {
            "role": node.get("role", {}).get("value"),
            "name": node.get("name", {}).get("value", ""),
            "id": node["nodeId"],
            "children": node.get("childIds", []),
            "properties": {entry["name"]: entry["value"].get("value") for entry in node.get("properties", [])},
        }
        for node in found
        if not node.get("ignored")
    ]


@LANGUAGES
@pytest.mark.parametrize("path", [TOPIC, "business-plan/"], ids=["topic", "plan"])
def test_every_control_has_a_name(visit: Open, path: str, language: str) -> None:
    page = visit(language + path)
    page.evaluate(UNFOLD)
    controls = {"textbox", "radio", "checkbox", "combobox", "button", "link", "Date", "radiogroup", "spinbutton"}
    nameless = [node for node in nodes(page) if node["role"] in controls and not node["name"].strip()]
    assert nameless == []


@LANGUAGES
def test_each_level_group_says_its_question_and_its_levels_in_order(visit: Open, language: str) -> None:
    page = visit(language + TOPIC)
    v = vademecum(language.rstrip("/") or "fr")
    question = page.locator(f'[id="{FIRST}"]')
    group = question.get_by_role("group", name=v.word("level-of", number=v.word("question-number", number=1)))
    expect(group).to_have_count(1)
    names = group.get_by_role("radio").evaluate_all("radios => radios.map(radio => radio.labels[0].textContent.trim())")
    assert len(names) == 7
    for number, level in enumerate(v.scale.levels):
        expect(group.get_by_role("radio").nth(number)).to_have_accessible_name(f"{number} {level.title}")
        meaning = getattr(level, v.by_id[FIRST].kind)
        expect(group.get_by_role("radio").nth(number)).to_have_accessible_description(meaning)
    for number, leave in enumerate(v.scale.exits, 5):
        expect(group.get_by_role("radio").nth(number)).to_have_accessible_name(leave.title)


def test_a_level_group_is_one_stop_and_its_arrows_choose(visit: Open) -> None:
    page = visit(TOPIC)
    radios = page.locator(f'[name="{FIRST}#level"]')
    radios.first.focus()
    page.keyboard.press("Space")
    expect(radios.nth(0)).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(radios.nth(1)).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(radios.nth(2)).to_be_checked()
    page.keyboard.press("ArrowLeft")
    expect(radios.nth(1)).to_be_checked()
    kept(page)
    page.reload()
    expect(radios.nth(1)).to_be_checked()
    question = page.locator(f'[id="{FIRST}"]')
    question.locator(".vm-wording").click()
    page.keyboard.press("3")  # 0 to 4 choose while the focus is in the question
    expect(radios.nth(3)).to_be_checked()
    question.locator('[name$="#answer"]').focus()
    page.keyboard.press("2")  # and are figures where one writes
    expect(radios.nth(3)).to_be_checked()
    question.locator(".vm-level__clear").click()
    expect(question.locator("input:checked")).to_have_count(0)
    radios.nth(1).focus()
    page.keyboard.press("1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") != f"{FIRST}#level"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.value") == "1"


SEEN = """words => words.map(word => {
  const { x, width, height } = word.getBoundingClientRect();
  const fits = word.scrollWidth <= Math.ceil(width) && x >= 0 && x + width <= innerWidth;
  return [word.checkVisibility(), height > 9, width > 20, fits].every(Boolean);
})"""


@pytest.mark.parametrize("language", ["", "ar/"], ids=["fr", "ar"])
def test_on_a_phone_one_tap_chooses_a_level_and_a_sheet_tells_what_each_means(visit: Open, language: str) -> None:
    page = visit(language + TOPIC, 375, has_touch=True, reduced_motion="reduce")
    question = page.locator(f'[id="{FIRST}"]')
    radios, told = question.locator(".vm-degree input"), question.locator(".vm-told")
    sheet = question.get_by_role("dialog")
    assert question.locator(".vm-degree__word").evaluate_all(SEEN) == [True] * 7  # read before one chooses
    radios.nth(2).tap()
    expect(radios.nth(2)).to_be_checked()
    expect(sheet).to_have_count(0)
    for leave in ("button", "key", "outside", "word"):
        told.tap()
        expect(sheet).to_have_accessible_name(question.locator(".vm-wording > span:last-child").inner_text())
        expect(sheet.locator(".vm-below__title")).to_be_in_viewport(ratio=1)
        assert sheet.locator(".vm-degree__meaning").evaluate_all(SEEN) == [True] * 7
        expect(radios.nth(2)).to_be_focused()
        if leave == "button":
            sheet.locator("[data-vm-shut]").tap()
        elif leave == "key":
            page.keyboard.press("Escape")
        elif leave == "outside":
            page.touchscreen.tap(180, 20)
        else:
            sheet.locator(".vm-degree").nth(3).tap()
        expect(sheet).to_have_count(0)
        expect(told).to_be_focused()
    expect(radios.nth(3)).to_be_checked()


def test_a_whole_record_is_filled_from_the_keyboard(visit: Open) -> None:
    page = visit(TOPIC)
    page.locator(f'[name="{FIRST}#level"]').first.focus()
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name ?? ''")
        if not name and page.evaluate("document.activeElement.matches('.vm-record > summary')"):
            page.keyboard.press("Enter")
        if name.startswith("change.learning.q02"):
            break
        if name and name not in reached:
            reached.append(name)
    fields = [name.removeprefix(f"{FIRST}#") for name in reached]
    assert fields[0] == "answer"
    assert {"evidence", "importance", "target", "owner", "next", "due", "reviewed"} <= set(fields)


@pytest.mark.parametrize("language", ["", "ar/"], ids=["fr", "ar"])
def test_everything_to_hit_is_large_enough(visit: Open, language: str) -> None:
    page = visit(language + TOPIC, 375)
    page.evaluate(UNFOLD)
    small = page.evaluate(
        """[...document.querySelectorAll('.vm-degree input, .vm-state, .vm-ask .vm-anchor, .vm-item summary, .vm-tick,'
          + '.vm-field :is(input, select, textarea)')].filter(e => e.offsetParent && e.getBoundingClientRect().height)
          .map(e => [e.className || e.name || e.tagName, e.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
          .map(([name, box]) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`)"""
    )
    assert sorted(set(small)) == []


@pytest.mark.parametrize(("path", "language"), [(TOPIC, ""), ("business-plan/", "ar/")], ids=["topic", "plan"])
def test_filled_sheets_fit_a_small_phone_and_axe_finds_nothing(visit: Open, path: str, language: str) -> None:
    page = visit(language + path, 320, "dark", bypass_csp=True)
    page.evaluate(UNFOLD)
    page.evaluate(
        """for (const control of document.querySelectorAll("[name*='#']")) {
          if (control.type === 'radio' || control.type === 'checkbox') control.checked = true;
          else if (control.tagName === 'TEXTAREA') control.value = 'anticonstitutionnellement'.repeat(4);
          control.dispatchEvent(new Event('input', { bubbles: true }));
        }"""
    )
    kept(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_forced_colours_still_tell_what_is_chosen(visit: Open) -> None:
    page = visit(TOPIC, forced_colors="active")
    radio = page.locator(f'[name="{FIRST}#level"][value="3"]')
    radio.check()
    style = (
        "mark => { const { backgroundColor, borderTopColor, color } = getComputedStyle(mark);"
        "return [backgroundColor, borderTopColor, color] }"
    )
    marks = page.locator(f'[id="{FIRST}"] .vm-degree__mark')
    chosen, other = marks.nth(3).evaluate(style), marks.nth(2).evaluate(style)
    assert chosen[0] != other[0]
    assert chosen[0] != chosen[2]


def test_without_motion_nothing_moves(visit: Open) -> None:
    page = visit(TOPIC, reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('.vm-item *')].filter(e => getComputedStyle(e).transitionDuration !== '0s'"
        "|| getComputedStyle(e).animationName !== 'none').length"
    )
    assert moving == 0
