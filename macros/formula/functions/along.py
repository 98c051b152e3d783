"""Functions along rows and periods."""

from __future__ import annotations

from macros.formula.functions.function import NA, Binding, Function, Run, Sheet, Typed, made
from macros.formula.ground import Problem, Stop, Value
from macros.formula.names import NUMBER, TEXT
from macros.formula.nodes import Call, Constant, FormulaError, Node, Ref


def _bind(binding: Binding, node: Call) -> Typed:
    first = node.args[0]
    if not isinstance(first, Ref) or first.at is not None or not binding.lookup(first)[1].along:
        raise FormulaError(node.position, f"« {node.name} » suit une ligne ou colonne", f"{node.name}(champ)")
    typed = [binding.ref(first, lists=False), *map(binding.bound, node.args[1:])]
    nodes, kind, of = binding.unified(typed, node.position)
    return made(node, nodes), kind, of


def _beside(step: int) -> Function:
    def value(run: Run, ref: Ref, end: Node | None = None) -> Value:
        places = run.cells.places(ref.part)
        n = places.index(str(run.at)) + step
        if 0 <= n < len(places):
            return run.cells.one(ref.part, ref.name, places[n])
        return run.hard(end) if end else None

    def sheet(sheet: Sheet, ref: Ref, end: Node | None = None) -> str:
        places = sheet.addresses.places(ref.part)
        n = places.index(str(sheet.at)) + step
        if 0 <= n < len(places):
            return sheet.one(ref, places[n])
        return sheet.text(end) if end else NA

    return Function(1, 2, _bind, value, sheet)


def _cumulative(run: Run, ref: Ref) -> float | None:
    places = run.cells.places(ref.part)
    values = [run.cells.one(ref.part, ref.name, at) for at in places[: places.index(str(run.at)) + 1]]
    if problems := [v for v in values if isinstance(v, Problem)]:
        raise Stop(problems[0])
    numbers = [float(v) for v in values if v is not None]  # type: ignore[arg-type]
    return sum(numbers) if numbers else None


def _cumulative_sheet(sheet: Sheet, ref: Ref) -> str:
    r = sheet.addresses.column(ref.part, ref.name, sheet.at)
    return sheet.sound([r], f"IF(COUNT({r})=0,{NA},SUM({r}))")


def _position(run: Run) -> float:
    return float(run.cells.places(run.part).index(str(run.at)) + 1)


def _position_sheet(sheet: Sheet) -> str:
    return sheet.addresses.position(sheet.part, str(sheet.at))


def _bind_group(binding: Binding, node: Call) -> Typed:
    if not (groups := own.groups if (own := binding.own()) else ()):
        raise FormulaError(node.position, "ces lignes ne forment pas de groupes", "ajouter « heading » à l’une")
    return made(node, [Constant(float(n)) for n in groups]), NUMBER, ""


def _group(run: Run, *starts: Node) -> float:
    return float(sum(run.number(start) <= _position(run) for start in starts))


def _group_sheet(sheet: Sheet, *starts: Node) -> str:
    here = float(sheet.addresses.places(sheet.part).index(str(sheet.at)) + 1)
    return str(sum(isinstance(start, Constant) and float(start.value or 0) <= here for start in starts))


def _bind_title(binding: Binding, node: Call) -> Typed:
    own = binding.own()
    if own is None or not own.titles or len(own.titles) < len(own.places):
        raise FormulaError(node.position, "ces lignes n’ont pas toutes un nom", "donner des « rows » à la partie")
    return made(node, [Constant(title) for title in own.titles]), TEXT, ""


def _title(run: Run, *titles: Node) -> Value:
    return run.hard(titles[int(_position(run)) - 1])


ALONG = {
    "previous": _beside(-1),
    "next": _beside(1),
    "cumulative": Function(1, 1, _bind, _cumulative, _cumulative_sheet),
    "position": Function(0, 0, lambda _, node: (node, NUMBER, ""), _position, _position_sheet),
    "group": Function(0, 0, _bind_group, _group, _group_sheet),
    "title": Function(0, 0, _bind_title, _title, lambda sheet, *_: sheet.addresses.title(sheet.part, str(sheet.at))),
}
