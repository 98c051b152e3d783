"""Dates in workbooks: what a cell takes is what the page takes, and the message says so."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.documents.excel import workbook
from macros.model.tool import Tool
from macros.source.vademecum import vademecum
from tests.documents.office import plan_of

FIRST, LAST = "36526", "73050"
"""2000-01-01 and 2099-12-31, in days since 1899-12-30."""


@cache
def rules(code: str, identifier: str) -> dict[str, Any]:
    """Return the rule of each date cell of a blank workbook, by the key of its field."""
    v = vademecum(code)
    tool = v.get(Tool, identifier)
    plan = plan_of(v, tool)
    book = load_workbook(io.BytesIO(workbook(v, tool, filled=False)))
    found = {}
    for (part, name, _), spot in plan.spots.items():
        for rule in book[spot.tab].data_validations.dataValidation:
            if rule.type == "date" and book[spot.tab].cell(spot.row + 1, spot.column + 1).coordinate in rule.sqref:
                found[f"{part}.{name}"] = rule
    return found


@pytest.mark.parametrize(
    ("code", "usual", "past"),
    [
        ("fr", "Écrivez une date de 2000 à 2099", "Écrivez une date passée, à partir de 2000"),
        ("en", "Write a date from 2000 to 2099", "Write a past date, 2000 or later"),
        ("ar", "من 2000 إلى 2099", "من 2000 فما بعد"),
    ],
)
def test_a_cell_takes_the_dates_that_make_sense(code: str, usual: str, past: str) -> None:
    found = rules(code, "action-register")
    due = next(rule for name, rule in found.items() if name.endswith(".due"))
    decided = next(rule for name, rule in found.items() if name.endswith(".decided"))
    assert (due.operator or "between", due.formula1, due.formula2) == ("between", FIRST, LAST)
    assert (decided.formula1, decided.formula2) == (FIRST, "TODAY()")
    assert usual in due.error
    assert past in decided.error


def test_every_date_of_every_workbook_has_a_range() -> None:
    v = vademecum("fr")
    tools = [tool for tool in v.tools if "xlsx" in tool.formats]
    dated = {tool.id: [f for p in tool.parts for f in p.inputs if f.type == "date"] for tool in tools}
    for identifier, fields in dated.items():
        if fields:
            found = rules("fr", identifier)
            assert {f.key for f in fields} <= {name.split(".")[1] for name in found}, identifier
            assert all(int(rule.formula1) > 1 and rule.formula2 != "2958465" for rule in found.values())
