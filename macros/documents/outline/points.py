"""What a chart draws: its series, where each value stands, what names a point."""

from __future__ import annotations

from dataclasses import dataclass

from macros.documents.outline.copies import Copy
from macros.formula.names import RESULT
from macros.formula.nodes import Ref
from macros.formula.parse import parse
from macros.model.field import Chart, Field, Part
from macros.model.words import Words
from macros.reckoning.evaluation import Address

EVERY = "*"
"""What stands for every row or period."""


@dataclass(frozen=True)
class Series:
    """One series: its name, the field that says how values look, where each of them stands.

    ``part`` is the part along whose rows or periods it runs; a single value has none.
    """

    label: Words
    field: Field
    part: Part | None
    at: tuple[Address, ...]


def meant(copy: Copy, name: str) -> tuple[Field, Address]:
    """Return the field that a name in a chart means, and its address; a bare name is a result."""
    ref = parse(name)
    assert isinstance(ref, Ref)  # noqa: S101 (soundness has refused charts that draw nothing known)
    address = (ref.part or RESULT, ref.name, ref.at)
    return copy.field(address), address


def series(copy: Copy, chart: Chart, *, free: bool = False, most: int | None = None) -> list[Series]:
    """Return what a chart draws: of each table the rows in use, with ``free`` all of them, ``most`` at most."""
    return [_series(copy, *meant(copy, name), free=free, most=most) for name in chart.series]


def _series(copy: Copy, field: Field, address: Address, *, free: bool, most: int | None) -> Series:
    part = copy.part(address[0]) if address[2] == EVERY else None
    if part is None:
        return Series(field.label, field, None, (address,))
    places = [at for at in copy.evaluation.places(part.key) if free or copy.evaluation.in_use(part, at)]
    return Series(field.label, field, part, tuple((part.key, field.key, at) for at in places[:most]))


def named_by(copy: Copy, chart: Chart, part: Part, at: str) -> tuple[Field, Address] | None:
    """Return the field that names the points of a chart along ``part``, and where it stands for one of them.

    It may stand in another part with as many rows; what names no row names no point.
    """
    if not chart.by:
        return None
    field, (key, name, every) = meant(copy, chart.by)
    own = copy.part(key)
    if own is None or every != EVERY:
        return None
    return field, (key, name, at if own.key == part.key else own.places[part.places.index(at)])
