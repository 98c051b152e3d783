"""Ticks are kept: reload, other language, other page, other tab; and what goes wrong is said, with nothing lost."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

TOPIC = "preparation/preliminary/"
FIRST = "preparation.preliminary.q01"
SECOND = "preparation.preliminary.a04.2"


def tick(page: Page, identifier: str = FIRST) -> None:
    page.locator(f'input[name="{identifier}"]').check()


def kept(page: Page) -> None:
    expect(page.locator("vm-keeper [role=status]")).to_have_text(
        re.compile(r"Coches gardées dans ce navigateur \(\d\d:\d\d\)")
    )


def test_ticks_survive_reload_other_pages_and_a_change_of_language(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    tick(page)
    tick(page, SECOND)
    kept(page)
    for path in (TOPIC, "print/preparation/", f"ar/{TOPIC}"):
        page.goto(address + path)
        for identifier in (FIRST, SECOND):
            expect(page.locator(f'input[name="{identifier}"]')).to_be_checked()
    expect(page.locator("vm-keeper")).to_contain_text("علاماتك محفوظة")


def test_a_tick_taken_back_stays_away(visit: Open) -> None:
    page = visit(TOPIC)
    tick(page)
    kept(page)
    page.locator(f'input[name="{FIRST}"]').uncheck()
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.reload()
    kept(page)
    expect(page.locator(f'input[name="{FIRST}"]')).not_to_be_checked()


def test_two_tabs_show_the_same(visit: Open, address: str) -> None:
    one = visit(TOPIC)
    tick(one)
    kept(one)
    other = one.context.new_page()
    other.goto(address + TOPIC)
    expect(other.locator(f'input[name="{FIRST}"]')).to_be_checked()
    tick(other, SECOND)
    expect(one.locator(f'input[name="{SECOND}"]')).to_be_checked()


def test_a_first_visit_loads_no_store_and_shows_no_line(visit: Open) -> None:
    page = visit(TOPIC)
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('store.js'))"
    assert page.evaluate(loaded) is False
    expect(page.locator("vm-keeper")).to_be_hidden()
    tick(page)
    kept(page)
    assert page.evaluate(loaded) is True


def test_a_lost_connection_is_said_and_the_next_tick_keeps_both(visit: Open) -> None:
    page = visit(TOPIC, forgiving=True)
    page.route("**/store.js", lambda route: route.abort())
    tick(page)
    expect(page.locator("vm-keeper")).to_contain_text("ne sont pas gardées")
    expect(page.locator(f'input[name="{FIRST}"]')).to_be_checked()
    page.unroute("**/store.js")
    tick(page, SECOND)
    kept(page)
    page.reload()
    for identifier in (FIRST, SECOND):
        expect(page.locator(f'input[name="{identifier}"]')).to_be_checked()


def test_a_browser_that_keeps_nothing_is_said(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.context.add_init_script("indexedDB.open = () => { throw new DOMException('refused', 'SecurityError') }")
    page.goto(page.url + TOPIC)
    tick(page)
    expect(page.locator("vm-keeper")).to_contain_text("ne sont pas gardées")
    expect(page.locator(f'input[name="{FIRST}"]')).to_be_checked()


def test_the_line_does_not_print(visit: Open) -> None:
    page = visit(TOPIC)
    tick(page)
    kept(page)
    page.emulate_media(media="print")
    expect(page.locator("vm-keeper")).to_be_hidden()
