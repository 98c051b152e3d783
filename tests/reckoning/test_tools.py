"""Every tool: its expected values hold in Python and in the code of the browser (documents/test_excel.py: in Excel)."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from macros.model.tool import Tool
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, example
from macros.reckoning.expected import agrees, evaluated, inputs, outcomes
from macros.reckoning.scope import Scope
from macros.source.vademecum import vademecum
from tests.browser_formula import in_browser
from tests.workbook import FormulaBook, same

TOOLS = [tool for tool in vademecum("fr").tools if tool.parts]


def scope(tool: Tool) -> Scope:
    return Scope(tool, vademecum("fr").tool_frame.lists)


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool.expected], ids=lambda tool: tool.id)
def test_expected_values_come_out(tool: Tool) -> None:
    bound = scope(tool)
    evaluations = [evaluated(bound, case) for case in tool.expected]
    days = [EXAMPLE_DAY if case.today is None else date.fromisoformat(case.today) for case in tool.expected]
    python = [evaluation.values() for evaluation in evaluations]
    jobs = zip(map(partial(inputs, tool), tool.expected), days, python, strict=True)
    shown = in_browser([(bound, entered, day, list(own)) for entered, day, own in jobs])
    for case, evaluation, own, (values, fired) in zip(tool.expected, evaluations, python, shown, strict=True):
        off = [found for found in outcomes(evaluation, case) if not agrees(found[1], found[2], case.within)]
        assert off == [], case.name
        assert [(a, values[a], v) for a, v in own.items() if not same(values[a], v)] == [], case.name
        assert fired == [(f.check.key, f.at) for f in evaluation.fired()], case.name


def test_a_workbook_with_poisoned_cached_values_is_found_out(tmp_path: Path) -> None:
    import ironcalc

    tool = next(tool for tool in TOOLS if tool.id == "financial-plan")
    book = FormulaBook(scope(tool), example(tool), EXAMPLE_DAY)
    row, column = book.write(tmp_path / "book.xlsx")[("cash", "closing", "y3")]
    model = ironcalc.load_from_xlsx(str(tmp_path / "book.xlsx"), "en", "UTC", "en")
    assert model.get_cell_value(0, row + 1, column + 1) == "poison"
    model.evaluate()
    assert model.get_cell_value(0, row + 1, column + 1) == pytest.approx(29000)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_a_tool_with_parts_has_an_example_expected_values_and_both_tips(tool: Tool) -> None:
    assert tool.example
    assert tool.expected or not list(scope(tool).computed())
    assert tool.before_start
    assert tool.done_when
    assert tool.formats


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_a_tool_says_once_how_long_it_takes(tool: Tool) -> None:
    length = r"\b(minutes?|heures?|demi-heure|quart d’heure|journée|demi-journée|jours|semaines de travail)\b"
    assert tool.takes
    assert re.search(length, tool.takes)
    assert not re.search(length, tool.when.replace("48 heures", "").replace("90 jours", ""))


def test_loans_that_people_added_enter_the_plan_and_what_has_no_room_is_said() -> None:
    plan = scope(next(tool for tool in TOOLS if tool.id == "financial-plan"))
    loan = {"amount": 1000.0, "year": 1.0, "rate": 0.1, "instalment": 500.0}
    given = {("revenue", "fees", "y1"): 5000.0} | {
        ("loans", name, f"own{n}"): value for n in range(7) for name, value in loan.items()
    }
    ((values, fired),) = in_browser([(plan, given, EXAMPLE_DAY, [("funding", "interest", "y1")])])
    assert list(values.values()) == [600.0]  # 6 × 1,000 × 10 %: the seventh has no line, and that is said
    assert ("loan-beyond", "own6") in fired


def test_the_financial_plan_computes_what_the_fact_sheet_says() -> None:
    tool = next(tool for tool in TOOLS if tool.id == "financial-plan")
    plan = Evaluation(scope(tool), example(tool), EXAMPLE_DAY)
    lines = {
        "revenue": "total", "costs": "direct", "profit": "ebitda depreciation interest net", "cash": "operating",
        "balance": "receivables assets equity debt", "ratios": "break-even",
    }  # fmt: skip
    years = vademecum("fr").example.years
    for part, name in ((part, name) for part, names in lines.items() for name in names.split()):
        said = years["revenue" if name == "total" else name]
        assert [plan.one(part, name, f"y{n}") for n in (1, 2, 3)] == pytest.approx(said, abs=0.005), name
    assert [plan.one("cash", "closing", f"y{n}") for n in (1, 2, 3)] == list(years["cash"])
