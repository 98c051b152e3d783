"""The first sheet: what the tool is for, the head of the document, how to fill it in, where things stand."""

from __future__ import annotations

from collections.abc import Sequence

from macros.documents import style
from macros.documents.excel.cells import Cells
from macros.documents.excel.names import quoted
from macros.documents.excel.paper import SMALL, Copy, Paper
from macros.documents.excel.plan import HEAD, LABELS, VALUES
from macros.model.content import Topic
from macros.model.field import Field
from macros.model.tool import Tool
from macros.reckoning.evaluation import key

LAST = 3
"""The column of notes; the last."""

SHAPES = ("●", "▲", "■")
"""The shapes of the phases: circle, triangle, square."""

TITLES = 2
"""Rows kept for the title."""

CAVEATS = 3
"""Rows kept for what a reader must know first: an example, texts not translated, texts out of date."""


class ReadMe:
    """Writes the sheet Lisez-moi."""

    def __init__(self, copy: Copy) -> None:
        """Begin the sheet."""
        self.copy, self.tool, self.v = copy, copy.tool, copy.v
        self.paper = Paper(copy, copy.plan.readme)
        self.paper.row = 17
        self.cells = Cells(self.paper)
        self.sheet, self.look = self.paper.sheet, self.paper.look
        self.row = 0

    def write(self) -> None:
        """Write the sheet; it comes last, when all marks are known."""
        self.paper.columns({LABELS: 26, VALUES: 62, LAST: 4})
        self._kicker()
        took = self.paper.lines(1, TITLES, VALUES, self.tool.title, "title")
        caveats = self._caveats()
        for row in (*range(1 + took, 1 + TITLES), *range(1 + TITLES + len(caveats), 1 + TITLES + CAVEATS)):
            self.paper.tall(row, SMALL)
        for n, text in enumerate(caveats):
            self.paper.lines(1 + TITLES + n, 1, VALUES, text, "guide")
        self.row = 1 + TITLES + CAVEATS
        self._about()
        self._head()
        self._how()
        self._contents()
        self._foot()
        self.paper.finish(self.row, VALUES)

    def _kicker(self) -> None:
        """Write where the tool stands: phase, by shape, number and hue, and topic; or the name of the site."""
        topic = self.v.by_id.get(self.tool.topic or "")
        if not isinstance(topic, Topic):
            self.paper.write(0, LABELS, self.v.word("site-name"), "kicker")
            return
        phase = self.v.phase_of(topic)
        shape = SHAPES[(phase.number - 1) % len(SHAPES)]
        text = f"{shape}  {phase.number} {self.look.say(phase.title)} · {self.look.say(topic.title)}"
        self.paper.write(0, LABELS, text, "kicker", font_color=style.hue(phase.number), bold=True)

    def _caveats(self) -> list[str]:
        word = self.v.word
        found: list[str] = [word("xlsx-filled")] if self.copy.filled else []
        if self.look.missing:
            names = ", ".join(self.v.language_name(code) for code in sorted(self.look.missing))
            found.append(word("xlsx-missing", language=names))
        return [*found, word("xlsx-stale")] if self.look.stale else found

    # ------------------------------------------------------------------ blocks

    def _section(self, title: str) -> None:
        self.paper.write(self.row, LABELS, title, "part")
        self.paper.tall(self.row, 32)
        self.row += 1

    def _line(self, name: str, *texts: str) -> None:
        """Write a name and one text or several below each other."""
        for n, text in enumerate(texts):
            if n == 0:
                self.paper.write(self.row, LABELS, name, "name")
            self.paper.write(self.row, VALUES, text, "text")
            self.row += 1

    def _about(self) -> None:
        tool, word = self.tool, self.v.word
        self.row += 1
        self._line(word("xlsx-purpose"), tool.purpose)
        self._line(word("tool-who"), tool.who)
        self._line(word("tool-when"), tool.when)
        if tool.before_start:
            self._line(self._foot_label("before-start"), tool.before_start)
        self._line(word("tool-warnings"), *tool.warnings)

    def _head(self) -> None:
        """Write the fields that every document bears."""
        part = self.v.tool_frame.head
        self._section(part.title)
        block = self.copy.plan.blocks[HEAD]
        for field in part.fields:
            self._head_field(field, block.rows[field.key])
        self.row = block.end

    def _head_field(self, field: Field, row: int) -> None:
        address = (HEAD, field.key, None)
        self.paper.key(row, key(self.tool, address))
        self.paper.write(row, LABELS, field.label, "label")
        spot = self.copy.plan.spot(address)
        self.cells.value(field, address, spot, align="start")
        self.cells.allow(field, spot)

    def _how(self) -> None:
        word = self.v.word
        self._section(word("xlsx-how"))
        self.paper.write(self.row, LABELS, word("xlsx-white"), "input", locked=True, align="center")
        self.paper.write(self.row, VALUES, word("xlsx-how-white"), "text", indent=1)
        self.row += 1
        self.paper.write(self.row, LABELS, word("xlsx-grey"), "calc", align="center")
        self.paper.write(self.row, VALUES, word("xlsx-how-grey"), "text", indent=1)
        self.row += 1
        self._line("☐ ☑", word("xlsx-how-choose"))
        if any(field.required for part in self.tool.parts for field in part.fields):
            self._line("*", word("xlsx-how-required"))
        self._line("✕ ! i", word("xlsx-how-marks"))

    def _contents(self) -> None:
        """List the sheets, each a link."""
        start = self.row
        self._section(self.v.word("xlsx-contents"))
        plan = self.copy.plan
        for tab, parts in plan.sheets.items():
            self._sheet(tab, " · ".join(self.look.say(part.title) for part in parts), parts[0].title)
        if plan.has_results:
            self._sheet(plan.results, self.v.word("xlsx-about-results"))
        if self.tool.charts:
            self._sheet(plan.charts, self.v.word("xlsx-about-charts"))
        if not self.copy.filled and self.tool.example:
            self._sheet(plan.example, self.v.word("xlsx-about-example"))
        self._sheet(plan.lists, self.v.word("xlsx-about-lists"))
        self.paper.keep.append((start, self.row))

    def _sheet(self, tab: str, text: str, words: str | None = None) -> None:
        """Write a link to a sheet; its tab is in the language of ``words``."""
        self.sheet.write_url(self.row, LABELS, f"internal:{quoted(tab)}A1", self.look("link", words), tab)
        self.paper.write(self.row, VALUES, text, "text")
        self.row += 1

    def _foot(self) -> None:
        """Write the foot of the tool frame: questions, when it is done, sources."""
        start = self.row
        self._section(self.v.word("xlsx-know"))
        questions = self.v.questions_of(self.tool)
        if questions:
            self._line(self._foot_label("questions"), *(question.text for question in questions))
        if self.tool.done_when:
            self._line(self._foot_label("done-when"), self.tool.done_when)
        self._line(self._foot_label("sources"), *self._sources())
        if self.copy.address:
            self._line(self.v.word("xlsx-page"), self.copy.address)
        self.paper.keep.append((start, self.row))

    def _sources(self) -> Sequence[str]:
        """Return each source with what it is: our document, something published, usual practice."""
        found = []
        for source in self.tool.sources:
            text, basis = source.text, self.look.say(self.v.word(f"basis-{source.basis}"))
            found.append(type(text)(f"{text} ({basis})", text.language, stale=text.stale))
        return found

    def _foot_label(self, name: str) -> str:
        return next(field.label for field in self.v.tool_frame.foot if field.key == name)


def head_row(tool: Tool) -> int:
    """Return where the fields of the head begin: below what is said about the tool."""
    return TITLES + CAVEATS + 4 + bool(tool.before_start) + len(tool.warnings) + 2
