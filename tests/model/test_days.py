"""The years in which dates make sense, and the days that formulas reckon with: the same in Python and browser."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pydantic import ValidationError

from macros.errors import DataError
from macros.formula.ground import NOT_A_NUMBER
from macros.model.days import YEARS
from macros.model.field import Field
from macros.reckoning.evaluation import read, shown_date
from macros.source.vademecum import ROOT, vademecum
from tests.conftest import Project
from tests.reckoning.test_soundness import NEW, added

__all__ = ["added"]


def field(**more: object) -> Field:
    return Field.model_validate({"id": "t.p.f", "key": "f", "type": "date", "label": "Date", **more})


def test_the_usual_years_are_the_same_in_the_browser() -> None:
    script = (ROOT / "web" / "days.js").read_text(encoding="utf-8")
    first, last = YEARS
    assert f'USUAL = {{ first: "{first}-01-01", last: "{last}-12-31" }}' in script


def test_a_date_field_says_its_years_or_has_the_usual_ones() -> None:
    usual, past, own = field(), field(latest="today"), field(earliest=1900, latest=2030)
    assert (usual.first_day, usual.last_day, usual.past) == (date(2000, 1, 1), date(2099, 12, 31), False)
    assert (past.first_day, past.past) == (date(2000, 1, 1), True)
    assert (own.first_day, own.last_day, own.past) == (date(1900, 1, 1), date(2030, 12, 31), False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "num", "earliest": 2000},
        {"type": "text", "latest": "today"},
        {"earliest": 2030, "latest": 2020},
        {"earliest": 1899},
        {"latest": 1999},
        {"latest": "tomorrow"},
        {"earliest": "2000"},
    ],
)
def test_years_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        field(**wrong)


@pytest.mark.parametrize(
    ("old", "new", "wrong", "mend"),
    [
        ("key: rate, type: money", "key: rate, type: money, latest: today", "« earliest » et « latest »", "date"),
        (
            "      - {key: rate,",
            '      - {key: day, type: date, label: Jour, default: "1927-03-15"}\n      - {key: rate,',
            "1927-03-15 sort des années de « day »",
            "de 2000 à 2099",
        ),
    ],
)
def test_a_tool_with_dates_out_of_its_years_is_refused(
    added: Project, old: str, new: str, wrong: str, mend: str
) -> None:
    added.replace(NEW, old, new)
    with pytest.raises(DataError) as caught:
        vademecum("fr", added.root)
    found = [fault for fault in caught.value.faults if wrong in fault.wrong]
    assert found, caught.value
    assert mend in found[0].mend


@pytest.mark.parametrize(
    "text",
    ["1899-12-31", "0027-03-15", "20277-03-15", "2027-02-30", "20270315", "2027-W10-1", "2027-3-5", "٢٠٢٧-٠٣-١٥"],
)
def test_what_is_no_day_of_a_workbook_is_none_for_formulas(text: str) -> None:
    assert read(field(), text) == NOT_A_NUMBER


def test_the_days_of_workbooks_are_reckoned_with() -> None:
    days = [read(field(), text) for text in ("1900-01-01", "1900-03-01", "2026-06-30", "9999-12-31")]
    assert days == [2, 61, 46203, 2958465]
    assert [shown_date(count) for count in (1, -1, 2958466, 1e300)] == [""] * 4
    assert shown_date(46203.9) == "2026-06-30"


def test_no_date_is_made_or_compared_by_hand_in_the_browser() -> None:
    """What reads or writes days there goes through web/days.js: these forms are wrong for some zone or year."""
    by_hand = re.compile(r"getTimezoneOffset|Date\.UTC\(|new Date\((?:year|y\b|\w+, )|toISOString\(\)\.slice")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "web").rglob("*.js"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if by_hand.search(line.split("//")[0]) and path.name != "days.js"
    ]
    assert found == []
