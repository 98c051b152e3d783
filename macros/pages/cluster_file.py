"""The demonstration as a cluster's file (web/work/files.js), without a history: what « open a file » reads.

It holds what the pages of the site would have kept: of tools those that have one to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from macros.model.demonstration import Demonstration
from macros.model.field import Field
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.pages.meetings import PROSE as TALK
from macros.reckoning.evaluation import Address, choice_key, example, key
from macros.reckoning.numerals import write_number
from macros.version import __version__

PROSE = ("answer", "reason", "evidence", "next", "note", "text")
"""Fields outside tools that are texts which merge; all else is a value."""

PLAN = "business-plan"
"""The tool whose example has the words of the sections of the business plan, by their last name."""

Pair = tuple[str, Any, bool]
"""A key, what stands there, and whether it is a text."""


def demonstration(v: Vademecum) -> dict[str, Any]:
    """Return the content of demonstration.json, in the language of the data."""
    shown = v.demonstration
    pairs = [
        *_noted(shown),
        *_met(shown),
        *_plan(v),
        *(pair for tool in v.tools if "page" in tool.formats for pair in _filled(tool, v)),
    ]
    return {
        "format": "vademecum-cluster",
        "version": 2,
        "written": _at(shown.as_of).isoformat().replace("+00:00", "Z"),
        "content": __version__,
        "language": v.language.code,
        "cluster": {"name": shown.name, "id": "demonstration"},
        "values": _by_id((key, value) for key, value, text in pairs if not text),
        "texts": _by_id((key, value) for key, value, text in pairs if text),
        "records": {
            f"snapshot:{_stamp(moment.day)}:0{n}": _frozen(shown, n) for n, moment in enumerate(shown.snapshots)
        },
    }


def _at(day: str) -> datetime:
    """Return an hour at which it is that day nearly everywhere, from Hawaii to Tonga."""
    return datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)


def _stamp(day: str) -> int:
    """Return milliseconds since 1970, as browsers count."""
    return int(_at(day).timestamp() * 1000)


def _noted(shown: Demonstration) -> Iterator[Pair]:
    """Yield what was noted on questions and actions, and what is ticked."""
    for identifier, answer in shown.questions.items():
        yield from _fields(identifier, answer.model_dump(exclude={"levels"}) | {"level": answer.levels[-1]})
    for identifier, deed in shown.actions.items():
        yield from _fields(identifier, deed.model_dump(exclude={"statuses"}) | {"status": deed.statuses[-1]})
    for identifier in shown.ticked:
        yield f"{identifier}#ticked", True, False


def _fields(identifier: str, values: dict[str, Any]) -> Iterator[Pair]:
    for name, value in values.items():
        if value is not None:
            yield f"{identifier}#{name}", str(value), name in PROSE


def _met(shown: Demonstration) -> Iterator[Pair]:
    """Yield the meetings and their decisions, under the keys of web/workshop/keys.js."""
    numbers = count(1)
    for n, meeting in enumerate(shown.meetings, 1):
        name = f"xmeeting{n:05}"
        yield from _row(f"workshop.meetings.{name}", n, meeting.model_dump(exclude={"questions", "decisions"}), TALK)
        for identifier, heard in meeting.questions.items():
            about = identifier.replace(".", "~")
            voices = {f"voices-{level}": people or None for level, people in enumerate(heard.voices)}
            fields = {"agreed": heard.agreed, "said": heard.said, **voices}
            yield f"workshop.meetings.{name}#asked.{about}", True, False
            for field, value in fields.items():
                if value is not None:
                    yield f"workshop.meetings.{name}#{field}.{about}", str(value), field in TALK
        for decision in meeting.decisions:
            at = next(numbers)
            fields = decision.model_dump() | {"meeting": name}
            yield from _row(f"workshop.decisions.xdecision{at:04}", at, fields, ())


def _row(identifier: str, n: int, fields: dict[str, Any], texts: tuple[str, ...]) -> Iterator[Pair]:
    yield f"{identifier}#_order", f"A{n:03}", False
    for name, value in fields.items():
        if value is not None:
            yield f"{identifier}#{name}", str(value), name in texts


def _plan(v: Vademecum) -> Iterator[Pair]:
    """Yield the sections of the business plan in the words of the tool's example."""
    texts = {s.part: s.text for tool in v.tools if tool.id == PLAN for s in tool.example if s.field == "text"}
    for section in v.business_plan.sections:
        if text := texts.get(section.id.rpartition(".")[2]):
            yield f"{section.id}#text", str(text), True


def _filled(tool: Tool, v: Vademecum) -> Iterator[Pair]:
    """Yield the example of a tool as its page would keep it."""
    for address, value in example(tool).items():
        part = tool.part(address[0])
        if field := part and part.field(address[1]):
            yield from _kept(tool, address, field, value, v.language.code)


def _kept(tool: Tool, address: Address, field: Field, value: Any, language: str) -> Iterator[Pair]:
    if field.kind.holds == "choices":
        yield from ((choice_key(tool, address, choice), True, False) for choice in value)
    elif field.kind.amount and not isinstance(value, str):
        typed = write_number(value, language, field.type)
        yield key(tool, address), {"number": value, "typed": typed}, False
    elif value is not False:
        yield key(tool, address), value if value is True else str(value), field.kind.long


def _by_id(pairs: Iterator[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    records: dict[str, dict[str, Any]] = {}
    for name, value in pairs:
        identifier, _, field = name.partition("#")
        records.setdefault(identifier, {})[field] = value
    return records


def _frozen(shown: Demonstration, n: int) -> dict[str, Any]:
    """Return the n-th snapshot, as web/dashboard/states.js freezes one."""
    levels = {identifier: answer.levels[n] for identifier, answer in shown.questions.items()}
    statuses = {identifier: deed.statuses[n] for identifier, deed in shown.actions.items()}
    return {
        "name": shown.snapshots[n].name,
        "at": _stamp(shown.snapshots[n].day),
        "levels": {identifier: str(level) for identifier, level in levels.items() if level is not None},
        "targets": {identifier: answer.target or 3 for identifier, answer in shown.questions.items()},
        "statuses": {identifier: status for identifier, status in statuses.items() if status},
    }
