"""The data of a tool's sheet: its head, what one fills in, results, drawings, what to watch, its foot."""

from __future__ import annotations

import re
from typing import Any

from macros.documents.outline.copies import Copy, copy_of
from macros.documents.outline.facts import Kicker, kicker, page_of, questions, sources
from macros.documents.outline.parts import chosen, rows, with_unit
from macros.documents.pdf import drawings
from macros.documents.pdf.bands import bands, boxes
from macros.documents.pdf.leaf import leaf
from macros.documents.pdf.texts import Texts
from macros.model.field import Check, Choice, Field, Part
from macros.model.tool import Tool, Variant
from macros.model.vademecum import Vademecum
from macros.model.words import Words

WORDS = (
    "tool-who", "tool-when", "tool-takes", "tool-warnings", "tool-questions", "tool-sources", "pdf-before",
    "pdf-done-when", "pdf-results", "pdf-computed", "pdf-example", "pdf-number",
)  # fmt: skip
FREE_ROWS = 8
"""Free rows on a sheet of paper: more are for the workbook."""
BOARD = {2: 2, 3: 1, 4: 2}
"""Boxes side by side on a wall, by number of choices: two halves, three bands, four quadrants; else three."""
NUMBER = "position()"
"""What numbers the rows of a table: on paper their number stands before them anyway."""
DIGITS = range(10)
MARKS = 5
"""Choices up to this number are drawn to be circled; more are written in."""


def sheet(v: Vademecum, tool: Tool, *, filled: bool, site: str) -> dict[str, Any]:
    """Return the data of the template ``tool``."""
    texts = Texts(v)
    copy = copy_of(v, tool, filled=filled)
    tool = copy.tool
    made, belongs, head = _ToolSheet(texts, copy), kicker(copy), v.tool_frame.head
    after = [v.tool_frame.next_steps] if tool.next_steps and not filled else []
    more = {
        "number": belongs.number if belongs else 0,
        "kicker": _kicker(texts, belongs),
        "name": texts.say(tool.title),
        "paper": tool.paper,
        "wall": tool.wall,
        "filled": filled,
        "purpose": texts.say(tool.purpose),
        "who": texts.say(tool.who),
        "when": texts.say(tool.when),
        "takes": texts.say(tool.takes),
        "before": texts.say(tool.before_start),
        "done": texts.say(tool.done_when),
        "head": [made.box(head, field, None) for field in head.fields if field.key in HEAD and not filled],
        "pages": [made.page(variant) for variant in sheets(tool)],
        "parts": [made.part(part.seen) for part in tool.parts if not any(part.key in it.parts for it in sheets(tool))],
        "after": [made.part(part) for part in after],
        "results": [made.result(field) for field in tool.shown],
        "charts": [drawings.drawing(texts, copy, chart) for chart in tool.charts],
        "watched": texts.say(copy.watched) if tool.checks else None,
        "checks": [made.check(check) for check in copy.checks],
        "warnings": texts.all(tool.warnings),
        "questions": texts.all(question.text for question in questions(copy)),
        "sources": texts.all(source.text for source in sources(copy)),
    }
    return leaf(texts, str(tool.title), page_of(tool), site, WORDS, **more)


def sheets(tool: Tool) -> list[Variant]:
    """Return the versions of a tool that have a sheet of their own: those with a matrix."""
    banded = {part.key for part in tool.parts if part.banded}
    return [variant for variant in tool.variants if banded & set(variant.parts)]


HEAD = ("cluster", "date", "filled-by")


def _kicker(texts: Texts, belongs: Kicker | None) -> list[Any]:
    if belongs is None:
        return [texts.word("tools-every-topic")]
    return [texts.word("phase-number", number=belongs.number), texts.say(belongs.phase), texts.say(belongs.topic)]


