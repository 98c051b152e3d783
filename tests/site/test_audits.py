"""The published files pass the audit of their format.

PDF in French and Arabic; Office files blank in French, filled in Arabic. The English ones differ in words alone.
"""

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


@pytest.mark.parametrize(
    ("kind", "audit", "code", "names"),
    [
        *(("pdf", universal, code, "*") for code in ("", "ar/")),
        *((kind, office, "", "*") for kind in ("docx", "xlsx")),  # each file takes a second
        *((kind, office, "ar/", "*-example") for kind in ("docx", "xlsx")),
    ],
)
def test_an_audit_finds_nothing(kind: str, audit: Callable[[Path], list[str]], code: str, names: str) -> None:
    found = sorted((built_site()[0] / code / "downloads").rglob(f"{names}.{kind}"))
    published = [path for path in found if code or kind == "pdf" or not path.stem.endswith("-example")]
    assert len(published) >= 12
    assert {path.name: faults for path in published if (faults := audit(path))} == {}
