"""What the keys of tools stand for."""

from __future__ import annotations

import pytest

from macros.pages.work import meanings
from macros.source.vademecum import vademecum


@pytest.mark.parametrize(
    ("path", "along", "holds", "traits"),
    [
        ("action-plan.tasks.start", "rows", "day", set()),
        ("action-plan.tasks.progress", "rows", "number", {"percent"}),
        ("business-plan.figures.revenue", "periods", "number", set()),
        ("business-plan.s1.text", "", "words", {"long"}),
        ("business-plan-check.reading.reader", "", "words", set()),
    ],
)
def test_a_key_tells_what_its_field_holds_and_along_what_its_part_runs(
    path: str, along: str, holds: str, traits: set[str]
) -> None:
    tool, part, field = path.split(".")
    told = meanings(vademecum("fr"))[tool]["parts"][part]
    assert told["along"] == along
    assert told["fields"][field]["holds"] == holds
    assert {trait for trait in ("long", "percent") if told["fields"][field].get(trait)} == traits
