"""French texts that call a thing by another name than the glossary does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.model.content import Term
from macros.model.wording import Wording
from macros.model.words import Entry, words_of

Drift = tuple[Entry, str, str, str]
"""An entry, its field, what is wrong there, and how to mend it."""


def drifts(rules: Iterable[Wording], known: Iterable[Entry]) -> Iterator[Drift]:
    """Yield each name in the texts of ``known`` that gives way to a term."""
    by_name = {_folded(name): rule for rule in rules for name in rule.instead_of}
    entries = list(known)
    terms = {entry.id: str(entry.title) for entry in entries if isinstance(entry, Term)}
    if not by_name:
        return
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(by_name, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for entry in entries:
        for field, text in _texts(entry):
            for hit in pattern.finditer(text):
                rule = by_name[_folded(hit[0])]
                if rule.holds_in(entry.id):
                    yield entry, field, *_said(" ".join(hit[0].split()), rule, terms)


def _said(name: str, rule: Wording, terms: dict[str, str]) -> tuple[str, str]:
    term = terms.get(rule.term, rule.term)
    mend = f"écrire « {term} » ; sinon, dire pourquoi dans « kept » de « wording », glossary.yml"
    return f"« {name} » : le glossaire dit « {term} »", mend


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    for field, value in words_of(entry).items():
        texts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        yield from ((field, text) for text in texts)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
