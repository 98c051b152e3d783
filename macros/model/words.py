"""Words that remember their language, ids that keep their shape, and the base of every entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Self, get_args
from unicodedata import category

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, Strict, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SOURCE_LANGUAGE = "fr"

Flag = Annotated[bool, Strict()]
"""``true`` or ``false``: a text between quotes, which looks like one, is none."""


def is_readable(text: str) -> bool:
    """Tell whether one sees anything of a text: a letter, a digit, a sign."""
    return any(category(sign)[0] in "LNPS" for sign in text)


class Words(str):
    """A text for people.

    ``language`` is the code of the language that it is written in; ``stale`` says that it translates
    a French text which has changed since.
    """

    __slots__ = ("language", "stale")

    language: str
    stale: bool

    def __new__(cls, text: str, language: str = SOURCE_LANGUAGE, *, stale: bool = False) -> Self:
        """Make the text of a language."""
        words = super().__new__(cls, text)
        words.language = language
        words.stale = stale
        return words

    def reworded(self, text: str) -> Words:
        """Return another text in the same language and of the same age."""
        return Words(text, self.language, stale=self.stale)

    @classmethod
    def _of(cls, text: str) -> Self:
        if not is_readable(text):
            raise PydanticCustomError("unreadable", "a text that one sees")
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept words as they are and strings as French; refuse blanks, numbers and booleans."""
        text = core_schema.str_schema(strict=True, strip_whitespace=False, min_length=1, pattern=r"\S")
        fresh = core_schema.no_info_after_validator_function(cls._of, text)
        kept = core_schema.is_instance_schema(cls)
        return core_schema.json_or_python_schema(
            json_schema=fresh,
            python_schema=core_schema.union_schema([kept, fresh], mode="left_to_right"),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )


Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")]
"""A permanent, dotted name in English, kebab-case inside a part."""


class Frozen(BaseModel):
    """A value that never changes after reading and knows all its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Frozen):
    """Something with an id: it can be translated, linked to and answered."""

    own_language: ClassVar[tuple[str, ...]] = ()
    """Fields whose words stay as they are in every language: titles of publications."""

    free_lists: ClassVar[tuple[str, ...]] = ()
    """Lists that need not be as long in every language: the written forms of a term."""

    id: Id


def entries(node: Any) -> Iterator[Entry]:
    """Walk through every entry below ``node``, in the order of the files."""
    if isinstance(node, Entry):
        yield node
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from entries(getattr(node, name))
    elif isinstance(node, tuple):
        for item in node:
            yield from entries(item)


def rewrite(node: Any, change: Callable[[Entry], Entry]) -> Any:
    """Return ``node`` with ``change`` applied to every entry below it, innermost first."""
    if isinstance(node, BaseModel):
        new = {name: rewrite(getattr(node, name), change) for name in type(node).model_fields}
        kept = node.model_copy(update={k: v for k, v in new.items() if v is not getattr(node, k)})
        return change(kept) if isinstance(kept, Entry) else kept
    if isinstance(node, tuple):
        return tuple(rewrite(item, change) for item in node)
    return node


@cache
def translatable(kind: type[Entry]) -> tuple[str, ...]:
    """Return the names of the fields that hold words to translate in this kind of entry."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if name not in kind.own_language and _holds_words(field.annotation))


def _holds_words(annotation: Any) -> bool:
    return annotation is Words or any(map(_holds_words, get_args(annotation)))


def words_of(entry: Entry) -> dict[str, Words | tuple[Words, ...] | dict[str, Words]]:
    """Return the fields of ``entry`` that hold words, by name: one text, several, or plural forms."""
    return {name: value for name in translatable(type(entry)) if (value := getattr(entry, name))}
