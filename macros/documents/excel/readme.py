"""The first sheet: what the tool is for, the head of the document, how to fill it in, where things stand."""

from __future__ import annotations

from macros.documents import style
from macros.documents.excel.book import Book
from macros.documents.excel.cells import Cells
from macros.documents.excel.contents import NamedSheet, contents
from macros.documents.excel.naming import quoted
from macros.documents.excel.paper import SMALL, Paper
from macros.documents.excel.places import LABELS, VALUES
from macros.documents.outline.copies import HEAD
from macros.documents.outline.facts import facts, foot_label, kicker, questions, sources
from macros.documents.outline.marks import STALE
from macros.formula.addresses import TICKED, UNTICKED
from macros.model.field import Field
from macros.model.tool import Tool
from macros.model.words import Words
from macros.reckoning.evaluation import key

LAST = 3
"""The column of notes; the last."""

TITLES = 2
"""Rows kept for the title."""

CAVEATS = 3
"""Rows kept for what a reader must know first: an example, texts not translated, texts out of date."""


class ReadMe:
    """Writes the sheet Lisez-moi."""

    def __init__(self, book: Book) -> None:
        """Begin the sheet."""
        self.book, self.tool, self.v = book, book.tool, book.v
        self.paper = Paper(book, book.plan.readme)
        self.paper.row = 17
        self.cells = Cells(self.paper)
        self.sheet, self.look = self.paper.sheet, self.paper.look
        self.row = 0

    def write(self) -> None:
        """Write the sheet; it comes last, when all marks are known."""
        self.paper.columns({LABELS: 29, VALUES: 59, LAST: 4})
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
        """Write where the tool stands: phase, by shape, number and hue, and topic; or that it serves all."""
        belongs, say = kicker(self.book.copy), self.look.say
        if belongs is None:
            self.paper.write(0, LABELS, self.v.word("tools-every-topic"), "kicker")
            return
        text = f"{belongs.shape}  {belongs.number} {say(belongs.phase)} · {say(belongs.topic)}"
        self.paper.write(0, LABELS, text, "kicker", font_color=belongs.hue, bold=True)

    def _caveats(self) -> list[Words]:
        word, marks = self.v.word, self.look.marks
        names = ", ".join(self.v.language_name(code) for code in sorted(marks.missing))
        filled = [word("xlsx-filled")] if self.book.filled else []
        return [*filled, *marks.caveats([word("xlsx-missing", language=names)], word("xlsx-stale", mark=STALE))]

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
        for fact in facts(self.book.copy):
            self._line(fact.name, fact.text)
        self._line(word("tool-warnings"), *tool.warnings)

    def _head(self) -> None:
        """Write the fields that every document bears."""
        part = self.v.tool_frame.head
        self._section(part.title)
        block = self.book.plan.blocks[HEAD]
        for field in part.fields:
            self._head_field(field, block.rows[field.key])
        self.row = block.end

    def _head_field(self, field: Field, row: int) -> None:
        address = (HEAD, field.key, None)
        self.paper.key(row, key(self.tool, address))
        self.paper.write(row, LABELS, field.label, "label")
        spot = self.book.plan.spot(address)
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
        self._line(f"{UNTICKED} {TICKED}", word("xlsx-how-choose"))
        if any(field.required for part in self.tool.parts for field in part.fields):
            self._line("*", word("xlsx-how-required"))
        self._line("✕ ! i", word("xlsx-how-marks"))

    def _contents(self) -> None:
        """List the sheets, each a link."""
        start = self.row
        self._section(self.v.word("xlsx-contents"))
        plan = self.book.plan
        for sheet in contents(self.v, plan, example=self.book.shows_example):
            if sheet.heading:
                colour = style.group(plan.group(sheet.tab)) if sheet.parts else style.INK
                self.paper.write(self.row, LABELS, sheet.heading, "heading", font_color=colour, text_wrap=False)
                self.paper.tall(self.row, 20)
                self.row += 1
            self._listed(sheet)
        self.paper.keep.append((start, self.row))

    def _listed(self, sheet: NamedSheet) -> None:
        titles = " · ".join(self.look.say(part.title) for part in sheet.parts)
        self._sheet(sheet.tab, sheet.said or titles, sheet.title, text_wrap=not (sheet.said and sheet.parts))

    def _sheet(self, tab: str, text: str, words: str | None = None, *, text_wrap: bool = True) -> None:
        """Write a link to a sheet, its tab in the language of ``words``, and what it is for."""
        self.sheet.write_url(self.row, LABELS, f"internal:{quoted(tab)}A1", self.look("link", words), tab)
        self.paper.write(self.row, VALUES, text, "text", text_wrap=text_wrap)
        self.row += 1

    def _foot(self) -> None:
        """Write the foot of the tool frame: questions, when it is done, sources."""
        start = self.row
        self._section(self.v.word("xlsx-know"))
        if asked := questions(self.book.copy):
            self._line(foot_label(self.v, "questions"), *(question.text for question in asked))
        if self.tool.done_when:
            self._line(foot_label(self.v, "done-when"), self.tool.done_when)
        rests_on = (one.text.reworded(f"{one.text} ({self.look.say(one.name)})") for one in sources(self.book.copy))
        self._line(foot_label(self.v, "sources"), *rests_on)
        if any(part.along == "rows" and not part.rows for part in self.tool.parts):
            self._line(self.v.word("xlsx-sort"), self.v.word("xlsx-how-sort"))
        unseen = " · ".join(self.book.plan.tabs_unseen)
        self._line(self.v.word("xlsx-unseen"), self.v.word("xlsx-how-unseen", sheets=unseen))
        if self.book.address:
            self._line(self.v.word("xlsx-page"), self.book.address)
        self.paper.keep.append((start, self.row))


def head_row(tool: Tool) -> int:
    """Return where the fields of the head begin: below what is said about the tool."""
    return TITLES + CAVEATS + 4 + bool(tool.before_start) + len(tool.warnings) + 2
