"""The first sheet of a workbook: what people must know before they begin."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros.documents.excel import workbook
from macros.source.vademecum import vademecum

V = vademecum("fr")


def readme(name: str) -> Worksheet:
    """Return the first sheet of a tool's blank workbook."""
    tool = next(tool for tool in V.tools if tool.id == name)
    return load_workbook(io.BytesIO(workbook(V, tool, filled=False, site="")))[str(V.word("xlsx-readme"))]


@pytest.mark.parametrize(("name", "lists"), [("action-register", True), ("ratio-dashboard", False)])
def test_it_says_how_to_sort_where_there_are_lists(name: str, *, lists: bool) -> None:
    said = {str(cell.value).replace("\u00a0", " ") for cell in readme(name)["C"]}
    assert (str(V.word("xlsx-how-sort")).replace("\u00a0", " ") in said) is lists
