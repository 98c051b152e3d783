"""The data of a tool's sheet: its head, what one fills in, results, drawings, what to watch, its foot."""

from __future__ import annotations

from typing import Any

from macros.documents.pdf.charts import bands, drawing
from macros.documents.pdf.checklists import kicker
from macros.documents.pdf.leaf import leaf
from macros.documents.pdf.reading import chosen, read_out
from macros.documents.pdf.texts import Texts
from macros.documents.values import EXAMPLE_DAY
from macros.formula.names import RESULT
from macros.model.content import Topic
from macros.model.field import Choice, Field, Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.evaluation import Evaluation, example
from macros.reckoning.scope import Scope

WORDS = {
    "who": "tool-who",
    "when": "tool-when",
    "warnings": "tool-warnings",
    "questions": "tool-questions",
    "sources": "tool-sources",
    "before": "pdf-before",
    "done-when": "pdf-done-when",
    "results": "pdf-results",
    "checks": "pdf-checks",
    "computed": "pdf-computed",
    "example": "pdf-example",
    "number": "pdf-number",
}
FREE_ROWS = 8
"""Free rows on a sheet of paper: more are for the workbook."""
BOARD = {2: 2, 3: 1, 4: 2}
"""Boxes side by side on a wall, by number of choices: two halves, three bands, four quadrants; else three."""
DIGITS = range(10)
MARKS = 5
"""Choices up to this number are drawn to be circled; more are written in."""


def sheet(v: Vademecum, tool: Tool, *, filled: bool, site: str) -> dict[str, Any]:
    """Return the data of the template ``tool``."""
    texts = Texts(v)
    made = _Sheet(texts, tool, filled=filled)
    frame = v.tool_frame
    after = [frame.next_steps] if tool.next_steps and not filled else []
    more = {
        "number": v.phase_of(v.get(Topic, tool.topic)).number if tool.topic else 0,
        "kicker": made.kicker(),
        "name": texts.say(tool.title),
        "paper": tool.paper,
        "wall": tool.wall,
        "filled": filled,
        "purpose": texts.say(tool.purpose),
        "who": texts.say(tool.who),
        "when": texts.say(tool.when),
        "before": texts.say(tool.before_start),
        "done": texts.say(tool.done_when),
        "head": [made.box(frame.head, field, None) for field in frame.head.fields if field.key in HEAD],
        "parts": [made.part(part) for part in tool.parts],
        "after": [made.part(part) for part in after],
        "results": [made.result(field) for field in tool.results],
        "charts": [drawing(texts, made.values, chart) for chart in tool.charts],
        "checks": made.checks(),
        "warnings": texts.all(tool.warnings),
        "questions": texts.all(question.text for question in v.questions_of(tool)),
        "sources": texts.all(source.text for source in tool.sources),
    }
    return leaf(texts, str(tool.title), f"tools/{tool.id}/", site, WORDS, **more)


HEAD = ("cluster", "date", "filled-by")


