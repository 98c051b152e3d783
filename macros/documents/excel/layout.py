"""Where the table of a chart stands, and what it holds: all that a drawing takes from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.documents.excel.chart_points import Points
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.values import Held
from macros.model.field import Chart

ASIDE = 48
"""How far beside the table, in hidden columns, its values stand as drawn: blanks are #N/A there, so that lines do not
fall to zero."""

NAMED = 34
"""Letters of the name of a point, on one line: what people write stands whole where they wrote it."""

COLUMNS = 6
"""Columns of values, all of one width: tables of drawings stand in them."""

LAST_COLUMN = VALUES + COLUMNS - 1

Area = list[str | int]
"""A range as charts take it: tab, first row and column, last row and column."""


@dataclass(frozen=True)
class Layout:
    """The table of a chart on a tab, its heading in ``row``; ``numbers`` and ``texts`` hold a line for each point."""

    chart: Chart
    points: Points
    tab: str
    row: int
    numbers: tuple[list[Held], ...] = ()
    texts: tuple[list[str], ...] = ()

    @cached_property
    def across(self) -> bool:
        """Whether series lie, as lines do in their matrix: where the periods find room beside each other."""
        part, room = self.points.part, len(self.points.names) <= COLUMNS
        return part is not None and part.along == "periods" and len(self.points.columns) > 1 and room

    @property
    def _size(self) -> tuple[int, int]:
        down, right = len(self.points.names), len(self.points.columns)
        return (right, down) if self.across else (down, right)

    @property
    def end(self) -> int:
        """The row after the last."""
        return self.row + 1 + self._size[0]

    @property
    def last(self) -> int:
        """The last column."""
        return VALUES + self._size[1] - 1

    def spot(self, column: int, point: int) -> Cell:
        """Return where a value stands."""
        down, right = (column, point) if self.across else (point, column)
        return Cell(self.tab, self.row + 1 + down, VALUES + right)

    def area(self, column: int) -> Area:
        """Return the range of what is drawn of a series."""
        return self._aside(self.spot(column, 0), self.spot(column, len(self.points.names) - 1))

    def cross_area(self, point: int) -> Area:
        """Return the range of what is drawn of a point, over all series."""
        return self._aside(self.spot(0, point), self.spot(len(self.points.columns) - 1, point))

    def _aside(self, first: Cell, last: Cell) -> Area:
        return [self.tab, first.row, first.column + ASIDE, last.row, last.column + ASIDE]

    def names_area(self) -> Area:
        """Return the range of the names of points."""
        if self.across:
            return [self.tab, self.row, VALUES, self.row, self.last]
        return [self.tab, self.row + 1, LABELS, self.end - 1, LABELS]

    def title_cell(self, column: int) -> Area:
        """Return the cell with the name of a series."""
        return [self.tab, *((self.row + 1 + column, LABELS) if self.across else (self.row, VALUES + column))]
