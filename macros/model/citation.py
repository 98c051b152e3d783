"""How a publication is cited: the same parts in the same order on pages, in documents and in data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from babel.dates import format_date

from macros.model.locale import locale_of
from macros.model.reference import Reference
from macros.model.vademecum import Vademecum
from macros.model.words import Words


class Piece(NamedTuple):
    """A part of a citation; ``work`` is what is set in italics: a book, a journal."""

    text: Words
    work: bool = False


def citation(v: Vademecum, it: Reference) -> tuple[Piece, ...]:
    """Return the parts of a citation in their order; commas go between them."""
    return tuple(Piece(text, work) for text, work in _parts(v, it) if text)


def cited(v: Vademecum, it: Reference) -> str:
    """Return a citation as plain text."""
    return f"{v.word('cite-comma')} ".join(part.text for part in citation(v, it))


def _parts(v: Vademecum, it: Reference) -> Iterator[tuple[Words | None, bool]]:
    code = v.language.code
    yield from ((author, False) for author in it.authors)
    yield _own(it, it.number), False
    quoted = it.kind == "article"
    yield (_own(it, v.word("cite-quoted", title=it.title)), False) if quoted else (it.title, not it.journal)
    yield v.word("cite-edition", edition=it.edition) if it.edition else None, False
    yield it.journal, True
    yield _own(it, it.volume), False
    yield it.publisher, False
    yield Words(_day(it.date, code) if it.date else str(it.year or ""), code), False
    yield v.word("cite-pages", pages=it.pages) if it.pages else None, False
    yield v.word("cite-seen", date=_day(it.seen_on, code)) if it.seen_on else None, False
    yield v.word("cite-unconfirmed") if it.unconfirmed else None, False


def _own(it: Reference, text: str | None) -> Words | None:
    """Return a text in the language of the publication."""
    return it.title.reworded(text) if text else None


def _day(day: str, code: str) -> str:
    return str(format_date(date.fromisoformat(day), "d MMMM y", locale=locale_of(code)))
