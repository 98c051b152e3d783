"""What people type finds the page that they mean: in a browser, with the index and the worker of the built site."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.source.vademecum import ROOT
from tests.browser.conftest import Open

QUERIES: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "tests/data/queries.yml").read_text(encoding="utf-8"))
LINKS = ".md-search-result__link"
ANSWERS = """async (queries) => {
  const config = JSON.parse(document.querySelector("#__config").textContent);
  const worker = new Worker(new URL(config.search, location.href));
  const answer = (type, data, awaited) => new Promise((done) => {
    worker.onmessage = ({ data: said }) => said.type === awaited && done(said.data);
    worker.postMessage({ type, data });
  });
  await answer(0, {}, 1);
  const found = [];
  for (const query of queries) found.push((await answer(2, query, 3)).items[0]?.[0].location ?? "nothing");
  return found;
}"""
"""The place that the site's own worker gives first for each query, asked as the theme asks it."""


def ask(page: Page, query: str) -> None:
    """Type a query into the emptied search box and wait for its answer."""
    config = json.loads(page.locator("#__config").text_content() or "")
    box, said = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    waiting = config["translations"]["search.result.placeholder"]
    for text in ("", query):
        box.fill(text)
        box.press("End")  # the theme listens for keys
        (expect(said).not_to_have_text if text else expect(said).to_have_text)(waiting)


def first(page: Page) -> str:
    """Return the address of the first page found, without the language."""
    link = page.locator(LINKS).first
    return link.evaluate("link => link.pathname").removeprefix("/vm/") if link.count() else "nothing"


@pytest.mark.parametrize("language", QUERIES)
def test_the_page_that_people_mean_comes_first(visit: Open, language: str) -> None:
    folder = "" if language == "fr" else f"{language}/"
    page = visit(folder)
    query, meant = next(iter(QUERIES[language].items()))
    ask(page, query)
    assert first(page).removeprefix(folder) == meant
    places = page.evaluate(ANSWERS, list(QUERIES[language]))  # typing all of them takes a minute
    found = {
        query: place if "#" in meant else urlsplit(place).path
        for (query, meant), place in zip(QUERIES[language].items(), places, strict=True)
    }
    assert found == QUERIES[language]


def test_there_are_queries_enough() -> None:
    assert [len(QUERIES[language]) >= least for language, least in (("fr", 16), ("en", 12), ("ar", 12))] == [True] * 3


MARKED = {
    "": {"l'echelle": ["Échelle"], "plan d’affaires": ["Plan", "affaires"]},  # no accent; the article not at all
    "ar/": {"مُخطّط للأعمـال": ["مخطط", "الأعمال"], "اعمال": ["الأعمال"]},
}


@pytest.mark.parametrize("folder", MARKED)
def test_what_was_found_is_marked_as_it_is_written(visit: Open, folder: str) -> None:
    page = visit(folder)
    for query, marked in MARKED[folder].items():
        ask(page, query)
        assert page.locator(f"{LINKS} h1").first.locator("mark").all_inner_texts() == marked


def test_a_word_that_is_not_there_is_named_as_it_was_typed(visit: Open) -> None:
    page = visit("")
    ask(page, "Trésorerie d’Exobiologie")
    assert page.locator(f"{LINKS} .md-search-result__terms del").first.all_inner_texts() == ["Exobiologie"]
    assert str(page.locator(f"{LINKS} mark").first.text_content()).casefold() == "trésorerie"


def test_words_that_decide_nothing_are_found_where_there_is_no_other(visit: Open) -> None:
    page = visit("")
    for query in ("l’", "qui", "cluster"):
        ask(page, query)
        assert page.locator(LINKS).count() > 0, query


def test_no_sign_is_a_command(visit: Open) -> None:
    page = visit("")
    for query in ('"plan', "plan:", "-", "+plan -affaires", "plan~9 ^", "*", "’", "<b>", "\\"):
        ask(page, query)  # and nothing is complained of
