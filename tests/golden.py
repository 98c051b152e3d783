"""What a test expects in many lines stands in a file beside it, ``golden/NAME.txt``, to be read and compared."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

RENEW = "RENEW_GOLDEN"
"""Set, it writes what came out in place of what was expected: read then what git says of it."""


def expect(test: str, name: str, came: str) -> None:
    """Fail where a text is not that of the golden file of a test module (its ``__file__``), and say how to renew it."""
    file = Path(test).parent / "golden" / f"{name}.txt"
    if os.environ.get(RENEW):
        file.parent.mkdir(exist_ok=True)
        file.write_text(came.rstrip("\n") + "\n", encoding="utf-8")
    expected = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    lines = list(unified_diff(expected, came.splitlines(), f"golden/{file.name}", "came out", lineterm="", n=1))
    if lines:
        how = f"If this is meant: {RENEW}=1 .venv/bin/python -m pytest {Path(os.path.relpath(test)).as_posix()}"
        pytest.fail("\n".join([*lines, how]), pytrace=False)
