"""The machine-readable vade-mecum: every entry of the model, flat, and the schema of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.model.citation import cited
from macros.model.reference import Reference
from macros.model.vademecum import Vademecum
from macros.model.words import Entry, Words, entries
from macros.version import __version__

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "vademecum.json",
    "description": "Every entry of the vade-mecum in one language. Texts not translated yet are listed by field. "
    "Entries of the type « addition » do not come from the source document.",
    "type": "object",
    "required": ["version", "language", "entries"],
    "additionalProperties": False,
    "properties": {
        "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
        "language": {"type": "string"},
        "entries": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["id", "type"],
                "anyOf": [
                    {"required": [name]}
                    for name in ("text", "title", "plural", "label", "message", "value", "key", "head")
                ],
                "properties": {
                    "id": {"type": "string", "pattern": r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$"},
                    "type": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
                    "title": {"type": "string", "minLength": 1},
                    "text": {"type": "string", "minLength": 1},
                    "citation": {"type": "string", "minLength": 1},
                    "untranslated": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}
"""JSON Schema of the file; other keys of an entry are the fields of its type."""


_RENAMED = {"type": "holds"}
"""The type of a field of a tool: what it holds. In an entry, ``type`` is the kind of the entry."""


def export(vademecum: Vademecum) -> dict[str, Any]:
    """Return the content of vademecum.json: nested entries stand alone, and are named by id where they stood."""
    return {
        "version": __version__,
        "language": vademecum.language.code,
        "entries": [_flat(entry, vademecum.language.code) | _cited(vademecum, entry) for entry in entries(vademecum)],
    }


def _flat(entry: Entry, language: str) -> dict[str, Any]:
    kind = re.sub(r"(?<!^)(?=[A-Z])", "-", type(entry).__name__).lower()
    known = {language, getattr(entry, "language", language)}  # a publication keeps its own language
    fields = {name: value for name, value in _fields(entry) if name != "id"}
    flat = {"id": entry.id, "type": kind} | {_RENAMED.get(name, name): _value(value) for name, value in fields.items()}
    foreign = [name for name, value in fields.items() if not _languages(value) <= known]
    return flat | ({"untranslated": foreign} if foreign else {})


def _cited(vademecum: Vademecum, entry: Entry) -> dict[str, str]:
    return {"citation": cited(vademecum, entry)} if isinstance(entry, Reference) else {}


def _fields(entry: Entry) -> Iterator[tuple[str, Any]]:
    """Yield the fields that say something."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if value is not None and value not in ((), {}) and (value is not False or name == "value"):
            yield name, value


def _languages(value: Any) -> set[str]:
    """Return the languages of the words of a field."""
    texts = value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,)
    return {text.language for text in texts if isinstance(text, Words)}


def _value(value: Any) -> Any:
    if isinstance(value, Entry):
        return value.id
    if isinstance(value, BaseModel):
        return value.model_dump(exclude_none=True)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value
