"""How fresh translations are: the table per file, and the digests that translators confirm."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from macros.errors import VademecumError
from macros.model.vademecum import Language
from macros.source.datafile import read
from macros.source.load import load_source
from macros.source.overlay import load_translations
from macros.source.translate import Translation, digest, is_stale, states
from macros.source.vademecum import languages

STATES = ("current", "stale", "missing", "orphan")
_HEADINGS = ("à jour", "à revoir", "à traduire", "sans source")
_KEYED = 2
"""How many names lead to a text of an entry: its id and a key."""
_ALONE = re.compile(r"\ufeff?[\w.-]+:[ \t]*(?:#.*)?\r?")
_KEY = re.compile(r" +[\"']?\w+[\"']?[ \t]*:(?:\s|$)")


def report(root: Path, code: str | None = None) -> str:
    """Return a table of texts by file and state for one language or for all but the source."""
    lines = []
    for language in _chosen(root, code):
        lines.append(f"{language.name} ({language.code})")
        lines.append(f"{'':<42}" + "".join(f"{heading:>12}" for heading in _HEADINGS))
        total: Counter[str] = Counter()
        for file, counts in sorted(_by_file(root, language).items()):
            total += counts
            lines.append(f"{file:<42}" + "".join(f"{counts[state]:>12}" for state in STATES))
        lines.append(f"{'total':<42}" + "".join(f"{total[state]:>12}" for state in STATES) + "\n")
    return "\n".join(lines)


def _by_file(root: Path, language: Language) -> dict[str, Counter[str]]:
    source = load_source(root)
    translations = load_translations(root, language)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for identifier, _, state in states(source.vademecum, translations):
        file = source.place(identifier)[0].removeprefix("data/content/") or translations[identifier].file
        counts[file][state] += 1
    return counts


def _chosen(root: Path, code: str | None) -> list[Language]:
    others = list(languages(root)[1:])
    if not others:
        raise VademecumError("data/languages.yml ne nomme aucune langue de traduction.")
    chosen = [language for language in others if code in {None, language.code}]
    if not chosen:
        raise VademecumError(
            f"« {code} » n’est pas une langue traduite. Connues : {', '.join(o.code for o in others)}."
        )
    return chosen


def confirm(root: Path, code: str, identifiers: list[str]) -> int:
    """Write the digest of today's French beside translations; return how many entries changed.

    Only the lines ``of:`` are touched: comments and the layout of the files stay.
    """
    language = _chosen(root, code)[0]
    known = load_source(root).vademecum.by_id
    translations = load_translations(root, language)
    if unknown := [i for i in identifiers if i not in translations or i not in known]:
        raise VademecumError(f"Rien n’est traduit en « {code} » sous : {', '.join(unknown)}.")
    chosen = [translation for i, translation in translations.items() if i in (identifiers or known)]
    stale = [translation for translation in chosen if is_stale(known[translation.id], translation)]
    for translation in stale:
        _write_digest(root, translation, digest(known[translation.id], translation.words))
    return len(stale)


def _write_digest(root: Path, translation: Translation, of: str) -> None:
    path = root / translation.file
    held = path.read_bytes().decode("utf-8")
    rows, lines = held.split("\n"), read(path, root).lines
    head = lines[(translation.id,)]
    keys = [line - 1 for place, line in lines.items() if len(place) == _KEYED and place[0] == translation.id]
    if not _ALONE.fullmatch(rows[head - 1]) or not all(_KEY.match(rows[key]) for key in keys):
        raise VademecumError(f"{translation.file} : « {translation.id}: » n’est pas seul sur sa ligne.")
    indent = rows[min(keys)][: _indent(rows[min(keys)])] if keys else "  "
    if (translation.id, "of") in lines:
        _remove(rows, lines[(translation.id, "of")] - 1, len(indent))
    rows.insert(head, f'{indent}of: "{of}"' + ("\r" if "\r\n" in held else ""))
    path.write_bytes("\n".join(rows).encode())


def _remove(rows: list[str], first: int, indent: int) -> None:
    """Remove a row and those below that stand further in."""
    last = first
    while last + 1 < len(rows) and rows[last + 1].strip() and _indent(rows[last + 1]) > indent:
        last += 1
    del rows[first : last + 1]


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))
