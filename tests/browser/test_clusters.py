"""Several clusters, and their files: kept, renamed, binned and back; saved, opened, merged and undone; bad files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Page, expect

from macros.version import __version__
from tests.browser.conftest import PATIENCE, SETTINGS, Open
from tests.browser.test_accessibility import violations
from tests.built import built_site

PAGE = "clusters/"
LEVEL = "preparation.preliminary.q01#level"
ANSWER = "preparation.preliminary.q01#answer"
PLAN = "business-plan.s1#text"
TEXTS = {ANSWER, PLAN}
Work = dict[str, Any]


def colleague(**changed: Any) -> Work:
    """Return a colleague's file, without a history."""
    return {
        "format": "vademecum-cluster",
        "version": 2,
        "written": "2026-11-20T10:00:00Z",
        "cluster": {"name": "Textile Sud, Karim"},
        "values": {"preparation.preliminary.q01": {"level": "3"}, "preparation.preliminary.q02": {"level": "1"}},
        "texts": {
            "preparation.preliminary.q01": {"answer": "Vingt PME.\nالبقية تبيع محليًا."},
            "later.entry": {"answer": "inconnu ici"},
        },
    } | changed


def ready(page: Page) -> Page:
    expect(page.locator("[data-list] li").first).to_be_visible()
    expect(page.locator('[data-do="save"]')).to_be_enabled()
    return page


def enter(page: Page, values: Work) -> None:
    """Enter values as the fields of a page do."""
    page.evaluate(
        """([values, texts]) => {
            const { desk } = globalThis.vademecum;
            desk.change(Object.entries(values), new Map(texts.map((key) => [key, desk.work?.get(key) ?? ""])));
            return new Promise((kept) => desk.addEventListener("state", () => desk.state === "kept" && kept()));
        }""",
        [values, [key for key in values if key in TEXTS]],
    )


def work(page: Page) -> Work:
    found: Work = page.evaluate("Object.fromEntries(globalThis.vademecum.desk.work.entries())")
    return found


def row(page: Page, name: str) -> Any:
    return page.locator("[data-list] li").filter(has=page.locator("[data-name]", has_text=re.compile(f"^{name}$")))


def create(page: Page, name: str) -> None:
    page.get_by_label("Nom du cluster").last.fill(name)
    page.get_by_role("button", name="Créer et ouvrir").click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text(name or "Sans nom")
    ready(page)


def said(page: Page, part: str) -> Any:
    return page.locator(f"{part} .vm-feedback [role=status]")


def give(page: Page, data: Any) -> None:
    """Choose a file."""
    raw = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    page.locator("vm-files input").set_input_files({"name": "recu.json", "mimeType": "application/json", "buffer": raw})


def save(page: Page) -> Work:
    """Save the open cluster as a file; return what it holds."""
    with page.expect_download() as caught:
        page.locator('[data-do="save"]').click()
    saved: Work = json.loads(Path(caught.value.path()).read_text(encoding="utf-8"))
    return saved


def test_clusters_are_made_renamed_switched_and_stay_apart(visit: Open, address: str) -> None:
    page = ready(visit(PAGE))
    enter(page, {LEVEL: "1"})
    page.get_by_role("button", name="Renommer : Mon cluster").click()
    expect(page.get_by_label("Nom du cluster").first).to_have_value("Mon cluster")
    page.keyboard.press("Escape")
    create(page, "Textile Sud")
    assert work(page) == {}
    enter(page, {LEVEL: "3", ANSWER: "Quinze PME."})
    page.get_by_role("button", name="Renommer : Textile Sud").click()
    page.keyboard.type("Textile  du Sud")
    page.keyboard.press("Enter")
    expect(said(page, "vm-clusters")).to_contain_text("Textile du Sud")
    page.get_by_role("button", name="Renommer : Textile du Sud").press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Renommer : Textile du Sud")).to_be_focused()
    page.get_by_role("button", name="Ouvrir : Mon cluster").click()
    expect(said(page, "vm-clusters")).to_contain_text("est ouvert")
    ready(page)
    assert work(page) == {LEVEL: "1"}
    page.goto(address + "preparation/preliminary/")
    expect(page.locator(f'input[name="{LEVEL}"][value="1"]')).to_be_checked()


