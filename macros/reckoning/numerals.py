"""Numbers as people write them, read and written in a language.

A point or a comma can group digits or begin the decimals: when the rest of the number does not tell, the language does,
and the other reading is handed over beside. The same rules stand in ``web/numbers.js``; ``tests/data/numbers.yml``
holds both to the same readings.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from macros.model.kinds import FIELD_KINDS
from macros.reckoning.currencies import without_currency
from macros.reckoning.notation import DECIMAL, decimal_sign, plain

_NO_CENTS = re.compile(r"(?<=\d)([.,])--?$")
_WHOLE = re.compile(
    r"\d*|(?!0)\d+(?: \d{3})+|(?!0)\d{1,3}([.,])\d{3}(?:\1\d{3})*|(?!0)\d{1,2}(?:([ .,])\d{2})(?:\2\d{2})*\2\d{3}"
)


@dataclass(frozen=True)
class Reading:
    """A number as it was read; ``other`` is the other one that the same signs can mean, if there is one."""

    number: float
    other: float | None = None


def read_number(typed: str, language: str, type_: str = "num") -> Reading | None:
    """Read a number as it is written in a language, for a type of field; one in percent becomes a share of one.

    Nothing comes back for what is no number.
    """
    share = FIELD_KINDS[type_].percent
    sign, text = _signed(plain(typed))
    bare = _without_percent(text) if share else _NO_CENTS.sub(r"\g<1>0", without_currency(text, language))
    percent = share and bare != text
    if not sign:
        sign, bare = _signed(bare)
    written = _meanings(bare, language) if re.fullmatch(rf"[0-9 .,{DECIMAL}]+", bare) else []
    sizes = [size for one in written for size in (_shares(one, percent=percent) if share else [float(one)])]
    if not sizes or not math.isfinite(sizes[0]):
        return None
    return Reading(*((-size if sign == "-" else size) + 0.0 for size in sizes[:2]))  # + 0.0: no minus before 0


def _signed(text: str) -> tuple[str, str]:
    """Take a sign from the beginning of a text."""
    return (text[0], text[1:].lstrip()) if text[:1] in {"+", "-"} else ("", text)


def _without_percent(text: str) -> str:
    """Take a sign for percent away, before or after."""
    return (text[1:] if text[:1] == "%" else text.removesuffix("%")).strip()


def _meanings(text: str, language: str) -> list[str]:
    """Return what digits and signs can mean, the likelier first: at most two texts."""
    last = re.sub(r"\d", "", text)[-1:]
    if last not in {".", ","}:
        meanings = [_cut(text, DECIMAL if last == DECIMAL else "")]
    else:
        meanings = [_cut(text, last), _cut(text, "")]
        if last != decimal_sign(language):
            meanings.reverse()
    return [meaning for meaning in meanings if meaning]


def _cut(text: str, mark: str) -> str | None:
    """Return the digits of a number whose decimals begin at ``mark`` (none when empty), or nothing."""
    at = text.rfind(mark) if mark else len(text)
    whole, rest = text[:at], text[at + 1 :]
    known = _WHOLE.fullmatch(whole) and re.fullmatch(r"\d*", rest) and re.search(r"\d", text)
    if not known or (mark and mark in whole):
        return None
    return f"{re.sub(r'[^0-9]', '', whole) or '0'}.{rest or '0'}"


def _shares(written: str, *, percent: bool) -> list[float]:
    """Return a share: with its sign as it says; without, below 1 a share of one, from 1 on percent."""
    size, both = float(written), [float(f"{written}e-2"), float(written)]
    if percent or size > 1 or not size:
        return both[:1]
    return both[::-1] if size < 1 else both


def write_number(number: float, language: str, type_: str = "num") -> str:
    """Write a number for a type of field, without groups, so that it is read in one way only; a share in percent."""
    percent = FIELD_KINDS[type_].percent
    amount = Decimal(repr(float(number))) * (100 if percent else 1)
    whole, _, rest = f"{amount:f}".partition(".")
    rest = rest.rstrip("0")
    unit = "\u00a0%" if percent else ""
    written = f"{whole}{decimal_sign(language) if rest else ''}{rest}"
    read = read_number(written + unit, language, type_)
    return written + ("0" if read and read.other is not None else "") + unit
