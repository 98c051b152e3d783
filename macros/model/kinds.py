"""What each type of field, kind of part and kind of chart is, written once: writers ask here what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

FieldType = Literal["text", "long", "num", "money", "pct", "year", "date", "person", "choice", "multi", "bool", "link"]
PartName = Literal["form", "table", "matrix", "text", "canvas"]
ChartName = Literal[
    "bar",
    "stacked",
    "line",
    "radar",
    "gauge",
    "quadrant",
    "pie",
    "gantt",
    "curve",
    "tree",
    "grid",
    "funnel",
    "lights",
    "lanes",
]
FileFormat = Literal["xlsx", "docx", "pdf"]
"""What the files of tools are; each has a writer in ``documents/catalogue.py`` (``MAKERS``)."""

Holds = Literal["words", "number", "day", "choice", "choices", "tick"]
"""What the values of a type are: words of people, an amount, a day, one or several keys of choices, yes or no."""


@dataclass(frozen=True)
class FieldKind:
    """A type of field."""

    holds: Holds
    word: tuple[int, int]
    """In Word, the least width of its column in twentieths of a point, and its share of what is left of the line."""
    excel: int
    """The width of its column, in digits of the usual font; with choices, their words decide."""
    paper: float
    """The weight of its column on printed sheets."""
    decimals: int = 0
    """Decimals shown, unless its field says otherwise. Formulas use unrounded values."""
    percent: bool = False
    """Shown and typed in hundredths."""
    even: bool = True
    """Decimals are shown though all of them are zero."""
    grouped: bool = True
    """Thousands are set apart; in a year they are not."""
    long: bool = False
    """Words on several lines, which merge as a text; all else is chosen when two versions meet."""
    translated: bool = False
    """Examples of it are words of people, and are translated."""
    room: int = 440
    """In Word, the least height of its line in a form, in twentieths of a point: room to write by hand."""
    wraps: bool = False
    """On pages, outside forms, words that take as many lines as they need."""
    address: str = ""
    """Words that run from left to right in every language, by the keyboard that a telephone shows for them."""

    @property
    def words(self) -> bool:
        """Whether its values are words, which nothing computes with."""
        return self.holds == "words"

    @property
    def amount(self) -> bool:
        """Whether its values are numbers that people type, a day aside."""
        return self.holds == "number"

    @property
    def numeric(self) -> bool:
        """Whether formulas see its values as numbers: a share of one for percents, days since 1899-12-30 for days."""
        return self.holds in {"number", "day"}

    @property
    def chosen(self) -> bool:
        """Whether its values are keys of choices."""
        return self.holds in {"choice", "choices"}

    @property
    def side(self) -> str:
        """Where its values stand in a column: numbers at the end, ticks in the middle, words at the start."""
        return "end" if self.numeric else "center" if self.holds == "tick" else "start"

    @property
    def left_to_right(self) -> bool:
        """Whether its values run from left to right in every language."""
        return self.amount or bool(self.address)

    @property
    def formula(self) -> str:
        """The kind that formulas see: number, bool, choice, multi or text."""
        seen = {"number": "number", "day": "number", "tick": "bool", "choice": "choice", "choices": "multi"}
        return seen.get(self.holds, "text")


FIELD_KINDS: dict[str, FieldKind] = {
    "text": FieldKind("words", word=(1750, 6), room=480, excel=28, paper=2.2, translated=True, wraps=True),
    "long": FieldKind("words", word=(2500, 10), room=1250, excel=48, paper=2.2, translated=True, long=True),
    "num": FieldKind("number", word=(700, 0), excel=11, paper=1.0),
    "money": FieldKind("number", word=(1150, 1), excel=14, paper=1.1, decimals=2, even=False),
    "pct": FieldKind("number", word=(800, 0), excel=10, paper=1.0, decimals=1, percent=True),
    "year": FieldKind("number", word=(700, 0), excel=11, paper=1.0, grouped=False),
    "date": FieldKind("day", word=(1200, 1), excel=12, paper=1.1),
    "person": FieldKind("words", word=(1600, 4), excel=22, paper=1.5, translated=True),
    "choice": FieldKind("choice", word=(1250, 2), excel=14, paper=1.3),
    "multi": FieldKind("choices", word=(1900, 3), excel=20, paper=1.6),
    "bool": FieldKind("tick", word=(620, 0), excel=8, paper=0.6),
    "link": FieldKind("words", word=(1600, 4), room=480, excel=24, paper=2.2, address="url"),
}
"""The types, by the name that data files give them."""


@dataclass(frozen=True)
class Severity:
    """How grave something to look at is, and how it shows in every format."""

    sign: str
    tone: str
    """The tone of choices whose colour it takes."""


SEVERITIES: dict[str, Severity] = {
    "error": Severity("✕", "act"),
    "warning": Severity("!", "watch"),
    "note": Severity("i", "neutral"),
}
"""The severities of checks, the gravest first, by the name that data files give them."""

CALM = "✓"
"""The sign before the words that there is nothing to look at."""

Along = Literal["", "rows", "periods"]
"""What each field of a part has a value along; without it, each has one."""


@dataclass(frozen=True)
class PartKind:
    """A kind of part."""

    along: Along = ""
    several: bool = False
    """Takes fields of several choices."""
    boxes: bool = False
    """Its fields are boxes beside each other, where they have their places."""

    @property
    def listed(self) -> bool:
        """Whether its fields stand below each other, each with its one value."""
        return not self.along and not self.boxes


PART_KINDS: dict[str, PartKind] = {
    "form": PartKind(several=True),
    "table": PartKind(along="rows"),
    "matrix": PartKind(along="periods"),
    "text": PartKind(),
    "canvas": PartKind(boxes=True),
}
"""The kinds of parts, by the name that data files give them. How each is laid out, its writer knows."""


@dataclass(frozen=True)
class ChartKind:
    """A kind of chart."""

    every_row: bool = False
    """Shows every row in use, also what is no number."""
    numbered: bool = False
    """Its values place points, which bear numbers; values that belong to no row place one."""
    branched: bool = False
    """Each of its rows has a code, and that of the row which it serves."""
    whole: bool = False
    """Its values are parts of a whole, and each shows its share of it."""
    stepped: bool = False
    """Its values are steps, and each shows its share of the one before."""
    outlines: int = 0
    """Where free rows have three values or more, each is an outline and each column a corner; at most so many rows."""
    most: int | None = None
    """How many series a workbook shows, where more would take the room of its drawing."""
    laned: bool = False
    """Each of its rows says in which lane it stands, by a choice; then its code, and those of what leads to it."""
    broad: bool = False
    """On a page, takes all the width that there is."""


CHART_KINDS: dict[str, ChartKind] = {
    "bar": ChartKind(),
    "stacked": ChartKind(),
    "line": ChartKind(),
    "radar": ChartKind(outlines=5),
    "gauge": ChartKind(),
    "quadrant": ChartKind(numbered=True),
    "pie": ChartKind(whole=True),
    "gantt": ChartKind(most=3, broad=True),
    "curve": ChartKind(),
    "tree": ChartKind(every_row=True, branched=True),
    "grid": ChartKind(every_row=True),
    "funnel": ChartKind(stepped=True),
    "lights": ChartKind(),
    "lanes": ChartKind(every_row=True, laned=True, broad=True),
}
"""The kinds of charts, by the name that data files give them."""


def for_browser() -> dict[str, dict[str, dict[str, Any]]]:
    """Return what scripts ask of types and charts: the same tables, without what is for files alone."""
    asked = {"fields": ("holds", "percent", "even", "grouped"), "charts": ("numbered", "stepped", "broad")}
    tables: dict[str, dict[str, Any]] = {"fields": FIELD_KINDS, "charts": CHART_KINDS}
    return {
        table: {name: {key: getattr(kind, key) for key in asked[table]} for name, kind in kinds.items()}
        for table, kinds in tables.items()
    }
