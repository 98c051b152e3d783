"""The line of the results that says how many cells hold what is no number or date, and on which sheets they are."""

from __future__ import annotations

from collections import Counter
from itertools import count

from macros.documents.excel.paper import Paper
from macros.documents.excel.places import Cell
from macros.documents.excel.ranges import From
from macros.model.kinds import SEVERITIES


def write_unread(paper: Paper, seen: From, row: int, helpers: int) -> list[tuple[str, str]]:
    """Write, in hidden columns from ``helpers``, order, line, sheets and number; return line and sheets, if any.

    The names of sheets are gathered one after the other in hidden cells of the row, each after its own and its counts.
    """
    book, plain, tab = paper.book, paper.look("plain"), paper.tab
    held = Counter(book.plan.spots[address].tab for address in book.values.unreadable)
    text = f"{SEVERITIES['error'].sign} {book.v.word('xlsx-unreadable')} {held.total()}"
    cells = (book.plan.step_spot(tab, row, n) for n in count())
    listed, named, counts = "", "", []
    for name, chunks in seen.unreadable().items():
        said, *read, last = spots = [next(cells) for _ in range(len(chunks) + 2)]
        paper.sheet.write_string(said.row, said.column, name, plain)
        for n, (spot, chunk) in enumerate(zip(read, chunks, strict=True)):
            paper.sheet.write_formula(spot.row, spot.column, f"={chunk}", plain, 0 if n else held[name])
        named += f" · {name}" if held[name] else ""
        formula = f'={listed}IF(SUM({seen.range(read[0], read[-1])})>0," · "&{seen.at(said)},"")'
        paper.sheet.write_formula(last.row, last.column, formula, plain, named)
        paper.sheet.set_column(spots[0].column, last.column, 4, None, {"hidden": True})
        counts += read
        listed = f"{seen.at(last)}&"
    whole = f"SUM({seen.range(counts[0], counts[-1])})" if counts else "0"
    number = seen.at(Cell(tab, row, helpers + 3))
    paper.sheet.write_formula(row, helpers + 3, f"={whole}", plain, held.total())
    paper.sheet.write_formula(row, helpers, f'=IF({number}>0,1,"")', plain, 1 if held else "")
    paper.sheet.write_formula(row, helpers + 1, f'={seen.at(book.plan.unreadable)}&" "&{number}', plain, text)
    paper.sheet.write_formula(row, helpers + 2, f"=MID({listed[:-1] or chr(34) * 2},4,9999)", plain, named[3:])
    return [(text, named[3:])] if held else []
