"""What the search knows of each language beside the words of the pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.model.words import Frozen

Spaced = Annotated[str, AfterValidator(lambda text: " ".join(text.split()))]
"""Words with single spaces between them."""


def _alike(group: str) -> str:
    """Refuse a group of one word: nothing would be found by it that is not found without it."""
    if not any(word.strip() for word in group.split(",")[1:]):
        raise PydanticCustomError("lonely", "several words with commas between them")
    return group


Alike = Annotated[Spaced, AfterValidator(_alike)]
"""Words of the trade that mean the same, with commas between them; of several words, one is only understood."""


class SearchLanguage(Frozen):
    """A language as the search knows it; each text is words with spaces between them."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    idle: Spaced = ""
    """Words that decide nothing: articles, prepositions, what an apostrophe leaves of them."""
    articles: Spaced = ""
    """Articles that are written onto their word."""
    attached: Spaced = ""
    """Letters for *and*, *by*, *for* … that are written onto a word or its article."""
    plurals: Spaced = ""
    """Endings of the plural, with that of the singular after a colon where it has one: ``aux:al``."""
    synonyms: tuple[Alike, ...] = ()
    pages: dict[str, Spaced] = Field(default_factory=dict)
    """What people call a page, or what stands on it, whose title says it otherwise: its address → words."""


class SearchLanguages(Frozen):
    """The languages that the search knows something of."""

    languages: tuple[SearchLanguage, ...] = ()
