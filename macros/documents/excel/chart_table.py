"""The table of a chart: its values for eyes, and beside them, hidden, as a drawing takes them."""

from __future__ import annotations

from macros.documents.excel.addresses import From
from macros.documents.excel.cells import Cells
from macros.documents.excel.look import shortened, shortening
from macros.documents.excel.paper import Book, Paper
from macros.documents.excel.plan import LABELS, VALUES, Cell
from macros.documents.excel.points import Name, Points, points
from macros.documents.excel.values import Held, format_of, number_format
from macros.documents.outline.points import Series
from macros.formula.addresses import TICKED
from macros.model.field import Chart, Field

ASIDE = 48
"""How far beside the table, in hidden columns, its values stand as drawn: blanks are #N/A there, so that lines do not
fall to zero."""

NAMED = 34
"""Letters of the name of a point, on one line: what people write stands whole where they wrote it."""

COLUMNS = 6
"""Columns of values, all of one width: tables of drawings stand in them."""

LAST_COLUMN = VALUES + COLUMNS - 1


class ChartTable:
    """Writes the values that a chart shows, and knows where each of them stands."""

    def __init__(self, book: Book, paper: Paper, chart: Chart) -> None:
        """Find its points."""
        self.book, self.paper, self.chart = book, paper, chart
        self.sheet, self.look, self.cells = paper.sheet, paper.look, Cells(paper)
        self.seen = From(book.plan, paper.tab)
        self.points: Points = points(book, chart)
        part, room = self.points.part, LAST_COLUMN - len(self.points.names) + 1 >= VALUES
        self.across = part is not None and part.along == "periods" and len(self.points.columns) > 1 and room
        """Series lie, as lines do in their matrix, where the periods find room beside each other."""
        wide, self.long = len(self.points.columns), len(self.points.names)
        if self.across:
            wide, self.long = self.long, wide
        self.last = VALUES + wide - 1
        self.numbers: list[list[Held]] = []
        """What the table holds: for each point, a value for each column."""

    # ------------------------------------------------------------------ the table

    def write(self, row: int) -> int:
        """Write the values that are drawn; return the row after them."""
        self.paper.write(row, LABELS, "", "column")
        aligned = {"choice": "start", "bool": "center"}
        align = aligned.get(self.points.columns[0].field.type, "end")
        for n, column in enumerate(self.points.columns):
            if self.across:
                self.paper.write(row + 1 + n, LABELS, column.label, "label")
            else:
                self.paper.write(row, VALUES + n, column.label, "column", align=align, font_size=10)
        for n, name in enumerate(self.points.names):
            if self.across:
                self.paper.write(row, VALUES + n, name.text, "column", align="end", font_size=10)
            else:
                self.name(row + 1 + n, n, name)
            spots = (self.spot(row, c, n) for c in range(len(self.points.columns)))
            pairs = zip(spots, self.points.columns, strict=True)
            self.numbers.append([self.value(spot, column, n) for spot, column in pairs])
        return row + 1 + self.long

    def spot(self, row: int, column: int, point: int) -> Cell:
        """Return where a value of the table below ``row`` stands."""
        down, right = (column, point) if self.across else (point, column)
        return Cell(self.paper.tab, row + 1 + down, VALUES + right)

    def area(self, row: int, column: int) -> list[str | int]:
        """Return the range of what is drawn of a series."""
        first, last = self.spot(row, column, 0), self.spot(row, column, len(self.points.names) - 1)
        return [self.paper.tab, first.row, first.column + ASIDE, last.row, last.column + ASIDE]

    def names_area(self, row: int) -> list[str | int]:
        """Return the range of the names of points."""
        if self.across:
            return [self.paper.tab, row, VALUES, row, self.last]
        return [self.paper.tab, row + 1, LABELS, row + self.long, LABELS]

    def cross_area(self, row: int, point: int) -> list[str | int]:
        """Return the range of what is drawn of a point, over all series."""
        first, last = self.spot(row, 0, point), self.spot(row, len(self.points.columns) - 1, point)
        return [self.paper.tab, first.row, first.column + ASIDE, last.row, last.column + ASIDE]

    def title_cell(self, row: int, column: int) -> list[str | int]:
        """Return the cell with the name of a series."""
        return [self.paper.tab, *((row + 1 + column, LABELS) if self.across else (row, VALUES + column))]

    def name(self, row: int, n: int, name: Name) -> None:
        """Write the name of a point; on a quadrant after its number, which stands beside the point."""
        front = f"{n + 1} · " if self.chart.kind == "quadrant" else ""
        if name.cell is None:
            self.paper.write(row, LABELS, name.text if not front else f"{front}{name.text}", "label")
            return
        cell = self.seen.at(name.cell)
        numbered = f'"{front}"&' if front else ""
        formula = f'=IF(LEN({cell})=0,"",{numbered}{shortening(cell, NAMED)})'
        held = front + shortened(name.text, NAMED) if name.text else ""
        self.sheet.write_formula(row, LABELS, formula, self.look("label", text_wrap=False), held)

    def value(self, spot: Cell, column: Series, point: int) -> Held:
        """Write one value, and beside the table, hidden, what the drawing takes; return the number or nothing."""
        address = column.at[point]
        cell = self.seen.at(self.book.plan.value_spot(address))
        field, held = self.field_at(address), self.book.values.held(self.field_at(address), address)
        form = {"num_format": shown} if (shown := format_of(field, self.book.v.language.code)) else {}
        numeric = field.kind.numeric
        kept = held if not numeric or isinstance(held, float) else ""
        own = f'IF(ISNUMBER({cell}),{cell},"")' if numeric else f'IF(LEN({cell})=0,"",{cell})'
        align = "end" if numeric else "center" if field.kind.holds == "tick" else "start"
        look = self.look("plain", align=align, shrink=True, **form)
        self.sheet.write_formula(spot.row, spot.column, f"={own}", look, kept)
        number, drawn = self.number(address, self.seen.at(spot), kept)
        cached = number if isinstance(number, float) else "#N/A"
        self.sheet.write_formula(spot.row, spot.column + ASIDE, f"=IFERROR({drawn},NA())", None, cached)
        return number

    def held(self, point: int) -> list[str]:
        """Return the texts of a point, one for each column."""
        columns = self.points.columns
        return [str(self.book.values.held(self.field_at(c.at[point]), c.at[point])) for c in columns]

    def number(self, address: tuple[str, str, str | None], cell: str, held: Held) -> tuple[Held, str]:
        """Return the number that stands for a value, and the formula that finds it: a tick 1, a choice its value."""
        field = self.field_at(address)
        if field.kind.numeric:
            return held, f"IF(ISNUMBER({cell}),{cell},NA())"
        if field.kind.holds == "tick":
            return (1.0 if held == TICKED else 0.0), f'IF({cell}="{TICKED}",1,0)'
        choices = self.book.plan.scope.choices(field)
        if field.kind.holds != "choice" or all(choice.value is None for choice in choices):
            return "", "NA()"
        of = self.book.plan.scope.list_id(field)
        found = next((choice.value for choice in choices if str(choice.label) == held), None)
        formula = f"INDEX({self.seen.values(of)},MATCH({cell},{self.seen.labels(of)},0))"
        return ("" if found is None else float(found)), formula

    def field_at(self, address: tuple[str, str, str | None]) -> Field:
        """Return the field of a value: single values of one column may differ."""
        found = self.book.values.evaluation.field(address[0], address[1])
        assert found is not None  # noqa: S101 (points come from the tool)
        return found

    @property
    def axis_format(self) -> str:
        """The number format of the axis of values: no decimals that nobody reads."""
        field = self.points.columns[0].field
        small = field.kind.amount and not field.kind.percent and (field.decimals or 0) > 0
        return number_format(field.type, 1 if small else 0, self.book.v.language.code)
