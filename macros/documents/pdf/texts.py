"""Texts on their way into a document: those not in its language keep their own, with a mark, and are counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.documents.outline.marks import STALE, Marks
from macros.model.locale import full_tag, is_rtl
from macros.model.vademecum import Vademecum
from macros.model.words import Words


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

    def word(self, key: str, n: int | None = None, **values: object) -> Any:
        """Return a word of the interface."""
        return self.say(self.v.word(key, n, **values))

    def caveats(self) -> list[Any]:
        """Return the lines that explain the marks used so far; none when all is translated and fresh."""
        missing = [self.v.word("pdf-missing", mark=code.upper()) for code in sorted(self.marks.missing)]
        found = self.marks.caveats(missing, self.v.word("pdf-stale", mark=STALE))
        return [str(text) if text.language == self.language else self.say(text) for text in found]


def direction(code: str) -> str:
    """Return ``ltr`` or ``rtl``, the writing direction of a language."""
    return "rtl" if is_rtl(code) else "ltr"
