"""Faults that a template cannot mend without copying the theme whole: names for what has none, styles too late."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import material
from markupsafe import Markup, escape

from macros.model.locale import nearest
from macros.model.vademecum import Language, Vademecum


def inert(text: str) -> Markup:
    """Return a text of the data for the theme, whose templates escape nothing: it shows as it was typed.

    Braces are encoded too: the macros plugin reads the titles of pages as templates of its own.
    """
    return Markup(str(escape(text)).replace("{", "&#123;"))  # noqa: S704 (escaped here)


_HTML = re.compile(r'<html lang="[^"]*"')
_DIALOG = 'data-md-component="search" role="dialog"'
_SECTION = re.compile(
    r'(<span class="md-ellipsis">\s*([^<]+?)\s*</span>\s*</a>\s*<label class="md-nav__link "[^>]*?) tabindex="[^"]*">'
)
_HEADER = '<label class="md-header__button md-icon" for="__{}"'
_MENU = re.compile(r'<nav class="md-nav md-nav--primary[^"]*" aria-label="([^"]+)"')
_SWITCH = 'tabindex="0"><span class="md-nav__name vm-hidden">{}</span>'
_OPEN = re.compile(r'( id="__nav_\d+") checked>')
_STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*assets/(?:tool|dashboard)\.css">')
_HEAD_ENDS = "</head>"


def mend(page: str, vademecum: Vademecum) -> str:
    """Say language and direction; put styles into the head; name the search, the menu and its sections, all closed.

    The theme may speak a related language: the page has the code that data/languages.yml gives. The name of a switch
    stands as words inside it, for no label may have an ``aria-label``; the theme's script has the key Enter do there
    what a touch does. On a phone the menu opens with all that the site has; on a desk the section of the page stands
    open whether its box is ticked or not.
    """
    language = vademecum.language
    page = _HTML.sub(f'<html lang="{language.code}" dir="{language.direction}"', page, count=1)
    search = inert(vademecum.word("search-label"))
    page = page.replace(_DIALOG, f'{_DIALOG} aria-label="{search}"', 1)
    if styles := _STYLES.search(page):  # a component asks for them: further down, they would come after what they style
        page = _STYLES.sub("", page).replace(_HEAD_ENDS, styles[0] + _HEAD_ENDS, 1)
    if menu := _MENU.search(page):
        for switch, name in (("drawer", menu[1]), ("search", search)):
            label = _HEADER.format(switch)
            page = page.replace(f"{label}>", f"{label} {_SWITCH.format(name)}", 1)
    page = _OPEN.sub(r"\1>", page)
    return _SECTION.sub(lambda section: f"{section[1]} {_SWITCH.format(section[2])}", page)


_WORDS = Path(material.__file__).parent / "templates" / "partials" / "languages"
_RTL = '"direction": "rtl"'


@cache
def _directions() -> dict[str, str]:
    """Return the languages that the theme speaks, each with its direction."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in _WORDS.glob("*.html")}
    return {code: "rtl" if _RTL in text else "ltr" for code, text in texts.items()}


def speaks(language: Language, source: str) -> str:
    """Return the theme's code for the words of its own that a language shows: the nearest, else those of the source."""
    same = [code for code, direction in _directions().items() if direction == language.direction]
    return nearest(language.code, same) or source


def worded(word: Callable[..., str]) -> Callable[..., Markup]:
    """Return the interface words for the theme's templates, which escape nothing."""

    def said(*arguments: object, **values: object) -> Markup:
        return inert(word(*arguments, **values))

    return said
