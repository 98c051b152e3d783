"""What cells hold: the cached value of each formula, the example, and how numbers look."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from macros.documents.excel.plan import Plan
from macros.documents.excel.ranges import From, length
from macros.documents.outline.copies import Copy
from macros.formula.addresses import TICKED, UNTICKED
from macros.formula.ground import Problem, Value
from macros.formula.names import RESULT
from macros.formula.nodes import Node, lists_of
from macros.formula.spreadsheet import alarm, guard, spreadsheet
from macros.formula.value import compute
from macros.model.field import Check, Field
from macros.model.kinds import FIELD_KINDS
from macros.model.locale import locale_of
from macros.reckoning.evaluation import Address, signs_of_use

Held = str | float
"""What a cell holds; an empty text is a blank."""

LONGEST_FORMULA = 250
"""Letters of a formula that people can follow."""

LONGEST_TEXT = 32767
"""Signs that a cell can hold."""


class Values:
    """Formulas and values of one copy of a workbook."""

    def __init__(self, plan: Plan, copy: Copy) -> None:
        """Hold the values of a copy."""
        self.plan, self.message = plan, str(plan.v.word("xlsx-problem"))
        self.evaluation = copy.evaluation

    @property
    def unreadable(self) -> list[Address]:
        """The cells for a number or a day that hold something else, or a number out of bounds."""
        fields = ((self.evaluation.field(*address[:2]), address) for address in self.plan.spots)
        typed = (address for field, address in fields if field and field.kind.numeric and not field.computed)
        return [a for a in typed if isinstance(self.evaluation.one(*a), Problem) or self.refused(a)]

    def refused(self, address: Address) -> bool:
        """Tell whether a cell holds a number out of bounds, which does not count."""
        return self.evaluation.refused(*address) is not None

    def entered(self, field: Field, address: Address) -> Held:
        """Return what the cell of an input holds, also where it does not count."""
        refused = self.evaluation.refused(*address)
        return self.held(field, address) if refused is None else refused

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

    def formula(self, tab: str, part: str, field: Field, at: str | None, most: int | None = None) -> str:
        """Return the formula of a computed field, as it stands on a sheet; of words, ``most`` letters."""
        bound = self.plan.scope.formula(part, field)
        node = bound.at(at)
        whole = self.plan.tool.part(part) if part != RESULT else None
        free = whole and whole.along == "rows" and at not in {named.key for named in whole.rows}
        signs = signs_of_use(whole) if whole and free else ()

        def written(seen: From) -> str:
            return spreadsheet(node, bound.kind, seen, part, at, [seen.cell(part, one.key, at) for one in signs], most)

        return self._short(tab, self.plan.spots[(part, field.key, at)].row, written)

    def _short(self, tab: str, row: int, written: Callable[[From], str]) -> str:
        """Return a formula that people can follow: where it is long, parts of it have a hidden cell in its row."""
        for longest in (None, 120, 60, 30):
            seen = From(self.plan, tab, row, longest)
            formula = written(seen)
            if max(map(length, [formula, *seen.steps])) <= LONGEST_FORMULA:
                break
        self.plan.steps[(tab, row)] = seen.steps
        return known_to_excel(formula)

    def step(self, tab: str, row: int, text: str) -> tuple[str, Held | bool]:
        """Return the formula of a step on the way to others, and what comes out of it."""
        step = self.plan.steps[(tab, row)][text]
        if step.node is None:
            whole = self.plan.tool.part(step.part)
            return f"={text}", not (whole and step.at and self.evaluation.in_use(whole, step.at))
        value = compute(step.node, self.evaluation, step.part, step.at)
        return known_to_excel(f"={text}"), _within(value, self._labels(step.node))

    def _labels(self, node: Node) -> dict[str, str]:
        """Return the labels of all choices that may come out of a part of a formula."""
        lists = [of for of in lists_of(node) if of in self.plan.choice_lists]
        return {choice.key: str(choice.label) for of in lists for choice in self.plan.choice_lists[of].choices}

    def guard(self, address: Address) -> tuple[str, Held | bool]:
        """Return the formula that guards a value on its sheet, and what comes out of it."""
        part, name, at = address
        formula = guard(self.plan.guards[address], From(self.plan, self.plan.spots[address].tab), at)
        field, value = self.evaluation.field(part, name), self.evaluation.one(*address)
        within = None if value == () else 1.0 if isinstance(value, tuple) else value
        choices = self.plan.scope.choices(field) if field and field.kind.holds == "choice" else ()
        return known_to_excel(formula), _within(within, {choice.key: str(choice.label) for choice in choices})

    def alarm(self, tab: str, row: int, check: Check, at: str | None) -> str:
        """Return a formula for a row of a tab that is ``!`` when a check has something to point out."""
        bound = self.plan.scope.condition(check)
        return self._short(tab, row, lambda seen: alarm(bound.at(at), seen, check.part or RESULT, at))


def _within(value: Value, labels: dict[str, str]) -> Held | bool:
    """Return what a hidden cell holds of a value on the way to others: blanks and problems are errors there."""
    if value is None or isinstance(value, Problem):
        return "#N/A" if value is None else "#NUM!"
    return labels.get(value, value)[:LONGEST_TEXT] if isinstance(value, str) else value  # type: ignore[return-value]


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
