"""The styles of a Word document: real headings, guidance that deletes in one step, cells, marks."""

from __future__ import annotations

from collections.abc import Sequence

from macros.documents.locales import locale
from macros.documents.style import ACCENT, CONTROL, INK, LINE, SANS, SANS_ARABIC, SOFT
from macros.documents.word.elements import Element, e
from macros.documents.word.pen import GUIDANCE, LISTS, Pen

TITLE, LEAD, HEADING, SECTION, SUBSECTION, TEXT, SMALL, NOTE = 24.0, 12.0, 15.0, 12.0, 10.5, 10.5, 9.0, 8.0
"""Sizes in points: a step larger than on the printed sheets, since people write in these."""

NUMBERED = 2
"""Levels of headings that bear numbers."""

OUTLINE, ROWS = "1", "2"
"""The numbering of headings, and of rows."""

FALLBACKS = {SANS: "Calibri", SANS_ARABIC: "Arial"}
"""What programs take where our fonts are not installed."""


def styles(pen: Pen, guidance: str) -> list[Element]:
    """Return what word/styles.xml holds: defaults, then every style; ``guidance`` is the readers' name of advice."""
    return [_defaults(pen), *_text(pen), *_ours(pen, guidance), *_characters(), *_tables()]


def _defaults(pen: Pen) -> Element:
    code = locale(pen.code)
    language = e("w:lang", val="fr-FR" if pen.rtl else code, eastAsia="en-US", bidi=code if pen.rtl else "ar-SA")
    return e(
        "w:docDefaults",
        e("w:rPrDefault", e("w:rPr", _fonts(), *_sized(TEXT), language)),
        e("w:pPrDefault", e("w:pPr", e("w:spacing", after=100, line=288, lineRule="auto"))),
    )


def _fonts() -> Element:
    return e("w:rFonts", ascii=SANS, hAnsi=SANS, eastAsia=SANS, cs=SANS_ARABIC)


def _sized(points: float) -> tuple[Element, Element]:
    return e("w:sz", val=round(points * 2)), e("w:szCs", val=round(points * 2))


def _style(  # noqa: PLR0913 (a style has as many properties as it has)
    pen: Pen,
    identifier: str,
    name: str,
    *ppr: Element | None,
    based: str | None = "Normal",
    size: float | None = None,
    colour: str | None = None,
    bold: bool = False,
    following: str | None = None,
    quick: bool = True,
) -> Element:
    """Return a paragraph style; ``bidi`` stands in the style too, so that new paragraphs begin on the right side."""
    kept = [item for item in ppr if item is not None]
    if pen.rtl:
        kept.append(e("w:bidi"))
    properties = [
        *((e("w:b"), e("w:bCs")) if bold else ()),
        e("w:color", val=colour.removeprefix("#")) if colour else None,
        *(_sized(size) if size else ()),
    ]
    written = [item for item in properties if item is not None]
    return e(
        "w:style",
        e("w:name", val=name),
        e("w:basedOn", val=based) if based else None,
        e("w:next", val=following) if following else None,
        e("w:qFormat") if quick else None,
        e("w:pPr", *kept) if kept else None,
        e("w:rPr", *written) if written else None,
        type="paragraph",
        styleId=identifier,
        default=None if based else "1",
        customStyle="1" if identifier.startswith("Vademecum") else None,
    )


def _space(before: float, after: float, line: int | None = None) -> Element:
    """Return the space around a paragraph, in points, and its line height in 240ths."""
    rule = None if line is None else "auto"
    return e("w:spacing", before=round(before * 20), after=round(after * 20), line=line, lineRule=rule)


