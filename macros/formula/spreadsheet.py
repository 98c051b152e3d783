"""A formula as Excel and LibreOffice write it: English names, commas, functions of Excel 2013, no text of a language.

Inside a formula a blank travels as #N/A and a problem as any other error; the outermost functions turn them into an
empty text and the short message. Cells with a number, date, text or label hold it; a tick is ☑. A choice is the very
text of its label, read from the cell of the label, so that no formula holds words.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.formula.addresses import Addresses
from macros.formula.bind import through
from macros.formula.parse import COMPARISONS, Call, Chosen, Constant, Node, Ref, Today

TICKED, UNTICKED = "☑", "☐"
BLANK, PROBLEM = "NA()", "SQRT(-1)"


def spreadsheet(  # noqa: PLR0913, PLR0917 (a formula, its kind, and where it stands)
    node: Node, kind: str, addresses: Addresses, part: str, at: str | None = None, row: Sequence[str] = ()
) -> str:
    """Return a bound formula as a spreadsheet formula, with its sign =.

    ``kind`` is what ``bind`` says. ``row`` holds the cells that people fill in, when the formula stands in a free row:
    it stays empty as long as they are.
    """
    text = _Sheet(addresses, part, at).text(node)
    if kind == "bool":
        text = f'IF({text},"{TICKED}","{UNTICKED}")'
    text = f'IFERROR(IFNA({text},""),{addresses.message()})'
    return f'=IF({"&".join(row)}="","",{text})' if row else f"={text}"


class _Sheet:
    """Write one formula for one place."""

    def __init__(self, addresses: Addresses, part: str, at: str | None) -> None:
        self.addresses, self.part, self.at = addresses, part, at

    def text(self, node: Node) -> str:  # noqa: PLR0911 (one for each kind of node)
        """Write a node so that it gives a value, #N/A for a blank, or another error for a problem."""
        if isinstance(node, Constant):
            if isinstance(node.value, bool):
                return "TRUE" if node.value else "FALSE"
            return BLANK if node.value is None else f"{node.value:.15g}"
        if isinstance(node, Chosen):
            return self.addresses.label(node.list, node.key)
        if isinstance(node, Today):
            return self.addresses.today()
        if isinstance(node, Ref):
            return self.value(node, self.cell(node))
        if node.name in COMPARISONS:
            return f"({self.text(node.args[0])}{node.name}{self.text(node.args[1])})"
        if node.name in _SIMPLE:
            return _SIMPLE[node.name].format(*map(self.text, node.args))
        written = getattr(self, f"do_{node.name}", None)
        return str(written(*node.args)) if written else _PLAIN[node.name] + f"({','.join(map(self.text, node.args))})"

    def cell(self, ref: Ref) -> str:
        """Return the cell of a name."""
        several = bool(self.addresses.places(ref.part))
        return self.addresses.cell(ref.part, ref.name, ref.at or (self.at if several else None))

    def value(self, ref: Ref, cell: str) -> str:
        """Write what a cell holds, its blanks and problems as errors."""
        if ref.kind == "number":
            return f"IF(ISNUMBER({cell}),{cell},IF(LEN({cell})=0,{BLANK},{PROBLEM}))"
        if ref.kind == "multi":
            boxes = self.addresses.boxes(ref.part, ref.name)
            return f'IF(SUMPRODUCT(({boxes}="{TICKED}")*1)=0,{BLANK},1)'
        if ref.kind == "bool" and not ref.computed:
            return f'({cell}="{TICKED}")'
        held = f'({cell}="{TICKED}")' if ref.kind == "bool" else cell
        if ref.computed:
            held = f"IF({cell}={self.addresses.message()},{PROBLEM},{held})"
        return f"IF(LEN(TRIM({cell}))=0,{BLANK},{held})"

    def range(self, node: Node) -> str:
        """Return the range of a whole list."""
        assert isinstance(node, Ref)  # noqa: S101 (the binder admits nothing else)
        return self.addresses.column(node.part, node.name)

    def sound(self, lists: Sequence[str], text: str) -> str:
        """Guard a text over number ranges: a text in one of them is a problem."""
        bad = "+".join(f"ROWS({r})*COLUMNS({r})-COUNTBLANK({r})-COUNT({r})" for r in dict.fromkeys(lists))
        return f"IF({bad}>0,{PROBLEM},{text})" if lists else text

    def unbroken(self, node: Node, text: str) -> str:
        """Guard a text over a list of computed choices, texts or ticks: the message in one of them is a problem."""
        if not (isinstance(node, Ref) and node.computed and node.kind != "number"):
            return text
        return f"IF(SUMPRODUCT(({self.range(node)}={self.addresses.message()})*1)>0,{PROBLEM},{text})"

    # arithmetic

    def do_band(self, x: Node, *rest: Node) -> str:
        given, text = self.text(x), self.text(rest[-1])
        for label, limit in reversed(list(zip(rest[::2], rest[1::2], strict=False))):
            text = f"IF({given}<{self.text(limit)},{self.text(label)},{text})"
        return text

    def do_round(self, x: Node, decimals: Node | None = None) -> str:
        return f"ROUND({self.text(x)},{self.text(decimals) if decimals else 0})"

    def do_sqrt(self, x: Node) -> str:
        text = self.text(x)
        return f"SQRT(IF({text}<0,{BLANK},{text}))"

    def do_year(self, x: Node, name: str = "YEAR") -> str:
        text = self.text(x)
        return f"IF(AND({text}>=61,{text}<2958466),{name}({text}),{BLANK})"

    def do_month(self, x: Node) -> str:
        return self.do_year(x, "MONTH")

    # lists

    def gathered(self, nodes: Sequence[Node]) -> tuple[list[str], str, str]:
        """Write the ranges among the arguments, the sum of all, and how many numbers they are."""
        ranges = [self.range(node) for node in nodes if isinstance(node, Ref) and node.at == "*"]
        single = [self.text(node) for node in nodes if not (isinstance(node, Ref) and node.at == "*")]
        total = ",".join([*ranges, *(f"IFNA({text},0)" for text in single)])
        count = "+".join([*(f"COUNT({r})" for r in ranges), *(f"IF(ISNA({text}),0,1)" for text in single)])
        return ranges, f"SUM({total})", count

    def do_sum(self, *nodes: Node) -> str:
        ranges, total, count = self.gathered(nodes)
        return self.sound(ranges, f"IF({count}=0,{BLANK},{total})")

    def do_mean(self, *nodes: Node) -> str:
        ranges, total, count = self.gathered(nodes)
        return self.sound(ranges, f"IF({count}=0,{BLANK},{total}/({count}))")

    def over(self, name: str, node: Node, *rest: str) -> str:
        """Write a function of one list that is blank without numbers."""
        r = self.range(node)
        return self.sound([r], f"IF(COUNT({r})=0,{BLANK},{name}({','.join([r, *rest])}))")

    def do_median(self, node: Node) -> str:
        return self.over("MEDIAN", node)

    def do_min(self, *nodes: Node, name: str = "MIN") -> str:
        if isinstance(nodes[0], Ref) and nodes[0].at == "*":
            return self.over(name, nodes[0])
        return f"{name}({','.join(map(self.text, nodes))})"

    def do_max(self, *nodes: Node) -> str:
        return self.do_min(*nodes, name="MAX")

    def do_largest(self, node: Node, n: Node, name: str = "LARGE") -> str:
        r, k = self.range(node), self.text(n)
        return self.sound([r], f"IF(OR({k}<1,{k}>COUNT({r})),{BLANK},{name}({r},{k}))")

    def do_smallest(self, node: Node, n: Node) -> str:
        return self.do_largest(node, n, "SMALL")

    def do_rank(self, x: Node, node: Node) -> str:
        r = self.range(node)
        return f"({self.text(x)})*0+{self.sound([r], f'1+SUMPRODUCT(({r}<>{_EMPTY})*({r}>{self.text(x)}))')}"

    def do_sumproduct(self, *nodes: Node) -> str:
        ranges = [self.range(node) for node in nodes]
        rows = "*".join(f"({r}<>{_EMPTY})" for r in ranges)
        return self.sound(ranges, f"IF(SUMPRODUCT({rows}*1)=0,{BLANK},SUMPRODUCT({','.join(ranges)}))")

    def do_count(self, *nodes: Node) -> str:
        return "+".join(map(self.counted, nodes))

    def counted(self, node: Node) -> str:
        """Write how many values an argument of count holds."""
        if isinstance(node, Ref) and node.kind == "multi":
            return f'SUMPRODUCT(({self.addresses.boxes(node.part, node.name)}="{TICKED}")*1)'
        if isinstance(node, Ref) and node.at == "*":
            r = self.range(node)
            if node.kind == "number":
                return self.sound([r], f"COUNT({r})")
            sign = f'="{TICKED}"' if node.kind == "bool" else f"<>{_EMPTY}"
            return self.unbroken(node, f"SUMPRODUCT(({r}{sign})*1)")
        text = self.text(node)
        if isinstance(node, Ref) and node.kind == "bool":
            return f"IF({text},1,0)"
        return f"IF(ISNA({text}),0,IF(ISERROR({text}),{PROBLEM},1))"

    def do_most_frequent(self, node: Ref) -> str:
        r = self.range(node)
        labels = [self.addresses.label(node.list, key) for key, _ in node.choices]
        counts = [f"SUMPRODUCT(({r}={label})*1)" for label in labels]
        best, text = f"MAX({','.join(counts)})", BLANK
        for label, count in reversed(list(zip(labels, counts, strict=True))):
            text = f"IF({count}={best},{label},{text})"
        return self.unbroken(node, f"IF({best}=0,{BLANK},{text})")

    # conditions on lists

    def rows(self, nodes: Sequence[Node]) -> tuple[list[str], str]:
        """Write the number ranges in conditions, and their product: 1 in each row where all hold."""
        lists = [self.range(ref) for node in nodes for ref in through(node) if ref.kind == "number"]
        return lists, "*".join(map(self.holds, nodes))

    def holds(self, node: Node) -> str:
        """Write one condition over whole ranges."""
        if isinstance(node, Ref):
            return f'({self.range(node)}="{TICKED}")'
        assert isinstance(node, Call)  # noqa: S101 (the binder admits nothing else)
        if node.name in {"filled", "blank"}:
            return f"({self.range(node.args[0])}{'<>' if node.name == 'filled' else '='}{_EMPTY})"
        sides = [self.range(arg) if isinstance(arg, Ref) and arg.at == "*" else self.text(arg) for arg in node.args]
        filled = [f"({r}<>{_EMPTY})*" for r, arg in zip(sides, node.args, strict=True)
                  if isinstance(arg, Ref) and arg.at == "*"]  # fmt: skip
        filled += [f"({r}<>{self.addresses.message()})*" for r, arg in zip(sides, node.args, strict=True)
                   if isinstance(arg, Ref) and arg.at == "*" and arg.computed and arg.kind != "number"]  # fmt: skip
        return f"{''.join(filled)}({sides[0]}{node.name}{sides[1]})"

    def do_count_if(self, *nodes: Node) -> str:
        lists, rows = self.rows(nodes)
        return self.sound(lists, f"SUMPRODUCT({rows}*1)")

    def do_share_if(self, *nodes: Node) -> str:
        lists, rows = self.rows(nodes)
        named = {self.range(ref): ref for node in nodes for ref in through(node) if ref.kind != "bool"}
        judged = f"SUMPRODUCT({'*'.join(f'({r}<>{_EMPTY})' for r in named)}*1)"
        return self.sound(lists, f"IF({judged}=0,{BLANK},SUMPRODUCT({rows}*1)/{judged})")

    def do_sum_if(self, node: Node, *nodes: Node, mean: bool = False) -> str:
        lists, rows = self.rows(nodes)
        r = self.range(node)
        count = f"SUMPRODUCT({rows}*({r}<>{_EMPTY}))"
        total = f"SUMPRODUCT({rows}*({r}<>{_EMPTY}),{r})" + (f"/{count}" if mean else "")
        return self.sound([r, *lists], f"IF({count}=0,{BLANK},{total})")

    def do_mean_if(self, node: Node, *nodes: Node) -> str:
        return self.do_sum_if(node, *nodes, mean=True)

    # choosing

    def do_count_true(self, *nodes: Node) -> str:
        return "+".join(f"IFNA(IF({self.text(node)},1,0),0)" for node in nodes)

    def do_value(self, ref: Ref) -> str:
        lookup = f"({self.addresses.labels(ref.list)}={self.cell(ref)})*{self.addresses.values(ref.list)}"
        return f"IF(ISERROR({self.text(ref)}),{self.text(ref)},SUMPRODUCT({lookup}))"

    def do_has(self, ref: Ref, choice: Chosen) -> str:
        return f'({self.addresses.box(ref.part, ref.name, choice.key)}="{TICKED}")'

    def do_words(self, x: Node) -> str:
        text = f'TRIM(SUBSTITUTE({self.text(x)},CHAR(10)," "))'
        return f'LEN({text})-LEN(SUBSTITUTE({text}," ",""))+1'

    # along rows and periods

    def do_previous(self, ref: Ref, first: Node | None = None, step: int = -1) -> str:
        places = self.addresses.places(ref.part)
        n = places.index(str(self.at)) + step
        if 0 <= n < len(places):
            return self.value(ref, self.addresses.cell(ref.part, ref.name, places[n]))
        return self.text(first) if first else BLANK

    def do_next(self, ref: Ref, last: Node | None = None) -> str:
        return self.do_previous(ref, last, 1)

    def do_cumulative(self, ref: Ref) -> str:
        r = self.addresses.column(ref.part, ref.name, self.at)
        return self.sound([r], f"IF(COUNT({r})=0,{BLANK},SUM({r}))")

    def do_position(self) -> str:
        return str(self.addresses.places(self.part).index(str(self.at)) + 1)

    def do_group(self, *starts: Node) -> str:
        own = self.addresses.places(self.part).index(str(self.at)) + 1
        return str(sum(isinstance(start, Constant) and float(start.value or 0) <= own for start in starts))


_EMPTY = '""'
_PLAIN = {"if": "IF", "abs": "ABS", "not": "NOT", "default": "IFNA"}
_SIMPLE = {
    "+": "({}+{})",
    "-": "({}-{})",
    "*": "({}*{})",
    "/": "({0}/IF({1}=0,NA(),{1}))",
    "and": "IF({},{},FALSE)",
    "or": "IF({},TRUE,{})",
    "neg": "(-{})",
    "ceil": "-INT(-ROUND({},9))",
    "floor": "INT(ROUND({},9))",
    "blank": "ISNA({})",
    "filled": "NOT(ISNA({}))",
}
