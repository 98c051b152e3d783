"""Where the values of a tool stand in a workbook."""

from __future__ import annotations

from typing import Protocol

from macros.formula.nodes import Node, Ref

TICKED, UNTICKED = "☑", "☐"
"""A tick as a cell holds it."""


class Addresses(Protocol):
    """Where things stand in the workbook: absolute addresses with their sheet, as formulas write them."""

    def cell(self, part: str, name: str, at: str | None) -> str:
        """Return the cell of one value (results stand in the part ``result``)."""

    def guard(self, ref: Ref, at: str | None) -> str | None:
        """Return the cell that holds a value with its blanks and problems as errors, where there is one."""

    def step(self, node: Node | None, part: str, at: str | None, text: str, /) -> str:
        """Return a part of a formula, or the hidden cell that holds it; without a node, whether a row is empty."""

    def position(self, part: str, at: str) -> str:
        """Return the number of a row or period among its own, as it is wherever its formula is sorted to."""

    def title(self, part: str, at: str) -> str:
        """Return the cell that holds the title of a named row."""

    def column(self, part: str, name: str, until: str | None = None) -> str:
        """Return the unbroken range of a column or line, up to a row or period."""

    def box(self, part: str, name: str, choice: str) -> str:
        """Return the cell in which one of several choices is ticked."""

    def boxes(self, part: str, name: str) -> str:
        """Return the range of all ticks of a field for several choices."""

    def label(self, choices: str, key: str) -> str:
        """Return the cell that holds the label of a choice; ``choices`` is the id of the list."""

    def labels(self, choices: str) -> str:
        """Return the range of the labels of a list."""

    def values(self, choices: str) -> str:
        """Return the range of the values of a list, beside its labels."""

    def places(self, part: str) -> list[str]:
        """Return the rows or periods of a part, in order."""

    def today(self) -> str:
        """Return the cell of today's date."""

    def message(self) -> str:
        """Return the cell that holds the short message for a text in a number field."""
