"""The schema of the files in which people keep and share a cluster's work; web/work/files.js writes and reads them."""

from __future__ import annotations

from typing import Any

_ID = {"type": "string", "pattern": r"^[A-Za-z0-9_-]+([.~][A-Za-z0-9_-]+)*$"}


def _by_id(text: str, value: dict[str, Any]) -> dict[str, Any]:
    fields = {"type": "object", "propertyNames": _ID, "additionalProperties": value}
    return {"type": "object", "description": text, "propertyNames": _ID, "additionalProperties": fields}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A cluster's work",
    "description": "What a team entered, by the ids of the vade-mecum. The readable part may be edited by hand; "
    "what is edited is taken over when the file is opened. Ids and fields that are not known are kept.",
    "type": "object",
    "required": ["format", "version", "values", "texts"],
    "properties": {
        "format": {"const": "vademecum-cluster"},
        "version": {"const": 1},
        "written": {"type": "string", "format": "date-time"},
        "content": {"type": "string", "description": "Version of the vade-mecum."},
        "language": {"type": "string", "description": "Language of the page that wrote the file; answers have none."},
        "cluster": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "id": {"type": "string"}},
        },
        "values": _by_id(
            "What was chosen, by id and field: levels, states, dates, ticks.",
            {"type": ["string", "number", "boolean"], "maxLength": 2000},
        ),
        "texts": _by_id("What was written, by id and field.", {"type": "string", "maxLength": 1_000_000}),
        "records": {"type": "object", "description": "Notes about the work by name: snapshots, merges, resets."},
        "state": {
            "type": "string",
            "contentEncoding": "base64",
            "description": "The history, a Yjs update (version 1), so that two files merge. May be left out.",
        },
    },
}
"""JSON Schema of such a file, version 1."""
