"""The fonts inside PDFs: those of the house first, then one for each script that they lack."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import typst

from macros.documents.style import SANS, SANS_ARABIC
from macros.model.locale import full_tag

PACKAGES = {
    "fontpkg_ibm_plex_sans": "files",
    "fontpkg_ibm_plex_sans_arabic": "files",
    "manimgx_fonts": "",  # Noto Sans, a file for each of twenty scripts
    "manimgx_fonts_cjk": "",  # Chinese, Japanese, Korean: 20 MB, so only where it was installed
}
"""Packages with fonts, and the folder in each."""

OWN = Path(__file__).parents[3] / "data" / "fonts"
"""Font files of a fork, for scripts that no package has."""

HAN = {"Hans": "SC", "Hant": "TC", "Jpan": "JP", "Kore": "KR"}
"""Han signs are drawn in another way in each of these; script → what the font calls it."""


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of the documents, from their packages alone: the machine's own fonts change nothing."""
    paths = [str(files(name) / inside) if inside else str(files(name)) for name, inside in PACKAGES.items()
             if find_spec(name)]  # fmt: skip
    paths += [str(OWN)] if OWN.is_dir() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


@cache
def families(code: str) -> tuple[str, ...]:
    """Return the families that stand in where the house's own have no sign, the best for a language first."""
    drawn = HAN.get(full_tag(code)[1], "SC")
    others = [name for name in fonts().families() if name not in {SANS, SANS_ARABIC} and "Emoji" not in name]
    return tuple(sorted(set(others), key=lambda name: ("CJK" in name and not name.endswith(drawn), name)))
