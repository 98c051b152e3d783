"""The summary of a tool on two pages: figures beside a drawing, then the table that says what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.documents import style
from macros.documents.excel.book import Book
from macros.documents.excel.cells import Cells
from macros.documents.excel.charts import chart_of
from macros.documents.excel.layout import Layout
from macros.documents.excel.look import shortened
from macros.documents.excel.paper import WIDEST, Paper
from macros.documents.excel.places import LABELS, VALUES
from macros.documents.excel.ranges import From
from macros.documents.excel.values import format_of
from macros.documents.excel.widths import roomy
from macros.documents.outline.copies import HEAD
from macros.documents.outline.parts import place_label
from macros.documents.outline.points import meant
from macros.formula.names import RESULT
from macros.formula.spreadsheet import shortening
from macros.model.field import Field
from macros.model.tool import Summary
from macros.reckoning.evaluation import Address

NAMES, NUMBER, WORDS = 46.0, 11.0, 30.0
"""The widths of names, as long as questions may be, of values and of words."""

LINES = 3
"""Lines of words in a row of the table."""

ROW, ROOM = 19.0, 50.0
"""Points of a line of figures, and of a row of the table."""

WIDE, TALL = 720, 520
"""The size of the drawing, in pixels."""


class SummarySheet:
    """Writes the sheet: every cell repeats another, so that nobody fills it in."""

    def __init__(self, book: Book, summary: Summary) -> None:
        """Begin the sheet."""
        self.book, self.copy, self.summary = book, book.copy, summary
        self.paper = Paper(book, book.plan.summary)
        self.cells, self.seen = Cells(self.paper), From(book.plan, book.plan.summary)
        self.part = book.plan.blocks[summary.rows].part
        seen = self.part.seen.fields
        # What names a row comes first: on the page before, the names of figures stand in its column.
        self.fields = sorted(seen, key=lambda field: field.key != summary.names)

    def write(self, layout: Layout) -> None:
        """Write both pages, with the drawing of a table."""
        self.paper.row, last = ROW, LABELS + len(self.fields) - 1
        widths = {LABELS: NAMES, VALUES: NUMBER}
        widths |= {LABELS + n: WORDS if one.kind.words else NUMBER for n, one in enumerate(self.fields) if n > 1}
        spare = (WIDEST - 1 - sum(widths.values())) / max(1, sum(width == WORDS for width in widths.values()))
        self.paper.columns({n: width + spare * (width == WORDS) for n, width in widths.items()}, table=True)
        self.paper.title(self.book.v.word("xlsx-summary"), None, last)
        self._whose()
        first = self._figures(3)
        self._drawing(3, layout)
        end = self._table(first)
        self.paper.keep = [(0, first), (first, end)]
        self.paper.sheet.set_tab_color(style.HUES[0])
        self.paper.finish(end, last)

    def _whose(self) -> None:
        """Say below the title of which day the summary is, and whose: the name runs on over the blank cells."""
        self.paper.tall(1, ROW)
        for column in range(VALUES + 1, LABELS + len(self.fields)):
            self.paper.sheet.write_blank(1, column, None, self.paper.look("label"))
        for column, name in ((LABELS, "date"), (VALUES, "cluster")):
            address = (HEAD, name, None)
            room = 1, self.paper.across(column, LABELS + len(self.fields) - 1)
            self._repeated(1, column, self.copy.field(address), address, room, align="start", text_wrap=False)

    def _figures(self, row: int) -> int:
        """Write the results, then each of the columns that the summary names; return the row after them."""
        results = [(field.label, field, (RESULT, field.key, None)) for field in self.book.tool.results]
        row = self._block(row, self.book.v.word("xlsx-results"), results)
        for name in self.summary.figures:
            field, (key, own, _) = meant(self.copy, name)
            part = self.book.plan.blocks[key].part
            lines = [(str(place_label(part, at)), field, (key, own, at)) for at in part.places]
            row = self._block(row, part.title, lines)
        return row

    def _block(self, row: int, title: str, lines: Sequence[tuple[str, Field, Address]]) -> int:
        self.paper.write(row, LABELS, title, "part")
        for n, (label, field, address) in enumerate(lines, row + 1):
            self.paper.write(n, LABELS, label, "label")
            self._repeated(n, VALUES, field, address, (1, NUMBER))
        return row + 1 + len(lines)

    def _repeated(
        self, row: int, column: int, field: Field, address: Address, room: tuple[int, float], **more: Any
    ) -> None:
        """Write a cell that repeats a value; of words, as much as has room, in lines and digits of width."""
        cell, held = self.seen.at(self.book.plan.spot(address)), self.book.values.held(field, address)
        said = cell
        if field.kind.words and isinstance(held, str):
            most = roomy(*room, self.book.v.language.name)
            said, held = shortening(cell, most), shortened(held, most)
        shown = format_of(field, self.book.v.language.code)
        look = {"num_format": shown} if shown else {}
        look |= {"align": "end" if field.kind.numeric else "start"} | more
        form = self.paper.look("label", indent=1, **look)
        self.paper.sheet.write_formula(row, column, f'=IF(LEN({cell})=0,"",{said})', form, held)

    def _drawing(self, row: int, layout: Layout) -> None:
        drawn = chart_of(self.book, layout, WIDE, TALL)
        alt = f"{layout.chart.title}. {layout.chart.alt}"
        self.paper.sheet.insert_chart(row, VALUES + 1, drawn, {"description": alt, "object_position": 2, "x_offset": 9})

    def _table(self, row: int) -> int:
        """Write the table; return the row after it."""
        self.paper.write(row, LABELS, self.part.title, "part")
        self.paper.tall(row, 30)
        for n, field in enumerate(self.fields):
            self.paper.write(row + 1, LABELS + n, field.label, "column", align="end" if field.kind.numeric else "start")
        for below, at in enumerate(self.part.places, row + 2):
            self.paper.key(below, "", ROOM)
            for n, field in enumerate(self.fields):
                room = LINES, self.paper.widths[LABELS + n] - 1
                self._repeated(below, LABELS + n, field, (self.part.key, field.key, at), room)
        return row + 2 + len(self.part.places)
