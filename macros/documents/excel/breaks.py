"""Where pages of a sheet end: before what would be cut in two, or would stand alone at the foot of a page.

Heights are those of all rows, in points, 0 for hidden ones; ``room`` is what a page holds.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

FEW = 0.4
"""A last page that holds less than this of what it could gets more company: what to look at is never alone."""

SURE = 0.96
"""Of what a page holds, how much programs agree on."""


def fitting(heights: Sequence[float], first: int, room: float) -> int:
    """Return the row after the last that stands on one page with ``first``."""
    for row in range(first, len(heights)):
        room -= heights[row]
        if room < 0:
            return row
    return len(heights)


def before_blocks(heights: Sequence[float], blocks: Sequence[tuple[int, int]], room: float) -> list[int]:
    """Return the blocks, of the first row and the one after the last, with which a page begins: none is cut."""
    start, breaks = 0, []
    for first, after in blocks:
        above = sum(heights[start:first])
        if above + sum(heights[first:after]) > room and above > room / 8:  # more than a title
            breaks.append(first)
            start = first
    return breaks


def before_headings(heights: Sequence[float], headings: Collection[int], room: float, repeated: float) -> list[int]:
    """Return the headings with which a page begins, since it would end with them, or the last hold a line or two.

    ``repeated`` stands on each page.
    """
    starts, breaks, used = [0], [], 0.0
    for row, tall in enumerate(heights):
        lonely = row in headings and used + sum(heights[row : _below(heights, headings, row)]) > SURE * room
        if lonely:
            breaks.append(row)
        if lonely or used + tall > room:
            starts.append(row)
            used = repeated
        used += tall
    return _fuller(heights, headings, room, repeated, breaks, starts) if len(starts) > 1 else breaks


def _below(heights: Sequence[float], headings: Collection[int], row: int) -> int:
    """Return the row after the line below a heading, or below several that follow each other."""
    below = (n for n in range(row + 1, len(heights)) if heights[n] and n not in headings)
    return next(below, len(heights) - 1) + 1


def _fuller(  # noqa: PLR0913, PLR0917 (a sheet, and where its pages begin)
    heights: Sequence[float],
    headings: Collection[int],
    room: float,
    repeated: float,
    breaks: list[int],
    starts: Sequence[int],
) -> list[int]:
    """Let a last page that holds little begin with a heading of the one before, if that lets it hold enough."""
    *_, before, last = starts
    if sum(heights[last:]) >= FEW * room:
        return breaks
    above = {row: next((n for n in range(row - 1, 0, -1) if heights[n]), 0) for row in headings}
    first = sorted(row for row in headings if above[row] not in headings and before < row < last)
    left = {heading: sum(heights[heading:]) for heading in first}
    whole = [heading for heading, tall in left.items() if tall + repeated <= SURE * room]
    full = [heading for heading in whole if left[heading] >= FEW * room]
    begun = max(full) if full else min(whole, default=last)
    return breaks if begun == last else [*(row for row in breaks if row != last), begun]


def evened(height: float, least: float, count: int, room: float) -> float:
    """Return a height of rows that saves a page, ``least`` at least: no page is begun for a few of ``count`` rows."""
    pages = math.ceil(count / max(1, room // height))
    lower = room / math.ceil(count / max(1, pages - 1))
    return lower if pages > 1 and lower >= least else height
