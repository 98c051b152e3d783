"""What a document says, asked of the outline itself: the writers only lay it out."""

from __future__ import annotations

from typing import Any

import pytest

from macros.documents.outline.copies import HEAD, Copy, copy_of
from macros.documents.outline.facts import Kicker, counted, facts, kicker, questions, short_address, sources
from macros.documents.outline.marks import STALE, Marks
from macros.documents.outline.parts import chosen, place_label, readings, rows, starred, with_unit
from macros.documents.outline.points import named_by, series
from macros.formula.names import RESULT
from macros.model.content import Topic
from macros.model.field import Part
from macros.model.tool import Tool
from macros.model.words import Words
from macros.source.vademecum import vademecum

MEETINGS: dict[str, Any] = {
    "id": "meeting-cost", "title": "Ce que coûte une réunion", "topic": "implementation.organisation", "tier": 3,
    "purpose": "Garder les réunions qui valent leur coût.", "who": "La direction.", "when": "Une fois par an.",
    "before_start": "Prenez l’agenda.", "warnings": ["Attention."], "next_steps": True,
    "sources": [{"text": "Usage courant", "basis": "practice"}],
    "parts": [
        {"key": "basis", "kind": "form", "title": "Base", "fields": [
            {"key": "rate", "type": "money", "label": "Coût", "unit": "€", "default": 40, "required": True}]},
        {"key": "meetings", "kind": "table", "title": "Réunions", "blank_rows": 10,
         "rows": [{"key": "board", "label": "Bureau", "values": {"hours": 20}}], "fields": [
             {"key": "name", "type": "text", "label": "Réunion"},
             {"key": "hours", "type": "num", "label": "Heures"},
             {"key": "cost", "type": "money", "label": "Prix", "formula": "hours * basis.rate"}]},
    ],
    "results": [
        {"key": "total", "type": "money", "label": "Total", "formula": "sum(meetings.cost[])"},
        {"key": "reading", "type": "choice", "label": "Lecture", "formula": "band(total, :light, 5000, :heavy)",
         "choices": [{"key": "light", "label": "Léger", "text": "Gardez."},
                     {"key": "heavy", "label": "Lourd", "text": "Arrêtez."}]},
    ],
    "checks": [
        {"key": "hint", "severity": "note", "when": "total > 0", "message": "Il y a un coût."},
        {"key": "long", "severity": "error", "part": "meetings", "when": "hours > 10", "message": "C’est long."},
        {"key": "dear", "severity": "warning", "when": "total > 1000000", "message": "C’est cher."},
    ],
    "charts": [
        {"key": "costs", "kind": "bar", "title": "Prix", "alt": "Une barre par réunion.",
         "series": ["meetings.cost[]"], "by": "meetings.name[]"},
        {"key": "whole", "kind": "gauge", "title": "Total", "alt": "Une jauge.", "series": ["total"], "zones": [9]},
    ],
    "example": {"meetings": {"r2": {"name": "Assemblée", "hours": 4}}},
}  # fmt: skip


def copy(*, filled: bool) -> Copy:
    v, tool = vademecum("fr"), Tool.model_validate(MEETINGS)
    return copy_of(v.model_copy(update={"tools": (*v.tools, tool)}), tool, filled=filled)


def part(of: Copy, key: str) -> Part:
    found = of.part(key)
    assert found is not None
    return found


# ------------------------------------------------------------------ values


def test_a_blank_copy_begins_with_defaults_and_computes_nothing() -> None:
    blank, filled = copy(filled=False), copy(filled=True)
    rate, cost = ("basis", "rate", None), ("meetings", "cost", "board")
    assert [it.value(rate, it.field(rate)) for it in (blank, filled)] == [40.0, 40.0]
    assert [it.value(cost, it.field(cost)) for it in (blank, filled)] == [None, 800.0]
    assert blank.as_example().value(cost, blank.field(cost)) == 800.0


def test_the_head_names_the_topic_and_only_in_the_example_whose_it_is() -> None:
    topic = vademecum("fr").get(Topic, "implementation.organisation").title
    for filled, whose in ((False, [None, None]), (True, ["Cluster Exemple", "La direction du cluster"])):
        it = copy(filled=filled)
        addresses = [(HEAD, name, None) for name in ("topic", "cluster", "filled-by")]
        assert [it.value(at, it.field(at)) for at in addresses] == [topic, *whose]


def test_a_text_of_the_example_keeps_its_language() -> None:
    it, address = copy(filled=True), ("meetings", "name", "r2")
    value = it.value(address, it.field(address))
    assert isinstance(value, Words)
    assert (value, value.language) == ("Assemblée", "fr")


# ------------------------------------------------------------------ marks


def test_a_text_bears_the_mark_of_its_state_and_only_marks_that_were_made_are_explained() -> None:
    missing, old, lines = Words("oui", "fr"), Words("yes", "en", stale=True), (Words("missing"), Words("stale"))
    marks = Marks("en")
    assert [marks.of(text) for text in ("plain", Words("yes", "en"))] == ["", ""]
    assert marks.caveats(lines[:1], lines[1]) == []
    assert marks.of(old) == STALE
    assert marks.caveats(lines[:1], lines[1]) == [lines[1]]
    assert marks.of(missing) == "fr"
    assert marks.caveats(lines[:1], lines[1]) == [*lines]
    assert marks.missing == {"fr"}


# ------------------------------------------------------------------ what is said around the parts


