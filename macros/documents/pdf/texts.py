"""Texts on their way into a document: those not in its language keep their own, with a mark, and are counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.documents.display import shown
from macros.documents.outline.copies import Copy
from macros.documents.outline.marks import STALE, Marks
from macros.formula.ground import Problem, Value
from macros.model.field import Field
from macros.model.locale import full_tag, is_rtl
from macros.model.vademecum import Vademecum
from macros.model.words import Entry, Words

UNREADABLE = "!"
"""What stands for a value that cannot be computed."""

ISOLATED = "\u2066{}\u2069"
"""A number with its signs, kept from left to right in a line that goes from right to left."""


class Texts:
    """What one document says; remembers which marks it needed, so that its head can explain them."""

    def __init__(self, v: Vademecum) -> None:
        """Begin a document in the language of ``v``."""
        self.v = v
        self.language = v.language.code
        self.marks = Marks(self.language)

    def say(self, words: str | None) -> Any:
        """Return a text for templates: a string, or ``{text, lang, dir, mark}`` when it needs its own language."""
        if not isinstance(words, Words):
            return words
        if not (mark := self.marks.of(words)):
            return str(words)
        code = words.language
        return {"text": str(words), "lang": full_tag(code)[0], "dir": direction(code), "mark": mark.upper()}

    def all(self, texts: Iterable[str]) -> list[Any]:
        """Return several texts."""
        return [self.say(text) for text in texts]

    def fields(self, entry: Entry, names: str) -> dict[str, Any]:
        """Return the texts of an entry by the names of their fields."""
        return {name: self.say(getattr(entry, name)) for name in names.split()}

    def value(self, copy: Copy, field: Field, value: Value | Words) -> Any:
        """Return a value as people read it, its unit being in the label; ``None`` for blanks and ticks."""
        if value is None or isinstance(value, bool):
            return None
        if isinstance(value, Problem):
            return UNREADABLE
        if isinstance(value, Words):
            return self.say(value)
        choices = copy.scope.choices(field)
        text = shown(field, value, choices, self.language)
        named = [c.label for c in choices if c.key in (value if isinstance(value, tuple) else (value,))]
        if named:  # what a choice is called may not be translated yet
            return self.say(named[0].reworded(text))
        return self.apart(text) if isinstance(value, float) else text

    def apart(self, amount: str) -> str:
        """Return an amount as it stands in a line of the document's direction."""
        return ISOLATED.format(amount) if self.v.language.direction == "rtl" else amount

    def word(self, key: str, n: int | None = None, **values: object) -> Any:
        """Return a word of the interface."""
        return self.say(self.v.word(key, n, **values))

    def caveats(self) -> list[Any]:
        """Return the lines that explain the marks used so far; none when all is translated and fresh."""
        missing = [self.v.word("pdf-missing", mark=code.upper()) for code in sorted(self.marks.missing)]
        lines = self.marks.caveats(missing, self.v.word("pdf-stale", mark=STALE))
        return [str(text) if text.language == self.language else self.say(text) for text in lines]


def direction(code: str) -> str:
    """Return ``ltr`` or ``rtl``, the writing direction of a language."""
    return "rtl" if is_rtl(code) else "ltr"
