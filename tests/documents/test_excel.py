"""Workbooks: what they compute when recalculated, what they hold, what Excel and LibreOffice make of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.documents.excel import workbook
from macros.evaluation import EXAMPLE_DAY, Evaluation
from macros.model.tool import Tool
from macros.soundness import agrees, inputs, outcomes
from macros.vademecum import vademecum
from tests.documents.office import POISON, by_ironcalc, entries, fill, plan_of
from tests.workbook import same

FRENCH = vademecum("fr")
TOOLS = [tool for tool in FRENCH.tools if tool.parts]
CASES = [(tool, case) for tool in TOOLS for case in tool.expected]


def written(tool: Tool, case: Any, path: Path, poison: str | None = POISON) -> tuple[Any, Evaluation, Path]:
    """Write the blank workbook of a tool with the inputs of a case in its cells."""
    plan, today = plan_of(FRENCH, tool), EXAMPLE_DAY if case.today is None else date.fromisoformat(case.today)
    evaluation = Evaluation(plan.scope, inputs(tool, case), today)
    book = fill(workbook(FRENCH, tool, filled=False), entries(plan, evaluation, today), poison=poison)
    path.write_bytes(book)
    return plan, evaluation, path


@pytest.mark.parametrize(("tool", "case"), CASES, ids=[f"{tool.id}: {case.name}" for tool, case in CASES])
def test_expected_values_come_out_of_the_blank_workbook(tool: Tool, case: Any, tmp_path: Path) -> None:
    plan, evaluation, path = written(tool, case, tmp_path / "book.xlsx")
    cells = by_ironcalc(path)
    everything = {a: v for a, v in evaluation.values().items() if evaluation.field(*a[:2]).computed}
    found = {a: cells.value(plan, evaluation, a) for a in everything}
    assert [(a, found[a], v) for a, v in everything.items() if not same(found[a], v)] == []
