"""Lay the words of a translation over the French vade-mecum, and tell how fresh each of them is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal
from unicodedata import normalize

from macros.model.typography import typeset
from macros.model.vademecum import Language, Vademecum
from macros.model.words import Entry, Words, entries, rewrite, words_of

State = Literal["current", "stale", "missing", "orphan"]


@dataclass(frozen=True)
class Translation:
    """The words that a translation gives to one entry.

    ``of`` is the digest of the French that they translate; without it they count as stale.
    """

    id: str
    file: str
    of: str | None = None
    words: dict[str, Any] = field(default_factory=dict)


def digest(entry: Entry, names: Iterable[str]) -> str:
    """Return eight hexadecimal digits that change when the French of the fields ``names`` does.

    Neither spaces nor the way accents are encoded count: typography and editors never make a translation stale.
    """
    words = words_of(entry)
    texts = [f"{name}={' '.join(_flat(words[name]).split())}" for name in sorted(words.keys() & set(names))]
    return sha256(normalize("NFC", "\n".join(texts)).encode()).hexdigest()[:8]


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "|".join(f"{key}:{text}" for key, text in sorted(value.items()))
    return "|".join(value) if isinstance(value, tuple) else value


def is_stale(entry: Entry, translation: Translation) -> bool:
    """Tell whether the French of ``entry`` has changed since it was translated."""
    return translation.of != digest(entry, translation.words)


def translate(source: Vademecum, translations: dict[str, Translation], language: Language) -> Vademecum:
    """Return the vade-mecum in ``language``; what has no words there stays French and says so."""

    def change(entry: Entry) -> Entry:
        translation = translations.get(entry.id)
        if translation is None:
            return entry
        stale = is_stale(entry, translation)
        new = {name: _worded(value, language.code, stale=stale) for name, value in translation.words.items()}
        return entry.model_copy(update=new)

    translated: Vademecum = rewrite(source, change)
    return translated.model_copy(update={"language": language})


def _worded(value: Any, language: str, *, stale: bool) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_worded(item, language, stale=stale) for item in value)
    if isinstance(value, dict):
        return {key: _worded(item, language, stale=stale) for key, item in value.items()}
    return Words(typeset(value, language), language, stale=stale)


def states(source: Vademecum, translations: dict[str, Translation]) -> Iterator[tuple[str, str, State]]:
    """Yield (id, field, state) for every text of the source and every translation without one."""
    for entry in entries(source):
        translation = translations.get(entry.id)
        for name in words_of(entry):
            if translation is None or name not in translation.words:
                yield entry.id, name, "missing"
            else:
                yield entry.id, name, "stale" if is_stale(entry, translation) else "current"
    for identifier in translations.keys() - {entry.id for entry in entries(source)}:
        yield identifier, "", "orphan"
