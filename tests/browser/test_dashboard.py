"""« Mon cluster »: scores, registers, filters, files and snapshots drawn from what was kept; and progress elsewhere."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import SETTINGS, Open, until
from tests.browser.test_accessibility import violations
from tests.browser.test_paper import call, local

PAGE = "dashboard/"
TOPIC = "implementation.partners"  # six questions
OTHER = "preparation.preliminary"  # ten
LEVELS = {"01": "3", "02": "2", "03": "2", "04": "1", "05": "0", "06": "na"}
TODAY = date.today()  # noqa: DTZ011 (the browser of this machine has the same clock and zone)
HOSTILE = '=HYPERLINK("http://evil.example";"x")'
KEEP = """async ([values, texts]) => {
  const { desk } = vademecum;
  desk.change([...values, ...texts], new Map(texts.map(([key]) => [key, ""])));
  await desk.keep();
  if (desk.state !== "kept") throw new Error(desk.state);
}"""


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def keep(page: Page, values: dict[str, Any], texts: dict[str, str] | None = None) -> None:
    page.evaluate(KEEP, [list(values.items()), list((texts or {}).items())])


def rated() -> dict[str, str]:
    return {f"{TOPIC}.q{number}#level": level for number, level in LEVELS.items()}


def worked() -> tuple[dict[str, Any], dict[str, str]]:
    values = rated() | {
        f"{TOPIC}.q04#importance": "3",
        f"{TOPIC}.q04#due": day(-1),
        f"{TOPIC}.q02#due": day(10),
        f"{OTHER}.q01#level": "1",
        f"{OTHER}.q02#level": "unknown",
        f"{OTHER}.q03#level": "4",
        f"{OTHER}.q03#reviewed": day(-400),
        f"{OTHER}.a01#status": "done",
        f"{OTHER}.a02#status": "doing",
        f"{OTHER}.a02#due": day(60),
        "gone.topic.q09#level": "2",
    }
    texts = {
        f"{TOPIC}.q04#next": HOSTILE,
        f"{TOPIC}.q04#owner": "Amélie Benali",
        f"{TOPIC}.q02#next": "دعوة الأعضاء 😀",
        f"{TOPIC}.q01#evidence": "PV du 3 mars",
        "gone.topic.q09#answer": "<b>gardée</b>",
    }
    return values, texts


@pytest.fixture
def dashboard(visit: Open) -> Page:
    page = visit(PAGE)
    keep(page, *worked())
    expect(page.locator("[data-vm-radar] svg")).to_be_visible()
    return page


def cells(page: Page, topic: str) -> list[str]:
    found = page.locator(f'[data-scores="{topic}"] [data-cell]').all_inner_texts()
    return [text.replace("\xa0", " ").replace("\u202f", " ") for text in found]


def test_an_empty_page_says_how_to_begin_and_loads_nothing(visit: Open) -> None:
    page = visit(PAGE)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="Rien n’est encore noté")).to_be_visible()
    assert "preparation/preliminary" in str(page.locator("[data-vm-empty] .vm-button").first.get_attribute("href"))
    expect(page.locator("[data-vm-empty] svg")).to_be_visible()
    assert page.locator("[data-vm-empty] .vm-button:visible").count() == 2
    for part in ("[data-vm-actions]", "[data-scores]", "[data-heats]"):
        expect(page.locator(part).first).to_be_hidden()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop())")
    assert not {"dashboard.js", "store.js"} & set(loaded)


def test_without_script_the_topics_and_the_way_to_begin_are_there(visit: Open) -> None:
    page = visit(PAGE, java_script_enabled=False)
    expect(page.locator("[data-scores]")).to_have_count(12)
    expect(page.locator('[data-cell="score"]').first).to_have_text("non évalué")
    expect(page.locator("noscript p").first).to_be_visible()
    expect(page.locator("[data-vm-snapshots]")).to_be_hidden()


def test_answers_given_on_a_sheet_are_scored(visit: Open, address: str) -> None:
    page = visit("implementation/partners/")
    for number, level in LEVELS.items():
        page.locator(f'input[name="{TOPIC}.q{number}#level"][value="{level}"]').check()
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    after = page.locator(".vm-questions > .vm-next")
    expect(after.locator("[data-vm-score]")).to_have_text(re.compile(r"40\s% · en construction"))
    expect(after.locator("[data-vm-meaning]")).to_contain_text("peu sont convenues")
    after.get_by_text("Pourquoi ce score").click()
    expect(after.locator("[data-vm-why] li")).to_have_text(
        [re.compile("5 questions évaluées sur 5"), re.compile(r"est 8\. Divisée par 5, elle donne 1,6 sur 4, soit 40")]
    )
    assert after.locator("[data-vm-weak] a").get_attribute("href") == f"#{TOPIC}.q05"
    expect(after.locator("[data-vm-helps] a")).to_have_attribute("href", re.compile(r"tools/#?[\w-]+"))
    expect(after.get_by_role("link", name="Thème suivant")).to_have_attribute("href", re.compile(r"/$"))
    after.get_by_role("link", name="Mon cluster").click()
    page.wait_for_url(address + PAGE)
    expect(page.locator(f'[data-scores="{TOPIC}"] [data-cell="score"]')).to_contain_text("40")
    expect(page.locator("[data-vm-empty]")).to_be_hidden()
    # 3, 2, 2, 1, 0 of five asked: 40 %, all covered; the sixth does not apply
    assert cells(page, TOPIC) == ["40 %", "en construction", "100 %", "40 %", "75 %", "–"]
    assert cells(page, OTHER)[0] == "non évalué"
    phase = page.locator('[data-phase="2"]')
    assert "40" in phase.locator('[data-cell="score"]').inner_text()
    expect(phase.locator('[data-cell="mean"]')).to_have_text(re.compile(r"score de 1 thème sur \d"))
    expect(phase.locator('[data-cell="coverage"]')).to_have_text(re.compile(r"\d+\s%\s\(5 questions sur \d\d\)"))


def test_table_radar_and_heat_map_agree(dashboard: Page) -> None:
    heat = dashboard.locator(f'[data-heats="{TOPIC}"] td').all_inner_texts()
    assert heat == ["1", "1", "2", "1", "·", "1", "·", "·"]
    assert dashboard.locator(f'[data-heats="{OTHER}"] td').all_inner_texts() == ["·", "1", "·", "1", "·", "·", "1", "7"]
    assert cells(dashboard, OTHER)[0] == "trop peu évalué"
    expect(dashboard.locator('[data-phase="1"] [data-cell="score"]')).to_have_text("trop peu évalué")
    expect(dashboard.locator('[data-phase="1"] [data-cell="coverage"]')).to_contain_text(
        re.compile(r"\(2 questions sur \d\d\)")
    )
    expect(dashboard.locator(".vm-radar .vm-radar__now circle")).to_have_count(1)  # one topic has a score
    expect(dashboard.get_by_role("img", name=re.compile("Un axe par thème"))).to_be_visible()
    expect(dashboard.locator(".vm-radar g")).to_have_count(2)  # now and target: no snapshot yet
    expect(dashboard.locator(".vm-legend__last")).to_be_hidden()
    distance = dashboard.evaluate(
        "(() => { const c = document.querySelector('.vm-radar .vm-radar__now circle');"
        " return Math.hypot(c.cx.baseVal.value - 320, c.cy.baseVal.value - 215) })()"
    )
    assert distance == pytest.approx(165 * 0.4, abs=0.2)


def test_a_table_sorts_and_says_how(dashboard: Page) -> None:
    heading = dashboard.locator("[data-vm-sort] th", has_text="Score").first
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    first = dashboard.locator("[data-scores]").first
    expect(first).to_have_attribute("data-scores", TOPIC)  # the only one with a score; empty ones stay last
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(first).to_have_attribute("data-scores", TOPIC)
    dashboard.get_by_role("button", name="Thème").click()
    expect(first).to_contain_text("Apprendre et anticiper")


def test_priorities_come_in_order_with_their_reasons(dashboard: Page) -> None:
    items = dashboard.locator("[data-vm-priorities] > li")
    found = [item.get_attribute("data-id") for item in items.all()]
    q = f"{TOPIC}.q"
    # 0→3 × 2 = 6 before 1→3 × 3 = 6 (the lower level first); then 1→3 × 2 = 4; then the gaps of one
    assert found == [f"{q}05", f"{q}04", f"{OTHER}.q01", f"{q}02", f"{q}03"]
    expect(items.nth(1)).to_contain_text("Priorité 6")
    expect(items.nth(1)).to_contain_text("écart 2 × importance 3")
    expect(items.nth(1)).to_contain_text("Amélie Benali")
    expect(dashboard.locator("[data-vm-open] summary")).to_contain_text("questions pas encore évaluées")


def test_open_foundations_are_named_once_a_later_phase_is_built(dashboard: Page) -> None:
    warning = dashboard.locator("[data-vm-foundations]")
    expect(warning).to_contain_text("Vous construisez sur une fondation ouverte")
    expect(warning.locator("li")).to_have_count(1)  # preliminary.q01 stands at 1; q03 at 4, counted as 3
    keep(dashboard, {f"{OTHER}.q01#level": "2"})
    expect(warning).to_be_hidden()


def test_more_than_five_priorities_fold(dashboard: Page) -> None:
    keep(dashboard, {f"{OTHER}.q{n:02}#level": "1" for n in range(1, 11)})
    items = dashboard.locator("[data-vm-priorities] > li")
    expect(items).to_have_count(14)
    expect(items.nth(4)).to_be_visible()
    expect(items.nth(5)).to_be_hidden()
    button = dashboard.get_by_role("button", name="Afficher les 14 priorités")
    button.click()
    expect(items.nth(13)).to_be_visible()
    expect(dashboard.locator("[data-vm-all]")).to_have_attribute("aria-expanded", "true")


def test_the_register_holds_steps_and_actions_and_filters_them(dashboard: Page) -> None:
    rows = dashboard.locator("[data-vm-actions] tbody tr")
    assert [row.get_attribute("data-status") for row in rows.all()] == ["late", "soon", "open", "done"]
    expect(rows.nth(0).get_by_role("rowheader")).to_have_text(HOSTILE)
    count = dashboard.locator("[data-vm-count]")
    expect(count).to_contain_text("Actions et prochaines étapes faites : 1 sur 4. En retard : 1, soit 33")
    assert states(rows) == ["À faire", "À faire", "En cours", "Fait"]  # in the words of the sheets
    assert [row.locator(".vm-timing").all_text_contents() for row in rows.all()] == [
        ["en retard"],
        ["sous 14 jours"],
        [""],
        [""],
    ]
    filters = dashboard.locator("[data-vm-filters]")
    for label, shown in (("Ce qui reste", 3), ("En retard", 1), ("Priorité haute", 1)):
        filters.get_by_label(label, exact=True).check()
        expect(rows.locator("visible=true")).to_have_count(shown)
        expect(filters.get_by_role("status")).to_contain_text(f"{shown} affiché")
    keep(dashboard, {f"{OTHER}.a02#due": day(-3)})
    expect(rows.nth(0).locator("td").last.locator("option:checked")).to_have_text("En cours")
    expect(filters.get_by_role("status")).to_contain_text("1 affiché")
    assert states(rows) == ["En cours", "À faire", "À faire", "Fait"]  # late, and still in progress
    filters.get_by_label("À mon nom").check()
    filters.get_by_label("Votre nom").fill("amelie benali")
    expect(rows.locator("visible=true")).to_have_count(1)
    dashboard.reload()
    dashboard.get_by_label("À mon nom").check()
    expect(dashboard.get_by_label("Votre nom")).to_have_value("amelie benali")


def states(rows: Locator) -> list[str]:
    shown = "cell => cell.querySelector('select')?.selectedOptions[0].textContent ?? cell.textContent"
    return [row.locator("td").last.evaluate(shown) for row in rows.all()]


def test_an_action_is_changed_in_its_row_which_stays_while_one_is_at_it(dashboard: Page) -> None:
    rows = dashboard.locator("[data-vm-actions] tbody tr")
    late = rows.nth(0)
    late.get_by_label("Responsable").fill("Sami")
    late.get_by_label("Échéance").fill(day(90))
    expect(late).to_have_attribute("data-status", "open")
    expect(late.locator(".vm-timing")).to_have_text("")
    expect(late.get_by_label("Échéance")).to_be_focused()
    assert late.get_attribute("data-id") == f"{TOPIC}.q04.next"
    doing = dashboard.locator(f'[data-vm-actions] [data-id="{OTHER}.a02"]')
    doing.get_by_label("État").select_option("done")
    expect(doing).to_have_attribute("data-status", "done")
    dashboard.get_by_role("heading", name="Où nous en sommes").click()
    statuses = [row.get_attribute("data-status") for row in rows.all()]
    assert statuses == ["soon", "open", "done", "done"]
    held = dashboard.evaluate("key => vademecum.desk.work.get(key)", f"{TOPIC}.q04#owner")
    assert held == "Sami"
    expect(rows.nth(1).get_by_label("Responsable")).to_have_value("Sami")


def test_next_steps_of_tools_stand_in_the_register_and_their_risks_indicators_and_events_in_lists(
    visit: Open, address: str
) -> None:
    page = visit("tools/financing-red-flags/")
    step = page.locator("[data-part=next-steps] tbody tr").first
    step.locator("[name$='#action']").fill("Ouvrir un second compte")
    step.locator("[name$='#owner']").fill("Paul")
    page.locator("[name='financing-red-flags.flags.in-kind#answer'][value=yes]").check(force=True)
    page.locator("[name='financing-red-flags.flags.ending-grant#answer'][value=no]").check(force=True)
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.goto(f"{address}{PAGE}")
    row = page.locator("[data-vm-actions] tbody tr")
    expect(row).to_have_count(1)
    expect(row.get_by_role("rowheader")).to_have_text("Ouvrir un second compte")
    expect(row.get_by_label("Responsable")).to_have_value("Paul")
    row.get_by_label("Responsable").fill("Lina")
    row.get_by_label("Échéance").fill(day(-3))
    expect(row).to_have_attribute("data-status", "late")
    row.get_by_label("État").select_option("done")
    expect(row).to_have_attribute("data-status", "done")
    keep(page, {"events-calendar.events.xvisit#date": day(5)}, {"events-calendar.events.xvisit#title": "Visite"})
    folds = page.locator("[data-vm-lists] summary:visible")
    expect(folds).to_have_text(["1 risque noté dans nos outils", "1 date à venir"])
    folds.first.click()
    risk = page.locator("[data-vm-joined=risks] li")
    expect(risk.get_by_role("link")).to_have_text("Des apports en nature sont comptés comme de l’argent.")
    risk.get_by_role("link").click()
    page.wait_for_url(f"{address}tools/financing-red-flags/#financing-red-flags.flags")
    step = page.locator("[data-part=next-steps] tbody tr").first
    expect(step.locator("[name$='#owner']")).to_have_value("Lina")
    expect(step.locator("[name$='#status']:is(select, :checked)")).to_have_value("done")


def test_each_kind_of_join_leads_to_the_dashboard(visit: Open, address: str) -> None:
    page = visit("tools/learning-agenda/")
    told = {"question": "Où vendre ?", "date": day(4), "decision": "Aller à la foire", "owner": "Paul", "due": day(9)}
    for name, said in told.items():
        page.locator(f"[data-part=agenda] [name$='#{name}']").first.fill(said)
    due = page.locator("[data-part=agenda] [name$='#due']").first.get_attribute("name")
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.goto(f"{address}{PAGE}")
    keep(
        page,
        {"project-workbook.risks.xa#review": day(20), "external-evaluation.agenda.draft#due": day(30)},
        {
            "knowledge-map.next-steps.xa#action": "Former au four",
            "external-evaluation.recommendations.xa#action": "Suivre le coût",
            "external-evaluation.recommendations.xb#action": "Fait depuis longtemps",
            "external-evaluation.recommendations.xb#done": day(-9),
            "project-workbook.risks.xa#risk": "Le four tombe",
            "logframe.chain.xa#indicator": "Pièces livrées",
            "logframe.classic.xa#indicator": "Pièces livrées",
        },
    )
    rows = page.locator("[data-vm-actions] tbody tr")
    expect(rows.get_by_role("rowheader")).to_have_text(["Aller à la foire", "Suivre le coût", "Former au four"])
    rows.first.get_by_label("Échéance").fill(day(-1))  # no state of its own, so no state to change; a day has
    expect(rows.first).to_have_attribute("data-status", "late")
    expect(rows.first.get_by_label("État")).to_have_count(0)
    folds = page.locator("[data-vm-lists] summary:visible")
    expect(folds).to_have_text(["1 risque noté dans nos outils", "1 indicateur suivi", "2 dates à venir"])
    for fold in folds.all():
        fold.click()
    expect(page.locator("[data-vm-joined=events] li a")).to_have_text(["Où vendre ?", "Rapport provisoire"])
    assert page.evaluate("key => vademecum.desk.work.get(key)", due) == day(-1)


def test_what_is_needed_first_comes_first(dashboard: Page) -> None:
    call(dashboard, "Textile Sud")
    expect(dashboard.locator("[data-vm-whose]")).to_contain_text(f"Textile Sud\u2069 · {local(TODAY)}")
    seen = dashboard.locator("vm-dashboard h2:visible").evaluate_all("all => all.map(({ id }) => id)")
    assert seen[:6] == ["next", "register", "scores", "heat", "evidence", "snapshots"]
    radar, table = (dashboard.locator(f".vm-stand > {part}") for part in (".vm-figure", ".vm-scroll"))
    beside, figures = radar.bounding_box(), table.bounding_box()
    assert beside
    assert figures
    assert beside["x"] + beside["width"] <= figures["x"]
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    dashboard.set_viewport_size({"width": 375, "height": 740})
    above, below = radar.bounding_box(), table.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    assert dashboard.locator("[data-vm-actions] .vm-scroll").evaluate("one => one.scrollWidth <= one.clientWidth")


def saved(page: Page, button: Any, tmp_path: Path) -> str:
    with page.expect_download() as waiting:
        button.click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes().decode("utf-8")


def test_the_register_leaves_as_csv_and_calendar(dashboard: Page, tmp_path: Path) -> None:
    section = dashboard.locator("[data-vm-actions]")
    text = saved(dashboard, section.locator("[data-vm-csv]"), tmp_path)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][2:6] == ["Responsable", "Échéance", "Délai", "État de l’action"]
    timed = [["en retard", "À faire"], ["sous 14 jours", "À faire"], ["", "En cours"], ["", "Fait"]]
    assert [row[4:6] for row in rows[1:]] == timed
    assert rows[1][0] == f"'{HOSTILE}"
    assert rows[2][0] == "دعوة الأعضاء 😀"
    assert len(rows) == 5
    calendar = saved(dashboard, section.locator("[data-vm-ics]"), tmp_path)
    assert calendar.count("BEGIN:VEVENT\r\n") == 3  # what is done has no date any more
    assert f"DTSTART;VALUE=DATE:{day(10).replace('-', '')}\r\n" in calendar
    assert "SUMMARY:دعوة الأعضاء 😀\r\n" in calendar
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    again = saved(dashboard, section.locator("[data-vm-ics]"), tmp_path)
    assert re.findall("UID:.*", again) == re.findall("UID:.*", calendar)


def test_evidence_is_listed_and_what_lacks_it_is_marked(dashboard: Page, tmp_path: Path) -> None:
    section = dashboard.locator("[data-vm-evidence]")
    expect(section.locator(f'[data-id="{TOPIC}.q01"]')).to_contain_text("PV du 3 mars")
    expect(section.locator(f'[data-id="{OTHER}.q03"]')).to_contain_text("Sans preuve notée, Revue en retard")
    assert "PV du 3 mars" in saved(dashboard, section.locator("[data-vm-csv]"), tmp_path)


def test_answers_without_a_place_stay_readable_and_stay_words(dashboard: Page) -> None:
    section = dashboard.locator("[data-vm-homeless]")
    expect(section).to_contain_text("<b>gardée</b>")
    expect(section).to_contain_text("gone.topic.q09")
    expect(section.locator("b")).to_have_count(0)


def test_snapshots_are_kept_compared_deleted_and_brought_back(dashboard: Page, address: str) -> None:
    section = dashboard.locator("[data-vm-snapshots]")
    section.get_by_label("Nom du point d’étape").fill("Avant le conseil")
    dashboard.keyboard.press("Enter")
    expect(section.get_by_role("status")).to_contain_text("Point d’étape gardé")
    expect(section.locator("[data-vm-list] > li")).to_have_count(1)
    keep(dashboard, {f"{TOPIC}.q04#level": "3", f"{TOPIC}.q01#level": "2", f"{OTHER}.a02#status": "done"})
    expect(dashboard.locator(f'[data-scores="{TOPIC}"] [data-cell="change"]')).to_have_text("+5")  # 40 → 45
    section.get_by_text("Ce qui a changé depuis").click()
    for words in ("Ont progressé (1)", "Ont reculé (1)", "Actions faites depuis (1)", "de 1 à 3", "de 3 à 2"):
        expect(section).to_contain_text(words)
    expect(dashboard.locator(".vm-legend__last")).to_be_visible()
    expect(dashboard.locator(".vm-radar g")).to_have_count(3)
    until(dashboard, "vademecum.desk.state === 'kept'")
    dashboard.goto(address + "ar/" + PAGE)
    expect(section.locator("[data-vm-list] > li")).to_contain_text("Avant le conseil")
    dashboard.goto(address + PAGE)
    section.get_by_role("button", name="Supprimer").click()
    expect(section.locator("[data-vm-list] > li")).to_have_count(0)
    undo = section.get_by_role("button", name="Annuler la suppression")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(section.locator("[data-vm-list] > li")).to_have_count(1)
    until(dashboard, "vademecum.desk.state === 'kept'")
    dashboard.reload()
    expect(section.locator("[data-vm-list] > li")).to_have_count(1)


def test_another_tab_redraws_at_once(dashboard: Page, address: str) -> None:
    other = dashboard.context.new_page()
    other.goto(address + "implementation/partners/")
    other.locator(f'input[name="{TOPIC}.q05#level"][value="4"]').check()
    expect(dashboard.locator(f'[data-scores="{TOPIC}"] [data-cell="score"]')).to_contain_text("60")


def test_other_languages_show_the_same_figures(dashboard: Page, address: str) -> None:
    for language, band in (("ar/", "قيد البناء"), ("en/", "taking shape")):
        dashboard.goto(address + language + PAGE)
        row = dashboard.locator(f'[data-scores="{TOPIC}"]')
        expect(row).to_contain_text(band)
        expect(row.locator('[data-cell="score"]')).to_contain_text("40")
    middle = "document.querySelector('.vm-radar').viewBox.baseVal.width / 2"
    second = "document.querySelectorAll('.vm-radar__number')[1].x.baseVal[0].value"
    assert dashboard.evaluate(f"{second} > {middle}")
    dashboard.goto(f"{address}ar/{PAGE}")
    expect(dashboard.locator(".vm-radar__number")).to_have_count(12)
    assert dashboard.evaluate(f"{second} < {middle}")  # from right to left the topics go round the other way


def test_the_page_prints_with_all_rows(dashboard: Page) -> None:
    dashboard.get_by_label("En retard", exact=True).check()
    call(dashboard, "Textile Sud")
    reader = PdfReader(io.BytesIO(dashboard.pdf(prefer_css_page_size=True)))
    text = " ".join(sheet.extract_text() for sheet in reader.pages)
    assert "PV du 3 mars" in text
    assert "1 Premiers pas" in text
    assert f"Cluster : Textile Sud Date : {local(TODAY)}" in re.sub(r"\s+", " ", text)
    assert text.count("En cours") == 1  # hidden on the screen by the filter, there on paper
    for furniture in ("Télécharger", "Garder un point", "Supprimer"):
        assert furniture not in text


@SETTINGS
def test_axe_finds_nothing_in_what_is_drawn(visit: Open, language: str, width: int, scheme: str) -> None:
    page = visit(language + PAGE, width, scheme, bypass_csp=True)
    keep(page, *worked())
    page.locator("[data-vm-snapshots] form button").click()
    page.locator("[data-vm-list] summary").click()
    page.locator("[data-vm-open] summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_progress_shows_on_home_and_phase_once_something_is_kept(visit: Open, address: str) -> None:
    page = visit("")
    expect(page.locator(".vm-map__progress").first).to_be_hidden()
    keep(page, *worked())
    drawn = page.locator(f'.vm-map__progress[data-vm-progress="{TOPIC}"]')
    expect(drawn).to_have_text("6/6")  # one of them at level 0, one does not apply
    name = "Attirer de nouveaux membres, 6 questions sur 6 évaluées"
    expect(page.get_by_role("link", name=name)).to_be_visible()
    page.goto(address + "preparation/")
    first = page.locator(f'.vm-progress[data-vm-progress="{OTHER}"]')
    expect(first).to_have_text("2 questions sur 10 évaluées")
    expect(page.locator('.vm-progress[data-vm-progress="preparation.finance"]')).to_have_text(
        "0 question sur 8 évaluée"
    )
    page.goto(address + "ar/preparation/")
    expect(page.locator(f'.vm-progress[data-vm-progress="{OTHER}"]')).to_have_text("قُيّم سؤالان من 10")
    page.goto(address + "en/preparation/")
    expect(page.locator(f'.vm-progress[data-vm-progress="{OTHER}"]')).to_have_text("2 of 10 questions rated")


def test_the_map_names_its_links_as_they_are_seen(visit: Open) -> None:
    page = visit("", bypass_csp=True)
    keep(page, {"preparation.preliminary.q01#level": "3"})
    link = page.locator(".vm-map__drawing a:has([data-vm-progress='preparation.preliminary'])")
    expect(link.locator("[data-vm-progress]")).to_have_text("1/10")
    expect(link).to_have_attribute("aria-label", "1/10 Premiers pas, 1 question sur 10 évaluée")
    assert violations(page) == []
