"""What names columns and periods in place of their labels, once people have written it: a text, the months after a day.

Labels stay what they are wherever no copy is filled in: in keys, lists of changes, CSV files.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.errors import Flaws
from macros.formula.bind import Binder
from macros.formula.names import RESULT
from macros.formula.nodes import FormulaError, Ref
from macros.formula.parse import parse
from macros.model.field import Field, Part
from macros.reckoning.scope import Scope


def naming(scope: Scope, part: Part) -> dict[str, Ref]:
    """Return the values that name columns or periods of a part, by their keys; a day names by the months after it."""
    if part.months:
        return dict.fromkeys((period.key for period in part.periods), _bound(scope, part.months))
    return {field.key: _bound(scope, field.named) for field in part.fields if field.named}


def misnamed(scope: Scope) -> Flaws:
    """Find names of columns that are no text, or of months that are no day."""
    for part in scope.tool.parts:
        for field in part.fields:
            if field.named and part.along != "rows":
                yield field.id, "named", "seule une colonne change de nom", "retirer « named »"
            elif field.named and (field.help or field.unit or field.required):
                yield (
                    field.id,
                    "named",
                    "une colonne qui change de nom ne dit que lui",
                    "ôter « help », « unit », « required »",
                )
            elif field.named:
                yield from _fault(scope, field.id, "named", field.named)
        if part.months:
            yield from _fault(scope, part.id, "months", part.months)


_WANTED = {"named": ("words", "un texte"), "months": ("day", "une date")}


def _fault(scope: Scope, identifier: str, key: str, text: str) -> Iterator[tuple[str, str, str, str]]:
    holds, name = _WANTED[key]
    try:
        field = _field(scope, _bound(scope, text))
    except FormulaError as error:
        yield identifier, key, error.wrong, error.mend
        return
    if field is None or field.kind.holds != holds:
        yield identifier, key, f"« {text} » n’est pas {name}", f"nommer {name} que l’on remplit : partie.champ"


def _field(scope: Scope, ref: Ref) -> Field | None:
    return scope.field(ref.part, ref.name)


def _bound(scope: Scope, text: str) -> Ref:
    """Return a name, bound; raise FormulaError where it is none, or of many values."""
    node = parse(text)
    if not isinstance(node, Ref):
        raise FormulaError(0, f"« {text} » est un calcul", "nommer une valeur : partie.champ")
    bound, _, _ = Binder(scope, RESULT).ref(node, lists=False)
    assert isinstance(bound, Ref)  # noqa: S101 (a name stays one)
    return bound
