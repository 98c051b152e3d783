"""Functions that go through the rows at which conditions hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.formula.addresses import TICKED
from macros.formula.functions.function import EMPTY, NA, Binding, Function, Run, Sheet, Typed, made
from macros.formula.ground import Problem, Value, compare
from macros.formula.names import BOOL, MULTI, NUMBER
from macros.formula.nodes import COMPARISONS, Call, FormulaError, Node, Ref, is_list, through

# binding


def _bind(binding: Binding, node: Call, *lists: Ref) -> Call:
    """Bind a call whose first arguments are these lists, and all others conditions on their rows."""
    conditions = [_condition(binding, arg) for arg in node.args[len(lists) :]]
    if len({binding.lookup(ref)[1].places for arg in (*lists, *conditions) for ref in through(arg)}) > 1:
        raise FormulaError(node.position, "ces listes n’ont pas les mêmes lignes", "prendre des listes d’une partie")
    if not all(map(through, conditions)):
        raise FormulaError(node.position, "une condition ne compte aucune liste", "écrire partie.champ[]")
    return made(node, [*lists, *conditions])


def _bind_rows(binding: Binding, node: Call) -> Typed:
    return _bind(binding, node), NUMBER, ""


def _bind_numbers(binding: Binding, node: Call) -> Typed:
    return _bind(binding, node, binding.reference(node.args[0], NUMBER, whole=True)), NUMBER, ""


def _bind_share(binding: Binding, node: Call) -> Typed:
    bound = _bind(binding, node)
    if not any(ref.kind != BOOL for arg in bound.args for ref in through(arg)):
        wrong = "des cases seules ne disent pas combien de lignes comptent"
        raise FormulaError(node.position, wrong, "ajouter filled(partie.champ[])")
    return bound, NUMBER, ""


def _bind_place(binding: Binding, node: Call) -> Typed:
    return _one_row(binding, node), NUMBER, ""


def _bind_pick(binding: Binding, node: Call) -> Typed:
    first = node.args[0]
    if not isinstance(first, Ref) or first.at != "*":
        raise FormulaError(node.position, "une colonne était attendue ici", "écrire partie.champ[]")
    ref, kind, of = binding.ref(first, lists=True)
    if kind in {BOOL, MULTI}:
        raise FormulaError(node.position, "des cases ne se reprennent pas", "prendre une autre colonne")
    assert isinstance(ref, Ref)  # noqa: S101 (binding a name gives a name)
    return _one_row(binding, node, ref), kind, of


def _one_row(binding: Binding, node: Call, *lists: Ref) -> Call:
    """Bind conditions of which all hold at one row of a table: its place is counted down a column."""
    bound = _bind(binding, node, *lists)
    if any(binding.lookup(ref)[1].along != "rows" for arg in bound.args for ref in through(arg)):
        raise FormulaError(node.position, "des périodes ne sont pas des lignes", "prendre les colonnes d’un tableau")
    return bound


def _condition(binding: Binding, node: Node) -> Node:
    """Bind a condition on each row of a list."""
    if isinstance(node, Call) and node.name in COMPARISONS and isinstance(node.args[0], Ref):
        return binding.comparison(node, lists=True)[0]
    if isinstance(node, Call) and node.name in {"filled", "blank"} and isinstance(node.args[0], Ref):
        return made(node, [binding.ref(node.args[0], lists=True)[0]])
    if isinstance(node, Ref):
        return binding.reference(node, BOOL, whole=True)
    wrong = "ce n’est pas une condition sur une liste"
    raise FormulaError(node.position, wrong, "écrire partie.champ[] = valeur, ou filled(partie.champ[])")


# in Python


def _rows(run: Run, nodes: Sequence[Node]) -> Iterator[int]:
    """Yield the numbers of the rows at which every condition holds; problems and blank limits stop."""
    for node in nodes:
        for ref in through(node):
            if ref.kind == NUMBER:
                list(run.listed(ref))
    for node in nodes:
        if isinstance(node, Call) and node.name in COMPARISONS:
            for arg in node.args:
                if not is_list(arg):
                    run.hard(arg)
    whole = next(ref for node in nodes for ref in through(node))
    for n in range(len(run.cells.places(whole.part))):
        if all(_holds(run, node, n) for node in nodes):
            yield n


def _item(run: Run, node: Node, n: int) -> Value:
    """Return the value of a list at a row, or of anything else."""
    if isinstance(node, Ref) and node.at == "*":
        return run.cells.one(node.part, node.name, run.cells.places(node.part)[n])
    return run.hard(node)


def _holds(run: Run, node: Node, n: int) -> bool:
    """Tell whether a condition holds at a row."""
    if isinstance(node, Ref):
        return _item(run, node, n) is True
    assert isinstance(node, Call)  # noqa: S101 (the binder admits nothing else)
    if node.name in {"filled", "blank"}:
        return (_item(run, node.args[0], n) is not None) == (node.name == "filled")
    a, b = (_item(run, arg, n) for arg in node.args)
    return not any(v is None or isinstance(v, Problem) for v in (a, b)) and compare(node.name, a, b)


def _count_if(run: Run, *nodes: Node) -> float:
    return float(sum(1 for _ in _rows(run, nodes)))


def _share_if(run: Run, *nodes: Node) -> float | None:
    hits = _count_if(run, *nodes)
    lists = [ref for node in nodes for ref in through(node) if ref.kind != BOOL]
    columns = [[run.cells.one(r.part, r.name, at) for at in run.cells.places(r.part)] for r in lists]
    judged = sum(None not in row for row in zip(*columns, strict=True))
    return hits / judged if judged else None


def _chosen(run: Run, node: Node, conditions: Sequence[Node]) -> list[float]:
    """Return the numbers of a list at which the conditions hold."""
    values = list(run.listed(node))
    return [float(values[n]) for n in _rows(run, conditions) if values[n] is not None]  # type: ignore[arg-type]


def _sum_if(run: Run, node: Node, *conditions: Node) -> float | None:
    numbers = _chosen(run, node, conditions)
    return sum(numbers) if numbers else None


def _mean_if(run: Run, node: Node, *conditions: Node) -> float | None:
    numbers = _chosen(run, node, conditions)
    return sum(numbers) / len(numbers) if numbers else None


def _place_if(run: Run, *nodes: Node) -> float | None:
    rows = list(_rows(run, nodes))
    return float(rows[0] + 1) if len(rows) == 1 else None


def _pick(run: Run, node: Node, *conditions: Node) -> Value:
    values, place = list(run.listed(node)), _place_if(run, *conditions)
    return None if place is None else values[int(place) - 1]


# in a workbook


def _ranges(sheet: Sheet, nodes: Sequence[Node]) -> tuple[list[str], str]:
    """Write the number ranges in conditions, and their product: 1 in each row where all hold."""
    lists = [sheet.range(ref) for node in nodes for ref in through(node) if ref.kind == NUMBER]
    return lists, "*".join(_holding(sheet, node) for node in nodes)


def _holding(sheet: Sheet, node: Node) -> str:
    """Write one condition over whole ranges."""
    if isinstance(node, Ref):
        return f'({sheet.range(node)}="{TICKED}")'
    assert isinstance(node, Call)  # noqa: S101 (the binder admits nothing else)
    if node.name in {"filled", "blank"}:
        return f"({sheet.range(node.args[0])}{'<>' if node.name == 'filled' else '='}{EMPTY})"
    sides = [sheet.range(arg) if is_list(arg) else sheet.text(arg) for arg in node.args]
    if node.name == "=" and not all(map(is_list, node.args)):  # one value, never empty: an empty row is not equal to it
        return f"({sides[0]}={sides[1]})"
    whole = [(r, arg) for r, arg in zip(sides, node.args, strict=True) if isinstance(arg, Ref) and arg.at == "*"]
    filled = [f"({r}<>{EMPTY})*" for r, _ in whole]
    sound = [f"({r}<>{sheet.addresses.message()})*" for r, arg in whole if arg.computed and arg.kind != NUMBER]
    return f"{''.join(filled + sound)}({sides[0]}{node.name}{sides[1]})"


def _count_if_sheet(sheet: Sheet, *nodes: Node) -> str:
    lists, rows = _ranges(sheet, nodes)
    return sheet.sound(lists, f"SUMPRODUCT({rows}*1)")


def _share_if_sheet(sheet: Sheet, *nodes: Node) -> str:
    lists, rows = _ranges(sheet, nodes)
    named = dict.fromkeys(sheet.range(ref) for node in nodes for ref in through(node) if ref.kind != BOOL)
    judged = f"SUMPRODUCT({'*'.join(f'({r}<>{EMPTY})' for r in named)}*1)"
    return sheet.sound(lists, f"IF({judged}=0,{NA},SUMPRODUCT({rows}*1)/{judged})")


def _sum_if_sheet(sheet: Sheet, node: Node, *nodes: Node, mean: bool = False) -> str:
    r, (_, rows) = sheet.range(node), _ranges(sheet, nodes)
    count = sheet.text(Call("count_if", (*nodes, Call("filled", (node,)))))  # a problem in conditions is one here
    total = f"SUMPRODUCT({rows}*1,{r})" + (f"/{count}" if mean else "")
    return sheet.sound([r], f"IF({count}=0,{NA},{total})")


def _mean_if_sheet(sheet: Sheet, node: Node, *nodes: Node) -> str:
    return _sum_if_sheet(sheet, node, *nodes, mean=True)


def _place_if_sheet(sheet: Sheet, *nodes: Node) -> str:
    count = sheet.text(Call("count_if", nodes))
    whole = next(ref for node in nodes for ref in through(node))
    first = sheet.addresses.cell(whole.part, whole.name, sheet.addresses.places(whole.part)[0])
    rows = f"SUMPRODUCT({_ranges(sheet, nodes)[1]}*(ROW({sheet.range(whole)})-ROW({first})+1))"
    return f"IF({count}=1,{rows},{NA})"


def _pick_sheet(sheet: Sheet, node: Node, *nodes: Node) -> str:
    assert isinstance(node, Ref)  # noqa: S101 (the binder admits nothing else)
    r = sheet.range(node)
    picked = f"INDEX({r},{sheet.text(Call('place_if', nodes))})"
    text = f"IF(LEN({picked})=0,{NA},{picked})"
    return sheet.sound([r], text) if node.kind == NUMBER else sheet.unbroken(node, text)


CONDITIONS = {
    "count_if": Function(1, 9, _bind_rows, _count_if, _count_if_sheet),
    "share_if": Function(1, 9, _bind_share, _share_if, _share_if_sheet),
    "sum_if": Function(2, 9, _bind_numbers, _sum_if, _sum_if_sheet),
    "mean_if": Function(2, 9, _bind_numbers, _mean_if, _mean_if_sheet),
    "place_if": Function(1, 9, _bind_place, _place_if, _place_if_sheet),
    "pick": Function(2, 9, _bind_pick, _pick, _pick_sheet),
}
