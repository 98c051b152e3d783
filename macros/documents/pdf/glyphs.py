"""A font inside a PDF, to which glyphs are added: letters with their marks, and signs that leave no ink."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from functools import cached_property
from struct import pack, unpack
from typing import Any, NamedTuple
from unicodedata import bidirectional

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array

_MEANING = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n")
_ROWS = 100
"""How many rows a section of a character map may have."""
_MOVED, _MORE = 0x0001 | 0x0002, 0x0020
"""Flags of a part of a glyph: moved by x and y, in words of two bytes; not the last part."""


class GlyphPart(NamedTuple):
    """A glyph inside another: which one, and how far it is moved, in thousandths of the size."""

    code: int
    right: int
    up: int


class Face:
    """A TrueType font as Typst puts it into a PDF: codes are numbers of glyphs, the em has a thousand units."""

    def __init__(self, font: Any) -> None:
        """Read what a font of a page says of its codes."""
        self._font, self._inner = font, font.DescendantFonts[0]
        self._map = font.ToUnicode.read_bytes().decode()
        self.texts = {int(c, 16): bytes.fromhex(text).decode("utf-16-be") for c, text in _MEANING.findall(self._map)}
        """What each code stands for."""
        self.is_rtl = any(map(right_to_left, self.texts.values())) and self._is_known()
        """Whether it is used for right-to-left text, and of the kind that glyphs can be added to."""
        self._new: dict[tuple[str, int, tuple[GlyphPart, ...]], int] = {}
        self._parts = 1

    def _is_known(self) -> bool:
        return "/FontFile2" in self._inner.FontDescriptor and self._file["head"].unitsPerEm == 1000  # noqa: PLR2004

    @cached_property
    def widths(self) -> dict[int, float]:
        """How wide each code is, in thousandths of the size."""
        return _widths(self._inner.W)

    @cached_property
    def _file(self) -> TTFont:
        return TTFont(
            io.BytesIO(self._inner.FontDescriptor.FontFile2.read_bytes()), recalcTimestamp=False, recalcBBoxes=False
        )

    @cached_property
    def _names(self) -> list[str]:
        return list(self._file.getGlyphOrder())

    def blank(self, sign: str, width: int) -> int:
        """Return the code of a glyph that stands for a sign and leaves no ink."""
        return self._added(sign, width, ())

    def letter(self, sign: str, width: float, parts: tuple[GlyphPart, ...]) -> int:
        """Return the code of a glyph that shows others and stands for one sign: a glyph that is there, if one does."""
        code, right, up = parts[0]
        if parts[1:] or right or up or self.texts.get(code) != sign or self.widths[code] != width:
            return self._added(sign, round(width), parts)
        return code

    def _added(self, sign: str, width: int, parts: tuple[GlyphPart, ...]) -> int:
        key = (sign, width, parts)
        if key not in self._new:
            self._new[key] = code = len(self._names)
            self._names.append(f"added{code}")
            self.texts[code], self.widths[code] = sign, width
            self._draw(self._names[code], width, parts)
        return self._new[key]

    def _draw(self, name: str, width: int, parts: tuple[GlyphPart, ...]) -> None:
        drawn = [part for part in parts if self._data(part)]  # a space has none
        data, left = self._composed(drawn) if drawn else (b"", 0)
        self._file["glyf"].glyphs[name] = Glyph(data)
        self._file["hmtx"][name] = (width, left)
        self._parts = max(self._parts, len(drawn))

    def _composed(self, parts: list[GlyphPart]) -> tuple[bytes, int]:
        """Return a glyph made of others as it stands in the file, and its left side; fontTools would draw all anew."""
        boxes = [unpack(">4h", self._data(part)[2:10]) for part in parts]
        left, low = (min(box[n] + part[n + 1] for box, part in zip(boxes, parts, strict=True)) for n in (0, 1))
        right, high = (max(box[n + 2] + part[n + 1] for box, part in zip(boxes, parts, strict=True)) for n in (0, 1))
        flags = [_MOVED | _MORE] * (len(parts) - 1) + [_MOVED]
        placed = (pack(">2H2h", flag, *part) for flag, part in zip(flags, parts, strict=True))
        return pack(">5h", -1, left, low, right, high) + b"".join(placed), left

    def _data(self, part: GlyphPart) -> bytes:
        data: bytes = getattr(self._file["glyf"].glyphs[self._names[part.code]], "data", b"")
        return data

    def write(self, document: pikepdf.Pdf) -> bool:
        """Put what was added into the PDF; tell whether anything was."""
        if not self._new:
            return False
        self._file.setGlyphOrder(self._names)
        self._file["post"].formatType = 3.0  # without names of glyphs
        self._make_room()
        held = io.BytesIO()
        self._file.save(held)
        descriptor = self._inner.FontDescriptor
        descriptor.FontFile2 = document.make_stream(held.getvalue(), Length1=len(held.getvalue()))
        if "/CIDSet" in descriptor:  # would have to list what was added; nothing needs it
            del descriptor.CIDSet
        codes = sorted(self._new.values())
        self._inner.W.extend([codes[0], Array([round(self.widths[code]) for code in codes])])
        rows = [f"<{code:04X}> <{self.texts[code].encode('utf-16-be').hex().upper()}>\n" for code in codes]
        parts = (rows[n : n + _ROWS] for n in range(0, len(rows), _ROWS))
        added = "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in parts)
        self._font.ToUnicode = document.make_stream(self._map.replace("endcmap", f"{added}endcmap", 1).encode())
        return True

    def _make_room(self) -> None:
        """Say in the font file how large its glyphs are at most, now that some hold others."""
        most = self._file["maxp"]
        most.maxComponentElements = max(most.maxComponentElements, self._parts)
        most.maxComponentDepth += 1
        most.maxCompositePoints = max(most.maxPoints, most.maxCompositePoints) * self._parts
        most.maxCompositeContours = max(most.maxContours, most.maxCompositeContours) * self._parts


def right_to_left(text: str) -> bool:
    """Tell whether a text has a letter of a script that runs from right to left."""
    return any(bidirectional(sign) in {"R", "AL"} for sign in text)


def _widths(listed: Any) -> dict[int, float]:
    """Return the widths of codes; those that are not listed have none."""
    widths: dict[int, float] = defaultdict(float)
    items = iter(listed)
    for first in items:
        second = next(items)
        if isinstance(second, Array):
            widths.update((int(first) + n, float(width)) for n, width in enumerate(second))
        else:
            width = float(next(items))
            widths.update((code, width) for code in range(int(first), int(second) + 1))
    return widths
