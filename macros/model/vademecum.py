"""The whole vade-mecum in one language, frozen: what pages and documents are made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, StringConstraints

from macros.errors import VademecumError
from macros.model.content import (
    BusinessPlan,
    Definitions,
    Glossary,
    Introduction,
    Phase,
    PlanSection,
    Question,
    Ratios,
    Scale,
    Services,
    Titled,
    Topic,
)
from macros.model.demonstration import Demonstration
from macros.model.example import FactSheet
from macros.model.interface import Interface
from macros.model.locale import locale_of
from macros.model.reference import References
from macros.model.retired import Retirements
from macros.model.tool import Tool, ToolFrame
from macros.model.typography import fold
from macros.model.words import Entry, Frozen, Words, entries

E = TypeVar("E", bound=Entry)
T = TypeVar("T", bound=Titled)


class Language(Frozen):
    """A language of the site: code, its own name, writing direction."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    direction: Literal["ltr", "rtl"]


class Languages(Frozen):
    """The languages of the site; the first is the source and stands at the site's root."""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]


class Vademecum(Frozen):
    """Everything, checked, in one language; texts not translated yet are French and say so."""

    language: Language
    phases: tuple[Phase, ...]
    topics: tuple[Topic, ...]
    tools: tuple[Tool, ...]
    introduction: Introduction
    definitions: Definitions
    business_plan: BusinessPlan
    services: Services
    ratios: Ratios
    scale: Scale
    references: References
    glossary: Glossary
    interface: Interface
    example: FactSheet
    """What all examples say of the fictional Cluster Exemple."""
    retired: Retirements = Retirements()
    tool_frame: ToolFrame
    demonstration: Demonstration
    names: dict[str, dict[str, Words]] = Field(default_factory=dict)
    """For each glossary id, the term in every language that has it: id → language code → term."""

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every entry by its id."""
        return {entry.id: entry for entry in entries(self)}

    def __copy__(self) -> Self:
        """Copy all but ``by_id``, so that a changed copy finds its own entries."""
        copied = super().__copy__()
        copied.__dict__.pop("by_id", None)
        return copied

    def get(self, kind: type[E], identifier: str) -> E:
        """Return the entry of ``kind`` with this id; raise VademecumError when there is none."""
        entry = self.by_id.get(identifier)
        if not isinstance(entry, kind):
            known = ", ".join(e.id for e in self.by_id.values() if isinstance(e, kind))
            raise VademecumError(f"Il n’y a pas de {kind.__name__} « {identifier} ». Connus : {known}.")
        return entry

    def named(self, identifiers: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries with these ids, in the same order."""
        return tuple(self.by_id[identifier] for identifier in identifiers)

    def topics_of(self, phase: Phase) -> tuple[Topic, ...]:
        """Return the topics of a phase, in its order."""
        return tuple(self.get(Topic, identifier) for identifier in phase.topics)

    def phase_of(self, topic: Topic) -> Phase:
        """Return the phase that lists a topic."""
        return next(phase for phase in self.phases if topic.id in phase.topics)

    def tools_of(self, topic: Topic | None) -> tuple[Tool, ...]:
        """Return the tools presented under a topic (``None``: under every topic), along the path, then by tier."""
        along = [identifier for phase in self.phases for step in phase.path for identifier in step.tools]
        place = {identifier: n for n, identifier in enumerate(along)}
        return tuple(
            sorted(
                (tool for tool in self.tools if tool.topic == (topic and topic.id)),
                key=lambda tool: (place.get(tool.id, len(along)), tool.tier, tool.id),
            )
        )

    def neighbours(self, tool: Tool) -> tuple[Tool | None, Tool | None]:
        """Return the tools before and after this one on the path of its phase."""
        for phase in self.phases:
            along = [identifier for step in phase.path for identifier in step.tools]
            if tool.id in along:
                n = along.index(tool.id)
                near = (along[n - 1] if n else None, along[n + 1] if n + 1 < len(along) else None)
                before, after = (self.get(Tool, one) if one else None for one in near)
                return before, after
        return None, None

    def questions_of(self, tool: Tool) -> tuple[Question, ...]:
        """Return the key questions that a tool helps to answer, in the order of the phases."""
        ordered = (q for phase in self.phases for topic in self.topics_of(phase) for q in topic.questions)
        return tuple(question for question in ordered if tool.id in question.tools)

    def fed_by(self, questions: Iterable[Question]) -> tuple[PlanSection, ...]:
        """Return the sections of the business plan that the answers to some questions feed, in their order."""
        asked = {question.id for question in questions}
        return tuple(section for section in self.business_plan.sections if asked.intersection(section.questions))

    def sorted(self, terms: Iterable[T]) -> list[T]:
        """Return titled entries in alphabetical order, accents and the Arabic article put aside."""
        return sorted(terms, key=lambda term: fold(term.title.casefold()))

    def language_name(self, code: str) -> str:
        """Return the name of a language in the language of the page."""
        return str(locale_of(self.language.code).languages.get(code, code))

    @property
    def successors(self) -> dict[str, list[str]]:
        """For each retired id, the ids of today that take over what people answered under it."""
        direct = {old.id: old.successors for old in self.retired.retired}

        def final(identifier: str) -> list[str]:
            if identifier not in direct:
                return [identifier]
            return [today for successor in direct[identifier] for today in final(successor)]

        return {identifier: final(identifier) for identifier in direct}

    def word(self, key: str, n: int | None = None, **values: object) -> Words:
        """Return a word of the interface, in the plural form for ``n``, with ``{names}`` filled in."""
        entry = self.by_id.get(f"interface.{key}")
        text = getattr(entry, "text", None)
        if n is not None and (forms := getattr(entry, "plural", None)):
            text = forms.get(_plural_category(forms["other"].language, n), forms["other"])
            values["n"] = n
        if text is None:
            raise VademecumError(f"Le mot d’interface « {key} » manque : l’ajouter à data/content/interface.yml.")
        try:
            return Words(_filled(text, values), text.language, stale=text.stale) if values else text
        except LookupError as error:
            raise VademecumError(
                f"Le mot d’interface « {key} » porte des accolades que le site ne sait pas remplir : {text}"
            ) from error

    def forms(self, key: str) -> dict[str, Words]:
        """Return the plural forms of a word of the interface, for a script that counts."""
        forms: dict[str, Words] | None = getattr(self.by_id.get(f"interface.{key}"), "plural", None)
        if forms is None:
            raise VademecumError(f"Le mot d’interface « {key} » n’a pas de formes de pluriel.")
        return forms


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with each ``{name}`` replaced by its value, and nothing else: no text asks Python for more."""
    return re.sub(r"\{(\w+)\}", lambda name: str(values[name[1]]), text)


def _plural_category(language: str, n: int) -> str:
    return locale_of(language).plural_form(n)
