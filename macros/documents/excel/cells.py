"""One value in its cell: formula or input, format, what may be entered, how a reading shows."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from macros.documents.excel.look import height, shortened
from macros.documents.excel.naming import defined
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import Cell
from macros.documents.excel.values import Held, format_of
from macros.documents.excel.widths import letters, roomy
from macros.formula.addresses import TICKED, UNTICKED
from macros.model.field import Field
from macros.reckoning.evaluation import Address
from macros.reckoning.numerals import write_number

MOST = 1e15
"""The largest number asked for: beyond it spreadsheets lose digits."""

_PROMPT, _TITLE = 255, 32
"""Letters that Excel shows in a message and its title."""


LINES = 5
"""Lines in the cell of a formula that brings words: it does not grow, and what is longer stands whole elsewhere."""


class Cells:
    """Writes values on one sheet."""

    def __init__(self, paper: Paper) -> None:
        """Write on ``paper``."""
        self.paper, self.sheet, self.book = paper, paper.sheet, paper.book
        self.language, self.lines = paper.book.v.language.code, LINES

    def value(self, field: Field, address: Address, spot: Cell, **more: Any) -> None:
        """Write one value: a formula with its cached value, or an input with what it begins with."""
        values = self.book.values
        held = values.entered(field, address)
        kind = ("sum" if field.total else "calc") if field.computed else "long" if field.kind.long else "input"
        more = self._shape(field) | {"kind": kind} | more
        words = self.book.values.evaluation.raw.get(address) if isinstance(held, str) else None
        form = self.paper.look(more.pop("kind"), words if field.kind.words else None, **more)
        if field.computed:
            width = self.paper.widths.get(spot.column, 9)
            self.paper.tall(spot.row, self.room(field, width))
            most = self._most(field, width)
            formula = values.formula(self.paper.tab, address[0], field, address[2], most)
            held = shortened(held, most) if most and isinstance(held, str) else held
            self.sheet.write_formula(spot.row, spot.column, formula, form, held)
        else:
            self.paper.typed.add(spot.row)
            self.paper.worded |= field.kind.words
            if isinstance(held, str) and form.text_wrap and not field.hidden:
                width = self.paper.widths.get(spot.column, 9)
                self.paper.tall(spot.row, height(held, width - 3, form.font_size))
            self.put(spot.row, spot.column, UNTICKED if field.kind.holds == "tick" and held == "" else held, form)

    def room(self, field: Field, width: float) -> float:
        """Return the height in points for the words that may come out of a field; 0 for other values."""
        if field.hidden or not field.computed:
            return 0
        if field.kind.words:
            return height("\n" * (self.lines - 1), width)
        if field.kind.holds != "choice":
            return 0
        return max(height(f"!  {choice.label}", width - 1) for choice in self.book.plan.scope.choices(field))

    def _most(self, field: Field, width: float) -> int | None:
        """Return how many letters show of the words that a formula brings; no limit for other values."""
        seen = field.kind.words and not field.hidden
        return roomy(self.lines, width - 1, self.book.v.language.name) if seen else None

    def put(self, row: int, column: int, held: Held, form: Any) -> None:
        """Write a value as what it is: never as a formula or an address."""
        if held == "":
            self.sheet.write_blank(row, column, None, form)
        elif isinstance(held, str):
            self.sheet.write_string(row, column, held, form)
        else:
            self.sheet.write_number(row, column, held, form)

    def _shape(self, field: Field) -> dict[str, Any]:
        """Return alignment and number format by type; what is out of sight must not make its row taller."""
        if field.hidden and not field.kind.amount:
            return {"text_wrap": False}
        if shown := format_of(field, self.language):
            return {"num_format": shown, "shrink": True, "text_wrap": False, "align": "end"}
        if field.kind.holds == "tick":
            return {"align": "center", "font_size": 14}
        # As text, so that nothing typed turns into a formula or a date; not where it is long, which some programs cut.
        short = field.kind.words and not field.kind.long
        return {"align": "start", "num_format": "@"} if short else {"align": "start"}

    # ------------------------------------------------------------------ what may be entered

    def allow(self, field: Field, first: Cell, last: Cell | None = None) -> None:
        """Say what may be entered in a cell or range of inputs, with a plain message."""
        if field.computed:
            return
        rule = self._rule(field) or self._length(first)
        if field.help:
            rule |= {"input_title": str(field.label)[:_TITLE], "input_message": str(field.help)[:_PROMPT]}
        if rule:
            last = last or first
            self.sheet.data_validation(first.row, first.column, last.row, last.column, rule)

    def _rule(self, field: Field) -> dict[str, Any]:
        word = self.book.v.word
        said = {"error_title": str(word("xlsx-refused"))[:_TITLE]}
        if field.kind.holds == "tick":
            return said | {"validate": "list", "source": [TICKED, UNTICKED], "error_message": str(word("xlsx-tick"))}
        if field.kind.holds == "choice" or field.suggest:
            source = "=" + defined(self.book.plan.scope.list_id(field))
            if field.suggest:
                return {"validate": "list", "source": source, "show_error": False}
            return said | {"validate": "list", "source": source, "error_message": str(word("xlsx-choose"))}
        if field.kind.holds == "day":
            years = {"from": field.first_day.year, "to": field.last_day.year}
            return said | {
                "validate": "date", "criteria": "between",
                "minimum": field.first_day, "maximum": "=TODAY()" if field.past else field.last_day,
                "error_message": str(word("xlsx-date-past" if field.past else "xlsx-date-range", **years)),
            }  # fmt: skip
        if field.kind.amount:
            return said | {
                "validate": "decimal", "criteria": "between",
                "minimum": -MOST if field.min is None else field.min,
                "maximum": MOST if field.max is None else field.max,
                "error_message": self._bounds(field)[:_PROMPT],
            }  # fmt: skip
        return {}

    def _length(self, spot: Cell) -> dict[str, Any]:
        """Say, when a text is longer than the tallest row can show, what to do; it may stay as it is."""
        most, word = letters(self.paper.widths.get(spot.column, 9), self.book.v.language.name), self.book.v.word
        return {
            "validate": "length", "criteria": "<=", "value": most, "error_type": "information",
            "error_title": str(word("xlsx-long"))[:_TITLE],
            "error_message": str(word("xlsx-long-text", count=most))[:_PROMPT],
        }  # fmt: skip

    def _bounds(self, field: Field) -> str:
        """Say between which limits a number must lie."""
        word, low, high = self.book.v.word, self._limit(field, field.min), self._limit(field, field.max)
        if low and high:
            return str(word("xlsx-between", low=low, high=high))
        if low:
            return str(word("xlsx-from", low=low))
        return str(word("xlsx-up-to", high=high) if high else word("xlsx-number"))

    def _limit(self, field: Field, value: float | None) -> str:
        return "" if value is None else write_number(value, self.language, field.type)

    # ------------------------------------------------------------------ readings

    def tones(self, field: Field, first: Cell, last: Cell | None = None) -> None:
        """Let computed choices show their tone: a colour, and a sign before the word."""
        if field.computed:
            self.tint(field, first, last or first)

    def tint(self, field: Field, first: Cell, last: Cell) -> None:
        """Let choices show their tone, also where they were entered."""
        choices = self.book.plan.scope.choices(field) if field.kind.holds == "choice" else ()
        own, names = xl_rowcol_to_cell(first.row, first.column), defined(self.book.plan.scope.list_id(field))
        for n, choice in enumerate(choices, 1):
            if choice.tone != "neutral":
                # By a named range: a condition may not name a cell of another sheet in every program.
                rule = {"type": "formula", "criteria": f"={own}=INDEX({names},{n})"}
                rule["format"] = self.paper.look.tint(choice.tone)
                self.sheet.conditional_format(first.row, first.column, last.row, last.column, rule)
