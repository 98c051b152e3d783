"""Elements of WordprocessingML: made by name, put into the order that the schema asks for."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

Element = Any
"""An lxml element, whose type the stubs leave open."""

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_DECLARED = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "xml"}

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold: control signs and lone surrogates."""

_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}
_RANKS = {name: {child: n for n, child in enumerate(text.split())} for name, text in _ORDER.items()}


def clean(text: str) -> str:
    """Return ``text`` without the signs that XML cannot hold."""
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def tag(name: str) -> str:
    """Return ``w:p`` as lxml spells it."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def e(name: str, /, *inside: Element | None, **attributes: object) -> Element:
    """Make the element ``name``, such as ``w:p``; what is None is left out.

    Attributes take the element's own prefix, unless theirs is written before an underscore: ``r_id`` is ``r:id``.
    """
    prefix = name.split(":", 1)[0]
    made = etree.Element(tag(name), nsmap=_DECLARED)
    for key, value in attributes.items():
        if value is not None:
            made.set(tag(key.replace("_", ":") if "_" in key else f"{prefix}:{key}"), clean(str(value)))
    for child in inside:
        if child is not None:
            made.append(child)
    return made


def text(value: str) -> list[Element]:
    """Return the text of a run: lines and tabs become their own elements."""
    pieces: list[Element] = []
    for piece in re.split(r"([\n\t])", clean(value)):
        if piece == "\n":
            pieces.append(e("w:br"))
        elif piece == "\t":
            pieces.append(e("w:tab"))
        elif piece:
            pieces.append(e("w:t", xml_space="preserve"))
            pieces[-1].text = piece
    return pieces


def order(root: Element) -> None:
    """Put the properties of paragraphs, runs, tables, cells and sections into the order of the schema."""
    for name, ranks in _RANKS.items():
        for properties in root.iter(tag(f"w:{name}")):
            properties[:] = sorted(properties, key=lambda child: ranks.get(etree.QName(child).localname, len(ranks)))
