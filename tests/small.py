"""A small vade-mecum, for tests that build many languages: a topic in each phase, few tools, all kinds of pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

TOPICS = {"preparation.strategy", "implementation.communication", "change.learning"}
TOOLS = {"swot-tows", "give-get-balance", "information-survey"}
MAKES = "singles = [*self._tools(), *self._checklists(), *self._whole()]"
LISTS = ("tools", "related", "questions", "topics", "serves", "leads_to", "successors", "ticked")
"""Keys that hold lists of ids: what no longer exists is taken out of them."""


def shrink(root: Path, *topics: str) -> None:
    """Take most topics, but for ``topics``, and tools out of the data of a project, and every mention of them."""
    content = root / "data" / "content"
    for folder, kept in (("topics", TOPICS | {*topics}), ("tools", TOOLS)):
        for path in (content / folder).glob("*.yml"):
            if path.stem not in kept:
                path.unlink()
                page = root / "docs" / "fr" / f"{path.stem.replace('.', '/')}.md"
                page.unlink(missing_ok=True)
    files = {path: yaml.safe_load(path.read_text(encoding="utf-8")) for path in content.rglob("*.yml")}
    known = {identifier for data in files.values() for identifier in _ids(data)}
    for path, data in files.items():
        if path.stem == "retired":
            data = {"retired": []}  # noqa: PLW2901
        _prune(data, known)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100000), encoding="utf-8")

    search = root / "data" / "search.yml"  # it names pages that are no more
    found = yaml.safe_load(search.read_text(encoding="utf-8"))
    for language in found["languages"]:
        language.pop("pages", None)
    search.write_text(yaml.safe_dump(found, allow_unicode=True, sort_keys=False), encoding="utf-8")


def publish(root: Path, *names: str) -> None:
    """Let a project make these documents only: the site has hundreds, all made by the same code."""
    catalogue = root / "macros" / "documents" / "catalogue.py"
    text = catalogue.read_text(encoding="utf-8")
    assert MAKES in text
    few = f"singles = [d for d in (*self._tools(), *self._checklists(), *self._whole()) if d.name in {names}]"
    catalogue.write_text(text.replace(MAKES, few), encoding="utf-8")


def _ids(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [*([data["id"]] if "id" in data else []), *(i for value in data.values() for i in _ids(value))]
    return [i for item in data for i in _ids(item)] if isinstance(data, list) else []


def _prune(data: Any, known: set[str]) -> None:
    if isinstance(data, list):
        for item in data:
            _prune(item, known)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in LISTS and isinstance(value, list) and all(isinstance(item, str) for item in value):
                value[:] = [item for item in value if item in known]
            if key in {"questions", "actions"} and isinstance(value, dict):  # of the demonstration, by id
                data[key] = {identifier: noted for identifier, noted in value.items() if identifier in known}
            _prune(value, known)
        _mend(data, known)


def _mend(data: dict[str, Any], known: set[str]) -> None:
    """Take out what would be a fault without what is gone."""
    if "meetings" in data:  # of the demonstration: they are about questions that are no more
        data["meetings"] = []
    if "path" in data:  # a step of it without tools
        data["path"] = [step for step in data["path"] if step["tools"]]
    if data.get("topic") not in {None, *known}:
        del data["topic"]
    if data.get("leads_to", "") not in {"", *known} and isinstance(data["leads_to"], str):
        data["leads_to"] = "preparation"
