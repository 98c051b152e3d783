"""What the model refuses, said so that a person who edits YAML can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from macros.errors import Wrong
from macros.model.words import Words
from macros.source.datafile import Place

_EMPTY = ("le texte est vide", "écrire le texte, ou retirer la clé si elle est facultative")

_SIMPLE: dict[str, tuple[str, str]] = {
    "unreadable": _EMPTY,
    "model_type": ("des clés étaient attendues ici", "mettre à la ligne, en retrait, « clé : valeur »"),
    "dict_type": ("des clés étaient attendues ici", "mettre à la ligne, en retrait, « clé : valeur »"),
    "tuple_type": ("une liste était attendue ici", "mettre à la ligne, en retrait, un élément par tiret"),
    "int_type": ("un nombre entier était attendu ici", "écrire le nombre seul, sans guillemets"),
    "float_type": ("un nombre était attendu ici", "écrire le nombre seul, avec un point pour les décimales"),
    "float_parsing": ("un nombre était attendu ici", "écrire le nombre seul, avec un point pour les décimales"),
    "bool_type": ("vrai ou faux était attendu ici", "écrire true ou false"),
    "bool_parsing": ("vrai ou faux était attendu ici", "écrire true ou false"),
    "lonely": ("un mot seul n’a pas de synonyme", "en écrire plusieurs, entre virgules, ou retirer la ligne"),
    "choiceless": (
        "les choix manquent, ou n’ont rien à faire ici",
        "« choices » ou « list » : pour choice, multi, suggest",
    ),
    "rowless": (
        "un tableau sans lignes, ou des lignes ailleurs",
        "« rows » ou « blank_rows », pour un tableau seulement",
    ),
    "periodless": (
        "une matrice sans périodes, ou des périodes ou des mois ailleurs",
        "« periods » et « months », pour une matrice seulement",
    ),
    "dayless": ("ce n’est pas un jour qui existe", "l’écrire comme 2026-05-31"),
    "yearless": (
        "« earliest » et « latest » vont du plus ancien au plus récent, pour une date",
        "écrire des années dans cet ordre (ou « today » à la fin), pour le type date seulement",
    ),
    "sightless": ("« hidden » cache un champ à remplir", "le garder pour les champs avec « formula » ou « given »"),
    "wordless": ("il manque « text », ou la forme « other » de « plural »", "l’ajouter à cette entrée"),
}

_PATTERNS: dict[str, tuple[str, str]] = {
    "url": ("n’est pas une adresse", "écrire l’adresse entière, avec https://"),
    "language": ("n’est pas un code de langue", "écrire un code en minuscules, par exemple fr, en, ar"),
    "code": ("n’est pas un code de langue", "écrire un code en minuscules, par exemple fr, en, ar"),
}
"""Keys with a shape of their own."""

_ID = ("n’a pas la forme d’un identifiant", "lettres minuscules sans accent, chiffres, . et -")
"""The shape of all other keys."""

_BOUNDS = {"greater_than_equal": ("ge", "petit", "moins"), "less_than_equal": ("le", "grand", "plus")}


def explain(details: dict[str, Any], model: type[BaseModel]) -> tuple[Place, str, str]:
    """Turn one pydantic error into (place, what is wrong, how to mend it)."""
    place: Place = tuple(key for key in details["loc"] if not _is_branch(key))
    name = str(place[-1]) if place else ""
    if details["type"] == "missing":
        return place[:-1], f"la clé « {name} » manque", f"ajouter « {name} : … » à cette entrée"
    if details["type"] == "extra_forbidden":
        return place, f"la clé « {name} » est inconnue", _suggest(name, _keys(model))
    return place, *_refused(name, details)


def _refused(name: str, details: dict[str, Any]) -> Wrong:
    """Say what is wrong with the value of a key, and how to mend it."""
    kind, value = details["type"], details.get("input")
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind == "partless":
        return "une source de cette sorte doit dire plus", f"ajouter à cette entrée : {details['msg']}"
    if kind in _BOUNDS:
        limit, size, bound = _BOUNDS[kind]
        return f"le nombre {value} est trop {size}", f"écrire {details['ctx'][limit]} au {bound}"
    if value is None or (isinstance(value, str) and not value.strip()):
        return _EMPTY
    if kind == "string_pattern_mismatch":
        wrong, mend = _PATTERNS.get(name, _ID)
        return f"« {value} » {wrong}", mend
    return _other(kind, value, details)


def _other(kind: str, value: Any, details: dict[str, Any]) -> Wrong:
    if kind in {"string_type", "is_instance_of"}:
        return f"un texte était attendu, pas {_name(value)}", "mettre le texte entre guillemets ou après « >- »"
    if kind == "too_short":
        count, least = details["ctx"]["actual_length"], details["ctx"]["min_length"]
        return f"la liste compte {count} élément(s)", f"en donner au moins {least}"
    if kind == "literal_error":
        expected = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return f"« {value} » n’est pas un choix possible", f"choisir parmi : {expected}"
    return details["msg"], "comparer avec une entrée voisine qui est juste"


def _is_branch(key: str | int) -> bool:
    """Tell the names that pydantic gives to the branches of Words from the keys of the file."""
    return isinstance(key, str) and key.startswith(
        ("is-instance", "function-", "str", "lax-or-strict", "[key]", "tuple[", "literal[", "dict[")
    )


def _name(value: Any) -> str:
    names = {
        bool: "une valeur vrai ou faux",
        int: "un nombre",
        float: "un nombre",
        list: "une liste",
        dict: "une suite de clés",
    }
    return names.get(type(value), "autre chose")


def _keys(model: type[BaseModel]) -> set[str]:
    """Collect every key that ``model`` and the models inside it know."""
    return {key for part in _models(model) for key in part.model_fields}


def _models(*roots: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield models and those inside them, each once."""
    waiting: list[Any] = list(roots)
    seen: set[Any] = set()
    while waiting:
        part = waiting.pop()
        if not (isinstance(part, type) and issubclass(part, BaseModel)):
            waiting += get_args(part)
        elif part not in seen:
            seen.add(part)
            waiting += [info.annotation for info in part.model_fields.values()]
            yield part


