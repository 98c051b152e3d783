"""Forms as practitioners know them: what people fill in at length, what Word repeats, what stays on one page."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from macros.documents.outline.facts import foot_label
from macros.documents.word import document
from macros.documents.word.cards import lines_of
from macros.documents.word.file import IGNORABLE
from macros.documents.word.pen import GUIDANCE
from macros.documents.word.styles import OUTLINE
from macros.model.field import Field
from macros.model.tool import Tool
from macros.model.words import Words
from macros.source.vademecum import vademecum
from tests.documents.opened import W15, Opened, W, faults, text_of, w
from tests.documents.samples import every

NUMBERS = {"quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12}


@cache
def made(name: str, *, filled: bool = False) -> bytes:
    v = vademecum("fr")
    tool = every() if name == "every-kind" else v.get(Tool, name)
    return document(v, tool, filled=filled, site="https://example.org/vm/")


def opened(name: str, *, filled: bool = False) -> Opened:
    return Opened(made(name, filled=filled))


def titled(file: Opened, title: str) -> list[Any]:
    return [t for t in file.all("tbl") if w(t, "tblPr/tblCaption").get(f"{W}val").startswith(title)]


def keeps(paragraph: Any) -> bool:
    return w(paragraph, "pPr/keepNext") is not None


# ---------------------------------------------------------------------- long texts


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("words#a", ["Le premier texte.", "Son second paragraphe."]),
        ("form#long", ["Une ligne.", "Une autre."]),
        ("canvas#why", ["Parce que."]),
    ],
)
def test_a_long_text_takes_lists_and_tables(tag: str, said: list[str]) -> None:
    file = opened("every-kind", filled=True)
    sdt = file.control(f"every-kind.{tag}")
    assert w(sdt, "sdtPr/text") is None
    content = w(sdt, "sdtContent")
    assert [text_of(line) for line in content] == said
    listed = deepcopy(next(p for p in opened("every-kind").all("p") if w(p, "pPr/numPr") is not None))
    w(listed, "pPr/numPr/numId").set(f"{W}val", OUTLINE)
    content.extend([listed, deepcopy(titled(file, "Formulaire")[0]), deepcopy(content[0])])
    for number in content.iter(f"{W}id"):
        number.set(f"{W}val", str(int(number.get(f"{W}val")) + 100000))
    assert faults(file.with_body()) == []


def test_the_example_of_the_plan_is_whole() -> None:
    file, tool = opened("business-plan", filled=True), vademecum("fr").get(Tool, "business-plan")
    written = [f"business-plan.{part.key}#{field.key}" for part in tool.parts if part.kind == "text"
               for field in part.fields]  # fmt: skip
    assert [tag for tag in written if not file.answer(tag)] == []
    for part in tool.parts:
        for field in (field for field in part.fields if field.pages):
            words = sum(len(file.answer(f"business-plan.{part.key}#{f.key}").split()) for f in part.fields)
            # A page holds some 500 words; headings, tables and what is said point by point take the rest.
            assert words > 250 * field.pages.min, part.key


# ---------------------------------------------------------------------- what Word repeats


def sections(file: Opened) -> list[Any]:
    return [sdt for sdt in file.all("sdt") if sdt.find(f"{W}sdtPr/{W15}repeatingSection") is not None]


def test_free_rows_are_repeated_and_named_ones_are_not() -> None:
    file = opened("business-plan")
    parts = {part.key for part in vademecum("fr").get(Tool, "business-plan").parts if part.blank_rows}
    tags = {w(section, "sdtPr/tag").get(f"{W}val") for section in sections(file)}
    assert tags == {f"business-plan.{key}" for key in parts}
    assert "w15" in file.body.get(IGNORABLE).split()
    assert "w15" in file.body.nsmap


def test_an_answer_of_a_repeated_row_is_one_of_its_item() -> None:
    file = opened("business-plan")
    section = next(s for s in sections(file) if w(s, "sdtPr/tag").get(f"{W}val") == "business-plan.members")
    content = w(section, "sdtContent")
    again = deepcopy(content[-1])  # as Word does: all as it is, but for the numbers
    for number in again.iter(f"{W}id"):
        number.set(f"{W}val", str(int(number.get(f"{W}val")) + 100000))
    content.append(again)
    assert faults(file.with_body()) == []
    answers = []
    for item in content:
        assert item.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None
        name, number = (w(item, f"sdtPr/{part}").get(f"{W}val") for part in ("tag", "id"))
        keys = [tag.get(f"{W}val") for tag in w(item, "sdtContent").iter(f"{W}tag")]
        assert keys
        assert {key.split("#")[0] for key in keys} == {name}
        answers += [(number, key) for key in keys]
    assert len(answers) == len(set(answers)) == 16 * 4


def test_rows_are_counted_in_lists_of_their_own() -> None:
    file = opened("business-plan")
    known = {num.get(f"{W}numId") for num in file.xml("word/numbering.xml").iter(f"{W}num")}
    lists = [
        {n.get(f"{W}val") for p in section.iter(f"{W}p") if (n := w(p, "pPr/numPr/numId")) is not None}
        for section in sections(file)
    ]
    assert all(len(numbers) == 1 and numbers <= known for numbers in lists)
    assert len(set.union(*lists)) == len(lists)


# ---------------------------------------------------------------------- cards


def test_smart_boxes_stand_with_their_objective() -> None:
    file = opened("objectives-tree", filled=True)
    cards = titled(file, "Fiches d’objectifs")
    assert len(cards) == 3
    for n, card in enumerate(cards, 1):
        keys = {tag.get(f"{W}val").partition("#")[2] for tag in card.iter(f"{W}tag")}
        assert {"code", "specific", "specific-wording", "time-bound", "time-bound-wording", "indicator"} <= keys
        assert {tag.get(f"{W}val").split("#")[0] for tag in card.iter(f"{W}tag")} == {f"objectives-tree.cards.r{n}"}
        assert all(keeps(p) for line in list(card.iter(f"{W}tr"))[:-1] for p in line.iter(f"{W}p"))


def test_few_pages_hold_nothing_but_a_blank_card() -> None:
    assert len(titled(opened("objectives-tree"), "Fiches d’objectifs")) == 3


def test_a_line_of_a_card_holds_what_belongs_together() -> None:
    def field(key: str, kind: str, heading: str | None = None) -> Field:
        return Field.model_validate({"id": key, "key": key, "type": kind, "label": Words(key), "heading": heading})

    fields = [field("a", "text"), field("b", "bool"), field("c", "text"), field("d", "num"), field("e", "date"),
              field("f", "num"), field("g", "long"), field("h", "pct"), field("i", "pct", "Groupe")]  # fmt: skip
    lines = [[f.key for f in line] for line in lines_of(fields)]
    assert lines == [["a"], ["b", "c"], ["d", "e"], ["f"], ["g"], ["h"], ["i"]]


# ---------------------------------------------------------------------- pages


def test_an_example_asks_nobody_to_write_and_leaves_no_room_for_it() -> None:
    blank, example = opened("funding-application"), opened("funding-application", filled=True)
    asked = [str(vademecum("fr").word(f"word-{name}")) for name in ("write-here", "day")]
    assert [[words in file.text() for words in asked] for file in (blank, example)] == [[True, True], [False, False]]
    rows = [list(titled(file, "L’appel")[0].iter(f"{W}trHeight")) for file in (blank, example)]
    assert [bool(found) for found in rows] == [True, False]


@pytest.mark.parametrize("name", ["business-plan", "objectives-tree", "cooperation-charter", "every-kind"])
def test_advice_keeps_with_what_it_leads_to_and_no_heading_stands_alone(name: str) -> None:
    file = opened(name)
    styles = file.xml("word/styles.xml").iter(f"{W}style")
    assert w(next(style for style in styles if style.get(f"{W}styleId") == GUIDANCE), "pPr/keepNext") is None
    led = False
    for element in w(file.body, "body"):
        if element.tag != f"{W}p":
            led = False
        elif file.style(element).startswith("Heading"):
            led = True
        elif file.style(element) == GUIDANCE:
            assert keeps(element) or not led, text_of(element)
        else:
            led = False
    free = [p for p in w(file.body, "body").iterchildren(f"{W}p") if file.style(p) == GUIDANCE and not keeps(p)]
    assert len(free) > 10, "advice that leads to nothing goes over to the next page on its own"


def test_the_first_page_holds_contents_and_versions() -> None:
    listed = {
        name: {opened(name).style(p) for p in opened(name).all("p")} for name in ("cooperation-charter", "every-kind")
    }
    assert [name for name, styles in listed.items() if "TOC2" in styles] == ["every-kind"]


def test_a_few_lines_that_run_over_from_the_first_page_do_not_stand_alone_on_the_second() -> None:
    first = {
        name: next(p for p in opened(name).all("p") if opened(name).style(p) == "Heading1")
        for name in ("project-plan", "cooperation-charter", "business-plan")
    }
    turned = [name for name, heading in first.items() if w(heading, "pPr/pageBreakBefore") is not None]
    assert turned == ["cooperation-charter", "business-plan"]


def test_the_last_page_never_holds_sources_alone() -> None:
    file = opened("cooperation-charter")
    lines = [p for p in w(file.body, "body").iterchildren(f"{W}p") if file.style(p) == GUIDANCE]
    first = next(n for n, line in enumerate(lines) if text_of(line).strip() == foot_label(vademecum("fr"), "questions"))
    assert [keeps(line) for line in lines[first:]] == [True] * (len(lines) - first - 1) + [False]


def test_what_to_look_at_before_sharing_is_a_heading_to_those_who_navigate() -> None:
    file = opened("every-kind")
    said = str(vademecum("fr").word("word-reminders"))
    (line,) = [p for p in file.all("p") if text_of(p).strip() == said]
    assert (file.style(line), w(line, "pPr/outlineLvl").get(f"{W}val")) == (GUIDANCE, "0")


def test_a_summary_has_a_page_of_its_own() -> None:
    file = opened("cooperation-charter")
    turned = [text_of(p) for p in file.all("p") if w(p, "pPr/pageBreakBefore") is not None]
    assert turned == ["Texte de la charte", "La charte en une page", "Signatures"]
    (summary,) = titled(file, "La charte en une page")
    assert len(list(summary.iter(f"{W}tr"))) == 8


@pytest.mark.parametrize(
    "tool", [tool for tool in vademecum("fr").tools if any(part.kind == "canvas" for part in tool.parts)],
    ids=lambda tool: tool.id,
)  # fmt: skip
def test_a_canvas_has_as_many_boxes_as_it_says(tool: Tool) -> None:
    for part in tool.parts:
        said = [NUMBERS[word] for word in part.title.lower().split() if word in NUMBERS]
        assert part.kind != "canvas" or said in ([], [len(part.fields)])


def test_columns_are_as_wide_as_what_people_write_in_them() -> None:
    (tree,) = titled(opened("objectives-tree"), "Arbre des objectifs")
    widths = [int(column.get(f"{W}w")) for column in tree.iter(f"{W}gridCol")]
    code, wording, parent = widths[1], widths[3], widths[4]
    assert wording > 3 * code
    assert wording > 3 * parent


# ---------------------------------------------------------------------- another office


@pytest.mark.parametrize(("name", "word"), [("business-plan", "word-office"), ("logframe", "word-office-workbook")])
def test_a_file_says_what_another_office_loses(name: str, word: str) -> None:
    assert str(vademecum("fr").word(word)) in opened(name).text()
