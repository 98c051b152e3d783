"""The value of a formula in Python."""

from __future__ import annotations

import math
from datetime import timedelta

from macros.formula.ground import DAY_ZERO, TOO_LARGE, Cells, Problem, Stop, Value, compare, rounded
from macros.formula.lists import Lists
from macros.formula.parse import COMPARISONS, Chosen, Constant, Node, Ref, Today


def compute(node: Node, cells: Cells, part: str, at: str | None) -> Value:
    """Return the value of a bound formula that stands in ``part``, at a row or period."""
    return _Run(cells, part, at).soft(node)


class _Run(Lists):
    """Compute one formula at one place."""

    def __init__(self, cells: Cells, part: str, at: str | None) -> None:
        self.cells, self.part, self.at = cells, part, at

    def soft(self, node: Node) -> Value:
        """Return a value, blank or problem."""
        try:
            return self.hard(node)
        except Stop as stop:
            return stop.value

    def hard(self, node: Node) -> Value:
        """Return a value; raise Stop for a blank or problem."""
        value = self.raw(node)
        if value is None or isinstance(value, Problem):
            raise Stop(value)
        return value

    def number(self, node: Node) -> float:
        """Return a number; raise Stop for a blank or problem."""
        return float(self.hard(node))  # type: ignore[arg-type]

    def raw(self, node: Node) -> Value:
        """Compute a node."""
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Chosen):
            return node.key
        if isinstance(node, Today):
            return self.cells.today
        if isinstance(node, Ref):
            return self.cells.one(node.part, node.name, node.at or self.place(node))
        if node.name in COMPARISONS:
            left = self.hard(node.args[0])
            return compare(node.name, left, self.hard(node.args[1]))
        result = getattr(self, "do_" + _NAMES.get(node.name, node.name))(*node.args)
        if isinstance(result, float) and not math.isfinite(result):
            raise Stop(TOO_LARGE)
        return result  # type: ignore[no-any-return]

    def place(self, ref: Ref) -> str | None:
        """Return the own row or period, for a name that has several values."""
        return self.at if self.cells.places(ref.part) else None

    # arithmetic

    def do_add(self, a: Node, b: Node) -> float:
        return self.number(a) + self.number(b)

    def do_subtract(self, a: Node, b: Node) -> float:
        return self.number(a) - self.number(b)

    def do_multiply(self, a: Node, b: Node) -> float:
        return self.number(a) * self.number(b)

    def do_divide(self, a: Node, b: Node) -> float | None:
        x, y = self.number(a), self.number(b)
        return x / y if y else None

    def do_neg(self, a: Node) -> float:
        return -self.number(a)

    def do_abs(self, a: Node) -> float:
        return abs(self.number(a))

    def do_round(self, a: Node, decimals: Node | None = None) -> float:
        x = self.number(a)
        return rounded(x, int(self.number(decimals)) if decimals else 0)

    def do_ceil(self, a: Node) -> float:
        return float(math.ceil(rounded(self.number(a), 9)))

    def do_floor(self, a: Node) -> float:
        return float(math.floor(rounded(self.number(a), 9)))

    def do_sqrt(self, a: Node) -> float | None:
        x = self.number(a)
        return math.sqrt(x) if x >= 0 else None

    def do_year(self, a: Node) -> float | None:
        return self.day(a, "year")

    def do_month(self, a: Node) -> float | None:
        return self.day(a, "month")

    def day(self, node: Node, name: str) -> float | None:
        """Return the year or month of a day."""
        days = self.number(node)
        return float(getattr(DAY_ZERO + timedelta(int(days)), name)) if 61 <= days < 2958466 else None  # noqa: PLR2004

    # choosing

    def do_and(self, a: Node, b: Node) -> bool:
        return bool(self.hard(a) and self.hard(b))

    def do_or(self, a: Node, b: Node) -> bool:
        return bool(self.hard(a) or self.hard(b))

    def do_not(self, a: Node) -> bool:
        return not self.hard(a)

    def do_if(self, condition: Node, yes: Node, no: Node) -> Value:
        return self.hard(yes if self.hard(condition) else no)

    def do_band(self, a: Node, *rest: Node) -> Value:
        x = self.number(a)
        for label, limit in zip(rest[::2], rest[1::2], strict=False):
            if compare("<", x, self.number(limit)):
                return self.hard(label)
        return self.hard(rest[-1])

    def do_blank(self, a: Node) -> bool:
        value = self.soft(a)
        return value is None or value == ()

    def do_filled(self, a: Node) -> bool:
        return not self.do_blank(a)

    def do_default(self, a: Node, otherwise: Node) -> Value:
        value = self.soft(a)
        return self.hard(otherwise) if value is None else value

    def do_count_true(self, *nodes: Node) -> float:
        return float(sum(value is True for node in nodes for value in self.listed(node)))

    def do_value(self, ref: Ref) -> float | None:
        return dict(ref.choices).get(str(self.hard(ref)))

    def do_has(self, ref: Ref, choice: Chosen) -> bool:
        return choice.key in (self.soft(ref) or ())  # type: ignore[operator]

    def do_words(self, a: Node) -> float:
        return float(len(str(self.hard(a)).split()))

    # along rows and periods

    def do_previous(self, ref: Ref, first: Node | None = None, step: int = -1) -> Value:
        places = self.cells.places(ref.part)
        n = places.index(str(self.at)) + step
        if 0 <= n < len(places):
            return self.cells.one(ref.part, ref.name, places[n])
        return self.hard(first) if first else None

    def do_next(self, ref: Ref, last: Node | None = None) -> Value:
        return self.do_previous(ref, last, 1)

    def do_cumulative(self, ref: Ref) -> float | None:
        places = self.cells.places(ref.part)
        values = [self.cells.one(ref.part, ref.name, at) for at in places[: places.index(str(self.at)) + 1]]
        if problems := [v for v in values if isinstance(v, Problem)]:
            raise Stop(problems[0])
        found = [float(v) for v in values if v is not None]  # type: ignore[arg-type]
        return sum(found) if found else None

    def do_position(self) -> float:
        return float(self.cells.places(self.part).index(str(self.at)) + 1)

    def do_group(self, *starts: Node) -> float:
        return float(sum(self.number(start) <= self.do_position() for start in starts))


_NAMES = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
