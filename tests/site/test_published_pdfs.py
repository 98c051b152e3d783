"""Every published PDF on paper: letters that people can read, and no page that ends with a heading."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pypdfium2
import pytest
import typst

from macros.source.vademecum import vademecum
from tests.built import built_site
from tests.documents.printed import filled, last, smallest

POCKET, SHEET = 7.0, 8.0
"""The smallest letters, in points: of the sheet that is folded for a pocket, and of all others."""
TURNED = 1 / 3
"""How much of its last page a sheet fills that people turn for it."""


class PublishedPdf(NamedTuple):
    """What a PDF is on paper."""

    pages: int
    smallest: float
    ends: list[str]
    """What stands last on each page."""
    filled: float
    """How much of the last page is filled."""


def paper(data: bytes, least: float) -> PublishedPdf:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = list(document)
        small = min(smallest(page, least) for page in pages)
        return PublishedPdf(len(pages), small, [last(page) for page in pages], filled(pages[-1]))
    finally:
        document.close()


def least(name: str) -> float:
    return POCKET if name.endswith("pocket.pdf") else SHEET


@cache
def papers() -> dict[str, PublishedPdf]:
    """Return every PDF of the site by its address."""
    site = built_site()[0]
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.pdf"))}
    return {name: paper(path.read_bytes(), least(name)) for name, path in paths.items()}


def test_letters_on_paper_can_be_read() -> None:
    for name, it in papers().items():
        print(f"{name}: {it.pages} pages, from {it.smallest:.1f} pt")  # noqa: T201 (the list is asked for with -s)
    assert {name: it.smallest for name, it in papers().items() if it.smallest < least(name)} == {}


def test_no_page_ends_with_a_heading_or_the_head_of_a_table() -> None:
    lone = {"TH", *(f"H{level}" for level in range(1, 7))}
    ends = {name: [n for n, end in enumerate(it.ends, 1) if end in lone] for name, it in papers().items()}
    assert {name: pages for name, pages in ends.items() if pages} == {}


def test_nobody_turns_the_sheet_of_a_tool_for_its_foot_alone() -> None:
    tools = {f"downloads/{tool.id}{ending}.pdf" for tool in vademecum("fr").tools for ending in ("", "-example")}
    sheets = {name: it for name, it in papers().items() if name[name.index("downloads/") :] in tools}
    assert len(sheets) > len(tools) / 3
    assert {name: it.filled for name, it in sheets.items() if it.pages > 1 and it.filled < TURNED} == {}


@pytest.mark.parametrize(
    ("body", "letters", "ends"),
    [
        ("Texte", 11.0, ["P"]),
        ("= Titre\nTexte", 11.0, ["P"]),
        ("Texte\n= Titre\n#pagebreak()\nTexte", 11.0, ["H1", "P"]),
        ("Texte\n= #text(lang: 'en')[Title]\n#pagebreak()\nTexte", 11.0, ["H1", "P"]),
        ("#table(table.header[Tête], [Case])", 11.0, ["TD"]),
        ("#table(table.header[Tête])", 11.0, ["TH"]),
        ("Texte #text(size: 6pt)[fin]", 6.0, ["P"]),
        ("Texte #text(size: 6pt)[FR]", 11.0, ["P"]),
        ("#scale(50%)[Texte]", 5.5, ["Span"]),
    ],
)
def test_what_is_small_or_last_is_seen(body: str, letters: float, ends: list[str]) -> None:
    head = "#set document(title: [x])\n#set text(size: 11pt, lang: 'fr')\n#show heading: set text(size: 11pt)\n"
    data = typst.compile((head + body).replace("'", '"').encode(), format="pdf", pdf_standards="ua-1")
    assert isinstance(data, bytes)
    assert (paper(data, SHEET).smallest, paper(data, SHEET).ends) == (letters, ends)
