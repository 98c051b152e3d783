"""The signs with which languages write numbers, asked of Babel and Unicode, and the one way in which all are read."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

MARKS = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Signs that steer the direction of writing, or show nothing, as a set of a pattern."""

SPACES = "'\u2018\u2019\u02bc\u066c\u2e41"
"""What groups digits and never does anything else, besides blanks of all kinds."""

MINUS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
PERCENT = "\u066a\ufe6a\uff05"
COMMA = "\u060c"
DECIMAL = "\u066b"
"""The sign of the Arabic scripts that begins decimals in every language."""

_PLAIN = {ord(sign): "-" for sign in MINUS} | {ord(sign): "%" for sign in PERCENT} | {ord(COMMA): ",", 0xFF0B: "+"}


@cache
def known_locale(language: str) -> Locale:
    """Return the locale of a language, or of as much of it as is known; else that without a language."""
    parts = language.split("-")
    for n in range(len(parts), 0, -1):
        with contextlib.suppress(ValueError, UnknownLocaleError):
            return Locale.parse("-".join(parts[:n]), sep="-")
    return Locale.parse("root")


@cache
def decimal_sign(language: str) -> str:
    """Return the sign that begins decimals in a language, among Western digits, as its pages write them."""
    return str(known_locale(language).number_symbols["latn"]["decimal"])


@cache
def digits(language: str) -> tuple[str, ...]:
    """Return the digits 0 to 9 of Arabic and Persian, of full width, and of the script that a language counts in."""
    locale: Any = known_locale(language)  # its types know nothing of numbering systems
    system = str(locale.other_numbering_systems.get("native", locale.default_numbering_system)).title()
    zeros = {"\u0660", "\u06f0", "\uff10", *_zeros(system)}
    return tuple("".join(chr(ord(zero) + n) for n in range(10)) for zero in sorted(zeros))


def _zeros(system: str) -> Iterator[str]:
    """Yield the digit 0 of a script that Babel names; Unicode names its digits, in English or as French does."""
    for names in (Locale.parse("en").scripts, Locale.parse("fr").scripts):
        name = unicodedata.normalize("NFKD", names.get(system, "")).encode("ascii", "ignore").decode().upper()
        with contextlib.suppress(KeyError):
            yield unicodedata.lookup(f"{name} DIGIT ZERO")


def plain(text: str) -> str:
    """Write a text in the one way that is read: Western digits, a blank between groups, no marks of direction."""
    text = re.sub(f"[{MARKS}]", "", text)
    return re.sub(" +", " ", "".join(map(_plain, text.strip()))).translate(_PLAIN).strip()


def _plain(sign: str) -> str:
    kind = unicodedata.category(sign)  # a tab or a new line is no blank here: it parts two numbers
    return str(unicodedata.decimal(sign)) if kind == "Nd" else " " if kind == "Zs" or sign in SPACES else sign
