"""What there is to look at in a matrix: below its lines, each check that holds, gravest first, without gaps.

Each check marks its periods in a hidden row of its own; the lines in sight repeat those rows in which a mark stands.
"""

from __future__ import annotations

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from macros.documents.excel.look import height
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import KEYS, LABELS, VALUES, Block, Cell
from macros.documents.excel.ranges import From
from macros.documents.outline.copies import ranked
from macros.model.field import Check
from macros.model.kinds import CALM


class MatrixWatch:
    """Writes what there is to look at in a matrix."""

    def __init__(self, paper: Paper, block: Block) -> None:
        """Take the block of a matrix."""
        self.book, self.paper, self.block = paper.book, paper, block
        self.sheet, self.look, self.periods = paper.sheet, paper.look, block.part.periods
        self.checks = ranked(self.book.plan.checks_of(block.part))
        self.fired = [check for check in self.checks if check.key in self.book.copy.fired]
        self.seen, self.rows = From(self.book.plan, block.tab), sorted(block.watch.values())

    def write(self) -> None:
        """Write the heading, the lines in sight, the hidden rows."""
        if not self.checks:
            return
        first = self.rows[0] - len(self.rows)
        self.paper.write(first - 1, LABELS, self.book.v.word("xlsx-watch"), "heading")
        self.paper.tall(first - 1, 24)
        self.paper.headings.add(first - 1)
        for check in self.checks:
            self._marks(check)
        self.paper.hidden |= {*self.rows, self.rows[-1] + 1}
        tall = max(height(self._signed(check), self.paper.widths[LABELS]) for check in self.checks)
        for n in range(len(self.rows)):
            self._line(first + n, n)
            self.paper.key(first + n, "", tall)
        last = VALUES + len(self.periods) - 1
        self.paper.inked(Cell(self.block.tab, first, LABELS), Cell(self.block.tab, self.rows[0] - 1, last))

    def _signed(self, check: Check) -> str:
        return self.look.say(self.book.signed(check))

    def _marks(self, check: Check) -> None:
        """Mark the periods that a check concerns, in its hidden row, with its message and its place in the order."""
        row, plain, fires = self.block.watch[check.key], self.look("plain"), check in self.fired
        for n, period in enumerate(self.periods):
            formula = self.book.values.alarm(self.block.tab, row, check, period.key)
            self.sheet.write_formula(row, VALUES + n, formula, plain, self._mark(check, period.key))
        holds = f'COUNTIF({xl_range_abs(row, VALUES, row, VALUES + len(self.periods) - 1)},"!")>0'
        said = self._signed(check) if fires else ""
        message, order = self.seen.at(self.book.plan.message_spot(check)), self.rows.index(row) + 1
        self.sheet.write_formula(row, LABELS, f'=IF({holds},{message},"")', plain, said)
        self.sheet.write_formula(row, KEYS, f'=IF({holds},{order},"")', plain, order if fires else "")

    def _mark(self, check: Check, at: str) -> str:
        return "!" if at in self.book.copy.fired.get(check.key, ()) else ""

    def _line(self, row: int, n: int) -> None:
        """Say the n-th check that holds, and mark its periods; in the first line, that none does."""
        nothing = self.seen.at(self.book.plan.nothing) if n == 0 else '""'
        check = self.fired[n] if n < len(self.fired) else None
        calm = f"{CALM} {self.book.v.word('checks-none')}" if n == 0 else ""
        held = self._signed(check) if check else calm
        self.sheet.write_formula(row, LABELS, self._nth(LABELS, n, nothing), self.look("text"), held)
        form = self.look("alarm", align="center", bottom=0)
        for column, period in enumerate(self.periods, VALUES):
            held = self._mark(check, period.key) if check else ""
            self.sheet.write_formula(row, column, self._nth(column, n, '""'), form, held)

    def _nth(self, column: int, n: int, other: str) -> str:
        """Return the formula for what stands in a column of the n-th row with a mark."""
        orders, texts = self._range(KEYS), self._range(column)
        return f'=IF(COUNT({orders})>{n},INDEX({texts},SMALL({orders},{n + 1}))&"",{other})'

    def _range(self, column: int) -> str:
        """Return the hidden rows in a column, and one more: a single cell is no range to every program."""
        ends = ((self.rows[0], column), (self.rows[-1] + 1, column))
        return ":".join(xl_rowcol_to_cell(*end, row_abs=True, col_abs=True) for end in ends)
