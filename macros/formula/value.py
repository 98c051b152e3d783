"""The value of a formula in Python."""

from __future__ import annotations

import math
from collections.abc import Iterator

from macros.formula.functions import FUNCTIONS
from macros.formula.ground import TOO_LARGE, Ground, Problem, Stop, Value, compare
from macros.formula.nodes import COMPARISONS, Chosen, Constant, Node, Ref, Today


def compute(node: Node, cells: Ground, part: str, at: str | None) -> Value:
    """Return the value of a bound formula that stands in ``part``, at a row or period."""
    return _Run(cells, part, at).soft(node)


class _Run:
    """Compute one formula at one place."""

    def __init__(self, cells: Ground, part: str, at: str | None) -> None:
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
        result = FUNCTIONS[node.name].value(self, *node.args)
        if isinstance(result, float) and not math.isfinite(result):
            raise Stop(TOO_LARGE)
        return result

    def place(self, ref: Ref) -> str | None:
        """Return the own row or period, for a name that has several values."""
        return self.at if self.cells.places(ref.part) else None

    def listed(self, node: Node) -> Iterator[Value]:
        """Yield the values of an argument: a whole list, or one value; problems stop."""
        if isinstance(node, Ref) and node.at == "*":
            values = [self.cells.one(node.part, node.name, at) for at in self.cells.places(node.part)]
        else:
            values = [self.soft(node)]
        for value in values:
            if isinstance(value, Problem):
                raise Stop(value)
            yield value

    def numbers(self, *nodes: Node) -> list[float]:
        """Return the numbers among the arguments, blanks left out."""
        return [float(v) for node in nodes for v in self.listed(node) if v is not None]  # type: ignore[arg-type]
