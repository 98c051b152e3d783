"""Names of columns and periods that follow what people write: formulas in heading cells, which fall back to labels.

Labels, and the short names of the months, stand in hidden cells of the same row: no formula holds words.
"""

from __future__ import annotations

import math

from macros.documents.excel.book import Book
from macros.documents.excel.look import SIZE, shortened
from macros.documents.excel.paper import SMALLEST as SCALE
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import VALUES, Block, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.widths import word_width
from macros.documents.outline.headed import months
from macros.formula.spreadsheet import inner, shortening
from macros.model.field import Part
from macros.model.words import Words
from macros.reckoning.headings import naming

ROOM = "nnnnnnn nnnnnnn nnnnnnn nnnnnn"
"""What a heading that people name has room for: no row grows for it."""

LEAST = 8.0
"""Points of the smallest heading in print."""

LONGEST = len(ROOM)
"""Letters of a heading; a longer name stands whole where people wrote it."""


def heading(paper: Paper, block: Block, key: str) -> str | None:
    """Return the formula that names a column or period of a block; nothing where its label always does."""
    book, named = paper.book, naming(paper.book.plan.scope, block.part)
    if key not in named:
        return None
    n, seen = [*named].index(key), From(book.plan, block.tab)
    known, label = inner(named[key], seen), _kept(paper, block, n, _label(book, block.part, key))
    if block.part.months:
        names = [_kept(paper, block, len(named) + m, name) for m, name in enumerate(months(book.v.language.code))]
        past, listed = f"(MONTH({known})+{n - 1})", f"{seen.at(names[0])}:{seen.at(names[-1])}"
        known = f'INDEX({listed},1,MOD{past[:-1]},12)+1)&" "&YEAR({known})+INT({past}/12)'
    else:
        known = shortening(known, LONGEST)
    return f"=IFERROR({known},{seen.at(label)})"


def heading_cell(book: Book, part: Part, key: str) -> Cell | None:
    """Return where the name of a column or period stands that people name; none where its label always is its name."""
    block = book.plan.blocks.get(part.key)
    if block is None or key not in naming(book.plan.scope, part):
        return None
    keys = [column.key for column in (part.periods if part.months else part.fields)]
    return Cell(block.tab, block.header, VALUES + keys.index(key))


def _fitting(paper: Paper, column: int, words: str) -> float:
    """Return the points, in halves, in which the longest word of a heading is whole; never fewer than print needs."""
    scale = SCALE if paper.cuts else paper.scale(sum(paper.widths.values()))
    least = math.ceil(2 * LEAST / scale) / 2
    whole = math.floor(2 * SIZE * paper.widths.get(column, SIZE) / word_width(words)) / 2
    return min(SIZE, max(least, whole))


def write_heading(paper: Paper, spot: Cell, words: str, source: Cell | str | None, *, align: str) -> None:
    """Write the name of a column; with ``source``, by a formula: what gives the name, or where it stands already.

    A word too long for the column is smaller, not broken.
    """
    size = _fitting(paper, spot.column, words)
    paper.write(spot.row, spot.column, words, "column", align=align, font_size=size)
    if source:
        formula = source if isinstance(source, str) else f"={From(paper.book.plan, spot.tab).at(source)}"
        form = paper.look("column", words, align=align, font_size=size)
        paper.sheet.write_formula(spot.row, spot.column, formula, form, shortened(paper.look.say(words), LONGEST))


def _label(book: Book, part: Part, key: str) -> Words:
    """Return how a column or period is called while nobody has named it."""
    written = book.copy.labelled.part(part.key) or part
    columns = written.periods if part.months else written.fields
    return next(column.label for column in columns if column.key == key)


def _kept(paper: Paper, block: Block, n: int, words: str) -> Cell:
    """Write words into the n-th hidden cell of the row of headings; return where."""
    spot = paper.book.plan.step_spot(block.tab, block.header, n)
    paper.sheet.write_string(spot.row, spot.column, paper.look.say(words), paper.look("plain", align="fill"))
    paper.sheet.set_column(spot.column, spot.column, 9, None, {"hidden": True})
    return spot
