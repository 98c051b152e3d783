"""The answer of one person to a survey: a form of its own, of which the page keeps nothing with a cluster."""

from __future__ import annotations

from macros.model.field import Field, Part
from macros.model.survey import groups, steps
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.pages.asked import asked
from macros.pages.form import Form


class AnswerForm(Form):
    """The form of one answer: each field once, named so that it is kept nowhere."""

    def __init__(self, v: Vademecum, tool: Tool) -> None:
        """Prepare the form of the survey that ``tool`` is."""
        super().__init__(v, tool)
        assert tool.survey is not None  # noqa: S101 (only surveys have such a page)
        self.survey = asked(self.scope, tool.survey)
        self.part = tool.survey.model_copy(update={"kind": "form"})

    @property
    def rowed(self) -> bool:
        """Tell whether the same questions are asked of several things, each of which has a row."""
        return any(len(asked.rows) > 1 for asked in groups(self.tool))

    def key(self, part: Part, field: Field, at: str | None = None) -> str:
        """Return the name of a control: with another sign than what is kept."""
        return super().key(part, field, at).replace("#", "@")

    def scale(self, part: Part, field: Field) -> range:  # noqa: ARG002 (as in Form)
        """Return the steps to choose from, where a field asks for one of a few whole numbers."""
        return steps(field)
