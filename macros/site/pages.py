"""Which pages the site has, what each is called, and where each entry stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.model import content as c
from macros.model.reference import Reference
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Entry
from macros.site.theme import inert
from macros.source.vademecum import languages, vademecum


@dataclass(frozen=True)
class Described:
    """A page that shows data: what it is called, and the macro call that fills it.

    Where docs/ has a page at its address, that page is shown, with the words around its calls; else there is the call.
    """

    uri: str
    title: str
    description: str
    call: str
    searched: bool = True
    leads_to: str = ""
    """The address of the page that took its place."""

    @property
    def markdown(self) -> str:
        """The page as Markdown."""
        return f"{{{{ {self.call} }}}}\n"

    @property
    def meta(self) -> dict[str, Any]:
        """What the page says at its head, unless its file says otherwise; the theme would escape the title again."""
        said: dict[str, Any] = {
            "title": Markup(inert(self.title)),  # noqa: S704 (escaped)
            "description": str(inert(self.description)),
            "hide": ["toc"],
        }
        if self.leads_to:
            said["leads_to"] = self.leads_to
        return said if self.searched else said | {"search": {"exclude": True}}


@dataclass
class Build:
    """What the build of one language holds."""

    v: Vademecum
    pages: dict[str, Described]
    aside: dict[str, str] = field(default_factory=dict)
    """Components that wait to be put into their page, by number."""


_builds: dict[str, Build] = {}


def begin(config: MkDocsConfig) -> Vademecum:
    """Read the vade-mecum of a build's language once; everything in that build takes it from here."""
    v = vademecum(config.extra["language"])
    _builds[config.extra["language"]] = Build(v, {page.uri: page for page in described(v)})
    return v


def current(config: MkDocsConfig) -> Build:
    """Return the build of a language that is going on."""
    return _builds[config.extra["language"]]


def current_vademecum(config: MkDocsConfig) -> Vademecum:
    """Return the vade-mecum of the language that is being built."""
    return current(config).v


def describe(page: Page, config: MkDocsConfig) -> None:
    """Give a page that shows data its title and description."""
    if page.file.src_uri in current(config).pages:
        page.meta = current(config).pages[page.file.src_uri].meta | dict(page.meta)


WORK = ("dashboard", "workshop", "business-plan", "clusters")
"""Pages on the reader's own work; their title is the interface word ``page-<name>``, as for the next ones."""

SINGLE = ("definitions", "services", "ratios", "scale", "glossary", "references")
"""Pages to look things up in, each of which shows one part of the vade-mecum."""

OVERVIEWS = ("sheets", "tools")
"""Pages that show all that their tab holds."""

INDEXES = ("dashboard", *OVERVIEWS)
"""Pages that a tab opens with: MkDocs takes them for the index of their section, at the same address."""

PROSE = ("adapt", "where", "privacy", "accessibility", "licence")
"""Pages written by hand in docs/<language>/; where a language has none, it shows the French one."""

_STANDS_ON = {c.Ratio: "ratios", Tool: "tools/index", c.Term: "glossary", Reference: "references", c.Level: "scale"}
"""Pages of kinds of entries; of others outside topics, the first word of the id tells (FAMILIES)."""


def described(v: Vademecum) -> Iterator[Described]:
    """Yield every page that shows data."""
    yield Described("index.md", v.word("site-name"), v.word("site-description"), "home()")
    for phase in v.phases:
        yield Described(uri_of(phase), phase.title, phase.summary, f'phase("{phase.id}")')
        for topic in v.topics_of(phase):
            yield Described(uri_of(topic), topic.title, topic.summary, f'topic("{topic.id}")')
    for name in (*WORK, *OVERVIEWS, *SINGLE):
        title, summary = v.word(f"page-{name}"), v.word(f"page-{name}-summary")
        yield Described(source_of(name), title, summary, f'part("{name}")')
    for tool in v.tools:
        if tool.parts:
            yield Described(uri_of(tool), tool.title, tool.purpose, f'tool("{tool.id}")')
        if tool.survey:
            title, summary = v.word("survey-title", survey=tool.title), v.word("survey-answer-lead")
            yield Described(f"tools/{tool.id}/answer.md", title, summary, f'answer("{tool.id}")', searched=False)
    yield from _booklets(v)
    yield from _moved(v)


