"""The ids of the past."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.words import Frozen, Id


class Retired(Frozen):
    """An id that is no longer used: who takes over what people answered under it, and why."""

    id: Id
    successors: tuple[Id, ...] = ()
    since: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    """The version that retired it."""
    reason: Annotated[str, Field(min_length=1)]


class Retirements(Frozen):
    """The ids of the past; none of them is ever used again."""

    retired: tuple[Retired, ...] = ()
