"""What the tables of kinds say, as data: a part of every kind, a field of every type, a value of each."""

from __future__ import annotations

from typing import Any

from macros.model.kinds import FIELD_KINDS, PART_KINDS

SAMPLES: dict[str, Any] = {
    "words": "Un mot", "number": 0.5, "day": "2026-05-31", "choice": "low", "choices": ["low", "high"], "tick": True,
}  # fmt: skip
"""For each way to hold a value, one value; choices have at least the keys ``low`` and ``high``."""


def taken(part: str) -> list[str]:
    """Return the types of the fields that a kind of part takes."""
    several = PART_KINDS[part].several
    return [name for name, kind in FIELD_KINDS.items() if several or kind.holds != "choices"]


def fields(part: str, choices: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a field of every type that a kind of part takes; those with choices take these."""
    plain = {name: {"key": name, "type": name, "label": f"Champ {name}"} for name in taken(part)}
    return [field | (choices if FIELD_KINDS[name].chosen else {}) for name, field in plain.items()]


def values(part: str) -> dict[str, Any]:
    """Return a value of every type that a kind of part takes."""
    return {name: SAMPLES[FIELD_KINDS[name].holds] for name in taken(part)}


def part(kind: str, held: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a part of a kind with these fields."""
    along = {"": {}, "rows": {"blank_rows": 2}, "periods": {"periods": [{"key": "a", "label": "An 1"}]}}
    return {"key": kind, "kind": kind, "title": f"Partie {kind}", "fields": held} | along[PART_KINDS[kind].along]


def missing(parts: list[dict[str, Any]], choices: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a part of each kind that is not among these, with a field of every type."""
    found = {one["kind"] for one in parts}
    return [part(kind, fields(kind, choices)) for kind in PART_KINDS if kind not in found]


def sample(kind: str, values: dict[str, Any]) -> Any:
    """Return an example of such a part, with one value for each of its fields."""
    along = PART_KINDS[kind].along
    return [values] if along == "rows" else {key: [v] for key, v in values.items()} if along else values
