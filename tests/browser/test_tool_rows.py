"""Tables of tools: folded on a phone, with many columns everywhere, else tables; the example says that it is one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, drawn

MIX = "tools/funding-mix/"
SOURCES = "[data-part=sources]"


def top(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("one => one.getBoundingClientRect().top"))


def test_on_a_phone_one_row_is_open_and_the_others_say_what_they_hold(visit: Open) -> None:
    page = visit(MIX, 375, reduced_motion="reduce")
    folds, rows = page.locator(f"{SOURCES} [data-vm-fold]"), page.locator(f"{SOURCES} tr[data-at]")
    opened = page.locator(f"{SOURCES} tr[data-at] select:visible").first
    opened.select_option(index=1)
    rows.first.locator("textarea").first.fill("Les membres")
    expect(folds.first).to_have_text("Ligne 1 Cotisations · Les membres")
    expect(folds.nth(1)).to_have_text("Ligne 2 À remplir")
    expect(rows.nth(1).locator("select").first).to_be_hidden()
    second = f"{SOURCES} tr[data-at]:nth-of-type(2) [data-vm-fold]"
    page.locator(second).evaluate("one => one.scrollIntoView({ block: 'center' })")
    before = top(page, second)
    page.locator(second).click()
    assert abs(top(drawn(page), second) - before) < 2
    expect(rows.nth(1).locator("select").first).to_be_visible()
    expect(rows.first.locator("select").first).to_be_hidden()
    assert folds.evaluate_all("all => all.map(one => one.ariaExpanded)") == ["false", "true", "false"]
    page.locator(f"{SOURCES} [data-vm-add]").click()
    expect(rows.nth(3).locator("select").first).to_be_focused()
    expect(rows.nth(1).locator("select").first).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(folds.first).to_be_visible()  # so many columns would stack on a desk too
    expect(rows.nth(1).locator("select").first).to_be_hidden()
    steps = page.locator("[data-part=next-steps] tr[data-at]")
    expect(steps.locator("[data-vm-fold]").first).to_be_hidden()
    expect(steps.locator("textarea:visible").nth(2)).to_be_visible()


def test_a_long_journal_takes_little_more_than_a_screen(visit: Open) -> None:
    page = visit("tools/quality-loop/")
    page.locator("[data-vm-example]").click()
    drawn(page)
    journal = page.locator("[data-part=log]")
    expect(journal.locator("tr[data-at] textarea:visible").first).to_be_visible()
    assert journal.evaluate("({ offsetHeight }) => offsetHeight") < 1200
    page.emulate_media(media="print")
    expect(journal.locator("tr[data-at]").nth(2).locator("td").first).to_be_visible()


def test_steps_of_the_reckoning_are_shown_when_they_are_asked_for(visit: Open) -> None:
    page = visit(MIX)
    step, button = page.locator(f"{SOURCES} tr[data-at] [data-step]").first, page.locator("[data-vm-steps]")
    expect(step).to_be_hidden()
    button.click()
    expect(step).to_be_visible()
    page.locator(f"{SOURCES} [data-vm-add]").click()
    expect(page.locator(f"{SOURCES} tr[data-at]").last.locator("[data-step]").first).to_be_visible()
    expect(button).to_have_text("Masquer le calcul")
    button.click()
    expect(step).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 375])
def test_the_example_says_so_wherever_one_reads_with_the_way_back(visit: Open, width: int) -> None:
    page = visit(MIX, width)
    back = page.locator("[data-vm-back]")
    expect(back).to_be_hidden()
    page.locator("[data-vm-example]").click()
    expect(page.get_by_role("status").filter(has_text="fictif")).to_be_visible()
    page.locator(f"{SOURCES} + [data-part], [data-part=blocks]").first.evaluate("one => one.scrollIntoView()")
    expect(back).to_be_in_viewport()
    back.click()
    expect(back).to_be_hidden()
    expect(page.locator("[data-vm-example]")).to_be_focused()
    expect(page.locator(f"{SOURCES} textarea").first).to_have_value("")


def test_a_desk_shows_tables_inside_of_their_room(visit: Open, address: str) -> None:
    page = visit("tools/go-nogo/")
    for tool in ("go-nogo", "trust-plan", "swot-tows", "financing-red-flags", "lifecycle-check"):
        page.goto(f"{address}tools/{tool}/")
        grids = page.locator(".vm-room > .vm-grid:not(.vm-grid--tall)")
        assert set(grids.evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"table"}, tool
        assert grids.evaluate_all("all => all.filter(one => one.offsetWidth > one.parentElement.offsetWidth)") == [], (
            tool
        )
