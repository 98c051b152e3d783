"""What the keys of tools stand for."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from macros.pages.work import meanings
from macros.source.vademecum import vademecum
from tests.built import pages


@pytest.mark.parametrize(
    ("path", "along", "holds", "traits"),
    [
        ("action-plan.tasks.start", "rows", "day", set()),
        ("action-plan.tasks.progress", "rows", "number", {"percent"}),
        ("business-plan.figures.revenue", "periods", "number", set()),
        ("business-plan.s1.text", "", "words", {"long"}),
        ("business-plan-check.reading.reader", "", "words", set()),
        ("scenario-matrix.question.horizon", "", "number", {"year"}),
        ("workshop.meetings.people", "rows", "words", {"long"}),
    ],
)
def test_a_key_tells_what_its_field_holds_and_along_what_its_part_runs(
    path: str, along: str, holds: str, traits: set[str]
) -> None:
    tool, part, field = path.split(".")
    told = meanings(vademecum("fr"))[tool]["parts"][part]
    assert told["along"] == along
    assert told["fields"][field]["holds"] == holds
    assert {trait for trait in ("long", "percent", "year") if told["fields"][field].get(trait)} == traits


def field_of(name: str) -> dict[str, Any] | None:
    """Return what is known of the field that a control is named after; nothing where it is none of a tool."""
    tool, _, rest = name.partition(".")
    id_, _, column = rest.partition("#")
    key, _, row = id_.partition(".")
    part = meanings_of("fr").get(tool, {"parts": {}})["parts"].get(key)
    if not part:
        return None
    found: dict[str, Any] | None = part["fields"].get(row if part["along"] == "periods" else column.split(".")[0])
    return found


@cache
def meanings_of(language: str) -> dict[str, Any]:
    return meanings(vademecum(language))


def test_what_takes_several_lines_is_prose_and_nothing_else_is() -> None:
    meetings = {
        name: field
        for part in meanings_of("fr")["workshop"]["parts"].values()
        for name, field in part["fields"].items()
    }
    compared, wrong = 0, set()
    for address in (address for address in pages() if address.startswith(("tools/", "business-plan/", "workshop/"))):
        for tag, control in pages()[address].tags:
            name = control.get("name", "") or control.get("data-vm-field", "")
            field = field_of(name) if "#" in name else meetings.get(name)
            if not field or tag not in {"input", "textarea", "select"}:
                continue
            compared += 1
            if field.get("long", False) != (tag == "textarea" and "data-line" not in control):
                wrong.add(name)
    assert compared > 2000
    assert wrong == set()


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_what_is_kept_of_a_meeting_has_words(language: str) -> None:
    parts = meanings_of(language)["workshop"]["parts"]
    meeting, decision = parts["meetings"]["fields"], parts["decisions"]["fields"]
    level = vademecum(language).scale.levels[2].title
    assert meeting["agreed"]["choices"]["2"] == f"2 · {level}"
    assert meeting["length"]["choices"].keys() == {"30", "60", "90", "120", "150", "180", "240"}
    assert meeting["begun"]["holds"] == "moment"
    assert decision["meeting"] == decision["meeting"] | {"holds": "row", "below": "workshop.meetings."}
