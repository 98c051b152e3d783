"""The foot line of a Word document."""

from __future__ import annotations

import re

from macros.documents.word.elements import Element, e
from macros.documents.word.pen import Pen
from macros.version import __version__


def foot_line(pen: Pen, address: str, whole: int) -> Element:
    """Return site, version, language, short address if known; the page at the end of the line, ``whole`` wide."""
    # A slash at its end would jump to the other side where lines run from right to left.
    address = address.rstrip("/") if pen.rtl else address
    runs = [*pen.words(pen.v.word("site-name")), pen.run(f" {__version__}", ltr=True), pen.run(" · "),
            pen.run(pen.v.language.name), *([pen.run(" · "), pen.run(address, ltr=True)] if address else []),
            e("w:r", e("w:tab"))]  # fmt: skip
    text = pen.v.word("word-page", page="\x01", pages="\x02")
    for piece in re.split("([\x01\x02])", text):
        if piece in {"\x01", "\x02"}:
            runs.append(e("w:fldSimple", pen.run("1", ltr=True), instr="PAGE" if piece == "\x01" else "NUMPAGES"))
        elif piece:
            runs.append(pen.run(text.reworded(piece)))
    paragraph = pen.paragraph("Footer", *runs)
    paragraph[0].append(e("w:tabs", e("w:tab", val="right", pos=whole)))
    return paragraph
