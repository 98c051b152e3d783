"""What a function is: how many arguments it takes, what they must be, and what it gives in Python and in a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from macros.formula.addresses import Addresses
from macros.formula.ground import Ground, Value
from macros.formula.names import NUMBER, Named, Names
from macros.formula.nodes import Call, Node, Ref

Typed = tuple[Node, str, str]
"""A bound tree, its kind and the id of its list of choices."""

NA, PROBLEM, EMPTY = "NA()", "SQRT(-1)", '""'
"""A blank and a problem as they travel inside a formula of a workbook, and an empty text."""


class Binding(Protocol):
    """What binds names to fields, for a formula that stands in one part."""

    names: Names

    def own(self) -> Named | None:
        """Return a name of the own part, which knows the places of all."""

    def bound(self, node: Node) -> Typed:
        """Bind any value."""

    def wanted(self, node: Node, kind: str) -> Node:
        """Bind a value that must be of one kind."""

    def same(self, args: tuple[Node, ...]) -> tuple[list[Node], str, str]:
        """Bind values that must all be of one kind."""

    def ref(self, node: Ref, *, lists: bool) -> Typed:
        """Bind a name; a whole list only where ``lists`` allows it."""

    def reference(self, node: Node, kind: str, *, whole: bool = False) -> Ref:
        """Bind a name of one kind; ``whole``: it must be a whole list."""

    def chosen(self, node: Node, ref: Ref) -> Node:
        """Bind a choice of the list of ``ref``."""

    def comparison(self, node: Call, *, lists: bool) -> Typed:
        """Bind a comparison."""

    def unified(self, typed: list[Typed], position: int) -> tuple[list[Node], str, str]:
        """Make bound values of one kind and list."""

    def lookup(self, node: Ref) -> tuple[str, Named]:
        """Find a name."""


class Run(Protocol):
    """What computes a formula in ``part`` at a row or period; blanks and problems stop it."""

    cells: Ground
    part: str
    at: str | None

    def soft(self, node: Node) -> Value:
        """Return a value, blank or problem."""

    def hard(self, node: Node) -> Value:
        """Return a value; raise Stop for a blank or problem."""

    def number(self, node: Node) -> float:
        """Return a number; raise Stop for a blank or problem."""

    def listed(self, node: Node) -> Iterator[Value]:
        """Yield the values of an argument: a whole list, or one value; problems stop."""

    def numbers(self, *nodes: Node) -> list[float]:
        """Return the numbers among the arguments, blanks left out."""


class Sheet(Protocol):
    """What writes a formula for a cell of a workbook."""

    addresses: Addresses
    part: str
    at: str | None

    def text(self, node: Node) -> str:
        """Write a node so that it gives a value, #N/A for a blank, or another error for a problem."""

    def cell(self, ref: Ref) -> str:
        """Return the cell of a name."""

    def one(self, ref: Ref, at: str | None) -> str:
        """Write the value of a name at a row or period, its blanks and problems as errors."""

    def range(self, node: Node) -> str:
        """Return the range of a whole list."""

    def sound(self, lists: Sequence[str], text: str) -> str:
        """Guard a text over number ranges: a text in one of them is a problem."""

    def unbroken(self, node: Node, text: str) -> str:
        """Guard a text over a list of computed choices, texts or ticks: the message in one of them is a problem."""


@dataclass(frozen=True)
class Function:
    """A function or operator."""

    least: int
    most: int
    """How many arguments it takes."""
    bind: Callable[[Binding, Call], Typed]
    """Checks the arguments and returns the call with them bound, its kind and its list."""
    value: Callable[..., Value]
    """Computes it: takes the run and the nodes of the arguments."""
    sheet: str | Callable[..., str]
    """Its formula: a text with a place for each argument, or what takes the sheet and the nodes and gives it."""
    operator: bool = False
    """Written with a sign of its own, never by its name."""

    def written(self, sheet: Sheet, nodes: Sequence[Node]) -> str:
        """Return its formula for a workbook."""
        if isinstance(self.sheet, str):
            return self.sheet.format(*(map(sheet.text, nodes) if self.operator else map(bare, map(sheet.text, nodes))))
        return self.sheet(sheet, *nodes)


def bare(text: str) -> str:
    """Return a text without the brackets around the whole of it."""
    depth, plain = 0, re.sub(r"'[^']*'|\"[^\"]*\"", lambda quoted: "x" * len(quoted[0]), text)
    for n, sign in enumerate(plain):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return text[1:-1] if n and n == len(text) - 1 and text[0] == "(" else text
    return text


def made(node: Call, args: Sequence[Node]) -> Call:
    """Return a call with bound arguments."""
    return replace(node, args=tuple(args))


def taking(*kinds: str, gives: str = NUMBER) -> Callable[[Binding, Call], Typed]:
    """Bind a function whose arguments are of these kinds, the last one for all further arguments."""

    def bind(binding: Binding, node: Call) -> Typed:
        wanted = [*kinds, *kinds[-1:] * len(node.args)]
        return made(node, [binding.wanted(arg, kind) for arg, kind in zip(node.args, wanted, strict=False)]), gives, ""

    return bind
