"""The published files pass the audit of their format; English ones differ from French ones in words alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pdfua
import pytest

from macros.source.vademecum import vademecum
from tests.built import built_site
from tests.covering import telling
from tests.documents.opened import audit

TOOLS = [tool for tool in vademecum("fr").tools if tool.parts]


def universal(path: Path) -> list[str]:
    return [str(finding) for finding in pdfua.validate(path).findings]


def published(code: str, kind: str) -> list[Path]:
    """Return the files of tools that together have all that tools have, Office files blank in French, filled in Arabic.

    Each takes a second; of what is no tool's, every third file is among them.
    """
    found = sorted((built_site()[0] / code / "downloads").rglob(f"*.{kind}"))
    if kind != "pdf":
        found = [path for path in found if path.stem.endswith("-example") == bool(code)]
    others = [path for path in found if path.stem.removesuffix("-example") not in {tool.id for tool in TOOLS}]
    chosen = {tool.id for tool in telling([tool for tool in TOOLS if kind in tool.formats])}
    return [p for p in found if p.stem.removesuffix("-example") in chosen] + others[1 if code else 0 :: 3]


@pytest.mark.parametrize("code", ["", "ar/"])
@pytest.mark.parametrize(("kind", "audited"), [("pdf", universal), ("docx", audit), ("xlsx", audit)])
def test_an_audit_finds_nothing(kind: str, audited: Callable[[Path], list[str]], code: str) -> None:
    assert len(published(code, kind)) >= 4
    assert {path.name: faults for path in published(code, kind) if (faults := audited(path))} == {}
