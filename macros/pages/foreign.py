"""A word for a script, which says its language where that is not the page's."""

from __future__ import annotations

from macros.model.vademecum import Vademecum
from macros.model.words import Words


def told(v: Vademecum, words: Words) -> str | list[str]:
    """Return a word, or ``[word, language]``."""
    return str(words) if words.language == v.language.code else [str(words), words.language]
