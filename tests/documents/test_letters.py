"""Right-to-left text of every PDF comes out of other programs as it went in: word by word, mark by mark."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import pypdf
import pypdfium2
import pytest

from macros.documents import pdf
from macros.documents.catalogue import Catalogue, Download
from macros.documents.pdf import press
from macros.model.content import Phase, Topic
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.source.vademecum import vademecum
from tests.documents import specimens

SITE = "https://example.org/ar/"
LETTERS = re.compile(r"[\u0621-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0670\ufb50-\ufdff\ufe70-\ufefe]+")
"""A word in Arabic letters, presentation forms too: those must not come out."""
FORMATS = re.compile("[\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069]")
ABOUT = {"title", "description", "keywords", "site-name", "qr", "ui", "caveats", "level-hint", "scale"}
"""Data about a document, or that some layouts leave out."""
UNPRINTED = {"tip", "tips", "alt", "kind", "lines", "summary"}


def poppler(data: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


READERS = (poppler, pdfium)


def words(text: str) -> Counter[str]:
    return Counter(LETTERS.findall(FORMATS.sub("", unicodedata.normalize("NFC", text))))


def texts(value: Any, leave: frozenset[str] = frozenset()) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in leave:
                yield from texts(item, leave)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item, leave)


def pressed(make: Callable[[], bytes]) -> tuple[dict[str, Any], bytes]:
    """Make a document; return what went into it too."""
    given: list[dict[str, Any]] = []
    unwatched = press.press

    def watched(template: str, data: dict[str, Any]) -> bytes:
        given.append(data)
        return unwatched(template, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "press", watched)
        made = make()
    return given[0], made


def misread(data: dict[str, Any], made: bytes) -> dict[str, dict[str, int]]:
    """Return the words that other programs read and nobody wrote: torn, joined, turned round."""
    written = words(" ".join(texts(data)))
    read = {reader.__name__: words(reader(made)) for reader in READERS}
    assert all(found.total() > 0 for found in read.values())
    strange = {name: {word: n for word, n in found.items() if word not in written} for name, found in read.items()}
    return {name: found for name, found in strange.items() if found}


def said_once(value: Any) -> Any:
    """Leave out of each cell of a table what the head of its column, or the line below, says once for all."""
    if isinstance(value, dict):
        return {
            key: [cell.get("text") if isinstance(cell, dict) else cell for cell in item]
            if key == "cells" and isinstance(item, list)
            else said_once(item)
            for key, item in value.items()
        }
    return [said_once(item) for item in value] if isinstance(value, list | tuple) else value


def lost(data: dict[str, Any], made: bytes) -> dict[str, dict[str, int]]:
    """Return the words that were written and that other programs read less often."""
    shown = {key: value for key, value in data.items() if key not in ABOUT}
    printed = words(" ".join(texts(said_once(shown), frozenset(UNPRINTED))))
    assert printed.total() > 0
    return {reader.__name__: gone for reader in READERS if (gone := dict(printed - words(reader(made))))}


def published() -> Iterator[tuple[tuple[str, str], Download]]:
    """Yield documents with Arabic words: all of tools, every third checklist, for the booklet has their words too."""
    for code in ("ar", "fr", "en"):
        found: dict[str, list[Download]] = {}
        for document in Catalogue(vademecum(code)).documents:
            if document.format == "pdf" and (code == "ar" or document.kind == "booklet"):
                found.setdefault(document.kind, []).append(document)
        for kind, documents in found.items():
            yield from (((code, one.name), one) for one in documents[:: 3 if kind in {"checklist", "detailed"} else 1])


PUBLISHED = dict(published())


@pytest.mark.parametrize(("code", "name"), PUBLISHED)
def test_every_arabic_word_of_the_site_is_read_as_it_was_written(code: str, name: str) -> None:
    document = PUBLISHED[code, name]
    assert document.make is not None
    data, made = pressed(partial(document.make, SITE))
    wrong, gone = misread(data, made), lost(data, made)
    if code != "ar":  # PDFium tears marked words apart in lines that run from left to right, whatever a file says
        wrong.pop("pdfium", None)
        assert [word for word in gone.pop("pdfium", {}) if word.isalpha()] == []
    assert (wrong, gone) == ({}, {})


# ------------------------------------------------------------------ hard words


@cache
def hard() -> Vademecum:
    return specimens.worded(vademecum("ar"), specimens.HARD)


def _entry(identifier: str) -> Topic | Phase:
    entry = hard().by_id[identifier]
    assert isinstance(entry, Topic | Phase)
    return entry


def _tool(identifier: str) -> Tool:
    return hard().get(Tool, identifier)


TOPIC = "preparation.preliminary"
MAKERS: dict[str, Callable[[], bytes]] = {
    "short": lambda: pdf.checklist(hard(), _entry(TOPIC), detailed=False, site=SITE),
    "detailed": lambda: pdf.checklist(hard(), _entry("change"), detailed=True, site=SITE),
    "booklet": lambda: pdf.booklet(hard(), site=SITE),
    "pocket": lambda: pdf.pocket(hard(), site=SITE),
}
TOOLS = [tool.id for tool in vademecum("ar").tools if tool.parts and "pdf" in tool.formats]


@cache
def made(kind: str) -> tuple[dict[str, Any], bytes]:
    return pressed(MAKERS[kind])


@pytest.mark.parametrize("kind", MAKERS)
def test_hard_words_are_read_as_they_were_written(kind: str) -> None:
    assert misread(*made(kind)) == {}
    if kind != "short":  # which leaves out whatever has no room on its sheet
        assert lost(*made(kind)) == {}


@pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
@pytest.mark.parametrize("tool", TOOLS)
def test_hard_words_in_tools_are_read_as_they_were_written(tool: str, *, filled: bool) -> None:
    assert misread(*pressed(lambda: pdf.tool_sheet(hard(), _tool(tool), filled=filled, site=SITE))) == {}


def test_the_booklet_of_hard_words_has_them_all() -> None:
    read = words(pdfium(made("booklet")[1]))
    assert words(" ".join(specimens.HARD)).keys() <= read.keys()


def test_title_and_outline_bear_the_words_as_they_were_written() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made("booklet")[1]))
    assert reader.metadata is not None
    assert reader.metadata.title == made("booklet")[0]["title"]

    def flat(items: list[Any]) -> list[str]:
        return [title for item in items for title in (flat(item) if isinstance(item, list) else [str(item.title)])]

    titles = flat(list(reader.outline))
    assert [topic.title for topic in hard().topics if topic.title not in titles] == []


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_latin_words_are_read_as_they_were_written(code: str) -> None:
    content = specimens.worded(vademecum(code), specimens.LATIN)
    made = pdf.booklet(content, site=SITE)
    for reader in READERS:
        read = plain(reader(made))
        assert [word for word in specimens.LATIN if plain(word) not in read] == []
        assert not re.search("[\ufb00-\ufb06]", read)


def test_a_letter_under_a_heap_of_marks_costs_no_document() -> None:
    heap = specimens.worded(vademecum("ar"), ["ا" + "\u064e\u0651" * 20 + "ب"])
    assert words(pdfium(pdf.pocket(heap, site=SITE))).total() > 0


def test_the_same_words_give_the_same_bytes() -> None:
    assert MAKERS["pocket"]() == made("pocket")[1]


# ------------------------------------------------------------------ the look


def test_a_letter_with_marks_is_drawn_as_the_font_draws_it(tmp_path: Any) -> None:
    """The page looks as Typst painted it: hardly a dot is another, on paper of fifty dots a centimetre."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "spelled", lambda data: data)
        plain = pressed(MAKERS["short"])[1]
    pictures = []
    for name, data in (("plain", plain), ("spelled", made("short")[1])):
        (tmp_path / f"{name}.pdf").write_bytes(data)
        command = ["pdftoppm", "-r", "127", "-gray", "-singlefile", f"{name}.pdf", name]
        subprocess.run(command, cwd=tmp_path, check=True)
        pictures.append((tmp_path / f"{name}.pgm").read_bytes())
    differing = sum(abs(a - b) > 160 for a, b in zip(*pictures, strict=True))
    ink = sum(dot < 128 for dot in pictures[0])
    assert differing < ink / 100
