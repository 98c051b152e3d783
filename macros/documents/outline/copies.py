"""One copy of a tool, blank or filled with its example: the values that every file shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from macros.documents.outline.headed import headed
from macros.formula.ground import Value
from macros.formula.names import RESULT
from macros.model.content import Topic
from macros.model.field import Check, Field, Part
from macros.model.kinds import SEVERITIES
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.reckoning.evaluation import EXAMPLE_DAY, Address, Evaluation, example
from macros.reckoning.scope import Scope

HEAD = "head"
"""The part of the tool frame that stands at the head of every file."""


@dataclass(frozen=True)
class Copy:
    """A tool with the values of one copy; its scope and evaluation know the parts of the tool frame too."""

    v: Vademecum
    tool: Tool
    scope: Scope
    evaluation: Evaluation
    filled: bool
    labelled: Tool
    """The tool as it is written: in a filled copy columns may bear the names that people gave them elsewhere."""

    def value(self, address: Address, field: Field) -> Value | Words:
        """Return what stands at an address; a text keeps its language, and a blank copy computes nothing."""
        if field.computed and not self.filled:
            return None
        raw = self.evaluation.raw.get(address)
        return raw if isinstance(raw, Words) else self.evaluation.one(*address)

    def result(self, field: Field) -> Value | Words:
        """Return the value of a result."""
        return self.value((RESULT, field.key, None), field)

    def part(self, key: str) -> Part | None:
        """Return a part of the tool or of the tool frame; none for results."""
        return self.scope.tool.part(key)

    def field(self, address: Address) -> Field:
        """Return the field or result of an address."""
        field = self.evaluation.field(*address[:2])
        assert field is not None  # noqa: S101 (soundness lets nobody name what is not there)
        return field

    @property
    def topic(self) -> Topic | None:
        """The topic that the tool serves; none when it serves every one."""
        return self.v.get(Topic, self.tool.topic) if self.tool.topic else None

    @cached_property
    def fired(self) -> dict[str, list[str | None]]:
        """The checks with something to point out: by key, their rows or periods."""
        places: dict[str, list[str | None]] = {}
        for fired in self.evaluation.fired():
            places.setdefault(fired.check.key, []).append(fired.at)
        return places

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks to show, gravest first: in the example those that fire, else all, to be gone through."""
        return tuple(check for check in ranked(self.tool.checks) if not self.filled or check.key in self.fired)

    @property
    def watched(self) -> Words:
        """What stands above the checks: how many hold in the example; on paper, that each may or may not."""
        if not self.filled:
            return self.v.word("checks-if")
        return self.v.word("checks-count", len(self.checks)) if self.checks else self.v.word("checks-none")

    def as_example(self) -> Copy:
        """Return the copy filled with the example."""
        return replace(self, evaluation=Evaluation(self.scope, example(self.tool), EXAMPLE_DAY), filled=True)


def copy_of(v: Vademecum, tool: Tool, *, filled: bool) -> Copy:
    """Return a blank or filled copy; a filled one says in its head whose example it is."""
    extra = (v.tool_frame.next_steps,) if tool.next_steps else ()
    whole = tool.model_copy(update={"parts": (v.tool_frame.head, *tool.parts, *extra)})
    said: dict[str, Any] = {"topic": v.get(Topic, tool.topic).title} if tool.topic else {}
    if filled:
        said |= {"cluster": v.word("example-cluster"), "version": "1", "date": EXAMPLE_DAY.isoformat(),
                 "filled-by": v.word("example-author")}  # fmt: skip
    begun: dict[Address, Any] = {(HEAD, name, None): text for name, text in said.items()}
    given = begun | (example(tool) if filled else {})
    labelled = tool
    if filled:
        values = Evaluation(Scope(whole, v.tool_frame.lists), given, EXAMPLE_DAY)
        tool, whole = (headed(one, values, v.language.code) for one in (tool, whole))
    scope = Scope(whole, v.tool_frame.lists)
    return Copy(v, tool, scope, Evaluation(scope, given, EXAMPLE_DAY), filled, labelled)


def ranked(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Return checks with the gravest first."""
    return tuple(sorted(checks, key=lambda check: [*SEVERITIES].index(check.severity)))
