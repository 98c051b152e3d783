"""What to look at is said where it holds, with sign, weight and number; where it does not, nothing states it."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pypdf
import pytest
from openpyxl import Workbook, load_workbook

from macros.documents.excel import workbook
from macros.documents.excel.places import Cell
from macros.documents.excel.results import HELPERS
from macros.documents.outline.copies import Copy, copy_of
from macros.documents.pdf import tool_sheet
from macros.documents.word import document
from macros.model.kinds import SEVERITIES
from macros.model.tool import Tool
from macros.pages.components import component
from macros.pages.form import Form
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation
from macros.source.vademecum import vademecum
from tests.documents.office import Calculator, entries, made, plan_of
from tests.documents.opened import Opened

V = vademecum("fr")
TOOL = V.get(Tool, "ratio-dashboard")
"""It has checks along periods, some of which hold in its example."""

EITHER = pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])


@cache
def copy(*, filled: bool) -> Copy:
    """Return a copy of the tool."""
    return copy_of(V, TOOL, filled=filled)


@cache
def book(*, filled: bool) -> Workbook:
    """Return the workbook of the tool with what its formulas came to."""
    return load_workbook(io.BytesIO(workbook(V, TOOL, filled=filled, site="")), data_only=True)


def silent() -> list[str]:
    """Return the messages of checks that do not hold in the example."""
    return [str(check.message) for check in TOOL.checks if check.key not in copy(filled=True).fired]


def said(*, filled: bool) -> list[str]:
    """Return every text in sight of the workbook, but for what its formulas look up."""
    sheets = [sheet for sheet in book(filled=filled) if sheet.title != V.word("xlsx-lists")]
    return [
        str(cell.value) for sheet in sheets for row in sheet.iter_rows(max_col=HELPERS) for cell in row if cell.value
    ]


def test_a_workbook_states_only_what_holds() -> None:
    stated = [text for filled in (False, True) for text in said(filled=filled) if any(one in text for one in silent())]
    assert (len(silent()) > 0, stated) == (True, [])


@EITHER
def test_a_workbook_says_on_top_how_many_points_there_are(*, filled: bool) -> None:
    sheet = book(filled=filled)[str(V.word("xlsx-results"))]
    row = next(row for row in sheet.iter_rows() if row[1].value == V.word("xlsx-points"))
    fired = [check for check in copy(filled=True).checks if filled]
    lines = [sheet.cell(row[1].row + 1 + n, 2).value or "" for n in range(len(fired) + 1)]
    signed = [f"{check.kind.sign} {V.word(f'check-{check.severity}')} {check.message}" for check in fired]
    assert row[2].value == len(fired)
    assert lines == ([*signed, ""] if fired else [f"✓ {V.word('checks-none')}"])


def test_what_may_come_to_hold_is_not_printed() -> None:
    lists = book(filled=False)[str(V.word("xlsx-lists"))]
    held = " ".join(str(cell.value) for row in lists.iter_rows() for cell in row)
    assert all(str(check.message) in held for check in TOOL.checks)
    assert (lists.print_area, lists.column_dimensions["A"].hidden) == (f"'{lists.title}'!$A$1", True)


def text(kind: str, *, filled: bool) -> str:
    """Return what a Word document or a sheet of paper says, in one line."""
    if kind == "word":
        return Opened(document(V, TOOL, filled=filled, site="")).text()
    pages = pypdf.PdfReader(io.BytesIO(tool_sheet(V, TOOL, filled=filled, site=""))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split()).replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["word", "paper"])
def test_paper_says_if_where_it_cannot_know(kind: str) -> None:
    blank, filled = (text(kind, filled=filled).replace("\u00a0", " ") for filled in (False, True))
    weights = [str(V.word(f"check-{name}")) for name in SEVERITIES]
    number = str(V.word("checks-count", len(copy(filled=True).checks))).replace("\u00a0", " ")
    assert (str(V.word("checks-if")) in blank, [w for w in weights if w in blank], number in filled) == (True, [], True)
    assert [
        one for one in silent() if one.replace("\u00a0", " ") in filled and one not in map(str, TOOL.warnings)
    ] == []


def test_a_page_gives_each_message_its_sign() -> None:
    page = component("tool-form", V, lambda identifier: identifier, tool=TOOL, form_of=lambda one: Form(V, one))
    (template,) = [line for line in page.splitlines() if 'data-check="cash-twice"' in line]
    assert '<span aria-hidden="true">✕</span>' in template


def test_a_row_of_a_list_says_its_gravest_point_and_how_many_more(tmp_path: Path) -> None:
    calendar, name, owner = V.get(Tool, "events-calendar"), ("events", "title", "r1"), ("events", "owner", "r1")
    plan = plan_of(V, calendar)
    calculator = Calculator(made("fr", calendar.id, filled=False), tmp_path / "book.xlsx")
    said = {}
    for inputs in ({}, {name: "Visite"}, {name: "Visite", owner: "Claire Morel"}):
        cells = calculator.typed(entries(plan, Evaluation(plan.scope, inputs, EXAMPLE_DAY), EXAMPLE_DAY))
        block = plan.blocks["events"]
        said[len(inputs)] = str(cells.get(Cell(block.tab, block.first, block.said)) or "")
    warned = f"! {V.word('check-warning')} "
    assert said[0] == ""
    assert said[1] == f"{warned}{next(c.message for c in calendar.checks if c.key == 'no-owner')} (+ 2)"
    assert said[2] == f"{warned}{next(c.message for c in calendar.checks if c.key == 'no-follow-up')} (+ 1)"
