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
from macros.model.field import Field, FieldType
from macros.model.kinds import FIELD_KINDS, FieldKind
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.pages.components import component
from macros.pages.form import Form
from macros.reckoning.evaluation import read
from macros.source.vademecum import vademecum
from tests.documents.opened import Opened

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


def test_the_table_has_each_type_that_data_may_name() -> None:
    assert tuple(FIELD_KINDS) == get_args(FieldType)


@EVERY
def test_formulas_see_a_value_of_its_kind(type_: str) -> None:
    one = tool(type_).parts[0].fields[0]
    seen = read(one, SAMPLES[one.kind.holds], ("one", "two"))
    expected = {"number": float, "bool": bool, "choice": str, "multi": tuple, "text": str}
    assert isinstance(seen, expected[one.kind.formula])


@EVERY
@pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
def test_every_file_takes_it(type_: str, *, filled: bool) -> None:
    v, asked = holding(type_), tool(type_)
    book = ZipFile(io.BytesIO(workbook(v, asked, filled=filled, site="")))
    assert "Champ" in book.read("xl/sharedStrings.xml").decode()
    assert "Champ" in Opened(document(v, asked, filled=filled, site="")).text()
    sheet = pypdf.PdfReader(io.BytesIO(tool_sheet(v, asked, filled=filled, site="")))
    assert "Champ" in "".join(page.extract_text() for page in sheet.pages)


@EVERY
def test_a_page_has_a_control_for_it_in_each_part(type_: str) -> None:
    v, asked = holding(type_), tool(type_)
    html = component("tool-form", v, lambda identifier: identifier, tool=asked, form_of=lambda one: Form(v, one))
    for part in asked.parts:
        assert f'name="kind-of-field.{part.key}' in html, part.key


@pytest.mark.parametrize(
    "kind", [kind for kind in FIELD_KINDS.values() if kind.decimals or kind.percent], ids=lambda kind: str(kind.excel)
)
def test_only_amounts_have_decimals(kind: FieldKind) -> None:
    assert kind.amount


def test_a_field_shows_its_own_decimals_or_those_of_its_type() -> None:
    field = {"id": "x.y.z", "key": "z", "type": "money", "label": "Z"}
    assert Field.model_validate(field).places == 2
    assert Field.model_validate(field | {"decimals": 0}).places == 0
