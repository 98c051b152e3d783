"""All that a workbook asks of the inside of XlsxWriter, which its manual does not promise: no other module knows of it.

``tests/documents/test_worksheet.py`` fails where another version is made otherwise.

Excel and LibreOffice fit a row to its words as long as it is not marked as set by hand (``customHeight``), on typing,
and newer ones on opening. XlsxWriter marks every row whose height it writes. A height that we only estimate stands in
the file without the mark: LibreOffice before 24.2 shows rows as the file says until something is typed into them.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_BY_HAND = "customHeight"


class GrowingSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows grow, but for those that hold neither words that wrap nor room to write."""

    def grows(self, row: int) -> bool:
        """Tell whether a row, from 0, holds a cell that wraps or that people write in."""
        return any(_open(cell.format) for cell in self.table.get(row, {}).values())

    def _prepare_formula(self, formula: str, *_: Any, **__: Any) -> str:
        # Ours are as files hold them: looking in each for dozens of newer functions took a fifth of the time.
        return formula.removeprefix("=")

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        super()._xml_start_tag_unencoded(tag, self._free(tag, attributes))

    def _xml_empty_tag(self, tag: str, attributes: Any = ()) -> None:
        # A default height set by hand would hold back each row that has none of its own.
        kept = [item for item in attributes if item[0] != _BY_HAND] if tag == "sheetFormatPr" else attributes
        super()._xml_empty_tag(tag, kept)

    def _free(self, tag: str, attributes: Any) -> Any:
        """Return the attributes of a row without the mark if it grows, and without a height that is the usual one."""
        if tag != "row":
            return attributes
        said = dict(attributes)
        usual = said.get("ht") == f"{self.default_row_height * 0.75:.16g}"
        if not self.grows(int(said["r"]) - 1):
            return attributes
        return [item for item in attributes if item[0] != _BY_HAND and not (usual and item[0] == "ht")]

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any = ()) -> None:
        # Without a type, a program that does not recalculate would read an empty text as 0.
        typed = [*attributes, ("t", "str")] if result == "" else attributes
        super()._xml_formula_element(formula, result, typed)


class SharingSheet(GrowingSheet):
    """A worksheet on which cells may share a formula: the first holds it, with the range, the others its number."""

    def share(self, row: int, column: int, number: int, held: Any, first: tuple[str, str] = ("", "")) -> None:
        """Write a cell of the formula with this number; the ``first`` cell takes the range and the formula."""
        self.write_formula(row, column, "#".join(("", str(number), *first)), None, held)

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any = ()) -> None:
        if not formula.startswith("#"):
            super()._xml_formula_element(formula, result, attributes)
            return
        number, place, text = formula[1:].split("#", 2)
        typed = dict(attributes) | ({"t": "str"} if isinstance(result, str) else {})
        shared = [("t", "shared"), *([("ref", place)] if place else []), ("si", number)]
        self._xml_start_tag("c", list(typed.items()))
        self._xml_data_element("f", text, shared)
        self._xml_data_element("v", str(result))
        self._xml_end_tag("c")


def _open(form: Format | None) -> bool:
    return form is not None and bool(form.text_wrap or not form.locked)
