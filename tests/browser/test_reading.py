"""What a reader does: search, switch language, copy an address, unfold, tick, with and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

TOPIC = "preparation/preliminary/"


def test_the_index_is_loaded_when_somebody_searches_and_not_before(visit: Open) -> None:
    page = visit("")
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('search'))"
    assert [name.rsplit("/", 1)[-1].split("#")[0] for name in page.evaluate(loaded)] in (
        ["search_index.json", "on-demand.js"],
        ["on-demand.js", "search_index.json"],
    )
    with page.expect_request(re.compile(r"search/index\.json$")):
        page.locator(".md-search__input").press_sequentially("plan")


def test_a_lost_connection_is_tried_again(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.route("**/search/index.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.locator(".md-search__input").press_sequentially("plan")
    page.unroute("**/search/index.json")
    page.locator(".md-search__input").press_sequentially(" d")
    page.locator(".md-search-result__link").first.wait_for()


def test_the_language_switch_keeps_the_page(visit: Open) -> None:
    page = visit(TOPIC)
    page.locator(".md-select__link[hreflang=ar]").evaluate("link => link.click()")
    page.wait_for_url(f"**/ar/{TOPIC}")
    assert page.locator("html").get_attribute("dir") == "rtl"


@pytest.mark.parametrize(
    ("here", "place", "code", "there"),
    [
        (TOPIC, "#preparation.preliminary.q07", "ar", f"ar/{TOPIC}"),
        ("ar/glossary/", "#term.membership-fee", "en", "en/glossary/"),
        (f"en/{TOPIC}", "?x=1&y=%C3%A9#preparation.preliminary.a02.title", "fr", TOPIC),
    ],
)
def test_the_language_switch_keeps_the_place(visit: Open, here: str, place: str, code: str, there: str) -> None:
    for links in (".md-select__link", ".vm-release a"):
        page = visit(here + place)
        page.locator(f"{links}[hreflang={code}]").evaluate("link => link.click()")
        page.wait_for_url(f"**/vm/{there}{place}")
        assert page.url.endswith(place)
        assert page.evaluate("document.querySelector(':target').id") == place.partition("#")[2]
        expect(page.locator(":target")).to_be_in_viewport()


def test_the_language_switch_follows_a_place_that_changes(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    switch = page.locator(".md-select__link[hreflang=ar]")
    for name in ("preparation.preliminary.q03", "preparation.preliminary.a01"):
        page.evaluate("name => { location.hash = name; }", name)
        switch.dispatch_event("pointerdown")  # as before a new tab or the menu of the link
        assert switch.evaluate("link => link.href") == f"{address}ar/{TOPIC}#{name}"


def test_an_address_is_copied_and_said(visit: Open) -> None:
    page = visit(TOPIC, permissions=["clipboard-read", "clipboard-write"])
    page.locator('.vm-anchor[href="#preparation.preliminary.q03"]').click()
    expect(page.locator(".vm-said")).to_have_text("Adresse copiée")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{TOPIC}#preparation.preliminary.q03")


def test_an_address_opens_its_question(visit: Open) -> None:
    page = visit(f"{TOPIC}#preparation.preliminary.q06")
    expect(page.locator('[id="preparation.preliminary.q06"] .vm-why')).to_be_visible()
    expect(page.locator('[id="preparation.preliminary.q05"] .vm-why')).to_be_hidden()


def test_everything_unfolds_and_folds(visit: Open) -> None:
    page = visit(TOPIC)
    button = page.get_by_role("button", name="Tout déplier")
    button.click()
    assert page.locator(".vm-why:visible").count() == 10
    page.get_by_role("button", name="Tout replier").click()
    assert page.locator(".vm-why:visible").count() == 0


def test_without_javascript_levels_are_chosen_and_reasons_unfold(visit: Open) -> None:
    page = visit(TOPIC, java_script_enabled=False)
    level = page.locator('[name="preparation.preliminary.q01#level"][value="2"]')
    level.check()
    assert level.is_checked()
    assert page.locator(".vm-degree:has(:checked) .vm-degree__word").bounding_box()["width"] > 20  # type: ignore[index]
    page.locator(".vm-more > summary").first.click()
    expect(page.locator(".vm-why").first).to_be_visible()
    expect(page.get_by_role("button", name="Imprimer cette fiche")).to_be_hidden()


def test_terms_are_explained_and_lead_to_the_glossary(visit: Open) -> None:
    page = visit(TOPIC)
    term = page.locator(".vm-term").first
    assert len(term.get_attribute("title") or "") > 20
    term.hover()
    tooltip = page.get_by_role("tooltip").locator("> *")
    expect(tooltip).to_be_visible()
    assert tooltip.evaluate("shown => parseFloat(getComputedStyle(shown).fontSize)") >= 14
    term.click()
    page.wait_for_url("**/glossary/#term.*")


def test_the_map_is_a_drawing_on_a_wide_screen_and_a_list_on_a_phone(visit: Open) -> None:
    wide, narrow = visit("", 1280), visit("", 375)
    assert (wide.locator(".vm-map__drawing").is_visible(), wide.locator(".vm-map__list").is_visible()) == (True, False)
    assert (narrow.locator(".vm-map__drawing").is_visible(), narrow.locator(".vm-map__list").is_visible()) == (
        False,
        True,
    )
    wide.locator(".vm-map__drawing a", has_text="Suivre et évaluer").click()
    wide.wait_for_url("**/change/evaluation/")


def test_the_map_is_mirrored_in_arabic(visit: Open) -> None:
    def across(page: object) -> list[float]:
        boxes = "[...document.querySelectorAll('.vm-map__drawing .vm-shape')].map(e => e.getBoundingClientRect().x)"
        return page.evaluate(boxes)  # type: ignore[attr-defined, no-any-return]

    french, arabic = across(visit("")), across(visit("ar/"))
    assert french == sorted(french)
    assert arabic == sorted(arabic, reverse=True)


def test_the_dark_scheme_is_kept(visit: Open) -> None:
    page = visit("")
    for _ in range(2):  # automatic → light → dark
        page.locator("label[for^=__palette]:visible").click()
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
