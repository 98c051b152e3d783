"""The rows of a tool's tables that follow from the vade-mecum: one for each question, topic or phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.model.content import Phase, Topic
from macros.model.field import DerivedRow, Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words


def derive(whole: Vademecum) -> Vademecum:
    """Return the vade-mecum with these rows, in its own words: again after each change of words."""
    return whole.model_copy(update={"tools": tuple(with_rows(whole.tools, whole.phases, whole.topics))})


def with_rows(tools: Sequence[Tool], phases: Sequence[Phase], topics: Sequence[Topic]) -> Iterator[Tool]:
    """Yield the tools, each table with ``rows_from`` with its rows, in the order of the phases."""
    helping = _helping(tools, topics)
    for tool in tools:
        if any(part.rows_from for part in tool.parts):
            parts = tuple(_filled(part, phases, topics, helping) for part in tool.parts)
            yield tool.model_copy(update={"parts": parts})
        else:
            yield tool


def _helping(tools: Sequence[Tool], topics: Sequence[Topic]) -> dict[str, Words]:
    """Return the title of the first tool that each question names."""
    titles = {tool.id: tool.title for tool in tools}
    first = {question.id: question.tools[0] for topic in topics for question in topic.questions if question.tools}
    return {question: titles[tool] for question, tool in first.items() if tool in titles}


def _filled(part: Part, phases: Sequence[Phase], topics: Sequence[Topic], helping: Mapping[str, Words]) -> Part:
    if part.rows_from is None:
        return part
    rows, last = [], None
    given = [field.key for field in part.fields if field.given]
    for identifier, label, group, heading in _named(part.rows_from, phases, topics):
        key = identifier.replace(".", "-")
        first = heading if group != last else None
        held = dict.fromkeys(given, helping[identifier]) if identifier in helping else {}
        rows.append(DerivedRow(id=f"{part.id}.{key}", key=key, label=label, heading=first, of=identifier, values=held))
        last = group
    return part.model_copy(update={"rows": tuple(rows)})


def _named(
    what: str, phases: Sequence[Phase], topics: Sequence[Topic]
) -> Iterator[tuple[str, Words, str, Words | None]]:
    """Yield (id, label, id of the group, its heading) of every question, topic or phase, in order."""
    by_id = {topic.id: topic for topic in topics}
    for phase in sorted(phases, key=lambda phase: phase.number):
        if what == "phases":
            yield phase.id, phase.title, "", None
        for topic in (by_id[identifier] for identifier in phase.topics if identifier in by_id):
            if what == "topics":
                yield topic.id, topic.title, phase.id, phase.title
            elif what == "questions":
                yield from ((question.id, question.text, topic.id, topic.title) for question in topic.questions)
