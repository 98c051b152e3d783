"""Search in every language: the index with what its language says of words, loaded on the first query only."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.model.search import SearchLanguage
from macros.source.vademecum import languages, search_languages

SEPARATOR = r"[\s\u200b\-_,:;!?.'’«»()\[\]\"“”،؛؟…/·]+"
_WORKER = re.compile(r'workers/(search\.\w+\.min\.js)"')
_GLUED = re.compile(r"^(\d+)(?=[^\W\d_])")
_SAID = ("idle", "articles", "attached", "plurals")


def configure(config: MkDocsConfig) -> None:
    """Set the theme's search: our own forms of words in place of a stemmer, and other names of pages."""
    plugin: Any = config.plugins.get("material/search")
    if plugin is None:
        return
    plugin.config.lang = ["en"]  # any other code makes the worker load a stemmer of its own
    plugin.config.pipeline = ["stemmer"]  # which web/search/lunr.js replaces
    plugin.config.separator = SEPARATOR
    plugin.config.fields = {**plugin.config.fields, "also": {"boost": 5e3}}  # a title has 1e3, a text 1


def defer(page: str) -> str:
    """Point a page to our worker, which starts the theme's own on the first query."""
    return _WORKER.sub(r'workers/on-demand.js#\1"', page)


def finish(site: Path, code: str) -> None:
    """Add what data/search.yml says of the language to the index and move it aside; the page loads an empty one.

    Raise PluginError when a page that it names is not there.
    """
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    known = {language.code: language for language in search_languages()}
    _rename(index["docs"], known.get(code, SearchLanguage(code=code)))
    spoken = [known[each] for each in dict.fromkeys((code, languages()[0].code)) if each in known]
    index["words"] = {name: " ".join(getattr(language, name) for language in spoken).split() for name in _SAID}
    _write(path.with_name("index.json"), index)
    _write(path, {"config": index["config"], "docs": []})


def _rename(pages: list[dict[str, str]], language: SearchLanguage) -> None:
    """Give pages of the index the other names that people call them."""
    names = dict(language.pages)
    for page in pages:
        page["title"] = _GLUED.sub(r"\1 ", page["title"])  # a number and its question, apart on the page
        if page["location"] in names:
            page["also"] = names.pop(page["location"])
    if names:
        raise PluginError(
            f"data/search.yml, {language.code}, pages : aucune page n’a pour adresse « {' », « '.join(names)} ».\n"
            "  → corriger l’adresse, ou retirer la ligne"
        )


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
