"""A sheet as people see and print it: title, widths, A4, foot line, protection."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

import macros
from macros.documents.excel.look import Look, height
from macros.documents.excel.plan import Plan
from macros.documents.excel.values import Values
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum

PORTRAIT, LANDSCAPE = 88, 130
"""Digits of column that fit across A4 at full size, even where another font is a little wider."""

CUT, KEPT = 99, 70
"""The same, landscape and portrait, where the scale is fixed: one column too many would go on a page of its own."""

SMALLEST = 0.62
"""The scale below which print is too small to read: wider tables go over several pages."""

PAGE = 690.0
"""Points down an A4 page at full size."""

ROW, LOW, SMALL = 21.0, 15.0, 5.0
"""The height of a row in points, of a row that may stay empty, and of a gap."""

_ALLOWED = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}


class Sheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows begin with the height that we give them, and grow when more is written into them."""

    def _xml_start_tag(self, tag: str, attributes: Any = None) -> None:
        # Rows of "custom" height never grow, and what someone types would be cut off.
        if tag == "row" and attributes:
            attributes = [item for item in attributes if item[0] != "customHeight"]
        super()._xml_start_tag(tag, attributes or [])

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any = ()) -> None:
        # Without a type, a program that does not recalculate would read an empty text as 0.
        typed = [*attributes, ("t", "str")] if result == "" else attributes
        super()._xml_formula_element(formula, result, typed)


@dataclass(frozen=True)
class Copy:
    """One copy of a workbook being written: what it says, where it stands, what comes out, how it looks."""

    v: Vademecum
    tool: Tool
    plan: Plan
    values: Values
    book: Workbook
    look: Look
    filled: bool
    site: str

    @property
    def address(self) -> str:
        """The short address of the tool's page; nothing without a site."""
        bare = self.site.split("://", 1)[-1].rstrip("/")
        return f"{bare}/tools/{self.tool.id}/" if bare else ""

    @property
    def foot(self) -> str:
        """The foot line: site, version, language, short address."""
        parts = [str(self.v.word("site-name")), macros.__version__, self.v.language.name, self.address]
        return " · ".join(part for part in parts if part)


