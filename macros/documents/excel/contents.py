"""What a workbook holds, sheet by sheet: told on its first sheet and, of a large one, on the page of its tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.documents.excel.plan import Plan
from macros.documents.outline.copies import copy_of
from macros.model.field import Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words


@dataclass(frozen=True)
class NamedSheet:
    """A sheet as a list names it."""

    tab: str
    parts: tuple[Part, ...]
    """The parts that stand on it, the one that gives it its name first; none on a sheet that every workbook has."""
    heading: Words | None
    """What stands above it, if it is the first of a group."""
    said: Words | None
    """What it is for; none where its parts say nothing but their titles."""

    @property
    def title(self) -> Words | None:
        """The words that its tab is made of."""
        return (self.parts[0].sheet or self.parts[0].title) if self.parts else None

    @property
    def about(self) -> Words:
        """What it is for or, where nothing says so, what stands on it."""
        titles = [part.title for part in self.parts]
        return self.said or titles[0].reworded(" · ".join(titles))


def contents(v: Vademecum, plan: Plan, *, example: bool) -> Iterator[NamedSheet]:
    """Yield the sheets after the first, in their order; ``example`` tells whether one shows the example."""
    headings = _headings(v, plan, plan.tabs_seen(example=example))
    said = {
        plan.summary: v.word("xlsx-about-summary"),
        plan.results: v.word("xlsx-about-results"),
        plan.charts: v.word("xlsx-about-charts"),
        plan.example: v.word("xlsx-about-example"),
    }
    for tab in plan.tabs_seen(example=example):
        parts = plan.sheets.get(tab, ())
        about = None if parts and parts[0].sheet else next((part.about for part in parts if part.about), None)
        yield NamedSheet(tab, parts, headings.get(tab), about if parts else said[tab])


def _headings(v: Vademecum, plan: Plan, seen: list[str]) -> dict[str, Words]:
    """Return the heading above each sheet that begins a group: of parts, what is read, what is rarely used."""
    headings = {tab: heading for tab in seen if (heading := plan.heading(tab))}
    if not headings:
        return {}
    read = [tab for tab in seen if tab in {plan.summary, plan.results, plan.charts}]
    rest = [tab for tab in seen if tab == plan.example]
    return headings | {tab: v.word("xlsx-results") for tab in read[:1]} | {tab: v.word("xlsx-rest") for tab in rest}


def sheets_of(v: Vademecum, tool: Tool) -> list[NamedSheet]:
    """Return all sheets of the blank workbook of a large tool, one whose parts have headings; of any other none."""
    if not any(part.heading for part in tool.parts):
        return []
    plan = Plan(copy_of(v, tool, filled=False))
    first = NamedSheet(plan.readme, (), None, v.word("xlsx-about-readme"))
    return [first, *contents(v, plan, example=bool(tool.example))]
