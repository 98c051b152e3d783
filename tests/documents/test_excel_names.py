"""Tabs of workbooks have names that Excel takes, whatever the titles are."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from macros.documents.excel.lists import META
from macros.documents.excel.naming import Tabs, defined
from macros.documents.excel.plan import READINGS

NASTY = [
    "Piano di attivita' e ricerca", "'Ricerca'", "' '", "l'", "???", "[]:*?/\\", "", " ", "\u00a0", "\u200e", "History",
    "HISTORY", "a'.", "Città d'arte'''''''''''''''''''''''' e altro", "😀" * 30, "𐤀𐤁 " * 12, "ｎａｍｅ", "NAME",
    "Straße", "STRASSE", "Été", "E\u0301te\u0301", READINGS, META, "x" * 40, "Une phrase, de la plus longue", "1", "A1",
]  # fmt: skip


def refused(names: list[str]) -> list[str]:
    """Return the names that break a rule of Excel."""
    found = [name for name in names if not 1 <= len(name.encode("utf-16-le")) // 2 <= 31]
    found += [name for name in names if set(name) & set("[]:*?/\\") or not any(map(str.isprintable, name))]
    found += [name for name in names if name.strip(" '") != name or name.casefold() == "history"]
    seen = {READINGS, META}
    for name in names:
        found += [name] if name.casefold() in seen else []
        seen.add(name.casefold())
    with xlsxwriter.Workbook(io.BytesIO()) as book:
        assert [book.add_worksheet(name).get_name() for name in names] == names
    return found


TITLES = st.one_of(st.sampled_from(NASTY), st.text(st.sampled_from("aA'’ .,?[]/é\u0301😀ßSı\n\u00a0"), max_size=40))


@given(st.lists(st.tuples(TITLES, st.none() | st.integers(1, 12)), max_size=12))
def test_tabs_have_names_that_excel_takes(titles: list[tuple[str, int | None]]) -> None:
    tabs = Tabs()
    assert refused([tabs.take(*title) for title in titles]) == []


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("Piano di attivita' di ricerca", 1, "1 Piano di attivita"),
        ("Piano di attivita' di ricerca", None, "Piano di attivita"),
        ("Calcul des cotisations", 3, "3 Calcul des cotisations"),
        ("L'attivita", 2, "2 L'attivita"),
        ("???", 3, "3"),
        ("???", None, "1"),
        ("History", None, "History 2"),
    ],
)
def test_a_tab_keeps_of_its_title_what_it_can(title: str, number: int | None, name: str) -> None:
    assert Tabs().take(title, number) == name


@pytest.mark.parametrize("twice", NASTY)
def test_the_same_title_twice_gives_two_names(twice: str) -> None:
    tabs = Tabs()
    assert refused([tabs.take(twice) for _ in range(12)]) == []


def test_titles_that_begin_alike_are_told_apart() -> None:
    tabs = Tabs()
    names = [tabs.take("Investissements", 9), tabs.take("Investissements et amortissements", 11)]
    assert names == ["9 Investissements", "11 Investissements et amortiss…"]
    assert refused(names) == []


def test_lists_of_two_fields_have_two_names() -> None:
    assert len({defined("tool.a-b.c"), defined("tool.a.b-c"), defined("tool.a.b.c"), defined("tool-a.b.c")}) == 4
