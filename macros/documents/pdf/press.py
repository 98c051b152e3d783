"""The press: a Typst template and its data go in, a tagged PDF comes out."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import typst

from macros.documents.pdf.fonts import families, fonts
from macros.documents.pdf.letters import spelled
from macros.documents.style import MADE, SANS, SANS_ARABIC

TEMPLATES = Path(__file__).with_name("typst")
UNKNOWN = "\ufffd"
"""What stands for a sign that our fonts do not have."""

_NO_GLYPH = re.compile(r"the text `?\"(.+?)\"`? could not be displayed", re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@cache
def compiler(template: str) -> typst.Compiler:
    """Return the compiler of a template; it keeps what documents have in common."""
    return typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts())


def press(template: str, data: dict[str, Any]) -> bytes:
    """Return the PDF that a template makes of ``data``, which it reads as JSON: text in it stays text.

    PDF/UA refuses a sign without a glyph; such signs are replaced, so that one emoji does not cost the document.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    while True:
        try:
            made = compiler(template).compile(
                format="pdf", pdf_standards="ua-1", timestamp=MADE, sys_inputs={"data": text}
            )
        except typst.TypstError as error:
            known = _without(text, str(error))
            if known == text:
                raise
            text = known
            continue
        assert isinstance(made, bytes)  # noqa: S101 (a PDF is one file)
        return spelled(made)


def places(template: str, label: str) -> list[dict[str, Any]]:
    """Return the values that the last document of a template left under a label: where its fields stand."""
    values: list[dict[str, Any]] = json.loads(compiler(template).query(f"<{label}>", field="value"))
    return values


def lacking(signs: str) -> str:
    """Return which of these signs no font of the documents has: they could not be printed."""
    letters = ""
    while signs:
        body = '#set document(title: [x])\n#set text(font: sys.inputs.fonts.split("|"))\n#sys.inputs.signs'
        inputs = {"signs": signs, "fonts": "|".join((SANS, SANS_ARABIC, *families("und")))}
        try:
            typst.compile(body.encode(), format="pdf", pdf_standards="ua-1", font_paths=fonts(), sys_inputs=inputs)
        except typst.TypstError as error:
            lost = _unprinted(str(error)) & set(signs)
            if not lost:
                raise
            letters += "".join(sorted(lost))
            signs = "".join(sign for sign in signs if sign not in lost)
            continue
        break
    return letters


def _unprinted(error: str) -> set[str]:
    """Return the signs that ``error`` complains of; none when it is about something else."""
    named = _NO_GLYPH.search(error)
    return set(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), named[1])) - {UNKNOWN} if named else set()


def _without(text: str, error: str) -> str:
    """Replace the signs that ``error`` complains of; when it is about something else, nothing changes."""
    signs = _unprinted(error)
    return "".join(UNKNOWN if sign in signs else sign for sign in text)
