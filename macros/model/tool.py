"""A tool: a method with its purpose, users, warnings and sources."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator

from macros.model.words import Entry, Id, Words


def _id_follows(schema: dict[str, Any]) -> None:
    """Tell editors that the id of a source need not be written: its tool gives it."""
    schema["required"].remove("id")


class Basis(Entry):
    """What a tool rests on: our source document, a publication, or usual practice (a rule of thumb)."""

    model_config = ConfigDict(json_schema_extra=_id_follows)

    text: Words
    basis: Literal["document", "published", "practice"]
    reference: Id | None = None


class Tool(Entry):
    """A method worth knowing; without ``topic`` it serves every topic."""

    title: Words
    topic: Id | None = None
    tier: Annotated[int, Field(strict=True, ge=1, le=3)]
    """1 first, 3 last: the order in which tools are shown."""
    purpose: Words
    who: Words
    when: Words
    warnings: Annotated[tuple[Words, ...], Field(min_length=1)]
    sources: Annotated[tuple[Basis, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def name_sources(cls, data: Any) -> Any:
        """Give each source the id ``<tool>.source<n>``, so that it can be translated like every entry."""
        if not (isinstance(data, dict) and isinstance(data.get("sources"), list | tuple)):
            return data
        named = [
            {"id": f"{data.get('id')}.source{n}", **source} if isinstance(source, dict) else source
            for n, source in enumerate(data["sources"], 1)
        ]
        return {**data, "sources": named}
