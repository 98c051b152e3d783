"""What was entered as text in a cell for a number, read by formulas as pages read it; on a sheet hidden from the menu.

A cell takes what is pasted into it as text when the program does not know its signs: blanks between thousands, Arabic
digits, a decimal sign of another country. On the hidden sheet each cell for a number has its place, row and column as
on its own sheet; there stands the number, an empty text for a blank, or the text that is no number. All other formulas
take it from there. What is out of bounds is a blank there. Beside it, one column band a step, stand the number whatever
its bounds and the steps of reading: each is short, the whole is not, and the cells of a band share their formula, so
that the file holds it once. The rules are those of ``macros/reckoning/numerals.py``. Functions are those of Excel 2013,
none depends on the user's country.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from macros.documents.excel.book import Book
from macros.documents.excel.naming import quoted
from macros.documents.excel.places import Cell
from macros.documents.excel.plan import READINGS
from macros.documents.excel.values import known_to_excel
from macros.documents.excel.worksheet import SharingSheet
from macros.model.field import Field
from macros.reckoning.currencies import currencies
from macros.reckoning.evaluation import Address
from macros.reckoning.notation import COMMA, DECIMAL, MINUS, PERCENT, SPACES, decimal_sign, digits

_MARKS = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BESIDE = (
    "AND(OR({f}=1,{l}=LEN({u})),"
    'OR(ISNUMBER(FIND("|"&{k}&"|",{list})),ISNUMBER(FIND("|"&LOWER({k})&"|",{list}))),'
    'ISERROR(FIND(MID({u},MAX(1,{f}-1),1),".,{arabic}")),ISERROR(FIND(MID({u}&" ",{l}+1,1),".,{arabic}")))'
)
_STEPS = {
    "u": "TRIM({whole})",
    "v": "{entered}",
    "f": 'IFERROR(FIND("0",{v}),0)',
    "l": 'IFERROR(FIND("|",SUBSTITUTE({v},"0","|",LEN({v})-LEN(SUBSTITUTE({v},"0","")))),0)',
    "k": 'IFERROR(SUBSTITUTE(SUBSTITUTE(LEFT({u},{f}-1)&MID({u},{l}+1,LEN({u}))," ",""),".",""),"")',
    "b": 'IF({k}="",{u},IF(' + _BESIDE + ",MID({u},{f},{l}-{f}+1),{u}))",
    "z": "{zeros}",
    "m": 'SUBSTITUTE({z},"0","")',
    "d": (
        'IF(OR({m}="",RIGHT({m})=" "),"",IF(OR(RIGHT({m})="{arabic}",LEN({m})=1),'
        'IF(AND({m}<>"{arabic}",LEN({m})=1,LEN({z})-FIND(RIGHT({m}),{z})=3,FIND(RIGHT({m}),{z})>1,FIND(RIGHT({m}),{z})<5,'
        'LEFT({b})<>"0",{m}<>"{sign}"),"",RIGHT({m})),IF(SUBSTITUTE({m},RIGHT({m}),"")="","",RIGHT({m}))))'
    ),
    "w": 'IF({d}="",{z},LEFT({z},FIND({d},{z})-1))',
    "g": 'IF({d}="",{m},LEFT({m},LEN({m})-1))',
    "x": 'IF({d}="",{y},SUBSTITUTE({y},{d},"."))',
}
"""The text without its sign; with digits as zeros; its first and its last digit; what stands beside them; the text
without a currency; with digits as zeros; its signs; the sign that begins decimals; the whole part; the signs between
groups; the number with a point. Each step names earlier ones."""

_PLANE = 0x10000
"""Signs up to here are one letter each for every program."""

_UNSIGNED = 'MID({t},IF(OR(LEFT({t})="-",LEFT({t})="+"),2,1),LEN({t}))'
_NO_CENTS = ((",--", ",-"), (".--", ".-"), (",-", ",0 "), (".-", ".0 "))
"""What stands for no cents; the blank keeps it from being a number where digits follow."""

_SHARE = 'IF(RIGHT({u})="%",TRIM(LEFT({u},LEN({u})-1)),IF(LEFT({u})="%",TRIM(MID({u},2,LEN({u}))),{u}))'
_GROUPED = (
    'OR({g}="",AND({g}=REPT(LEFT({g}),LEN({g})),ISNUMBER(FIND(LEFT({g})," .,")),LEFT({b})<>"0",OR('
    'AND({w}=LEFT({w},MAX(0,LEN({w})-4*LEN({g})))&REPT(LEFT({g})&"000",LEN({g})),LEN({w})>4*LEN({g}),'
    'OR(LEN({w})<4*LEN({g})+4,LEFT({g})=" ")),'
    'AND(LEN({g})>1,{w}=LEFT({w},MAX(0,LEN({w})-3*LEN({g})-1))&REPT(LEFT({g})&"00",MAX(0,LEN({g})-1))&LEFT({g})&"000",'
    "LEN({w})>3*LEN({g})+1,LEN({w})<3*LEN({g})+4))))"
)
_SOUND = (
    'AND(ISNUMBER(FIND("0",{z})),OR({d}="",{d}=".",{d}=",",{d}="{arabic}"),'
    'OR({d}="",LEN({m})-LEN(SUBSTITUTE({m},{d},""))=1),' + _GROUPED + ")"
)
_NUMBER = 'IF(LEFT({t})="-",-1,1)*NUMBERVALUE({x},".",",")'
_READ = 'IF(ISTEXT({e}),IF({t}="","",IFERROR(IF({sound},{value},{e}),{e})),{e})'
_BANDS = ("", "n", "e", "s", "t", *_STEPS)
"""What counts; the number, whatever the bounds of its field; what was entered; then the steps."""


def write_readings(book: Book) -> None:
    """Write the hidden sheet of a workbook that has cells for numbers."""
    plan = book.plan
    if not plan.readings:
        return
    sheet = book.xlsx.add_worksheet(READINGS, SharingSheet)
    last = max(spot.row for spot in plan.readings.values()) + 1
    sheet.write_string(last, 0, _currencies(book.v.language.code))
    sheet.very_hidden()
    groups: dict[tuple[str, bool], list[Address]] = {}
    for address in plan.readings:
        field = book.values.evaluation.field(*address[:2])
        groups.setdefault((plan.spot(address).tab, field is not None and field.kind.percent), []).append(address)
    listed = xl_rowcol_to_cell(last, 0, row_abs=True, col_abs=True)
    for number, ((_, share), group) in enumerate(groups.items()):
        formulas = _Group(book, group, listed, share=share)
        formulas.write(sheet, number * len(_BANDS))


class _Group:
    """The cells of one sheet that are read alike."""

    def __init__(self, book: Book, group: list[Address], listed: str, *, share: bool) -> None:
        """Take the addresses; ``listed`` is the cell that holds the currencies."""
        self.book, self.readings = book, book.plan.readings
        self.group = sorted(group, key=lambda address: (self.readings[address].row, self.readings[address].column))
        self.spots = [self.readings[address] for address in self.group]
        self.width = book.plan.reading_width
        begin = self.spots[0]
        cells = {name: xl_rowcol_to_cell(begin.row, self._column(begin, n)) for n, name in enumerate(_BANDS)}
        self.formulas = dict(_formulas(cells, listed, book.v.language.code, share=share))

    def _column(self, spot: Cell, band: int) -> int:
        return int(spot.column + self.width * band)

    def write(self, sheet: SharingSheet, number: int) -> None:
        """Write each band of each cell; shared formulas are counted from ``number``."""
        values = self.book.values
        for address, spot in zip(self.group, self.spots, strict=True):
            field, entered = values.evaluation.field(*address[:2]), self.book.plan.spot(address)
            held = values.entered(field, address) if field else ""
            cell = quoted(entered.tab) + str(xl_rowcol_to_cell(entered.row, entered.column))
            for n, name in enumerate(_BANDS):
                if name == "e":  # it names another sheet, which shared formulas may not
                    sheet.write_formula(spot.row, self._column(spot, n), f'=IF(LEN({cell})=0,"",{cell})', None, held)
                elif not name:
                    read = str(xl_rowcol_to_cell(spot.row, self._column(spot, 1)))
                    counts = values.held(field, address) if field else ""
                    sheet.write_formula(spot.row, spot.column, _within(field, read), None, counts)
                else:
                    shown = held if name == "n" else ""
                    sheet.share(spot.row, self._column(spot, n), number + n, shown, self._first(spot, n, name))

    def _first(self, spot: Cell, band: int, name: str) -> tuple[str, str]:
        """Return the range and text of a shared formula at its first cell; nothing of them at the others."""
        if spot is not self.spots[0]:
            return "", ""
        columns = [self._column(one, band) for one in self.spots]
        place = xl_range(self.spots[0].row, min(columns), self.spots[-1].row, max(columns))
        return place, known_to_excel(self.formulas[name])


def _within(field: Field | None, number: str) -> str:
    """Write what counts of a number: nothing where it is out of the bounds of its field, as on pages."""
    low, high = (field.min, field.max) if field else (None, None)
    out = [f"{number}{sign}{limit:.15g}" for sign, limit in (("<", low), (">", high)) if limit is not None]
    refused = f"AND(ISNUMBER({number}),OR({','.join(out)}))"
    return f'=IF({refused},"",{number})' if out else f"={number}"


def _formulas(cells: dict[str, str], listed: str, language: str, *, share: bool) -> Iterable[tuple[str, str]]:
    """Yield each band with its formula: the number first, then the steps on the way to it."""
    named = cells | {"list": listed, "sign": decimal_sign(language), "arabic": DECIMAL}
    named["y"] = 'IF({g}="",{b},SUBSTITUTE({b},LEFT({g}),""))'.format(**named)
    zeros = [(str(n), "0") for n in range(1, 10)]
    named |= {"entered": _replaced(cells["u"], zeros), "zeros": _replaced(cells["b"], zeros)}
    named["sound"] = _SOUND.format(**named)
    value = _NUMBER.format(**named)
    if share:
        percent = 'OR(RIGHT({u})="%",LEFT({u})="%",ABS({value})>=1)'.format(value=value, **named)
        value = f"{value}/IF({percent},100,1)"
    yield "n", _READ.format(value=value, **named)
    yield "s", f'IF(ISTEXT({cells["e"]}),TRIM({_replaced(cells["e"], _signs())}),"")'
    yield "t", _replaced(cells["s"], _digits(language))
    whole = _UNSIGNED.format(**named)
    named["whole"] = whole if share else _replaced(whole, _NO_CENTS)
    for name, step in _STEPS.items():
        text = {"k": '""', "b": _SHARE}.get(name, step) if share else step
        yield name, text.format(**named)


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Write the replacing of signs, one after the other."""
    for old, new in pairs:
        text = f'SUBSTITUTE({text},"{old}","{new}")'
    return text


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    """Return what stands for a sign in one way: nothing, a blank, a minus, a percent, a comma."""
    signs = [(sign, "") for sign in _MARKS] + [(sign, " ") for sign in _BLANKS + SPACES]
    return (*signs, *((sign, "-") for sign in MINUS), *((sign, "%") for sign in PERCENT), (COMMA, ","))


@cache
def _digits(language: str) -> tuple[tuple[str, str], ...]:
    """Return the digits of Arabic and Persian, of full width, and those of the language, with the Western ones."""
    return tuple((digit, str(n)) for script in digits(language) for n, digit in enumerate(script))


@cache
def _currencies(language: str) -> str:
    """Return what may stand beside an amount, without blanks and points, between bars."""
    signs = {sign for sign in map(chr, range(_PLANE)) if unicodedata.category(sign) == "Sc"}
    names = {name.replace(".", "") for name in currencies(language)}
    return "|" + "|".join(sorted({name for name in names if len(name) > 1} | signs)) + "|"
