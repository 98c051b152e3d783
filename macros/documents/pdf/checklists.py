"""The data of checklists: the questions and actions of a topic, or of all topics of a phase."""

from __future__ import annotations

from typing import Any

from macros.documents.breadth import breadth
from macros.documents.pdf.leaf import leaf
from macros.documents.pdf.texts import Texts
from macros.model.content import Action, Phase, Question, Topic
from macros.model.vademecum import Vademecum

WORDS = (
    "key-questions", "actions", "good-answer", "caution", "done-when", "level", "our-answer", "contents",
    "page-scale", "addition",
)  # fmt: skip
LINES = (("evidence", "pdf-evidence"), ("owner", "owner"), ("due", "pdf-due"))
"""The one-line answers below a question, as (field of the answer, word)."""
ACTION_LINES = (("owner", "owner"), ("due", "date"))
KINDS = ("explain", "define", "method", "verify")
EXITS = (("na", "level-na"), ("unknown", "level-unknown"))


def checklist(v: Vademecum, entry: Topic | Phase, *, detailed: bool, form: bool, site: str) -> dict[str, Any]:
    """Return the data of the template ``checklist``."""
    texts = Texts(v)
    topics = v.topics_of(entry) if isinstance(entry, Phase) else (entry,)
    page = "/".join(entry.id.split(".")) + "/"
    fields = [{"label": texts.word(word)} for word in ("sheet-cluster", "sheet-date", "sheet-by")]
    more = {
        "form": form,
        "detailed": detailed,
        "levels": levels(texts),
        "scale": scale(texts),
        "sheet-fields": fields,
        "no-form": texts.word("pdf-no-form") if detailed and v.language.direction == "rtl" else None,
        "level-hint": texts.word("pdf-tick" if form else "pdf-circle"),
        "opening": _opening(texts, entry) if isinstance(entry, Phase) else None,
        "topics": [_topic(texts, topic) for topic in topics],
    }
    return leaf(texts, str(entry.title), page, site, WORDS, **more)


def levels(texts: Texts) -> list[dict[str, Any]]:
    """Return the levels to circle: the mark on paper, and the value as answers keep it."""
    numbers = [{"mark": level.id.split(".")[-1], "value": level.id.split(".")[-1]} for level in texts.v.scale.levels]
    return [*numbers, *({"mark": str(texts.v.word(word)), "value": value} for value, word in EXITS)]


def scale(texts: Texts) -> dict[str, Any]:
    """Return what each level means for each kind of question, as a table, and the two exits."""
    whole = texts.v.scale
    marks = dict(EXITS)
    return {
        "kinds": texts.all(kind.title for kind in whole.kinds),
        "rows": [
            {
                "mark": level.id.split(".")[-1],
                **texts.fields(level, "title text"),
                "cells": [texts.say(getattr(level, kind.id.split(".")[-1])) for kind in whole.kinds],
            }
            for level in whole.levels
        ],
        "exits": [
            {"mark": str(texts.v.word(marks[item.id.split(".")[-1]])), **texts.fields(item, "title text")}
            for item in whole.exits
        ],
    }


def kicker(texts: Texts, phase: Phase) -> list[Any]:
    """Return the line above a title, in pieces: the phase's number and name."""
    return [texts.word("phase-number", number=phase.number), texts.say(phase.title)]


def _opening(texts: Texts, phase: Phase) -> dict[str, Any]:
    return {
        "number": phase.number,
        "kicker": [texts.word("phase-number", number=phase.number)],
        **texts.fields(phase, "title intro"),
        "framing": texts.all(statement.text for statement in phase.framing),
    }


def _topic(texts: Texts, topic: Topic) -> dict[str, Any]:
    phase = texts.v.phase_of(topic)
    return {
        "id": topic.id,
        "number": phase.number,
        "kicker": kicker(texts, phase),
        **texts.fields(topic, "title summary intro"),
        "questions": [_question(texts, question, n) for n, question in enumerate(topic.questions, 1)],
        "actions": [_action(texts, action) for action in topic.actions],
    }


def _question(texts: Texts, question: Question, number: int) -> dict[str, Any]:
    kind = next(kind for kind in texts.v.scale.kinds if kind.id == f"kind.{question.kind}")
    added = [text for addition in question.additions for text in (addition.title, addition.text)]
    length = sum(map(breadth, (question.why, *question.good_answer, question.caution or "", *added)))
    return {
        "id": question.id,
        "number": number,
        "kind": texts.say(kind.title),
        **texts.fields(question, "text why caution"),
        "good": texts.all(question.good_answer),
        "additions": [texts.fields(addition, "title text") for addition in question.additions],
        "room": length // 130,
        "tips": {key: _tip(texts, word, question.text) for key, word in (("level", "level"), ("answer", "our-answer"))},
        "lines": [_line(texts, key, word, question.text) for key, word in LINES],
    }


def _action(texts: Texts, action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        **texts.fields(action, "title text"),
        "tip": _tip(texts, "actions", action.title),
        "done": texts.say(action.done_when),
        "elements": [
            {"id": element.id, "text": texts.say(element.text), "tip": _tip(texts, "actions", element.text)}
            for element in action.elements
        ],
        "lines": [_line(texts, key, word, action.title) for key, word in ACTION_LINES],
    }


def _line(texts: Texts, key: str, word: str, about: str) -> dict[str, Any]:
    return {"key": key, "label": texts.word(word), "tip": _tip(texts, word, about)}


def _tip(texts: Texts, word: str, about: str) -> str:
    """Return the name of a field for screen readers."""
    label = str(texts.v.word(word)).rstrip(" \u00a0:")
    return str(texts.v.word("pdf-field", field=label, text=about))
