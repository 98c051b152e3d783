"""Cells, rows and tables as Word writes them."""

from __future__ import annotations

from collections.abc import Sequence

from macros.documents.style import CONTROL, RAISED
from macros.documents.word.elements import Element, e, tag
from macros.documents.word.pen import GUIDANCE, Pen

_SHORT = 9
"""Rows of a table that is not cut by the end of a page."""


def cell(
    width: int, *inside: Element, span: int = 1, shaded: bool = False, top: bool = False, merge: str | None = None
) -> Element:
    """Return a cell; ``shaded`` for what is computed, ``top`` for a total, ``merge`` down a canvas."""
    line = {"val": "single", "sz": 8, "space": 0, "color": CONTROL.removeprefix("#")}
    properties = e(
        "w:tcPr",
        e("w:tcW", w=width, type="dxa"),
        e("w:gridSpan", val=span) if span > 1 else None,
        e("w:vMerge", val=merge) if merge else None,
        e("w:tcBorders", e("w:top", **line)) if top else None,
        e("w:shd", val="clear", color="auto", fill=RAISED.removeprefix("#")) if shaded else None,
    )
    return e("w:tc", properties, *inside)


def row(*cells: Element, height: int = 0, head: bool = False) -> Element:
    """Return a row that is never cut by the end of a page; a head is repeated on each page."""
    properties = e(
        "w:trPr",
        e("w:cantSplit"),
        e("w:trHeight", val=height, hRule="atLeast") if height else None,
        e("w:tblHeader") if head else None,
    )
    return e("w:tr", properties, *cells)


def together(rows: Sequence[Element]) -> Sequence[Element]:
    """Keep the rows of a short table on one page; advice keeps with the next by its style."""
    if len(rows) <= _SHORT:
        for line in rows[:-1]:
            for properties in line.iter(tag("w:pPr")):
                if properties[0].get(tag("w:val")) != GUIDANCE:
                    properties.append(e("w:keepNext"))
    return rows


def table(pen: Pen, widths: Sequence[int], rows: Sequence[Element], title: str, *, boxed: bool = False) -> Element:
    """Return a table with fixed columns; ``title`` names it for those who do not see it."""
    line = {"val": "single", "sz": 6, "space": 0, "color": CONTROL.removeprefix("#")}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = e(
        "w:tblPr",
        e("w:tblStyle", val="VademecumTable"),
        e("w:bidiVisual") if pen.rtl else None,
        e("w:tblW", w=sum(widths), type="dxa"),
        e("w:tblBorders", *(e(f"w:{side}", **line) for side in sides)) if boxed else None,
        e("w:tblLayout", type="fixed"),
        e("w:tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1),
        e("w:tblCaption", val=title),
    )
    grid = e("w:tblGrid", *(e("w:gridCol", w=width) for width in widths))
    return e("w:tbl", properties, grid, *together(rows))
