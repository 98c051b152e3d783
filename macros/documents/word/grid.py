"""Cells, rows and tables as Word writes them."""

from __future__ import annotations

from collections.abc import Sequence

from macros.documents.breadth import breadth
from macros.documents.style import CONTROL, RAISED
from macros.documents.word.elements import Element, e, tag
from macros.documents.word.pen import Pen

_SHORT = 4500
"""Height of a table that is not cut by the end of a page, in twentieths of a point: a third of the page."""

_LINE, _SIGN = 250, 100
"""Height of a line of a cell, width of a sign."""


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


def keep(rows: Sequence[Element]) -> None:
    """Keep each of the rows on the page of the next."""
    for line in rows:
        for properties in line.iter(tag("w:pPr")):
            if properties.find(tag("w:keepNext")) is None:
                properties.append(e("w:keepNext"))


def _height(line: Element) -> int:
    """Return how high a row is at least, by its height and by the words in its cells."""
    given = line.find(f"{tag('w:trPr')}/{tag('w:trHeight')}")
    lines = [
        breadth("".join(held.itertext())) * _SIGN // int(held.find(f".//{tag('w:tcW')}").get(tag("w:w"))) + 1
        for held in line.iter(tag("w:tc"))
    ]
    return max(_LINE * max(lines), 0 if given is None else int(given.get(tag("w:val"))))


def table(pen: Pen, widths: Sequence[int], rows: Sequence[Element], title: str, *, boxed: bool = False) -> Element:
    """Return a table with fixed columns; ``title`` names it for those who do not see it.

    A short one stays on one page; of any other the first rows, so that no head stands alone.
    """
    keep(rows[:-1] if sum(map(_height, rows)) <= _SHORT else rows[:1])
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
    return e("w:tbl", properties, grid, *rows)
