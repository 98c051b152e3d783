"""Find the terms of the glossary in a text: each term once on a page, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.model.content import Term
from macros.model.words import Words


class Gloss:
    """Splits texts into plain parts and terms; remembers what it has shown on this page."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms of one language; a new Gloss starts a new page."""
        self._terms = tuple(terms)
        self._shown: set[str] = set()

    def __call__(self, text: Words) -> Iterator[tuple[str, Term | None]]:
        """Yield the parts of ``text`` in order, each with its term when it is the first on the page."""
        pattern, by_form = _forms(self._key(text.language))
        start = 0
        for found in pattern.finditer(text) if pattern else ():
            term = self._by_id[by_form[found[0].casefold()]]
            if term.id in self._shown:
                continue
            self._shown.add(term.id)
            if found.start() > start:
                yield text[start : found.start()], None
            yield found[0], term
            start = found.end()
        if start < len(text):
            yield text[start:], None

    def _key(self, language: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (str(form), term.id)
            for term in self._terms
            for form in (term.title, *term.forms)
            if form.language == language
        )

    @property
    def _by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self._terms}


@lru_cache(maxsize=64)
def _forms(key: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    by_form = {form.casefold(): identifier for form, identifier in key}
    longest = sorted(by_form, key=len, reverse=True)
    if not longest:
        return None, by_form
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE), by_form
