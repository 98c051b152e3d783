"""Places in a workbook: a cell, the columns of a sheet, the rows that a part takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.formula.nodes import Node
from macros.model.field import Part

KEYS, LABELS, VALUES = 0, 1, 2
"""Columns: hidden keys, labels of fields and rows, the first column with values."""


@dataclass(frozen=True)
class Cell:
    """A cell: tab, row and column from 0."""

    tab: str
    row: int
    column: int


@dataclass(frozen=True)
class Intermediate:
    """A part of a formula that has a cell of its own: its tree and where the formula stands; none: is the row empty."""

    node: Node | None
    part: str
    at: str | None


@dataclass
class Block:
    """A part on its sheet: the rows that it takes, and which of them hold what."""

    part: Part
    tab: str
    top: int
    """The row of its heading; without one, its first row."""
    headed: bool
    """It has a heading and guidance of its own: the sheet holds several parts."""
    keys: int = 0
    """The hidden row that names columns or periods."""
    groups: int | None = None
    """The row of the headings above columns."""
    header: int = 0
    first: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    """Rows by place (table) or by field (form, matrix)."""
    headings: dict[str, int] = field(default_factory=dict)
    """The row of the heading above a field."""
    watch: dict[str, int] = field(default_factory=dict)
    """Where each check of the part is marked: a hidden column of a table, a row of a matrix."""
    end: int = 0
    """The row after the last."""

    def sorts(self, tab: str, row: int) -> bool:
        """Tell whether a row is one of a list, which people may sort: none of its rows has a name of its own."""
        free = self.part.along == "rows" and not self.part.rows
        return free and tab == self.tab and self.first <= row < self.end

    @property
    def said(self) -> int:
        """The column of a table that says what to look at."""
        return VALUES + len(self.part.fields)

    @property
    def names(self) -> int:
        """The hidden column of a table with the plain name of each row."""
        return self.said + 1 + len(self.watch)

    @property
    def listed(self) -> bool:
        """Its boxes or fields stand below each other, each with its name beside it."""
        places = [one.place for one in self.part.fields if one.place]
        joined_ = any((place.width, place.height) != (1, 1) for place in places)
        return self.part.listed or (not self.part.along and joined_)

    @property
    def named_by(self) -> int | None:
        """The column whose text names a free row."""
        texts = (
            n
            for n, one in enumerate(self.part.fields)
            if one.kind.translated and not one.kind.long and not one.computed
        )
        return next((VALUES + n for n in texts), None)
