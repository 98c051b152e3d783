"""Lanes in cells: below the table, each row in the lane that it names, by its place among those of that lane."""

from __future__ import annotations

import math
from collections.abc import Iterator

from macros.documents import style
from macros.documents.excel.layout import ASIDE, COLUMNS, LAST_COLUMN, NAMED, Layout
from macros.documents.excel.look import height, shortened
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.trees import CODE
from macros.formula.spreadsheet import shortening
from macros.model.field import Choice
from macros.model.words import Words

WORDY = "nnnnnn " * ((NAMED + CODE + 3) // 7 + 1)
"""What a box has room for: words leave ends of lines free."""


class Lanes:
    """Draws rows with a lane and a code; what they say comes from ``by``, what leads to them stands in the table.

    A blank workbook has a line of boxes for each lane, the last of which says how many more there are.
    """

    def __init__(self, paper: Paper, layout: Layout) -> None:
        """Take the points of a table: lane, code."""
        self.paper, self.layout, self.points = paper, layout, layout.points
        self.sheet, self.look, self.book = paper.sheet, paper.look, paper.book
        self.seen = From(paper.book.plan, paper.tab)
        self.field = self.points.columns[0].field

    def draw(self) -> int:
        """Draw below the table; return the row after."""
        self._helpers()
        row = self.layout.end + 1
        first, last = self.layout.chart.ends or (None, None)
        row += self._end(row, first)
        for n, choice in enumerate(self.book.plan.scope.choices(self.field)):
            if n and n == next(iter(self.layout.chart.zones), None):
                self._cut(row)
                row += 1
            inside = [self._said(at) for at in range(len(self.points.names)) if self._lane_of(at) == str(choice.label)]
            row = self._lane(row, choice, inside)
        return row + self._end(row, last)

    # ------------------------------------------------------------------ what is out of sight

    def _lane_of(self, point: int) -> str:
        return self.layout.texts[point][0]

    def _said(self, point: int) -> str:
        """Return what the box of a row says: code and words."""
        code = shortened(self.layout.texts[point][1], CODE) if len(self.points.columns) > 1 else ""
        return " · ".join(filter(None, (code, shortened(self.points.names[point].text, NAMED))))

    def _helpers(self) -> None:
        """Write, in hidden columns beside the table, which place a row has in its lane, and what its box says."""
        first = self.layout.row + 1
        for n in range(len(self.points.names)):
            row, lane = first + n, self._at(first + n, VALUES)
            above = self.seen.range(Cell(self.paper.tab, first, VALUES), Cell(self.paper.tab, row, VALUES))
            place = f'=IF(LEN({lane})=0,"",{lane}&"|"&SUMPRODUCT(1*({above}={lane})))'
            before = sum(self._lane_of(m) == self._lane_of(n) for m in range(n + 1))
            held = f"{self._lane_of(n)}|{before}" if self._lane_of(n) else ""
            self.sheet.write_formula(row, self._aside(0), place, None, held)
            code, words = self._at(row, VALUES + 1), self._at(row, LABELS)
            coded = f'IF(LEN({code})=0,"",{shortening(code, CODE)}&IF(LEN({words})=0,""," · "))&'
            said = f"={coded if len(self.points.columns) > 1 else ''}{words}"
            self.sheet.write_formula(row, self._aside(1), said, None, self._said(n))

    def _aside(self, n: int) -> int:
        return VALUES + ASIDE + 10 + n

    def _at(self, row: int, column: int) -> str:
        return self.seen.at(Cell(self.paper.tab, row, column))

    def _column(self, column: int) -> str:
        # One row more than there are: a range of one cell is no list to every program.
        first, end = self.layout.row + 1, self.layout.end
        return self.seen.range(Cell(self.paper.tab, first, column), Cell(self.paper.tab, end, column))

    # ------------------------------------------------------------------ what people see

    def _lane(self, row: int, choice: Choice, texts: list[str]) -> int:
        """Write a lane from a row: its name and how many it has, its boxes beside it; return the row after."""
        label = self.seen.label(self.book.plan.scope.list_id(self.field), choice.key)
        count = f"SUMPRODUCT(1*({self._column(VALUES)}={label}))"
        named = f"{choice.label} · {len(texts)}"
        self.sheet.write_formula(row, LABELS, f'={label}&" · "&{count}', self.look("name"), named)
        lines = math.ceil(max(1, len(texts)) / COLUMNS) if self.book.filled else 1
        for n, (line, column) in enumerate(_spots(row, lines), 1):
            more = f'&IF({count}>{n}," (+ "&({count}-{n})&")","")' if n == lines * COLUMNS else ""
            self._box(line, column, f'{label}&"|{n}"', more, texts[n - 1] if n <= len(texts) else "")
        return row + lines

    def _box(self, row: int, column: int, place: str, more: str, held: str) -> None:
        """Write the box of the row that has this place in its lane, and how many more there are after the last box."""
        form = self.look("calc", align="start")
        name = f"INDEX({self._column(self._aside(1))},MATCH({place},{self._column(self._aside(0))},0))"
        self.sheet.write_formula(row, column, f'=IFERROR({name}{more},"")', form, held)
        self.paper.key(row, "", height(WORDY, self.paper.widths[column] - 2))

    def _cut(self, row: int) -> None:
        """Write a dashed line across."""
        for column in range(LABELS, LAST_COLUMN + 1):
            self.sheet.write_blank(row, column, None, self.look("note", bottom=8, bottom_color=style.INK))

    def _end(self, row: int, words: Words | None) -> int:
        """Write what comes before all lanes, or after them; return how many rows it took."""
        if words is None:
            return 0
        form = self.look("result", words, align="center", text_wrap=False)
        self.sheet.merge_range(row, LABELS, row, LAST_COLUMN, "", form)
        self.sheet.write_string(row, LABELS, self.look.say(words), form)
        self.paper.tall(row, 24)
        return 1


def _spots(row: int, lines: int) -> Iterator[tuple[int, int]]:
    """Yield where boxes stand: row and column."""
    return ((row + line, VALUES + n) for line in range(lines) for n in range(COLUMNS))
