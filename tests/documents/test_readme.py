"""The first sheet of a workbook: what people must know before they begin."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros.documents.excel import workbook
from macros.source.vademecum import vademecum

V = vademecum("fr")
LINE = 75
"""Letters of what a sheet is for: one line of the read-me."""


def readme(name: str) -> Worksheet:
    """Return the first sheet of a tool's blank workbook."""
    tool = next(tool for tool in V.tools if tool.id == name)
    return load_workbook(io.BytesIO(workbook(V, tool, filled=False, site="")))[str(V.word("xlsx-readme"))]


@pytest.mark.parametrize(("name", "lists"), [("action-register", True), ("ratio-dashboard", False)])
def test_it_says_how_to_sort_where_there_are_lists(name: str, *, lists: bool) -> None:
    said = {str(cell.value).replace("\u00a0", " ") for cell in readme(name)["C"]}
    assert (str(V.word("xlsx-how-sort")).replace("\u00a0", " ") in said) is lists


def test_sheets_of_a_large_workbook_stand_in_groups_by_colour_and_say_what_they_are_for() -> None:
    rows = [(row[1], str(row[2].value or "")) for row in readme("financial-plan").iter_rows()]
    start = next(n for n, (cell, _) in enumerate(rows) if cell.value == "Dans ce classeur")
    end = next(n for n, (cell, _) in enumerate(rows) if cell.value == str(V.word("xlsx-know")))
    heads = [(str(cell.value), cell.font.color.rgb) for cell, about in rows[start + 1 : end] if not about]
    assert [name for name, _ in heads][:3] == ["Résultats", "Ce que vous supposez", "Ce qui entre et ce qui sort"]
    assert heads[-1][0] == "Pour comprendre"
    assert all(one != after for (_, one), (_, after) in pairwise(heads[:6]))


def test_what_a_sheet_is_for_takes_one_line() -> None:
    parts = [(code, part) for code in ("fr", "en", "ar") for tool in vademecum(code).tools for part in tool.parts]
    assert [str(part.about) for _, part in parts if part.about and len(part.about) > LINE] == []
