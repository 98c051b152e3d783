"""What formulas compute with: values, blanks and problems; where they come from; how they compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

DAY_ZERO = date(1899, 12, 30)
"""The day that spreadsheets count as 0."""

FIRST_YEAR = 1900
"""The first that a spreadsheet knows: what is earlier is no day to reckon with."""


@dataclass(frozen=True)
class Problem:
    """A named error: ``not-a-number`` (text in a number field), ``too-large``."""

    name: str


Value = float | bool | str | tuple[str, ...] | Problem | None
NOT_A_NUMBER, TOO_LARGE = Problem("not-a-number"), Problem("too-large")


class Ground(Protocol):
    """Where values come from."""

    today: float

    def one(self, part: str, name: str, at: str | None) -> Value:
        """Return one value; ``at`` is the row or period."""

    def places(self, part: str) -> list[str]:
        """Return the rows or periods of a part, in order."""


class Stop(Exception):  # noqa: N818 (not an error: a blank or problem on its way up)
    """Carries a blank or a problem out of a formula."""

    def __init__(self, value: Value) -> None:
        """Keep it."""
        super().__init__()
        self.value = value


def equal(a: float, b: float) -> bool:
    """Tell whether two numbers are equal up to 1e-12 of their size."""
    return abs(a - b) <= 1e-12 * max(abs(a), abs(b))


def compare(sign: str, a: Value, b: Value) -> bool:
    """Compare two numbers, or two choices or texts regardless of capitals."""
    if isinstance(a, str) or isinstance(b, str):
        return (str(a).casefold() == str(b).casefold()) == (sign == "=")
    x, y = float(a or 0), float(b or 0)  # type: ignore[arg-type]
    if equal(x, y):
        return sign in {"=", "<=", ">="}
    return sign == "<>" or (sign in {"<", "<="} if x < y else sign in {">", ">="})


def rounded(x: float, decimals: int) -> float:
    """Round half away from zero, in decimal, as people do."""
    return float(Decimal(f"{x:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
