"""data/translations/<language>/ → checked words by id; mistakes explained like those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from macros.errors import DataError, Fault
from macros.model.interface import PluralForm
from macros.model.typography import faults as typography_faults
from macros.model.vademecum import Language, Vademecum
from macros.model.words import Entry, Words, is_readable, translatable, words_of
from macros.source.datafile import DataFile, Place, read, visible
from macros.source.load import load_source, raise_if, stamp
from macros.source.translate import Translation

FORMS: tuple[str, ...] = get_args(PluralForm)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def load_translations(root: Path, language: Language) -> dict[str, Translation]:
    """Read what a language translates, by id; raise DataError with every fault of its files."""
    return _load_translations(root, language, stamp(root))


@lru_cache(maxsize=128)
def _load_translations(root: Path, language: Language, _: object) -> dict[str, Translation]:
    try:
        source, faults = load_source(root).vademecum, []
    except DataError as error:  # what is wrong there is said in the same run
        source, faults = None, error.faults
    files = [read(path, root) for path in visible(root / "data" / "translations" / language.code, "*.yml")]
    translations: dict[str, Translation] = {}
    for datafile in files:
        for translation in _translations(datafile):
            place = (translation.id,)
            if first := translations.get(translation.id):
                mend = f"n’en garder qu’une ; l’autre est dans {first.file}"
                datafile.fault(place, "cette entrée est traduite deux fois", mend)
            translations[translation.id] = translation
            if source:
                _check_translation(datafile, translation, source, language)
    raise_if(faults + [fault for datafile in files for fault in datafile.faults])
    return translations


def _translations(datafile: DataFile) -> Iterator[Translation]:
    datafile.refuse_remarks(lambda place: place[-1:] != ("of",))
    for identifier, words in _mapping(datafile, (), datafile.data).items():
        fields = _mapping(datafile, (identifier,), words)
        of = fields.pop("of", None)
        yield Translation(identifier, datafile.file, str(of) if of else None, fields)


def load_every_translation(root: Path, languages: tuple[Language, ...]) -> dict[str, dict[str, Translation]]:
    """Read what each language translates, by its code; raise DataError with the faults of all of them."""
    return _load_every_translation(root, languages, stamp(root))


@lru_cache(maxsize=4)
def _load_every_translation(
    root: Path, languages: tuple[Language, ...], stamped: object
) -> dict[str, dict[str, Translation]]:
    translations: dict[str, dict[str, Translation]] = {}
    faults: list[Fault] = []
    for language in languages:
        try:
            translations[language.code] = _load_translations(root, language, stamped)
        except DataError as error:
            faults += error.faults
    raise_if(faults)
    return translations


def _mapping(datafile: DataFile, place: Place, data: Any) -> dict[str, Any]:
    if isinstance(data, dict):
        return dict(data)
    if data is not None:
        datafile.fault(place, "des clés étaient attendues ici", "mettre à la ligne, en retrait, « clé : valeur »")
    return {}


def _check_translation(datafile: DataFile, translation: Translation, source: Vademecum, language: Language) -> None:
    """Note a translation of nothing, and every word that does not fit the entry that it translates."""
    entry = source.by_id.get(translation.id)
    if entry:
        for name, value in translation.words.items():
            _check_value(datafile, entry, name, value, language.code)
    elif not translation.of and translation.id not in {old.id for old in source.retired.retired}:
        close = get_close_matches(translation.id, list(source.by_id), 1, 0.6)
        mend = f"écrire « {close[0]} » ?" if close else "corriger l’identifiant, ou retirer l’entrée"
        datafile.fault((translation.id,), "le français n’a pas cette entrée", mend)


def _check_value(datafile: DataFile, entry: Entry, name: str, value: Any, code: str) -> None:
    place, texts = (entry.id, name), words_of(entry)
    source = texts.get(name, getattr(entry, name, None))
    if name not in translatable(type(entry)):
        datafile.fault(place, f"« {name} » n’est pas un texte à traduire", f"choisir parmi : {', '.join(texts)}")
    elif source is None:
        datafile.fault(place, "le français n’a pas ce texte", f"choisir parmi : {', '.join(texts)}")
    elif not isinstance(value, list if isinstance(source, tuple) else dict if isinstance(source, dict) else str):
        datafile.fault(place, "la forme n’est pas celle du français", "reprendre la forme du fichier français")
    else:
        if isinstance(value, dict):
            _check_forms(datafile, place, value)
        if isinstance(value, list) and name not in type(entry).free_lists:
            _check_length(datafile, place, len(value), len(source))
        for text in value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]:
            _check_text(datafile, place, text, source, code)


def _check_length(datafile: DataFile, place: Place, count: int, wanted: int) -> None:
    if count != wanted:
        wrong = f"la liste compte {count} élément(s), celle du français {wanted}"
        datafile.fault(place, wrong, "traduire chaque élément, dans le même ordre, ou retirer la clé")


def _check_text(datafile: DataFile, place: Place, text: Any, source: Any, code: str) -> None:
    if not isinstance(text, str) or not is_readable(text):
        datafile.fault(place, "un texte était attendu ici", "l’écrire entre guillemets, ou retirer la clé")
        return
    for wrong, mend in typography_faults(text, code):
        datafile.fault(place, wrong, mend)
    _check_placeholders(datafile, place, text, source)


def _check_forms(datafile: DataFile, place: Place, forms: dict[str, Any]) -> None:
    """Note plural forms that no language knows, and the one missing that every language needs."""
    if unknown := forms.keys() - set(FORMS):
        wrong = f"forme(s) de pluriel inconnue(s) : {', '.join(sorted(unknown))}"
        datafile.fault(place, wrong, f"choisir parmi : {', '.join(FORMS)}")
    if "other" not in forms:
        datafile.fault(place, "il manque la forme « other » du pluriel", "l’ajouter : elle sert par défaut")


def _check_placeholders(datafile: DataFile, place: Place, text: str, source: Any) -> None:
    wanted = set(_PLACEHOLDER.findall(source["other"] if isinstance(source, dict) else str(source)))
    if not isinstance(source, tuple) and set(_PLACEHOLDER.findall(text)) - wanted:
        datafile.fault(
            place, "un {mot} entre accolades n’est pas dans le français", f"garder seulement : {_braced(wanted) or '—'}"
        )
    if isinstance(source, Words) and wanted - set(_PLACEHOLDER.findall(text)):
        lost = _braced(wanted - set(_PLACEHOLDER.findall(text)))
        datafile.fault(place, f"il manque {lost}", "le recopier du français sans le traduire")


def _braced(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
