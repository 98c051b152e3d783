"""data/schema/ is what the model says today, and every data file follows its schema."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.source.load import FOLDERS
from macros.source.schemas import schemas, write
from macros.source.vademecum import ROOT

DATA = ROOT / "data"
FILES = [DATA / "languages.yml", DATA / "search.yml", *sorted((DATA / "content").rglob("*.yml"))]


def faults(path: Path, data: Any) -> list[str]:
    """Return what the schema of a file says against data."""
    kind = path.parent.name if path.parent.name in FOLDERS else re.sub("^interface-.*", "interface", path.stem)
    return [error.message for error in validator(kind).iter_errors(data)]


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schemas()[f"{kind}.json"])


def name(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


def test_the_schema_files_are_fresh(tmp_path: Path) -> None:
    write(tmp_path / "new" / "schema")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new" / "schema").iterdir()}
    assert written == {path.name: path.read_text(encoding="utf-8") for path in (DATA / "schema").iterdir()}


@pytest.mark.parametrize("file", sorted(schemas()))
def test_a_schema_is_a_schema(file: str) -> None:
    Draft202012Validator.check_schema(json.loads((DATA / "schema" / file).read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_data_file_follows_its_schema_and_one_with_an_unknown_key_does_not(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    (only,) = faults(path, {**data, "unknown": 1})
    assert "'unknown' was unexpected" in only
