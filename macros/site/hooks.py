"""What MkDocs calls, and when: one ordinary build for each language, pages and navigation from data."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_command: Literal["build", "gh-deploy", "serve"] = "build"
_code: dict[Path, int] = {}
_others: Any = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 (MkDocs' own signature)
    """Remember whether this is a build or a server."""
    global _command  # noqa: PLW0603 (MkDocs keeps this module for the whole run)
    _command = command


@event_priority(100)  # before mkdocs-macros imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take words, navigation and search settings of the language from the vade-mecum."""
    root = str(Path(config.config_file_path).parent)
    if root not in sys.path:
        sys.path.insert(0, root)
    if "parent" not in config.extra:
        _forget_edited_code(Path(root, "macros"))
    if config.strict:
        _hear_warnings()
    from macros.errors import VademecumError
    from macros.site import languages, search_index

    try:
        languages.configure(config)
    except VademecumError as error:
        raise PluginError(f"\n{error}") from error
    search_index.configure(config)
    return config


def _hear_warnings() -> None:
    """Let warnings count in a strict build that is quiet, too: MkDocs would hide them from what counts them."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(min(logger.getEffectiveLevel(), logging.WARNING))


def _forget_edited_code(folder: Path) -> None:
    """Let edits to Python files apply on live reload; what is read from data stays until a file changes."""
    now = {path: path.stat().st_mtime_ns for path in folder.rglob("*.py")}
    if now != _code:
        for name in [n for n in sys.modules if n == "macros" or n.startswith("macros.")]:
            del sys.modules[name]
        _code.clear()
        _code.update(now)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files that data make; leave out what no reader needs; start the other languages."""
    global _others  # noqa: PLW0603
    from macros.site import downloads, languages, pages, publication

    for file in (*pages.files_of(config, set(files.src_uris)), *publication.published_files(config)):
        files.append(file)
    for file in [f for f in files if f.src_uri.endswith(".map") or "/lunr/" in f.src_uri]:
        files.remove(file)
    if "parent" not in config.extra:
        _others = languages.build_others(config, _command)
    for file in downloads.downloads_of(config, pages.current_vademecum(config)):
        files.append(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Give templates the vade-mecum's own words, and keep compiled templates for the next build."""
    from macros.site import languages

    return languages.furnish(env, config)


@event_priority(100)  # before mkdocs-macros fills in what is typeset already
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Give hand-written pages the spaces of their language, as data get them on load."""
    from macros.model.typography import typeset_markdown
    from macros.site import languages, pages

    pages.describe(page, config)
    return typeset_markdown(markdown, languages.language_of(page, config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Note whether parts of a page are not translated or translate older French; its components come later."""
    from macros.site import calls, languages

    languages.mark(calls.insert(html, page, config), page, config)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Put the components in, unseen by the search plugin; give the page its addresses, and a menu of what is near."""
    from macros.site import calls, languages, menu

    page.content = calls.insert(page.content or "", page, config)
    menu.fold(nav)
    return context | {"alternates": languages.alternates(config, page.file.url)}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the sitemap and the 404 page what they need of the languages."""
    from macros.site import languages

    return context | languages.site_context(config, template_name)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the 404 page as every other page is finished."""
    return on_post_page(output_content, None, config) if template_name.endswith(".html") else output_content


def on_post_page(output: str, page: Page | None, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Mend what the theme lacks, load the search only when it is opened, and leave out indents."""
    from macros.site import light, pages, search_index, theme

    return light.light_page(search_index.defer(theme.mend(output, pages.current_vademecum(config))))


@event_priority(-50)  # after the search plugin has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Finish index and style sheets, wait for the other languages, then seal every page with the security policy."""
    from macros.site import light, policy, search_index

    search_index.finish(config)
    light.lighten(config)
    if "parent" in config.extra:
        return
    _others()
    if _command != "serve":  # the live server adds a script of its own
        policy.seal(Path(config.site_dir))