def test_an_empty_name_becomes_unnamed(visit: Open) -> None:
    page = ready(visit(PAGE))
    create(page, "")
    expect(page.locator("vm-keeper")).to_contain_text("Sans nom")


def test_a_copy_has_everything(visit: Open) -> None:
    page = ready(visit(PAGE))
    enter(page, {LEVEL: "2", ANSWER: "mot"})
    page.evaluate("globalThis.vademecum.desk.work.record('snapshot.1', { kind: 'snapshot' })")
    page.get_by_role("button", name="Dupliquer : Mon cluster").click()
    expect(said(page, "vm-clusters")).to_contain_text("Mon cluster (copie)")
    page.get_by_role("button", name="Ouvrir : Mon cluster (copie)").click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("Mon cluster (copie)")
    ready(page)
    assert work(page) == {LEVEL: "2", ANSWER: "mot"}
    assert page.evaluate("globalThis.vademecum.desk.work.records.size") == 1


def test_a_deleted_cluster_comes_back_at_once_or_from_the_bin(visit: Open) -> None:
    page = ready(visit(PAGE))
    create(page, "Cuir")
    enter(page, {LEVEL: "4"})
    page.get_by_role("button", name="Supprimer : Cuir").click()
    expect(said(page, "vm-clusters")).to_contain_text("corbeille")
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("Mon cluster")
    expect(page.locator("[data-binned] li")).to_contain_text("Encore 30 jours")
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("Cuir")
    ready(page)
    assert work(page) == {LEVEL: "4"}
    page.get_by_role("button", name="Supprimer : Mon cluster").click()
    expect(said(page, "vm-clusters")).to_contain_text("corbeille")
    page.reload()
    ready(page)
    page.get_by_role("button", name="Remettre : Mon cluster").click()
    expect(row(page, "Mon cluster")).to_be_visible()
    expect(page.locator("[data-bin]")).to_be_hidden()


def test_the_last_one_deleted_leaves_an_empty_one(visit: Open) -> None:
    page = ready(visit(PAGE))
    create(page, "Cuir")
    for name in ("Mon cluster", "Cuir"):
        page.get_by_role("button", name=f"Supprimer : {name}").click()
        expect(said(page, "vm-clusters")).to_have_text(re.compile(f"{name}.* corbeille"))  # the open one: on a new page
        ready(page)
    assert work(page) == {}
    expect(page.locator("[data-binned] li")).to_have_count(2)


def test_two_tabs_show_the_same_list(visit: Open, address: str) -> None:
    one = ready(visit(PAGE))
    other = one.context.new_page()
    other.goto(address + PAGE)
    ready(other)
    create(one, "Cuir")
    expect(row(other, "Cuir")).to_be_visible()
    other.get_by_role("button", name="Supprimer : Cuir").click()
    expect(one.locator("[data-binned]")).to_contain_text("Cuir")


