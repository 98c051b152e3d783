"""What the model refuses, said so that a person who edits YAML can mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel

Place = tuple[str | int, ...]

_EMPTY = ("le texte est vide", "écrire le texte, ou retirer la clé si elle est facultative")

_SIMPLE: dict[str, tuple[str, str]] = {
    "model_type": ("des clés étaient attendues ici", "mettre à la ligne, en retrait, « clé : valeur »"),
    "dict_type": ("des clés étaient attendues ici", "mettre à la ligne, en retrait, « clé : valeur »"),
    "tuple_type": ("une liste était attendue ici", "mettre à la ligne, en retrait, un élément par tiret"),
    "int_type": ("un nombre entier était attendu ici", "écrire le nombre seul, sans guillemets"),
    "string_too_short": _EMPTY,
}


def explain(details: dict[str, Any], model: type[BaseModel]) -> tuple[Place, str, str]:  # noqa: PLR0911 (a table)
    """Turn one pydantic error into (place, what is wrong, how to mend it)."""
    place: Place = tuple(key for key in details["loc"] if not _is_branch(key))
    kind, value = details["type"], details.get("input")
    if kind == "missing":
        return place[:-1], f"la clé « {place[-1]} » manque", f"ajouter « {place[-1]} : … » à cette entrée"
    if kind == "extra_forbidden":
        return place, f"la clé « {place[-1]} » est inconnue", _suggest(str(place[-1]), _keys(model))
    if isinstance(value, bool):
        return (
            place,
            "une valeur vrai ou faux se trouve là où un texte est attendu",
            "mettre la réponse entre guillemets",
        )
    if value is None or (isinstance(value, str) and not value.strip()):
        return place, *_EMPTY
    if kind in {"string_type", "is_instance_of"}:
        return place, f"un texte était attendu, pas {_name(value)}", "mettre le texte entre guillemets ou après « >- »"
    if kind == "string_pattern_mismatch" and place and place[-1] == "url":
        return place, f"« {value} » n’est pas une adresse", "écrire l’adresse entière, avec https://"
    if kind == "string_pattern_mismatch":
        return (
            place,
            f"« {value} » n’a pas la forme d’un identifiant",
            "lettres minuscules sans accent, chiffres, . et -",
        )
    if kind == "too_short":
        least = details["ctx"]["min_length"]
        return place, f"la liste compte {details['ctx']['actual_length']} élément(s)", f"en donner au moins {least}"
    if kind == "literal_error":
        expected = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return place, f"« {value} » n’est pas un choix possible", f"choisir parmi : {expected}"
    return place, *_SIMPLE.get(kind, (details["msg"], "comparer avec une entrée voisine qui est juste"))


def _is_branch(key: str | int) -> bool:
    """Tell the names that pydantic gives to the branches of Words from the keys of the file."""
    return isinstance(key, str) and key.startswith(("is-instance", "function-", "str", "lax-or-strict"))


def _name(value: Any) -> str:
    names = {int: "un nombre", float: "un nombre", list: "une liste", dict: "une suite de clés"}
    return names.get(type(value), "autre chose")


def _keys(model: type[BaseModel]) -> set[str]:
    """Collect every key that ``model`` and the models inside it know."""
    keys: set[str] = set()
    waiting: list[Any] = [model]
    while waiting:
        part = waiting.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            keys |= set(part.model_fields)
            waiting += [info.annotation for info in part.model_fields.values()]
        else:
            waiting += get_args(part)
    return keys


def _suggest(word: str, known: set[str]) -> str:
    close = get_close_matches(word, sorted(known), 1, 0.6)
    return f"écrire « {close[0]} »" if close else "la retirer, ou corriger son orthographe"
