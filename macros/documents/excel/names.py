"""Names inside a workbook: tabs that people can read, ranges that formulas can use."""

from __future__ import annotations

import re

LONGEST = 22
"""Letters of a tab: more would hide its neighbours. (31 is what Excel allows.)"""

_REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class Tabs:
    """Gives each sheet a short name that no other has."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: set[str] = set()

    def take(self, title: str, number: int | None = None) -> str:
        """Return a name from a title: its first words, after the number of the sheet."""
        plain = " ".join(_REFUSED.sub(" ", title).split()).strip("'")
        front = f"{number} " if number else ""
        short = shorten(plain, LONGEST - len(front))
        name, n = front + short, 2
        while name.casefold() in self._taken:
            name, n = f"{front}{short[: LONGEST - 4]} {n}", n + 1
        self._taken.add(name.casefold())
        return name


def shorten(text: str, longest: int) -> str:
    """Return the first whole words that fit, without a little word at the end."""
    if len(text) <= longest:
        return text
    words = text.split()
    kept = [words[0][:longest]]
    for word in words[1:]:
        if len(" ".join([*kept, word])) > longest:
            break
        kept.append(word)
    while len(kept) > 1 and len(kept[-1].strip(".,;:")) <= 3:  # noqa: PLR2004 (de, et, par, of, the, من)
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.")


def defined(identifier: str) -> str:
    """Return the name of the range of a list's labels: letters, digits and underscores, never like a cell."""
    return "list_" + re.sub(r"[^A-Za-z0-9]", "_", identifier)


def quoted(tab: str) -> str:
    """Return a tab as formulas write it."""
    return "'" + tab.replace("'", "''") + "'!"
