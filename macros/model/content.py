"""What the vade-mecum is made of; each class is one kind of entry or one data file."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.model.wording import Wording
from macros.model.words import Entry, Flag, Frozen, Id, Words

QuestionKind = Literal["explain", "define", "method", "verify"]
TwoOrMore = Annotated[tuple[Words, ...], Field(min_length=2)]


class Statement(Entry):
    """One sentence that stands by itself: a claim, an element, an attribute."""

    text: Words


class Titled(Entry):
    """A title and the sentence that explains it."""

    title: Words
    text: Words


# ------------------------------------------------------------------ phases and topics


class Addition(Titled):
    """What practice has added to a question since the source document, and which is never taken for it."""


class Question(Entry):
    """A key question: what to ask, why, and what a good answer contains."""

    kind: QuestionKind
    foundation: Flag = False
    """Whether later phases rest on it: it should be agreed before they are built."""
    text: Words
    why: Words
    good_answer: TwoOrMore
    related: tuple[Id, ...] = ()
    tools: tuple[Id, ...] = ()
    caution: Words | None = None
    additions: tuple[Addition, ...] = ()


class Action(Entry):
    """An action or key element: what to do and when it is done."""

    title: Words
    text: Words
    done_when: Words
    tools: tuple[Id, ...] = ()
    elements: tuple[Statement, ...] = ()


class Topic(Entry):
    """One sheet of the vade-mecum: its key questions and its actions."""

    title: Words
    summary: Words
    intro: Words
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]

    @property
    def phase(self) -> str:
        """The id of the phase that the topic belongs to."""
        return self.id.split(".", 1)[0]


class Stage(Titled):
    """A part of the path through a phase: what one does, and the ids of its tools in the order of their use."""

    tools: Annotated[tuple[Id, ...], Field(min_length=1)]


class Phase(Entry):
    """One of the phases of a cluster's life, with the ids of its topics in order."""

    number: Annotated[int, Field(strict=True, ge=1)]
    title: Words
    summary: Words
    intro: Words
    framing: tuple[Statement, ...] = ()
    topics: Annotated[tuple[Id, ...], Field(min_length=1)]
    path: tuple[Stage, ...] = ()
    """The way through the phase by its tools; those that stand in none of its steps come after, by tier."""


# ------------------------------------------------------------------ introduction and definitions


class Condition(Titled):
    """A condition or a limit: when a cluster is a good idea."""

    tools: tuple[Id, ...] = ()


class OpeningQuestion(Statement):
    """A question with which people arrive, and the page that answers it."""

    leads_to: Id


class Introduction(Frozen):
    """The frame: context, promise, benefits, conditions, first questions."""

    context: tuple[Statement, ...]
    framing: tuple[Statement, ...]
    benefits: tuple[Titled, ...]
    conditions: tuple[Condition, ...]
    opening_questions: tuple[OpeningQuestion, ...]


class Definition(Titled):
    """A concept of the field, with its attributes and, for a cluster, its types of firms."""

    attributes: tuple[Statement, ...]
    types: tuple[Titled, ...] = ()


class Definitions(Frozen):
    """The concepts that everything else rests on."""

    definitions: tuple[Definition, ...]


# ------------------------------------------------------------------ business plan, ratios, services


class Pages(Frozen):
    """An advised length in A4 pages."""

    min: Annotated[int, Field(strict=True, ge=1)]
    max: Annotated[int, Field(strict=True, ge=1)]


class PlanSection(Titled):
    """A section of the business plan: what it must show, its length, one line of advice."""

    must_show: Annotated[tuple[Statement, ...], Field(min_length=2)]
    pages: Pages | None = None
    advice: Words
    questions: tuple[Id, ...] = ()


class Criterion(Titled):
    """A sign by which a reader knows a good business plan."""

    pages: Pages | None = None


class BusinessPlan(Frozen):
    """The business plan: why, its sections, its success criteria."""

    claims: tuple[Statement, ...]
    sections: tuple[PlanSection, ...]
    criteria: tuple[Criterion, ...]


class Service(Titled):
    """A service of a cluster: what it is, who pays for it, how to begin, where it goes wrong."""

    payer: Words
    first_step: Words
    trap: Words


class Services(Frozen):
    """The services that firms ask for most; their order claims no ranking."""

    services: tuple[Service, ...]


FAMILIES: dict[str, tuple[type[Frozen], str]] = {
    "intro": (Introduction, "definitions"),
    "framing": (Introduction, "definitions"),
    "benefit": (Introduction, "definitions"),
    "condition": (Introduction, "definitions"),
    "definition": (Definitions, "definitions"),
    "service": (Services, "services"),
    "business-plan": (BusinessPlan, "business-plan"),
}
"""First word of the ids outside topics → the file that holds them, and the page on which they stand."""


class Ratio(Entry):
    """A key ratio: formula, reading, caution for non-profits, a computed example."""

    title: Words
    formula: Words
    reading: Words
    caution: Words
    example: Words


class Ratios(Frozen):
    """The key ratios."""

    ratios: tuple[Ratio, ...]


# ------------------------------------------------------------------ scale, glossary


class Level(Titled):
    """A level of the rating scale; its meaning depends on the kind of question."""

    explain: Words
    define: Words
    method: Words
    verify: Words


class Scale(Frozen):
    """How far a team has dealt with a question: kinds, five levels, two exits."""

    kinds: tuple[Titled, ...]
    levels: tuple[Level, ...]
    exits: tuple[Titled, ...]


class Term(Titled):
    """A term of the field; ``forms`` are its other written forms, to be recognised in texts."""

    free_lists: ClassVar[tuple[str, ...]] = ("forms",)

    forms: tuple[Words, ...] = ()


class Glossary(Frozen):
    """The terms of the field, and the names that give way to one of them."""

    terms: tuple[Term, ...]
    wording: tuple[Wording, ...] = ()
