"""Drawings made of cells: gauges, lights, timelines, trees, lanes and grids: they print anywhere, can be read aloud."""

from __future__ import annotations

from collections.abc import Callable

from macros.documents import style
from macros.documents.excel.cells import Cells
from macros.documents.excel.lanes import Lanes
from macros.documents.excel.layout import LAST_COLUMN, Layout
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import VALUES, Cell
from macros.documents.excel.ranges import From
from macros.documents.excel.timelines import EMPTY, FULL, Timeline
from macros.documents.excel.trees import Tree

STEPS = 36
"""Signs of a gauge, in a type whose signs are all as wide."""


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
            "gantt": lambda: Timeline(self.paper, self.layout).draw(),
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
