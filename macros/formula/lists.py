"""Functions on lists: columns of a table, lines of a matrix."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from macros.formula.bind import through
from macros.formula.ground import Cells, Problem, Stop, Value, compare
from macros.formula.parse import Call, Node, Ref


class Lists:
    """What a run can do with whole lists; the rest of the run gives single values."""

    cells: Cells
    index = 0

    def soft(self, node: Node) -> Value:
        """Return a value, blank or problem."""
        raise NotImplementedError

    def hard(self, node: Node) -> Value:
        """Return a value; raise Stop for a blank or problem."""
        raise NotImplementedError

    def number(self, node: Node) -> float:
        """Return a number; raise Stop for a blank or problem."""
        raise NotImplementedError

    def listed(self, node: Node) -> Iterator[Value]:
        """Yield the values of an argument: a whole list, or one value; problems stop."""
        if isinstance(node, Ref) and node.at == "*":
            found = [self.cells.one(node.part, node.name, at) for at in self.cells.places(node.part)]
        else:
            found = [self.soft(node)]
        for value in found:
            if isinstance(value, Problem):
                raise Stop(value)
            yield value

    def numbers(self, *nodes: Node) -> list[float]:
        """Return the numbers among the arguments, blanks left out."""
        return [float(v) for node in nodes for v in self.listed(node) if v is not None]  # type: ignore[arg-type]

    def do_sum(self, *nodes: Node) -> float | None:
        found = self.numbers(*nodes)
        return sum(found) if found else None

    def do_mean(self, *nodes: Node) -> float | None:
        found = self.numbers(*nodes)
        return sum(found) / len(found) if found else None

    def do_median(self, node: Node) -> float | None:
        found = self.numbers(node)
        return median(found) if found else None

    def do_min(self, *nodes: Node) -> float | None:
        found = self.numbers(*nodes) if len(nodes) == 1 else [self.number(node) for node in nodes]
        return min(found) if found else None

    def do_max(self, *nodes: Node) -> float | None:
        found = self.numbers(*nodes) if len(nodes) == 1 else [self.number(node) for node in nodes]
        return max(found) if found else None

    def do_count(self, *nodes: Node) -> float:
        values = [v for node in nodes for v in self.listed(node)]
        return float(sum(len(v) if isinstance(v, tuple) else v is not None and v is not False for v in values))

    def do_largest(self, node: Node, n: Node, *, reverse: bool = True) -> float | None:
        found = sorted(self.numbers(node), reverse=reverse)
        k = int(self.number(n))
        return found[k - 1] if 1 <= k <= len(found) else None

    def do_smallest(self, node: Node, n: Node) -> float | None:
        return self.do_largest(node, n, reverse=False)

    def do_rank(self, a: Node, node: Node) -> float:
        x = self.number(a)
        return 1.0 + sum(compare(">", v, x) for v in self.numbers(node))

    def do_sumproduct(self, *nodes: Node) -> float | None:
        rows = [row for row in zip(*map(self.listed, nodes), strict=True) if None not in row]
        return float(sum(math.prod(map(float, row)) for row in rows)) if rows else None

    def do_most_frequent(self, ref: Ref) -> str | None:
        found = list(self.listed(ref))
        counts = {key: found.count(key) for key, _ in ref.choices}
        best = max(counts, key=lambda key: counts[key])
        return best if counts[best] else None

    # conditions on lists

    def rows(self, *nodes: Node) -> Iterator[int]:
        """Yield the numbers of the rows at which every condition holds; problems and blank limits stop."""
        for node in nodes:
            for ref in through(node):
                if ref.kind == "number":
                    list(self.listed(ref))
        for node in nodes:
            if isinstance(node, Call) and node.name not in {"filled", "blank"}:
                for arg in node.args:
                    if not (isinstance(arg, Ref) and arg.at == "*"):
                        self.hard(arg)
        whole = next(ref for node in nodes for ref in through(node))
        for n in range(len(self.cells.places(whole.part))):
            self.index = n
            if all(self.holds(node) for node in nodes):
                yield n

    def item(self, node: Node) -> Value:
        """Return the value of a list at the present row, or of anything else."""
        if isinstance(node, Ref) and node.at == "*":
            return self.cells.one(node.part, node.name, self.cells.places(node.part)[self.index])
        return self.hard(node)

    def holds(self, node: Node) -> bool:
        """Tell whether a condition holds at the present row."""
        if isinstance(node, Ref):
            return self.item(node) is True
        assert isinstance(node, Call)  # noqa: S101 (the binder admits nothing else)
        if node.name in {"filled", "blank"}:
            return (self.item(node.args[0]) is not None) == (node.name == "filled")
        a, b = map(self.item, node.args)
        return not any(v is None or isinstance(v, Problem) for v in (a, b)) and compare(node.name, a, b)

    def do_count_if(self, *nodes: Node) -> float:
        return float(sum(1 for _ in self.rows(*nodes)))

    def do_share_if(self, *nodes: Node) -> float | None:
        hits = self.do_count_if(*nodes)
        lists = [ref for node in nodes for ref in through(node) if ref.kind != "bool"]
        columns = [[self.cells.one(r.part, r.name, at) for at in self.cells.places(r.part)] for r in lists]
        judged = sum(None not in row for row in zip(*columns, strict=True))
        return hits / judged if judged else None

    def chosen(self, node: Node, conditions: tuple[Node, ...]) -> list[float]:
        """Return the numbers of a list at which the conditions hold."""
        values = list(self.listed(node))
        return [float(values[n]) for n in self.rows(*conditions) if values[n] is not None]  # type: ignore[arg-type]

    def do_sum_if(self, node: Node, *conditions: Node) -> float | None:
        found = self.chosen(node, conditions)
        return sum(found) if found else None

    def do_mean_if(self, node: Node, *conditions: Node) -> float | None:
        found = self.chosen(node, conditions)
        return sum(found) / len(found) if found else None
