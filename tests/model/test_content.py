"""The French vade-mecum holds everything of its source, in its own words and in the house's voice."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from macros.model import content as c
from macros.model.reference import Reference
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words, entries, words_of
from macros.source.vademecum import vademecum

DATA = Path(__file__).parents[1] / "data"
INVENTORY: dict[str, Any] = json.loads((DATA / "source-inventory.json").read_text(encoding="utf-8"))
RUNS = set((DATA / "source-runs.txt").read_text(encoding="utf-8").split())
"""Digests of every run of six words in the source document: its text does not stand in this repository."""


@cache
def french() -> Vademecum:
    return vademecum("fr")


def kept(found: Iterable[str], expected: Iterable[str]) -> list[str]:
    """Return what of ``found`` the source has, in the order found: a fork may add its own in between."""
    wanted = set(expected)
    return [identifier for identifier in found if identifier in wanted]


def test_phases_and_topics_stand_in_the_order_of_the_source() -> None:
    for identifier, topics in INVENTORY["phases"].items():
        assert kept(french().get(c.Phase, identifier).topics, topics) == topics


def test_questions_have_the_kind_and_tools_of_the_source_and_its_relations() -> None:
    found = {q.id: q for topic in french().topics for q in topic.questions}
    assert kept(found, INVENTORY["questions"]) == list(INVENTORY["questions"])
    for identifier, expected in INVENTORY["questions"].items():
        question = found[identifier]
        assert question.kind == expected["kind"]
        assert kept(question.tools, expected["tools"]) == expected["tools"]
        assert set(expected["related"]) <= set(question.related)


def test_actions_have_the_tools_and_elements_of_the_source() -> None:
    actions = {action.id: action for topic in french().topics for action in topic.actions}
    assert kept(actions, INVENTORY["actions"]) == list(INVENTORY["actions"])
    for identifier, tools in INVENTORY["actions"].items():
        assert kept(actions[identifier].tools, tools) == tools
    elements = [element.id for action in actions.values() for element in action.elements]
    assert kept(elements, INVENTORY["elements"]) == INVENTORY["elements"]


def test_what_practice_added_is_never_taken_for_the_source() -> None:
    added = {addition.id for topic in french().topics for q in topic.questions for addition in q.additions}
    named = json.dumps(INVENTORY)
    assert added
    assert [identifier for identifier in added if f'"{identifier}"' in named] == []


@pytest.mark.parametrize("kind", [k for k in INVENTORY["others"] if k != "tool"])
def test_every_other_entry_of_the_source_is_there(kind: str) -> None:
    assert set(INVENTORY["others"][kind]) <= set(french().by_id)


def test_the_tools_of_the_catalogue_are_there() -> None:
    assert set(INVENTORY["others"]["tool"]) <= {tool.id for tool in french().tools}


def test_opening_questions_lead_where_the_source_map_says() -> None:
    found = {question.id: question.leads_to for question in french().introduction.opening_questions}
    assert found == INVENTORY["others"]["opening-question"]


def test_the_plan_keeps_the_advised_lengths() -> None:
    pages = [section.pages for section in french().business_plan.sections]
    assert pages[-1] is None
    assert (sum(p.min for p in pages if p), sum(p.max for p in pages if p)) == (21, 27)
    concise = french().get(c.Criterion, "business-plan.k09").pages
    assert concise is not None
    assert (concise.min, concise.max) == (20, 30)


def plain_words(text: str) -> list[str]:
    text = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    return re.findall(r"[a-z0-9]+", "".join(sign for sign in text if not unicodedata.combining(sign)))


def french_texts() -> Iterator[tuple[str, str]]:
    for entry in entries(french()):
        if isinstance(entry, Reference):
            continue  # titles of publications are quoted as they are
        for name, value in words_of(entry).items():
            texts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for text in texts:
                yield f"{entry.id}.{name}", text
    shown = french().demonstration
    for identifier, noted in (shown.questions | shown.actions).items():
        yield from ((f"demonstration.{identifier}.{name}", value) for name, value in noted if isinstance(value, Words))


def test_no_run_of_six_words_comes_from_the_source() -> None:
    taken = []
    for place, text in french_texts():
        words = plain_words(text)
        runs = (" ".join(words[n : n + 6]) for n in range(len(words) - 5))
        taken += [(place, run) for run in runs if sha256(run.encode()).hexdigest()[:10] in RUNS]
    assert taken == []


def test_a_run_of_the_source_would_be_found() -> None:
    run = "que cherchons nous a atteindre a"
    assert sha256(run.encode()).hexdigest()[:10] in RUNS


@pytest.mark.parametrize("phrase", ["il convient de", "dans le cadre de", "au niveau de", "afin de"])
def test_no_bureaucratic_phrase(phrase: str) -> None:
    assert [place for place, text in french_texts() if phrase in text.lower()] == []


TIC = re.compile(
    r"(?:^|[.:;!?]\s)Sans (?!but lucratif)[^.;:!?]{3,70},"
    r"|\bsans [^.;:!?,]{3,60}\s(?:reste|n’est|devient|est un)\b"
)
"""« Sans Y, … » and « X sans Y reste un vœu »: told once it strikes, told ten times it preaches."""


def tics() -> list[tuple[str, str]]:
    """Return the turns of the sheets and tools; words of the interface and help beside a field state conditions."""
    stating = re.compile(r"interface\.|.*\.(?:example\..*|help|message|guidance)$")
    spoken = ((place, text) for place, text in french_texts() if not stating.match(place))
    return [(place, found[0]) for place, text in spoken for found in TIC.finditer(text)]


def test_a_turn_of_phrase_does_not_become_a_tic() -> None:
    assert TIC.search("Une stratégie sans moyens reste un vœu.")
    assert len(tics()) <= 6, tics()


NAME_OR_DATE = re.compile(r"\b(?:responsables?|(?:un|des) noms?|dates?|datée?s?|échéances?)\b")


def test_done_names_a_result_rather_than_a_name_or_a_date() -> None:
    done = {entry.id: entry.done_when for entry in entries(french()) if isinstance(entry, c.Action | Tool)}
    asking = [identifier for identifier, text in done.items() if text and NAME_OR_DATE.search(text)]
    assert NAME_OR_DATE.search("Chaque mesure a un nom et une échéance.")
    assert len(asking) <= 4, asking


def test_sentences_are_short() -> None:
    sentences = [
        (len([word for word in sentence.split() if any(sign.isalnum() for sign in word)]), place)
        for place, text in french_texts()
        for sentence in re.split(r"(?<=[.?!])\s", text)
    ]
    assert [found for found in sentences if found[0] > 28] == []


def test_questions_end_with_a_question_mark_and_introductions_have_four_sentences() -> None:
    for topic in french().topics:
        assert len(re.findall(r"[.?!…](?=\s|$)", topic.intro)) == 4, topic.id
        assert [q.id for q in topic.questions if not q.text.endswith("?")] == []
    assert [phase.id for phase in french().phases if len(re.findall(r"[.?!…](?=\s|$)", phase.intro)) != 4] == []


def test_rules_of_thumb_are_called_so() -> None:
    bases = {source.basis for tool in french().tools for source in tool.sources}
    assert bases == {"document", "published", "practice"}
    named = [source for tool in french().tools for source in tool.sources if source.basis == "published"]
    assert [source.id for source in named if source.reference is None] == []


def test_every_tool_is_reached_from_a_question_an_action_or_serves_every_topic() -> None:
    pointing = [q.tools for t in french().topics for q in t.questions] + [
        a.tools for t in french().topics for a in t.actions
    ]
    reached = {identifier for tools in pointing for identifier in tools}
    assert [t.id for t in french().tools if t.id not in reached and t.topic is not None] == []
    assert {t.id for t in french().by_id.values() if isinstance(t, Tool) and t.topic is None} == {
        "maturity-check",
        "steering-minutes",
        "action-register",
    }
