"""What is wrong inside a tool is found on load, at its line, with its remedy; a new tool needs its file alone."""

from __future__ import annotations

import re

import pytest

from macros.errors import DataError, Fault
from macros.model.tool import Tool
from macros.model.words import entries
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation, example, key, start
from macros.reckoning.scope import Scope
from macros.source.vademecum import ROOT, vademecum
from tests.conftest import Project

NEW = "content/tools/meeting-cost.yml"


def documented() -> str:
    """Return the tool that CONTRIBUTING.md adds."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return next(block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "id: meeting-cost" in block)


@pytest.fixture
def added(project: Project) -> Project:
    project.write(NEW, documented())
    return project


def test_a_new_tool_is_a_new_file_and_nothing_else(added: Project) -> None:
    v = vademecum("fr", added.root)
    tool = v.get(Tool, "meeting-cost")
    evaluation = Evaluation(Scope(tool, v.tool_frame.lists), example(tool), EXAMPLE_DAY)
    assert evaluation.results() == {"total": 8800.0, "reading": "heavy"}
    assert [(f.check.key, f.at) for f in evaluation.fired()] == [("crowd", "r2")]
    assert {key(tool, address): value for address, value in start(tool).items()} == {"meeting-cost.basis#rate": 40}


def test_everything_in_a_tool_has_its_own_id_and_can_be_translated(added: Project) -> None:
    tool = vademecum("fr", added.root).get(Tool, "meeting-cost")
    found = [entry.id for entry in entries(tool)]
    assert len(found) == len(set(found))
    assert {
        "meeting-cost.meetings.cost",
        "meeting-cost.result.reading.heavy",
        "meeting-cost.check.crowd",
        "meeting-cost.chart.shares",
        "meeting-cost.example.meetings.r1.name",
        "meeting-cost.source1",
    } <= set(found)
    added.write("translations/en/tools/meeting-cost.yml", "meeting-cost.meetings.cost:\n  label: Cost\n")
    part = vademecum("en", added.root).get(Tool, "meeting-cost").part("meetings")
    assert part is not None
    field = part.field("cost")
    assert field is not None
    assert (field.label, field.label.language, field.formula) == ("Cost", "en", "hours * people * basis.rate")


@pytest.mark.parametrize(
    "mistake",
    [
        ("hours * people *", "hour * people *", "« hour » ne désigne aucun champ", "« hours »", "key: cost"),
        ("hours * people *", "hours * * people *", "n’est pas une valeur", "nombre", "key: cost"),
        ("hours * people *", "name * people *", "un nombre était attendu, pas un texte", "formule", "key: cost"),
        ("cost / sum(meetings.cost[])", "share / 2", "se mord la queue", "rompre", "key: share"),
        ("band(total, :light", "band(total, :ligth", "« :ligth » n’est pas dans la liste", "« light »", "key: reading"),
        ("band(total, :light, 5000, :heavy)", "total", "donne un nombre, le champ attend un choix", "« type »", "key: reading"),
        ("when: people > 12", "when: people + 12", "ce n’est pas une condition", "comparer", "key: crowd"),
        ("part: meetings, when", "part: meeting, when", "« meeting » n’existe pas", "« meetings »", "key: crowd"),
        ('series: ["meetings.cost[]"]', 'series: ["meetings.price[]"]', "« price »", "choisir", "key: shares"),
        ("kind: bar, title", "kind: lanes, title", "les choix d’une colonne", "« choice »", "key: shares"),
        ("hours: 20", "hours: vingt", "« vingt » n’est pas un nombre", "12.5", "id: meeting"),
        ("hours: 20", 'hours: "1.500"', "« 1.500 » se lit de deux façons", "sans guillemets", "id: meeting"),
        ("people: 5", "people: 0", "sort des bornes", "entre 1.0", "id: meeting"),
        ("hours: 20", "hour: 20", "« hour » n’est pas un champ", "« hours »", "id: meeting"),
        ("hours: 20", "cost: 20", "« cost » se calcule", "« expected »", "id: meeting"),
        ("total: 8800", "total: 8801", "total donne 8800.0, 8801", "corriger", "id: meeting"),
        ("total: 8800", "totla: 8800", "« totla » ne désigne", "« total »", "id: meeting"),
        ("reading: heavy", "reading: light", "reading donne heavy", "corriger", "id: meeting"),
        ("type: num, label: Personnes", "type: choice, list: people, label: P", "« people » n’existe", "origin", "key: people"),
        ("key: rate", "key: today", "« today » est un mot des formules", "autrement", "key: today"),
        ("default: 40", "default: cher", "« cher » n’est pas un nombre", "12.5", "key: rate"),
        ("type: num, label: P", "type: bool, default: true, label: P", "pas gardé", "parte vide", "key: people"),
        ("    blank_rows: 10\n", "", "un tableau sans lignes", "blank_rows", "key: meetings"),
        ("title: Réunions", "title: Réunions\n    banded: true", "n’a pas de choix", "« choice »", "key: meetings"),
        ("title: Réunions", "title: Réunions\n    banded: true", "aucune version", "« variants »", "key: meetings"),
        ("title: Réunions", "title: Réunions\n    crosses: [basis]", "quatre tableaux", "à côté", "key: meetings"),
        ("title: Réunions", "title: Réunions\n    crosses: [basics]", "« basics » n’existe pas", "« basis »", "key: meetings"),
        ("key: hours", "key: people", "sert deux fois", "neuf", "key: people"),
        ("a02]", "a99]", "a99 » ne désigne rien", "écrire", "id: meeting"),
        ("formats:", "calendar: {part: meeting, date: name, title: name}\nformats:", "« meeting » n’existe", "« meetings »", "id: meeting"),
        ("formats:", "calendar: {part: meetings, date: day, title: name}\nformats:", "« day » à remplir n’existe", "choisir", "id: meeting"),
        ("formats:", "joins: [{part: meeting, list: risks, title: name}]\nformats:", "« meeting » n’existe", "« meetings »", "id: meeting"),
        ("formats:", "joins: [{part: meetings, list: risks, title: risk}]\nformats:", "« risk » à remplir n’existe", "choisir", "id: meeting"),
        ("formats:", "joins: [{part: meetings, list: risks}]\nformats:", "rien ne nomme", "title", "id: meeting"),
        ("formats:", "joins: [{part: meetings, list: risks, title: name, date: name}]\nformats:", "pas de dates", "nommer", "id: meeting"),
        ("formats:", "joins: [{part: meetings, list: risks, title: name, only: {name: big}}]\nformats:", "« big » n’est pas un choix", "à choix", "id: meeting"),
        ("formats:", "joins: [{part: meetings, list: risks, title: name}, {part: meetings, list: risks, title: name}]\nformats:", "deux fois la même liste", "garder", "id: meeting"),
        ("default: 40, min: 0", "min: 50, max: 20", "min dépasse max", "échanger", "key: rate"),
        ("formats: [page, xlsx]", "formats: []", "compte 0 élément", "au moins 1", "formats"),
        ("blank_rows: 10", 'blank_rows: 10\n    survey: "true"', "vrai ou faux", "true ou false", "survey:"),
        ("formats: [", "formats: [xlsx, xlsx, ", "« xlsx » est là deux fois", "garder", "id: meeting"),
        ("formats:", "calendar: {part: meetings, date: name, title: name}\nformats:", "pas de dates", "nommer", "id: meeting"),
        ("label: Coût,", "label: Coût, named: basis.rate,", "« basis.rate » n’est pas un texte", "partie.champ", "key: cost"),
        ("label: Coût,", "label: Coût, named: meetings.name,", "a plusieurs valeurs", "[clé] pour une", "key: cost"),
        ("label: Coût,", "label: Coût, unit: euros, named: basis.rate,", "ne dit que lui", "« unit »", "key: cost"),
        ("d’une heure,", "d’une heure, named: rate,", "seule une colonne change de nom", "retirer", "key: rate"),
        ("title: Réunions", "title: Réunions\n    months: basis.rate", "des mois ailleurs", "« months »", "key: meetings"),
        ("key: basis", "key: Basis", "identifiant", "minuscules", "key: Basis"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_tool_is_said(mistake: tuple[str, str, str, str, str], added: Project) -> None:
    old, new, wrong, mend, at = mistake
    added.replace(NEW, old, new)
    with pytest.raises(DataError) as caught:
        vademecum("fr", added.root)
    found: list[Fault] = [fault for fault in caught.value.faults if wrong in fault.wrong]
    assert found, caught.value
    assert {fault.file for fault in caught.value.faults} == {f"data/{NEW}"}
    assert mend in found[0].mend
    assert found[0].line == added.line(NEW, at)