def _text(pen: Pen) -> list[Element]:
    """Return the styles that every Word knows, so that its navigation and contents list work."""

    def heading(level: int, size: float, before: float, after: float, colour: str = INK) -> Element:
        numbered = e("w:numPr", e("w:ilvl", val=level - 1), e("w:numId", val=OUTLINE)) if level <= NUMBERED else None
        ppr = [e("w:keepNext"), e("w:keepLines"), numbered, _space(before, after, 264),
               e("w:outlineLvl", val=level - 1)]  # fmt: skip
        return _style(pen, f"Heading{level}", f"heading {level}", *ppr, size=size, colour=colour, bold=True,
                      following="Normal")  # fmt: skip

    title = [e("w:keepNext"), e("w:keepLines"), _space(0, 6, 252)]
    rule = e("w:pBdr", e("w:top", val="single", sz=4, space=6, color=LINE.removeprefix("#")))
    return [
        _style(pen, "Normal", "Normal", based=None, colour=INK),
        _style(pen, "Title", "Title", *title, size=TITLE, bold=True, following="Normal"),
        heading(1, HEADING, 22, 5, ACCENT),
        heading(2, SECTION, 14, 3),
        heading(3, SUBSECTION, 10, 2),
        _style(pen, "TOC1", "toc 1", _space(0, 1.5, 252), size=9.5, quick=False),
        _style(pen, "TOC2", "toc 2", _space(0, 1, 252), e("w:ind", left=340), size=SMALL, quick=False, colour=SOFT),
        _style(pen, "Header", "header", _space(0, 0, 240), size=NOTE, colour=SOFT, quick=False),
        _style(pen, "Footer", "footer", rule, _space(0, 0, 240), size=NOTE, colour=SOFT, quick=False),
    ]


def _ours(pen: Pen, guidance: str) -> list[Element]:
    """Return our own styles: advice, answers, labels, cells and their heads, the title of the contents list."""
    # No indent, no border, no list: what is alike everywhere, Word selects everywhere.
    return [
        _style(pen, GUIDANCE, guidance, e("w:keepLines"), _space(1, 3, 259), size=SMALL, colour=SOFT,
               following="Normal"),
        _style(pen, "VademecumAnswer", "Vademecum Answer", _space(4, 10), colour=INK),
        _style(pen, "VademecumLabel", "Vademecum Label", _space(2, 2, 252), size=9.5, colour=INK),
        _style(pen, "VademecumGroup", "Vademecum Group", e("w:keepNext"), _space(7, 2, 252), size=SMALL, colour=ACCENT,
               bold=True),
        _style(pen, "VademecumCell", "Vademecum Cell", _space(2, 2, 252), size=9.5),
        _style(pen, "VademecumHead", "Vademecum Head", e("w:keepNext"), _space(2, 3, 240), size=8.5, colour=SOFT,
               bold=True),
        _style(pen, "VademecumContents", "Vademecum Contents", e("w:keepNext"), _space(18, 4), size=SUBSECTION,
               bold=True),
        _style(pen, "VademecumGap", "Vademecum Gap", e("w:spacing", before=0, after=0, line=160, lineRule="exact"),
               size=4, quick=False),
        _style(pen, "VademecumBreak", "Vademecum Break", e("w:spacing", before=0, after=0, line=20, lineRule="exact"),
               size=1, quick=False),
    ]  # fmt: skip


def _characters() -> list[Element]:
    """Return the styles of runs: placeholders, links, the mark of a text in another language."""

    def style(identifier: str, name: str, *properties: Element, custom: bool = False, default: bool = False) -> Element:
        return e(
            "w:style",
            e("w:name", val=name),
            e("w:basedOn", val="DefaultParagraphFont") if not default else None,
            e("w:uiPriority", val=99) if not custom else None,
            e("w:rPr", *properties) if properties else None,
            type="character",
            styleId=identifier,
            default="1" if default else None,
            customStyle="1" if custom else None,
        )

    def coloured(value: str) -> Element:
        return e("w:color", val=value.removeprefix("#"))

    return [
        style("DefaultParagraphFont", "Default Paragraph Font", default=True),
        style("PlaceholderText", "Placeholder Text", coloured(CONTROL)),
        style("Strong", "Strong", e("w:b"), e("w:bCs")),
        style("Hyperlink", "Hyperlink", coloured(ACCENT)),
        style("VademecumMark", "Vademecum Mark", coloured(SOFT), *_sized(7), e("w:vertAlign", val="superscript"),
              custom=True),
        style("VademecumSoft", "Vademecum Soft", coloured(SOFT), *_sized(NOTE), custom=True),
    ]  # fmt: skip


