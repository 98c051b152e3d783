"""A tree in cells: each row under its level, by its own code and that of the row that it serves."""

from __future__ import annotations

from macros.documents.excel.layout import ASIDE, LAST_COLUMN, NAMED, Layout
from macros.documents.excel.look import shortened
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.ranges import From
from macros.formula.spreadsheet import shortening

DEPTH = 4
"""Levels below the root that are shown; more would leave no room for words."""

CODE = 12
"""Letters of a code."""

STEP, BRANCH = "      ", "└  "


class Tree:
    """Draws rows with a code and the code of their parent; what they say comes from ``by``."""

    def __init__(self, paper: Paper, layout: Layout) -> None:
        """Take the points of a table: code, and parent."""
        self.paper, self.layout, self.points = paper, layout, layout.points
        self.sheet, self.look = paper.sheet, paper.look
        self.seen = From(paper.book.plan, paper.tab)

    def draw(self) -> int:
        """Draw beside the table; return the row after. Without parents there is only the table."""
        row, end, held = self.layout.row, self.layout.end, self.layout.texts
        if len(self.points.columns) < 2:  # noqa: PLR2004 (code, parent)
            return end
        codes, parents = (self._column(row + 1, end - 1, VALUES + ASIDE + n) for n in (0, 1))
        for n, line in enumerate(range(row + 1, end)):
            ways = self._ways(line, codes, parents, held, n)
            self._branch(line, ways, held[n][0], self.points.names[n].text)
        for column in range(VALUES + 2, LAST_COLUMN + 1):
            self.paper.write(row, column, "", "column")
        return end

    def _ways(self, row: int, codes: str, parents: str, held: tuple[list[str], ...], n: int) -> int:
        """Write, in hidden columns, the parent, its parent and so on; return how many there are."""
        above, count = held[n][1], 0
        known = {line[0].casefold(): line[1] for line in reversed(held) if line[0]}
        for level in range(DEPTH):
            cell = self.seen.at(Cell(self.paper.tab, row, VALUES + ASIDE + 1))
            if level:
                before = self.seen.at(self._hidden(row, level - 1))
                formula = f'=IF(LEN({before})=0,"",IFERROR(INDEX({parents},MATCH({before},{codes},0))&"",""))'
                above = known.get(above.casefold(), "") if above else ""
            else:
                formula = f'={cell}&""'
            spot = self._hidden(row, level)
            self.sheet.write_formula(spot.row, spot.column, formula, None, above)
            count += bool(above)
        return count

    def _branch(self, row: int, depth: int, code: str, words: str) -> None:
        """Write a row under its level."""
        ways = "+".join(f"(LEN({self.seen.at(self._hidden(row, level))})>0)" for level in range(DEPTH))
        own, said = (self.seen.at(Cell(self.paper.tab, row, column)) for column in (VALUES, LABELS))
        # What the row says, shortened already, stands beside it too.
        formula = (
            f'=IF(LEN({own})=0,"",REPT("{STEP}",{ways})&IF({ways}>0,"{BRANCH}","")'
            f'&{shortening(own, CODE)}&" · "&{said})'
        )
        short = f"{shortened(code, CODE)} · {shortened(words, NAMED)}"
        text = f"{STEP * depth}{BRANCH if depth else ''}{short}" if code else ""
        form = self.look("reading", text_wrap=False, shrink=True)
        self.sheet.merge_range(row, VALUES + 2, row, LAST_COLUMN, "", form)
        self.sheet.write_formula(row, VALUES + 2, formula, form, text)

    def _hidden(self, row: int, level: int) -> Cell:
        return Cell(self.paper.tab, row, VALUES + ASIDE + 10 + level)

    def _column(self, first: int, last: int, column: int) -> str:
        # One row more than there are: a range of one cell is no list to every program.
        return self.seen.range(Cell(self.paper.tab, first, column), Cell(self.paper.tab, last + 1, column))
