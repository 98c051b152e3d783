"""The look of cells: one place for fonts, colours and lines of a workbook, after the style of all documents."""

from __future__ import annotations

import math
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from macros.documents import style
from macros.documents.breadth import breadth
from macros.documents.outline.marks import STALE, Marks
from macros.model.locale import is_rtl
from macros.model.vademecum import Language
from macros.model.words import Words

FONT, SIZE, DIGIT = "Arial", 10.5, 10
"""A workbook cannot carry its font and measures its columns by it: so the one that every office has, or one as wide.

Signs of 14 pixels: LibreOffice rounds those of other sizes down on the screen, and cuts the last line on paper. A digit
of 10 points is the unit of widths.
"""

RTL_EDGE = "DejaVu Sans"
"""The font of heads and feet that run from right to left. In them LibreOffice finds no letters in place of those that a
missing font, or its own without Arabic, lacks: boxes are printed. It brings this font along; Excel takes another."""

SHORT = 40
"""Letters up to which a text may happen to be all wide letters."""

MARKS = {"good": "✓", "watch": "!", "act": "✕", "neutral": ""}
"""The sign beside the colour of a reading; ✓ fine, ! look, ✕ act."""

GROUNDS = {"good": "#e3efe6", "watch": "#f7ecd2", "act": "#f6dfdc"}
"""The ground of readings."""

_WRAP = {"text_wrap": True}
_BOX = {"border": 1, "border_color": style.CONTROL}
_LINE = {"bottom": 1, "bottom_color": style.LINE}
_KINDS: dict[str, dict[str, Any]] = {
    "kicker": {"font_color": style.SOFT},
    "title": {"font_size": 18, "bold": True, "font_color": style.INK, "valign": "top"},
    "part": {"font_size": 13, "bold": True, "font_color": style.ACCENT, "valign": "vcenter"},
    "guide": {"font_color": style.SOFT, "valign": "top", **_WRAP},
    "text": {"valign": "top", **_WRAP},
    "name": {"bold": True, "valign": "top", **_WRAP},
    "link": {"font_color": style.ACCENT, "underline": 1, "valign": "top"},
    "heading": {"bold": True, "font_color": style.ACCENT, "valign": "bottom"},
    "group": {"bold": True, "font_color": style.ACCENT, "bottom": 2, "bottom_color": style.ACCENT, "valign": "bottom"},
    "column": {"bold": True, "indent": 1, "bottom": 1, "bottom_color": style.INK, "valign": "bottom", **_WRAP},
    "label": {**_LINE, **_WRAP},
    "sum_label": {"bold": True, "top": 1, "top_color": style.INK, **_LINE, **_WRAP},
    "number": {"font_color": style.SOFT, "align": "center", **_LINE},
    "note": {"font_color": style.SOFT, "indent": 1},
    "input": {"locked": False, "bg_color": style.PAPER, "indent": 1, **_BOX, **_WRAP},
    "long": {"locked": False, "bg_color": style.PAPER, "valign": "top", "indent": 1, **_BOX, **_WRAP},
    "calc": {"bg_color": style.RAISED, "indent": 1, "border": 1, "border_color": style.LINE, **_WRAP},
    "sum": {
        "bg_color": style.RAISED, "bold": True, "indent": 1, "border": 1, "border_color": style.LINE,
        "top": 1, "top_color": style.INK, **_WRAP,
    },
    "result": {
        "bg_color": style.RAISED, "bold": True, "indent": 1, "font_size": 13,
        "border": 1, "border_color": style.LINE, **_WRAP,
    },
    "reading": {"indent": 1, **_LINE, **_WRAP},
    "alarm": {"bold": True, "font_color": style.TONES["act"], **_LINE, **_WRAP},
    "plain": {"indent": 1, **_LINE},
    "gauge": {"font_name": "Courier New", "font_color": style.ACCENT, "font_size": 14},
    "scale": {"font_name": "Courier New", "font_color": style.SOFT},
    "key": {"font_color": style.SOFT},
}  # fmt: skip


