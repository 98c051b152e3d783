"""What may stand beside an amount: the codes, signs and names of currencies, as Babel knows them."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

from macros.reckoning.notation import known_locale, plain

SITE = ("fr", "en", "ar")
"""Languages whose currencies are read on every page, besides its own."""

UNITS = {"km", "ft", "db"}
"""Signs of currencies that are units of measure in small letters."""

_COUNTS = (1, 2, 3, 11, 100)
"""Numbers for which languages have forms of their own."""


def without_currency(text: str, language: str) -> str:
    """Take a currency away, before or after; what is none stays, and is no number then."""
    after = _letters(text[::-1])[::-1].lstrip(".- ")
    for beside in (_letters(text).rstrip(), after):
        # The last point may be the currency's own, or begin the decimals: « د.ت. 5 », « € .5 ».
        for name in (beside, beside.rstrip(" .-")):
            if name and _is_currency(name, language):
                return text.replace(name, "", 1).strip()
    return text


def _letters(text: str) -> str:
    """Return the letters, signs of currencies, points, hyphens and blanks at the beginning of a text."""
    return text[: next((n for n, sign in enumerate(text) if not _is_letter(sign)), len(text))]


def _is_letter(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind[0] in {"L", "M"} or kind == "Sc" or sign in ".- "


def _is_currency(text: str, language: str) -> bool:
    """Tell whether a text names a currency; one letter does not: in « 12 k » it says thousands."""
    name = text.replace(" ", "")
    if len(name) == 1:
        return unicodedata.category(name) == "Sc"
    return not currencies(language).isdisjoint({name, _small(name)})


@cache
def currencies(language: str) -> frozenset[str]:
    """Return what may stand beside an amount, without blanks and in small letters: codes, signs and names.

    They are those of the language, of the site's own ones and of each currency's country. What would be a unit of
    measure in small letters stands as it is written.
    """
    codes = list_currencies()
    called = {*codes}.union(*(_signs(code, language) for code in codes), *map(_names, _locales(language)))
    return frozenset(form for text in called for form in _forms(plain(text).replace(" ", "")))


def _locales(language: str) -> list[Locale]:
    return list({str(locale): locale for locale in map(known_locale, (language, *SITE))}.values())


def _signs(code: str, language: str) -> set[str]:
    """Return the signs of a currency in some languages, there and in its own country, and in that country's own."""
    locales = _locales(language)
    at_home = [*(f"{locale.language}-{code[:2]}" for locale in locales), f"und-{code[:2]}"]
    return {get_currency_symbol(code, locale) for locale in (*locales, *map(known_locale, at_home))}


def _names(locale: Locale) -> set[str]:
    """Return the names of today's currencies for one and for many, whole and as their kind alone: « dinars »."""
    lines = [[get_currency_name(code, n, locale).split(" (")[0] for n in _COUNTS] for code in _current()]
    kinds = {at: len({line[0].split()[at] for line in lines}) for at in (0, -1)}
    names = {name for line in lines for name in line}
    if kinds[0] != kinds[-1]:  # the end at which words return names the kind, the other one the country
        names |= {name.split()[0 if kinds[0] < kinds[-1] else -1] for name in names}
    return names | {"".join(c for c in name if not unicodedata.combining(c)) for name in names}


@cache
def _current() -> tuple[str, ...]:
    """Return the codes of the currencies with which people pay somewhere today."""
    lines = [line for lines in get_global("territory_currencies").values() for line in lines]
    return tuple(sorted({code for code, _, until, tender in lines if tender and not until}))


def _forms(name: str) -> set[str]:
    """Return the ways of writing a name: with its points or without, in small letters if they mean nothing else."""
    cased = {name} if name.lower() in UNITS else {name.lower(), _small(name)}
    return {form for text in cased for form in (text, text.rstrip("."), text.replace(".", "")) if form}


def _small(name: str) -> str:
    """Return a name in small letters that are the same whether the writer has a dotless i or not."""
    return name.lower().replace("\u0307", "").replace("ı", "i")
