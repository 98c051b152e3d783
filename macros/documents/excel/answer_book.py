"""The workbook on which one person answers a survey: a sheet to fill in, and one with the row to copy from it."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from macros.documents.excel.book import Book
from macros.documents.excel.inputs import InputSheet
from macros.documents.excel.lists import write_lists
from macros.documents.excel.look import Look
from macros.documents.excel.naming import quoted
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS
from macros.documents.excel.plan import FIRST, GUIDES, Plan
from macros.documents.excel.values import Values
from macros.documents.excel.worksheet import GrowingSheet
from macros.documents.outline.copies import copy_of
from macros.model.field import Field, Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum

WIDTH = 16
"""Digits of a column of the row to copy."""


def answered(v: Vademecum, tool: Tool) -> Tool:
    """Return a survey as what one person fills in: the fields of a row, one below the other, and nothing else."""
    assert tool.survey is not None  # noqa: S101 (only surveys have such a workbook)
    said = v.word("survey-promise-group")
    form = {"kind": "form", "title": tool.title, "guidance": said, "blank_rows": 0, "survey": False}
    nothing = dict.fromkeys(("results", "checks", "charts", "example", "expected", "variants"), ())
    return tool.model_copy(update={"parts": (tool.survey.model_copy(update=form),), "next_steps": False, **nothing})


def write_answer(xlsx: Workbook, v: Vademecum, tool: Tool, site: str) -> None:
    """Write the sheets of the workbook."""
    copy = copy_of(v, answered(v, tool), filled=False)
    plan = Plan(copy)
    book = Book(copy, plan, Values(plan, copy), xlsx, Look(xlsx, v.language), site)
    form, line = next(iter(plan.sheets)), plan.tabs.take(v.word("survey-line"))
    for tab in (form, line, plan.lists):
        xlsx.add_worksheet(tab, GrowingSheet)
    InputSheet(book, form).write()
    page = xlsx.get_worksheet_by_name(form)
    page.set_portrait()
    page.fit_to_pages(1, 1)
    _line(book, line, form)
    write_lists(book)
    page.activate()


def _line(book: Book, tab: str, form: str) -> None:
    """Write the row to copy: what stands in each field, in the order of the columns of the sheet of answers."""
    paper, part, v = Paper(book, tab), book.plan.sheets[form][0], book.v
    last = LABELS + len(part.fields) - 1
    paper.printed = False
    paper.columns(dict.fromkeys(range(LABELS, last + 1), WIDTH), table=True)
    paper.title(v.word("survey-line"), v.word("survey-line-guide"), last, GUIDES)
    for n, field in enumerate(part.fields):
        paper.write(FIRST, LABELS + n, field.label, "column")
        held = f"{quoted(form)}{_cell(book, part, field)}"
        paper.sheet.write_formula(FIRST + 1, LABELS + n, f'=IF({held}="","",{held})', paper.look("calc"), "")
    paper.finish(FIRST + 2, last)


def _cell(book: Book, part: Part, field: Field) -> str:
    spot = book.plan.spot((part.key, field.key, None))
    return str(xl_rowcol_to_cell(spot.row, spot.column))
