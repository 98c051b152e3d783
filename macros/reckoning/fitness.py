"""Whether the values that data give a tool fit: defaults, named rows, the example, what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from macros.errors import Flaws, Wrong
from macros.formula.ground import DAY_ZERO
from macros.formula.nodes import FormulaError, suggest
from macros.model.case import Case
from macros.model.field import Field, Part
from macros.model.joins import Join
from macros.model.tool import Tool, spread
from macros.reckoning.evaluation import SOURCE, admits, typed
from macros.reckoning.expected import agrees, evaluated, outcomes
from macros.reckoning.numerals import read_number
from macros.reckoning.scope import Scope


def misfits(scope: Scope) -> Flaws:
    """Find values of the example and of named rows that fit no field."""
    tool = scope.tool
    for sample in tool.example:
        part, raw = tool.part(sample.part), sample.value if sample.text is None else sample.text
        if wrong := _misfit(scope, part, sample.field, sample.at, raw) if part else no_part(tool, sample.part):
            yield tool.id, f"example.{sample.id.split('.example.')[-1]}", *wrong
    for part in tool.parts:
        for row in part.rows:
            for name, raw in row.values.items():
                if wrong := _misfit(scope, part, name, row.key, raw):
                    yield row.id, f"values.{name}", *wrong


def _misfit(scope: Scope, part: Part, name: str, at: str | None, raw: Any) -> Wrong | None:
    """Say what is wrong with a value or its place, or nothing."""
    field = part.field(name)
    return _misplaced(scope.tool, part, name, at) or (field and unfit(scope, field, raw)) or None


def _misplaced(tool: Tool, part: Part, name: str, at: str | None) -> Wrong | None:
    field = part.field(name)
    if field is None:
        return f"« {name} » n’est pas un champ de {tool.id}.{part.key}", suggest(name, [f.key for f in part.fields])
    if field.computed:
        return f"« {name} » se calcule", "retirer cette valeur ; la donner dans « expected » pour la vérifier"
    if at and at not in part.places:
        return f"« {at} » n’est pas une ligne ou période de {tool.id}.{part.key}", suggest(at, part.places)
    return None


def no_part(tool: Tool, key: str) -> Wrong:
    """Say that a tool has no such part."""
    return f"la partie « {key} » n’existe pas", suggest(key, [part.key for part in tool.parts])


# ------------------------------------------------------------------ a value and its field


def unfit(scope: Scope, field: Field, raw: Any) -> Wrong | None:
    """Say why a value does not fit its field, or nothing."""
    if field.kind.chosen:
        return _unknown(field, raw, tuple(choice.key for choice in scope.choices(field)))
    if field.kind.holds == "tick":
        return None if isinstance(raw, bool) else (f"« {field.key} » est une case à cocher", "écrire true ou false")
    if field.kind.words:
        return None if isinstance(raw, str) else (f"« {field.key} » attend un texte", "l’écrire entre guillemets")
    value = typed(field, raw)
    if not isinstance(value, float):
        return f"« {raw} » n’est pas un nombre ou une date pour « {field.key} »", "écrire 12.5, ou 2026-05-31"
    if isinstance(raw, str) and field.kind.amount and _is_doubtful(raw, field):
        return f"« {raw} » se lit de deux façons pour « {field.key} »", "l’écrire sans guillemets, comme 1500 ou 1.5"
    return _beyond(field, raw, value)


def _unknown(field: Field, raw: Any, choices: tuple[str, ...]) -> Wrong | None:
    """Say that a value is none of the choices, or nothing."""
    if field.kind.holds == "choice":
        mend = suggest(str(raw), choices)
        return None if raw in choices else (f"« {raw} » n’est pas un choix de « {field.key} »", mend)
    if isinstance(raw, list | tuple) and set(raw) <= set(choices):
        return None
    return f"« {raw} » ne fait pas partie des choix de « {field.key} »", f"une liste parmi : {', '.join(choices)}"


def _is_doubtful(raw: str, field: Field) -> bool:
    """Tell whether a text can be meant as two numbers: data are not guessed at."""
    reading = read_number(raw, SOURCE, field.type)
    return reading is not None and reading.other is not None


def _beyond(field: Field, raw: Any, value: float) -> Wrong | None:
    """Say that a number or a day is out of the bounds of its field, or nothing."""
    if field.kind.holds == "day":
        first, last = field.first_day, field.last_day
        inside = first <= DAY_ZERO + timedelta(value) <= last
        wrong = f"{raw} sort des années de « {field.key} »", f"de {first.year} à {last.year}"
    else:
        inside = admits(field, value)
        wrong = f"{raw} sort des bornes de « {field.key} »", f"entre {field.min} et {field.max}"
    return None if inside else wrong


# ------------------------------------------------------------------ expected values


def surprises(scope: Scope) -> Flaws:
    """Find cases whose inputs fit no field, and those in which something else comes out than is expected."""
    for case in scope.tool.expected:
        if mistaken := _mistaken(scope.tool, case):
            yield scope.tool.id, "expected", f"« {case.name} », inputs : {mistaken[0]}", mistaken[1]
        else:
            for wrong, mend in _surprises(scope, case):
                yield scope.tool.id, "expected", f"« {case.name} » : {wrong}", mend


def _surprises(scope: Scope, case: Case) -> Iterator[Wrong]:
    try:
        for name, expected, value in outcomes(evaluated(scope, case), case):
            if not agrees(expected, value, case.within):
                wrong = f"{name} donne {value}, {expected} était attendu"
                yield wrong, "corriger la formule, ou la valeur attendue"
    except FormulaError as error:
        yield error.wrong, error.mend


def _mistaken(tool: Tool, case: Case) -> Wrong | None:
    """Say what is wrong with the places of a case's own inputs, or nothing."""
    given = {} if case.inputs == "example" else case.inputs
    for key, values in given.items():
        part = tool.part(key)
        if part is None:
            return no_part(tool, key)
        try:
            flaws = [_misplaced(tool, part, field, at) for field, at, _ in spread(part, values)]
        except (AttributeError, TypeError, ValueError):
            return f"« {key} » n’a pas la forme d’une partie", "écrire champ : valeur, comme dans « example »"
        if wrong := next(filter(None, flaws), None):
            return wrong
    return None


def unjoined(scope: Scope, join: Join, part: Part) -> Iterator[Wrong]:
    """Find a day that is none, and a choice that a column does not offer, in what joins a list; with the remedy."""
    inputs = {field.key: field for field in part.inputs}
    if join.date in inputs and inputs[join.date].kind.holds != "day":
        yield f"la colonne « {join.date} » ne contient pas de dates", "nommer une date"
    for name, key in join.only.items():
        choices = [choice.key for choice in scope.choices(inputs[name])] if name in inputs else [key]
        if key not in choices:
            mend = suggest(key, choices) if choices else "nommer une colonne à choix"
            yield f"« {key} » n’est pas un choix de « {name} »", mend
