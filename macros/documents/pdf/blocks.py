"""What Typst paints of right-to-left text in a PDF, read block by block and put together to whole texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pikepdf

from macros.documents.pdf.glyphs import Face, right_to_left

_BLOCK = re.compile(rb"(?P<head>q (?P<matrix>(?:\S+ ){6})cm(?P<paint>[^\n]*)\n)BT(?P<body>.*?)\nET\nQ\n", re.DOTALL)
_PIECE = re.compile(
    rb"(?:/Span<</ActualText(?P<told>[<(].*?[>)])>>BDC)?(?:/ReversedChars BMC)? 0 Tr"
    rb"/(?P<font>\w+) (?P<size>[\d.]+) Tf 1 0 0 -1 (?P<x>\S+) 0 Tm(?P<shown>[\[(<].*?[\])>])T[Jj]\n?(?:EMC\n?)*",
    re.DOTALL,
)
_BETWEEN = re.compile(rb"(?:EMC/[^\n]*\n)?")

_SAME = 0.01
"""How far, in parts of the size, two places may lie apart and be the same one."""
_KERN = 0.4
"""How far kerning moves a letter at most, in parts of the size."""


class Glyph(NamedTuple):
    """One glyph that is painted."""

    code: int
    text: str
    """What its cluster stands for."""
    x: float
    """Where it stands on its line, and how far above it, in points."""
    rise: float = 0.0


@dataclass
class TextBlock:
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
    glyphs: list[Glyph]

    @property
    def is_marks(self) -> bool:
        """Whether it paints nothing but marks, which take no room."""
        return not any(self.face.widths[glyph.code] for glyph in self.glyphs)

    @property
    def ends_in_letter(self) -> bool:
        """Whether a letter comes last."""
        return self.face.widths[self.glyphs[-1].code] > 0

    @property
    def last(self) -> float:
        """Where its line has got to."""
        return self.glyphs[-1].x + self.face.widths[self.glyphs[-1].code] * self.size / 1000

    def place(self, other: TextBlock) -> tuple[float, float]:
        """Return where another block begins, seen from this one: along the line and above it."""
        a, b, c, d = self.matrix[:4]
        right, up = other.matrix[4] - self.matrix[4], other.matrix[5] - self.matrix[5]
        scale = a * d - b * c
        return (d * right - c * up) / scale, (b * right - a * up) / scale


def texts(content: bytes, fonts: dict[str, Face]) -> Iterator[list[TextBlock]]:
    """Yield each right-to-left text: blocks of letters, and of the marks that belong to the letter after them."""
    text: list[TextBlock] = []
    for block in _blocks(content, fonts):
        if text and not _joins(text, block, content):
            yield from _whole(text)
            text = []
        text.append(block)
    yield from _whole(text)


def _whole(text: list[TextBlock]) -> Iterator[list[TextBlock]]:
    """Yield a text up to its last letter: marks without a letter after them stay as they are."""
    while text and not text[-1].ends_in_letter:
        text = text[:-1]
    if text:
        yield text


def _joins(text: list[TextBlock], block: TextBlock, content: bytes) -> bool:
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


def _blocks(content: bytes, fonts: dict[str, Face]) -> Iterator[TextBlock]:
    for block in _BLOCK.finditer(content):
        pieces, at = [], block.start("body")
        while piece := _PIECE.match(content, at, block.end("body")):
            pieces.append(piece)
            at = piece.end()
        names = {(piece["font"].decode(), float(piece["size"])) for piece in pieces}
        if at < block.end("body") or len(names) != 1:
            continue
        ((name, size),) = names
        if name not in fonts:
            continue
        face = fonts[name]
        glyphs = [glyph for piece in pieces for glyph in _glyphs(piece, face, size)]
        if any(right_to_left(glyph.text) for glyph in glyphs) and all(glyph.text for glyph in glyphs):
            matrix = tuple(map(float, block["matrix"].split()))
            look = (name, size, block["paint"], matrix[:4])
            yield TextBlock(block.start(), block.end(), look, matrix, block["head"], face, name, size, glyphs)


def _glyphs(piece: re.Match[bytes], face: Face, size: float) -> Iterator[Glyph]:
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
            yield Glyph(code, face.texts.get(code, "") if told is None else told, x)
            x += face.widths[code] * size / 1000
