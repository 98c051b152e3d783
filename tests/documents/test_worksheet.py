"""What ``excel/worksheet.py`` knows of the inside of XlsxWriter: these fail when another version is made otherwise."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree
from xlsxwriter.workbook import Workbook

from macros.documents.excel.worksheet import GrowingSheet, SharingSheet
from macros.source.vademecum import ROOT
from tests.documents.office import MAIN

INSIDE = re.compile(r"super\(\)\._|\b_(?:xml|write|prepare)_\w|\b(?!self)[a-z]\w*\._[a-z]|\.(?:table\b|default_row)")


def written(fill: Callable[[Workbook, Any], None], kind: type[GrowingSheet] = GrowingSheet) -> Any:
    """Return the XML of a sheet of this kind that ``fill`` has filled."""
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True})
    fill(book, book.add_worksheet("a", kind))
    book.close()
    return etree.fromstring(zipfile.ZipFile(held).read("xl/worksheets/sheet1.xml"))


def rows(root: Any) -> dict[str, tuple[str | None, str | None]]:
    """Return the height of each row, and whether it is marked as set by hand."""
    return {row.get("r"): (row.get("ht"), row.get("customHeight")) for row in root.iter(f"{MAIN}row")}


def cells(root: Any) -> dict[str, tuple[dict[str, str], str, str]]:
    """Return the type of each cell, the attributes and text of its formula, and its value."""
    return {
        cell.get("r"): (dict(cell.find(f"{MAIN}f").attrib), *(cell.findtext(f"{MAIN}{tag}") or "" for tag in "fv"))
        for cell in root.iter(f"{MAIN}c")
    }


def test_only_one_module_knows_of_the_inside_of_xlsxwriter() -> None:
    modules = (ROOT / "macros/documents/excel").glob("*.py")
    assert [path.name for path in modules if INSIDE.search(path.read_text(encoding="utf-8"))] == ["worksheet.py"]


def test_rows_that_wrap_or_take_words_are_not_marked_as_set_by_hand() -> None:
    def fill(book: Workbook, sheet: GrowingSheet) -> None:
        forms = [{}, {"text_wrap": True}, {"locked": False}]
        for row, form in enumerate(forms):
            sheet.set_row(row, 30)
            sheet.write_blank(row, 0, None, book.add_format(form))
        sheet.set_row(3, 30)

    assert rows(written(fill)) == {"1": ("30", "1"), "2": ("30", None), "3": ("30", None), "4": ("30", "1")}


def test_a_height_that_is_the_usual_one_is_neither_said_nor_set_by_hand() -> None:
    def fill(book: Workbook, sheet: GrowingSheet) -> None:
        sheet.set_default_row(21)
        for row in range(2):
            sheet.set_row(row, 21 if row else 30)
            sheet.write_blank(row, 0, None, book.add_format({"text_wrap": True}))

    root = written(fill)
    usual = root.find(f"{MAIN}sheetFormatPr")
    assert (usual.get("defaultRowHeight"), usual.get("customHeight")) == ("21", None)
    assert rows(root) == {"1": ("30", None), "2": (None, None)}


def test_a_formula_that_gives_an_empty_text_says_so() -> None:
    def fill(_: Workbook, sheet: GrowingSheet) -> None:
        sheet.write_formula("A1", '=""', None, "")
        sheet.write_formula("B1", "=1", None, 1)

    types = {cell.get("r"): cell.get("t") for cell in written(fill).iter(f"{MAIN}c")}
    assert types == {"A1": "str", "B1": None}


def test_the_first_cell_holds_a_shared_formula_the_others_its_number() -> None:
    def fill(_: Workbook, sheet: SharingSheet) -> None:
        sheet.share(0, 1, 0, 3, ("B1:B2", 'A1&"<#"'))
        sheet.share(1, 1, 0, "")
        sheet.write_formula(2, 1, "=A3", None, 5)

    root = written(fill, SharingSheet)
    assert cells(root) == {
        "B1": ({"t": "shared", "ref": "B1:B2", "si": "0"}, 'A1&"<#"', "3"),
        "B2": ({"t": "shared", "si": "0"}, "", ""),
        "B3": ({}, "A3", "5"),
    }
    assert [cell.get("t") for cell in root.iter(f"{MAIN}c")] == [None, "str", None]


def test_a_formula_stands_in_the_file_as_it_was_written() -> None:
    root = written(lambda _, sheet: sheet.write_formula(0, 0, "=_xlfn.IFNA(DROP(B1),2)"))
    assert cells(root)["A1"][1] == "_xlfn.IFNA(DROP(B1),2)"
    root = written(lambda _, sheet: sheet.write_formula(0, 0, "=DROP(B1)"))
    assert cells(root)["A1"][1] == "DROP(B1)"
