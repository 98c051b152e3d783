"""What the tools advise is the field's state of the art: competition, public money, methods, nothing from memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import entries, words_of
from macros.source.vademecum import vademecum

RIVALS = [
    "cooperation-charter", "go-nogo", "swot-tows", "stakeholder-map", "partner-profile", "give-get-balance",
    "trust-plan", "events-calendar", "benchmark-sheet", "demand-survey", "service-catalogue", "service-pricing",
    "project-selection", "project-plan",
]  # fmt: skip
"""The tools around which competitors meet: they buy, bid, compare or serve together."""

NAMED = [
    ("quality-loop", "clauses 4 à 10 de l’ISO 9001:2015"),
    ("training-impact", "cinquième niveau, ajouté par Phillips"),
    ("satisfaction-survey", "±24 points"),
    ("trend-radar", "L’horizon décide"),
    ("external-evaluation", "sans en faire la moyenne"),
    ("project-workbook", "valeur acquise est une option"),
    ("legal-form-aid", "par dérogation"),
    ("funding-application", "300 000 €"),
    ("objectives-tree", "« personnes formées » la compte"),
]


@cache
def french() -> Vademecum:
    return vademecum("fr")


def plain(text: str) -> str:
    return re.sub(r"\s", " ", text)


def advice(name: str) -> str:
    return plain(" ".join(map(str, french().get(Tool, name).warnings)))


def sentences() -> Iterator[tuple[str, str]]:
    for tool in french().tools:
        for entry in entries(tool):
            yield from ((entry.id, plain(str(text))) for text in words_of(entry).values())


@pytest.mark.parametrize("name", RIVALS)
def test_where_competitors_meet_the_tool_warns_of_competition_law(name: str) -> None:
    assert re.search(r"concurren", advice(name))
    assert re.search(r"juriste|juridique|tiers|prix|secret|totaux", advice(name))


@pytest.mark.parametrize(("name", "words"), NAMED)
def test_the_advice_names_what_decides(name: str, words: str) -> None:
    assert words in advice(name)


def test_no_example_lets_a_price_be_seen() -> None:
    seen = re.compile(r"prix (vus?|connus?)\b|voit les prix", re.IGNORECASE)
    assert [found for found in sentences() if seen.search(found[1])] == []


def test_nothing_is_published_from_memory() -> None:
    assert [found for found in sentences() if "de mémoire" in found[1]] == []


def test_public_money_has_one_name_in_every_tool() -> None:
    other = re.compile(r"^Part (publique|des aides publiques$|de tout l’argent public)")
    assert [found for found in sentences() if other.search(found[1]) and ".source" not in found[0]] == []


def test_the_digital_check_is_shown_first() -> None:
    assert french().get(Tool, "digital-tools-check").tier == 1
