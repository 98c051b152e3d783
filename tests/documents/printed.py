"""What a PDF shows on paper: how large its letters are, and what stands last on each page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import partial

import pypdfium2
from pypdfium2 import raw

MARK = re.compile(r"[\s\u200e\u200f\u202a-\u202f\u2060]*[A-Z†]{0,3}[\s\u202a-\u202f\u2060]*")
"""A raised mark, or a part of it: the language of a text that is not translated, or † for one that is behind."""

FOOT = 40.0
"""Height of the foot of a page, in points."""


def smallest(page: pypdfium2.PdfPage, least: float) -> float:
    """Return the size of the smallest letters of a page; of those below ``least``, raised marks are left out."""
    found = [(size(item), item) for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3)]
    small = [item for own, item in found if own < least]
    text = page.get_textpage() if small else None
    marks = {id(item) for item in small if MARK.fullmatch(said(item, text))}
    return min((own for own, item in found if id(item) not in marks), default=least)


def size(item: pypdfium2.PdfObject) -> float:
    """Return the size of a piece of text as printed, in points, to a tenth."""
    told = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item.raw, told)
    across, up, *_ = item.get_matrix().get()
    return round(float(told.value) * float(across**2 + up**2) ** 0.5, 1)


def filled(page: pypdfium2.PdfPage) -> float:
    """Return how far down a page has text, its foot aside: 0 for nothing, 1 for the whole page."""
    bottoms = [item.get_bounds()[1] for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3)]
    return 1 - min((bottom for bottom in bottoms if bottom > FOOT), default=page.get_height()) / page.get_height()


def said(item: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage | None) -> str:
    """Return what a piece of text says."""
    return _told(partial(raw.FPDFTextObj_GetText, item.raw, text))


def last(page: pypdfium2.PdfPage) -> str:
    """Return what stands last on a page, its foot aside: P, H2, TD …; nothing on a page that is all drawing."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        tops = [raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree))]
        return next((kind for top in reversed(tops) for kind in _backwards(top, "")), "")
    finally:
        raw.FPDF_StructTree_Close(tree)


def _backwards(element: object, around: str) -> Iterator[str]:
    """Yield what each text of an element is, last first: the heading around it, or the element itself."""
    kind = _told(partial(raw.FPDF_StructElement_GetType, element))
    kind = around if around.startswith("H") else kind
    for n in reversed(range(raw.FPDF_StructElement_CountChildren(element))):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, n):
            yield from _backwards(child, kind)
        elif raw.FPDF_StructElement_GetChildMarkedContentID(element, n) >= 0:
            yield kind


def _told(ask: partial[int]) -> str:
    """Return the words that PDFium writes into a buffer."""
    room = ask(None, 0)
    held = ctypes.create_string_buffer(room)
    ask(ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)) if ask.func is raw.FPDFTextObj_GetText else held, room)
    return held.raw.decode("utf-16-le").rstrip("\0")
