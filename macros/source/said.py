"""What a sentence of an example says: names, counted things, amounts, days, each of which the fact sheet must know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from macros.model.example import FactSheet
from macros.model.locale import locale_of
from macros.model.words import SOURCE_LANGUAGE

MONTHS = list(locale_of(SOURCE_LANGUAGE).months["format"]["wide"].values())
_UNITS = [
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
]  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_AMOUNT = re.compile(r"(?<![\d,])\d{1,3}(?:\s\d{3})+(?!\d)")
_PRICE = r"\s+(?:(?:doi|pai|coût)\w+\s+|de\s+)?(\d{1,3}(?:\s\d{3})*)(?!\s?\d|,\d|\s?%)"
"""What is paid, after who pays it or what it is paid for."""
_DAY = re.compile(rf"\b(\d{{1,2}}|1er)\s+({'|'.join(MONTHS)})\b")
_WORD = re.compile(r"[^\W\d_]\w*")
_STARTS = ".!?…:«»"
"""Signs after which a sentence may begin."""

_FEW = 4
"""As many of anything as a story may tell of without the sheet: « deux membres »."""

Slip = tuple[int, str]
"""Where in a text, and what is wrong there."""


def _numerals() -> dict[str, int]:
    """Return the French numerals up to sixty-nine, and a hundred, by their words."""
    words = {word: n for n, word in enumerate(_UNITS, 1)} | {f"dix-{_UNITS[n - 11]}": n for n in (17, 18, 19)}
    for ten, word in _TENS.items():
        words |= {word: ten, f"{word} et un": ten + 1} | {f"{word}-{_UNITS[n - 1]}": ten + n for n in range(2, 10)}
    return words | {"cent": 100}


NUMERALS = _numerals()
_COUNT = rf"(\d{{1,3}}(?:\s\d{{3}})*|{'|'.join(sorted(NUMERALS, key=len, reverse=True))})"


class Sayings:
    """What sentences may say of the Cluster Exemple."""

    def __init__(self, sheet: FactSheet) -> None:
        """Gather names, figures and days of the sheet."""
        self.homes = {person.name: person.organisation for person in sheet.people}
        organisations = [organisation.name for organisation in sheet.organisations]
        self.roles = {*sheet.roles, *self.homes, *organisations, *(post.name for post in sheet.posts)}
        self.names = _any([sheet.name, *sheet.proper_names, *self.roles])
        self.pairs = re.compile(
            rf"({_any(self.homes).pattern})(?:,\s|\s\()(?:\w+,?\s)?(?:de\s|d’)?({_any(organisations).pattern})"
        )
        held = list(_leaves(sheet.model_dump()))
        self.amounts = {abs(value) for value in held if isinstance(value, int | float)}
        days = [
            date.fromisoformat(value)
            for value in held
            if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        ]
        self.days = {(day.day, MONTHS[day.month - 1]) for day in days}
        self.counts = _by_word((figure.of, figure.value) for figure in sheet.figures)
        self.prices = _by_word((figure.after, figure.value) for figure in sheet.figures)
        self.priced = re.compile(rf"({_any(self.prices).pattern}){_PRICE}", re.IGNORECASE)
        self.counted = re.compile(rf"\b{_COUNT}\s+({_any(self.counts).pattern})", re.IGNORECASE)

    def answers(self, text: str) -> bool:
        """Tell whether a field for a person names somebody of the sheet, with or without their organisation."""
        return text in self.roles or text.partition(", ")[0] in self.homes

    def slips(self, text: str) -> Iterator[Slip]:
        """Yield what the sheet does not know, or knows otherwise."""
        yield from self._strangers(text)
        yield from self._miscounted(text)
        for match in self.priced.finditer(text):
            word, price = (" ".join(group.casefold().split()) for group in match.groups())
            if float(price.replace(" ", "")) not in self.prices[word]:
                yield match.start(), f"{price} n’est pas ce que la fiche dit après « {word} »"
        for match in self.pairs.finditer(text):
            person, organisation = (" ".join(name.split()) for name in match.groups())
            if self.homes[person] != organisation:
                yield match.start(), f"{person} vient de {self.homes[person]}, pas de {organisation}"
        for match in _AMOUNT.finditer(text):
            if float(re.sub(r"\s", "", match[0])) not in self.amounts:
                yield match.start(), f"{' '.join(match[0].split())} n’est pas un montant de la fiche"
        for match in _DAY.finditer(text):
            if (int(match[1].removesuffix("er")), match[2]) not in self.days:
                yield match.start(), f"le {' '.join(match[0].split())} n’est pas une date de la fiche"

    def _strangers(self, text: str) -> Iterator[Slip]:
        """Find words with a capital letter inside of a sentence that belong to no name of the sheet."""
        rest = self.names.sub(lambda name: name[0].casefold(), text)
        for match in _WORD.finditer(rest):
            word, before = match[0], rest[: match.start()].rstrip(' \n("')
            if word[0].isupper() and word[1:].islower() and before and before[-1] not in _STARTS:
                yield match.start(), f"« {word} » n’est pas un nom de la fiche"

    def _miscounted(self, text: str) -> Iterator[Slip]:
        for match in self.counted.finditer(text):
            written, noun = (" ".join(group.casefold().split()) for group in match.groups())
            count = NUMERALS.get(written) or float(written.replace(" ", ""))
            if count > _FEW and count not in self.counts[noun]:
                yield match.start(), f"la fiche ne compte pas {count:g} {noun}"


def _by_word(figures: Iterable[tuple[str | None, float]]) -> dict[str, set[float]]:
    """Gather the figures that stand with each word."""
    known: dict[str, set[float]] = defaultdict(set)
    for word, value in figures:
        if word:
            known[word].add(value)
    return known


def _any(names: Any) -> re.Pattern[str]:
    """Return a pattern for any of these names, whole, the longest first."""
    spelled = [r"\s".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True)]
    return re.compile(rf"\b(?:{'|'.join(spelled or ['(?!)'])})\b")


def _leaves(data: Any) -> Iterator[Any]:
    """Yield every value inside some plain data."""
    if isinstance(data, dict | list | tuple):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _leaves(value)
    else:
        yield data
