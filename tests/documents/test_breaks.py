"""Pages of a sheet: what begins one, in a table of heights."""

from __future__ import annotations

from macros.documents.excel.breaks import before_blocks, before_headings, evened, fitting


def test_what_fits_on_one_page_ends_before_the_row_that_does_not() -> None:
    heights = [10.0, 0, 10, 10]
    assert [fitting(heights, first, room) for first, room in ((0, 20), (0, 30), (2, 10), (2, 99))] == [3, 4, 3, 4]


def test_a_block_begins_a_page_where_it_would_be_cut() -> None:
    assert before_blocks([10.0] * 9, [(0, 4), (4, 7), (7, 9)], 60) == [4]
    assert before_blocks([10.0] * 9, [(0, 4), (4, 9)], 90) == []


def test_no_heading_ends_a_page() -> None:
    heights = [10.0] * 9
    assert before_headings(heights, {4}, 50, 0) == [4]
    assert before_headings(heights, {2}, 50, 0) == []
    assert before_headings(heights, {5}, 50, 0) == [5]
    assert before_headings(heights, {4, 7}, 50, 20) == [4, 7]
    assert before_headings([10, 10, 10, 0, 10, 0, 10], {4}, 55, 0) == []


def test_a_last_page_is_not_begun_for_a_line_or_two() -> None:
    heights = [10.0] * 11
    assert before_headings(heights, {7}, 100, 0) == [7]
    assert before_headings(heights, {4, 10}, 100, 0) == [4]
    assert before_headings(heights, set(), 100, 0) == []
    assert before_headings([10.0] * 14, {7}, 100, 0) == []
    assert before_headings([10.0] * 12, {6, 9}, 100, 0) == [6]
    assert before_headings([10.0] * 12, {1}, 100, 0) == []


def test_headings_below_each_other_stay_with_each_other_and_with_what_follows() -> None:
    assert before_headings([10.0] * 9, {3, 4}, 60, 0) == [3]
    assert before_headings([10.0, 10, 10, 10, 0, 10, 10, 10, 10], {3, 5}, 60, 0) == [3]  # a hidden row between them
    assert before_headings([10.0] * 11, {5, 6}, 100, 0) == [5]  # the last page begins with the first of them


def test_rows_are_lowered_only_where_that_saves_a_page() -> None:
    assert [evened(45, 36, rows, 500) for rows in (11, 12, 14)] == [45, 500 / 12, 45]
