"""Drawings made of cells: gauges, lights, timelines, trees, lanes and grids: they print anywhere, can be read aloud."""

from __future__ import annotations

from collections.abc import Callable

from macros.documents import style
from macros.documents.excel.cells import Cells
from macros.documents.excel.lanes import Lanes
from macros.documents.excel.layout import ASIDE, LAST_COLUMN, Layout
from macros.documents.excel.look import SIZE
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.trees import Tree
from macros.documents.excel.values import Held, format_of

STEPS = 36
"""Signs of a gauge or timeline, in a type whose signs are all as wide."""

FULL, EMPTY = "█", "░"


def picture(paper: Paper, layout: Layout) -> int:
    """Draw a chart in the cells of its table and beside them; return the row after the last."""
    return _Picture(paper, layout).drawn()


class _Picture:
    def __init__(self, paper: Paper, layout: Layout) -> None:
        self.paper, self.layout, self.points = paper, layout, layout.points
        self.sheet, self.look, self.book = paper.sheet, paper.look, paper.book
        self.seen = From(paper.book.plan, paper.tab)

    def drawn(self) -> int:
        made: dict[str, Callable[[], int]] = {
            "gauge": self._gauge,
            "lights": self._lights,
            "gantt": self._gantt,
            "grid": self._grid,
            "tree": Tree(self.paper, self.layout).draw,
            "lanes": Lanes(self.paper, self.layout).draw,
        }
        return made[self.layout.chart.kind]()

    # ------------------------------------------------------------------ gauge

    def _gauge(self) -> int:
        """Draw each value as a filled line above the scale of its zones."""
        row, end = self.layout.row, self.layout.end
        zones = self.layout.chart.zones or (1.0,)
        for n in range(len(self.points.names)):
            line = row + 1 + n
            cell = self._cell(line, VALUES)
            filled = f"MAX(0,MIN({STEPS},ROUND({cell}/{zones[-1]:.15g}*{STEPS},0)))"
            bar = f'=IF(ISNUMBER({cell}),REPT("{FULL}",{filled})&REPT("{EMPTY}",{STEPS}-{filled}),"")'
            value = self.layout.numbers[n][0]
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

    def _lights(self) -> int:
        """Write each value as a word, with a sign and a tint where its choice has a tone."""
        row, end = self.layout.row, self.layout.end
        for n in range(len(self.points.names)):
            field = self.book.copy.field(self.points.columns[0].at[n])
            self.paper.tall(row + 1 + n, 24)
            own = Cell(self.paper.tab, row + 1 + n, VALUES)
            Cells(self.paper).tint(field, own, own)
        return end

    # ------------------------------------------------------------------ timeline

    def _gantt(self) -> int:
        """Draw start, end and progress of each row on one line of time that follows the dates entered."""
        row, end = self.layout.row, self.layout.end
        self.paper.tall(row, 24)
        first = VALUES + len(self.points.columns)
        lines = range(row + 1, end)
        starts, ends = (self._range(row + 1, end - 1, VALUES + n) for n in (0, 1))
        span = f"MAX(1,MAX({ends})-MIN({starts}))"
        low, high = self._limits()
        for n, line in enumerate(lines):
            begin, until = self._cell(line, VALUES), self._cell(line, VALUES + 1)
            places = _places(self.layout.numbers[n], low, high)
            offset = self._aside(line, 0, f"ROUND(({begin}-MIN({starts}))/{span}*{STEPS},0)", places)
            length = self._aside(line, 1, f"MAX(1,ROUND(({until}-{begin})/{span}*{STEPS},0))", places)
            done = f"ROUND({length}*N({self._cell(line, VALUES + 2)}),0)" if len(self.points.columns) > 2 else "0"  # noqa: PLR2004
            bar = (
                f'=IF({length}="","",REPT(" ",MAX(0,{offset}))&REPT("{FULL}",MAX(0,{done}))'
                f'&REPT("{EMPTY}",MAX(0,{length}-MAX(0,{done}))))'
            )
            form = self.look("gauge", font_size=SIZE)
            self.sheet.merge_range(line, first, line, LAST_COLUMN, "", form)
            self.sheet.write_formula(line, first, bar, form, _timeline(self.layout.numbers[n], places))
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

    def _aside(self, row: int, n: int, formula: str, places: tuple[int, int] | None) -> str:
        """Write where a line begins (0) or how long it is (1) into a hidden cell; return the cell."""
        spot = Cell(self.paper.tab, row, VALUES + ASIDE + 10 + n)
        self.sheet.write_formula(row, spot.column, f'=IFERROR({formula},"")', None, places[n] if places else "")
        return self.seen.at(spot)

    def _today(self, row: int, first: int, begin: str, span: str) -> None:
        """Point at today below the lines of time, when it falls within them."""
        today, (low, high) = self.seen.today(), self._limits()
        offset = f"ROUND(({today}-{begin})/{span}*{STEPS},0)"
        within = f"AND({today}>={begin},{today}<={begin}+{span})"
        form = self.look("gauge", font_size=SIZE)
        self.paper.write(row, LABELS, self.book.v.word("xlsx-today"), "note", indent=0)
        self.sheet.merge_range(row, first, row, LAST_COLUMN, "", form)
        held, day = "", self.book.values.evaluation.today
        if low is not None and high is not None and low <= day <= low + max(1.0, high - low):
            held = " " * int((day - low) / max(1.0, high - low) * STEPS + 0.5) + "▲"
        self.sheet.write_formula(row, first, f'=IF({within},REPT(" ",{offset})&"▲","")', form, held)

    def _limits(self) -> tuple[float | None, float | None]:
        starts = [line[0] for line in self.layout.numbers if isinstance(line[0], float)]
        ends = [line[1] for line in self.layout.numbers if isinstance(line[1], float)]
        return min(starts, default=None), max(ends, default=None)

    # ------------------------------------------------------------------ grid

    def _grid(self) -> int:
        """Write the values as a table whose numbers darken as they grow; the numbers stay legible."""
        row, end = self.layout.row, self.layout.end
        last = self.layout.last
        scale = {"type": "2_color_scale", "min_color": style.PAPER, "max_color": "#8fb8bf"}
        self.sheet.conditional_format(row + 1, VALUES, end - 1, last, scale)
        return end

    def _cell(self, row: int, column: int) -> str:
        return self.seen.at(Cell(self.paper.tab, row, column))

    def _range(self, first: int, last: int, column: int) -> str:
        return self.seen.range(Cell(self.paper.tab, first, column), Cell(self.paper.tab, last, column))


def _bar(value: float, whole: float) -> str:
    filled = max(0, min(STEPS, int(value / whole * STEPS + 0.5)))
    return FULL * filled + EMPTY * (STEPS - filled)


def _places(line: list[Held], low: float | None, high: float | None) -> tuple[int, int] | None:
    """Return after how many signs a line begins, and how many it has; none without its dates."""
    begin, until = line[0], line[1]
    if low is None or high is None or not isinstance(begin, float) or not isinstance(until, float):
        return None
    span = max(1.0, high - low)
    offset = int((begin - low) / span * STEPS + 0.5)
    return offset, max(1, int((until - begin) / span * STEPS + 0.5)) if until > begin else 1


def _timeline(line: list[Held], places: tuple[int, int] | None) -> str:
    if places is None:
        return ""
    offset, length = places
    progress = line[2] if len(line) > 2 and isinstance(line[2], float) else 0.0  # noqa: PLR2004 (start, end, progress)
    done = max(0, int(length * progress + 0.5))
    return " " * max(0, offset) + FULL * done + EMPTY * max(0, length - done)
