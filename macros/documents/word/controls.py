"""Content controls: where answers stand, each tagged with its permanent key."""

from __future__ import annotations

import re

from macros.documents.display import date_pattern, iso, shown
from macros.documents.locales import locale
from macros.documents.outline.copies import Copy
from macros.documents.outline.parts import chosen
from macros.documents.style import CONTROL, INK
from macros.documents.word.elements import Element, clean, e
from macros.documents.word.pen import Pen
from macros.errors import VademecumError
from macros.formula.addresses import TICKED, UNTICKED
from macros.formula.ground import Value
from macros.model.field import Choice, Field
from macros.model.words import Words
from macros.reckoning.evaluation import Address, key

LONGEST_TAG = 64
"""Signs that Word admits in the tag of a control, and in its title."""

_BOX_FONT = "Segoe UI Symbol"
QUIET = "\u00a0" * 6
"""The placeholder of a cell: room to click, nothing to print."""


def tagged(pen: Pen, name: str, title: str) -> tuple[Element, Element, Element]:
    """Return what names a control: its title, its key as tag, a number of its own."""
    if len(name) > LONGEST_TAG:
        raise VademecumError(f"La clé « {name} » dépasse {LONGEST_TAG} signes, ce que Word refuse : la raccourcir.")
    return e("w:alias", val=clean(title)[:LONGEST_TAG]), e("w:tag", val=name), e("w:id", val=pen.number())


class Controls:
    """Make the controls of one document, each key once."""

    def __init__(self, pen: Pen, copy: Copy) -> None:
        """Write with ``pen`` what ``copy`` holds."""
        self.pen, self.copy = pen, copy
        self.write_here, self.choose = pen.v.word("word-write-here"), pen.v.word("word-choose")
        self.pick_day = pen.v.word("word-day")

    def at(self, address: Address, field: Field, *, quiet: bool = False) -> list[Element]:
        """Return the runs of a field at an address: its control or, to choose several, a box for each choice.

        ``quiet`` is for cells, where placeholders stay blank, as all do in an example: nobody writes there.
        """
        name, value = key(self.copy.tool, address), self.copy.value(address, field)
        choices = self.copy.scope.choices(field)
        if field.kind.holds == "choices":
            return self.boxes(field, name, value, choices)
        if field.kind.holds == "tick" and not field.computed:
            return [self.box(name, field.label, ticked=value is True)]
        prompt = QUIET if quiet or field.computed or self.copy.filled else self._prompt(field)
        kind = self._kind(field, value, choices)
        text = value if isinstance(value, Words) else shown(field, value, choices, self.pen.code)
        choice = chosen(self.copy, field, value)
        return [self._control(name, field, kind, choice.label if choice else text, prompt)]

    def rich(self, address: Address, field: Field, style: str) -> Element:
        """Return the control of a long text: paragraphs, in which people put lists, pictures and tables too."""
        name, value = key(self.copy.tool, address), self.copy.value(address, field)
        text = value if isinstance(value, Words) else shown(field, value, (), self.pen.code)
        code = self.pen.language(text)
        lines = [self.pen.paragraph(style, self.pen.run(Words(line, code)), code=code)
                 for line in re.split(r"\n+", clean(text)) if line]  # fmt: skip
        if not lines:
            prompt = QUIET if self.copy.filled else self.write_here
            lines = [self.pen.paragraph(style, self.pen.run(prompt, "PlaceholderText", colour=CONTROL))]
        self.pen.marks.of(text or self.write_here)
        head = self._head(name, field.label, None if text else e("w:showingPlcHdr"), rtl=self.pen.rtl)
        return e("w:sdt", head, e("w:sdtContent", *lines))

    def _prompt(self, field: Field) -> Words:
        if field.kind.holds == "choice":
            return self.choose
        return self.pick_day if field.kind.holds == "day" else self.write_here

    def _kind(self, field: Field, value: Value | Words, choices: tuple[Choice, ...]) -> Element:
        if choices:
            items = [e("w:listItem", displayText=choice.label, value=choice.key) for choice in choices]
            if field.kind.holds == "choice":
                return e("w:dropDownList", *items)
            # Proposals for a text: the words are the value.
            return e("w:comboBox", *(e("w:listItem", displayText=c.label, value=c.label) for c in choices))
        if field.kind.holds == "day":
            when = iso(value)
            return e(
                "w:date",
                e("w:dateFormat", val=date_pattern(self.pen.code)),
                e("w:lid", val=locale(self.pen.code)),
                e("w:storeMappedDataAs", val="date"),
                e("w:calendar", val="gregorian"),
                fullDate=f"{when}T00:00:00Z" if when else None,
            )
        return e("w:text", multiLine=1)

    def _control(self, name: str, field: Field, kind: Element, text: str, prompt: str) -> Element:
        # No mark of translation in here: what stands in a control is the answer and nothing else.
        self.pen.marks.of(text or prompt)
        # A run for each line: LibreOffice moves several line breaks of one run to its front.
        runs = [self.pen.run(Words(piece, self.pen.language(text))) for piece in re.split(r"([\n\t])", text) if piece]
        runs = runs or [self.pen.run(prompt, "PlaceholderText", colour=CONTROL)]
        placeholder = None if text else e("w:showingPlcHdr")
        rtl = self.pen.rtl and not field.kind.left_to_right
        return e("w:sdt", self._head(name, field.label, placeholder, kind, rtl=rtl), e("w:sdtContent", *runs))

    def _head(self, name: str, title: str, *inside: Element | None, rtl: bool = False) -> Element:
        # What is typed must not take the grey of the placeholder, which is written twice for LibreOffice.
        typed = e("w:rPr", e("w:color", val=INK.removeprefix("#")), e("w:rtl") if rtl else None)
        return e("w:sdtPr", typed, *tagged(self.pen, name, title), *inside)

    def box(self, name: str, title: str, *, ticked: bool) -> Element:
        """Return a box to tick."""
        kind = e(
            "w14:checkbox",
            e("w14:checked", val=int(ticked)),
            e("w14:checkedState", val=f"{ord(TICKED):04X}", font=_BOX_FONT),
            e("w14:uncheckedState", val=f"{ord(UNTICKED):04X}", font=_BOX_FONT),
        )
        sign = self.pen.run(TICKED if ticked else UNTICKED, font=_BOX_FONT, ltr=True)
        return e("w:sdt", self._head(name, title, kind), e("w:sdtContent", sign))

    def boxes(self, field: Field, name: str, value: Value | Words, choices: tuple[Choice, ...]) -> list[Element]:
        """Return a box for each choice, its key after a colon: ``tool.part#field:choice``; one a line."""
        runs: list[Element] = []
        for choice in choices:
            if runs:
                runs.append(e("w:r", e("w:br")))
            ticked = isinstance(value, tuple) and choice.key in value
            runs += [self.box(f"{name}:{choice.key}", f"{field.label}: {choice.label}", ticked=ticked)]
            runs += [self.pen.run("\u2002"), *self.pen.words(choice.label)]
        return runs
