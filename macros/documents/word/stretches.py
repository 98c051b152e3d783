"""Stretches of a Word document: what stands together on upright pages or on pages on their side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from macros.documents.word.elements import Element, e, tag
from macros.documents.word.ends import Heading
from macros.documents.word.file import File

SHORT = 5
"""Rows of a short table, its head among them."""


@dataclass
class Stretch:
    """What stands together on upright pages or on pages on their side; ``flexible`` when both would do."""

    elements: list[Element]
    wide: bool = False
    flexible: bool = True
    headings: list[Heading] = field(default_factory=list)

    def turn(self, place: int = 0) -> None:
        """Begin a page before an element, its heading or a gap."""
        properties = self.elements[place][0]
        if properties.find(tag("w:pageBreakBefore")) is None:
            properties.append(e("w:pageBreakBefore"))


def calm(stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches with fewer turns of the page: what can stand either way follows its neighbours.

    A short table goes with those after it: after long texts it would stand alone on an upright page.
    """
    found = list(stretches)
    for n in range(1, len(found) - 1):
        rows = sum(1 for element in found[n].elements for _ in element.iter(tag("w:tr")))
        led = found[n - 1].wide or (n > 1 and rows <= SHORT)
        if found[n].flexible and not found[n].wide and led and found[n + 1].wide:
            found[n] = replace(found[n], wide=True)
    return found


def sections(file: File, stretches: list[Stretch], upright: str, sideways: str) -> list[Element]:
    """Return the body: each run of stretches of one direction is a section."""

    def properties(*, wide: bool) -> Element:
        return file.section(wide=wide, foot=sideways if wide else upright)

    body: list[Element] = []
    for n, stretch in enumerate(stretches):
        if n and stretches[n - 1].wide != stretch.wide:
            turn = e("w:p", e("w:pPr", e("w:pStyle", val="VademecumBreak"), properties(wide=stretches[n - 1].wide)))
            body.append(turn)
        body += stretch.elements
    return [*body, properties(wide=stretches[-1].wide)]
