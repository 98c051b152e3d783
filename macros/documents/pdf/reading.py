"""Values of a tool with their language: what a choice is called may not be translated yet."""

from __future__ import annotations

from typing import Any

from macros.documents.outline.copies import Copy
from macros.documents.pdf.texts import Texts
from macros.documents.values import shown
from macros.formula.ground import Problem, Value
from macros.model.field import Field
from macros.model.words import Words

UNREADABLE = "!"
"""What stands for a value that cannot be computed."""

ISOLATED = "\u2066{}\u2069"
"""A number with its signs, kept from left to right in a line that goes from right to left."""


def read_out(texts: Texts, copy: Copy, field: Field, value: Value | Words) -> Any:
    """Return a value as people read it, its unit being in the label; ``None`` for blanks and ticks."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, Problem):
        return UNREADABLE
    if isinstance(value, Words):
        return texts.say(value)
    choices = copy.scope.choices(field)
    text = shown(field, value, choices, texts.language)
    named = [c.label for c in choices if c.key in (value if isinstance(value, tuple) else (value,))]
    if named:
        return texts.say(named[0].reworded(text))
    return ISOLATED.format(text) if isinstance(value, float) and texts.v.language.direction == "rtl" else text
