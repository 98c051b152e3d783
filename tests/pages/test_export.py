"""vademecum.json holds every entry, follows its schema, and lists what is still French."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from macros.model.content import Glossary
from macros.model.reference import Reference
from macros.model.words import entries
from macros.pages.export import SCHEMA, export
from macros.source.vademecum import languages, vademecum
from macros.version import __version__

CODES = [language.code for language in languages()]
FINE = {"version": "1.0.0", "language": "fr", "entries": [{"id": "x", "type": "term", "text": "a"}]}


@cache
def whole(code: str) -> dict[str, Any]:
    """Return the export as its readers see it."""
    loaded: dict[str, Any] = json.loads(json.dumps(export(vademecum(code)), ensure_ascii=False))
    return loaded


def entry(code: str, identifier: str) -> dict[str, Any]:
    return next(found for found in whole(code)["entries"] if found["id"] == identifier)


@pytest.mark.parametrize("code", CODES)
def test_every_entry_is_in_it_once(code: str) -> None:
    assert [found["id"] for found in whole(code)["entries"]] == [found.id for found in entries(vademecum(code))]


@pytest.mark.parametrize("code", CODES)
def test_it_follows_its_schema(code: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(whole(code))


def test_it_says_its_version_and_language() -> None:
    assert (whole("ar")["version"], whole("ar")["language"]) == (__version__, "ar")


@pytest.mark.parametrize(
    "spoiled",
    [
        {"language": 3},
        {"version": "one"},
        {"entries": []},
        {"more": 1},
        {"entries": [{"id": "x", "type": "term"}]},
        {"entries": [{"id": "X y", "type": "term", "text": "a"}]},
        {"entries": [{"id": "x", "type": "Term", "text": "a"}]},
        {"entries": [{"id": "x", "text": "a"}]},
        {"entries": [{"id": "x", "type": "term", "text": ""}]},
        {"entries": [{"id": "x", "type": "term", "text": "a", "untranslated": "text"}]},
    ],
    ids=str,
)
def test_a_spoiled_one_does_not(spoiled: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate(FINE)
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(FINE | spoiled)


@pytest.mark.parametrize("key", ["version", "language", "entries"])
def test_one_that_lacks_a_key_does_not(key: str) -> None:
    found = {name: value for name, value in FINE.items() if name != key}
    with pytest.raises(ValidationError, match=key):
        Draft202012Validator(SCHEMA).validate(found)


def test_nested_entries_are_named_where_they_stood() -> None:
    topic = entry("fr", "change.learning")
    assert topic["type"] == "topic"
    assert topic["questions"][0] == "change.learning.q01"
    assert entry("fr", "change.learning.q01")["tools"] == ["learning-agenda"]


def test_a_kind_of_two_words_has_a_hyphen() -> None:
    assert entry("fr", "business-plan.s1")["type"] == "plan-section"


def test_what_practice_added_is_told_from_the_source() -> None:
    assert entry("fr", "change.management.q02")["additions"] == ["change.management.q02.green"]
    assert entry("fr", "change.management.q02.green")["type"] == "addition"
    assert "change.management.q02.green" not in entry("fr", "change.management")["questions"]


def test_values_inside_an_entry_stay_there() -> None:
    assert entry("fr", "business-plan.s1")["pages"] == {"min": 2, "max": 2}


def test_what_an_entry_does_not_have_is_left_out() -> None:
    assert "caution" not in entry("fr", "change.learning.q01")
    assert "caution" in entry("fr", "change.learning.q04")


def test_french_lists_nothing_as_untranslated() -> None:
    assert [found["id"] for found in whole("fr")["entries"] if "untranslated" in found] == []


def test_texts_lists_and_forms_left_in_french_are_listed() -> None:
    french = vademecum("fr")
    as_english = french.model_copy(update={"language": vademecum("en").language})
    by_id = {found["id"]: found for found in export(as_english)["entries"]}
    assert by_id["change.learning.q01"]["untranslated"] == ["text", "why", "good_answer"]
    assert by_id["interface.topics"]["untranslated"] == ["plural"]


def test_a_translated_field_is_not_listed() -> None:
    term = vademecum("en").glossary.terms[0]
    assert "untranslated" not in entry("en", term.id)
    half = term.model_copy(update={"text": vademecum("fr").glossary.terms[0].text})
    mixed = vademecum("en").model_copy(update={"glossary": Glossary(terms=(half,))})
    assert next(e for e in export(mixed)["entries"] if e["id"] == term.id)["untranslated"] == ["text"]


def test_the_title_of_a_publication_waits_for_no_translation() -> None:
    publications = {found.id for found in entries(vademecum("ar")) if isinstance(found, Reference)}
    waiting = [found.get("untranslated", []) for found in whole("ar")["entries"] if found["id"] in publications]
    assert waiting
    assert all(not {"title", "publisher"} & set(names) for names in waiting)
