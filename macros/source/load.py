"""YAML files → checked model, with every mistake of every file at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.errors import DataError, Fault, VademecumError
from macros.model import content as c
from macros.model.interface import Interface
from macros.model.locale import is_known, is_rtl
from macros.model.retired import Retirements
from macros.model.search import SearchLanguage, SearchLanguages
from macros.model.tool import Tool, ToolFrame
from macros.model.vademecum import Language, Languages, Vademecum
from macros.model.words import SOURCE_LANGUAGE, Entry
from macros.reckoning.soundness import check_tool, follows
from macros.source.checked import checked, entries_of, spots_of, typeset_model, validate
from macros.source.consistency import check
from macros.source.datafile import Document, Place, read, visible
from macros.source.rows import derive, with_rows
from macros.source.strays import empty_calls, strays

FOLDERS: dict[str, type[Entry]] = {"phases": c.Phase, "topics": c.Topic, "tools": Tool}
"""Folders of data/content/ with one entry a file; the file bears the entry's id."""

FILES: dict[str, type[BaseModel]] = {
    "introduction": c.Introduction,
    "definitions": c.Definitions,
    "business_plan": c.BusinessPlan,
    "services": c.Services,
    "ratios": c.Ratios,
    "scale": c.Scale,
    "references": c.References,
    "glossary": c.Glossary,
    "interface": Interface,
    "retired": Retirements,
    "tool_frame": ToolFrame,
}
"""Fields of the Vademecum that have a file each: ``business_plan`` stands in business-plan.yml.

Words of the interface may stand in several: interface.yml, interface-work.yml …
"""


@dataclass(frozen=True)
class Source:
    """The French vade-mecum and where each of its entries stands: id → (file, line)."""

    vademecum: Vademecum
    places: dict[str, tuple[str, int]]

    def place(self, identifier: str) -> tuple[str, int]:
        """Return where an entry stands; one without a line of its own stands where what it is in does."""
        return nearest(self.places, identifier)


def nearest(places: dict[str, tuple[str, int]], identifier: str) -> tuple[str, int]:
    """Return the place of an id, or of the nearest id around it: the sources of a tool stand where the tool does."""
    while identifier and identifier not in places:
        identifier = identifier.rpartition(".")[0]
    return places.get(identifier, ("", 0))


def load_languages(root: Path) -> tuple[Language, ...]:
    """Read data/languages.yml; raise DataError with what is wrong there."""
    found, faults = _languages(root)
    raise_if(faults)
    return found


def _languages(root: Path) -> tuple[tuple[Language, ...], list[Fault]]:
    path = root / "data" / "languages.yml"
    return _listed(path, root, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=8)
def _listed(path: Path, root: Path, _: int) -> tuple[tuple[Language, ...], list[Fault]]:
    """Return the languages that a file lists and its faults; each page asks for them once for every language."""
    document = read(path, root)
    languages = validate(document, Languages)
    if not isinstance(languages, Languages):
        return (), document.faults
    codes = [language.code for language in languages.languages]
    for n, code in enumerate(codes):
        place: Place = ("languages", n, "code")
        if code.casefold() in map(str.casefold, codes[:n]):  # some systems do not tell folders by case
            document.fault(place, f"la langue « {code} » est là deux fois", "n’en garder qu’une")
        if not is_known(code):
            wrong = f"« {code} » n’est le code d’aucune langue connue de Babel (pluriels, dates, nombres)"
            mend = "chercher son code ISO 639, ou prendre celui d’une langue voisine, par exemple ar pour aeb"
            document.fault(place, wrong, mend)
        if is_known(code) and is_rtl(code) != (languages.languages[n].direction == "rtl"):
            right = "rtl" if is_rtl(code) else "ltr"
            document.fault((*place[:2], "direction"), f"« {code} » s’écrit dans l’autre sens", f"écrire {right}")
    if codes[0] != SOURCE_LANGUAGE:
        wrong = f"la première langue n’est pas « {SOURCE_LANGUAGE} », celle de data/content/"
        document.fault(("languages", 0), wrong, "la remettre en tête de la liste")
    return languages.languages, document.faults


def load_search(root: Path) -> tuple[SearchLanguage, ...]:
    """Read data/search.yml; raise DataError with every fault."""
    document = read(root / "data" / "search.yml", root)
    found = validate(document, SearchLanguages)
    codes = [language.code for language in found.languages] if isinstance(found, SearchLanguages) else []
    for n, code in enumerate(codes):
        if code in codes[:n]:
            document.fault(("languages", n, "code"), f"la langue « {code} » est là deux fois", "n’en garder qu’une")
    raise_if(document.faults)
    return found.languages if isinstance(found, SearchLanguages) else ()


