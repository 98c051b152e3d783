"""What the script of a tool's form computes with: shapes, types and formula trees, no words."""

from __future__ import annotations

from typing import Any

from macros.formula.names import RESULT
from macros.formula.tree import tree
from macros.model.field import Check, Field, Part
from macros.reckoning.evaluation import key, start
from macros.reckoning.headings import naming
from macros.reckoning.scope import Scope


def for_browser(scope: Scope) -> dict[str, Any]:
    """Return the tool as JSON for web/formula.js; ``start`` holds values by flat key."""
    tool = scope.tool
    return {
        "id": tool.id,
        "parts": [_part(scope, part) for part in tool.parts],
        "results": [_field(scope, RESULT, field) for field in tool.results],
        "checks": [_check(scope, check) for check in tool.checks],
        "start": {key(tool, address): value for address, value in start(tool).items()},
    }


def _check(scope: Scope, check: Check) -> dict[str, Any]:
    bound = scope.condition(check)
    entry = {"key": check.key, "severity": check.severity, "part": check.part, "when": tree(bound.node)}
    return entry | {"own": True} if bound.own else entry


def _part(scope: Scope, part: Part) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "key": part.key,
        "along": part.along,
        "rows": [row.key for row in part.rows],
        "free": part.blank_rows,
        "periods": [period.key for period in part.periods],
        "survey": part.survey,
        "fields": [_field(scope, part.key, field) for field in part.fields],
    }
    named = {key: tree(value) for key, value in naming(scope, part).items()}
    return entry | ({"named": named} if named else {})


def _field(scope: Scope, part: str, field: Field) -> dict[str, Any]:
    entry: dict[str, Any] = {"key": field.key, "type": field.type, "holds": field.kind.holds}
    if choices := scope.choices(field):
        entry["choices"] = [choice.key for choice in choices]
    if field.default is not None:
        entry["default"] = field.default
    if not field.computed and field.kind.amount:
        entry |= {name: n for name, n in (("min", field.min), ("max", field.max)) if n is not None}
    if field.computed:
        formula = scope.formula(part, field)
        entry["value"] = tree(formula.node)
        if formula.own:
            entry["own"] = True
    return entry
