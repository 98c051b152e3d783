"""Tie the names of a formula to the fields of its tool, and check that the kinds of its values fit."""

from __future__ import annotations

from dataclasses import replace

from macros.formula.functions import FUNCTIONS
from macros.formula.functions.function import Typed, made
from macros.formula.names import BLANK, BOOL, MULTI, NUMBER, RESULT, TEXT, Named, Names
from macros.formula.nodes import COMPARISONS, OWN, Call, Chosen, Constant, FormulaError, Node, Ref, Today, refs, suggest
from macros.formula.parse import parse


def bind(text: str, names: Names, part: str) -> tuple[Node, str, str]:
    """Parse a formula that stands in ``part`` and return its bound tree, its kind and the id of its list of choices."""
    return Binder(names, part).bound(parse(text))


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
        if node.name in COMPARISONS:
            return self.comparison(node, lists=False)
        return FUNCTIONS[node.name].bind(self, node)

    def ref(self, node: Ref, *, lists: bool) -> Typed:
        """Bind a name; a whole list only where ``lists`` allows it."""
        part, named = self.lookup(node)
        self.placed(node, part, named)
        if OWN in node.name:
            self.alike(node, named)
        if node.at == "*" and not lists:
            mend = "la donner à une fonction de liste (sum, count, largest…) ou choisir une valeur"
            raise FormulaError(node.position, f"« {part}.{node.name}[] » est une liste entière", mend)
        new = replace(node, part=part, kind=named.kind, list=named.list, choices=named.choices, computed=named.computed)
        return new, named.kind, named.list

    def placed(self, node: Ref, part: str, named: Named) -> None:
        """Raise unless a name has a value where it is asked for one."""
        at = node.at
        if not named.along:
            if at is not None:
                raise FormulaError(node.position, f"« {node.name} » n’a qu’une valeur", "retirer les crochets")
        elif at is None and not self.beside(part, named):
            mend = f"écrire {part}.{node.name}[] pour toutes, {part}.{node.name}[clé] pour une"
            raise FormulaError(node.position, f"« {part}.{node.name} » a plusieurs valeurs", mend)
        elif at not in {None, "*"} and at not in named.places:
            raise FormulaError(node.position, f"« {at} » n’est pas une ligne ou période de {part}",
                               suggest(str(at), named.places))  # fmt: skip

    def lookup(self, node: Ref) -> tuple[str, Named]:
        """Find a name in its part, without one in the own part, then among the results."""
        name = node.name.replace(OWN, self.own_rows(node)[0]) if OWN in node.name else node.name
        for part in (node.part,) if node.part else (self.part, RESULT):
            if (named := self.names.find(part, name)) is not None:
                return part, named
        if node.part and node.part not in self.names.known(""):
            mend = suggest(node.part, self.names.known(""))
            raise FormulaError(node.position, f"la partie « {node.part} » n’existe pas", mend)
        known = self.names.known(node.part or self.part) + ([] if node.part else self.names.known(RESULT))
        glued = "mettre des espaces autour du signe moins, ou " if "-" in node.name else ""
        wrong = f"« {name} » ne désigne aucun champ"
        raise FormulaError(node.position, wrong, glued + suggest(node.name, known))

    def own_rows(self, node: Ref) -> tuple[str, ...]:
        """Return the rows of the own part, whose keys name columns of another; raise unless all have one."""
        own = self.own()
        if own is None or own.along != "rows" or len(own.titles) != len(own.places) or node.at != "*" or not node.part:
            wrong, mend = "« @ » est la clé d’une ligne nommée", "écrire partie.@[] dans un tableau sans ligne libre"
            raise FormulaError(node.position, wrong, mend)
        return own.places

    def alike(self, node: Ref, first: Named) -> None:
        """Raise unless the columns named after the own rows are all there, and of one kind."""
        for key in self.own_rows(node):
            _, named = self.lookup(replace(node, name=node.name.replace(OWN, key)))
            if (named.kind, named.list, named.computed) != (first.kind, first.list, first.computed):
                wrong = f"« {node.name} » désigne des colonnes de sortes différentes"
                raise FormulaError(node.position, wrong, "leur donner le même type, et la même liste de choix")

    def own(self) -> Named | None:
        """Return a name of the own part, which knows the places of all."""
        return self.names.find(self.part, known[0]) if (known := self.names.known(self.part)) else None

    def beside(self, part: str, named: Named) -> bool:
        """Tell whether a column or line has a value at the own row or period."""
        if part == self.part:
            return True
        mine = self.own()
        return bool(mine and mine.along == named.along == "periods" and set(mine.places) <= set(named.places))

    def comparison(self, node: Call, *, lists: bool) -> Typed:
        """Bind a comparison of two values of one kind; only numbers have an order."""
        typed = [self.ref(arg, lists=lists) if isinstance(arg, Ref) else self.bound(arg) for arg in node.args]
        nodes, kind, of = self.unified(typed, node.position)
        if (kind not in {NUMBER, BLANK} and node.name not in {"=", "<>"}) or kind in {BOOL, MULTI}:
            raise FormulaError(
                node.position, "ces valeurs ne se comparent pas ainsi", "comparer des nombres ou des choix"
            )
        return made(node, nodes), BOOL, of

    def reference(self, node: Node, kind: str, *, whole: bool = False) -> Ref:
        """Bind a name of one kind; ``whole``: it must be a whole list."""
        if not isinstance(node, Ref):
            raise FormulaError(node.position, "un nom de champ était attendu ici", "écrire partie.champ")
        ref, given, _ = self.ref(node, lists=kind != MULTI)
        self.fit(given, kind, node.position)
        if whole and node.at != "*":
            raise FormulaError(node.position, f"« {node.name} » n’est pas une liste", f"écrire partie.{node.name}[]")
        assert isinstance(ref, Ref)  # noqa: S101 (binding a name gives a name)
        return ref

    def wanted(self, node: Node, kind: str) -> Node:
        """Bind a value that must be of one kind."""
        bound, given, _ = self.bound(node)
        self.fit(given, kind, node.position)
        return bound

    @staticmethod
    def fit(given: str, kind: str, position: int) -> None:
        """Raise unless a kind is the one wanted."""
        if given not in {kind, BLANK}:
            said = {NUMBER: "un nombre", BOOL: "une condition", TEXT: "un texte", MULTI: "un choix multiple"}
            wrong = f"{said.get(kind, 'un choix')} était attendu, pas {said.get(given, 'un choix')}"
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

    def into(self, node: Node, given: str, of: str, allowed: set[str]) -> Typed:
        """Bind the choices that a formula gives to the list of its field."""
        if given not in {"", of}:
            raise FormulaError(node.position, "la formule donne un choix d’une autre liste", "prendre la même liste")
        return self.adopt(node, of, allowed), "choice", of
