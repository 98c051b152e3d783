"""A sheet as people see and print it: title, widths, A4, foot line, protection."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

import macros
from macros.documents.excel.look import Look, height
from macros.documents.excel.plan import Plan
from macros.documents.excel.values import Values
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum

PORTRAIT, LANDSCAPE = 94, 142
"""Digits of column that fit across A4 at full size."""

SMALLEST = 0.62
"""The scale below which print is too small to read: wider tables go over several pages."""

_ALLOWED = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}


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
        self.sheet: Worksheet = copy.book.get_worksheet_by_name(tab) or copy.book.add_worksheet(tab)
        self.widths: dict[int, float] = {}
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

    def write(self, row: int, column: int, text: str, kind: str, **more: Any) -> None:
        """Write a text as text, whatever it begins with."""
        self.sheet.write_string(row, column, self.look.say(text), self.look(kind, text, **more))

    def span(self, row: int, first: int, last: int, text: str, kind: str, **more: Any) -> None:
        """Write a text across columns, in a row high enough for it."""
        form = self.look(kind, text, **more)
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", form)
        self.sheet.write_string(row, first, self.look.say(text), form)
        size = 9 if kind in {"kicker", "note"} else 11
        self.sheet.set_row(row, height(text, self.across(first, last), size))

    def title(self, title: str, guidance: str | None, last: int) -> None:
        """Write the head of a sheet: its title, and a line of advice no longer than what one sees at once."""
        self.write(0, 1, title, "title")
        self.sheet.set_row(0, 32)
        if guidance:
            self.span(1, 1, min(last, self._page_end()), guidance, "guide")
        else:
            self.sheet.set_row(1, 6)

    def _page_end(self) -> int:
        """Return the last column of a text that is read without moving sideways."""
        total, last = 0.0, 1
        for column in sorted(self.widths):
            total += self.widths[column]
            if total > LANDSCAPE:
                break
            last = column
        return last

    def finish(self, end: int, last: int, header: tuple[int, int] | None = None, groups: Sequence[int] = ()) -> None:
        """Set up print and protection; ``end`` is the row after the last, ``header`` the rows to repeat.

        A table too wide for one page goes over several, cut before one of the columns ``groups``.
        """
        sheet = self.sheet
        sheet.set_paper(9)
        sheet.set_margins(left=0.55, right=0.55, top=0.6, bottom=0.75)
        sheet.print_area(0, 1, max(end - 1, 1), last)
        total = self.across(1, last)
        landscape = total > PORTRAIT * 1.12
        if landscape:
            sheet.set_landscape()
        if landscape and total * SMALLEST > LANDSCAPE:
            self._over_pages(last, groups)
        else:
            sheet.fit_to_pages(1, 0)
        if header:
            sheet.repeat_rows(*header)
        sheet.set_footer("&L&8" + _escaped(self.copy.foot) + "&R&8&P / &N")
        sheet.protect("", _ALLOWED)

    def _over_pages(self, last: int, groups: Sequence[int]) -> None:
        """Cut a wide table before a heading wherever one is near, and repeat the names of its rows."""
        room = LANDSCAPE / SMALLEST
        named = 2 if self.widths.get(1, 0) < 10 else 1  # noqa: PLR2004 (a column of row numbers only)
        fixed, used, breaks = self.across(1, named), 0.0, []
        start = named + 1
        for column in range(named + 1, last + 1):
            used += self.widths.get(column, 9)
            if fixed + used > room:
                near = [cut for cut in groups if start < cut <= column]
                cut = near[-1] if near else column
                breaks.append(cut)
                start, used = cut, self.across(cut, column)
        ends = [*breaks, last + 1]
        widest = max(fixed + self.across(a, b - 1) for a, b in zip([named + 1, *breaks], ends, strict=True))
        self.sheet.repeat_columns(1, named)
        self.sheet.set_v_pagebreaks(breaks)
        self.sheet.set_print_scale(min(100, math.floor(100 * LANDSCAPE / widest)))


def _escaped(text: str) -> str:
    return text.replace("&", "&&")[:200]
