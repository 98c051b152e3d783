"""The home page: three doors at first; once there is work, where to go on, what is late and what comes next."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

TOPIC = "preparation/preliminary/"


def work(page: Page) -> None:
    """Answer a question, then note what comes next on another, long due."""
    page.locator("[name='preparation.preliminary.q06#answer']").fill("Deux ateliers")
    page.evaluate("for (const more of document.querySelectorAll('.vm-question details')) more.open = true")
    page.locator("[name='preparation.preliminary.q03#next']").fill("Appeler la banque")
    page.locator("[name='preparation.preliminary.q03#owner']").fill("Amel")
    page.locator("[name='preparation.preliminary.q03#due']").fill("2026-01-15")
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")


def test_who_has_nothing_yet_finds_three_doors_and_no_cockpit(visit: Open) -> None:
    page = visit("")
    doors = page.locator(".vm-entrances > li")
    assert doors.locator("h2").all_inner_texts() == ["Découvrir", "Préparer une réunion", "Commencer"]
    expect(page.locator("vm-cockpit")).to_be_hidden()
    requests = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not [name for name in requests if name.endswith("home.js")]
    doors.nth(1).get_by_role("link", name="Choisir une fiche").click()
    page.locator(".vm-map__drawing a", has_text="Premiers pas").click()
    expect(page.get_by_role("button", name="Imprimer cette fiche")).to_be_visible()  # the fourth press prints


def test_once_there_is_work_home_leads_back_to_it(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    work(page)
    page.goto(address)
    resume = page.locator("[data-vm-resume]")
    expect(resume).to_have_text("Reprendre à la question 3 de \u2068Premiers pas\u2069")
    expect(page.locator(".vm-entrances")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("Mon cluster")
    late = page.locator("[data-vm-late] li")
    expect(late).to_have_count(1)
    for words in ("Appeler la banque", "Amel", "15 janv. 2026"):
        expect(late).to_contain_text(words)
    expect(page.locator("[data-vm-none]")).to_be_visible()
    expect(page.locator(".vm-map__progress").first).to_be_visible()
    page.goto(f"{address}ar/")
    expect(resume).to_contain_text("المواصلة من السؤال 3")
    resume.click()
    assert page.url == f"{address}ar/{TOPIC}#preparation.preliminary.q03"


def test_the_demonstration_shows_its_own_cockpit(visit: Open) -> None:
    page = visit("?demonstration", 375)
    expect(page.locator("vm-cockpit")).to_be_visible()
    expect(page.locator("[data-vm-next] li")).to_have_count(3)
    expect(page.locator("[data-vm-resume]")).to_contain_text("Reprendre à la question")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
