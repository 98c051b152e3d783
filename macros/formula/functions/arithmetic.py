"""Functions on single numbers and days."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import timedelta

from macros.formula.functions.function import NA, Function, Run, Sheet, bare, taking
from macros.formula.ground import DAY_ZERO, rounded
from macros.formula.names import NUMBER
from macros.formula.nodes import Call, Constant, Node


def _divide(run: Run, a: Node, b: Node) -> float | None:
    x, y = run.number(a), run.number(b)
    return x / y if y else None


def _operand(sheet: Sheet, node: Node, *inside: str) -> str:
    """Write a number, without brackets where it is itself made by one of these operators, which bind as tightly."""
    text = sheet.text(node)
    return bare(text) if isinstance(node, Call) and node.name in inside else text


def _adding(sign: str) -> Callable[..., str]:
    def sheet(sheet: Sheet, a: Node, b: Node) -> str:
        return f"({_operand(sheet, a, '+', '-', '*', '/')}{sign}{_operand(sheet, b, '*', '/')})"

    return sheet


def _product(sheet: Sheet, a: Node, b: Node) -> str:
    return f"({_operand(sheet, a, '*', '/')}*{sheet.text(b)})"


def _divide_sheet(sheet: Sheet, a: Node, b: Node) -> str:
    by = sheet.text(b)
    safe = by if isinstance(b, Constant) and b.value else f"IF({by}=0,{NA},{by})"
    return f"({_operand(sheet, a, '*', '/')}/{safe})"


def _round(run: Run, a: Node, decimals: Node | None = None) -> float:
    x = run.number(a)
    return rounded(x, int(run.number(decimals)) if decimals else 0)


def _round_sheet(sheet: Sheet, a: Node, decimals: Node | None = None) -> str:
    return f"ROUND({sheet.text(a)},{sheet.text(decimals) if decimals else 0})"


def _sqrt(run: Run, a: Node) -> float | None:
    x = run.number(a)
    return math.sqrt(x) if x >= 0 else None


def _sqrt_sheet(sheet: Sheet, a: Node) -> str:
    text = sheet.text(a)
    return f"SQRT(IF({text}<0,{NA},{text}))"


FIRST, AFTER = 61, 2958466
"""The days between which spreadsheets and Python agree: 1900-03-01, and the one after 9999-12-31."""


def _calendar(name: str) -> Function:
    def value(run: Run, a: Node) -> float | None:
        days = run.number(a)
        return float(getattr(DAY_ZERO + timedelta(int(days)), name)) if FIRST <= days < AFTER else None

    def sheet(sheet: Sheet, a: Node) -> str:
        text = sheet.text(a)
        return f"IF(AND({text}>={FIRST},{text}<{AFTER}),{name.upper()}({text}),{NA})"

    return Function(1, 1, NUMBERS, value, sheet)


NUMBERS = taking(NUMBER)

ARITHMETIC = {
    "+": Function(2, 2, NUMBERS, lambda run, a, b: run.number(a) + run.number(b), _adding("+"), operator=True),
    "-": Function(2, 2, NUMBERS, lambda run, a, b: run.number(a) - run.number(b), _adding("-"), operator=True),
    "*": Function(2, 2, NUMBERS, lambda run, a, b: run.number(a) * run.number(b), _product, operator=True),
    "/": Function(2, 2, NUMBERS, _divide, _divide_sheet, operator=True),
    "neg": Function(1, 1, NUMBERS, lambda run, a: -run.number(a), "(-{})", operator=True),
    "abs": Function(1, 1, NUMBERS, lambda run, a: abs(run.number(a)), "ABS({})"),
    "round": Function(1, 2, NUMBERS, _round, _round_sheet),
    "ceil": Function(1, 1, NUMBERS, lambda run, a: float(math.ceil(rounded(run.number(a), 9))), "-INT(-ROUND({},9))"),
    "floor": Function(1, 1, NUMBERS, lambda run, a: float(math.floor(rounded(run.number(a), 9))), "INT(ROUND({},9))"),
    "sqrt": Function(1, 1, NUMBERS, _sqrt, _sqrt_sheet),
    "year": _calendar("year"),
    "month": _calendar("month"),
}
