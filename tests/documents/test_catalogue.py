"""The catalogue of files: stable addresses, archives that are the same twice, digests that leave nothing out."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from typing import Any, get_args
from zipfile import ZipFile

import pytest

from macros.documents.catalogue import MAKERS, WHOLE, Catalogue, Digests, Download, archive
from macros.documents.locales import has_form
from macros.model.content import Question
from macros.model.kinds import FileFormat
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Entry, Words, rewrite, words_of
from macros.source.vademecum import languages, vademecum

SITE = "https://example.org/vm/"
KEPT = ("interface.", "tool-frame", "term.", "source.", "ref.", "level", "exit", "kind", "scale", "document")
"""Beginnings of ids that every file may show."""


@cache
def catalogue(code: str = "fr") -> Catalogue:
    return Catalogue(vademecum(code))


def named(name: str, of: Catalogue) -> Download:
    return next(document for document in of.documents if document.name == name)


def test_addresses_are_unique_and_follow_from_the_ids() -> None:
    names = [document.name for document in catalogue().documents]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    expected = {
        f"{tool.id}{ending}.{form}"
        for tool in vademecum("fr").tools
        if tool.parts
        for form in tool.formats
        if form != "page"
        for ending in ("", "-example")
    }
    assert expected <= set(names)
    for entry in (*vademecum("fr").phases, *vademecum("fr").topics):
        assert {f"checklists/{entry.id}{ending}.pdf" for ending in ("", "-detailed", "-form")} <= set(names)
    assert {"vademecum.pdf", "pocket.pdf", "preparation.zip", "implementation.zip", "change.zip"} <= set(names)
    assert all(document.uri == f"downloads/{document.name}" for document in catalogue().documents)


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_forms_to_fill_in_on_screen_are_there_where_they_can_be(code: str) -> None:
    forms = [document for document in catalogue(code).documents if document.kind == "form"]
    assert bool(forms) == has_form(code)


def test_files_are_found_by_their_entry() -> None:
    assert [document.name for document in catalogue().of("go-nogo")] == ["go-nogo.pdf", "go-nogo-example.pdf"]
    assert {document.kind for document in catalogue().of(WHOLE)} == {"booklet", "pocket"}
    assert catalogue().of("a-tool-without-files") == ()


def test_the_archive_of_a_phase_holds_its_topics_tools_and_checklists() -> None:
    members = {document.name for document in named("preparation.zip", catalogue()).members}
    assert {"go-nogo.pdf", "financial-plan.xlsx", "checklists/preparation.finance.pdf"} <= members
    assert not any(name.startswith(("checklists/change", "vademecum")) for name in members)


def test_an_archive_is_the_same_twice_whatever_the_order() -> None:
    one = archive("x", {"b.pdf": b"2", "checklists/a.pdf": b"1"})
    assert one == archive("x", {"checklists/a.pdf": b"1", "b.pdf": b"2"})
    with ZipFile(io.BytesIO(one)) as file:
        assert file.namelist() == ["x/b.pdf", "x/checklists/a.pdf"]
        assert file.read("x/b.pdf") == b"2"


def elsewhere(tool: str) -> Vademecum:
    """Return the vade-mecum with all words changed that the files of a tool must not depend on."""

    def spoiled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: spoiled(text) for key, text in value.items()}
        return tuple(map(spoiled, value)) if isinstance(value, tuple) else Words("Autre chose", value.language)

    def spoil(entry: Entry) -> Entry:
        if entry.id.startswith(KEPT) or entry.id == tool or entry.id.startswith(f"{tool}."):
            return entry
        kept = {"text"} if isinstance(entry, Question) else set() if isinstance(entry, Tool) else {"title", "text"}
        words = {name: spoiled(value) for name, value in words_of(entry).items() if name not in kept}
        return entry.model_copy(update=words)

    changed: Vademecum = rewrite(vademecum("fr"), spoil)
    return changed


@pytest.mark.parametrize("name", ["go-nogo.pdf", "give-get-balance-example.xlsx", "legal-form-aid.docx"])
def test_what_is_not_in_its_digest_changes_no_file(name: str) -> None:
    here = named(name, catalogue())
    there = named(name, Catalogue(elsewhere(here.subject)))
    assert Digests().of(here) == Digests().of(there)
    assert here.make is not None
    assert there.make is not None
    assert here.make(SITE) == there.make(SITE)


def test_a_changed_word_changes_its_own_files_and_what_holds_them() -> None:
    def change(entry: Entry) -> Entry:
        if entry.id != "go-nogo.facts.ready":
            return entry
        return entry.model_copy(update={"label": Words("Membres qui signent", "fr")})

    changed = Catalogue(rewrite(vademecum("fr"), change))
    before, after = Digests(), Digests()
    other = [d.name for d in catalogue().documents if before.of(d) != after.of(named(d.name, changed))]
    assert other == ["go-nogo.pdf", "go-nogo-example.pdf", "vademecum.pdf", "pocket.pdf", "preparation.zip"]


def test_an_old_translation_another_site_or_version_is_another_file() -> None:
    document = named("go-nogo.pdf", catalogue())
    v = vademecum("fr")
    stale = v.get(Tool, "go-nogo").model_copy(update={"title": Words("Le cluster est-il la bonne réponse ?", "en")})
    other = v.model_copy(update={"tools": tuple(stale if tool.id == stale.id else tool for tool in v.tools)})
    digests = {
        Digests("1").of(document),
        Digests("2").of(document),
        Digests("1").of(named("go-nogo.pdf", Catalogue(other))),
    }
    assert len(digests) == 3


def test_each_format_has_a_writer_a_name_and_a_word_on_what_it_is_for() -> None:
    v = vademecum("fr")
    assert set(MAKERS) == set(get_args(FileFormat))
    for form in get_args(FileFormat):
        assert v.word(f"format-{form}")
        assert v.word(f"format-{form}-use")
        assert any(form in tool.formats for tool in v.tools), form
