"""JSON Schemas of the data files, for the completion of editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.model.search import SearchLanguages
from macros.model.vademecum import Languages
from macros.source.load import FILES, FOLDERS


def schemas() -> dict[str, dict[str, Any]]:
    """Return a schema for each kind of data file, by file name."""
    models: dict[str, type[BaseModel]] = {"languages": Languages, "search": SearchLanguages, **FOLDERS, **FILES}
    return {f"{name.replace('_', '-')}.json": model.model_json_schema() for name, model in models.items()}


def write(folder: Path) -> None:
    """Write every schema into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
