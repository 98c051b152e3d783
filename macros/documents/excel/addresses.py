"""Cells and ranges of a workbook as its formulas write them, seen from one of its sheets."""

from __future__ import annotations

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from macros.documents.excel.names import quoted
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.plan import READINGS, Plan
from macros.formula.names import RESULT
from macros.model.field import Field, Part


class From:
    """The addresses of a plan; those on the same sheet go without its name, so that people can read the formulas."""

    def __init__(self, plan: Plan, tab: str) -> None:
        """Look from a tab."""
        self.plan, self.tab = plan, tab

    def at(self, spot: Cell) -> str:
        """Return one cell."""
        return self._on(spot.tab) + str(xl_rowcol_to_cell(spot.row, spot.column, row_abs=True, col_abs=True))

    def range(self, first: Cell, last: Cell) -> str:
        """Return the range between two cells of one sheet."""
        return self._on(first.tab) + str(xl_range_abs(first.row, first.column, last.row, last.column))

    def _on(self, tab: str) -> str:
        return "" if tab == self.tab else quoted(tab)

    def cell(self, part: str, name: str, at: str | None) -> str:
        """Return the cell of one value."""
        return self.at(self.plan.value_spot((part, name, at)))

    def column(self, part: str, name: str, until: str | None = None) -> str:
        """Return a column or line, up to a row or period."""
        places = self.places(part)
        last = until or places[-1]
        return self.range(self.plan.value_spot((part, name, places[0])), self.plan.value_spot((part, name, last)))

    def box(self, part: str, name: str, choice: str) -> str:
        """Return the cell in which one of several choices is ticked."""
        return self.at(self.plan.boxes[(part, name, choice)])

    def boxes(self, part: str, name: str) -> str:
        """Return the range of all ticks of a field for several choices."""
        ticks = [spot for (p, n, _), spot in self.plan.boxes.items() if (p, n) == (part, name)]
        return self.range(ticks[0], ticks[-1])

    def label(self, choices: str, key: str) -> str:
        """Return the cell that holds the label of a choice."""
        keys = [choice.key for choice in self.plan.choice_lists[choices].choices]
        return self.at(Cell(self.plan.lists, self.plan.list_rows[choices] + keys.index(key), LABELS))

    def labels(self, choices: str) -> str:
        """Return the range of the labels of a list."""
        return self.beside(choices, LABELS)

    def values(self, choices: str) -> str:
        """Return the range of the values of a list."""
        return self.beside(choices, VALUES)

    def beside(self, choices: str, column: int) -> str:
        """Return the range of one column of a list: labels, values, marks, meanings."""
        first = self.plan.list_rows[choices]
        last = first + len(self.plan.choice_lists[choices].choices) - 1
        return self.range(Cell(self.plan.lists, first, column), Cell(self.plan.lists, last, column))

    def places(self, part: str) -> list[str]:
        """Return the rows or periods of a part, in order; none for results and forms."""
        whole = self.plan.tool.part(part) if part != RESULT else None
        return list(whole.places) if whole else []

    def unreadable(self) -> str:
        """Return the formula that counts the cells for a number or a day in which something else stands."""
        days = [(part, field) for part in self.plan.tool.parts for field in part.inputs if field.kind.holds == "day"]
        ranges = [self._all(part, field) for part, field in days]
        if spots := self.plan.readings.values():
            last = Cell(READINGS, max(spot.row for spot in spots), max(spot.column for spot in spots))
            ranges.append(self.range(Cell(READINGS, 0, 0), last))
        return "+".join(f"ROWS({r})*COLUMNS({r})-COUNTBLANK({r})-COUNT({r})" for r in ranges) or "0"

    def _all(self, part: Part, field: Field) -> str:
        return self.column(part.key, field.key) if part.places else self.cell(part.key, field.key, None)

    def today(self) -> str:
        """Return the cell of today's date."""
        return self.at(self.plan.today)

    def message(self) -> str:
        """Return the cell of the short message for a text in a number field."""
        return self.at(self.plan.message)
