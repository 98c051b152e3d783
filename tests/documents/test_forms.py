"""The forms that people know: SWOT and TOWS on a wall, both logical frameworks, SMART beside its objective."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pypdfium2
import pytest

from macros.documents.pdf import pocket, tool_sheet
from macros.documents.pdf.bands import boxes
from macros.model.tool import Tool
from macros.source.vademecum import vademecum
from tests import kind_samples
from tests.documents import specimens

BOTH = pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])


@cache
def made(identifier: str, *, filled: bool) -> pypdfium2.PdfDocument:
    v = vademecum("fr")
    return pypdfium2.PdfDocument(tool_sheet(v, v.get(Tool, identifier), filled=filled))


def spot(page: pypdfium2.PdfPage, text: str) -> tuple[float, float]:
    """Return where a text begins on a page, from the left and from the top; each is there once."""
    read = page.get_textpage()
    search = read.search(text)
    found = search.get_next()
    assert found, text
    left, _, _, top = read.get_charbox(found[0])
    return left, page.get_height() - top


def told(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\ufffe", "-")


@BOTH
def test_the_swot_is_two_by_two_on_one_sheet_and_the_tows_stands_between_what_it_crosses(*, filled: bool) -> None:
    swot, tows = made("swot-tows", filled=filled)[0], made("swot-tows", filled=filled)[1]
    strengths, weaknesses, opportunities, threats = (
        spot(swot, f"{name} (") for name in ("Forces", "Faiblesses", "Opportunités", "Menaces")
    )
    assert (strengths[1], opportunities[1]) == pytest.approx((weaknesses[1], threats[1]), abs=3)
    assert (strengths[0], weaknesses[0]) == pytest.approx((opportunities[0], threats[0]), abs=3)
    assert strengths[1] + 100 < opportunities[1]
    assert strengths[0] + 100 < weaknesses[0]
    above = {name: spot(tows, f"{name} (") for name in ("Forces", "Faiblesses")}
    beside = {name: spot(tows, f"{name} (") for name in ("Opportunités", "Menaces")}
    for box, over, left in (("SO", "Forces", "Opportunités"), ("WO", "Faiblesses", "Opportunités"),
                            ("ST", "Forces", "Menaces"), ("WT", "Faiblesses", "Menaces")):  # fmt: skip
        x, y = spot(tows, f"{box} :")
        assert (x, y) == (pytest.approx(above[over][0], abs=3), pytest.approx(beside[left][1], abs=3)), box
    assert ("Les délais sont trop longs" in told(tows)) == filled


@BOTH
def test_each_logical_framework_is_one_landscape_sheet(*, filled: bool) -> None:
    document = made("logframe", filled=filled)
    assert [page.get_width() > page.get_height() for page in document] == [True] * 3
    classic, chain, _ = map(told, document)
    heads = ["Logique d’intervention", "Indicateur vérifiable", "Source de vérification", "Hypothèses", "Activités"]
    values = ["Impact", "Effet", "Produit", "Valeur de départ", "Valeur actuelle", "Valeur cible"]
    assert [head for head in [*heads, "Objectif général"] if head not in classic] == []
    assert [head for head in values if head not in chain or head in classic] == []
    assert ("Emplois des membres" in classic, "30/06/2026" in chain) == (filled, filled)


def test_a_row_stands_in_the_band_of_its_level() -> None:
    page = made("logframe", filled=True)[0]
    result, second = spot(page, "Un modèle d’offre commune est prêt"), spot(page, "Un stand commun présente")
    purpose, activity = spot(page, "Les membres répondent à plusieurs"), spot(page, "Bâtir une offre type")
    assert spot(page, "Objectif spécifique")[1] < purpose[1] < spot(page, "Résultat")[1] + 20 < second[1]
    assert result[1] < second[1] < activity[1]


@BOTH
def test_the_smart_boxes_stand_in_one_line_below_their_objective(*, filled: bool) -> None:
    document = made("objectives-tree", filled=filled)
    page = next(page for page in document if told(page).count("Mesurable") > (1 if filled else 2))
    tops = [spot(page, name)[1] for name in ("Précis", "Mesurable", "Atteignable", "Utile au but", "Daté")]
    assert max(tops) - min(tops) < 3
    if filled:
        assert 0 < tops[0] - spot(page, "Répondre à plusieurs aux grandes commandes")[1] < 40


@BOTH
def test_a_row_stands_whole_on_one_page(*, filled: bool) -> None:
    part = vademecum("fr").get(Tool, "business-plan-check").part("criteria")
    assert part is not None
    texts = [squeezed(told(page)) for page in made("business-plan-check", filled=filled)]
    broken = [row.label for row in part.rows if not any(squeezed(f"{row.label}{row.help}") in text for text in texts)]
    assert broken == []


def test_in_the_pocket_a_topic_stands_with_its_first_question() -> None:
    v = vademecum("fr")
    (page,) = pypdfium2.PdfDocument(pocket(v))
    for topic in v.topics:
        title, question = spot(page, topic.title), spot(page, topic.questions[0].text[:20])
        assert question == pytest.approx(title, abs=25), topic.id


def test_what_is_named_after_the_field_before_it_stands_with_it() -> None:
    part = vademecum("fr").get(Tool, "logframe").part("chain")
    assert part is not None
    found = [[field.key for field in box] for box in boxes(part.fields) if len(box) > 1]
    assert found == [["baseline", "baseline-year"], ["current", "current-date"], ["target", "target-year"]]


@BOTH
def test_a_band_takes_fields_of_every_kind(*, filled: bool) -> None:
    levels = [{"key": key, "label": key, "value": n} for n, key in enumerate(("low", "high"))]
    level = {"key": "level", "type": "choice", "label": "Niveau", "list": "levels"}
    fields = kind_samples.fields("table", {"list": "levels"})
    names = [f"Nommé {n}" for n in range(len(fields))]
    fields = [field | {"label": name} for field, name in zip(fields, names, strict=True)]
    part = {
        "key": "m",
        "kind": "table",
        "title": "Matrice",
        "banded": True,
        "blank_rows": 2,
        "fields": [level, *fields],
    }
    variants = [{"key": "one", "title": "Une feuille", "parts": ["m"]}]
    tool = specimens.tool(
        parts=[part], variants=variants, paper="a4-landscape", lists=[{"key": "levels", "choices": levels}],
        example={"m": [kind_samples.values("table") | {"level": "high"}]},
    )  # fmt: skip
    (page,) = [
        page for page in pypdfium2.PdfDocument(tool_sheet(vademecum("fr"), tool, filled=filled)) if "low" in told(page)
    ]
    assert [name for name in names if name.replace(" ", "") not in told(page).replace(" ", "")] == []


def test_heads_of_a_grid_keep_apart_also_with_the_mark_of_an_untranslated_word() -> None:
    v = vademecum("ar")
    document = pypdfium2.PdfDocument(tool_sheet(v, v.get(Tool, "objectives-tree"), filled=True))
    page = document[len(document) - 1].get_textpage()
    spans = []
    for word in ("Précis", "Mesurable", "Atteignable"):
        start, count = page.search(word, match_case=True).get_next()
        letters = [page.get_charbox(n) for n in range(start, start + count)]
        spans.append((min(box[0] for box in letters), max(box[2] for box in letters)))
    assert all(before[1] < after[0] for before, after in pairwise(sorted(spans))), spans
