"""The pages of tools in Chromium: fill in, see what follows, come back; the example; rows; keyboard; paper."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.formula.ground import Problem
from macros.model.tool import Tool
from macros.pages.formulas import for_browser
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, example, key
from macros.reckoning.expected import inputs
from macros.reckoning.scope import Scope
from macros.source.vademecum import vademecum
from tests.browser.conftest import Open, drawn, ready_for_paper, until
from tests.browser.test_accessibility import violations
from tests.browser.test_keeping import kept, state
from tests.covering import telling
from tests.workbook import same

GO = "tools/go-nogo/"
TOOLS = [tool for tool in vademecum("fr").tools if tool.parts]
ON_PAGES = [tool for tool in TOOLS if "page" in tool.formats]
VERDICT = ".vm-verdict [data-value]"


def control(page: Page, name: str) -> Any:
    return page.locator(f'[name="go-nogo.{name}"]')


def cell(page: Page, part: str, row: int, field: str) -> Any:
    """Return a control of a row that people add, unfolded, by its number: its name comes with the first word."""
    place = page.locator(f"[data-part={part}] tr[data-free]").nth(row - 1)
    fold = place.locator("[data-vm-fold]")
    if fold.is_visible() and fold.get_attribute("aria-expanded") == "false":
        fold.click()
    return place.locator(f"[name$='#{field}']")


def rate(page: Page, rating: str, *, save: tuple[str, str] = ("", "")) -> None:
    """Rate every statement alike, but one."""
    go = vademecum("fr").get(Tool, "go-nogo")
    statements = go.part("statements")
    assert statements
    for row in statements.rows:
        chosen = save[1] if row.key == save[0] else rating
        page.locator(f'[name="go-nogo.statements.{row.key}#rating"][value="{chosen}"]').check()


def verdict(page: Page, words: str) -> None:
    expect(page.locator(f"{VERDICT} [data-choice]:visible")).to_have_text(words)


# ------------------------------------------------------------------ what follows from the answers


def test_a_rating_changes_the_verdict_its_words_and_its_drawing(visit: Open) -> None:
    page = visit(GO)
    expect(page.locator(VERDICT)).to_have_text("–", use_inner_text=True)
    rate(page, "strong")
    verdict(page, "Oui")
    expect(page.locator(".vm-outcome")).to_have_text("Conclusion : Oui")
    expect(page.locator("[data-value='result.score']")).to_have_text(re.compile(r"^100,0\s%$"))
    expect(page.locator(".vm-results dd p:visible")).to_have_text("Les bases sont là. Préparez la première réunion.")
    control(page, "statements.firms#rating").and_(page.locator("[value=no]")).check()
    verdict(page, "Pas encore")
    said = page.locator("tr[data-at=firms] [role=status]")
    expect(said).to_contain_text("Attention. Une condition de départ manque.")
    figure = page.locator("[data-chart=gauge]")
    expect(figure.get_by_role("img")).to_have_accessible_name(re.compile("Jauge du score"))
    figure.locator("summary").click()
    expect(figure.get_by_role("row").nth(1)).to_have_text(re.compile(r"Score\s*90,0\s%"))


def test_answers_survive_reload_and_another_language(visit: Open, address: str) -> None:
    page = visit(GO)
    rate(page, "fair")
    control(page, "facts#kinds.firm").check()
    control(page, "facts#ready").fill("18")
    control(page, "statements.firms#fact").fill("Douze ateliers\n et une fonderie")  # one line: no break is kept
    kept(page)
    for path in (GO, f"ar/{GO}"):
        page.goto(address + path)
        expect(control(page, "facts#ready")).to_have_value("18")
        expect(control(page, "facts#kinds.firm")).to_be_checked()
        expect(control(page, "statements.firms#fact")).to_have_value("Douze ateliers et une fonderie")
        verdict(page, "Oui, sous conditions")


def test_columns_bear_the_names_that_people_give(visit: Open) -> None:
    page = visit("tools/responsibility-matrix/")
    head, role = page.locator("th[id$='tasks.c1.col']"), page.locator("[name='responsibility-matrix.roles#r1']")
    expect(head).to_have_text("Rôle 1")
    role.fill("Trésorière")
    expect(head).to_have_text("Trésorière")
    cell(page, "tasks", 1, "task").fill("Payer une facture")
    letter = cell(page, "tasks", 1, "c1")
    expect(letter).to_have_accessible_name(re.compile("Trésorière"))
    letter.select_option("a")
    expect(page.locator("[data-chart] thead th").get_by_text("Trésorière", exact=True)).to_be_attached()
    page.locator("[data-part=tasks] [data-vm-add]").click()
    expect(page.locator("[data-part=tasks] tr[data-free]").last.locator("[data-named$='.c1']")).to_have_text(
        "Trésorière"
    )
    role.fill(" ")
    expect(head).to_have_text("Rôle 1")


def test_months_follow_the_first_day_of_the_plan(visit: Open) -> None:
    page = visit("tools/financial-plan/")
    heads = page.locator("[data-part=liquidity] thead [data-place]")
    expect(heads.nth(3)).to_have_text("Mois 4")
    page.locator("[name='financial-plan.assumptions#start']").fill("2026-10-31")
    expect(heads.nth(3)).to_have_text("janv. 2027")
    expect(heads.nth(11)).to_have_text("sept. 2027")


def test_a_choice_can_be_taken_back(visit: Open) -> None:
    page = visit(GO)
    rate(page, "strong")
    page.locator("tr[data-at=history] [data-vm-clear]").click()
    expect(page.locator(VERDICT)).to_have_text("–", use_inner_text=True)
    kept(page)
    page.reload()
    expect(control(page, "statements.leaders#rating").and_(page.locator("[value=strong]"))).to_be_checked()
    expect(page.locator("tr[data-at=history] :checked")).to_have_count(0)


def test_comma_point_and_arabic_digits_are_numbers(visit: Open) -> None:
    page = visit(GO)
    total = page.locator("tr[data-at=existing] [data-value='alternatives.total']")
    control(page, "alternatives.existing#speed").fill("0")
    for cost, written in enumerate(("2,5", "2.5", " 2,5 ", "٢٫٥")):
        control(page, "alternatives.existing#fit").fill(written)
        control(page, "alternatives.existing#cost").fill(str(cost))
        expect(total).to_have_text(str(cost + 3))
        expect(page.locator(".vm-fault")).to_have_count(0)


def test_text_in_a_number_and_a_number_out_of_bounds_are_said_in_words(visit: Open) -> None:
    page = visit(GO)
    field = control(page, "alternatives.existing#fit")
    field.fill("beaucoup")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Un nombre est attendu, comme 12 ou 12,5.")
    field.fill("4")
    expect(field).to_have_accessible_description("4\u00a0: hors de 0 à 3, non compté.")
    field.fill("3")
    expect(page.locator(".vm-fault")).to_have_count(0)
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("width", [1280, 375])
def test_from_the_count_of_points_a_list_leads_to_each_that_is_said_elsewhere(visit: Open, width: int) -> None:
    page = visit("tools/funding-mix/", width)
    cell(page, "sources", 2, "source").select_option("public-grant")
    cell(page, "sources", 2, "origin").select_option("private")
    leads = page.locator("[data-leads] a").filter(has_text="L’origine contredit la source")
    leads.click()
    remark = page.locator("[data-part=sources] .vm-remark").filter(has_text="L’origine contredit la source")
    expect(remark).to_be_focused()
    expect(remark).to_be_in_viewport()


# ------------------------------------------------------------------ the example


@pytest.mark.parametrize("tool", telling(ON_PAGES), ids=lambda tool: tool.id)
def test_the_example_shows_its_results_and_leaves_my_answers_alone(visit: Open, tool: Tool) -> None:
    page = visit(f"tools/{tool.id}/")
    mine = page.locator("textarea[name*='#']:visible, input[type=text][name*='#']:not([inputmode]):visible").first
    mine.fill("À moi")
    kept(page)
    name = mine.get_attribute("name")
    page.get_by_role("button", name="Voir l’exemple").click()
    expect(page.get_by_role("status").filter(has_text="Voici l’exemple")).to_contain_text("30 juin 2026")
    evaluation = Evaluation(Scope(tool, vademecum("fr").tool_frame.lists), example(tool), EXAMPLE_DAY)
    drawn(page)
    results = page.evaluate("document.querySelector('vm-tool').evaluation.results()")
    assert {k: same(float(v) if isinstance(v, int) and not isinstance(v, bool) else v, evaluation.results()[k])
            for k, v in results.items()} == dict.fromkeys(results, True)  # fmt: skip
    fired = len([*evaluation.fired()])
    number = [str(vademecum("fr").word("checks-count", fired)) if fired else ""] if tool.checks else []
    expect(page.locator("[data-fired]")).to_have_text(number)
    drawings = page.locator(".vm-svg").evaluate_all("all => all.map(drawing => drawing.outerHTML)")
    assert [drawing for drawing in drawings if re.search("NaN|undefined|Infinity", drawing)] == []
    assert page.locator("vm-tool [name*='#']").count() == 0
    page.locator("vm-tool textarea[name*='@']:visible, vm-tool input[type=text][name*='@']:visible").first.fill("77")
    page.get_by_role("button", name="Revenir à mes réponses").click()
    expect(page.locator(f'[name="{name}"]')).to_have_value("À moi")
    page.reload()
    expect(page.locator(f'[name="{name}"]')).to_have_value("À moi")
    stored = page.evaluate("vademecum.desk.open().then(desk => desk.work.entries().map(([key]) => key))")
    assert stored == [name]


def test_what_another_tab_writes_does_not_disturb_the_example(visit: Open, address: str) -> None:
    page = visit(GO)
    control(page, "facts#ready").fill("3")
    kept(page)
    other = page.context.new_page()
    other.goto(address + GO)
    expect(other.locator('[name="go-nogo.facts#ready"]')).to_have_value("3")
    page.get_by_role("button", name="Voir l’exemple").click()
    other.locator('[name="go-nogo.facts#ready"]').fill("31")
    kept(other)
    expect(page.locator('[name="go-nogo.facts@ready"]')).to_have_value("18")
    page.get_by_role("button", name="Revenir à mes réponses").click()
    expect(control(page, "facts#ready")).to_have_value("31")


# ------------------------------------------------------------------ drawings


def widths(page: Page, shapes: str) -> list[float]:
    return page.locator(shapes).evaluate_all("all => all.map(shape => Number(shape.getAttribute('width')))")


@pytest.mark.parametrize("language", ["", "ar/"], ids=["fr", "ar"])
def test_days_are_bars_beside_today_and_steps_grow_narrower(visit: Open, language: str) -> None:
    page = visit(f"{language}tools/project-workbook/", 375)
    page.locator("[data-vm-example]").click()
    drawn(page)
    chart = page.locator("[data-chart=gantt] .vm-svg")
    frames = chart.locator(".vm-svg__frame")
    expect(frames).to_have_count(7)
    expect(chart.locator(".vm-svg__frame--marked")).to_have_count(2)
    expect(chart).to_contain_text("Critique")
    expect(chart).to_contain_text("تاريخ اليوم" if language else "Date du jour – 30 juin 2026")
    first, last = (float(frames.nth(n).get_attribute("x") or "") for n in (0, 6))
    assert (first < last) == (not language)
    done, whole = widths(page, "[data-chart=gantt] .vm-tint")[1], widths(page, "[data-chart=gantt] .vm-svg__frame")[1]
    assert done / whole == pytest.approx(0.3, abs=0.02)
    page.goto(page.url.replace("project-workbook", "member-pipeline"))
    page.locator("[data-vm-example]").click()
    drawn(page)
    steps = widths(page, "[data-chart=funnel] rect")
    assert [step / steps[0] for step in steps] == pytest.approx([1, 5 / 6, 4 / 6, 2 / 6, 1 / 6], abs=0.01)
    expect(page.locator("[data-chart=funnel] .vm-svg")).to_contain_text(re.compile("83[,.]3"))


def test_a_radar_has_an_axis_a_criterion_and_an_outline_a_candidate(visit: Open) -> None:
    page = visit("tools/partner-profile/")
    page.locator("[data-vm-example]").click()
    drawn(page)
    radar = page.locator("[data-chart=profiles] .vm-svg")
    candidates = page.locator("[data-chart=profiles] tbody th").all_text_contents()
    expect(radar.locator(".vm-svg__area")).to_have_count(len(candidates))
    for name in (*candidates, "Stratégie", "Entente"):
        expect(radar).to_contain_text(name.split()[0])
    expect(radar.locator("circle")).to_have_count(6 * len(candidates))


# ------------------------------------------------------------------ rows


def test_rows_are_added_removed_and_brought_back(visit: Open, address: str) -> None:
    page = visit(GO)
    steps = page.locator("[data-part=next-steps]")
    steps.get_by_role("button", name="Ajouter une ligne").click()
    expect(cell(page, "next-steps", 4, "action")).to_be_focused()
    cell(page, "next-steps", 4, "action").fill("Écrire aux dix premiers")
    cell(page, "next-steps", 4, "owner").fill("Anne")
    kept(page)
    name = cell(page, "next-steps", 4, "action").get_attribute("name")
    page.goto(address + GO)
    added = page.locator(f'[name="{name}"]')
    expect(added).to_have_value("Écrire aux dix premiers")
    steps.get_by_role("button", name="Retirer Ligne 1").click()
    undo = steps.get_by_role("button", name="Annuler")
    expect(undo).to_be_focused()
    expect(steps.get_by_role("status").filter(has_text="Ligne 1 · Ligne retirée.")).to_be_visible()
    kept(page)
    assert page.evaluate("vademecum.desk.work.pairs()") == []
    undo.press("Enter")
    expect(added).to_have_value("Écrire aux dix premiers")
    kept(page)
    page.goto(address + GO)
    expect(cell(page, "next-steps", 1, "owner")).to_have_value("Anne")


def test_a_row_is_brought_back_also_where_a_click_gives_a_button_no_focus(visit: Open) -> None:
    page = visit(GO)  # Safari, and Firefox on macOS, leave the focus where it was
    cell(page, "next-steps", 1, "action").fill("Écrire aux dix premiers")
    kept(page)
    control(page, "facts#ready").focus()
    steps = page.locator("[data-part=next-steps]")
    steps.get_by_role("button", name="Retirer Ligne 1").evaluate("button => button.click()")
    expect(steps.get_by_role("status").filter(has_text="Ligne 1 · Ligne retirée.")).to_be_visible()
    steps.get_by_role("button", name="Annuler").evaluate("button => button.click()")
    expect(cell(page, "next-steps", 1, "action")).to_have_value("Écrire aux dix premiers")
    kept(page)
    page.reload()
    expect(cell(page, "next-steps", 1, "action")).to_have_value("Écrire aux dix premiers")


def test_a_row_of_another_tab_appears(visit: Open, address: str) -> None:
    page = visit(GO)
    control(page, "facts#ready").fill("3")
    kept(page)
    other = page.context.new_page()
    other.goto(address + GO)
    expect(other.locator('[name="go-nogo.facts#ready"]')).to_have_value("3")
    page.locator("[data-part=next-steps] [data-vm-add]").click()
    cell(page, "next-steps", 4, "action").fill("Appeler la région")
    expect(cell(other, "next-steps", 1, "action")).to_have_value("Appeler la région")


def test_rows_that_two_tabs_begin_in_the_same_place_stay_two(visit: Open, address: str) -> None:
    page = visit("tools/events-calendar/")
    cell(page, "events", 1, "title").fill("Salon")
    kept(page)
    other = page.context.new_page()
    other.goto(f"{address}tools/events-calendar/")
    expect(cell(other, "events", 1, "title")).to_have_value("Salon")
    begun = """title => {
      const place = document.querySelectorAll("[data-part=events] tr[data-free]")[2].querySelector("[name$='#title']");
      place.value = title;
      place.dispatchEvent(new Event("input", { bubbles: true }));
    }"""
    for tab, title in ((page, "Visite"), (other, "Atelier")):
        tab.evaluate(begun, title)
    for tab in (page, other):
        kept(tab)
    page.goto(f"{address}tools/events-calendar/")
    expect(cell(page, "events", 3, "title")).not_to_have_value("")
    assert sorted(cell(page, "events", n, "title").input_value() for n in (1, 2, 3)) == ["Atelier", "Salon", "Visite"]


def test_the_example_takes_nothing_away_that_is_not_kept_or_just_removed(visit: Open) -> None:
    page = visit("tools/events-calendar/")
    cell(page, "events", 1, "title").fill("Salon")
    cell(page, "events", 2, "title").fill("Visite")
    cell(page, "events", 3, "title").fill("Atelier")
    cell(page, "events", 2, "title").focus()
    page.get_by_role("button", name="Retirer Ligne 2").click()
    aim = cell(page, "events", 2, "aim")
    aim.evaluate(
        """control => {
          control.style.display = "none"; // a million letters take long to draw
          control.value = "a".repeat(1_000_001);
          control.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }"""
    )
    state(page, "beyond")
    for _ in range(2):
        page.locator("[data-vm-example]").click()
    assert aim.evaluate("({ value }) => value.length") == 1_000_001
    page.get_by_role("button", name="Annuler").click()
    expect(cell(page, "events", 2, "title")).to_have_value("Visite")
    expect(cell(page, "events", 3, "title")).to_have_value("Atelier")
    kept_titles = "vademecum.desk.work.entries().filter(([key]) => key.endsWith('#title')).length"
    assert page.evaluate(kept_titles) == 3


def test_the_example_of_a_long_table_is_printed_without_rows_of_mine(visit: Open) -> None:
    page = visit("tools/events-calendar/")
    page.evaluate(
        """async () => {
          const { desk } = vademecum;
          desk.change(Array.from({ length: 250 }, (_, n) => [`events-calendar.events.x${n}#title`, `Visite ${n}`]));
          await desk.keep();
        }"""
    )
    titles = page.locator("[data-part=events] tr[data-free] [name$='title']")
    expect(titles).to_have_count(200)
    page.locator("[data-vm-example]").click()
    shown = titles.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(titles).to_have_count(shown)
    expect(page.get_by_text("Afficher la suite (50)")).to_be_hidden()
    page.locator("[data-vm-example]").click()
    expect(titles).to_have_count(200)
    expect(page.get_by_text("Afficher la suite (50)")).to_be_visible()


def test_what_another_tab_takes_away_while_the_example_is_shown_is_gone_afterwards(visit: Open) -> None:
    page = visit(GO)
    for name in ("action", "owner"):
        cell(page, "next-steps", 1, name).fill("Anne")
    control(page, "facts#ready").fill("3")
    kept(page)
    gone = [cell(page, "next-steps", 1, "owner").get_attribute("name"), "go-nogo.facts#ready"]
    page.locator("[data-vm-example]").click()
    page.evaluate("gone => vademecum.desk.change(gone.map((name) => [name, undefined]))", gone)
    page.locator("[data-vm-example]").click()
    expect(cell(page, "next-steps", 1, "action")).to_have_value("Anne")
    expect(cell(page, "next-steps", 1, "owner")).to_have_value("")
    expect(control(page, "facts#ready")).to_have_value("")


# ------------------------------------------------------------------ the same values as in Python


def cases() -> list[tuple[Tool, Any]]:
    """Return what a browser shall compute: one case of each tool, for Node runs the same modules with all of them."""
    return [(tool, case) for tool in TOOLS for case in tool.expected[:1]]


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return Problem(value["problem"])
    if isinstance(value, list):
        return tuple(value)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def test_expected_values_come_out_of_the_evaluator_of_the_page(visit: Open) -> None:
    page = visit(GO)
    until(page, "document.querySelector('vm-tool').evaluation")
    script = """([tool, answers, today, asked]) => {
      const evaluation = new (document.querySelector("vm-tool").evaluation.constructor)(tool, answers, today);
      const problem = (value) => value?.name && typeof value === "object" && !Array.isArray(value);
      const plain = (value) => (problem(value) ? { problem: value.name } : value ?? null);
      const values = asked.map((address) => plain(evaluation.one(...address)));
      return [values, evaluation.fired().map(({ key, at }) => [key, at])];
    }"""
    wrong = []
    for tool, case in cases():
        scope = Scope(tool, vademecum("fr").tool_frame.lists)
        entered, today = inputs(tool, case), EXAMPLE_DAY if case.today is None else date.fromisoformat(case.today)
        evaluation = Evaluation(scope, entered, today)
        everything = evaluation.values()
        answers = {key(tool, address): value for address, value in entered.items()}
        job = [for_browser(scope), answers, today.isoformat(), [list(address) for address in everything]]
        values, fired = page.evaluate(script, job)
        pairs = zip(everything.items(), values, strict=True)
        wrong += [(tool.id, case.name, a, v) for (a, v), found in pairs if not same(plain(found), v)]
        assert fired == [[found.check.key, found.at] for found in evaluation.fired()], (tool.id, case.name)
    assert wrong == []


def test_the_business_plan_holds_the_form_of_its_criteria(visit: Open, address: str) -> None:
    page = visit("business-plan/#business-plan.k04")
    row = page.locator('[id="business-plan.k04"]')
    expect(row).to_be_in_viewport()
    row.get_by_role("radio").first.check()
    kept(page)
    page.goto(f"{address}tools/business-plan-check/")
    expect(page.locator('[name="business-plan-check.criteria.k04#mark"]').first).to_be_checked()


def test_dates_go_into_peoples_own_calendars(visit: Open) -> None:
    page = visit("tools/events-calendar/", accept_downloads=True)
    button = page.get_by_role("button", name="Télécharger les dates (ICS)")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Aucune ligne n’a encore une date")).to_be_visible()
    cell(page, "events", 1, "date").fill("2027-03-09")
    cell(page, "events", 1, "title").fill("Visite de l’atelier, puis repas")
    cell(page, "events", 1, "place").fill("Sfax")
    cell(page, "events", 2, "title").fill("Sans date")
    cell(page, "events", 2, "date").fill("2027-05-01")
    cell(page, "events", 2, "date").fill("")
    cell(page, "events", 3, "date").fill("2027-06-01")  # and no title
    kept(page)
    with page.expect_download() as found:
        button.click()
    assert found.value.suggested_filename.startswith("Calendrier-des-rencontres")
    lines = Path(found.value.path()).read_text(encoding="utf-8").splitlines()
    assert lines.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270309" in lines
    assert "SUMMARY:Visite de l’atelier\\, puis repas" in lines
    assert any(line.startswith("SUMMARY:Calendrier des rencontres") for line in lines)  # it has no title of its own
    assert "DESCRIPTION:Sfax" in lines
    expect(page.get_by_role("status").filter(has_text="Aucune ligne")).to_have_count(0)
    page.get_by_role("button", name="Voir l’exemple").click()
    with page.expect_download() as found:
        button.click()
    told = Path(found.value.path()).read_text(encoding="utf-8")
    assert "20270309" not in told
    titles = [
        v for (_, field, _), v in example(vademecum("fr").get(Tool, "events-calendar")).items() if field == "title"
    ]
    assert told.count("BEGIN:VEVENT") == len(titles) >= 10
    shown = page.locator("[name$='@title']").evaluate_all("all => all.map(({ value }) => value)")
    assert shown == titles  # the tenth after the ninth


def test_a_calendar_holds_also_the_rows_that_are_not_drawn(visit: Open) -> None:
    page = visit("tools/events-calendar/", accept_downloads=True)
    page.evaluate(
        """async () => {
          const rows = Array.from({ length: 250 }, (_, n) => `events-calendar.events.x${n}`);
          const { desk } = vademecum;
          desk.change(rows.flatMap((row, n) => [[`${row}#date`, "2027-03-09"], [`${row}#title`, `Visite ${n}`]]));
          await desk.keep();
        }"""
    )
    with page.expect_download() as found:
        page.get_by_role("button", name="Télécharger les dates (ICS)").click()
    lines = Path(found.value.path()).read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("SUMMARY:Visite ")]) == 250


# ------------------------------------------------------------------ everyone, everywhere


def cut_words(page: Page) -> Any:
    """Return the words of drawings that stand partly outside of theirs."""
    return page.evaluate(
        """[...document.querySelectorAll("svg.vm-svg text")].filter((text) => {
            const [word, drawing] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];
            return word.left < drawing.left - 1 || word.right > drawing.right + 1
                || word.top < drawing.top - 1 || word.bottom > drawing.bottom + 1;
        }).map((text) => text.textContent)"""
    )


LARGE = "tools/financial-plan/"
PATHS = [*(f"tools/{tool.id}/" for tool in ON_PAGES), "tools/maturity-check/", "tools/"]
LOOKED_AT = {*(f"tools/{tool.id}/" for tool in telling(ON_PAGES)), LARGE, *PATHS[-2:]}
"""Where axe looks, which takes seconds on a long page."""


def too_small(page: Page) -> Any:
    """Return the controls that a finger can hardly hit."""
    return page.evaluate(
        """[...document.querySelectorAll('vm-tool :is(button, input, select, textarea, summary)')]
        .filter((control) => control.checkVisibility() && control.offsetParent)
        .map((control) => control.closest("label.vm-tick, label.vm-state") ?? control)
        .filter((control) => control.getBoundingClientRect().height < 43.5)
        .map((control) => control.outerHTML.slice(0, 120))"""
    )


def fits(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PATHS)
def test_the_filled_page_is_for_everyone_and_fits_screens_and_paper(visit: Open, path: str) -> None:
    language, width, scheme = ("", 1280, "light") if PATHS.index(path) % 2 else ("ar/", 320, "dark")  # in turn
    # Without motion: the side menu slides away when a screen becomes wider.
    page = visit(language + path, width, scheme, bypass_csp=True, reduced_motion="reduce")
    if page.locator("[data-vm-example]").count():
        page.locator("[data-vm-example]").click()
        drawn(page)
    page.evaluate("for (const more of document.querySelectorAll('details')) more.open = true")
    if path in LOOKED_AT:
        assert violations(page) == []
    charted = [tool for tool in ON_PAGES if f"tools/{tool.id}/" == path and tool.charts]
    if charted and {chart.kind for chart in charted[0].charts} - {"grid"}:
        text = page.locator("svg.vm-svg text").first  # in one of the sections, where there are some
        expect(text).to_be_attached() if page.locator(".vm-turns").count() else expect(text).to_be_visible()
    assert cut_words(page) == []
    for screen in (1280, 375, 320):
        fits(page, screen)
    assert too_small(page) == []
    if path != "tools/":  # a browser shrinks the whole of a page of which one table is too wide
        page.emulate_media(media="print")
        fits(page, 672)  # what the margins leave of A4


def test_the_form_works_from_the_keyboard(visit: Open) -> None:
    page = visit(GO)
    control(page, "facts#facilitator").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(control(page, "statements.strength#rating").first).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(control(page, "statements.strength#rating").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("tr[data-at=strength] [data-vm-clear]")).to_be_focused()
    page.keyboard.press("Tab")
    expect(control(page, "statements.strength#fact")).to_be_focused()


def test_without_script_the_form_can_be_filled_in_and_the_files_are_one_list(visit: Open) -> None:
    page = visit(GO, java_script_enabled=False)
    control(page, "facts#ready").fill("18")
    expect(page.locator("[data-vm-add]")).to_be_hidden()
    assert "Sans JavaScript, rien n’est calculé ni gardé." in page.content()
    page.goto(page.url.replace(GO, "tools/"))
    expect(page.locator(".vm-filters")).to_be_hidden()
    assert page.locator("a[download]:visible").count() == page.locator("a[download]").count() > 60


def test_a_filled_form_prints_with_its_values_and_without_furniture(visit: Open) -> None:
    page = visit(GO, scheme="dark")
    drawn(ready_for_paper(page))
    page.get_by_role("button", name="Voir l’exemple").click()
    drawn(page)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert len(reader.pages) <= 4
    for words in ("Douze ateliers exportent déjà.", "Oui, sous conditions", "Cluster :", "Jugez ce qui est"):
        assert words in text
    for furniture in ("Voir l’exemple", "Revenir à mes réponses", "Effacer", "Ajouter une ligne", "Accueil", "ko)"):
        assert furniture not in text


# ------------------------------------------------------------------ the page of all tools and files


def test_the_filters_leave_what_fits_and_say_how_many(visit: Open) -> None:
    page = visit("tools/")
    shown = page.locator("a[download]:visible")
    count = page.locator(".vm-filters [role=status]")
    everything = shown.count()
    expect(count).to_have_text(f"{everything} fichiers affichés")
    page.get_by_label("Format").select_option("xlsx")
    hrefs = shown.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert hrefs
    assert all(href.endswith(".xlsx") for href in hrefs)
    expect(count).to_have_text(f"{len(hrefs)} fichiers affichés")
    page.locator("[data-filter=topic]").select_option("preparation.finance")
    expect(page.locator("[data-filter=phase]")).to_have_value("preparation")
    expect(page.get_by_role("heading", name="Premiers pas")).to_be_hidden()
    assert 0 < shown.count() < len(hrefs)
    assert page.url.endswith("?phase=preparation&topic=preparation.finance&format=xlsx")
    page.reload()
    expect(page.locator("[data-filter=topic]")).to_have_value("preparation.finance")
    page.locator("[data-filter=phase]").select_option("change")
    expect(page.locator("[data-filter=topic]")).to_have_value("")
    page.get_by_label("Format").select_option("zip")  # archives are those of a phase: no topic has one
    page.locator("[data-filter=topic]").select_option("change.learning")
    expect(count).to_have_text("0 fichier affiché")
    page.get_by_role("button", name="Tout afficher").click()
    expect(count).to_have_text(f"{everything} fichiers affichés")
    expect(page.get_by_label("Phase")).to_be_focused()
    expect(page.get_by_role("button", name="Tout afficher")).to_be_hidden()
    assert page.url.endswith("/tools/")


def test_a_series_without_a_value_is_no_fault_of_the_drawing(visit: Open) -> None:
    page = visit("tools/ratio-dashboard/")  # what the browser complains of fails this test
    for row in ("net", "equity"):
        page.locator(f'[name="ratio-dashboard.figures.{row}#y1"]').fill("100")
    drawn(page)
    expect(page.locator("[data-chart=trend] circle")).not_to_have_count(0)
    assert page.locator("path[d=M]").count() == 0
