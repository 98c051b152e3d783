"""What there is to look at in a matrix: checks that hold, gravest first, without gaps; hidden rows do the marking."""

from __future__ import annotations

from pathlib import Path

from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation
from macros.reckoning.expected import inputs
from macros.source.vademecum import vademecum
from tests.documents.office import Calculator, entries, made, plan_of

V = vademecum("fr")
TOOL = next(tool for tool in V.tools if tool.id == "ratio-dashboard")


def test_what_holds_stands_first_and_the_lines_after_it_are_empty(tmp_path: Path) -> None:
    case = next(case for case in TOOL.expected if case.name == "a commercial cluster")
    plan = plan_of(V, TOOL)
    typed = entries(plan, Evaluation(plan.scope, inputs(TOOL, case), EXAMPLE_DAY), EXAMPLE_DAY)
    cells = Calculator(made("fr", TOOL.id, filled=False), tmp_path / "book.xlsx").typed(typed)
    block = plan.blocks["ratios"]
    first = min(block.watch.values()) - len(block.watch)
    lines = [
        [str(cells.get(Cell(block.tab, first + n, column)) or "") for column in range(LABELS, VALUES + 3)]
        for n in range(len(block.watch))
    ]
    thin = next(check for check in TOOL.checks if check.key == "thin-reserve")
    said = f"{thin.kind.sign} {V.word(f'check-{thin.severity}')} {thin.message}"
    assert lines == [[said, "!", "!", "!"], *[[""] * 4] * (len(lines) - 1)]
