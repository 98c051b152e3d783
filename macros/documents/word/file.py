"""The file around a Word document: styles, properties, feet, and an archive that is the same when made twice."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from lxml import etree

from macros.documents.locales import locale
from macros.documents.style import MADE
from macros.documents.word.elements import NAMESPACES, Element, clean, e, order, tag
from macros.documents.word.package import Package, written
from macros.documents.word.pen import Pen
from macros.documents.word.styles import FALLBACKS, numbering, styles
from macros.model.tool import Tool
from macros.version import __version__

PROGRAM = "cluster-vademecum"
"""The program that our files say they come from; a file saved by another names that one."""

_NOT_OURS = ("thumbnail", "stylesWithEffects", "customXml", "webSettings")
"""What the template of python-docx brings and we do not want."""

_EDGE, _TOP, _BOTTOM, _FOOT = 1247, 1077, 1134, 567
_PAGE = (11906, 16838)
_CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
"""Names the prefixes that older programs may pass over; each must be declared."""


class File:
    """A Word file with our styles and an empty body."""

    def __init__(self, pen: Pen, guidance: str) -> None:
        """Take the template of python-docx and put our styles, numbers, fonts and settings into it."""
        self.pen = pen
        self.package = Package()
        self.package.styles(styles(pen, guidance))
        self.package.numbering(numbering(pen.lists))
        self._settings(self.package.settings)
        fonts = [
            e("w:font", e("w:altName", val=other), e("w:family", val="swiss"), e("w:pitch", val="variable"), name=name)
            for name, other in FALLBACKS.items()
        ]
        self.package.put("/word/fontTable.xml", e("w:fonts", *fonts))

    def _settings(self, settings: Element) -> None:
        kept = {"zoom", "defaultTabStop", "characterSpacingControl", "compat", "decimalSymbol", "listSeparator"}
        settings[:] = [child for child in settings if etree.QName(child).localname in kept]
        for setting in settings.iter(tag("w:compatSetting")):
            if setting.get(tag("w:name")) == "compatibilityMode":
                setting.set(tag("w:val"), "15")
        for zoom in settings.iter(tag("w:zoom")):
            zoom.attrib.clear()
            zoom.set(tag("w:percent"), "100")

    def feet(self, make: Iterable[list[Element]]) -> list[str]:
        """Write feet, one for each width of page; return their names for sections."""
        return [self.package.foot(paragraphs) for paragraphs in make]

    def section(self, *, wide: bool, foot: str) -> Element:
        """Return the properties of a section: an A4 page, upright or on its side."""
        width, height = sorted(_PAGE, reverse=wide)
        return e(
            "w:sectPr",
            e("w:footerReference", type="default", r_id=foot),
            e("w:type", val="nextPage"),
            e("w:pgSz", w=width, h=height, orient="landscape" if wide else None),
            e("w:pgMar", top=_TOP, right=_EDGE, bottom=_BOTTOM, left=_EDGE, header=_FOOT, footer=_FOOT, gutter=0),
            e("w:cols", space=708),
            e("w:bidi") if self.pen.rtl else None,
        )

    def properties(self, tool: Tool, title: str, *, filled: bool) -> None:
        """Say inside the file of a tool what it is: title, language, tool, version."""
        self.described(title, tool.purpose, tool.id)
        facts = {"tool": tool.id, "version": __version__, "language": self.pen.code,
                 "copy": "example" if filled else "blank"}  # fmt: skip
        self._custom(facts)

    def described(self, title: str, subject: str, identifier: str) -> None:
        """Say inside the file what it is called and about, and which program made it."""
        core = self.package.docx.core_properties
        core.title, core.subject, core.language = _line(title), _line(subject), locale(self.pen.code)
        core.author = core.last_modified_by = str(self.pen.v.word("site-name"))
        core.created = core.modified = MADE.replace(tzinfo=None)
        core.revision, core.version, core.identifier = 1, __version__, identifier
        core.comments = core.keywords = core.category = ""
        major, minor, *_ = (*__version__.split("."), "0")
        app = etree.Element(f"{{{_EXTENDED_NS}}}Properties", nsmap={None: _EXTENDED_NS})
        for name, value in (("Application", PROGRAM), ("AppVersion", f"{int(major):02}.{int(minor):04}")):
            etree.SubElement(app, f"{{{_EXTENDED_NS}}}{name}").text = value
        self.package.put("/docProps/app.xml", app)

    def _custom(self, facts: dict[str, str]) -> None:
        root = etree.Element(f"{{{_CUSTOM_NS}}}Properties", nsmap={None: _CUSTOM_NS, "vt": _TYPES_NS})
        for n, (name, value) in enumerate(facts.items(), 2):
            item = etree.SubElement(root, f"{{{_CUSTOM_NS}}}property")
            item.set("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
            item.set("pid", str(n))
            item.set("name", f"vademecum-{name}")
            etree.SubElement(item, f"{{{_TYPES_NS}}}lpwstr").text = value
        self.package.custom(root)

    def bytes(self, body: list[Element]) -> bytes:
        """Return the file with this body, always the same bytes for the same body."""
        self.package.body(body)
        return normal(self.package.bytes())


def _line(text: str) -> str:
    """Return a text as a property holds it: one line, 255 signs at most."""
    return clean(text).replace("\n", " ").replace("\t", " ")[:255]


def normal(data: bytes) -> bytes:
    """Return a Word file with what is not ours left out, properties in order, names sorted and dates fixed."""
    given, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    names = [name for name in given.namelist() if not any(word in name for word in _NOT_OURS)]
    first = ("[Content_Types].xml", "_rels/.rels")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(names, key=lambda name: (name not in first, name)):
            root = etree.fromstring(given.read(name))
            order(root)
            for item in list(root):
                target = f"{item.get('Target') or ''}{item.get('PartName') or ''}"
                if any(word in target for word in _NOT_OURS) or item.get("Extension") == "jpeg":
                    root.remove(item)
            top = {"w15": NAMESPACES["w15"]} if name == "word/document.xml" else None
            etree.cleanup_namespaces(root, top_nsmap=top, keep_ns_prefixes=["w", "r", "w14", "w15", "vt"])
            if ignorable := root.get(IGNORABLE):
                known = dict.fromkeys([*ignorable.split(), "w15"])
                root.set(IGNORABLE, " ".join(prefix for prefix in known if prefix in root.nsmap))
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 0
            archive.writestr(info, written(root))
    return made.getvalue()
