"""What is entered is kept: reload, other language, page and tab, back and forward; and said once, not at each key."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open

TOPIC = "change/learning/"
FIRST = "change.learning.q01"
SECOND = "change.learning.q02"
ACTION = "change.learning.a04"
ELEMENT = "change.learning.a04.2"
STORE_LOADED = "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('store.js'))"


def rate(page: Page, value: str = "3", question: str = FIRST) -> None:
    page.locator(f'[name="{question}#level"][value="{value}"]').check()


def write(page: Page, text: str, question: str = FIRST) -> None:
    page.locator(f'textarea[name="{question}#answer"]').press_sequentially(text)


def read(page: Page, question: str = FIRST) -> str:
    return page.locator(f'textarea[name="{question}#answer"]').input_value()


def state(page: Page, name: str) -> None:
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", name)


def kept(page: Page) -> None:
    state(page, "kept")


def holds(page: Page, text: str, question: str = FIRST) -> None:
    expect(page.locator(f'textarea[name="{question}#answer"]')).to_have_value(text)


def hold(page: Page, script: str) -> list[Route]:
    """Let a script wait; return the list of those that were asked for."""
    held: list[Route] = []

    def wait(route: Route) -> None:
        held.append(route)

    page.route(f"**/{script}", wait)
    return held


def test_everything_survives_reload_other_pages_and_a_change_of_language(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    rate(page, "3")
    write(page, "Quinze PME exportent.")
    page.locator(f'[name="{ACTION}#status"][value="doing"]').check()
    page.locator(f'[name="{ELEMENT}#ticked"]').check()
    page.locator(f'[id="{FIRST}"] .vm-record > summary').click()
    page.locator(f'[name="{FIRST}#importance"]').select_option("3")
    page.locator(f'[name="{FIRST}#due"]').fill("2027-03-14")
    kept(page)
    expect(page.locator("vm-keeper [role=status]")).to_have_text(
        re.compile(r"\u2068Mon cluster\u2069\s: enregistré dans ce navigateur, \d\d:\d\d")
    )
    for path in (TOPIC, "print/change/", f"ar/{TOPIC}", f"en/{TOPIC}"):
        page.goto(address + path)
        holds(page, "Quinze PME exportent.")
        expect(page.locator(f'[name="{FIRST}#level"][value="3"]')).to_be_checked()
        expect(page.locator(f'[name="{ACTION}#status"][value="doing"]')).to_be_checked()
        expect(page.locator(f'[name="{ELEMENT}#ticked"]')).to_be_checked()
        expect(page.locator(f'[name="{FIRST}#importance"]')).to_have_value("3")
        expect(page.locator(f'[name="{FIRST}#due"]')).to_have_value("2027-03-14")
        expect(page.locator(f'[id="{FIRST}"] .vm-noted')).to_contain_text("2027")
    expect(page.locator("vm-keeper [role=status]")).to_contain_text("saved in this browser")


def test_what_is_taken_back_stays_away(visit: Open) -> None:
    page = visit(TOPIC)
    rate(page)
    write(page, "Non.")
    page.locator(f'[name="{ELEMENT}#ticked"]').check()
    page.locator(f'textarea[name="{FIRST}#answer"]').fill("")
    page.locator(f'[name="{ELEMENT}#ticked"]').uncheck()
    rate(page, "na")
    kept(page)
    page.reload()
    kept(page)
    holds(page, "")
    expect(page.locator(f'[name="{ELEMENT}#ticked"]')).not_to_be_checked()
    expect(page.locator(f'[name="{FIRST}#level"][value="na"]')).to_be_checked()


def test_a_first_visit_loads_no_store_and_says_where_what_one_notes_will_be(visit: Open, address: str) -> None:
    page = visit("")
    expect(page.locator("vm-keeper")).to_be_hidden()  # nothing can be noted here
    page.goto(address + TOPIC)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(STORE_LOADED) is False
    expect(page.locator("vm-keeper [role=status]")).to_have_text("Ce que vous notez ici reste dans ce navigateur.")
    rate(page)
    kept(page)
    assert page.evaluate(STORE_LOADED) is True


def test_a_press_saves_a_file_and_the_line_says_so_at_once(visit: Open) -> None:
    page = visit(TOPIC, 375)
    page.wait_for_load_state("networkidle")
    page.locator(f'textarea[name="{FIRST}#answer"]').fill("Oui.")
    kept(page)
    line = page.locator("vm-keeper")
    expect(line.locator(".vm-filed")).to_have_text("Pas encore de fichier")
    with page.expect_download() as saved:
        line.get_by_role("button", name="Enregistrer dans un fichier").click()
    assert json.loads(saved.value.path().read_text(encoding="utf-8"))["texts"][FIRST] == {"answer": "Oui."}
    expect(line.locator(".vm-filed")).to_contain_text("Dernier fichier", timeout=5000)
    assert line.evaluate("line => line.offsetHeight") <= 50  # one line
    line.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Où est mon travail ?")


def test_two_tabs_show_the_same(visit: Open, address: str) -> None:
    one = visit(TOPIC)
    rate(one)
    kept(one)
    other = one.context.new_page()
    other.goto(address + TOPIC)
    expect(other.locator(f'[name="{FIRST}#level"][value="3"]')).to_be_checked()
    write(other, "Vu d’ici.", SECOND)
    holds(one, "Vu d’ici.", SECOND)


def test_two_tabs_typing_at_once_lose_no_letter(visit: Open, address: str) -> None:
    one = visit(TOPIC)
    write(one, "milieu", SECOND)
    kept(one)
    other = one.context.new_page()
    other.goto(address + TOPIC)
    holds(other, "milieu", SECOND)
    other.locator(f'textarea[name="{SECOND}#answer"]').press("Home")
    one.locator(f'textarea[name="{SECOND}#answer"]').press("End")
    for n in range(20):  # in the same answer, at both ends, and in different ones
        write_at(one, SECOND, f"{n}")
        write_at(other, SECOND, chr(97 + n))
        write_at(one, FIRST, f"{n % 10}")
    expected = "".join(chr(97 + n) for n in range(20)) + "milieu" + "".join(str(n) for n in range(20))
    for page in (one, other):
        holds(page, expected, SECOND)
        holds(page, "01234567890123456789", FIRST)
        kept(page)
    one.reload()
    holds(one, expected, SECOND)


def write_at(page: Page, question: str, text: str) -> None:
    """Type at the caret, which stays where it was, whatever the other tab writes."""
    page.locator(f'textarea[name="{question}#answer"]').press(text[0])
    for letter in text[1:]:
        page.keyboard.press(letter)


def test_the_same_words_changed_in_two_tabs_are_both_there(visit: Open, address: str) -> None:
    one = visit(TOPIC)
    write(one, "base")
    kept(one)
    other = one.context.new_page()
    other.goto(address + TOPIC)
    holds(other, "base")
    for page, text in ((one, " un"), (other, " deux")):
        page.evaluate(
            "([name, text]) => setTimeout(() => { const area = document.querySelector(`textarea[name='${name}']`);"
            "area.value += text; area.dispatchEvent(new Event('input', { bubbles: true })) }, 200)",
            [f"{FIRST}#answer", text],
        )
    both = re.compile("^base( un deux| deux un)$")
    for page in (one, other):
        expect(page.locator(f'textarea[name="{FIRST}#answer"]')).to_have_value(both)
    assert read(one) == read(other)


def test_back_and_forward_show_what_was_entered_meanwhile(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "un")
    page.goto(f"{address}print/change/")
    holds(page, "un")
    page.locator(f'textarea[name="{FIRST}#answer"]').press("End")
    write(page, " deux")
    kept(page)
    page.go_back()
    holds(page, "un deux")
    page.go_forward()
    holds(page, "un deux")


ANY_TEXT = {
    "arabic": ("هل لدينا 15 مؤسسة؟", None),
    "emoji": ("😀👩🏽\u200d🔬🇲🇷 é e\u0301", None),
    "nul": ("a\u0000b", "ab"),
    "surrogates": ("a\ud83db\ude00c", "a\ufffdb\ufffdc"),
    "markup": ("\u202eترك\u202c <img src=x onerror=alert(1)> {{ 7*7 }} __proto__", None),
    "long": ("Une phrase de plus. " * 1000, None),
    "lines": ("a\r\nb\rc", "a\nb\nc"),
}


def test_any_text_comes_back_as_it_was(visit: Open) -> None:
    page = visit(TOPIC)
    prose = "[...document.querySelectorAll(`textarea[name$='#answer'], textarea[name$='#evidence']`)]"
    names = page.evaluate(f"{prose}.map(({{ name }}) => name)")
    for name, (typed, _) in zip(names, ANY_TEXT.values(), strict=False):
        page.evaluate(
            "([name, codes]) => { const area = document.querySelector(`textarea[name='${name}']`);"
            "area.value = codes.map(code => String.fromCharCode(code)).join('');"
            "area.dispatchEvent(new Event('input', { bubbles: true })) }",
            [name, [int.from_bytes(pair, "little") for pair in pairs(typed)]],
        )
    kept(page)
    page.reload()
    kept(page)
    found = [page.locator(f"textarea[name='{name}']").input_value() for name in names[: len(ANY_TEXT)]]
    assert dict(zip(ANY_TEXT, found, strict=True)) == {
        kind: typed if held is None else held for kind, (typed, held) in ANY_TEXT.items()
    }


def pairs(text: str) -> list[bytes]:
    """Return the code units of a text, halves of characters included."""
    units = text.encode("utf-16-le", "surrogatepass")
    return [units[n : n + 2] for n in range(0, len(units), 2)]


def test_emoji_typed_and_deleted_in_the_middle_stay_whole(visit: Open) -> None:
    page = visit(TOPIC)
    area = page.locator(f'textarea[name="{FIRST}#answer"]')
    area.focus()
    for text in ("😀", "😃", "🙃"):
        page.keyboard.insert_text(text)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    page.keyboard.insert_text("😄")
    kept(page)
    page.reload()
    holds(page, "😀😄🙃")


def test_saving_is_announced_once_and_not_at_each_key(visit: Open) -> None:
    page = visit(TOPIC)
    page.evaluate(
        "window.heard = []; new MutationObserver(() => {"
        "const status = document.querySelector('vm-keeper [role=status]');"
        "if (status.ariaLive !== 'off') heard.push(status.textContent) })"
        ".observe(document.querySelector('vm-keeper'), { subtree: true, childList: true, characterData: true })"
    )
    write(page, "Une réponse qui prend du temps.")
    kept(page)
    heard = page.evaluate("heard")
    assert len(heard) == 1
    assert "enregistré dans ce navigateur" in heard[0]


def test_what_is_typed_before_the_script_runs_is_kept(visit: Open, address: str) -> None:
    page = visit("")
    held = hold(page, "vademecum.js")
    page.goto(address + TOPIC, wait_until="commit")
    write(page, "tôt")
    for route in held:
        route.continue_()
    kept(page)
    page.unroute_all()
    page.reload()
    holds(page, "tôt")


def test_what_is_typed_before_the_script_runs_stands_below_what_the_page_before_left(visit: Open) -> None:
    page = visit(TOPIC, forgiving=True)
    hold(page, "store.js")
    write(page, "avant")
    rate(page, "1")
    scripts = hold(page, "vademecum.js")
    page.reload(wait_until="commit")
    write(page, "tôt")
    rate(page, "2")
    scripts[0].continue_()
    holds(page, "avant\ntôt")
    page.unroute_all()
    kept(page)
    page.reload()
    holds(page, "avant\ntôt")
    expect(page.locator(f'[name="{FIRST}#level"][value="2"]')).to_be_checked()


def test_the_line_does_not_print(visit: Open) -> None:
    page = visit(TOPIC)
    rate(page)
    kept(page)
    page.emulate_media(media="print")
    expect(page.locator("vm-keeper")).to_be_hidden()
