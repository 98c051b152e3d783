"""The sheets that people fill in: each part as a form, a table, a matrix or a canvas."""

from __future__ import annotations

from itertools import chain

from macros.documents import style
from macros.documents.breadth import breadth
from macros.documents.excel.book import Book
from macros.documents.excel.cells import Cells
from macros.documents.excel.heads import heading, write_heading
from macros.documents.excel.look import height
from macros.documents.excel.paper import LYING, WIDEST, Paper
from macros.documents.excel.places import LABELS, VALUES, Block, Cell
from macros.documents.excel.plan import GUIDES
from macros.documents.excel.table_part import Table
from macros.documents.excel.watched import MatrixWatch
from macros.documents.excel.widths import LONGEST, field_width, label_width, stretched
from macros.documents.outline.parts import notes, starred
from macros.formula.addresses import TICKED, UNTICKED
from macros.model.field import Field, Part
from macros.reckoning.evaluation import key


class InputSheet:
    """One sheet of inputs."""

    def __init__(self, book: Book, tab: str) -> None:
        """Take the parts of a tab."""
        self.book, self.tab, self.parts = book, tab, book.plan.sheets[tab]
        self.paper = Paper(book, tab)
        self.cells = Cells(self.paper)
        self.paper.printed = not (book.plan.aside(tab) or self.parts[0].survey)  # nobody’s answer lies about on paper
        self.sheet, self.look = self.paper.sheet, self.paper.look
        self.blocks = sorted((book.plan.blocks[part.key] for part in self.parts), key=lambda block: block.top)

    def write(self) -> None:
        """Write the sheet."""
        main = self.parts[0]
        widths: dict[int, float] = {}
        for block in self.blocks:
            for column, width in self._widths(block).items():
                widths[column] = max(widths.get(column, 0), width)
        grid, tall = self.book.plan.blocks[main.key], bool(main.along)
        groups = [VALUES + n for n, field in enumerate(main.fields) if field.heading] if main.along == "rows" else []
        self.paper.columns(stretched(widths, self._long(main), WIDEST), table=tall, groups=groups)
        last = max(self._last(block) for block in self.blocks)
        self.paper.title(main.sheet or main.title, None if main.sheet else main.guidance, last, GUIDES)
        for block in self.blocks:
            self._heading(block, last, main=block.part is main and not main.sheet)
            getattr(self, f"_{block.part.kind}")(block)
        repeated = next((block for block in self.blocks if block.part.periods), grid)  # of a sheet that parts share
        header = (repeated.groups or repeated.header, repeated.header) if tall else None
        if main.sheet:
            self.paper.headings |= set(chain(*map(self._head_rows, self.blocks[1:])))
        self.sheet.set_tab_color(style.group(self.book.plan.group(self.tab)))
        self.paper.finish(self.blocks[-1].end, last, header)
        if self.book.plan.aside(self.tab):
            self.sheet.hide()
        if tall and len(self.blocks) == 1:
            self.sheet.freeze_panes(grid.first, VALUES + (main.along == "rows" and not main.rows))

    @staticmethod
    def _head_rows(block: Block) -> range:
        """Return the rows that no page ends with: down to the names of columns or, of a form above something, all."""
        return range(block.top, block.header + 1 if block.part.along else block.end + 1)

    @staticmethod
    def _long(main: Part) -> list[int]:
        """Return the columns of a table in which people write long texts."""
        return [VALUES + n for n, one in enumerate(main.fields) if main.along == "rows" and one.kind.long]

    def _heading(self, block: Block, last: int, *, main: bool) -> None:
        """Name a part that shares its sheet, and give its advice."""
        if block.headed and not (main and block is self.blocks[0]):
            self.paper.write(block.top, LABELS, block.part.title, "part")
            self.paper.tall(block.top, 26)
        if block.headed and block.part.guidance and not main:
            self.paper.lines(block.top + 1, 1, last, block.part.guidance, "guide")

    def _last(self, block: Block) -> int:
        part = block.part
        if part.along == "rows":
            return block.said if block.watch else block.said - 1
        if part.along == "periods":
            return VALUES + len(part.periods) - 1
        if not block.listed:
            return LABELS + max((f.place.column + f.place.width - 1 if f.place else 1) for f in part.fields) - 1
        return VALUES + any(map(notes, part.fields))

    def _widths(self, block: Block) -> dict[int, float]:
        part, scope = block.part, self.book.plan.scope
        if part.along == "rows":
            return Table(self.book, self.cells, block).widths()
        labels = label_width([field.label for field in part.fields], most=50 if part.along == "periods" else 40)
        if part.along == "periods":
            widest = max(field_width(field, scope.choices(field)) for field in part.fields)
            return {LABELS: labels} | {VALUES + n: min(widest, 16) for n in range(len(part.periods))}
        if not block.listed:
            steps = self._last(block)
            return dict.fromkeys(range(LABELS, LABELS + steps), LYING / steps)
        if any(other.part.along for other in self.blocks):
            return {LABELS: labels}
        narrow = all(field.kind.numeric or field.kind.holds == "tick" or field.computed for field in part.fields)
        wide = LONGEST if any(field.kind.long for field in part.fields) else 44
        noted = {VALUES + 1: 26} if any(map(notes, part.fields)) else {}
        return {LABELS: labels, VALUES: 18 if narrow else wide} | noted

    # ------------------------------------------------------------------ forms and texts

    def _form(self, block: Block) -> None:
        for field in block.part.fields:
            if field.key in block.headings:
                self._subheading(block.headings[field.key], field)
            self._line(block, field)

    _text = _form

    def _subheading(self, row: int, field: Field) -> None:
        self.paper.write(row, LABELS, field.heading or "", "heading")
        self.paper.tall(row, 24)

    def _line(self, block: Block, field: Field) -> None:
        """Write one field of a form: its name, its cell, a note."""
        row, address = block.rows[field.key], (block.part.key, field.key, None)
        spot = self.book.plan.spot(address)
        room = self.cells.room(field, self.paper.widths.get(VALUES, 9))
        self.paper.hidden |= {row} if field.hidden else set()
        self.paper.key(row, key(self.book.tool, address), 50 if field.kind.long else room)
        self.paper.write(row, LABELS, starred(field), "sum_label" if field.total else "label")
        self._note(row, field)
        if field.kind.holds == "choices":
            self._boxes(field, address)
            return
        self.cells.value(field, address, spot, **({} if field.total else {"align": "start"}))
        self.cells.allow(field, spot)
        self.cells.tones(field, spot)

    def _note(self, row: int, field: Field) -> None:
        note = " · ".join(map(self.look.say, notes(field)))
        if not note:
            return
        form = self.look("note", field.help, text_wrap=self._alone(note))
        self.sheet.write_string(row, VALUES + 1, note, form)
        if form.text_wrap:
            self.paper.tall(row, height(note, self.paper.widths.get(VALUES + 1, 9) - 1.5, form.font_size))

    def _alone(self, note: str) -> bool:
        """Tell whether a note has to wrap: above a matrix or table it runs on over empty columns."""
        forms = all(block.listed for block in self.blocks)
        return forms or breadth(note) > 60  # noqa: PLR2004 (longer than these are wide)

    def _boxes(self, field: Field, address: tuple[str, str, None]) -> None:
        chosen = self.book.values.evaluation.one(*address) or ()
        for choice in self.book.plan.scope.choices(field):
            spot = self.book.plan.boxes[(address[0], field.key, choice.key)]
            self.paper.key(spot.row, f"{key(self.book.tool, address)}={choice.key}")
            self.paper.typed.add(spot.row)
            self.paper.write(spot.row, LABELS, choice.label, "label", indent=1)
            held = TICKED if isinstance(chosen, tuple) and choice.key in chosen else UNTICKED
            self.cells.put(spot.row, spot.column, held, self.look("input", align="start", font_size=14))
            tick = field.model_copy(update={"type": "bool", "choices": (), "list": None})
            self.cells.allow(tick, spot)

    # ------------------------------------------------------------------ tables, matrices, canvases

    def _table(self, block: Block) -> None:
        Table(self.book, self.cells, block).write()

    def _matrix(self, block: Block) -> None:
        part = block.part
        self.paper.hidden.add(block.keys)
        self.paper.write(block.header, LABELS, "", "column")
        for n, period in enumerate(part.periods):
            self.sheet.write_string(block.keys, VALUES + n, f"#{period.key}", self.look("key"))
            spot, named = Cell(block.tab, block.header, VALUES + n), heading(self.paper, block, period.key)
            write_heading(self.paper, spot, period.label, named, align="end")
        for field in part.fields:
            if field.key in block.headings:
                self._subheading(block.headings[field.key], field)
                self.paper.headings.add(block.headings[field.key])
            self._matrix_line(block, field)
        MatrixWatch(self.paper, block).write()

    def _matrix_line(self, block: Block, field: Field) -> None:
        part, row, plan = block.part, block.rows[field.key], self.book.plan
        room = self.cells.room(field, min(self.paper.widths.get(VALUES + n, 9) for n in range(len(part.periods))))
        self.paper.hidden |= {row} if field.hidden else set()
        self.paper.key(row, f"{self.book.tool.id}.{part.key}.{field.key}", room)
        label, small = starred(field), " · ".join(map(self.look.say, notes(field)))
        text = label.reworded(f"{label} ({small})") if small else label
        self.paper.write(row, LABELS, text, "sum_label" if field.total else "label")
        for period in part.periods:
            address = (part.key, field.key, period.key)
            self.cells.value(field, address, plan.spot(address))
        first, last = (plan.spot((part.key, field.key, p.key)) for p in (part.periods[0], part.periods[-1]))
        self.cells.allow(field, first, last)
        self.cells.tones(field, first, last)

    def _canvas(self, block: Block) -> None:
        if block.listed:
            self._form(block)
            return
        part, plan = block.part, self.book.plan
        rows = (block.end - block.first) // 2
        for n in range(rows):
            self.paper.tall(block.first + 2 * n, 20)
            self.paper.key(block.first + 2 * n + 1, "", max(60, 400 / rows))
        for field in part.fields:
            spot = plan.spot((part.key, field.key, None))
            self.paper.write(spot.row - 1, spot.column, field.label, "name", valign="bottom")
            self.cells.value(field, (part.key, field.key, None), spot, valign="top")
            self.cells.allow(field, spot)
