"""Languages as office programs name them."""

from __future__ import annotations

from functools import cache

from macros.model.locale import full_tag

COUNTRIES = {"ar": "ar-MA", "en": "en-GB"}
"""Where documents of a language are written for; without an entry, where most of its speakers live."""


@cache
def locale(code: str) -> str:
    """Return the full name of a language for Word, such as ``fr-FR``, ``zh-TW`` or ``sr-Latn-RS``.

    The script stands in it only where the language and the region do not tell it.
    """
    if code in COUNTRIES:
        return COUNTRIES[code]
    language, script, region = full_tag(code)
    told = full_tag(f"{language}-{region}")[1] == script if region else True
    return "-".join(part for part in (language, "" if told else script, region) if part)


def has_form(code: str) -> bool:
    """Tell whether PDFs can be filled in on screen in a language: the font of their fields has Latin letters alone."""
    return full_tag(code)[1] == "Latn"
