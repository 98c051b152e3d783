"""The files to download as the site publishes them: addresses, links, archives, cache; a new tool is one new file."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from mkdocs.exceptions import PluginError

from macros.documents.catalogue import Catalogue, Download
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.site import downloads
from macros.site.downloads import Shelf
from macros.source import proven
from macros.source.vademecum import ROOT, languages, vademecum
from tests.built import built_site, pages

LANGUAGES = [language.code for language in languages()]
SIGNS = {".pdf": b"%PDF-", ".xlsx": b"PK\x03\x04", ".docx": b"PK\x03\x04", ".zip": b"PK\x03\x04"}


def root(code: str) -> Path:
    return built_site()[0] / ("" if code == "fr" else code)


def links(address: str) -> list[str]:
    return [a["href"] for tag, a in pages()[address].tags if tag == "a" and "download" in a]


def prefix(code: str) -> str:
    return "" if code == "fr" else f"{code}/"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_of_the_catalogue_is_published_and_is_what_its_name_says(code: str) -> None:
    for document in Catalogue(vademecum(code)).documents:
        path = root(code) / document.uri
        assert path.read_bytes().startswith(SIGNS[path.suffix]), path


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_of_tools_links_every_file_once(code: str) -> None:
    found = links(f"{prefix(code)}tools/index.html")
    assert sorted(found) == sorted(f"../{document.uri}" for document in Catalogue(vademecum(code)).documents)


def test_the_page_of_a_tool_links_its_files_and_each_says_its_format_and_size() -> None:
    assert links("tools/go-nogo/index.html") == ["../../downloads/go-nogo.pdf", "../../downloads/go-nogo-example.pdf"]
    words = " ".join("".join(pages()["tools/go-nogo/index.html"].words).split())
    assert re.search(r"Vierge \(PDF, \d+ ko\) Exemple rempli \(PDF, \d+ ko\)", words)


def test_every_tool_with_parts_has_a_page_and_the_overview_holds_all() -> None:
    overview = pages()["tools/index.html"]
    for tool in vademecum("fr").tools:
        assert tool.id in overview.all("id")
        assert (f"tools/{tool.id}/index.html" in pages()) == bool(tool.parts)
        if tool.parts:
            assert f"../tools/{tool.id}/" in overview.all("href")


def test_links_lead_to_the_page_of_a_tool() -> None:
    hrefs = pages()["preparation/preliminary/index.html"].all("href")
    assert "../../tools/go-nogo/" in hrefs
    assert "../../tools/#go-nogo" not in hrefs
    change = {href for address, page in pages().items() if address.startswith("change/") for href in page.all("href")}
    assert "../../tools/scenario-matrix/" in change


def test_a_question_shows_three_tools_at_most_before_more() -> None:
    for topic in vademecum("fr").topics:
        html = (root("fr") / topic.id.replace(".", "/") / "index.html").read_text(encoding="utf-8")
        for line in re.findall(r'<div class="vm-links">(.*?)</div>', html, re.DOTALL):
            front = line.split('<details class="vm-others">')[0]
            assert front.count("<a ") <= 3
        methods = html.split('class="vm-methods"')
        if len(methods) > 1:
            assert methods[1].split("</ul>")[0].count("<li>") <= 3


def test_an_archive_holds_the_published_files() -> None:
    with ZipFile(root("fr") / "downloads" / "preparation.zip") as file:
        assert file.testzip() is None
        for name in file.namelist():
            published = root("fr") / "downloads" / name.removeprefix("preparation/")
            assert file.read(name) == published.read_bytes()


# ------------------------------------------------------------------ the cache


class Kitchen:
    """Two small files in place of the real ones, and how often each was made."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def documents(self, v: Vademecum) -> tuple[Download, ...]:
        def make(name: str) -> Any:
            return lambda site: (self.made.append(name), f"{name} {site}".encode())[1]

        go, give = v.get(Tool, "go-nogo"), v.get(Tool, "give-get-balance")
        one = Download("one.pdf", "pdf", "blank", go.id, (go,), make("one"))
        two = Download("two.pdf", "pdf", "blank", give.id, (give,), make("two"))
        return (one, two, Download("both.zip", "zip", "archive", "preparation", members=(one, two)))


