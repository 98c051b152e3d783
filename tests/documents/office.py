"""Workbooks as people leave them: filled in by cell, cached values wrong, recalculated by ironcalc or LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from copy import deepcopy
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import ironcalc
from lxml import etree
from xlsxwriter.utility import xl_rowcol_to_cell

from macros.documents.excel import workbook
from macros.documents.excel.places import Cell
from macros.documents.excel.plan import Plan
from macros.documents.outline.copies import copy_of
from macros.formula.addresses import TICKED, UNTICKED
from macros.formula.ground import DAY_ZERO, Problem, Value
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.evaluation import Address, Evaluation
from macros.source.vademecum import vademecum
from tests.built import home, published
from tests.documents.synthetic import synthetic

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
POISON = "poison"

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""The profile without which LibreOffice, when headless, shows cached values as they are."""


def tool_of(v: Vademecum, identifier: str) -> Tool:
    """Return a tool of the site, or the synthetic one."""
    return next((tool for tool in v.tools if tool.id == identifier), None) or synthetic()


def made(code: str, identifier: str, *, filled: bool) -> bytes:
    """Make the workbook of a tool."""
    v = vademecum(code)
    return workbook(v, tool_of(v, identifier), filled=filled, site=home(code))


@cache
def built(code: str, identifier: str, *, filled: bool) -> bytes:
    """Return the workbook that the site offers; what it does not offer is made."""
    return published(code, f"{identifier}{'-example' * filled}.xlsx") or made(code, identifier, filled=filled)


def entries(plan: Plan, evaluation: Evaluation, today: date | None) -> dict[Cell, str | float]:
    """Return what people would type for these inputs; an empty text clears a cell."""
    found: dict[Cell, str | float] = {}
    for address, spot in plan.spots.items():
        field = evaluation.field(*address[:2])
        if field is None or field.computed or field.type == "multi" or address[0] == "head":
            continue
        refused = evaluation.refused(*address)
        value = evaluation.one(*address) if refused is None else refused
        if isinstance(value, Problem):
            found[spot] = str(evaluation.raw[address])
        elif isinstance(value, bool):
            found[spot] = TICKED if value else UNTICKED
        elif isinstance(value, str) and field.type == "choice":
            found[spot] = next(str(c.label) for c in plan.scope.choices(field) if c.key == value)
        else:
            found[spot] = "" if value is None else value  # type: ignore[assignment]
    for (part, name, choice), spot in plan.boxes.items():
        chosen = evaluation.one(part, name, None)
        found[spot] = TICKED if isinstance(chosen, tuple) and choice in chosen else UNTICKED
    if today:
        found[plan.today] = float((today - DAY_ZERO).days)
    return found


def fill(book: bytes, cells: dict[Cell, str | float], *, poison: str | None = POISON) -> bytes:
    """Write values into the cells of a workbook, and a wrong cached value into each formula; all else stays."""
    given = zipfile.ZipFile(io.BytesIO(book))
    by_file: dict[str, dict[tuple[int, int], str | float]] = {}
    files = sheet_files(given)
    for spot, value in cells.items():
        by_file.setdefault(files[spot.tab], {})[(spot.row, spot.column)] = value
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:  # read once: packing it would take as long
        for name in given.namelist():
            data = given.read(name)
            if name in files.values():
                data = _sheet(data, by_file[name], poison) if name in by_file else _left(data, poison)
            out.writestr(name, data)
    return held.getvalue()


