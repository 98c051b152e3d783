"""Texts of every script get the room that they take: wide signs, marks above letters, words without blanks between."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from macros.documents.breadth import breadth, longest_word
from macros.documents.excel import workbook
from macros.documents.excel.look import height, lines
from macros.documents.excel.widths import field_width, label_width, letters
from macros.documents.word.columns import column, heading_width, names
from macros.model.field import Field
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.source.vademecum import vademecum
from tests.documents.office import MAIN, sheet_files

CHINESE = "集群管理者在这里写下每一项资金来源及其确定程度。" * 9
THAI = "ผู้จัดการคลัสเตอร์เขียนแหล่งเงินทุนแต่ละแห่งไว้ที่นี่" * 5
LINK = "https://example.org/" + "a" * 300


@pytest.mark.parametrize(
    ("text", "digits", "word"),
    [
        ("", 0, 0), ("Mot à mot", 9, 3), ("集群。", 6, 2), ("ｶﾅ", 2, 2), ("ＡＢ", 4, 2), ("e\u0301", 1, 1),
        ("عُنْقُود", 5, 5), ("ที่นี่", 2, 2), ("a\u200bb", 2, 2), ("ISO 集群", 8, 3), ("ISO集群", 7, 3),
    ],
)  # fmt: skip
def test_signs_have_their_breadth(text: str, digits: int, word: int) -> None:
    assert (breadth(text), longest_word(text)) == (digits, word)


def test_chinese_gets_rows_as_high_as_it_needs() -> None:
    signs, column_of_digits = 123, 40
    on_a_line = column_of_digits * 7 // 15  # pixels: of a digit, of a sign, at 11 points
    assert height("集" * signs, column_of_digits) >= -(-signs // on_a_line) * 14.4
    assert lines("é" * 300, 40) == lines("e\u0301" * 300, 40)


def labelled(label: str, kind: str = "num", **more: object) -> Field:
    return Field.model_validate({"id": "t.p.f", "key": "f", "type": kind, "label": label, **more})


def test_columns_are_as_wide_as_wide_signs_need() -> None:
    assert label_width(["资金来源及其确定程度说明"], least=0) > label_width(["Sources etc."], least=0)
    assert names(["资" * 30]).least > names(["mm " * 10]).least
    short, long = (
        {"choices": [{"id": f"l.{n}", "key": n, "label": text} for n in "ab"]} for text in ("un", "资金来源及其")
    )
    fields = [labelled("Prix", "choice", **choices) for choices in (short, long)]
    assert field_width(fields[0], fields[0].choices) < field_width(fields[1], fields[1].choices)


def test_a_heading_without_blanks_makes_no_column_wider_than_its_lines() -> None:
    label = "资金来源及其确定程度说明和预计日期"
    assert heading_width(label) < heading_width("Administration")
    assert column(labelled(label)).least < column(labelled("Administration")).least
    assert field_width(labelled(label), ()) < 20


def test_a_cell_takes_half_as_many_wide_signs() -> None:
    assert letters(78, "中文") == letters(78, "français") // 20 * 10
    assert letters(78, "العربية") == letters(78, "français")


def saying(advice: str, language: str) -> tuple[Vademecum, Tool]:
    """Return the vade-mecum of a language, and a tool whose first part gives this advice."""
    french = vademecum("fr")
    v = french.model_copy(update={"language": french.language.model_copy(update={"code": language})})
    tool = french.get(Tool, "funding-mix")
    first = tool.parts[0].model_copy(update={"guidance": Words(advice, language)})
    return v, tool.model_copy(update={"parts": (first, *tool.parts[1:])})


@pytest.mark.parametrize(("language", "advice"), [("zh", CHINESE[:205]), ("th", THAI), ("fr", LINK)])
def test_advice_without_blanks_wraps_in_a_row_that_grows(language: str, advice: str) -> None:
    book = zipfile.ZipFile(io.BytesIO(workbook(*saying(advice, language), filled=False)))
    texts = ["".join(item.itertext()) for item in etree.fromstring(book.read("xl/sharedStrings.xml"))]
    styles = etree.fromstring(book.read("xl/styles.xml")).find(f"{MAIN}cellXfs")
    found = [
        (row.get("customHeight"), styles[int(cell.get("s"))].find(f"{MAIN}alignment").get("wrapText"))
        for file in sheet_files(book).values()
        for row in etree.fromstring(book.read(file)).iter(f"{MAIN}row")
        for cell in row
        if cell.get("t") == "s" and texts[int(cell.findtext(f"{MAIN}v"))] == advice
    ]
    assert found == [(None, "1")]
