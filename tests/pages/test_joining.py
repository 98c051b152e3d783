"""Next steps, risks, indicators and events of every tool stand in the lists of « Mon cluster »."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.model.field import Part
from macros.model.tool import Tool
from macros.pages.joining import action_joins, joins
from macros.source.vademecum import vademecum

APART = {
    "cooperation-charter.signatures": "a day to sign is agreed by all at once",
    "communication-plan.editorial": "what goes out every week has a calendar of its own",
    "funding-application.checklist": "pieces of one file, ticked there",
    "learning-forum.practices": "sorted where the forum is held",
    "member-pipeline.contacts": "a next step of a candidate is kept by who leads the talks",
    "organigram-roles.seats": "a mandate ends, nobody has to do it",
    "partnership-levels.signatures": "a day to sign is agreed by all at once",
    "project-workbook.packages": "the team's own plan, with its Gantt",
    "service-marketing.campaign": "messages of one campaign",
    "trend-radar.signals": "a signal is watched; what is decided of it is a next step",
    "trust-plan.plan": "measures have no words of their own, only choices",
}
"""Tables with people and days that join no list, and why."""

NAMED = {"risk": "risks", "indicator": "indicators"}
"""The list that a table joins which holds such a column in words."""


def _tables() -> Iterator[tuple[Tool, Part]]:
    for tool in vademecum("fr").tools:
        if "page" in tool.formats:
            yield from ((tool, part) for part in tool.parts if part.kind == "table" and not part.survey)


def _lists(tool: Tool, part: Part) -> set[str]:
    return {join.list for join in tool.joins if join.part == part.key}


@pytest.mark.parametrize("column", NAMED)
def test_risks_and_indicators_of_every_tool_join_their_list(column: str) -> None:
    left = [
        f"{tool.id}.{part.key}"
        for tool, part in _tables()
        if any(field.key == column and field.type == "text" for field in part.inputs)
        and NAMED[column] not in _lists(tool, part)
    ]
    assert not left


def test_what_someone_does_on_a_day_to_come_joins_a_list_or_says_why_not() -> None:
    """A table with a person and a day that may lie ahead is a list of events or actions, unless it has a reason."""
    left = {
        f"{tool.id}.{part.key}"
        for tool, part in _tables()
        if any(field.type == "person" for field in part.inputs)
        and any(field.type == "date" and field.latest != "today" for field in part.inputs)
        and not _lists(tool, part)
    }
    assert left == set(APART)


def test_a_table_joins_as_many_lists_as_it_says_and_the_register_takes_every_action() -> None:
    v = vademecum("fr")
    said = joins(v)
    assert [join["list"] for join in said["learning-agenda.agenda"]] == ["events", "actions"]
    assert sum(map(len, said.values())) == len(v.tool_frame.joins) + sum(len(tool.joins) for tool in v.tools)
    assert {tool.id for tool in v.tools if any(join.list == "actions" for join in tool.joins)} == {
        name.partition(".")[0] for name in action_joins(v) if "." in name
    }
