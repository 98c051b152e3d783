"""Numbers in Chromium: read as the language of the page writes them, the other reading a press away."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.reckoning.numerals import read_number
from tests.browser.conftest import SETTINGS, Open, drawn
from tests.browser.test_accessibility import violations
from tests.browser.test_keeping import hold, kept
from tests.reckoning.test_numerals import TABLE

MIX = "tools/funding-mix/"
AMOUNT, SHARE = "amount", "certainty"
FIRST = "[data-part=sources] tr[data-free]:first-of-type"
COUNTED = f"{FIRST} [data-value='sources.counted']"
LIKELY = f"{FIRST} [data-value='sources.expected']"


def field(page: Page, name: str = AMOUNT) -> Any:
    return page.locator(f'{FIRST} [name$="#{name}"]')


def under(page: Page, name: str = AMOUNT) -> Any:
    """Return what stands under a field in a cell."""
    return page.locator(f'{FIRST} td:has(> [name$="#{name}"]) > .vm-read')


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_is_computed_as_the_language_of_the_page_writes_it(visit: Open, language: str) -> None:
    page = visit(f"{language}/{MIX}")
    for typed, counted in (
        ("1,500", "1,500.00"),
        ("12,500", "12,500.00"),
        ("1.500", "1.50"),
        ("1,234,567", "1,234,567.00"),
        ("1,500.00", "1,500.00"),
        ("١٬٥٠٠٫٥", "1,500.50"),
        ("1\u202f500,7", "1,500.70"),
    ):
        field(page).fill(typed)
        expect(page.locator(COUNTED)).to_have_text(counted)
        expect(field(page)).to_have_value(typed)
        expect(page.locator(".vm-fault")).to_have_count(0)


TWO_WAYS = {
    "": [
        ("1,500", "lu : 1,5", "Lire 1\u202f500", "1\u202f500", "1\u202f500,00"),
        ("1.500", "lu : 1\u202f500", "Lire 1,5", "1,5", "1,50"),
    ],
    "en/": [
        ("1.500", "read: 1.5", "Read 1500", "1500", "1,500.00"),
        ("1,500", "read: 1500", "Read 1.5", "1.5", "1.50"),
    ],
    "ar/": [("1.500", "قُرئ: 1.5", "اقرؤوا 1500", "1500", "1,500.00")],
}
"""What is typed in each language, the line below it, its button, what the button writes, and the sum."""


@pytest.mark.parametrize("language", TWO_WAYS)
def test_what_can_be_meant_in_two_ways_shows_its_reading_and_offers_the_other(visit: Open, language: str) -> None:
    page = visit(language + MIX)
    for typed, read, take, taken, counted in TWO_WAYS[language]:
        field(page).fill(typed)
        expect(under(page).get_by_role("status")).to_have_text(read)
        expect(field(page)).to_have_accessible_description(read)
        under(page).get_by_role("button", name=take, exact=True).click()
        expect(field(page)).to_have_value(taken)
        expect(field(page)).to_be_focused()
        expect(page.locator(COUNTED)).to_have_text(counted)
        expect(page.locator(".vm-read")).to_have_count(0)
        kept(page)
    page.reload()
    expect(field(page)).to_have_value(taken)
    expect(page.locator(COUNTED)).to_have_text(counted)


def test_a_kept_number_is_the_same_in_every_language(visit: Open, address: str) -> None:
    page = visit(MIX)
    field(page).fill("1,500")
    field(page, SHARE).fill("0,5")
    expect(page.locator(LIKELY)).to_have_text("0,75")
    kept(page)
    held = f"globalThis.vademecum.desk.work.entries().find(([key]) => key.endsWith('#{AMOUNT}'))[1]"
    assert page.evaluate(held) == {"number": 1.5, "typed": "1,500"}
    page.goto(f"{address}en/{MIX}")
    expect(field(page)).to_have_value("1.5")  # « 1,500 » would be 1500 here
    expect(field(page, SHARE)).to_have_value("0,5")
    expect(page.locator(LIKELY)).to_have_text("0.75")
    page.goto(f"{address}{MIX}")
    expect(field(page)).to_have_value("1,500")


def test_a_number_that_is_put_back_is_the_same_in_every_language(visit: Open, address: str) -> None:
    page = visit("tools/go-nogo/")
    ready = page.locator('[name="go-nogo.facts#ready"]')
    ready.fill("1,500")
    kept(page)
    held = hold(page, "store.js")
    with page.expect_request("**/store.js"):
        page.goto(f"{address}en/tools/go-nogo/", wait_until="commit")
    ready.fill("2")
    held[-1].continue_()
    before = page.locator(".vm-before")
    expect(before).to_contain_text("1.5")
    expect(before).not_to_contain_text("1,500")
    before.get_by_role("button").click()
    expect(ready).to_have_value("1.5")
    kept(page)
    assert page.evaluate("vademecum.desk.work.get('go-nogo.facts#ready').number") == 1.5
    page.unroute_all()


def test_two_tabs_choose_a_number_and_never_glue_two(visit: Open) -> None:
    page = visit(MIX)
    field(page).fill("1500")
    kept(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(field(other)).to_have_value("1500")
    field(other).fill("9000")
    expect(field(page)).to_have_value("9000")
    expect(page.locator(COUNTED)).to_have_text("9\u202f000,00")


def test_a_share_is_read_with_and_without_its_sign(visit: Open) -> None:
    page = visit(MIX)
    field(page).fill("100")
    said = "lu : 12,5\u00a0%"
    for typed, read in (("12,5 %", None), ("12.5%", None), ("12,5", said), ("0,125", said), ("١٢٫٥٪", None)):
        field(page, SHARE).fill("")
        field(page, SHARE).press_sequentially(typed)
        expect(page.locator(LIKELY)).to_have_text("12,50")
        expect(field(page, SHARE)).to_have_value(typed)
        if read:
            expect(under(page, SHARE).get_by_role("status")).to_have_text(read)
        else:
            expect(page.locator(".vm-read")).to_have_count(0)


def test_a_share_above_the_whole_is_said_not_to_count(visit: Open) -> None:
    page = visit(MIX)
    share = field(page, SHARE)
    share.fill("1250 %")
    asked = "1\u202f250\u00a0%\u00a0: plus que 100\u00a0%, non compté."
    expect(page.locator(".vm-fault")).to_have_text(asked)
    expect(share).to_have_attribute("aria-invalid", "true")
    under(page, SHARE).get_by_role("button", name="Lire 12,5\u00a0%").click()
    expect(share).to_have_value("12,5\u00a0%")
    expect(page.locator(".vm-fault")).to_have_count(0)


def test_the_page_shows_every_line_of_the_table_as_it_reads_it(visit: Open) -> None:
    page = visit(f"en/{MIX}")
    for language, kind, typed, number, _ in TABLE:
        if language != "en" or kind == "pct" or number is None or number < 0:
            continue
        field(page).fill(typed)
        drawn(page)
        found = read_number(page.locator(COUNTED).text_content() or "", "en")
        assert found is not None, typed
        assert found.number == round(number, 2), typed


@SETTINGS
def test_axe_finds_nothing_in_readings_and_nothing_is_wider_than_the_page(
    visit: Open, language: str, width: int, scheme: str
) -> None:
    page = visit(language + MIX, width, scheme, bypass_csp=True)
    field(page).fill("1.500")
    field(page, SHARE).fill("1250 %")
    expect(page.locator(".vm-read")).to_have_count(2)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