class _Sheet:
    def __init__(self, texts: Texts, tool: Tool, *, filled: bool) -> None:
        self.texts, self.tool, self.filled = texts, tool, filled
        self.scope = Scope(tool, texts.v.tool_frame.lists)
        self.values = Evaluation(self.scope, example(tool) if filled else {}, EXAMPLE_DAY)
        self.own = {part.key for part in tool.parts}

    def kicker(self) -> list[Any]:
        v = self.texts.v
        if not self.tool.topic:
            return [self.texts.word("tools-every-topic")]
        topic = v.get(Topic, self.tool.topic)
        return [*kicker(self.texts, v.phase_of(topic)), self.texts.say(topic.title)]

    def part(self, part: Part) -> dict[str, Any]:
        """Return a part: fields of a form, or head and rows of a table."""
        said = self.texts.say
        shape: dict[str, Any] = {"kind": part.kind, "title": said(part.title), "guidance": said(part.guidance)}
        if part.along == "rows":
            return shape | self._table(part)
        if part.along == "periods":
            return shape | self._matrix(part)
        return shape | {"fields": [self.box(part, field, None) for field in part.fields]}

    def _table(self, part: Part) -> dict[str, Any]:
        named = [row.key for row in part.rows]
        free = [at for at in self.values.places(part.key) if at not in named] if part.key in self.own else []
        used = [at for at in free if self.filled and self.values.in_use(part, at)]
        free = used + [at for at in free if at not in used]
        at_least = 0 if named and used else min(part.blank_rows, FREE_ROWS) if not used else 1
        shown = free[: max(len(used) + at_least * (not used), len(used))]
        labels = {row.key: row for row in part.rows}
        rows = [*named, *shown] if part.key in self.own else [f"r{n}" for n in range(1, part.blank_rows + 1)]
        return {
            "named": bool(named),
            "columns": [self._column(field) for field in part.fields],
            "board": self._board(part),
            "rows": [
                {
                    "label": self.texts.say(labels[at].label) if at in labels else None,
                    "help": self.texts.say(labels[at].help) if at in labels else None,
                    "cells": [self.box(part, field, at) for field in part.fields],
                }
                for at in rows
            ],
        }

    def _board(self, part: Part) -> dict[str, Any] | None:
        """Return how a table is drawn on a wall: boxes of its first column to choose in, with the lines of each."""
        first = part.inputs[0] if part.inputs else None
        if not (self.tool.wall and first and first.kind.holds == "choice" and not part.rows):
            return None
        choices = self.scope.choices(first)
        rest = [field for field in part.inputs[1:] if field.kind.words]
        at = {
            c.key: [p for p in self.values.places(part.key) if self.values.one(part.key, first.key, p) == c.key]
            for c in choices
        }
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
        }

    def _line(self, part: Part, fields: list[Field], at: str) -> Any:
        """Return the texts of a row as one; nothing when all are blank."""
        said = [text for field in fields if (text := self._said(part, field, at)) is not None]
        whole = " – ".join(text if isinstance(text, str) else text["text"] for text in said)
        return next((text | {"text": whole} for text in said if not isinstance(text, str)), whole)

    def _matrix(self, part: Part) -> dict[str, Any]:
        return {
            "periods": self.texts.all(period.label for period in part.periods),
            "rows": [
                {
                    "label": self._label(field),
                    "heading": self.texts.say(field.heading),
                    "total": field.total,
                    "cells": [self.box(part, field, period.key) for period in part.periods],
                }
                for field in part.fields
            ],
        }

    def _column(self, field: Field) -> dict[str, Any]:
        choices = self._marks(field)
        weight = field.kind.paper
        return {
            "label": self._label(field),
            "heading": self.texts.say(field.heading),
            "help": self.texts.say(field.help),
            "weight": max(weight, 0.36 * len(choices) + 0.4) if choices else weight,
            "computed": field.computed,
            "total": field.total,
            "number": field.kind.numeric,
            "legend": [self.texts.say(c.label) for c in self.scope.choices(field)] if field.kind.chosen else [],
            "marks": [mark for mark, _ in choices],
        }

    def _label(self, field: Field) -> Any:
        if field.unit is None or field.unit.language != field.label.language:
            return self.texts.say(field.label)
        return self.texts.say(
            type(field.label)(f"{field.label} ({field.unit})", field.label.language, stale=field.label.stale)
        )

    def box(self, part: Part, field: Field, at: str | None) -> dict[str, Any]:
        """Return one thing to fill in, with what stands in it: a value, a tick, choices of which some are made."""
        value = self.values.one(part.key, field.key, at) if part.key in self.own else None
        made = value if isinstance(value, tuple) else (value,)
        place = field.place.model_dump() if field.place else None
        return {
            "key": field.key,
            "type": field.type,
            "label": self._label(field),
            "help": self.texts.say(field.help),
            "heading": self.texts.say(field.heading),
            "computed": field.computed,
            "total": field.total,
            "place": place,
            "pages": field.pages.max if field.pages else None,
            "text": self._said(part, field, at),
            "ticked": value is True,
            "marks": [{"mark": mark, "on": self._shown(field) and c.key in made} for mark, c in self._marks(field)],
            "options": [
                {"label": self.texts.say(c.label), "on": self._shown(field) and c.key in made}
                for c in (self.scope.choices(field) if field.kind.chosen and part.key in self.own else ())
            ],
        }

    def _shown(self, field: Field) -> bool:
        """Tell whether a value is written down: all in the example, else only what the tool starts with."""
        return self.filled or not field.computed

    def _said(self, part: Part, field: Field, at: str | None) -> Any:
        if part.key not in self.own or not self._shown(field):
            return None
        found = self.values.one(part.key, field.key, at)
        sample = next((s.text for s in self.tool.example if (s.part, s.field, s.at) == (part.key, field.key, at)), None)
        if self.filled and sample is not None and isinstance(found, str):
            return self.texts.say(sample)
        return read_out(self.texts, self.scope, field, found)

    def _marks(self, field: Field) -> list[tuple[str, Choice]]:
        """Return what to circle for a choice among few values: the numbers that they stand for."""
        choices = self.scope.choices(field) if field.kind.holds == "choice" and not field.computed else ()
        whole = [c for c in choices if c.value is not None and c.value in DIGITS]
        return [(str(int(c.value or 0)), c) for c in choices] if choices and len(whole) == len(choices) <= MARKS else []

    def result(self, field: Field) -> dict[str, Any]:
        """Return a result: its value in the example, its possible readings."""
        value = self.values.one(RESULT, field.key, None) if self.filled else None
        choice = chosen(self.scope, field, value)
        return {
            "label": self._label(field),
            "help": self.texts.say(field.help),
            "text": read_out(self.texts, self.scope, field, value),
            "chosen": choice.key if choice else None,
            "bands": bands(self.texts, self.scope.choices(field)) if field.kind.holds == "choice" else [],
        }

    def checks(self) -> list[dict[str, Any]]:
        """Return what to watch: in the example what comes up, else everything, to be ticked off."""
        fired = {found.check.key for found in self.values.fired()} if self.filled else set()
        return [
            {"text": self.texts.say(check.message), "severity": check.severity}
            for check in self.tool.checks
            if not self.filled or check.key in fired
        ]