def _moved(v: Vademecum) -> Iterator[Described]:
    """Yield the pages whose place another one took: they lead there."""
    title, summary = v.word("page-downloads"), v.word("page-downloads-summary")
    yield Described("downloads.md", title, summary, 'moved("tools")', searched=False, leads_to="tools/")


def source_of(name: str) -> str:
    """Return the source address of a page by the name that its words have."""
    return f"{name}/index.md" if name in INDEXES else f"{name}.md"


def _booklets(v: Vademecum) -> Iterator[Described]:
    title, summary = v.word("page-print"), v.word("page-print-summary")
    yield Described("print/all.md", title, summary, "booklet()", searched=False)
    for phase in v.phases:
        title = v.word("booklet-title", phase=phase.title)
        yield Described(f"print/{phase.id}.md", title, phase.summary, f'booklet("{phase.id}")', searched=False)


def titles(v: Vademecum, config: MkDocsConfig) -> dict[str, str]:
    """Return the title of every page of a language by its address there."""
    link = linker(v, config, "")
    made = {link(page.uri): str(page.title) for page in described(v)}
    return made | {link(f"{name}.md"): str(v.word(f"page-{name}")) for name in PROSE}


def uri_of(entry: Entry) -> str:
    """Return the source address of the page on which an entry stands."""
    if isinstance(entry, c.Phase):
        return f"{entry.id}/index.md"
    if isinstance(entry, c.Topic):
        return f"{entry.phase}/{entry.id.split('.', 1)[1]}.md"
    if isinstance(entry, Tool) and entry.parts:
        return f"tools/{entry.id}.md"
    for kind, name in _STANDS_ON.items():
        if isinstance(entry, kind):
            return f"{name}.md"
    phase, topic, *_ = entry.id.split(".")
    return f"{c.FAMILIES[phase][1]}.md" if phase in c.FAMILIES else f"{phase}/{topic}.md"


def linker(v: Vademecum, config: MkDocsConfig, up: str) -> Callable[[str], str]:
    """Return a function from an entry id, or a page's source address, to its address.

    ``up`` leads from the page to the root of its language; all addresses go through there.
    """

    @cache
    def link(target: str) -> str:
        entry = v.by_id.get(target)
        uri = uri_of(entry) if entry else target
        address = up + File(uri, "", config.site_dir, config.use_directory_urls).url.removeprefix("./")
        whole = entry is None or isinstance(entry, c.Phase | c.Topic) or (isinstance(entry, Tool) and entry.parts)
        return address if whole else f"{address}#{target}"

    return link


_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def files_of(config: MkDocsConfig, known: set[str]) -> Iterator[File]:
    """Yield the pages that data make and, for another language, the French ones that it has no words for."""
    source = Path(config.docs_dir).parent / languages()[0].code
    french = {path.relative_to(source).as_posix(): path for path in sorted(source.rglob("*")) if path.is_file()}
    pages = current(config).pages
    for uri, page in pages.items():
        if uri not in known:
            yield _file(config, page, french.get(uri))
    for uri, path in french.items():
        if uri not in known and uri not in pages:
            yield File.generated(config, uri, abs_src_path=str(path))


def _file(config: MkDocsConfig, page: Described, french: Path | None) -> File:
    """Return a page that data make: the French one where that has words of its own, else the calls."""
    content = _HEAD.sub("", french.read_text(encoding="utf-8")) if french else page.markdown  # at its head it is French
    if _CALL.sub("", content).strip():
        return File.generated(config, page.uri, abs_src_path=str(french))
    return File.generated(config, page.uri, content=content)
