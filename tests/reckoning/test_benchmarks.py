"""A ratio that is held against a limit says the limit beside its value, and where it comes from."""

from __future__ import annotations

import re

from macros.model.tool import Tool
from macros.source.vademecum import vademecum

V = vademecum("fr")
PLAN, MIX, DASHBOARD = (V.get(Tool, name) for name in ("financial-plan", "funding-mix", "ratio-dashboard"))
SAID = re.compile(r"[Rr]epère")


def helped(part: str, key: str) -> str:
    """Return what stands beside the name of a line of the plan."""
    field = next(field for one in PLAN.parts if one.key == part for field in one.fields if field.key == key)
    return str(field.help or "")


def test_a_ratio_says_the_limit_that_its_check_knows() -> None:
    limits = [re.fullmatch(r"([\w-]+) < (\d+)", check.when) for check in PLAN.checks if check.part == "ratios"]
    assert len(limits) > 2
    for limit in limits:
        assert limit
        said = helped("ratios", limit[1])
        assert re.search(rf"\b{limit[2]}\b", said), limit[1]
        assert SAID.search(said)


def test_a_ratio_says_the_limit_of_the_tool_that_reads_it() -> None:
    limits = DASHBOARD.part("limits")
    assert limits
    for field in limits.fields:
        assert isinstance(field.default, float)
        key = field.key.removesuffix("-high")
        said = helped("ratios", key)
        assert SAID.search(said), key
        assert f"{field.default:.0%}".replace("%", "\u00a0%") in said.replace("\u202f", "\u00a0") or key == "margin"
    for key, when in (("public-money", "public-share > 0.5"), ("concentration", "concentration > 0.4")):
        assert any(check.when == when for check in MIX.checks)
        assert SAID.search(helped("ratios", key))


def test_results_that_stand_alone_say_it_too() -> None:
    for key in ("lowest-reserve", "weakest-value"):
        result = PLAN.result(key)
        assert result
        assert re.search(r"Repère.*\b3\b", str(result.help))
