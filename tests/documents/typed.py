"""Workbooks as people fill them in LibreOffice: typed cell by cell, rows measured, printed.

LibreOffice converts what stands in a file; only typing makes it fit a row. A small Basic program in a profile of its
own types, since that needs no more than LibreOffice itself.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from macros.documents.excel.places import Cell

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}</script:module>
"""
_BASIC = (Path(__file__).parent / "typed.bas").read_text(encoding="utf-8")
_NAMED = (Path(__file__).parent / "named.bas").read_text(encoding="utf-8")
"""A function that every program has: it names a property."""
MM100 = 72 / 2540
"""Points in a hundredth of a millimetre."""


@dataclass
class MeasuredRow:
    """A row of a sheet: its height, and the height that its words need, in points."""

    tab: str
    row: int
    height: float
    needed: float


@dataclass
class TypedWorkbook:
    """One workbook: what is typed into it, its rows as opened and after typing, where it was printed."""

    path: Path
    cells: dict[Cell, str]
    opened: list[MeasuredRow] = field(default_factory=list)
    rows: list[MeasuredRow] = field(default_factory=list)

    @property
    def printed(self) -> Path:
        """The workbook as printed."""
        return self.path.with_suffix(".pdf")

    def words(self) -> set[str]:
        """Return the words of its print; signs that turn the direction stand for spaces."""
        text = subprocess.run(["pdftotext", str(self.printed), "-"], check=True, capture_output=True).stdout.decode()
        return set(re.findall(r"[^\W_]+", text))


def typed(books: list[TypedWorkbook], folder: Path) -> None:
    """Type into workbooks in one run of LibreOffice; measure their rows before and after, and print them."""
    out = folder / "heights.txt"
    lines: list[str] = []
    for book in books:
        lines.append(f"open\t{book.path.as_uri()}")
        for spot, text in book.cells.items():
            said = text.replace("\n", "\\n")
            lines.append(f"type\t{spot.tab}\t{spot.row}\t{spot.column}\t{said}")
        lines += ["measure", f"print\t{book.printed.as_uri()}", "close"]
    run(_BASIC, "\n".join(lines), folder, VADEMECUM_HEIGHTS=out.as_uri())
    _measured(books, out.read_text(encoding="utf-8"))


def run(program: str, orders: str, folder: Path, **said: str) -> None:
    """Let a Basic program obey orders, one a line, in LibreOffice with a profile of its own."""
    path, profile = folder / "orders.txt", folder / "typing-profile"
    path.write_text(f"{orders}\n", encoding="utf-8")
    # A new profile gets its empty library of programs when it is first used.
    _office(profile, "--terminate_after_init")
    _program(program, profile / "user" / "basic" / "Standard")
    _office(profile, "macro:///Standard.Module1.Main", VADEMECUM_ORDERS=path.as_uri(), **said)


def _measured(books: list[TypedWorkbook], said: str) -> None:
    found = iter(books)
    book = next(found)
    for line in said.splitlines():
        if line.startswith("failed"):
            raise AssertionError(line)
        if line == "closed":
            book = next(found, book)
            continue
        when, tab, row, height, needed = line.split("\t")
        rows = book.opened if when == "opened" else book.rows
        rows.append(MeasuredRow(tab, int(row), int(height) * MM100, int(needed) * MM100))


def _office(profile: Path, order: str, **said: str) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", order]
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=os.environ | said)


def _program(program: str, library: Path) -> None:
    """Put a program into the library of a profile."""
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Module1.xba").write_text(_MODULE.format(escape(f"{program}\n{_NAMED}")), encoding="utf-8")


def low(rows: list[MeasuredRow], slack: float = 1.0) -> list[MeasuredRow]:
    """Return the rows that are lower than what stands in them."""
    return [row for row in rows if row.height < row.needed - slack]


FRENCH = re.findall(
    r"\S+",
    "Nous voulons que chaque membre sache ce que le cluster attend de lui avant la fin de l’année et ce qu’il reçoit "
    "en retour : des commandes régulières, une voix au conseil, des partenaires qu’il n’aurait pas rencontrés seul.",
)
ARABIC = "نريد أن يعرف كل عضو ما ينتظره منه العنقود قبل نهاية السنة وما يحصل عليه في المقابل".split()  # noqa: SIM905


def text(words: list[str], letters: int, mark: int) -> tuple[str, list[str]]:
    """Return a text about so long, and its marks: every third word, and the last, stands nowhere else."""
    found: list[str] = []
    marks: list[str] = []

    def marked() -> str:
        marks.append(f"q{_letters(mark)}z{_letters(len(marks))}")
        return marks[-1]

    while len(" ".join(found)) < letters:
        found.append(words[len(found) % len(words)] if len(found) % 3 else marked())
    return " ".join([*found, marked()]), marks


def _letters(number: int) -> str:
    """Return a number in Latin letters, which stay together also in a line from right to left."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))
