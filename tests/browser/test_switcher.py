"""The cluster of a tab, in the header of every page: another name, another cluster, and back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

ANSWER = "[name='preparation.preliminary.q01#answer']"


def opened(page: Page) -> Locator:
    page.locator(".vm-switcher summary").click()
    expect(page.locator(".vm-switcher ul")).to_be_visible()
    return page.locator(".vm-switcher__panel")


def submit(page: Page, what: str, name: str) -> None:
    form = opened(page).locator(f"form[data-do={what}]")
    form.locator("input").fill(name)
    form.locator("button").click()


def test_a_cluster_is_renamed_begun_and_chosen_from_any_page(visit: Open, address: str) -> None:
    page = visit("preparation/preliminary/")
    page.locator(ANSWER).fill("Premier")
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    name = page.locator(".vm-switcher__name")
    submit(page, "rename", "Bois  du Sud")
    expect(name).to_have_text("Bois du Sud")
    expect(page.locator(".vm-switcher")).not_to_have_attribute("open", "")
    expect(page.locator(".vm-switcher summary")).to_be_focused()
    with page.expect_navigation():
        submit(page, "create", "bois du sud")
    expect(name).to_have_text("bois du sud (2)")
    expect(page.locator(ANSWER)).to_have_value("")
    page.goto(f"{address}ar/glossary/")
    expect(name).to_have_text("bois du sud (2)")
    choices = opened(page).locator("[data-id]")
    expect(choices).to_have_text(["Bois du Sud", "bois du sud (2)"])
    expect(choices.nth(1)).to_have_attribute("aria-current", "true")
    with page.expect_navigation():
        choices.first.click()
    expect(name).to_have_text("Bois du Sud")
    page.goto(f"{address}preparation/preliminary/")
    expect(page.locator(ANSWER)).to_have_value("Premier")


def test_without_scripts_it_leads_to_the_page_of_clusters(visit: Open) -> None:
    page = visit("glossary/", 320, java_script_enabled=False)
    page.locator(".vm-switcher summary").click()
    assert page.locator(".vm-switcher__panel :is(input, button):visible").count() == 0
    box = page.locator(".vm-switcher__panel").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.locator(".vm-switcher__panel a").click()
    assert page.url.endswith("/clusters/")
