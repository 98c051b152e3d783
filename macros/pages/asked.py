"""What reads the answer of one person to a survey has to know of its questions."""

from __future__ import annotations

from typing import Any

from macros.model.field import Field, Part
from macros.reckoning.scope import Scope


def asked(scope: Scope, part: Part) -> dict[str, Any]:
    """Return the name of a survey, and what each of its fields may hold."""
    return {"id": f"{scope.tool.id}.{part.key}", "fields": [_asked(scope, field) for field in part.fields]}


def _asked(scope: Scope, field: Field) -> dict[str, Any]:
    said: dict[str, Any] = {"key": field.key, "label": field.label, "holds": field.kind.holds}
    if field.kind.chosen:
        said["choices"] = [choice.key for choice in scope.choices(field)]
    whole = field.kind.amount and not field.places
    limits = {"min": field.min, "max": field.max, "whole": whole or None, "required": field.required or None}
    traits = {"long": field.kind.long or None, **limits}
    return said | {name: trait for name, trait in traits.items() if trait is not None}
