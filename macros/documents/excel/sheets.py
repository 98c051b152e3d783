"""Which parts share a sheet."""

from __future__ import annotations

from macros.formula.nodes import refs
from macros.model.field import Part
from macros.reckoning.scope import Scope

MOST = 26
"""Fields on a sheet of forms: about what an A4 page holds."""

FEW = 8
"""Fields of a form that still stands above something else."""


def joined(scope: Scope, parts: tuple[Part, ...]) -> list[list[tuple[bool, Part]]]:
    """Group parts by sheet, as (is it the one that gives the sheet its name, part).

    Forms that follow each other share a sheet. A form of few short values stands above the matrix, or the table of
    named rows, that computes with it, when that is its neighbour. A matrix or table that names a sheet has those after
    it below it, as far as they have as many columns, and no check says something beside a row. All else has a sheet of
    its own. What only reckons on the way to other parts comes last.
    """
    parts_left, groups = list(parts), list[list[tuple[bool, Part]]]()
    while parts_left:
        part = parts_left.pop(0)
        following = parts_left[0] if parts_left else None
        if following and _stands_above(scope, part, following):
            _take(scope, groups, [(False, part), (True, parts_left.pop(0))])
        elif following and _stands_above(scope, following, part):
            _take(scope, groups, [(False, parts_left.pop(0)), (True, part)])
        elif groups and _sheet_of_forms(groups[-1]) and part.listed and _fits(groups[-1], part):
            groups[-1].append((False, part))
        else:
            _take(scope, groups, [(True, part)])
    return sorted(groups, key=lambda group: group[0][1].aside)


def _take(scope: Scope, groups: list[list[tuple[bool, Part]]], group: list[tuple[bool, Part]]) -> None:
    """Give parts a sheet, or let them go on with the last one."""
    if groups and _goes_on(scope, groups[-1], [part for _, part in group]):
        groups[-1] += [(False, part) for _, part in group]
    else:
        groups.append(group)


def _goes_on(scope: Scope, before: list[tuple[bool, Part]], parts: list[Part]) -> bool:
    named = next((part for _, part in before if part.sheet), None)
    if named is None or any(part.sheet or part.heading or part.aside != named.aside for part in parts):
        return False
    watched = {check.part for check in scope.tool.checks}
    grids = [part for part in (named, *parts) if part.along]
    wide = {_columns(part) + (part.along == "rows" and part.key in watched) for part in grids}
    return len(grids) > 1 and len(wide) == 1 and all(part.along or part.listed for part in parts)


def _columns(part: Part) -> int:
    return len(part.fields if part.along == "rows" else part.periods)


def _stands_above(scope: Scope, form: Part, other: Part) -> bool:
    small = len(form.fields) <= FEW and not any(
        field.kind.words or field.kind.holds == "choices" for field in form.fields
    )
    under = (other.along == "periods" or bool(other.rows)) and other.aside == form.aside
    return form.listed and small and under and _uses(scope, other, form)


def _uses(scope: Scope, part: Part, form: Part) -> bool:
    formulas = [scope.formula(part.key, field) for field in part.fields if field.computed]
    return any(ref.part == form.key for formula in formulas for ref in refs(formula.node))


def _sheet_of_forms(group: list[tuple[bool, Part]]) -> bool:
    return all(part.listed for _, part in group)


def _fits(group: list[tuple[bool, Part]], part: Part) -> bool:
    return group[0][1].aside == part.aside and sum(_lines(one) for _, one in group) + _lines(part) <= MOST


def _lines(part: Part) -> int:
    return sum(
        4 if field.kind.long else 1 + len(field.choices) * (field.kind.holds == "choices") for field in part.fields
    )
