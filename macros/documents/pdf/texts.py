"""Texts on their way into a document: those not in its language keep their own, with a mark, and are counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.model.locale import full_tag, is_rtl
from macros.model.vademecum import Vademecum
from macros.model.words import Words

STALE_MARK = "†"


class Texts:
    """What one document says; remembers which marks it needed, so that its head can explain them."""

    def __init__(self, v: Vademecum) -> None:
        """Begin a document in the language of ``v``."""
        self.v = v
        self.language = v.language.code
        self._missing: set[str] = set()
        self._stale = False

    def say(self, words: str | None) -> Any:
        """Return a text for templates: a string, or ``{text, lang, dir, mark}`` when it needs its own language."""
        if words is None or not isinstance(words, Words):
            return words
        if words.language == self.language and not words.stale:
            return str(words)
        if words.language == self.language:
            self._stale = True
            mark = STALE_MARK
        else:
            self._missing.add(words.language)
            mark = words.language.upper()
        return {"text": str(words), "lang": full_tag(words.language)[0], "dir": direction(words.language), "mark": mark}

    def all(self, texts: Iterable[str]) -> list[Any]:
        """Return several texts."""
        return [self.say(text) for text in texts]

    def word(self, key: str, n: int | None = None, **values: object) -> Any:
        """Return a word of the interface."""
        return self.say(self.v.word(key, n, **values))

    def caveats(self) -> list[Any]:
        """Return the lines that explain the marks used so far; none when all is translated and fresh."""
        found = [self.v.word("pdf-missing", mark=code.upper()) for code in sorted(self._missing)]
        if self._stale:
            found.append(self.v.word("pdf-stale", mark=STALE_MARK))
        return [str(text) if text.language == self.language else self.say(text) for text in found]


def direction(code: str) -> str:
    """Return ``ltr`` or ``rtl``, the writing direction of a language."""
    return "rtl" if is_rtl(code) else "ltr"
