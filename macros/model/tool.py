"""A tool: a method with its purpose, users, warnings and sources; with parts, also what one fills in and gets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, WithJsonSchema, model_validator
from pydantic import Field as Setting

from macros.model.case import Case, Sample
from macros.model.field import Chart, Check, ChoiceList, Field, Part
from macros.model.joins import Join
from macros.model.keys import Key, Keyed, derive_ids, id_follows
from macros.model.kinds import CHART_KINDS, FIELD_KINDS, PART_KINDS, FileFormat
from macros.model.words import Entry, Flag, Frozen, Id, Words

CORNERS = 3
"""Values that an outline has at least."""


class Basis(Entry):
    """What a tool rests on: our source document, a publication, or usual practice (a rule of thumb)."""

    model_config = ConfigDict(json_schema_extra=id_follows)

    text: Words
    basis: Literal["document", "published", "practice"]
    reference: Id | None = None


class Calendar(Frozen):
    """Dates that the page hands to people's own calendars (ICS): a table, and which of its columns say what."""

    part: str
    date: str
    title: str
    details: tuple[str, ...] = ()
    """Columns whose texts stand below the title, one a line."""


class Summary(Frozen):
    """Two pages of a workbook to hand out: results, figures and a drawing, then a table."""

    figures: tuple[str, ...]
    """Columns whose values stand below the results: ``part.field[]``."""
    chart: Key
    rows: Key
    names: Key
    """The column of the table « rows » that names its rows: it comes first."""


class Glance(Frozen):
    """What the page of a large tool shows first and keeps in sight: results in a few words, and drawings."""

    figures: Annotated[tuple[Key, ...], Setting(min_length=1)]
    """Results, the most telling first."""
    charts: tuple[Key, ...] = ()


class Variant(Keyed):
    """A version of the tool for some use: the parts that it takes."""

    title: Words
    text: Words | None = None
    parts: tuple[Key, ...] = ()


class ToolFrame(Entry):
    """What all tools share: the head and foot of every file, lists of choices, the table of next steps."""

    head: Part
    foot: tuple[Field, ...]
    """The lines of the foot, as labels: questions answered, before you start, done when, sources."""
    lists: tuple[ChoiceList, ...]
    next_steps: Part
    joins: tuple[Join, ...] = ()
    """Where the next steps of all tools stand besides: in the register of actions."""

    @model_validator(mode="before")
    @classmethod
    def name_parts(cls, data: Any) -> Any:
        """Give everything inside its id."""
        return derive_ids(data)


