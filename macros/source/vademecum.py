"""The waist of the house: one frozen Vademecum for each language; everything above takes from it alone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from macros.errors import DataError, VademecumError
from macros.model.search import SearchLanguage
from macros.model.vademecum import Language, Vademecum
from macros.model.words import Words
from macros.source.load import load_languages, load_source, require_root, stamp
from macros.source.overlay import load_every_translation
from macros.source.rows import derive
from macros.source.searched import load_search
from macros.source.translate import Translation, translate

ROOT = Path(__file__).resolve().parents[2]


def languages(root: Path = ROOT) -> tuple[Language, ...]:
    """Return the languages of the site, the source first."""
    return load_languages(require_root(root))


def search_languages(root: Path = ROOT) -> tuple[SearchLanguage, ...]:
    """Return what the search knows of each language; raise DataError when data/search.yml has faults."""
    return load_search(require_root(root))


def vademecum(code: str, root: Path = ROOT) -> Vademecum:
    """Return the whole vade-mecum in one language; raise DataError when the data have faults."""
    return _vademecum(code, require_root(root), stamp(root))


def _known(root: Path) -> tuple[Language, ...]:
    """Return the languages; when their list has faults, raise DataError with those of the source besides."""
    try:
        return languages(root)
    except DataError:
        load_source(root)
        raise


@lru_cache(maxsize=128)
def _vademecum(code: str, root: Path, _: object) -> Vademecum:
    known = {language.code: language for language in _known(root)}
    if code not in known:
        raise VademecumError(f"La langue « {code} » n’est pas dans data/languages.yml.")
    translations = load_every_translation(root, tuple(known.values())[1:])
    source = load_source(root).vademecum
    names = {
        term.id: {source.language.code: term.title} | _titles(term.id, translations) for term in source.glossary.terms
    }
    if code in translations:
        source = derive(translate(source, translations[code], known[code]))
    return source.model_copy(update={"names": names})


def _titles(identifier: str, translations: dict[str, dict[str, Translation]]) -> dict[str, Words]:
    """Return the title of an entry in each language that translates it."""
    titles = {
        code: entries[identifier].words.get("title") for code, entries in translations.items() if identifier in entries
    }
    return {code: Words(title, code) for code, title in titles.items() if title is not None}
