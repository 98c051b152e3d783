"""Right-to-left text in a PDF, sign by sign: what programs read from it is what was written.

Typst says what a glyph stands for by its whole cluster: لا is one glyph that stands for two letters, and in تُ both the
letter and its mark, painted at another height, stand for two signs. Programs read Arabic as it is painted, glyph by
glyph from left to right, then turn it round sign by sign, whatever ``/ActualText`` says: الأولى comes out as األوىل,
and marks come out twice, in other words or on lines of their own. So each glyph comes to stand for one sign here, and
all signs of a text stand on one line, from left to right, one after the other:

- a letter or ligature and its marks become one glyph, which stands for the first sign of the cluster;
- the other signs of the cluster stand to its left, each a glyph without ink.

Everything else of a page stays as it is, byte for byte, and so does text written in another way than Typst writes it
today. The tests read every document back.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from unicodedata import bidirectional

import pikepdf

from macros.documents.pdf.blocks import Glyph, TextBlock, texts
from macros.documents.pdf.glyphs import Face, GlyphPart

_RLM = "\u200f"
_WITHOUT_ROOM = {"NSM", "BN"}
_SLIVER = 20
"""How wide a mark is, in thousandths of the size; nothing at all would lie on the letter."""


_Sign = tuple[int, float]
"""A code, and where it stands on the line of its text, in points."""


def spelled(pdf: bytes) -> bytes:
    """Return a PDF made by Typst whose right-to-left text is read as it was written; it looks the same.

    The same bytes give the same bytes; a PDF without right-to-left text is returned as it is.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        faces: dict[tuple[int, int], Face] = {}
        for page in document.pages:
            fonts = {}
            for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
                if font.objgen not in faces:
                    faces[font.objgen] = Face(font)
                if faces[font.objgen].is_rtl:
                    fonts[name[1:]] = faces[font.objgen]
            if fonts:
                page.Contents = document.make_stream(_page(page.Contents.read_bytes(), fonts))
        if not any(face.is_rtl for face in faces.values()):
            return pdf
        for face in faces.values():
            face.write(document)
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _page(content: bytes, fonts: dict[str, Face]) -> bytes:
    """Return what a page paints, its right-to-left texts spelled: each stands where its first letters stood."""
    kept, at = [], 0
    for text in texts(content, fonts):
        first = next(block for block in text if not block.is_marks)
        for block in text:
            kept += [content[at : block.start], _painted(first, text) if block is first else b""]
            at = block.end
    return b"".join([*kept, content[at:]])


def _painted(first: TextBlock, text: list[TextBlock]) -> bytes:
    """Return the block that paints a whole text, on the line of its first letters."""
    face, scale = first.face, 1000 / first.size
    signs = list(_anchored(face, scale, _signs(first, text)))
    start = pen = signs[0][1]
    shown = ""
    for code, x in signs:
        gap = round((x - pen) * scale, 2)
        shown += f">{-gap:g}<{code:04X}" if gap else f"{code:04X}"
        pen += (gap + face.widths[code]) / scale
    line = (
        f"BT/ReversedChars BMC 0 Tr/{first.font} {first.size:g} Tf 1 0 0 -1 {start:.4f} 0 Tm[<{shown}>]TJ\nEMC\nET\nQ\n"
    )
    return first.head + line.encode()


def _anchored(face: Face, scale: float, signs: Iterable[_Sign]) -> Iterator[_Sign]:
    """Yield signs, with a right-to-left mark before a vowel mark that programs would leave to what stands to its left.

    That is where nothing is to its left, or what may belong to a number: a full stop, a comma, a colon, a percent sign.
    """
    held = False
    for code, x in signs:
        kind = bidirectional(face.texts[code][0])
        if kind == "NSM" and not held:
            yield face.blank(_RLM, _SLIVER), x - _SLIVER / scale
        held = kind in {"R", "AL", "NSM"} or (held and kind in {"WS", "ON"})
        yield code, x


def _signs(first: TextBlock, text: list[TextBlock]) -> Iterator[_Sign]:
    """Yield the codes of a text from left to right, each with its place on the line of its first letters.

    The signs of a cluster share its width, so that none lies on another; marks, which take no room, get a sliver.
    Kerning becomes part of the letter: inside a word, some programs read a space where it is wide.
    """
    face, scale = first.face, 1000 / first.size
    letters = list(_letters(first, text))
    ends = [*(letter.x for letter, _ in letters[1:]), letters[-1][0].x + face.widths[letters[-1][0].code] / scale]
    for (letter, marks), end in zip(letters, ends, strict=True):
        width = round((end - letter.x) * scale)
        slivers = sum(bidirectional(sign) in _WITHOUT_ROOM for sign in letter.text[1:])
        share = max(0, width - slivers * _SLIVER) // (len(letter.text) - slivers)
        shift = 0
        for sign in reversed(letter.text[1:]):
            room = _SLIVER if bidirectional(sign) in _WITHOUT_ROOM else share
            yield face.blank(sign, room), letter.x + shift / scale
            shift += room
        parts = ((glyph.code, (glyph.x - letter.x) * scale, glyph.rise * scale) for glyph in (letter, *marks))
        moved = tuple(GlyphPart(code, round(right) - shift, round(up)) for code, right, up in parts)
        yield face.letter(letter.text[:1], max(0, width - shift), moved), letter.x + shift / scale


def _letters(first: TextBlock, text: list[TextBlock]) -> Iterator[tuple[Glyph, list[Glyph]]]:
    """Yield each letter of a text with its marks, which are painted before it."""
    marks: list[Glyph] = []
    for block in text:
        along, above = first.place(block)
        for glyph in block.glyphs:
            placed = Glyph(glyph.code, glyph.text, glyph.x + along, above)
            if first.face.widths[glyph.code]:
                yield placed, marks
                marks = []
            else:
                marks.append(placed)
