"""Text → tree of a formula, with the exact place of each mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache


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
    """A number, true, false, or blank (None)."""

    value: float | bool | None
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

ARITY: dict[str, tuple[int, int]] = {
    "if": (3, 3), "band": (3, 99), "abs": (1, 1), "round": (1, 2), "ceil": (1, 1), "floor": (1, 1), "sqrt": (1, 1),
    "min": (1, 99), "max": (1, 99), "sum": (1, 99), "mean": (1, 99), "median": (1, 1), "count": (1, 99),
    "largest": (2, 2), "smallest": (2, 2), "rank": (2, 2), "sumproduct": (1, 9), "count_if": (1, 9), "share_if": (1, 9),
    "sum_if": (2, 9), "mean_if": (2, 9), "most_frequent": (1, 1), "count_true": (1, 99), "value": (1, 1), "has": (2, 2),
    "words": (1, 1), "year": (1, 1), "month": (1, 1), "previous": (1, 2), "next": (1, 2), "cumulative": (1, 1),
    "position": (0, 0), "group": (0, 0), "blank": (1, 1), "filled": (1, 1), "default": (2, 2),
}  # fmt: skip
"""How many arguments each function takes, at least and at most."""

COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
_TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*(?:-[a-z0-9]+)*)|(:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)"
    r"|(<=|>=|<>|[-+*/=<>(),.\[\]]))"
)
_KINDS = ("", "number", "name", "choice", "sign")
"""What each group of the pattern is."""

_LEVELS: tuple[tuple[str, ...], ...] = (("or",), ("and",), COMPARISONS, ("+", "-"), ("*", "/"))
_NOT = 2
"""The level at which ``not`` stands: looser than comparisons, tighter than ``and``."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """Return the tree of a formula; raise FormulaError at its first mistake."""
    parser = _Parser(text)
    node = parser.level(0)
    if parser.kind:
        raise parser.error(f"« {parser.ahead} » ne continue pas la formule", "vérifier parenthèses et virgules")
    return node


class _Parser:
    """Read one token ahead; each method returns the tree of what it has read."""

    def __init__(self, text: str) -> None:
        self.text, self.next, self.depth = text, 0, 0
        self.ahead = self.kind = ""
        self.advance()

    def advance(self) -> str:
        """Step to the next token and return the one left behind."""
        left = self.ahead
        self.start = self.next + len(self.text[self.next :]) - len(self.text[self.next :].lstrip())
        match = _TOKEN.match(self.text, self.next)
        if match is None:
            if self.text[self.next :].strip():
                sign = self.text[self.start]
                raise FormulaError(self.start, f"le signe « {sign} » n’a pas de sens ici", "le retirer ou le corriger")
            self.ahead = self.kind = ""
            return left
        self.kind = _KINDS[match.lastindex or 0]
        self.ahead, self.next = match[match.lastindex or 0], match.end()
        return left

    def error(self, wrong: str, mend: str) -> FormulaError:
        """Make an error at the present token."""
        return FormulaError(self.start, wrong, mend)

    def expect(self, token: str) -> None:
        """Step over ``token``, or raise."""
        if self.ahead != token:
            said = f"« {self.ahead} »" if self.ahead else "la fin"
            raise self.error(f"« {token} » était attendu, pas {said}", f"ajouter « {token} »")
        self.advance()

    def level(self, n: int) -> Node:
        """Read operators of level ``n`` and everything that binds tighter."""
        if n == len(_LEVELS):
            return self.unary()
        if n == _NOT and self.ahead == "not":
            start = self.start
            self.advance()
            return Call("not", (self.level(n),), start)
        node = self.level(n + 1)
        while self.ahead in _LEVELS[n]:
            start, sign = self.start, self.advance()
            node = Call(sign, (node, self.level(n + 1)), start)
            if n == _NOT and self.ahead in COMPARISONS:
                raise self.error("deux comparaisons se suivent", "les relier par « and »")
        return node

    def unary(self) -> Node:
        """Read a sign minus or an atom."""
        start = self.start
        self.depth += 1
        if self.depth > 60:  # noqa: PLR2004 (deeper than any formula that people can read)
            raise self.error("la formule est trop imbriquée", "la couper en plusieurs champs")
        if self.ahead == "-":
            self.advance()
            node: Node = Call("neg", (self.unary(),), start)
        else:
            node = self.atom()
        self.depth -= 1
        return node

    def atom(self) -> Node:
        """Read a number, a choice, a name, a call, or parentheses."""
        start, kind = self.start, self.kind
        if not kind:
            raise self.error("la formule s’arrête trop tôt", "ajouter une valeur")
        found = self.advance()
        if kind == "number":
            return Constant(float(found), start)
        if kind == "choice":
            return Chosen(found[1:], start)
        if found == "(":
            node = self.level(0)
            self.expect(")")
            return node
        constants: dict[str, Node] = {
            "true": Constant(value=True, position=start),
            "false": Constant(value=False, position=start),
            "blank": Constant(None, start),
            "today": Today(start),
        }
        if kind == "name" and self.ahead == "(":
            return self.call(found, start)
        if found in constants:
            return constants[found]
        if kind == "name" and found not in {"and", "or", "not"}:
            return self.ref(found, start)
        raise FormulaError(start, f"« {found} » n’est pas une valeur", "mettre un nombre, un nom ou une fonction")

    def call(self, name: str, start: int) -> Node:
        """Read the arguments of a function."""
        if name not in ARITY:
            known = ", ".join(sorted(ARITY))
            raise FormulaError(start, f"la fonction « {name} » n’existe pas", f"choisir parmi : {known}")
        self.expect("(")
        args: list[Node] = []
        while self.ahead != ")":
            args.append(self.level(0))
            if self.ahead != ")":
                self.expect(",")
        self.advance()
        least, most = ARITY[name]
        if not least <= len(args) <= most:
            count = str(least) if least == most else f"{least} à {most}"
            raise FormulaError(start, f"« {name} » a {len(args)} argument(s)", f"en donner {count}")
        return Call(name, tuple(args), start)

    def ref(self, first: str, start: int) -> Node:
        """Read the rest of a name: ``part.field``, ``[]``, ``[key]``."""
        part, name = "", first
        if self.ahead == ".":
            self.advance()
            if self.kind != "name":
                raise self.error("un nom de champ était attendu après le point", "écrire partie.champ")
            part, name = first, self.advance()
        at = None
        if self.ahead == "[":
            self.advance()
            at = self.advance() if self.kind in {"name", "number"} else "*"
            self.expect("]")
        return Ref(part, name, at, start)
