"""The business plan as a place of work: contents that say how far it is, answers to take over, one part on a phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

FIRST, SECOND = "business-plan.s1", "business-plan.s2"
ANSWER = "Douze fournisseurs veulent répondre ensemble.\nLeur donneur d’ordres le demande."
KEPT = {"preparation.finance.q01#answer": ANSWER, f"{FIRST}#text": "Déjà écrit."}


def with_answers(visit: Open, width: int = 1280, place: str = "") -> Page:
    """Open the plan of a cluster that has answered a question and begun a section."""
    page = visit("business-plan/" + place, width)
    page.evaluate("kept => { vademecum.desk.change(Object.entries(kept)); return vademecum.desk.keep(); }", KEPT)
    page.reload()
    return page


def test_an_answer_comes_below_what_stands_there_and_goes_again(visit: Open) -> None:
    page = with_answers(visit)
    section = page.locator(f'[id="{FIRST}"]')
    entry, field = section.locator("[data-question]").first, section.locator("textarea")
    take, back = entry.locator("[data-vm-take]"), entry.locator("[data-vm-untake]")
    expect(entry.locator(".vm-plan-answer")).to_have_text(ANSWER)
    expect(section.locator("[data-vm-take]:visible")).to_have_count(1)  # nothing was answered to the other question
    take.click()
    both = f"Déjà écrit.\n\n{ANSWER}"
    expect(field).to_have_value(both)
    expect(take).to_be_focused()
    expect(take).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(field).to_have_value(both)
    field.press("Control+z")
    expect(field).to_have_value("Déjà écrit.")
    take.click()
    field.press("Control+Home")
    page.keyboard.type("Avant. ")
    back.click()
    expect(field).to_have_value("Avant. Déjà écrit.")
    expect(take).to_be_focused()
    expect(back).to_be_hidden()
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.reload()
    expect(field).to_have_value("Avant. Déjà écrit.")


def test_the_contents_say_how_far_each_section_is(visit: Open) -> None:
    page = with_answers(visit)
    first, second = (page.locator(f'.vm-contents a[href="#{at}"]') for at in (FIRST, SECOND))
    expect(first).to_have_text("1RésuméEn cours2 mots sur 900")
    expect(second).to_have_text("2Description du clusterÀ écrire2 à 3 pages")
    page.locator(f'[name="{SECOND}#text"]').fill("mot " * 1000)
    expect(second).to_have_text("2Description du clusterEn cours1 000 mots sur 900 à 1 350")
    expect(page.locator("[data-vm-total]")).to_have_text("Parties complètes : 0 sur 9 ; 1 002 mots en tout.")


def test_a_phone_shows_one_section_at_a_time(visit: Open) -> None:
    page = with_answers(visit, 375)
    seen = page.locator("vm-plan > .vm-items > .vm-item:visible")
    expect(seen).to_have_count(1)
    expect(seen).to_have_attribute("id", FIRST)
    seen.locator(".vm-turn a").first.click()
    expect(seen).to_have_attribute("id", SECOND)
    expect(seen.locator("textarea")).to_be_visible()
    page.locator('.vm-contents a[href="#business-plan.s9"]').click()
    expect(seen).to_have_attribute("id", "business-plan.s9")
    page.go_back()
    expect(seen).to_have_attribute("id", SECOND)
    page.goto(page.url.split("#")[0] + "#business-plan.s3.p2")  # a point, as the search names it
    expect(seen).to_have_attribute("id", "business-plan.s3")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(seen).to_have_count(9)
