"""What is wrong inside a tool: formulas, choices, example, expected values. Found on load, all in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from macros.errors import Fault
from macros.formula.bind import Binder
from macros.formula.ground import DAY_ZERO
from macros.formula.names import RESULT
from macros.formula.nodes import Call, FormulaError, Node, Ref, refs, suggest
from macros.formula.parse import parse
from macros.model.field import Case, ChoiceList, Field, Part
from macros.model.kinds import PART_KINDS
from macros.model.tool import Tool, spread
from macros.reckoning.evaluation import SOURCE, Address, read
from macros.reckoning.expected import agrees, outcomes
from macros.reckoning.numerals import read_number
from macros.reckoning.scope import Scope, kind_of

Where = Callable[[str], tuple[str, int]]
"""The file and line of an id."""

Found = Iterator[tuple[str, str, str, str]]
"""Faults as (id, key in that entry, what is wrong, how to mend it)."""

RESERVED = {"true", "false", "blank", "today", "and", "or", "not"}
_KINDS = {
    "number": "un nombre",
    "bool": "une condition",
    "choice": "un choix",
    "text": "un texte",
    "multi": "des choix",
}


def check_tool(tool: Tool, lists: Sequence[ChoiceList], where: Where) -> list[Fault]:
    """List every fault of one tool; ``lists`` are the shared lists of choices."""
    scope = Scope(tool, lists)
    found = [*_shape(scope), *_formulas(scope), *_drawn(scope), *_dated(scope)]
    if not found:
        found += [*_circles(scope)] or [*_filled(scope), *(() if follows(tool) else _cases(scope))]
    return [Fault(*where(identifier), f"{identifier}.{key}", wrong, mend) for identifier, key, wrong, mend in found]


def follows(tool: Tool) -> bool:
    """Tell whether rows follow from the vade-mecum: a new question changes what comes out, so only tests expect it."""
    return any(part.rows_from for part in tool.parts)


def _shape(scope: Scope) -> Found:
    for part in scope.tool.parts:
        if part.key == RESULT:
            yield part.id, "key", "« result » désigne déjà les résultats", "nommer la partie autrement"
        for field in part.fields:
            if field.kind.holds == "choices" and not PART_KINDS[part.kind].several:
                yield field.id, "type", "un choix multiple ne tient pas dans une case", "le mettre dans un formulaire"
            yield from _field(scope, field)
    for result in scope.tool.results:
        yield from _field(scope, result)
        if not result.computed:
            yield result.id, "formula", "un résultat sans formule", "ajouter « formula: … »"
    for variant in scope.tool.variants:
        for key in variant.parts:
            if scope.tool.part(key) is None:
                mend = suggest(key, [part.key for part in scope.tool.parts])
                yield variant.id, "parts", f"la partie « {key} » n’existe pas", mend


def _field(scope: Scope, field: Field) -> Found:
    if field.key in RESERVED:
        yield field.id, "key", f"« {field.key} » est un mot des formules", "nommer le champ autrement"
    if field.list and field.list not in scope.lists:
        yield field.id, "list", f"la liste « {field.list} » n’existe pas", suggest(field.list, list(scope.lists))
    elif field.default is not None and (wrong := _unfit(scope, field, field.default)):
        yield field.id, "default", *wrong


def _formulas(scope: Scope) -> Found:
    for part, field in scope.computed():
        try:
            formula = scope.formula(part, field)
        except FormulaError as error:
            yield field.id, "formula", _said(str(field.formula), error), error.mend
            continue
        if formula.kind not in {kind_of(field), "blank"}:
            wrong = f"la formule donne {_KINDS[formula.kind]}, le champ attend {_KINDS[kind_of(field)]}"
            yield field.id, "formula", wrong, "corriger la formule ou « type »"
    for check in scope.tool.checks:
        if check.part and scope.tool.part(check.part) is None:
            mend = suggest(check.part, [part.key for part in scope.tool.parts])
            yield check.id, "part", f"la partie « {check.part} » n’existe pas", mend
            continue
        try:
            kind = scope.condition(check).kind
        except FormulaError as error:
            yield check.id, "when", _said(check.when, error), error.mend
            continue
        if kind != "bool":
            yield check.id, "when", "ce n’est pas une condition", "comparer : … > 0, filled(…)"


def _said(formula: str, error: FormulaError) -> str:
    """Say what is wrong with a formula and show the place."""
    near = formula[error.position : error.position + 20]
    return f"formule, signe {error.position + 1}{f' (« {near} »)' if near else ''} : {error.wrong}"


# ------------------------------------------------------------------ drawings and dates


def _drawn(scope: Scope) -> Found:
    """Find charts that draw nothing known."""
    for chart in scope.tool.charts:
        for key, text in [*(("series", series) for series in chart.series), *([("by", chart.by)] if chart.by else [])]:
            try:
                node = parse(text)
                if isinstance(node, Ref):
                    Binder(scope, RESULT).ref(node, lists=True)
                else:
                    yield chart.id, key, "un dessin prend des noms, pas des calculs", "calculer dans un champ à part"
            except FormulaError as error:
                yield chart.id, key, _said(text, error), error.mend


def _dated(scope: Scope) -> Found:
    """Find a calendar whose table or columns are unknown, or whose days are none."""
    tool, calendar = scope.tool, scope.tool.calendar
    tables = {part.key: part for part in tool.parts if part.along == "rows"}
    if calendar and calendar.part not in tables:
        yield tool.id, "calendar", f"le tableau « {calendar.part} » n’existe pas", suggest(calendar.part, list(tables))
    elif calendar:
        inputs = {field.key: field.type for field in tables[calendar.part].inputs}
        for name in (calendar.date, calendar.title, *calendar.details):
            if name not in inputs:
                yield tool.id, "calendar", f"la colonne « {name} » à remplir n’existe pas", suggest(name, list(inputs))
        if inputs.get(calendar.date, "date") != "date":
            yield tool.id, "calendar", f"la colonne « {calendar.date} » ne contient pas de dates", "nommer une date"


# ------------------------------------------------------------------ circles


def _circles(scope: Scope) -> Found:
    """Find fields that need their own value; each circle is said once."""
    done: set[Address] = set()
    tool = scope.tool

    def needs(address: Address) -> Iterator[Address]:
        part, name, at = address
        field = tool.result(name) if part == RESULT else (found := tool.part(part)) and found.field(name)
        if field and field.computed:
            yield from _needed(scope, scope.formula(part, field).node, part, at)

    def circle(address: Address, way: list[Address]) -> list[Address] | None:
        if address in way:
            return way[way.index(address) :]
        if address in done:
            return None
        found = next((c for need in needs(address) if (c := circle(need, [*way, address]))), None)
        done.add(address)
        return found

    for part, field in scope.computed():
        places = p.places if (p := tool.part(part)) else ()
        for at in places[:3] or (None,):
            if way := circle((part, field.key, at), []):
                names = " → ".join(f"{p}.{n}" for p, n, _ in [*way, way[0]])
                yield field.id, "formula", f"la formule se mord la queue : {names}", "rompre le cercle"
                return


def _needed(scope: Scope, node: Node, part: str, at: str | None) -> Iterator[Address]:
    """Yield the addresses that a formula at one place needs."""
    if isinstance(node, Call) and node.name in {"previous", "next", "cumulative"} and isinstance(node.args[0], Ref):
        ref = node.args[0]
        places = _places(scope, ref.part)
        n = places.index(at) if at in places else 0
        span = {"previous": places[max(n - 1, 0) : n], "next": places[n + 1 : n + 2], "cumulative": places[: n + 1]}
        yield from ((ref.part, ref.name, place) for place in span[node.name])
        for arg in node.args[1:]:
            yield from _needed(scope, arg, part, at)
    elif isinstance(node, Call):
        for arg in node.args:
            yield from _needed(scope, arg, part, at)
    for ref in refs(node) if isinstance(node, Ref) else ():
        places = _places(scope, ref.part)
        if ref.at == "*":
            yield from ((ref.part, ref.name, place) for place in places[:3])
        else:
            yield ref.part, ref.name, ref.at or (at if places else None)


def _places(scope: Scope, part: str) -> tuple[str, ...]:
    found = scope.tool.part(part)
    return found.places if found else ()


# ------------------------------------------------------------------ example and expected values


def _unfit(scope: Scope, field: Field, raw: Any) -> tuple[str, str] | None:  # noqa: PLR0911 (one for each type)
    """Say why a value does not fit its field, or nothing."""
    choices = tuple(choice.key for choice in scope.choices(field))
    if field.kind.holds == "choice" and raw not in choices:
        return f"« {raw} » n’est pas un choix de « {field.key} »", suggest(str(raw), choices)
    if field.kind.holds == "choices" and (not isinstance(raw, list | tuple) or not set(raw) <= set(choices)):
        return f"« {raw} » ne fait pas partie des choix de « {field.key} »", f"une liste parmi : {', '.join(choices)}"
    if field.kind.holds == "tick" and not isinstance(raw, bool):
        return f"« {field.key} » est une case à cocher", "écrire true ou false"
    if not field.kind.numeric:
        written = not field.kind.words or isinstance(raw, str)
        return None if written else (f"« {field.key} » attend un texte", "l’écrire entre guillemets")
    value = read(field, raw)
    if not isinstance(value, float):
        return f"« {raw} » n’est pas un nombre ou une date pour « {field.key} »", "écrire 12.5, ou 2026-05-31"
    if isinstance(raw, str) and field.kind.amount and _is_doubtful(raw, field):
        return f"« {raw} » se lit de deux façons pour « {field.key} »", "l’écrire sans guillemets, comme 1500 ou 1.5"
    if field.kind.holds == "day":
        first, last = field.first_day, field.last_day
        beyond = not first <= DAY_ZERO + timedelta(value) <= last
        return (f"{raw} sort des années de « {field.key} »", f"de {first.year} à {last.year}") if beyond else None
    low, high = field.min, field.max
    if (low is not None and value < low) or (high is not None and value > high):
        return f"{raw} sort des bornes de « {field.key} »", f"entre {low} et {high}"
    return None


def _is_doubtful(raw: str, field: Field) -> bool:
    """Tell whether a text can be meant as two numbers: data are not guessed at."""
    found = read_number(raw, SOURCE, field.type)
    return found is not None and found.other is not None


def _filled(scope: Scope) -> Found:
    """Find values of the example and of named rows that fit no field."""
    tool = scope.tool
    for sample in tool.example:
        part, raw = tool.part(sample.part), sample.value if sample.text is None else sample.text
        wrong = _misplaced(tool, part, sample.field, sample.at) if part else (
            f"la partie « {sample.part} » n’existe pas", suggest(sample.part, [p.key for p in tool.parts]))  # fmt: skip
        if wrong is None and part and (field := part.field(sample.field)):
            wrong = _unfit(scope, field, raw)
        if wrong:
            yield tool.id, f"example.{sample.id.split('.example.')[-1]}", *wrong
    for part in tool.parts:
        for row in part.rows:
            for name, raw in row.values.items():
                field = part.field(name)
                if wrong := _misplaced(tool, part, name, row.key) or (field and _unfit(scope, field, raw)) or None:
                    yield row.id, f"values.{name}", *wrong


def _misplaced(tool: Tool, part: Part, name: str, at: str | None) -> tuple[str, str] | None:
    field = part.field(name)
    if field is None:
        return f"« {name} » n’est pas un champ de {tool.id}.{part.key}", suggest(name, [f.key for f in part.fields])
    if field.computed:
        return f"« {name} » se calcule", "retirer cette valeur ; la donner dans « expected » pour la vérifier"
    if at and at not in part.places:
        return f"« {at} » n’est pas une ligne ou période de {tool.id}.{part.key}", suggest(at, part.places)
    return None


def _mistaken(tool: Tool, case: Case) -> tuple[str, str] | None:
    """Say what is wrong with the places of a case's own inputs, or nothing."""
    given = {} if case.inputs == "example" else case.inputs
    for key, values in given.items():
        part = tool.part(key)
        if part is None:
            return f"la partie « {key} » n’existe pas", suggest(key, [p.key for p in tool.parts])
        try:
            found = [_misplaced(tool, part, field, at) for field, at, _ in spread(part, values)]
        except (AttributeError, TypeError, ValueError):
            return f"« {key} » n’a pas la forme d’une partie", "écrire champ : valeur, comme dans « example »"
        if wrong := next(filter(None, found), None):
            return wrong
    return None


def _cases(scope: Scope) -> Found:
    for case in scope.tool.expected:
        if mistaken := _mistaken(scope.tool, case):
            yield scope.tool.id, "expected", f"« {case.name} », inputs : {mistaken[0]}", mistaken[1]
            continue
        try:
            for name, expected, value in outcomes(scope, case):
                if not agrees(expected, value, case.within):
                    wrong = f"« {case.name} » : {name} donne {value}, {expected} était attendu"
                    yield scope.tool.id, "expected", wrong, "corriger la formule, ou la valeur attendue"
        except FormulaError as error:
            yield scope.tool.id, "expected", f"« {case.name} » : {error.wrong}", error.mend
