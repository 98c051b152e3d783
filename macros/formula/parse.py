"""Text → tree of a formula, with the exact place of each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from macros.formula.functions import FUNCTIONS
from macros.formula.nodes import COMPARISONS, Call, Chosen, Constant, FormulaError, Node, Ref, Today

_TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?)|((?:[a-z][a-z0-9_]*|@)(?:-[a-z0-9]+)*)|(:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)"
    r"|(<=|>=|<>|[-+*/=<>(),.\[\]]))"
)
_KINDS = ("", "number", "name", "choice", "sign")
"""What each group of the pattern is."""

_LEVELS: tuple[tuple[str, ...], ...] = (("or",), ("and",), COMPARISONS, ("+", "-"), ("*", "/"))
_CONSTANTS: dict[str, Constant | Today] = {
    "true": Constant(value=True),
    "false": Constant(value=False),
    "blank": Constant(None),
    "today": Today(),
}
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
        word = self.advance()
        if kind == "number":
            return Constant(float(word), start)
        if kind == "choice":
            return Chosen(word[1:], start)
        if kind == "name":
            return self.named(word, start)
        if word != "(":
            raise _no_value(word, start)
        node = self.level(0)
        self.expect(")")
        return node

    def named(self, name: str, start: int) -> Node:
        """Read what begins with a name: a call, a constant, a value."""
        if self.ahead == "(":
            return self.call(name, start)
        if name in _CONSTANTS:
            return replace(_CONSTANTS[name], position=start)
        if name in {"and", "or", "not"}:
            raise _no_value(name, start)
        return self.ref(name, start)

    def call(self, name: str, start: int) -> Node:
        """Read the arguments of a function."""
        function = FUNCTIONS.get(name)
        if function is None or function.operator:
            known = ", ".join(sorted(name for name, known in FUNCTIONS.items() if not known.operator))
            raise FormulaError(start, f"la fonction « {name} » n’existe pas", f"choisir parmi : {known}")
        args = tuple(self.arguments())
        least, most = function.least, function.most
        if not least <= len(args) <= most:
            count = str(least) if least == most else f"{least} à {most}"
            raise FormulaError(start, f"« {name} » a {len(args)} argument(s)", f"en donner {count}")
        return Call(name, args, start)

    def arguments(self) -> Iterator[Node]:
        """Read what stands between parentheses, with commas."""
        self.expect("(")
        while self.ahead != ")":
            yield self.level(0)
            if self.ahead != ")":
                self.expect(",")
        self.advance()

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


def _no_value(token: str, start: int) -> FormulaError:
    return FormulaError(start, f"« {token} » n’est pas une valeur", "mettre un nombre, un nom ou une fonction")
