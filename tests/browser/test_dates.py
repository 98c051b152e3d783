"""Dates that exist: their range beside them, wrong years pointed out and kept, one bad value that takes no page."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SETTINGS, Open
from tests.browser.test_accessibility import violations
from tests.browser.test_clusters import give, ready
from tests.browser.test_dashboard import keep
from tests.browser.test_keeping import FIRST, TOPIC, kept
from tests.browser.test_tool_pages import cell
from tests.built import pages

DUE, REVIEWED = f"{FIRST}#due", f"{FIRST}#reviewed"
DASHBOARD = "dashboard/"
TODAY = date.today()  # noqa: DTZ011 (the browser of this machine has the same clock and zone)


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[name="{name}"]')


def unfold(page: Page) -> None:
    page.locator(f'[id="{FIRST}"] .vm-record > summary').click()


def fault(control: Locator) -> Locator:
    """Return what is said below a control."""
    return control.locator("xpath=following-sibling::span[contains(@class, 'vm-fault')]")


def works(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("Object.fromEntries(vademecum.desk.work.entries())")
    return found


def test_the_range_stands_beside_each_date(visit: Open) -> None:
    page = visit(TOPIC)
    unfold(page)
    expect(field(page, DUE)).to_have_attribute("min", "2000-01-01")
    expect(field(page, DUE)).to_have_attribute("max", "2099-12-31")
    for folder, beside in (("", "(de 2000 à 2099)"), ("en/", "(2000 to 2099)"), ("ar/", "(من 2000 إلى 2099)")):
        assert beside in " ".join(" ".join(pages()[f"{folder}{TOPIC}index.html"].words).split())
    every, ranged = page.locator("input[type=date]"), page.locator("label:has(.vm-range) input[type=date][min][max]")
    assert every.count() == ranged.count() > 10
    for name, fields in (("workshop", 2), ("dashboard", 1)):  # the script of the dashboard makes a column of them
        assert " ".join(" ".join(pages()[f"{name}/index.html"].words).split()).count("(de 2000 à 2099)") == fields


def test_years_that_can_hardly_be_meant_are_pointed_out_as_they_are_typed(visit: Open) -> None:
    page = visit(TOPIC, locale="en-US")
    unfold(page)
    due = field(page, DUE)
    due.focus()
    page.keyboard.type("031527")
    expect(fault(due)).to_contain_text("L’année 27 est-elle juste ? Une date de 2000 à 2099 est attendue ici.")
    expect(due).to_have_attribute("aria-invalid", "true")
    expect(due).to_have_accessible_description(re.compile("L’année 27"))
    kept(page)
    assert works(page)[DUE] == "0027-03-15"
    page.reload()
    unfold(page)
    expect(due).to_have_value("0027-03-15")
    expect(fault(due)).to_contain_text("L’année 27")
    due.focus()
    page.keyboard.type("03152027")
    expect(fault(due)).to_have_count(0)
    expect(due).not_to_have_attribute("aria-invalid", "true")
    expect(due).not_to_have_attribute("aria-describedby", re.compile("fault"))
    kept(page)
    assert works(page)[DUE] == "2027-03-15"


@pytest.mark.parametrize(("value", "year"), [("1927-03-15", "1927"), ("20277-03-15", "20277")])
def test_a_wrong_year_is_kept_and_shown(visit: Open, value: str, year: str) -> None:
    page = visit(TOPIC)
    unfold(page)
    field(page, DUE).evaluate("(control, value) => { control.value = value }", value)
    field(page, DUE).dispatch_event("input")
    expect(fault(field(page, DUE))).to_contain_text(f"L’année {year} est-elle juste ?")
    kept(page)
    page.reload()
    unfold(page)
    expect(field(page, DUE)).to_have_value(value)
    expect(fault(field(page, DUE))).to_contain_text(f"L’année {year}")


def test_a_review_lies_in_the_past(visit: Open) -> None:
    page = visit(TOPIC)
    unfold(page)
    reviewed = field(page, REVIEWED)
    assert "aujourd’hui" in reviewed.locator("xpath=..").inner_text()
    reviewed.fill((TODAY + timedelta(days=1)).isoformat())
    expect(fault(reviewed)).to_contain_text("Cette date est encore à venir")
    reviewed.fill(TODAY.isoformat())
    expect(fault(reviewed)).to_have_count(0)


def test_half_a_date_is_not_taken_for_one_and_takes_nothing_away(visit: Open) -> None:
    page = visit(TOPIC, locale="en-US")
    unfold(page)
    due = field(page, DUE)
    due.fill("2027-03-15")
    kept(page)
    due.focus()
    page.keyboard.type("02302027")  # no 30 February: the field empties itself, or stops at 28
    page.keyboard.press("Delete")
    expect(fault(due)).to_contain_text("Cette date est incomplète")
    page.locator(f'textarea[name="{FIRST}#answer"]').fill("x")
    kept(page)
    assert re.fullmatch(r"2027-0[23]-\d\d", works(page)[DUE])
    before = works(page)[DUE]
    page.reload()
    expect(due).to_have_value(before)


def test_what_is_kept_and_is_no_date_is_shown_as_it_is(visit: Open) -> None:
    page = visit(TOPIC)
    keep(page, {DUE: "999999-01-31", REVIEWED: "bientôt", f"{FIRST}#importance": 3})
    page.reload()
    unfold(page)
    expect(fault(field(page, DUE))).to_contain_text("999999-01-31")
    expect(fault(field(page, REVIEWED))).to_contain_text("bientôt")
    kept(page)
    assert works(page)[DUE] == "999999-01-31"
    field(page, DUE).fill("2027-01-31")
    expect(fault(field(page, DUE))).to_have_count(0)
    kept(page)
    assert works(page)[DUE] == "2027-01-31"


def test_a_tool_says_the_range_of_its_dates_and_leaves_wrong_ones_out_of_calendars(visit: Open) -> None:
    page = visit("tools/events-calendar/")
    head = page.get_by_role("columnheader").filter(has_text="Date")
    expect(head.first).to_contain_text("(de 2000 à 2099)")
    rows = page.locator("[data-part=events] tr[data-free]")
    first, second = (rows.nth(n).locator("input[type=date]") for n in (0, 1))
    cell(page, "events", 1, "title").fill("Visite")
    first.fill("0027-03-15")
    expect(fault(first)).to_contain_text("L’année 27")
    button = page.get_by_role("button", name="Télécharger les dates (ICS)")
    button.click()
    status = page.locator("[data-vm-dates]")
    expect(status).to_contain_text("1 date à vérifier n’est pas dans le calendrier.")
    expect(status).to_contain_text("Aucune ligne n’a encore une date")
    cell(page, "events", 2, "title").fill("Repas")
    second.fill("2027-05-01")
    with page.expect_download() as found:
        button.click()
    lines = Path(found.value.path()).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("DTSTART")] == ["DTSTART;VALUE=DATE:20270501"]
    expect(status).to_have_text("1 date à vérifier n’est pas dans le calendrier.")
    page.locator("[data-vm-example]").click()
    expect(fault(first)).to_have_count(0)
    page.locator("[data-vm-example]").click()
    expect(first).to_have_value("0027-03-15")
    expect(fault(first)).to_contain_text("L’année 27")


def test_the_dashboard_makes_no_empty_calendar(visit: Open) -> None:
    page = visit(DASHBOARD)
    keep(page, {f"{FIRST}#level": "1"}, {f"{FIRST}#next": "Relire"})
    button = page.get_by_role("button", name="Télécharger les dates (ICS)")
    expect(button).to_be_visible()
    downloads: list[Any] = []
    page.on("download", lambda found: downloads.append(found))  # noqa: PLW0108 (Playwright cannot mark a built-in)
    button.click()
    status = page.locator("[data-vm-dates]")
    expect(status).to_contain_text("Rien de ce qui reste à faire n’a de date")
    keep(page, {DUE: "0027-03-15"})
    expect(page.locator(f'tr[data-id="{FIRST}.next"] input[type=date]')).to_have_value("0027-03-15")
    expect(page.locator(f'tr[data-id="{FIRST}.next"]')).to_have_attribute("data-status", "odd")
    expect(page.locator(f'tr[data-id="{FIRST}.next"]')).to_contain_text("date à vérifier")
    button.click()
    expect(status).to_contain_text("1 date à vérifier")
    keep(page, {DUE: "2027-03-15"})
    with page.expect_download():
        button.click()
    expect(status).to_have_text("")
    assert len(downloads) == 1


def test_a_file_with_dates_that_cannot_be_takes_no_page(visit: Open, address: str) -> None:
    """One due date and one snapshot of an opened file: the dashboard shows them, and all the rest."""
    page = ready(visit("clusters/"))
    other = "change.learning.q02"
    give(page, {
        "format": "vademecum-cluster", "version": 1, "cluster": {"name": "Reçu"},
        "values": {FIRST: {"level": "1", "due": "999999-01-31"}, other: {"level": "2", "due": "2027-02-30"}},
        "texts": {FIRST: {"next": "Relire"}},
        "records": {
            "snapshot:1:a": {"at": 1e300, "name": "Loin", "levels": {FIRST: {"toString": 1}}},
            "snapshot:2:b": {"at": 1_790_000_000_000, "name": {"x": 1}, "levels": {FIRST: "0"}},
        },
    })  # fmt: skip
    page.locator('[data-do="new"]').click()
    expect(page.locator("li[aria-current] [data-name]")).to_have_text("Reçu")
    page.goto(address + DASHBOARD)
    expect(page.locator(f'tr[data-id="{FIRST}.next"]')).to_contain_text("999999-01-31")
    expect(page.locator("[data-vm-list] > li").nth(1)).to_contain_text("Loin –")
    expect(page.locator("[data-vm-list] > li")).to_have_count(2)
    expect(page.locator("[data-vm-priorities]")).to_contain_text("2027-02-30")
    expect(page.locator("[data-vm-failed]")).to_be_hidden()
    page.goto(address + TOPIC)
    unfold(page)
    expect(fault(field(page, DUE))).to_contain_text("999999-01-31")


def test_a_fault_of_one_part_of_the_dashboard_is_told_and_takes_none_of_the_others(visit: Open) -> None:
    page = visit(DASHBOARD, forgiving=True)
    page.evaluate("document.querySelector('[data-vm-evidence] tbody').remove()")
    keep(page, {f"{FIRST}#level": "1", DUE: "2027-03-15"}, {f"{FIRST}#next": "Relire"})
    expect(page.locator("[data-vm-failed]")).to_contain_text("ne peut pas être affiché")
    expect(page.locator("[data-vm-failed]")).to_contain_text(page.locator("#evidence").inner_text())
    expect(page.locator(f'tr[data-id="{FIRST}.next"]')).to_contain_text("Relire")
    page.get_by_label("Nom").last.fill("Juin")
    page.locator("[data-vm-snapshots] form button").click()
    expect(page.locator("[data-vm-list]")).to_contain_text("Juin")


@SETTINGS
def test_faults_are_reached_by_everyone(visit: Open, language: str, width: int, scheme: str) -> None:
    page = visit(f"{language}{TOPIC}", width, scheme)
    unfold(page)
    field(page, DUE).fill("1927-03-15")
    expect(fault(field(page, DUE))).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
