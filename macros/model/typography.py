"""The spaces and signs of each language: put in on load, so that nobody types them by hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

NO_BREAK = "\u00a0"
THIN_NO_BREAK = "\u202f"

_FRENCH_SPACES = (
    (re.compile(r"« "), f"«{NO_BREAK}"),
    (re.compile(r" (?=[%€»]|:(?!-))"), NO_BREAK),
    (re.compile(r" (?=[;?]|!(?!\[))"), THIN_NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), THIN_NO_BREAK),
    (re.compile(r"(?<=n°) (?=\d)"), NO_BREAK),
)

_STRAIGHT = (re.compile(r"['\"]"), "apostrophe ou guillemets droits", "écrire ’ (apostrophe), « … » (guillemets)")
_DOTS = (re.compile(r"\.\.\."), "trois points à la suite", "écrire le signe …")
_FRENCH_FAULTS = (
    _STRAIGHT,
    _DOTS,
    (re.compile(r"«(?!\s)|(?<!\s)»"), "espace manquante dans les guillemets", "écrire « mot » avec ses espaces"),
    (
        re.compile(r"(?<=[^\s(])[;!?](?!\w)|(?<=\S)[%€]|(?<=[^\s\d]):(?!//)"),
        "espace manquante avant un signe double",
        "mettre une espace ordinaire avant ; : ! ? % €",
    ),
    (re.compile(r"[“”]"), "guillemets anglais", "écrire « … »"),
)
_ENGLISH_FAULTS = (_STRAIGHT, _DOTS)
_ARABIC_FAULTS = (
    _DOTS,
    (re.compile(r"[,;?](?=\s|$)"), "ponctuation latine", "écrire ، ؛ ؟"),
)


def _french(text: str) -> str:
    for pattern, spaced in _FRENCH_SPACES:
        text = pattern.sub(spaced, text)
    return text


def _as_typed(text: str) -> str:
    return text


_SETTERS: dict[str, Callable[[str], str]] = {"fr": _french}
_FAULTS = {"fr": _FRENCH_FAULTS, "en": _ENGLISH_FAULTS, "ar": _ARABIC_FAULTS}


_PARAGRAPH = re.compile(r"\n\s*\n")


def typeset(text: str, language: str) -> str:
    """Give ``text`` the no-break spaces of ``language`` and single ordinary spaces elsewhere.

    An empty line begins a paragraph and stays.
    """
    setter = _SETTERS.get(language, _as_typed)
    return "\n\n".join(setter(" ".join(paragraph.split())) for paragraph in _PARAGRAPH.split(text.strip()))


_NOT_PROSE = re.compile(r"(```.*?```|`[^`]*`|<[^>]+>|\]\([^)]*\)|\{\{.*?\}\})", re.DOTALL)


def typeset_markdown(text: str, language: str) -> str:
    """Give the prose of a Markdown page the spaces of ``language``; code, links and macro calls stay as typed."""
    parts = _NOT_PROSE.split(text)
    setter = _SETTERS.get(language, _as_typed)
    return "".join(part if n % 2 else setter(part) for n, part in enumerate(parts))


@lru_cache(maxsize=1 << 15)
def faults(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """List what ``language`` does not allow in ``text``, each as (what is wrong, how to mend it)."""
    return tuple((wrong, mend) for pattern, wrong, mend in _FAULTS.get(language, ()) if pattern.search(text))


_ARABIC_ARTICLE = re.compile(r"^(?:[وفبكل]?ال|لل)(?=\w{3})")


def fold(word: str) -> str:
    """Strip accents, ligatures and the Arabic article, by which words are not sorted."""
    word = unicodedata.normalize("NFKD", word.replace("œ", "oe").replace("æ", "ae"))
    return _ARABIC_ARTICLE.sub("", "".join(sign for sign in word if not unicodedata.combining(sign)))
