"""The fact sheet of the Cluster Exemple agrees with itself."""

from __future__ import annotations

import pytest

from macros.reckoning.evaluation import EXAMPLE_DAY
from macros.source.vademecum import vademecum

SHEET = vademecum("fr").example
YEARS = SHEET.years


def test_it_is_read_on_the_day_and_bears_the_name_of_all_examples() -> None:
    assert SHEET.day == EXAMPLE_DAY.isoformat()
    assert SHEET.name == vademecum("fr").word("example-cluster")


def test_members_and_fees_add_up() -> None:
    assert sum(fees.members for fees in SHEET.classes) == 47
    due = sum(fees.members * fees.fee for fees in SHEET.classes)
    paid = sum(fees.members * fees.fee * fees.collection for fees in SHEET.classes)
    assert (due, paid) == (43000, YEARS["fees"][0])
    assert {body.name: body.members for body in SHEET.bodies} == {"board": 8, "assembly": 47}
    assert sum(organisation.board for organisation in SHEET.organisations) == 8


def test_services_add_up_to_the_line_of_the_budget() -> None:
    sold = [service.sold for service in SHEET.services if service.sold]
    assert tuple(map(sum, zip(*sold, strict=True))) == YEARS["services"]


@pytest.mark.parametrize("year", range(3))
def test_the_budget_of_each_year_adds_up(year: int) -> None:
    line = {name: values[year] for name, values in YEARS.items()}
    assert line["revenue"] == sum(line[name] for name in ("fees", "services", "grants", "projects", "sponsoring"))
    spent = sum(line[name] for name in ("direct", "salaries", "rent", "communication", "travel", "administration"))
    assert line["ebitda"] == line["revenue"] - spent
    assert line["net"] == line["ebitda"] - line["depreciation"] - line["interest"]
    assert line["assets"] == line["equity"] + line["debt"] + line["payables"]


def test_people_come_from_organisations_of_the_sheet() -> None:
    homes = {organisation.name: organisation.contact for organisation in SHEET.organisations}
    for person in SHEET.people:
        assert person.organisation == SHEET.name or homes[person.organisation] == person.name


def test_figures_name_tools_that_repeat_them() -> None:
    tools = {tool.id for tool in vademecum("fr").tools}
    assert {address.partition(".")[0] for figure in SHEET.figures for address in figure.at} <= tools
