"""A tool as a form on a page: names and beginnings of its controls, where choices stand open, what its script gets."""

from __future__ import annotations

import re

import pytest

from macros.model.field import Field, Part
from macros.model.tool import Tool
from macros.pages.components import component
from macros.pages.form import Form
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, addresses
from macros.site.downloads import Shown
from macros.source.vademecum import vademecum


def form(tool: str, code: str = "fr") -> Form:
    v = vademecum(code)
    return Form(v, v.get(Tool, tool))


def part(of: Form, key: str) -> Part:
    return next(part for part in of.parts if part.key == key)


def field(of: Form, name: str) -> tuple[Part, Field]:
    place, key = name.split(".")
    found = part(of, place).field(key)
    assert found
    return part(of, place), found


@pytest.mark.parametrize("tool", [tool for tool in vademecum("fr").tools if tool.parts], ids=lambda tool: tool.id)
def test_a_tool_offers_its_best_way_first(tool: Tool) -> None:
    v = vademecum("fr")
    files = [
        Shown(f"{form}.{form}", form, "blank", f"{form}.{form}", "1 ko") for form in sorted({*tool.formats, "pdf"})
    ]
    shown = component("tool-files", v, lambda uri: uri, tool=tool, files=lambda _: files, sheets=lambda _: [])
    ways = re.findall(r'href="(?:#[\w-]+\.(fill)"|(\w+)\.\2"|([\w-]+)(?:/index)?\.md")', shown)
    first = next(filter(None, ways[0]))
    assert first == (tool.place or ("fill" if tool.formats[0] == "page" else tool.formats[0]))
    said = "Cet outil se remplit dans" in shown, "Le plus commode est" in shown
    file = not tool.place and tool.formats[0] != "page"
    assert said == (file and "page" not in tool.formats, file and "page" in tool.formats)


def test_controls_are_named_with_the_keys_of_the_answers() -> None:
    go, plan = form("go-nogo"), form("financial-plan")
    assert go.key(*field(go, "facts.ready")) == "go-nogo.facts#ready"
    assert go.key(*field(go, "statements.rating"), "firms") == "go-nogo.statements.firms#rating"
    assert plan.key(*field(plan, "revenue.fees"), "y2") == "financial-plan.revenue.fees#y2"
    assert go.key(*field(go, "next-steps.owner"), "r1") == "go-nogo.next-steps.r1#owner"
    kinds = field(go, "facts.kinds")
    assert go.tick(*kinds, None, go.choices(kinds[1])[0]) == "go-nogo.facts#kinds.firm"


def test_ticks_among_several_are_read_together() -> None:
    go = form("go-nogo")
    given = {"go-nogo.facts#kinds.public": True, "go-nogo.facts#kinds.firm": True, "go-nogo.facts#kinds.other": None}
    assert addresses(go.tool, given) == {("facts", "kinds", None): ("public", "firm")}
    assert Evaluation(go.scope, given, EXAMPLE_DAY).one("facts", "kinds", None) == ("firm", "public")


@pytest.mark.parametrize(
    ("name", "value", "french", "arabic"),
    [
        ("assumptions.base-days", 360, "360", "360"),
        ("assumptions.cash", 1234567.5, "1234567,5", "1234567.5"),
        ("assumptions.tax-rate", 0.125, "12,5\u00a0%", "12.5\u00a0%"),
        ("assumptions.start", "2026-01-01", "2026-01-01", "2026-01-01"),
        ("assumptions.currency", None, "", ""),
    ],
)
def test_values_are_written_as_people_write_them(name: str, value: object, french: str, arabic: str) -> None:
    for code, expected in (("fr", french), ("ar", arabic)):
        plan = form("financial-plan", code)
        assert plan.written(field(plan, name)[1], value) == expected  # type: ignore[arg-type]


def test_controls_begin_with_defaults_and_the_values_of_named_rows() -> None:
    plan = form("financial-plan")
    assert plan.begins(*field(plan, "assumptions.base-days")) == 360
    assert plan.begins(*field(plan, "tags.origin"), "grants") == "public"
    assert plan.begins(*field(plan, "items.cost"), "r1") is None


def test_few_choices_stand_open_where_there_is_room() -> None:
    go, plan = form("go-nogo"), form("financial-plan")
    assert go.open(*field(go, "statements.rating"))
    assert go.broad(part(go, "statements"))
    assert not plan.open(*field(plan, "grounds.assumption"))
    assert go.grouped(*field(go, "facts.kinds"))
    assert not go.grouped(*field(go, "facts.ready"))


def test_a_table_begins_with_its_named_rows_and_a_few_free_ones() -> None:
    go, plan = form("go-nogo"), form("financial-plan")
    assert [at for at, _ in go.rows(part(go, "alternatives"))][-1] == "nothing"
    assert [at for at, _ in plan.rows(part(plan, "grounds"))] == ["r1", "r2", "r3"]


def test_messages_about_a_free_row_stand_in_the_widest_column_unless_rows_stack() -> None:
    plan, calendar = form("business-plan"), form("events-calendar")
    assert plan.spoken(part(plan, "team")) == "role"  # after a person’s name, before another text
    assert calendar.spoken(part(calendar, "events")) == ""


def test_the_script_gets_no_words() -> None:
    data = form("go-nogo").data
    assert data["example"]["go-nogo.facts#firms"] == 85
    assert data["fields"]["alternatives.fit"] == {"type": "num", "decimals": 0, "min": 0, "max": 3}
    assert data["fields"]["result.score"]["decimals"] == 1
    del data["example"]
    assert "Oui" not in str(data)


def test_a_wide_table_stacks_to_be_filled_in_and_scrolls_to_be_compared() -> None:
    calendar = form("events-calendar")
    events, year = part(calendar, "events"), part(calendar, "year")
    assert (calendar.shape(events), calendar.shape(year)) == ("tall", "figures")
    assert {form("go-nogo").shape(some) for some in form("go-nogo").parts} == {""}


def test_rows_of_many_columns_fold_on_a_phone_and_a_chart_follows_the_part_that_it_shows() -> None:
    go, mix = form("go-nogo"), form("funding-mix")
    assert [(key, go.carded(part(go, key))) for key in ("statements", "alternatives")] == [
        ("statements", False),
        ("alternatives", True),
    ]
    assert [chart.series for chart in mix.charts(part(mix, "sources"))] == [("sources.counted[]",)]
    assert {chart.key for chart in mix.tool.charts} == {
        chart.key for of in (None, *mix.parts) for chart in mix.charts(of)
    }
    assert [chart.series for chart in go.charts()] == [("score",)]
    assert (go.steps, mix.paid(part(mix, "sources")), form("trust-plan").steps) == (True, True, False)
