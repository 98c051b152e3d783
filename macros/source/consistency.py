"""What no single entry can see: doubled ids, dangling references, misplaced entries, typography."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache

from pydantic import BaseModel

from macros.errors import Fault, Wrong
from macros.model.content import (
    FAMILIES,
    Action,
    Glossary,
    Phase,
    Question,
    Ratio,
    Statement,
    Titled,
    Topic,
)
from macros.model.interface import Interface
from macros.model.reference import Reference
from macros.model.retired import Retirements
from macros.model.tool import Tool
from macros.model.typography import faults as typography_faults
from macros.model.words import Entry, Words, entries, words_of
from macros.source.listed import unlisted
from macros.source.misnomers import drifts

REFERENCES: dict[str, tuple[type[Entry], ...]] = {
    "related": (Question,),
    "questions": (Question,),
    "tools": (Tool,),
    "topic": (Topic,),
    "topics": (Topic,),
    "leads_to": (Topic, Phase),
    "reference": (Reference,),
    "serves": (Question, Action, Statement, Titled, Ratio),
}
"""Fields that hold ids of other entries, and the kinds of entries that they may name."""

SITE_FOLDERS = {"assets", "downloads", "index", "javascripts", "print", "search", "stylesheets", "tools"}
"""Folders and pages that the site has besides those whose names are words of the interface, ``page-<name>``."""

_PAGE = "interface.page-"
_PLACEHOLDER = re.compile(r"\{\w+\}")

Spots = list[tuple[str, str, int]]
"""Every id as it is written in the files: (id, file, line)."""

Places = dict[str, tuple[str, int]]
"""Where each id stands: file and line."""

Files = list[tuple[str, BaseModel]]
Known = list[tuple[str, Entry]]
"""Entries, each with its file."""


def inconsistencies(
    files: Files, known: Known, spots: Spots, refused: Collection[str], codes: Collection[str]
) -> list[Fault]:
    """List what is wrong between the entries ``known`` in ``files``; ``spots`` tells where each id stands.

    ``refused`` are the files with faults of their own: nobody is blamed for what may stand in them. ``codes`` are those
    of the languages, which have folders of their own.
    """
    places: Places = {identifier: (file, line) for identifier, file, line in spots}
    unreadable = set(refused) - {file for _, file, _ in spots}
    return [
        *_doubled(spots),
        *(_dangling(known, places) if not unreadable else ()),
        *_misnamed(files, spots),
        *_misplaced(known, places),
        *_unaddressed(files, places, codes),
        *_homeless(files, places, spots),
        *(_unlisted(files, places) if not any("/phases/" in file for file in refused) else ()),
        *_typography(known, places),
        *_unlike(known, places),
        *_drifting(files, known, places),
        *_successors(files, places),
    ]


def _fault(places: Places, entry: Entry, key: str, wrong: str, mend: str) -> Fault:
    # A derived id (the sources of a tool) stands where its parent does.
    near = next((name for name in _around(entry.id) if name in places), "")
    file, line = places.get(near, ("", 0))
    return Fault(file, line, f"{entry.id}.{key}", wrong, mend)


def _around(identifier: str) -> Iterator[str]:
    """Yield an id, then the ids that it begins with, longest first."""
    while identifier:
        yield identifier
        identifier = identifier.rpartition(".")[0]


def _doubled(spots: Spots) -> Iterator[Fault]:
    """Find ids that serve twice; what stands in a doubled entry is not blamed on top of it."""
    counts = Counter(identifier for identifier, _, _ in spots)
    for identifier, file, line in spots:
        if counts[identifier] > 1 and not any(counts[around] > 1 for around in [*_around(identifier)][1:]):
            mend = "donner à l’une des deux entrées un identifiant neuf"
            yield Fault(file, line, identifier, "cet identifiant sert deux fois", mend)


@cache
def _referring(kind: type[Entry]) -> tuple[str, ...]:
    return tuple(key for key in REFERENCES if key in kind.model_fields)


def _dangling(known: Known, places: Places) -> Iterator[Fault]:
    by_id = {entry.id: entry for _, entry in known}
    for _, entry in known:
        for key in _referring(type(entry)):
            value = getattr(entry, key)
            named = (value,) if isinstance(value, str) else value or ()
            for identifier in (i for i in named if isinstance(i, str) and not isinstance(i, Words)):
                astray = identifier in by_id or identifier not in places  # else in a file that has faults of its own
                if astray and not isinstance(by_id.get(identifier), REFERENCES[key]):
                    yield _fault(places, entry, key, *_astray(identifier, REFERENCES[key], by_id))


def _astray(identifier: str, kinds: tuple[type[Entry], ...], by_id: dict[str, Entry]) -> Wrong:
    """Say why an id does not lead to an entry of these kinds."""
    if identifier in by_id:
        return f"« {identifier} » désigne une entrée d’une autre sorte", "en citer une de la bonne sorte"
    close = get_close_matches(identifier, [i for i, entry in by_id.items() if isinstance(entry, kinds)], 1, 0.5)
    mend = f"écrire « {close[0]} » ?" if close else "retirer cet identifiant ou créer l’entrée"
    return f"« {identifier} » ne désigne rien de connu", mend


def _misnamed(files: Files, spots: Spots) -> Iterator[Fault]:
    for file, model in files:
        if isinstance(model, Phase | Topic | Tool) and file.rsplit("/", 1)[-1] != f"{model.id}.yml":
            line = next((line for i, f, line in spots if (i, f) == (model.id, file)), 0)
            wrong = "le fichier ne porte pas le nom de l’entrée"
            yield Fault(file, line, f"{model.id}.id", wrong, f"l’appeler {model.id}.yml, ou corriger « id »")


def _misplaced(known: Known, places: Places) -> Iterator[Fault]:
    for _, parent in known:
        inside: tuple[Entry, ...] = ()
        if isinstance(parent, Topic):
            inside = (*parent.questions, *parent.actions)
        if isinstance(parent, Question):
            inside = parent.additions
        if isinstance(parent, Action):
            inside = parent.elements
        for child in inside:
            if not child.id.startswith(f"{parent.id}."):
                yield _fault(places, child, "id", f"rangée dans {parent.id}", f"l’appeler {parent.id}.…")


def _unaddressed(files: Files, places: Places, codes: Collection[str]) -> Iterator[Fault]:
    """Find ids that give a page no address, or that of another."""
    words = [entry.id for _, model in files if isinstance(model, Interface) for entry in model.words]
    taken = {*SITE_FOLDERS, *codes, *(word.removeprefix(_PAGE) for word in words if word.startswith(_PAGE))}
    for _, model in files:
        if isinstance(model, Phase) and ("." in model.id or model.id in taken):
            yield _fault(places, model, "id", "le site a déjà une adresse de ce nom", "choisir un autre mot, seul")


def _homeless(files: Files, places: Places, spots: Spots) -> Iterator[Fault]:
    """Find ids outside topics that lead to no page; one that serves twice is blamed for that alone."""
    counts = Counter(identifier for identifier, _, _ in spots)
    for _, model in files:
        begins = [first for first, (holder, _) in FAMILIES.items() if holder is type(model)]
        for entry in entries(model) if begins else ():
            if entry.id.partition(".")[0] not in begins and counts[entry.id] == 1:
                mend = f"le faire commencer par {' ou '.join(f'{first}.' for first in begins)}"
                yield _fault(places, entry, "id", "cet identifiant ne mène à aucune page", mend)


def _successors(files: Files, places: Places) -> Iterator[Fault]:
    """Hold successors to what exists or was retired later in the file: no chain can run in a circle."""
    for file, model in files:
        retired = model.retired if isinstance(model, Retirements) else ()
        for n, old in enumerate(retired):
            for successor in old.successors:
                if successor in {other.id for other in retired[: n + 1]} or successor not in places:
                    wrong = f"« {successor} » ne peut pas prendre la suite"
                    mend = "citer une entrée qui existe, ou un identifiant retiré plus bas dans le fichier"
                    yield Fault(file, places[old.id][1], f"{old.id}.successors", wrong, mend)


def _unlisted(files: Files, places: Places) -> Iterator[Fault]:
    """Find what the phases list not at all, twice or in the wrong place."""
    for wrong in unlisted([model for _, model in files]):
        yield _fault(places, *wrong)


def _typography(known: Known, places: Places) -> Iterator[Fault]:
    for _, entry in known:
        for key, value in words_of(entry).items():
            texts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for text in texts:
                for wrong, mend in typography_faults(text, text.language):
                    yield _fault(places, entry, key, f"{wrong} dans « {text[:60].strip()} »", mend)


def _drifting(files: Files, known: Known, places: Places) -> Iterator[Fault]:
    """Find names that give way to a term of the glossary."""
    rules = [rule for _, model in files if isinstance(model, Glossary) for rule in model.wording]
    for drift in drifts(rules, (entry for _, entry in known)):
        yield _fault(places, *drift)


def _unlike(known: Known, places: Places) -> Iterator[Fault]:
    """Find plural forms that name something that the form for all else does not."""
    for _, entry in known:
        for key, value in words_of(entry).items():
            if isinstance(value, dict) and "other" in value:
                wanted = set(_PLACEHOLDER.findall(value["other"]))
                for form, text in value.items():
                    for odd in sorted(set(_PLACEHOLDER.findall(text)) - wanted):
                        wrong = f"{odd} n’est pas dans la forme « other »"
                        yield _fault(
                            places, entry, f"{key}.{form}", wrong, f"garder {', '.join(sorted(wanted)) or '—'}"
                        )
