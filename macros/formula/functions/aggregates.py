"""Functions on whole lists: columns of a table, lines of a matrix."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from macros.formula.addresses import TICKED
from macros.formula.functions.function import EMPTY, NA, Binding, Function, Run, Sheet, Typed, bare, made
from macros.formula.ground import compare
from macros.formula.names import NUMBER
from macros.formula.nodes import Call, Chosen, FormulaError, Node, Ref, is_list


def listing(*lists: int) -> Callable[[Binding, Call], Typed]:
    """Bind a function of numbers in which the arguments of these places are whole lists; -1: all of them."""

    def bind(binding: Binding, node: Call) -> Typed:
        args = [
            binding.reference(arg, NUMBER, whole=True) if n in lists or -1 in lists else binding.wanted(arg, NUMBER)
            for n, arg in enumerate(node.args)
        ]
        return made(node, args), NUMBER, ""

    return bind


def _bind_several(binding: Binding, node: Call) -> Typed:
    args = [
        binding.reference(arg, NUMBER) if isinstance(arg, Ref) else binding.wanted(arg, NUMBER) for arg in node.args
    ]
    return made(node, args), NUMBER, ""


def _bind_from(binding: Binding, node: Call) -> Typed:
    """Bind all fields from the first to the last, which must be of one sort to stand in one range of a workbook."""
    first, last = (binding.reference(arg, NUMBER) for arg in node.args)
    known = binding.names.known(first.part)
    names = known[known.index(first.name) : known.index(last.name) + 1] if last.part == first.part else []
    fields = [binding.ref(replace(first, name=name), lists=False)[0] for name in names if first.at == last.at]
    if not fields or any((one.kind, one.computed) != (NUMBER, first.computed) for one in fields):  # type: ignore[union-attr]
        wrong = "ces champs ne se suivent pas, ou ne sont pas tous des nombres à remplir, ou tous calculés"
        raise FormulaError(node.position, wrong, f"nommer le premier et le dernier : {node.name}(a, c)")
    return made(node, fields), NUMBER, ""


def _bind_extreme(binding: Binding, node: Call) -> Typed:
    alone = len(node.args) == 1 and isinstance(node.args[0], Ref)
    return listing(*([0] if alone else []))(binding, node)


def _sum(run: Run, *nodes: Node) -> float | None:
    numbers = run.numbers(*nodes)
    return sum(numbers) if numbers else None


def _from_sheet(sheet: Sheet, *nodes: Node) -> str:
    first, last = (sheet.cell(node) for node in (nodes[0], nodes[-1]))  # type: ignore[arg-type]
    r = f"{first}:{last.rpartition('!')[2]}"
    return sheet.sound([r], f"IF(COUNT({r})=0,{NA},SUM({r}))")


def _mean(run: Run, *nodes: Node) -> float | None:
    numbers = run.numbers(*nodes)
    return sum(numbers) / len(numbers) if numbers else None


def _gathered(sheet: Sheet, nodes: Sequence[Node]) -> tuple[list[str], str, str]:
    """Write the ranges among the arguments, the sum of all, and how many numbers they are."""
    ranges = [sheet.range(node) for node in nodes if is_list(node)]
    single = tuple(node for node in nodes if not is_list(node))
    total = ",".join([*ranges, *(f"IFNA({bare(sheet.text(node))},0)" for node in single)])
    counted = [sheet.text(Call("count", single))] if single else []
    count = "+".join([*(f"COUNT({r})" for r in ranges), *counted])
    return ranges, f"SUM({total})", count


def _sum_sheet(sheet: Sheet, *nodes: Node) -> str:
    ranges, total, count = _gathered(sheet, nodes)
    return sheet.sound(ranges, f"IF({count}=0,{NA},{total})")


def _mean_sheet(sheet: Sheet, *nodes: Node) -> str:
    ranges, total, count = _gathered(sheet, nodes)
    return sheet.sound(ranges, f"IF({count}=0,{NA},{total}/({count}))")


def _over(sheet: Sheet, name: str, node: Node) -> str:
    """Write a function of one list that is blank without numbers."""
    r = sheet.range(node)
    return sheet.sound([r], f"IF(COUNT({r})=0,{NA},{name}({r}))")


def _median(run: Run, node: Node) -> float | None:
    numbers = run.numbers(node)
    return median(numbers) if numbers else None


def _extreme(choose: Callable[[Sequence[float]], float], name: str) -> Function:
    def value(run: Run, *nodes: Node) -> float | None:
        numbers = run.numbers(*nodes) if len(nodes) == 1 else [run.number(node) for node in nodes]
        return choose(numbers) if numbers else None

    def sheet(sheet: Sheet, *nodes: Node) -> str:
        return _over(sheet, name, nodes[0]) if is_list(nodes[0]) else f"{name}({','.join(map(sheet.text, nodes))})"

    return Function(1, 99, _bind_extreme, value, sheet)


def _ordered(name: str, *, reverse: bool) -> Function:
    def value(run: Run, node: Node, n: Node) -> float | None:
        numbers = sorted(run.numbers(node), reverse=reverse)
        k = int(run.number(n))
        return numbers[k - 1] if 1 <= k <= len(numbers) else None

    def sheet(sheet: Sheet, node: Node, n: Node) -> str:
        r, k = sheet.range(node), sheet.text(n)
        return sheet.sound([r], f"IF(OR({k}<1,{k}>COUNT({r})),{NA},{name}({r},{k}))")

    return Function(2, 2, listing(0), value, sheet)


def _rank(run: Run, a: Node, node: Node) -> float:
    x = run.number(a)
    return 1.0 + sum(compare(">", v, x) for v in run.numbers(node))


def _rank_sheet(sheet: Sheet, a: Node, node: Node) -> str:
    r = sheet.range(node)
    return f"(({sheet.text(a)})*0+{sheet.sound([r], f'1+SUMPRODUCT(({r}<>{EMPTY})*({r}>{sheet.text(a)}))')})"


def _sumproduct(run: Run, *nodes: Node) -> float | None:
    rows = [row for row in zip(*map(run.listed, nodes), strict=True) if None not in row]
    return float(sum(math.prod(map(float, row)) for row in rows)) if rows else None


def _sumproduct_sheet(sheet: Sheet, *nodes: Node) -> str:
    ranges = [sheet.range(node) for node in nodes]
    rows = "*".join(f"({r}<>{EMPTY})" for r in ranges)
    return sheet.sound(ranges, f"IF(SUMPRODUCT({rows}*1)=0,{NA},SUMPRODUCT({','.join(ranges)}))")


def _bind_count(binding: Binding, node: Call) -> Typed:
    args = [binding.ref(arg, lists=True) if isinstance(arg, Ref) else binding.bound(arg) for arg in node.args]
    return made(node, [bound for bound, _, _ in args]), NUMBER, ""


def _count(run: Run, *nodes: Node) -> float:
    values = [v for node in nodes for v in run.listed(node)]
    return float(sum(len(v) if isinstance(v, tuple) else v is not None and v is not False for v in values))


def _count_sheet(sheet: Sheet, *nodes: Node) -> str:
    return "+".join(_counted(sheet, node) for node in nodes)


def _counted(sheet: Sheet, node: Node) -> str:
    """Write how many values an argument of count holds."""
    if isinstance(node, Ref) and node.kind == "multi":
        return f'SUMPRODUCT(({sheet.addresses.boxes(node.part, node.name)}="{TICKED}")*1)'
    if isinstance(node, Ref) and node.at == "*":
        r = sheet.range(node)
        if node.kind == NUMBER:
            return sheet.sound([r], f"COUNT({r})")
        sign = f'="{TICKED}"' if node.kind == "bool" else f"<>{EMPTY}"
        return sheet.unbroken(node, f"SUMPRODUCT(({r}{sign})*1)")
    text = sheet.text(node)
    if isinstance(node, Ref) and node.kind == "bool":
        return f"IF({text},1,0)"
    return f"IFNA(1+0*N({text}),0)"


def _bind_most_frequent(binding: Binding, node: Call) -> Typed:
    ref = binding.reference(node.args[0], "choice", whole=True)
    return made(node, [ref]), "choice", ref.list


def _most_frequent(run: Run, ref: Ref) -> str | None:
    chosen = list(run.listed(ref))
    counts = {key: chosen.count(key) for key, _ in ref.choices}
    best = max(counts, key=lambda key: counts[key])
    return best if counts[best] else None


def _most_frequent_sheet(sheet: Sheet, node: Ref) -> str:
    labels = [sheet.addresses.label(node.list, key) for key, _ in node.choices]
    each = [Call("count_if", (Call("=", (node, Chosen(key, list=node.list))),)) for key, _ in node.choices]
    counts, best, text = [sheet.text(one) for one in each], sheet.text(Call("max", tuple(each))), NA
    for label, count in reversed(list(zip(labels, counts, strict=True))):
        text = f"IF({count}={best},{label},{text})"
    return sheet.unbroken(node, f"IF({best}=0,{NA},{text})")


LISTS = {
    "sum": Function(1, 99, _bind_several, _sum, _sum_sheet),
    "sum_from": Function(2, 2, _bind_from, _sum, _from_sheet),
    "mean": Function(1, 99, _bind_several, _mean, _mean_sheet),
    "median": Function(1, 1, listing(0), _median, lambda sheet, node: _over(sheet, "MEDIAN", node)),
    "min": _extreme(min, "MIN"),
    "max": _extreme(max, "MAX"),
    "count": Function(1, 99, _bind_count, _count, _count_sheet),
    "largest": _ordered("LARGE", reverse=True),
    "smallest": _ordered("SMALL", reverse=False),
    "rank": Function(2, 2, listing(1), _rank, _rank_sheet),
    "sumproduct": Function(1, 9, listing(-1), _sumproduct, _sumproduct_sheet),
    "most_frequent": Function(1, 1, _bind_most_frequent, _most_frequent, _most_frequent_sheet),
}