def test_a_file_follows_its_schema_and_gives_everything_back(visit: Open) -> None:
    schema = json.loads((built_site()[0] / "work.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    page = ready(visit(PAGE))
    expect(page.locator("[data-last]")).to_have_text("Pas encore de fichier")
    create(page, "Textile Sud")
    text = "Émoji 😀, عربي, \u202egpj.exe\u202c, <script>alert(1)</script>, =1+1"
    enter(page, {LEVEL: "3", ANSWER: text})
    saved = save(page)
    Draft202012Validator(schema).validate(saved)
    Draft202012Validator(schema).validate(colleague())
    assert not Draft202012Validator(schema).is_valid(colleague(texts={"x": {"y": 1}}))
    assert saved["texts"]["preparation.preliminary.q01"]["answer"] == text
    assert (saved["cluster"]["name"], saved["language"], saved["content"]) == ("Textile Sud", "fr", __version__)
    expect(page.locator("[data-last]")).to_contain_text("Dernier fichier")
    give(page, saved)
    with page.expect_navigation():
        page.get_by_role("button", name="Ouvrir comme nouveau cluster").click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("Textile Sud (2)")
    ready(page)
    assert work(page) == {LEVEL: "3", ANSWER: text}
    give(page, saved)
    page.locator('[data-do="compare"]').click()
    expect(page.locator("vm-merge h2")).to_contain_text("Rien à fusionner")


def test_a_reminder_stands_where_much_has_changed_since_the_last_file(visit: Open) -> None:
    page = ready(visit(PAGE))
    enter(page, {f"x.q{n}#level": "1" for n in range(19)})
    expect(page.locator("[data-due]")).to_be_hidden()
    enter(page, {"x.q19#level": "1"})
    expect(page.locator("[data-due]")).to_contain_text("20 saisies n’existent que dans ce navigateur")
    save(page)
    expect(page.locator("[data-due]")).to_be_hidden()


def merging(page: Page) -> None:
    give(page, colleague())
    expect(page.locator("[data-found]")).to_be_focused()
    expect(page.locator("[data-about]")).to_contain_text("2 questions évaluées · 4 saisies en tout")
    page.get_by_role("button", name="Fusionner avec").click()
    expect(page.locator("vm-merge")).to_contain_text("2 saisies diffèrent")
    expect(page.locator("vm-merge")).to_contain_text("2 saisies nouvelles")


MINE = {LEVEL: "2", ANSWER: "Quinze PME.", PLAN: "Un atelier."}


def test_a_colleagues_file_is_compared_merged_and_undone_after_a_reload(visit: Open, address: str) -> None:
    page = ready(visit(PAGE))
    enter(page, MINE)
    merging(page)
    assert work(page) == MINE
    answer = page.get_by_role("group", name="Notre réponse")
    expect(answer.get_by_role("radio", name="Les deux")).to_be_checked()
    paragraphs = answer.locator('[data-value="theirs"] .vm-value')
    assert [paragraphs.nth(n).evaluate("e => getComputedStyle(e).direction") for n in (0, 1)] == ["ltr", "rtl"]
    level = page.get_by_role("group", name="Niveau").first
    expect(level.get_by_role("radio", name="La vôtre")).to_be_checked()
    told = """() => {
      window.told = [];
      vademecum.desk.addEventListener("state", () => window.told.push(vademecum.desk.state));
    }"""
    page.evaluate(told)
    page.get_by_role("button", name="Fusionner", exact=True).click()
    expect(said(page, "vm-journal")).to_contain_text("3 saisies ont changé")
    assert page.evaluate("window.told")[:2] == ["waiting", "kept"]  # not kept before it is
    expect(page.get_by_role("button", name="Annuler la fusion").first).to_be_focused()
    merged = work(page)
    assert sorted(merged[ANSWER].split("\n")) == sorted(["Quinze PME.", "Vingt PME.", "البقية تبيع محليًا."])
    assert (merged[LEVEL], merged["preparation.preliminary.q02#level"]) == ("2", "1")
    page.locator("vm-journal summary").click()
    expect(page.locator("vm-journal dl")).to_contain_text("3 · Appliquée")
    page.goto(address + PAGE)
    ready(page)
    enter(page, {"preparation.preliminary.q02#level": "4"})
    page.get_by_role("button", name="Annuler la fusion").click()
    expect(said(page, "vm-journal")).to_contain_text("2 saisies sont revenues")
    expect(said(page, "vm-journal")).to_contain_text("1 saisie, changée depuis, est restée")
    assert work(page) == MINE | {"preparation.preliminary.q02#level": "4"}
    page.reload()
    ready(page)
    assert work(page) == MINE | {"preparation.preliminary.q02#level": "4"}
    expect(page.locator("vm-journal [data-list]")).to_contain_text("annulée le")


def test_a_file_takes_the_place_of_an_empty_cluster(visit: Open) -> None:
    page = ready(visit(PAGE))
    give(page, colleague())
    choices = page.locator("[data-found] .vm-button:visible")
    expect(choices).to_have_text(["Ouvrir"])
    with page.expect_navigation():
        choices.click()
    expect(page.locator("[data-list] [data-name]")).to_have_text(["Textile Sud, Karim"])
    expect(ready(page).locator("[data-bin]")).to_be_hidden()
    assert work(page)[LEVEL] == "3"
    only_a_date_is_shown_as_a_date(page)


def only_a_date_is_shown_as_a_date(page: Page) -> None:
    row = {"_order": "A", "title": "2027-01-31", "date": "2027-02-28"}
    topic = {"due": "2027-03-31", "owner": "2027-04-30"}
    give(page, colleague(values={"events-calendar.events.xa": row, "preparation.preliminary.q01": topic}, texts={}))
    page.get_by_role("button", name="Fusionner avec").click()
    expect(page.locator("[data-found] .vm-button:visible")).to_have_count(0)  # those of the comparison are enough
    expect(page.get_by_role("button", name="Garder toutes les vôtres")).to_be_hidden()  # nothing of ours differs
    shown = page.locator('vm-merge [data-value="theirs"]')
    expect(shown).to_have_count(4)
    assert sorted(shown.all_text_contents()) == ["2027-01-31", "2027-04-30", "28 févr. 2027", "31 mars 2027"]


def test_everything_of_the_file_can_be_taken_or_nothing(visit: Open) -> None:
    page = ready(visit(PAGE))
    enter(page, MINE)
    merging(page)
    page.get_by_role("button", name="Garder toutes les vôtres").click()
    page.locator('vm-merge [data-do="cancel"]').click()
    expect(page.locator("vm-merge")).to_be_hidden()
    expect(page.get_by_role("button", name="Fusionner avec")).to_be_focused()
    page.get_by_role("button", name="Fusionner avec").click()
    page.get_by_role("button", name="Garder toutes les vôtres").click()
    page.get_by_role("button", name="Fusionner", exact=True).click()
    expect(said(page, "vm-journal")).to_have_text("Rien n’a changé : vous avez gardé toutes vos saisies.")
    assert work(page) == MINE
    give(page, colleague())
    page.get_by_role("button", name="Fusionner avec").click()
    page.get_by_role("button", name="Prendre toutes celles du fichier").click()
    page.get_by_role("button", name="Fusionner", exact=True).click()
    expect(said(page, "vm-journal")).to_contain_text("4 saisies ont changé")
    assert work(page)[LEVEL] == "3"
    assert work(page)[ANSWER] == colleague()["texts"]["preparation.preliminary.q01"]["answer"]
    page.get_by_role("button", name="Annuler la fusion").first.click()
    expect(said(page, "vm-journal")).to_contain_text("4 saisies sont revenues")
    assert work(page) == MINE


def test_a_reset_can_be_undone_also_later(visit: Open) -> None:
    page = ready(visit(PAGE))
    page.locator('[data-do="reset"]').click()
    expect(said(page, "vm-journal")).to_contain_text("pas de réponse")
    enter(page, MINE)
    page.locator('[data-do="reset"]').click()
    expect(said(page, "vm-journal")).to_contain_text("3 saisies effacées")
    assert work(page) == {}
    page.reload()
    ready(page)
    assert work(page) == {}
    page.get_by_role("button", name="Annuler la remise à zéro").click()
    expect(said(page, "vm-journal")).to_contain_text("3 saisies sont revenues")
    assert work(page) == MINE


WHOLE = json.dumps(colleague(), ensure_ascii=False).encode()
BAD = {
    "not JSON": (b"Bonjour", "n’est pas un fichier de cluster"),
    "cut": (WHOLE[:-30], "incomplet ou abîmé"),
    "not ours": ({"format": "other"}, "vient d’un autre outil"),
    "newer": (colleague(version=3), "version plus récente"),
    "empty": (colleague(values={}, texts={}), "aucune réponse"),
    "damaged": (colleague(values=None, texts=None, state="AAEC"), "rien de lisible"),
    "deep": (b'{"format": "vademecum-cluster", "values": ' + b'{"a":' * 200_000, "jamais"),
    "big": (b" " * (50 * 1024 * 1024 + 1), "trop gros"),
}


def test_a_bad_file_is_named_and_changes_nothing(visit: Open) -> None:
    page = ready(visit(PAGE))
    enter(page, MINE)
    for name, (data, message) in BAD.items():
        if name == "big":
            continue
        give(page, data)
        expect(said(page, "vm-files")).to_contain_text(message)
        expect(said(page, "vm-files")).to_contain_text("Votre cluster n’a pas changé")
        expect(page.locator("[data-found]")).to_be_hidden()
        assert work(page) == MINE, name


def test_a_file_of_more_than_50_megabytes_is_not_read(visit: Open, tmp_path: Path) -> None:
    data, message = BAD["big"]
    assert isinstance(data, bytes)
    (tmp_path / "big.json").write_bytes(data)
    page = ready(visit(PAGE))
    page.evaluate("void (Blob.prototype.text = () => { throw new Error('read') })")
    page.locator("vm-files input").set_input_files(tmp_path / "big.json")
    expect(said(page, "vm-files")).to_contain_text(message)


def test_hostile_words_of_a_file_are_shown_as_words(visit: Open) -> None:
    hostile = (
        '<img src=x onerror="window.hurt = 1"><script>window.hurt = 1</script>\u202egpj\u0000 =HYPERLINK("x") {{7*7}}'
    )
    note = {
        "kind": "merge",
        "at": "2026-01-01",
        "where": "work",
        "name": hostile,
        "changes": [{"key": "a.b#c", "theirs": hostile}],
    }
    ids = {"__proto__": {"level": "1"}, "constructor": {"level": "1"}, "a.b": {"__proto__": "1", "level": hostile}}
    raw = json.dumps(
        colleague(
            cluster={"name": hostile},
            values=ids,
            texts={"a.b": {"answer": hostile}},
            records={"merge.x": note, "merge.y": {"kind": "merge", "at": {}, "changes": [None]}},
        )
    )
    page = ready(visit(PAGE))
    enter(page, {"preparation.preliminary.q03#level": "2"})
    give(page, raw.encode())
    expect(page.locator("[data-remarks]")).to_contain_text("3 éléments du fichier ne sont pas reconnus")
    page.get_by_role("button", name="Fusionner avec").click()
    page.get_by_role("button", name="Fusionner", exact=True).click()
    expect(said(page, "vm-journal")).to_contain_text("2 saisies ont changé")
    assert page.evaluate("[window.hurt, {}.level, document.querySelectorAll('.vm-clusters img').length]") == [
        None,
        None,
        0,
    ]
    assert work(page)["a.b#answer"] == hostile.replace("\u0000", "")


def test_a_damaged_history_is_said_and_the_answers_are_read(visit: Open) -> None:
    page = ready(visit(PAGE))
    give(page, colleague(state="AAEC"))
    expect(page.locator("[data-remarks]")).to_contain_text("L’historique du fichier est abîmé")
    page.locator('[data-do="new"]').click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("Textile Sud, Karim")
    ready(page)
    assert len(work(page)) == 4


def test_a_browser_that_keeps_nothing_is_said(visit: Open, address: str) -> None:
    page = visit("", forgiving=True)
    page.context.add_init_script("indexedDB.open = () => { throw new DOMException('refused', 'SecurityError') }")
    page.goto(address + PAGE)
    expect(said(page, "vm-clusters")).to_contain_text("Ce navigateur ne garde rien ici")
    expect(page.locator('[data-do="save"]')).to_be_disabled()
    expect(page.get_by_role("button", name="Créer et ouvrir")).to_be_disabled()


def test_a_full_browser_adds_nothing_and_loses_nothing(visit: Open) -> None:
    page = ready(visit(PAGE, forgiving=True))
    enter(page, MINE)
    give(page, colleague())
    page.evaluate(
        """() => {
            for (const name of ["add", "put"]) {
                const write = IDBObjectStore.prototype[name];
                IDBObjectStore.prototype[name] = function (...given) {
                    const asked = write.apply(this, given);
                    this.transaction.abort(); // as a browser does when no room is left
                    return asked;
                };
            }
        }"""
    )
    page.locator('[data-do="new"]').click()
    expect(said(page, "vm-files")).to_contain_text("Rien n’a été ajouté à la liste")
    expect(page.locator("[data-list] li")).to_have_count(1)
    assert work(page) == MINE


def test_lasting_storage_is_asked_for_on_a_click_and_the_answer_is_shown(visit: Open) -> None:
    page = visit(PAGE)
    page.evaluate("void (navigator.storage.persist = async () => ((window.asked = true), false))")
    ready(page)
    expect(page.locator("[data-space]")).to_contain_text("Place occupée")
    assert page.evaluate("window.asked") is None
    page.get_by_role("button", name="Demander au navigateur").click()
    expect(said(page, "vm-storage")).to_contain_text("n’a pas accepté")
    page.evaluate("void (navigator.storage.persist = async () => true)")
    page.get_by_role("button", name="Demander au navigateur").click()
    expect(said(page, "vm-storage")).to_contain_text("a accepté")


@pytest.mark.parametrize(
    ("folder", "opened"),
    [("en/", "open now"), ("ar/", "مفتوح الآن")],
    ids=["en", "ar"],
)
def test_the_page_speaks_its_language(visit: Open, folder: str, opened: str) -> None:
    page = ready(visit(folder + PAGE))
    expect(page.locator("li[aria-current]")).to_contain_text(opened)
    enter(page, MINE)
    give(page, colleague())
    page.locator('[data-do="compare"]').click()
    expect(page.locator("vm-merge fieldset")).to_have_count(4)
    assert re.search(r"\{\w+\}|undefined|NaN", page.locator(".vm-clusters").inner_text()) is None


@SETTINGS
def test_axe_finds_nothing_in_any_state_of_the_page(visit: Open, language: str, width: int, scheme: str) -> None:
    page = ready(visit(language + PAGE, width, scheme, bypass_csp=True))
    name = "Un nom assez long pour un cluster du textile et du cuir, numéro un"
    page.locator("[data-new] input").fill(name)
    page.locator("[data-new] button").click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text(name)
    ready(page)
    enter(page, MINE)
    page.locator('[data-do="delete"]').first.click()
    expect(page.locator("[data-binned] li")).to_have_count(1)
    page.locator('vm-clusters [data-do="rename"]').first.click()
    give(page, colleague(state="AAEC", texts={"x.y": {"answer": "mot" * 200}, "a b": {}}))
    page.locator('[data-do="compare"]').click()
    page.evaluate("for (const more of document.querySelectorAll('vm-merge details')) more.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("vm-merge form button[type=submit]").click()
    expect(page.locator("vm-journal [data-list] li")).to_have_count(1)
    page.evaluate("for (const more of document.querySelectorAll('vm-journal details')) more.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.evaluate(
        "[...document.querySelectorAll('.vm-clusters button')].filter(e => e.checkVisibility())"
        ".map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 43.9


def test_everything_works_from_a_folder(browser: Browser) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto((built_site()[0] / "clusters" / "index.html").as_uri())
    ready(page)
    create(page, "Textile Sud")
    enter(page, MINE)
    saved = save(page)
    assert saved["values"]["preparation.preliminary.q01"]["level"] == "2"
    merging(page)
    page.get_by_role("button", name="Fusionner", exact=True).click()
    expect(said(page, "vm-journal")).to_contain_text("3 saisies ont changé")
    page.reload()
    ready(page)
    page.get_by_role("button", name="Annuler la fusion").click()
    expect(said(page, "vm-journal")).to_contain_text("3 saisies sont revenues")
    assert work(page) == MINE
    context.close()
