"""One thing, one word: the check names each text that calls it otherwise, and forkers say what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import DataError
from macros.model.content import Statement, Term
from macros.model.wording import Kept
from macros.model.words import Words, entries
from macros.source.misnomers import drifts
from macros.source.vademecum import ROOT, vademecum
from tests.conftest import Project
from tests.source.test_load import PHASE, TOPIC, faults, only

RULE = "wording:\n  - term: term.change-agent\n    instead_of: [relais du changement, relais]\n"
TITLE = "title: Changement"


def ruled(project: Project, more: str = "") -> Project:
    """Give the small glossary a rule, with more lines of it."""
    project.write("content/glossary.yml", project.read("content/glossary.yml") + RULE + more)
    return project


def test_another_name_of_a_term_is_said_with_its_line_and_the_term(project: Project) -> None:
    ruled(project).replace(PHASE, TITLE, "title: Nos relais")
    said = only(project)
    assert (said.file, said.place) == (f"data/{PHASE}", "change.title")
    assert said.line == project.line(PHASE, "id: change")
    assert said.wrong == "« relais » : le glossaire dit « agent de changement »"
    assert "« kept »" in said.mend


@pytest.mark.parametrize("text", ["Un relais du\n      changement", "RELAIS DU CHANGEMENT", "L’appel aux relais"])
def test_it_is_found_over_lines_in_capitals_and_after_an_apostrophe(text: str, project: Project) -> None:
    ruled(project).replace(
        TOPIC, "text: La direction réserve-t-elle", f"text: >-\n      {text}, la direction réserve-t-elle"
    )
    assert len(faults(project)) == 1


def test_a_part_of_another_word_and_a_text_that_says_the_term_are_fine(project: Project) -> None:
    ruled(project).replace(PHASE, TITLE, "title: Relaisser un agent de changement")
    assert vademecum("fr", project.root)


def test_the_term_itself_may_name_what_it_replaces(project: Project) -> None:
    ruled(project).replace("content/glossary.yml", "text: Personne", "text: Un relais, ou personne")
    assert vademecum("fr", project.root)


@pytest.mark.parametrize(
    "more",
    [
        "    kept: [{where: change, reason: Relais de course.}]\n",
        "    within: [preparation]\n",
        "    within: [chang]\n",
    ],
)
def test_a_rule_may_leave_out_entries_or_hold_within_some(more: str, project: Project) -> None:
    ruled(project, more).replace(PHASE, TITLE, "title: Nos relais")
    assert vademecum("fr", project.root)


def test_what_is_kept_or_held_in_an_entry_goes_for_all_that_is_in_it(project: Project) -> None:
    project.replace(TOPIC, "text: La direction", "text: Notre relais, la direction")
    kept = "    kept: [{where: change.learning, reason: Relais de course.}]\n"
    assert vademecum("fr", ruled(project, kept).root)
    project.replace("content/glossary.yml", kept, "    within: [change.learning]\n")
    with pytest.raises(DataError, match="relais"):
        vademecum("fr", project.root)


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "fr").rglob("*.md")), ids=lambda page: page.stem)
def test_pages_of_prose_use_the_same_words(page: Path) -> None:
    terms = {entry.id: entry for entry in entries(vademecum("fr").glossary)}
    written = Statement(id="page", text=Words(page.read_text(encoding="utf-8")))
    assert [drift[2] for drift in drifts(vademecum("fr").glossary.wording, [*terms.values(), written])] == []


def test_each_rule_of_the_site_leads_to_a_term_and_keeps_only_what_is_there() -> None:
    v = vademecum("fr")
    rules = v.glossary.wording
    assert rules
    assert [rule.term for rule in rules if not isinstance(v.by_id.get(rule.term), Term)] == []
    kept: list[Kept] = [kept for rule in rules for kept in rule.kept]
    assert [where.where for where in kept if where.where not in v.by_id] == []
