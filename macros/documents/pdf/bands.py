"""A table as the matrix that people know: a band for each choice of its first column, one box for what is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from macros.documents.outline.copies import Copy
from macros.documents.outline.parts import rows
from macros.model.field import Field, Part
from macros.model.words import Words

Say = Callable[[Words | None], Any]
Fill = Callable[[Part, Field, str | None], dict[str, Any]]
"""What gives a field of a row as one fills it in, as data for templates."""

ASIDE = 0.6
"""What a column weighs more on paper when it holds several fields."""


def boxes(fields: Sequence[Field]) -> list[list[Field]]:
    """Return fields box by box: ``baseline-year`` after ``baseline`` is named after it and stands with it."""
    grouped: list[list[Field]] = []
    for field in fields:
        if grouped and field.key.startswith(f"{grouped[-1][0].key}-"):
            grouped[-1].append(field)
        else:
            grouped.append([field])
    return grouped


def bands(copy: Copy, part: Part, say: Say, fill: Fill) -> dict[str, Any]:
    """Return columns and bands: one for each choice of a banded table, for any other the whole of it."""
    lead, columns = _columns(copy, part)
    shown = [at for at, _ in rows(copy, part, most=1, sample=1)]

    def row(at: str) -> list[dict[str, Any]]:
        filled = [[fill(part, field, at) for field in box] for box in (lead, *columns)]
        return [{"lead": filled[0] if n == 0 else [], "fields": box} for n, box in enumerate(filled[1:])]

    return {
        "columns": [{"label": say(box[0].label), "help": say(box[0].help)} for box in columns],
        "weights": [max(field.kind.paper for field in box) + ASIDE * (len(box) > 1) for box in columns],
        "bands": [
            {"label": say(label), "rows": [row(at) for at in shown if key is None or _level(copy, part, at, key)]}
            for key, label in _levels(copy, part)
        ],
    }


def _columns(copy: Copy, part: Part) -> tuple[list[Field], list[list[Field]]]:
    """Return what stands small above the first column, and the columns: from the first text, or what must be there."""
    fields = [field for field in part.fields[part.banded :] if copy.filled or not (part.banded and field.computed)]
    first = next((n for n, field in enumerate(fields) if field.kind.long), None)
    if first is None:
        first = next((n for n, field in enumerate(fields) if field.required), 0)
    return fields[:first], boxes(fields[first:])


def _levels(copy: Copy, part: Part) -> list[tuple[str | None, Words]]:
    """Return the bands of a table, by key and name: its choices, or the table itself."""
    if not part.banded:
        return [(None, part.title)]
    return [(choice.key, choice.label) for choice in copy.scope.choices(part.fields[0])]


def _level(copy: Copy, part: Part, at: str, key: str) -> bool:
    """Tell whether a row belongs to a band; the row of a blank copy belongs to each."""
    return not copy.filled or copy.value((part.key, part.fields[0].key, at), part.fields[0]) == key
