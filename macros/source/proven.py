"""Tools that were found sound once: computing their expected values takes seconds, and only an edit changes them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from macros.errors import Fault
from macros.model.field import ChoiceList
from macros.model.tool import Tool
from macros.reckoning.soundness import Where, check_tool
from macros.version import fingerprint

FOLDER = Path(__file__).parents[2] / ".cache" / "sound"
"""An empty file for each tool without faults, named after the tool, the shared lists and the code that looked."""

CODE = ("formula/**/*.py", "model/*.py", "reckoning/*.py")
PACKAGES = ("babel", "pydantic")
"""What decides whether a tool is sound."""


def faults_of(tool: Tool, lists: Sequence[ChoiceList], where: Where) -> list[Fault]:
    """Return what is wrong inside a tool, without a look at one in which nothing was."""
    said = "\n".join(one.model_dump_json() for one in (tool, *lists))
    mark = FOLDER / sha256(f"{fingerprint(CODE, PACKAGES)}{said}".encode()).hexdigest()
    if mark.exists():
        return []
    faults = check_tool(tool, lists, where)
    if not faults:
        with suppress(OSError):  # where nothing can be written, it is found again
            FOLDER.mkdir(parents=True, exist_ok=True)
            mark.touch()
    return faults
