"""The sections of a large tool's page: which parts are filled in or read together, one section at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from macros.model.field import Part
from macros.model.words import Words


@dataclass(frozen=True)
class Section:
    """Parts that stand below each other in one section."""

    parts: tuple[Part, ...]

    @property
    def main(self) -> Part:
        """The part that gives the section its name: the one that says what it is for."""
        return next((part for part in self.parts if part.about), self.parts[-1])

    @property
    def first(self) -> Part:
        """The part that one sees first."""
        return next((part for part in self.parts if not self.step(part)), self.main)

    @property
    def heading(self) -> Words | None:
        """What stands above the section in the contents, if it is the first of a group."""
        return next((part.heading for part in self.parts if part.heading), None)

    @property
    def asks(self) -> bool:
        """Whether anything is to be filled in."""
        return any(part.inputs for part in self.parts)

    @property
    def aside(self) -> bool:
        """Whether all of it is a step of the reckoning."""
        return all(part.aside for part in self.parts)

    def step(self, part: Part) -> bool:
        """Tell whether a part is a step of the reckoning: it says so, or only reckons beside what is filled in."""
        return part.aside or (part.listed and not part.inputs and self.asks)


def sections(parts: Sequence[Part]) -> list[Section]:
    """Group the parts of a tool whose parts have headings; without one nothing is grouped.

    A form that says not what it is for (``about``) belongs to the part after it or, aside, to the one before.
    """
    grouped: list[list[Part]] = []
    waits = False
    for part in parts if any(part.heading for part in parts) else ():
        if grouped and (waits or _belongs(part, grouped[-1][-1])):
            grouped[-1].append(part)
        else:
            grouped.append([part])
        waits = part.listed and not part.about and not part.aside
    return [Section(tuple(group)) for group in grouped]


def _belongs(part: Part, before: Part) -> bool:
    return part.listed and not part.about and part.aside and before.aside


def groups(ordered: Sequence[Section]) -> Iterator[tuple[Words | None, list[Section]]]:
    """Yield the groups of sections, each with the heading that begins it."""
    numbers = accumulate(bool(section.heading) for section in ordered)
    for _, group in groupby(zip(numbers, ordered, strict=True), key=lambda pair: pair[0]):
        members = [section for _, section in group]
        yield members[0].heading, members
