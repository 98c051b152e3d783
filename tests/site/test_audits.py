"""The published files pass the audit of their format; English ones differ from French ones in words alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pdfua
import pytest

from tests.built import built_site
from tests.documents.opened import audit


def universal(path: Path) -> list[str]:
    return [str(finding) for finding in pdfua.validate(path).findings]


def published(code: str, kind: str) -> list[Path]:
    """Return every third file in French, Office files blank, and others in Arabic, Office files filled.

    The same code makes them all, and each takes a second.
    """
    found = sorted((built_site()[0] / code / "downloads").rglob(f"*.{kind}"))
    filled = [path for path in found if path.stem.endswith("-example")]
    blank = [path for path in found if path not in filled]
    return (found if kind == "pdf" else filled if code else blank)[1 if code else 0 :: 3]


@pytest.mark.parametrize("code", ["", "ar/"])
@pytest.mark.parametrize(("kind", "audited"), [("pdf", universal), ("docx", audit), ("xlsx", audit)])
def test_an_audit_finds_nothing(kind: str, audited: Callable[[Path], list[str]], code: str) -> None:
    assert len(published(code, kind)) >= 4
    assert {path.name: faults for path in published(code, kind) if (faults := audited(path))} == {}
