"""The values of a tool: what people entered, read field by field, and everything that follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from macros.formula.addresses import TICKED
from macros.formula.ground import DAY_ZERO, FIRST_YEAR, NOT_A_NUMBER, Problem, Value
from macros.formula.names import RESULT
from macros.formula.value import compute
from macros.model.field import Check, Field, Part
from macros.model.tool import Tool, spread
from macros.reckoning.numerals import read_number
from macros.reckoning.scope import Scope

Address = tuple[str, str, str | None]
"""(part, field, row or period); results stand in the part ``result``."""

Inputs = Mapping[Address, Any] | Mapping[str, Any]
"""What people entered, by address, or as YAML and the keys of answers have it."""

EXAMPLE_DAY = date(2026, 6, 30)
"""The day on which examples are read, and expected values that name no other."""

SOURCE = "fr"
"""The language in which the data write numbers as texts."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def key(tool: Tool, address: Address) -> str:
    """Return the flat, permanent key of an answer.

    It is ``tool.part#field`` in a form, ``tool.part.row#column`` in a table, ``tool.part.line#period`` in a matrix.
    """
    part, field, at = address
    if at is None:
        return f"{tool.id}.{part}#{field}"
    first, last = (field, at) if _is_matrix(tool, part) else (at, field)
    return f"{tool.id}.{part}.{first}#{last}"


def _is_matrix(tool: Tool, key: str) -> bool:
    part = tool.part(key)
    return part is not None and part.along == "periods"


def choice_key(tool: Tool, address: Address, choice: str) -> str:
    """Return the key of one tick among several: ``tool.part#field.choice``.

    Each is kept for itself, so that two people who tick different ones lose nothing.
    """
    return f"{key(tool, address)}.{choice}"


def addresses(tool: Tool, inputs: Mapping[str, Any]) -> dict[Address, Any]:
    """Return inputs by address, whether they come nested by part, as YAML has them, or under flat keys."""
    values: dict[Address, Any] = {}
    for name, value in inputs.items():
        if "#" in name:
            address, choice = _address(tool, name)
            if not choice:
                values[address] = value
            elif value in {True, "true"}:
                values[address] = (*values.get(address, ()), choice)
        elif part := tool.part(name):
            values |= {(name, field, at): item for field, at, item in spread(part, value)}
    return values


def _address(tool: Tool, key: str) -> tuple[Address, str]:
    """Return the address under a flat key, and the choice that it ticks, if it is one of several."""
    place, last = key.split("#", 1)
    part, _, middle = place.removeprefix(f"{tool.id}.").partition(".")
    last, _, choice = last.partition(".")
    return ((part, middle, last) if _is_matrix(tool, part) else (part, last, middle or None)), choice


def example(tool: Tool) -> dict[Address, Any]:
    """Return the values of the example by address."""
    return {(s.part, s.field, s.at): s.value if s.text is None else s.text for s in tool.example}


def start(tool: Tool) -> dict[Address, Any]:
    """Return what a new copy of the tool begins with: defaults, and the values of named rows."""
    values: dict[Address, Any] = {}
    for part in tool.parts:
        fixed = [row.key for row in part.rows] or [period.key for period in part.periods]
        places: list[str | None] = [*fixed] if part.along else [None]
        values |= {(part.key, f.key, at): f.default for f in part.inputs if f.default is not None for at in places}
        values |= {(part.key, name, row.key): value for row in part.rows for name, value in row.values.items()}
    return values


def read(field: Field, raw: Any, choices: tuple[str, ...] = (), language: str = SOURCE) -> Value:
    """Return what formulas see of an input: number, True or False, choice, choices, text, blank or problem.

    Texts that stand for numbers are read as ``language`` writes them; ``{"number": …, "typed": …}``, as pages keep
    them, are that number. A number out of the bounds of its field is a blank: it is refused, so it does not count.
    """
    if field.kind.holds == "tick":
        return raw is True or raw in {"true", TICKED}
    if field.kind.holds == "choices":
        given = raw if isinstance(raw, list | tuple) else ()
        return tuple(choice for choice in choices if choice in given) or None
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if field.kind.numeric:
        value = typed(field, raw, language)
        return None if isinstance(value, float) and not admits(field, value) else value
    return raw.strip() if isinstance(raw, str) and (not field.kind.chosen or raw in choices) else None


def admits(field: Field, number: float) -> bool:
    """Tell whether a number is within the bounds of its field."""
    return (field.min is None or number >= field.min) and (field.max is None or number <= field.max)


def typed(field: Field, raw: Any, language: str = SOURCE) -> Value:
    """Return the number or the day that was entered, whatever the bounds of its field, or a problem."""
    raw = raw.get("number") if isinstance(raw, Mapping) else raw
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return float(raw)
    if field.kind.holds == "day":
        return _day("".join(str(raw).split()))
    reading = read_number(str(raw), language, field.type)
    return reading.number if reading else NOT_A_NUMBER


