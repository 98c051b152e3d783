"""What we write behind the back of python-docx stands in the file; an upgrade that is made otherwise is seen here."""

from __future__ import annotations

from macros.documents.word.elements import Element, e
from macros.documents.word.package import Package
from tests.documents.opened import Opened


def _marked(name: str) -> Element:
    return e("w:p", e("w:pPr", e("w:pStyle", val=name)))


def test_what_is_written_is_what_the_file_holds() -> None:
    package = Package()
    package.styles([_marked("in-styles")])
    package.numbering([_marked("in-numbering")])
    package.settings[:] = [_marked("in-settings")]
    package.put("/word/fontTable.xml", _marked("in-fonts"))
    package.custom(_marked("in-custom"))
    name = package.foot([_marked("in-foot")])
    package.body([_marked("in-body"), e("w:sectPr", e("w:footerReference", type="default", r_id=name))])
    file = Opened(package.bytes())
    for part, mark in (
        ("word/styles.xml", "in-styles"), ("word/numbering.xml", "in-numbering"), ("word/settings.xml", "in-settings"),
        ("word/fontTable.xml", "in-fonts"), ("docProps/custom.xml", "in-custom"), ("word/footer1.xml", "in-foot"),
        ("word/document.xml", "in-body"),
    ):  # fmt: skip
        assert mark in [style.get(style.keys()[0]) for style in file.xml(part).iter("{*}pStyle")], part
    assert f'Id="{name}"' in file.archive.read("word/_rels/document.xml.rels").decode()
    assert "docProps/custom.xml" in file.archive.read("_rels/.rels").decode()
