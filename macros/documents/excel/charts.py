"""Kinds of charts that Excel 2013 and LibreOffice both draw well, in the colours of the documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from xlsxwriter.chart import Chart as Drawn

from macros.documents import style
from macros.documents.excel.book import Book
from macros.documents.excel.layout import Layout
from macros.documents.excel.look import FONT, SIZE
from macros.documents.excel.places import LABELS
from macros.documents.excel.values import number_format
from macros.model.field import Field


@dataclass(frozen=True)
class Native:
    """How Excel draws a kind of chart."""

    type: str
    marks: Literal["bars", "stack", "lines", "slices", "dots"]
    subtype: str = ""
    lying: bool = False
    """Its bars lie, one below the other, so that it is as tall as they are many."""
    standing: bool = False
    """They stand where their names are short."""
    single: bool = False
    """It draws its first series only."""
    smooth: bool = False


NATIVE = {
    "bar": Native("bar", "bars", lying=True, standing=True),
    "stacked": Native("column", "stack", subtype="stacked"),
    "line": Native("line", "lines"),
    "curve": Native("line", "lines", smooth=True),
    "radar": Native("radar", "lines", subtype="with_markers"),
    "pie": Native("pie", "slices", single=True),
    "quadrant": Native("scatter", "dots", single=True),
    "funnel": Native("bar", "bars", lying=True, single=True),
}
"""Kinds of the model that are charts of Excel; the others are drawn in cells, by pictures.py."""

COLUMNS = Native("column", "bars")
"""Bars that stand."""

SERIES = ("#0b5563", "#c9a24b", "#2f5d8a", "#b98aa8", "#7d8a8f", "#7a5a14", "#84406a", "#a9c4c9")
"""Colours of series, dark and light in turn, so that neighbours differ in black and white too."""

DASHES = ("solid", "dash", "round_dot", "long_dash")
MARKERS = ("circle", "square", "triangle", "diamond")
SHORT = 9
"""Letters of names that fit under a column; longer ones go beside bars that lie."""


def chart_of(book: Book, layout: Layout, width: int, tall: int) -> Drawn:
    """Return the chart of a table."""
    native = NATIVE[layout.chart.kind]
    if native.standing and all(name.cell is None and len(name.text) <= SHORT for name in layout.points.names):
        native = COLUMNS
    drawn: Drawn = book.xlsx.add_chart({"type": native.type, "subtype": native.subtype or None})
    if most := book.tool.outlined(layout.chart):
        for n in range(min(most, len(layout.points.names))):
            drawn.add_series(_polygon(layout, native, n))
    else:
        for n in range(1 if native.single else len(layout.points.columns)):
            drawn.add_series(_series(layout, native, n))
    _frame(layout, drawn, native, width, tall)
    _axes(book, layout, drawn, native)
    drawn.show_hidden_data()
    # "gap" would be left out of the file, and LibreOffice would take zero instead.
    drawn.show_blanks_as("span")
    return drawn


def _series(layout: Layout, native: Native, n: int) -> dict[str, Any]:
    colour = SERIES[n % len(SERIES)]
    series: dict[str, Any] = {
        "name": layout.title_cell(min(n, len(layout.points.columns) - 1)),
        "categories": layout.names_area(),
        "values": layout.area(min(n, len(layout.points.columns) - 1)),
        "fill": {"color": colour},
        "border": {"color": "#ffffff", "width": 0.75},
    }
    if native.marks == "bars":
        series["gap"], series["overlap"] = 60, -5
    elif native.marks == "stack":
        series["gap"] = 70
    elif native.marks == "lines":
        del series["fill"], series["border"]
        series["line"] = {"color": colour, "width": 2.25, "dash_type": DASHES[n % 4]}
        series["marker"] = {"type": MARKERS[n % 4], "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
        series["smooth"] = native.smooth
    elif native.marks == "slices":
        series["points"] = [
            {"fill": {"color": SERIES[p % len(SERIES)]}, "border": {"color": "#ffffff", "width": 1.5}}
            for p in range(len(layout.points.names))
        ]
        series["data_labels"] = {"percentage": True, "num_format": "0%;;", "position": "outside_end", "font": _font()}
    elif native.marks == "dots":
        series |= _dots(layout)
    return series


def _polygon(layout: Layout, native: Native, n: int) -> dict[str, Any]:
    """Return one row of a table as a polygon, whose corners are the columns."""
    polygon = _series(layout, native, n)
    name = [layout.tab, layout.spot(0, n).row, LABELS]
    headings = [layout.tab, layout.row, LABELS + 1, layout.row, layout.last]
    return polygon | {"name": name, "categories": headings, "values": layout.cross_area(n)}


def _dots(layout: Layout) -> dict[str, Any]:
    """Return numbered points: x from the first column, y from the second."""
    return {
        "categories": layout.area(0),
        "values": layout.area(1),
        "marker": {"type": "circle", "size": 9, "fill": {"color": style.ACCENT}, "border": {"color": "#ffffff"}},
        "line": {"none": True},
        "data_labels": {
            "value": True,
            "position": "right",
            "font": _font() | {"bold": True},
            "custom": [{"value": str(n + 1)} for n in range(len(layout.points.names))],
        },
    }


def _font() -> dict[str, Any]:
    return {"name": FONT, "size": SIZE, "color": style.SOFT}


def _frame(layout: Layout, drawn: Drawn, native: Native, width: int, tall: int) -> None:
    """Take away boxes and titles: the title stands above, as text."""
    drawn.set_size({"width": width, "height": tall})
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    drawn.set_plotarea({"fill": {"none": True}})
    if native.marks == "slices":
        drawn.set_legend({"position": "right", "font": _font()})
    elif len(layout.points.columns) > 1 and native.marks != "dots":
        drawn.set_legend({"position": "bottom", "font": _font()})
    else:
        drawn.set_legend({"none": True})


def _axes(book: Book, layout: Layout, drawn: Drawn, native: Native) -> None:
    if native.marks == "slices":
        return
    grid = {"visible": True, "line": {"color": style.LINE, "width": 0.75}}
    axis = {"color": style.SOFT, "width": 1}
    names: dict[str, Any] = {"num_font": _font(), "line": axis, "label_position": "low", "major_tick_mark": "none"}
    values: dict[str, Any] = {"num_font": _font(), "num_format": _axis_format(book, layout), "major_gridlines": grid}
    values |= {"line": {"none": True}, "label_position": "low"} | _limits(book, layout, native)
    if native.marks == "dots":
        _cross(book, layout, drawn)
    elif native.lying:
        # The first row stands at the top, so the axis of names is reversed, and the far end of the other is below.
        drawn.set_x_axis(values | {"label_position": "high"})
        drawn.set_y_axis(names | {"reverse": True})
    else:
        drawn.set_x_axis(names)
        drawn.set_y_axis(values)


def _axis_format(book: Book, layout: Layout) -> str:
    """Return the number format of the axis of values: no decimals that nobody reads."""
    field = layout.points.columns[0].field
    small = field.kind.amount and not field.kind.percent and (field.decimals or 0) > 0
    return number_format(field.type, 1 if small else 0, book.v.language.code)


def _limits(book: Book, layout: Layout, native: Native) -> dict[str, Any]:
    """Return the scale of a drawing: from zero, as far as the fields go, when they have an end.

    Bars of values that can be below zero, and lines without an end, find their own scale.
    """
    fields = [column.field for column in layout.points.columns]
    below = any(field.min is not None and field.min < 0 for field in fields)
    ends = [end for field in fields if (end := _end(book, field)) is not None]
    ended = len(ends) == len(fields) and native.marks != "stack"  # a sum may go beyond each of its parts
    if native.type != "radar" and (below or not (ended or native.marks in {"bars", "stack"})):
        return {}
    return {"min": 0} | ({"max": max(ends)} if ended else {})


def _end(book: Book, field: Field) -> float | None:
    """Return the highest value that a field can have."""
    values = [choice.value for choice in book.copy.scope.choices(field) if choice.value is not None]
    return field.max if field.max is not None else max(values, default=None)


def _cross(book: Book, layout: Layout, drawn: Drawn) -> None:
    """Let the axes of a quadrant cross in its middle, and name them."""
    zones = layout.chart.zones
    for n, setter in enumerate((drawn.set_x_axis, drawn.set_y_axis)):
        column = layout.points.columns[n]
        other = zones[n] if len(zones) > n else None
        options: dict[str, Any] = {
            "name": book.look.say(column.label),
            "name_font": _font() | {"bold": True},
            "num_font": _font(),
            "line": {"color": style.SOFT, "width": 1.25},
            "major_gridlines": {"visible": True, "line": {"color": style.LINE, "width": 0.5}},
            "label_position": "low",
        }
        options |= {"min": column.field.min} if column.field.min is not None else {}
        options |= {"max": column.field.max} if column.field.max is not None else {}
        # Where the other axis crosses this one.
        options |= {"crossing": other} if other is not None else {}
        setter(options)
