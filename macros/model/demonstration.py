"""The demonstration: the work of the examples' cluster after a year, which the site shows read only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.model.days import Day
from macros.model.typography import faults, typeset
from macros.model.words import Frozen, Id, Words

LevelKey = Literal[0, 1, 2, 3, 4, "na", "unknown"]
Status = Literal["todo", "doing", "done", "na"]
Count = Annotated[int, Field(ge=0, le=999)]


def _set(text: Words) -> Words:
    """Give a text its spaces; nobody translates it: people of one cluster write in their language."""
    for wrong, _ in faults(text, text.language):
        raise PydanticCustomError("typography", "{wrong}", {"wrong": wrong})
    return text.reworded(typeset(text, text.language))


Prose = Annotated[Words, AfterValidator(_set)]


class Answer(Frozen):
    """What was noted on a question; ``levels`` at each snapshot, then today."""

    levels: Annotated[tuple[LevelKey | None, ...], Field(min_length=1)]
    answer: Prose
    reason: Prose | None = None
    evidence: Prose | None = None
    importance: Literal[1, 2, 3] | None = None
    target: Literal[1, 2, 3, 4] | None = None
    owner: Prose | None = None
    respondent: Prose | None = None
    next: Prose | None = None
    due: Day | None = None
    reviewed: Day | None = None


class Deed(Frozen):
    """What was noted on an action; ``statuses`` at each snapshot, then today."""

    statuses: Annotated[tuple[Status | None, ...], Field(min_length=1)]
    owner: Prose | None = None
    due: Day | None = None
    note: Prose | None = None


class Snapshot(Frozen):
    """A snapshot: its name and its day."""

    name: Prose
    day: Day


class Heard(Frozen):
    """What was heard on a question in a meeting: how many people chose each level, and the one that was kept."""

    voices: tuple[Count, Count, Count, Count, Count] = (0, 0, 0, 0, 0)
    agreed: Literal[0, 1, 2, 3, 4] | None = None
    said: Prose | None = None


class Decision(Frozen):
    """A decision of a meeting, on one of its questions or at large."""

    text: Prose
    owner: Prose
    due: Day
    about: Id | None = None
    status: Literal["todo", "doing", "done"] | None = None


class Meeting(Frozen):
    """A meeting with its questions and decisions; it lasts ``length`` minutes."""

    date: Day
    start: Annotated[str, Field(pattern=r"^\d\d:\d\d$")]
    length: Literal[30, 60, 90, 120, 150, 180, 240] = 120
    place: Prose | None = None
    people: Prose | None = None
    note: Prose | None = None
    questions: dict[Id, Heard]
    decisions: tuple[Decision, ...] = ()


class Demonstration(Frozen):
    """A filled-in cluster; its tools hold their own examples, its business plan that of the tool of this name."""

    name: Prose
    as_of: Day
    """The day on which all of it is read."""
    snapshots: tuple[Snapshot, ...] = ()
    questions: dict[Id, Answer]
    actions: dict[Id, Deed] = Field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    ticked: tuple[Id, ...] = ()
    """Elements of actions and points of the business plan that are done."""
