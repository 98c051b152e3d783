"""What was pasted as text into cells for numbers is read as pages read it; the same table of examples."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.documents.excel import workbook
from macros.documents.excel.places import Cell
from macros.documents.excel.plan import Plan
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.evaluation import Address
from macros.source.vademecum import vademecum
from tests.documents.office import Recalculated, by_ironcalc, by_libreoffice, fill, plan_of, sheet_files
from tests.reckoning.test_numerals import TABLE

COLUMNS = {"money": "amount", "num": "months", "pct": "certainty"}
"""Columns of the tool ``funding-mix`` for each type; it has sixteen free rows."""

LANGUAGES = sorted({line[0] for line in TABLE})


@cache
def in_language(code: str) -> Vademecum:
    """Return the French vade-mecum as that of a language with other numbers."""
    french = vademecum("fr")
    return french.model_copy(update={"language": french.language.model_copy(update={"code": code})})


def tool() -> Tool:
    return vademecum("fr").get(Tool, "funding-mix")


@cache
def built(code: str) -> tuple[Plan, bytes]:
    v = in_language(code)
    return plan_of(v, tool()), workbook(v, tool(), filled=False)


def pasted(code: str, lines: list[Any], path: Path) -> list[tuple[Any, Cell]]:
    """Write a workbook with the lines of one type, each in a row; return where each is read."""
    plan, book = built(code)
    name = COLUMNS[lines[0][1]]
    addresses = [("sources", name, f"r{n}") for n, _ in enumerate(lines, 1)]
    cells: dict[Cell, str | float] = {plan.spot(a): line[2] for a, line in zip(addresses, lines, strict=True)}
    path.write_bytes(fill(book, cells))
    return [(line, number(plan, a)) for a, line in zip(addresses, lines, strict=True)]


def number(plan: Plan, address: Address) -> Cell:
    """Return where the number of a cell is read, whatever the bounds of its field."""
    spot = plan.readings[address]
    return Cell(spot.tab, spot.row, spot.column + plan.reading_width)


def wrong(found: list[tuple[Any, Cell]], cells: Recalculated) -> list[Any]:
    """List the lines that the workbook reads otherwise; what is no number stays the text that it was."""
    return [(line, cells.get(spot)) for line, spot in found if not agrees(line, cells.get(spot))]


def agrees(line: Any, held: Any) -> bool:
    _, _, typed, number, _ = line
    if number is None:
        return bool(held == typed)
    return isinstance(held, int | float) and held == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_workbook_reads_the_table_as_pages_do(code: str, tmp_path: Path) -> None:
    for kind in COLUMNS:
        lines = [line for line in TABLE if line[:2] == (code, kind)]
        for n, some in enumerate(lines[at : at + 16] for at in range(0, len(lines), 16)):
            path = tmp_path / f"{kind}{n}.xlsx"
            assert wrong(pasted(code, some, path), by_ironcalc(path)) == []


def test_libreoffice_reads_them_too_and_computes_with_them(tmp_path: Path) -> None:
    chosen = [(code, kind) for code in ("fr", "ar", "hi") for kind in COLUMNS]
    groups = [[line for line in TABLE if line[:2] == pair][:16] for pair in chosen]
    paths = [tmp_path / f"{code}-{kind}.xlsx" for code, kind in chosen]
    found = [pasted(lines[0][0], lines, path) for lines, path in zip(groups, paths, strict=True)]
    for places, cells in zip(found, by_libreoffice(paths, tmp_path), strict=True):
        assert wrong(places, cells) == []


@pytest.mark.parametrize(
    ("code", "typed", "total"),
    [
        ("fr", ["1\u202f500,50", "١٬٥٠٠", 12], 3012.5),
        ("en", ["1,500", "1.500", "€ 20"], 1521.5),
        ("fr", ["1 500", "beaucoup"], None),
        ("fr", [" ", ""], ""),
        ("fr", [-5000, "-3", 12], 12),
    ],
)
def test_formulas_compute_with_what_was_read(code: str, typed: list[Any], total: Any, tmp_path: Path) -> None:
    plan, book = built(code)
    cells = {plan.spot(("sources", "amount", f"r{n}")): text for n, text in enumerate(typed, 1)}
    path = tmp_path / "book.xlsx"
    path.write_bytes(fill(book, cells))
    held = by_ironcalc(path).get(plan.spot(("result", "total", None)))
    assert held == (str(plan.v.word("xlsx-problem")) if total is None else total)


def test_the_sheet_of_readings_is_hidden_and_shares_its_formulas() -> None:
    _, book = built("fr")
    given = zipfile.ZipFile(io.BytesIO(book))
    text = given.read(sheet_files(given)["_numbers"]).decode()
    assert 'state="veryHidden"' in given.read("xl/workbook.xml").decode().split('name="_numbers"')[1].split("/>")[0]
    assert text.count('<f t="shared" si=') > 10 * text.count('<f t="shared" ref=') > 0
