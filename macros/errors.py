"""The two errors that people meet: one about the program's use, one about a data file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


class VademecumError(Exception):
    """Something that a person can mend; the message says how."""


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake in one data file: where it stands, what is wrong, how to mend it."""

    file: str
    line: int
    place: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        """Write the fault as three lines: where, what, how to mend."""
        where = f"{self.file}, ligne {self.line}" if self.line else self.file
        if self.place:
            where += f", {self.place}"
        return f"{where}\n    Problème : {self.wrong}\n    Remède : {self.mend}"


Wrong = tuple[str, str]
"""What is wrong, and how to mend it."""

Flaws = Iterator[tuple[str, str, str, str]]
"""Faults whose line is not looked up yet: (id, key in that entry, what is wrong, how to mend it)."""


class DataError(VademecumError):
    """Every fault of the data files in one run, in the order of files and lines."""

    def __init__(self, faults: list[Fault]) -> None:
        """Sort the faults and say each only once."""
        self.faults = sorted(set(faults))
        count = len(self.faults)
        head = "1 erreur dans les données" if count == 1 else f"{count} erreurs dans les données"
        super().__init__("\n".join([f"{head} :", *map(str, self.faults)]))
