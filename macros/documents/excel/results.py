"""The sheet of results: what comes out, with its reading; what to look at, in plain lines; the drawings."""

from __future__ import annotations

from macros.documents import style
from macros.documents.excel.book import Book
from macros.documents.excel.breaks import fitting
from macros.documents.excel.cells import Cells
from macros.documents.excel.look import SIZE, height, shortened
from macros.documents.excel.naming import quoted
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Block, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.unread import write_unread
from macros.documents.outline.parts import chosen, notes
from macros.formula.names import RESULT
from macros.formula.spreadsheet import shortening
from macros.model.field import Check, Field
from macros.model.kinds import CALM
from macros.reckoning.evaluation import Address

READING = LAST = VALUES + 1
"""The column of readings, and of the rows that a line to look at concerns."""

WIDTHS = {LABELS: 44.0, VALUES: 19.0, READING: 42.0}
WORDS = 3
"""Lines of words that come out."""

LEAST = 5
"""Lines to look at that are worth beginning on the page of the results."""

HELPERS = 40
"""The first hidden column: order, line and place of each thing to look at."""

NAMED = 70
"""Letters of names of rows that a line shows."""

MEANINGS = 4
"""The column of meanings on the sheet of lists."""

NAMED_AT_MOST = 60
"""Rows whose names a line can list; beyond, it gives their number."""


