"""What every PDF carries: its title, look, language, foot, the way back to its page."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from typing import Any

import segno

from macros.documents.outline.facts import short_address
from macros.documents.pdf.fonts import families
from macros.documents.pdf.texts import Texts
from macros.documents.style import INK, look
from macros.model.locale import full_tag
from macros.version import __version__

REGION = 2
"""Letters of the code of a country; 419 is a continent, which Typst does not know."""


def leaf(texts: Texts, title: str, page: str, site: str, words: Iterable[str], **more: Any) -> dict[str, Any]:
    """Return the data that all templates need, with ``more`` laid over them.

    ``page`` is the address of the document's page inside ``site``, the address of the language's site; without a
    site there is neither short address nor QR code. ``words`` are the interface words of the template.
    """
    v = texts.v
    language, _, region = full_tag(v.language.code)
    whole = f"{site.rstrip('/')}/{page}" if site else ""
    short = short_address(site, page).rstrip("/")
    name = str(v.word("site-name"))
    said = {word: texts.word(word) for word in words}
    foot = v.word("pdf-foot", site=name, version=__version__, language=v.language.name)
    description = v.word("pdf-description", title=title, site=name, version=__version__, language=v.language.name)
    qr_alt = str(v.word("pdf-qr", address=short))
    return {
        "look": look(),
        "lang": language,
        "region": region if "-" in v.language.code and len(region) == REGION else None,  # else nobody has named one
        "fonts": list(families(v.language.code)),
        "dir": v.language.direction,
        "title": title,
        "description": str(description),
        "keywords": [f"{name} {__version__}", v.language.code, page or "/"],
        "site-name": texts.say(v.word("site-name")),
        "foot": texts.say(foot),
        "address": short,
        "qr": {"svg": qr_svg(whole), "alt": qr_alt} if whole else None,
        "form": False,
        **more,
        "ui": said,
        "caveats": texts.caveats(),
    }


@cache
def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG: dark modules only, without a quiet zone, which the paper gives."""
    made = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(made, kind="svg", border=0, dark=INK, xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return made.getvalue().decode()
