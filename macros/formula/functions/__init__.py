"""Every function and operator of formulas, written once; ``web/formula/functions.js`` has those of the browser."""

from __future__ import annotations

from macros.formula.functions.aggregates import LISTS
from macros.formula.functions.along import ALONG
from macros.formula.functions.arithmetic import ARITHMETIC
from macros.formula.functions.choosing import CHOOSING
from macros.formula.functions.conditions import CONDITIONS
from macros.formula.functions.function import Function

FUNCTIONS: dict[str, Function] = ARITHMETIC | LISTS | CONDITIONS | CHOOSING | ALONG
"""The functions by the name that formulas give them. Comparisons are none: they compare values of any one kind."""
