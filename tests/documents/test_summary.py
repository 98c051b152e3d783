"""The summary of the self-assessment: two pages that a board holds in its hands."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros.documents.excel import workbook
from macros.model.tool import Tool
from macros.reckoning.soundness import check_tool
from macros.source.vademecum import vademecum

V = vademecum("fr")
TOOL = next(tool for tool in V.tools if tool.id == "maturity-check")


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    held = io.BytesIO(workbook(V, TOOL, filled=True, site=""))
    return load_workbook(held, data_only=True)[str(V.word("xlsx-summary"))]


def line(sheet: Worksheet, first: str) -> list[str]:
    """Return what a line says after its first cell."""
    row = next(row for row in sheet.iter_rows(min_col=2) if str(row[0].value or "").startswith(first))
    return [str(cell.value) for cell in row[1:] if cell.value is not None]


def test_it_says_whose_it_is_and_how_far_each_phase_and_topic_is(sheet: Worksheet) -> None:
    assert (sheet["C2"].value, str(sheet["B2"].value)[:10]) == (str(V.word("example-cluster")), "2026-06-30")
    assert [line(sheet, name) for name in ("Questions notées", "Préparation", "Premiers pas")] == [
        ["21.0"], ["0.525"], ["0.4"]
    ]  # fmt: skip


def test_a_priority_names_a_tool_that_helps_its_owner_and_its_date(sheet: Worksheet) -> None:
    assert line(sheet, "Que gagne chaque partenaire")[2:] == [
        "Équilibre entre apports et bénéfices", "Remplir la grille des apports avec chaque membre", "Claire Morel",
        "2026-07-31 00:00:00",
    ]  # fmt: skip


def test_priorities_begin_the_second_page_beside_a_drawing_of_three_scores_on_the_first(sheet: Worksheet) -> None:
    row = next(cell.row for cell in sheet["B"] if cell.value == "Dix premières priorités")
    assert [one.id for one in sheet.row_breaks.brk] == [row - 1]
    assert [len(chart.series) for chart in sheet._charts] == [3]  # noqa: SLF001 (openpyxl has no other way)


@pytest.mark.parametrize(
    "update", [{"rows": "none"}, {"names": "none"}, {"chart": "none"}, {"figures": ("topics.none[]",)}]
)
def test_a_summary_of_what_is_not_there_is_refused(update: dict[str, object]) -> None:
    assert TOOL.summary
    wrong: Tool = TOOL.model_copy(update={"summary": TOOL.summary.model_copy(update=update)})
    faults = check_tool(wrong, V.tool_frame.lists, lambda _: ("file", 1))
    assert [fault.place for fault in faults if "summary" in str(fault)] == ["maturity-check.summary"]
