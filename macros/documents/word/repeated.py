"""Rows and cards that Word repeats: a person presses + for one more.

A repeated row keeps the keys of the row that it was made from, and Word gives each item a number of its own
(``w:id``). So item and key together name one answer, however often a row was repeated.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.documents.word.controls import tagged
from macros.documents.word.elements import Element, e
from macros.documents.word.pen import Pen


def repeated(pen: Pen, name: str, title: str, items: Sequence[tuple[str, Sequence[Element]]]) -> Element:
    """Return the section of the part ``name`` around its items, each a key and what stands in it."""
    section = e("w15:repeatingSection", e("w15:sectionTitle", w_val=title))
    inside = [
        e("w:sdt", e("w:sdtPr", *tagged(pen, f"{name}.{at}", title), e("w15:repeatingSectionItem")),
          e("w:sdtContent", *elements))
        for at, elements in items
    ]  # fmt: skip
    return e("w:sdt", e("w:sdtPr", *tagged(pen, name, title), section), e("w:sdtContent", *inside))
