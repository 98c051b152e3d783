"""Days, and the years in which one makes sense."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic import Field as Setting
from pydantic_core import PydanticCustomError

from macros.model.words import Frozen

YEARS = (2000, 2099)
"""The first and the last year of a date that makes sense where a field says nothing else; web/days.js has the same."""

Year = Annotated[int, Setting(strict=True, ge=1900, le=9999)]
"""A year that workbooks know too."""


def _a_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise PydanticCustomError("dayless", "a day, as 2026-05-31") from None


Day = Annotated[str, AfterValidator(_a_day)]
"""A day that exists, as 2026-05-31."""


class Years(Frozen):
    """From when to when the dates of a field make sense."""

    earliest: Year | None = None
    """The first such year; without it the first of ``YEARS``."""
    latest: Year | Literal["today"] | None = None
    """The last such year, or ``today`` for what has happened; without it the last of ``YEARS``."""

    @property
    def first_day(self) -> date:
        """The first day that makes sense."""
        return date(self.earliest or YEARS[0], 1, 1)

    @property
    def last_day(self) -> date:
        """The last day that makes sense; where that is today, the last one that it may be."""
        return date(self.latest if isinstance(self.latest, int) else YEARS[1], 12, 31)

    @property
    def past(self) -> bool:
        """Tell whether this is the date of something that has happened."""
        return self.latest == "today"
