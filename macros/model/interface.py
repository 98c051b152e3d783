"""The words of the interface."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.model.words import Entry, Frozen, Words

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]


class Word(Entry):
    """A word of the interface: one text, or one text for each plural form (CLDR categories)."""

    text: Words | None = None
    plural: dict[PluralForm, Words] | None = None
    note: str | None = None
    """For translators: where it stands, what fits."""

    @model_validator(mode="after")
    def has_words(self) -> Self:
        """Refuse a word without words: the site would have nothing to show for some number."""
        if self.text is None if self.plural is None else "other" not in self.plural:
            raise PydanticCustomError("wordless", "no text, and no plural form other")
        return self


class Interface(Frozen):
    """The words of the interface."""

    words: tuple[Word, ...]
