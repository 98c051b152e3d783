"""The data of the sheet on which one person answers a survey: its questions, and what is promised."""

from __future__ import annotations

from typing import Any

from macros.documents.locales import has_form
from macros.documents.outline.facts import page_of
from macros.documents.pdf.leaf import leaf
from macros.documents.pdf.texts import Texts
from macros.model.field import Field
from macros.model.survey import AskedTogether, groups, steps
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.reckoning.scope import Scope

WORDS = ("survey-answer",)
PROMISES = ("survey-promise-paper", "survey-promise-group", "survey-promise-post")
LINES = 2
"""Lines to write a long text on."""


def answer(v: Vademecum, tool: Tool, *, site: str) -> dict[str, Any]:
    """Return the data of the template ``answer``."""
    texts, form = Texts(v), has_form(v.language.code)
    sheet = _Answer(texts, tool, Scope(tool, v.tool_frame.lists))
    more = {
        "form": form,
        "name": texts.say(tool.title),
        "sheet-fields": [{"label": texts.word("survey-hand-to")}, {"label": texts.word("survey-hand-by")}],
        "promise": [texts.word(word) for word in PROMISES],
        "groups": [sheet.group(group) for group in groups(tool)],
    }
    title = str(v.word("survey-title", survey=tool.title))
    page = page_of(tool).replace(f"{tool.id}/", f"{tool.id}/answer/")
    return leaf(texts, title, page, site, WORDS, **more)


class _Answer:
    def __init__(self, texts: Texts, tool: Tool, scope: Scope) -> None:
        self.texts, self.tool, self.scope = texts, tool, scope

    def group(self, group: AskedTogether) -> dict[str, Any]:
        """Return questions under one heading, or of several things: a row for each."""
        first = group.rows[0].fields if len(group.rows) > 1 else ()
        return {
            "heading": self.texts.say(group.heading),
            "questions": [] if first else [self.question(field) for row in group.rows for field in row.fields],
            "columns": [
                {"label": self.texts.say(field.label), "short": bool(steps(field) or self._options(field))}
                for field in first
            ],
            "rows": [
                {"heading": self.texts.say(row.heading), "questions": [self.question(field) for field in row.fields]}
                for row in group.rows
                if first
            ],
        }

    def question(self, field: Field) -> dict[str, Any]:
        """Return one question with what answers it."""
        survey = self.tool.survey
        assert survey is not None  # noqa: S101 (only surveys have such a sheet)
        return {
            "key": f"{self.tool.id}.{survey.key}#{field.key}",
            "label": self.texts.say(field.label),
            "help": self.texts.say(field.help),
            "tip": str(field.label),
            "needed": field.required,
            "tick": field.kind.holds == "tick",
            "marks": [str(step) for step in steps(field)],
            "options": [{"value": c.key, "label": self.texts.say(c.label)} for c in self._options(field)],
            "lines": LINES if field.kind.long else 1,
        }

    def _options(self, field: Field) -> tuple[Any, ...]:
        return self.scope.choices(field) if field.kind.chosen else ()
