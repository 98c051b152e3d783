"""Tables of a Word document: forms, tables, matrices and canvases, with room to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.documents.outline.parts import counter, readings, rows
from macros.documents.style import ACCENT
from macros.documents.word import columns as layout
from macros.documents.word.controls import Controls
from macros.documents.word.elements import Element
from macros.documents.word.grid import cell, row, table
from macros.documents.word.pen import GUIDANCE, Pen
from macros.documents.word.repeated import repeated
from macros.formula.names import RESULT
from macros.model.field import Field, Part, Row
from macros.model.words import SOURCE_LANGUAGE, Words
from macros.reckoning.evaluation import example

MOST_FREE_ROWS = 24
"""Free rows in a Word table at most: who has more rows takes the workbook."""

_MOST_CHOICES = 7
"""Choices of a column that are named above its table, for those who write on paper."""

SAMPLE_ROWS = 3
"""Free rows in an example that fills none."""

_FORM = 3000
"""Width of the labels of a form."""

_ROW, _LONG_ROW, _RESULT = 470, 560, 440


class Tables:
    """Make the tables of one document."""

    def __init__(self, pen: Pen, controls: Controls) -> None:
        """Write with ``pen``; answers stand in ``controls``."""
        self.pen, self.controls, self.copy = pen, controls, controls.copy
        self.sample = example(controls.copy.tool)

    # what stands in cells

    def label(self, field: Field, style: str = "VademecumLabel", *, strong: bool = False) -> list[Element]:
        """Return a label with its unit, then its help as advice."""
        inside = self.pen.words(field.label, "Strong" if field.total or strong else None)
        if field.unit:
            inside += [self.pen.run("\u00a0 "), *self.pen.words(field.unit, "VademecumSoft")]
        if field.required:
            inside.append(self.pen.run("\u00a0*", colour=ACCENT, ltr=True))
        end = style == "VademecumHead" and field.kind.amount  # digits stand under digits
        lines = [self.pen.paragraph(style, *inside, code=self.pen.language(field.label), end=end)]
        said = field.help or self.limits(field)
        if said and not (style == "VademecumHead" and not layout.is_short(said)):
            lines.append(self.pen.paragraph(GUIDANCE, said, end=end))
        return lines

    def limits(self, field: Field) -> str | None:
        """Return the range of a number in words, when it has two ends."""
        if field.computed or field.min is None or field.max is None or field.kind.percent:
            return None
        return self.pen.v.word("word-range", min=f"{field.min:g}", max=f"{field.max:g}")

    def answer(self, part: Part | None, field: Field, at: str | None = None, *, quiet: bool = True) -> Element:
        """Return what stands in a cell for the answer of a field: a paragraph, or all that a long text holds."""
        address = (part.key if part else RESULT, field.key, at)
        if field.kind.long and at is None:
            return self.controls.rich(address, field, "VademecumCell")
        runs = self.controls.at(address, field, quiet=quiet)
        value = self.copy.value(address, field)
        code = self.pen.language(value) if isinstance(value, Words) else None
        end = quiet and field.kind.amount
        if self.pen.rtl and field.kind.left_to_right:
            # Signs and percents stay on their side of the number; the end of a line from right to left is left.
            code, end = SOURCE_LANGUAGE, not end
        return self.pen.paragraph("VademecumCell", *runs, code=code, end=end)

    def empty(self) -> Element:
        """Return a paragraph with nothing in it: each cell must have one."""
        return self.pen.paragraph("VademecumCell")

    def group(self, words: str, widths: Sequence[int]) -> Element:
        """Return a row with the heading of a group."""
        return row(cell(sum(widths), self.pen.paragraph("VademecumGroup", words), span=len(widths)))

    # kinds of parts

    def form(self, part: Part, whole: int) -> Element:
        """Return a form: labels beside the answers."""
        widths = [_FORM, whole - _FORM]
        rows: list[Element] = []
        for field in part.fields:
            if field.heading:
                rows.append(self.group(field.heading, widths))
            shade = field.computed
            rows.append(
                row(
                    cell(widths[0], *self.label(field), top=field.total),
                    cell(widths[1], self.answer(part, field, quiet=False), shaded=shade, top=field.total),
                    height=0 if self.copy.filled else field.kind.room,
                )
            )
        return table(self.pen, widths, rows, part.title)

    def legend(self, part: Part) -> list[Element]:
        """Return what to know of the columns of a table: long helps and, for those who write on paper, choices."""
        lines = [self.pen.advice(field.help, label=field.label, keep=True)
                 for field in part.fields if field.help and not layout.is_short(field.help)]  # fmt: skip
        for field in part.inputs:
            choices = self.copy.scope.choices(field)
            if field.kind.holds == "choice" and 0 < len(choices) <= _MOST_CHOICES and not self.copy.filled:
                named = self.pen.joined([choice.label for choice in choices])
                lines.append(self.pen.advice(*named, label=field.label, keep=True))
        return lines

    def columns(self, part: Part) -> list[layout.Column]:
        """Return the columns of a table, without that of its rows."""
        fields = [field for field in part.fields if field is not counter(part)]
        return [layout.column(field, self.copy.scope.choices(field), self._held(part, field)) for field in fields]

    def _held(self, part: Part, field: Field) -> list[str]:
        """Return what the example writes into a column, which says how much room it needs."""
        places = part.places if field.kind.words else ()
        written = (self.sample.get((part.key, field.key, at)) for at in places)
        return [str(words) for words in written if words]

    def first(self, part: Part) -> layout.Column:
        """Return the column of the names of rows, or of their numbers."""
        if part.rows:
            return layout.names([row.label for row in part.rows])
        counted = counter(part)
        width = layout.heading_width(counted.label) if counted else 0
        return replace(layout.NUMBERS, field=counted, least=max(layout.NUMBERS.least, width))

    def of_rows(self, part: Part, whole: int) -> list[Element]:
        """Return a table, or several when it has more columns than a page holds."""
        first = self.first(part)
        cut = layout.pieces(first, self.columns(part))
        return [self._piece(part, first, columns, whole, alone=len(cut) == 1) for columns in cut]

    def _piece(
        self, part: Part, first: layout.Column, columns: list[layout.Column], whole: int, *, alone: bool
    ) -> Element:
        """Return a table; the free rows of one that is whole are repeated by Word."""
        widths = layout.widths([first, *columns], whole)
        fields = [item.field for item in columns if item.field]
        shown = rows(self.copy, part, most=MOST_FREE_ROWS, sample=SAMPLE_ROWS)
        free = [at for at, named in shown if alone and named is None]
        numbers = self.pen.numbers_from(len(shown) - len(free) + 1) if free else 0
        lines = self._heads(fields, widths, first.field)
        for n, (at, named) in enumerate(shown, 1):
            if named and named.heading:
                lines.append(self.group(named.heading, widths))
            name = cell(widths[0], *self._name(n, named, numbers))
            lines.append(self._row(part, at, name, list(zip(fields, widths[1:], strict=True))))
        made = table(self.pen, widths, lines, part.title)
        if free:
            items = [(at, [line]) for at, line in zip(free, lines[-len(free) :], strict=True)]
            made.append(repeated(self.pen, f"{self.copy.tool.id}.{part.key}", part.title, items))
        return made

    def _heads(self, fields: list[Field], widths: list[int], counted: Field | None) -> list[Element]:
        """Return the rows of column heads: groups, if there are any, then labels."""
        rows: list[Element] = []
        if any(field.heading for field in fields):
            cells, at = [cell(widths[0], self.empty())], 0
            while at < len(fields):
                end = next((n for n in range(at + 1, len(fields)) if fields[n].heading), len(fields))
                words = fields[at].heading
                inside = self.pen.paragraph("VademecumGroup", words) if words else self.empty()
                cells.append(cell(sum(widths[at + 1 : end + 1]), inside, span=end - at))
                at = end
            rows.append(row(*cells, head=True))
        heads = [cell(width, *self.label(field, "VademecumHead"))
                 for field, width in zip(fields, widths[1:], strict=True)]  # fmt: skip
        first = self.pen.paragraph("VademecumHead", counted.label if counted else None)
        rows.append(row(cell(widths[0], first), *heads, head=True))
        return rows

    def _name(self, n: int, named: Row | None, numbers: int) -> list[Element]:
        """Return what the row ``n`` is called, with its help, or its number, of which Word keeps count in a list."""
        if named is None and numbers:
            return [self.pen.numbered("VademecumLabel", numbers)]
        if named is None:
            return [self.pen.paragraph("VademecumLabel", self.pen.run(str(n), "VademecumSoft", ltr=True))]
        help_ = [self.pen.advice(named.help)] if named.help else []
        return [self.pen.paragraph("VademecumLabel", named.label), *help_]

    def _row(self, part: Part, at: str, name: Element, columns: list[tuple[Field, int]]) -> Element:
        """Return a row of a table, after the cell with its name."""
        cells = [cell(width, self.answer(part, field, at), shaded=field.computed)
                 for field, width in columns]  # fmt: skip
        height = 0 if self.copy.filled else _LONG_ROW if any(f.kind.long for f, _ in columns) else _ROW
        return row(name, *cells, height=height)

    def matrix(self, part: Part, whole: int) -> Element:
        """Return a matrix: a line for each field, a column for each period."""
        widths = layout.widths(self.matrix_columns(part), whole)
        heads = [cell(width, self.pen.paragraph("VademecumHead", period.label, end=self._ended(part)))
                 for period, width in zip(part.periods, widths[1:], strict=True)]  # fmt: skip
        rows = [row(cell(widths[0], self.pen.paragraph("VademecumHead")), *heads, head=True)]
        for field in part.fields:
            if field.heading:
                rows.append(self.group(field.heading, widths))
            cells = [cell(width, self.answer(part, field, period.key), shaded=field.computed, top=field.total)
                     for period, width in zip(part.periods, widths[1:], strict=True)]  # fmt: skip
            height = 0 if self.copy.filled else field.kind.room
            rows.append(row(cell(widths[0], *self.label(field), top=field.total), *cells, height=height))
        return table(self.pen, widths, rows, part.title)

    def _ended(self, part: Part) -> bool:
        return all(field.kind.amount for field in part.fields)

    def matrix_columns(self, part: Part) -> list[layout.Column]:
        """Return the columns of a matrix; each is as wide as its widest line needs."""
        lines = [layout.column(field.model_copy(update={"label": "", "help": None, "unit": None}))
                 for field in part.fields]  # fmt: skip
        least, weight = max(line.least for line in lines), max(line.weight for line in lines)
        columns = [layout.Column(None, max(least, layout.heading_width(period.label)), weight)
                 for period in part.periods]  # fmt: skip
        return [layout.names([field.label for field in part.fields]), *columns]

    def results(self, fields: Sequence[Field], whole: int, title: str) -> Element:
        """Return the computed results, each beside its label, and what a reading means."""
        widths = [_FORM, whole - _FORM]
        rows = []
        for field in fields:
            blank = self.copy.result(field) is None
            inside = [self.answer(None, field, quiet=False)]
            inside += [
                self.pen.advice(choice.text, label=choice.label if blank else None)
                for choice in readings(self.copy, field)
            ]
            rows.append(row(cell(widths[0], *self.label(field)), cell(widths[1], *inside, shaded=True), height=_RESULT))
        return table(self.pen, widths, rows, title)
