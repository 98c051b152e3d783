"""The sheets on which one person answers a survey: one page each, with what the counting workbook takes."""

from __future__ import annotations

import io
from pathlib import Path

import pdfua
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from macros.documents import excel, pdf
from macros.documents.locales import has_form
from macros.model.survey import groups, steps
from macros.model.tool import Tool
from macros.source.vademecum import languages, vademecum
from tests.documents.opened import audit

SURVEYS = [tool.id for tool in vademecum("fr").tools if tool.survey]
EACH = pytest.mark.parametrize("name", SURVEYS)


def survey(name: str, code: str = "fr") -> Tool:
    return vademecum(code).get(Tool, name)


@EACH
@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_a_sheet_of_paper_is_one_page_and_has_fields_where_they_can_be(name: str, code: str, tmp_path: Path) -> None:
    tool = survey(name, code)
    made = pdf.answer_sheet(vademecum(code), tool)
    read = PdfReader(io.BytesIO(made))
    assert len(read.pages) == 1
    fields = read.get_fields() or {}
    named = {f"{tool.id}.{tool.survey.key}#{field.key}" for field in tool.survey.fields} if tool.survey else set()
    assert {key for key, field in fields.items() if field.get("/FT")} == (named if has_form(code) else set())
    if not fields:
        (tmp_path / "answer.pdf").write_bytes(made)
        assert pdfua.validate(str(tmp_path / "answer.pdf")).findings == ()


def test_marks_of_a_question_are_the_steps_between_its_bounds() -> None:
    tool = survey("satisfaction-survey")
    assert tool.survey
    asked = {field.key: list(steps(field)) for field in tool.survey.fields}
    assert (asked["results"], asked["recommend"], asked["wish"]) == ([1, 2, 3, 4, 5], list(range(11)), [])
    read = PdfReader(io.BytesIO(pdf.answer_sheet(vademecum("fr"), tool)))
    scale = (read.get_fields() or {})["satisfaction-survey.answers#recommend"]
    assert {state for state in scale["/_States_"] if state != "/Off"} == {f"/{n}" for n in range(11)}


def test_what_is_asked_of_several_things_in_the_same_words_stands_in_rows() -> None:
    rows = [len(asked.rows) for asked in groups(survey("demand-survey"))]
    assert rows == [1, 12, 1]
    assert all(len(asked.rows) == 1 for asked in groups(survey("satisfaction-survey")))


@EACH
def test_the_row_to_copy_has_the_columns_of_the_sheet_that_counts(name: str, tmp_path: Path) -> None:
    v, tool = vademecum("fr"), survey(name)
    made = excel.answer_sheet(v, tool)
    assert made == excel.answer_sheet(v, tool), "built twice it is the same file"
    path = tmp_path / "answer.xlsx"
    path.write_bytes(made)
    assert audit(path) == []
    form, line, *_ = load_workbook(path).worksheets
    assert (form.sheet_properties.pageSetUpPr.fitToPage, form.page_setup.orientation) == (True, "portrait")
    header, row = ([cell.value for cell in cells if cell.value] for cells in list(line.iter_rows(min_row=5, max_row=6)))
    assert tool.survey
    assert header == [str(field.label) for field in tool.survey.fields]
    assert len(row) == len(header)
    assert all(text.startswith("=IF('") for text in row)
    (tmp_path / "count.xlsx").write_bytes(excel.workbook(v, tool, filled=False))
    counting = load_workbook(tmp_path / "count.xlsx").worksheets[1]
    rows = [
        [str(text or "").split("\n")[0].rstrip(" *") for text in cells]
        for cells in counting.iter_rows(values_only=True)
    ]
    columns = next(names for names in rows if header[-1] in names)
    assert columns[columns.index(header[0]) :][: len(header)] == header
    assert counting.print_area.count(":") <= 1, "nobody’s answer is printed"
