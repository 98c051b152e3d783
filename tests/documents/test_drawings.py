"""The drawings of a tool as data: what stands where, for the example and for anything that people may write."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.documents.excel import workbook
from macros.documents.outline.copies import copy_of
from macros.documents.pdf.drawings import drawing
from macros.documents.pdf.press import press
from macros.documents.pdf.sheet import sheet
from macros.documents.pdf.texts import Texts
from macros.model.kinds import CHART_KINDS
from macros.model.tool import Tool
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, addresses
from macros.source.vademecum import vademecum

Rows = list[dict[str, Any]]


def drawn(identifier: str, kind: str, inputs: dict[str, Rows] | None = None) -> dict[str, Any]:
    """Return the drawing of one kind of a tool, of its example or of other inputs."""
    v = vademecum("fr")
    tool = v.get(Tool, identifier)
    copy = copy_of(v, tool, filled=True)
    if inputs is not None:
        copy = replace(copy, evaluation=Evaluation(copy.scope, addresses(tool, inputs), EXAMPLE_DAY))
    return drawing(Texts(v), copy, next(chart for chart in tool.charts if chart.kind == kind))


def tree(*nodes: tuple[str | None, str | None]) -> list[tuple[int, str]]:
    named = (zip(("code", "parent", "wording"), (*node, "Un but"), strict=True) for node in nodes)
    rows = [{name: value for name, value in row if value is not None} for row in named]
    return [(it["depth"], it["code"]) for it in drawn("objectives-tree", "tree", {"nodes": rows})["branches"]]


def test_the_example_tree_has_each_objective_below_the_one_that_it_serves() -> None:
    found = drawn("objectives-tree", "tree")["branches"]
    assert [it["depth"] for it in found].count(0) == 1
    assert max(it["depth"] for it in found) == 2
    assert len(found) == len({it["code"] for it in found}) > 5
    assert all(later["depth"] <= it["depth"] + 1 for it, later in pairwise(found))


def test_a_tree_sorts_rows_by_whom_they_serve_not_by_where_they_were_written() -> None:
    assert tree(("R1", "S1"), ("G", None), ("S2", "G"), ("S1", "G"), ("R2", "S2")) == [
        (0, "G"),
        (1, "S2"),
        (2, "R2"),
        (1, "S1"),
        (2, "R1"),
    ]


def test_a_tree_loses_no_objective_that_serves_nobody_known_itself_or_in_a_circle() -> None:
    assert tree(("A", "unknown"), ("B", "B"), ("C", "D"), ("D", "C")) == [(0, "A"), (0, "B"), (0, "C"), (1, "D")]


def test_a_tree_shows_no_row_without_a_code_and_two_rows_with_the_same() -> None:
    assert tree((None, "G"), ("G", None), ("S", "G"), ("S", "G")) == [(0, "G"), (1, "S"), (1, "S")]
    assert tree() == []


def test_a_tree_says_beside_a_row_what_further_columns_hold() -> None:
    found = drawn("organigram-roles", "tree")["branches"]
    assert found[0]["beside"] == ["Les membres, par le compte rendu"]
    assert all(it["beside"] == [] for it in drawn("objectives-tree", "tree")["branches"])


def lanes(*rows: dict[str, Any]) -> dict[str, list[tuple[str | None, Any, list[str]]]]:
    found = drawn("process-map", "lanes", {"processes": list(rows)})["lanes"]
    return {lane["label"]: [(box["code"], box["label"], box["from"]) for box in lane["boxes"]] for lane in found}


def test_lanes_hold_each_row_in_the_lane_that_it_names_with_what_leads_to_it() -> None:
    first = {"code": "C1", "process": "Accueillir", "family": "core"}
    second = {"code": "C2", "process": "Servir", "family": "core", "follows": "C1"}
    assert lanes({"process": "Compter", "family": "support"}, first, second, {"process": "Sans couloir"}) == {
        "Pilotage": [],
        "Cœur": [("C1", "Accueillir", []), ("C2", "Servir", ["C1"])],
        "Soutien": [(None, "Compter", [])],
    }


def test_a_chain_has_a_lane_for_each_step_and_its_ends_only_where_it_lies() -> None:
    chain, whole = drawn("impact-chain", "lanes"), drawn("process-map", "lanes")
    assert [len(lane["boxes"]) for lane in chain["lanes"]] == [2, 4, 4, 4, 2, 1]
    assert (chain["zones"], chain["ends"]) == ([5], [])
    assert chain["lanes"][4]["boxes"][0]["from"] == ["U1", "U2"]
    assert whole["ends"] == ["Besoin d’un membre", "Membre satisfait"]


def test_a_grid_has_a_point_for_each_row_in_use_also_where_nothing_stands() -> None:
    found = drawn("objectives-tree", "grid", {"cards": [{"code": "O1"}, {"code": "O2"}]})
    assert all([point["key"] for point in series["points"]] == ["r1", "r2"] for series in found["series"])
    whole = drawn("objectives-tree", "grid")
    assert {point["tone"] for series in whole["series"] for point in series["points"]} >= {"good", "act"}


def test_other_drawings_leave_out_what_is_no_number() -> None:
    rated, named = {"actor": "Une banque", "interest": 3, "power": 4}, {"actor": "Un lycée"}
    found = drawn("stakeholder-map", "quadrant", {"actors": [named, rated]})
    assert [[point["key"] for point in series["points"]] for series in found["series"]] == [["r2"], ["r2"]]


def test_a_quadrant_of_results_has_one_place_for_one_point() -> None:
    found = drawn("swot-tows", "quadrant")
    (across,), (up,) = (series["points"] for series in found["series"])
    assert across["key"] == up["key"]
    assert 0 < up["value"] < across["value"] < 1


def test_a_quadrant_of_ratings_reaches_from_the_least_to_the_greatest() -> None:
    assert [series["bounds"] for series in drawn("stakeholder-map", "quadrant")["series"]] == [[1, 5], [1, 5]]


def test_a_timeline_knows_the_day_on_which_it_is_read_and_other_drawings_none() -> None:
    found = drawn("action-plan", "gantt")["today"]
    assert (found["value"], found["text"]) == (46203, "30/06/2026")
    assert drawn("action-plan", "bar")["today"] is None


def test_parts_of_a_whole_show_their_shares_of_it() -> None:
    found = drawn("quality-loop", "pie")
    shares = [float(text.removesuffix("\u00a0%").replace(",", ".")) for text in found["shares"]]
    assert len(shares) == len([point for series in found["series"] for point in series["points"]])
    assert sum(shares) == pytest.approx(100, abs=0.2)
    assert drawn("trend-radar", "stacked")["shares"] == []


def test_steps_show_their_shares_of_the_step_before() -> None:
    assert drawn("member-pipeline", "funnel")["shares"] == [
        None,
        *(f"{text}\u00a0%" for text in ("83,3", "80", "50", "50")),
    ]


def test_a_radar_outlines_people_s_rows_and_else_its_series() -> None:
    found = drawn("partner-profile", "radar")
    assert (found["outlines"], len(found["series"])) == (5, 6)
    assert drawn("maturity-check", "radar")["outlines"] == 0


def test_a_timeline_says_how_a_row_reads() -> None:
    readings = drawn("project-workbook", "gantt")["series"][3]["points"]
    assert [(point["key"], point["text"], point["tone"]) for point in readings[-2:]] == [
        ("r6", "Critique", "watch"),
        ("r7", "Critique", "watch"),
    ]


def board(*, filled: bool) -> list[Any]:
    v = vademecum("fr")
    parts = sheet(v, v.get(Tool, "swot-tows"), filled=filled, site="")["parts"]
    return [box["lines"] for part in parts if part.get("board") for box in part["board"]["boxes"]]


def test_a_board_shows_each_row_whole_in_the_box_of_its_choice() -> None:
    assert board(filled=True)[0] == ["S1, O1 – Répondre à plusieurs aux grandes commandes"]
    assert board(filled=False) == [[], [], [], []]


KINDS = tuple(CHART_KINDS)
POINT = {"key": "r1", "label": "Un nom", "value": 2.0, "text": "2,00", "tone": "good"}
ODD: dict[str, list[dict[str, Any]]] = {
    "no series": [],
    "no points": [{"points": []}, {"points": []}],
    "a lone point": [{"points": [POINT]}],
    "a blank": [{"points": [POINT | {"value": None, "text": None, "tone": "none"}]}] * 2,
    "minus": [{"points": [POINT | {"value": -3.0}]}, {"points": [POINT]}],
    "no width": [{"points": [POINT], "bounds": [2, 2]}, {"points": [POINT], "bounds": [2, 2]}],
}


LANES = [
    {"label": "Un", "text": None, "boxes": []},
    {"label": "Deux", "text": "Le second.", "boxes": [{"code": "A", "label": "Un nom", "from": ["A", "B"]}]},
]


@pytest.mark.parametrize("zones", [[], [0], [3], [0, 0], [1, 2, 3]], ids=str)
@pytest.mark.parametrize("code", ["fr", "ar"])
def test_no_drawing_stops_a_document_whatever_it_shows(code: str, zones: list[float]) -> None:
    v = vademecum(code)
    blank = sheet(v, v.get(Tool, "go-nogo"), filled=False, site="")
    bands = [{"limit": zone, "text": str(zone)} for zone in zones]
    charts = [
        {"kind": kind, "title": f"{kind}, {name}", "alt": "Un dessin.", "zones": zones, "bands": bands, "branches": [],
         "today": {"value": 1.5, "label": "Ce jour", "text": "1"}, "shares": ["100"], "lanes": LANES, "ends": [],
         "series": [{"label": "Une série", "bounds": None} | one for one in series]}
        for kind in KINDS
        for name, series in ODD.items()
    ]  # fmt: skip
    assert press("tool", blank | {"charts": charts, "spacing": 1}).startswith(b"%PDF-")


def test_a_timeline_in_cells_keeps_its_place_and_the_line_of_today_when_it_is_recalculated(tmp_path: Path) -> None:
    """Ordinary spaces at the start of a kept value are lost as XML is read, which set all bars to the first day."""
    ironcalc = pytest.importorskip("ironcalc")
    v, path = vademecum("fr"), tmp_path / "plan.xlsx"
    path.write_bytes(workbook(v, v.get(Tool, "action-plan"), filled=True, site=""))
    book = load_workbook(path, data_only=True)
    sheet, n = book["Graphiques"], book.sheetnames.index("Graphiques")
    bars = [cell for row in sheet.iter_rows(max_col=20) for cell in row if "│" in str(cell.value)]
    assert len(bars) == 3
    assert len({str(cell.value).index("│") for cell in bars}) == 1
    first, second, third = (str(cell.value) for cell in bars)
    assert (first[0], second[0], third[-1]) == ("█", "\u00a0", "░")
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    assert [model.get_cell_value(n, cell.row, cell.column) for cell in bars] == [cell.value for cell in bars]
