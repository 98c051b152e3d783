"""What fields, rows and readings are called."""

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


def chosen(copy: Copy, field: Field, value: Value | Words) -> Choice | None:
    """Return the choice that a value names."""
    return next((choice for choice in copy.scope.choices(field) if choice.key == value), None)


def readings(copy: Copy, field: Field) -> list[Choice]:
    """Return the choices of a result that say what they mean: the one that came out, or all that may."""
    value = copy.result(field)
    return [c for c in copy.scope.choices(field) if c.text and (value is None or value == c.key)]
