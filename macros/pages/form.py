"""A tool as a form on a page: the names of its controls, what they begin with, what its script has to know."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from macros.model.field import Chart, Choice, Field, Given, Part, Row
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.pages.asked import asked
from macros.pages.formulas import for_browser
from macros.pages.sections import Section, groups, sections
from macros.reckoning.evaluation import EXAMPLE_DAY, Address, choice_key, example, key, start
from macros.reckoning.numerals import write_number
from macros.reckoning.scope import Scope

SHORT = 3
"""Rows of a table with no more columns than that stay open on a phone."""

FREE_ROWS = 3
"""Free rows of a table that stand on the page from the start; more are added one by one."""

FEW_CHOICES = 5
NARROW = 4
"""Up to so many choices stand open, one beside the other, where a table has no more columns than NARROW."""

MANY = 6
"""With more columns, the rows of a table stack on every screen."""


class Form:
    """What the components of a tool's form ask for; keys are those of ``macros/reckoning/evaluation.py``."""

    def __init__(self, v: Vademecum, tool: Tool) -> None:
        """Prepare the form of ``tool`` in the language of ``v``."""
        self.v, self.tool = v, tool
        self.scope = Scope(tool, v.tool_frame.lists)
        self._start = start(tool)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts to fill in, the table of next steps last."""
        return (*self.tool.parts, self.v.tool_frame.next_steps) if self.tool.next_steps else self.tool.parts

    def key(self, part: Part, field: Field, at: str | None = None) -> str:
        """Return the name of a control."""
        return key(self.tool, self._address(part, field, at))

    def tick(self, part: Part, field: Field, at: str | None, choice: Choice) -> str:
        """Return the name of one box among several."""
        return choice_key(self.tool, self._address(part, field, at), choice.key)

    @staticmethod
    def _address(part: Part, field: Field, at: str | None) -> Address:
        return (part.key, field.key, at)

    def place(self, part: Part, *names: str) -> str:
        """Return the id of an element of a part on the page."""
        return ".".join((self.tool.id, part.key, *names))

    def begins(self, part: Part, field: Field, at: str | None = None) -> Given | None:
        """Return what a control begins with: a default, or the value of a named row; for a new free row its default."""
        value = self._start.get((part.key, field.key, at))
        free = part.along == "rows" and all(row.key != at for row in part.rows)
        return field.default if free else value

    def written(self, field: Field, value: Given | None) -> str:
        """Return a value as it stands in a control for text: numbers without grouping, shares in percent."""
        if value is None or isinstance(value, bool | tuple):
            return ""
        if isinstance(value, str) or field.kind.holds == "day":
            return str(value)
        return write_number(value, self.v.language.code, field.type)

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """Return the choices of a field, its own or those of its list."""
        return self.scope.choices(field)

    def open(self, part: Part, field: Field) -> bool:
        """Tell whether the choices of a field stand open: they are few, and there is room."""
        roomy = not part.along or (part.along == "rows" and len(part.seen.fields) <= NARROW)
        return field.kind.holds == "choice" and roomy and len(self.choices(field)) <= FEW_CHOICES

    def scale(self, part: Part, field: Field) -> range:  # noqa: ARG002 (forms of one answer have some)
        """Return the whole numbers to choose from; none here, where they are typed."""
        return range(0)

    def asked(self, part: Part) -> dict[str, Any]:
        """Return what reads the answer of one person has to know: its name, and what each field may hold."""
        return asked(self.scope, part)

    def broad(self, part: Part) -> bool:
        """Tell whether a table has choices that stand open, so that it needs more room."""
        return any(self.open(part, field) for field in part.fields)

    def grouped(self, part: Part, field: Field) -> bool:
        """Tell whether a field is a group of controls, so that a label cannot hold them."""
        several = field.kind.holds == "choices" or self.open(part, field) or self.scale(part, field)
        return not field.computed and bool(several)

    def rows(self, part: Part) -> list[tuple[str, Row | None]]:
        """Return the rows of a table that stand on the page from the start: the named ones, then a few free ones."""
        free = (f"r{n}" for n in range(1, min(part.blank_rows, FREE_ROWS) + 1))
        return [*((row.key, row) for row in part.rows), *((at, None) for at in free)]

    def numeric(self, field: Field) -> bool:
        """Tell whether a number is written here, a day aside."""
        return field.kind.amount

    def shape(self, part: Part) -> str:
        """Return what a table with many columns does: its rows stack (tall), or it scrolls (figures) to be compared."""
        return "" if len(part.seen.fields) <= MANY else "tall" if part.inputs else "figures"

    def carded(self, part: Part) -> bool:
        """Tell whether the rows of a table fold on a phone, where one of them would fill the screen."""
        return len(part.seen.fields) > SHORT and self.shape(part) != "figures"

    def paid(self, part: Part) -> bool:
        """Tell whether a part is the first that asks for amounts of money or gives some."""
        first = next((one for one in self.parts if any(field.type == "money" for field in one.seen.fields)), None)
        return part is first

    @property
    def steps(self) -> bool:
        """Tell whether there are steps of reckoning that are out of sight unless they are asked for."""
        fields = (*self.tool.results, *(field for part in self.parts for field in part.fields))
        return any(field.hidden for field in fields) or any(map(self.step, self.parts))

    @cached_property
    def sections(self) -> list[Section]:
        """The sections of a large tool, shown one at a time; none where all parts stand below each other."""
        return sections(self.parts)

    @property
    def groups(self) -> list[tuple[Words | None, list[Section]]]:
        """The sections in groups, each with its heading."""
        return list(groups(self.sections))

    @property
    def glance(self) -> list[Field]:
        """The results that a large tool shows first, in their order."""
        named = self.tool.glance.figures if self.tool.glance else ()
        return [result for name in named if (result := self.tool.result(name))]

    @property
    def first_charts(self) -> list[Chart]:
        """The charts that a large tool shows first, in their order."""
        named = self.tool.glance.charts if self.tool.glance else ()
        return [chart for name in named for chart in self.tool.charts if chart.key == name]

    def turns(self, section: Section) -> tuple[Section | None, Section | None]:
        """Return the sections before and after one, without those that only reckon."""
        n = self.sections.index(section)
        before = (one for one in reversed(self.sections[:n]) if not one.aside)
        return next(before, None), next((one for one in self.sections[n + 1 :] if not one.aside), None)

    def step(self, part: Part) -> bool:
        """Tell whether a part of a large tool is a step of the reckoning, out of sight unless it is asked for."""
        return part.key in self._aside

    @cached_property
    def _aside(self) -> set[str]:
        return {part.key for section in self.sections for part in section.parts if section.step(part)}

    def charts(self, part: Part | None = None) -> list[Chart]:
        """Return the charts that show one part alone, to stand right after it; without a part, all others."""
        return [chart for chart in self.tool.charts if _shown_by(chart, self.parts) == (part and part.key)]

    def spoken(self, part: Part) -> str:
        """Return the key of the column in which messages about a free row have most room; none where rows stack."""
        if self.shape(part) == "tall":
            return ""
        return max(part.inputs, key=lambda field: field.kind.excel, default=part.fields[0]).key

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the script needs besides words: formulas, the example by key, decimals, limits, charts."""
        fields = {f"{part.key}.{field.key}": field for part in self.parts for field in part.fields}
        fields |= {f"result.{field.key}": field for field in self.tool.results}
        return {
            "tool": for_browser(self.scope),
            "example": {key(self.tool, address): value for address, value in example(self.tool).items()},
            "exampleDay": EXAMPLE_DAY.isoformat(),
            "fields": {name: _shape(field) for name, field in fields.items()},
            "charts": [self._chart(chart) for chart in self.tool.charts],
            "calendar": self.tool.calendar and self.tool.calendar.model_dump(),
        }

    def _chart(self, chart: Chart) -> dict[str, Any]:
        said = chart.model_dump(include={"key", "kind", "series", "by", "zones"})
        ends = [{"text": end, "lang": self._language(end)} for end in chart.ends or ()]
        return said | {"steps": self._steps(chart), "ends": ends, "outlines": self.tool.outlined(chart)}

    def _language(self, words: Words) -> str | None:
        """Return the language of words that are not in that of the page."""
        return None if words.language == self.v.language.code else words.language

    def _steps(self, chart: Chart) -> list[float]:
        """Return the values of the stages that name a curve: those of the choices of a result."""
        named = self.tool.result(chart.by or "")
        choices = self.choices(named) if named else ()
        return [float(n if choice.value is None else choice.value) for n, choice in enumerate(choices, 1)]


def _shown_by(chart: Chart, parts: tuple[Part, ...]) -> str | None:
    """Return the key of the one part whose values a chart shows."""
    shown = {name.split(".")[0] if "." in name else None for name in chart.series}
    key = shown.pop() if len(shown) == 1 else None
    return next((part.key for part in parts if part.key == key), None)


def _shape(field: Field) -> dict[str, Any]:
    limits: dict[str, Any] = {"min": field.min, "max": field.max}
    if field.kind.holds == "day":
        limits = {"first": field.first_day.isoformat(), "last": field.last_day.isoformat()}
    known = {name: limit for name, limit in limits.items() if limit is not None}
    return {"type": field.type, "decimals": field.places} | known