class Tool(Entry):
    """A method worth knowing; without ``topic`` it serves every topic, without ``parts`` it is described only."""

    title: Words
    topic: Id | None = None
    tier: Annotated[int, Setting(strict=True, ge=1, le=3)]
    """1 first, 3 last: which tools are shown first beside a question, and in a phase without a path."""
    purpose: Words
    who: Words
    when: Words
    takes: Words | None = None
    """How long it takes, as an order of magnitude: first to fill it in, then to keep it up."""
    serves: tuple[Id, ...] = ()
    """Actions, elements, conditions, sections, criteria, ratios, services that it helps with; questions mostly name
    their tools themselves."""
    formats: Annotated[tuple[Literal["page", FileFormat], ...], Setting(min_length=1)] = ()
    """The best way to fill it in stands first, and is offered first."""
    place: Literal["dashboard", "workshop", "business-plan", "sheets"] | None = None
    """The page of the site on which one does online what the tool is for, where it has no form of its own."""
    paper: Literal["a4", "a4-landscape", "a3"] = "a4"
    wall: Flag = False
    """The PDF is a wall sheet, to be filled in by hand."""
    before_start: Words | None = None
    done_when: Words | None = None
    parts: tuple[Part, ...] = ()
    next_steps: Flag = False
    """The tool ends with the table of next steps of the tool frame, which feeds the action register."""
    lists: tuple[ChoiceList, ...] = ()
    results: tuple[Field, ...] = ()
    """Named values of the whole tool, each with a formula; a choice among words carries its choices."""
    checks: tuple[Check, ...] = ()
    charts: tuple[Chart, ...] = ()
    calendar: Calendar | None = None
    joins: tuple[Join, ...] = ()
    summary: Summary | None = None
    glance: Glance | None = None
    variants: tuple[Variant, ...] = ()
    warnings: Annotated[tuple[Words, ...], Setting(min_length=1)]
    sources: Annotated[tuple[Basis, ...], Setting(min_length=1)]
    example: Annotated[tuple[Sample, ...], WithJsonSchema({"type": "object"})] = ()
    """The fictional Cluster Exemple, in YAML by part: ``{field: value}``; a table by row or as a list of rows;
    a matrix by line, as a list along the periods."""
    expected: tuple[Case, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def name_parts(cls, data: Any) -> Any:
        """Give sources the id ``<tool>.source<n>`` and all else that of its place, so that it can be translated."""
        if not isinstance(data, dict):
            return data
        data = derive_ids(data)
        if isinstance(data.get("sources"), list | tuple):
            named = [
                {"id": f"{data.get('id')}.source{n}", **source} if isinstance(source, dict) else source
                for n, source in enumerate(data["sources"], 1)
            ]
            data = {**data, "sources": named}
        if isinstance(data.get("example"), dict):
            data = {**data, "example": list(_samples(data))}
        return data

    @property
    def shown(self) -> tuple[Field, ...]:
        """The results that people see, without hidden steps."""
        return tuple(result for result in self.results if not result.hidden)

    @property
    def survey(self) -> Part | None:
        """The part whose rows are answers of people; none where the tool is no survey."""
        return next((part for part in self.parts if part.survey), None)

    def part(self, key: str) -> Part | None:
        """Return the part with this key."""
        return next((part for part in self.parts if part.key == key), None)

    def result(self, key: str) -> Field | None:
        """Return the result with this key."""
        return next((result for result in self.results if result.key == key), None)

    def outlined(self, chart: Chart) -> int:
        """Return how many rows of a table a chart draws as outlines, at most; none where its columns are outlines."""
        part = self.part(chart.series[0].split(".")[0])
        free = part is not None and part.along == "rows" and not part.rows
        listed = all(series.endswith("[]") for series in chart.series)
        return CHART_KINDS[chart.kind].outlines if free and listed and len(chart.series) >= CORNERS else 0


def spread(part: Any, values: Any) -> Iterator[tuple[str, str | None, Any]]:
    """Yield (field, row or period, value) of the values of one part as YAML writes them.

    ``part`` is a Part, or its plain data. Raise AttributeError, TypeError or ValueError when the values have no right
    shape; values beyond the last period are numbered on, so that somebody refuses them.
    """
    kind, periods = (
        (part.get("kind"), part.get("periods") or ()) if isinstance(part, dict) else (part.kind, part.periods)
    )
    along = PART_KINDS[kind].along if kind in PART_KINDS else ""
    if along == "rows":
        yield from _by_row(values)
    elif along == "periods":
        yield from _by_line(values, [period["key"] if isinstance(period, dict) else period.key for period in periods])
    else:
        for field, value in values.items():
            yield field, None, value


def _by_row(values: Any) -> Iterator[tuple[str, str, Any]]:
    rows = values.items() if isinstance(values, dict) else ((f"r{n}", row) for n, row in enumerate(values, 1))
    for at, row in rows:
        for field, value in (row or {}).items():
            yield field, at, value


def _by_line(values: Any, periods: list[str]) -> Iterator[tuple[str, str, Any]]:
    for field, line in values.items():
        numbered = chain(periods, map(str, count(len(periods) + 1)))
        for at, value in line.items() if isinstance(line, dict) else zip(numbered, line, strict=False):
            yield field, at, value


def _samples(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    parts = {part.get("key"): part for part in data.get("parts") or () if isinstance(part, dict)}
    for key, values in data["example"].items():
        part = parts.get(key, {})
        types = {field.get("key"): field.get("type") for field in part.get("fields") or () if isinstance(field, dict)}
        for field, at, value in _given(part, values):
            place = ".".join(name for name in (key, at, field) if name)
            kind = FIELD_KINDS.get(str(types.get(field)))
            said = {"text": value} if kind and kind.translated and isinstance(value, str) else {"value": value}
            yield {"id": f"{data.get('id')}.example.{place}", "part": key, "field": field, "at": at, **said}


def _given(part: Any, values: Any) -> list[tuple[str, str | None, Any]]:
    """Return the values of one part of the example; of those that have no right shape, one that somebody refuses."""
    try:
        return [item for item in spread(part, values) if item[2] is not None]
    except (AttributeError, TypeError):
        return [("shape", None, False)]
