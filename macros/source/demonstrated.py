"""The demonstration against the vade-mecum: it names only what is there, and tells all of it over the same days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pydantic import BaseModel

from macros.errors import Fault
from macros.model.content import Action, Question, Statement
from macros.model.demonstration import Demonstration
from macros.model.words import Entry
from macros.source.datafile import DataFile


def undemonstrated(datafile: DataFile, model: BaseModel | None, known: Iterable[tuple[str, Entry]]) -> list[Fault]:
    """List what is wrong with a file that holds the demonstration; nothing of any other.

    ``known`` are all entries, each with its file.
    """
    if not isinstance(model, Demonstration):
        return []
    checked = replace(datafile, faults=[])
    _check_ids(checked, model, {entry.id: entry for _, entry in known})
    _check_lengths(checked, model)
    _check_meetings(checked, model)
    days = [moment.day for moment in model.snapshots] + [model.as_of]
    if days != sorted(set(days)):
        checked.fault(("snapshots",), "les jours ne se suivent pas", "aller du plus ancien au plus récent, avant as_of")
    return checked.faults


def _check_ids(datafile: DataFile, model: Demonstration, by_id: Mapping[str, Entry]) -> None:
    """Note ids of nothing, or of another kind than their list. A question that is new may wait for its answer."""
    given: tuple[tuple[str, type[Entry], Iterable[tuple[str, str | int]]], ...] = (
        ("questions", Question, ((identifier, identifier) for identifier in model.questions)),
        ("actions", Action, ((identifier, identifier) for identifier in model.actions)),
        ("ticked", Statement, ((identifier, n) for n, identifier in enumerate(model.ticked))),
    )
    for name, kind, ids in given:
        for identifier, at in ids:
            if not isinstance(by_id.get(identifier), kind):
                datafile.fault((name, at), f"« {identifier} » n’a pas sa place ici", "corriger ou retirer")


def _check_meetings(datafile: DataFile, model: Demonstration) -> None:
    """Note levels that a meeting keeps and no sheet has, decisions on what it did not discuss, and days to come."""
    for n, meeting in enumerate(model.meetings):
        place = ("meetings", n)
        for identifier, heard in meeting.questions.items():
            known = model.questions.get(identifier)
            if known is None or (heard.agreed is not None and heard.agreed != known.levels[-1]):
                wrong = f"« {identifier} » n’a pas ce niveau dans questions"
                datafile.fault((*place, "questions", identifier), wrong, "donner le même niveau, ou aucun")
        for at, decision in enumerate(meeting.decisions):
            if decision.about and decision.about not in meeting.questions:
                wrong = f"« {decision.about} » n’est pas une question de cette réunion"
                datafile.fault((*place, "decisions", at, "about"), wrong, "corriger ou retirer")
        if meeting.date > model.as_of:
            datafile.fault((*place, "date"), "la réunion vient après le jour de lecture", "la tenir avant as_of")


def _check_lengths(datafile: DataFile, model: Demonstration) -> None:
    """Note levels and statuses that are not as many as snapshots, and one for today."""
    wanted = len(model.snapshots) + 1
    lines = [("questions", i, "levels", answer.levels) for i, answer in model.questions.items()]
    deeds = [("actions", i, "statuses", deed.statuses) for i, deed in model.actions.items()]
    for name, identifier, key, values in (*lines, *deeds):
        if len(values) != wanted:
            wrong = f"la liste compte {len(values)} élément(s)"
            datafile.fault((name, identifier, key), wrong, f"en donner {wanted} : un par cliché, puis aujourd’hui")
