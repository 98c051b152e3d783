"""YAML files → checked model, with every mistake of every file at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from macros.errors import DataError, Fault, VademecumError
from macros.model import content as c
from macros.model.demonstration import Demonstration
from macros.model.example import FactSheet
from macros.model.interface import Interface
from macros.model.locale import is_known, is_rtl
from macros.model.reference import References
from macros.model.retired import Retirements
from macros.model.tool import Tool, ToolFrame
from macros.model.vademecum import Language, Languages, Vademecum
from macros.model.words import SOURCE_LANGUAGE, Entry
from macros.reckoning.soundness import follows
from macros.source.agreement import disagreements
from macros.source.checked import checked, entries_of, spots_of, typeset_model, validate
from macros.source.consistency import Places, Spots, inconsistencies
from macros.source.datafile import DataFile, read, visible
from macros.source.demonstrated import undemonstrated
from macros.source.proven import faults_of
from macros.source.rows import derive, with_rows
from macros.source.strays import empty_calls, strays

M = TypeVar("M", bound=BaseModel)

FOLDERS: dict[str, type[Entry]] = {"phases": c.Phase, "topics": c.Topic, "tools": Tool}
"""Folders of data/content/ with one entry a file; the file bears the entry's id."""

FILES: dict[str, type[BaseModel]] = {
    "introduction": c.Introduction,
    "definitions": c.Definitions,
    "business_plan": c.BusinessPlan,
    "services": c.Services,
    "ratios": c.Ratios,
    "scale": c.Scale,
    "references": References,
    "glossary": c.Glossary,
    "interface": Interface,
    "example": FactSheet,
    "retired": Retirements,
    "tool_frame": ToolFrame,
    "demonstration": Demonstration,
}
"""Fields of the Vademecum that have a file each: ``business_plan`` stands in business-plan.yml.

Words of the interface may stand in several: interface.yml, interface-work.yml …
"""


@dataclass(frozen=True)
class Source:
    """The French vade-mecum and where each of its entries stands."""

    vademecum: Vademecum
    places: Places

    def place(self, identifier: str) -> tuple[str, int]:
        """Return where an entry stands; one without a line of its own stands where what it is in does."""
        return place_of(self.places, identifier)


def place_of(places: Places, identifier: str) -> tuple[str, int]:
    """Return the place of an id, or of the nearest id around it: the sources of a tool stand where the tool does."""
    while identifier and identifier not in places:
        identifier = identifier.rpartition(".")[0]
    return places.get(identifier, ("", 0))


def load_languages(root: Path) -> tuple[Language, ...]:
    """Read data/languages.yml; raise DataError with what is wrong there."""
    languages, faults = _languages(root)
    raise_if(faults)
    return languages


def _languages(root: Path) -> tuple[tuple[Language, ...], list[Fault]]:
    path = root / "data" / "languages.yml"
    return _listed(path, root, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=8)
def _listed(path: Path, root: Path, _: int) -> tuple[tuple[Language, ...], list[Fault]]:
    """Return the languages that a file lists and its faults; each page asks for them once for every language."""
    datafile = read(path, root)
    languages = validate(datafile, Languages)
    if not isinstance(languages, Languages):
        return (), datafile.faults
    for n, language in enumerate(languages.languages):
        _check_language(datafile, n, language, [other.code for other in languages.languages[:n]])
    if languages.languages[0].code != SOURCE_LANGUAGE:
        wrong = f"la première langue n’est pas « {SOURCE_LANGUAGE} », celle de data/content/"
        datafile.fault(("languages", 0), wrong, "la remettre en tête de la liste")
    return languages.languages, datafile.faults


def _check_language(datafile: DataFile, n: int, language: Language, before: list[str]) -> None:
    """Note what is wrong with the n-th language of the list; ``before`` are the codes that precede."""
    code, place = language.code, ("languages", n, "code")
    if code.casefold() in map(str.casefold, before):  # some systems do not tell folders by case
        datafile.fault(place, f"la langue « {code} » est là deux fois", "n’en garder qu’une")
    right = "rtl" if is_rtl(code) else "ltr"
    if not is_known(code):
        wrong = f"« {code} » n’est le code d’aucune langue connue de Babel (pluriels, dates, nombres)"
        mend = "chercher son code ISO 639, ou prendre celui d’une langue voisine, par exemple ar pour aeb"
        datafile.fault(place, wrong, mend)
    elif language.direction != right:
        datafile.fault((*place[:2], "direction"), f"« {code} » s’écrit dans l’autre sens", f"écrire {right}")


def load_source(root: Path) -> Source:
    """Read and check data/content/; raise DataError with every fault of every file."""
    loaded = _load_source(root, stamp(root))
    if isinstance(loaded, Source):
        return loaded
    raise DataError(loaded)


@dataclass(frozen=True)
class _Checked:
    """A file of data/content/ and what it holds, if it has no faults; ``name`` is its folder or field."""

    name: str
    datafile: DataFile
    model: BaseModel | None

    def through(self, follow: Callable[[str, str, type[BaseModel]], Any]) -> Any:
        """Return what follows from the file and its model, kept while its text stays."""
        return follow(self.datafile.file, self.datafile.text, (FOLDERS | FILES)[self.name])


