"""Workbooks: what they compute when recalculated, what they hold, what Excel and LibreOffice make of them."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from macros.documents.excel.lists import META
from macros.documents.excel.look import shortened
from macros.documents.excel.places import Cell
from macros.documents.excel.plan import READINGS, Plan
from macros.documents.excel.results import NAMED, READING
from macros.documents.excel.values import LONGEST_FORMULA
from macros.formula.ground import Problem
from macros.model.case import Case
from macros.model.kinds import SEVERITIES
from macros.model.tool import Tool
from macros.reckoning.evaluation import EXAMPLE_DAY, Address, Evaluation, example, key
from macros.reckoning.expected import inputs
from macros.source.vademecum import languages, vademecum
from tests.covering import telling
from tests.documents.office import (
    MAIN,
    POISON,
    Calculator,
    Recalculated,
    as_saved,
    built,
    by_ironcalc,
    by_libreoffice,
    entries,
    fill,
    made,
    plan_of,
    sheet_files,
)
from tests.documents.opened import audit
from tests.documents.synthetic import HOSTILE, synthetic
from tests.reckoning.test_another_cluster import plan as another_cluster
from tests.workbook import same

FRENCH = vademecum("fr")
TOOLS = [*(tool for tool in FRENCH.tools if tool.parts), synthetic()]
CASES = [(tool, case) for tool in TOOLS for case in tool.expected]
KNOWN = {
    "IF", "IFERROR", "_xlfn.IFNA", "ISNUMBER", "ISNA", "ISERROR", "NA", "AND", "OR", "NOT", "TRUE", "FALSE", "N",
    "TODAY", "YEAR", "MONTH", "SUM", "SUMPRODUCT", "COUNT", "COUNTIF", "COUNTBLANK", "ROWS", "COLUMNS", "MIN", "MAX",
    "MEDIAN", "LARGE", "SMALL", "ROUND", "ROW", "INT", "ABS", "SQRT", "INDEX", "MATCH", "LEN", "TRIM", "MID", "REPT",
    "SUBSTITUTE", "CHAR", "_xlfn.NUMBERVALUE", "ISTEXT", "LEFT", "RIGHT", "FIND", "UPPER", "LOWER", "MOD",
}  # fmt: skip
"""Functions of Excel 2013 that LibreOffice has too."""

BOTH = pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
EVERY = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)


@cache
def plans() -> dict[str, Plan]:
    """Return the plan of each workbook by its tool."""
    return {tool.id: plan_of(FRENCH, tool) for tool in TOOLS}


def entered(tool: Tool, case: Case) -> tuple[dict[Cell, str | float], Plan, Evaluation]:
    """Return what is typed in for a case, where things stand, and what Python makes of it."""
    plan, today = plans()[tool.id], EXAMPLE_DAY if case.today is None else date.fromisoformat(case.today)
    evaluation = Evaluation(plan.scope, inputs(tool, case), today)
    return entries(plan, evaluation, today), plan, evaluation


def written(tool: Tool, case: Case, path: Path) -> tuple[Plan, Evaluation]:
    """Write the blank workbook with the inputs of a case typed in and every cached value wrong."""
    cells, *rest = entered(tool, case)
    path.write_bytes(fill(built("fr", tool.id, filled=False), cells))
    return rest[0], rest[1]


def unreadable(evaluation: Evaluation) -> list[Address]:
    """List where something was entered for a number or a day, and is none, or out of bounds."""
    wrong = {at for at, value in evaluation.values().items() if isinstance(value, Problem)}
    return [
        at
        for at in evaluation.values()
        if evaluation.refused(*at) is not None or (at in wrong and not evaluation.field(*at[:2]).computed)
    ]


def wrong(cells: Recalculated, plan: Plan, evaluation: Evaluation) -> list[Any]:
    """List every computed value and every line of the results sheet that is not what Python says."""
    found = []
    for address, value in evaluation.values().items():
        field = evaluation.field(*address[:2])
        if field is not None and field.computed:
            read = cells.value(plan, evaluation, address)
            found += [] if same(read, value) else [(address, read, value)]
    fired = {f.check.key for f in evaluation.fired()}
    severity = {name: f"{kind.sign} {FRENCH.word(f'check-{name}')}" for name, kind in SEVERITIES.items()}
    lines = [f"{severity[c.severity]} {c.message}" for c in plan.ranked_checks if c.key in fired]
    if odd := unreadable(evaluation):
        lines = [f"✕ {FRENCH.word('xlsx-unreadable')} {len(odd)}", *lines]
        sheets = [tab for tab in plan.sheets if tab in {plan.spots[at].tab for at in odd}]
        where = cells.get(Cell(plan.results, (5 + len(plan.tool.results) if plan.tool.results else 3) + 1, READING))
        found += [] if where == shortened(" · ".join(sheets), NAMED) else [(where, sheets)]
    lines = lines or [f"✓ {FRENCH.word('checks-none')}"]
    return found if cells.lines(plan) == lines else [*found, (cells.lines(plan), lines)]


def computed(data: bytes) -> Iterator[tuple[Cell, str | float | bool]]:
    """Yield the place of each formula and the value that is kept with it."""
    book = zipfile.ZipFile(io.BytesIO(data))
    for tab, file in sheet_files(book).items():
        for cell in etree.fromstring(book.read(file)).iter(f"{MAIN}c"):
            if cell.find(f"{MAIN}f") is None:
                continue
            column, row = coordinate_from_string(cell.get("r"))
            held, kind = cell.findtext(f"{MAIN}v") or "", cell.get("t", "n")
            spot = Cell(tab, row - 1, column_index_from_string(column) - 1)
            yield spot, float(held) if kind == "n" else held == "1" if kind == "b" else held


# ------------------------------------------------------------------ what comes out


@pytest.fixture(scope="module")
def calculator(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Calculator]:
    """Return what opens the blank workbook of a tool; the cases of a tool follow each other, so one is kept."""
    path = tmp_path_factory.mktemp("calculator") / "book.xlsx"
    return lru_cache(1)(lambda tool: Calculator(built("fr", tool, filled=False), path))


@pytest.mark.parametrize(("tool", "case"), CASES, ids=[f"{tool.id}: {case.name}" for tool, case in CASES])
def test_expected_values_come_out_of_the_blank_workbook(tool: Tool, case: Case, calculator: Any) -> None:
    cells, plan, evaluation = entered(tool, case)
    assert wrong(calculator(tool.id).typed(cells), plan, evaluation) == []


@pytest.mark.parametrize("evaluate", [False, True], ids=["as it is", "recalculated"])
def test_a_workbook_with_poisoned_cached_values_is_found_out(*, evaluate: bool, tmp_path: Path) -> None:
    tool, case = next((tool, case) for tool, case in CASES if tool.id == "financial-plan")
    plan, evaluation = written(tool, case, tmp_path / "book.xlsx")
    cells = (by_ironcalc if evaluate else as_saved)(tmp_path / "book.xlsx")
    assert (cells.get(plan.spot(("cash", "closing", "y3"))) == POISON) is not evaluate
    assert bool(wrong(cells, plan, evaluation)) is not evaluate


@pytest.mark.parametrize("evaluate", [False, True], ids=["as it is", "recalculated"])
def test_so_is_one_that_is_typed_into(*, evaluate: bool, calculator: Any) -> None:
    tool, case = next((tool, case) for tool, case in CASES if tool.id == "financial-plan")
    cells, plan, evaluation = entered(tool, case)
    assert bool(wrong(calculator(tool.id).typed(cells, evaluate=evaluate), plan, evaluation)) is not evaluate


def test_libreoffice_comes_to_the_same_and_only_when_it_recalculates(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    # ironcalc has them all
    chosen = [pair for tool in telling(TOOLS[:-1]) for pair in [p for p in CASES if p[0] is tool][:1]]
    chosen += [pair for pair in CASES if pair not in chosen and pair[0].id == "financial-plan"][:3]
    chosen += [(tool, Case(name="example", gives={})) for tool in TOOLS if tool.id == "synthetic"]
    paths = [tmp_path / f"{n}.xlsx" for n in range(len(chosen))]
    laid = [written(tool, case, path) for (tool, case), path in zip(chosen, paths, strict=True)]
    (stale,) = by_libreoffice(paths[:1], tmp_path, recalculate=False)
    assert len(wrong(stale, *laid[0])) > 20
    # The plan of a cluster that no example knows, which an accountant's reckoning is held to.
    chosen.append((FRENCH.get(Tool, "financial-plan"), Case(name="another cluster", gives={})))
    plan, paths = plans()["financial-plan"], [*paths, tmp_path / "another.xlsx"]
    book = fill(built("fr", "financial-plan", filled=False), entries(plan, another_cluster(), EXAMPLE_DAY))
    paths[-1].write_bytes(book)
    laid.append((plan, another_cluster()))
    assert wrong(by_ironcalc(paths[-1]), *laid[-1]) == []
    read = by_libreoffice(paths, tmp_path)
    found = [(t.id, c.name, wrong(cells, *plan)) for (t, c), cells, plan in zip(chosen, read, laid, strict=True)]
    assert [item for item in found if item[2]] == []


@EVERY
def test_every_cached_value_is_what_comes_out(tool: Tool, tmp_path: Path) -> None:
    filled = TOOLS.index(tool) % 3 > 0  # mostly the example, in which more comes out
    path = tmp_path / "book.xlsx"
    path.write_bytes(built("fr", tool.id, filled=filled))
    fresh = by_ironcalc(path)
    today = plans()[tool.id].today
    differing, seen = [], 0
    for spot, held in computed(path.read_bytes()):
        if spot == today:
            continue
        seen += 1
        new = fresh.get(spot)
        differing += [] if alike(held, new) else [(spot, held, new)]
    assert differing == []
    assert seen or not tool.results


def alike(held: Any, new: Any) -> bool:
    if isinstance(held, bool):
        return held is new
    return bool(abs(held - new) <= 1e-9 * max(1, abs(held)) if isinstance(held, float) else held == (new or ""))


@EVERY
def test_the_filled_workbook_holds_the_example_and_what_follows(tool: Tool, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(built("fr", tool.id, filled=True))
    plan = plans()[tool.id]
    evaluation = Evaluation(plan.scope, example(tool), EXAMPLE_DAY)
    assert wrong(as_saved(path), plan, evaluation) == []
    typed = entries(plan, evaluation, None)
    book = load_workbook(path, data_only=True)
    held = {spot: book[spot.tab].cell(spot.row + 1, spot.column + 1).value for spot in typed}
    assert {s: v for s, v in held.items() if not hasattr(v, "toordinal") and ("" if v is None else v) != typed[s]} == {}


# ------------------------------------------------------------------ what the files are


@BOTH
@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_a_workbook_with_everything_is_sound(code: str, *, filled: bool, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(built(code, "synthetic", filled=filled))
    assert audit(path) == []


@pytest.mark.parametrize("tool", TOOLS[::5], ids=lambda tool: tool.id)
def test_files_are_the_same_when_built_twice(tool: Tool) -> None:
    code, filled = (("fr", False), ("ar", True))[TOOLS.index(tool) % 2]  # the same code makes them all
    assert made(code, tool.id, filled=filled) == built(code, tool.id, filled=filled)


@EVERY
def test_formulas_are_short_and_know_no_language_nor_anything_newer_than_2013(tool: Tool) -> None:
    used, longest = set(), 0
    for formula, hidden in formulas(built("fr", tool.id, filled=False)):
        bare = re.sub(r'"[^"]*"|\'[^\']*\'', "", formula)
        used |= set(re.findall(r"([A-Za-z_.]+)\(", bare))
        # What was pasted as text is read, step by step, on a sheet that no menu shows.
        longest = max(longest, 0 if hidden else len(formula.replace("_xlfn.", "")))
        assert not re.search(r"[;{}]", bare), formula
        texts = re.findall(r'"([^"]*)"', re.sub(r"'[^']*'", "", formula))
        assert not [text for text in texts if re.search(r"[^\W\d_]{2,}", text)], formula
    assert used <= KNOWN
    assert longest <= LONGEST_FORMULA


def formulas(book: bytes) -> list[tuple[str, bool]]:
    """Return each formula, and whether it stands on the sheet of readings."""
    archive = zipfile.ZipFile(io.BytesIO(book))
    roots = [(etree.fromstring(archive.read(name)), tab == READINGS) for tab, name in sheet_files(archive).items()]
    return [(cell.text, hidden) for root, hidden in roots for cell in root.iter(f"{MAIN}f") if cell.text]


def test_a_formula_names_cells_that_hold_each_value_with_its_blanks() -> None:
    plan = plans()["financial-plan"]
    book = load_workbook(io.BytesIO(built("fr", "financial-plan", filled=False)))
    spent = plan.spot(("profit", "spent", "y1"))
    sheet = book[spent.tab]
    named = [plan.spot(("profit", name, "y1")).row + 1 for name in ("direct", "fixed", "interest", "tax")]
    added = "+".join(f"AC{row}" for row in named)
    assert sheet.cell(spent.row + 1, spent.column + 1).value == f'=IFERROR(_xlfn.IFNA({added},""),Listes!$C$4)'
    cell = f"C{named[0]}"
    assert sheet[f"AC{named[0]}"].value == f"=IF(ISNUMBER({cell}),{cell},IF(LEN({cell})=0,NA(),SQRT(-1)))"
    assert sheet.column_dimensions["AC"].hidden


@BOTH
def test_what_looks_like_a_formula_or_an_address_stays_text(*, filled: bool) -> None:
    data = built("fr", "synthetic", filled=filled)
    book = load_workbook(io.BytesIO(data))
    texts = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "s"}
    assert {"=Essai.", "=Bas", "-Rien."} <= texts
    assert any(text.endswith(" =Note.") for text in texts)
    assert {text.strip() for text in HOSTILE[: None if filled else 9]} <= texts  # the blank copy shows no more of them
    ours = {
        str(cell.hyperlink.location) for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink
    }
    assert all(location.startswith("'") for location in ours)
    assert not [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "external" in name.lower()]


def test_inputs_are_open_and_all_else_is_locked_without_password() -> None:
    tool = synthetic()
    plan = plan_of(FRENCH, tool)
    book = load_workbook(io.BytesIO(built("fr", tool.id, filled=False)))
    assert all(
        sheet.protection.sheet and not sheet.protection.password for sheet in book if sheet.sheet_state == "visible"
    )
    unlocked = {
        Cell(sheet.title, cell.row - 1, cell.column - 1)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and not type(cell).__name__.startswith("Merged")
    }
    inputs_ = {s for (part, name, _), s in plan.spots.items() if is_input(plan, part, name)} | set(plan.boxes.values())
    assert unlocked - inputs_ <= {s for s in unlocked if s.tab == "5 Toile"}
    assert inputs_ <= unlocked


def is_input(plan: Plan, part: str, name: str) -> bool:
    found = plan.tool.part(part)
    field = found.field(name) if found else None
    return bool(field and not field.computed and field.type != "multi")


def test_the_hidden_sheet_says_where_each_answer_stands() -> None:
    tool = synthetic()
    plan = plan_of(FRENCH, tool)
    book = load_workbook(io.BytesIO(built("fr", tool.id, filled=True)))
    sheet = book[META]
    assert sheet.sheet_state == "veryHidden"
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    said = {row[0]: row[1] for row in rows[:4]}
    assert (said["tool"], said["language"], said["copy"]) == ("synthetic", "fr", "example")
    spots = {row[0]: (row[1], row[2]) for row in rows[7:]}
    for address, spot in plan.spots.items():
        if (field := Evaluation(plan.scope, {}, EXAMPLE_DAY).field(*address[:2])) and field.type != "multi":
            cell = book[spot.tab].cell(spot.row + 1, spot.column + 1)
            assert spots[key(tool, address)] == (spot.tab, cell.coordinate)
    assert "synthetic.form#multi=low" in spots
    table = book[plan.blocks["rows"].tab]
    block = plan.blocks["rows"]
    assert table.cell(block.first + 1, 1).value + table.cell(block.keys + 1, 3).value == "synthetic.rows.r1#text"


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_sheets_and_texts_follow_the_direction_of_the_language(code: str) -> None:
    v = vademecum(code)
    for filled in (False, True):
        book = load_workbook(io.BytesIO(built(code, "go-nogo", filled=filled)))
        right = {sheet.sheet_view.rightToLeft for sheet in book if sheet.sheet_state == "visible"}
        assert {bool(one) for one in right} == {v.language.direction == "rtl"}
        titles = {cell.value: cell.alignment.readingOrder for cell in book.worksheets[0]["B"] if cell.value}
        tool = next(tool for tool in v.tools if tool.id == "go-nogo")
        assert titles[str(tool.title)] == (2 if tool.title.language == "ar" else 1)


@EVERY
def test_charts_have_a_text_in_their_place(tool: Tool) -> None:
    archive = zipfile.ZipFile(io.BytesIO(built("fr", tool.id, filled=False)))
    drawn = [archive.read(name).decode() for name in archive.namelist() if re.match(r"xl/drawings/drawing\d", name)]
    described = [text for xml in drawn for text in re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', xml)]
    charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(described) == len(charts)


def scales(tool: str) -> list[tuple[str, float | None, float | None]]:
    """Return the kind of each chart of a workbook, and the ends of its axes of values."""
    archive = zipfile.ZipFile(io.BytesIO(built("fr", tool, filled=False)))
    found = []
    for name in sorted(name for name in archive.namelist() if name.startswith("xl/charts/chart")):
        xml = archive.read(name).decode()
        kind = re.search(r"<c:(\w+)Chart>", xml)
        assert kind
        found += [
            (
                kind[1],
                *(
                    float(held[1]) if (held := re.search(rf'<c:{end} val="([^"]+)"', axis)) else None
                    for end in ("min", "max")
                ),
            )
            for axis in re.findall(r"<c:valAx>.*?</c:valAx>", xml)
        ]
    return found


def test_bars_begin_at_zero_and_what_has_a_scale_is_drawn_on_it() -> None:
    bars = {(tool.id, low) for tool in TOOLS for kind, low, _ in scales(tool.id) if kind == "bar"}
    # Progress can go the wrong way, and a service can lose money.
    below = {"logframe", "monitoring-system", "satisfaction-survey", "service-pricing"}
    assert {tool for tool, low in bars if low != 0} == below
    assert scales("swot-tows")[1:3] == [("scatter", -1, 1)] * 2
    assert ("bar", 0, 5) in scales("trust-plan")
    assert ("bar", 0, 1) in scales("legal-form-aid")
