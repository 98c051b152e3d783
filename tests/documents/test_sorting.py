"""Lists that people sort in LibreOffice, once the sheet is unprotected: rows stay whole, and results what they were."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from macros.documents.excel.places import VALUES, Cell
from macros.documents.outline.parts import counter
from macros.formula.names import RESULT
from macros.model.tool import Tool
from macros.source.vademecum import vademecum
from tests.documents.office import Recalculated, as_saved, made, plan_of
from tests.documents.typed import run

V = vademecum("fr")
LISTS = [("project-workbook", "packages"), ("project-workbook", "risks"), ("competence-gap", "competences"),
         ("funding-mix", "sources"), ("training-plan", "needs"), ("action-register", "actions")]  # fmt: skip
BASIC = (Path(__file__).parent / "sorted.bas").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_sorted_list_keeps_its_rows_whole_and_its_results(tmp_path: Path) -> None:
    orders = []
    for tool, part in LISTS:
        given, block = tmp_path / f"{tool}-{part}.xlsx", plan_of(V, V.get(Tool, tool)).blocks[part]
        given.write_bytes(made("fr", tool, filled=True))
        ends = [block.first, block.end - 1, block.said - (not block.watch), block.named_by]
        orders.append("\t".join(map(str, [given.as_uri(), saved(given).as_uri(), block.tab, *ends])))
    run(BASIC, "\n".join(orders), tmp_path)
    for tool, part in LISTS:
        compare(V.get(Tool, tool), part, tmp_path / f"{tool}-{part}.xlsx")


def saved(path: Path) -> Path:
    """Return where a sorted workbook is saved."""
    return path.with_name(f"sorted-{path.name}")


def compare(tool: Tool, part: str, path: Path) -> None:
    """Hold a sorted workbook against the one before: the same rows in another order, the same results."""
    plan, before, after = plan_of(V, tool), as_saved(path), as_saved(saved(path))
    block = plan.blocks[part]

    def rows(book: Recalculated) -> list[tuple[str, ...]]:
        numbered = counter(block.part)  # it counts rows where they stand
        shown = [n for n, field in enumerate(block.part.fields) if not field.hidden and field is not numbered]
        columns = [VALUES + n for n in shown]
        lines = [[book.get(Cell(block.tab, row, column)) for column in columns] for row in block.rows.values()]
        return [tuple(map(said, line)) for line in lines if any(map(said, line))]

    assert rows(after) != rows(before), path.name
    assert Counter(rows(after)) == Counter(rows(before)), path.name
    for result in tool.results:
        spot = plan.spots[(RESULT, result.key, None)]
        assert said(after.get(spot)) == said(before.get(spot)), (path.name, result.key)


def said(value: object) -> str:
    """Return a value as a text; numbers to nine digits."""
    return "" if value is None else f"{value:.9g}" if isinstance(value, float) else str(value)
