"""A large tool as a page: what it comes to at a glance, sections one at a time, contents that say how far each is."""

from __future__ import annotations

import io
import re

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Open, drawn, ready_for_paper
from tests.browser.test_keeping import kept

PLAN = "tools/financial-plan/"
TYPED = {"revenue.fees#y1": "50000", "costs.salaries#y1": "40000", "liquidity.receipts#m1": "5000",
         "liquidity.payments#m1": "7000"}  # fmt: skip


def opened(page: Page) -> Locator:
    """Return the sections in sight."""
    return page.locator(".vm-turns > :visible")


def entry(page: Page, part: str) -> Locator:
    """Return the line of a section in the contents."""
    return page.locator(f'.vm-contents a[href="#financial-plan.{part}"]')


def figure(page: Page, result: str) -> Locator:
    """Return a result at a glance."""
    return page.locator(f'.vm-glance [data-value="result.{result}"]')


def test_one_section_is_in_sight_and_the_contents_lead_to_each(visit: Open) -> None:
    page = visit(PLAN)
    expect(opened(page)).to_have_count(1)
    expect(opened(page).locator("h3")).to_have_text("Hypothèses")
    expect(entry(page, "assumptions")).to_have_attribute("aria-current", "true")
    entry(page, "revenue").press("Enter")
    expect(opened(page).locator("h3:visible")).to_have_text("Recettes")
    expect(opened(page).locator("h3:visible")).to_be_in_viewport()
    expect(page.locator(".vm-contents [aria-current]")).to_have_count(1)
    opened(page).locator(".vm-turn--next").click()
    expect(opened(page).locator("h3:visible")).to_have_text("Charges")
    page.evaluate("location.hash = '#financial-plan.glance'")  # the section stays where something else is looked at
    expect(opened(page).locator("h3:visible")).to_have_text("Charges")
    page.go_back()
    page.go_back()
    expect(opened(page).locator("h3:visible")).to_have_text("Recettes")
    page.set_viewport_size({"width": 375, "height": 740})
    expect(entry(page, "cash")).to_be_hidden()
    page.get_by_role("combobox", name="Sommaire").select_option("financial-plan.cash")
    expect(opened(page).locator("h3:visible")).to_have_text("Trésorerie")


def test_what_only_reckons_is_out_of_sight_unless_it_is_asked_for(visit: Open) -> None:
    page = visit(PLAN)
    expect(entry(page, "growth")).to_be_hidden()
    steps = page.get_by_role("button", name="Montrer le calcul")
    steps.click()
    entry(page, "growth").click()
    expect(page.locator("[data-part=taken]")).to_be_visible()
    page.get_by_role("button", name="Masquer le calcul").click()
    expect(opened(page).locator("h3")).to_have_text("Hypothèses")


def test_what_is_typed_shows_at_a_glance_and_in_the_contents_and_is_kept(visit: Open) -> None:
    page = visit(PLAN)
    expect(page.locator(".vm-glance .vm-chart:visible")).to_have_count(2)  # their room is there from the start
    for name, value in TYPED.items():
        entry(page, name.split(".")[0].replace("liquidity", "cash-start")).click()
        page.locator(f'[name="financial-plan.{name}"]').fill(value)
    for _ in range(2):
        expect(figure(page, "lowest-cash")).to_have_text("-2\u202f000")
        expect(page.locator(".vm-outcome")).to_contain_text("Solde le plus bas sur douze mois : -2\u202f000")
        expect(entry(page, "revenue")).to_contain_text("1 réponse")
        expect(entry(page, "cash-start")).to_contain_text(re.compile(r"\d points? à regarder"))
        expect(page.locator(".vm-glance [data-chart=cash] svg")).to_have_count(1)
        kept(page)
        page.reload()


def test_the_example_shows_its_figures_and_no_zero_is_below_zero(visit: Open) -> None:
    page = visit(PLAN)
    page.get_by_role("button", name="Voir l’exemple").click()
    drawn(page)
    expect(figure(page, "lowest-cash")).to_have_text("2\u202f000")
    expect(figure(page, "weakest").locator(":visible")).to_have_text("Réserve")
    expect(page.locator('[data-value="cash.investment"][data-at="y2"]')).to_have_text("0,00")
    expect(entry(page, "ratios")).to_contain_text("3 points à regarder")


def test_all_sections_are_printed_and_no_contents(visit: Open) -> None:
    page = visit(PLAN)
    page.get_by_role("button", name="Voir l’exemple").click()
    page.locator('[name="financial-plan.assumptions@tax-rate"]').fill("0,07")
    drawn(ready_for_paper(page))
    page.emulate_media(media="print")
    expect(page.locator(".vm-contents")).to_be_hidden()
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "7\xa0%" in text  # as it counts
    assert "0,07" not in text
    assert [month for month in ("janv. 2026", "juin 2026", "juil. 2026", "déc. 2026") if month not in text] == []
    assert "45\u202f000,00" in text  # nothing is broken for want of room
    assert text.count("Complet") >= 9
    page.emulate_media(media="screen")
    expect(page.locator(".vm-second, .vm-beyond, [data-vm-span]")).to_have_count(0)
    titles = ("Hypothèses", "Recettes", "Douze mois", "Bilan", "Ratios", "Résultat")
    assert [title for title in titles if title not in text] == []
    assert "Croissance retenue" not in text


def test_the_page_tells_what_the_workbook_holds(visit: Open) -> None:
    page = visit(PLAN)
    page.get_by_text("Ce que contient le classeur").click()
    expect(page.locator(".vm-workbook dt").filter(has_text="Lisez-moi")).to_be_visible()
    expect(page.locator(".vm-workbook dd").filter(has_text="Compte de résultat · Trésorerie · Bilan")).to_be_visible()


def test_back_from_the_example_what_nobody_touched_is_as_it_began(visit: Open) -> None:
    page = visit(PLAN)
    held = "() => [...document.querySelectorAll('vm-tool [name*=\"#\"]')].map(c => [c.name, c.value, c.checked])"
    before = page.evaluate(held)
    assert ["financial-plan.assumptions#base-days", "360", False] in before
    page.locator("[data-vm-example]").click()
    expect(page.locator("[name='financial-plan.assumptions@cash']")).not_to_have_value("")
    page.locator("[data-vm-back]").click()
    expect(page.locator("[name='financial-plan.assumptions#cash']")).to_have_value("")
    assert page.evaluate(held) == before