def _day(text: str) -> Value:
    """Return days since 1899-12-30 of a day written YYYY-MM-DD; as in a workbook, none is before 1900."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else date.min
    except ValueError:
        return NOT_A_NUMBER  # no 31 February
    return float((day - DAY_ZERO).days) if day.year >= FIRST_YEAR else NOT_A_NUMBER


@dataclass(frozen=True)
class Fired:
    """A check whose condition is true; ``at`` is the row or period, if it has one."""

    check: Check
    at: str | None


class Evaluation:
    """Every value of a tool for given inputs, computed when asked for.

    ``inputs`` are laid over what the tool starts with; a blank among them clears. Numbers are shares of one for
    ``pct`` and days since 1899-12-30 for ``date``; ``shown_date`` turns those back.
    """

    def __init__(self, scope: Scope, inputs: Inputs, today: date, language: str = SOURCE) -> None:
        """Read the inputs; texts that stand for numbers are read as ``language`` writes them."""
        self.language = language
        self.scope, self.tool = scope, scope.tool
        given: dict[Address, Any] = {a: v for a, v in inputs.items() if isinstance(a, tuple)}
        given |= addresses(self.tool, {a: v for a, v in inputs.items() if isinstance(a, str)})
        self.raw = start(self.tool) | given
        self.today = float((today - DAY_ZERO).days)
        self._values: dict[Address, Value] = {}
        self._waiting: set[Address] = set()
        self._parts = {part.key: part for part in self.tool.parts}
        self._named = {(part.key, row.key) for part in self.tool.parts for row in part.rows}
        self._signs = {part.key: [field.key for field in signs_of_use(part)] for part in self.tool.parts}
        self._places = {part.key: self._in_order(part) for part in self.tool.parts}

    def _in_order(self, part: Part) -> list[str]:
        named = list(dict.fromkeys(at for p, _, at in self.raw if p == part.key and at))
        return [*part.places, *(at for at in named if at not in part.places and part.along == "rows")]

    def places(self, part: str) -> list[str]:
        """Return the rows or periods of a part, in order; none for a form."""
        return self._places.get(part, [])

    def field(self, part: str, name: str) -> Field | None:
        """Return a field or result."""
        return self.scope.field(part, name)

    def one(self, part: str, name: str, at: str | None) -> Value:
        """Return a value: entered or computed. A formula that needs itself gives a problem."""
        address = (part, name, at)
        if address not in self._values:
            if address in self._waiting:
                return Problem("circle")
            self._waiting.add(address)
            self._values[address] = self._value(*address)
            self._waiting.discard(address)
        return self._values[address]

    def _value(self, part: str, name: str, at: str | None) -> Value:
        field = self.scope.field(part, name)
        if field is None:
            return None
        if not field.computed:
            choices = tuple(choice.key for choice in self.scope.choices(field))
            return read(field, self.raw.get((part, name, at)), choices, self.language)
        if part != RESULT and at is not None and not self.in_use(self._parts[part], at):
            return None
        value = compute(self.scope.formula(part, field).at(at), self, part, at)
        return bool(value) if field.kind.holds == "tick" and isinstance(value, float) else value

    def refused(self, part: str, name: str, at: str | None) -> float | None:
        """Return the number that was entered out of the bounds of its field, and does not count, or nothing."""
        field, raw = self.scope.field(part, name), self.raw.get((part, name, at))
        if field is None or field.computed or not field.kind.amount or raw in {None, ""}:
            return None
        value = typed(field, raw, self.language)
        return value if isinstance(value, float) and not admits(field, value) else None

    def in_use(self, part: Part, at: str) -> bool:
        """Tell whether a row computes: a named one always, a free one once something is filled in."""
        if part.along != "rows" or (part.key, at) in self._named:
            return True
        return any(self.one(part.key, key, at) is not None for key in self._signs[part.key])

    def results(self) -> dict[str, Value]:
        """Return the results by key."""
        return {field.key: self.one(RESULT, field.key, None) for field in self.tool.results}

    def values(self) -> dict[Address, Value]:
        """Return every value of every part, and the results, by address."""
        inside = [(p.key, f.key, at) for p in self.tool.parts for f in p.fields for at in self.places(p.key) or (None,)]
        return {a: self.one(*a) for a in [*inside, *((RESULT, f.key, None) for f in self.tool.results)]}

    def fired(self) -> Iterator[Fired]:
        """Yield the checks that have something to point out, in order."""
        for check in self.tool.checks:
            condition = self.scope.condition(check)
            spots: list[str | None] = [*self.places(check.part)] if check.part else [None]
            for at in spots:
                if compute(condition.at(at), self, check.part or RESULT, at) is True:
                    yield Fired(check, at)


def signs_of_use(part: Part) -> tuple[Field, ...]:
    """Return the fields of a table of which one must be filled in for a free row to compute: no ticks, no defaults."""
    return tuple(field for field in part.inputs if field.kind.holds != "tick" and field.default is None)


def shown_date(days: float) -> str:
    """Return a day as ``YYYY-MM-DD``; nothing for one that no workbook knows: it has the years 1900 to 9999."""
    first, last = ((day - DAY_ZERO).days for day in (date(FIRST_YEAR, 1, 1), date.max))
    return (DAY_ZERO + timedelta(int(days))).isoformat() if first <= int(days) <= last else ""
