"""What a publication is cited with, by its kind, and the register of all of them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from macros.model.days import Day
from macros.model.typography import typeset
from macros.model.words import SOURCE_LANGUAGE, Entry, Flag, Frozen, Words

ReferenceKind = Literal["book", "article", "report", "standard", "law", "talk", "site"]

CITED: dict[ReferenceKind, tuple[str, ...]] = {
    "book": ("authors", "publisher", "year"),
    "article": ("authors", "journal", "volume", "year"),
    "report": ("publisher", "year"),
    "standard": ("number", "publisher", "year", "url"),
    "law": ("journal", "volume", "date", "url"),
    "talk": ("publisher", "date"),
    "site": ("publisher", "url"),
}
"""The parts without which a kind of publication can't be found; each of them has a title."""


class Reference(Entry):
    """A publication. Its title and names stay in its own ``language``."""

    own_language: ClassVar[tuple[str, ...]] = ("authors", "title", "journal", "publisher")

    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = SOURCE_LANGUAGE
    kind: ReferenceKind
    authors: tuple[Words, ...] = ()
    number: str | None = None
    """The number of a standard, with its year: ``ISO 9001:2015``."""
    title: Words
    edition: Annotated[int, Field(strict=True, ge=2)] | None = None
    journal: Words | None = None
    """The journal of an article, the official journal of a law."""
    volume: str | None = None
    """What of the journal, as it counts itself: ``15(2)``, ``L 187``."""
    publisher: Words | None = None
    year: Annotated[int, Field(strict=True, ge=1900, le=2100)] | None = None
    date: Day | None = None
    pages: str | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    seen_on: Day | None = None
    """The day on which somebody opened the address and found the publication there."""
    unconfirmed: Flag = False
    """Whether nobody could compare these parts with the publication or with a catalogue."""
    note: Words | None = None
    """What of it is used, and where: a clause, an article, a chapter."""

    @field_validator("authors", "title", "journal", "publisher", mode="after")
    @classmethod
    def keep_language(cls, words: Words | tuple[Words, ...] | None, info: ValidationInfo) -> object:
        """Mark names with the language that they are written in, and give them its spaces."""
        code = info.data.get("language", SOURCE_LANGUAGE)
        if isinstance(words, tuple):
            return tuple(Words(typeset(name, code), code) for name in words)
        return words and Words(typeset(words, code), code)

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        """Refuse a publication that lacks what its kind is found by."""
        if missing := [name for name in CITED[self.kind] if not getattr(self, name)]:
            raise PydanticCustomError("partless", "{missing}", {"missing": ", ".join(missing)})
        return self


class References(Frozen):
    """The digested document, what to read further, and the register of sources of the tools."""

    source: Reference
    further_reading: tuple[Reference, ...]
    sources: tuple[Reference, ...]
