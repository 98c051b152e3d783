"""The inside of python-docx: what it offers no way to write is written here, and nowhere else."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from macros.documents.word.elements import Element

_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def written(root: Element) -> bytes:
    """Return an element as a part of a file holds it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Package:
    """The template of python-docx, with an empty body and parts that we write ourselves."""

    def __init__(self) -> None:
        """Open the template."""
        self.docx: Docx = Document()
        self.body([])

    def body(self, inside: list[Element]) -> None:
        """Write the body."""
        self.docx.element.body[:] = inside

    def styles(self, inside: list[Element]) -> None:
        """Write the styles."""
        self.docx.styles.element[:] = inside

    def numbering(self, inside: list[Element]) -> None:
        """Write how headings and lists are numbered."""
        self.docx.part.numbering_part.element[:] = inside

    @property
    def settings(self) -> Element:
        """The settings, to be changed in place."""
        return self.docx.settings.element

    def put(self, name: str, root: Element) -> None:
        """Write a part that python-docx only hands on, such as ``/word/fontTable.xml``."""
        part: Part = next(part for part in self.docx.part.package.iter_parts() if part.partname == name)
        part._blob = written(root)  # noqa: SLF001 (there is no other way to set it)

    def foot(self, paragraphs: list[Element]) -> str:
        """Add a foot; return the name that sections know it by."""
        part, name = self.docx.part.add_footer_part()  # type: ignore[no-untyped-call]
        part.element[:] = paragraphs
        return str(name)

    def custom(self, root: Element) -> None:
        """Add the custom properties."""
        package = self.docx.part.package
        made = Part(PackURI("/docProps/custom.xml"), _CUSTOM, written(root), package)
        package.relate_to(made, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def bytes(self) -> bytes:
        """Return the file as python-docx writes it."""
        raw = io.BytesIO()
        self.docx.save(raw)
        return raw.getvalue()
