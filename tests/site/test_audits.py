"""The published files pass the audit of their format; English ones differ from French ones in words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pdfua
import pytest
from openxml_audit import OpenXmlValidator

from tests.built import built_site

OFFICE = OpenXmlValidator()  # once: it reads the schemas of all formats


@pytest.fixture(autouse=True)
def unnumbered() -> Iterator[None]:
    """Name places without their number among siblings, which takes most of the time; take this out to find a fault."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("openxml_audit.context._sibling_position", lambda _: 0)
        yield


def office(path: Path) -> list[str]:
    return [f"{error.part_uri} {error.path}: {error.description}" for error in OFFICE.validate(path).errors]


def universal(path: Path) -> list[str]:
    return [str(finding) for finding in pdfua.validate(path).findings]


def published(code: str, kind: str) -> list[Path]:
    """Return every second file in French, Office files blank, and the others in Arabic, Office files filled.

    The same code makes them all, and each takes a second.
    """
    found = sorted((built_site()[0] / code / "downloads").rglob(f"*.{kind}"))
    filled = [path for path in found if path.stem.endswith("-example")]
    blank = [path for path in found if path not in filled]
    return (found if kind == "pdf" else filled if code else blank)[1 if code else 0 :: 2]


@pytest.mark.parametrize("code", ["", "ar/"])
@pytest.mark.parametrize(("kind", "audit"), [("pdf", universal), ("docx", office), ("xlsx", office)])
def test_an_audit_finds_nothing(kind: str, audit: Callable[[Path], list[str]], code: str) -> None:
    assert len(published(code, kind)) >= 4
    assert {path.name: faults for path in published(code, kind) if (faults := audit(path))} == {}
