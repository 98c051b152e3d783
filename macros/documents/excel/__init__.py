"""Any tool with parts as a workbook: a Vademecum and a tool go in, the bytes of an XLSX come out.

Sheets: read-me, one for each part (forms that belong together share one, as do parts of which the first names a
sheet), results, charts; then, out of print, the example (in the blank copy); out of sight, what only reckons, and
lists; hidden even from the menu ``_meta``, which says for each key of an answer in which cell it stands. Column A of
the input sheets, hidden, holds keys too, with a hidden row for columns and periods, so that answers are found again
after rows were moved.
"""

from __future__ import annotations

import io
from typing import Any

from xlsxwriter.workbook import Workbook

from macros.documents import style
from macros.documents.excel.answer_book import write_answer
from macros.documents.excel.book import Book
from macros.documents.excel.chart_sheet import ChartSheet
from macros.documents.excel.example_sheet import ExampleSheet
from macros.documents.excel.guards import write_guards
from macros.documents.excel.inputs import InputSheet
from macros.documents.excel.lists import META, write_lists, write_meta
from macros.documents.excel.look import DIGIT, FONT, Look
from macros.documents.excel.plan import Plan
from macros.documents.excel.readings import write_readings
from macros.documents.excel.readme import ReadMe, head_row
from macros.documents.excel.results import ResultSheet
from macros.documents.excel.summary import SummarySheet
from macros.documents.excel.values import Values
from macros.documents.excel.worksheet import GrowingSheet
from macros.documents.outline.copies import copy_of
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.version import __version__


def workbook(v: Vademecum, tool: Tool, *, filled: bool, site: str = "") -> bytes:
    """Return a tool as a workbook, blank or filled with the example; built twice it is the same file.

    ``site`` is the address of the site in the language of ``v``, for the foot line; without it, the line names the
    site only.
    """
    copy = copy_of(v, tool, filled=filled)
    plan, held = Plan(copy), io.BytesIO()
    xlsx = _file(held, v, tool)
    book = Book(copy, plan, Values(plan, copy), xlsx, Look(xlsx, v.language), site)
    readme = _sheets(book)
    for tab in plan.sheets:
        InputSheet(book, tab).write()
    if plan.has_results:
        ResultSheet(book).write()
    tables = ChartSheet(book).write() if tool.charts else {}
    if tool.summary:
        SummarySheet(book, tool.summary).write(tables[tool.summary.chart])
    if book.shows_example:
        ExampleSheet(book, Values(plan, copy.as_example())).write()
    write_lists(book)
    readme.write()
    write_readings(book)
    write_guards(book)
    write_meta(book)
    xlsx.close()
    return held.getvalue()


def answer_sheet(v: Vademecum, tool: Tool, *, site: str = "") -> bytes:
    """Return the workbook on which one person answers a survey."""
    held = io.BytesIO()
    xlsx = _file(held, v, tool)
    write_answer(xlsx, v, tool, site)
    xlsx.close()
    return held.getvalue()


def _file(held: io.BytesIO, v: Vademecum, tool: Tool) -> Workbook:
    options: dict[str, Any] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": DIGIT, "font_scheme": False},
    }
    xlsx = Workbook(held, options)
    name = str(v.word("site-name"))
    xlsx.set_properties(
        {
            "title": str(tool.title),
            "subject": str(tool.purpose),
            "author": name,
            "keywords": tool.id,
            "comments": f"{name} {__version__} · {v.language.name}",
            "created": style.MADE.replace(tzinfo=None),
        }
    )
    for key, text in (("tool", tool.id), ("version", __version__), ("language", v.language.code)):
        xlsx.set_custom_property(key, text)
    return xlsx


def _sheets(book: Book) -> ReadMe:
    """Add the sheets in the order in which people see them; formulas may name any of them."""
    plan = book.plan
    readme = ReadMe(book)
    plan.place_head(head_row(book.tool))
    for tab in [*plan.tabs_seen(example=book.shows_example), *plan.tabs_unseen, META]:
        book.xlsx.add_worksheet(tab, GrowingSheet)
    return readme
