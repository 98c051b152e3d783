"""Signs that the fonts of the documents lack: said before a build, for on paper they would be empty boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from macros.documents.pdf.press import lacking
from macros.errors import Fault
from macros.model.vademecum import Vademecum
from macros.model.words import Words, entries, words_of

SHOWN = 12
"""Signs that a message names."""


def unprintable(v: Vademecum) -> Iterator[Fault]:
    """Yield a fault when the words of a language have letters, marks or digits that no font has."""
    code = v.language.code
    used = {sign for text in _texts(v) if text.language == code for sign in text} | set(v.language.name)
    if lost := lacking("".join(sorted(sign for sign in used if unicodedata.category(sign)[0] in "LMN"))):
        some = " ".join(lost[:SHOWN]) + (" …" if len(lost) > SHOWN else "")
        name = unicodedata.name(lost[0], "").split()[0].capitalize()
        yield Fault(
            "data/languages.yml",
            0,
            code,
            f"les polices des PDF n’ont pas ces signes de la langue « {code} » ({name}) : {some}",
            "poser une police libre (.ttf, .otf) qui les a dans data/fonts/ ; pour le chinois, le japonais et le"
            " coréen, installer manimgx-fonts-cjk (requirements.in, puis make lock)",
        )


def _texts(v: Vademecum) -> Iterator[Words]:
    for entry in entries(v):
        for value in words_of(entry).values():
            yield from value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
