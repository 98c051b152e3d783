"""Building in a fork: a new language, topic and tool, a wrong macro, a mistake while the server runs."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest

from macros.source.vademecum import ROOT, vademecum
from tests.built import SITE_URL, copy_project, run_mkdocs
from tests.small import publish, shrink

TOPIC = "data/content/topics/preparation.strategy.yml"


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def small(folder: Path, *codes: str) -> Path:
    """Copy the project with few topics and tools, and only some languages, each of which takes its time to build."""
    project = copy_project(folder)
    shrink(project, "implementation.organisation")  # of the example in CONTRIBUTING
    publish(project, "meeting-cost.xlsx", "meeting-cost-example.xlsx", "checklists/preparation.strategy.pdf")
    path = project / "data/languages.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "code:" not in line or any(f"code: {code}," in line for code in codes)]
    path.write_text("".join(kept), encoding="utf-8")
    for spoken in [*project.glob("docs/*"), *project.glob("data/translations/*")]:
        if spoken.name not in codes:
            shutil.rmtree(spoken)
    return project


CALLS = re.findall(r"^\| `\{\{ (.+?) \}\}` \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
"""Every macro, as « Pages, and the macros that fill them » shows it."""


def in_contributing() -> str:
    """Return the complete small example of « Add a tool »."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Add a tool")[1]
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0]


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of people who added a language, a topic and a tool, and left English out."""
    project = small(tmp_path_factory.mktemp("fork"), "fr", "ar")
    with (project / "data/languages.yml").open("a", encoding="utf-8") as languages:
        languages.write("  - {code: es, name: Español, direction: ltr}\n")
    for folder in ("docs/es", "data/translations/es/topics"):
        (project / folder).mkdir(parents=True)
    (project / "data/translations/es/topics/x.yml").write_text("preparation.strategy:\n  title: La estrategia\n")
    change(project, "data/content/phases/change.yml", "- change.learning", "- change.learning\n- change.closing")
    old = (project / "data/content/topics/change.learning.yml").read_text(encoding="utf-8")
    new = old.replace("change.learning", "change.closing").replace("Apprendre et anticiper", "Savoir finir")
    (project / "data/content/topics/change.closing.yml").write_text(new, encoding="utf-8")
    (project / "data/content/tools/meeting-cost.yml").write_text(in_contributing(), encoding="utf-8")
    change(project, "data/content/topics/implementation.organisation.yml", "tools: []", "tools: [meeting-cost]")
    (project / "docs/fr/change/learning.md").write_text('Avant.\n\n{{ topic("change.learning") }}\n\nAprès.\n')
    (project / "docs/fr/ratios.md").write_text('---\ntitle: Nos ratios\n---\n\n{{ part("ratios") }}\n')
    with (project / "docs/fr/adapt.md").open("a", encoding="utf-8") as page:
        page.write("\n" + "\n\n".join(f"{{{{ {call} }}}}" for call in CALLS) + "\n")
    done = run_mkdocs(project, "build", "--strict", address="")  # which they have not set yet
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_a_fork_adds_a_language_and_a_topic_with_data_alone(fork: Path) -> None:
    assert "Savoir finir" in (fork / "change/closing/index.html").read_text(encoding="utf-8")
    assert "Savoir finir" in (fork / "index.html").read_text(encoding="utf-8")
    spanish = (fork / "es/preparation/strategy/index.html").read_text(encoding="utf-8")
    assert "La estrategia" in spanish
    assert '<html lang="es" dir="ltr"' in spanish
    assert not (fork / "en").exists()


def test_no_file_names_an_address_as_long_as_none_is_set(fork: Path) -> None:
    texts = {path: path.read_bytes() for path in fork.rglob("*.*") if path.suffix in {".json", ".css", ".xml"}}
    for path in fork.rglob("*.xlsx"):
        with ZipFile(path) as file:
            texts[path] = b"".join(map(file.read, file.namelist()))
            assert b"tools/meeting-cost" not in texts[path]
    wrong = re.compile(rb"127\.0\.0\.1|localhost")
    page = "search"  # a page tells how to try the site on one's own machine
    assert [path for path, text in texts.items() if wrong.search(text) and path.parent.name != page] == []


def test_a_page_of_docs_has_its_own_words_around_what_a_macro_shows(fork: Path) -> None:
    page = (fork / "change/learning/index.html").read_text(encoding="utf-8")
    assert page.index("<p>Avant.</p>") < page.index('id="change.learning.q01"') < page.index("<p>Après.</p>")
    assert "<title>Apprendre et anticiper" in page
    other = (fork / "es/change/learning/index.html").read_text(encoding="utf-8")
    assert "<p>Avant.</p>" in other  # in French, as long as there is no Spanish page


def test_a_title_of_ones_own_stays_in_its_language(fork: Path) -> None:
    assert "<title>Nos ratios" in (fork / "ratios/index.html").read_text(encoding="utf-8")
    assert f"<title>{vademecum('ar').word('page-ratios')}" in (fork / "ar/ratios/index.html").read_text(
        encoding="utf-8"
    )


def test_every_macro_shows_something_on_any_page(fork: Path) -> None:
    assert {call.partition("(")[0] for call in CALLS} == {
        "home", "phase", "topic", "part", "moved", "tool", "answer", "booklet", "word", "cite",
    }  # fmt: skip
    page = (fork / "adapt/index.html").read_text(encoding="utf-8")
    for mark in (
        'class="vm-home', 'id="change"', 'id="change.learning.q01"', 'id="ratio.', 'name="swot-tows.', "vm-booklet",
        "vm-answering", "CITATION.cff",
    ):  # fmt: skip
        assert mark in page, mark
    other = (fork / "ar/adapt/index.html").read_text(encoding="utf-8")
    assert other.count('<div lang="ar" dir="rtl">') == len(CALLS) - 1  # a word stands in a line of the page
    assert '<div lang="fr" dir="ltr">' in other  # the page itself is not translated


def test_a_new_tool_is_one_new_file_and_a_name_in_a_question(fork: Path) -> None:
    page = (fork / "tools/meeting-cost/index.html").read_text(encoding="utf-8")
    assert 'name="meeting-cost.meetings.r1#hours"' in page
    assert 'href="../../downloads/meeting-cost.xlsx"' in page
    for folder in ("", "es/", "ar/"):
        for name in ("meeting-cost.xlsx", "meeting-cost-example.xlsx"):
            assert ZipFile(fork / folder / "downloads" / name).namelist()
    for address, link in (
        ("tools", "../downloads/meeting-cost.xlsx"),
        ("tools", "../tools/meeting-cost/"),
        ("implementation/organisation", "../../tools/meeting-cost/"),
    ):
        assert f'href="{link}"' in (fork / address / "index.html").read_text(encoding="utf-8"), address
    with ZipFile(fork / "downloads/implementation.zip") as file:
        assert "implementation/meeting-cost.xlsx" in file.namelist()


@pytest.mark.parametrize(
    ("call", "said"),
    [('{{ topic("preparation.nowhere") }}', "preparation.nowhere"), ("{{ no_such_macro() }}", "no_such_macro")],
)
def test_a_wrong_macro_fails_the_build_and_says_which(tmp_path: Path, call: str, said: str) -> None:
    project = small(tmp_path, "fr")
    change(project, "docs/fr/adapt.md", "# Adapter", f"{call}\n\n# Adapter")
    done = run_mkdocs(project, "build", "--strict", "--quiet")  # as `make build` does
    assert done.returncode != 0
    assert said in done.stdout + done.stderr


def test_wrong_data_fail_the_build_with_their_place_and_mend(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    change(project, TOPIC, "summary:", "sumary:")
    done = run_mkdocs(project, "build")
    assert done.returncode != 0
    assert f"{TOPIC}, ligne" in done.stderr
    assert "écrire « summary »" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    project = small(tmp_path, "fr", "ar")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL}
    with (project / "serve.log").open("w") as log:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        yield project, f"http://127.0.0.1:{port}{urlsplit(SITE_URL).path}"
        server.terminate()
        server.wait()


def shown(address: str) -> str:
    """Return the page at an address; nothing while the server builds it."""
    try:
        with urllib.request.urlopen(address) as answer:
            return str(answer.read(), "utf-8")
    except urllib.error.URLError:
        return ""


def refused(address: str) -> str:
    """Return the page that is shown in the place of one that does not exist."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(address)
    assert error.value.code == 404
    return str(error.value.read(), "utf-8")


def comes(words: str, read: Callable[[], str]) -> None:
    """Read until ``words`` are there; a build that hangs fails after five minutes."""
    end = time.monotonic() + 300
    while words not in read():
        assert time.monotonic() < end, f"{words!r} never came"
        time.sleep(0.5)


def test_the_server_shows_edits_and_recovers_from_a_mistake(served: tuple[Path, str]) -> None:
    project, address = served
    page, log = partial(shown, f"{address}preparation/strategy/"), project / "serve.log"
    comes("Objectifs communs", page)
    assert vademecum("ar").word("not-found-title") in refused(f"{address}ar/nulle-part/")
    change(project, TOPIC, "title: Objectifs", "titre: Objectifs")
    comes("la clé « titre » est inconnue", partial(log.read_text, encoding="utf-8"))
    change(project, TOPIC, "titre: Objectifs", "title: Vrais objectifs")
    comes("Vrais objectifs", page)
    change(project, "overrides/components/topic.html", 'class="vm-topic ', 'class="vm-topic edited-template ')
    comes("edited-template", page)
    change(project, "macros/pages/gloss.py", "yield text[first:end], term", 'yield text[first:end] + "+", term')
    comes("cluster+", page)
