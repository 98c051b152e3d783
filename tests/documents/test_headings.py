"""Columns and periods bear the names that people give them elsewhere: in workbooks as they type, in filled copies."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from macros.documents.excel.places import Cell
from macros.documents.outline.copies import copy_of
from macros.documents.pdf.sheet import sheet
from macros.documents.word import document
from macros.formula.ground import DAY_ZERO
from macros.model.field import Part
from macros.model.tool import Tool
from macros.reckoning.headings import naming
from macros.reckoning.scope import Scope
from macros.source.vademecum import vademecum
from tests.documents.office import Calculator, by_libreoffice, fill, made, plan_of

V = vademecum("fr")
NAMED = [tool for tool in V.tools if any(part.months or any(f.named for f in part.fields) for part in tool.parts)]
MONTHS = ["nov. 2026", "déc. 2026", "janv. 2027", "févr. 2027"]
BEGUN = "2026-11-30"


def headings(tool: Tool) -> list[tuple[Part, dict[str, Any]]]:
    """Return the parts with columns or periods that people name, and what names each."""
    scope = Scope(tool, V.tool_frame.lists)
    return [(part, named) for part in tool.parts if (named := naming(scope, part))]


@pytest.mark.parametrize("tool", NAMED, ids=lambda tool: tool.id)
def test_headings_of_a_workbook_follow_what_is_typed(tool: Tool, tmp_path: Path) -> None:
    plan = plan_of(V, tool)
    book = Calculator(made("fr", tool.id, filled=False), tmp_path / "book.xlsx")
    blank, named = book.typed({}), book.typed(typed(tool, plan))
    for part, values in headings(tool):
        columns: Any = part.periods if part.months else part.fields
        labels = {column.key: str(column.label) for column in columns}
        for n, key in enumerate(values):
            spot = Cell(plan.blocks[part.key].tab, plan.blocks[part.key].header, 2 + [*labels].index(key))
            assert blank.get(spot) == labels[key]
            if not part.months:
                assert named.get(spot) == f"Chez {n + 1}"
            elif n < len(MONTHS):
                assert named.get(spot) == MONTHS[n]


def typed(tool: Tool, plan: Any) -> dict[Cell, str | float]:
    """Return what names every column and the first month, by cell; months begin on a day that few of them have."""
    found: dict[Cell, str | float] = {}
    for part, values in headings(tool):
        for n, ref in enumerate(values.values()):
            spot = plan.spots[(ref.part, ref.name, ref.at)]
            found[spot] = float((DAY_ZERO.fromisoformat(BEGUN) - DAY_ZERO).days) if part.months else f"Chez {n + 1}"
    return found


def test_libreoffice_reads_them_alike_drawings_too(tmp_path: Path) -> None:
    tool = next(tool for tool in NAMED if tool.id == "competence-gap")
    plan, path = plan_of(V, tool), tmp_path / "book.xlsx"
    path.write_bytes(fill(made("fr", tool.id, filled=False), typed(tool, plan)))
    (cells,) = by_libreoffice([path], tmp_path)
    assert cells.get(Cell(plan.blocks["competences"].tab, plan.blocks["competences"].header, 6)) == "Chez 1"
    drawn = [str(cells.get(Cell(plan.charts, row, 2))) for row in range(60)]
    assert "Chez 1" in drawn


@pytest.mark.parametrize("tool", NAMED, ids=lambda tool: tool.id)
def test_filled_copies_bear_the_names_of_their_example(tool: Tool) -> None:
    filled, blank = copy_of(V, tool, filled=True), copy_of(V, tool, filled=False)
    assert blank.tool == tool
    for part, values in headings(tool):
        shown = filled.tool.part(part.key)
        assert shown
        assert shown == filled.part(part.key)
        columns: Any = shown.periods if part.months else shown.fields
        names = {column.key: str(column.label) for column in columns}
        for key, ref in values.items():
            if (name := filled.evaluation.one(ref.part, ref.name, ref.at)) is not None:
                assert names[key] == name if isinstance(name, str) else names[key].endswith(" 2026")


def test_word_and_pdf_show_them() -> None:
    tool = next(tool for tool in NAMED if tool.id == "competence-gap")
    said = zipfile.ZipFile(io.BytesIO(document(V, tool, filled=True))).read("word/document.xml").decode()
    columns = [
        column["label"] for part in sheet(V, tool, filled=True, site="")["parts"] for column in part.get("columns", ())
    ]
    members = [str(sample.text) for sample in tool.example if sample.part == "members"]
    assert members
    assert all(said.count(name) > 1 for name in members)
    assert set(members) <= {str(one["text"] if isinstance(one, dict) else one) for one in columns}
