"""Cells and ranges of a workbook as its formulas write them, seen from one of its sheets."""

from __future__ import annotations

import re
from collections import defaultdict

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from macros.documents.excel.naming import plain, quoted
from macros.documents.excel.places import LABELS, VALUES, Cell, Intermediate
from macros.documents.excel.plan import READINGS, Plan
from macros.formula.functions.function import bare
from macros.formula.names import RESULT
from macros.formula.nodes import Node, Ref
from macros.model.field import Field, Part


def length(text: str) -> int:
    """Return the length of a formula in a row of three figures: the rows of a list must have the same steps."""
    return len(re.sub(r"(?<=[A-Z$])\d+", "000", text))


class From:
    """The addresses of a plan; those on the same sheet go without its name, so that people can read the formulas."""

    def __init__(self, plan: Plan, tab: str, row: int = 0, longest: int | None = None) -> None:
        """Look from a row of a tab; parts of a formula that are longer than ``longest`` get a cell of their own."""
        self.plan, self.tab, self.row, self.longest = plan, tab, row, longest
        self.steps = dict(plan.steps.get((tab, row), {}))
        self.sorted = any(block.sorts(tab, row) for block in plan.blocks.values())
        """Its formulas stand in the row of a list: when that is sorted, what is in other rows must stay what it is."""

    def at(self, spot: Cell) -> str:
        """Return one cell."""
        return self._on(spot.tab) + str(xl_rowcol_to_cell(spot.row, spot.column, row_abs=True, col_abs=True))

    def range(self, first: Cell, last: Cell) -> str:
        """Return the range between two cells of one sheet."""
        return self._on(first.tab) + str(xl_range_abs(first.row, first.column, last.row, last.column))

    def _on(self, tab: str) -> str:
        return "" if tab == self.tab else f"{tab}!" if plain(tab) else quoted(tab)

    def cell(self, part: str, name: str, at: str | None) -> str:
        """Return the cell of one value."""
        spot, seen = self.plan.value_spot((part, name, at)), self.plan.spots[part, name, at]
        return self._near(spot, own=(seen.tab, seen.row) == (self.tab, self.row))

    def _near(self, spot: Cell, *, own: bool = False) -> str:
        """Return a cell as people write it in a formula, without the signs that hold it when it is copied.

        Sorting copies the formulas of a list: only what is in the ``own`` row goes without these signs there.
        """
        held = self.sorted and not own and (spot.tab, spot.row) != (self.tab, self.row)
        return self._on(spot.tab) + str(xl_rowcol_to_cell(spot.row, spot.column, row_abs=held, col_abs=held))

    def guard(self, ref: Ref, at: str | None) -> str | None:
        """Return the hidden cell that holds a value guarded; none for a tick, which is never blank."""
        return self._near(self.plan.guard(ref, at)) if ref.kind != "bool" or ref.computed else None

    def step(self, node: Node | None, part: str, at: str | None, text: str) -> str:
        """Return a part of a formula, or the hidden cell in the row of the formula that holds it."""
        if self.longest is None or length(text) <= self.longest:
            return text
        self.steps.setdefault(bare(text), Intermediate(node, part, at))
        return self._near(self.plan.step_spot(self.tab, self.row, list(self.steps).index(bare(text))))

    def position(self, part: str, at: str) -> str:
        """Return the number of a row or period; that of a free row is counted, for its formula may be sorted away."""
        return f"(ROW()-{self.plan.blocks[part].first})" if self.sorted else str(self.places(part).index(at) + 1)

    def title(self, part: str, at: str) -> str:
        """Return the hidden cell that holds the title of a named row."""
        block = self.plan.blocks[part]
        return self._near(Cell(block.tab, block.rows[at], block.names))

    def column(self, part: str, name: str, until: str | None = None) -> str:
        """Return a column or line, up to a row or period."""
        places = self.places(part)
        last = until or places[-1]
        first, end = (self.plan.value_spot((part, name, at)) for at in (places[0], last))
        # With both ends, even where they are one: a single cell is no range to every program.
        held = self.sorted
        begun = self._on(first.tab) + str(xl_rowcol_to_cell(first.row, first.column, row_abs=held, col_abs=held))
        return f"{begun}:{xl_rowcol_to_cell(end.row, end.column, row_abs=held, col_abs=held)}"

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

    def unreadable(self) -> dict[str, list[str]]:
        """Return by sheet formulas that count, together, its cells for a number or a day of which nothing counts."""
        plan, ranges = self.plan, defaultdict[str, list[tuple[str, str]]](list)
        for tab in plan.sheets:
            read = [cell for address, cell in plan.readings.items() if plan.spots[address].tab == tab]
            if read:
                ends = [Cell(READINGS, f(c.row for c in read), f(c.column for c in read)) for f in (min, max)]
                typed = [Cell(c.tab, c.row, c.column + plan.reading_width) for c in ends]
                ranges[tab].append((self.range(*typed), self.range(*ends)))
        for part in plan.tool.parts:
            for field in part.inputs:
                if field.kind.holds == "day":
                    ranges[plan.blocks[part.key].tab].append((self._all(part, field),) * 2)
        text = "ROWS({0})*COLUMNS({0})-COUNTBLANK({0})-COUNT({1})"
        return {tab: [text.format(*of) for of in pairs] for tab, pairs in ranges.items()}

    def _all(self, part: Part, field: Field) -> str:
        return self.column(part.key, field.key) if part.places else self.cell(part.key, field.key, None)

    def today(self) -> str:
        """Return the cell of today's date."""
        return self.at(self.plan.today)

    def message(self) -> str:
        """Return the cell of the short message for a text in a number field."""
        return self.at(self.plan.message)
