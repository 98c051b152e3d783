"""A formula as JSON for the browser: nested lists, the name of the operation first.

A constant stands for itself; others are ``["today"]``, ``[":", key]``, ``["ref", part, name, at, kind]`` with ``at``
null, ``"*"`` or a row or period, and ``[function, …]``. ``value`` and ``most_frequent`` get a last argument: the
choices of the list as ``[key, value]``, in order. In the name of a column, ``@`` is the key of the own row.
"""

from __future__ import annotations

from typing import Any

from macros.formula.nodes import Chosen, Constant, Node, Ref, Today


def tree(node: Node) -> Any:
    """Return a bound formula as JSON."""
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Chosen):
        return [":", node.key]
    if isinstance(node, Today):
        return ["today"]
    if isinstance(node, Ref):
        return ["ref", node.part, node.name, node.at, node.kind]
    written = [node.name, *map(tree, node.args)]
    if node.name in {"value", "most_frequent"} and isinstance(node.args[0], Ref):
        written.append([list(choice) for choice in node.args[0].choices])
    return written
