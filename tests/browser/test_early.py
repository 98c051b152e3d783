"""What is entered before a script of the page has come, or spoilt in a tab: it stays, and is no obstacle."""

from __future__ import annotations

import re

from playwright.sync_api import Route, expect

from tests.browser.conftest import Open, until
from tests.browser.test_keeping import hold, kept
from tests.browser.test_loading import KEPT, TYPED

SURVEY = "satisfaction-survey.answers"


def let_go(held: list[Route]) -> None:
    for route in held:
        route.continue_()


def test_what_is_answered_before_its_script_comes_stands_after_what_the_tab_remembers(
    visit: Open, address: str
) -> None:
    page = visit("", forgiving=True)
    gain, member = page.locator(f"[name='{SURVEY}@gain']"), page.get_by_label("Membre", exact=True)
    for turn, before in enumerate(("", f"{KEPT} ")):
        held = hold(page, "survey.js")
        with page.expect_request("**/survey.js"):
            page.goto(f"{address}tools/satisfaction-survey/answer/", wait_until="commit")
        gain.press_sequentially(TYPED if turn else KEPT)
        member.check(force=True)
        let_go(held)
        expect(page.locator("vm-answer [data-do=save]")).to_be_visible()
        expect(gain).to_have_value(before + (TYPED if turn else KEPT))
        expect(member).to_be_checked()
        page.unroute_all()


def test_a_spoilt_answer_of_the_tab_is_no_obstacle(visit: Open) -> None:
    page = visit("tools/satisfaction-survey/answer/")
    place = f"vademecum.answer.{SURVEY}"
    for spoilt in ("nonsense", "5", "[]", '{"held": null}', '{"held": {}, "base": 3, "edition": "x"}'):
        page.evaluate("([place, spoilt]) => sessionStorage.setItem(place, spoilt)", [place, spoilt])
        page.reload()
        page.get_by_label("Membre", exact=True).check(force=True)
        page.locator(f"[name='{SURVEY}@recommend'][value='9']").check(force=True)
        with page.expect_download():
            page.locator("[data-do=save]").click()


def test_what_is_typed_into_a_meeting_before_its_script_comes_is_kept(visit: Open) -> None:
    page = visit("", forgiving=True)
    held = hold(page, "workshop.js")
    with page.expect_request("**/workshop.js"):
        page.goto(page.url + "workshop/", wait_until="commit")
    place, topic = page.locator("[data-vm-field=place]"), page.locator("[data-vm-topic] input").first
    place.press_sequentially("Tunis")
    topic.check(force=True)
    let_go(held)
    expect(page.locator(".vm-meeting__minutes")).to_be_visible()
    kept(page)
    page.unroute_all()
    held = hold(page, "workshop.js")
    with page.expect_request("**/workshop.js"):
        page.reload(wait_until="commit")
    place.press_sequentially("Sousse")
    until(page, "Boolean(globalThis.vademecum?.desk.work)")
    let_go(held)
    expect(topic).to_be_checked()
    expect(place).to_have_value("Sousse")
    kept(page)
    page.locator(".vm-before button").click()
    expect(place).to_have_value("Tunis")


def test_what_is_typed_into_a_meeting_while_the_store_loads_stays_in_it(visit: Open) -> None:
    page = visit("workshop/")
    place, people = page.locator("[data-vm-field=place]"), page.locator(".vm-meeting__minutes [data-vm-field=people]")
    page.locator("[data-vm-topic] input").first.check(force=True)
    place.fill("Sfax")
    kept(page)
    held = hold(page, "store.js")
    with page.expect_request("**/store.js"):
        page.reload(wait_until="commit")
    expect(place).to_have_attribute("name", re.compile("place"))
    place.press_sequentially("Tunis")
    let_go(held)
    kept(page)
    expect(people).to_be_visible()  # the meeting that the tab had, with its topic
    expect(place).to_have_value("Tunis")
    expect(page.locator("select[data-vm-meetings] option")).to_have_count(2)  # and a new one
    expect(page.locator(".vm-before")).to_contain_text("Sfax")
