"""Trusted Types and what is kept: no text becomes markup, no page complains of it, and SECURITY.md names what stays."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from macros.source.vademecum import ROOT
from tests.browser.conftest import Open
from tests.browser.test_accessibility import KINDS
from tests.browser.test_dashboard import keep

PLACES = {
    **KINDS,
    "tool": "tools/stakeholder-map/",
    "large tool": "tools/financial-plan/",
    "tool without a page": "tools/maturity-check/",
    "files": "tools/",
    "clusters": "clusters/",
}


def test_no_kind_of_page_violates_the_policy(visit: Open, address: str) -> None:
    """The browser reports a violation as an error, at which ``visit`` fails, as at a request to another host."""
    page = visit("ar/")
    keep(page, {"preparation.preliminary.q01#level": "3"})
    for n, (kind, path) in enumerate(PLACES.items()):
        page.goto(address + ("", "ar/")[n % 2] + path)  # by turns: the same templates
        page.wait_for_load_state("networkidle")
        # The page for what is not found has none of the theme's scripts: there no text becomes anything else.
        policy = page.evaluate("trustedTypes.defaultPolicy?.name ?? null")
        assert policy == (None if kind == "not found" else "default"), kind


def test_search_and_colours_work_under_it(visit: Open) -> None:
    page = visit("")
    field = page.locator(".md-search__input")
    field.press_sequentially("cluster finance introuvableici")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    expect(page.locator(".md-search-result__list mark").first).to_be_visible()
    expect(page.locator(".md-search-result__terms del").first).to_be_visible()
    expect(page.locator(".md-search-result__list h2").first).to_be_visible()
    expect(page.locator(".md-search-result__list")).not_to_contain_text("<")
    page.locator("body").press("Escape")
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator(".md-header label[for^=__palette]:visible").click()
    page.locator(".md-header label[for^=__palette]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme or "")


TRY = "try { %s; return 'taken' } catch (error) { return error.name }"


def made(page: Page, script: str) -> object:
    return page.evaluate(f"() => {{ const box = document.createElement('div'); {script} }}")


def test_no_text_becomes_markup_or_a_script(visit: Open) -> None:
    page = visit("", forgiving=True)
    hostile = "<img src=x onerror=alert(1)><mark onclick=x>a</mark><h1 class='a' id=b>c</h1><mark>b</mark>"
    assert made(page, f"box.innerHTML = {hostile!r}; return [...box.querySelectorAll('*')].map(e => e.outerHTML)") == [
        "<mark>b</mark>"
    ]
    for address in ("https://evil.example/x.js", "data:text/javascript,1", "../index.html", "assets/../../x.js"):
        assert made(page, TRY % f"document.createElement('script').src = {address!r}") == "TypeError", address
    assert made(page, TRY % "document.createElement('script').text = '1'") == "TypeError"


def test_security_md_names_all_that_is_kept(visit: Open) -> None:
    page = visit("preparation/preliminary/")
    page.locator('[name="preparation.preliminary.q01#answer"]').fill("Quinze PME")
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.reload()  # filters come with the next page
    page.locator('[name="vm-filter"][value="mine"]').check(force=True)
    page.locator("[data-vm-mine] input").fill("Amel")
    page.locator(".md-header label[for^=__palette]:visible").click()
    page.goto(page.url.replace("preparation/preliminary/", "clusters/"))
    page.locator("[data-new] input").fill("Deuxième")
    page.locator("[data-new] button").click()
    expect(page.locator("vm-clusters .vm-feedback [role=status]")).to_contain_text("ouvert")  # the page came anew
    kept = page.evaluate(
        """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
          ...(await indexedDB.databases()).map(({ name }) => name)]"""
    )
    assert len(kept) >= 7
    named = set(re.findall(r"`(vademecum\.[^`]+|<path of the site>[^`]+)`", (ROOT / "SECURITY.md").read_text("utf-8")))
    general = {
        re.sub(r"^/.*\.__", "<path of the site>.__", re.sub(r"^(vademecum\.(?:cluster|draft)\.).+", r"\1<id>", name))
        for name in kept
    }
    assert general <= named
    in_code = {
        name
        for path in (ROOT / "web").rglob("*.js")
        for name in re.findall(r'"(vademecum\.[a-z]+)"', path.read_text("utf-8"))
    }
    assert in_code - {"vademecum.draft"} <= named  # of drafts, one for each cluster, only the beginning
