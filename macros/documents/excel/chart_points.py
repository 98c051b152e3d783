"""What a chart draws: its points by name, its values by column."""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.documents.excel.book import Book
from macros.documents.excel.heads import heading_cell
from macros.documents.excel.places import Cell
from macros.documents.outline.parts import place_label
from macros.documents.outline.points import Series, named_by, series
from macros.model.field import Chart, Part
from macros.model.kinds import CHART_KINDS
from macros.reckoning.evaluation import Address

MOST = 24
"""Rows that a drawing can show and stay legible."""


@dataclass(frozen=True)
class Name:
    """The name of a point: a text, or a cell that people fill in."""

    text: str
    cell: Cell | None = None


@dataclass(frozen=True)
class Points:
    """Names and columns of a drawing; ``part`` is the part whose rows or periods are drawn, if it is one."""

    names: tuple[Name, ...]
    columns: tuple[Series, ...]
    part: Part | None


def points(book: Book, chart: Chart) -> Points:
    """Find what a chart draws.

    Whole columns or lines are drawn along their rows or periods; single values side by side, each by its own name.
    In the filled copy only rows in use are drawn, in the blank one as many as stay legible.
    """
    drawn = series(book.copy, chart, free=not book.filled, most=MOST)[: CHART_KINDS[chart.kind].most]
    whole = next((one for one in drawn if one.part), None)
    if whole is None or whole.part is None:
        alone = Points((Name(chart.title),), tuple(drawn), None)
        return alone if CHART_KINDS[chart.kind].numbered else _singles(book, drawn)
    part, places = whole.part, [str(at) for _, _, at in whole.at]
    columns = (replace(one, at=_beside(one, part, places)) for one in drawn)
    return Points(tuple(_name(book, chart, part, at) for at in places), tuple(columns), part)


def _beside(one: Series, part: Part, places: list[str]) -> tuple[Address, ...]:
    """Return where a series stands along the places of ``part``; a single value is the same at each."""
    if one.part is None:
        return one.at * len(places)
    return tuple((one.part.key, one.field.key, one.part.places[part.places.index(at)]) for at in places)


def _singles(book: Book, drawn: list[Series]) -> Points:
    at = tuple(address for one in drawn for address in one.at)
    same = len({address[:2] for address in at}) == 1
    places = [place_label(part, a[2]) if same and (part := book.copy.part(a[0])) else None for a in at]
    names = (Name(place or one.label) for place, one in zip(places, drawn, strict=True))
    label = drawn[0].label if same and len(drawn) > 1 else book.v.word("xlsx-value")
    return Points(tuple(names), (Series(label, drawn[0].field, None, at),), None)


def _name(book: Book, chart: Chart, part: Part, at: str) -> Name:
    if by := named_by(book.copy, chart, part, at):
        return Name(str(book.values.held(*by)), book.plan.spot(by[1]))
    if fixed := place_label(part, at):
        return Name(fixed, heading_cell(book, part, at) if part.months else None)
    if named := book.named_in(book.plan.blocks[part.key], at):
        return Name(named[1], named[0])
    return Name(str(part.places.index(at) + 1))
