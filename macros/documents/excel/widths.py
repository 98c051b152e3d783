"""How wide columns are, in digits of the usual font."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model.field import Choice, Field

_WIDTHS = {
    "text": 28,
    "long": 44,
    "num": 11,
    "money": 14,
    "pct": 10,
    "date": 12,
    "person": 22,
    "bool": 8,
    "link": 24,
    "multi": 20,
}


def field_width(field: Field, choices: Sequence[Choice]) -> float:
    """Return the width of a column that holds a field and has its name above."""
    width: float = _WIDTHS.get(field.type, 14)
    if choices:
        width = max(width if field.suggest else 12, min(max(len(choice.label) for choice in choices) * 1.1 + 5, 32))
    return max(width, header_width(field.label + (" *" if field.required else "")))


def header_width(label: str) -> float:
    """Return the width that keeps the longest word of a bold heading whole, and the heading within four lines."""
    longest = max(len(word) for word in label.split())
    return max(longest * 1.22 + 3, len(label) * 1.2 / 4 + 2)


def label_width(labels: Iterable[str], least: float = 24, most: float = 50) -> float:
    """Return the width of a column of names: long ones wrap."""
    return max(least, min(most, max((len(label) * 1.1 + 3 for label in labels), default=least)))
