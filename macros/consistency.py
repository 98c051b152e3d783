"""What no single entry can see: doubled ids, dangling references, misplaced entries, typography."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import BaseModel

from macros.errors import Fault
from macros.model.content import Action, Phase, Question, Reference, Topic
from macros.model.tool import Tool
from macros.model.words import Entry, Words, entries, words_of
from macros.typography import faults as typography_faults

REFERENCES: dict[str, tuple[type[Entry], ...]] = {
    "related": (Question,),
    "questions": (Question,),
    "tools": (Tool,),
    "topic": (Topic,),
    "topics": (Topic,),
    "leads_to": (Topic, Phase),
    "reference": (Reference,),
}
"""Fields that hold ids of other entries, and the kinds of entries that they may name."""

Places = dict[str, tuple[str, int]]
Files = list[tuple[str, BaseModel]]


def check(files: Files, places: Places) -> list[Fault]:
    """List what is wrong between the entries of ``files``; ``places`` tells where each id stands."""
    found = [(file, entry) for file, model in files for entry in entries(model)]
    return [
        *_doubled(found, places),
        *_dangling(found, places),
        *_misplaced(files, places),
        *_unlisted(files, places),
        *_typography(found, places),
    ]


def _fault(places: Places, entry: Entry, key: str, wrong: str, mend: str) -> Fault:
    # A derived id (the sources of a tool) stands where its parent does.
    file, line = places.get(entry.id) or places.get(entry.id.rsplit(".", 1)[0], ("", 0))
    return Fault(file, line, f"{entry.id}.{key}", wrong, mend)


def _doubled(found: list[tuple[str, Entry]], places: Places) -> Iterator[Fault]:
    counts = Counter(entry.id for _, entry in found)
    for file, entry in found:
        if counts[entry.id] > 1:
            yield Fault(
                file,
                places[entry.id][1] if places.get(entry.id, ("", 0))[0] == file else 0,
                entry.id,
                "cet identifiant sert deux fois",
                "donner à l’une des deux entrées un identifiant neuf",
            )


def _dangling(found: list[tuple[str, Entry]], places: Places) -> Iterator[Fault]:
    by_id = {entry.id: entry for _, entry in found}
    for _, entry in found:
        for key, kinds in REFERENCES.items():
            value = getattr(entry, key, None)
            named = (value,) if isinstance(value, str) else value or ()
            for identifier in (i for i in named if isinstance(i, str) and not isinstance(i, Words)):
                target = by_id.get(identifier)
                if isinstance(target, kinds) or (target is None and identifier in places):
                    continue  # right, or in a file that has faults of its own
                known = [i for i, e in by_id.items() if isinstance(e, kinds)]
                close = get_close_matches(identifier, known, 1, 0.5)
                mend = f"écrire « {close[0]} » ?" if close else "retirer cet identifiant ou créer l’entrée"
                yield _fault(places, entry, key, f"« {identifier} » ne désigne rien de connu", mend)


def _misplaced(files: Files, places: Places) -> Iterator[Fault]:
    for file, model in files:
        if isinstance(model, Phase | Topic | Tool) and file.rsplit("/", 1)[-1] != f"{model.id}.yml":
            yield _fault(places, model, "id", "le fichier ne porte pas le nom de l’entrée", f"l’appeler {model.id}.yml")
        for parent in entries(model):
            inside: tuple[Entry, ...] = ()
            if isinstance(parent, Topic):
                inside = (*parent.questions, *parent.actions)
            if isinstance(parent, Action):
                inside = parent.elements
            for child in inside:
                if not child.id.startswith(f"{parent.id}."):
                    yield _fault(places, child, "id", f"rangée dans {parent.id}", f"l’appeler {parent.id}.…")


def _unlisted(files: Files, places: Places) -> Iterator[Fault]:
    phases = [model for _, model in files if isinstance(model, Phase)]
    listed = Counter(identifier for phase in phases for identifier in phase.topics)
    for _, model in files:
        if isinstance(model, Topic) and listed[model.id] != 1:
            wrong = "aucune phase ne cite ce thème" if not listed[model.id] else "deux phases citent ce thème"
            yield _fault(places, model, "id", wrong, "l’écrire une fois dans « topics » d’un fichier de phases/")
    numbers = Counter(phase.number for phase in phases)
    for phase in phases:
        if numbers[phase.number] > 1:
            yield _fault(places, phase, "number", "deux phases ont ce numéro", "numéroter 1, 2, 3…")


def _typography(found: list[tuple[str, Entry]], places: Places) -> Iterator[Fault]:
    for _, entry in found:
        for key, value in words_of(entry).items():
            texts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for text in texts:
                for wrong, mend in typography_faults(text, text.language):
                    yield _fault(places, entry, key, f"{wrong} dans « {text[:60].strip()} »", mend)
