"""Numbers as people write them, read and written in a language.

Which sign begins the decimals, and what currencies are called, is asked of Babel. A point or a comma can group digits
or begin the decimals: when the rest of the number does not tell, the language does, and the other reading is handed
over beside. The same rules stand in ``web/numbers.js``; ``tests/data/numbers.yml`` holds both to the same readings.
"""

from __future__ import annotations

import contextlib
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

MARKS = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Signs that steer the direction of writing, or show nothing, as a set of a pattern."""

SPACES = "'\u2018\u2019\u02bc\u066c\u2e41"
"""What groups digits and never does anything else, besides blanks of all kinds."""

MINUS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
PERCENT = "\u066a\ufe6a\uff05"
COMMA = "\u060c"
DECIMAL = "\u066b"
"""The sign of the Arabic scripts that begins decimals in every language."""

SITE = ("fr", "en", "ar")
"""Languages whose currencies are read on every page, besides its own."""

UNITS = {"km", "ft", "db"}
"""Signs of currencies that are units of measure in small letters."""

_COUNTS = (1, 2, 3, 11, 100)
"""Numbers for which languages have forms of their own."""

_NO_CENTS = re.compile(r"(?<=\d)([.,])--?$")
_PLAIN = {ord(sign): "-" for sign in MINUS} | {ord(sign): "%" for sign in PERCENT} | {ord(COMMA): ",", 0xFF0B: "+"}
_WHOLE = re.compile(
    r"\d*|(?!0)\d+(?: \d{3})+|(?!0)\d{1,3}([.,])\d{3}(?:\1\d{3})*|(?!0)\d{1,2}(?:([ .,])\d{2})(?:\2\d{2})*\2\d{3}"
)


@dataclass(frozen=True)
class Reading:
    """A number as it was read; ``other`` is the other one that the same signs can mean, if there is one."""

    number: float
    other: float | None = None


@cache
def _locale(language: str) -> Locale:
    """Return the locale of a language, or of as much of it as is known; else that without a language."""
    parts = language.split("-")
    for n in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:n]), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse("root")


@cache
def decimal_sign(language: str) -> str:
    """Return the sign that begins decimals in a language, among Western digits, as its pages write them."""
    return str(_locale(language).number_symbols["latn"]["decimal"])


@cache
def digits(language: str) -> tuple[str, ...]:
    """Return the digits 0 to 9 of Arabic and Persian, of full width, and of the script that a language counts in.

    Babel names the script; Unicode names its digits, in English or as French does.
    """
    locale: Any = _locale(language)  # its types know nothing of numbering systems
    system = str(locale.other_numbering_systems.get("native", locale.default_numbering_system)).title()
    zeros = {"\u0660", "\u06f0", "\uff10"}
    for names in (Locale.parse("en").scripts, Locale.parse("fr").scripts):
        name = unicodedata.normalize("NFKD", names.get(system, "")).encode("ascii", "ignore").decode().upper()
        with contextlib.suppress(KeyError):
            zeros.add(unicodedata.lookup(f"{name} DIGIT ZERO"))
    return tuple("".join(chr(ord(zero) + n) for n in range(10)) for zero in sorted(zeros))


@cache
def currencies(language: str) -> frozenset[str]:
    """Return what may stand beside an amount, without blanks and in small letters: codes, signs and names.

    They are those of the language, of the site's own ones and of each currency's country. What would be a unit of
    measure in small letters stands as it is written.
    """
    found = set(list_currencies()) | {sign for code in list_currencies() for sign in _signs(code, language)}
    for place in _places(language):
        found |= _names(place)
    return frozenset(form for text in found for form in _forms(plain(text).replace(" ", "")))


def _places(language: str) -> list[Locale]:
    return list({str(place): place for place in map(_locale, (language, *SITE))}.values())


def _signs(code: str, language: str) -> set[str]:
    """Return the signs of a currency in some languages, there and in its own country, and in that country's own."""
    tags = [f"{place.language}-{code[:2]}" for place in _places(language)]
    places = [*_places(language), *map(_locale, (*tags, f"und-{code[:2]}"))]
    return {get_currency_symbol(code, place) for place in places}


def _names(place: Locale) -> set[str]:
    """Return the names of today's currencies for one and for many, whole and as their kind alone: « dinars »."""
    lines = [[get_currency_name(code, n, place).split(" (")[0] for n in _COUNTS] for code in _current()]
    kinds = {at: len({line[0].split()[at] for line in lines}) for at in (0, -1)}
    found = {name for line in lines for name in line}
    if kinds[0] != kinds[-1]:  # the end at which words return names the kind, the other one the country
        found |= {name.split()[0 if kinds[0] < kinds[-1] else -1] for name in found}
    return found | {"".join(c for c in name if not unicodedata.combining(c)) for name in found}


@cache
def _current() -> tuple[str, ...]:
    """Return the codes of the currencies with which people pay somewhere today."""
    lines = [line for lines in get_global("territory_currencies").values() for line in lines]
    return tuple(sorted({code for code, _, until, tender in lines if tender and not until}))


def _forms(name: str) -> set[str]:
    """Return the ways of writing a name: with its points or without, in small letters if they mean nothing else."""
    found = {name} if name.lower() in UNITS else {name.lower(), _small(name)}
    return {form for small in found for form in (small, small.rstrip("."), small.replace(".", "")) if form}


