"""The table of a chart: its values for eyes, and beside them, hidden, as a drawing takes them."""

from __future__ import annotations

from dataclasses import replace

from macros.documents.excel.chart_points import Name, points
from macros.documents.excel.heads import ROOM, heading_cell, write_heading
from macros.documents.excel.layout import ASIDE, NAMED, Layout
from macros.documents.excel.look import height, shortened
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.values import Held, format_of
from macros.documents.outline.points import Series
from macros.formula.addresses import TICKED
from macros.formula.spreadsheet import shortening
from macros.model.field import Chart
from macros.model.kinds import CHART_KINDS
from macros.reckoning.evaluation import Address

SHRUNK = 1.5
"""Letters of words for each digit of the width of their cell, in which they shrink; elsewhere they stand whole."""


def write_table(paper: Paper, chart: Chart, row: int) -> Layout:
    """Write the values that a chart shows below ``row``; return where they stand."""
    table = _Table(paper, Layout(chart, points(paper.book, chart), paper.tab, row))
    table.titles()
    numbers = tuple(table.line(n, name) for n, name in enumerate(table.points.names))
    texts = tuple(table.texts(n) for n in range(len(numbers)))
    return replace(table.layout, numbers=numbers, texts=texts)


class _Table:
    def __init__(self, paper: Paper, layout: Layout) -> None:
        self.paper, self.layout, self.points = paper, layout, layout.points
        self.book, self.sheet, self.look = paper.book, paper.sheet, paper.look
        self.seen = From(paper.book.plan, paper.tab)

    def titles(self) -> None:
        row = self.layout.row
        self.paper.write(row, LABELS, "", "column")
        align = self.points.columns[0].field.kind.side
        for n, column in enumerate(self.points.columns):
            if self.layout.across:
                self.paper.write(row + 1 + n, LABELS, column.label, "label")
            else:
                spot, cell = Cell(self.paper.tab, row, VALUES + n), self._named(column)
                write_heading(self.paper, spot, column.label, cell, align=align)
                if cell:
                    room = height(ROOM, self.paper.widths[spot.column] - 4)  # bold
                    self.paper.key(row, "", max(room, self.paper.points(row)))

    def _named(self, column: Series) -> Cell | None:
        """Return where people name a column, if they do."""
        return heading_cell(self.book, column.part, column.field.key) if column.part and column.field.named else None

    def line(self, n: int, name: Name) -> list[Held]:
        """Write a point, its name first; return its numbers."""
        if self.layout.across:
            spot, part = Cell(self.paper.tab, self.layout.row, VALUES + n), self.points.part
            cell = name.cell if part and part.months else None
            write_heading(self.paper, spot, name.text, cell, align="end")
        else:
            self._name(self.layout.row + 1 + n, n, name)
        return [self._value(self.layout.spot(c, n), column, n) for c, column in enumerate(self.points.columns)]

    def texts(self, n: int) -> list[str]:
        """Return what the cells of a point hold."""
        at = (column.at[n] for column in self.points.columns)
        return [str(self.book.values.held(self.book.copy.field(address), address)) for address in at]

    def _name(self, row: int, n: int, name: Name) -> None:
        """Write the name of a point, after its number where that stands beside the point."""
        front = f"{n + 1} · " if CHART_KINDS[self.layout.chart.kind].numbered else ""
        if name.cell is None:
            self.paper.write(row, LABELS, name.text if not front else f"{front}{name.text}", "label")
            return
        cell = self.seen.at(name.cell)
        numbered = f'"{front}"&' if front else ""
        formula = f'=IF(LEN({cell})=0,"",{numbered}{shortening(cell, NAMED)})'
        held = front + shortened(name.text, NAMED) if name.text else ""
        self.sheet.write_formula(row, LABELS, formula, self.look("label", text_wrap=False), held)

    def _value(self, spot: Cell, column: Series, point: int) -> Held:
        """Write one value, and beside the table, hidden, what the drawing takes; return the number or nothing."""
        address = column.at[point]
        cell = self.seen.at(self.book.plan.value_spot(address))
        field = self.book.copy.field(address)
        held = self.book.values.held(field, address)
        form = {"num_format": shown} if (shown := format_of(field, self.book.v.language.code)) else {}
        numeric = field.kind.numeric
        kept = held if not numeric or isinstance(held, float) else ""
        said = cell
        if field.kind.words:
            most = int(self.paper.widths[spot.column] * SHRUNK)
            said, kept = shortening(cell, most), shortened(str(kept), most)
        own = f'IF(ISNUMBER({cell}),{cell},"")' if numeric else f'IF(LEN({cell})=0,"",{said})'
        choices = [f"!  {choice.label}" for choice in self.book.plan.scope.choices(field)]
        look = self.look("plain", align=field.kind.side, shrink=not choices, text_wrap=bool(choices), **form)
        if choices:  # room that stays when the row is fitted: no row grows for what a formula brings
            width = self.paper.widths[spot.column] - 2
            self.paper.key(spot.row, "", max(height(text, width) for text in choices))
        self.sheet.write_formula(spot.row, spot.column, f"={own}", look, kept)
        number, drawn = self._number(address, self.seen.at(spot), kept)
        cached = number if isinstance(number, float) else "#N/A"
        if field.kind.words:  # whole, for a tree that finds one by the other
            drawn, cached = f'{cell}&""', held
        self.sheet.write_formula(spot.row, spot.column + ASIDE, f"=IFERROR({drawn},NA())", self.look("key"), cached)
        return number

    def _number(self, address: Address, cell: str, held: Held) -> tuple[Held, str]:
        """Return the number that stands for a value, and the formula that finds it: a tick 1, a choice its value."""
        field = self.book.copy.field(address)
        if field.kind.numeric:
            return held, f"IF(ISNUMBER({cell}),{cell},NA())"
        if field.kind.holds == "tick":
            return (1.0 if held == TICKED else 0.0), f'IF({cell}="{TICKED}",1,0)'
        choices = self.book.plan.scope.choices(field)
        if field.kind.holds != "choice" or all(choice.value is None for choice in choices):
            return "", "NA()"
        of = self.book.plan.scope.list_id(field)
        number = next((choice.value for choice in choices if str(choice.label) == held), None)
        value = f"INDEX({self.seen.values(of)},MATCH({cell},{self.seen.labels(of)},0))"
        # An empty cell comes out as 0, and a choice without a value would be drawn as the worst.
        return ("" if number is None else float(number)), f"IF(ISNUMBER({value}),{value},NA())"
