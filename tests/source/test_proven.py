"""A tool in which nothing is wrong is looked at once; another text or other lists are looked at again."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import Fault
from macros.model.tool import Tool
from macros.source import proven
from macros.source.vademecum import vademecum


def looked_at(tool: Tool, monkeypatch: pytest.MonkeyPatch, *faults: Fault) -> list[str]:
    """Return the tools that are looked at, when these faults are found."""
    looked: list[str] = []
    monkeypatch.setattr(proven, "check_tool", lambda one, *_: looked.append(one.id) or [*faults])
    assert proven.faults_of(tool, vademecum("fr").tool_frame.lists, lambda _: ("", 0)) in ([*faults], [])
    return looked


def test_only_what_is_sound_and_unchanged_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proven, "FOLDER", tmp_path / "sound")
    tool = vademecum("fr").get(Tool, "go-nogo")
    fault = Fault("go-nogo.yml", 1, "go-nogo.expected", "2 était attendu", "corriger la formule")
    assert looked_at(tool, monkeypatch, fault) == ["go-nogo"]
    assert looked_at(tool, monkeypatch) == ["go-nogo"]
    assert looked_at(tool, monkeypatch, fault) == []
    assert looked_at(tool.model_copy(update={"expected": tool.expected[:1]}), monkeypatch) == ["go-nogo"]
    monkeypatch.setattr(proven, "fingerprint", lambda *_: "another code")
    assert looked_at(tool, monkeypatch) == ["go-nogo"]


def test_where_nothing_can_be_kept_it_is_looked_at_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(proven, "FOLDER", tmp_path / "file" / "sound")
    tool = vademecum("fr").get(Tool, "go-nogo")
    assert [looked_at(tool, monkeypatch), looked_at(tool, monkeypatch)] == [["go-nogo"], ["go-nogo"]]
