"""The Jinja environment of the components: overrides/components/<name>.html, escaped and strict."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from macros.model.citation import citation
from macros.model.days import YEARS
from macros.model.locale import is_rtl
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.pages.gloss import Gloss
from macros.pages.joining import action_joins, joins
from macros.version import __version__

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides" / "components"


def component(name: str, vademecum: Vademecum, link: Callable[[str], str], /, **context: Any) -> str:
    """Render one component of a page.

    ``link`` turns the id of an entry into an address relative to the page. Blank lines and indents go,
    so that Markdown takes the result as one block of HTML.
    """
    template = _environment(FOLDER).get_template(f"{name}.html")
    context |= {"v": vademecum, "word": vademecum.word, "link": link, "language": vademecum.language}
    context["citation"] = partial(citation, vademecum)
    context |= {"joins": partial(joins, vademecum), "action_joins": partial(action_joins, vademecum)}
    html = template.render(gloss=Gloss(vademecum.glossary.terms), version=__version__, years=YEARS, **context)
    return "\n".join(stripped for line in html.splitlines() if (stripped := line.strip()))


@lru_cache(maxsize=2)
def _environment(folder: Path) -> Environment:
    cache = ROOT / ".cache" / "jinja"
    cache.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(str(cache)),
    )
    environment.filters["marks"] = marks
    environment.filters["lines"] = lines
    return environment


def marks(text: Words, page_language: str) -> dict[str, str]:
    """Return the HTML attributes of a text that is not in the language of its page, or is stale."""
    attributes = {}
    if text.language != page_language:
        attributes["lang"] = text.language
        attributes["dir"] = "rtl" if is_rtl(text.language) else "ltr"
        attributes["data-state"] = "missing"
    if text.stale:
        attributes["data-state"] = "stale"
    return attributes


def lines(text: str, width: int) -> list[str]:
    """Break a title into lines of about ``width`` signs, for drawings."""
    return textwrap.wrap(text, width, break_long_words=False)
