"""Search in every language: words cut right, spellings folded, the index loaded on the first query only."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from macros.typography import fold

SEPARATOR = r"[\s\u200b\-_,:;!?.'’«»()\[\]\"“”،؛؟…/·]+"
_WORKER = re.compile(r'workers/(search\.\w+\.min\.js)"')
_TAGS = re.compile(r"<[^>]+>")
_WORD = re.compile(r"\w{3,}")


def configure(config: MkDocsConfig) -> None:
    """Set the theme's search: no stemmer (it breaks the theme's own prefix search), a folded field."""
    plugin: Any = config.plugins.get("material/search")
    if plugin is None:
        return
    plugin.config.lang = ["en"]  # any other code makes the worker load a stemmer that the pipeline leaves out
    plugin.config.pipeline = []
    plugin.config.separator = SEPARATOR
    plugin.config.fields = {**plugin.config.fields, "fold": {"boost": 0.5}}


def defer(page: str) -> str:
    """Point a page to our worker, which starts the theme's own on the first query."""
    return _WORKER.sub(r'workers/on-demand.js#\1"', page)


def finish(site: Path) -> None:
    """Add the folded field to the index and move it aside; the page itself loads an empty one."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    for document in index["docs"]:
        words = set(_WORD.findall(_TAGS.sub(" ", html.unescape(f"{document['title']} {document['text']}")).lower()))
        if folded := {fold(word) for word in words} - words:
            document["fold"] = " ".join(sorted(folded))
    _write(path.with_name("index.json"), index)
    _write(path, {"config": index["config"], "docs": []})


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
