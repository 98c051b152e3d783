"""Files beside the pages: the machine-readable vade-mecum, schemas, the style of the printed feet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.documents.word.minutes import minutes
from macros.pages.cluster_file import demonstration
from macros.pages.components import component
from macros.pages.export import SCHEMA, export
from macros.pages.work import SCHEMA as WORK_SCHEMA
from macros.pages.work import meanings
from macros.site.pages import current_vademecum
from macros.source.vademecum import ROOT


def published_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield the generated files of one language."""
    v = current_vademecum(config)
    yield File.generated(config, "vademecum.json", content=_json(export(v), indent=1))
    entries = _json(meanings(v), separators=(",", ":"))
    yield File.generated(config, "assets/entries.js", content=f"globalThis.vademecumEntries={entries}")
    parts = _json(minutes(v, config.extra["address"]), separators=(",", ":"))
    yield File.generated(config, "assets/minutes.js", content=f"globalThis.vademecumMinutes={parts}")
    if "parent" not in config.extra:
        for name, schema in (("vademecum", SCHEMA), ("work", WORK_SCHEMA)):
            yield File.generated(config, f"{name}.schema.json", content=_json(schema, indent=1))
        cff = citation_file(config.extra["address"], config.repo_url or "")
        yield File.generated(config, "CITATION.cff", content=cff)
        yield File.generated(config, "demonstration.json", content=_json(demonstration(v), indent=1))
    address = config.extra["address"].split("://")[-1].rstrip("/")
    if address:  # kept together from left to right, also on an Arabic sheet
        address = f"\u2066{address}\u2069"
    feet = component("feet", v, str, release=config.extra["release"], address=address)
    yield File.generated(config, "assets/feet.css", content=feet)


def citation_file(address: str, repository: str) -> str:
    """Return CITATION.cff with the addresses of this publication; the repository's own file knows none."""
    known = {"url": address, "repository-code": repository}
    lines = [f"{key}: {_json(value)}\n" for key, value in known.items() if value]
    return "".join([(ROOT / "CITATION.cff").read_text(encoding="utf-8"), *lines])


def _json(value: Any, **layout: Any) -> str:
    return json.dumps(value, ensure_ascii=False, **layout)
