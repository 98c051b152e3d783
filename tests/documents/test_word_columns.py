"""Columns of Word tables: as wide as their words need, whole pages, few pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.documents.word.columns import LANDSCAPE, NUMBERS, PORTRAIT, Column, even, is_wide, names, pieces, widths
from macros.documents.word.columns import column as column_of
from macros.model.field import Field

COLUMNS = st.lists(
    st.builds(Column, st.none(), st.integers(500, 4000), st.integers(0, 9)), min_size=1, max_size=25
)  # fmt: skip


def field(kind: str = "num", **more: object) -> Field:
    return Field.model_validate({"id": "t.p.f", "key": "f", "type": kind, "label": "Champ", **more})


@given(COLUMNS, st.sampled_from([PORTRAIT, LANDSCAPE]))
def test_columns_fill_the_line_exactly(columns: list[Column], whole: int) -> None:
    found = widths(columns, whole)
    assert sum(found) == whole
    assert min(found) > 0
    if sum(column.least for column in columns) <= whole:
        assert all(width >= column.least for width, column in zip(found, columns, strict=True))


@given(COLUMNS)
def test_pieces_hold_every_column_once_in_order_and_fit_the_page(columns: list[Column]) -> None:
    found = pieces(NUMBERS, columns)
    assert [column for piece in found for column in piece] == columns
    page = LANDSCAPE if is_wide([NUMBERS, *columns]) else PORTRAIT
    for piece in found:
        assert piece
        assert sum(column.least for column in piece) + NUMBERS.least <= page * 1.06


def test_a_table_is_cut_where_a_group_begins() -> None:
    columns = [Column(field(heading="Groupe" if n in {0, 5} else None), 1900, 0) for n in range(11)]
    assert [len(piece) for piece in pieces(NUMBERS, columns)] == [5, 6]


def test_the_longest_word_of_a_head_gives_the_least_width() -> None:
    assert column_of(field(label="Administration")).least > column_of(field(label="Prix")).least
    chosen = field("choice", choices=[{"id": f"l.{label[:1]}", "key": label[:1], "label": label} for label in _LABELS])
    assert column_of(chosen, chosen.choices).least > column_of(chosen).least


_LABELS = ["oui", "incompatibilité"]


def test_names_of_rows_get_room_for_their_lines() -> None:
    assert names(["Une phrase assez longue pour tenir sur trois lignes dans sa colonne, comme ici."]).least > 3000
    assert names(["Mot"]).least == 1500


@given(st.integers(1, 12), st.integers(1000, 20000))
def test_equal_widths_fill_the_line(count: int, whole: int) -> None:
    assert (len(even(count, whole)), sum(even(count, whole))) == (count, whole)
