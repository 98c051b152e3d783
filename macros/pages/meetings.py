"""What is kept of meetings (web/workshop/) and of their decisions: fields, as the tables of a tool have them."""

from __future__ import annotations

from typing import Any

from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.pages.foreign import told

MEETING = {
    "date": ("day", "meeting-date"),
    "start": ("words", "meeting-start"),
    "length": ("words", "meeting-length"),
    "place": ("words", "meeting-place"),
    "asked": ("tick", "meeting-asked"),
    "minutes": ("words", "meeting-given"),
    "people": ("words", "meeting-present"),
    "begun": ("moment", "meeting-begun"),
    "agreed": ("words", "meeting-agreed"),
    "said": ("words", "meeting-note"),
    "note": ("words", "meeting-more-note"),
}
"""What a field of a meeting holds, and the word for it; what is about a question or a topic ends with its id, with ~ in
place of dots: ``asked.preparation~preliminary~q01``. A moment is in milliseconds since 1970."""

PROSE = ("people", "said", "note")
"""Its fields of several lines, which merge as a text."""

HOUR = 60

LENGTHS = (30, 60, 90, 120, 150, 180, 240)
"""How long a meeting may be set to last, in minutes."""

DECISION = {
    "text": ("words", "meeting-decision"),
    "owner": ("words", "in-charge"),
    "due": ("day", "due"),
    "status": ("words", "dash-status"),
    "about": ("words", "meeting-about"),
    "meeting": ("row", "meeting-which"),
}
"""The same of a decision: ``about`` is the id of a question, ``meeting`` the name of a meeting."""


def workshop(v: Vademecum) -> dict[str, Any]:
    """Return what the keys of meetings and decisions stand for, in the form of macros/pages/work.py."""
    meeting = {name: _field(v, *known) for name, known in MEETING.items()}
    for name in PROSE:
        meeting[name]["long"] = True
    meeting["length"]["choices"] = {str(minutes): told(v, _length(v, minutes)) for minutes in LENGTHS}
    meeting["agreed"]["choices"] = {str(n): f"{n} · {level.title}" for n, level in enumerate(v.scale.levels)}
    for level in range(len(v.scale.levels)):
        meeting[f"voices-{level}"] = {"label": told(v, v.word("meeting-people-at", level=level)), "holds": "words"}
    decision = {name: _field(v, *known) for name, known in DECISION.items()}
    decision["meeting"]["below"] = "workshop.meetings."
    decision["status"]["choices"] = {state: told(v, v.word(f"status-{state}")) for state in ("todo", "doing", "done")}
    parts = {
        "meetings": _part(v, "meeting-which", meeting),
        "decisions": _part(v, "meeting-decisions", decision),
    }
    return {"title": told(v, v.word("page-workshop")), "parts": parts}


def _length(v: Vademecum, minutes: int) -> Words:
    if minutes < HOUR:
        return v.word("meeting-left", n=minutes)
    return v.word("meeting-half" if minutes % HOUR else "meeting-hours", hours=minutes // HOUR)


def _field(v: Vademecum, holds: str, word: str) -> dict[str, Any]:
    return {"label": told(v, v.word(word)), "holds": holds}


def _part(v: Vademecum, word: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"title": told(v, v.word(word)), "along": "rows", "free": True, "rows": {}, "fields": fields, "periods": {}}
