"""While a page starts and its store loads: one part's fault stops no other, and what is typed stands for itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.source.vademecum import vademecum
from tests.browser.conftest import Open
from tests.browser.test_keeping import FIRST, SECOND, TOPIC, hold, holds, kept, rate, state, write

KEPT = "Nous partons en mai"
TYPED = "Nous avons dix membres"
OPENED = "({ done: new Promise(done => vademecum.desk.addEventListener('open', () => done())) })"
BREAK = """const listen = window.addEventListener;
window.addEventListener = function (name, ...rest) {
  if (name === 'NAME') throw new Error('a fault of one part');
  return listen.call(this, name, ...rest);
};"""


def fault(page: Page, name: str, language: str = "fr") -> None:
    """Expect the line about a part that failed."""
    line = page.locator("vm-keeper .vm-failed")
    expect(line).to_have_text(vademecum(language).word(f"keeper-{name}"))
    expect(line).to_be_visible()


# ------------------------------------------------------------------ starting


@pytest.mark.parametrize("cut", ["#change.learning.q01%E9"])
def test_an_address_cut_in_the_middle_stops_nothing(visit: Open, cut: str) -> None:
    page = visit(TOPIC + cut)
    write(page, "mots")
    kept(page)
    page.reload()
    holds(page, "mots")
    page.evaluate("cut => { location.hash = ''; location.hash = cut }", cut)
    write(page, "d’autres", SECOND)
    kept(page)
    expect(page.locator("vm-keeper .vm-failed")).to_be_hidden()


@pytest.mark.parametrize("language", ["ar"])
def test_a_part_that_fails_takes_nothing_from_keeping_and_is_told(visit: Open, language: str) -> None:
    page = visit("", forgiving=True)
    page.add_init_script(BREAK.replace("NAME", "hashchange"))
    page.goto(page.url + ("" if language == "fr" else f"{language}/") + TOPIC)
    fault(page, "fault", language)
    write(page, "mots")
    kept(page)
    page.reload()
    holds(page, "mots")


def test_keeping_that_cannot_start_is_told(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.add_init_script(
        "CustomElementRegistry.prototype.define = () => { throw new Error('a browser without custom elements') }"
    )
    page.goto(page.url + TOPIC)
    fault(page, "stopped")


@pytest.mark.parametrize("script", ["tool.js", "plan.js"])
def test_a_script_that_does_not_come_is_told(visit: Open, address: str, script: str) -> None:
    page = visit(TOPIC, forgiving=True)
    write(page, "mots")
    kept(page)
    page.route(f"**/{script}", lambda route: route.abort())
    page.goto(address + {"tool.js": "tools/go-nogo/", "plan.js": "business-plan/"}[script])
    fault(page, "fault")


def test_a_first_script_that_does_not_come_is_told_after_a_while(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.route("**/vademecum.js", lambda route: route.abort())
    page.goto(page.url + TOPIC)
    line = page.locator("vm-keeper .vm-failed")
    expect(line).to_have_text(vademecum("fr").word("keeper-stopped"))
    expect(line).to_be_hidden()
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    expect(line).to_be_visible()


SPOILT = ("nonsense", "5", '{"cluster": null, "given": 5}', '{"cluster": null, "given": [5, ["x"], ["a#b", null]]}')


def test_a_spoilt_draft_is_no_obstacle(visit: Open) -> None:
    page = visit(TOPIC)
    write(page, "mots")
    kept(page)
    for draft in SPOILT:
        for name in ("vademecum.draft", "vademecum.draft.", "vademecum.draft.work"):
            page.evaluate("([name, draft]) => sessionStorage.setItem(name, draft)", [name, draft])
        page.reload()
        holds(page, "mots")
        kept(page)


# ------------------------------------------------------------------ typing before the store has answered


@pytest.mark.parametrize("cut", [0, 9, len(TYPED)])
def test_what_is_typed_while_the_store_loads_stands_below_what_was_kept(visit: Open, cut: int) -> None:
    page = visit(TOPIC)
    write(page, KEPT)
    kept(page)
    held = hold(page, "store.js")
    with page.expect_request("**/store.js"):
        page.reload(wait_until="commit")
    page.locator(f'textarea[name="{FIRST}#answer"]').focus()
    page.keyboard.type(TYPED[:cut])
    opened = page.evaluate_handle(OPENED)
    held[0].continue_()
    opened.evaluate("({ done }) => done")
    page.keyboard.type(TYPED[cut:])
    holds(page, f"{KEPT}\n{TYPED}")
    kept(page)
    page.unroute_all()
    page.reload()
    holds(page, f"{KEPT}\n{TYPED}")


@pytest.mark.parametrize("reloaded", [False, True])
def test_what_takes_the_place_of_a_value_not_yet_shown_says_so_and_gives_it_back(visit: Open, reloaded: bool) -> None:  # noqa: FBT001
    page = visit(TOPIC)
    rate(page, "3")
    page.locator(f'[id="{FIRST}"] .vm-record > summary').click()
    owner = page.locator(f'[name="{FIRST}#owner"]')
    owner.fill("Karim")
    page.locator(f'[name="{FIRST}#importance"]').select_option("3")
    kept(page)
    held = hold(page, "store.js")
    with page.expect_request("**/store.js"):
        page.reload(wait_until="commit")
    rate(page, "1")
    page.locator(f'[id="{FIRST}"] .vm-record > summary').click()
    owner.fill("Amel")
    if reloaded:
        with page.expect_request("**/store.js"):
            page.reload(wait_until="commit")
        page.locator(f'[id="{FIRST}"] .vm-record > summary').click()
    held[-1].continue_()
    kept(page)
    notes = page.locator(f'[id="{FIRST}"] .vm-before')
    expect(notes).to_have_count(2)  # the importance was not touched
    expect(owner).to_have_value("Amel")
    named = notes.filter(has_text="Karim")
    expect(named).to_have_text(re.compile("Il y avait déjà ici\\s: Karim. Remettre"))
    named.get_by_role("button").click()
    expect(owner).to_have_value("Karim")
    expect(owner).to_be_focused()
    expect(notes).to_have_count(1)
    kept(page)
    page.unroute_all()
    page.reload()
    expect(owner).to_have_value("Karim")
    expect(page.locator(f'[name="{FIRST}#level"][value="1"]')).to_be_checked()
    expect(notes).to_have_count(0)


@pytest.mark.parametrize("delay", [1000])
def test_typing_goes_on_while_a_slow_storage_answers(visit: Open, delay: int) -> None:
    page = visit(TOPIC)
    write(page, KEPT)
    kept(page)
    page.add_init_script(
        f"""const open = indexedDB.open.bind(indexedDB);
        IDBFactory.prototype.open = (...given) => {{
          const asked = open(...given);
          let hear;
          Object.defineProperty(asked, 'onsuccess', {{ set: (heard) => (hear = heard) }});
          asked.addEventListener('success', (event) => setTimeout(() => hear(event), {delay}));
          return asked;
        }};"""
    )
    page.reload(wait_until="commit")
    page.locator(f'textarea[name="{FIRST}#answer"]').press_sequentially(TYPED, delay=100)
    kept(page)
    found = page.locator(f'textarea[name="{FIRST}#answer"]').input_value()
    # Where the storage answered before the first letter, this was typed at the end of what had come.
    assert found in {f"{KEPT}\n{TYPED}", f"{KEPT}{TYPED}"}
    page.reload()
    holds(page, found)


def test_what_continues_what_was_kept_is_not_doubled(visit: Open) -> None:
    page = visit(TOPIC)
    write(page, KEPT)
    kept(page)
    held = hold(page, "store.js")
    with page.expect_request("**/store.js"):
        page.reload(wait_until="commit")
    write(page, f"{KEPT} ou juin")
    held[0].continue_()
    kept(page)
    holds(page, f"{KEPT} ou juin")


def test_a_tab_opened_before_the_first_answer_shows_what_another_one_writes(visit: Open, address: str) -> None:
    early = visit(TOPIC)
    early.wait_for_load_state("networkidle")
    other = early.context.new_page()
    other.goto(address + TOPIC)
    write(other, KEPT)
    kept(other)
    holds(early, KEPT)
    write(other, " ou juin")
    holds(early, f"{KEPT} ou juin")


def test_a_tab_in_which_one_types_before_the_first_answer_of_another_keeps_both(visit: Open, address: str) -> None:
    early = visit(TOPIC)
    held = hold(early, "store.js")
    early.locator(f'textarea[name="{FIRST}#answer"]').focus()
    with early.expect_request("**/store.js"):
        early.keyboard.type("Nous")
    other = early.context.new_page()
    other.goto(address + TOPIC)
    write(other, KEPT)
    kept(other)
    opened = early.evaluate_handle(OPENED)
    held[0].continue_()
    opened.evaluate("({ done }) => done")
    early.keyboard.type(" avons dix membres")
    for page in (early, other):
        holds(page, f"{KEPT}\n{TYPED}")
    state(early, "kept")
