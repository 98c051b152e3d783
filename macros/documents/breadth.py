"""How wide texts are, in digits: the measure by which columns and rows of documents get their room."""

from __future__ import annotations

import unicodedata

_NOTHING = {"Mn", "Me", "Cf"}
"""Kinds of signs that stand on others, or do not show."""


def _is_wide(sign: str) -> bool:
    """Tell whether a sign is as wide as it is high: Chinese, Japanese, Korean, full-width forms."""
    return unicodedata.east_asian_width(sign) in {"W", "F"}


def breadth(text: str) -> int:
    """Return how wide a text is: a wide sign takes two digits, a mark on another sign takes nothing."""
    return sum(1 + _is_wide(sign) for sign in text if unicodedata.category(sign) not in _NOTHING)


def longest_word(text: str) -> int:
    """Return how wide the widest part of a text is that no line break may cut; wide signs stand alone."""
    words = "".join(f" {sign} " if _is_wide(sign) else sign for sign in text).split()
    return max(map(breadth, words), default=0)
