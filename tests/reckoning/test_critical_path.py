"""The slack of the project workbook against a reckoning of its own: another way, over plans that nobody thought of."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.tool import Tool
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, addresses
from macros.reckoning.scope import Scope
from macros.source.vademecum import vademecum

LINKS = 6
"""How many links of a chain the workbook follows."""
Planned = tuple[int, int, tuple[int, ...], bool]
"""When it begins, in days from today; how long it takes; the places of those it waits for; whether it is done."""


@st.composite
def plans(draw: st.DrawFn) -> list[Planned]:
    """Return packages that wait for earlier ones only, in chains of at most six links."""
    found: list[Planned] = []
    for n in range(draw(st.integers(1, LINKS + 1))):
        waits = st.lists(st.integers(0, n - 1), max_size=2, unique=True) if n else st.just([])
        found.append((draw(st.integers(-20, 60)), draw(st.integers(1, 30)), tuple(draw(waits)), draw(st.booleans())))
    return found


def typed(plan: list[Planned]) -> list[dict[str, Any]]:
    """Return a plan as rows of the workbook."""
    rows = []
    for n, (start, length, waits, done) in enumerate(plan):
        days = [(EXAMPLE_DAY + timedelta(offset)).isoformat() for offset in (start, start + length - 1)]
        links = dict(zip(("after", "after2"), (f"L{one}" for one in waits), strict=False))
        rows.append(
            {"code": f"L{n}", "package": "Un lot", "start": days[0], "end": days[1], "progress": float(done)} | links
        )
    return rows


def reckoned(plan: list[Planned]) -> tuple[int, list[int | None]]:
    """Return the end of the project, in days from today, and how long each package may slip until the end does."""

    def end(slipped: int, days: int) -> int:
        ends: list[int] = []
        for n, (start, length, waits, done) in enumerate(plan):
            own = start + length - 1
            late = own if done else max(own, 0, *(ends[one] + length for one in waits))
            ends.append(late + (days if n == slipped else 0))
        return max(ends)

    whole = end(-1, 0)
    slacks: list[int | None] = []
    for n, (_, _, _, done) in enumerate(plan):
        slip = 0
        while not done and end(n, slip + 1) == whole:
            slip += 1
        slacks.append(None if done else slip)
    return whole, slacks


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(plan=plans())
def test_slack_is_how_long_a_package_may_slip_until_the_end_does(plan: list[Planned]) -> None:
    v = vademecum("fr")
    tool = v.get(Tool, "project-workbook")
    made = Evaluation(Scope(tool, v.tool_frame.lists), addresses(tool, {"packages": typed(plan)}), EXAMPLE_DAY)
    whole, slacks = reckoned(plan)
    start = (EXAMPLE_DAY - EXAMPLE_DAY.replace(year=1899, month=12, day=30)).days
    assert made.one("result", "finish", None) == start + whole
    assert [made.one("packages", "slack", f"r{n + 1}") for n in range(len(plan))] == slacks
    assert not any(flaw.check.key == "loop" for flaw in made.fired())
