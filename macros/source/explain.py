"""What the model refuses, said so that a person who edits YAML can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from macros.model.words import Words

Place = tuple[str | int, ...]

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
    "choiceless": (
        "les choix manquent, ou n’ont rien à faire ici",
        "« choices » ou « list » : pour choice, multi, suggest",
    ),
    "rowless": (
        "un tableau sans lignes, ou des lignes ailleurs",
        "« rows » ou « blank_rows », pour un tableau seulement",
    ),
    "periodless": ("une matrice sans périodes, ou des périodes ailleurs", "« periods », pour une matrice seulement"),
    "dayless": ("ce n’est pas un jour qui existe", "l’écrire comme 2026-05-31"),
    "yearless": (
        "« earliest » et « latest » vont du plus ancien au plus récent, pour une date",
        "écrire des années dans cet ordre (ou « today » à la fin), pour le type date seulement",
    ),
    "wordless": ("il manque « text », ou la forme « other » de « plural »", "l’ajouter à cette entrée"),
}

_PATTERNS: dict[str, tuple[str, str]] = {
    "url": ("n’est pas une adresse", "écrire l’adresse entière, avec https://"),
    "language": ("n’est pas un code de langue", "écrire un code en minuscules, par exemple fr, en, ar"),
    "code": ("n’est pas un code de langue", "écrire un code en minuscules, par exemple fr, en, ar"),
}
"""Keys with a shape of their own; every other shape is that of an id."""

_BOUNDS = {"greater_than_equal": ("ge", "petit", "moins"), "less_than_equal": ("le", "grand", "plus")}


def explain(details: dict[str, Any], model: type[BaseModel]) -> tuple[Place, str, str]:  # noqa: PLR0911 (a table)
    """Turn one pydantic error into (place, what is wrong, how to mend it)."""
    place: Place = tuple(key for key in details["loc"] if not _is_branch(key))
    kind, value = details["type"], details.get("input")
    if kind == "missing":
        return place[:-1], f"la clé « {place[-1]} » manque", f"ajouter « {place[-1]} : … » à cette entrée"
    if kind == "extra_forbidden":
        return place, f"la clé « {place[-1]} » est inconnue", _suggest(str(place[-1]), _keys(model))
    if kind in _SIMPLE:
        return place, *_SIMPLE[kind]
    if kind in _BOUNDS:
        limit, size, bound = _BOUNDS[kind]
        return place, f"le nombre {value} est trop {size}", f"écrire {details['ctx'][limit]} au {bound}"
    if value is None or (isinstance(value, str) and not value.strip()):
        return place, *_EMPTY
    if kind in {"string_type", "is_instance_of"}:
        return place, f"un texte était attendu, pas {_name(value)}", "mettre le texte entre guillemets ou après « >- »"
    if kind == "string_pattern_mismatch":
        shape = ("n’a pas la forme d’un identifiant", "lettres minuscules sans accent, chiffres, . et -")
        wrong, mend = _PATTERNS.get(str(place[-1]), shape)
        return place, f"« {value} » {wrong}", mend
    if kind == "too_short":
        least = details["ctx"]["min_length"]
        return place, f"la liste compte {details['ctx']['actual_length']} élément(s)", f"en donner au moins {least}"
    if kind == "literal_error":
        expected = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return place, f"« {value} » n’est pas un choix possible", f"choisir parmi : {expected}"
    return place, details["msg"], "comparer avec une entrée voisine qui est juste"


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


@cache
def _code_keys(models: tuple[type[BaseModel], ...]) -> frozenset[str]:
    """Collect the keys that hold no free text in any of these models: ids, choices, numbers, lists of ids."""
    free: dict[str, bool] = {}
    waiting: list[Any] = list(models)
    seen: set[Any] = set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            if part in seen:
                continue
            seen.add(part)
            for name, info in part.model_fields.items():
                free[name] = free.get(name, False) or (_is_free(info.annotation) and not _has_shape(info.metadata))
                waiting.append(info.annotation)
        else:
            waiting += get_args(part)
    return frozenset(name for name, holds in free.items() if not holds)


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
