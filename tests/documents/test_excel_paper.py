"""Workbooks on paper: every page that LibreOffice prints is filled, and can be read at arm's length."""

from __future__ import annotations

import math
import shutil
import subprocess
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw
import pytest

from tests.documents.office import built
from tests.documents.printed import size
from tests.documents.test_heights import TOOLS

SIDES, ENDS = 0.55 * 72, 0.75 * 72
"""Margins in points: at the sides, above and below."""

MOST = 30
"""Pages of one file; those of the 76 questions and of the plan over five years take more."""

LARGE = ("maturity-check", "financial-plan")


@dataclass(frozen=True)
class Page:
    """How much of its width and height a page uses, and its smallest letters in points; feet are left out."""

    wide: float
    high: float
    least: float


def page_of(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    left, low, right, top, least = width, height, 0.0, 0.0, math.inf
    for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT, pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        a, b, c, d = thing.get_bounds()
        if c > width - SIDES + 9 or c - a < 1 or b < ENDS * 0.75:  # what is cut off, upright lines, the foot
            continue
        left, low, right, top = min(left, a), min(low, b), max(right, c), max(top, d)
        if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
            least = min(least, size(thing))
    return Page((right - left) / (width - 2 * SIDES), (top - low) / (height - 2 * ENDS), least)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
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


def test_every_page_of_every_workbook_is_filled_and_legible(printed: dict[str, list[Page]]) -> None:
    assert len(printed) == 2 * len(TOOLS)
    narrow = [
        (name, n, page)
        for name, pages in printed.items()
        for n, page in enumerate(pages, 1)
        # None is empty. A sheet made smaller to stay on one page fills its height; a last one may hold a few lines.
        if page.high <= 0 or (page.wide < 0.82 and 0.3 < page.high < 0.8)
    ]
    # LibreOffice draws the labels of the radar, which stand all around it, smaller than they are set.
    small = [
        (name, n, page)
        for name, pages in printed.items()
        for n, page in enumerate(pages, 1)
        if page.least < (6 if "maturity" in name else 8)
    ]
    assert (narrow, small) == ([], [])


def test_a_workbook_takes_as_few_pages_as_can_be_read(printed: dict[str, list[Page]]) -> None:
    many = {name: len(pages) for name, pages in printed.items() if len(pages) > MOST and not name.startswith(LARGE)}
    assert many == {}
    assert len(printed["action-register-example"]) <= 8
    assert max(map(len, printed.values())) < 70
