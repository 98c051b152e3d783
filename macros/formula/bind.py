"""Tie the names of a formula to the fields of its tool, and check that the kinds of its values fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.formula.names import BLANK, BOOL, MULTI, NUMBER, RESULT, TEXT, Named, Names
from macros.formula.parse import COMPARISONS, Call, Chosen, Constant, FormulaError, Node, Ref, Today, parse, suggest


def bind(text: str, names: Names, part: str) -> tuple[Node, str, str]:
    """Parse a formula that stands in ``part`` and return its bound tree, its kind and the id of its list of choices."""
    return Binder(names, part).bound(parse(text))


def refs(node: Node) -> Iterator[Ref]:
    """Walk through the names in a tree."""
    if isinstance(node, Ref):
        yield node
    elif isinstance(node, Call):
        for arg in node.args:
            yield from refs(arg)


def through(condition: Node) -> list[Ref]:
    """Return the lists that a condition goes through row by row; not those inside its other values."""
    found = condition.args if isinstance(condition, Call) else (condition,)
    return [node for node in found if isinstance(node, Ref) and node.at == "*"]


Typed = tuple[Node, str, str]
_LISTS = {"largest": 0, "smallest": 0, "median": 0, "most_frequent": 0, "rank": 1, "sum_if": 0, "mean_if": 0}
"""Functions that take a whole list, and the argument that must be one."""

_NUMERIC = {"+", "-", "*", "/", "neg", "abs", "round", "ceil", "floor", "sqrt", "year", "month", "largest", "smallest",
            "rank", "sumproduct", "min", "max", "sum", "mean", "median"}  # fmt: skip
_CONDITIONAL = {"count_if": 0, "share_if": 0, "sum_if": 1, "mean_if": 1}


class Binder:
    """Bind the formulas of one part."""

    def __init__(self, names: Names, part: str) -> None:
        """Remember what can be named, and from where."""
        self.names, self.part = names, part

    def bound(self, node: Node) -> Typed:
        """Return a tree with every name bound, its kind and list."""
        if isinstance(node, Constant):
            kind = BLANK if node.value is None else BOOL if isinstance(node.value, bool) else NUMBER
            return node, kind, ""
        if isinstance(node, Today):
            return node, NUMBER, ""
        if isinstance(node, Chosen):
            return node, "choice", node.list
        if isinstance(node, Ref):
            return self.ref(node, lists=False)
        return self.call(node)

    def ref(self, node: Ref, *, lists: bool) -> Typed:
        """Bind a name; a whole list only where ``lists`` allows it."""
        part, named = self.lookup(node)
        at = node.at
        if named.shape in {"form", "text", "canvas", RESULT}:
            if at is not None:
                raise FormulaError(node.position, f"« {node.name} » n’a qu’une valeur", "retirer les crochets")
        elif at is None and not self.beside(part, named):
            mend = f"écrire {part}.{node.name}[] pour toutes, {part}.{node.name}[clé] pour une"
            raise FormulaError(node.position, f"« {part}.{node.name} » a plusieurs valeurs", mend)
        elif at not in {None, "*"} and at not in named.places:
            raise FormulaError(node.position, f"« {at} » n’est pas une ligne ou période de {part}",
                               suggest(str(at), named.places))  # fmt: skip
        if at == "*" and not lists:
            mend = "la donner à une fonction de liste (sum, count, largest…) ou choisir une valeur"
            raise FormulaError(node.position, f"« {part}.{node.name}[] » est une liste entière", mend)
        new = replace(node, part=part, kind=named.kind, list=named.list, choices=named.choices, computed=named.computed)
        return new, named.kind, named.list

    def lookup(self, node: Ref) -> tuple[str, Named]:
        """Find a name in its part, without one in the own part, then among the results."""
        for part in (node.part,) if node.part else (self.part, RESULT):
            if (named := self.names.find(part, node.name)) is not None:
                return part, named
        if node.part and node.part not in self.names.known(""):
            mend = suggest(node.part, self.names.known(""))
            raise FormulaError(node.position, f"la partie « {node.part} » n’existe pas", mend)
        known = self.names.known(node.part or self.part) + ([] if node.part else self.names.known(RESULT))
        glued = "mettre des espaces autour du signe moins, ou " if "-" in node.name else ""
        wrong = f"« {node.name} » ne désigne aucun champ"
        raise FormulaError(node.position, wrong, glued + suggest(node.name, known))

    def own(self) -> Named | None:
        """Return a name of the own part, which knows the shape and places of all."""
        return self.names.find(self.part, known[0]) if (known := self.names.known(self.part)) else None

    def beside(self, part: str, named: Named) -> bool:
        """Tell whether a column or line has a value at the own row or period."""
        if part == self.part:
            return True
        mine = self.own()
        return bool(mine and mine.shape == named.shape == "matrix" and set(mine.places) <= set(named.places))

    def call(self, node: Call) -> Typed:  # noqa: C901, PLR0911 (a table of signatures)
        """Bind a function or an operator."""
        name, args = node.name, node.args
        if name in _CONDITIONAL:
            return self.conditional(node)
        if name in COMPARISONS:
            return self.comparison(node, lists=False)
        if name in {"and", "or", "not", "count_true"}:
            kind = NUMBER if name == "count_true" else BOOL
            return self.made(node, [self.wanted(arg, BOOL) for arg in args]), kind, ""
        if name == "if":
            condition = self.wanted(args[0], BOOL)
            branches, kind, of = self.same(args[1:])
            return self.made(node, [condition, *branches]), kind, of
        if name == "band":
            limits = [self.wanted(arg, NUMBER) for arg in (args[0], *args[2::2])]
            labels, kind, of = self.same(args[1::2])
            if len(limits) != len(labels):
                raise FormulaError(
                    node.position, "les bornes ne tombent pas entre les choix", "band(x, :a, 1, :b, 2, :c)"
                )
            mixed = [node for pair in zip(labels, limits[1:], strict=False) for node in pair]
            return self.made(node, [limits[0], *mixed, labels[-1]]), kind, of
        if name == "default":
            both, kind, of = self.same(args)
            return self.made(node, both), kind, of
        if name in {"blank", "filled"}:
            bound, kind, _ = self.bound(args[0])
            if kind == BOOL:
                raise FormulaError(node.position, "une case est cochée ou non, jamais vide", "s’en servir telle quelle")
            return self.made(node, [bound]), BOOL, ""
        if name in {"previous", "next", "cumulative"}:
            return self.along(node)
        return self.special(node)

    def special(self, node: Call) -> Typed:  # noqa: PLR0911
        """Bind functions on choices and texts, and those on numbers, which are all the rest."""
        name, args = node.name, node.args
        if name == "position":
            return node, NUMBER, ""
        if name == "group":
            if not (groups := own.groups if (own := self.own()) else ()):
                raise FormulaError(node.position, "ces lignes ne forment pas de groupes", "ajouter « heading » à l’une")
            return self.made(node, [Constant(float(n)) for n in groups]), NUMBER, ""
        if name == "value":
            ref = self.reference(args[0], "choice")
            if missing := [key for key, value in ref.choices if value is None]:
                wrong = f"le choix « {missing[0]} » n’a pas de valeur"
                raise FormulaError(node.position, wrong, "ajouter « value: … » à chaque choix")
            return self.made(node, [ref]), NUMBER, ""
        if name == "has":
            ref = self.reference(args[0], MULTI)
            return self.made(node, [ref, self.chosen(args[1], ref)]), BOOL, ""
        if name == "words":
            return self.made(node, [self.wanted(args[0], TEXT)]), NUMBER, ""
        if name == "most_frequent":
            ref = self.reference(args[0], "choice", whole=True)
            return self.made(node, [ref]), "choice", ref.list
        if name == "count":
            return self.made(node, [self.counted(arg) for arg in args]), NUMBER, ""
        return self.numeric(node)

    def numeric(self, node: Call) -> Typed:
        """Bind a function whose arguments and value are numbers."""
        many = node.name in {"sum", "mean", "sumproduct"} or (node.name in {"min", "max"} and len(node.args) == 1)
        args: list[Node] = []
        for n, arg in enumerate(node.args):
            if _LISTS.get(node.name) == n or node.name == "sumproduct" or (many and isinstance(arg, Ref)):
                args.append(self.reference(arg, NUMBER, whole=node.name not in {"sum", "mean"}))
            else:
                args.append(self.wanted(arg, NUMBER))
        return self.made(node, args), NUMBER, ""

    def counted(self, arg: Node) -> Node:
        """Bind what ``count`` counts: a list, several choices, or one value."""
        return self.ref(arg, lists=True)[0] if isinstance(arg, Ref) else self.bound(arg)[0]

    def conditional(self, node: Call) -> Typed:
        """Bind count_if and its like."""
        first = _CONDITIONAL[node.name]
        args: list[Node] = [self.reference(arg, NUMBER, whole=True) for arg in node.args[:first]]
        args += [self.condition(arg) for arg in node.args[first:]]
        named = [self.names.find(r.part, r.name) for arg in args for r in through(arg)]
        if len({n.places for n in named if n}) > 1:
            raise FormulaError(
                node.position, "ces listes n’ont pas les mêmes lignes", "prendre des listes d’une partie"
            )
        if not all(through(arg) for arg in args[first:]):
            raise FormulaError(node.position, "une condition ne compte aucune liste", "écrire partie.champ[]")
        if node.name == "share_if" and not any(r.kind != BOOL for arg in args for r in through(arg)):
            raise FormulaError(node.position, "des cases seules ne disent pas combien de lignes comptent",
                               "ajouter filled(partie.champ[])")  # fmt: skip
        return self.made(node, args), NUMBER, ""

    def condition(self, node: Node) -> Node:
        """Bind a condition on each row of a list."""
        if isinstance(node, Call) and node.name in COMPARISONS and isinstance(node.args[0], Ref):
            return self.comparison(node, lists=True)[0]
        if isinstance(node, Call) and node.name in {"filled", "blank"} and isinstance(node.args[0], Ref):
            return self.made(node, [self.ref(node.args[0], lists=True)[0]])
        if isinstance(node, Ref):
            return self.reference(node, BOOL, whole=True)
        wrong = "ce n’est pas une condition sur une liste"
        raise FormulaError(node.position, wrong, "écrire partie.champ[] = valeur, ou filled(partie.champ[])")

    def comparison(self, node: Call, *, lists: bool) -> Typed:
        """Bind a comparison of two values of one kind; only numbers have an order."""
        typed = [self.ref(arg, lists=lists) if isinstance(arg, Ref) else self.bound(arg) for arg in node.args]
        nodes, kind, of = self.unified(typed, node.position)
        if (kind not in {NUMBER, BLANK} and node.name not in {"=", "<>"}) or kind in {BOOL, MULTI}:
            raise FormulaError(
                node.position, "ces valeurs ne se comparent pas ainsi", "comparer des nombres ou des choix"
            )
        return self.made(node, nodes), BOOL, of

    def along(self, node: Call) -> Typed:
        """Bind previous, next and cumulative."""
        first = node.args[0]
        if not isinstance(first, Ref) or first.at is not None or self.lookup(first)[1].shape not in {"matrix", "table"}:
            raise FormulaError(node.position, f"« {node.name} » suit une ligne ou colonne", f"{node.name}(champ)")
        typed = [self.ref(first, lists=False), *map(self.bound, node.args[1:])]
        nodes, kind, of = self.unified(typed, node.position)
        return self.made(node, nodes), kind, of

    def reference(self, node: Node, kind: str, *, whole: bool = False) -> Ref:
        """Bind a name of one kind; ``whole``: it must be a whole list."""
        if not isinstance(node, Ref):
            raise FormulaError(node.position, "un nom de champ était attendu ici", "écrire partie.champ")
        ref, found, _ = self.ref(node, lists=kind != MULTI)
        self.fit(found, kind, node.position)
        if whole and node.at != "*":
            raise FormulaError(node.position, f"« {node.name} » n’est pas une liste", f"écrire partie.{node.name}[]")
        assert isinstance(ref, Ref)  # noqa: S101 (binding a name gives a name)
        return ref

    def wanted(self, node: Node, kind: str) -> Node:
        """Bind a value that must be of one kind."""
        bound, found, _ = self.bound(node)
        self.fit(found, kind, node.position)
        return bound

    @staticmethod
    def fit(found: str, kind: str, position: int) -> None:
        """Raise unless a kind is the one wanted."""
        if found not in {kind, BLANK}:
            said = {NUMBER: "un nombre", BOOL: "une condition", TEXT: "un texte", MULTI: "un choix multiple"}
            wrong = f"{said.get(kind, 'un choix')} était attendu, pas {said.get(found, 'un choix')}"
            raise FormulaError(position, wrong, "changer la formule, ou value(champ) pour la valeur d’un choix")

    def same(self, args: tuple[Node, ...]) -> tuple[list[Node], str, str]:
        """Bind values that must all be of one kind."""
        return self.unified([self.bound(arg) for arg in args], args[0].position)

    def unified(self, typed: list[Typed], position: int) -> tuple[list[Node], str, str]:
        """Make bound values of one kind and list, giving bare choices that list."""
        kinds = {kind for _, kind, _ in typed} - {BLANK}
        lists = {of for _, kind, of in typed if kind == "choice" and of}
        if len(kinds) > 1 or len(lists) > 1:
            raise FormulaError(position, "des valeurs de sortes différentes se mêlent", "n’en garder qu’une sorte")
        of = next(iter(lists), "")
        allowed = {key for node, _, _ in typed for r in refs(node) if r.list == of for key, _ in r.choices}
        return [self.adopt(node, of, allowed) for node, _, _ in typed], next(iter(kinds), BLANK), of

    def chosen(self, node: Node, ref: Ref) -> Node:
        """Bind a choice of the list of ``ref``."""
        if not isinstance(node, Chosen):
            raise FormulaError(node.position, "un choix était attendu ici", "écrire :clé")
        return self.adopt(node, ref.list, {key for key, _ in ref.choices})

    def adopt(self, node: Node, of: str, allowed: set[str] | frozenset[str]) -> Node:
        """Give the bare choices in ``node`` their list; raise when it lacks one."""
        if isinstance(node, Chosen) and of and not node.list:
            if allowed and node.key not in allowed:
                mend = suggest(node.key, sorted(allowed))
                raise FormulaError(node.position, f"« :{node.key} » n’est pas dans la liste", mend)
            return replace(node, list=of)
        if isinstance(node, Call) and node.name in {"if", "band", "default"}:
            return replace(node, args=tuple(self.adopt(arg, of, allowed) for arg in node.args))
        return node

    def into(self, node: Node, found: str, of: str, allowed: set[str]) -> Typed:
        """Bind the choices that a formula gives to the list of its field."""
        if found not in {"", of}:
            raise FormulaError(node.position, "la formule donne un choix d’une autre liste", "prendre la même liste")
        return self.adopt(node, of, allowed), "choice", of

    @staticmethod
    def made(node: Call, args: list[Node]) -> Node:
        """Return a call with bound arguments."""
        return replace(node, args=tuple(args))
