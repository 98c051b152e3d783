"""Workbooks on paper: every page that LibreOffice prints is filled, and can be read at arm's length."""

from __future__ import annotations

import io
import math
import shutil
import subprocess
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw
import pytest
from openpyxl import load_workbook

from macros.source.vademecum import vademecum
from tests.documents.office import built, made, plan_of, tool_of
from tests.documents.printed import size
from tests.documents.test_heights import TOOLS

SIDES, ENDS = 0.55 * 72, 0.75 * 72
"""Margins in points: at the sides, above and below."""

MOST = {"action-register": 19, "action-register-example": 7, "financial-plan": 50, "financial-plan-example": 48}
MOST |= {"maturity-check": 49, "maturity-check-example": 49, "knowledge-map": 23}
"""Pages of one file: of 100 empty rows, of the plan over five years, of 76 questions, of what members know; 22 of
any other."""


@dataclass(frozen=True)
class PrintedPage:
    """How much of its width and height a page uses, and its smallest letters in points; feet are left out."""

    wide: float
    high: float
    least: float


def page_of(page: pypdfium2.PdfPage) -> PrintedPage:
    width, height = page.get_size()
    left, low, right, top, least = width, height, 0.0, 0.0, math.inf
    for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT, pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        a, b, c, d = thing.get_bounds()
        if c > width - SIDES + 9 or c - a < 1 or b < ENDS * 0.75:  # what is cut off, upright lines, the foot
            continue
        left, low, right, top = min(left, a), min(low, b), max(right, c), max(top, d)
        if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
            least = min(least, size(thing))
    return PrintedPage((right - left) / (width - 2 * SIDES), (top - low) / (height - 2 * ENDS), least)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[PrintedPage]]:
    """Print every workbook in French, blank and filled, in one run of LibreOffice."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    for tool in TOOLS:
        for filled in (False, True):
            (folder / f"{tool}{'-example' * filled}.xlsx").write_bytes(built("fr", tool, filled=filled))
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", "pdf"]
    books = sorted(map(str, folder.glob("*.xlsx")))
    subprocess.run([*command, "--outdir", str(folder), *books], check=True, capture_output=True, timeout=300)
    return {path.stem: [page_of(page) for page in pypdfium2.PdfDocument(path)] for path in sorted(folder.glob("*.pdf"))}


def test_every_page_of_every_workbook_is_filled_and_legible(printed: dict[str, list[PrintedPage]]) -> None:
    assert len(printed) == 2 * len(TOOLS)
    pages = {(name, n): page for name, pages in printed.items() for n, page in enumerate(pages, 1)}
    # A sheet made smaller to stay on one page fills its height; a last page may hold a few lines.
    narrow = {at for at, page in pages.items() if page.wide < 0.895 and 0.25 < page.high < 0.9}
    empty = {at[0] for at, page in pages.items() if page.high < 0.03}
    assert {at: pages[at].least for at in pages if pages[at].least < 8} == {}
    assert narrow == set()
    assert empty == set()


def test_a_workbook_takes_as_few_pages_as_can_be_read(printed: dict[str, list[PrintedPage]]) -> None:
    assert {name: len(pages) for name, pages in printed.items() if len(pages) > MOST.get(name, 22)} == {}


def test_what_is_to_look_at_prints_on_one_page_and_says_how_much_of_it_that_is() -> None:
    for tool, cut in (("financial-plan", True), ("funding-mix", True), ("logframe", False)):
        sheet = load_workbook(io.BytesIO(built("fr", tool, filled=False)))["Résultats"]
        (head,) = [row for row in range(1, 60) if sheet.cell(row, 2).value == "Points à regarder"]
        n = int(str(sheet.print_area).rpartition("$")[2]) - head
        said = (f'=IF($C${head}>{n},$AP${head},"")', f"Sur papier\u00a0: les {n} plus graves.")
        assert (sheet.cell(head, 4).value, sheet.cell(head, 42).value) == (said if cut else (None, None))


@pytest.mark.parametrize(("identifier", "part"), [("knowledge-map", "fields"), ("service-catalogue", "services")])
def test_an_example_shows_and_prints_only_the_rows_that_it_fills(identifier: str, part: str) -> None:
    tool = tool_of(vademecum("fr"), identifier)
    block = plan_of(vademecum("fr"), tool).blocks[part]
    sheet = load_workbook(io.BytesIO(made("fr", identifier, filled=True)))[block.tab]
    seen = {at for at, row in block.rows.items() if not sheet.row_dimensions[row + 1].hidden}
    assert seen == {sample.at for sample in tool.example if sample.part == part}
    assert len(seen) < len(block.rows)


def test_an_example_prints_no_empty_page_of_what_to_look_at() -> None:
    tool = tool_of(vademecum("fr"), "project-workbook")
    sheet = load_workbook(io.BytesIO(made("fr", tool.id, filled=True)))[str(vademecum("fr").word("xlsx-results"))]
    assert not sheet.row_breaks.brk


def test_a_large_workbook_shows_few_sheets_and_what_nobody_takes_away_is_out_of_sight_or_not_printed() -> None:
    book = load_workbook(io.BytesIO(built("fr", "financial-plan", filled=False)))
    seen = [sheet for sheet in book if sheet.sheet_state == "visible"]
    unseen = [sheet.title.lstrip("0123456789 ") for sheet in book if sheet.sheet_state == "hidden"]
    left_out = [str(sheet.print_area).endswith("!$A$1") for sheet in seen]
    assert len(seen) < 22, [sheet.title for sheet in seen]
    assert {"Croissance retenue", "Année 1 par mois", "Listes"} <= {*unseen}
    assert [sheet.title for sheet, out in zip(seen, left_out, strict=True) if out] == ["Exemple"]
    said = " ".join(str(row[2]) for row in book.worksheets[0].iter_rows(values_only=True))
    assert "18 Croissance retenue · 19 Année 1 par mois · Listes" in said


def test_parts_of_as_many_columns_stand_below_each_other() -> None:
    book = load_workbook(io.BytesIO(built("fr", "financial-plan", filled=True)))
    sheet = next(sheet for sheet in book if sheet.title.endswith("Comptes annuels"))
    names = [str(row[1].value) for row in sheet.iter_rows()]
    assert names.index("Compte de résultat") < names.index("Trésorerie") < names.index("Bilan")
    years = [row[2].value for row in sheet.iter_rows() if row[2].value == "Année 1"]
    assert len(years) == 3
    assert sheet.print_title_rows is not None


def test_feet_from_right_to_left_name_a_font_with_their_letters() -> None:
    for code, font in (("ar", "DejaVu Sans"), ("en", "Arial")):
        book = load_workbook(io.BytesIO(made(code, "logframe", filled=False)))
        heads = [(sheet.oddHeader, sheet.oddFooter) for sheet in book if sheet.sheet_state == "visible"]
        fonts = {one.font for pair in heads for edge in pair for one in (edge.left, edge.right) if one.text}
        assert {str(name).split(",")[0] for name in fonts} == {font}
