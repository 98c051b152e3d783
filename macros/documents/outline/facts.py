"""What is said about a tool around its parts: where it belongs, whom it serves, what it rests on, its page."""

from __future__ import annotations

from dataclasses import dataclass

from macros.documents.outline.copies import Copy
from macros.documents.style import SHAPES, hue
from macros.model.citation import Piece, citation
from macros.model.content import Question
from macros.model.reference import Reference
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words


@dataclass(frozen=True)
class Kicker:
    """Where a tool belongs, for the line above its title: the phase's number, shape, hue and name, and the topic."""

    number: int
    phase: Words
    topic: Words

    @property
    def shape(self) -> str:
        """The shape of the phase, which says on black-and-white paper what the hue says in colour."""
        return SHAPES[(self.number - 1) % len(SHAPES)]

    @property
    def hue(self) -> str:
        """The colour of the phase."""
        return hue(self.number)


@dataclass(frozen=True)
class Fact:
    """Something that is said of a tool, with its name: who, when, a source."""

    name: Words
    text: Words
    cited: tuple[Piece, ...] = ()
    """The publication that a source is, as it is cited."""


def kicker(copy: Copy) -> Kicker | None:
    """Return where the tool of a copy belongs; nothing when it serves every topic."""
    if (topic := copy.topic) is None:
        return None
    phase = copy.v.phase_of(topic)
    return Kicker(phase.number, phase.title, topic.title)


def facts(copy: Copy) -> list[Fact]:
    """Return who fills the tool in, when, how long it takes, and what to do before."""
    tool, word = copy.tool, copy.v.word
    said = [Fact(word("tool-who"), tool.who), Fact(word("tool-when"), tool.when)]
    if tool.takes:
        said.append(Fact(word("tool-takes"), tool.takes))
    if tool.before_start:
        said.append(Fact(foot_label(copy.v, "before-start"), tool.before_start))
    return said


def foot_label(v: Vademecum, name: str) -> Words:
    """Return the label of a line of the foot: questions, before-start, done-when, sources."""
    return next(field.label for field in v.tool_frame.foot if field.key == name)


def questions(copy: Copy) -> tuple[Question, ...]:
    """Return the key questions that the tool helps to answer."""
    return copy.v.questions_of(copy.tool)


def counted(copy: Copy) -> Words:
    """Return how many questions there are in how many topics, where they are too many to name."""
    asked, word = questions(copy), copy.v.word
    topics = word("word-topics", len({question.id.rpartition(".")[0] for question in asked}))
    return word("word-questions-many", len(asked), topics=topics)


def sources(copy: Copy) -> list[Fact]:
    """Return what the tool rests on, each with what it is: our document, something published, usual practice."""
    return [Fact(copy.v.word(f"basis-{it.basis}"), it.text, _cited(copy.v, it.reference)) for it in copy.tool.sources]


def _cited(v: Vademecum, identifier: str | None) -> tuple[Piece, ...]:
    return citation(v, v.get(Reference, identifier)) if identifier else ()


def page_of(tool: Tool) -> str:
    """Return the address of a tool's page inside the site."""
    return f"tools/{tool.id}/"


def short_address(site: str, page: str) -> str:
    """Return the address of a page as people type it, without its scheme; nothing while that of the site is unknown."""
    bare = site.rpartition("://")[2].rstrip("/")
    return f"{bare}/{page}" if bare else ""
