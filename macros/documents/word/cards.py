"""Cards: a table whose rows no page can hold, with each row on a form of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.documents.outline.parts import rows
from macros.documents.word.columns import pieces
from macros.documents.word.elements import Element
from macros.documents.word.grid import cell, keep, row, table
from macros.documents.word.repeated import repeated
from macros.documents.word.tables import SAMPLE_ROWS, Tables
from macros.model.field import Field, Part

_TORN = 3
"""Pieces of a row that nobody can follow any more."""

_LABEL = 0.23
"""Share of the width that a label takes."""

_HEIGHT = 400

BLANK = 3
"""Blank cards, each of which takes most of a page: a press on + brings more."""


class Cards:
    """Make the cards of one document."""

    def __init__(self, tables: Tables) -> None:
        """Write as ``tables`` does."""
        self.tables, self.pen, self.copy = tables, tables.pen, tables.copy

    def suit(self, part: Part) -> bool:
        """Tell whether the free rows of a table become cards."""
        return not part.rows and len(pieces(self.tables.first(part), self.tables.columns(part))) >= _TORN

    def of(self, part: Part, whole: int) -> Element:
        """Return a card for each row, which Word repeats."""
        shown = rows(self.copy, part, most=BLANK, sample=SAMPLE_ROWS)
        items = [(at, [self._card(part, at, n, whole), self.pen.gap()]) for n, (at, _) in enumerate(shown, 1)]
        return repeated(self.pen, f"{self.copy.tool.id}.{part.key}", part.title, items)

    def _card(self, part: Part, at: str, n: int, whole: int) -> Element:
        label = round(whole * _LABEL)
        widths = [label, whole // 2 - label, label, whole - whole // 2 - label]
        lines: list[Element] = []
        for fields in lines_of(part.fields):
            if fields[0].heading:
                lines.append(self.tables.group(fields[0].heading, widths))
            lines.append(row(*self._cells(part, at, fields, widths), height=0 if self.copy.filled else _HEIGHT))
        keep(lines[:-1])  # half a page: what belongs to a row stands together
        return table(self.pen, widths, lines, part.title.reworded(f"{part.title} – {n}"))

    def _cells(self, part: Part, at: str, fields: list[Field], widths: list[int]) -> list[Element]:
        """Return a line: one field over its width, two side by side, or a tick and the words that it is about."""
        if len(fields) > 1 and fields[1].kind.words:
            return self._ticked(part, at, (fields[0], fields[1]), widths)
        cells: list[Element] = []
        for field, label, answer in zip(fields, widths[::2], widths[1::2], strict=False):
            span = 3 if len(fields) == 1 else 1
            inside = self.tables.answer(part, field, at, quiet=self.copy.filled)
            cells.append(cell(label, *self.tables.label(field), top=field.total))
            cells.append(cell(sum(widths[1 : 1 + span]) if span > 1 else answer, inside, span=span,
                              shaded=field.computed, top=field.total))  # fmt: skip
        return cells

    def _ticked(self, part: Part, at: str, fields: tuple[Field, Field], widths: list[int]) -> list[Element]:
        tick, words = fields
        box = self.tables.answer(part, tick, at)
        box.extend([self.pen.run("\u2002"), *self.pen.words(tick.label)])
        said = [*self.tables.label(words), self.tables.answer(part, words, at, quiet=self.copy.filled)]
        return [cell(widths[0], box, *self.tables.label(tick)[1:]), cell(sum(widths[1:]), *said, span=3)]


def lines_of(fields: Sequence[Field]) -> Iterator[list[Field]]:
    """Yield the lines of a card: a tick with the words after it, other words alone, all else in twos."""
    waiting: list[Field] = []
    for field in fields:
        alone = field.kind.words and not (waiting and waiting[0].kind.holds == "tick")
        if waiting and (field.heading or alone):
            yield waiting
            waiting = []
        waiting.append(field)
        if alone or len(waiting) > 1:
            yield waiting
            waiting = []
    if waiting:
        yield waiting
