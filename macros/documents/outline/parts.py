"""What stands in the parts of a tool: labels, the rows that a document shows, readings."""

from __future__ import annotations

from macros.documents.outline.copies import Copy
from macros.formula.ground import Value
from macros.model.field import Choice, Field, Part, Period, Row
from macros.model.words import Words


def with_unit(field: Field) -> Words:
    """Return the label of a field with its unit, where both are in one language."""
    if field.unit is None or field.unit.language != field.label.language:
        return field.label
    return field.label.reworded(f"{field.label} ({field.unit})")


def starred(field: Field) -> Words:
    """Return the label of a field, with a star where it must be filled in."""
    return field.label.reworded(f"{field.label} *") if field.required else field.label


def notes(field: Field) -> list[Words]:
    """Return what stands in small print beside a label: unit and help."""
    return [text for text in (field.unit, field.help) if text]


def place_label(part: Part, at: str | None) -> Words | None:
    """Return the name of a named row or period; none for a free row."""
    named: tuple[Row | Period, ...] = (*part.rows, *part.periods)
    return next((place.label for place in named if place.key == at), None)


def counter(part: Part) -> Field | None:
    """Return the column that only numbers free rows, as the first cell of each does anyway."""
    counts = (field for field in part.fields if field.formula and field.formula.strip() == "position()")
    return None if part.rows else next(counts, None)


def rows(copy: Copy, part: Part, *, most: int, sample: int) -> list[tuple[str, Row | None]]:
    """Return the rows of a table as (key, row if it is a named one): all named ones, then free ones.

    Of the free ones the example shows those that it fills or, when it fills none, ``sample``; a blank copy shows
    ``most``, which is what its paper takes.
    """
    named = {row.key: row for row in part.rows}
    free = [at for at in copy.evaluation.places(part.key) if at not in named]
    used = [at for at in free if copy.filled and copy.evaluation.in_use(part, at)]
    return [*named.items(), *((at, None) for at in used or free[: sample if copy.filled else most])]


def chosen(copy: Copy, field: Field, value: Value | Words) -> Choice | None:
    """Return the choice that a value names."""
    return next((choice for choice in copy.scope.choices(field) if choice.key == value), None)


def readings(copy: Copy, field: Field) -> list[Choice]:
    """Return the choices of a result that say what they mean: the one that came out, or all that may."""
    value = copy.result(field)
    return [c for c in copy.scope.choices(field) if c.text and (value is None or value == c.key)]


def spots(part: Part) -> dict[str, tuple[int, int, int, int]]:
    """Return where each box of a canvas stands: column, row, width, height; three a row without other wish."""
    spots = {f.key: (f.place.column, f.place.row, f.place.width, f.place.height) for f in part.fields if f.place}
    below = max((row + height for _, row, _, height in spots.values()), default=1)
    for n, field in enumerate(field for field in part.fields if not field.place):
        spots[field.key] = (n % 3 + 1, below + n // 3, 1, 1)
    return spots