class _ToolSheet:
    def __init__(self, texts: Texts, copy: Copy) -> None:
        self.texts, self.copy = texts, copy

    def check(self, check: Check) -> dict[str, Any]:
        """Return something to look at: in the example with its sign, on a blank sheet to be ticked."""
        sign = check.kind.sign.replace("✕", "×")  # the fonts lack the first
        severity = self.texts.word(f"check-{check.severity}") if self.copy.filled else ""
        return {"text": self.texts.say(check.message), "severity": severity, "sign": sign, "tone": check.kind.tone}

    def part(self, part: Part) -> dict[str, Any]:
        """Return a part: fields of a form, or head and rows of a table."""
        said = self.texts.say
        shape: dict[str, Any] = {"kind": part.kind, "title": said(part.title), "guidance": said(part.guidance)}
        shape["place"] = part.place.model_dump() if part.place else None
        if part.along == "rows":
            return shape | self._table(part)
        if part.along == "periods":
            return shape | self._matrix(part)
        return shape | {"fields": [self.box(part, field, None) for field in part.fields]}

    def page(self, variant: Variant) -> dict[str, Any]:
        """Return a version of the tool as one matrix: bands of its tables, one below the other."""
        parts = [part for part in self.copy.tool.parts if part.key in variant.parts]
        matrices = [bands(self.copy, part, self.texts.say, self.box) for part in parts]
        return {"title": self.texts.say(variant.title), "text": self.texts.say(variant.text), "matrices": matrices,
                "guidance": self.texts.say(parts[0].guidance)}  # fmt: skip

    def _table(self, part: Part) -> dict[str, Any]:
        shown = rows(self.copy, part, most=FREE_ROWS, sample=FREE_ROWS)
        fields = [field for field in part.fields if field.formula != NUMBER or part.rows]
        return {
            "named": bool(part.rows),
            "columns": [self._column(field) for field in fields],
            "boxes": [[fields.index(field) for field in box] for box in boxes(fields)],
            "board": self._board(part),
            "rows": [
                {
                    "label": self.texts.say(named.label) if named else None,
                    "help": self.texts.say(named.help) if named else None,
                    "cells": [self.box(part, field, at) for field in fields],
                }
                for at, named in shown
            ],
        }

    def _board(self, part: Part) -> dict[str, Any] | None:
        """Return how a table is drawn on a wall: boxes of its first column to choose in, with the lines of each."""
        first = part.inputs[0] if part.inputs else None
        if not (self.copy.tool.wall and first and first.kind.holds == "choice" and not part.rows):
            return None
        choices = self.copy.scope.choices(first)
        rest = [field for field in part.inputs[1:] if field.kind.words]
        values = self.copy.evaluation
        at = {c.key: [p for p in values.places(part.key) if values.one(part.key, first.key, p) == c.key]
              for c in choices}  # fmt: skip
        return {
            "boxes": [
                {
                    "label": self.texts.say(choice.label),
                    "text": self.texts.say(choice.text),
                    "lines": [line for place in at[choice.key] if (line := self._line(part, rest, place))],
                }
                for choice in choices
            ],
            "columns": BOARD.get(len(choices), 3),
            "crossed": [self._edge(crossed) for key in part.crosses if (crossed := self.copy.part(key))],
        }

    def _edge(self, part: Part) -> dict[str, Any]:
        """Return what stands at the edge of a crossing: a table's name and the first words of each row."""
        field = next(field for field in part.inputs if field.kind.words)
        values = [self.copy.value((part.key, field.key, at), field) for at in self.copy.evaluation.places(part.key)]
        return {"label": self.texts.say(part.title), "text": None,
                "lines": [text for value in values if (text := self.texts.value(self.copy, field, value))]}  # fmt: skip

    def _line(self, part: Part, fields: list[Field], at: str) -> Any:
        """Return the texts of a row as one; nothing when all are blank."""
        values = ((field, self.copy.value((part.key, field.key, at), field)) for field in fields)
        said = [text for pair in values if (text := self.texts.value(self.copy, *pair)) is not None]
        whole = " – ".join(text if isinstance(text, str) else text["text"] for text in said)
        return next((text | {"text": whole} for text in said if not isinstance(text, str)), whole)

    def _matrix(self, part: Part) -> dict[str, Any]:
        return {
            "periods": self.texts.all(period.label for period in part.periods),
            "rows": [
                self._named(field) | {"cells": [self.box(part, field, period.key) for period in part.periods]}
                for field in part.fields
            ],
        }

    def _column(self, field: Field) -> dict[str, Any]:
        choices = self._marks(field)
        labels = [_unmarked(*pair) for pair in choices] or [
            c.label for c in self.copy.scope.choices(field) if field.kind.chosen
        ]
        weight = field.kind.paper
        return self._named(field) | {
            "weight": max(weight, 0.36 * len(choices) + 0.4) if choices else weight,
            "number": field.kind.numeric,
            "legend": [self.texts.say(label) for label in labels],
            "marks": [mark for mark, _ in choices],
        }

    def _named(self, field: Field) -> dict[str, Any]:
        """Return what stands beside what one fills in."""
        said = self.texts.say
        return {
            "label": said(with_unit(field)),
            "help": said(field.help),
            "heading": said(field.heading),
            "computed": field.computed,
            "total": field.total,
        }

    def box(self, part: Part, field: Field, at: str | None) -> dict[str, Any]:
        """Return one thing to fill in, with what stands in it: a value, a tick, choices of which some are made."""
        value = self.copy.value((part.key, field.key, at), field)
        made = value if isinstance(value, tuple) else (value,)
        return self._named(field) | {
            "key": field.key,
            "tick": field.kind.holds == "tick",
            "long": field.kind.long,
            "place": field.place.model_dump() if field.place else None,
            "pages": field.pages.max if field.pages else None,
            "text": self.texts.value(self.copy, field, value),
            "ticked": value is True,
            "marks": [{"mark": mark, "on": c.key in made} for mark, c in self._marks(field)],
            "options": [
                {"label": self.texts.say(c.label), "on": c.key in made}
                for c in (self.copy.scope.choices(field) if field.kind.chosen else ())
            ],
        }

    def _marks(self, field: Field) -> list[tuple[str, Choice]]:
        """Return what to circle for a choice among few values: the numbers that they stand for."""
        choices = self.copy.scope.choices(field) if field.kind.holds == "choice" and not field.computed else ()
        whole = [c for c in choices if c.value is not None and c.value in DIGITS]
        return [(str(int(c.value or 0)), c) for c in choices] if choices and len(whole) == len(choices) <= MARKS else []

    def result(self, field: Field) -> dict[str, Any]:
        """Return a result: its value in the example, its possible readings."""
        value = self.copy.result(field)
        choice = chosen(self.copy, field, value)
        return {
            "label": self.texts.say(with_unit(field)),
            "help": self.texts.say(field.help),
            "text": self.texts.value(self.copy, field, value),
            "chosen": choice.key if choice else None,
            "bands": drawings.bands(self.texts, self.copy.scope.choices(field)) if field.kind.holds == "choice" else [],
        }


def _unmarked(mark: str, choice: Choice) -> Words:
    """Return the label of a choice without the number that it begins with, where that is its mark."""
    return choice.label.reworded(re.sub(rf"^{re.escape(mark)}\s+–\s+", "", choice.label))