@pytest.fixture
def kitchen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kitchen:
    found = Kitchen()
    monkeypatch.setattr(downloads, "CACHE", tmp_path / "documents")
    monkeypatch.setattr(downloads.sys, "platform", "here")  # in this process, so that it can be counted
    monkeypatch.setattr(Catalogue, "documents", property(lambda self: found.documents(self.v)))
    return found


def changed(v: Vademecum) -> Vademecum:
    go = v.get(Tool, "go-nogo").model_copy(update={"purpose": Words("Autre but.", "fr")})
    return v.model_copy(update={"tools": tuple(go if tool.id == go.id else tool for tool in v.tools)})


def test_an_unchanged_file_is_made_once_and_a_changed_one_again(kitchen: Kitchen) -> None:
    v = vademecum("fr")
    first = Shelf(v, "https://a/")
    assert kitchen.made == ["one", "two"]
    again = Shelf(v, "https://a/")
    assert (kitchen.made, again.paths) == (["one", "two"], first.paths)
    after = Shelf(changed(v), "https://a/")
    assert kitchen.made == ["one", "two", "one"]
    assert after.paths["downloads/two.pdf"] == first.paths["downloads/two.pdf"]
    assert after.paths["downloads/both.zip"] != first.paths["downloads/both.zip"]
    Shelf(v, "https://b/")
    assert kitchen.made[3:] == ["one", "two"]


@pytest.mark.usefixtures("kitchen")
def test_files_that_nobody_asks_for_go_in_the_end() -> None:
    v = vademecum("fr")
    old = Shelf(v, "https://a/").paths["downloads/one.pdf"]
    kept = Shelf(changed(v), "https://a/").paths["downloads/one.pdf"]
    past = time.time() - 40 * 86400
    for path in (old, kept):
        os.utime(path, (past, past))
    Shelf(changed(v), "https://a/")
    assert (old.exists(), kept.exists()) == (False, True)


def test_sizes_are_written_as_people_read_them(kitchen: Kitchen) -> None:
    assert kitchen.made == []
    for code, expected in (("fr", "1 ko"), ("en", "1 kB")):
        shown = Shelf(vademecum(code), "https://a/").of(vademecum(code).get(Tool, "go-nogo"))
        assert [file.size.replace("\u00a0", " ") for file in shown] == [expected]


def test_a_file_that_cannot_be_made_fails_the_build_and_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: str) -> bytes:
        raise ValueError("no paper left")

    broken = Download("broken.pdf", "pdf", "blank", "go-nogo", (), refuse)
    monkeypatch.setattr(downloads, "CACHE", tmp_path)
    with pytest.raises(PluginError, match=r"broken\.pdf"):
        downloads._produce([(broken, tmp_path / "broken.pdf")], "")  # noqa: SLF001
    assert "no paper left" in capfd.readouterr().err


@pytest.mark.parametrize("code", [downloads.CODE, proven.CODE], ids=["makes files", "finds tools sound"])
def test_a_digest_covers_all_code_that_it_stands_for(code: tuple[str, ...]) -> None:
    """What says errors or sorts names decides nothing."""
    makers = {path for pattern in code for path in (ROOT / "macros").glob(pattern) if path.suffix == ".py"}
    aside = {"macros.errors", "macros.version"}
    for path in makers:
        text = path.read_text(encoding="utf-8")
        for module in set(re.findall(r"^\s*(?:from|import) (macros[\w.]*)", text, re.MULTILINE)) - aside:
            base = ROOT / module.replace(".", "/")
            assert {base.with_suffix(".py"), base / "__init__.py"} & makers, (path, module)


def test_a_file_that_another_language_moves_meanwhile_stops_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")  # listed, and not there when it is looked at
    monkeypatch.setattr(downloads, "CACHE", tmp_path)
    downloads._tidy([])  # noqa: SLF001