class ResultSheet:
    """Writes the sheet of results."""

    def __init__(self, book: Book) -> None:
        """Begin the sheet."""
        self.book, self.plan, self.values = book, book.plan, book.values
        self.paper = Paper(book, book.plan.results)
        self.cells = Cells(self.paper)
        self.cells.lines = WORDS
        self.sheet, self.look = self.paper.sheet, self.paper.look
        self.seen = From(book.plan, book.plan.results)
        self.lines = 0
        """The lines of what to look at that say something."""

    def write(self) -> None:
        """Write the sheet."""
        tool = self.book.tool
        self.paper.columns(WIDTHS)
        self.paper.title(self.book.v.word("xlsx-results"), None, LAST)
        row = self._results() if tool.results else 3
        if tool.checks or self.plan.readings:
            first, row = row, self._checks(row)
            # In the example, which nobody changes, the lines below those that say something stay empty.
            self._on_paper(first, min(row, first + 1 + max(1, self.lines)) if self.book.filled else row)
        self.sheet.set_column(HELPERS, HELPERS + 4, 4, None, {"hidden": True})
        self.sheet.set_tab_color(style.HUES[0])
        self.paper.finish(row, LAST)

    # ------------------------------------------------------------------ results

    def _results(self) -> int:
        word = self.book.v.word
        self.paper.write(3, LABELS, "", "column")
        self.paper.write(3, VALUES, word("xlsx-result"), "column")
        self.paper.write(3, READING, word("xlsx-reading"), "column")
        for field in self.book.tool.results:
            self._result(field)
        return 5 + len(self.book.tool.results)

    def _result(self, field: Field) -> None:
        address = (RESULT, field.key, None)
        spot = self.plan.spot(address)
        self.paper.hidden |= {spot.row} if field.hidden else set()
        self.paper.write(spot.row, LABELS, field.label, "label", bold=True)
        small = {"font_size": SIZE} if field.kind.words else {}  # as much as has room: no row grows for what comes out
        self.cells.value(field, address, spot, kind="result", align="start", **small)
        self.cells.tones(field, spot)
        choices = self.plan.scope.choices(field)
        meant = [self.look.say(choice.text) for choice in choices if choice.text]
        note = " · ".join(map(self.look.say, notes(field)))
        form = self.look("reading", next((c.text for c in choices if c.text), field.help or field.unit))
        if meant:
            self._meaning(field, address, spot, form)
        else:
            self.sheet.write_string(spot.row, READING, note, form)
        tall = max(height(text, WIDTHS[READING] - 2) for text in [*meant, note])
        worded = max((height(f"!  {c.label}", WIDTHS[VALUES] - 2, 13) for c in choices), default=0)
        worded = max(worded, self.cells.room(field, WIDTHS[VALUES]))
        self.paper.key(spot.row, "", max(25, tall + 4, worded, height(field.label, WIDTHS[LABELS])))

    def _meaning(self, field: Field, address: Address, spot: Cell, form: object) -> None:
        """Say what the choice that came out means, looked up on the sheet of lists."""
        of = self.plan.scope.list_id(field)
        cell, meanings = self.seen.at(spot), self.seen.beside(of, MEANINGS)
        formula = f'=IF(LEN({cell})=0,"",IFERROR(INDEX({meanings},MATCH({cell},{self.seen.labels(of)},0))&"",""))'
        value = self.values.evaluation.one(*address)
        came = chosen(self.book.copy, field, value)
        held = self.look.say(came.text) if came and came.text else ""
        self.sheet.write_formula(spot.row, READING, formula, form, held)

    # ------------------------------------------------------------------ what to look at

    def _checks(self, row: int) -> int:
        """Write how many cells cannot be read, then each check that fires, gravest first; their number on top."""
        checks = self.plan.ranked_checks
        first, count = row + 1, len(checks) + 1
        said = write_unread(self.paper, self.seen, first, HELPERS)
        for n, check in enumerate(checks, 1):
            said += self._helper(first + n, n + 1, check, self.book.copy.fired.get(check.key))
        self.lines = len(said)
        self.paper.write(row, LABELS, self.book.v.word("xlsx-points"), "part")
        self.sheet.write_formula(row, VALUES, f"=COUNT({self._order(first, count)})", self.look("part"), len(said))
        self.paper.tall(row, 30)
        wide = self.paper.across(LABELS, VALUES)
        tall = max((height(self.look.say(self.book.signed(c)), wide - 2) for c in checks), default=0)
        tall = max(tall, height("n" * NAMED, WIDTHS[READING] - 2) if any(check.part for check in checks) else 0)
        for n in range(count):
            self._line(first, n, count, said)
            self.paper.key(first + n, "", tall)
        self.paper.inked(Cell(self.plan.results, first, LABELS), Cell(self.plan.results, first + count, LABELS))
        return first + count + 1

    def _on_paper(self, head: int, end: int) -> None:
        """Print the lines below the results, or on a page of their own, as many as fit; say so if that is not all.

        The others would leave a page empty as long as nothing is wrong: no row goes away as formulas change.
        """
        heights, room = self.paper.seen(end), self.paper.room
        shown = fitting(heights, 0, room)
        if shown < min(end, head + 1 + LEAST):
            shown = fitting(heights, head, room)
        self.paper.keep = [(3, head), (head, shown)]
        self.paper.shown = shown
        if shown < end:
            printed, note = shown - head - 1, Cell(self.plan.results, head, HELPERS + 1)
            text = self.look.say(self.book.v.word("xlsx-points-printed", count=printed))
            self.sheet.write_string(head, note.column, text, self.look("plain"))
            count = self.seen.at(Cell(self.plan.results, head, VALUES))
            formula = f'=IF({count}>{printed},{self.seen.at(note)},"")'
            self.sheet.write_formula(head, READING, formula, self.look("note"), "")

    def _order(self, first: int, count: int) -> str:
        """Return the range that orders the lines; one row more than there are: one cell is no list to every program."""
        results = self.plan.results
        return self.seen.range(Cell(results, first, HELPERS), Cell(results, first + count, HELPERS))

    def _helper(self, row: int, order: int, check: Check, at: list[str | None] | None) -> list[tuple[str, str]]:
        """Write, in hidden columns, whether a check fires, its line and where; return the two last if it does."""
        plain = self.look("plain")
        message = self.seen.at(self.plan.message_spot(check))
        text = self.look.say(self.book.signed(check))
        if check.part is None:
            self.sheet.write_formula(
                row, HELPERS + 3, self.values.alarm(self.plan.results, row, check, None), plain, "!" if at else ""
            )
            fires, where, names = f'{self.seen.at(Cell(self.plan.results, row, HELPERS + 3))}="!"', '=""', ""
        else:
            block = self.plan.blocks[check.part]
            fires, where, names = self._where(row, block, check, at or [])
        self.sheet.write_formula(row, HELPERS, f'=IF({fires},{order},"")', plain, order if at else "")
        self.sheet.write_formula(row, HELPERS + 1, f"={message}", plain, text)
        self.sheet.write_formula(row, HELPERS + 2, where, plain, names)
        return [(text, names)] if at else []

    def _where(self, row: int, block: Block, check: Check, at: list[str | None]) -> tuple[str, str, str]:
        """Return when a check of a part fires, the formula that names its rows or periods, and what it gives.

        The names are gathered one after the other in hidden cells, for a single formula would be as long as the table.
        """
        places = block.part.places
        flags = [self._flag(block, check, n) for n in range(len(places))]
        ends = f"{quoted(block.tab)}{_bare(flags[0])}:{_bare(flags[-1])}"
        if len(places) > NAMED_AT_MOST:
            return f'COUNTIF({ends},"!")>0', f'=COUNTIF({ends},"!")&""', str(len(at))
        listed, held = "", ""
        for n, flag in enumerate(flags):
            name, text = self._name(block, n)
            spot = self.plan.step_spot(self.plan.results, row, n)
            formula, held = f'={listed}IF({flag}="!"," · "&{name},"")', held + (f" · {text}" if places[n] in at else "")
            self.sheet.write_formula(spot.row, spot.column, formula, self.look("plain"), held)
            self.sheet.set_column(spot.column, spot.column, 4, None, {"hidden": True})
            listed = f"{self.seen.at(spot)}&"
        return f'COUNTIF({ends},"!")>0', f"=MID({listed[:-1]},4,9999)", held[3:]

    def _flag(self, block: Block, check: Check, n: int) -> str:
        mark = block.watch[check.key]
        spot = (
            Cell(block.tab, block.first + n, mark) if block.part.along == "rows" else Cell(block.tab, mark, VALUES + n)
        )
        return self.seen.at(spot)

    def _name(self, block: Block, n: int) -> tuple[str, str]:
        """Return how a formula names the n-th row or period, and the name."""
        part = block.part
        if part.along == "periods":
            return self.seen.at(Cell(block.tab, block.header, VALUES + n)), self.look.say(part.periods[n].label)
        name = self.seen.at(Cell(block.tab, block.first + n, block.names))
        if n < len(part.rows):
            return name, str(part.rows[n].label)
        _, held = self.book.named_in(block, part.places[n]) or (None, "")
        return f'IF(LEN({name})=0,"{n + 1}",{name})', held or str(n + 1)

    def _line(self, first: int, n: int, count: int, said: list[tuple[str, str]]) -> None:
        row, results = first + n, self.plan.results
        order, nothing = self._order(first, count), self.seen.at(self.plan.nothing)
        for column, helper in ((LABELS, 1), (READING, 2)):
            texts = self.seen.range(
                Cell(results, first, HELPERS + helper), Cell(results, first + count, HELPERS + helper)
            )
            formula = f'IFERROR(INDEX({texts},SMALL({order},{n + 1}))&"","")'
            held = said[n][helper - 1] if n < len(said) else ""
            if n == 0 and helper == 1:
                formula = f"IF(COUNT({order})=0,{nothing},{formula})"
                held = held or f"{CALM} {self.book.v.word('checks-none')}"
            elif helper == 2:  # noqa: PLR2004 (where)
                # Names are as long as people make them; they stand whole in their rows.
                formula, held = shortening(formula, NAMED), shortened(held, NAMED)
            form = self.look("text" if helper == 1 else "note", valign="top", text_wrap=True)
            if helper == 1:  # the row is as high as the longest line needs: nothing that grows is joined
                self.sheet.merge_range(row, LABELS, row, VALUES, "", form)
            self.sheet.write_formula(row, column, f"={formula}", form, held)


def _bare(cell: str) -> str:
    return cell.rsplit("!", 1)[-1]
