"""Which rows of tools stand in the lists of « Mon cluster », for its script."""

from __future__ import annotations

from typing import Any

from macros.model.field import Part
from macros.model.joins import Join
from macros.model.vademecum import Vademecum
from macros.pages.foreign import told


def joins(v: Vademecum) -> dict[str, list[dict[str, Any]]]:
    """Return the joins of a table by « tool.part »; those of the next steps of every tool by their key alone."""
    by_part = {join.part: [_join(v, join, v.tool_frame.next_steps)] for join in v.tool_frame.joins}
    for tool in v.tools:
        for join in tool.joins:
            if part := tool.part(join.part):
                by_part.setdefault(f"{tool.id}.{join.part}", []).append(_join(v, join, part))
    return by_part


def action_joins(v: Vademecum) -> dict[str, list[dict[str, Any]]]:
    """Return those of the joins that lead into the register of actions, which the home page shows too."""
    found = {name: [one for one in said if one["list"] == "actions"] for name, said in joins(v).items()}
    return {name: said for name, said in found.items() if said}


def _join(v: Vademecum, join: Join, part: Part) -> dict[str, Any]:
    said = join.model_dump(exclude={"part"}, exclude_defaults=True)
    labels = {row.key: told(v, row.label) for row in part.rows}
    return said | ({"rows": labels} if labels else {})
