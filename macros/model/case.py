"""What a tool is tried with: the values of its example, and cases that say what must come out."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field as Setting

from macros.model.days import Day
from macros.model.field import Finite, Given
from macros.model.words import Entry, Frozen, Words


class Sample(Entry):
    """One value of the example, in YAML written as ``part: {field: value}``; words of people are in ``text``."""

    part: str
    field: str
    at: str | None = None
    """The row or period."""
    value: Given | None = None
    text: Words | None = None


class Case(Frozen):
    """A test of the tool: with these inputs, these values come out."""

    name: str
    inputs: Literal["example"] | dict[str, Any] = "example"
    change: dict[str, Any] = Setting(default_factory=dict)
    """Inputs laid over ``inputs``, by ``part.field`` or ``part.field[row or period]``."""
    today: Day | None = None
    gives: dict[str, Any]
    """Value by ``result``, ``part.field``, ``part.field[row or period]``, or true and false by ``check.key``."""
    within: Finite = 1e-9
    """How far a number may be off; 1e-12 of its size is always allowed."""
