"""An example that leaves the fact sheet is found, with its file and line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from macros.source.agreement import SHEET, TOLD, disagreements
from macros.source.datafile import parse
from macros.source.said import NUMERALS
from tests.conftest import Project
from tests.source.test_load import TOOL, only

FACTS = """\
name: Cluster Exemple
legal_form: Association
sector: Mécanique
place: Quelque part
day: "2026-06-30"
classes:
  - {category: Petites entreprises, members: 30, fee: 500, collection: 0.9}
organisations:
  - {name: Atelier Nord, relation: member, fee: 1000}
  - {name: Fonderie Sud, relation: member, fee: 6500}
people:
  - {name: Karim Benali, organisation: Atelier Nord, role: Présidence}
roles: [Trésorerie]
bodies:
  - {name: board, members: 8, present: 6}
results:
  - {code: R1, parent: O1, text: Un relevé commun}
steps:
  - {action: Mesurer les délais, owner: Karim Benali, due: "2026-03-31", cost: 1500}
years:
  cash: [20125, 24000, 29000]
figures:
  - {value: 47, what: membres, of: membres, at: [sample.form.members, sample.rows.r2.count]}
  - {value: 14, what: moyennes, of: entreprises moyennes}
  - {value: 6500, what: cotisation, after: grandes}
  - {value: 85, what: entreprises, of: entreprises}
proper_names: [Europe]
"""
EXAMPLE = """\
id: sample
parts:
  - {key: form, fields: [{key: owner, type: person}, {key: note, type: long}]}
example:
  form:
    owner: Karim Benali, Atelier Nord
    members: 47
    note: |-
      Les quarante-sept membres viennent d’Europe. « Oui. » Ils ont 20 125 en banque ; les grandes doivent 6 500.

      Le 31 mars, 14 entreprises moyennes sur 85 entreprises ont vu Karim Benali, directeur d’Atelier
      Nord, et deux membres.
  rows:
    - {member: Fonderie Sud, fee: 6500, owner: Trésorerie}
    - {task: Mesurer les délais, owner: "Karim Benali, Atelier Nord", end: "2026-03-31", budget: 1500, count: 47}
  board: {members: 8, present: 6}
  lines:
    closing: [20125, 24000, 29000]
  rises:
    cash: [20125, 3875, 5000]
  quarters:
    cash: [20000, 0, 0, 125]
  logframe:
    - {code: R1, parent: O1}
"""


def found(old: str = "", new: str = "") -> list[tuple[int, str]]:
    """Return line and fault of everything that a changed example says otherwise than the sheet."""
    assert old in EXAMPLE
    changed = EXAMPLE.replace(old, new, 1) if old else EXAMPLE
    files = [parse(SHEET, FACTS), parse("data/content/tools/sample.yml", changed)]
    return [(fault.line, fault.wrong) for fault in disagreements(files) if fault.file.endswith("sample.yml")]


def test_an_example_that_follows_the_sheet_is_left_alone() -> None:
    assert found() == []


@dataclass(frozen=True)
class Swap:
    """One way to leave the sheet: ``new`` in place of ``old``, on a line, said so."""

    old: str
    new: str
    line: int
    wrong: str


@pytest.mark.parametrize(
    "case",
    [
        Swap("owner: Karim Benali, Atelier Nord", "owner: Paul", 6, "« Paul » n’est ni une personne ni un rôle"),
        Swap("owner: Karim Benali, Atelier Nord", "owner: Karim Benali, Fonderie Sud", 6, "vient de Atelier Nord"),
        Swap("members: 47", "members: 40", 7, "« 40 » : la fiche dit 47"),
        Swap("    members: 47\n", "", 5, "« None » : la fiche dit 47"),
        Swap("quarante-sept membres", "quarante membres", 9, "la fiche ne compte pas 40 membres"),
        Swap("d’Europe", "d’Asie", 9, "« Asie » n’est pas un nom de la fiche"),
        Swap("20 125", "20 126", 9, "20 126 n’est pas un montant de la fiche"),
        Swap("doivent 6 500", "paient 1 500", 9, "1 500 n’est pas ce que la fiche dit après « grandes »"),
        Swap("Le 31 mars", "Le 30 mars", 11, "le 30 mars n’est pas une date de la fiche"),
        Swap("14 entreprises moyennes", "15 entreprises\n      moyennes", 11, "ne compte pas 15 entreprises moyennes"),
        Swap("Atelier\n      Nord, et", "Fonderie\n      Sud, et", 11, "Karim Benali vient de Atelier Nord, pas de F"),
        Swap("deux membres", "douze membres", 12, "la fiche ne compte pas 12 membres"),
        Swap("fee: 6500", "fee: 5000", 14, "« 5000 », alors que la fiche dit « 6 500 » de Fonderie Sud"),
        Swap('end: "2026-03-31"', 'end: "2026-04-30"', 15, "« 2026-04-30 », alors que la fiche dit « 2026-03-31 »"),
        Swap("budget: 1500", "budget: 1600", 15, "« 1600 », alors que la fiche dit « 1 500 » de Mesurer les délais"),
        Swap("count: 47", "count: 24", 15, "« 24 » : la fiche dit 47"),
        Swap("present: 6", "present: 7", 16, "« 7 », alors que la fiche dit « 6 » de board"),
        Swap("24000, 29000]", "24000, 30000]", 18, "« closing » s’écarte de la fiche : 20 125, 24 000, 29 000"),
        Swap("3875", "3874", 20, "« cash » s’écarte de la fiche"),
        Swap("code: R1, parent: O1", "code: R1, parent: O2", 24, "« O2 », alors que la fiche dit « O1 » de R1"),
        Swap("0, 125", "0, 124", 22, "les trimestres font 20 124, la première année de la fiche 20 125"),
    ],
    ids=lambda case: case.new.strip() or "missing",
)
def test_what_leaves_the_sheet_is_said_with_its_line(case: Swap) -> None:
    said = found(case.old, case.new)
    assert [line for line, _ in said] == [case.line], said
    assert case.wrong in said[0][1]


def test_the_demonstration_is_an_example_as_a_whole() -> None:
    told = parse(TOLD, "questions:\n  q01:\n    answer: Nous sommes quarante membres.\n")
    assert [(fault.line, fault.wrong) for fault in disagreements([parse(SHEET, FACTS), told])] == [
        (3, "la fiche ne compte pas 40 membres")
    ]


def test_numerals_are_read_in_words() -> None:
    words = ["onze", "dix-sept", "vingt et un", "trente-huit", "quarante-sept", "soixante-neuf", "cent"]
    assert [NUMERALS[word] for word in words] == [11, 17, 21, 38, 47, 69, 100]


def test_the_check_of_the_data_says_it(project: Project) -> None:
    project.replace(TOOL, "fees: [30000, 45000, 70000]", "fees: [30000, 45000, 71000]")
    said = only(project)
    assert (said.file, said.line) == (f"data/{TOOL}", project.line(TOOL, "71000"))
    assert "« fees » s’écarte de la fiche" in said.wrong
