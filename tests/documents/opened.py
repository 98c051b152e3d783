"""A Word document as tests look at it: its parts, controls and paragraphs, and what an audit finds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def w(element: Any, path: str) -> Any:
    """Return the first element at a path of names in the namespace of Word."""
    return element.find("/".join(f"{W}{name}" for name in path.split("/")))


def text_of(element: Any) -> str:
    """Return the text below an element, lines and tabs as people see them."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    found = [node.text or "" if node.tag == f"{W}t" else signs.get(node.tag, "") for node in element.iter()]
    return "".join(found)


def _blocks(element: Any) -> Iterator[Any]:
    """Yield rows, and the paragraphs outside of tables, in their order."""
    for child in element:
        if child.tag in {f"{W}tr", f"{W}p"}:
            yield child
        else:
            yield from _blocks(child)


def _row(row: Any) -> str:
    cells = [" / ".join(filter(None, map(_said, cell.iter(f"{W}p")))) for cell in row.iter(f"{W}tc")]
    return "| " + " | ".join(cells)


def _paragraph(paragraph: Any) -> str:
    said, style = _said(paragraph), w(paragraph, "pPr/pStyle")
    return f"{style.get(f'{W}val')}: {said}" if said and style is not None else said


def _said(paragraph: Any) -> str:
    """Return the text of a paragraph on one line, what is filled in behind its key."""
    around = [sdt for sdt in paragraph.iterancestors(f"{W}sdt") if "#" in _tag(sdt)]
    said = "".join(_filled(child, text_of(child)) if child.tag == f"{W}sdt" else text_of(child) for child in paragraph)
    return (_filled(around[0], said) if around else said).replace("\n", " ⏎ ").strip()


def _tag(sdt: Any) -> str:
    tag = w(sdt, "sdtPr/tag")
    return "" if tag is None else str(tag.get(f"{W}val"))


def _filled(sdt: Any, said: str) -> str:
    shown = "" if w(sdt, "sdtPr/showingPlcHdr") is not None else said
    return f"[{_tag(sdt).partition('.')[2]}: {shown}]"


class Opened:
    """A .docx file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.archive.read(name))

    @cached_property
    def body(self) -> Any:
        return self.xml("word/document.xml")

    def all(self, name: str) -> Iterator[Any]:
        """Yield every element of the body with this name in the namespace of Word."""
        return self.body.iter(f"{W}{name}")

    def tags(self) -> list[str]:
        """Return the keys of the answers; what repeats rows has none."""
        return [tag.get(f"{W}val") for tag in self.all("tag") if "#" in tag.get(f"{W}val")]

    def control(self, tag: str) -> Any:
        (found,) = [sdt for sdt in self.all("sdt") if w(sdt, "sdtPr/tag").get(f"{W}val") == tag]
        return found

    def answer(self, tag: str) -> str:
        """Return what stands in a control; nothing when it shows its placeholder."""
        sdt = self.control(tag)
        content = w(sdt, "sdtContent")
        paragraphs = content.findall(f"{W}p") or [content]
        return "" if w(sdt, "sdtPr/showingPlcHdr") is not None else "\n".join(map(text_of, paragraphs))

    def style(self, paragraph: Any) -> str:
        return str(w(paragraph, "pPr/pStyle").get(f"{W}val"))

    def text(self) -> str:
        return "\n".join(text_of(paragraph) for paragraph in self.all("p"))

    def read(self) -> str:
        """Return the document as it reads: a line for each paragraph, behind its style, and for each row of a table.

        What is filled in stands in brackets behind its key.
        """
        lines = [_row(block) if block.tag == f"{W}tr" else _paragraph(block) for block in _blocks(self.body)]
        return "\n".join(filter(None, lines))

    def with_body(self) -> bytes:
        """Return the file with the body as it is now."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name in self.names:
                data = etree.tostring(self.body) if name == "word/document.xml" else self.archive.read(name)
                archive.writestr(name, data)
        return made.getvalue()


@cache
def _auditor() -> OpenXmlValidator:
    """Return what audits files: once, for it reads the schemas of all formats."""
    return OpenXmlValidator()


def audit(path: Path) -> list[str]:
    """Return what an audit of a file against the schema of Office finds.

    It names places without their number among siblings, which takes most of the time; take that out to find a fault.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("openxml_audit.context._sibling_position", lambda _: 0)
        return [f"{error.part_uri} {error.path}: {error.description}" for error in _auditor().validate(path).errors]


def faults(data: bytes) -> list[str]:
    """Return what an audit of a Word document finds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.docx"
        path.write_bytes(data)
        return audit(path)
