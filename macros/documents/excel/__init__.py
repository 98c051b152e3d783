"""Any tool with parts as a workbook: a Vademecum and a tool go in, the bytes of an XLSX come out.

Sheets: read-me, one for each part (forms that belong together share one), results, charts, example (in the blank
copy), lists; hidden even from the menu ``_meta``, which says for each key of an answer in which cell it stands. Column
A of the input sheets, hidden, holds keys too, with a hidden row for columns and periods, so that answers are found
again after rows were moved.
"""

from __future__ import annotations

import io
from typing import Any

from xlsxwriter.workbook import Workbook

from macros.documents import style
from macros.documents.excel.chart_sheet import ChartSheet
from macros.documents.excel.example import ExampleSheet
from macros.documents.excel.inputs import InputSheet
from macros.documents.excel.lists import META, write_lists, write_meta
from macros.documents.excel.look import Look
from macros.documents.excel.paper import Copy
from macros.documents.excel.plan import HEAD, Plan
from macros.documents.excel.readings import write_readings
from macros.documents.excel.readme import ReadMe, head_row
from macros.documents.excel.results import ResultSheet
from macros.documents.excel.values import Values
from macros.documents.excel.worksheet import Sheet
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.evaluation import EXAMPLE_DAY, Address, example
from macros.version import __version__


def workbook(v: Vademecum, tool: Tool, *, filled: bool, site: str = "") -> bytes:
    """Return a tool as a workbook, blank or filled with the example; built twice it is the same file.

    ``site`` is the address of the site in the language of ``v``, for the foot line; without it, the line names the
    site only.
    """
    plan = Plan(v, tool)
    held = io.BytesIO()
    book = _book(held, v, tool)
    look = Look(book, v.language)
    values = Values(plan, _head(v, tool, filled=filled) | (example(tool) if filled else {}), EXAMPLE_DAY)
    copy = Copy(v, tool, plan, values, book, look, filled, site)
    readme = _sheets(copy)
    for tab in plan.sheets:
        InputSheet(copy, tab).write()
    if plan.has_results:
        ResultSheet(copy).write()
    if tool.charts:
        ChartSheet(copy).write()
    if not filled and tool.example:
        ExampleSheet(copy, Values(plan, example(tool), EXAMPLE_DAY)).write()
    write_lists(copy)
    readme.write()
    write_readings(copy)
    write_meta(copy)
    book.close()
    return held.getvalue()


def _book(held: io.BytesIO, v: Vademecum, tool: Tool) -> Workbook:
    options: dict[str, Any] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(held, options)
    name = str(v.word("site-name"))
    book.set_properties(
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
        book.set_custom_property(key, text)
    return book


def _head(v: Vademecum, tool: Tool, *, filled: bool) -> dict[Address, Any]:
    """Return what the head of the document begins with: the topic, in the example also the cluster and the day."""
    topic = v.by_id.get(tool.topic or "")
    begun: dict[Address, Any] = {(HEAD, "topic", None): topic.title} if topic and hasattr(topic, "title") else {}
    if filled:
        begun |= {(HEAD, "cluster", None): v.word("xlsx-cluster"), (HEAD, "date", None): EXAMPLE_DAY.isoformat()}
    return {at: value for at, value in begun.items() if v.tool_frame.head.field(at[1])}


def _sheets(copy: Copy) -> ReadMe:
    """Add the sheets in the order in which people see them; formulas may name any of them."""
    plan = copy.plan
    readme = ReadMe(copy)
    plan.place_head(head_row(copy.tool))
    tabs = [*plan.sheets, *([plan.results] if plan.has_results else []), *([plan.charts] if copy.tool.charts else [])]
    tabs += [plan.example] if not copy.filled and copy.tool.example else []
    for tab in [*tabs, plan.lists, META]:
        copy.book.add_worksheet(tab, Sheet)
    return readme


__all__ = ["workbook"]
