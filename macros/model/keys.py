"""Short keys inside a tool, and the ids that follow from them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, StringConstraints

from macros.model.words import Entry

Key = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""A short permanent name inside its parent; the id is ``<parent's id>.<key>``."""


def id_follows(schema: dict[str, Any]) -> None:
    """Tell editors that an id need not be written: it follows from the entry around it."""
    schema["required"].remove("id")


class Keyed(Entry):
    """An entry inside a tool, which writes a short ``key``; its id follows from it."""

    model_config = ConfigDict(json_schema_extra=id_follows)

    key: Key


SEGMENTS = {
    "results": "result.",
    "checks": "check.",
    "charts": "chart.",
    "lists": "list.",
    "variants": "variant.",
    "foot": "foot.",
}
"""What stands between an id and the keys of some of its lists; parts, fields, rows follow at once."""


def derive_id(parent: str, name: str, key: Any) -> str:
    """Return the id of the entry ``key`` in the list ``name`` of the entry ``parent``."""
    return f"{parent}.{SEGMENTS.get(name, '')}{key}"


def derive_ids(data: Any) -> Any:
    """Give every mapping below ``data`` that has a ``key`` the id that follows from it."""
    if not isinstance(data, dict):
        return data
    return {name: _named(str(data.get("id")), name, value) for name, value in data.items()}


def _named(parent: str, name: str, value: Any) -> Any:
    if isinstance(value, dict) and "key" in value:
        return derive_ids({"id": derive_id(parent, name, value["key"]), **value})
    if isinstance(value, list | tuple):
        return [_named(parent, name, item) for item in value]
    return value
