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
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import bidirectional

import pikepdf

from macros.documents.pdf.glyphs import Face, Part, right_to_left

_BLOCK = re.compile(rb"(?P<head>q (?P<matrix>(?:\S+ ){6})cm(?P<paint>[^\n]*)\n)BT(?P<body>.*?)\nET\nQ\n", re.DOTALL)
_PIECE = re.compile(
    rb"(?:/Span<</ActualText(?P<told>[<(].*?[>)])>>BDC)?(?:/ReversedChars BMC)? 0 Tr"
    rb"/(?P<font>\w+) (?P<size>[\d.]+) Tf 1 0 0 -1 (?P<x>\S+) 0 Tm(?P<shown>[\[(<].*?[\])>])T[Jj]\n?(?:EMC\n?)*",
    re.DOTALL,
)
_BETWEEN = re.compile(rb"(?:EMC/[^\n]*\n)?")
_RLM = "\u200f"
_WITHOUT_ROOM = {"NSM", "BN"}
_SLIVER = 20
"""How wide a mark is, in thousandths of the size; nothing at all would lie on the letter."""

_SAME = 0.01
"""How far, in parts of the size, two places may lie apart and be the same one."""
_KERN = 0.4
"""How far kerning moves a letter at most, in parts of the size."""


_Sign = tuple[int, float]
"""A code, and where it stands on the line of its text, in points."""


class _Glyph(NamedTuple):
    code: int
    text: str
    """What its cluster stands for."""
    x: float
    """Where it stands on its line, and how far above it, in points."""
    rise: float = 0.0


@dataclass
class _Block:
    """What Typst paints in one go: one font, one height."""

    start: int
    end: int
    look: tuple[object, ...]
    """What two blocks have in common when they are one text: font, size, colour, turn."""
    matrix: tuple[float, ...]
    head: bytes
    """How it begins: matrix and colour."""
    face: Face
    font: str
    size: float
    glyphs: list[_Glyph]

    @property
    def is_marks(self) -> bool:
        return not any(self.face.widths[glyph.code] for glyph in self.glyphs)

    @property
    def ends_in_letter(self) -> bool:
        return self.face.widths[self.glyphs[-1].code] > 0

    @property
    def last(self) -> float:
        """Where its line has got to."""
        return self.glyphs[-1].x + self.face.widths[self.glyphs[-1].code] * self.size / 1000

    def place(self, other: _Block) -> tuple[float, float]:
        """Return where another block begins, seen from this one: along the line and above it."""
        a, b, c, d = self.matrix[:4]
        right, up = other.matrix[4] - self.matrix[4], other.matrix[5] - self.matrix[5]
        scale = a * d - b * c
        return (d * right - c * up) / scale, (b * right - a * up) / scale


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
    for text in _texts(content, fonts):
        first = next(block for block in text if not block.is_marks)
        for block in text:
            kept += [content[at : block.start], _painted(first, text) if block is first else b""]
            at = block.end
    return b"".join([*kept, content[at:]])


# ------------------------------------------------------------------ reading


def _texts(content: bytes, fonts: dict[str, Face]) -> Iterator[list[_Block]]:
    """Yield each right-to-left text: blocks of letters, and of the marks that belong to the letter after them."""
    text: list[_Block] = []
    for block in _blocks(content, fonts):
        if text and not _joins(text, block, content):
            yield from _whole(text)
            text = []
        text.append(block)
    yield from _whole(text)


def _whole(text: list[_Block]) -> Iterator[list[_Block]]:
    """Yield a text up to its last letter: marks without a letter after them stay as they are."""
    while text and not text[-1].ends_in_letter:
        text = text[:-1]
    if text:
        yield text


def _joins(text: list[_Block], block: _Block, content: bytes) -> bool:
    """Tell whether a block goes on with a text: marks where its line has got to, letters where their marks are."""
    before = text[-1]
    if block.look != before.look or not _BETWEEN.fullmatch(content, before.end, block.start):
        return False
    along, above = before.place(block)
    if before.is_marks:
        line = next((other for other in text if not other.is_marks), None)
        level = block.is_marks or line is None or abs(line.place(block)[1]) < _SAME * block.size
        return level and abs(along) < _SAME * block.size
    return block.is_marks and abs(along - before.last) < _KERN * block.size and abs(above) < 2 * block.size


def _blocks(content: bytes, fonts: dict[str, Face]) -> Iterator[_Block]:
    for found in _BLOCK.finditer(content):
        pieces, at = [], found.start("body")
        while piece := _PIECE.match(content, at, found.end("body")):
            pieces.append(piece)
            at = piece.end()
        names = {(piece["font"].decode(), float(piece["size"])) for piece in pieces}
        if at < found.end("body") or len(names) != 1:
            continue
        ((name, size),) = names
        if name not in fonts:
            continue
        face = fonts[name]
        glyphs = [glyph for piece in pieces for glyph in _glyphs(piece, face, size)]
        if any(right_to_left(glyph.text) for glyph in glyphs) and all(glyph.text for glyph in glyphs):
            matrix = tuple(map(float, found["matrix"].split()))
            look = (name, size, found["paint"], matrix[:4])
            yield _Block(found.start(), found.end(), look, matrix, found["head"], face, name, size, glyphs)


def _glyphs(piece: re.Match[bytes], face: Face, size: float) -> Iterator[_Glyph]:
    told = str(pikepdf.Object.parse(piece["told"])) if piece["told"] else None
    shown = pikepdf.Object.parse(piece["shown"])
    x = float(piece["x"])
    for item in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if not isinstance(item, pikepdf.String):
            x -= float(item) * size / 1000
            continue
        codes = bytes(item)
        for n in range(0, len(codes), 2):
            code = int.from_bytes(codes[n : n + 2])
            yield _Glyph(code, face.texts.get(code, "") if told is None else told, x)
            x += face.widths[code] * size / 1000


# ------------------------------------------------------------------ writing


def _painted(first: _Block, text: list[_Block]) -> bytes:
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


def _signs(first: _Block, text: list[_Block]) -> Iterator[_Sign]:
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
        moved = tuple(Part(code, round(right) - shift, round(up)) for code, right, up in parts)
        yield face.letter(letter.text[:1], max(0, width - shift), moved), letter.x + shift / scale


def _letters(first: _Block, text: list[_Block]) -> Iterator[tuple[_Glyph, list[_Glyph]]]:
    """Yield each letter of a text with its marks, which are painted before it."""
    marks: list[_Glyph] = []
    for block in text:
        along, above = first.place(block)
        for glyph in block.glyphs:
            placed = _Glyph(glyph.code, glyph.text, glyph.x + along, above)
            if first.face.widths[glyph.code]:
                yield placed, marks
                marks = []
            else:
                marks.append(placed)
