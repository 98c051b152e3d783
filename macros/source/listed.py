"""What phases list: each topic in one phase, a tool once on a path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from macros.errors import Wrong
from macros.model.content import Phase, Topic
from macros.model.words import Entry

Unlisted = Iterator[tuple[Entry, str, str, str]]
"""What is wrong: (entry, key, what is wrong, how to mend it)."""


def unlisted(models: Sequence[BaseModel]) -> Unlisted:
    """Find topics not listed once, tools that stand twice on a path, and phases of one number."""
    phases = [model for model in models if isinstance(model, Phase)]
    for topic in (model for model in models if isinstance(model, Topic)):
        homes = [phase.id for phase in phases for identifier in phase.topics if identifier == topic.id]
        if wrong := _wrong_home(topic, homes):
            yield topic, "id", *wrong
    numbers = Counter(phase.number for phase in phases)
    for phase in phases:
        if numbers[phase.number] > 1:
            yield phase, "number", "deux phases ont ce numéro", "numéroter 1, 2, 3…"
        along = Counter(identifier for stage in phase.path for identifier in stage.tools)
        for stage in phase.path:
            for identifier in stage.tools:
                if along[identifier] > 1:
                    yield (
                        stage,
                        "tools",
                        f"le chemin cite « {identifier} » deux fois",
                        "le laisser dans une seule étape",
                    )


def _wrong_home(topic: Topic, homes: list[str]) -> Wrong | None:
    """Say what is wrong with the phases that list a topic, or nothing."""
    if len(homes) != 1:
        wrong = "deux phases citent ce thème" if homes else "aucune phase ne cite ce thème"
        return wrong, "l’écrire une fois dans « topics » d’un fichier de phases/"
    if not re.fullmatch(rf"{re.escape(homes[0])}\.(?!index$)[^.]+", topic.id):
        mend = f"l’appeler {homes[0]}.… (un seul mot, sauf index)"
        return f"ce thème n’a pas d’adresse dans la phase « {homes[0]} »", mend
    return None
