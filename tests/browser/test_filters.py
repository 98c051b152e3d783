"""Filters on a sheet: they hide on the screen, keep what is being edited, and leave paper whole unless asked."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations
from tests.browser.test_dashboard import keep

PATH = "preparation/preliminary/"
TOPIC = "preparation.preliminary"


@pytest.fixture
def sheet(visit: Open) -> Callable[..., Page]:
    def go(*arguments: object, **options: object) -> Page:
        return visit(PATH, *arguments, **options)

    return go


def fill(page: Page) -> None:
    levels = {f"{TOPIC}.q{n:02}#level": "3" for n in range(1, 10)}
    keep(page, levels | {f"{TOPIC}.a01#status": "done"}, {f"{TOPIC}.q02#owner": "Lina"})
    expect(page.locator("[data-vm-filters]")).to_be_hidden()  # they would push the sheet away from under the hand
    page.reload()
    expect(page.locator("[data-vm-filters]")).to_be_visible()


def test_a_first_visit_has_no_filters(sheet: Callable[..., Page]) -> None:
    expect(sheet().locator("[data-vm-filters]")).to_be_hidden()


def test_filters_hide_say_how_many_and_follow_the_work(sheet: Callable[..., Page]) -> None:
    page = sheet()
    fill(page)
    page.get_by_label("Ce qui reste").check()
    expect(page.get_by_text("4 affichés sur 14")).to_be_visible()  # one question, three actions
    page.locator(f'input[name="{TOPIC}.q10#level"][value="4"]').check()
    expect(page.locator(f'[id="{TOPIC}.q10"]')).to_be_visible()  # never from under one's hands
    page.get_by_label("À mon nom").check()
    page.get_by_label("Votre nom").fill("lina")
    expect(page.locator(".vm-columns .vm-item:visible")).to_have_count(1)
    page.get_by_label("Tout", exact=True).check()
    expect(page.locator(".vm-columns .vm-item:visible")).to_have_count(14)


def test_paper_stays_whole_unless_asked(sheet: Callable[..., Page]) -> None:
    page = sheet()
    fill(page)
    page.get_by_label("Ce qui reste").check()

    def levels() -> int:
        reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        return sum(found.extract_text().count("Niveau") for found in reader.pages)

    assert levels() == 10
    page.get_by_label("N’imprimer que ce qui est affiché").check()
    assert levels() == 1


def test_axe_finds_nothing_in_the_filters(sheet: Callable[..., Page]) -> None:
    page = sheet(320, "dark", bypass_csp=True)
    fill(page)
    page.get_by_label("À mon nom").check()
    assert violations(page) == []