@lru_cache(maxsize=4)
def _load_source(root: Path, _: object) -> Source | list[Fault]:
    """Return the source, or its faults: each language asks for it, and what was wrong is not looked for again."""
    base = root / "data" / "content"
    datafiles = [(name, read(path, root)) for name in FOLDERS | FILES for path in _paths(base, name)]
    files = [_Checked(name, one, validate(one, (FOLDERS | FILES)[name])) for name, one in datafiles]
    spots = [spot for _, one in datafiles for spot in spots_of(one.file, one.text)]
    places = {identifier: (file, line) for identifier, file, line in spots}
    languages, faults = _languages(root)
    faults = [*faults, *(fault for _, one in datafiles for fault in one.faults)]
    faults += _between(root, files, spots, [language.code for language in languages])
    faults += _unsound(files, places, {fault.file for fault in faults})
    return faults or Source(derive(_whole(files, languages[0])), places)


def _between(root: Path, files: list[_Checked], spots: Spots, codes: list[str]) -> list[Fault]:
    """Find what is wrong between files, and those that nobody reads."""
    valid = [(file.datafile.file, file.model) for file in files if file.model is not None]
    refused = {file.datafile.file for file in files if file.model is None}
    entries = [(file.datafile.file, entry) for file in files if file.model for entry in file.through(entries_of)]
    faults = inconsistencies(valid, entries, spots, refused, codes)
    faults += disagreements([file.datafile for file in files if file.model])
    if codes:
        faults += strays(root, [f"{name.replace('_', '-')}.yml" for name in FILES], FOLDERS, codes)
    if not refused:
        faults += empty_calls(root, {identifier for identifier, _, _ in spots})
        faults += [fault for file in files for fault in undemonstrated(file.datafile, file.model, entries)]
    return faults


def _whole(files: list[_Checked], language: Language) -> Vademecum:
    """Put the files together, typeset, in their order."""
    made = [(file.name, file.through(typeset_model)) for file in files]
    parts: dict[str, Any] = {name: tuple(model for n, model in made if n == name) for name in FOLDERS}
    parts |= {name: model for name, model in made if name in FILES}
    parts["interface"] = Interface(words=tuple(w for name, model in made if name == "interface" for w in model.words))
    parts["phases"] = tuple(sorted(parts["phases"], key=lambda phase: phase.number))
    order = [identifier for phase in parts["phases"] for identifier in phase.topics]
    parts["topics"] = tuple(sorted(parts["topics"], key=lambda topic: order.index(topic.id)))
    return Vademecum(language=language, **parts)


def _unsound(files: list[_Checked], places: Places, faulty: set[str]) -> list[Fault]:
    """Find what is wrong inside the tools.

    Nothing is said of them without the frame, whose lists they use, nor of those that take their rows from phases or
    topics while these have faults.
    """
    frame = next((file.datafile for file in files if isinstance(file.model, ToolFrame)), None)
    if frame is None:
        return []
    own = [file.datafile for file in files if isinstance(file.model, Tool) and not follows(file.model)]
    faults = [fault for one in own for fault in _unsound_tool(one.file, one.text, frame.file, frame.text)]
    if not any("/phases/" in file or "/topics/" in file for file in faulty):
        lists = _models(files, ToolFrame)[0].lists
        for tool in with_rows(_models(files, Tool), _models(files, c.Phase), _models(files, c.Topic)):
            faults += faults_of(tool, lists, lambda i: place_of(places, i)) if follows(tool) else []
    return faults


def _models(files: list[_Checked], kind: type[M]) -> list[M]:
    return [file.model for file in files if isinstance(file.model, kind)]


@lru_cache(maxsize=1024)
def _unsound_tool(file: str, text: str, frame_file: str, frame_text: str) -> tuple[Fault, ...]:
    """Find what is wrong inside one tool: it follows from its text and that of the frame, and takes a while."""
    tool, frame = checked(file, text, Tool)[0], checked(frame_file, frame_text, ToolFrame)[0]
    if not isinstance(tool, Tool) or not isinstance(frame, ToolFrame):
        return ()
    places = {identifier: (file, line) for identifier, _, line in spots_of(file, text)}
    return tuple(faults_of(tool, frame.lists, lambda i: place_of(places, i)))


def _paths(base: Path, name: str) -> list[Path]:
    if name in FOLDERS:
        return [path for path in visible(base / name, "*.yml") if path.parent == base / name]
    several = [path for path in visible(base, "interface-*.yml") if path.parent == base] if name == "interface" else []
    return [base / f"{name.replace('_', '-')}.yml", *several]


def stamp(root: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes as soon as data, pages or the folders of languages do: every file with its time of change."""
    files = [*visible(root / "data"), *visible(root / "docs", "*.md")]
    folders = sorted(path for base in ("data/translations", "docs") for path in (root / base).glob("*/"))
    return (*((str(path), path.stat().st_mtime_ns) for path in files), *((str(path), 0) for path in folders))


def raise_if(faults: list[Fault]) -> None:
    """Raise a DataError with all these faults, if there are any."""
    if faults:
        raise DataError(faults)


def require_root(root: Path) -> Path:
    """Return ``root`` when it holds a vade-mecum; raise VademecumError when it does not."""
    if not (root / "data" / "content").is_dir():
        raise VademecumError(
            f"{root} ne contient pas de dossier data/content : lancer la commande à la racine du projet."
        )
    return root
