"""How wide columns are, which tables need a page on its side, and which must be cut into several."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.field import Choice, Field

PORTRAIT, LANDSCAPE = 9412, 14344
"""Width of the text on an A4 page, upright and on its side, in twentieths of a point."""

SIGN, ROOM = 104, 190
"""Width of a sign in the head of a column, and the room around it."""

_LEAST = {
    "num": 700,
    "pct": 800,
    "money": 1150,
    "bool": 620,
    "date": 1200,
    "choice": 1250,
    "multi": 1900,
    "text": 1750,
    "long": 2500,
    "person": 1600,
    "link": 1600,
}
_WEIGHT = {"text": 4, "long": 7, "person": 2, "link": 3, "multi": 2, "choice": 1}


@dataclass(frozen=True)
class Column:
    """A column: its field (none for the names or numbers of rows), the least it needs, its share of what is left."""

    field: Field | None
    least: int
    weight: int


def column(field: Field, choices: tuple[Choice, ...] = ()) -> Column:
    """Return the column of a field; it holds the longest word of its head and of its choices."""
    heads = [field.label, field.unit or "", *([field.help] if field.help and len(field.help) < 25 else [])]  # noqa: PLR2004
    words = [word for text in heads for word in text.replace("-", "- ").replace("/", "/ ").split()]
    if field.type in {"choice", "multi"}:
        words += [word for choice in choices for word in choice.label.split()]
    longest = max((len(word) for word in words), default=1)
    return Column(field, max(_LEAST[field.type], longest * SIGN + ROOM), _WEIGHT.get(field.type, 0))


def names(labels: list[str]) -> Column:
    """Return the column of the names of rows; long names get room for three lines."""
    longest = max((len(label) for label in labels), default=0)
    words = max((len(word) for label in labels for word in label.split()), default=0)
    return Column(None, max(1500, words * SIGN + ROOM, min(3900, longest * 40)), 3)


NUMBERS = Column(None, 480, 0)
"""The column of the numbers of free rows."""


def heading_width(label: str) -> int:
    """Return what the longest word of a head needs."""
    return max((len(word) for word in label.split()), default=1) * SIGN + ROOM


def is_wide(columns: list[Column]) -> bool:
    """Tell whether columns need a page on its side."""
    return sum(column.least for column in columns) > PORTRAIT


def widths(columns: list[Column], whole: int) -> list[int]:
    """Return a width for each column, together ``whole``; what is left goes where people write most."""
    least = [column.least for column in columns]
    weights = [column.weight for column in columns]
    if not any(weights):
        weights = least
    left = max(0, whole - sum(least))
    found = [int(size + left * weight / sum(weights)) for size, weight in zip(least, weights, strict=True)]
    scale = min(1.0, whole / sum(found))
    found = [int(size * scale) for size in found]
    found[-1] += whole - sum(found)
    return found


def pieces(first: Column, columns: list[Column]) -> list[list[Column]]:
    """Cut columns into tables that fit on a page on its side, each after the column that names its rows."""
    limit = (LANDSCAPE if is_wide([first, *columns]) else PORTRAIT) - first.least
    count = max(1, -(-sum(column.least for column in columns) // limit))
    while True:
        share = sum(column.least for column in columns) / count
        found: list[list[Column]] = [[]]
        for item in columns:
            used = sum(column.least for column in found[-1])
            begins_group = bool(item.field and item.field.heading)
            full = used + item.least > limit or (used >= share * (0.7 if begins_group else 1) and len(found) < count)
            if found[-1] and full:
                found.append([])
            found[-1].append(item)
        if len(found) <= count + 1:
            return found
        count += 1
