"""The committed scripts are those that web/ gives, and stay light."""

from __future__ import annotations

import gzip
from pathlib import Path

from macros.vademecum import ROOT
from tests.web_build import build

ASSETS = ROOT / "overrides" / "assets"


def weight(name: str) -> int:
    return len(gzip.compress((ASSETS / name).read_bytes(), 9))


def test_the_committed_scripts_are_built_from_web(tmp_path: Path) -> None:
    build(tmp_path)
    for name in ("vademecum.js", "store.js"):
        assert (tmp_path / name).read_bytes() == (ASSETS / name).read_bytes(), f"run `make web`: {name}"


def test_a_first_visit_carries_8_kilobytes_of_our_script_and_all_of_it_45() -> None:
    assert weight("vademecum.js") <= 8 * 1024
    assert weight("vademecum.js") + weight("store.js") <= 45 * 1024
