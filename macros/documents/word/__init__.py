"""A tool as a Word document: headings, forms, tables and texts to fill in, and advice that deletes in one step.

Every answer stands in a content control that bears its key (``evaluation.key``) as tag; a choice among several is a
box for each, with the choice after a colon. So a program can write answers in and read them back.
"""

from __future__ import annotations

from macros.documents.breadth import breadth
from macros.documents.outline.copies import copy_of
from macros.documents.word.canvas import canvas, frame
from macros.documents.word.cards import Cards
from macros.documents.word.columns import LANDSCAPE, PORTRAIT, SIGN, is_wide
from macros.documents.word.controls import Controls
from macros.documents.word.elements import Element, tag
from macros.documents.word.ends import Ends, Heading
from macros.documents.word.file import File
from macros.documents.word.pen import Pen
from macros.documents.word.stretches import Stretch, calm, sections
from macros.documents.word.tables import Tables
from macros.model.field import Field, Part
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words

HALF = 10
"""Rows of a table whose further columns begin on a page of their own."""

FEW = 5
"""Headings that need no contents list."""

MANY = 22
"""Lines of a contents list and of versions on the first page; with more, it names headings of the first level only."""

OVER = 8
"""Lines that run over from the first page, of which fewer do not keep a page for themselves."""


def document(v: Vademecum, tool: Tool, *, filled: bool, site: str = "") -> bytes:
    """Return a tool with parts as a .docx file, blank or filled with its example.

    ``site`` is the address of the site in the language of ``v``, for the foot line. Raises VademecumError when a key
    is longer than Word admits. The same tool gives the same bytes.
    """
    return _Maker(v, tool, filled=filled, site=site).made()


