"""web/formula.js under the pinned Node: what the browser computes."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from typing import Any

from macros.formula.ground import Problem, Value
from macros.formula.names import RESULT
from macros.pages.formulas import for_browser
from macros.reckoning.evaluation import Address, key
from macros.reckoning.scope import Scope
from macros.source.vademecum import ROOT
from tests.web_build import node

_SCRIPT = """
import { Evaluation, Problem } from %s
import { readFileSync } from "node:fs"
const jobs = JSON.parse(readFileSync(0, "utf8"))
const plain = (value) => (value instanceof Problem ? { problem: value.name } : value === undefined ? null : value)
const answer = ({ tool, answers, today, asked }) => {
  const evaluation = new Evaluation(tool, answers, today)
  return { values: asked.map((address) => plain(evaluation.one(...address))), fired: evaluation.fired() }
}
process.stdout.write(JSON.stringify(jobs.map(answer)))
"""


def in_browser(
    jobs: list[tuple[Scope, dict[Address, Any], date, list[Address]]],
) -> list[tuple[dict[Address, Value], list[tuple[str, str | None]]]]:
    """Return for each (scope, inputs, today, addresses) the values and the fired checks."""
    data = [
        {
            "tool": for_browser(scope),
            "answers": {key(scope.tool, address): value for address, value in inputs.items()},
            "today": today.isoformat(),
            "asked": asked,
        }
        for scope, inputs, today, asked in jobs
    ]
    script = _SCRIPT % json.dumps((ROOT / "web" / "formula.js").as_uri())
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, input=json.dumps(data), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = []
    for (_, _, _, asked), job in zip(jobs, json.loads(done.stdout), strict=True):
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
