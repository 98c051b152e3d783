"""web/formula.js: what the browser computes."""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.formula.ground import Problem, Value
from macros.formula.names import RESULT
from macros.pages.formulas import for_browser
from macros.reckoning.evaluation import Address, key
from macros.reckoning.scope import Scope
from tests.browser_code import in_node

_ANSWERS = """given.jobs.map(({ tool, answers, today, asked }) => {
  const plain = (value) => (value instanceof Problem ? { problem: value.name } : value === undefined ? null : value)
  const evaluation = new Evaluation(given.tools[tool], answers, today)
  return { values: asked.map((address) => plain(evaluation.one(...address))), fired: evaluation.fired() }
})"""


def in_browser(
    jobs: list[tuple[Scope, dict[Address, Any], date, list[Address]]],
) -> list[tuple[dict[Address, Value], list[tuple[str, str | None]]]]:
    """Return for each (scope, inputs, today, addresses) the values and the fired checks."""
    scopes = list(dict.fromkeys(scope for scope, *_ in jobs))
    data = [
        {
            "tool": scopes.index(scope),
            "answers": {key(scope.tool, address): value for address, value in inputs.items()},
            "today": today.isoformat(),
            "asked": asked,
        }
        for scope, inputs, today, asked in jobs
    ]
    given = {"tools": [for_browser(scope) for scope in scopes], "jobs": data}
    found = []
    for (_, _, _, asked), job in zip(jobs, in_node("formula.js", _ANSWERS, given), strict=True):
        values = {address: _value(value) for address, value in zip(asked, job["values"], strict=True)}
        found.append((values, [(item["key"], item["at"]) for item in job["fired"]]))
    return found


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        return Problem(value["problem"])
    if isinstance(value, list):
        return tuple(value)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


__all__ = ["RESULT", "in_browser"]
