"""How wide columns are, which tables need a page on its side, and which must be cut into several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.documents.breadth import breadth, longest_word
from macros.model.field import Choice, Field

PORTRAIT, LANDSCAPE = 9412, 14344
"""Width of the text on an A4 page, upright and on its side, in twentieths of a point."""

SIGN, ROOM = 104, 235
"""Width of a sign in the head of a column, and the room around it."""

_SQUEEZE = 1.05
"""How much too wide a table may be before the page is turned for it."""

MOST_SHARE = 16
"""What a column of words takes at most of the room that is left, as long texts do."""

SHORT_HELP = 15
"""A help narrower than so many signs stands in the head of its column."""


@dataclass(frozen=True)
class Column:
    """A column: its field (none for the names or numbers of rows), the least it needs, its share of what is left."""

    field: Field | None
    least: int
    weight: int


def is_short(text: str) -> bool:
    """Tell whether a help stands in the head of its column."""
    return breadth(text) < SHORT_HELP


def column(field: Field, choices: tuple[Choice, ...] = (), held: Sequence[str] = ()) -> Column:
    """Return the column of a field; it holds the longest word of its head and of its choices.

    Words take room by what people write there, of which ``held`` is a sample.
    """
    heads = [field.label, field.unit or "", *([field.help] if field.help and is_short(field.help) else [])]
    texts = [text.replace("-", "- ").replace("/", "/ ") for text in heads]
    if field.kind.chosen:
        texts += [choice.label for choice in choices]
    longest = max(map(longest_word, texts))
    least, share = field.kind.word
    if held:
        usual = sum(map(breadth, held)) // len(held)
        least = min(least, max(map(breadth, held)) * SIGN + ROOM)
        share = max(1, min(MOST_SHARE, usual // 4))
    return Column(field, max(least, longest * SIGN + ROOM), share)


def names(labels: list[str]) -> Column:
    """Return the column of the names of rows; long names get room for three lines."""
    longest = max(map(breadth, labels), default=0)
    words = max(map(longest_word, labels), default=0)
    return Column(None, max(1500, words * SIGN + ROOM, min(3900, longest * 40)), 3)


NUMBERS = Column(None, 480, 0)
"""The column of the numbers of free rows."""


def heading_width(label: str) -> int:
    """Return what the longest word of a head needs."""
    return max(1, longest_word(label)) * SIGN + ROOM


def is_wide(columns: list[Column]) -> bool:
    """Tell whether columns need a page on its side."""
    return sum(column.least for column in columns) > PORTRAIT * _SQUEEZE


def widths(columns: list[Column], whole: int) -> list[int]:
    """Return a width for each column, together ``whole``; what is left goes where people write most."""
    least = [column.least for column in columns]
    weights = [column.weight for column in columns]
    if not any(weights):
        weights = least
    left = max(0, whole - sum(least))
    sizes = [int(size + left * weight / sum(weights)) for size, weight in zip(least, weights, strict=True)]
    scale = min(1.0, whole / sum(sizes))
    sizes = [int(size * scale) for size in sizes]
    sizes[-1] += whole - sum(sizes)
    return sizes


def even(count: int, whole: int) -> list[int]:
    """Return ``count`` equal widths, together ``whole``."""
    return [whole * (n + 1) // count - whole * n // count for n in range(count)]


def pieces(first: Column, columns: list[Column]) -> list[list[Column]]:
    """Cut columns into as few tables as fit on a page, each after the column that names its rows.

    Of the ways to do so, the one with the most even tables that begins them with a group, if there are groups.
    """
    limit = (LANDSCAPE if is_wide([first, *columns]) else PORTRAIT) * _SQUEEZE - first.least
    best: list[tuple[int, float, list[list[Column]]]] = [(0, 0.0, [])]
    for end in range(1, len(columns) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            used = sum(column.least for column in columns[start:end])
            if used > limit and start < end - 1:
                break
            field = columns[start].field
            torn = start > 0 and not (field and field.heading) and any(c.field and c.field.heading for c in columns)
            count, cost, cut = best[start]
            cost += (1 - used / limit) ** 2 + (0.15 if torn else 0)
            ways.append((count + 1, cost, [*cut, columns[start:end]]))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]
