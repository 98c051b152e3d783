"""An address that does not exist answers in its language, in its direction, and finds the page that was meant."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.source.vademecum import languages, vademecum
from tests.browser.conftest import Open, drawn
from tests.built import pages

SHIFTS = """() => {
    window.shifts = [];
    const seen = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    seen.observe({ type: "layout-shift", buffered: true });
}"""
DIRECTIONS = {language.code: language.direction for language in languages()}


def lost(visit: Open, path: str, width: int = 1280, scheme: str = "light", **options: bool) -> Page:
    """Open an address that does not exist; the browser may complain of that, and of nothing else."""
    return astray(visit("404.html", width, scheme, forgiving=True, **options), path)


def astray(page: Page, path: str) -> Page:
    """Go on to an address that does not exist."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto(re.sub(r"(?<=/vm/).*", "", page.url) + path)
    assert answer is not None
    assert answer.status == 404
    assert [text for text in complaints if "status of 404" not in text] == []
    return page


ANSWERED = {
    "nulle-part/": "fr",
    "fr/nulle-part/": "fr",
    "en/nowhere/at/all/": "en",
    "ar/" + "x/" * 9 + "?y=1#z": "ar",
    "AR/preparation": "ar",
    "arbre/": "fr",
    "en/404": "en",
    "%E9%/%": "fr",
}


def test_it_answers_in_the_language_of_the_address(visit: Open) -> None:
    page = visit("404.html", forgiving=True)
    for path, code in ANSWERED.items():
        astray(page, path)
        v, html = vademecum(code), page.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (code, DIRECTIONS[code]), path
        assert page.locator("body").evaluate("body => getComputedStyle(body).direction") == DIRECTIONS[code]
        assert page.title() == f"{v.word('not-found-title')} - {v.word('site-name')}"
        assert page.get_by_role("heading", level=1).all_inner_texts() == [v.word("not-found-title")]
        for other in DIRECTIONS:
            expect(page.get_by_text(vademecum(other).word("not-found"))).to_be_visible(visible=other == code)
        home = page.get_by_role("link", name=v.word("not-found-home")).evaluate("link => link.href")
        assert re.fullmatch(r"http://[^/]+/vm/" + ("" if code == "fr" else f"{code}/"), home)


def test_without_javascript_it_answers_in_all_languages_one_below_the_other(visit: Open) -> None:
    page = lost(visit, "ar/nulle-part/", java_script_enabled=False)
    tops = []
    for code, direction in DIRECTIONS.items():
        for key in ("not-found-title", "not-found"):
            text = page.get_by_text(vademecum(code).word(key), exact=True)
            expect(text).to_be_visible()
            assert text.evaluate("e => [e.closest('[lang]').lang, getComputedStyle(e).direction]") == [code, direction]
        tops.append(text.bounding_box()["y"])
    assert tops == sorted(tops)
    expect(page.locator("form, [data-vm-near]").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "width", "scheme"), [("ar/preparation/strategie/", 1280, "dark"), ("en/tools/swot/", 320, "light")]
)
def test_nothing_moves_when_it_is_drawn(visit: Open, path: str, width: int, scheme: str) -> None:
    page = lost(visit, path, width, scheme)
    page.evaluate(SHIFTS)
    drawn(page)
    assert page.evaluate("shifts.map(shift => shift.value)") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shown = page.locator("body").get_attribute("data-md-color-scheme")
    assert shown == ("slate" if scheme == "dark" else "default")


def test_it_wears_the_colours_that_were_chosen(visit: Open) -> None:
    page = visit("ar/")
    page.locator("label[for=__palette_1]").click()
    page.locator("label[for=__palette_2]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(page.url + "404.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


MEANT = {
    "preparation/strategi/": "preparation/strategy/",
    "preparation/strategy.html": "preparation/strategy/",
    "ar/preparation/stratégie": "ar/preparation/strategy/",
    "fr/preparation/strategy/": "preparation/strategy/",
    "es/preparation/strategy/": "preparation/strategy/",
    "en/strategy/": "en/preparation/strategy/",
    "en/glossaire/": "en/glossary/",
    "ar/plan-d-affaires/": "ar/business-plan/",
    "tools/swot/": "tools/swot-tows/",
    "ar/مخطط-الأعمال/": "ar/business-plan/",
    "Glossary/": "glossary/",
    "en/xyzzy/": None,
    "404.html": None,
}


def test_it_names_the_page_that_was_meant(visit: Open, address: str) -> None:
    page, found = visit("404.html", forgiving=True), {}
    for path in MEANT:
        page.goto(address + path)
        expect(page.locator("html")).not_to_have_class(re.compile("vm-asks"))
        links = page.locator("[data-vm-near] a").locator("visible=true").all()[:1]
        found[path] = next((link.evaluate("link => link.href").removeprefix(address) for link in links), None)
        for link in links:
            assert link.inner_text() in " ".join(pages()[f"{found[path]}index.html"].words)
    assert found == MEANT


@pytest.mark.parametrize(("path", "folder"), [("plan-d-affaires-du-cluster/", ""), ("ar/مخطط-للأعمال.html", "ar/")])
def test_it_searches_for_the_words_of_the_address(visit: Open, address: str, path: str, folder: str) -> None:
    page = lost(visit, path)
    page.locator("form").locator("visible=true").get_by_role("button").click()
    page.wait_for_url(re.compile(re.escape(address + folder) + r"\?q="))
    assert (
        page.locator(".md-search-result__link").first.evaluate("link => link.href")
        == f"{address}{folder}business-plan/"
    )