class _Maker:
    """Make one document."""

    def __init__(self, v: Vademecum, tool: Tool, *, filled: bool, site: str) -> None:
        self.v, self.site, self.filled = v, site, filled
        self.pen = Pen(v)
        self.copy = copy_of(v, tool, filled=filled)
        self.tool = self.copy.tool
        self.controls = Controls(self.pen, self.copy)
        self.tables = Tables(self.pen, self.controls)
        self.cards = Cards(self.tables)
        self.ends = Ends(self.pen, self.controls, PORTRAIT)
        self.numbers = [0, 0]

    def made(self) -> bytes:
        """Return the file."""
        stretches = [self.part(part.seen) for part in self.tool.parts]
        if self.tool.results:
            stretches.append(self.results())
        if self.tool.next_steps and not self.filled:
            stretches.append(self.part(self.v.tool_frame.next_steps))
        keys = [part.key for part in self.tool.parts]
        marks = {name: stretch.headings[0] for name, stretch in zip(keys, stretches, strict=False)}
        headings = [heading for stretch in stretches for heading in stretch.headings]
        self.apart(keys, stretches)
        head = self.head(headings, marks)
        if len(headings) > FEW and not stretches[0].wide and not self.runs_over(headings, marks):
            stretches[0].turn()
        position = next(n for n, item in enumerate(head.elements) if item.tag == tag("w:tbl")) + 2
        head.elements[position:position] = self.ends.states()
        stretches = calm([head, *stretches, Stretch(self.ends.reminders())])
        file = File(self.pen, str(self.v.word("word-guidance")))
        title = str(self.tool.title)
        title = f"{title} – {self.v.word('word-example')}" if self.filled else title
        file.properties(self.tool, title, filled=self.filled)
        upright, sideways = file.feet(
            [self.ends.feet(self.site), Ends(self.pen, self.controls, LANDSCAPE).feet(self.site)]
        )
        return file.bytes(sections(file, stretches, upright, sideways))

    def head(self, headings: list[Heading], marks: dict[str, Heading]) -> Stretch:
        """Return the first page: title, facts, advice, contents, versions."""
        fields = [item for part in self.tool.parts for item in part.fields]
        elements, variants = [*self.ends.title(), self.pen.gap(), self.ends.facts()], self.ends.variants(marks)
        required = any(item.required for item in fields)
        elements += self.ends.advice(required=required, computed=any(item.computed for item in fields))
        if len(headings) > FEW:
            deep = len(headings) + sum(map(_lines, variants)) <= MANY
            elements += self.ends.contents([item for item in headings if deep or item.level == 1])
        return Stretch(elements + variants, flexible=False)

    def runs_over(self, headings: list[Heading], marks: dict[str, Heading]) -> bool:
        """Tell whether a few lines of the versions go over to the second page: the first part follows them there."""
        lines = sum(item.level == 1 for item in headings) + sum(map(_lines, self.ends.variants(marks)))
        return MANY <= lines < MANY + OVER

    def apart(self, keys: list[str], stretches: list[Stretch]) -> None:
        """Give a part that is a version of the tool by itself, such as a summary to hang up, a page of its own."""
        alone = [variant.parts[0] for variant in self.tool.variants if len(variant.parts) == 1]
        for n, key in enumerate(keys):
            if key in alone:
                for stretch in stretches[n : n + 2]:
                    stretch.turn()

    # parts

    def heading(self, level: int, words: Words) -> tuple[Element, Heading]:
        """Return a heading, numbered as Word will number it, and what the contents list needs of it."""
        self.numbers[level - 1] += 1
        if level == 1:
            self.numbers[1] = 0
        number = ".".join(str(n) for n in self.numbers[:level])
        made = Heading(f"_Toc{self.pen.number():08}", level, number, words)
        runs = self.pen.bookmark(made.mark, *self.pen.words(words))
        return self.pen.paragraph(f"Heading{level}", *runs, code=self.pen.language(words)), made

    def part(self, part: Part) -> Stretch:
        """Return a part under its heading, with its guidance."""
        element, heading = self.heading(1, part.title)
        stretch = Stretch([element], headings=[heading])
        if part.guidance:
            stretch.elements.append(self.pen.advice(part.guidance, keep=True))
        getattr(self, f"_{part.kind}")(part, stretch)
        return stretch

    def _form(self, part: Part, stretch: Stretch) -> None:
        stretch.elements.append(self.tables.form(part, PORTRAIT))

    def _canvas(self, part: Part, stretch: Stretch) -> None:
        stretch.wide, *room = frame(part)
        stretch.elements.append(canvas(self.tables, part, *room))

    def _matrix(self, part: Part, stretch: Stretch) -> None:
        stretch.wide = is_wide(self.tables.matrix_columns(part))
        stretch.elements.append(self.tables.matrix(part, LANDSCAPE if stretch.wide else PORTRAIT))

    def _table(self, part: Part, stretch: Stretch) -> None:
        if self.cards.suit(part):
            stretch.elements.append(self.cards.of(part, PORTRAIT))
            return
        stretch.wide = is_wide([self.tables.first(part), *self.tables.columns(part)])
        stretch.elements += self.tables.legend(part)
        for n, table in enumerate(self.tables.of_rows(part, LANDSCAPE if stretch.wide else PORTRAIT)):
            if n:
                stretch.elements.append(self.pen.gap())
                if len(list(table.iter(tag("w:tr")))) > HALF:
                    stretch.turn(-1)
            stretch.elements.append(table)

    def _text(self, part: Part, stretch: Stretch) -> None:
        """Add the fields of a text part: a heading, advice, and a paragraph to write in for each."""
        stretch.flexible = False
        if any(item.pages for item in part.fields):
            stretch.turn()  # its length is seen, and it goes to others alone
        groups = any(item.heading for item in part.fields)
        for item in part.fields:
            if item.heading:
                self._headed(2, item.heading, stretch)
            if len(part.fields) > 1 or item.label != part.title:
                if groups:
                    stretch.elements.append(self.pen.paragraph("Heading3", item.label))
                else:
                    self._headed(2, item.label, stretch)
            stretch.elements += [*self._advised(item), self._answer(part, item)]

    def _headed(self, level: int, words: Words, stretch: Stretch) -> None:
        element, heading = self.heading(level, words)
        stretch.elements.append(element)
        stretch.headings.append(heading)

    def _advised(self, item: Field) -> list[Element]:
        lines = [self.pen.advice(item.help, keep=True)] if item.help else []
        if item.pages:
            least, most = item.pages.min, item.pages.max
            length = (self.v.word("pages-count", most) if least == most
                      else self.v.word("pages-range", min=least, max=most))  # fmt: skip
            lines.append(self.pen.advice(length, label=self.v.word("word-length"), keep=True))
        return lines

    def _answer(self, part: Part, item: Field) -> Element:
        address = (part.key, item.key, None)
        if item.kind.long:
            return self.controls.rich(address, item, "VademecumAnswer")
        value = self.copy.value(address, item)
        code = self.pen.language(value) if isinstance(value, str) else None
        return self.pen.paragraph("VademecumAnswer", *self.controls.at(address, item), code=code)

    def results(self) -> Stretch:
        """Return the computed results: lines to fill in, or values with what they mean."""
        title = self.v.word("word-results")
        element, heading = self.heading(1, title)
        elements = [element] if self.filled else [element, self.pen.advice(self.v.word("word-results-help"), keep=True)]
        return Stretch([*elements, self.tables.results(self.tool.shown, PORTRAIT, title)], headings=[heading])


def _lines(paragraph: Element) -> int:
    """Return how many lines a paragraph takes on an upright page."""
    return breadth("".join(paragraph.itertext())) * SIGN // PORTRAIT + 1
