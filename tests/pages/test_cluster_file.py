"""The demonstration covers the vade-mecum, agrees with the tools' examples, and is a file that the site opens."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.model.content import Question
from macros.model.vademecum import Vademecum
from macros.pages import meetings
from macros.pages.cluster_file import demonstration
from macros.pages.work import SCHEMA
from macros.reckoning.evaluation import EXAMPLE_DAY, example
from macros.source.vademecum import vademecum


@cache
def french() -> Vademecum:
    return vademecum("fr")


@cache
def made() -> dict[str, Any]:
    return demonstration(french())


def test_it_is_a_file_of_a_cluster_that_answers_every_question() -> None:
    Draft202012Validator(SCHEMA).validate(made())
    questions = {entry.id for entry in french().by_id.values() if isinstance(entry, Question)}
    assert set(french().demonstration.questions) == questions
    assert {i for i in questions if not made()["texts"][i]["answer"] or not made()["values"][i]["level"]} == set()


def test_every_tool_with_a_page_and_every_section_of_the_plan_is_filled() -> None:
    filled = {identifier.split(".")[0] for identifier in made()["values"] | made()["texts"]}
    assert {tool.id for tool in french().tools if "page" in tool.formats} - filled == set()
    sections = {section.id for section in french().business_plan.sections}
    assert {section for section in sections if made()["texts"].get(section, {}).get("text")} == sections


def test_it_is_read_on_the_day_of_the_examples_and_looks_back_no_further_than_that() -> None:
    shown = french().demonstration
    assert shown.as_of == EXAMPLE_DAY.isoformat()
    reviewed = {i: a.reviewed for i, a in shown.questions.items() if a.levels[-1] == 4}
    assert reviewed
    assert all(day and 0 <= (EXAMPLE_DAY - date.fromisoformat(day)).days < 365 for day in reviewed.values())
    assert [i for i, a in shown.questions.items() if a.levels[-1] == "na" and not a.reason] == []


def test_a_meeting_is_kept_as_its_page_keeps_one_with_decisions_on_its_questions() -> None:
    known = meetings.workshop(french())["parts"]
    rows = {i: v | made()["texts"].get(i, {}) for i, v in made()["values"].items() if i.startswith("workshop.")}
    for identifier, fields in rows.items():
        assert re.fullmatch(r"workshop\.(meetings|decisions)\.x\w{12}", identifier)
        named = {name.split(".")[0] for name in fields} - {"_order"}
        assert named <= set(known[identifier.split(".")[1]]["fields"]), identifier
    met = {i.split(".")[2]: fields for i, fields in rows.items() if ".meetings." in i}
    decided = [fields for i, fields in rows.items() if ".decisions." in i]
    assert max(fields["date"] for fields in met.values()) == french().demonstration.as_of  # else past: not shown
    assert len(decided) >= 2
    for one in decided:
        assert f"asked.{one['about'].replace('.', '~')}" in met[one["meeting"]]
    nexts = {answer.next for answer in french().demonstration.questions.values()}
    assert [one["text"] for one in decided if one["text"] in nexts] == []  # else the register says it twice


def test_levels_are_those_of_the_check_that_the_example_holds() -> None:
    check = next(tool for tool in french().tools if tool.id == "maturity-check")
    levels = {
        at: value.removeprefix("n")
        for (part, field, at), value in example(check).items()
        if (part, field) == ("now", "level")
    }
    questions = {i.replace(".", "-"): str(a.levels[-1]) for i, a in french().demonstration.questions.items()}
    assert levels
    assert {at: (level, questions[at]) for at, level in levels.items() if questions[at] != level} == {}


def score(topic: str, moment: int) -> float:
    """Return the score of a topic at a moment of the demonstration, from 0 to 1: the mean of its levels over 4."""
    answers = french().demonstration.questions.items()
    levels = [a.levels[moment] for i, a in answers if i.rsplit(".", 1)[0] == topic]
    rated = [level for level in levels if isinstance(level, int)]
    return sum(rated) / len(rated) / 4


def test_scores_that_examples_repeat_are_those_of_the_demonstration() -> None:
    topics = {topic.id.replace(".", "-"): topic.id for topic in french().topics}
    tools = {tool.id: example(tool) for tool in french().tools}
    last = {at: value for (_, field, at), value in tools["maturity-check"].items() if field == "last"}
    assert len(last) == 3
    assert last == {at: pytest.approx(score(topics[at], -2), abs=0.005) for at in last}
    minutes = tools["steering-minutes"]
    named = {at: value for (part, field, at), value in minutes.items() if (part, field) == ("items", "topic")}
    titles = {topic.title: topic.id for topic in french().topics}
    said = {title: (minutes["items", "score", at], minutes["items", "before", at]) for at, title in named.items()}
    assert len(said) == 2
    assert said == {
        title: (pytest.approx(100 * score(titles[title], -1), abs=0.51), pytest.approx(100 * score(titles[title], -2)))
        for title in said
    }


def test_a_snapshot_holds_what_the_page_would_have_kept() -> None:
    (name, first), *_ = made()["records"].items()
    assert re.fullmatch(r"snapshot:\d{13}:\w+", name)
    assert first["at"] == int(name.split(":")[1])
    assert {type(level) for level in first["levels"].values()} == {str}
    assert first["targets"]["preparation.strategy.q03"] == 4
