"""Each kind of field is in the table once, and every writer knows what to do with it."""

from __future__ import annotations

import io
from typing import Any, get_args
from zipfile import ZipFile

import pypdf
import pytest

from macros.documents.excel import workbook
from macros.documents.pdf import tool_sheet
from macros.documents.word import document
from macros.model.field import Field
from macros.model.kinds import CHART_KINDS, FIELD_KINDS, PART_KINDS, ChartName, FieldKind, FieldType, PartName
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.pages.components import component
from macros.pages.form import Form
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, read
from macros.reckoning.scope import Scope
from macros.source.vademecum import vademecum
from tests.browser_formula import in_browser
from tests.documents.opened import Opened
from tests.documents.synthetic import synthetic
from tests.workbook import same

SAMPLES: dict[str, Any] = {
    "words": "Un mot", "number": 0.5, "day": "2026-05-31", "choice": "one", "choices": ["one", "two"], "tick": True,
}  # fmt: skip
"""For each way to hold a value, one value."""

CHOICES = [{"key": "one", "label": "Le premier"}, {"key": "two", "label": "Le second"}]
EVERY = pytest.mark.parametrize("type_", FIELD_KINDS)


def tool(type_: str) -> Tool:
    """Return a tool with a field of a type in each kind of part that takes it, filled in."""
    kind = FIELD_KINDS[type_]
    field = {"key": "it", "type": type_, "label": "Champ"} | ({"choices": CHOICES} if kind.chosen else {})
    sample, only_forms = SAMPLES[kind.holds], kind.holds == "choices"
    parts: list[dict[str, Any]] = [
        {"key": "form", "kind": "form", "title": "Formulaire", "fields": [field]},
        {"key": "table", "kind": "table", "title": "Tableau", "blank_rows": 2, "fields": [field]},
        {"key": "matrix", "kind": "matrix", "title": "Matrice", "periods": [{"key": "a", "label": "An 1"}],
         "fields": [field]},
    ]  # fmt: skip
    given = {"form": {"it": sample}, "table": [{"it": sample}], "matrix": {"it": [sample]}}
    kept = parts[: 1 if only_forms else 3]
    return Tool.model_validate({
        "id": "kind-of-field", "title": "Essai", "tier": 1, "purpose": "Essayer.", "who": "Nous.", "when": "Un jour.",
        "serves": [], "warnings": ["Attention."], "sources": [{"text": "Usage", "basis": "practice"}],
        "formats": ["page", "xlsx", "docx", "pdf"], "before_start": "Rien.", "done_when": "C’est fait.",
        "parts": kept, "example": {part["key"]: given[part["key"]] for part in kept}, "expected": [],
    })  # fmt: skip


def holding(type_: str) -> Vademecum:
    """Return the vade-mecum with that tool in it."""
    whole = vademecum("fr")
    return whole.model_copy(update={"tools": (*whole.tools, tool(type_))})


@pytest.mark.parametrize(
    ("table", "names"), [(FIELD_KINDS, FieldType), (PART_KINDS, PartName), (CHART_KINDS, ChartName)]
)
def test_a_table_has_each_name_that_data_may_give(table: dict[str, Any], names: Any) -> None:
    assert tuple(table) == get_args(names)


@EVERY
def test_formulas_see_a_value_of_its_kind(type_: str) -> None:
    one = tool(type_).parts[0].fields[0]
    seen = read(one, SAMPLES[one.kind.holds], ("one", "two"))
    expected = {"number": float, "bool": bool, "choice": str, "multi": tuple, "text": str}
    assert isinstance(seen, expected[one.kind.formula])


def holds(v: Vademecum, asked: Tool, words: str, *, filled: bool, word: bool = True) -> None:
    """See that the workbook, the Word file and the sheet of a tool hold these words."""
    book = ZipFile(io.BytesIO(workbook(v, asked, filled=filled, site="")))
    assert words in book.read("xl/sharedStrings.xml").decode()
    assert not word or words in Opened(document(v, asked, filled=filled, site="")).text()
    sheet = pypdf.PdfReader(io.BytesIO(tool_sheet(v, asked, filled=filled, site="")))
    assert words in " ".join("".join(page.extract_text() for page in sheet.pages).split())


def html(v: Vademecum, asked: Tool) -> str:
    return component("tool-form", v, lambda identifier: identifier, tool=asked, form_of=lambda one: Form(v, one))


@EVERY
def test_the_browser_reads_it_as_python_does(type_: str) -> None:
    scope, at = Scope(tool(type_)), ("form", "it", None)
    inputs: dict[Any, Any] = {at: SAMPLES[FIELD_KINDS[type_].holds]}
    ((values, _),) = in_browser([(scope, inputs, EXAMPLE_DAY, [at])])
    assert same(values[at], Evaluation(scope, inputs, EXAMPLE_DAY).one(*at))


@EVERY
@pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
def test_every_file_takes_it(type_: str, *, filled: bool) -> None:
    holds(holding(type_), tool(type_), "Champ", filled=filled)


@pytest.mark.parametrize("name", PART_KINDS)
def test_every_writer_lays_out_a_kind_of_part(name: str) -> None:
    runs = {"": {}, "rows": {"blank_rows": 2}, "periods": {"periods": [{"key": "a", "label": "An 1"}]}}
    field = {"key": "it", "type": "text", "label": "Champ"}
    part = {"key": "part", "kind": name, "title": "Une partie", "fields": [field]} | runs[PART_KINDS[name].along]
    asked = Tool.model_validate({
        **tool("text").model_dump(include={"id", "title", "tier", "purpose", "who", "when", "serves", "warnings"}),
        "sources": [{"text": "Usage", "basis": "practice"}], "formats": ["page", "xlsx", "docx", "pdf"],
        "before_start": "Rien.", "done_when": "C’est fait.", "parts": [part], "example": {}, "expected": [],
    })  # fmt: skip
    v = vademecum("fr").model_copy(update={"tools": (*vademecum("fr").tools, asked)})
    holds(v, asked, "Une partie", filled=False)
    assert 'name="kind-of-field.part' in html(v, asked)


@pytest.mark.parametrize("name", CHART_KINDS)
def test_every_writer_draws_a_kind_of_chart_or_shows_its_table(name: str) -> None:
    """A sample of each stands in the synthetic tool; a page shows the table of a kind that it does not draw."""
    whole = synthetic()
    charts = {chart.kind: chart for chart in whole.charts}
    assert name in charts, "add a sample to charts() of tests/documents/synthetic.py"
    asked = whole.model_copy(update={"charts": (charts[name],)})
    v = vademecum("fr").model_copy(update={"tools": (*vademecum("fr").tools, asked)})
    holds(v, asked, f"Dessin {name}", filled=True, word=False)
    assert f'data-chart="{name}"' in html(v, asked)


@EVERY
def test_a_page_has_a_control_for_it_in_each_part(type_: str) -> None:
    v, asked = holding(type_), tool(type_)
    for part in asked.parts:
        assert f'name="kind-of-field.{part.key}' in html(v, asked), part.key


@pytest.mark.parametrize(
    "kind", [kind for kind in FIELD_KINDS.values() if kind.decimals or kind.percent], ids=lambda kind: str(kind.excel)
)
def test_only_amounts_have_decimals(kind: FieldKind) -> None:
    assert kind.amount


def test_a_field_shows_its_own_decimals_or_those_of_its_type() -> None:
    field = {"id": "x.y.z", "key": "z", "type": "money", "label": "Z"}
    assert Field.model_validate(field).places == 2
    assert Field.model_validate(field | {"decimals": 0}).places == 0