def sheet_files(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the file of each sheet by its tab."""
    links = {r.get("Id"): r.get("Target") for r in etree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
    sheets = etree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    return {sheet.get("name"): f"xl/{links[sheet.get(f'{LINK}id')]}" for sheet in sheets}


@lru_cache(maxsize=64)
def _poisoned(data: bytes, poison: str | None) -> Any:
    """Return a sheet whose formulas have a wrong cached value: the same for every case of a tool."""
    root = etree.fromstring(data)
    for formula in root.iter(f"{MAIN}f") if poison is not None else ():
        cell = formula.getparent()
        for old in cell.findall(f"{MAIN}v"):
            cell.remove(old)
        cell.set("t", "str")
        etree.SubElement(cell, f"{MAIN}v").text = poison
    return root


@lru_cache(maxsize=64)
def _left(data: bytes, poison: str | None) -> bytes:
    """Return a sheet into which a case writes nothing."""
    return _sheet(data, {}, poison)


def _sheet(data: bytes, cells: dict[tuple[int, int], str | float], poison: str | None) -> bytes:
    root = deepcopy(_poisoned(data, poison))
    left = {xl_rowcol_to_cell(row, column): value for (row, column), value in cells.items()}
    for cell in root.iter(f"{MAIN}c") if left else ():
        if cell.get("r") in left:
            _put(cell, left.pop(cell.get("r")))
    assert not left, f"no such cells: {left}"
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _put(cell: Any, value: str | float) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if value == "":
        return
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
        text.text = value
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    else:
        etree.SubElement(cell, f"{MAIN}v").text = repr(value)


# ------------------------------------------------------------------ recalculated


def by_ironcalc(path: Path) -> Recalculated:
    """Open a workbook in ironcalc, and recalculate it."""
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    tabs = [sheet["name"] for sheet in model.get_worksheets_properties()]
    return Recalculated(lambda spot: model.get_cell_value(tabs.index(spot.tab), spot.row + 1, spot.column + 1))


class Calculator:
    """A workbook that ironcalc has read once, with every cached value wrong: what is typed begins there each time."""

    def __init__(self, book: bytes, path: Path) -> None:
        path.write_bytes(fill(book, {}))
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        self.kept = model.to_bytes()
        self.tabs = [sheet["name"] for sheet in model.get_worksheets_properties()]
        files = zipfile.ZipFile(io.BytesIO(book))
        self.cells = {
            (tab, cell.get("r"))
            for tab, file in sheet_files(files).items()
            for cell in etree.fromstring(files.read(file)).iter(f"{MAIN}c")
        }

    def typed(self, cells: dict[Cell, str | float], *, evaluate: bool = True) -> Recalculated:
        """Return what cells hold once these are typed in; an empty text clears a cell."""
        model = ironcalc.load_from_bytes(self.kept, "en")
        for spot, value in cells.items():
            assert (spot.tab, xl_rowcol_to_cell(spot.row, spot.column)) in self.cells, f"no such cell: {spot}"
            if value == "":
                model.clear_cell_contents(*self._at(spot))
            elif isinstance(value, str):
                model.update_cell_with_text(*self._at(spot), value)
            else:
                model.update_cell_with_number(*self._at(spot), value)
        if evaluate:
            model.evaluate()
        return Recalculated(lambda spot: model.get_cell_value(*self._at(spot)))

    def _at(self, spot: Cell) -> tuple[int, int, int]:
        return self.tabs.index(spot.tab), spot.row + 1, spot.column + 1


def by_libreoffice(paths: list[Path], folder: Path, *, recalculate: bool = True) -> list[Recalculated]:
    """Convert workbooks in one run of LibreOffice, and read what it has computed."""
    profile = folder / ("profile" if recalculate else "plain-profile")
    (profile / "user").mkdir(parents=True, exist_ok=True)
    if recalculate:
        (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / ("recalculated" if recalculate else "as-it-was")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=240)
    return [as_saved(out / path.name) for path in paths]


def as_saved(path: Path) -> Recalculated:
    """Read the cached values of a workbook as they stand in it; a date is its number."""
    with zipfile.ZipFile(path) as book:
        shared = (
            etree.fromstring(book.read("xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in book.namelist() else ()
        )
        texts = ["".join(text.itertext(f"{MAIN}t")) for text in shared]
        held = {
            (tab, cell.get("r")): _held(cell, texts)
            for tab, file in sheet_files(book).items()
            for cell in etree.fromstring(book.read(file)).iter(f"{MAIN}c")
        }
    return Recalculated(lambda spot: held.get((spot.tab, xl_rowcol_to_cell(spot.row, spot.column))))


def _held(cell: Any, texts: list[str]) -> str | float | bool | None:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
    if kind == "inlineStr":
        return "".join(cell.itertext(f"{MAIN}t"))
    if value is None or kind in {"str", "e"}:
        return value
    return texts[int(value)] if kind == "s" else value == "1" if kind == "b" else float(value)


class Recalculated:
    """What cells of a workbook hold."""

    def __init__(self, get: Any) -> None:
        self.get = get

    def value(self, plan: Plan, evaluation: Evaluation, address: Address) -> Value:
        """Return a computed value as Python has it."""
        field, raw = evaluation.field(*address[:2]), self.get(plan.spot(address))
        assert field is not None
        if raw is None or raw == "":
            return None
        if raw == str(plan.v.word("xlsx-problem")):
            return Problem("any")
        if field.type == "bool":
            return {TICKED: True, UNTICKED: False}.get(raw, f"? {raw}")
        if field.kind.numeric:
            return float(raw) if re.fullmatch(r"-?[\d.]+(?:[eE][+-]?\d+)?", str(raw)) else f"? {raw}"
        return {str(c.label): c.key for c in plan.scope.choices(field)}.get(raw, raw)

    def lines(self, plan: Plan) -> list[str]:
        """Return what the results sheet says is to be looked at."""
        first = (5 + len(plan.tool.results) if plan.tool.results else 3) + 1
        said = [self.get(Cell(plan.results, first + n, 1)) for n in range(len(plan.tool.checks) + 1)]
        return [str(text) for text in said if text]


def plan_of(v: Vademecum, tool: Tool) -> Plan:
    """Return the plan that the workbook of a tool follows."""
    from macros.documents.excel.readme import head_row

    plan = Plan(copy_of(v, tool, filled=False))
    plan.place_head(head_row(tool))
    return plan