class Paper:
    """One worksheet with its widths; everything that the sheets have in common."""

    def __init__(self, copy: Copy, tab: str) -> None:
        """Begin a sheet."""
        self.copy, self.tab, self.look = copy, tab, copy.look
        self.sheet: Worksheet = copy.book.get_worksheet_by_name(tab) or copy.book.add_worksheet(tab, Sheet)
        self.title_text = ""
        self.widths: dict[int, float] = {}
        self.heights: dict[int, float] = {}
        self.hidden: set[int] = set()
        self.low: set[int] = set()
        self.keep: list[tuple[int, int]] = []
        """Rows that stay on one page: first, and the one after the last."""
        self.cuts: tuple[int, ...] = ()
        """Columns with which a new page begins."""
        self.row = ROW
        """The least height of a row, in points."""
        self.sheet.hide_gridlines(2)
        if self.look.rtl:
            self.sheet.right_to_left()

    def columns(self, widths: Mapping[int, float]) -> None:
        """Set the widths of columns; the hidden column of keys stands before all."""
        self.sheet.set_column(0, 0, 2, self.look("key"), {"hidden": True})
        for column, width in widths.items():
            self.sheet.set_column(column, column, width)
        self.widths = dict(widths)

    def across(self, first: int, last: int) -> float:
        """Return the width of several columns together."""
        return sum(self.widths.get(n, 9) for n in range(first, last + 1))

    def tall(self, row: int, points: float) -> None:
        """Ask for a row of at least this height."""
        self.heights[row] = max(self.heights.get(row, 0), points)

    def points(self, row: int) -> float:
        """Return the height of a row; rows that hold nothing for now are low."""
        asked = self.heights.get(row, 0)
        return SMALL if asked == SMALL else max(LOW if row in self.low else self.row, asked)

    def write(self, row: int, column: int, text: str, kind: str, **more: Any) -> None:
        """Write a text as text, whatever it begins with, in a row high enough for it."""
        form = self.look(kind, text, **more)
        self.sheet.write_string(row, column, self.look.say(text), form)
        if form.text_wrap:
            self.tall(row, height(text, self.widths.get(column, 9) - form.indent * 1.5, form.font_size))

    def span(self, row: int, first: int, last: int, text: str, kind: str, **more: Any) -> None:
        """Write a text across columns."""
        form = self.look(kind, text, **more)
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", form)
        self.sheet.write_string(row, first, self.look.say(text), form)
        if form.text_wrap:
            self.tall(row, height(text, self.across(first, last), form.font_size))

    def title(self, title: str, guidance: str | None, last: int) -> None:
        """Write the head of a sheet: its title, and a line of advice no longer than what one sees at once."""
        self.title_text = title
        self.write(0, 1, title, "title")
        self.tall(0, 34)
        if guidance:
            self.span(1, 1, min(last, self._page_end()), guidance, "guide")
        else:
            self.tall(1, SMALL)

    def _page_end(self) -> int:
        """Return the last column of a text that is read without moving sideways."""
        total, last = 0.0, 1
        for column in sorted(self.widths):
            total += self.widths[column]
            if total > LANDSCAPE:
                break
            last = column
        return last

    def finish(self, end: int, last: int, header: tuple[int, int] | None = None, *, whole: bool = False) -> None:
        """Set up print and protection.

        ``end`` is the row after the last, ``header`` the rows to repeat; ``whole`` puts all on one page.
        """
        sheet = self.sheet
        for row in range(end):
            sheet.set_row(row, self.points(row), None, {"hidden": row in self.hidden})
        sheet.set_paper(9)
        sheet.set_margins(left=0.55, right=0.55, top=0.75, bottom=0.75)
        sheet.print_area(0, 1, max(end - 1, 1), last)
        total = self.across(1, last)
        if total > PORTRAIT * 1.25 or (header and total > PORTRAIT):
            sheet.set_landscape()
        start, end_ = ("&R", "&L") if self.look.rtl else ("&L", "&R")
        small = f'&8&"{self.look.font},Regular"'
        sheet.set_header(f"{start}{small}{_escaped(str(self.copy.tool.title))}")
        if self.cuts:
            self._over_pages(end, last)
        elif self.keep:
            self._kept(end, min(1.0, KEPT / total))
        else:
            long = sum(self.points(row) for row in range(end))
            sheet.fit_to_pages(1, 1 if whole or PAGE < long < PAGE * 1.3 else 0)
        if header:
            sheet.repeat_rows(*header)
        sheet.set_footer(f"{start}{small}{_escaped(self.copy.foot, 160)}{end_}{small}&P / &N")
        sheet.protect("", _ALLOWED)

    def _kept(self, end: int, scale: float) -> None:
        """Begin a new page before what would be cut in two; a fixed scale, since "fit to page" ignores that."""
        tops = [0.0]
        for row in range(end):
            tops.append(tops[-1] + self.points(row))
        start, breaks = 0, []
        for first, after in self.keep:
            if (tops[min(after, end)] - tops[start]) * scale > PAGE and first > start:
                breaks.append(first)
                start = first
        self.sheet.set_h_pagebreaks(breaks)
        self.sheet.set_print_scale(math.floor(100 * scale))

    def cut(self, last: int, groups: Sequence[int] = ()) -> None:
        """Cut a table too wide for one page into as few as can be read, before the columns ``groups`` if possible."""
        if self.across(1, last) * SMALLEST <= LANDSCAPE:
            return
        columns = range(self.named + 1, last + 1)

        def cost(cuts: tuple[int, ...]) -> float:
            return self._widest(cuts, last) + 12 * sum(cut not in groups for cut in cuts)

        for pages in range(2, 7):
            self.cuts = min(combinations(columns[1:], pages - 1), key=cost)
            if self._widest(self.cuts, last) * SMALLEST <= CUT:
                return

    @property
    def named(self) -> int:
        """The last column that names rows; it stands on every page."""
        return 2 if self.widths.get(1, 0) < 10 else 1  # noqa: PLR2004 (a column of row numbers only)

    def _widest(self, cuts: tuple[int, ...], last: int) -> float:
        pages = pairwise((self.named + 1, *cuts, last + 1))
        return self.across(1, self.named) + max(self.across(a, b - 1) for a, b in pages)

    def _over_pages(self, end: int, last: int) -> None:
        """Print a table over several pages side by side, with the names of its rows on each."""
        # Titles would be cut where the page is: they stand in the page's head instead.
        title = self.copy.look.say(self.title_text)
        tool = _escaped(str(self.copy.tool.title))
        start, font = "&R" if self.look.rtl else "&L", self.look.font
        self.sheet.set_header(f'{start}&8&"{font},Regular"{tool}\n&16&"{font},Bold"{_escaped(title)}', {"margin": 0.4})
        self.sheet.set_margins(left=0.55, right=0.55, top=1.0, bottom=0.75)
        self.sheet.print_area(2, 1, end - 1, last)
        self.sheet.repeat_columns(1, self.named)
        self.sheet.set_v_pagebreaks(list(self.cuts))
        self.sheet.set_print_scale(max(10, min(100, math.floor(100 * CUT / self._widest(self.cuts, last)))))


def _escaped(text: str, longest: int = 80) -> str:
    """Return a text as heads and feet of pages hold it: 255 signs with their codes is all they take."""
    return text[:longest].replace("&", "&&")
