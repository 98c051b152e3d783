"""The macros that pages call, and how what they show comes into the finished page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.documents.excel.contents import sheets_of
from macros.model import content as c
from macros.model.tool import Tool
from macros.pages.answer import AnswerForm
from macros.pages.components import component
from macros.pages.form import Form
from macros.site.downloads import files_by_entry
from macros.site.languages import language_of
from macros.site.pages import current, linker, source_of


class Calls:
    """What pages can call, by the name of the method; each shows a component."""

    def __init__(self, config: MkDocsConfig, written: Callable[[], Page]) -> None:
        """Show things of the language that is being built; ``written`` gives the page being written."""
        self.config, self.written = config, written
        self.v, self.aside = current(config).v, current(config).aside
        self._sheets: dict[tuple[str, str], Markup] = {}

    def home(self) -> str:
        """Show what this is, for whom, where to begin, and the map of the phases."""
        return self._shown("home")

    def phase(self, identifier: str) -> str:
        """Show a phase: its point and its topics."""
        return self._shown("phase", phase=self.v.get(c.Phase, identifier))

    def topic(self, identifier: str) -> str:
        """Show a topic as a sheet to work through: key questions, actions, tools."""
        return self._shown("topic", topic=self.v.get(c.Topic, identifier))

    def part(self, name: str) -> str:
        """Show one part of the vade-mecum, as named in WORK, OVERVIEWS or SINGLE."""
        return self._shown(name)

    def moved(self, name: str) -> str:
        """Lead to the page that took the place of this one."""
        return self._shown("moved", to=name, target=source_of(name))

    def tool(self, identifier: str) -> str:
        """Show a tool that can be filled in: its files, its form, what it serves and rests on."""
        return self._shown("tool-page", tool=self.v.get(Tool, identifier))

    def answer(self, identifier: str) -> str:
        """Show the form on which one person answers a survey."""
        return self._shown("survey-answer", tool=self.v.get(Tool, identifier))

    def booklet(self, identifier: str = "") -> str:
        """Show a whole phase, or everything, one sheet after the other, for printing."""
        phases = [self.v.get(c.Phase, identifier)] if identifier else list(self.v.phases)
        return self._shown("booklet", phases=phases, whole=not identifier)

    def cite(self) -> str:
        """Show how to cite the vade-mecum, under the address that it is published at."""
        extra, up = self.config.extra, self._up() + "../" * ("parent" in self.config.extra)
        address = extra["address"] or self.config.repo_url or ""
        return self._shown("cite", address=address, release=extra["release"], file=f"{up}CITATION.cff")

    def word(self, key: str) -> str:
        """Write a word of the interface."""
        text = self.v.word(key)
        return re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", text)  # no sign of Markdown's

    def _shown(self, name: str, **context: Any) -> str:
        """Keep a component out of Markdown's hands, which would take half of a build; return what holds its place."""
        up = self._up()
        link = linker(self.v, self.config, up)
        helps = {
            "sheet": partial(self._sheet, link, up),
            "form_of": partial(Form, self.v),
            "answer_of": partial(AnswerForm, self.v),
            "files": files_by_entry(self.v),
            "sheets": partial(sheets_of, self.v),
        }
        place = str(len(self.aside))
        html = component(name, self.v, link, **helps, **context)
        if language_of(self.written(), self.config) != self.v.language.code:
            html = component("own-language", self.v, link, inside=Markup(html))  # noqa: S704 (escaped there)
        self.aside[place] = html
        return f'<div data-vm-place="{place}"></div>'

    def _up(self) -> str:
        """Return the way from the page being written to the root of its language."""
        return "../" * self.written().file.url.removeprefix("./").count("/")

    def _sheet(self, link: Callable[[str], str], up: str, topic: c.Topic, after: str = "") -> Markup:
        """Show the sheet of a topic, ``after`` below its questions; its page and the booklets share one rendering."""
        if (topic.id, up) not in self._sheets:
            sheet = component("sheet", self.v, link, topic=topic, after=_AFTER)
            self._sheets[topic.id, up] = Markup(sheet)  # noqa: S704 (escaped there)
        return self._sheets[topic.id, up].replace(_AFTER, after)


def page_macros(config: MkDocsConfig, written: Callable[[], Page]) -> dict[str, Callable[..., str]]:
    """Return the macros that pages can call, by name."""
    calls = Calls(config, written)
    macros = (
        calls.home,
        calls.phase,
        calls.topic,
        calls.part,
        calls.moved,
        calls.tool,
        calls.answer,
        calls.booklet,
        calls.cite,
        calls.word,
    )
    return {macro.__name__: macro for macro in macros}


_AFTER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Holds the place of what follows the questions of a sheet."""

_PLACE = re.compile(r'<div data-vm-place="(\d+)"></div>')
_ID = re.compile(r'\sid="([^"]+)"')


def insert(html: str, page: Page, config: MkDocsConfig) -> str:
    """Put the components of a page back into place, and tell MkDocs which anchors they bring."""
    whole = _PLACE.sub(lambda place: current(config).aside[place[1]], html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_ID.findall(whole))
    return whole
