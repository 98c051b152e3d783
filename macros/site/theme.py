"""Faults that a template cannot mend without copying the theme whole: names for what has none, styles too late."""

from __future__ import annotations

import re

from macros.model.vademecum import Vademecum

_HTML = re.compile(r'<html lang="([^"]+)"')
_DIALOG = 'data-md-component="search" role="dialog"'
_SECTION = re.compile(
    r'(<span class="md-ellipsis">\s*([^<]+?)\s*</span>\s*</a>\s*<label class="md-nav__link "[^>]*?) tabindex="[^"]*">'
)
_HEADER = '<label class="md-header__button md-icon" for="__{}"'
_MENU = re.compile(r'<nav class="md-nav md-nav--primary[^"]*" aria-label="([^"]+)"')
_SWITCH = 'tabindex="0"><span class="md-nav__name vm-hidden">{}</span>'
_STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*assets/tool\.css">')
_HEAD_ENDS = "</head>"


def mend(page: str, vademecum: Vademecum) -> str:
    """Say the writing direction; put styles into the head; name the search, the menu and its sections.

    The name of a switch stands as words inside it, for no label may have an ``aria-label``; the theme's script has the
    key Enter do there what a touch does.
    """
    page = _HTML.sub(rf'<html lang="\1" dir="{vademecum.language.direction}"', page, count=1)
    page = page.replace(_DIALOG, f'{_DIALOG} aria-label="{vademecum.word("search-label")}"', 1)
    if styles := _STYLES.search(page):  # a component asks for them: further down, they would come after what they style
        page = _STYLES.sub("", page).replace(_HEAD_ENDS, styles[0] + _HEAD_ENDS, 1)
    if menu := _MENU.search(page):
        for switch, name in (("drawer", menu[1]), ("search", vademecum.word("search-label"))):
            label = _HEADER.format(switch)
            page = page.replace(f"{label}>", f"{label} {_SWITCH.format(name)}", 1)
    return _SECTION.sub(lambda found: f"{found[1]} {_SWITCH.format(found[2])}", page)
