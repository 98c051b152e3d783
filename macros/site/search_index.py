"""Search in every language: the index with what its language says of words, loaded on the first query only."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.model.search import SearchLanguage
from macros.site.pages import current, described, linker
from macros.site.search_results import Result, result, results
from macros.source.vademecum import languages, search_languages

SEPARATOR = r"[\s\u200b\-_,:;!?.'’«»()\[\]\"“”،؛؟…/·]+"
_WORKER = re.compile(r'workers/(search\.\w+\.min\.js)"')
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


def finish(config: MkDocsConfig) -> None:
    """Write the index that the search loads, from data and the words of pages of docs/; the page loads an empty one.

    Raise PluginError when something that data/search.yml names is not there.
    """
    path = Path(config.site_dir, "search", "search_index.json")
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    spoken = _spoken(config.extra["language"])
    index["docs"] = _filled(index["docs"], config)
    _rename(index["docs"], spoken[0])
    index["words"] = {name: " ".join(getattr(language, name) for language in spoken).split() for name in _SAID}
    index["words"]["synonyms"] = [alike.split(", ") for language in spoken for alike in language.synonyms]
    _write(path.with_name("index.json"), index)
    _write(path, {"config": index["config"], "docs": []})


def _spoken(code: str) -> list[SearchLanguage]:
    """Return what is known of a language, then of that of the source, in which much may still be."""
    known = {language.code: language for language in search_languages()}
    return [known.get(each, SearchLanguage(code=each)) for each in dict.fromkeys((code, languages()[0].code))]


def _filled(written: list[Result], config: MkDocsConfig) -> list[Result]:
    """Put what the data say before the words of docs/, and all pages before what stands on them, as the theme wants."""
    v = current(config).v
    link = linker(v, config, "")
    own = {place["location"]: place for place in written}
    shown = [result(link(page.uri), page.title, (page.description,)) for page in described(v)]
    places = {said["location"]: said for said in (*shown, *results(v, link)) if said["location"].split("#")[0] in own}
    for address, place in own.items():
        said = f"{places[address]['text']}\n{place['text']}" if address in places else place["text"]
        places[address] = place | {"text": said.strip()}
    return sorted(places.values(), key=lambda place: "#" in place["location"])


def _rename(pages: list[Result], language: SearchLanguage) -> None:
    """Give pages of the index the other names that people call them."""
    names = dict(language.pages)
    for page in pages:
        if page["location"] in names:
            page["also"] = f"{names.pop(page['location'])} {page.get('also', '')}".strip()
    if names:
        raise PluginError(
            f"data/search.yml, {language.code}, pages : aucune page n’a pour adresse « {' », « '.join(names)} ».\n"
            "  → corriger l’adresse, ou retirer la ligne"
        )


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
