"""Which files there are to download, at which stable addresses, and what each is made from."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from types import ModuleType
from typing import Any, Literal
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from pydantic import BaseModel

from macros.documents.locales import has_form
from macros.model.kinds import FileFormat
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words

Format = Literal[FileFormat, "zip"]
FileKind = Literal["blank", "example", "answer", "checklist", "detailed", "form", "booklet", "pocket", "archive"]

FOLDER = "downloads"
WHOLE = "vademecum"
"""What stands for the whole vade-mecum where files are asked for by entry."""

Maker = Callable[..., bytes]

_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Download:
    """One file to download. ``make`` takes the site's address; an archive has ``members`` in its place."""

    name: str
    format: Format
    kind: FileKind
    subject: str
    """The id of the tool, topic or phase, or WHOLE."""
    material: tuple[Any, ...] = ()
    """What of the vade-mecum it is made from."""
    make: Callable[[str], bytes] | None = None
    members: tuple[Download, ...] = ()

    @property
    def uri(self) -> str:
        """Its address from the root of its language."""
        return f"{FOLDER}/{self.name}"


class Catalogue:
    """Every file of one language."""

    def __init__(self, v: Vademecum) -> None:
        """List the files of ``v``."""
        self.v = v

    @cached_property
    def documents(self) -> tuple[Download, ...]:
        """Every file: of tools, then checklists, then the whole, then an archive for each phase."""
        singles = [*self._tools(), *self._checklists(), *self._whole()]
        return (*singles, *self._archives(singles))

    def of(self, subject: str) -> tuple[Download, ...]:
        """Return the files of a tool, topic, phase or of the WHOLE, in order."""
        return self._by_subject.get(subject, ())

    @cached_property
    def _by_subject(self) -> dict[str, tuple[Download, ...]]:
        by_subject: dict[str, tuple[Download, ...]] = {}
        for document in self.documents:
            by_subject[document.subject] = (*by_subject.get(document.subject, ()), document)
        return by_subject

    def _tools(self) -> Iterable[Download]:
        for tool in self.v.tools:
            for form, maker in MAKERS.items():
                if tool.parts and form in tool.formats:
                    for filled, ending, kind in ((False, "", "blank"), (True, "-example", "example")):
                        make = _made(maker, self.v, tool, filled=filled)
                        name, about = f"{tool.id}{ending}.{form}", (tool, *self._around(tool))
                        yield Download(name, form, kind, tool.id, about, make)  # type: ignore[arg-type]

            if tool.survey:
                for form, load in ANSWERS.items():
                    make, about = _made(load, self.v, tool), (tool, *self._around(tool))
                    yield Download(f"{tool.id}-answer.{form}", form, "answer", tool.id, about, make)

    def _around(self, tool: Tool) -> tuple[Any, ...]:
        """Return what of other entries the files of a tool may show: titles, and the questions it helps with."""
        v = self.v
        asked = v.questions_of(tool) if tool.topic else [question for topic in v.topics for question in topic.questions]
        served = [(entry.id, getattr(entry, "title", getattr(entry, "text", None))) for entry in v.named(tool.serves)]
        titles = [(topic.id, topic.title) for topic in v.topics]
        return ([(question.id, question.text) for question in asked], served, titles, *self._everywhere)

    @cached_property
    def _everywhere(self) -> tuple[Any, ...]:
        v = self.v
        places = [(phase.id, phase.number, phase.title, phase.topics) for phase in v.phases]
        return (v.language, places, v.tool_frame, v.scale, v.references, v.glossary, v.interface)

    def _checklists(self) -> Iterable[Download]:
        forms = has_form(self.v.language.code)
        for phase in self.v.phases:
            for entry in (phase, *self.v.topics_of(phase)):
                topics = [topic for topic in self.v.topics_of(phase) if entry in (phase, topic)]
                named = {name for topic in topics for question in topic.questions for name in question.tools}
                named |= {name for topic in topics for action in topic.actions for name in action.tools}
                titles = [(tool.id, tool.title) for tool in self.v.tools if tool.id in named]
                about = (phase, topics, titles, *self._everywhere)
                for ending, kind, options in (
                    ("", "checklist", {"detailed": False}),
                    ("-detailed", "detailed", {"detailed": True}),
                    ("-form", "form", {"detailed": True, "form": True}),
                ):
                    if kind != "form" or forms:
                        make = _made(lambda: _pdf().checklist, self.v, entry, **options)
                        name = f"checklists/{entry.id}{ending}.pdf"
                        yield Download(name, "pdf", kind, entry.id, about, make)  # type: ignore[arg-type]

    def _whole(self) -> Iterable[Download]:
        yield Download("vademecum.pdf", "pdf", "booklet", WHOLE, (self.v,), _made(lambda: _pdf().booklet, self.v))
        yield Download("pocket.pdf", "pdf", "pocket", WHOLE, (self.v,), _made(lambda: _pdf().pocket, self.v))

    def _archives(self, singles: list[Download]) -> Iterable[Download]:
        for phase in self.v.phases:
            subjects = {phase.id, *phase.topics}
            subjects |= {tool.id for tool in self.v.tools if tool.topic is None or tool.topic in phase.topics}
            members = tuple(document for document in singles if document.subject in subjects)
            if members:
                yield Download(f"{phase.id}.zip", "zip", "archive", phase.id, members=members)


