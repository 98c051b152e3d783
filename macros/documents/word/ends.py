"""The two ends of a Word document: the head with title, facts and contents, and the reminders at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.documents import style
from macros.documents.outline.copies import HEAD
from macros.documents.outline.facts import (
    Fact,
    counted,
    facts,
    foot_label,
    kicker,
    page_of,
    questions,
    short_address,
    sources,
)
from macros.documents.word.controls import Controls
from macros.documents.word.elements import Element, e
from macros.documents.word.foot import foot_line
from macros.documents.word.grid import cell, keep, row, table
from macros.documents.word.pen import GUIDANCE, Pen
from macros.documents.word.styles import LEAD
from macros.formula.addresses import UNTICKED
from macros.model.field import Check, Field
from macros.model.kinds import CALM
from macros.model.tool import Variant
from macros.model.words import Words

MOST_QUESTIONS = 10
"""Key questions named at the foot; more are counted."""


@dataclass(frozen=True)
class Heading:
    """A heading of the document: its bookmark, its level from 1, its number and words."""

    mark: str
    level: int
    number: str
    words: Words


class Ends:
    """Write what stands before and after the parts of one document."""

    def __init__(self, pen: Pen, controls: Controls, whole: int) -> None:
        """Write with ``pen``, ``whole`` wide."""
        self.pen, self.controls, self.v, self.whole = pen, controls, pen.v, whole
        self.copy = controls.copy
        self.tool, self.filled = self.copy.tool, self.copy.filled

    # ------------------------------------------------------------------ the head

    def title(self) -> list[Element]:
        """Return where the tool belongs, its title and its purpose."""
        pen, runs = self.pen, []
        if belongs := kicker(self.copy):
            runs += [pen.run(f"{belongs.shape}\u2002", colour=belongs.hue, ltr=True)]
            runs += pen.words(self.v.word("phase-number", number=belongs.number), colour=belongs.hue, bold=True)
            runs += [pen.run(" · "), *pen.joined([belongs.phase, belongs.topic])]
        else:
            runs += pen.words(self.v.word("tools-every-topic"), bold=True)
        if self.filled:
            runs += [pen.run(" · "), *pen.words(self.v.word("word-example"), bold=True)]
        return [
            pen.paragraph(GUIDANCE, *runs),
            pen.paragraph("Title", self.tool.title),
            pen.advice(self.tool.purpose, size=LEAD),
        ]

    def facts(self) -> Element:
        """Return the head fields of every tool, two in a row; the first takes a whole row when one is over."""
        head, quarter = self.v.tool_frame.head, self.whole // 4
        label, value = round(quarter * 0.68), self.whole // 2 - round(quarter * 0.68)
        widths = [label, value, label, self.whole - 2 * label - value]
        fields = list(head.fields)
        rows = []
        if len(fields) % 2:
            first = fields.pop(0)
            rows.append(row(*self._fact(first, widths[0], sum(widths[1:]), 3), height=480))
        for left, right in zip(fields[::2], fields[1::2], strict=True):
            rows.append(row(*self._fact(left, *widths[:2]), *self._fact(right, *widths[2:]), height=480))
        return table(self.pen, widths, rows, head.title)

    def _fact(self, field: Field, label: int, value: int, span: int = 1) -> tuple[Element, Element]:
        address = (HEAD, field.key, None)
        held = self.copy.value(address, field)
        runs = self.controls.at(address, field)
        code = self.pen.language(held) if isinstance(held, str) else None
        named = self.pen.run(field.label, "VademecumSoft")
        return (
            cell(label, self.pen.paragraph("VademecumLabel", named, code=self.pen.language(field.label))),
            cell(value, self.pen.paragraph("VademecumCell", *runs, code=code), span=span),
        )

    def advice(self, *, required: bool, computed: bool) -> list[Element]:
        """Return who fills the tool in, when, what to do before, and how to take our advice out."""
        word = self.v.word
        lines = [self.pen.gap(), *(self.pen.advice(fact.text, label=fact.name) for fact in facts(self.copy))]
        if self.filled:
            lines.append(self.pen.advice(word("word-example-note")))
        elif required:
            lines.append(self.pen.advice(word("word-required")))
        if computed:
            workbook = "xlsx" in self.tool.formats
            lines.append(self.pen.advice(word("word-computed-workbook") if workbook else word("word-computed")))
        office = word("word-office-workbook") if "xlsx" in self.tool.formats else word("word-office")
        return [*lines, self.pen.advice(office), self.pen.advice(word("word-how", style=word("word-guidance")))]

    def states(self) -> list[Element]:
        """Return what to know of the translation, once everything else is written."""
        word = self.v.word
        return [*map(self.pen.advice, self.pen.marks.caveats([word("word-untranslated")], word("word-stale")))]

    def contents(self, headings: Sequence[Heading]) -> list[Element]:
        """Return the contents list: links already written, renewed by the program when asked to."""
        lines = [self.pen.paragraph("VademecumContents", self.v.word("word-contents"))]
        for n, heading in enumerate(headings):
            words = self.pen.words(heading.words)
            number = self.pen.run(f"{heading.number}\u2002", ltr=True)
            inside = [self.pen.link(heading.mark, number, *words)]
            if not n:
                instruction = e("w:instrText", xml_space="preserve")
                deepest = max(item.level for item in headings)
                instruction.text = rf' TOC \o "1-{deepest}" \h \z \n '
                inside = [_field("begin"), e("w:r", instruction), _field("separate"), *inside]
            if n == len(headings) - 1:
                inside.append(_field("end"))
            code = self.pen.language(heading.words)
            lines.append(self.pen.paragraph(f"TOC{heading.level}", *inside, code=code))
        return lines

    def variants(self, marks: dict[str, Heading]) -> list[Element]:
        """Return, for each version of the tool, whom it serves and which parts it takes, in order."""
        if not self.tool.variants:
            return []
        lines = [self.pen.gap(), self.pen.advice(label=self.v.word("word-variants"))]
        return lines + [self._variant(variant, marks) for variant in self.tool.variants]

    def _variant(self, variant: Variant, marks: dict[str, Heading]) -> Element:
        pen, runs = self.pen, []
        if variant.text:
            runs += [*pen.words(variant.text), pen.run(" ")]
        taken = [marks[name] for name in variant.parts if name in marks]
        if taken:
            runs += [*pen.words(self.v.word("word-variant-takes")), pen.run(" ")]
        for n, heading in enumerate(taken):
            runs += [pen.run(" › ")] if n else []
            link = [pen.run(f"{heading.number}\u00a0", "Hyperlink", ltr=True), *pen.words(heading.words, "Hyperlink")]
            runs.append(pen.link(heading.mark, *link))
        return pen.advice(*runs, label=variant.title)

    # ------------------------------------------------------------------ the foot

    def reminders(self) -> list[Element]:
        """Return what to look at before sharing: checks, traps, when it is done, questions, sources; all advice.

        The sources stay together, and with what stands before them: the last page holds more than sources.
        """
        word, pen = self.v.word, self.pen
        lines = [pen.gap(), pen.advice(label=word("word-reminders"), size=LEAD)]
        lines[-1][0].append(e("w:outlineLvl", val=0))  # a heading to those who navigate, advice to those who delete it
        if self.tool.checks:
            calm = f"{CALM}\u00a0" if self.filled and not self.copy.checks else ""
            lines += [pen.advice(label=self.copy.watched.reworded(f"{calm}{self.copy.watched}")), *self._checks()]
        lines += [
            pen.advice(label=word("tool-warnings"), apart=True),
            *(self._point(words) for words in self.tool.warnings),
        ]
        if self.tool.done_when:
            lines.append(pen.advice(self.tool.done_when, label=foot_label(self.v, "done-when"), apart=True))
        asked = self._questions()
        keep(asked or lines[-1:])
        return [*lines, *asked, *self._sources()]

    def _questions(self) -> list[Element]:
        asked, label = questions(self.copy), foot_label(self.v, "questions")
        if len(asked) > MOST_QUESTIONS:
            return [self.pen.advice(counted(self.copy), label=label, apart=True)]
        points = [self._point(item.text) for item in asked]
        return [self.pen.advice(label=label, apart=True), *points] if points else []

    def _sources(self) -> list[Element]:
        pen = self.pen
        points = [
            self._point(source.text, pen.run("\u2002"), *pen.words(source.name, "VademecumSoft"), *self._cited(source))
            for source in sources(self.copy)
        ]
        keep(points[:-1])
        return [pen.advice(label=foot_label(self.v, "sources"), apart=True), *points]

    def _cited(self, source: Fact) -> list[Element]:
        """Return the publication on a line of its own; names stay in their language and bear no mark."""
        comma, runs = self.v.word("cite-comma"), []
        for n, part in enumerate(source.cited):
            between = [self.pen.run(comma, "VademecumSoft"), self.pen.run(" ")] if n else [e("w:r", e("w:br"))]
            runs += [*between, self.pen.run(part.text, "VademecumSoft")]
        return runs

    def _point(self, words: str, *more: Element) -> Element:
        return self.pen.advice(self.pen.run("–\u2002"), *self.pen.words(words), *more, code=self.pen.language(words))

    def _checks(self) -> list[Element]:
        return [self._check(check) for check in self.copy.checks]

    def _check(self, check: Check) -> Element:
        """Return a check: in the example what holds, with its sign; else what may come to hold, to be ticked."""
        pen, code = self.pen, self.pen.language(check.message)
        if not self.filled:
            return pen.advice(pen.run(f"{UNTICKED}\u2002", ltr=True), *pen.words(check.message), code=code)
        colour, severity = style.TONES[check.kind.tone], self.v.word(f"check-{check.severity}")
        sign = pen.run(f"{check.kind.sign}\u2002", ltr=True, bold=True, colour=colour)
        inside = [*pen.words(severity, bold=True, colour=colour), pen.run("\u2002"), *pen.words(check.message)]
        return pen.advice(sign, *inside, code=code)

    def feet(self, site: str) -> list[Element]:
        """Return the foot line, which leads to the page of the tool."""
        return [foot_line(self.pen, short_address(site, page_of(self.tool)), self.whole)]


def _field(kind: str) -> Element:
    return e("w:r", e("w:fldChar", fldCharType=kind))
