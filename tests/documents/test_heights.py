"""Rows of workbooks: what people write shows whole in Excel and LibreOffice, on the screen and on paper."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from macros.documents.excel.lists import META
from macros.documents.excel.look import broken
from macros.documents.excel.places import Cell
from macros.documents.outline.copies import HEAD, copy_of
from macros.model.kinds import FIELD_KINDS
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation
from macros.source.vademecum import languages, vademecum
from tests.covering import telling
from tests.documents.office import MAIN, built, plan_of, sheet_files, tool_of
from tests.documents.synthetic import synthetic
from tests.documents.typed import ARABIC, FRENCH, TypedWorkbook, low, text, typed

CODES = [language.code for language in languages()]
TOOLS = [tool.id for tool in vademecum("fr").tools if tool.parts and "xlsx" in tool.formats]
TELLING = [tool.id for tool in telling([tool_of(vademecum("fr"), name) for name in TOOLS])]
WRITTEN = {name for name, kind in FIELD_KINDS.items() if kind.words}
ARABIC_TOOLS = ["logframe", "partner-profile", "swot-tows"]
"""Those with the most to write; all are looked at in French."""

EVERY = pytest.mark.parametrize(
    ("code", "identifier"),
    [*(("fr", tool) for tool in [*TOOLS, "synthetic"]), *(("ar", tool) for tool in [*ARABIC_TOOLS, "synthetic"])],
)
"""Both directions; English workbooks are laid out as French ones."""


def copies(code: str, identifier: str) -> list[bytes]:
    return [built(code, identifier, filled=filled) for filled in (False, True)]


def sheets(data: bytes) -> dict[str, Any]:
    """Return the XML of each sheet that people see."""
    book = zipfile.ZipFile(io.BytesIO(data))
    return {tab: etree.fromstring(book.read(file)) for tab, file in sheet_files(book).items() if tab != META}


def growing(data: bytes) -> set[str]:
    """Return the styles of cells whose text wraps or that people write in."""
    styles = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("xl/styles.xml"))
    found = set()
    for n, form in enumerate(styles.find(f"{MAIN}cellXfs")):
        said, held = form.find(f"{MAIN}alignment"), form.find(f"{MAIN}protection")
        if (said is not None and said.get("wrapText") == "1") or (held is not None and held.get("locked") == "0"):
            found.add(str(n))
    return found


# ------------------------------------------------------------------ what stands in the files


@EVERY
def test_rows_with_words_or_room_to_write_are_never_set_by_hand(code: str, identifier: str) -> None:
    for data in copies(code, identifier):
        styles, fixed, seen = growing(data), [], 0
        for tab, root in sheets(data).items():
            assert root.find(f"{MAIN}sheetFormatPr").get("customHeight") is None
            for row in root.iter(f"{MAIN}row"):
                cells = [cell.get("r") for cell in row if cell.get("s") in styles]
                seen += len(cells)
                fixed += [(tab, *cells)] if cells and row.get("customHeight") else []
        assert fixed == []
        assert seen > 50


@EVERY
def test_no_cell_with_words_or_room_to_write_is_joined_with_others(code: str, identifier: str) -> None:
    results = str(vademecum(code).word("xlsx-results"))  # whose rows grow by the signs in their hidden cell alone
    for data in copies(code, identifier):
        styles = growing(data)
        joined = []
        for tab, root in sheets(data).items():
            if tab == results:
                continue
            held = {cell.get("r"): cell.get("s") for cell in root.iter(f"{MAIN}c")}
            for merge in root.iter(f"{MAIN}mergeCell"):
                first = merge.get("ref").split(":")[0]
                joined += [(tab, first)] if held.get(first) in styles else []
        assert joined == []


@EVERY
def test_what_people_write_begins_at_the_top_and_prints_on_as_many_pages_as_it_takes(
    code: str, identifier: str
) -> None:
    book = load_workbook(io.BytesIO(built(code, identifier, filled=False)))
    outside, middle = [], []
    tool = tool_of(vademecum(code), identifier)
    unprinted = {plan_of(vademecum(code), tool).blocks[tool.survey.key].tab} if tool.survey else set()  # of one person
    for sheet in (sheet for sheet in book if sheet.sheet_state == "visible" and sheet.title not in unprinted):
        low_, top, high, bottom = range_boundaries(re.sub(r".*!|\$", "", str(sheet.print_area)))
        cells = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
        for cell in cells:
            outside += [] if low_ <= cell.column <= high and top <= cell.row <= bottom else [(sheet.title, cell)]
            middle += [] if cell.alignment.vertical == "top" else [(sheet.title, cell)]
        # Rows grow on a protected sheet only where rows may be formatted: the file says what is refused.
        assert sheet.protection.formatRows is False
        scale = sheet.sheet_properties.pageSetUpPr
        if scale is not None and any(cell.number_format == "@" for cell in cells):
            assert not scale.fitToPage or sheet.page_setup.fitToHeight == 0
    assert (outside, middle) == ([], [])


@pytest.mark.parametrize("code", CODES)
def test_rows_that_people_write_in_keep_room_by_the_signs_in_their_hidden_cell(code: str) -> None:
    book = load_workbook(io.BytesIO(built(code, "partner-profile", filled=False)))
    sheet = book.worksheets[1]
    sizes = {cell.value: cell.font.size for cell in sheet["A"] if cell.value}
    assert sheet.column_dimensions["A"].hidden
    v = vademecum(code)
    long = [
        f"partner-profile.profile#{f.key}" for f in tool_of(v, "partner-profile").parts[0].fields if f.type == "long"
    ]
    assert len(long) > 3
    assert {sizes[key] * 1.2 > 48 for key in long} == {True}
    assert min(sizes.values()) * 1.2 > 15


def test_a_canvas_whose_boxes_would_be_joined_is_a_list() -> None:
    v, tool = vademecum("fr"), synthetic()
    plan = plan_of(v, tool)
    spots = [plan.spot(("canvas", one.key, None)) for one in tool.parts[-1].fields]
    assert {spot.column for spot in spots} == {2}
    assert len({spot.row for spot in spots}) == len(spots)


def test_texts_longer_than_the_tallest_row_are_told_how_to_be_read() -> None:
    sheet = load_workbook(io.BytesIO(built("fr", "partner-profile", filled=False))).worksheets[1]
    told = [rule for rule in sheet.data_validations.dataValidation if rule.type == "textLength"]
    assert {rule.errorStyle for rule in told} == {"information"}
    assert max(int(rule.formula1) for rule in told) > 2000
    assert all("élargissez la colonne" in rule.error and rule.formula1 in rule.error for rule in told)


def test_advice_breaks_at_spaces_and_keeps_its_no_break_spaces() -> None:
    said = "Pourquoi\u202f? Pour «\u00a0voir loin\u00a0», et pour durer"
    found = broken(said, 12)
    assert " ".join(found) == said
    assert len(found) > 2
    assert found[0].startswith("Pourquoi\u202f?")


# ------------------------------------------------------------------ what comes of typing


def filled_in(v: Vademecum, tool: Tool, path: Path) -> tuple[TypedWorkbook, dict[str, Cell]]:
    """Return the blank workbook with long texts to type, and each of their marks with its cell."""
    path.write_bytes(built(v.language.code, tool.id, filled=False))
    plan = plan_of(v, tool)
    evaluation = Evaluation(plan.scope, {}, EXAMPLE_DAY)
    words = ARABIC if v.language.direction == "rtl" else FRENCH
    cells: dict[Cell, str] = {}
    marks: dict[str, Cell] = {}
    for n, (address, spot) in enumerate(plan.spots.items()):
        one, part = evaluation.field(*address[:2]), plan.tool.part(address[0])
        if one is None or one.computed or one.hidden or one.type not in WRITTEN or part is None:
            continue
        if part.survey or (part.kind == "table" and address[2] not in {part.places[0], part.places[-1]}):
            continue  # what one person answers is not printed
        cells[spot], found = text(words, 2300 if one.type == "long" else (94, 300)[n % 2], n)
        marks |= dict.fromkeys(found, spot)
    return TypedWorkbook(path, cells), marks


@pytest.mark.parametrize(("code", "chosen"), [("fr", TELLING), ("ar", ARABIC_TOOLS)])
def test_every_word_typed_in_libreoffice_shows_and_prints(code: str, chosen: list[str], tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("LibreOffice or poppler is not installed")
    v = vademecum(code)
    books = [filled_in(v, tool_of(v, name), tmp_path / f"{name}.xlsx") for name in chosen]
    typed([book for book, _ in books], tmp_path)
    for book, marks in books:
        assert low(book.opened) == [], book.path.stem
        assert low(book.rows) == [], book.path.stem
        printed = book.words()
        assert {mark: spot for mark, spot in marks.items() if mark not in printed} == {}, book.path.stem
        assert max((row.height for row in book.rows), default=0) > 60


REPEATING = ["maturity-check", "monitoring-system", "process-map", "responsibility-matrix"]
"""Tools whose formulas bring what people wrote: into a table, a form, lanes, a summary."""


def test_long_names_that_formulas_repeat_are_shortened_not_cut(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    v, books = vademecum("fr"), []
    for name in REPEATING:
        tool, long = tool_of(v, name), dict[str, str]()
        evaluation = copy_of(v, tool, filled=True).evaluation
        books.append(TypedWorkbook(tmp_path / f"{name}.xlsx", {}))
        books[-1].path.write_bytes(built("fr", name, filled=True))
        for address, spot in plan_of(v, tool).spots.items():
            one, said = evaluation.field(*address[:2]), str(evaluation.raw.get(address) or "")
            if one is not None and one.type in WRITTEN and not one.computed and said and address[0] != HEAD:
                books[-1].cells[spot] = long.setdefault(said, text(FRENCH, 300, len(long))[0])
    typed(books, tmp_path)
    assert [low(book.rows) for book in books] == [[]] * len(books)


def test_the_filled_examples_show_all_their_words_as_they_are_opened(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    books = [
        TypedWorkbook(tmp_path / f"{code}-{name}.xlsx", {})
        for code, name in (("fr", "logframe"), ("ar", "funding-mix"))
    ]
    for book in books:
        code, name = book.path.stem.split("-", 1)
        book.path.write_bytes(built(code, name, filled=True))
    typed(books, tmp_path)
    assert [low(book.opened) for book in books] == [[], []]
    assert all(len(book.opened) > 30 for book in books)


def test_a_row_held_at_its_height_is_found_out(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    v = vademecum("fr")
    book, marks = filled_in(v, tool_of(v, "give-get-balance"), tmp_path / "held.xlsx")
    data = zipfile.ZipFile(io.BytesIO(book.path.read_bytes()))
    with zipfile.ZipFile(book.path, "w") as out:
        for name in data.namelist():
            said = data.read(name)
            if name.startswith("xl/worksheets/sheet"):
                said = re.sub(rb'<row (r="\d+"[^>]*?)(?: ht="[^"]*")?>', rb'<row \1 ht="21" customHeight="1">', said)
            out.writestr(name, said)
    typed([book], tmp_path)
    printed = book.words()
    assert len([mark for mark in marks if mark not in printed]) > 20