def load_source(root: Path) -> Source:
    """Read and check data/content/; raise DataError with every fault of every file."""
    found = _load_source(root, stamp(root))
    if isinstance(found, Source):
        return found
    raise DataError(found)


@lru_cache(maxsize=4)
def _load_source(root: Path, _: object) -> Source | list[Fault]:
    """Return the source, or its faults: each language asks for it, and what was found wrong is not looked for again."""
    base = root / "data" / "content"
    read_as: list[tuple[str, Document, BaseModel | None]] = []
    for name, model in (FOLDERS | FILES).items():
        for path in _paths(base, name):
            document = read(path, root)
            read_as.append((name, document, validate(document, model)))
    spots = [spot for _, document, _ in read_as for spot in spots_of(document.file, document.text)]
    faults = [fault for _, document, _ in read_as for fault in document.faults]
    valid = [(document.file, model) for _, document, model in read_as if model is not None]
    refused = {document.file for _, document, model in read_as if model is None}
    places = {identifier: (file, line) for identifier, file, line in spots}
    languages, language_faults = _languages(root)
    codes = [language.code for language in languages]
    known = [
        (document.file, entry)
        for name, document, model in read_as
        if model is not None
        for entry in entries_of(document.file, document.text, (FOLDERS | FILES)[name])
    ]
    found = faults + check(valid, known, spots, refused, codes) + language_faults
    if languages:
        names = [f"{name.replace('_', '-')}.yml" for name in FILES]
        found += strays(root, names, FOLDERS, codes)
    if not refused:
        found += empty_calls(root, places.keys())
    texts = {document.file: document.text for _, document, _ in read_as}
    if found := found + _unsound(valid, places, {fault.file for fault in found}, texts):
        return found
    return Source(derive(_whole(read_as, languages[0])), places)


def _whole(read_as: list[tuple[str, Document, BaseModel | None]], language: Language) -> Vademecum:
    """Put the files together, typeset, in their order."""
    made = [
        (name, typeset_model(document.file, document.text, (FOLDERS | FILES)[name])) for name, document, _ in read_as
    ]
    parts: dict[str, Any] = {name: tuple(model for n, model in made if n == name) for name in FOLDERS}
    parts |= {name: model for name, model in made if name in FILES}
    words = [word for name, model in made if name == "interface" for word in getattr(model, "words", ())]
    parts["interface"] = Interface(words=tuple(words))
    parts["phases"] = tuple(sorted(parts["phases"], key=lambda phase: phase.number))
    order = [identifier for phase in parts["phases"] for identifier in phase.topics]
    parts["topics"] = tuple(sorted(parts["topics"], key=lambda topic: order.index(topic.id)))
    return Vademecum(language=language, **parts)


def _unsound(
    valid: list[tuple[str, BaseModel]], places: dict[str, tuple[str, int]], faulty: set[str], texts: dict[str, str]
) -> list[Fault]:
    """Find what is wrong inside the tools.

    Nothing is said of them without the frame, whose lists they use, nor of those that take their rows from phases or
    topics while these have faults.
    """
    frame = next((file for file, model in valid if isinstance(model, ToolFrame)), None)
    if frame is None:
        return []
    tools = [(file, model) for file, model in valid if isinstance(model, Tool)]
    found = [
        fault
        for file, tool in tools
        if not follows(tool)
        for fault in _unsound_tool(file, texts[file], frame, texts[frame])
    ]
    if not any("/phases/" in file or "/topics/" in file for file in faulty):
        phases = [model for _, model in valid if isinstance(model, c.Phase)]
        topics = [model for _, model in valid if isinstance(model, c.Topic)]
        lists = next(model.lists for _, model in valid if isinstance(model, ToolFrame))
        for tool in with_rows([tool for _, tool in tools if follows(tool)], phases, topics):
            found += check_tool(tool, lists, lambda i: nearest(places, i))
    return found


@lru_cache(maxsize=1024)
def _unsound_tool(file: str, text: str, frame_file: str, frame_text: str) -> tuple[Fault, ...]:
    """Find what is wrong inside one tool: it follows from its text and that of the frame, and takes a while."""
    tool, frame = checked(file, text, Tool)[0], checked(frame_file, frame_text, ToolFrame)[0]
    if not isinstance(tool, Tool) or not isinstance(frame, ToolFrame):
        return ()
    places = {identifier: (file, line) for identifier, _, line in spots_of(file, text)}
    return tuple(check_tool(tool, frame.lists, lambda i: nearest(places, i)))


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
