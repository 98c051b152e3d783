"""What the formulas of one tool can name, and each of its formulas, bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from macros.formula.bind import Binder, bind
from macros.formula.names import RESULT, Named
from macros.formula.nodes import OWN, Node, here, refs
from macros.model.field import Check, Choice, ChoiceList, Field, Part
from macros.model.tool import Tool


@dataclass(frozen=True)
class Formula:
    """A bound formula: its tree, the kind of its value, the id of its list of choices."""

    node: Node
    kind: str
    list: str
    own: bool = False
    """It names columns after the row in which it stands."""

    def at(self, place: str | None) -> Node:
        """Return the tree of the formula in a row or period."""
        return here(self.node, place) if self.own else self.node


class Scope:
    """The names of a tool; ``lists`` are the shared lists of the tool frame."""

    def __init__(self, tool: Tool, lists: Sequence[ChoiceList] = ()) -> None:
        """Collect the lists that fields may name."""
        self.tool = tool
        self.lists = {choices.key: choices for choices in (*lists, *tool.lists)}
        self._formulas: dict[str, Formula] = {}

    @cached_property
    def _named(self) -> dict[str, dict[str, Named]]:
        parts = {part.key: {f.key: self._name(part, f) for f in part.fields} for part in self.tool.parts}
        return parts | {RESULT: {f.key: self._name(None, f) for f in self.tool.results}}

    def _name(self, part: Part | None, field: Field) -> Named:
        choices = tuple((choice.key, choice.value) for choice in self.choices(field))
        named = Named(field.kind.formula, self.list_id(field), choices, field.computed, "", ())
        if part is None:
            return named
        titles = tuple(str(row.label) for row in part.rows)
        return replace(named, along=part.along, places=part.places, groups=part.groups, titles=titles)

    @cached_property
    def _fields(self) -> dict[tuple[str, str], Field]:
        inside = {(part.key, field.key): field for part in self.tool.parts for field in part.fields}
        return inside | {(RESULT, field.key): field for field in self.tool.results}

    def field(self, part: str, key: str) -> Field | None:
        """Return a field or result."""
        return self._fields.get((part, key))

    def find(self, part: str, name: str) -> Named | None:
        """Return what a name of a part stands for."""
        return self._named.get(part, {}).get(name)

    def known(self, part: str) -> list[str]:
        """List the names of a part, or the parts when it is empty."""
        return list(self._named.get(part, {}) if part else self._named)

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """Return the choices of a field, its own or those of its list; none when the list is unknown."""
        shared = self.lists.get(field.list or "")
        return field.choices or (shared.choices if shared else ())

    def list_id(self, field: Field) -> str:
        """Return the id of the list of choices of a field: that of the shared list, or of the field; else nothing."""
        shared = self.lists.get(field.list or "")
        return shared.id if shared else field.id if field.choices else ""

    def formula(self, part: str, field: Field) -> Formula:
        """Return the bound formula of a computed field; raise FormulaError at a mistake."""
        return self._bound(part, field.formula or "blank", field.id, field)

    def condition(self, check: Check) -> Formula:
        """Return the bound condition of a check; raise FormulaError at a mistake."""
        return self._bound(check.part or RESULT, check.when, check.id)

    def _bound(self, part: str, text: str, identifier: str, field: Field | None = None) -> Formula:
        if identifier not in self._formulas:
            node, kind, of = bind(text, self, part)
            if field and kind == "choice":
                allowed = {choice.key for choice in self.choices(field)}
                node, _, of = Binder(self, part).into(node, of, self.list_id(field), allowed)
            self._formulas[identifier] = Formula(node, kind, of, any(OWN in ref.name for ref in refs(node)))
        return self._formulas[identifier]

    def computed(self) -> Iterator[tuple[str, Field]]:
        """Yield every computed field with the key of its part; results stand in the part ``result``."""
        for part in self.tool.parts:
            yield from ((part.key, field) for field in part.fields if field.computed)
        yield from ((RESULT, field) for field in self.tool.results)
