"""data/translations/<language>/ → checked words by id; mistakes explained like those of the source."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from macros.errors import DataError, Fault
from macros.model.interface import PluralForm
from macros.model.typography import faults as typography_faults
from macros.model.vademecum import Language
from macros.model.words import Entry, Words, entries, is_readable, translatable, words_of
from macros.source.datafile import Document, Place, read, visible
from macros.source.load import load_source, raise_if, stamp
from macros.source.translate import Translation

FORMS: tuple[str, ...] = get_args(PluralForm)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def load_translations(root: Path, language: Language) -> dict[str, Translation]:
    """Read what a language translates, by id; raise DataError with every fault of its files."""
    return _load_translations(root, language, stamp(root))


@lru_cache(maxsize=128)
def _load_translations(root: Path, language: Language, _: object) -> dict[str, Translation]:
    known: dict[str, Entry] = {}
    faults: list[Fault] = []
    retired: set[str] = set()
    try:
        source = load_source(root).vademecum
        known = {entry.id: entry for entry in entries(source)}
        retired = {old.id for old in source.retired.retired}
    except DataError as error:  # what is wrong here is said in the same run
        faults = error.faults
    base = root / "data" / "translations" / language.code
    documents = [read(path, root) for path in visible(base, "*.yml")]
    found: dict[str, Translation] = {}
    for document in documents:
        document.refuse_remarks(lambda place: place[-1:] != ("of",))
        for identifier, words in _mapping(document, (), document.data).items():
            fields = _mapping(document, (identifier,), words)
            of = fields.pop("of", None)
            if identifier in found:
                mend = f"n’en garder qu’une ; l’autre est dans {found[identifier].file}"
                document.fault((identifier,), "cette entrée est traduite deux fois", mend)
            found[identifier] = Translation(identifier, document.file, str(of) if of else None, fields)
            if known and not of and identifier not in known.keys() | retired:
                close = get_close_matches(identifier, list(known), 1, 0.6)
                mend = f"écrire « {close[0]} » ?" if close else "corriger l’identifiant, ou retirer l’entrée"
                document.fault((identifier,), "le français n’a pas cette entrée", mend)
            if identifier in known:
                _check_translation(document, known[identifier], fields, language)
    raise_if(faults + [fault for document in documents for fault in document.faults])
    return found


def load_every_translation(root: Path, languages: tuple[Language, ...]) -> dict[str, dict[str, Translation]]:
    """Read what each language translates, by its code; raise DataError with the faults of all of them."""
    return _load_every_translation(root, languages, stamp(root))


@lru_cache(maxsize=4)
def _load_every_translation(
    root: Path, languages: tuple[Language, ...], stamped: object
) -> dict[str, dict[str, Translation]]:
    found: dict[str, dict[str, Translation]] = {}
    faults: list[Fault] = []
    for language in languages:
        try:
            found[language.code] = _load_translations(root, language, stamped)
        except DataError as error:
            faults += error.faults
    raise_if(faults)
    return found


def _mapping(document: Document, place: Place, data: Any) -> dict[str, Any]:
    if isinstance(data, dict):
        return dict(data)
    if data is not None:
        document.fault(place, "des clés étaient attendues ici", "mettre à la ligne, en retrait, « clé : valeur »")
    return {}


def _check_translation(document: Document, entry: Entry, fields: dict[str, Any], language: Language) -> None:
    """Note every word of a translation that does not fit the entry that it translates."""
    texts = words_of(entry)
    for name, value in fields.items():
        place: Place = (entry.id, name)
        if name not in translatable(type(entry)):
            document.fault(place, f"« {name} » n’est pas un texte à traduire", f"choisir parmi : {', '.join(texts)}")
            continue
        source = texts.get(name, getattr(entry, name))
        if source is None:
            document.fault(place, "le français n’a pas ce texte", f"choisir parmi : {', '.join(texts)}")
            continue
        if not isinstance(value, list if isinstance(source, tuple) else dict if isinstance(source, dict) else str):
            document.fault(place, "la forme n’est pas celle du français", "reprendre la forme du fichier français")
            continue
        if isinstance(value, dict):
            _check_forms(document, place, value)
        if isinstance(value, list) and len(value) != len(source) and name not in type(entry).free_lists:
            wrong = f"la liste compte {len(value)} élément(s), celle du français {len(source)}"
            document.fault(place, wrong, "traduire chaque élément, dans le même ordre, ou retirer la clé")
        several = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
        for text in several:
            if not isinstance(text, str) or not is_readable(text):
                document.fault(place, "un texte était attendu ici", "l’écrire entre guillemets, ou retirer la clé")
                continue
            for wrong, mend in typography_faults(text, language.code):
                document.fault(place, wrong, mend)
            _check_placeholders(document, place, text, source)


def _check_forms(document: Document, place: Place, forms: dict[str, Any]) -> None:
    """Note plural forms that no language knows, and the one missing that every language needs."""
    if unknown := forms.keys() - set(FORMS):
        wrong = f"forme(s) de pluriel inconnue(s) : {', '.join(sorted(unknown))}"
        document.fault(place, wrong, f"choisir parmi : {', '.join(FORMS)}")
    if "other" not in forms:
        document.fault(place, "il manque la forme « other » du pluriel", "l’ajouter : elle sert par défaut")


def _check_placeholders(document: Document, place: Place, text: str, source: Any) -> None:
    wanted = set(_PLACEHOLDER.findall(source["other"] if isinstance(source, dict) else str(source)))
    if not isinstance(source, tuple) and set(_PLACEHOLDER.findall(text)) - wanted:
        document.fault(
            place, "un {mot} entre accolades n’est pas dans le français", f"garder seulement : {_braced(wanted) or '—'}"
        )
    if isinstance(source, Words) and wanted - set(_PLACEHOLDER.findall(text)):
        lost = _braced(wanted - set(_PLACEHOLDER.findall(text)))
        document.fault(place, f"il manque {lost}", "le recopier du français sans le traduire")


def _braced(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
