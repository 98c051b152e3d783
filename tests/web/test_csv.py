"""CSV files in LibreOffice, cut at each separator and with formulas switched on: what people wrote stays words."""

from __future__ import annotations

import subprocess

import pytest
from openpyxl import load_workbook

from tests.browser_code import in_node

ROWS = [
    ["Action", "Responsable", "Note"],
    ["- Préparer", "+216 71 234 567", "x;=1+1;"],
    ["=1+1", "@SUM(1)", "x,=1+1,"],
    ["-Préparer la réunion(s)", "+216-71-234-567", "a|=1+1|b"],
    ["=> voir", "@karim", "a\t=1+1\tb"],
    ['"=1+1', "-1+1", "a\n=1+1"],
    ["＝1+1", "- تحضير الأسئلة", 'a;"=1+1";b'],
    ["a; =1+1", "+1", 'a,""=1+1'],
]
SEPARATORS = {"semicolon": 59, "comma": 44, "tab": 9, "bar": 124}
FORMULAS_ON = "34,76,1,,0,false,true,false,false,false,-1,true"
"""Quote, UTF-8, from the first line, and at the end: take what begins with = for a formula, as Excel does."""


def written(language: str) -> str:
    """Return the rows as the page writes them."""
    return str(in_node("csv.js", "csv(given.rows, given.language)", {"rows": ROWS, "language": language}))


CellTexts = list[list[tuple[str, str]]]
"""Rows of (kind, text); a formula has the kind ``f``."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], CellTexts]:
    """Return what LibreOffice makes of each file at each separator."""
    folder = tmp_path_factory.mktemp("csv")
    files = {"fr": written("fr"), "en": written("en"), "foreign": '\ufeffa,"x;=1+1;",b\r\n'}
    for name, text in files.items():
        (folder / f"{name}.csv").write_bytes(text.encode())
    found = {}
    for separator, sign in SEPARATORS.items():
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
        command += [f"--infilter=CSV:{sign},{FORMULAS_ON}", "--outdir", str(folder / separator)]
        command += [str(folder / f"{name}.csv") for name in files]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        for name in files:
            sheet = load_workbook(folder / separator / f"{name}.xlsx").worksheets[0]
            cells = [[(cell.data_type, str(cell.value or "")) for cell in row] for row in sheet.iter_rows()]
            found[name, separator] = cells
    return found


def seen(text: str) -> str:
    return text.replace("\u200b", "").replace("_x000D_", "").replace("\r\n", "\n")


def test_a_formula_in_a_file_that_is_not_ours_is_one(opened: dict[tuple[str, str], CellTexts]) -> None:
    """Without this the next test could not fail."""
    assert opened["foreign", "semicolon"][0][1][0] == "f"


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_cell_is_a_formula_at_any_separator(
    language: str, separator: str, opened: dict[tuple[str, str], CellTexts]
) -> None:
    cells = opened[language, separator]
    assert [cell for row in cells for cell in row if cell[0] == "f"] == []
    if separator == ("semicolon" if language == "fr" else "comma"):
        found = [[seen(text) for _, text in row] for row in cells]
        disarmed = {"=1+1", "＝1+1", "@SUM(1)"}
        assert found == [[f"'{text}" if text in disarmed else text for text in row] for row in ROWS]
