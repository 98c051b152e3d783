"""The financial plan with another cluster's numbers, against a reckoning that knows nothing of its formulas."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from macros.documents.outline.copies import copy_of
from macros.formula.names import RESULT
from macros.model.tool import Tool
from macros.reckoning.evaluation import EXAMPLE_DAY, Address, Evaluation
from macros.source.vademecum import vademecum

FEES, RISE = (40 * 400 + 18 * 800 + 4 * 2000), 0.03
SERVICES, DIRECT = (12000, 21000, 30000), 0.4
GRANTS = (55000, 45000, 30000)
PAY, CHARGES, RAISE = (34000, 22000), 0.42, 0.02
COSTS = {
    "rent": (6000, 6100, 6200),
    "communication": (7000, 7000, 7000),
    "travel": (3500, 3600, 3700),
    "administration": (4200, 4300, 4400),
}
OWED = (3500, 3600, 3700)
EQUIPMENT, LIFE = 9000, 3
LOAN, RATE, INSTALMENT = 12000, 0.05, 4000
CASH, CLAIMS, DEBTS = 22000, 5000, 3000
TAX = 0.25
WAIT = {"fees": 30, "services": 45, "grants": 120}
"""Days until money comes, of 360."""


@dataclass
class Reckoned:
    """Three years and twelve months of the cluster, as an accountant adds them up."""

    net: list[float] = field(default_factory=list)
    cash: list[float] = field(default_factory=list)
    ratios: dict[str, list[float]] = field(default_factory=lambda: {"reserve": [], "current": [], "debt-cover": []})
    months: list[float] = field(default_factory=list)


@cache
def reckoned() -> Reckoned:
    made, cash, claims, debts, loan, loss = Reckoned(), float(CASH), float(CLAIMS), DEBTS, float(LOAN), 0.0
    for n in range(3):
        fees, services, grants = FEES * (1 + RISE) ** n, SERVICES[n], GRANTS[n]
        pay = sum(PAY) * (1 + CHARGES) * (1 + RAISE) ** n
        spent = DIRECT * services + pay + sum(cost[n] for cost in COSTS.values())
        wear, interest, repaid = EQUIPMENT / LIFE, loan * RATE, min(INSTALMENT, loan)
        gain = fees + services + grants - spent - wear - interest
        tax = TAX * max(0.0, gain - loss)
        loss = max(0.0, loss - gain)
        waiting = (fees * WAIT["fees"] + services * WAIT["services"] + grants * WAIT["grants"]) / 360
        later, owed = waiting - claims, OWED[n] - debts
        if n == 0:
            made.months = months(spent, owed, repaid + interest + tax)
        cash += fees + services + grants - later - spent + owed - interest - tax - repaid - (EQUIPMENT if n == 0 else 0)
        claims, debts, loan = waiting, OWED[n], loan - repaid
        made.net.append(gain - tax)
        made.cash.append(cash)
        made.ratios["reserve"].append(12 * cash / (spent + interest + tax))
        made.ratios["current"].append((cash + claims) / (debts + min(INSTALMENT, loan)))
        made.ratios["debt-cover"].append((gain - tax + wear + interest) / (repaid + interest))
    return made


def months(spent: float, owed: float, at_last: float) -> list[float]:
    """Return the cash of year 1: fees in April, grants each quarter, the rest evenly, the bank in December.

    Services come after a month and a half, as do old claims; of fees a month, of grants a third is left for next year.
    """
    cash, found = float(CASH), []
    for month in range(1, 13):
        cash += (owed - spent) / 12 + SERVICES[0] / 12 * {1: 0, 2: 0.5}.get(month, 1)
        cash += CLAIMS * {1: 2 / 3, 2: 1 / 3}.get(month, 0)
        cash += FEES * 11 / 12 if month == 4 else 0
        cash += GRANTS[0] / 4 * {6: 2 / 3, 9: 1, 12: 1}.get(month, 0)
        cash -= EQUIPMENT if month == 1 else at_last if month == 12 else 0
        found.append(cash)
    return found


def form(part: str, **values: Any) -> dict[Address, Any]:
    return {(part, name.replace("_", "-"), None): value for name, value in values.items()}


def rows(part: str, *values: dict[str, Any]) -> dict[Address, Any]:
    return {(part, name, f"r{n}"): value for n, row in enumerate(values, 1) for name, value in row.items()}


def years(part: str, lines: dict[str, tuple[int, ...]]) -> dict[Address, Any]:
    return {(part, name, f"y{n}"): value for name, line in lines.items() for n, value in enumerate(line, 1)}


@cache
def plan() -> Evaluation:
    """Return the plan as people would fill it in."""
    v = vademecum("fr")
    inputs = (
        form("assumptions", tax_rate=TAX, carry=True, receivable_days=WAIT["services"], fee_days=WAIT["fees"],
             grant_days=WAIT["grants"], direct_services=DIRECT, cash=CASH, receivables=CLAIMS, payables=DEBTS,
             loan=LOAN, use_fees=True, use_payroll=True)
        | rows("grounds", {"line": "fees", "growth": RISE}, {"line": "salaries", "growth": RAISE})
        | rows("fees", *({"members": n, "fee": fee, "collection": 1} for n, fee in ((40, 400), (18, 800), (4, 2000))))
        | rows("posts", *({"time": 1, "gross": gross, "charges": CHARGES} for gross in PAY))
        | years("revenue", {"services": SERVICES, "grants": GRANTS})
        | years("costs", COSTS | {"payables": OWED})
        | rows("items", {"cost": EQUIPMENT, "year": 1, "life": LIFE})
        | rows("loans", {"amount": LOAN, "year": 0, "rate": RATE, "instalment": INSTALMENT})
        | {("profiles", "profile", "fees"): "month", ("profiles", "month", "fees"): 4,
           ("profiles", "profile", "grants"): "quarter"}
    )  # fmt: skip
    return Evaluation(copy_of(v, v.get(Tool, "financial-plan"), filled=False).scope, inputs, EXAMPLE_DAY)


def result(name: str) -> Any:
    return plan().one(RESULT, name, None)


@pytest.mark.parametrize(
    ("part", "line", "wanted"),
    [("profit", "net", "net"), ("cash", "closing", "cash"), ("liquidity", "closing", "months"),
     *(("ratios", name, name) for name in ("reserve", "current", "debt-cover"))],
)  # fmt: skip
def test_each_line_comes_to_what_an_accountant_finds(part: str, line: str, wanted: str) -> None:
    known = reckoned().ratios.get(wanted) or getattr(reckoned(), wanted)
    sign = "m" if part == "liquidity" else "y"
    assert [plan().one(part, line, f"{sign}{n}") for n in range(1, len(known) + 1)] == pytest.approx(known)


def test_what_a_banker_looks_for_first() -> None:
    lowest = min(reckoned().months)
    assert result("net-total") == pytest.approx(sum(reckoned().net))
    assert (result("lowest-year"), result("lowest-year-when")) == (pytest.approx(min(reckoned().cash)), 3)
    assert (result("lowest-cash"), result("lowest-month")) == (
        pytest.approx(lowest),
        reckoned().months.index(lowest) + 1,
    )
    marks = {"reserve": 3, "current": 1, "debt-cover": 1}
    gaps = {name: min(reckoned().ratios[name]) / mark - 1 for name, mark in marks.items()}
    weakest = min(gaps, key=lambda name: gaps[name])
    found = [result(f"weakest{ending}") for ending in ("", "-value", "-when", "-gap")]
    values = reckoned().ratios[weakest]
    assert found == [weakest, pytest.approx(min(values)), values.index(min(values)) + 1, pytest.approx(gaps[weakest])]