def _tables() -> list[Element]:
    """Return the plain table of Word and ours: hairlines between rows, room around words."""
    margins = e("w:tblCellMar", *(e(f"w:{side}", w=width, type="dxa") for side, width in _MARGINS))
    line = {"val": "single", "sz": 4, "space": 0, "color": LINE.removeprefix("#")}
    borders = e("w:tblBorders", e("w:top", **line), e("w:bottom", **line), e("w:insideH", **line))
    plain = e("w:tblCellMar", *(e(f"w:{side}", w=width, type="dxa") for side, width in _PLAIN))
    return [
        e("w:style", e("w:name", val="Normal Table"), e("w:uiPriority", val=99), e("w:semiHidden"),
          e("w:unhideWhenUsed"), e("w:tblPr", e("w:tblInd", w=0, type="dxa"), plain),
          type="table", default="1", styleId="TableNormal"),
        e("w:style", e("w:name", val="Vademecum Table"), e("w:basedOn", val="TableNormal"), e("w:qFormat"),
          e("w:tblPr", borders, margins), type="table", customStyle="1", styleId="VademecumTable"),
        e("w:style", e("w:name", val="No List"), e("w:semiHidden"), type="numbering", default="1", styleId="NoList"),
    ]  # fmt: skip


_MARGINS = (("top", 28), ("left", 85), ("bottom", 28), ("right", 85))
_PLAIN = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))


def numbering(lists: Sequence[int]) -> list[Element]:
    """Return what word/numbering.xml holds: the numbers of headings, and of the rows of ``lists``, from what each says.

    They follow when sections change places and when rows are repeated.
    """

    def level(n: int, sign: str) -> Element:
        return e(
            "w:lvl",
            e("w:start", val=1),
            e("w:numFmt", val="decimal"),
            e("w:pStyle", val=f"Heading{n + 1}"),
            # A space, no tab: LibreOffice hangs numbers into the margin where lines run from right to left.
            e("w:suff", val="space"),
            e("w:lvlText", val=sign),
            e("w:lvlJc", val="left"),
            e("w:pPr", e("w:ind", left=0, firstLine=0)),
            ilvl=n,
        )

    levels = [level(0, "%1\u2002"), level(1, "%1.%2\u2002")]
    return [
        e("w:abstractNum", e("w:multiLevelType", val="multilevel"), *levels, abstractNumId=OUTLINE),
        e("w:abstractNum", e("w:multiLevelType", val="singleLevel"), _counted(), abstractNumId=ROWS),
        e("w:num", e("w:abstractNumId", val=OUTLINE), numId=OUTLINE),
        *(
            e(
                "w:num",
                e("w:abstractNumId", val=ROWS),
                e("w:lvlOverride", e("w:startOverride", val=first), ilvl=0),
                numId=LISTS + n,
            )
            for n, first in enumerate(lists, 1)
        ),
    ]


def _counted() -> Element:
    """Return the numbers of rows."""
    return e(
        "w:lvl",
        e("w:start", val=1),
        e("w:numFmt", val="decimal"),
        e("w:suff", val="nothing"),
        e("w:lvlText", val="%1"),
        e("w:lvlJc", val="left"),
        e("w:pPr", e("w:ind", left=0, firstLine=0)),
        e("w:rPr", e("w:color", val=SOFT.removeprefix("#")), *_sized(NOTE)),
        ilvl=0,
    )
