"""Spaces and signs: put in for French on load, refused where a person has to mend them."""

from __future__ import annotations

import pytest

from macros.model.typography import NO_BREAK, THIN_NO_BREAK, faults, fold, typeset


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Que faire ?", "Que faire_?"),
        ("Oui ; non !", "Oui_; non_!"),
        ("Deux mots : ici", "Deux mots~: ici"),
        ("dit « oui » et part", "dit «~oui~» et part"),
        ("soit 1,5 % ou 100 €", "soit 1,5~% ou 100~€"),
        ("sur 1 600 heures", "sur 1_600 heures"),
        ("sur 24 000 000 heures", "sur 24_000_000 heures"),
        ("le n° 4", "le n°~4"),
        ("en 2007 trois", "en 2007 trois"),
        ("il a 20 1000", "il a 20 1000"),
        ("  deux\n lignes  ", "deux lignes"),
        ("un\n  \n\n deux\n lignes\n", "un\n\ndeux lignes"),
    ],
)
def test_french_gets_its_no_break_spaces(typed: str, shown: str) -> None:
    assert typeset(typed, "fr") == shown.replace("~", NO_BREAK).replace("_", THIN_NO_BREAK)


def test_typesetting_twice_changes_nothing() -> None:
    once = typeset("« Bon » : 1 600 € ?\n\nOui !", "fr")
    assert typeset(once, "fr") == once


@pytest.mark.parametrize("language", ["en", "ar", "de"])
def test_other_languages_only_lose_their_line_breaks(language: str) -> None:
    assert typeset("one :\n  two ?", language) == "one : two ?"


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("l'idée", "fr", "apostrophe ou guillemets droits"),
        ('le "mot"', "fr", "apostrophe ou guillemets droits"),
        ("Bon...", "fr", "trois points à la suite"),
        ("le «mot»", "fr", "espace manquante dans les guillemets"),
        ("Quoi?", "fr", "espace manquante avant un signe double"),
        ("Oui; non", "fr", "espace manquante avant un signe double"),
        ("Ceci: cela", "fr", "espace manquante avant un signe double"),
        ("50% des cas", "fr", "espace manquante avant un signe double"),
        ("100€", "fr", "espace manquante avant un signe double"),
        ("le “mot”", "fr", "guillemets anglais"),
        ("it's", "en", "apostrophe ou guillemets droits"),
        ("Well...", "en", "trois points à la suite"),
        ("نعم...", "ar", "trois points à la suite"),
        ("نعم, لا", "ar", "ponctuation latine"),
        ("لماذا?", "ar", "ponctuation latine"),
        ("نعم; لا", "ar", "ponctuation latine"),
    ],
)
def test_a_fault_is_named(text: str, language: str, wrong: str) -> None:
    assert [said for said, _ in faults(text, language)] == [wrong]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L’idée « tient » : 50 % à 10:30 (?) ; voir https://exemple.org", "fr"),
        ("It’s 50%: “really”?", "en"),
        ("نعم، لا؛ لماذا؟ (cluster) 1,5", "ar"),
        ("Das geht's...", "de"),
    ],
)
def test_what_a_language_allows_is_no_fault(text: str, language: str) -> None:
    assert faults(text, language) == ()


def test_every_fault_has_a_remedy() -> None:
    found = faults("l'«idée»... “quoi”?", "fr")
    assert len(found) == 5
    assert all(mend for _, mend in found)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("évaluation", "evaluation"),
        ("œuvre", "oeuvre"),
        ("العنقود", "عنقود"),
        ("والعنقود", "عنقود"),
        ("للعنقود", "عنقود"),
        ("الف", "الف"),
        ("إدارة", "ادارة"),
        ("تكلفةً", "تكلفة"),
    ],
)
def test_folding_lets_both_spellings_meet(word: str, folded: str) -> None:
    assert fold(word) == folded
