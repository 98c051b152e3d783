"""Files and folders of data/ and docs/ that nobody reads, and pages that show what is no more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from macros.errors import Fault, Wrong
from macros.source.datafile import visible

_YAML = re.compile(r"(?i)\.ya?ml\b.*$")
NOTES = {"README.md", "Thumbs.db", "desktop.ini"}
"""What may lie anywhere, besides names that begin with a dot."""


def strays(root: Path, files: Collection[str], folders: Collection[str], codes: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each file of data/ that is not read, and each folder that bears the name of no language.

    ``files`` and ``folders`` are those of data/content/, ``codes`` the languages, the source first. What somebody wrote
    in such a file would be lost without a word.
    """
    data = root / "data"
    for path in visible(data):
        if path.name not in NOTES and (wrong := _unseen(path.relative_to(data).parts, files, folders)):
            yield Fault(_name(path, root), 0, "", *wrong)
    yield from _nameless(root, codes)


def _unseen(parts: tuple[str, ...], files: Collection[str], folders: Collection[str]) -> Wrong | None:
    """Say why a file of data/ is not read; nothing when it is."""
    place, name = parts[0], parts[-1]
    if parts in {("languages.yml",), ("search.yml",)} or place in {"schema", "fonts"}:
        return None
    if place == "content":
        return _misplaced(parts[1:], files, folders)
    if place != "translations":
        return _unread(name, "data/content/ et data/translations/")
    known = len(parts) > 2 and name.endswith(".yml")  # noqa: PLR2004
    return None if known else _unread(name, "data/translations/[langue]/…, en .yml")


_CALL = re.compile(r"""\{\{-?\s*(?:phase|topic|tool|booklet)\(\s*['"]([^'"]+)['"]""")


def empty_calls(root: Path, known: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each page of docs/ that shows an entry which is not among the ids ``known``."""
    for path in visible(root / "docs", "*.md"):
        for n, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for identifier in (named for named in _CALL.findall(line) if named not in known):
                close = get_close_matches(identifier, list(known), 1, 0.8)
                mend = f"écrire « {close[0]} » ?" if close else "retirer l’appel, ou la page s’il ne reste rien"
                yield Fault(_name(path, root), n, "", f"« {identifier} » ne désigne rien de connu", mend)


def _name(path: Path, root: Path) -> str:
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())


def _misplaced(parts: tuple[str, ...], files: Collection[str], folders: Collection[str]) -> Wrong | None:
    """Say why a file of data/content/ is not read; nothing when it is."""
    *around, name = parts
    read = any(name == file or (file == "interface.yml" and name.startswith("interface-")) for file in files)
    if name.endswith(".yml") and ((not around and read) or (len(around) == 1 and around[0] in folders)):
        return None
    if around:
        return _unread(name, ", ".join(f"data/content/{folder}/[identifiant].yml" for folder in sorted(folders)))
    close = get_close_matches(name, list(files), 1, 0.6)
    return _unread(name, f"{close[0]} ?" if close else ", ".join(sorted(files)))


def _unread(name: str, read: str) -> Wrong:
    stem = _YAML.sub("", name)
    odd = stem != name and not name.endswith(".yml")
    other = f"le renommer, le déplacer ou le retirer ; ici le site lit {read}"
    mend = f"le renommer en {stem.lower()}.yml" if odd else other
    return "le site ne lit pas ce fichier", mend


def _nameless(root: Path, codes: Collection[str]) -> Iterator[Fault]:
    """Find folders that no language names, and languages without a folder for their pages."""
    source = next(iter(codes), "")
    for base, named in (("data/translations", [code for code in codes if code != source]), ("docs", list(codes))):
        for path in sorted((root / base).glob("*/")):
            pages = base != "docs" or any(path.rglob("*.md")) or path.name.casefold() in map(str.casefold, codes)
            if path.name[0] != "." and path.name not in named and pages:
                mend = f"{_renamed(path.name, named)} retirer ce dossier"
                yield Fault(f"{base}/{path.name}", 0, "", "aucune langue ne porte ce nom", mend)
    for code in codes if (root / "docs").is_dir() else ():
        if not (root / "docs" / code).is_dir():
            wrong = f"il manque le dossier des pages de la langue « {code} »"
            yield Fault(f"docs/{code}", 0, "", wrong, "le créer ; git le garde s’il contient un fichier .gitkeep")


def _renamed(name: str, codes: list[str]) -> str:
    same = [code for code in codes if code.casefold() == name.casefold()]
    close = same or get_close_matches(name, codes, 1, 0.6)
    return f"l’appeler « {close[0]} », ou" if close else "ajouter la langue à data/languages.yml, ou"
