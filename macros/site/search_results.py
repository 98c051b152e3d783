"""What the search finds, from the data: pages, questions, actions, terms, tools and sections, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from macros.model import content as c
from macros.model.reference import Reference
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Entry

BOOST = 0.3
"""How much something on a page counts beside the page itself, when both hold what was asked for."""

TERM = 0.1
"""The same for a term: what is to be done with the thing comes before what its name means."""

_SAID: dict[type[Entry], tuple[str, ...]] = {
    c.Question: ("text", "why", "good_answer", "caution", "additions"),
    c.Action: ("title", "text", "done_when", "elements"),
    c.Condition: ("title", "text"),
    c.Titled: ("title", "text"),
    c.Definition: ("title", "text", "attributes", "types"),
    c.PlanSection: ("title", "text", "must_show", "advice"),
    c.Criterion: ("title", "text"),
    c.Service: ("title", "text", "payer", "first_step", "trap"),
    c.Ratio: ("title", "formula", "reading", "caution"),
    c.Level: ("title", "text"),
    c.Term: ("title", "text"),
    Reference: ("title", "authors", "publisher", "note"),
    c.Phase: ("title", "summary", "intro"),
    c.Topic: ("title", "summary", "intro"),
    Tool: ("title", "purpose", "who", "when", "takes", "before_start", "done_when", "warnings"),
}
"""What is found of each kind of entry; the first is its title."""

Result = dict[str, Any]


def results(v: Vademecum, link: Callable[[str], str]) -> Iterator[Result]:
    """Yield what can be found of a vade-mecum: its address, title and text, safe to show as HTML."""
    for entry in v.by_id.values():
        if type(entry) in _SAID:
            title, *rest = (getattr(entry, name) for name in _SAID[type(entry)])
            shown = result(link(entry.id), title, (*rest, *_in_files(entry)))
            yield shown | {"also": " ".join(_names(v, entry)), "boost": TERM} if isinstance(entry, c.Term) else shown
    for tool in v.tools:
        for part in tool.parts if "page" in tool.formats else ():
            yield result(f"{link(tool.id)}#{tool.id}.{part.key}", part.title, (part.guidance,))


def _names(v: Vademecum, term: c.Term) -> Iterator[str]:
    """Yield what a term is called besides its title: its other forms, its names in other languages."""
    yield from term.forms
    yield from (name for name in v.names.get(term.id, {}).values() if name != term.title)


def _in_files(entry: Entry) -> Iterator[str]:
    """Yield the parts of a tool that stand in its files only."""
    if isinstance(entry, Tool) and "page" not in entry.formats:
        yield from (part.title for part in entry.parts)


def result(address: str, title: str, said: tuple[Any, ...]) -> Result:
    """Return something that can be found; what is on a page counts less than the page."""
    text = "\n".join(dict.fromkeys(_texts(said)))
    place: Result = {"location": address, "title": escape(title, quote=False), "text": escape(text, quote=False)}
    return place | {"boost": BOOST} if "#" in address else place


def _texts(said: Any) -> Iterator[str]:
    """Yield the texts of a text, of an entry, or of several of them, in their order."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, Entry):
        yield from _texts((getattr(said, "title", None), getattr(said, "text", None)))
    else:
        for each in said or ():
            yield from _texts(each)
