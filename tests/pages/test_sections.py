"""The sections of a large tool's page: which parts stand together, what is a step, what the workbook's list says."""

from __future__ import annotations

from macros.documents.excel.contents import sheets_of
from macros.model.tool import Tool
from macros.pages.form import Form
from macros.pages.sections import sections
from macros.source.vademecum import vademecum

V = vademecum("fr")
PLAN = Form(V, V.get(Tool, "financial-plan"))


def test_parts_of_a_large_tool_stand_in_sections_and_those_of_others_do_not() -> None:
    found = [[part.key for part in section.parts] for section in PLAN.sections]
    assert [key for keys in found for key in keys] == [part.key for part in PLAN.parts]
    assert ["cash-start", "liquidity"] in found  # a form that says not what it is for stands above what it is for
    assert ["growth", "taken"] in found
    assert sections(V.get(Tool, "go-nogo").parts) == []
    assert [len(members) for _, members in PLAN.groups] == [6, 4, 6, 3, 6, 3]


def test_what_only_reckons_beside_what_is_filled_in_is_a_step() -> None:
    assert {part.key for part in PLAN.parts if PLAN.step(part)} == {"growth", "taken", "factor", "months"}
    revenue = next(section for section in PLAN.sections if section.main.key == "revenue")
    assert revenue.first.key == "revenue"
    before, after = PLAN.turns(revenue)
    assert before
    assert after
    assert (before.main.key, after.main.key) == ("posts", "costs")  # « Croissance retenue » between them only reckons


def test_the_page_names_every_sheet_of_a_large_workbook_as_the_workbook_does() -> None:
    listed = sheets_of(V, PLAN.tool)
    assert listed[0].tab == "Lisez-moi"
    headings = [str(sheet.heading) for sheet in listed if sheet.heading]
    assert (headings[0], headings[-1]) == ("Résultats", "Pour comprendre")
    assert all(sheet.about for sheet in listed)
    assert sheets_of(V, V.get(Tool, "go-nogo")) == []
