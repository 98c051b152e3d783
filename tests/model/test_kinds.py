"""Each kind of field is in the table once, and every writer knows what to do with it."""

from __future__ import annotations

import io
import re
from functools import cache
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
from macros.source.vademecum import ROOT, vademecum
from tests import kind_samples
from tests.browser_formula import in_browser
from tests.documents.opened import Opened
from tests.documents.synthetic import synthetic
from tests.kind_samples import SAMPLES
from tests.workbook import same

CHOICES = [{"key": "low", "label": "Le premier"}, {"key": "high", "label": "Le second"}]
EVERY = pytest.mark.parametrize("type_", FIELD_KINDS)


def having(parts: list[dict[str, Any]], example: dict[str, Any]) -> Tool:
    """Return a tool with these parts."""
    return Tool.model_validate({
        "id": "kind-of-field", "title": "Essai", "tier": 1, "purpose": "Essayer.", "who": "Nous.", "when": "Un jour.",
        "serves": [], "warnings": ["Attention."], "sources": [{"text": "Usage", "basis": "practice"}],
        "formats": ["page", "xlsx", "docx", "pdf"], "before_start": "Rien.", "done_when": "C’est fait.",
        "parts": parts, "example": example, "expected": [],
    })  # fmt: skip


def tool(type_: str) -> Tool:
    """Return a tool with a field of a type in each kind of part that takes it, filled in."""
    kind = FIELD_KINDS[type_]
    field = {"key": "it", "type": type_, "label": "Champ"} | ({"choices": CHOICES} if kind.chosen else {})
    parts = [kind_samples.part(name, [field]) for name in PART_KINDS if type_ in kind_samples.taken(name)]
    return having(
        parts, {name["key"]: kind_samples.sample(name["kind"], {"it": SAMPLES[kind.holds]}) for name in parts}
    )


def beside(asked: Tool) -> Vademecum:
    """Return the vade-mecum with a tool more."""
    whole = vademecum("fr")
    return whole.model_copy(update={"tools": (*whole.tools, asked)})


@pytest.mark.parametrize(
    ("table", "names"), [(FIELD_KINDS, FieldType), (PART_KINDS, PartName), (CHART_KINDS, ChartName)]
)
def test_a_table_has_each_name_that_data_may_give(table: dict[str, Any], names: Any) -> None:
    assert tuple(table) == get_args(names)


@EVERY
def test_formulas_see_a_value_of_its_kind(type_: str) -> None:
    one = tool(type_).parts[0].fields[0]
    seen = read(one, SAMPLES[one.kind.holds], ("low", "high"))
    expected = {"number": float, "bool": bool, "choice": str, "multi": tuple, "text": str}
    assert isinstance(seen, expected[one.kind.formula])


EVERYWHERE = {"workbook": True, "word": True, "sheet": True}


def files(asked: Tool, *, filled: bool) -> dict[str, str]:
    """Return the words of the workbook, the Word file and the sheet of a tool."""
    v = beside(asked)
    book = ZipFile(io.BytesIO(workbook(v, asked, filled=filled, site="")))
    sheet = pypdf.PdfReader(io.BytesIO(tool_sheet(v, asked, filled=filled, site="")))
    return {
        "workbook": book.read("xl/sharedStrings.xml").decode(),
        "word": Opened(document(v, asked, filled=filled, site="")).text(),
        "sheet": " ".join("".join(page.extract_text() for page in sheet.pages).split()),
    }


def html(asked: Tool) -> str:
    v = beside(asked)
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
    assert {name: "Champ" in words for name, words in files(tool(type_), filled=filled).items()} == EVERYWHERE


@pytest.mark.parametrize("name", PART_KINDS)
def test_every_writer_lays_out_a_kind_of_part(name: str) -> None:
    asked = having([kind_samples.part(name, [{"key": "it", "type": "text", "label": "Champ"}])], {})
    found = files(asked, filled=False)
    assert {writer: f"Partie {name}" in words for writer, words in found.items()} == EVERYWHERE
    assert f'name="kind-of-field.{name}' in html(asked)


@cache
def drawn() -> tuple[dict[str, str], str]:
    """Return the words of the files of the synthetic tool, which has a chart of every kind, and its page."""
    return files(synthetic(), filled=True), html(synthetic())


@pytest.mark.parametrize("name", CHART_KINDS)
def test_every_writer_draws_a_kind_of_chart_or_shows_its_table(name: str) -> None:
    """Word draws none."""
    found, page = drawn()
    assert f"Dessin {name}" in found["workbook"]
    assert f"Dessin {name}" in found["sheet"]
    assert f'data-chart="{name}"' in page


def test_scripts_ask_what_a_kind_is_never_for_its_name() -> None:
    """The type of an HTML control is another thing."""
    name = "|".join([*FIELD_KINDS, *PART_KINDS, *CHART_KINDS])
    asks = re.compile(rf'(?<!control\.)\b(?:type|kind) [!=]== "(?:{name})"')
    found = [
        f"{path.name}: {hit[0]}" for path in (ROOT / "web").rglob("*.js") for hit in asks.finditer(path.read_text())
    ]
    assert found == []


def test_a_page_draws_every_kind_of_chart_but_a_grid_which_is_its_table() -> None:
    script = (ROOT / "web/tool/charts.js").read_text()
    names = re.findall(r"^  (\w+)[,:]", script.split("const DRAWN = {")[1].split("};")[0], re.MULTILINE)
    assert {*names} == {*CHART_KINDS} - {"grid"}


@EVERY
def test_a_page_has_a_control_for_it_in_each_part(type_: str) -> None:
    page = html(tool(type_))
    for part in tool(type_).parts:
        assert f'name="kind-of-field.{part.key}' in page, part.key


@EVERY
def test_a_page_writes_it_in_its_direction(type_: str) -> None:
    assert ('<input type="text" dir="ltr"' in html(tool(type_))) == bool(FIELD_KINDS[type_].address)


@pytest.mark.parametrize(
    "kind", [kind for kind in FIELD_KINDS.values() if kind.decimals or kind.percent], ids=lambda kind: str(kind.excel)
)
def test_only_amounts_have_decimals(kind: FieldKind) -> None:
    assert kind.amount


def test_a_field_shows_its_own_decimals_or_those_of_its_type() -> None:
    field = {"id": "x.y.z", "key": "z", "type": "money", "label": "Z"}
    assert Field.model_validate(field).places == 2
    assert Field.model_validate(field | {"decimals": 0}).places == 0


def test_no_writer_asks_a_kind_by_its_name() -> None:
    """Typst alone does, where it says which of its functions draws a part or a chart."""
    asked = r"\b(?:field|column|it)\.type (?:==|!=|in) |\.get\([^)]*field\.type\b"
    by_name = {".typ": asked, ".py": asked + r"|\b(?:part|form|chart)\.kind (?:==|!=|in|not in) "}
    writers = [path for path in (ROOT / "macros" / "documents").rglob("*.*") if path.suffix in by_name]
    assert len(writers) > 60
    assert [path.name for path in writers if re.search(by_name[path.suffix], path.read_text(encoding="utf-8"))] == []