def _small(name: str) -> str:
    """Return a name in small letters that are the same whether the writer has a dotless i or not."""
    return name.lower().replace("\u0307", "").replace("ı", "i")


def plain(text: str) -> str:
    """Write a text in the one way that is read: Western digits, a blank between groups, no marks of direction."""
    text = re.sub(f"[{MARKS}]", "", text)
    return re.sub(" +", " ", "".join(map(_plain, text.strip()))).translate(_PLAIN).strip()


def _plain(sign: str) -> str:
    kind = unicodedata.category(sign)  # a tab or a new line is no blank here: it parts two numbers
    return str(unicodedata.decimal(sign)) if kind == "Nd" else " " if kind == "Zs" or sign in SPACES else sign


def _is_currency(text: str, language: str) -> bool:
    """Tell whether a text names a currency; one letter does not: in « 12 k » it says thousands."""
    name = text.replace(" ", "")
    if len(name) == 1:
        return unicodedata.category(name) == "Sc"
    return not currencies(language).isdisjoint({name, _small(name)})


def _letters(text: str) -> str:
    """Return the letters, signs of currencies, points, hyphens and blanks at the beginning of a text."""
    kinds = {"L", "M"}
    end = 0
    while end < len(text) and (
        unicodedata.category(text[end])[0] in kinds or text[end] in ".- " or unicodedata.category(text[end]) == "Sc"
    ):
        end += 1
    return text[:end]


def _without_currency(text: str, language: str) -> str:
    """Take a currency away, before or after; what is none stays, and is no number then."""
    after = _letters(text[::-1])[::-1].lstrip(".- ")
    for beside in (_letters(text).rstrip(), after):
        # The last point may be the currency's own, or begin the decimals: « د.ت. 5 », « € .5 ».
        for name in (beside, beside.rstrip(" .-")):
            if name and _is_currency(name, language):
                return text.replace(name, "", 1).strip()
    return text


def _cut(text: str, mark: str) -> str | None:
    """Return the digits of a number whose decimals begin at ``mark`` (none when empty), or nothing."""
    at = text.rfind(mark) if mark else len(text)
    whole, rest = text[:at], text[at + 1 :]
    known = _WHOLE.fullmatch(whole) and re.fullmatch(r"\d*", rest) and re.search(r"\d", text)
    if not known or (mark and mark in whole):
        return None
    return f"{re.sub(r'[^0-9]', '', whole) or '0'}.{rest or '0'}"


def _meanings(text: str, language: str) -> list[str]:
    """Return what digits and signs can mean, the likelier first: at most two texts."""
    marks = re.sub(r"\d", "", text)
    last = marks[-1] if marks else ""
    if last not in {".", ","}:
        found = [_cut(text, DECIMAL if last == DECIMAL else "")]
    else:
        found = [_cut(text, last), _cut(text, "")]
        if last != decimal_sign(language):
            found.reverse()
    return [meaning for meaning in found if meaning]


def _shares(factor: int, written: str, *, percent: bool) -> list[float]:
    """Return a share: with its sign as it says; without, below 1 a share of one, from 1 on percent."""
    size, both = float(written), [_times(factor, written, -2), _times(factor, written)]
    if percent or size > 1 or not size:
        return both[:1]
    return both[::-1] if size < 1 else both


def _times(factor: int, written: str, shift: int = 0) -> float:
    return factor * float(f"{written}e{shift}") + 0.0


def read_number(typed: str, language: str, type_: str = "num") -> Reading | None:
    """Read a number as it is written in a language; ``type_`` is ``num``, ``money`` or ``pct``, a share of one.

    Nothing comes back for what is no number.
    """
    text = plain(typed)
    sign, text = _signed(text)
    percent = type_ == "pct" and (text[:1] == "%" or text[-1:] == "%")
    if percent:
        text = (text[1:] if text[0] == "%" else text[:-1]).strip()
    elif type_ != "pct":
        text = _NO_CENTS.sub(r"\g<1>0", _without_currency(text, language))
    if not sign:
        sign, text = _signed(text)
    if not re.fullmatch(rf"[0-9 .,{DECIMAL}]+", text):
        return None
    factor = -1 if sign == "-" else 1
    found = [
        number
        for written in _meanings(text, language)
        for number in (_shares(factor, written, percent=percent) if type_ == "pct" else [_times(factor, written)])
    ]
    if not found or not math.isfinite(found[0]):
        return None
    return Reading(*found[:2])


def _signed(text: str) -> tuple[str, str]:
    """Take a sign from the beginning of a text."""
    return (text[0], text[1:].lstrip()) if text[:1] in {"+", "-"} else ("", text)


def write_number(number: float, language: str, type_: str = "num") -> str:
    """Write a number, without groups, so that it is read in one way only; a share in percent."""
    amount = Decimal(repr(float(number))) * (100 if type_ == "pct" else 1)
    text = f"{amount:f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    unit = "\u00a0%" if type_ == "pct" else ""
    written = f"{whole}{decimal_sign(language) if rest else ''}{rest}"
    found = read_number(written + unit, language, type_)
    return written + ("0" if found and found.other is not None else "") + unit
