"""What cells hold: the cached value of each formula, the example, and how numbers look."""

from __future__ import annotations

import re
from functools import cache

from macros.documents.excel.addresses import From
from macros.documents.excel.plan import Plan
from macros.documents.outline.copies import Copy
from macros.formula.addresses import TICKED, UNTICKED
from macros.formula.ground import Problem, Value
from macros.formula.names import RESULT
from macros.formula.spreadsheet import spreadsheet
from macros.model.field import Check, Field
from macros.model.kinds import FIELD_KINDS
from macros.model.locale import locale_of
from macros.reckoning.evaluation import Address, signs_of_use

Held = str | float
"""What a cell holds; an empty text is a blank."""

LONGEST_TEXT = 32767
"""Signs that a cell can hold."""


class Values:
    """Formulas and values of one copy of a workbook."""

    def __init__(self, plan: Plan, copy: Copy) -> None:
        """Hold the values of a copy."""
        self.plan, self.message = plan, str(plan.v.word("xlsx-problem"))
        self.evaluation = copy.evaluation

    @property
    def unreadable(self) -> int:
        """How many cells for a number or a day hold something else."""
        fields = ((self.evaluation.field(*address[:2]), address) for address in self.plan.spots)
        typed = (address for field, address in fields if field and field.kind.numeric and not field.computed)
        return sum(isinstance(self.evaluation.one(*address), Problem) for address in typed)

    def held(self, field: Field, address: Address) -> Held:
        """Return what the cell of a value holds; what people entered stays as they entered it."""
        value = self.evaluation.one(*address)
        if isinstance(value, Problem) and not field.computed:
            return str(self.evaluation.raw[address])[:LONGEST_TEXT]
        return self.shown(field, value)

    def shown(self, field: Field, value: Value) -> Held:
        """Return what a cell holds of a value."""
        if value is None or isinstance(value, tuple):
            return ""
        if isinstance(value, Problem):
            return self.message
        if isinstance(value, bool):
            return TICKED if value else UNTICKED
        if isinstance(value, str):
            labels = {choice.key: str(choice.label) for choice in self.plan.scope.choices(field)}
            return (labels.get(value, value) if field.kind.holds == "choice" else value)[:LONGEST_TEXT]
        return value

    def formula(self, tab: str, part: str, field: Field, at: str | None) -> str:
        """Return the formula of a computed field, as it stands on a sheet."""
        bound, seen = self.plan.scope.formula(part, field), From(self.plan, tab)
        row: list[str] = []
        whole = self.plan.tool.part(part) if part != RESULT else None
        if whole and whole.along == "rows" and at not in {named.key for named in whole.rows}:
            row = [seen.cell(part, one.key, at) for one in signs_of_use(whole)]
        return known_to_excel(spreadsheet(bound.node, bound.kind, seen, part, at, row))

    def alarm(self, tab: str, check: Check, at: str | None) -> str:
        """Return a formula that is ``!`` when a check has something to point out."""
        bound, seen = self.plan.scope.condition(check), From(self.plan, tab)
        text = spreadsheet(bound.node, "bool", seen, check.part or RESULT, at)
        return known_to_excel(f'=IF({text[1:]}="{TICKED}","!","")')


def known_to_excel(formula: str) -> str:
    """Give functions that came with Excel 2013 the prefix under which files hold them."""
    for name in ("IFNA", "NUMBERVALUE"):
        formula = formula.replace(f"{name}(", f"_xlfn.{name}(")
    return formula


@cache
def number_format(type_: str, decimals: int, language: str) -> str:
    """Return the format of numbers and days; each office shows it with its own separators."""
    kind = FIELD_KINDS[type_]
    if kind.holds == "day":
        return "dd/mm/yyyy"
    shown = "0." + "0" * decimals if decimals else "0"
    if kind.percent:
        spaced = re.search(r"\s%", locale_of(language).percent_formats[None].pattern)
        return shown + ('"\u00a0"%' if spaced else "%")
    return f"#,##{shown}" if kind.grouped else shown


def format_of(field: Field, language: str) -> str | None:
    """Return the number format of a field; none for texts."""
    return number_format(field.type, field.places, language) if field.kind.numeric else None
