"""Values as people read them: numbers, shares, dates, choices, in the language of the document."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date, get_date_format

from macros.documents.locales import COUNTRIES
from macros.formula.addresses import TICKED, UNTICKED
from macros.formula.ground import Problem
from macros.model.field import Choice, Field
from macros.model.locale import locale_of
from macros.reckoning.evaluation import shown_date
from macros.reckoning.notation import decimal_sign

_GROUP = "\u00a0"


def number(value: float, decimals: int, symbol: str, *, optional: bool = False, group: str = _GROUP) -> str:
    """Write a number with no-break spaces between thousands, in every language.

    Commas and points would group thousands in one language and cut decimals in another; what is read back must be
    the same number; for that, minus is a hyphen. ``optional`` leaves out decimals that are all zero.
    Halves are rounded away from zero.
    """
    scaled = abs(value) + 10.0 ** -(decimals + 9)
    text = f"{scaled:,.{decimals}f}".replace(",", group)
    whole, _, rest = text.partition(".")
    if optional and not rest.strip("0"):
        rest = ""
    sign = "-" if value < 0 and text.strip("0.\u00a0") else ""
    return f"{sign}{whole}{symbol if rest else ''}{rest}"


@cache
def date_pattern(code: str) -> str:
    """Return how days are written in a language, such as ``dd/MM/yyyy``: day and month with two digits each."""
    pattern = re.sub("[^dMy./ -]", "", get_date_format("short", _locale(code)).pattern)
    return re.sub("y+", "yyyy", re.sub("M+", "MM", re.sub("d+", "dd", pattern)))


def day(value: float | date, code: str) -> str:
    """Write a day as numbers, such as 30/06/2026; a number counts the days since 1899-12-30."""
    text = value.isoformat() if isinstance(value, date) else shown_date(value)
    return str(format_date(date.fromisoformat(text), date_pattern(code), locale="en")) if text else ""


def _locale(code: str) -> Locale:
    return locale_of(COUNTRIES.get(code, code))


def shown(field: Field, value: Any, choices: tuple[Choice, ...], code: str) -> str:
    """Return a value as people read it: a text, or the words of a choice; blanks and problems give nothing."""
    if value is None or isinstance(value, Problem):
        return ""
    if field.kind.holds == "tick":
        return TICKED if value is True else UNTICKED
    if field.kind.chosen:
        chosen = value if isinstance(value, tuple | list) else (value,)
        labels = [choice.label for choice in choices if choice.key in chosen]
        return labels[0] if len(labels) == 1 else ", ".join(labels)
    if isinstance(value, int | float):
        return _amount(field, float(value), code)
    return value if isinstance(value, str) else str(value)


def _amount(field: Field, value: float, code: str) -> str:
    if field.kind.holds == "day":
        return day(value, code)
    symbol = decimal_sign(code)
    if field.kind.percent:
        return f"{number(value * 100, field.places, symbol)}\u00a0%"
    # A number entered with more decimals than its field shows keeps them: nobody's input is rounded on paper.
    if not field.kind.decimals and not field.computed and field.decimals is None and value != int(value):
        return number(value, 2, symbol).rstrip("0")
    group = _GROUP if field.kind.grouped else ""
    return number(value, field.places, symbol, optional=not field.kind.even, group=group)


def iso(value: Any) -> str:
    """Return a day as ``YYYY-MM-DD``, or nothing."""
    return shown_date(value) if isinstance(value, int | float) else ""
