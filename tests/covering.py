"""Few tools that show together all that any tool shows, for checks that take seconds each.

They are chosen from the tables, the most telling first: a new kind, or a tool with one that no other has, is among
them without anybody's thought. What is quick to check is checked in every tool.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.model.tool import Tool


def made_of(tool: Tool) -> set[str]:
    """Return the kinds of parts, fields and charts that a tool has."""
    kinds = {kind for part in tool.parts for kind in (part.kind, *(field.type for field in part.fields))}
    return kinds | {chart.kind for chart in tool.charts}


def telling(tools: Sequence[Tool]) -> list[Tool]:
    """Return some of these tools, which have together all kinds of parts, fields and charts that any of them has."""
    left, chosen = set[str]().union(*map(made_of, tools)), list[Tool]()
    while left:
        chosen.append(max(tools, key=lambda tool: len(made_of(tool) & left)))
        left -= made_of(chosen[-1])
    return chosen
