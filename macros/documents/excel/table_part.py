"""A table: named or free rows, columns of fields, a column that says what to look at."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from macros.documents.breadth import breadth
from macros.documents.excel.book import Book
from macros.documents.excel.breaks import evened
from macros.documents.excel.cells import Cells
from macros.documents.excel.heads import LONGEST, ROOM, heading
from macros.documents.excel.look import height, shortened
from macros.documents.excel.places import LABELS, VALUES, Block, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.widths import field_width, header_width, label_width, notes_width
from macros.documents.outline.copies import ranked
from macros.documents.outline.parts import counter, notes
from macros.model.field import Field, Row
from macros.model.words import Words

SAID = 44
"""The width of the column that says what to look at: most messages, as long as they may be, take two lines of it, and
each row, filled or not, is as high as the longest."""

MORE = " (+ {})"
"""How many more checks a row calls for; the sheet of results says them all."""

FREE, TWO_LINES = 45.0, 36.0
"""The height of a row with room for long texts, in points, and what it keeps at least."""

ROOMY = 30
"""Rows up to which each has room for a few lines before anything is written."""


class Table:
    """Writes one table."""

    def __init__(self, book: Book, cells: Cells, block: Block) -> None:
        """Take a block of the plan."""
        self.book, self.cells, self.block, self.part = book, cells, block, block.part
        self.paper, self.sheet, self.look = cells.paper, cells.sheet, cells.paper.look
        self.rows = {row.key: row for row in self.part.rows}
        counted = counter(self.part)
        self.unseen = {field.key for field in self.part.fields if field.hidden or field is counted}
        self.checks = ranked(book.plan.checks_of(self.part))

    def widths(self) -> dict[int, float]:
        """Return the width of each column."""
        scope, long = self.book.plan.scope, len(self.block.rows) > ROOMY
        named = label_width([self._named(row) for row in self.part.rows], 20, 50 if long else 46)
        named = named if self.part.rows else 0
        named = named or min(9, header_width(self.book.v.word("xlsx-row")) - 1)
        widths = {LABELS: named}
        fields = {VALUES + n: field for n, field in enumerate(self.part.fields)}
        widths |= {
            n: 0 if field.key in self.unseen else field_width(field, scope.choices(field))
            for n, field in fields.items()
        }
        if long:  # the head of a long list is repeated on each of its pages
            widths |= {n: max(widths[n], notes_width(field)) for n, field in fields.items() if widths[n]}
        return widths | ({self.block.said: SAID} if self.checks else {})

    def _named(self, row: Row) -> str:
        return max(row.label, row.help or "", key=breadth)

    def write(self) -> None:
        """Write the table."""
        self._header()
        room = self._room()
        for at, row in self.block.rows.items():
            self.paper.key(row, f"{self.book.tool.id}.{self.part.key}.{at}", room)
            self._name(at, row)
            for n, field in enumerate(self.part.fields):
                self.cells.value(
                    field, (self.part.key, field.key, at), Cell(self.block.tab, row, VALUES + n), **self._weight(field)
                )
        first, last = self.block.first, self.block.end - 1
        for n, field in enumerate(self.part.fields):
            spots = (Cell(self.block.tab, first, VALUES + n), Cell(self.block.tab, last, VALUES + n))
            self.cells.allow(field, *spots)
            self.cells.tones(field, *spots)
        self._plain_names()
        if self.checks:
            self._checks()
        if not self.rows:
            self._filter(last)

    def _filter(self, last: int) -> None:
        """Let people filter free rows; an example shows, and prints, only the rows that it fills."""
        block, given = self.block, [spot for spot in self.book.tool.example if spot.part == self.part.key]
        self.sheet.autofilter(block.header, LABELS, last, block.said - (not self.checks))
        if not self.book.filled or not given or block.named_by is None:
            return
        filled, name = {spot.at for spot in given}, self.part.fields[block.named_by - VALUES].key
        if filled != {spot.at for spot in given if spot.field == name}:
            return
        self.sheet.filter_column(block.named_by, "x == NonBlanks")
        self.paper.hidden |= {row for at, row in block.rows.items() if at not in filled}

    def _room(self) -> float:
        """Return the height in points that each row keeps: for a few lines, and for what formulas may say in it."""
        widths = self.paper.widths
        heights = [self.cells.room(field, widths.get(VALUES + n, 9)) for n, field in enumerate(self.part.fields)]
        said = widths.get(self.block.said, SAID) - 2
        heights += [height(self.look.say(self.book.signed(check)) + MORE, said) for check in self.checks]
        if len(self.block.rows) > ROOMY or not any(field.kind.long for field in self.part.fields):
            return max([0.0, *heights])
        head = sum(self.paper.points(row) for row in (self.block.groups, self.block.header) if row)
        rows, room = len(self.block.rows), self.paper.room - head
        return max(evened(FREE, max(TWO_LINES, *heights), rows, room) if self.paper.cuts else FREE, *heights)

    @staticmethod
    def _weight(field: Field) -> dict[str, Any]:
        """Return how a sum stands out down a column: bold, without the line above that ends a column of figures."""
        return {"kind": "calc", "bold": True} if field.computed and field.total else {}

    def _plain_names(self) -> None:
        """Write the plain name of each row in a hidden column, for the results sheet."""
        block, seen = self.block, From(self.book.plan, self.block.tab)
        self.sheet.set_column(block.said + bool(self.checks), block.names, 4, None, {"hidden": True})
        # "Fill" keeps a text inside its cell: it would run on over the last column that shows.
        kept = self.look("plain", align="fill")
        for at, row in block.rows.items():
            if at in self.rows:
                self.sheet.write_string(row, block.names, self.rows[at].label, kept)
            elif named := self.book.named_in(block, at):
                cell = seen.at(named[0])
                self.sheet.write_formula(row, block.names, f'=IF(LEN({cell})=0,"",{cell})', kept, named[1])

    def _header(self) -> None:
        """Write the names of the columns, and above them the headings that hold several together."""
        block, fields = self.block, self.part.fields
        self.paper.hidden.add(block.keys)
        self.paper.write(block.header, LABELS, "" if self.rows else self.book.v.word("xlsx-row"), "column")
        tallest = 1.0
        for n, field in enumerate(fields):
            column = VALUES + n
            self.sheet.write_string(block.keys, column, f"#{field.key}", self.look("key"))
            tall = self._column(field, column)
            tallest = tallest if field.key in self.unseen else max(tallest, tall)
        self.paper.tall(block.header, tallest + 8)
        if any(field.named for field in fields):
            self.paper.key(block.header, "", tallest + 8)
        if self.checks:
            self.paper.write(block.header, block.said, self.book.v.word("xlsx-watch"), "column")
        if block.groups is not None:
            self._groups(block.groups, fields)

    def _column(self, field: Field, column: int) -> float:
        """Write the name of a column with unit and help in small print; return the height that it needs."""
        name = self.look.say(field.label) + (" *" if field.required else "")
        small_print = "\n".join(map(self.look.say, notes(field)))
        out_of_sight = {"text_wrap": False} if field.key in self.unseen else {}
        form = self.look("column", field.label, align=field.kind.side, **out_of_sight)
        if named := heading(self.paper, self.block, field.key):
            self.sheet.write_formula(self.block.header, column, named, form, shortened(name, LONGEST))
        elif small_print:
            small = self.look("note", field.help or field.unit)
            self.sheet.write_rich_string(
                self.block.header, column, self.look("name", field.label), name, small, "\n" + small_print, form
            )
        else:
            self.sheet.write_string(self.block.header, column, name, form)
        width = self.paper.widths[column] - 2
        name = max(shortened(name, LONGEST), ROOM, key=breadth) if named else name
        return height(name, width * 0.92) + (height(small_print, width * 0.75) if small_print else 0)

    def _groups(self, row: int, fields: tuple[Field, ...]) -> None:
        self.paper.tall(row, 24)
        name: Words | None = None
        for n, field in enumerate(fields):
            if field.heading:
                name = field.heading
                self.paper.write(row, VALUES + n, name, "group")
            elif name and VALUES + n in self.paper.cuts:
                # Said again where a new page begins.
                self.paper.write(row, VALUES + n, name, "group")
            elif name:
                self.sheet.write_blank(row, VALUES + n, None, self.look("group"))

    def _name(self, at: str, row: int) -> None:
        """Write the name of a named row, with its help in small print, or the number of a free one."""
        named = self.rows.get(at)
        if named is None:
            number = list(self.block.rows).index(at) + 1
            self.sheet.write_number(row, LABELS, number, self.look("number"))
        elif named.help or named.heading:
            # The heading of a group stands in the cell of its first row: a column of values must have no gap.
            above, width = named.heading, self.paper.widths[LABELS]
            texts = [self.look("name", above), self.look.say(above) + "\n"] if above else []
            texts += [self.look("text", named.label), self.look.say(named.label)]
            small = [self.look("note", named.help), "\n" + self.look.say(named.help)] if named.help else []
            tall = height(above, width) if above else 0
            self.paper.tall(row, tall + height(named.label, width) + (height(named.help, width) if named.help else 0))
            self.sheet.write_rich_string(row, LABELS, *texts, *small, self.look("label", named.label))
        else:
            self.paper.write(row, LABELS, named.label, "label")

    def _checks(self) -> None:
        """Mark in hidden columns which checks a row calls for; say the gravest in the last column that shows."""
        block, plan = self.block, self.book.plan
        seen, plain = From(plan, block.tab), self.look("plain")
        for check in self.checks:  # what each says stands once, in the hidden row of keys: formulas stay short
            text, spot = self.look.say(self.book.signed(check)), plan.message_spot(check)
            self.sheet.write_formula(block.keys, block.watch[check.key], f"={seen.at(spot)}", plain, text)
        for at, row in block.rows.items():
            fired = [check for check in self.checks if at in self.book.copy.fired.get(check.key, ())]
            for check in self.checks:
                alarm = self.book.values.alarm(block.tab, row, check, at)
                self.sheet.write_formula(row, block.watch[check.key], alarm, plain, "!" if check in fired else "")
            held = self.look.say(self.book.signed(fired[0])) if fired else ""
            more = MORE.format(len(fired) - 1) if len(fired) > 1 else ""
            self.sheet.write_formula(row, block.said, self._said(row), self.look("reading"), held + more)
        self.paper.inked(Cell(block.tab, block.first, block.said), Cell(block.tab, block.end - 1, block.said))

    def _said(self, row: int) -> str:
        """Return what says the gravest of the checks that a row calls for, and how many more there are.

        All of them would be as high as nobody knows: no row grows with what formulas say.
        """
        columns = [self.block.watch[check.key] for check in self.checks]
        ends = (columns[0], columns[-1])
        messages = ":".join(xl_rowcol_to_cell(self.block.keys, end, row_abs=True, col_abs=True) for end in ends)
        marks = ":".join(xl_rowcol_to_cell(row, end) for end in ends)
        if len(columns) == 1:  # a single cell is no range to every program
            return f'=IF({marks.split(":")[0]}="!",{messages.split(":")[0]},"")'
        count, (before, after) = f'COUNTIF({marks},"!")', MORE.split("{}")
        first = f'INDEX({messages},MATCH("!",{marks},0))'
        return f'=IF({count}=0,"",{first}&IF({count}>1,"{before}"&{count}-1&"{after}",""))'
