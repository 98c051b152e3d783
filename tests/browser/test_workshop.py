"""Prepare a meeting, hold it, write its minutes: the whole way, by hand and by key."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import SETTINGS, Open, drawn, until
from tests.browser.test_accessibility import violations

THEMES = ("preparation.preliminary", "preparation.strategy", "implementation.partners")
QUESTION = "preparation.preliminary.q01"


def kept(page: Page) -> None:
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")


def session(page: Page) -> Any:
    return page.locator("dialog.vm-session")


def work(page: Page) -> dict[str, Any]:
    """Return what is kept of meetings and decisions, rows by their number: their names are random."""
    pairs = page.evaluate("vademecum.desk.work.entries().filter(([key]) => key.startsWith('workshop.'))")
    names = list(dict.fromkeys(re.findall(r"\.(x\w{12})#", " ".join(key for key, _ in pairs))))
    return {key.replace(name, f"r{n}"): value for key, value in pairs for n, name in enumerate(names) if name in key}


def test_from_the_first_visit_to_minutes_of_three_themes_in_twelve_actions(visit: Open, address: str) -> None:
    page = visit("")
    page.get_by_role("link", name="Préparer ma réunion").click()  # 1
    for theme in THEMES:
        page.locator(f"[data-vm-topic='{theme}'] > .vm-tick").click()  # 2, 3, 4
    rows = page.locator(".vm-meeting__agenda tbody tr")
    expect(rows).to_have_count(6)
    minutes = [field.input_value() for field in rows.locator("input").all()]
    assert sum(map(int, minutes)) == 120
    page.get_by_role("button", name="Ouvrir la séance").click()  # 5
    page.keyboard.press("ArrowRight")  # 6
    expect(session(page).locator("[data-vm-where]")).to_contain_text("Question 1 sur")
    session(page).locator(".vm-session__agreed label", has_text="2").click()  # 7
    session(page).get_by_label("Décision", exact=True).fill("Écrire à la région")  # 8
    session(page).get_by_label("Responsable").first.fill("Amel")  # 9
    session(page).get_by_label("Échéance").first.fill("2027-03-12")  # 10
    session(page).get_by_role("button", name="Clore la séance").click()  # 11
    with page.expect_download() as saved:
        session(page).get_by_role("button", name="Enregistrer le compte rendu").click()  # 12
    assert re.fullmatch(r"cluster-compte-rendu-\d{4}-\d\d-\d\d\.docx", saved.value.suggested_filename)
    text = zipfile.ZipFile(io.BytesIO(saved.value.path().read_bytes())).read("word/document.xml").decode()
    for words in ("Écrire à la région", "Amel", "12 mars 2027", "Niveau retenu", "Convenue"):
        assert words in text, words
    kept(page)
    page.goto(f"{address}dashboard/")
    row = page.locator("[data-vm-actions] tbody tr")
    expect(row.locator("a")).to_have_text("Écrire à la région")
    expect(row.locator("input[type=text]")).to_have_value("Amel")
    row.locator("select").select_option("done")  # its state is its own
    page.locator(f"a[href*='{QUESTION}']").first.click()
    expect(page.locator(f"[name='{QUESTION}#level'][value='2']")).to_be_checked()


def test_a_session_goes_by_key_and_nothing_that_was_typed_is_lost(visit: Open) -> None:
    page = visit(f"workshop/?theme={THEMES[1]}", forgiving=True)  # the theme's timers complain of a clock that jumps
    expect(page.locator(f"[data-vm-topic='{THEMES[1]}'] > .vm-tick input")).to_be_checked()
    page.get_by_label("Heure de début").fill("14:00")
    expect(page.locator(".vm-meeting__agenda tbody tr").last).to_contain_text("16:00")
    point = page.get_by_label("Minutes, Objectifs communs et stratégie")
    for typed, kept_as in (("٦٠", "60"), ("۴۵", "45"), ("1 h", "1"), ("6,x0", "60"), ("60", "60")):
        point.fill("")
        point.press_sequentially(typed)
        expect(point).to_have_value(kept_as)
    expect(page.locator("[data-vm-spare]")).to_have_text("Il reste 45 minutes libres.")
    kept(page)
    page.clock.install()
    page.get_by_role("button", name="Ouvrir la séance").click()
    clock = session(page).locator("[data-vm-clock]")
    expect(clock).to_have_text("Ce point\u00a0: 5 minutesRéunion\u00a0: 120 minutes")
    page.keyboard.press("ArrowRight")
    for key in ("0", "2", "2", "3", "3", "4", "Backspace"):
        page.keyboard.press(key)
    spread = session(page).locator("[data-vm-spread]")
    expect(spread).to_have_text(
        "5 personnes, de 0 à 3, médiane 2. Les avis sont éloignés. Écoutez les deux extrêmes avant de choisir."
    )
    kept_level = session(page).locator(".vm-session__agreed")
    expect(kept_level.get_by_role("radio", name="2")).to_be_checked()  # a proposal, which nothing has written yet
    expect(kept_level.locator("[data-vm-from]")).to_contain_text("Milieu des choix\u00a0: 2.")
    level = "vademecum.desk.entries().get('preparation.strategy.q01#level')"
    assert page.evaluate(level) is None
    session(page).get_by_label("Une personne de plus au niveau 1").click()
    session(page).get_by_label("Cacher les choix pendant le tour").check()
    expect(spread).to_have_text("Les choix sont cachés.")
    session(page).get_by_label("Ce qui s’est dit").fill("204 voix")  # figures that are typed are no voices
    page.clock.fast_forward("01:10:00")
    expect(clock).to_have_text("Ce point\u00a0: 5 minutes de retardRéunion\u00a0: 50 minutes")
    kept_level.locator("label", has_text="2").click()  # hidden hands propose nothing
    assert page.evaluate(level) == "2"
    expect(kept_level.locator("fieldset")).not_to_have_attribute("data-proposed", "")
    kept(page)
    page.context.set_offline(True)
    session(page).get_by_role("button", name="Clore la séance").click()
    with page.expect_download():
        session(page).get_by_role("button", name="Enregistrer le compte rendu").click()
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_role("button", name="Reprendre la séance")).to_be_visible()
    expect(page.get_by_label("Heure de début")).to_have_value("14:00")
    expect(page.locator("[data-vm-done]")).to_have_text("1 question traitée · 0 décision")
    found = work(page)
    about = "preparation~strategy~q01"
    voices = {key[-len(about) - 2 :][0]: value for key, value in found.items() if "#voices-" in key and about in key}
    assert voices == {"0": "1", "1": "1", "2": "2", "3": "2"}
    assert found[f"workshop.meetings.r0#said.{about}"] == "204 voix"
    page.locator("select[data-vm-meetings]").select_option("")  # another one is empty, the first stays
    expect(page.get_by_label("Heure de début")).to_have_value("")
    assert work(page) == found


def test_the_level_of_the_sheet_is_proposed_until_somebody_chooses(visit: Open) -> None:
    page = visit(f"workshop/?theme={THEMES[1]}")
    expect(page.locator(f"[data-vm-topic='{THEMES[1]}'] > .vm-tick input")).to_be_checked()
    page.evaluate("vademecum.desk.change([['preparation.strategy.q01#level', '3']])")
    page.get_by_role("button", name="Ouvrir la séance").click()
    page.keyboard.press("ArrowRight")
    kept_level = session(page).locator(".vm-session__agreed fieldset")
    expect(kept_level.get_by_role("radio", name="3")).to_be_checked()
    expect(kept_level.locator("[data-vm-from]")).to_contain_text("Sur la fiche\u00a0: 3. Choisissez 3")
    expect(kept_level).to_have_attribute("data-proposed", "")


def test_a_meeting_whose_year_is_mistyped_is_not_past_and_names_no_file(visit: Open, address: str) -> None:
    page = visit(f"workshop/?theme={THEMES[1]}")
    page.get_by_label("Date de la réunion").fill("0027-03-15")
    kept(page)
    page.evaluate("sessionStorage.clear()")  # as in another tab
    page.goto(f"{address}workshop/")
    expect(page.get_by_label("Date de la réunion")).to_have_value("0027-03-15")
    page.get_by_role("button", name="Ouvrir la séance").click()
    session(page).get_by_role("button", name="Clore la séance").click()
    with page.expect_download() as saved:
        session(page).get_by_role("button", name="Enregistrer le compte rendu").click()
    assert re.fullmatch(r"cluster-compte-rendu-20\d\d-\d\d-\d\d\.docx", saved.value.suggested_filename)
    page.keyboard.press("Escape")
    page.get_by_label("Date de la réunion").fill("2020-03-15")
    kept(page)
    page.reload()  # chosen in this tab today: it stays
    expect(page.get_by_label("Date de la réunion")).to_have_value("2020-03-15")
    name = "vademecum.meeting"
    page.evaluate("n => sessionStorage.setItem(n, sessionStorage[n].replace(/\\S+$/, '2020-03-15'))", name)
    page.goto(f"{address}workshop/")  # chosen in the tab on another day: as in a tab that knows nothing
    expect(page.locator("select[data-vm-meetings] option")).to_have_count(2)
    expect(page.get_by_label("Date de la réunion")).to_have_value("")


@SETTINGS
def test_axe_finds_nothing_in_a_session_and_it_fits(visit: Open, language: str, width: int, scheme: str) -> None:
    page = visit(f"{language}workshop/?theme={THEMES[0]}", width, scheme, bypass_csp=True, reduced_motion="reduce")
    page.locator("[data-vm-topic] summary").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("[data-vm-begin]").click()
    page.locator("[data-vm-go='1']").click()
    until(page, "document.activeElement.id === 'vm-screen'")
    drawn(page)
    assert violations(page, "dialog") == []
    assert page.evaluate("document.querySelector('.vm-session__screen').scrollWidth") <= width
    page.keyboard.press("Escape")
    expect(session(page)).to_be_hidden()
