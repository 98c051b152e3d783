"""The sheet Exemple of a blank copy: what the fictional cluster has filled in, and what came out."""

from __future__ import annotations

from macros.documents.excel.book import Book
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS
from macros.documents.excel.values import Held, Values, format_of
from macros.documents.outline.parts import place_label
from macros.formula.names import RESULT
from macros.model.field import Field, Part
from macros.reckoning.evaluation import Address

MOST = 90
"""Lines of the sheet; longer examples go on in the filled copy."""

WIDTHS = {LABELS: 34, 2: 34, 3: 46}


class ExampleSheet:
    """Writes the example as plain values, part by part."""

    def __init__(self, book: Book, example: Values) -> None:
        """Take the values of the filled copy."""
        self.book, self.example = book, example
        self.paper = Paper(book, book.plan.example)
        self.paper.row, self.paper.printed = 18, False
        self.look, self.row, self.left = book.look, 3, MOST

    def write(self) -> None:
        """Write the sheet."""
        word = self.book.v.word
        self.paper.columns(WIDTHS)
        self.paper.title(word("xlsx-example"), word("xlsx-example-guide"), 3)
        for part in self.book.tool.parts:
            self._part(part)
        if self.left <= 0:
            self.paper.lines(self.row, 1, 3, word("xlsx-example-more"), "guide")
            self.row += 2
        if self.book.tool.results:
            self._heading(word("xlsx-results"))
            for field in self.book.tool.shown:
                self._line("", field, (RESULT, field.key, None))
        self.paper.finish(self.row, 3)

    def _heading(self, title: str) -> None:
        self.paper.write(self.row, LABELS, title, "part")
        self.paper.tall(self.row, 30)
        self.row += 1

    def _part(self, part: Part) -> None:
        given = {s.at: None for s in self.book.tool.example if s.part == part.key}
        if not given or self.left <= 0:
            return
        self._heading(part.title)
        filled = {(s.field, s.at) for s in self.book.tool.example if s.part == part.key}
        for at in given:
            first = True
            for field in part.fields:
                if (field.key, at) in filled and self.left > 0:
                    self._line(self._place(part, at) if first else "", field, (part.key, field.key, at))
                    first = False
        self.row += 1

    def _place(self, part: Part, at: str | None) -> str:
        return place_label(part, at) or (str(part.places.index(at) + 1) if at else "")

    def _line(self, place: str, field: Field, address: Address) -> None:
        self.paper.write(self.row, LABELS, place, "name", bottom=1, bottom_color="#d8d4c9")
        self.paper.write(self.row, 2, field.label, "label")
        held = self._held(field, address)
        shown = format_of(field, self.book.v.language.code)
        form = self.look("label", align="start", **({"num_format": shown} if shown else {}))
        if isinstance(held, float):
            self.paper.sheet.write_number(self.row, 3, held, form)
        else:
            raw = self.example.evaluation.raw.get(address)
            words = raw if isinstance(raw, str) and field.kind.words else None
            self.paper.write(self.row, 3, words if words == held else held, "label", align="start")
        self.row += 1
        self.left -= 1

    def _held(self, field: Field, address: Address) -> Held:
        value = self.example.evaluation.one(*address)
        if isinstance(value, tuple):
            return ", ".join(self.look.say(c.label) for c in self.book.plan.scope.choices(field) if c.key in value)
        return self.example.held(field, address)
