"""Ids of the past: who takes over, chains without circles, and no id used twice."""

from __future__ import annotations

import pytest

from macros.errors import DataError
from macros.source.vademecum import vademecum
from tests.conftest import Project

RETIRED = "content/retired.yml"
ENTRY = '  - {{id: {id}, successors: [{to}], since: 0.2.0, reason: "Essai"}}\n'


def add(project: Project, *entries: tuple[str, str]) -> None:
    lines = "".join(ENTRY.format(id=identifier, to=to) for identifier, to in entries)
    project.write(RETIRED, project.read(RETIRED) + lines)


def fault(project: Project) -> str:
    with pytest.raises(DataError) as caught:
        vademecum("fr", project.root)
    assert len(caught.value.faults) == 1
    return str(caught.value.faults[0])


def test_a_chain_of_retired_ids_ends_at_the_ids_of_today(project: Project) -> None:
    add(
        project,
        ("change.old.q01", "change.newer.q01"),
        ("change.newer.q01", "change.learning.q01, change.learning.q02"),
        ("change.gone.q01", ""),
    )
    successors = vademecum("fr", project.root).successors
    assert successors["change.old.q01"] == ["change.learning.q01", "change.learning.q02"]
    assert successors["change.gone.q01"] == []


@pytest.mark.parametrize("to", ["change.nowhere.q01", "change.old.q01"])
def test_a_successor_that_does_not_exist_or_is_the_id_itself_is_refused(project: Project, to: str) -> None:
    add(project, ("change.old.q01", to))
    assert f"« {to} » ne peut pas prendre la suite" in fault(project)


def test_a_retired_id_is_never_used_again(project: Project) -> None:
    add(project, ("change.learning.q01", "change.learning.q02"))
    with pytest.raises(DataError) as caught:
        vademecum("fr", project.root)
    assert "cet identifiant sert deux fois" in str(caught.value)


def test_words_of_the_interface_may_stand_in_several_files(project: Project) -> None:
    project.write("content/interface-local.yml", 'words:\n  - {id: interface.local, text: "Ici"}\n')
    assert vademecum("fr", project.root).word("local") == "Ici"
    project.write("content/interface-local.yml", 'words:\n  - {id: interface.nav-home, text: "Ici"}\n')
    with pytest.raises(DataError, match="sert deux fois"):
        vademecum("fr", project.root)
