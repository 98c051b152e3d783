"""A tool as a bare workbook, recalculated by ironcalc: what its spreadsheet formulas give."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import ironcalc
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from macros.formula.ground import Problem, Value
from macros.formula.names import RESULT
from macros.formula.nodes import Node, Ref
from macros.formula.spreadsheet import spreadsheet
from macros.model.field import Field
from macros.reckoning.evaluation import Address, Evaluation, signs_of_use
from macros.reckoning.scope import Scope

MESSAGE, POISON = "problème", "poison"


class FormulaBook:
    """One sheet: a column for each field of each part, and columns for choices."""

    def __init__(self, scope: Scope, inputs: dict[Any, Any], today: date) -> None:
        self.scope, self.tool = scope, scope.tool
        self.evaluation = Evaluation(scope, inputs, today)
        self.columns: dict[tuple[str, str], int] = {}
        self.choices: dict[str, tuple[int, tuple[Any, ...]]] = {}
        self.multi: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
        parts = [(p.key, p.fields) for p in self.tool.parts] + [(RESULT, self.tool.results)]
        self.fields: list[tuple[str, Field]] = [(key, field) for key, fields in parts for field in fields]
        for n, (part, field) in enumerate(self.fields):
            self.columns[(part, field.key)] = n
        n = len(self.fields)
        for part, field in self.fields:
            found = scope.choices(field)
            if found and scope.list_id(field) not in self.choices:
                self.choices[scope.list_id(field)] = (n, found)
                n += 2
            if field.type == "multi":
                self.multi[(part, field.key)] = (n, tuple(c.key for c in found))
                n += 1
        self.last = n

    def at(self, part: str, at: str | None) -> int:
        return 1 + (self.places(part).index(at) if at else 0)

    def places(self, part: str) -> list[str]:
        return self.evaluation.places(part)

    def cell(self, part: str, name: str, at: str | None) -> str:
        return str(xl_rowcol_to_cell(self.at(part, at), self.columns[(part, name)], row_abs=True, col_abs=True))

    def guard(self, ref: Ref, at: str | None) -> None:
        """Return nothing: each formula of this sheet guards its values by itself."""

    def step(self, _node: Node | None, _part: str, _at: str | None, text: str, /) -> str:
        """Return a part of a formula as it is: long formulas stay whole on this sheet."""
        return text

    def range(self, column: int, count: int) -> str:
        return ":".join(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (1, count))

    def column(self, part: str, name: str, until: str | None = None) -> str:
        return self.range(self.columns[(part, name)], self.at(part, until) if until else len(self.places(part)))

    def position(self, part: str, at: str) -> str:
        """Return the number of a row or period."""
        return str(self.places(part).index(at) + 1)

    def title(self, part: str, at: str) -> str:
        """Return the title of a row, as the cell of a workbook would hold it."""
        found = self.tool.part(part)
        assert found
        return f'"{next(row.label for row in found.rows if row.key == at)}"'

    def box(self, part: str, name: str, choice: str) -> str:
        column, keys = self.multi[(part, name)]
        return str(xl_rowcol_to_cell(1 + keys.index(choice), column, row_abs=True, col_abs=True))

    def boxes(self, part: str, name: str) -> str:
        column, keys = self.multi[(part, name)]
        return self.range(column, len(keys))

    def label(self, choices: str, key: str) -> str:
        column, found = self.choices[choices]
        return str(xl_rowcol_to_cell(1 + [c.key for c in found].index(key), column, row_abs=True, col_abs=True))

    def labels(self, choices: str) -> str:
        return self.range(self.choices[choices][0], len(self.choices[choices][1]))

    def values(self, choices: str) -> str:
        return self.range(self.choices[choices][0] + 1, len(self.choices[choices][1]))

    def today(self) -> str:
        return str(xl_rowcol_to_cell(0, self.last, row_abs=True, col_abs=True))

    def message(self) -> str:
        return str(xl_rowcol_to_cell(0, self.last + 1, row_abs=True, col_abs=True))

    def write(self, path: Path) -> dict[Address, tuple[int, int]]:
        """Write the workbook, with wrong cached values; return where each computed value stands."""
        written = {}
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_numbers": False}) as book:
            sheet = book.add_worksheet()
            sheet.write_number(0, self.last, self.evaluation.today)
            sheet.write_string(0, self.last + 1, MESSAGE)
            for column, found in self.choices.values():
                for n, choice in enumerate(found, 1):
                    sheet.write_string(n, column, choice.label)
                    if choice.value is not None:
                        sheet.write_number(n, column + 1, choice.value)
            for part, field in self.fields:
                for at in self.places(part) or [None]:
                    address = (part, field.key, at)
                    spot = (self.at(part, at), self.columns[(part, field.key)])
                    if field.computed:
                        sheet.write_formula(*spot, self.formula(part, field, at), None, POISON)
                        written[address] = spot
                    else:
                        self.enter(sheet, spot, field, address)
        return written

    def formula(self, part: str, field: Field, at: str | None) -> str:
        formula, row = self.scope.formula(part, field), []
        found = self.tool.part(part)
        if found and found.kind == "table" and at and at not in {r.key for r in found.rows}:
            row = [self.cell(part, f.key, at) for f in signs_of_use(found)]
        return spreadsheet(formula.at(at), formula.kind, self, part, at, row)

    def enter(self, sheet: Any, spot: tuple[int, int], field: Field, address: Address) -> None:
        value = self.evaluation.one(*address)
        if isinstance(value, bool):
            sheet.write_string(*spot, "☑" if value else "☐")
        elif isinstance(value, tuple):
            column, keys = self.multi[address[:2]]
            for n, key in enumerate(keys, 1):
                sheet.write_string(n, column, "☑" if key in value else "☐")
        elif isinstance(value, float):
            sheet.write_number(*spot, value)
        elif isinstance(value, Problem):
            sheet.write_string(*spot, str(self.evaluation.raw[address]))
        elif isinstance(value, str):
            label = {c.key: c.label for c in self.scope.choices(field)}.get(value, value)
            sheet.write_string(*spot, label if field.type == "choice" else value)

    def recalculated(self, path: Path) -> dict[Address, Value]:
        """Write, recalculate, and read back every computed value as Python has it."""
        written = self.write(path)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        model.evaluate()
        found: dict[Address, Value] = {}
        for address, (row, column) in written.items():
            field = self.evaluation.field(*address[:2])
            raw = model.get_cell_value(0, row + 1, column + 1)
            assert field is not None
            found[address] = self.value(field, raw)
        return found

    def value(self, field: Field, raw: Any) -> Value:
        if raw is None or raw == "":
            return None
        if raw == MESSAGE:
            return Problem("any")
        if field.type == "bool":
            return bool({"☑": True, "☐": False}[raw])
        if field.kind.numeric:
            return float(raw)
        return {str(c.label): c.key for c in self.scope.choices(field)}.get(raw, raw)


def same(a: Value, b: Value) -> bool:
    """Tell whether two values are equal to 1e-9 of their size, problems being all alike."""
    if isinstance(a, Problem) or isinstance(b, Problem):
        return isinstance(a, Problem) and isinstance(b, Problem)
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))
    return a == b
