"""Drawings made of cells: gauges, lights, timelines, trees and grids, which print anywhere and can be read aloud."""

from __future__ import annotations

from collections.abc import Callable

from xlsxwriter.utility import xl_rowcol_to_cell

from macros.documents import style
from macros.documents.excel.chart_table import ChartTable
from macros.documents.excel.names import defined
from macros.documents.excel.plan import LABELS, VALUES, Cell
from macros.documents.excel.trees import Tree
from macros.documents.excel.values import format_of

STEPS = 36
"""Signs of a gauge or timeline, in a type whose signs are all as wide."""

FULL, EMPTY = "█", "░"
LAST_COLUMN = 7


class Pictures:
    """Draws one chart in cells."""

    def __init__(self, table: ChartTable) -> None:
        """Take the table of a table."""
        self.table, self.chart, self.points = table, table.chart, table.points
        self.sheet, self.look, self.paper, self.book = table.sheet, table.look, table.paper, table.book

    def write(self, row: int) -> int:
        """Draw from ``row``; return the row after the table."""
        self.paper.lines(row, 1, LAST_COLUMN, self.chart.alt, "note", indent=0)
        row += 1
        drawn: dict[str, Callable[[int], int]] = {
            "gauge": self._gauge,
            "lights": self._lights,
            "gantt": self._gantt,
            "grid": self._grid,
            "tree": Tree(self.table).write,
        }
        return drawn[self.chart.kind](row) + 1

    # ------------------------------------------------------------------ gauge

    def _gauge(self, row: int) -> int:
        """Draw each value as a filled line above the scale of its zones."""
        end = self.table.write(row)
        zones = self.chart.zones or (1.0,)
        for n in range(len(self.points.names)):
            line = row + 1 + n
            cell = self._cell(line, VALUES)
            filled = f"MAX(0,MIN({STEPS},ROUND({cell}/{zones[-1]:.15g}*{STEPS},0)))"
            bar = f'=IF(ISNUMBER({cell}),REPT("{FULL}",{filled})&REPT("{EMPTY}",{STEPS}-{filled}),"")'
            value = self.table.numbers[n][0]
            self._strip(line, bar, _bar(value, zones[-1]) if isinstance(value, float) else "", "gauge")
            self.paper.tall(line, 24)
        self._scale(end, zones)
        return end + 1

    def _scale(self, row: int, zones: tuple[float, ...]) -> None:
        """Write the limits of the zones under their places on the line."""
        field = self.points.columns[0].field
        text = ""
        for limit in (0.0, *zones):
            label = f"{limit * 100:.6g} %" if field.kind.percent else f"{limit:.6g}"
            at = round(limit / zones[-1] * STEPS * 14 / 9)
            text = text.ljust(max(0, at - (len(label) if limit == zones[-1] else 0))) + "|" + label
        self.sheet.merge_range(row, VALUES + 1, row, LAST_COLUMN, "", self.look("scale"))
        self.sheet.write_string(row, VALUES + 1, text, self.look("scale"))

    def _strip(self, row: int, formula: str, held: str, kind: str) -> None:
        form = self.look(kind)
        self.sheet.merge_range(row, VALUES + 1, row, LAST_COLUMN, "", form)
        self.sheet.write_formula(row, VALUES + 1, formula, form, held)

    # ------------------------------------------------------------------ lights

    def _lights(self, row: int) -> int:
        """Write each value as a word, with a sign and a tint where its choice has a tone."""
        end = self.table.write(row)
        for n in range(len(self.points.names)):
            address = self.points.columns[0].at[n]
            field = self.table.field_at(address)
            self.paper.tall(row + 1 + n, 24)
            if field.kind.holds != "choice":
                continue
            names = defined(self.book.plan.scope.list_id(field))
            own = xl_rowcol_to_cell(row + 1 + n, VALUES)
            for place, tone in enumerate(_tones(self.book.plan.scope.choices(field)), 1):
                if tone != "neutral":
                    rule = {"type": "formula", "criteria": f"={own}=INDEX({names},{place})"}
                    self.sheet.conditional_format(
                        row + 1 + n, VALUES, row + 1 + n, VALUES, rule | {"format": self.look.tint(tone)}
                    )
        return end

    # ------------------------------------------------------------------ timeline

    def _gantt(self, row: int) -> int:
        """Draw start, end and progress of each row on one line of time that follows the dates entered."""
        end = self.table.write(row)
        self.paper.tall(row, 24)
        first = VALUES + len(self.points.columns)
        lines = range(row + 1, end)
        starts, ends = (self._range(row + 1, end - 1, VALUES + n) for n in (0, 1))
        span = f"MAX(1,MAX({ends})-MIN({starts}))"
        low, high = self._limits()
        for n, line in enumerate(lines):
            begin, until = self._cell(line, VALUES), self._cell(line, VALUES + 1)
            offset = f"ROUND(({begin}-MIN({starts}))/{span}*{STEPS},0)"
            length = f"MAX(1,ROUND(({until}-{begin})/{span}*{STEPS},0))"
            done = f"ROUND({length}*N({self._cell(line, VALUES + 2)}),0)" if len(self.points.columns) > 2 else "0"  # noqa: PLR2004
            bar = (
                f'=IF(AND(ISNUMBER({begin}),ISNUMBER({until})),REPT(" ",MAX(0,{offset}))&REPT("{FULL}",MAX(0,{done}))'
                f'&REPT("{EMPTY}",MAX(0,{length}-MAX(0,{done}))),"")'
            )
            form = self.look("gauge", font_size=9)
            self.sheet.merge_range(line, first, line, LAST_COLUMN, "", form)
            self.sheet.write_formula(line, first, bar, form, _timeline(self.table.numbers[n], low, high))
        shown = format_of(self.points.columns[0].field, self.book.v.language.code)
        for column, formula, value, align in (
            (first, f"MIN({starts})", low, "start"),
            (LAST_COLUMN, f"MAX({ends})", high, "end"),
        ):
            text = f'=IF(COUNT({starts})=0,"",{formula})'
            form = self.look("column", num_format=shown, align=align)
            self.sheet.write_formula(row, column, text, form, "" if low is None else value)
        for column in range(first + 1, LAST_COLUMN):
            self.paper.write(row, column, "", "column")
        self._today(end, first, f"MIN({starts})", span)
        return end + 1

    def _today(self, row: int, first: int, begin: str, span: str) -> None:
        """Point at today below the lines of time, when it falls within them."""
        today, (low, high) = self.table.seen.today(), self._limits()
        offset = f"ROUND(({today}-{begin})/{span}*{STEPS},0)"
        within = f"AND({today}>={begin},{today}<={begin}+{span})"
        form = self.look("gauge", font_size=9)
        self.paper.write(row, LABELS, self.book.v.word("xlsx-today"), "note", indent=0)
        self.sheet.merge_range(row, first, row, LAST_COLUMN, "", form)
        held, day = "", self.book.values.evaluation.today
        if low is not None and high is not None and low <= day <= low + max(1.0, high - low):
            held = " " * int((day - low) / max(1.0, high - low) * STEPS + 0.5) + "▲"
        self.sheet.write_formula(row, first, f'=IF({within},REPT(" ",{offset})&"▲","")', form, held)

    def _limits(self) -> tuple[float | None, float | None]:
        starts = [line[0] for line in self.table.numbers if isinstance(line[0], float)]
        ends = [line[1] for line in self.table.numbers if isinstance(line[1], float)]
        return min(starts, default=None), max(ends, default=None)

    # ------------------------------------------------------------------ grid

    def _grid(self, row: int) -> int:
        """Write the values as a table whose numbers darken as they grow; the numbers stay legible."""
        end = self.table.write(row)
        last = self.table.last
        scale = {"type": "2_color_scale", "min_color": style.PAPER, "max_color": "#8fb8bf"}
        self.sheet.conditional_format(row + 1, VALUES, end - 1, last, scale)
        return end

    def _cell(self, row: int, column: int) -> str:
        return self.table.seen.at(Cell(self.paper.tab, row, column))

    def _range(self, first: int, last: int, column: int) -> str:
        return self.table.seen.range(Cell(self.paper.tab, first, column), Cell(self.paper.tab, last, column))


def _tones(choices: tuple[object, ...]) -> list[str]:
    return [getattr(choice, "tone", "neutral") for choice in choices]


def _bar(value: float, whole: float) -> str:
    filled = max(0, min(STEPS, int(value / whole * STEPS + 0.5)))
    return FULL * filled + EMPTY * (STEPS - filled)


def _timeline(line: list[float | str], low: float | None, high: float | None) -> str:
    begin, until = line[0], line[1]
    if low is None or high is None or not isinstance(begin, float) or not isinstance(until, float):
        return ""
    span = max(1.0, high - low)
    offset = int((begin - low) / span * STEPS + 0.5)
    length = max(1, int((until - begin) / span * STEPS + 0.5)) if until > begin else 1
    progress = line[2] if len(line) > 2 and isinstance(line[2], float) else 0.0  # noqa: PLR2004 (start, end, progress)
    done = max(0, int(length * progress + 0.5))
    return " " * max(0, offset) + FULL * done + EMPTY * max(0, length - done)
