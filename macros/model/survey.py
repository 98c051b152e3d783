"""What a survey asks one person: its questions by heading, and the few steps that some of them offer."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.field import Field
from macros.model.tool import Tool
from macros.model.words import Words

STEPS = 11
"""A whole number between bounds with so many steps is chosen, not written: 0 to 10."""


@dataclass(frozen=True)
class Asking:
    """Questions under one heading."""

    heading: Words | None
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class AskedTogether:
    """Questions that belong together: under one heading or, asked in the same words of several things, in rows."""

    rows: tuple[Asking, ...]

    @property
    def heading(self) -> Words | None:
        """The heading of a single row; several rows have their own."""
        return self.rows[0].heading if len(self.rows) == 1 else None


def steps(field: Field) -> range:
    """Return the whole numbers to choose from, where a field asks for one of a few; else none."""
    if field.type != "num" or field.places or field.min is None or field.max is None:
        return range(0)
    steps = range(int(field.min), int(field.max) + 1)
    return steps if len(steps) <= STEPS else range(0)


def groups(tool: Tool) -> list[AskedTogether]:
    """Return what a survey asks, in order."""
    together: list[AskedTogether] = []
    for row in _rows(tool):
        if together and row.heading and _labels(row) == _labels(together[-1].rows[-1]):
            together[-1] = AskedTogether((*together[-1].rows, row))
        else:
            together.append(AskedTogether((row,)))
    return together


def _rows(tool: Tool) -> list[Asking]:
    rows: list[Asking] = []
    for field in tool.survey.fields if tool.survey else ():
        if field.heading or not rows:
            rows.append(Asking(field.heading, (field,)))
        else:
            rows[-1] = Asking(rows[-1].heading, (*rows[-1].fields, field))
    return rows


def _labels(row: Asking) -> list[str]:
    return [str(field.label) for field in row.fields]
