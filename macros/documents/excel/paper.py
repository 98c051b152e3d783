"""A sheet as people see and print it: title, widths, A4, foot line, protection."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from macros.documents.excel.book import Book
from macros.documents.excel.breaks import before_blocks, before_headings
from macros.documents.excel.look import broken, fits, font, height
from macros.documents.excel.places import KEYS, Cell
from macros.documents.excel.plan import FIRST
from macros.documents.excel.widths import named, over_pages
from macros.documents.excel.worksheet import GrowingSheet
from macros.model.kinds import CALM, SEVERITIES

UPRIGHT, LYING = 84.0, 125.0
"""Digits of column across A4 at full size: nine tenths of it, so that another font may be a little wider."""

SMALLEST = 0.77
"""The scale at which the small print has 8 points: wider tables go over several pages. At this scale a row with a
long text fits on a page that lies."""

WIDEST = LYING / SMALLEST
"""Digits of column across a page that lies, at the smallest scale."""

TALL, LOW_PAGE = 690.0, 487.0
"""Points down A4 at full size, upright and lying."""

ROW, LOW, SMALL = 21.0, 15.0, 5.0
"""The height of a row in points, of a row that may stay empty, and of a gap."""

_ALLOWED = dict.fromkeys(
    ("autofilter", "format_columns", "format_rows", "select_locked_cells", "select_unlocked_cells"), True
)


class Paper:
    """One worksheet with its widths; everything that the sheets have in common."""

    def __init__(self, book: Book, tab: str) -> None:
        """Begin a sheet."""
        self.book, self.tab, self.look = book, tab, book.look
        self.sheet: GrowingSheet = book.xlsx.get_worksheet_by_name(tab) or book.xlsx.add_worksheet(tab, GrowingSheet)
        self.title_text = ""
        self.widths: dict[int, float] = {}
        self.lies = False
        """The page lies."""
        self.heights: dict[int, float] = {}
        self.typed: set[int] = set()
        """Rows that people fill in."""
        self.worded = False
        """People write words on the sheet, of which nobody knows how many."""
        self.hidden: set[int] = set()
        self.low: set[int] = set()
        self.keep: list[tuple[int, int]] = []
        """Rows that stay on one page: first, and the one after the last."""
        self.printed = True
        """What nobody takes away on paper has a print area of a hidden cell."""
        self.shown: int | None = None
        """The row after the last that is printed, where not all are."""
        self.headings: set[int] = set()
        """Rows that head those after them."""
        self.cuts: tuple[int, ...] = ()
        """Columns with which a new page begins."""
        self.row = ROW
        """The least height of a row, in points."""
        self.sheet.hide_gridlines(2)
        if self.look.rtl:
            self.sheet.right_to_left()

    def columns(self, widths: Mapping[int, float], *, table: bool = False, groups: Sequence[int] = ()) -> None:
        """Set the widths of columns, so that they fill the pages; the hidden column of keys stands before all.

        A ``table`` lies as soon as it is wider than a page that stands. One too wide for a page goes over as few as
        can be read, each with the names of its rows; a new one begins before one of the columns ``groups`` if possible.
        What has no width is out of sight.
        """
        total = sum(widths.values())
        self.lies = total > (UPRIGHT if table else UPRIGHT / SMALLEST)
        room = LYING if self.lies else UPRIGHT
        if total > WIDEST and self.printed:
            self.widths, self.cuts = over_pages(widths, WIDEST, groups)
        else:
            self.widths = {column: width * max(1.0, room / total) for column, width in widths.items()}
        self.sheet.set_column(0, 0, 2, self.look("key"), {"hidden": True})
        for column, width in self.widths.items():
            self.sheet.set_column(column, column, width or None, None, {"hidden": not width})

    def across(self, first: int, last: int) -> float:
        """Return the width of several columns together."""
        return sum(self.widths.get(n, 9) for n in range(first, last + 1))

    def tall(self, row: int, points: float) -> None:
        """Ask for a row of at least this height."""
        self.heights[row] = max(self.heights.get(row, 0), points)

    def key(self, row: int, text: str, least: float = 0) -> None:
        """Write a key into the hidden column, in signs so tall that the row keeps ``least`` points when it is fitted.

        Excel and LibreOffice give a row room for the largest signs in it, also in a hidden column, and also when what
        was typed is taken out again. Where formulas bring long words, for which no row grows, this is their room.
        """
        least = max(self.row, least)
        self.tall(row, least)
        form = self.look("key", font_size=font(least))
        self.sheet.write_string(row, KEYS, text, form) if text else self.sheet.write_blank(row, KEYS, None, form)

    def points(self, row: int) -> float:
        """Return the height of a row; rows that hold nothing for now are low."""
        asked = self.heights.get(row, 0)
        return SMALL if asked == SMALL else max(LOW if row in self.low else self.row, asked)

    def write(self, row: int, column: int, text: str, kind: str, *, marked: bool = True, **more: Any) -> None:
        """Write a text as text, whatever it begins with, in a row high enough for it.

        What formulas compare cells with stands as it is, not ``marked``.
        """
        form = self.look(kind, text, **more)
        self.sheet.write_string(row, column, self.look.say(text) if marked else text, form)
        if form.text_wrap:
            self.tall(row, height(text, self.widths.get(column, 9) - form.indent * 1.5, form.font_size))

    def lines(self, row: int, most: int, last: int, text: str, kind: str, **more: Any) -> int:
        """Write a text that runs on over the empty cells beside it, on ``most`` rows; return how many it took.

        Cells are not joined for it: rows do not grow with joined cells. A text too long for its rows, or with
        a part too long for one, such as a sentence without blanks, wraps in the widest column, in a row that grows.
        """
        form = self.look(kind, text, text_wrap=False, **more)
        room = self.across(1, last)
        rows = broken(self.look.say(text), room, form.font_size)
        if len(rows) > most or not all(fits(line, room, form.font_size) for line in rows):
            widest = max(range(1, last + 1), key=lambda column: self.widths.get(column, 9))
            self.write(row, widest, text, kind, text_wrap=True, **more)
            return 1
        for n, line in enumerate(rows):
            self.sheet.write_string(row + n, 1, line, form)
            self.low.add(row + n)
            self.tall(row + n, height("", 1, form.font_size))
        return len(rows)

    def inked(self, first: Cell, last: Cell) -> None:
        """Give the lines of what to look at, from one cell to another, the colour of the sign in their first cell."""
        own = xl_rowcol_to_cell(first.row, first.column, col_abs=True)
        for sign, tone in [(one.sign, one.tone) for one in SEVERITIES.values()] + [(CALM, "good")]:
            rule = {"type": "formula", "criteria": f'=LEFT({own},1)="{sign}"', "format": self.look.ink(tone)}
            self.sheet.conditional_format(first.row, first.column, last.row, last.column, rule)

    def title(self, title: str, guidance: str | None, last: int, most: int = 1) -> None:
        """Write the head of a sheet: its title, and advice on ``most`` lines no longer than what one sees at once."""
        self.title_text = title
        self.write(0, 1, title, "title")
        self.tall(0, 34)
        took = self.lines(1, most, min(last, self._page_end()), guidance, "guide") if guidance else 0
        for row in range(1 + took, 1 + most):
            self.tall(row, SMALL)

    def _page_end(self) -> int:
        """Return the last column of a text that is read without moving sideways."""
        total, last = 0.0, 1
        for column in sorted(self.widths):
            total += self.widths[column]
            if total > LYING:
                break
            last = column
        return last

    def finish(self, end: int, last: int, header: tuple[int, int] | None = None) -> None:
        """Set up print and protection; ``end`` is the row after the last, ``header`` the rows to repeat."""
        sheet = self.sheet
        usual = Counter(self.points(row) for row in sorted(self.typed)).most_common(1)
        sheet.set_default_row(usual[0][0] if usual else self.row)
        for row in range(end):
            sheet.set_row(row, self.points(row), None, {"hidden": row in self.hidden})
        sheet.set_paper(9)
        sheet.set_margins(left=0.55, right=0.55, top=0.75, bottom=0.75)
        if self.printed:  # without the title where it stands in the head of each page
            sheet.print_area(FIRST if self.cuts else 0, 1, max((self.shown or end) - 1, 1), last)
        else:
            sheet.print_area(0, KEYS, 0, KEYS)
        total = self.across(1, last)
        self.lies = self.lies or total > UPRIGHT / SMALLEST
        if self.lies:
            sheet.set_landscape()
        scale = self.scale(total)
        start, end_ = ("&R", "&L") if self.look.rtl else ("&L", "&R")
        small = f'&11&"{self.look.edge_font},Regular"'
        sheet.set_header(f"{start}{small}{_escaped(str(self.book.tool.title))}")
        if self.cuts:
            self._over_pages()
        elif self.keep:
            self._broken(before_blocks(self.seen(end), self.keep, self.room), scale)
        else:
            self._flowing(end, header)
        if header:
            sheet.repeat_rows(*header)
        sheet.set_footer(f"{start}{small}{_escaped(self.book.foot, 160)}{end_}{small}&P / &N")
        sheet.protect("", _ALLOWED)

    def scale(self, wide: float) -> float:
        """Return the scale of print of columns so wide together."""
        return min(1.0, (LYING if self.lies else UPRIGHT) / wide)

    @property
    def room(self) -> float:
        """What a page holds at the scale of print, in points of rows."""
        if self.cuts:
            return (LOW_PAGE - 18) / SMALLEST  # its head is higher
        return (LOW_PAGE if self.lies else TALL) / self.scale(sum(self.widths.values()))

    def seen(self, end: int) -> list[float]:
        """Return the heights of rows up to ``end`` as they show."""
        return [0 if row in self.hidden else self.points(row) for row in range(end)]

    def _broken(self, breaks: list[int], scale: float) -> None:
        """Begin pages with these rows; at a fixed scale, since "fit to page" ignores that."""
        self.sheet.set_h_pagebreaks(breaks)
        self.sheet.set_print_scale(math.floor(100 * scale))

    def _flowing(self, end: int, header: tuple[int, int] | None) -> None:
        """Go over as many pages as it takes, or on one if a little more than that, where nobody writes: rows grow."""
        heights, scale = self.seen(end), self.scale(sum(self.widths.values()))
        long, fits = sum(heights), 0.93 * self.room
        one = not self.worded and fits < long < self.room * scale / SMALLEST
        if self.headings and long > fits and not one:
            repeated = sum(heights[header[0] : header[1] + 1]) if header else 0
            self._broken(before_headings(heights, self.headings, self.room, repeated), scale)
        else:
            self.sheet.fit_to_pages(1, int(one))

    def _over_pages(self) -> None:
        """Print a table over several pages side by side, with the names of its rows on each."""
        # Titles would be cut where the page is: they stand in the page's head instead.
        title, tool = self.book.look.say(self.title_text), _escaped(str(self.book.tool.title))
        start, font = "&R" if self.look.rtl else "&L", self.look.edge_font
        self.sheet.set_header(f'{start}&11&"{font},Regular"{tool}\n&16&"{font},Bold"{_escaped(title)}', {"margin": 0.4})
        self.sheet.set_margins(left=0.55, right=0.55, top=1.0, bottom=0.75)
        self.sheet.repeat_columns(1, named(self.widths))
        self.sheet.set_v_pagebreaks(list(self.cuts))
        self.sheet.set_print_scale(round(100 * SMALLEST))


def _escaped(text: str, longest: int = 80) -> str:
    """Return a text as heads and feet of pages hold it: 255 signs with their codes is all they take."""
    return text[:longest].replace("&", "&&")
