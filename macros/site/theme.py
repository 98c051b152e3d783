"""Faults of the theme that a template cannot mend without copying it whole: names for what has none."""

from __future__ import annotations

import re

from macros.model.vademecum import Vademecum

_HTML = re.compile(r'<html lang="([^"]+)"')
_DIALOG = 'data-md-component="search" role="dialog"'
_SECTION = re.compile(r'(<span class="md-ellipsis">\s*([^<]+?)\s*</span>\s*</a>\s*<label class="md-nav__link ")')


def mend(page: str, vademecum: Vademecum) -> str:
    """Say the writing direction, and name the search dialogue and the sections of the navigation."""
    page = _HTML.sub(rf'<html lang="\1" dir="{vademecum.language.direction}"', page, count=1)
    page = page.replace(_DIALOG, f'{_DIALOG} aria-label="{vademecum.word("search-label")}"', 1)
    return _SECTION.sub(r'\1 aria-label="\2"', page)
