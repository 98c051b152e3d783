"""What formulas take, in hidden columns: the value of C9 in AC9, its blanks as #N/A and texts as errors, then steps.

Each value is guarded once, in its row on its own sheet. So a formula names cells, as people write formulas, and does
not repeat for each of them what to do when it holds nothing or no number. What makes a formula long stands further to
the right, in a cell of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.documents.excel.book import Book
from macros.documents.excel.places import Cell
from macros.documents.excel.values import Held


def write_guards(book: Book) -> None:
    """Write what the formulas of a workbook have asked for."""
    form, columns = book.look("plain"), set()
    for spot, formula, held in [*_guards(book), *_steps(book)]:
        book.xlsx.get_worksheet_by_name(spot.tab).write_formula(spot.row, spot.column, formula, form, held)
        columns.add((spot.tab, spot.column))
    for tab, column in sorted(columns):
        book.xlsx.get_worksheet_by_name(tab).set_column(column, column, 9, None, {"hidden": True})


def _guards(book: Book) -> Iterator[tuple[Cell, str, Held | bool]]:
    for address, ref in list(book.plan.guards.items()):
        yield book.plan.guard(ref, address[2]), *book.values.guard(address)


def _steps(book: Book) -> Iterator[tuple[Cell, str, Held | bool]]:
    for (tab, row), steps in book.plan.steps.items():
        for n, text in enumerate(steps):
            yield book.plan.step_spot(tab, row, n), *book.values.step(tab, row, text)
