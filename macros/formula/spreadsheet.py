"""A formula as Excel and LibreOffice write it: English names, commas, functions of Excel 2013, no text of a language.

Inside a formula a blank travels as #N/A and a problem as any other error; the outermost functions turn them into an
empty text and the short message. Cells with a number, date, text or label hold it; a tick is ☑. A choice is the very
text of its label, read from the cell of the label, so that no formula holds words.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.formula.addresses import TICKED, UNTICKED, Addresses
from macros.formula.functions import FUNCTIONS
from macros.formula.functions.function import EMPTY, NA, PROBLEM, bare
from macros.formula.nodes import COMPARISONS, Call, Chosen, Constant, Node, Ref, Today


def spreadsheet(  # noqa: PLR0913, PLR0917 (a formula, its kind, and where it stands)
    node: Node,
    kind: str,
    addresses: Addresses,
    part: str,
    at: str | None = None,
    row: Sequence[str] = (),
    most: int | None = None,
) -> str:
    """Return a bound formula as a spreadsheet formula, with its sign =.

    ``kind`` is what ``bind`` says. ``row`` holds the cells that people fill in, when the formula stands in a free row:
    it stays empty as long as they are. Of words, no more letters than ``most`` show, with a sign that they go on.
    """
    text = bare(_Sheet(addresses, part, at).text(node))
    if most:
        text = shortening(text, most)
    if kind == "bool":
        text = f'IF({text},"{TICKED}","{UNTICKED}")'
    text = f'IFERROR(IFNA({text},""),{addresses.message()})'
    if not row:
        return f"={text}"
    empty = addresses.step(None, part, at, f"{'&'.join(row)}={EMPTY}")
    return f'=IF({empty},"",{text})'


def shortening(formula: str, letters: int) -> str:
    """Return what shows the beginning of a text that is longer than so many letters, with a sign that it goes on."""
    return f'IF(LEN({formula})>{letters},MID({formula},1,{letters - 1})&"…",{formula})'


def alarm(node: Node, addresses: Addresses, part: str, at: str | None) -> str:
    """Return a bound condition as a spreadsheet formula that gives ``!`` where it holds."""
    return f'=IF(IFERROR({bare(_Sheet(addresses, part, at).text(node))},FALSE),"!","")'


def guard(ref: Ref, addresses: Addresses, at: str | None) -> str:
    """Return the formula of the cell that holds a value with its blanks and problems as errors."""
    return f"={_Sheet(addresses, ref.part, at).value(ref, addresses.cell(ref.part, ref.name, at))}"


def inner(ref: Ref, addresses: Addresses) -> str:
    """Return a value as it travels inside formulas, its blanks and problems as errors."""
    return _Sheet(addresses, ref.part, None).text(ref)


class _Sheet:
    """Write one formula for one place."""

    def __init__(self, addresses: Addresses, part: str, at: str | None) -> None:
        self.addresses, self.part, self.at = addresses, part, at

    def text(self, node: Node) -> str:
        """Write a node so that it gives a value, #N/A for a blank, or another error for a problem."""
        if isinstance(node, Constant):
            if isinstance(node.value, bool):
                return "TRUE" if node.value else "FALSE"
            return NA if node.value is None else f"{node.value:.15g}"
        if isinstance(node, Chosen):
            return self.addresses.label(node.list, node.key)
        if isinstance(node, Today):
            return self.addresses.today()
        if isinstance(node, Ref):
            return self.one(node, self._place(node))
        return self.addresses.step(node, self.part, self.at, self._call(node))

    def _call(self, node: Call) -> str:
        if node.name in COMPARISONS:
            return f"({self.text(node.args[0])}{node.name}{self.text(node.args[1])})"
        return FUNCTIONS[node.name].written(self, node.args)

    def cell(self, ref: Ref) -> str:
        """Return the cell of a name."""
        return self.addresses.cell(ref.part, ref.name, self._place(ref))

    def _place(self, ref: Ref) -> str | None:
        return ref.at or (self.at if self.addresses.places(ref.part) else None)

    def one(self, ref: Ref, at: str | None) -> str:
        """Write a value: the cell that holds it guarded, or what guards it."""
        return self.addresses.guard(ref, at) or self.value(ref, self.addresses.cell(ref.part, ref.name, at))

    def value(self, ref: Ref, cell: str) -> str:
        """Write what a cell holds, its blanks and problems as errors."""
        if ref.kind == "number":
            return f"IF(ISNUMBER({cell}),{cell},IF(LEN({cell})=0,{NA},{PROBLEM}))"
        if ref.kind == "multi":
            boxes = self.addresses.boxes(ref.part, ref.name)
            return f'IF(SUMPRODUCT(({boxes}="{TICKED}")*1)=0,{NA},1)'
        if ref.kind == "bool" and not ref.computed:
            return f'({cell}="{TICKED}")'
        held = f'({cell}="{TICKED}")' if ref.kind == "bool" else cell
        if ref.computed:
            held = f"IF({cell}={self.addresses.message()},{PROBLEM},{held})"
        return f"IF(LEN(TRIM({cell}))=0,{NA},{held})"

    def range(self, node: Node) -> str:
        """Return the range of a whole list."""
        assert isinstance(node, Ref)  # noqa: S101 (the binder admits nothing else)
        return self.addresses.column(node.part, node.name)

    def sound(self, lists: Sequence[str], text: str) -> str:
        """Guard a text over number ranges: a text in one of them is a problem."""
        bad = "+".join(f"SUMPRODUCT(({r}>{EMPTY})*1)" for r in dict.fromkeys(lists))
        return f"IF({bad}>0,{PROBLEM},{text})" if lists else text

    def unbroken(self, node: Node, text: str) -> str:
        """Guard a text over a list of computed choices, texts or ticks: the message in one of them is a problem."""
        if not (isinstance(node, Ref) and node.computed and node.kind != "number"):
            return text
        return f"IF(SUMPRODUCT(({self.range(node)}={self.addresses.message()})*1)>0,{PROBLEM},{text})"
