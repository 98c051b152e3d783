"""The waist: one frozen vade-mecum a language, its words with their plural forms, its orders, its messages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.errors import VademecumError
from macros.model.content import Phase, Term, Topic
from macros.model.interface import Interface, Word
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.source.vademecum import languages, vademecum
from tests.conftest import Project


def with_words(v: Vademecum, *words: Word) -> Vademecum:
    return v.model_copy(update={"interface": Interface(words=words)})


# ------------------------------------------------------------------ words of the interface


@pytest.mark.parametrize(
    ("code", "n", "expected"),
    [
        ("fr", 0, "0 thème"),
        ("fr", 1, "1 thème"),
        ("fr", 2, "2 thèmes"),
        ("en", 0, "0 topics"),
        ("en", 1, "1 topic"),
        ("en", 2, "2 topics"),
        ("ar", 0, "لا محاور"),
        ("ar", 1, "محور واحد"),
        ("ar", 2, "محوران"),
        ("ar", 3, "3 محاور"),
        ("ar", 12, "12 محورًا"),
        ("ar", 100, "100 محور"),
    ],
)
def test_a_word_takes_the_plural_form_of_its_language(code: str, n: int, expected: str) -> None:
    assert vademecum(code).word("topics", n) == expected


def test_a_word_left_in_french_takes_the_plural_form_of_french() -> None:
    french = vademecum("fr").get(Word, "interface.topics")
    assert with_words(vademecum("ar"), french).word("topics", 0) == "0 thème"


def test_a_form_that_is_not_given_falls_back_to_other() -> None:
    word = Word(id="interface.x", plural={"other": Words("{n} x", "ar")})
    assert with_words(vademecum("ar"), word).word("x", 2) == "2 x"


def test_placeholders_are_filled_in() -> None:
    assert vademecum("fr").word("phase-number", number=2) == "Phase 2"


def test_a_word_keeps_its_language_and_staleness() -> None:
    word = Word(id="interface.x", text=Words("Part {number}", "en", stale=True))
    found = with_words(vademecum("fr"), word).word("x", number=1)
    assert (found, found.language, found.stale) == ("Part 1", "en", True)


def test_an_unknown_word_says_where_to_add_it() -> None:
    with pytest.raises(VademecumError, match=r"« zz » manque : l’ajouter à data/content/interface\.yml"):
        vademecum("fr").word("zz")


def test_a_word_is_not_any_entry() -> None:
    with pytest.raises(VademecumError, match="« change » manque"):
        vademecum("fr").word("change")


def test_braces_that_nobody_fills_are_said() -> None:
    word = Word(id="interface.x", text=Words("Phase {nombre}"))
    with pytest.raises(VademecumError, match="« x » porte des accolades"):
        with_words(vademecum("fr"), word).word("x", number=2)


@pytest.mark.parametrize(
    "text", ["Phase {", "Phase {}", "{{ 7*7 }}", "{number.__class__}", "{0}{number!r}", "{number:>9}"]
)
def test_a_word_is_filled_in_and_never_computed(text: str) -> None:
    word = Word(id="interface.x", text=Words(text))
    if text.startswith("{0}"):
        with pytest.raises(VademecumError, match="« x » porte des accolades"):
            with_words(vademecum("fr"), word).word("x", number=2)
    else:
        assert with_words(vademecum("fr"), word).word("x", number=2) == text


# ------------------------------------------------------------------ entries


def test_an_entry_is_found_by_its_id() -> None:
    assert vademecum("fr").get(Topic, "change.learning").id == "change.learning"


def test_an_unknown_entry_says_which_ones_there_are() -> None:
    known = "preparation, implementation, change"
    with pytest.raises(VademecumError, match=f"Il n’y a pas de Phase « zz ». Connus : {known}."):
        vademecum("fr").get(Phase, "zz")


def test_an_entry_of_another_kind_is_not_found() -> None:
    with pytest.raises(VademecumError, match="Il n’y a pas de Tool « change »"):
        vademecum("fr").get(Tool, "change")


def test_named_entries_come_in_the_order_asked_for() -> None:
    asked = ("swot-tows", "change", "action-plan")
    assert tuple(entry.id for entry in vademecum("fr").named(asked)) == asked


def test_topics_come_in_the_order_of_their_phase() -> None:
    v = vademecum("fr")
    phase = v.get(Phase, "change")
    assert tuple(topic.id for topic in v.topics_of(phase)) == phase.topics
    assert {v.phase_of(topic).id for topic in v.topics_of(phase)} == {"change"}


def test_tools_of_a_topic_come_along_the_path_and_else_by_tier_then_by_id() -> None:
    v = vademecum("fr")
    services = v.get(Topic, "implementation.services")
    named = ["demand-survey", "service-catalogue", "service-sheet", "service-pricing", "service-marketing"]
    assert [tool.id for tool in v.tools_of(services)] == named
    pathless = v.model_copy(update={"phases": tuple(p.model_copy(update={"path": ()}) for p in v.phases)})
    for topic in v.topics:
        tools = pathless.tools_of(topic)
        assert [(t.tier, t.id) for t in tools] == sorted((t.tier, t.id) for t in v.tools if t.topic == topic.id)


def test_each_tool_of_a_phase_knows_what_comes_before_and_after_it() -> None:
    v = vademecum("fr")
    for phase in v.phases:
        along = [v.get(Tool, tool) for step in phase.path for tool in step.tools]
        near = [v.neighbours(tool) for tool in along]
        assert near == [*zip([None, *along[:-1]], [*along[1:], None], strict=True)]
    assert v.neighbours(v.get(Tool, "action-register")) == (None, None)
    assert all(any(v.neighbours(tool)) for tool in v.tools if tool.topic)


def test_tools_without_a_topic_serve_every_topic() -> None:
    v = vademecum("fr")
    assert v.tools_of(None)
    assert {tool.topic for tool in v.tools_of(None)} == {None}


def test_every_tool_is_presented_once() -> None:
    v = vademecum("fr")
    presented = [tool.id for topic in (None, *v.topics) for tool in v.tools_of(topic)]
    assert sorted(presented) == sorted(tool.id for tool in v.tools)


def test_questions_of_a_tool_come_in_the_order_of_the_phases() -> None:
    v = vademecum("fr")
    order = [question.id for topic in v.topics for question in topic.questions]
    asked = {tool.id: [q.id for q in v.questions_of(tool)] for tool in v.tools}
    assert all(found == sorted(found, key=order.index) for found in asked.values())
    assert any(len({question.split(".")[0] for question in found}) > 1 for found in asked.values())


def test_questions_of_a_tool_are_those_that_name_it() -> None:
    v = vademecum("fr")
    tool = v.get(Tool, "trend-radar")
    naming = {q.id for topic in v.topics for q in topic.questions if tool.id in q.tools}
    assert {q.id for q in v.questions_of(tool)} == naming


def test_terms_are_sorted_without_accents_or_article() -> None:
    def titles(*given: str) -> list[str]:
        terms = [Term(id="term.x", title=Words(title), text=Words("x")) for title in given]
        return [term.title for term in vademecum("fr").sorted(terms)]

    assert titles("zone", "étude", "Fonds") == ["étude", "Fonds", "zone"]
    assert titles("تمويل", "الشبكة", "بحث") == ["بحث", "تمويل", "الشبكة"]


def test_languages_are_named_in_the_language_of_the_page() -> None:
    assert vademecum("fr").language_name("en") == "anglais"
    assert vademecum("ar").language_name("fr") == "الفرنسية"
    assert vademecum("fr").language_name("zz") == "zz"


def test_a_term_is_named_in_every_language_that_has_it() -> None:
    names = vademecum("fr").names["term.change-agent"]
    assert {code: name.language for code, name in names.items()} == {"fr": "fr", "en": "en", "ar": "ar"}
    assert vademecum("ar").names == vademecum("fr").names


# ------------------------------------------------------------------ the whole


def test_a_changed_copy_finds_its_own_entries() -> None:
    v = vademecum("fr")
    assert v.by_id["change"]
    assert "change" not in v.model_copy(update={"phases": ()}).by_id


def test_a_vademecum_never_changes() -> None:
    with pytest.raises(ValidationError):
        vademecum("fr").phases = ()  # type: ignore[misc]


def test_the_same_data_are_read_once() -> None:
    assert vademecum("en") is vademecum("en")


def test_an_unknown_language_is_said() -> None:
    with pytest.raises(VademecumError, match=r"« zz » n’est pas dans data/languages\.yml"):
        vademecum("zz")


def test_a_language_without_translations_shows_french(project: Project) -> None:
    project.replace("languages.yml", "{code: en,", "{code: de, name: Deutsch, direction: ltr}\n  - {code: en,")
    german = vademecum("de", project.root)
    assert german.language.code == "de"
    assert german.get(Topic, "change.learning").title.language == "fr"


def test_languages_come_as_listed(project: Project) -> None:
    assert [(e.code, e.direction) for e in languages(project.root)] == [("fr", "ltr"), ("en", "ltr"), ("ar", "rtl")]
