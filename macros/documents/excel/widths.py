"""How wide columns are, in digits of the usual font."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from macros.documents.breadth import breadth, longest_word
from macros.documents.outline.parts import notes, starred
from macros.model.field import Choice, Field

LONG, LONGER, LONGEST = 48, 52, 78
"""Widths of what may become long: where it must be narrow, beside much else, and where there is room.

A row of Excel ends at 409 points, whatever stands in it, and a page at its foot: 2300 letters stay below both in the
last, below the foot in all.
"""

EDGE = 0.7
"""Digits that a column is wider than its width says."""

MOST_CUTS = 5
"""Cuts of a table over several pages side by side, at most."""

TALLEST = 409.0
"""Points of the tallest row of Excel."""


def field_width(field: Field, choices: Sequence[Choice]) -> float:
    """Return the width of a column that holds a field and has its name above."""
    width: float = field.kind.excel
    if choices:
        width = max(width if field.suggest else 12, min(max(breadth(choice.label) for choice in choices) * 1.1 + 5, 32))
    return max(width, header_width(starred(field)))


def letters(width: float, sample: str) -> int:
    """Return about how many letters, as wide as those of ``sample``, a cell can show in the tallest row of Excel."""
    return int(TALLEST // 15 * width * 1.05 * len(sample) / breadth(sample)) // 10 * 10


def roomy(lines: int, width: float, sample: str) -> int:
    """Return how many letters, as wide as those of ``sample``, show in so many lines, whose ends stay free mostly."""
    return int(lines * width * 0.82 * len(sample) / breadth(sample))


def stretched(widths: dict[int, float], long: Sequence[int], room: float) -> dict[int, float]:
    """Return widths whose columns of long texts take what is left of ``room`` digits, the width of a page."""
    if not long:
        return widths
    left = (room - sum(widths.values())) / len(long)
    return widths | {n: max(widths[n], LONGER if left < 0 else min(LONGEST, widths[n] + left)) for n in long}


def word_width(label: str) -> float:
    """Return the width of a column that just keeps the longest word of a bold heading whole."""
    return longest_word(label) * 1.15 + 1.5


def header_width(label: str) -> float:
    """Return the width that keeps the longest word of a bold heading whole, and the heading within four lines."""
    return max(longest_word(label) * 1.22 + 3, breadth(label) * 1.2 / 4 + 2)


def notes_width(field: Field) -> float:
    """Return the width that keeps the small print of a heading within three lines."""
    return max((breadth(note) * 0.75 / 3 + 4 for note in notes(field)), default=0.0)


def label_width(labels: Iterable[str], least: float = 24, most: float = 50) -> float:
    """Return the width of a column of names: long ones wrap."""
    return max(least, min(most, max((breadth(label) * 1.1 + 3 for label in labels), default=least)))


# ------------------------------------------------------------------ over several pages


def named(widths: Mapping[int, float]) -> int:
    """Return the last column that names rows; it stands on every page."""
    return 2 if widths.get(1, 0) < 10 else 1  # noqa: PLR2004 (a column of row numbers only)


def over_pages(
    widths: Mapping[int, float], room: float, groups: Sequence[int]
) -> tuple[dict[int, float], tuple[int, ...]]:
    """Return widths with which each page of a table is ``room`` digits wide, and the columns that begin a page.

    As few pages as hold it, beginning with one of ``groups`` if possible.
    """
    names = {n: width for n, width in widths.items() if n <= named(widths)}
    columns = sorted(n for n, width in widths.items() if width and n not in names)
    room -= sum(width + EDGE for width in names.values())

    def pages(cuts: tuple[int, ...]) -> list[list[int]]:
        ends = (columns[0], *cuts, columns[-1] + 1)
        return [[n for n in columns if a <= n < b] for a, b in pairwise(ends)]

    def wide(page: list[int]) -> float:
        return sum(widths[n] + EDGE for n in page)

    def cost(cuts: tuple[int, ...]) -> float:
        return max(map(wide, pages(cuts))) + 12 * sum(cut not in groups for cut in cuts)

    for more in range(len(columns)):
        cuts = min(combinations(columns[1:], more), key=cost)
        if more == MOST_CUTS or max(map(wide, pages(cuts))) <= room:
            break
    filled = {n: (widths[n] + EDGE) * room / wide(page) - EDGE for page in pages(cuts) for n in page}
    return dict.fromkeys(widths, 0.0) | names | filled, cuts
