"""The drawings of the results sheet, each under its title and beside its table."""

from __future__ import annotations

import math

from macros.documents import style
from macros.documents.excel.book import Book
from macros.documents.excel.chart_points import points
from macros.documents.excel.chart_table import write_table
from macros.documents.excel.charts import NATIVE, Native, chart_of
from macros.documents.excel.layout import ASIDE, LAST_COLUMN, Layout
from macros.documents.excel.paper import Paper
from macros.documents.excel.pictures import picture
from macros.documents.excel.places import LABELS, VALUES
from macros.documents.excel.widths import word_width
from macros.model.field import Chart

ROW, ROW_POINTS = 28.0, 21.0
"""The height of a row of a table, in pixels and points."""

WIDE, NAMES, LEAST_NAMES, SHORT_NAMES = 105.0, 33.0, 22.0, 15.0
"""The width of the sheet, of names on it, of names beside long heads, and beside more columns than usual."""

GAP = 6
"""Pixels before and after a drawing."""


class ChartSheet:
    """Writes the sheet of drawings."""

    def __init__(self, book: Book) -> None:
        """Begin the sheet."""
        self.book, self.paper = book, Paper(book, book.plan.charts)

    def write(self) -> dict[str, Layout]:
        """Write the drawings below each other; return the table of each."""
        charts, tab = self.book.tool.charts, self.paper.tab
        layouts = [Layout(chart, points(self.book, chart), tab, 0) for chart in charts]
        last = max(LAST_COLUMN, *(layout.last for layout in layouts))
        columns = range(VALUES, last + 1)
        names = _names(layouts, len(columns)) if last == LAST_COLUMN else SHORT_NAMES
        self.paper.columns({LABELS: names} | dict.fromkeys(columns, (WIDE - names) / len(columns)))
        self.paper.title(self.book.v.word("xlsx-charts"), None, last)
        row, tables = 3, dict[str, Layout]()
        for chart in charts:
            first, (row, tables[chart.key]) = row, _drawn(self.paper, chart, row)
            self.paper.keep.append((first, row - 1))
        self.paper.sheet.set_column(last + 1, VALUES + ASIDE + 80, 4, None, {"hidden": True})
        self.paper.sheet.set_tab_color(style.HUES[0])
        self.paper.finish(row, last)
        return tables


def _names(layouts: list[Layout], columns: int) -> float:
    """Return the width of names beside so many columns, less where a word of a heading would be broken."""
    heads = [one.label for layout in layouts if not layout.across for one in layout.points.columns]
    widest = max(map(word_width, heads), default=0)
    return max(LEAST_NAMES, min(NAMES, WIDE - columns * widest))


def _drawn(paper: Paper, chart: Chart, row: int) -> tuple[int, Layout]:
    """Write title, table and drawing of a chart from ``row``; return the row after them, and its table."""
    paper.write(row, LABELS, chart.title, "part")
    paper.tall(row, 34)
    native = NATIVE.get(chart.kind)
    if native is None:
        paper.lines(row + 1, 1, LAST_COLUMN, chart.alt, "note", indent=0)
        layout = write_table(paper, chart, row + 2)
        return picture(paper, layout) + 1, layout
    layout = write_table(paper, chart, row + 1)
    return _beside(paper, layout, native), layout


def _beside(paper: Paper, layout: Layout, native: Native) -> int:
    """Insert the chart of Excel beside its table, or below where there is no room; return the row after both."""
    top, left, end = layout.row, layout.last + 1, layout.end
    if layout.last >= VALUES + 2 or native.type == "radar":  # no room for a drawing, or for the names all around it
        top, left = end + 1, LABELS
    room = sum(int(paper.widths[n] * 7 + 5) for n in range(left, max(paper.widths) + 1))
    wide = room - 2 * GAP  # one that reached into the hidden columns beyond would be squeezed
    tall = max(280, min(30 + 34 * len(layout.points.names), 720)) if native.lying else 320
    alt = f"{layout.chart.title}. {layout.chart.alt}"
    options = {"description": alt, "object_position": 2, "x_offset": GAP}
    paper.sheet.insert_chart(top, left, chart_of(paper.book, layout, wide, tall), options)
    below = max(end, top + math.ceil((tall + 8) / ROW))
    for n in range(layout.row + 1, below):
        paper.tall(n, ROW_POINTS)
    return below + 1
