"""The names that columns and periods bear in a filled copy: what was written elsewhere in it, months after a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel.dates import format_date

from macros.formula.ground import Value
from macros.formula.nodes import Ref
from macros.model.field import Part
from macros.model.locale import locale_of
from macros.model.tool import Tool
from macros.model.words import Words
from macros.reckoning.evaluation import Evaluation, shown_date
from macros.reckoning.headings import naming

YEAR = 12


def headed(tool: Tool, values: Evaluation, code: str) -> Tool:
    """Return a tool whose columns and periods bear the names that values give them, months in the language `code`."""
    return tool.model_copy(update={"parts": tuple(_headed(part, values, code) for part in tool.parts)})


def _headed(part: Part, values: Evaluation, code: str) -> Part:
    named = naming(values.scope, part)
    if not named:
        return part
    along = "periods" if part.months else "fields"
    columns: tuple[Any, ...] = getattr(part, along)
    names = {key: _name(values, ref, n, code) for n, (key, ref) in enumerate(named.items())}
    shown = (one.model_copy(update={"label": names[one.key]}) if names.get(one.key) else one for one in columns)
    return part.model_copy(update={along: tuple(shown)})


def _name(values: Evaluation, ref: Ref, n: int, code: str) -> Words | None:
    value: Value = values.one(ref.part, ref.name, ref.at)
    if isinstance(value, float):
        return Words(month(value, n, code), code) if shown_date(value) else None
    raw = values.raw.get((ref.part, ref.name, ref.at))
    return raw if isinstance(raw, Words) else Words(value, code) if isinstance(value, str) else None


def month(value: float, n: int, code: str) -> str:
    """Write the month n months after a day, in short, with its year: ``janv. 2026``."""
    begun = date.fromisoformat(shown_date(value))
    years, past = divmod(begun.month - 1 + n, YEAR)
    return f"{months(code)[past]} {begun.year + years}"


def months(code: str) -> list[str]:
    """Return the short names of the months in a language."""
    return [str(format_date(date(2026, n, 1), "LLL", locale=locale_of(code))) for n in range(1, YEAR + 1)]
