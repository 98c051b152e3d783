"""The site, built once for all tests of a run, and copies of the project to try things in."""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from macros.source.vademecum import ROOT

SITE_URL = "https://example.org/vm/"
RUN = "VADE_MECUM_RUN"
"""The variable that names the folder of a run of pytest, made and removed by conftest.py."""
PARTS = ("data", "docs", "macros", "overrides", "mkdocs.yml", "CITATION.cff")


def run_mkdocs(project: Path, *arguments: str, address: str = SITE_URL) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a project, as the Makefile does."""
    environment = os.environ | {"SITE_URL": address, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@cache
def built_site() -> tuple[Path, str]:
    """Build the site strictly; return its folder and everything that the build printed.

    The first of the processes that share a run builds, the others wait for it.
    """
    folder = shared_folder()
    site, told = folder / "site", folder / "told"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            done = run_mkdocs(ROOT, "build", "--strict", "--site-dir", str(site))
            assert done.returncode == 0, done.stderr
            told.write_text(done.stdout + done.stderr, encoding="utf-8")
    return site, told.read_text(encoding="utf-8")


def home(code: str) -> str:
    """Return the address of the site in a language."""
    return SITE_URL if code == "fr" else f"{SITE_URL}{code}/"


def published(code: str, name: str) -> bytes | None:
    """Return a file as the site offers it in a language; nothing where it offers none of that name."""
    path = built_site()[0] / home(code).removeprefix(SITE_URL) / "downloads" / name
    return path.read_bytes() if path.exists() else None


@cache
def shared_folder() -> Path:
    """Return the folder of this run: under pytest one for all its processes, else one of this process alone."""
    if RUN in os.environ:
        return Path(os.environ[RUN])
    folder = Path(tempfile.mkdtemp(prefix="vade-mecum-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def copy_project(target: Path) -> Path:
    """Copy what makes the site into ``target``, as a fork would have it."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    cache = ROOT / ".cache"  # named after all that it follows from: a copy may use it too
    cache.mkdir(exist_ok=True)
    (target / ".cache").symlink_to(cache)
    return target


class Page(HTMLParser):
    """What tests ask of a page: its tags with attributes, its ids, its visible words."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._silent += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        """Notice where silent parts end."""
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self._silent:
            self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        """Return every value of an attribute, in order."""
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


class BuiltPages(Mapping[str, Page]):
    """Every page of a site by its address from the root; each is read when it is asked for, and once."""

    def __init__(self, site: Path) -> None:
        """Find the pages."""
        self._paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
        self._read: dict[str, Page] = {}

    def __getitem__(self, address: str) -> Page:
        """Return the page at an address."""
        if address not in self._read:
            self._read[address] = Page(self._paths[address].read_text(encoding="utf-8"))
        return self._read[address]

    def __iter__(self) -> Iterator[str]:
        """Go through the addresses, in order."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._paths)


@cache
def pages() -> BuiltPages:
    """Return the pages of the built site."""
    return BuiltPages(built_site()[0])
