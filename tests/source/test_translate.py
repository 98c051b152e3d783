"""Translations lie over the French: what lacks stays French, and each text knows how fresh it is."""

from __future__ import annotations

import re

from macros.model.content import Action, Glossary, Statement, Term
from macros.model.interface import Interface, Word
from macros.model.reference import Reference
from macros.model.vademecum import Language, Vademecum
from macros.model.words import Entry, Words, entries
from macros.source.translate import Translation, digest, is_stale, states, translate
from macros.source.vademecum import ROOT, vademecum

ENGLISH = Language(code="en", name="English", direction="ltr")
TERM = Term.model_validate({"id": "term.x", "title": "plan", "text": "Un plan.", "forms": ["plans"]})
WORD = Word.model_validate({"id": "interface.x", "plural": {"one": "un", "other": "{n}"}})


def source() -> Vademecum:
    """Return a vade-mecum with one term and one word."""
    whole = vademecum("fr")
    small = {"glossary": Glossary(terms=(TERM,)), "interface": Interface(words=(WORD,))}
    empty = dict.fromkeys(("phases", "topics", "tools"), ())
    return whole.model_copy(update={**empty, **small})


def fresh(entry: Entry, **words: object) -> Translation:
    """Return a translation that follows the French of today."""
    return Translation(entry.id, "x.yml", digest(entry, words), words)


def translated(*translations: Translation) -> Vademecum:
    return translate(source(), {translation.id: translation for translation in translations}, ENGLISH)


# ------------------------------------------------------------------ digests


def test_a_digest_has_eight_hexadecimal_digits() -> None:
    assert len(digest(TERM, ["title"])) == 8
    assert int(digest(TERM, ["title"]), 16) >= 0


def test_a_digest_ignores_spaces() -> None:
    spaced = TERM.model_copy(update={"text": Words("Un\u00a0 plan.\n")})
    assert digest(spaced, ["text"]) == digest(TERM, ["text"])


def test_a_digest_follows_the_words() -> None:
    other = TERM.model_copy(update={"text": Words("Un projet.")})
    assert digest(other, ["text"]) != digest(TERM, ["text"])


def test_a_digest_covers_only_the_fields_that_are_translated() -> None:
    other = TERM.model_copy(update={"text": Words("Un projet.")})
    assert digest(other, ["title"]) == digest(TERM, ["title"])
    assert digest(TERM, ["title", "text"]) != digest(TERM, ["title"])


def test_a_digest_follows_lists_and_plural_forms() -> None:
    fewer = TERM.model_copy(update={"forms": ()})
    other = WORD.model_copy(update={"plural": {"one": Words("une"), "other": Words("{n}")}})
    assert digest(fewer, ["forms", "title"]) != digest(TERM, ["forms", "title"])
    assert digest(other, ["plural"]) != digest(WORD, ["plural"])


# ------------------------------------------------------------------ states


def test_a_translation_of_todays_french_is_current() -> None:
    assert not is_stale(TERM, fresh(TERM, title="plan"))


def test_a_translation_of_other_french_or_without_digest_is_stale() -> None:
    assert is_stale(TERM, Translation("term.x", "x.yml", "00000000", {"title": "plan"}))
    assert is_stale(TERM, Translation("term.x", "x.yml", None, {"title": "plan"}))


def test_every_text_has_a_state() -> None:
    orphan = Translation("term.gone", "x.yml", None, {"title": "gone"})
    stale = Translation("interface.x", "x.yml", "00000000", {"plural": {"other": "{n}"}})
    found = states(source(), {t.id: t for t in (fresh(TERM, title="plan"), stale, orphan)})
    assert [state for state in found if state[0] in {"term.x", "interface.x", "term.gone"}] == [
        ("term.x", "title", "current"),
        ("term.x", "text", "missing"),
        ("term.x", "forms", "missing"),
        ("interface.x", "plural", "stale"),
        ("term.gone", "", "orphan"),
    ]


def test_a_field_without_french_has_no_state() -> None:
    assert [name for identifier, name, _ in states(source(), {}) if identifier == "interface.x"] == ["plural"]


def test_the_title_of_a_publication_waits_for_no_translation() -> None:
    publications = {entry.id for entry in entries(source()) if isinstance(entry, Reference)}
    assert "title" not in {name for identifier, name, _ in states(source(), {}) if identifier in publications}


# ------------------------------------------------------------------ laying over


def test_the_whole_bears_its_language() -> None:
    assert translated().language == ENGLISH


def test_translated_words_bear_their_language() -> None:
    term = translated(fresh(TERM, title="plan", forms=["plans"])).get(Term, "term.x")
    assert (term.title.language, term.title.stale) == ("en", False)
    assert [(form, form.language) for form in term.forms] == [("plans", "en")]


def test_what_is_not_translated_stays_french_and_says_so() -> None:
    term = translated(fresh(TERM, title="map")).get(Term, "term.x")
    assert (term.title, term.text) == ("map", "Un plan.")
    assert term.text.language == "fr"
    assert not term.text.stale


def test_words_of_changed_french_are_marked_stale() -> None:
    old = Translation("term.x", "x.yml", "00000000", {"title": "map", "forms": ["maps"]})
    term = translated(old).get(Term, "term.x")
    assert term.title.stale
    assert term.forms[0].stale


def test_plural_forms_need_not_be_those_of_french() -> None:
    plural = {"one": "one", "two": "two", "other": "{n}"}
    word = translated(fresh(WORD, plural=plural)).get(Word, "interface.x")
    assert word.plural == plural
    assert {form.language for form in word.plural.values()} == {"en"}


def test_nested_entries_are_translated_too() -> None:
    french = vademecum("fr")
    element = french.get(Statement, "change.learning.a04.1")
    english = translate(french, {element.id: fresh(element, text="Compare")}, ENGLISH)
    assert english.get(Action, "change.learning.a04").elements[0].text == "Compare"


def test_an_orphan_changes_nothing() -> None:
    orphan = Translation("term.gone", "x.yml", None, {"title": "gone"})
    assert translated(orphan) == translated()


def test_translating_leaves_the_source_as_it_is() -> None:
    before = source()
    translate(before, {"term.x": fresh(TERM, title="map")}, ENGLISH)
    assert before.get(Term, "term.x").title == "plan"


def test_arabic_words_of_the_interface_speak_to_the_team_not_to_one_man() -> None:
    verbs = "اختر|اكتب|افتح|احفظ|انقر|أعد|ابدأ|اطبع|املأ|استعمل|انظر|اقرأ|انسخ|أبقِ|اطلب|قيّم"
    nouns = "عنقود|كلمات|ملف|إجابات|بيانات|فريق|لدي|يمكن|جواب"
    letter = "[\u0621-\u0652]"
    wrong = rf"(?<!{letter})[وف]?(?:(?:{verbs})(?:هما|هم|ها|ه)?|[بل]?(?:{nouns})ك)(?!{letter})"
    folder = ROOT / "data/translations/ar"
    texts = {path: path.read_text(encoding="utf-8") for path in [*folder.glob("interface*.yml"), folder / "scale.yml"]}
    found = [(path.name, m[0]) for path, text in texts.items() for m in re.finditer(wrong, text)]
    assert len(texts) > 5
    assert found == []
