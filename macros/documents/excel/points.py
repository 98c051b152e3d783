"""What a chart draws: its points by name, its values by column."""

from __future__ import annotations

from dataclasses import dataclass

from macros.documents.excel.paper import Copy
from macros.documents.excel.plan import VALUES, Cell
from macros.formula.bind import Binder
from macros.formula.names import RESULT
from macros.formula.nodes import Ref
from macros.formula.parse import parse
from macros.model.field import Chart, Field, Part
from macros.reckoning.evaluation import Address

MOST = 24
"""Rows that a drawing can show and stay legible."""


@dataclass(frozen=True)
class Name:
    """The name of a point: a text, or a cell that people fill in."""

    text: str
    cell: Cell | None = None


@dataclass(frozen=True)
class Column:
    """One series: its name, the field that says how values look, where each value stands."""

    label: str
    field: Field
    at: tuple[Address, ...]


@dataclass(frozen=True)
class Points:
    """Names and columns of a drawing; ``part`` is the part whose rows or periods are drawn, if it is one."""

    names: tuple[Name, ...]
    columns: tuple[Column, ...]
    part: Part | None


def points(copy: Copy, chart: Chart) -> Points:
    """Find what a chart draws.

    Whole columns or lines are drawn along their rows or periods; single values side by side, each by its own name.
    In the filled copy only rows in use are drawn, in the blank one as many as stay legible.
    """
    refs = [_ref(copy, text) for text in chart.series]
    whole = next((ref for ref in refs if ref.at == "*"), None)
    if whole is None and chart.kind == "quadrant":  # one point, placed by its values
        own = [(_field(copy, ref), (ref.part, ref.name, ref.at)) for ref in refs]
        return Points((Name(chart.title),), tuple(Column(field.label, field, (at,)) for field, at in own), None)
    if whole is None:
        return _singles(copy, refs)
    part = copy.plan.tool.part(whole.part)
    assert part is not None  # noqa: S101 (a name with several values stands in a part)
    places = [at for at in part.places if not copy.filled or copy.values.evaluation.in_use(part, at)][:MOST]
    columns = []
    for ref in refs:
        field = _field(copy, ref)
        along = found.places if (found := copy.plan.tool.part(ref.part)) else ()
        at = tuple(
            (ref.part, ref.name, along[part.places.index(place)] if ref.at == "*" else ref.at) for place in places
        )
        columns.append(Column(field.label, field, at))
    named = _ref(copy, chart.by) if chart.by else None
    return Points(tuple(_name(copy, part, at, named) for at in places), tuple(columns), part)


def _ref(copy: Copy, text: str) -> Ref:
    found = Binder(copy.plan.scope, RESULT).ref(parse(text), lists=True)[0]  # type: ignore[arg-type]
    assert isinstance(found, Ref)  # noqa: S101 (a name bound stays a name)
    return found


def _field(copy: Copy, ref: Ref) -> Field:
    part = copy.plan.tool.part(ref.part)
    field = copy.plan.tool.result(ref.name) if ref.part == RESULT else part.field(ref.name) if part else None
    assert field is not None  # noqa: S101 (soundness has refused charts that draw nothing known)
    return field


def _singles(copy: Copy, refs: list[Ref]) -> Points:
    same = len({(ref.part, ref.name) for ref in refs}) == 1
    names, at = [], []
    for ref in refs:
        part = copy.plan.tool.part(ref.part)
        place = copy.plan.place_label(part, ref.at) if part else None
        names.append(Name(place if same and place else _field(copy, ref).label))
        at.append((ref.part, ref.name, ref.at))
    field = _field(copy, refs[0])
    label = field.label if same and len(refs) > 1 else copy.v.word("xlsx-value")
    return Points(tuple(names), (Column(label, field, tuple(at)),), None)


def _name(copy: Copy, part: Part, at: str, named: Ref | None) -> Name:
    if named is not None and named.at == "*":
        own = copy.plan.tool.part(named.part)
        if own is not None:
            address = (named.part, named.name, own.places[part.places.index(at)])
            return Name(str(copy.values.held(_field(copy, named), address)), copy.plan.spot(address))
    fixed = copy.plan.place_label(part, at)
    if fixed is not None:
        return Name(fixed)
    block = copy.plan.blocks[part.key]
    if block.named_by is None:
        return Name(str(block.part.places.index(at) + 1))
    field = part.fields[block.named_by - VALUES]
    held = str(copy.values.held(field, (part.key, field.key, at)))
    return Name(held, Cell(block.tab, block.rows[at], block.named_by))