def test_a_kicker_says_phase_and_topic_by_number_shape_and_hue() -> None:
    v, found = vademecum("fr"), kicker(copy(filled=False))
    topic = v.get(Topic, "implementation.organisation")
    assert found == Kicker(v.phase_of(topic).number, v.phase_of(topic).title, topic.title)
    looks = [(it.shape, it.hue) for it in (Kicker(n, topic.title, topic.title) for n in (1, 2, 3, 4))]
    assert [shape for shape, _ in looks] == ["●", "▲", "■", "●"]
    assert len(set(looks)) == 3


def test_a_tool_for_every_topic_has_no_kicker() -> None:
    v = vademecum("fr")
    tool = next(tool for tool in v.tools if not tool.topic and tool.parts)
    assert kicker(copy_of(v, tool, filled=False)) is None


def test_facts_and_sources_come_with_their_names() -> None:
    it, word = copy(filled=False), vademecum("fr").word
    assert [fact.text for fact in facts(it)] == ["La direction.", "Une fois par an.", "Prenez l’agenda."]
    assert [fact.name for fact in facts(it)][:2] == [word("tool-who"), word("tool-when")]
    assert [(source.text, source.name) for source in sources(it)] == [("Usage courant", word("basis-practice"))]
    assert sources(it)[0].cited == ()
    swot = copy_of(vademecum("fr"), vademecum("fr").get(Tool, "swot-tows"), filled=False)
    assert (word("tool-takes"), "Une demi-journée.") in [(fact.name, fact.text) for fact in facts(swot)]
    assert "Heinz Weihrich" in [part.text for source in sources(swot) for part in source.cited]


def test_questions_are_counted_with_their_topics() -> None:
    v = vademecum("fr")
    it = copy_of(v, max(v.tools, key=lambda tool: len(v.questions_of(tool))), filled=False)
    asked = [topic for topic in v.topics if any(it.tool.id in question.tools for question in topic.questions)]
    assert {question.id.rpartition(".")[0] for question in questions(it)} == {topic.id for topic in asked}
    assert all(str(n) in counted(it) for n in (len(questions(it)), len(asked)))


@pytest.mark.parametrize(
    ("site", "address"),
    [("https://example.org/ar/", "example.org/ar/tools/a/"), ("example.org", "example.org/tools/a/"), ("", "")],
)
def test_an_address_is_short(site: str, address: str) -> None:
    assert short_address(site, "tools/a/") == address


# ------------------------------------------------------------------ checks, results, labels


def test_a_blank_copy_shows_every_check_gravest_first_and_the_example_those_that_fire() -> None:
    blank, filled = copy(filled=False), copy(filled=True)
    assert [check.key for check in blank.checks] == ["long", "dear", "hint"]
    assert [check.key for check in filled.checks] == ["long", "hint"]
    assert filled.fired == {"hint": [None], "long": ["board"]}


def test_a_result_reads_in_every_way_until_one_comes_out() -> None:
    blank, filled = copy(filled=False), copy(filled=True)
    field = blank.tool.results[1]
    assert [[choice.key for choice in readings(it, field)] for it in (blank, filled)] == [["light", "heavy"], ["light"]]
    came = chosen(filled, field, filled.result(field))
    assert came is not None
    assert came.label == "Léger"


def test_labels_take_a_unit_of_their_own_language_and_a_star() -> None:
    field = copy(filled=False).field(("basis", "rate", None))
    assert (with_unit(field), starred(field)) == ("Coût (€)", "Coût *")
    english = field.model_copy(update={"label": Words("Cost", "en", stale=True)})
    assert with_unit(english) == "Cost"
    assert (starred(english).language, starred(english).stale) == ("en", True)


# ------------------------------------------------------------------ rows and points


def test_a_blank_copy_shows_the_rows_that_paper_takes_and_the_example_those_that_it_fills() -> None:
    blank, filled = copy(filled=False), copy(filled=True)
    shown = [at for at, _ in rows(blank, part(blank, "meetings"), most=3, sample=1)]
    assert shown == ["board", "r1", "r2", "r3"]
    (board, named), free = rows(filled, part(filled, "meetings"), most=3, sample=1)
    assert (board, named and named.label, free) == ("board", "Bureau", ("r2", None))
    assert [at for at, _ in rows(filled, part(filled, "next-steps"), most=3, sample=2)] == ["r1", "r2"]


def test_a_chart_draws_rows_in_use_or_as_many_as_asked() -> None:
    blank, filled = copy(filled=False), copy(filled=True)
    costs, whole = filled.tool.charts
    ((cost,), (free,)) = series(filled, costs), series(blank, costs, free=True, most=3)
    assert (cost.label, cost.part) == ("Prix", part(filled, "meetings"))
    assert [at for _, _, at in cost.at] == ["board", "r2"]
    assert [at for _, _, at in free.at] == ["board", "r1", "r2"]
    (total,) = series(filled, whole)
    assert (total.part, total.at) == (None, ((RESULT, "total", None),))


def test_a_point_is_named_by_its_field_and_a_row_by_its_label() -> None:
    it = copy(filled=True)
    table, (costs, whole) = part(it, "meetings"), it.tool.charts
    assert named_by(it, costs, table, "r2") == (it.field(("meetings", "name", "r2")), ("meetings", "name", "r2"))
    for nameless in (whole, costs.model_copy(update={"by": "basis.rate"})):
        assert named_by(it, nameless, table, "r2") is None
    assert (place_label(table, "board"), place_label(table, "r2")) == ("Bureau", None)
