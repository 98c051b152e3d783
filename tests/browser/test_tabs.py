"""Each tab has a cluster of its own: words stay with the cluster they were typed for, whatever other tabs do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.source.vademecum import vademecum
from tests.browser.conftest import Open
from tests.browser.test_clusters import PAGE, colleague, create, give, ready, said, save, work
from tests.browser.test_keeping import FIRST, SECOND, TOPIC, holds, kept, state, write
from tests.browser.test_trouble import FULL

ANSWER = f"{FIRST}#answer"


def two(visit: Open, address: str) -> tuple[Page, Page]:
    """Return two tabs on the page of clusters, the first on « Bois », the second on « Cuir », which was chosen last."""
    one = visit("", forgiving=True)
    one.context.add_init_script(FULL)
    one.goto(address + PAGE)
    create(ready(one), "Bois")
    other = one.context.new_page()
    other.goto(address + PAGE)
    create(ready(other), "Cuir")
    return one, other


def shows(page: Page, name: str) -> None:
    expect(page.locator("vm-keeper [role=status]")).to_contain_text(f"\u2068{name}\u2069")


def news(page: Page, name: str, cluster: str = "", language: str = "fr") -> None:
    words = vademecum(language).word(f"keeper-{name}").replace("{cluster}", f"\u2068{cluster}\u2069")
    expect(page.locator("vm-keeper .vm-news")).to_have_text(words)


def clusters_with(page: Page, address: str, text: str) -> list[str]:
    """Return the names of the listed clusters whose first answer is ``text``."""
    page.goto(address + PAGE)
    ready(page)
    found: list[str] = page.evaluate(
        """async ([key, text]) => {
          const { clusters } = vademecum.desk, names = [];
          for (const id of clusters.all) {
            const work = await clusters.work(id);
            if (work.get(key) === text) names.push(clusters.fact(id, 'name'));
            await work.database.close();
          }
          return names;
        }""",
        [ANSWER, text],
    )
    return found


# ------------------------------------------------------------------ a tab and its cluster


def test_two_tabs_on_two_clusters_stay_so(visit: Open, address: str) -> None:
    one, other = two(visit, address)
    for page, name, text in ((one, "Bois", "du bois"), (other, "Cuir", "du cuir")):
        page.goto(address + TOPIC)
        write(page, text)
        kept(page)
        shows(page, name)
    for page, name, text in ((one, "Bois", "du bois"), (other, "Cuir", "du cuir")):
        page.reload()
        holds(page, text)
        shows(page, name)
    new = one.context.new_page()
    new.goto(address + TOPIC)
    holds(new, "du cuir")


def test_a_key_and_a_reload_together_leave_the_words_in_their_cluster(visit: Open, address: str) -> None:
    one, other = two(visit, address)
    one.goto(address + TOPIC)
    kept(one)
    other.get_by_role("button", name="Ouvrir : Mon cluster").click()
    ready(other)
    write(one, "du bois")
    one.reload()
    holds(one, "du bois")
    shows(one, "Bois")
    assert clusters_with(other, address, "du bois") == ["Bois"]


def test_words_that_could_not_be_written_stay_with_their_cluster(visit: Open, address: str) -> None:
    one, other = two(visit, address)
    one.goto(address + TOPIC)
    kept(one)
    one.on("dialog", lambda dialog: dialog.accept())
    one.evaluate("sessionStorage.full = 1")
    write(one, "du bois")
    state(one, "full")
    other.get_by_role("button", name="Ouvrir : Mon cluster").click()
    ready(other)
    one.reload()
    holds(one, "du bois")
    one.evaluate("sessionStorage.removeItem('full')")
    kept(one)
    shows(one, "Bois")
    assert clusters_with(other, address, "du bois") == ["Bois"]


def test_drafts_of_several_clusters_wait_side_by_side(visit: Open, address: str) -> None:
    one, _ = two(visit, address)
    one.on("dialog", lambda dialog: dialog.accept())
    one.goto(address + TOPIC)
    kept(one)
    one.evaluate("sessionStorage.full = 1")
    write(one, "du bois")
    state(one, "full")
    ids = one.evaluate(
        "(({ clusters: c }) => Object.fromEntries(c.all.map(id => [c.fact(id, 'name'), id])))(vademecum.desk)"
    )
    for name, text in (("Cuir", "du cuir"), ("", "du début")):
        one.evaluate("id => vademecum.desk.choose(id)", ids[name])
        one.reload()
        holds(one, "")
        write(one, text)
        state(one, "full")
    one.evaluate("sessionStorage.removeItem('full')")
    for name, text in (("Bois", "du bois"), ("Cuir", "du cuir"), ("", "du début")):
        one.evaluate("id => vademecum.desk.choose(id)", ids[name])
        one.reload()
        holds(one, text)
        kept(one)
    for text, name in (("du bois", "Bois"), ("du cuir", "Cuir"), ("du début", "")):
        assert clusters_with(one, address, text) == [name]


def test_words_typed_before_any_cluster_was_chosen_go_to_the_first(visit: Open, address: str) -> None:
    one = visit(TOPIC, forgiving=True)
    one.route("**/store.js", lambda route: route.abort())
    write(one, "au début")
    state(one, "connection")
    other = one.context.new_page()
    other.goto(address + PAGE)
    create(ready(other), "Cuir")
    one.unroute_all()
    one.on("dialog", lambda dialog: dialog.accept())
    one.reload()
    holds(one, "au début")
    kept(one)
    assert clusters_with(other, address, "au début") == [""]


# ------------------------------------------------------------------ deleted elsewhere


@pytest.mark.parametrize("language", ["ar"])
def test_a_cluster_deleted_in_another_tab_is_told_and_comes_back_with_what_is_typed(
    visit: Open, address: str, language: str
) -> None:
    one, other = two(visit, address)
    one.goto(address + ("" if language == "fr" else f"{language}/") + TOPIC)
    write(one, "avant")
    kept(one)
    other.get_by_role("button", name="Supprimer : Bois").click()
    news(one, "gone", "Bois", language)
    write(one, " et après")
    news(one, "returned", "Bois", language)
    kept(one)
    expect(other.locator("vm-clusters [data-list]")).to_contain_text("Bois")
    assert clusters_with(other, address, "avant et après") == ["Bois"]


def test_a_bin_emptied_in_another_tab_loses_nothing_of_what_is_typed(visit: Open, address: str) -> None:
    one, other = two(visit, address)
    one.goto(address + TOPIC)
    write(one, "avant")
    kept(one)
    own = one.evaluate("vademecum.desk.work.id")
    other.evaluate("async id => { vademecum.desk.clusters.bin(id); await vademecum.desk.clusters.forget(id) }", own)
    news(one, "gone", "Bois")
    one.evaluate("vademecum.desk.wake()")
    databases = "indexedDB.databases().then(all => all.map(({ name }) => name))"
    assert f"vademecum.cluster.{own}" not in other.evaluate(databases)
    write(one, " et après")
    news(one, "returned", "Bois")
    kept(one)
    one.reload()
    holds(one, "avant et après")
    shows(one, "Bois")
    assert clusters_with(other, address, "avant et après") == ["Bois"]


def test_a_tab_whose_cluster_was_deleted_says_that_it_shows_another(visit: Open, address: str) -> None:
    one, other = two(visit, address)
    one.goto(address + TOPIC)
    kept(one)
    other.get_by_role("button", name="Supprimer : Bois").click()
    news(one, "gone", "Bois")
    one.reload()
    news(one, "left")
    shows(one, "Cuir")
    one.reload()
    kept(one)
    expect(one.locator("vm-keeper .vm-news")).to_be_empty()


def test_words_not_written_yet_bring_back_a_cluster_deleted_meanwhile(visit: Open, address: str) -> None:
    one, other = two(visit, address)
    one.on("dialog", lambda dialog: dialog.accept())
    one.goto(address + TOPIC)
    kept(one)
    one.evaluate("sessionStorage.full = 1")
    write(one, "du bois")
    state(one, "full")
    one.goto("about:blank")
    other.get_by_role("button", name="Supprimer : Bois").click()
    expect(said(other, "vm-clusters")).to_contain_text("corbeille")
    one.goto(address + TOPIC)
    one.evaluate("sessionStorage.removeItem('full')")
    news(one, "returned", "Bois")
    kept(one)
    assert clusters_with(other, address, "du bois") == ["Bois"]


# ------------------------------------------------------------------ names, choices


def test_names_of_clusters_differ(visit: Open) -> None:
    page = ready(visit(PAGE))
    create(page, "Bois")
    page.get_by_label("Nom du cluster").last.fill(" bois ")
    page.get_by_role("button", name="Créer et ouvrir").click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("bois (2)")
    for name in ("bois (2) (copie)", "bois (2) (copie) (2)"):
        ready(page).get_by_role("button", name="Dupliquer : bois (2)", exact=True).click()
        expect(said(page, "vm-clusters")).to_contain_text(name)
    for name in ("Textile Sud, Karim", "Textile Sud, Karim (2)", "Textile Sud, Karim (3)"):
        give(ready(page), colleague())
        page.locator('[data-do="new"]').click()
        expect(page.locator("li[aria-current] [data-name]")).to_have_text(name)
    ready(page).get_by_role("button", name="Renommer : Bois", exact=True).click()
    page.keyboard.type("TEXTILE SUD, KARIM")
    page.keyboard.press("Enter")
    expect(page.locator("vm-clusters [data-list]")).to_contain_text("TEXTILE SUD, KARIM (4)")


def test_choosing_in_a_comparison_enters_nothing(visit: Open) -> None:
    page, answer = ready(visit(PAGE)), "preparation.preliminary.q01#answer"
    page.evaluate(
        "key => { vademecum.desk.change([[key, 'Quinze PME.']], new Map([[key, '']])); return vademecum.desk.keep() }",
        answer,
    )
    give(page, colleague())
    page.locator('[data-do="compare"]').click()
    for side in ("mine", "theirs", "both"):
        page.locator(f'vm-merge input[value="{side}"]').first.check()
    assert work(page) == {answer: "Quinze PME."}
    saved = save(page)
    assert list(saved["values"]) == []
    give(page, saved)
    expect(page.locator("[data-found]")).to_be_focused()
    expect(page.locator("[data-remarks]")).to_be_hidden()


# ------------------------------------------------------------------ what the browser remembers


def refused(name: str) -> str:
    return f"Object.defineProperty(window, '{name}', {{ get() {{ throw new DOMException('no', 'SecurityError') }} }})"


@pytest.mark.parametrize("lost", [["localStorage"], ["sessionStorage"]])
def test_kept_words_are_shown_without_a_key_where_the_browser_remembers_little(
    visit: Open, address: str, lost: list[str]
) -> None:
    page = visit("", forgiving=True)  # the theme itself complains where there is no localStorage
    for name in lost:
        page.add_init_script(refused(name))
    page.goto(address + TOPIC)
    write(page, "mots")
    kept(page)
    page.reload()
    holds(page, "mots")
    page.goto(f"{address}en/{TOPIC}")
    holds(page, "mots")


@pytest.mark.parametrize("old", [False, True], ids=["now", "firefox-before-126"])
def test_kept_words_are_shown_after_the_memory_was_cleared(visit: Open, address: str, *, old: bool) -> None:
    page = visit("")
    if old:
        page.add_init_script("delete IDBFactory.prototype.databases")
    page.goto(address + TOPIC)
    page.wait_for_load_state("networkidle")
    names = page.context.new_page()
    names.goto(f"{address}404.html")
    assert names.evaluate("indexedDB.databases()") == []  # to look for work makes none
    write(page, "mots")
    write(page, "encore", SECOND)
    kept(page)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.reload()
    holds(page, "mots")
    holds(page, "encore", SECOND)
    assert page.evaluate(f"vademecum.desk.work.get('{FIRST}#answer')") == "mots"
