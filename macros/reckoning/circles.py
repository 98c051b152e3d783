"""Whether a formula of a tool needs, by some way, its own value."""

from __future__ import annotations

from collections.abc import Iterator

from macros.errors import Flaws
from macros.formula.nodes import Call, Node, Ref
from macros.reckoning.evaluation import Address
from macros.reckoning.scope import Scope

FEW = 3
"""Of long lists so many rows are followed: all have the same formulas."""


def circles(scope: Scope) -> Flaws:
    """Find the first field that needs its own value."""
    done: set[Address] = set()
    for part, field in scope.computed():
        for at in _places(scope, part)[:FEW] or (None,):
            if way := _circle(scope, (part, field.key, at), [], done):
                names = " → ".join(f"{p}.{n}" for p, n, _ in [*way, way[0]])
                yield field.id, "formula", f"la formule se mord la queue : {names}", "rompre le cercle"
                return


def _circle(scope: Scope, address: Address, way: list[Address], done: set[Address]) -> list[Address] | None:
    """Return the circle that one comes into from an address after a way; ``done`` are those that lead to none."""
    if address in way:
        return way[way.index(address) :]
    if address in done:
        return None
    further = (_circle(scope, need, [*way, address], done) for need in _needs(scope, *address))
    circle = next(filter(None, further), None)
    done.add(address)
    return circle


def _needs(scope: Scope, part: str, key: str, at: str | None) -> Iterator[Address]:
    """Yield what a value is computed from."""
    field = scope.field(part, key)
    if field and field.computed:
        yield from _named(scope, scope.formula(part, field).at(at), at)


def _named(scope: Scope, node: Node, at: str | None) -> Iterator[Address]:
    """Yield the addresses that a formula at one place names."""
    if isinstance(node, Ref):
        places = _places(scope, node.part)
        ats = places[:FEW] if node.at == "*" else (node.at or (at if places else None),)
        yield from ((node.part, node.name, place) for place in ats)
    elif isinstance(node, Call):
        line = node.args[0] if node.name in {"previous", "next", "cumulative"} else None
        if isinstance(line, Ref):
            yield from ((line.part, line.name, place) for place in _along(node.name, _places(scope, line.part), at))
        for arg in node.args[1:] if isinstance(line, Ref) else node.args:
            yield from _named(scope, arg, at)


def _along(function: str, places: tuple[str, ...], at: str | None) -> tuple[str, ...]:
    """Return the places at which a function along a line looks from one of them."""
    n = places.index(at) if at in places else 0
    return {"previous": places[max(n - 1, 0) : n], "next": places[n + 1 : n + 2]}.get(function, places[: n + 1])


def _places(scope: Scope, key: str) -> tuple[str, ...]:
    part = scope.tool.part(key)
    return part.places if part else ()
