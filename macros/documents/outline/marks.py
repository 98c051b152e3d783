"""Marks of freshness: which one a text bears, and what the head of the document has to say of them."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model.words import Words

STALE = "†"
"""What a text bears that is older than the French."""


class Marks:
    """The marks of one document, remembered as they are made."""

    def __init__(self, code: str) -> None:
        """Begin a document in the language ``code``."""
        self.code = code
        self.missing: set[str] = set()
        """Languages of the texts that are not translated."""
        self.stale = False

    def language(self, words: str) -> str:
        """Return the language of a text; plain strings are in that of the document."""
        return words.language if isinstance(words, Words) else self.code

    def of(self, words: str) -> str:
        """Return the mark of a text: the code of its language, the sign of an old translation, or nothing."""
        if (code := self.language(words)) != self.code:
            self.missing.add(code)
            return code
        if isinstance(words, Words) and words.stale:
            self.stale = True
            return STALE
        return ""

    def caveats(self, missing: Iterable[Words], stale: Words) -> list[Words]:
        """Return which of these lines explain the marks made so far."""
        return [*(missing if self.missing else ()), *([stale] if self.stale else ())]
