"""Hidden steps of a tool are reckoned, and nobody has to look at them; years are no amounts."""

from __future__ import annotations

import io

import pypdf
import pytest
from openpyxl import load_workbook
from pydantic import ValidationError

from macros.documents.excel import workbook
from macros.documents.excel.values import number_format
from macros.documents.pdf import tool_sheet
from macros.documents.word import document
from macros.model.field import Field
from macros.model.tool import Tool
from macros.model.words import Words
from macros.pages.components import component
from macros.pages.form import Form
from macros.source.vademecum import vademecum
from tests.documents.opened import Opened

V = vademecum("fr")


def tool(name: str) -> Tool:
    """Return a tool of the vade-mecum."""
    return next(one for one in V.tools if one.id == name)


def test_a_workbook_reckons_with_a_column_that_it_does_not_show() -> None:
    book = load_workbook(io.BytesIO(workbook(V, tool("funding-application"), filled=True, site="")))
    sheet = next(one for one in book if one.title.endswith("Vingt pièces du dossier"))
    heads = {str(cell.value).split("\n")[0]: cell for row in sheet.iter_rows() for cell in row if cell.value}
    hidden = {name: sheet.column_dimensions[heads[name].column_letter].hidden for name in ("Prêt", "Pièce demandée")}
    assert hidden == {"Prêt": False, "Pièce demandée": True}
    assert sheet.cell(heads["Pièce demandée"].row + 1, heads["Pièce demandée"].column).data_type == "f"


def test_a_year_has_no_thousands() -> None:
    assert [number_format(kind, 0, "fr") for kind in ("num", "year")] == ["#,##0", "0"]


def test_a_number_that_can_only_be_a_year_is_one() -> None:
    fields = [(one.id, field) for one in V.tools for part in one.parts for field in part.fields]
    bounds = [(at, field) for at, field in fields if (field.min or 0) >= 1900 and (field.max or 0) <= 2100]
    assert {field.type for _, field in bounds} == {"year"}, bounds


def test_a_matrix_hides_a_line() -> None:
    book = load_workbook(io.BytesIO(workbook(V, tool("ratio-dashboard"), filled=True, site="")))
    sheet = next(one for one in book if one.title.endswith("Cinq ratios"))
    lines = {str(row[1].value): row[1].row for row in sheet.iter_rows()}
    free = next(row for name, row in lines.items() if name.startswith("Flux disponible"))
    assert [sheet.row_dimensions[row].hidden for row in (lines["Année remplie"], free)] == [True, False]


def test_paper_and_word_leave_it_out() -> None:
    asked = tool("funding-application")
    sheet = pypdf.PdfReader(io.BytesIO(tool_sheet(V, asked, filled=False, site="")))
    texts = [Opened(document(V, asked, filled=False, site="")).text(), "".join(p.extract_text() for p in sheet.pages)]
    assert [("Prêt" in text, "Pièce prête" in text) for text in texts] == [(True, False)] * 2


def test_a_page_holds_it_out_of_sight() -> None:
    asked = tool("go-nogo")
    page = component("tool-form", V, lambda identifier: identifier, tool=asked, form_of=lambda one: Form(V, one))
    cells = [text.split(">", 1)[0] for text in page.split("<td ") if 'data-value="statements.points"' in text]
    assert {cell.endswith(" data-step") for cell in cells} == {True}


def test_a_result_that_is_only_a_step_is_seen_nowhere() -> None:
    asked = tool("go-nogo")
    first, *others = asked.results
    step = first.model_copy(update={"label": Words("Pas intermédiaire"), "hidden": True})
    asked = asked.model_copy(update={"results": (step, *others)})
    page = component("tool-form", V, lambda identifier: identifier, tool=asked, form_of=lambda one: Form(V, one))
    sheet = load_workbook(io.BytesIO(workbook(V, asked, filled=True, site="")))[str(V.word("xlsx-results"))]
    row = next(row[1].row for row in sheet.iter_rows() if row[1].value == step.label)
    paper = pypdf.PdfReader(io.BytesIO(tool_sheet(V, asked, filled=True, site="")))
    texts = [Opened(document(V, asked, filled=True, site="")).text(), "".join(p.extract_text() for p in paper.pages)]
    (shown,) = [line for line in page.split("<div") if str(step.label) in line]
    assert [str(step.label) in text for text in texts] == [False, False]
    assert (sheet.row_dimensions[row].hidden, shown.split(">", 1)[0].endswith(" data-step")) == (True, True)


def test_what_people_fill_in_is_never_hidden() -> None:
    with pytest.raises(ValidationError, match="formula or given only"):
        Field.model_validate({"id": "a.b", "key": "b", "type": "num", "label": "B", "hidden": True})
