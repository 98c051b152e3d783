"""Values of a tool with their language: what a choice is called may not be translated yet."""

from __future__ import annotations

from typing import Any

from macros.documents.pdf.texts import Texts
from macros.documents.values import shown
from macros.formula.ground import Problem, Value
from macros.model.field import Choice, Field
from macros.model.words import Words
from macros.reckoning.scope import Scope

UNREADABLE = "!"
"""What stands for a value that cannot be computed."""

ISOLATED = "\u2066{}\u2069"
"""A number with its signs, kept from left to right in a line that goes from right to left."""


def read_out(texts: Texts, scope: Scope, field: Field, value: Value) -> Any:
    """Return a value as people read it, its unit being in the label; ``None`` for blanks and ticks."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, Problem):
        return UNREADABLE
    choices = scope.choices(field)
    text = shown(field, value, choices, texts.language)
    found = [c for c in choices if c.key in (value if isinstance(value, tuple) else (value,))]
    if found:
        return texts.say(Words(text, found[0].label.language, stale=found[0].label.stale))
    if isinstance(value, float):
        return ISOLATED.format(text) if texts.v.language.direction == "rtl" else text
    return texts.say(value) if isinstance(value, Words) else text


def chosen(scope: Scope, field: Field, value: Value) -> Choice | None:
    """Return the choice that a value names."""
    return next((choice for choice in scope.choices(field) if choice.key == value), None)
