"""Terms of the glossary are found in texts: once a page, the longest first, in their own language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.content import Term
from macros.model.words import Words
from macros.pages.gloss import Gloss


def term(name: str, title: str, *forms: str, language: str = "fr") -> Term:
    return Term(
        id=f"term.{name}",
        title=Words(title, language),
        text=Words("Un texte.", language),
        forms=tuple(Words(form, language) for form in forms),
    )


PLAN = term("plan", "plan", "plans")
ACTION_PLAN = term("action-plan", "plan d’action")
ENGLISH = term("en", "cluster", "clusters", language="en")


def parts(gloss: Gloss, text: str, language: str = "fr") -> list[tuple[str, str | None]]:
    return [(part, found and found.id) for part, found in gloss(Words(text, language))]


def test_a_term_is_cut_out_of_its_text() -> None:
    assert parts(Gloss([PLAN]), "Un plan simple.") == [("Un ", None), ("plan", "term.plan"), (" simple.", None)]


def test_a_term_may_be_the_whole_text() -> None:
    assert parts(Gloss([PLAN]), "plan") == [("plan", "term.plan")]


def test_nothing_is_lost() -> None:
    text = "Plans, plan d’action et plans : un plan."
    assert "".join(part for part, _ in parts(Gloss([PLAN, ACTION_PLAN]), text)) == text


def test_a_term_is_shown_once_on_a_page() -> None:
    gloss = Gloss([PLAN])
    assert parts(gloss, "Un plan, deux plans")[1:] == [("plan", "term.plan"), (", deux plans", None)]
    assert parts(gloss, "Encore un plan") == [("Encore un plan", None)]


def test_a_new_page_shows_it_again() -> None:
    parts(Gloss([PLAN]), "plan")
    assert parts(Gloss([PLAN]), "plan") == [("plan", "term.plan")]


def test_the_longest_term_wins() -> None:
    assert parts(Gloss([PLAN, ACTION_PLAN]), "plan d’action") == [("plan d’action", "term.action-plan")]


def test_other_forms_and_capitals_are_recognised() -> None:
    assert parts(Gloss([PLAN]), "Plans") == [("Plans", "term.plan")]


@pytest.mark.parametrize(
    ("language", "form", "written"),
    [
        ("tr", "Işık", "ışık"), ("tr", "Işık", "IŞIK"), ("tr", "iş", "İŞ"), ("az", "Ilıq iş", "ILIQ İŞ"),
        ("de", "Straße", "Straße"), ("de", "Straße", "STRASSE"), ("de", "Strasse", "STRAẞE"), ("fr", "site", "SITE"),
        ("el", "οδός", "ΟΔΌΣ"), ("fr", "İzmir", "İzmir"), ("fr", "Izmir", "IZMIR"), ("lt", "ﬁrma", "Firma"),
    ],
)  # fmt: skip
def test_a_form_is_found_however_its_language_writes_it(language: str, form: str, written: str) -> None:
    found = parts(Gloss([term("it", form, language=language)]), f"A {written}, ß.", language)
    assert found == [("A ", None), (written, "term.it"), (", ß.", None)]


def test_two_letters_of_turkish_are_two_letters() -> None:
    gloss = Gloss([term("hill", "kır", language="tr"), term("dirt", "kir", language="tr")])
    assert parts(gloss, "Kir KIR", "tr") == [("Kir", "term.dirt"), (" ", None), ("KIR", "term.hill")]


@pytest.mark.parametrize(
    ("language", "form", "text"),
    [("zh", "集群", "这是集群。"), ("ja", "クラスター", "このクラスターは"), ("th", "คลัสเตอร์", "นี่คือคลัสเตอร์ใหม่")],
)
def test_a_form_is_found_where_words_have_no_blanks_between(language: str, form: str, text: str) -> None:
    before, after = text.split(form)
    expected = [(before, None), (form, "term.it"), (after, None)]
    assert parts(Gloss([term("it", form, language=language)]), text, language) == expected


@given(st.lists(st.text(st.sampled_from("iıIİßsSẞﬁfFσςΣŉʼn\u0307ΐ "), min_size=1), min_size=1), st.data())
def test_letters_that_change_in_number_raise_nothing_and_lose_nothing(forms: list[str], data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from([*forms, " ", "İ", "ß"]))))
    for language in ("tr", "de"):
        gloss = Gloss([term("it", forms[0], *forms[1:], language=language)])
        assert "".join(part for part, _ in parts(gloss, text, language)) == text


def test_a_term_inside_a_word_is_no_term() -> None:
    assert parts(Gloss([PLAN]), "planifier le terre-plein aéroplan") == [("planifier le terre-plein aéroplan", None)]


def test_signs_in_a_term_are_only_signs() -> None:
    assert parts(Gloss([term("rd", "R.D")]), "RxD") == [("RxD", None)]


def test_a_term_is_found_only_in_texts_of_its_language() -> None:
    assert parts(Gloss([ENGLISH]), "Le cluster", "fr") == [("Le cluster", None)]
    assert parts(Gloss([ENGLISH]), "A cluster", "en")[1] == ("cluster", "term.en")


def test_forms_left_in_french_are_not_sought_in_a_translation() -> None:
    mixed = ENGLISH.model_copy(update={"forms": (Words("organisations", "fr"),)})
    assert parts(Gloss([mixed]), "organisations", "en") == [("organisations", None)]


def test_arabic_terms_are_found() -> None:
    arabic = term("ar", "عنقود", language="ar")
    assert parts(Gloss([arabic]), "هذا عنقود", "ar") == [("هذا ", None), ("عنقود", "term.ar")]


def test_no_terms_and_no_text_are_no_trouble() -> None:
    assert parts(Gloss([]), "Un plan") == [("Un plan", None)]
    assert parts(Gloss([PLAN]), "") == []