# What makes the files takes a second to load; where all files are in the cache, nobody needs it.


def _word() -> ModuleType:
    from macros.documents import word

    return word


def _excel() -> ModuleType:
    from macros.documents import excel

    return excel


def _pdf() -> ModuleType:
    from macros.documents import pdf

    return pdf


MAKERS: dict[FileFormat, Callable[[], Maker]] = {
    "docx": lambda: _word().document,
    "xlsx": lambda: _excel().workbook,
    "pdf": lambda: _pdf().tool_sheet,
}
"""Format of a tool's file → what loads the function that makes it from (v, tool, filled=…, site=…)."""


ANSWERS: dict[FileFormat, Callable[[], Maker]] = {
    "pdf": lambda: _pdf().answer_sheet,
    "xlsx": lambda: _excel().answer_sheet,
}
"""Format of the sheet on which one person answers a survey → what loads the function that makes it."""


def _made(maker: Callable[[], Maker], *arguments: Any, **options: Any) -> Callable[[str], bytes]:
    return lambda site: maker()(*arguments, **options, site=site)


def archive(folder: str, members: Mapping[str, bytes]) -> bytes:
    """Return a .zip of files below ``folder``, the same bytes for the same files; they are compressed already."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as file:
        for name in sorted(members):
            entry = ZipInfo(f"{folder}/{name}", _DATE)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            file.writestr(entry, members[name])
    return held.getvalue()


class Digests:
    """Digests of documents: what they are made from, read once for all that share it."""

    def __init__(self, *ground: str) -> None:
        """``ground`` is what all share: version, generators, site."""
        self._ground = ground
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, document: Download) -> str:
        """Return the digest of a document: the same one promises the same bytes."""
        inside = [self.of(member) for member in document.members]
        seen = [self._of(part) for part in document.material]
        return sha256("\n".join([*self._ground, document.name, *inside, *seen]).encode()).hexdigest()

    def _of(self, part: Any) -> str:
        if id(part) not in self._known:  # kept with the part, so that no other takes its place
            self._known[id(part)] = (part, sha256(repr(_plain(part)).encode()).hexdigest())
        return self._known[id(part)][1]


def _plain(value: Any) -> Any:
    """Return a value with everything that a document can show of it: words with their language and state."""
    if isinstance(value, Words):
        return (str(value), value.language, value.stale)
    if isinstance(value, BaseModel):
        return (type(value).__name__, *((name, _plain(getattr(value, name))) for name in type(value).model_fields))
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return [(key, _plain(item)) for key, item in value.items()]
    return value
