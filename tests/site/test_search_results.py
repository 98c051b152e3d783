"""What the search finds in the built site: where it stands, in whose words, and how heavy the index is."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from macros.source.vademecum import vademecum
from tests.built import built_site, pages


def index(folder: str) -> Path:
    return built_site()[0] / folder / "search/index.json"


def found(folder: str = "") -> dict[str, dict[str, str]]:
    documents = json.loads(index(folder).read_text(encoding="utf-8"))["docs"]
    return {document["location"]: document for document in documents}


def test_each_question_action_term_tool_and_section_is_found_where_it_stands_and_booklets_not_at_all() -> None:
    for place in (
        "preparation/preliminary/#preparation.preliminary.q01",
        "preparation/preliminary/#preparation.preliminary.a01",
        "glossary/#term.cluster",
        "tools/swot-tows/",
        "tools/swot-tows/#swot-tows.strengths",
        "tools/satisfaction-survey/",
        "business-plan/#business-plan.s1",
        "services/#service.export",
        "definitions/#benefit.b5",
    ):
        assert place in found(), place
    assert [place for place in found() if place.startswith("print/")] == []


@pytest.mark.parametrize("folder", ["", "en/", "ar/"])
def test_what_is_found_stands_on_its_page_which_the_index_names_first(folder: str) -> None:
    ids = {address: set(page.all("id")) for address, page in pages().items()}
    seen = set()
    for place in found(folder):
        page, _, anchor = place.partition("#")
        seen.add(place)
        assert page in seen, place
        assert not anchor or anchor in ids[f"{folder}{page}index.html"], place


@pytest.mark.parametrize("folder", ["", "en/", "ar/"])
def test_no_excerpt_holds_words_of_controls(folder: str) -> None:
    v = vademecum(folder.strip("/") or "fr")
    controls = [v.word(key) for key in ("print-form", "example-show", "tool-fill-note", "link-copy")]
    text = " ".join(place["title"] + place["text"] for place in found(folder).values())
    assert [word for word in controls if word in text] == []


def test_a_phone_loads_the_index_soon() -> None:
    for folder in ("", "en/", "ar/"):
        assert len(gzip.compress(index(folder).read_bytes())) < 86_000, folder
