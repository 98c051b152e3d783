"""Which rows of tools stand in the lists of « Mon cluster », for its script."""

from __future__ import annotations

from typing import Any

from macros.model.field import Part
from macros.model.joins import Join
from macros.model.vademecum import Vademecum
from macros.pages.foreign import told


def joins(v: Vademecum) -> dict[str, dict[str, Any]]:
    """Return the joins by « tool.part »; those of the part of every tool, its next steps, by its key alone."""
    by_part = {join.part: _join(v, join, v.tool_frame.next_steps) for join in v.tool_frame.joins}
    for tool in v.tools:
        for join in tool.joins:
            if part := tool.part(join.part):
                by_part[f"{tool.id}.{join.part}"] = _join(v, join, part)
    return by_part


def _join(v: Vademecum, join: Join, part: Part) -> dict[str, Any]:
    said = join.model_dump(exclude={"part"}, exclude_defaults=True)
    labels = {row.key: told(v, row.label) for row in part.rows}
    return said | ({"rows": labels} if labels else {})
