"""Find the terms of the glossary in a text: each term once on a page, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.model.content import Term
from macros.model.words import Words

_DOTLESS = str.maketrans("Iİ", "ıi")
"""The small letters of two capitals in Turkish and Azeri."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese, as a set of a pattern: no blanks between words."""


class Gloss:
    """Splits texts into plain parts and terms; remembers what it has shown on this page."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms of one language; a new Gloss starts a new page."""
        self._terms = tuple(terms)
        self._shown: set[str] = set()

    def __call__(self, text: Words) -> Iterator[tuple[str, Term | None]]:
        """Yield the parts of ``text`` in order, each with its term when it is the first on the page."""
        pattern, by_form = _forms(text.language, self._key(text.language))
        signs = [_folded(sign, text.language) for sign in text]
        places = [n for n, folded in enumerate(signs) for _ in folded] + [len(text)]
        start = 0
        for form in pattern.finditer("".join(signs)) if pattern else ():
            first, end = places[form.start()], places[form.end()]
            term = self._by_id[by_form[form[0]]]
            if (
                term.id in self._shown or "".join(signs[first:end]) != form[0]
            ):  # it ends inside a sign: İ is more than i
                continue
            self._shown.add(term.id)
            if first > start:
                yield text[start:first], None
            yield text[first:end], term
            start = end
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
def _forms(language: str, key: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    by_form = {_folded(form, language): identifier for form, identifier in key}
    longest = sorted(by_form, key=len, reverse=True)
    if not longest:
        return None, by_form
    forms = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<![^\W{_UNSPACED}])(?:{forms})(?![^\W{_UNSPACED}])"), by_form


def _folded(text: str, language: str) -> str:
    """Return a text without the difference of capitals, as its language has them: one sign may become several."""
    return (text.translate(_DOTLESS) if language.split("-", maxsplit=1)[0] in {"tr", "az"} else text).casefold()
