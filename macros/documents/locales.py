"""Languages as office programs name them."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

COUNTRIES = {"ar": "ar-MA", "en": "en-GB"}
"""Where documents of a language are written for; without an entry, where most of its speakers live."""


@cache
def locale(code: str) -> str:
    """Return the full name of a language for Word, such as ``fr-FR``."""
    if code in COUNTRIES or "-" in code:
        return COUNTRIES.get(code, code)
    likely = str(get_global("likely_subtags").get(code, code))
    return f"{code}-{likely.rsplit('_', 1)[-1]}" if "_" in likely else code


@cache
def is_rtl(code: str) -> bool:
    """Tell whether a language is written from right to left."""
    try:
        return Locale.parse(code, sep="-").text_direction == "rtl"
    except (ValueError, UnknownLocaleError):
        return False
