"""The pen: it writes words into a Word document, each in its own language and direction."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from macros.documents.locales import locale
from macros.documents.outline.marks import STALE, Marks
from macros.documents.word.elements import Element, e, text
from macros.model.locale import is_rtl
from macros.model.vademecum import Vademecum

GUIDANCE = "VademecumGuidance"
"""The style of all that is advice: one who selects all of it and deletes it keeps a document of their own."""

LISTS = 10
"""Where the numbers of lists begin; those below are for headings."""


class Pen:
    """Write runs and paragraphs in one document, and count what needs a number of its own."""

    def __init__(self, v: Vademecum) -> None:
        """Write in the language of ``v``."""
        self.v = v
        self.code, self.rtl = v.language.code, v.language.direction == "rtl"
        self.marks = Marks(self.code)
        self.language = self.marks.language
        self._numbers = count(1000)
        self.lists: list[int] = []
        """What each list of numbered rows begins with."""

    def number(self) -> int:
        """Return a number that nothing else in the document bears."""
        return next(self._numbers)

    def run(self, words: str, style: str | None = None, *, ltr: bool = False, **look: object) -> Element:
        """Return one run in the language of its words; ``ltr`` for addresses and numbers in any language.

        ``look`` may hold bold (true), size (points), colour, font, raised (superscript).
        """
        code = self.language(words)
        rtl = is_rtl(code) and not ltr
        size = look.get("size")
        half = round(float(str(size)) * 2) if size else None
        font = look.get("font")
        properties = [
            e("w:rStyle", val=style) if style else None,
            e("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font) if font else None,
            *((e("w:b"), e("w:bCs")) if look.get("bold") else ()),
            e("w:color", val=str(look["colour"]).removeprefix("#")) if look.get("colour") else None,
            *((e("w:sz", val=half), e("w:szCs", val=half)) if half else ()),
            e("w:vertAlign", val="superscript") if look.get("raised") else None,
            e("w:rtl") if rtl else None,
            self._lang(code) if code != self.code else None,
        ]
        kept = [item for item in properties if item is not None]
        return e("w:r", e("w:rPr", *kept) if kept else None, *text(words))

    def _lang(self, code: str) -> Element:
        return e("w:lang", bidi=locale(code)) if is_rtl(code) else e("w:lang", val=locale(code))

    def words(self, words: str, style: str | None = None, **look: object) -> list[Element]:
        """Return the runs of a text; one that is not translated, or not anew, bears a small mark."""
        runs = [self.run(words, style, ltr=False, **look)]
        if mark := self.marks.of(words):
            runs.append(self.run(f"\u00a0{mark}", "VademecumMark", ltr=mark != STALE))
        return runs

    def paragraph(
        self, style: str, *inside: Element | str | None, code: str | None = None, end: bool = False, keep: bool = False
    ) -> Element:
        """Return a paragraph; texts in it become runs, and the first of them gives it its direction.

        ``code`` gives the language instead, ``end`` sets the text at the end of the line, ``keep`` keeps the
        paragraph with the next.
        """
        first = next((item for item in inside if isinstance(item, str)), None)
        code = code or (self.language(first) if first is not None else self.code)
        runs: list[Element] = []
        for item in inside:
            runs += self.words(item) if isinstance(item, str) else [] if item is None else [item]
        return e("w:p", self.properties(style, code, end=end, keep=keep), *runs)

    def numbers_from(self, first: int) -> int:
        """Begin a list of numbers; return its place among those of the document, from 1."""
        self.lists.append(first)
        return len(self.lists)

    def numbered(self, style: str, numbers: int) -> Element:
        """Return a paragraph with nothing in it but the next number of a list."""
        made = self.paragraph(style)
        made[0].append(e("w:numPr", e("w:ilvl", val=0), e("w:numId", val=LISTS + numbers)))
        return made

    def properties(self, style: str, code: str, *, end: bool = False, keep: bool = False) -> Element:
        """Return the properties of a paragraph in a language; it says its direction where Word could guess."""
        rtl = is_rtl(code)
        return e(
            "w:pPr",
            e("w:pStyle", val=style),
            e("w:keepNext") if keep else None,
            e("w:bidi", val=None if rtl else "0") if rtl or self.rtl else None,
            e("w:jc", val="right") if end else None,
        )

    def advice(
        self, *inside: Element | str | None, label: str | None = None, size: float | None = None, apart: bool = False,
        code: str | None = None, keep: bool = False,
    ) -> Element:  # fmt: skip
        """Return a paragraph of advice, after a label if it has one; ``apart`` from what stands above.

        ``keep`` is for what leads to the next paragraph, as a label alone does.
        The distance is a low line of its own: a spacing of the paragraph would make it unlike the rest of its style.
        """
        before = [self.run("\n", size=5)] if apart else []
        runs: list[Element] = []
        if label is not None:
            runs = [*self.words(label, bold=True, size=size), self.run("\u2002")]
        for item in inside:
            runs += self.words(item, size=size) if isinstance(item, str) else [] if item is None else [item]
        texts = [item for item in (*inside, label) if isinstance(item, str)]
        keep = keep or (label is not None and not inside)
        code = code or (self.language(texts[0]) if texts else None)
        return self.paragraph(GUIDANCE, *before, *runs, code=code, keep=keep)

    def gap(self) -> Element:
        """Return a low empty line, for below tables."""
        return self.paragraph("VademecumGap")

    def joined(self, pieces: Iterable[str], sign: str = " · ") -> list[Element]:
        """Return texts in a row, each in its own language, with a sign between them."""
        runs: list[Element] = []
        for piece in pieces:
            runs += [self.run(sign), *self.words(piece)] if runs else self.words(piece)
        return runs

    def bookmark(self, name: str, *inside: Element) -> list[Element]:
        """Return runs under a name that links can lead to."""
        number = self.number()
        return [e("w:bookmarkStart", id=number, name=name), *inside, e("w:bookmarkEnd", id=number)]

    def link(self, name: str, *inside: Element) -> Element:
        """Return runs that lead to the bookmark ``name``."""
        return e("w:hyperlink", *inside, anchor=name, history=1)
