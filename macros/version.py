"""The version of the vade-mecum, and of the code that finds or makes something."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__version__ = "0.2.0"

_FOLDER = Path(__file__).parent


@cache
def fingerprint(code: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """Return a digest of modules below ``macros/``, given by patterns, and of packages with their versions.

    What these found or made before holds as long as it stays.
    """
    made_by = sha256()
    for path in _files(code):
        made_by.update(path.relative_to(_FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
    for name in packages:
        try:
            made_by.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            continue
    return made_by.hexdigest()


def _files(patterns: Iterable[str]) -> list[Path]:
    paths = {path for pattern in patterns for path in _FOLDER.glob(pattern) if path.is_file()}
    return sorted(path for path in paths if path.suffix != ".pyc")
