"""Which rows of a table a document shows."""

from __future__ import annotations

from macros.documents.outline.copies import Copy
from macros.model.field import Part, Row


def rows(copy: Copy, part: Part, *, most: int, sample: int) -> list[tuple[str, Row | None]]:
    """Return the rows of a table as (key, row if it is a named one): all named ones, then free ones.

    Of the free ones the example shows those that it fills or, when it fills none, ``sample``; a blank copy shows
    ``most``, which is what its paper takes.
    """
    named = {row.key: row for row in part.rows}
    free = [at for at in copy.evaluation.places(part.key) if at not in named]
    used = [at for at in free if copy.filled and copy.evaluation.in_use(part, at)]
    return [*named.items(), *((at, None) for at in used or free[: sample if copy.filled else most])]
