"""Words that drift: one thing, one word, and where another of its names may stay."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.words import Frozen, Id

Plain = Annotated[str, StringConstraints(strict=True, min_length=1)]
"""A text for people who edit the data; no reader sees it, so that it is in no language."""


class Kept(Frozen):
    """An entry, with all that is in it, where a word may stay: it means something else there."""

    where: Id
    reason: Plain


class Wording(Frozen):
    """The names that give way to a term of the glossary, everywhere or ``within`` some entries."""

    term: Id
    instead_of: Annotated[tuple[Plain, ...], Field(min_length=1)]
    within: tuple[Id, ...] = ()
    kept: tuple[Kept, ...] = ()

    def holds_in(self, identifier: str) -> bool:
        """Tell whether it applies to an entry; the term itself may name what it replaces."""
        inside = not self.within or _is_in(identifier, self.within)
        return inside and not _is_in(identifier, (self.term, *(kept.where for kept in self.kept)))


def _is_in(identifier: str, around: tuple[str, ...]) -> bool:
    return any(f"{identifier}.".startswith(f"{outer}.") for outer in around)
