"""Names inside a workbook: tabs that people can read, ranges that formulas can use."""

from __future__ import annotations

import re
import unicodedata

LONGEST, MOST = 26, 31
"""Letters of a tab: more would hide its neighbours. Those that Excel allows tell two titles apart."""

_REFUSED, _EDGES = re.compile(r"[\[\]:*?/\\\x00-\x1f]"), "' "
"""Signs that Excel refuses in a tab, and at its ends."""

_RESERVED = ("history", "_meta", "_numbers")
"""Tabs that Excel keeps for itself, and those of hidden sheets."""


class Tabs:
    """Gives each sheet a short name that no other has."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken = set(_RESERVED)
        self._titled: set[str] = set()

    def take(self, title: str, number: int | None = None) -> str:
        """Return a name from a title: its first words, after the number of the sheet; a number where it has none."""
        plain = " ".join(_REFUSED.sub(" ", title).split()).strip(_EDGES)
        front = f"{number} " if number else ""
        short = self._short(plain, len(front)) if any(map(str.isprintable, plain)) else ""
        name, n = (front + short or "1").strip(_EDGES), 2
        while _plain(name) in self._taken:
            name, n = f"{front}{_cut(short, LONGEST - 4)} {n}".strip(_EDGES), n + 1
        self._taken.add(_plain(name))
        self._titled.add(_plain(short))
        return name

    def _short(self, title: str, front: int) -> str:
        """Return the first words of a title; where another title begins with the same, more letters of this one."""
        short = shorten(title, LONGEST - front)
        if _plain(short) not in self._titled or short == title:
            return short
        return f"{_cut(title, MOST - 1 - front).strip(_EDGES)}…"


def _plain(name: str) -> str:
    """Return what two names must not share."""
    return unicodedata.normalize("NFKC", name).casefold()


def _length(text: str) -> int:
    """Return how long a text is as Excel counts: some signs are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, longest: int) -> str:
    """Return as much of a text as fits, in whole signs."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * longest].decode("utf-16-le", "ignore")


def shorten(text: str, longest: int) -> str:
    """Return the first whole words that fit, without a little word at the end."""
    if _length(text) <= longest:
        return text
    words = text.split()
    kept = [_cut(words[0], longest)]
    for word in words[1:]:
        if _length(" ".join([*kept, word])) > longest:
            break
        kept.append(word)
    while len(kept) > 1 and len(kept[-1].strip(".,;:")) <= 3:  # noqa: PLR2004 (de, et, par, of, the, من)
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.")


def defined(identifier: str) -> str:
    """Return the name of the range of a list's labels: letters, digits and underscores, never like a cell."""
    return "list_" + re.sub(r"[^A-Za-z0-9]", "_", identifier.replace(".", "__"))


def plain(tab: str) -> bool:
    """Tell whether formulas can write a tab without quotes: no such word is a cell, in any notation."""
    bare = tab.replace("_", "")
    return bare.isascii() and bare.isalpha() and len(bare) > 3  # noqa: PLR2004 (XFD, the last column)


def quoted(tab: str) -> str:
    """Return a tab as formulas write it."""
    return "'" + tab.replace("'", "''") + "'!"
