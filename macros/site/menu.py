"""The menu: five tabs, and what each of them holds."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.nav import Navigation

from macros.model.vademecum import Vademecum
from macros.site.pages import PROSE, SINGLE, WORK, source_of, uri_of
from macros.site.theme import inert

Items = list[dict[str, Any]]


def navigation(v: Vademecum) -> Items:
    """Return the navigation as MkDocs wants it: titles and source addresses."""

    def named(*names: str) -> Items:
        return [{inert(v.word(f"page-{name}")): source_of(name)} for name in names]

    phases: Items = [{inert(phase.title): [uri_of(phase), *map(uri_of, v.topics_of(phase))]} for phase in v.phases]
    booklets = ["print/all.md", *(f"print/{phase.id}.md" for phase in v.phases)]
    return [
        {inert(v.word("nav-home")): "index.md"},
        {inert(v.word("page-dashboard")): named(*WORK)},
        {inert(v.word("page-sheets")): [*named("sheets"), *phases, {inert(v.word("nav-print")): booklets}]},
        {inert(v.word("page-tools")): [*named("tools"), *_tools(v)]},
        {inert(v.word("nav-reference")): [*named(*SINGLE), {inert(v.word("nav-about")): named(*PROSE)}]},
    ]


def _tools(v: Vademecum) -> Items:
    """Return the pages of tools by topic; first come those that serve every topic."""
    topics = [(topic.title, topic) for phase in v.phases for topic in v.topics_of(phase)]
    shelves = [(v.word("tools-every-topic"), None), *topics]
    shelved = [(title, [uri_of(tool) for tool in v.tools_of(topic) if tool.parts]) for title, topic in shelves]
    return [{inert(title): uris} for title, uris in shelved if uris]


def fold(menu: Navigation) -> None:
    """Leave the pages of tools out of the menu where the page is not among them: they outnumber all others."""
    overview = next(page for page in menu.pages if page.file.src_uri == source_of("tools"))
    tab = overview.parent
    assert tab  # noqa: S101 (it stands in a tab: see above)
    shelves = dict.fromkeys(page.parent for page in menu.pages if page.parent and page.parent.parent is tab)
    tab.children = [overview, *(shelves if tab.active else ())]