class Look:
    """Formats of one workbook, made when first asked for."""

    def __init__(self, book: Workbook, language: Language) -> None:
        """Take the direction and font of a language."""
        self.xlsx, self.language = book, language
        self.rtl = language.direction == "rtl"
        self.marks = Marks(language.code)
        self.edge_font = RTL_EDGE if self.rtl else FONT
        self._made: dict[tuple[Any, ...], Format] = {}

    def __call__(self, kind: str, words: str | None = None, **more: Any) -> Format:
        """Return the format of a kind of cell; ``words`` are what it says, which may be in another language.

        ``align`` is ``start`` or ``end`` of the reading direction.
        """
        properties = {"font_name": FONT, "font_size": SIZE, "font_color": style.INK, "valign": "top"}
        properties |= _KINDS[kind] | more
        if properties.get("align", "center") == "center":
            properties.pop("indent", None) if "align" in properties else properties.update(align="start")
        if (align := properties.get("align")) in {"start", "end"}:
            properties["align"] = "right" if (align == "start") == self.rtl else "left"
        rtl = self.rtl
        if isinstance(words, Words) and words.language != self.language.code:
            rtl = is_rtl(words.language)
            properties |= {"italic": True}
        properties["reading_order"] = 2 if rtl else 1
        at = tuple(sorted(properties.items()))
        if at not in self._made:
            self._made[at] = self.xlsx.add_format(properties)
        return self._made[at]

    def say(self, words: str) -> str:
        """Return a text as it stands in a cell, and remember which marks the head has to explain."""
        mark = self.marks.of(words)
        return f"{words} {mark}" if mark == STALE else str(words)

    def tint(self, tone: str) -> Format:
        """Return the conditional format of a reading: ground, ink and sign."""
        key = ("tint", tone)
        if key not in self._made:
            sign = f'"{MARKS[tone]} "@'
            self._made[key] = self.xlsx.add_format(
                {"bg_color": GROUNDS[tone], "font_color": style.TONES[tone], "bold": True, "num_format": sign}
            )
        return self._made[key]

    def ink(self, tone: str) -> Format:
        """Return the conditional format of a line to look at: its colour."""
        key = ("ink", tone)
        if key not in self._made:
            self._made[key] = self.xlsx.add_format({"font_color": style.TONES[tone]})
        return self._made[key]


def lines(text: str, width: float) -> int:
    """Estimate how many lines a text takes in ``width`` digits of column, with room to spare for other fonts."""
    pieces = [line for part in text.split("\n") for line in broken(part, width) or [""]]
    return sum(max(1, math.ceil(_length(line) / max(width, 1))) for line in pieces)


def _length(text: str) -> float:
    """Return how wide a text is, in digits; long ones are narrower, on average, since most letters are."""
    digits = breadth(text)
    if digits > len(text):  # wide signs are all alike, and no program makes them narrower than their height
        return digits * 1.06
    return digits * (1.02 if digits < SHORT else 0.93)


def fits(text: str, width: float, size: float) -> bool:
    """Tell whether a text fits on one line of ``width`` digits of column."""
    return _length(text) * size / DIGIT <= width


def broken(text: str, width: float, size: float = SIZE) -> list[str]:
    """Return a text in lines that each fit into ``width`` digits of column, with room to spare for other fonts."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):  # a no-break space keeps its words together
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer, width, size):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(text: str, letters: int) -> str:
    """Return a text that repeats what stands whole elsewhere: its beginning, with a sign that it goes on."""
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def font(points: float) -> float:
    """Return the size of signs, in points, for which programs make a row at least so high."""
    return min(400.0, max(1.0, math.ceil(points / 1.24)))


def height(text: str, width: float, size: float = SIZE) -> float:
    """Estimate the height in points of a text that wraps."""
    return lines(text, width * DIGIT / size) * size * 1.42 + 3
