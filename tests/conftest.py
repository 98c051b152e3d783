"""What several tests need: a copy of the data that a test may spoil."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from macros.source.vademecum import ROOT
from tests.built import RUN

settings.register_profile("house", deadline=None)  # a machine that others use too is no fault
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Give the processes of a run, which inherit the environment, one folder to share."""
    if not hasattr(config, "workerinput"):
        folder = os.environ[RUN] = tempfile.mkdtemp(prefix="vade-mecum-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run one process more than there are cores, for browsers and servers make tests wait; unless one says how many.

    ``-n logical`` is one for each core, for tests that wait for nothing: each process reads all data first.
    """
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ or config.option.numprocesses == "logical":
        return None  # xdist counts
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@cache
def _room(module: str) -> str | None:
    """Return what a module's tests stay together in: the module, or all that read every page of the site."""
    text = (ROOT / module).read_text(encoding="utf-8")
    if "in pages().items()" in text:
        return "pages"
    return module if 'scope="module"' in text or "\n@cache\ndef " in text else None


class ByFunction(LoadScopeScheduling):  # type: ignore[misc]
    """Share the work out by test functions, so that no process is left alone with a long module at the end.

    Modules that make something once for all their tests stay together; so do those that read every page of the site.
    """

    def _split_scope(self, nodeid: str) -> str:
        """Return what is run in one process."""
        module, _, test = nodeid.partition("::")
        return _room(module) or f"{module}::{test.partition('[')[0]}"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFunction:
    """Tell xdist how to share out the work."""
    return ByFunction(config, log)


@dataclass(frozen=True)
class Project:
    """A folder with data/ and nothing else; files are named from data/."""

    root: Path

    def path(self, file: str) -> Path:
        """Return where a data file stands."""
        return self.root / "data" / file

    def read(self, file: str) -> str:
        """Return the text of a data file."""
        return self.path(file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Give a data file, new or not, another text."""
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        self.path(file).write_text(text, encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first ``old`` in a data file, which must have it: a test never spoils nothing."""
        text = self.read(file)
        assert old in text, f"{file} has no {old!r}"
        self.write(file, text.replace(old, new, 1))

    def line(self, file: str, text: str) -> int:
        """Return the number, from 1, of the first line of a data file that has ``text``."""
        return next(n for n, line in enumerate(self.read(file).splitlines(), 1) if text in line)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Copy the small vade-mecum, which has an entry or two in each file: what is spoiled here is read in no time."""
    shutil.copytree(ROOT / "tests" / "data" / "small", tmp_path / "data")
    return Project(tmp_path)


@pytest.fixture
def real(tmp_path: Path) -> Project:
    """Copy the data of the site."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return Project(tmp_path)
