"""``python -m macros``: silent when all is well, one clear message and exit code 1 when not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from macros.__main__ import main
from macros.source.vademecum import ROOT
from tests.conftest import Project
from tests.golden import expect

Output = pytest.CaptureFixture[str]


def test_check_is_silent_when_all_is_well(project: Project, capsys: Output) -> None:
    assert main(["check"], project.root) == 0
    assert capsys.readouterr() == ("", "")


def test_check_reads_the_data_of_this_repository() -> None:
    assert main(["check"]) == 0


def test_check_says_what_is_to_be_mended(project: Project, capsys: Output) -> None:
    project.replace("content/phases/change.yml", "number: 3", "number: trois")
    project.replace("content/topics/change.learning.yml", "    kind: verify", "    kind: yess")
    assert main(["check"], project.root) == 1
    said = capsys.readouterr()
    assert said.out == ""
    expect(__file__, "check", said.err)


def test_check_reads_translations_too(project: Project, capsys: Output) -> None:
    project.replace("translations/ar/interface.yml", '"الوثائق"', '"الوثائق..."')
    assert main(["check"], project.root) == 1
    assert "data/translations/ar/interface.yml" in capsys.readouterr().err


def test_check_reads_what_the_search_knows_too(project: Project, capsys: Output) -> None:
    project.replace("search.yml", "    idle:", "    idel:")
    assert main(["check"], project.root) == 1
    assert "data/search.yml, ligne " in (said := capsys.readouterr().err)
    assert "écrire « idle »" in said


NOTHING = [
    ("search.yml", "    idle:", '    synonyms: ["seul,"]\n    idle:', "n’a pas de synonyme"),
    (
        "content/phases/change.yml",
        "topics: [",
        "path:\n  - {id: change.way.look, title: Voir, tools: []}\ntopics: [",
        "compte 0 élément",
    ),
]
"""What would do nothing and says nothing of it, in which file; what the check says."""


@pytest.mark.parametrize("nothing", NOTHING)
def test_check_says_what_would_do_nothing(nothing: tuple[str, str, str, str], project: Project, capsys: Output) -> None:
    file, old, new, wrong = nothing
    project.replace(file, old, new)
    assert main(["check"], project.root) == 1
    said = capsys.readouterr().err
    assert f"data/{file}, ligne " in said
    assert wrong in said


def test_check_in_a_wrong_folder(project: Project, capsys: Output) -> None:
    assert main(["check"], project.root / "data") == 1
    assert "lancer la commande à la racine du projet" in capsys.readouterr().err


def test_status_prints_a_table(project: Project, capsys: Output) -> None:
    assert main(["status", "en"], project.root) == 0
    expect(__file__, "status", capsys.readouterr().out)


@pytest.mark.parametrize("command", ["status", "confirm"])
def test_an_unknown_language_is_said(command: str, project: Project, capsys: Output) -> None:
    assert main([command, "zz"], project.root) == 1
    assert capsys.readouterr() == ("", "« zz » n’est pas une langue traduite. Connues : en, ar.\n")


def test_confirm_says_how_many(project: Project, capsys: Output) -> None:
    main(["confirm", "en"], project.root)
    project.replace("content/interface.yml", '"Accueil"', '"Début"')
    capsys.readouterr()
    assert main(["confirm", "en", "interface.nav-home"], project.root) == 0
    assert capsys.readouterr().out == "1 traduction(s) confirmée(s).\n"


def test_schema_writes_the_schemas(project: Project) -> None:
    assert main(["schema"], project.root) == 0
    assert project.read("schema/topics.json") == (ROOT / "data/schema/topics.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [[], ["zz"], ["confirm"]])
def test_a_command_that_does_not_exist_shows_the_usage(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "python -m macros" in capsys.readouterr().err


def test_it_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "macros", "status", "zz"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("« zz » n’est pas")
