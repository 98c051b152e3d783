"""Functions that choose, and those on choices, ticks and texts."""

from __future__ import annotations

from macros.formula.addresses import TICKED
from macros.formula.functions.function import Binding, Function, Run, Sheet, Typed, bare, made, taking
from macros.formula.ground import Value, compare
from macros.formula.names import BOOL, MULTI, NUMBER, TEXT
from macros.formula.nodes import Call, Chosen, FormulaError, Node, Ref

MOST = 5
"""Conditions that one formula of a workbook counts; of more, each half is counted for itself."""


def _bind_if(binding: Binding, node: Call) -> Typed:
    condition = binding.wanted(node.args[0], BOOL)
    branches, kind, of = binding.same(node.args[1:])
    return made(node, [condition, *branches]), kind, of


def _bind_band(binding: Binding, node: Call) -> Typed:
    limits = [binding.wanted(arg, NUMBER) for arg in (node.args[0], *node.args[2::2])]
    labels, kind, of = binding.same(node.args[1::2])
    if len(limits) != len(labels):
        raise FormulaError(node.position, "les bornes ne tombent pas entre les choix", "band(x, :a, 1, :b, 2, :c)")
    mixed = [node for pair in zip(labels, limits[1:], strict=False) for node in pair]
    return made(node, [limits[0], *mixed, labels[-1]]), kind, of


def _band(run: Run, a: Node, *rest: Node) -> Value:
    x = run.number(a)
    for label, limit in zip(rest[::2], rest[1::2], strict=False):
        if compare("<", x, run.number(limit)):
            return run.hard(label)
    return run.hard(rest[-1])


def _band_sheet(sheet: Sheet, a: Node, *rest: Node) -> str:
    given, text = sheet.text(a), sheet.text(rest[-1])
    for label, limit in reversed(list(zip(rest[::2], rest[1::2], strict=False))):
        text = f"IF({given}<{sheet.text(limit)},{sheet.text(label)},{text})"
    return text


def _bind_default(binding: Binding, node: Call) -> Typed:
    both, kind, of = binding.same(node.args)
    return made(node, both), kind, of


def _default(run: Run, a: Node, otherwise: Node) -> Value:
    value = run.soft(a)
    return run.hard(otherwise) if value is None else value


def _bind_blank(binding: Binding, node: Call) -> Typed:
    bound, kind, _ = binding.bound(node.args[0])
    if kind == BOOL:
        raise FormulaError(node.position, "une case est cochée ou non, jamais vide", "s’en servir telle quelle")
    return made(node, [bound]), BOOL, ""


def _blank(run: Run, a: Node) -> bool:
    value = run.soft(a)
    return value is None or value == ()


def _count_true(run: Run, *nodes: Node) -> float:
    return float(sum(value is True for node in nodes for value in run.listed(node)))


def _count_true_sheet(sheet: Sheet, *nodes: Node) -> str:
    if len(nodes) > MOST:
        halves = nodes[: len(nodes) // 2], nodes[len(nodes) // 2 :]
        return "+".join(sheet.text(Call("count_true", half)) for half in halves)
    return "+".join(f"IFNA(IF({bare(sheet.text(node))},1,0),0)" for node in nodes)


def _bind_value(binding: Binding, node: Call) -> Typed:
    ref = binding.reference(node.args[0], "choice")
    if missing := [key for key, value in ref.choices if value is None]:
        wrong = f"le choix « {missing[0]} » n’a pas de valeur"
        raise FormulaError(node.position, wrong, "ajouter « value: … » à chaque choix")
    return made(node, [ref]), NUMBER, ""


def _value_sheet(sheet: Sheet, ref: Ref) -> str:
    lookup = f"({sheet.addresses.labels(ref.list)}={sheet.cell(ref)})*{sheet.addresses.values(ref.list)}"
    return f"IF(ISERROR({sheet.text(ref)}),{sheet.text(ref)},SUMPRODUCT({lookup}))"


def _bind_has(binding: Binding, node: Call) -> Typed:
    ref = binding.reference(node.args[0], MULTI)
    return made(node, [ref, binding.chosen(node.args[1], ref)]), BOOL, ""


def _has(run: Run, ref: Ref, choice: Chosen) -> bool:
    return choice.key in (run.soft(ref) or ())  # type: ignore[operator]


def _has_sheet(sheet: Sheet, ref: Ref, choice: Chosen) -> str:
    return f'({sheet.addresses.box(ref.part, ref.name, choice.key)}="{TICKED}")'


def _counted(text: str) -> int:
    """Count words as a spreadsheet does: a sign after a no-break space (« prêt ? ») is no word of its own."""
    return len([word for word in text.replace("\n", " ").split(" ") if word])


def _words_sheet(sheet: Sheet, a: Node) -> str:
    text = f'TRIM(SUBSTITUTE({sheet.text(a)},CHAR(10)," "))'
    return f'LEN({text})-LEN(SUBSTITUTE({text}," ",""))+1'


TRUTHS = taking(BOOL, gives=BOOL)

CHOOSING = {
    "and": Function(
        2, 2, TRUTHS, lambda run, a, b: bool(run.hard(a) and run.hard(b)), "IF({},{},FALSE)", operator=True
    ),
    "or": Function(2, 2, TRUTHS, lambda run, a, b: bool(run.hard(a) or run.hard(b)), "IF({},TRUE,{})", operator=True),
    "not": Function(1, 1, TRUTHS, lambda run, a: not run.hard(a), "NOT({})", operator=True),
    "if": Function(3, 3, _bind_if, lambda run, c, yes, no: run.hard(yes if run.hard(c) else no), "IF({},{},{})"),
    "band": Function(3, 99, _bind_band, _band, _band_sheet),
    "blank": Function(1, 1, _bind_blank, _blank, "ISNA({})"),
    "filled": Function(1, 1, _bind_blank, lambda run, a: not _blank(run, a), "NOT(ISNA({}))"),
    "default": Function(2, 2, _bind_default, _default, "IFNA({},{})"),
    "count_true": Function(1, 99, taking(BOOL), _count_true, _count_true_sheet),
    "value": Function(1, 1, _bind_value, lambda run, ref: dict(ref.choices).get(str(run.hard(ref))), _value_sheet),
    "has": Function(2, 2, _bind_has, _has, _has_sheet),
    "words": Function(1, 1, taking(TEXT), lambda run, a: float(_counted(str(run.hard(a)))), _words_sheet),
}
