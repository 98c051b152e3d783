"""The look of every document, in one place: colours, type scale, fonts, the date that files bear."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

INK = "#1f2528"
PAPER = "#ffffff"
ACCENT = "#0b5563"
SOFT = "#545c60"
LINE = "#d8d4c9"
CONTROL = "#767e82"
"""The outline of what one writes in: 3:1 on paper, where a hairline in LINE would be lost."""
RAISED = "#f4f2ec"
HUES = ("#7a5a14", "#2f5d8a", "#84406a")
"""One for each phase, always beside its number and its shape; further phases begin again."""
SHAPES = "●▲■"
"""The shapes of the phases, beside their hues and numbers."""

TONES = {"good": "#1c5a35", "watch": "#6b4a05", "act": "#8a1f11", "neutral": SOFT}
"""The ink of readings and of what to look at, always beside a sign; 5:1 or more."""

SANS = "IBM Plex Sans"
SANS_ARABIC = "IBM Plex Sans Arabic"

SIZES = {"title": 17.0, "part": 11.0, "text": 9.5, "small": 8.5, "note": 8.0}
"""The type scale, in points on A4."""

MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""The date inside files: always the same, so that a file built twice is the same file; the version tells its age."""


def hue(number: int) -> str:
    """Return the colour of a phase."""
    return HUES[(number - 1) % len(HUES)]


def group(number: int) -> str:
    """Return the colour of a group of sheets, beside its heading: neighbours differ."""
    return (ACCENT, *HUES)[max(0, number - 1) % (1 + len(HUES))]


def look() -> dict[str, Any]:
    """Return the look as plain data, for templates."""
    return {
        "ink": INK,
        "paper": PAPER,
        "accent": ACCENT,
        "soft": SOFT,
        "line": LINE,
        "control": CONTROL,
        "raised": RAISED,
        "hues": list(HUES),
        "tones": TONES,
        "sans": SANS,
        "arabic": SANS_ARABIC,
        "sizes": SIZES,
    }
