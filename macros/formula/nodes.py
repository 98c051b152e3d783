"""The tree of a formula: what its nodes are, and the mistakes of a formula, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches


class FormulaError(Exception):
    """A mistake in a formula: its position (from 0), what is wrong, how to mend it, in French."""

    def __init__(self, position: int, wrong: str, mend: str) -> None:
        """Keep the three."""
        super().__init__(f"signe {position + 1} : {wrong}")
        self.position, self.wrong, self.mend = position, wrong, mend


def suggest(word: str, known: Sequence[str]) -> str:
    """Say which known name is meant, or list them: the remedy for a wrong name."""
    close = get_close_matches(word, known, 1, 0.5)
    return f"écrire « {close[0]} » ?" if close else f"choisir parmi : {', '.join(known) or 'rien'}"


@dataclass(frozen=True)
class Constant:
    """A number, true, false, blank (None), or the title of a row."""

    value: float | bool | str | None
    position: int = 0


@dataclass(frozen=True)
class Chosen:
    """A choice by its key: ``:go``. ``list`` is the id of its list, once bound."""

    key: str
    position: int = 0
    list: str = ""


@dataclass(frozen=True)
class Today:
    """The day of reading."""

    position: int = 0


@dataclass(frozen=True)
class Ref:
    """A value by name. ``at``: None the own row or period, ``*`` all of them, else the key of one.

    ``@`` in a name is the key of the own row: ``here`` puts it in.

    ``kind``, ``list``, ``choices`` (key, value) and ``computed`` are filled in when the formula is bound to its tool.
    """

    part: str
    name: str
    at: str | None = None
    position: int = 0
    kind: str = ""
    list: str = ""
    choices: tuple[tuple[str, float | None], ...] = ()
    computed: bool = False


@dataclass(frozen=True)
class Call:
    """A function or operator with its arguments; ``neg`` is the sign minus."""

    name: str
    args: tuple[Node, ...]
    position: int = 0


Node = Constant | Chosen | Today | Ref | Call
OWN = "@"
"""In the name of a column: the key of the own row."""
COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")


def refs(node: Node) -> Iterator[Ref]:
    """Walk through the names in a tree."""
    if isinstance(node, Ref):
        yield node
    elif isinstance(node, Call):
        for arg in node.args:
            yield from refs(arg)


def here(node: Node, at: str | None) -> Node:
    """Return a tree in which the columns that are named after the own row are those of the row ``at``."""
    if isinstance(node, Ref):
        return replace(node, name=node.name.replace(OWN, at)) if at and OWN in node.name else node
    return replace(node, args=tuple(here(arg, at) for arg in node.args)) if isinstance(node, Call) else node


def lists_of(node: Node) -> Iterator[str]:
    """Walk through the ids of the lists of choices in a tree."""
    if isinstance(node, Chosen | Ref):
        yield node.list
    elif isinstance(node, Call):
        for arg in node.args:
            yield from lists_of(arg)


def is_list(node: Node) -> bool:
    """Tell whether a node is a whole column or line."""
    return isinstance(node, Ref) and node.at == "*"


def through(condition: Node) -> list[Ref]:
    """Return the lists that a condition goes through row by row; not those inside its other values."""
    compared = condition.args if isinstance(condition, Call) else (condition,)
    return [node for node in compared if isinstance(node, Ref) and node.at == "*"]
