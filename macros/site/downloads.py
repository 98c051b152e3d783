"""The files to download: made once, kept in .cache/documents/ under a digest of all they are made from."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.documents.catalogue import MAKERS, Catalogue, Digests, Download, archive
from macros.model.locale import locale_of
from macros.model.vademecum import Vademecum
from macros.source.vademecum import ROOT
from macros.version import __version__, fingerprint

CACHE = ROOT / ".cache" / "documents"
KILO = 1000
UNUSED_DAYS = 30
"""Files in the cache that no build has asked for so long go."""

PACKAGES = ("babel", "typst", "XlsxWriter", "python-docx", "pikepdf", "segno", "fontpkg-ibm-plex-sans",
            "fontpkg-ibm-plex-sans-arabic", "manimgx-fonts", "manimgx-fonts-cjk")  # fmt: skip
"""What makes the files besides our own code; another version makes others."""

CODE = ("documents/**/*", "formula/**/*.py", "model/*.py", "reckoning/*.py", "source/rows.py")
"""Our code that makes the files: an edit of any other module leaves the cache as it is."""

_made: dict[str, Shelf] = {}


@dataclass(frozen=True)
class Shown:
    """A file as pages show it."""

    uri: str
    format: str
    kind: str
    saved_as: str
    size: str


class Shelf:
    """The files of one language, made and at hand."""

    def __init__(self, v: Vademecum, site: str) -> None:
        """Make what is missing in the cache."""
        self.v = v
        self.catalogue = Catalogue(v)
        digests = Digests(__version__, fingerprint(CODE, PACKAGES), site, str(v.word("site-name")))
        self.paths = {d.uri: CACHE / f"{digests.of(d)[:32]}.{d.format}" for d in self.catalogue.documents}
        _produce([(d, self.paths[d.uri]) for d in self.catalogue.documents if not d.members], site)
        for document in self.catalogue.documents:
            path = self.paths[document.uri]
            if document.members and not path.exists():
                members = {member.name: self.paths[member.uri].read_bytes() for member in document.members}
                _write(path, archive(document.name.removesuffix(".zip"), members))
        _tidy(self.paths.values())

    def of(self, entry: Any) -> list[Shown]:
        """Return the files of an entry, or of the whole vade-mecum, as pages show them."""
        return [self._shown(document) for document in self.catalogue.of(entry if isinstance(entry, str) else entry.id)]

    def _shown(self, document: Download) -> Shown:
        name = re.sub(r"\.(?=.*\.)", "-", document.name.rsplit("/", 1)[-1])  # some systems cut a name at its first dot
        size = self._size(self.paths[document.uri].stat().st_size)
        return Shown(document.uri, document.format, document.kind, name, size)

    def _size(self, count: int) -> str:
        """Write a size as people read it, to two figures."""
        kilo = max(1, round(count / KILO))
        value, unit = (kilo, "size-kb") if kilo < KILO else (round(kilo / KILO, 1), "size-mb")
        return str(self.v.word(unit, size=format_decimal(value, locale=locale_of(self.v.language.code))))


def downloads_of(config: MkDocsConfig, v: Vademecum) -> Iterator[File]:
    """Yield the documents of one language, each kept where no watcher looks."""
    _made[v.language.code] = shelf = Shelf(v, config.extra["address"])
    for uri, path in shelf.paths.items():
        yield File.generated(config, uri, abs_src_path=str(path))


def files_by_entry(v: Vademecum) -> Callable[[Any], list[Shown]]:
    """Return the function from an entry to its files, for the components of a language that is being built."""
    return _made[v.language.code].of


def _produce(wanted: list[tuple[Download, Path]], site: str) -> None:
    """Make the files that are not in the cache, on every core where forking is safe.

    This process makes none itself there: the threads that Typst starts would not survive the next fork.
    """
    missing = [(document, path) for document, path in wanted if not path.exists()]
    if not missing:
        return
    if sys.platform != "linux":
        _make(missing, site)
        return
    _fork(missing, site)
    if lost := [document.name for document, path in missing if not path.exists()]:
        raise PluginError(f"Des fichiers n’ont pas pu être faits : {', '.join(lost)}. La raison est écrite plus haut.")


def _fork(missing: list[tuple[Download, Path]], site: str) -> None:
    for load in MAKERS.values():
        load()  # once for all that are forked
    context = get_context("fork")
    count = min(len(missing), os.cpu_count() or 1)
    running = [context.Process(target=_make, args=(missing[n::count], site)) for n in range(count)]
    for process in running:
        process.start()
    for process in running:
        process.join()


def _make(missing: Iterable[tuple[Download, Path]], site: str) -> None:
    for document, path in missing:
        assert document.make is not None  # noqa: S101 (only archives have none, and they are made from these)
        _write(path, document.make(site))


def _write(path: Path, content: bytes) -> None:
    """Write a file at once: another build may be looking for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(content)
    half.replace(path)


def _tidy(used: Iterable[Path]) -> None:
    """Note which files are used, and let go of those that nobody has asked for in a long time."""
    now = time.time()
    for path in used:
        os.utime(path, (now, now))
    for path in CACHE.glob("*") if CACHE.exists() else ():
        with suppress(FileNotFoundError):  # languages build at once: another may have moved its unfinished file
            if path.stat().st_mtime < now - UNUSED_DAYS * 86400:
                path.unlink()
