"""No word of a heading is broken in a workbook: its column is as wide as the longest."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from macros.documents.breadth import longest_word
from macros.documents.excel import workbook
from macros.model.tool import Tool
from macros.source.vademecum import vademecum

LETTER, INDENT = 1.1, 1.3
"""Digits that a bold letter of 10.5 points takes at most on average in a word of ten, and an indent."""


@pytest.mark.parametrize("code", ["fr", "en", "ar"])
@pytest.mark.parametrize("name", ["action-plan", "change-readiness", "project-workbook", "trend-radar"])
def test_headings_beside_drawings_keep_their_words_whole(name: str, code: str) -> None:
    v = vademecum(code)
    book = load_workbook(io.BytesIO(workbook(v, v.get(Tool, name), filled=False, site="")))
    sheet = book[str(v.word("xlsx-charts"))]
    widths = {
        get_column_letter(n): 0 if one.hidden else one.width
        for one in sheet.column_dimensions.values()
        for n in range(one.min, one.max + 1)
    }
    heads = [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.font.b and cell.alignment.wrap_text and cell.border.bottom.style
    ]
    broken = [
        cell.value
        for cell in heads
        if not cell.value.startswith("=") and widths.get(cell.column_letter)
        if longest_word(cell.value) * LETTER * cell.font.sz / 10.5 + INDENT > widths[cell.column_letter] - 0.7
    ]
    assert heads
    assert broken == []
