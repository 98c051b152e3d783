"""What the names in formulas stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

NUMBER, BOOL, TEXT, MULTI, BLANK = "number", "bool", "text", "multi", "blank"
"""Kinds of values; a choice has the kind ``choice`` and the id of its list."""

RESULT = "result"
"""The part under which formulas and evaluations find the results of a tool."""


@dataclass(frozen=True)
class Named:
    """What a name stands for: kind, list of choices (key, value), what its part has values along, its places in order.

    ``groups`` are the positions of the rows of its part that begin a group, ``titles`` the words of its named rows.
    """

    kind: str
    list: str
    choices: tuple[tuple[str, float | None], ...]
    computed: bool
    along: str
    places: tuple[str, ...]
    groups: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()


class Names(Protocol):
    """What formulas may name."""

    def find(self, part: str, name: str) -> Named | None:
        """Return what a name of a part stands for."""

    def known(self, part: str) -> list[str]:
        """List the names of a part, or the parts when it is empty."""
