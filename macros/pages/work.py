"""A cluster's work: the schema of its files (web/work/files.js), and what its keys stand for (web/work/meanings.js)."""

from __future__ import annotations

from typing import Any

from macros.model.field import Field, Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.pages.foreign import told
from macros.pages.meetings import workshop
from macros.reckoning.scope import Scope

_ID = {"type": "string", "pattern": r"^[A-Za-z0-9_-]+([.~][A-Za-z0-9_-]+)*$"}


def _by_id(text: str, value: dict[str, Any]) -> dict[str, Any]:
    fields = {"type": "object", "propertyNames": _ID, "additionalProperties": value}
    return {"type": "object", "description": text, "propertyNames": _ID, "additionalProperties": fields}


_NUMBER = {
    "type": "object",
    "description": "A number: what it is, and how it was typed.",
    "required": ["number", "typed"],
    "additionalProperties": False,
    "properties": {"number": {"type": "number"}, "typed": {"type": "string", "maxLength": 1_000_000}},
}

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A cluster's work",
    "description": "What a team entered, by the ids of the vade-mecum. The readable part may be edited by hand; "
    "what is edited is taken over when the file is opened. Ids and fields that are not known are kept.",
    "type": "object",
    "required": ["format", "version", "values", "texts"],
    "properties": {
        "format": {"const": "vademecum-cluster"},
        "version": {"const": 2, "description": "Files of version 1 are read too, and become version 2."},
        "written": {"type": "string", "format": "date-time"},
        "content": {"type": "string", "description": "Version of the vade-mecum."},
        "language": {"type": "string", "description": "Language of the page that wrote the file; answers have none."},
        "cluster": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "id": {"type": "string"}},
        },
        "values": _by_id(
            "What was chosen or written on one line, by id and field: levels, states, dates, names, numbers. Rows that "
            "people added have random names; _order is a row's place, _from what a row of version 1 was made from. "
            "Meetings and their decisions are rows of « workshop »; an id inside a field has ~ in place of its dots.",
            {"anyOf": [{"type": ["string", "number", "boolean"], "maxLength": 1_000_000}, _NUMBER]},
        ),
        "texts": _by_id(
            "Prose, by id and field; it merges with what others wrote.", {"type": "string", "maxLength": 1_000_000}
        ),
        "records": {"type": "object", "description": "Notes about the work by name: snapshots, merges, resets."},
        "state": {
            "type": "string",
            "contentEncoding": "base64",
            "description": "The history, a Yjs update (version 1), so that two files merge. May be left out.",
        },
    },
}
"""JSON Schema of such a file, version 2."""


def meanings(v: Vademecum) -> dict[str, Any]:
    """Return what the keys of tools stand for, by tool, part, row and field, in the words of one language.

    A word in another language than the page comes as ``[word, language]``.
    """
    return {tool.id: _tool(v, tool) for tool in v.tools if tool.parts} | {"workshop": workshop(v)}


def _tool(v: Vademecum, tool: Tool) -> dict[str, Any]:
    scope = Scope(tool, v.tool_frame.lists)
    parts = (*tool.parts, v.tool_frame.next_steps) if tool.next_steps else tool.parts
    return {"title": told(v, tool.title), "parts": {part.key: _part(v, scope, part) for part in parts}}


def _part(v: Vademecum, scope: Scope, part: Part) -> dict[str, Any]:
    return {
        "title": told(v, part.title),
        "along": part.along,
        "free": part.blank_rows > 0,
        "rows": {row.key: told(v, row.label) for row in part.rows},
        "periods": {period.key: told(v, period.label) for period in part.periods},
        "fields": {field.key: _field(v, scope, field) for field in part.inputs},
    }


def _field(v: Vademecum, scope: Scope, field: Field) -> dict[str, Any]:
    choices = {choice.key: told(v, choice.label) for choice in scope.choices(field)}
    kind = field.kind
    traits = {"long": kind.long, "percent": kind.percent, "year": not kind.grouped}
    known = {"label": told(v, field.label), "holds": kind.holds} | {name: True for name, has in traits.items() if has}
    return known | ({"choices": choices} if choices else {})
