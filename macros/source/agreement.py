"""What examples say of the Cluster Exemple, held to its fact sheet: nobody believes one that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from macros.errors import Fault
from macros.model.example import FactSheet, Figure, Thing
from macros.source.checked import checked
from macros.source.datafile import DataFile, Place, parse
from macros.source.said import Sayings

SHEET = "data/content/example.yml"
TOLD = "data/content/demonstration.yml"
"""A file that is an example as a whole."""
_MEND = f"suivre {SHEET}, ou y changer, y ajouter ce qui vaut pour tous les exemples"
_ALSO = {"due": ("end", "date"), "cost": ("budget",), "cash": ("closing",)}
"""Other keys that tools have for the same fact."""
_QUARTERS = 4

Slips = Iterator[tuple[Place, str]]
"""What an example says otherwise: (where, what is wrong)."""


def disagreements(files: Sequence[DataFile]) -> list[Fault]:
    """Find where examples leave the fact sheet, if that is among these files without faults."""
    sheet = next((datafile.text for datafile in files if datafile.file == SHEET), None)
    return [] if sheet is None else [fault for one in files for fault in _disagreements(one.file, one.text, sheet)]


@lru_cache(maxsize=1024)
def _disagreements(file: str, text: str, sheet_text: str) -> tuple[Fault, ...]:
    """Find where one file does; while both texts stay, so does what comes out."""
    datafile = replace(parse(file, text), faults=[])
    if known := _known(sheet_text):
        _hold(datafile, *known)
    return tuple(datafile.faults)


@lru_cache(maxsize=4)
def _known(sheet_text: str) -> tuple[FactSheet, Sayings] | None:
    sheet = checked(SHEET, sheet_text, FactSheet)[0]
    return (sheet, Sayings(sheet)) if isinstance(sheet, FactSheet) else None


def _hold(datafile: DataFile, sheet: FactSheet, sayings: Sayings) -> None:
    """Note everything that the examples of a file say otherwise than the sheet."""
    people = _person_columns(datafile.data)
    for place, node in _below(datafile.data, (), inside=datafile.file == TOLD):
        for at, wrong in _held(sheet, place, node):
            datafile.fault(at, wrong, _MEND)
        for start, wrong in sayings.slips(node) if isinstance(node, str) else ():
            _fault_inside(datafile, place, node[:start].count("\n"), wrong)
        if isinstance(node, str) and (*place[1:2], place[-1]) in people and not sayings.answers(node):
            datafile.fault(place, f"« {node} » n’est ni une personne ni un rôle de la fiche", _MEND)
    for at, wrong in _repeated(sheet, datafile.data):
        datafile.fault(at, wrong, _MEND)


def _held(sheet: FactSheet, place: Place, node: Any) -> Slips:
    """Find what a row or a line says otherwise."""
    if isinstance(node, dict):
        yield from _row(sheet, place, node)
    elif isinstance(node, list) and all(isinstance(value, int | float) for value in node):
        yield from _line(sheet, place, node)


def _fault_inside(datafile: DataFile, place: Place, lines: int, wrong: str) -> None:
    """Note what is wrong some lines below the beginning of a text, which a block keeps as they are written."""
    datafile.fault(place, wrong, _MEND)
    last = datafile.faults[-1]
    row = datafile.text.split("\n")[last.line - 1]
    if row.rstrip().endswith(("|", "|-")):
        datafile.faults[-1] = replace(last, line=last.line + 1 + lines)


def _below(data: Any, place: Place, *, inside: bool) -> Iterator[tuple[Place, Any]]:
    """Yield (place, node) for all that stands below a key « example »."""
    if inside and place:
        yield place, data
    nodes = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, node in nodes:
        yield from _below(node, (*place, key), inside=inside or key == "example")


def _person_columns(data: Any) -> set[tuple[str, str]]:
    """Return (part, field) of all fields of a tool that hold a person."""
    parts = data.get("parts") if isinstance(data, dict) else None
    return {
        (part["key"], field["key"])
        for part in parts or ()
        for field in part.get("fields") or ()
        if field.get("type") == "person"
    }


# ------------------------------------------------------------------ rows and lines


def _row(sheet: FactSheet, place: Place, row: dict[str, Any]) -> Slips:
    """Find cells that say of a thing, which the row names or is named after, what the sheet does not."""
    for thing in sheet.things:
        naming = [column for column in thing.columns if row.get(column) in thing.names]
        if naming or place[-1] in thing.names:
            yield from _cells(thing, place, {column: cell for column, cell in row.items() if column not in naming})


def _cells(thing: Thing, place: Place, row: dict[str, Any]) -> Slips:
    for key, fact in thing.model_dump(exclude_none=True).items():
        for column in (key, *_ALSO.get(key, ())):
            if column in row and not _same(row[column], fact):
                wrong = f"« {row[column]} », alors que la fiche dit « {_shown(fact)} » de {thing.names[0]}"
                yield (*place, column), wrong


def _same(cell: Any, fact: Any) -> bool:
    """Tell whether a cell says a fact; after a comma, either may say more: « Karim Benali, Atelier Nord »."""
    if isinstance(fact, str):
        return cell == fact or str(cell).startswith(f"{fact}, ") or fact.startswith(f"{cell}, ")
    return bool(cell == fact)


def _shown(fact: Any) -> str:
    return f"{fact:,.10g}".replace(",", " ") if isinstance(fact, float) else str(fact)


def _line(sheet: FactSheet, place: Place, values: list[Any]) -> Slips:
    """Find a line that is neither that of the sheet, nor its rises; quarters add up to the first year."""
    key = str(place[-1])
    line = next((years for name, years in sheet.years.items() if key in {name, *_ALSO.get(name, ())}), None)
    if not line:
        return
    rises = [year - before for before, year in zip((0, *line), line, strict=False)]
    if len(values) == _QUARTERS and (year := float(sum(values))) != line[0]:
        yield place, f"les trimestres font {_shown(year)}, la première année de la fiche {_shown(line[0])}"
    if len(values) == len(line) and values not in (list(line), rises):
        yield place, f"« {key} » s’écarte de la fiche : {', '.join(map(_shown, line))}"


def _repeated(sheet: FactSheet, data: Any) -> Slips:
    """Find figures that a tool should repeat and does not."""
    tool = data.get("id") if isinstance(data, dict) else None
    for figure in sheet.figures:
        for address in figure.at:
            if address.partition(".")[0] == tool and (wrong := _unlike(figure, data, address)):
                yield wrong


def _unlike(figure: Figure, data: Any, address: str) -> tuple[Place, str] | None:
    place: Place = ("example",)
    node = data.get("example")
    for key in address.split(".")[1:]:
        step: str | int = int(key[1:]) - 1 if isinstance(node, list) and key[1:].isdecimal() else key
        place = (*place, step)
        held = isinstance(node, dict) or (isinstance(node, list) and isinstance(step, int) and step < len(node))
        node = (node.get(step) if isinstance(node, dict) else node[int(step)]) if held else None
    said = f"la fiche dit {_shown(figure.value)} ({figure.what})"
    return None if node == figure.value else (place, f"« {node} » : {said}")
