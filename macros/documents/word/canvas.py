"""A canvas: a grid of boxes, drawn as its spots say."""

from __future__ import annotations

from macros.documents.outline.parts import spots
from macros.documents.word.columns import LANDSCAPE, PORTRAIT, even
from macros.documents.word.elements import Element
from macros.documents.word.grid import cell, row, table
from macros.documents.word.tables import Tables
from macros.model.field import Field, Part

CANVAS, STRIP = 7900, 2800
"""Heights of a canvas on a page on its side, and of one row of boxes on an upright page, in twentieths of a point."""


def frame(part: Part) -> tuple[bool, int, int]:
    """Return whether a canvas stands on a page on its side, how wide and how high it is: one row needs no such page."""
    strip = all(row == height == 1 for _, row, _, height in spots(part).values())
    return (False, PORTRAIT, STRIP) if strip else (True, LANDSCAPE, CANVAS)


def canvas(tables: Tables, part: Part, whole: int, height: int) -> Element:
    """Return the boxes of a canvas, ``whole`` wide and at least ``height`` high."""
    placed = spots(part)
    across = max(column + width for column, _, width, _ in placed.values()) - 1
    down = max(top + high for _, top, _, high in placed.values()) - 1
    widths, rows = even(across, whole), []
    for line in range(1, down + 1):
        cells, at = [], 1
        while at <= across:
            key = next((key for key, (column, top, _, high) in placed.items()
                        if column == at and top <= line < top + high), None)  # fmt: skip
            column, top, width, high = placed[key] if key else (at, line, 1, 1)
            merge = None if high == 1 else "restart" if line == top else "continue"
            field = part.field(key) if key and line == top else None
            inside = _box(tables, part, field) if field else [tables.empty()]
            cells.append(cell(sum(widths[at - 1 : at - 1 + width]), *inside, span=width, merge=merge))
            at = column + width
        rows.append(row(*cells, height=height // down))
    return table(tables.pen, widths, rows, part.title, boxed=True)


def _box(tables: Tables, part: Part, field: Field) -> list[Element]:
    return [*tables.label(field, strong=True), tables.answer(part, field, quiet=False)]
