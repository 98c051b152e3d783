"""What must not happen: each failure of storage is said in words, nothing is lost, and it mends itself when it can."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect
from playwright.sync_api import Error as BrowserError

from macros.source.vademecum import vademecum
from tests.browser.conftest import FLAGS, Open
from tests.browser.test_keeping import FIRST, SECOND, TOPIC, hold, holds, kept, rate, read, state, write
from tests.browser_packages import chromium
from tests.built import built_site

DATABASE = "vademecum.work"
UPDATES = """name => new Promise((resolve, reject) => {
  const asked = indexedDB.open(name);
  asked.onerror = () => reject(asked.error);
  asked.onsuccess = () => {
    const reading = asked.result.transaction('updates').objectStore('updates').getAll();
    reading.onsuccess = () => { asked.result.close(); resolve(reading.result.map(update => update.length)) };
  };
})"""
FULL = """(() => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    const asked = add.apply(this, given);
    if (sessionStorage.full) {
      const { transaction } = this;
      const error = new DOMException('no room', 'QuotaExceededError');
      Object.defineProperty(transaction, 'error', { get: () => error });
      Object.defineProperty(asked, 'error', { get: () => error });
      transaction.commit = undefined;
      queueMicrotask(() => transaction.abort());
    }
    return asked;
  };
})()"""


def words(name: str, language: str = "fr") -> str:
    """Return the beginning of what the line says in a state."""
    return vademecum(language).word(f"keeper-{name}")[:40]


def says(page: Page, name: str, language: str = "fr") -> None:
    state(page, name)
    expect(page.locator("vm-keeper [role=status]")).to_contain_text(words(name, language))


def refuse(error: str) -> str:
    return f"indexedDB.open = () => {{ throw new DOMException('no', '{error}') }}"


def session(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


# ------------------------------------------------------------------ no room


@pytest.mark.parametrize("language", ["ar"])
def test_a_full_storage_is_said_and_later_everything_is_there(visit: Open, language: str) -> None:
    page = visit("")
    page.add_init_script(FULL)
    page.goto(page.url + ("" if language == "fr" else f"{language}/") + TOPIC)
    write(page, "avant ")
    kept(page)
    page.evaluate("sessionStorage.full = 1")
    write(page, "pendant ")
    says(page, "full", language)
    rate(page, "2", SECOND)
    page.evaluate("sessionStorage.removeItem('full')")
    write(page, "après")
    kept(page)
    other = page.context.new_page()  # nothing from the draft of the tab: all comes from the storage
    other.goto(page.url)
    holds(other, "avant pendant après")
    expect(other.locator(f'[name="{SECOND}#level"][value="2"]')).to_be_checked()
    assert other.evaluate("vademecum.desk.work.doc.store.pendingStructs") is None


def test_a_full_storage_mends_itself_without_another_key(visit: Open) -> None:
    page = visit("")
    page.add_init_script(FULL)
    page.goto(page.url + TOPIC)
    rate(page)
    kept(page)
    page.evaluate("sessionStorage.full = 1")
    write(page, "mots")
    says(page, "full")
    page.evaluate("sessionStorage.removeItem('full')")
    kept(page)


def test_a_reload_while_the_storage_is_full_keeps_the_words(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.add_init_script(FULL)
    page.goto(page.url + TOPIC)
    write(page, "avant ")
    kept(page)
    page.evaluate("sessionStorage.full = 1")
    write(page, "pendant")
    says(page, "full")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    holds(page, "avant pendant")
    says(page, "full")
    page.evaluate("sessionStorage.removeItem('full')")
    kept(page)
    assert page.evaluate("sessionStorage.getItem('vademecum.draft.work')") is None


def test_the_real_quota_of_the_browser(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    control, origin = session(page), address.removesuffix("/vm/")
    control.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    text = "avant " + "beaucoup de mots " * 2000
    page.locator(f'textarea[name="{FIRST}#answer"]').fill(text)
    says(page, "full")
    control.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    kept(page)
    other = page.context.new_page()
    other.goto(page.url)
    holds(other, text)


# ------------------------------------------------------------------ refused, broken, newer, lost


@pytest.mark.parametrize("language", ["en"])
def test_a_storage_that_never_answers_is_said_and_asked_again(visit: Open, language: str) -> None:
    page = visit("", forgiving=True)  # the theme's timers complain of a clock that jumps
    page.clock.install()
    page.add_init_script(
        "window.opens = indexedDB.open.bind(indexedDB);"
        "indexedDB.open = () => { document.documentElement.dataset.asked = ''; return {} }"
    )
    page.goto(page.url + ("" if language == "fr" else f"{language}/") + TOPIC)
    write(page, "mots")
    page.locator("html[data-asked]").wait_for()
    page.clock.fast_forward(20_000)
    says(page, "slow", language)
    page.evaluate("indexedDB.open = window.opens")
    page.clock.fast_forward(1000)
    kept(page)
    other = page.context.new_page()
    other.goto(page.url)
    holds(other, "mots")


def test_a_write_that_is_never_answered_is_said(visit: Open) -> None:
    page = visit("", forgiving=True)  # the theme's timers complain of a clock that jumps
    page.clock.install()
    page.goto(page.url + TOPIC)
    rate(page)
    kept(page)
    page.evaluate("Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { configurable: true, set() {} })")
    write(page, "mots")
    page.clock.fast_forward(20_000)
    says(page, "slow")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    holds(page, "mots")
    kept(page)


@pytest.mark.parametrize("opening", [refuse("SecurityError"), "indexedDB.open = () => ({})"], ids=["refused", "silent"])
def test_words_are_there_after_a_reload_though_the_storage_never_opens(visit: Open, opening: str) -> None:
    page = visit("")
    page.add_init_script(opening)
    page.goto(page.url + TOPIC)
    write(page, "avant ")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    holds(page, "avant ")
    write(page, "après")
    page.reload()
    holds(page, "avant après")


def test_a_row_that_was_added_is_there_after_a_reload_though_the_storage_never_opens(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.add_init_script(refuse("SecurityError"))
    page.goto(page.url + "tools/go-nogo/")
    page.locator("[data-vm-add]").first.click()
    added = page.locator("vm-tool tr[data-free]").last.locator("textarea").first
    added.fill("Appeler la région")
    name = added.get_attribute("name")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(f'[name="{name}"]')).to_have_value("Appeler la région")


@pytest.mark.parametrize(
    ("language", "error", "name"), [("fr", "SecurityError", "refused"), ("ar", "UnknownError", "broken")]
)
def test_a_storage_that_does_not_open_is_said(visit: Open, language: str, error: str, name: str) -> None:
    page = visit("")
    page.add_init_script(f"if (!sessionStorage.healed) {refuse(error)}")
    page.goto(page.url + ("" if language == "fr" else f"{language}/") + TOPIC)
    rate(page)
    write(page, "mots")
    says(page, name, language)
    holds(page, "mots")
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("sessionStorage.healed = 1")
    page.reload()  # the draft of the tab brings them over
    kept(page)
    holds(page, "mots")
    expect(page.locator(f'[name="{FIRST}#level"][value="3"]')).to_be_checked()


def test_no_localstorage_and_no_sessionstorage_is_no_obstacle(visit: Open) -> None:
    page = visit("", forgiving=True)  # the theme itself complains where there is no localStorage
    for name in ("localStorage", "sessionStorage"):
        page.add_init_script(
            f"Object.defineProperty(window, '{name}', {{ get() {{ throw new DOMException('no', 'SecurityError') }} }})"
        )
    page.goto(page.url + TOPIC)
    write(page, "mots")
    kept(page)
    page.reload()
    holds(page, "mots")


def test_a_database_without_its_stores_gets_them(visit: Open) -> None:
    page = visit("")
    page.evaluate(
        """name => new Promise(resolve => {
          const asked = indexedDB.open(name, 3);
          asked.onupgradeneeded = () => asked.result.createObjectStore('other');
          asked.onsuccess = () => { asked.result.close(); resolve() };
        })""",
        DATABASE,
    )
    page.goto(page.url + TOPIC)
    write(page, "mots")
    kept(page)
    page.reload()
    holds(page, "mots")


def test_an_unreadable_piece_is_put_aside_and_said(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "lisible")
    kept(page)
    page.goto(address)
    page.evaluate(
        """name => new Promise(resolve => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => {
            const writing = asked.result.transaction('updates', 'readwrite');
            writing.objectStore('updates').add(new Uint8Array([1, 255, 255, 255, 3]));
            writing.objectStore('updates').add('not even bytes');
            writing.oncomplete = () => { asked.result.close(); resolve() };
          };
        })""",
        DATABASE,
    )
    page.goto(address + TOPIC)
    holds(page, "lisible")
    expect(page.locator(".vm-damaged")).to_contain_text("rien n’est effacé")
    write(page, "!", SECOND)
    kept(page)
    page.reload()
    holds(page, "!", SECOND)


def test_a_database_deleted_while_the_page_is_open_is_written_anew(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "avant ")
    kept(page)
    page.evaluate(
        "name => new Promise(resolve => { indexedDB.deleteDatabase(name).onsuccess = () => resolve() })", DATABASE
    )
    write(page, "après")
    kept(page)
    other = page.context.new_page()
    other.goto(address + TOPIC)
    holds(other, "avant après")


def test_site_data_cleared_while_the_page_is_open_are_written_anew(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "avant ")
    kept(page)
    session(page).send(
        "Storage.clearDataForOrigin", {"origin": address.removesuffix("/vm/"), "storageTypes": "indexeddb"}
    )
    write(page, "après")
    kept(page)
    page.reload()
    holds(page, "avant après")


def test_work_of_a_newer_version_is_shown_and_not_touched(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "ancien")
    kept(page)
    page.evaluate("vademecum.desk.work.doc.getMap('values').set('#format', 3); vademecum.desk.keep()")
    says(page, "newer")
    page.goto(address + TOPIC)
    holds(page, "ancien")
    says(page, "newer")
    before = page.evaluate(UPDATES, DATABASE)
    write(page, " et nouveau")
    says(page, "newer")
    assert sum(page.evaluate(UPDATES, DATABASE)) - sum(before) <= 4
    draft = json.loads(page.evaluate("sessionStorage.getItem('vademecum.draft.work')"))
    assert draft["given"][0][1]["value"].endswith("et nouveau")  # waits for the newer version of the site


# ------------------------------------------------------------------ reload, crash, sleep


def test_a_reload_while_typing_loses_nothing(visit: Open) -> None:
    page = visit(TOPIC)
    text = ""
    for n in range(5):
        write(page, f"mot{n} ")
        text += f"mot{n} "
        page.reload()  # at once, without waiting for anything
        holds(page, text)


@pytest.mark.parametrize("more", ["", "et la suite"])
def test_words_written_in_part_before_a_reload_are_not_doubled(visit: Open, more: str) -> None:
    page = visit(TOPIC, forgiving=True)
    write(page, "avant ")
    kept(page)
    page.evaluate("Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set() {} })")  # nobody says so
    write(page, "écrit ")
    page.evaluate("IDBObjectStore.prototype.add = () => {}")
    write(page, "perdu ")
    page.on("dialog", lambda dialog: dialog.accept())
    held = hold(page, "store.js")
    for _ in range(2):  # the second time, what the first page left has not been taken in yet
        page.reload(wait_until="commit")
        holds(page, "avant écrit perdu ")
    write(page, more)
    held[-1].continue_()
    kept(page)
    holds(page, f"avant écrit perdu {more}")
    page.unroute_all()
    page.reload()
    holds(page, f"avant écrit perdu {more}")


def test_a_first_answer_survives_a_reload_before_the_store_is_loaded(visit: Open, address: str) -> None:
    page = visit(TOPIC, forgiving=True)
    hold(page, "store.js")
    write(page, "premier mot")
    page.unroute_all()
    page.goto(f"{address}en/{TOPIC}")
    holds(page, "premier mot")
    kept(page)


@pytest.fixture
def own_browser(browser: Browser, address: str) -> Iterator[tuple[Browser, str]]:
    """Start a Chromium of its own, whose pages may crash, with its page cache on."""
    running = browser.browser_type.launch(
        executable_path=chromium(), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield running, address
    with contextlib.suppress(BrowserError):
        running.close()


def crash_while_typing(browser: Browser, address: str) -> tuple[str, str]:
    """Crash the page right after the last key; return what was typed and what a new tab finds.

    Only its own process dies: where the browser's spare ones die too, Chromium may open no new tab any more.
    """
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + TOPIC)
    typed = "Une phrase que personne ne veut taper deux fois."
    rate(page)
    kept(page)
    write(page, typed)
    with page.expect_event("crash"), contextlib.suppress(BrowserError):
        page.goto("chrome://crash")
    page.close()
    other = context.new_page()
    other.goto(address + TOPIC)
    kept(other)
    found = read(other)
    context.close()
    return typed, found


def test_a_crash_while_typing_loses_at_most_the_last_letters(own_browser: tuple[Browser, str]) -> None:
    for _ in range(2):
        typed, found = crash_while_typing(*own_browser)
        assert typed.startswith(found)
        assert len(typed) - len(found) <= 3


def test_a_page_gone_back_to_knows_what_was_written_meanwhile(own_browser: tuple[Browser, str]) -> None:
    browser, address = own_browser
    page = browser.new_context().new_page()
    page.goto(address + TOPIC)
    write(page, "un")
    kept(page)
    page.evaluate("addEventListener('pageshow', ({ persisted }) => (window.restored = persisted))")
    page.goto(f"{address}en/{TOPIC}")
    holds(page, "un")
    write(page, "deux", SECOND)
    kept(page)
    page.go_back()
    assert page.url == address + TOPIC
    holds(page, "un")
    holds(page, "deux", SECOND)
    write(page, " trois", SECOND)
    kept(page)
    page.reload()
    assert "trois" in read_when_open(page, SECOND)


def test_a_page_given_back_by_the_page_cache_goes_on_keeping(own_browser: tuple[Browser, str]) -> None:
    browser, address = own_browser
    page = browser.new_context().new_page()
    page.goto(address + TOPIC)
    write(page, "un")
    kept(page)
    page.evaluate("addEventListener('pageshow', ({ persisted }) => (window.restored = persisted))")
    page.goto("about:blank")
    page.go_back(wait_until="commit")
    assert page.evaluate("window.restored") is True  # else another page would have been tested
    write(page, " deux")
    kept(page)
    page.reload()
    holds(page, "un deux")


def read_when_open(page: Page, question: str) -> str:
    kept(page)
    return read(page, question)


def test_a_machine_asleep_wakes_up_with_what_others_wrote(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "un")
    kept(page)
    control = session(page)
    control.send("Page.setWebLifecycleState", {"state": "frozen"})
    other = page.context.new_page()
    other.goto(address + TOPIC)
    holds(other, "un")
    write(other, "pendant le sommeil", SECOND)
    kept(other)
    other.close()
    control.send("Page.setWebLifecycleState", {"state": "active"})
    holds(page, "pendant le sommeil", SECOND)
    write(page, " et après", SECOND)
    kept(page)


# ------------------------------------------------------------------ clock


def test_a_clock_set_back_loses_nothing_and_says_no_future(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    write(page, "un")
    kept(page)
    past = page.context.new_page()
    past.add_init_script(
        "(() => { const Real = Date; window.Date = class extends Real { constructor(...a) "
        "{ a.length ? super(...a) : super(Real.now() - 4e11) } static now() { return Real.now() - 4e11 } } })()"
    )
    past.goto(address + TOPIC)
    holds(past, "un")
    line = past.locator("vm-keeper [role=status]")
    expect(line).not_to_contain_text("2026")
    write(past, "deux", SECOND)
    kept(past)
    page.reload()
    holds(page, "un")
    holds(page, "deux", SECOND)


def test_a_spoilt_sign_is_no_obstacle(visit: Open) -> None:
    page = visit(TOPIC)
    write(page, "un")
    kept(page)
    for sign in ("nonsense", "", "9999-12-31T00:00:00.000Z"):
        page.evaluate("sign => localStorage.setItem('vademecum.kept', sign)", sign)
        page.reload()
        kept(page)
        holds(page, "un")
        expect(page.locator("vm-keeper [role=status]")).not_to_contain_text("9999")


def test_a_lost_sign_does_not_hide_the_work(visit: Open) -> None:
    page = visit(TOPIC)
    write(page, "un")
    kept(page)
    page.evaluate("localStorage.clear()")
    page.reload()
    holds(page, "un")


# ------------------------------------------------------------------ connection, content, places


@pytest.mark.parametrize("language", ["en"])
def test_a_lost_connection_is_said_and_its_return_keeps_everything(visit: Open, language: str) -> None:
    page = visit(("" if language == "fr" else f"{language}/") + TOPIC, forgiving=True)
    page.route("**/store.js", lambda route: route.abort())
    write(page, "mots")
    says(page, "connection", language)
    holds(page, "mots")
    page.unroute_all()
    page.evaluate("dispatchEvent(new Event('online'))")
    kept(page)
    page.reload()
    holds(page, "mots")


def test_typing_before_the_store_is_loaded_stands_beside_what_was_kept(visit: Open) -> None:
    page = visit(TOPIC)
    write(page, "hier")
    kept(page)
    held = hold(page, "store.js")
    page.reload(wait_until="commit")
    write(page, "aujourd’hui")
    rate(page, "1")
    for route in held:
        route.continue_()
    kept(page)
    holds(page, "hier\naujourd’hui")
    write(page, "!")
    kept(page)
    page.unroute_all()
    page.reload()
    expect(page.locator(f'[name="{FIRST}#level"][value="1"]')).to_be_checked()
    assert sorted(read_when_open(page, FIRST).replace("!", "").split("\n")) == ["aujourd’hui", "hier"]


def test_new_content_passes_answers_on_to_what_follows(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    page.evaluate(
        "vademecum.desk.change([['old.q1#level', '2'], ['old.q1#answer', 'dit']], new Map([['old.q1#answer', '']]));"
        "vademecum.desk.change([['old.q2#answer', 'aussi']], new Map([['old.q2#answer', '']]))"
    )
    kept(page)
    successors: dict[str, Any] = {"old.q1": [FIRST, SECOND], "old.q2": [SECOND], "old.q3": []}
    page.add_init_script(
        "new MutationObserver(() => { const keeper = document.querySelector('vm-keeper');"
        f"if (keeper) keeper.dataset.retired = '{json.dumps(successors)}' }})"
        ".observe(document, { childList: true, subtree: true })"
    )
    for _ in range(2):
        page.goto(address + TOPIC)
        holds(page, "dit")
        expect(page.locator(f'[name="{FIRST}#level"][value="2"]')).to_be_checked()
        assert sorted(read_when_open(page, SECOND).split("\n")) == ["aussi", "dit", ""] or {
            "aussi",
            "dit",
        } == set(filter(None, read(page, SECOND).split("\n")))


def test_from_a_folder_work_is_kept_across_pages(visit: Open) -> None:
    page = visit("", forgiving=True)
    folder = built_site()[0].as_uri()
    page.goto(f"{folder}/{TOPIC}index.html")
    write(page, "depuis un dossier")
    kept(page)
    expect(page.locator(".vm-folder")).to_be_hidden()
    page.goto(f"{folder}/ar/{TOPIC}index.html")
    holds(page, "depuis un dossier")


def test_without_javascript_everything_reads_and_nothing_pretends_to_keep(visit: Open) -> None:
    page = visit(TOPIC, java_script_enabled=False)
    write(page, "mots")
    holds(page, "mots")
    rate(page)
    expect(page.locator("vm-keeper")).to_be_hidden()
    assert "Sans JavaScript, ce que vous entrez" in (page.locator("noscript").first.text_content() or "")
    assert len(page.pdf()) > 10_000
