"""The drawings of the results sheet, each under its title and beside its table."""

from __future__ import annotations

import math

from macros.documents import style
from macros.documents.excel.chart_table import ASIDE, LAST_COLUMN, ChartTable
from macros.documents.excel.charts import NATIVE, chart_of
from macros.documents.excel.paper import Book, Paper
from macros.documents.excel.pictures import Pictures
from macros.documents.excel.plan import LABELS, VALUES

ROW, ROW_POINTS = 28.0, 21.0
"""The height of a row of a table, in pixels and points."""

WIDTHS = {LABELS: 36.0} | dict.fromkeys(range(VALUES, LAST_COLUMN + 1), 12.0)


class ChartSheet:
    """Writes the sheet of drawings."""

    def __init__(self, book: Book) -> None:
        """Begin the sheet."""
        self.book, self.paper = book, Paper(book, book.plan.charts)

    def write(self) -> None:
        """Write the drawings below each other."""
        self.paper.columns(WIDTHS)
        self.paper.title(self.book.v.word("xlsx-charts"), None, LAST_COLUMN)
        row, last = 3, LAST_COLUMN
        for chart in self.book.tool.charts:
            table = ChartTable(self.book, self.paper, chart)
            first, row = row, _drawn(table, row)
            self.paper.keep.append((first, row - 1))
            last = max(last, table.last)
        self.paper.sheet.set_column(last + 1, VALUES + ASIDE + 80, 4, None, {"hidden": True})
        self.paper.sheet.set_tab_color(style.HUES[0])
        self.paper.finish(row, last)


def _drawn(table: ChartTable, row: int) -> int:
    """Write title, table and drawing of a chart from ``row``; return the row after them."""
    paper = table.paper
    paper.write(row, LABELS, table.chart.title, "part")
    paper.tall(row, 34)
    native = NATIVE.get(table.chart.kind)
    if native is None:
        return Pictures(table).write(row + 1)
    end = table.write(row + 1)
    beside = table.last < VALUES + 2  # more leave no room for a drawing
    left = table.last + 1 if beside else LABELS
    top = row + 1 if beside else end + 1
    wide = sum(int(paper.widths.get(n, 9) * 7 + 5) for n in range(left, LAST_COLUMN + 1))
    tall = max(280, min(30 + 34 * len(table.points.names), 720)) if native.lying else 320
    drawn = chart_of(table, row + 1, wide, tall)
    options = {"description": f"{table.chart.title}. {table.chart.alt}", "object_position": 2, "x_offset": 6}
    table.sheet.insert_chart(top, left, drawn, options)
    below = top + math.ceil((tall + 8) / ROW)
    for n in range(row + 1, max(end, below)):
        if n != row + 1:
            paper.tall(n, ROW_POINTS)
    return max(end, below) + 1
