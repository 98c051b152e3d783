"""Bars of time, one below the other on one line of days, with the line of today through them."""

from __future__ import annotations

from macros.documents.excel.layout import ASIDE, LAST_COLUMN, Layout
from macros.documents.excel.look import SIZE
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.values import Held, format_of

STEPS = 33
"""Signs of a line of time, in a type whose signs are all as wide."""

FULL, EMPTY, TODAY = "█", "░", "│"
BEFORE = "\u00a0"
"""What stands before a bar: spaces at the start of a kept value get lost as XML is read."""


class Timeline:
    """Draws start, end and progress of each row on one line of time that follows the dates entered."""

    def __init__(self, paper: Paper, layout: Layout) -> None:
        """Begin the drawing beside the table of its dates."""
        self.paper, self.layout, self.sheet = paper, layout, paper.sheet
        self.seen = From(paper.book.plan, paper.tab)
        self.form = paper.look("gauge", font_size=SIZE)
        self.first = VALUES + len(layout.points.columns)
        starts, ends = (self._range(layout.row + 1, layout.end - 1, VALUES + n) for n in (0, 1))
        self.starts, self.begin, self.until = starts, f"MIN({starts})", f"MAX({ends})"
        self.span = f"MAX(1,{self.until}-{self.begin})"
        self.low = min((line[0] for line in layout.numbers if isinstance(line[0], float)), default=None)
        self.high = max((line[1] for line in layout.numbers if isinstance(line[1], float)), default=None)

    def draw(self) -> int:
        """Draw it; return the row after the last."""
        row, end = self.layout.row, self.layout.end
        self.paper.tall(row, 24)
        today = self._today(end)
        for n, line in enumerate(range(row + 1, end)):
            self._bar(line, self.layout.numbers[n], *today)
        self._scale(row)
        return end + 1

    def _bar(self, line: int, numbers: list[Held], today: str, day: int | None) -> None:
        """Write the bar of a row, cut by the line of today."""
        begin, until = self._cell(line, VALUES), self._cell(line, VALUES + 1)
        places = self._places(numbers)
        length = self._aside(line, 1, f"MAX(1,ROUND(({until}-{begin})/{self.span}*{STEPS},0))", places and places[1])
        start = f"MIN({STEPS}-{length},ROUND(({begin}-{self.begin})/{self.span}*{STEPS},0))"
        offset = self._aside(line, 0, start, places and places[0])
        done = f"ROUND({length}*N({self._cell(line, VALUES + 2)}),0)" if len(numbers) > 2 else "0"  # noqa: PLR2004
        bar = (
            f'IF({length}="","",REPT("{BEFORE}",MAX(0,{offset}))&REPT("{FULL}",MAX(0,{done}))'
            f'&REPT("{EMPTY}",MAX(0,{length}-MAX(0,{done}))))'
        )
        held = _bar(numbers, places)
        bare = self._aside(line, 2, bar, held)
        room = f'REPT("{BEFORE}",MAX(0,{today}-LEN({bare})))'
        through = f'LEFT({bare}&{room},{today})&"{TODAY}"&MID({bare},{today}+2,{STEPS})'
        cut = f'=IF(OR({bare}="",{today}=""),{bare},{through})'
        self.sheet.merge_range(line, self.first, line, LAST_COLUMN, "", self.form)
        self.sheet.write_formula(line, self.first, cut, self.form, _cut(held, day))

    def _scale(self, row: int) -> None:
        """Write the first day and the last above the line."""
        shown = format_of(self.layout.points.columns[0].field, self.paper.book.v.language.code)
        for column in range(self.first + 1, LAST_COLUMN):
            self.paper.write(row, column, "", "column")
        for column, formula, value, align in (
            (self.first, self.begin, self.low, "start"),
            (LAST_COLUMN, self.until, self.high, "end"),
        ):
            form = self.paper.look("column", num_format=shown, align=align)
            text = f'=IF(COUNT({self.starts})=0,"",{formula})'
            self.sheet.write_formula(row, column, text, form, "" if self.low is None else value)

    def _today(self, row: int) -> tuple[str, int | None]:
        """Point at today below the bars, when it falls within them; return the cell of its place, and the place."""
        today, day = self.seen.today(), self.paper.book.values.evaluation.today
        within = f"AND({today}>={self.begin},{today}<={self.begin}+{self.span})"
        place = None
        if self.low is not None and self.high is not None and 0 <= day - self.low <= max(1.0, self.high - self.low):
            place = min(STEPS - 1, int((day - self.low) / max(1.0, self.high - self.low) * STEPS + 0.5))
        offset = f'IF({within},MIN({STEPS - 1},ROUND(({today}-{self.begin})/{self.span}*{STEPS},0)),"")'
        cell = self._aside(row, 0, offset, place)
        self.paper.write(row, LABELS, self.paper.book.v.word("xlsx-today"), "note", indent=0)
        self.sheet.merge_range(row, self.first, row, LAST_COLUMN, "", self.form)
        mark = f'=IF({cell}="","",REPT("{BEFORE}",{cell})&"▲")'
        self.sheet.write_formula(row, self.first, mark, self.form, "" if place is None else BEFORE * place + "▲")
        return cell, place

    def _aside(self, row: int, n: int, formula: str, held: int | str | None) -> str:
        """Write what a row needs into its n-th hidden cell; return the cell."""
        spot = Cell(self.paper.tab, row, VALUES + ASIDE + 10 + n)
        self.sheet.write_formula(row, spot.column, f'=IFERROR({formula},"")', None, "" if held is None else held)
        return self.seen.at(spot)

    def _places(self, line: list[Held]) -> tuple[int, int] | None:
        """Return after how many signs a bar begins, and how many it has; none without its dates."""
        begin, until = line[0], line[1]
        if self.low is None or self.high is None or not isinstance(begin, float) or not isinstance(until, float):
            return None
        span = max(1.0, self.high - self.low)
        length = max(1, int((until - begin) / span * STEPS + 0.5)) if until > begin else 1
        return min(STEPS - length, int((begin - self.low) / span * STEPS + 0.5)), length

    def _cell(self, row: int, column: int) -> str:
        return self.seen.at(Cell(self.paper.tab, row, column))

    def _range(self, first: int, last: int, column: int) -> str:
        return self.seen.range(Cell(self.paper.tab, first, column), Cell(self.paper.tab, last, column))


def _bar(line: list[Held], places: tuple[int, int] | None) -> str:
    if places is None:
        return ""
    offset, length = places
    progress = line[2] if len(line) > 2 and isinstance(line[2], float) else 0.0  # noqa: PLR2004 (start, end, progress)
    done = max(0, int(length * progress + 0.5))
    return BEFORE * max(0, offset) + FULL * done + EMPTY * max(0, length - done)


def _cut(bar: str, day: int | None) -> str:
    """Return a bar with the line of today through it."""
    if not bar or day is None:
        return bar
    return bar.ljust(day, BEFORE)[:day] + TODAY + bar[day + 1 :]
