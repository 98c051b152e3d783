"""The expected values of a tool: what it must compute from its example or other inputs, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from macros.formula.bind import Binder
from macros.formula.ground import Problem, Value, equal
from macros.formula.names import RESULT
from macros.formula.nodes import FormulaError, Ref
from macros.formula.parse import parse
from macros.model.case import Case
from macros.model.tool import Tool
from macros.reckoning.evaluation import EXAMPLE_DAY, Address, Evaluation, addresses, example
from macros.reckoning.scope import Scope


def inputs(tool: Tool, case: Case) -> dict[Address, Any]:
    """Return the inputs of an expected case by address; raise FormulaError when ``change`` names nothing."""
    values = example(tool) if case.inputs == "example" else addresses(tool, case.inputs)
    for text, value in case.change.items():
        ref = parse(text)
        if not isinstance(ref, Ref) or (part := tool.part(ref.part)) is None or part.field(ref.name) is None:
            raise FormulaError(0, f"« {text} » ne désigne aucun champ", "écrire partie.champ ou partie.champ[ligne]")
        values[(ref.part, ref.name, ref.at)] = value
    return values


def evaluated(scope: Scope, case: Case) -> Evaluation:
    """Return the tool with the inputs of an expected case, on its day."""
    today = date.fromisoformat(case.today) if case.today else EXAMPLE_DAY
    return Evaluation(scope, inputs(scope.tool, case), today)


def outcomes(evaluation: Evaluation, case: Case) -> Iterator[tuple[str, Any, Value]]:
    """Yield (name, expected, computed) for everything that a case gives; raise FormulaError at an unknown name."""
    fired = {f.check.key for f in evaluation.fired()}
    checks = {f"check.{check.key}": check.key in fired for check in evaluation.scope.tool.checks}
    for name, expected in case.gives.items():
        yield name, expected, checks[name] if name in checks else _value(evaluation, name)


def _value(evaluation: Evaluation, name: str) -> Value:
    node = parse(name)
    if not isinstance(node, Ref):
        raise FormulaError(0, f"« {name} » n’est pas un nom", "écrire résultat, partie.champ[ligne] ou check.clé")
    ref = Binder(evaluation.scope, RESULT).ref(node, lists=False)[0]
    assert isinstance(ref, Ref)  # noqa: S101 (binding a name gives a name)
    return evaluation.one(ref.part, ref.name, ref.at)


def agrees(expected: Any, value: Value, within: float) -> bool:
    """Tell whether a computed value is the expected one; ``problem`` stands for any problem."""
    if isinstance(value, Problem):
        return bool(expected == "problem")
    if isinstance(value, bool) or isinstance(expected, bool) or value is None:
        return bool(value is expected)
    if isinstance(value, float) and isinstance(expected, int | float):
        return equal(value, expected) or abs(value - expected) <= within
    return bool((list(value) if isinstance(value, tuple) else value) == expected)
