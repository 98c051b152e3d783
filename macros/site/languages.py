"""One MkDocs build for each language: configuration, language switch, marks of missing translations."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Semaphore
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.model.vademecum import Language, Vademecum
from macros.site.menu import navigation
from macros.site.pages import begin, current, current_vademecum, titles
from macros.site.theme import inert, speaks, worded
from macros.source.vademecum import ROOT, languages, vademecum
from macros.version import __version__

Command = Literal["build", "gh-deploy", "serve"]


def configure(config: MkDocsConfig) -> None:
    """Set name, description, navigation and the words of the colour switch for the language."""
    v = begin(config)
    config.site_name = inert(v.word("site-name"))
    config.site_description = inert(v.word("site-description"))
    config.copyright = inert(v.word("foot"))
    config.theme["language"] = speaks(v.language, languages()[0].code)
    config.theme["direction"] = v.language.direction
    config.nav = navigation(v)
    config.extra["address"] = public(config.extra["address"] or "")
    config.extra["version"] = None
    config.extra["release"] = __version__
    for option in config.theme["palette"]:
        toggle = option["toggle"]
        toggle["key"] = toggle.get("key", toggle["name"])
        toggle["name"] = inert(v.word(toggle["key"]))


def public(address: str) -> str:
    """Return the address that files may carry: none of a machine that nobody else reaches."""
    host = urlsplit(address).hostname or ""
    return "" if host in {"localhost", "0.0.0.0", "::1"} or host.startswith("127.") else address  # noqa: S104 (no binding)


def below(address: str, code: str) -> str:
    """Return the address of the site in a language; none while that of the whole is not set."""
    return urljoin(address, f"{code}/") if address else ""


def furnish(env: Environment, config: MkDocsConfig) -> Environment:
    """Put the words, the phases and a cache of compiled templates into the theme's environment."""
    v = current_vademecum(config)
    cache = ROOT / ".cache" / "jinja"
    cache.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    env.globals.update(word=worded(v.word), v=v)
    return env


def language_of(page: Page, config: MkDocsConfig) -> str:
    """Return the language that a page's file is written in: the source's, where a translation is missing."""
    here = Path(page.file.abs_src_path or config.docs_dir)
    return str(config.extra["language"]) if here.is_relative_to(config.docs_dir) else languages()[0].code


def mark(html: str, page: Page, config: MkDocsConfig) -> None:
    """Note in the page's meta what is French on a page of another language, or stale."""
    language = config.extra["language"]
    source = languages()[0]
    if language == source.code:
        return
    if language_of(page, config) == source.code:
        page.meta["fallback"] = source.model_dump()
        if page.file.src_uri not in current(config).pages:
            page.meta["title"] = inert(current_vademecum(config).word(f"page-{page.file.src_uri.removesuffix('.md')}"))
    page.meta["untranslated"] = "fallback" in page.meta or ' data-state="missing"' in html
    page.meta["stale"] = ' data-state="stale"' in html


def alternates(config: MkDocsConfig, url: str) -> list[dict[str, Any]]:
    """Return the same page in each language, as relative links that also work from a folder."""
    here = _prefix(config.extra["language"]) + url
    return [
        {
            **_shown(language),
            "href": get_relative_url(_prefix(language.code) + url, here),
            "current": language.code == config.extra["language"],
        }
        for language in languages()
    ]


def _prefix(code: str) -> str:
    return "" if code == languages()[0].code else f"{code}/"


def site_context(config: MkDocsConfig, template: str) -> dict[str, Any]:
    """Return the context of a template that is no page: the sitemap, the 404 page."""
    base = (config.site_url or "/").removesuffix(_prefix(config.extra["language"]))
    if template == "404.html":
        return _lost(config, urlsplit(base).path or "/")
    return {"site_base": base, "site_languages": [{"code": e.code, "path": _prefix(e.code)} for e in languages()]}


def _lost(config: MkDocsConfig, root: str) -> dict[str, Any]:
    """Return the context of the 404 page: its words, and all pages, in every language, the page's own first.

    It is served from any depth: only addresses from the ``root`` of the host work.
    """
    ordered = sorted(languages(), key=lambda language: language.code != config.extra["language"])
    tongues: list[dict[str, Any]] = [
        {"language": language, "v": vademecum(language.code), "home": root + _prefix(language.code)}
        for language in ordered
    ]
    known = {tongue["language"].code: _known(config, **tongue) for tongue in tongues}
    script = (ROOT / "overrides" / "assets" / "lost.js").read_text(encoding="utf-8").strip()
    return {"tongues": tongues, "lost": {"root": root, "languages": known}, "lost_script": script}


def _known(config: MkDocsConfig, language: Language, v: Vademecum, home: str) -> dict[str, Any]:
    """Return what the script of the 404 page knows of a language."""
    title = f"{v.word('not-found-title')} - {v.word('site-name')}"
    return {"direction": language.direction, "home": home, "title": title, "pages": titles(v, config)}


def _shown(language: Language) -> dict[str, str]:
    """Return a language for the switch, its own name as it was typed."""
    return language.model_dump() | {"name": inert(language.name)}


def build_others(config: MkDocsConfig, command: Command) -> Callable[[], None]:
    """Start to build every language but the source, each into its own folder; return what waits for them.

    Where forking is safe the languages share the cores, one on each at a time; elsewhere they are built one by one
    at the end.
    """
    codes = [language.code for language in languages()[1:]]
    if sys.platform != "linux":
        return lambda: [_build_one(config, command, code) for code in codes] and None
    for code in codes:
        vademecum(code).by_id  # noqa: B018 (once for all: each shows the others' words, where an address does not exist)
    context = get_context("fork")
    turns = context.Semaphore(os.cpu_count() or 1)
    running = {code: context.Process(target=_in_turn, args=(turns, config, command, code)) for code in codes}
    for process in running.values():
        process.start()
    return partial(_wait, running)


def _wait(running: Mapping[str, BaseProcess]) -> None:
    for process in running.values():
        process.join()
    if failed := [code for code, process in running.items() if process.exitcode]:
        raise PluginError(
            f"Le site n’a pas pu être construit en : {', '.join(failed)}. La raison est écrite plus haut."
        )


def _in_turn(turns: Semaphore, config: MkDocsConfig, command: Command, code: str) -> None:
    with turns:
        _build_one(config, command, code)


def _build_one(parent: MkDocsConfig, command: Command, code: str) -> None:
    child = load_config(
        parent.config_file_path,
        docs_dir=str(ROOT / "docs" / code),
        site_dir=str(Path(parent.site_dir) / code),
        site_url=urljoin(parent.site_url, f"{code}/") if parent.site_url else None,
        strict=parent.strict,
    )
    child.extra |= {
        "language": code,
        "parent": parent.extra["language"],
        "address": below(parent.extra["address"], code),
    }
    child.plugins.on_startup(command=command, dirty=False)
    build(child, serve_url=child.site_url if command == "serve" else None)
