"""Lists of « Mon cluster » that stand for the whole cluster: which rows of tools join them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field as Setting
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.model.keys import Key
from macros.model.words import Frozen

ListName = Literal["actions", "risks", "indicators", "events"]


class Join(Frozen):
    """The rows of a table that stand in a list of « Mon cluster » too, and which of its columns say what there."""

    part: Key
    list: ListName
    title: Key | None = None
    """What names a row; without it the label of a named row. What has no name stands nowhere."""
    owner: Key | None = None
    date: Key | None = None
    """Events of days that are over leave the list."""
    note: Key | None = None
    status: Key | None = None
    """How far an action has come: ``todo``, ``doing`` or ``done``; a blank is to do. Without it they have no state."""
    done: Key | None = None
    """The day on which something was done or reached: a row that has one has left the list."""
    only: dict[Key, str] = Setting(default_factory=dict)
    """Columns and the choice that they must hold: ``{answer: "yes"}``."""

    @model_validator(mode="after")
    def has_changes(self) -> Self:
        """Refuse actions whose owner, day and state the register, where people change them, would write elsewhere."""
        places = self.owner, self.date, self.status or "status"
        if self.list == "actions" and places != ("owner", "due", "status"):
            raise PydanticCustomError("joinless", "owner: owner, date: due, if any status: status, for actions")
        return self
