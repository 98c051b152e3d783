"""axe and the 320-pixel rule on every kind of page: light and dark, left and right, wide and narrow."""

from __future__ import annotations

from functools import cache

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, drawn
from tests.web_build import packages

KINDS = {
    "home": "",
    "dashboard": "dashboard/",
    "phase": "implementation/",
    "topic": "preparation/preliminary/",
    "definitions": "definitions/",
    "plan": "business-plan/",
    "ratios": "ratios/",
    "services": "services/",
    "tools": "tools/",
    "scale": "scale/",
    "glossary": "glossary/",
    "references": "references/",
    "booklet": "print/change/",
    "prose": "adapt/",
    "not found": "404.html",
}


@cache
def axe() -> str:
    """Return the script of axe-core, in the release of package.json: the newest."""
    return (packages() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, within: str = "html") -> list[str]:
    """Let axe look at a page, or at a part of it; return what it finds."""
    if page.evaluate("!window.axe"):
        page.evaluate(axe())
    run = "axe.run(%r, { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } })"
    found = page.evaluate(run % within)["violations"]
    return [f"{rule['id']} ({rule['impact']}): {node['html'][:150]}" for rule in found for node in rule["nodes"]]


SETTINGS_BY_TURNS = [(kind, *(("ar/", 320, "dark"), ("", 1280, "light"))[n % 2]) for n, kind in enumerate(KINDS)]


@pytest.mark.parametrize(("kind", "language", "width", "scheme"), SETTINGS_BY_TURNS)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(
    visit: Open, kind: str, language: str, width: int, scheme: str
) -> None:
    page = visit(language + KINDS[kind], width, scheme, bypass_csp=True, reduced_motion="reduce")
    page.evaluate("for (const more of [...document.querySelectorAll('details')].slice(0, 4)) more.open = true")
    assert violations(page) == []
    fits_a_small_phone(page)


CUT = """() => [...document.querySelectorAll(".md-header__topic, .md-header__topic *, .md-footer__title *")]
  .filter(e => e.checkVisibility() && e.textContent.trim())
  .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline" || e.scrollHeight > 49)
  .map(e => e.textContent.trim())"""
"""Titles of the bar at the top, which is 48 pixels high, and of the next page that do not stand whole."""
UNSIGNED = """() => [...document.querySelectorAll(".md-content :has(table)")].filter(e => {
  const { overflowX, backgroundAttachment } = getComputedStyle(e);
  return overflowX === "auto" && e.scrollWidth > e.clientWidth + 1 && !backgroundAttachment.includes("local, scroll");
}).map(e => e.className)"""
"""Places of tables that scroll sideways without the shade that goes away at the end."""


def fits_a_small_phone(page: Page) -> None:
    """Unfold everything at 320 pixels: nothing may be wider, titles stand whole, tables that scroll say so."""
    page.set_viewport_size({"width": 320, "height": 800})
    drawn(page)
    page.evaluate("for (const more of document.querySelectorAll('details')) more.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(UNSIGNED) == []
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize(("kind", "language"), [("home", "ar/"), ("topic", "")])
def test_axe_finds_nothing_in_the_menu_of_a_phone(visit: Open, kind: str, language: str) -> None:
    page = visit(language + KINDS[kind], 375, bypass_csp=True, reduced_motion="reduce")
    page.locator(".md-header label[for=__drawer]").press("Enter")
    expect(page.locator(".md-nav--primary > .md-nav__list > .md-nav__item > a").first).to_be_in_viewport()
    expect(page.locator(".md-nav[data-md-level='1']:visible")).to_have_count(0)  # it opens with all that there is
    assert violations(page) == []
    for section in page.locator(".md-nav--primary .md-nav__toggle").all():
        section.evaluate("toggle => toggle.click()")
        assert violations(page, ".md-sidebar--primary") == []


@pytest.mark.parametrize(
    ("kind", "language", "width", "scheme"),
    [
        ("home", "ar/", 1280, "dark"),
        ("topic", "", 320, "light"),
        ("dashboard", "ar/", 1280, "dark"),
        ("plan", "", 320, "light"),
    ],
)
def test_axe_finds_nothing_in_the_other_pairs(visit: Open, kind: str, language: str, width: int, scheme: str) -> None:
    assert violations(visit(language + KINDS[kind], width, scheme, bypass_csp=True)) == []


@pytest.mark.parametrize("kind", ["tools", "plan", "not found"])
def test_english_fits_a_small_phone(visit: Open, kind: str) -> None:
    fits_a_small_phone(visit("en/" + KINDS[kind], 320))


def test_axe_would_find_a_fault(visit: Open) -> None:
    page = visit("ratios/", bypass_csp=True)
    page.evaluate("document.querySelector('.vm-lead').innerHTML = '<input type=checkbox>'")
    assert any(found.startswith("label ") for found in violations(page))
