"""Languages as Babel's tables know them: one place that turns a code of data/languages.yml into a locale."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale


@cache
def locale_of(code: str) -> Locale:
    """Return the locale of a language's code, with or without script and region: ``ar``, ``pt-BR``, ``zh-Hant``.

    Raise ValueError for a code of which Babel (CLDR) knows no plural forms, dates and numbers; the check of
    data/languages.yml lets none of these in.
    """
    try:
        locale = Locale.parse(code, sep="-")
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from error
    asked = next((part.title() for part in code.split("-")[1:] if len(part) == _SCRIPT), None)
    if code.split("-", maxsplit=1)[0] == "und" or asked not in {None, locale.script, full_tag(locale.language)[1]}:
        raise ValueError(f"no data for {code}")
    return locale


_SCRIPT = 4
"""Letters of the code of a script, such as Latn."""


def is_known(code: str) -> bool:
    """Tell whether the site can write plural forms, dates and numbers in a language."""
    try:
        locale_of(code)
    except ValueError:
        return False
    return True


@cache
def is_rtl(code: str) -> bool:
    """Tell whether a language is written from right to left; a publication's may be one without data."""
    return is_known(code) and locale_of(code).text_direction == "rtl"


@cache
def full_tag(code: str) -> tuple[str, str, str]:
    """Return language, script and region of a code; those that it leaves out are the likely ones: ``zh Hant TW``."""
    aliases, likely = get_global("language_aliases"), get_global("likely_subtags")
    first, _, rest = code.replace("-", "_").partition("_")
    language, region, script, *_ = parse_locale("_".join(filter(None, (aliases.get(first, first), rest))))
    tries = [(language, script, region), (language, region), (language, script), (language,)]
    keys = ("_".join(part for part in parts if part) for parts in tries if all(parts[:1]))
    guess = parse_locale(next((likely[key] for key in keys if key in likely), language))
    return language, script or guess[2] or "", region or guess[1] or ""


def nearest(code: str, among: Iterable[str]) -> str | None:
    """Return the code that readers of a language read best: the same language and script, the region if it can be.

    Norwegian finds Bokmål, which Babel names as its child; a code in another script helps nobody.
    """
    language, script, region = full_tag(code)
    family = {language} | {child for child, parent in get_global("parent_exceptions").items() if parent == language}
    ranked = ((other != code, full_tag(other)[2] != region, other != language, other)
              for other in among if full_tag(other)[0] in family and full_tag(other)[1] == script)  # fmt: skip
    return min(ranked, default=(None,))[-1]
