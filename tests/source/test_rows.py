"""Rows that follow from the vade-mecum: one for each question, topic or phase, in the words of each language."""

from __future__ import annotations

import pytest

from macros.errors import DataError
from macros.model.field import DerivedRow, Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.evaluation import EXAMPLE_DAY, Evaluation
from macros.reckoning.scope import Scope
from macros.source.translate import states
from macros.source.vademecum import vademecum
from tests.conftest import Project

TOPIC = "content/topics/change.learning.yml"


def part(whole: Vademecum, name: str) -> Part:
    found = whole.get(Tool, "maturity-check").part(name)
    assert found is not None
    return found


@pytest.mark.parametrize("code", ["fr", "en", "ar"])
def test_there_is_a_row_for_each_question_in_its_own_words(code: str) -> None:
    whole = vademecum(code)
    questions = [(q.id, q.text) for phase in whole.phases for t in whole.topics_of(phase) for q in t.questions]
    rows = part(whole, "now").rows
    assert [(row.of, row.label) for row in rows if isinstance(row, DerivedRow)] == questions
    assert {row.label.language for row in rows} == {text.language for _, text in questions}
    assert [row.key for row in rows] == [identifier.replace(".", "-") for identifier, _ in questions]


def test_the_first_row_of_a_topic_bears_its_title_and_the_first_topic_of_a_phase_the_phases() -> None:
    whole = vademecum("fr")
    assert [row.heading for row in part(whole, "now").rows if row.heading] == [t.title for t in whole.topics]
    assert [row.heading for row in part(whole, "topics").rows if row.heading] == [p.title for p in whole.phases]
    assert [row.heading for row in part(whole, "phases").rows] == [None] * len(whole.phases)


def test_a_row_has_no_words_of_its_own_to_translate() -> None:
    derived = {row.id for name in ("now", "topics", "phases") for row in part(vademecum("fr"), name).rows}
    assert derived & {identifier for identifier, _, _ in states(vademecum("fr"), {})} == set()


def test_a_new_question_is_a_new_row_of_its_topic(project: Project) -> None:
    old = "  - id: change.learning.q02\n"
    project.replace(
        TOPIC,
        old,
        "  - {id: change.learning.q05, kind: define, text: Quoi ?, why: Ici., good_answer: [Un., Deux.]}\n" + old,
    )
    whole = vademecum("fr", project.root)
    tool = whole.get(Tool, "maturity-check")
    rows = [row.key for row in part(whole, "now").rows]
    assert rows[-3:] == [f"change-learning-{n}" for n in ("q01", "q05", "q02")]
    values = Evaluation(Scope(tool, whole.tool_frame.lists), {}, EXAMPLE_DAY)
    assert values.one("now", "topic", "change-learning-q05") == values.one("now", "topic", "change-learning-q02")


def test_an_unreadable_topic_is_no_fault_of_the_tools_that_take_their_rows_from_it(project: Project) -> None:
    project.replace(TOPIC, "kind: verify", "kind: vérifier")
    with pytest.raises(DataError) as caught:
        vademecum("fr", project.root)
    assert {fault.file for fault in caught.value.faults} == {f"data/{TOPIC}"}


def test_rows_written_and_rows_that_follow_exclude_each_other(project: Project) -> None:
    project.replace(
        "content/tools/maturity-check.yml", "rows_from: phases\n", "rows_from: phases\n    rows: [{key: a, label: A}]\n"
    )
    with pytest.raises(DataError, match="lignes"):
        vademecum("fr", project.root)


def test_the_levels_of_the_check_are_those_of_the_scale() -> None:
    whole = vademecum("fr")
    lists = {
        found.key: [str(choice.label) for choice in found.choices] for found in whole.get(Tool, "maturity-check").lists
    }
    levels = [f"{n} – {level.title}" for n, level in enumerate(whole.scale.levels)]
    assert lists["levels"] == [*levels, *(exit_.title for exit_ in whole.scale.exits)]
    assert lists["targets"] == levels[1:]