@cache
def _code_keys(models: tuple[type[BaseModel], ...]) -> frozenset[str]:
    """Collect the keys that hold no free text in any of these models: ids, choices, numbers, lists of ids."""
    fields = [(name, info) for part in _models(*models) for name, info in part.model_fields.items()]
    free = {name for name, info in fields if _is_free(info.annotation) and not _has_shape(info.metadata)}
    return frozenset(name for name, _ in fields) - free


def _is_free(annotation: Any) -> bool:
    """Tell whether people write a text of their own here, rather than an id, a choice or a number."""
    if annotation is Any or annotation is str or annotation is Words:
        return True
    if _has_shape(getattr(annotation, "__metadata__", ())):
        return False
    return get_origin(annotation) is not Literal and any(map(_is_free, get_args(annotation)))


def _has_shape(rules: Iterable[Any]) -> bool:
    """Tell whether a text must follow a pattern: that of an id, an address, a code."""
    return any(getattr(part, "pattern", None) for rule in rules for part in (rule, *getattr(rule, "metadata", ())))


_OWN_KEYS = {"example", "inputs", "change"}
"""Keys below which the keys are those of a tool's own fields."""


def holds_words(place: Place, *models: type[BaseModel]) -> bool:
    """Tell whether a text of people stands at a place of a file, after the nearest key around it."""
    key = next((key for key in reversed(place) if isinstance(key, str)), "")
    return key not in _code_keys(models) or not _OWN_KEYS.isdisjoint(place[:-1])


def _suggest(word: str, known: set[str]) -> str:
    close = get_close_matches(word, sorted(known), 1, 0.6)
    return f"écrire « {close[0]} »" if close else "la retirer, ou corriger son orthographe"
