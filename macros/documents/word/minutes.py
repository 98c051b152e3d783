"""The minutes of a meeting before it: the parts of a Word file that the browser fills (web/workshop/docx.js).

So what people note never leaves their browser, and the file has the styles, foot and directions of all others.
"""

from __future__ import annotations

import io
import re
import zipfile

from macros.documents.outline.facts import short_address
from macros.documents.word.columns import PORTRAIT
from macros.documents.word.file import File
from macros.documents.word.foot import foot_line
from macros.documents.word.pen import Pen
from macros.model.vademecum import Vademecum

TITLE = "{title}"
"""Holds the place of the title among the properties of the file."""


_NUMBERED = re.compile(r'<w:numPr>.*?</w:numPr>|<w:pStyle w:val="Heading\d"/>')
"""Numbers of headings: short minutes need none, and LibreOffice hangs them into the margin of Arabic ones."""


def minutes(v: Vademecum, site: str) -> dict[str, str]:
    """Return the parts of the file by name, as XML; the body holds nothing but the properties of its section."""
    pen = Pen(v)
    file = File(pen, str(v.word("word-guidance")))
    file.described(TITLE, v.word("meeting-report"), "minutes")
    (foot,) = file.feet([[foot_line(pen, short_address(site, "workshop/"), PORTRAIT)]])
    archive = zipfile.ZipFile(io.BytesIO(file.bytes([file.section(wide=False, foot=foot)])))
    parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return parts | {name: _NUMBERED.sub("", parts[name]) for name in ("word/styles.xml", "word/numbering.xml")}
