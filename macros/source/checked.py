"""One file of data/ against its model: while its text stays, so does what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.errors import Fault
from macros.model.keys import derive_id
from macros.model.typography import typeset
from macros.model.words import Entry, Words, entries, rewrite, words_of
from macros.source.datafile import DataFile, Place, parse
from macros.source.explain import explain, holds_words


def validate(datafile: DataFile, model: type[BaseModel]) -> BaseModel | None:
    """Return what a file holds, or nothing; its faults are noted in the datafile."""
    if datafile.data is None:
        return None
    held, faults = checked(datafile.file, datafile.text, model)
    datafile.faults += faults
    return held


@lru_cache(maxsize=1024)
def checked(file: str, text: str, model: type[BaseModel]) -> tuple[BaseModel | None, tuple[Fault, ...]]:
    """Check one file; while its text stays, so does what comes out."""
    datafile = replace(parse(file, text), faults=[])
    datafile.refuse_remarks(lambda place: holds_words(place, model))
    try:
        return model.model_validate(datafile.data), tuple(datafile.faults)
    except ValidationError as error:
        for details in error.errors():
            place, wrong, mend = explain(dict(details), model)
            datafile.fault(place, wrong, mend)
        return None, tuple(datafile.faults)


@lru_cache(maxsize=1024)
def entries_of(file: str, text: str, model: type[BaseModel]) -> tuple[Entry, ...]:
    """Return every entry of a file; while its text stays, so do they."""
    return tuple(entries(checked(file, text, model)[0]))


@lru_cache(maxsize=1024)
def spots_of(file: str, text: str) -> tuple[tuple[str, str, int], ...]:
    """Find every id in a file, as (id, file, line); while its text stays, so do they."""
    datafile = parse(file, text)
    return tuple((identifier, file, datafile.lines[place]) for identifier, place in _ids(datafile.data, (), ""))


def _ids(data: Any, place: Place, parent: str) -> Iterator[tuple[str, Place]]:
    """Yield the ids in some data, each with the place that says it."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            parent = data["id"]
            yield parent, (*place, "id")
        elif isinstance(data.get("key"), str):
            name = next((str(key) for key in reversed(place) if isinstance(key, str)), "")
            parent = derive_id(parent, name, data["key"])
            yield parent, (*place, "key")
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from _ids(value, (*place, key), parent)


@lru_cache(maxsize=1024)
def typeset_model(file: str, text: str, model: type[BaseModel]) -> BaseModel | None:
    """Return what one file holds, with its typography; while its text stays, so does what comes out."""
    done: BaseModel | None = rewrite(checked(file, text, model)[0], _set)
    return done


def _set(entry: Entry) -> Entry:
    """Typeset every text of an entry."""
    return entry.model_copy(update={name: _typeset(value) for name, value in words_of(entry).items()})


def _typeset(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_typeset, value))
    if isinstance(value, dict):
        return {key: _typeset(text) for key, text in value.items()}
    return Words(typeset(value, value.language), value.language)
