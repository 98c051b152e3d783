"""The drawings of a tool as data: what each chart shows, for given values."""

from __future__ import annotations

from typing import Any

from macros.documents.reading import chosen, read_out
from macros.documents.texts import Texts
from macros.evaluation import Evaluation
from macros.formula.ground import Value
from macros.formula.names import RESULT
from macros.formula.parse import Ref, parse
from macros.model.field import Chart, Choice, Field, Part
from macros.model.words import Words

LIGHT_ON = 0.5
"""From which place in a list of choices a light is full."""


def drawing(texts: Texts, evaluation: Evaluation, chart: Chart) -> dict[str, Any]:
    """Return a chart as data.

    ``{kind, title, alt, zones, series: [{label, points}]}``; a point is ``{label, value, text, tone, key}``, where
    ``value`` is a number, or null for what is blank or no number; ``text`` is how people read it.
    """
    series = [_series(texts, evaluation, chart, text) for text in chart.series]
    return {
        "kind": chart.kind,
        "title": texts.say(chart.title),
        "alt": str(chart.alt),
        "zones": list(chart.zones),
        "bands": _bands(texts, evaluation, chart),
        "series": [found for found in series if found],
    }


def _series(texts: Texts, evaluation: Evaluation, chart: Chart, text: str) -> dict[str, Any] | None:
    ref = parse(text)
    if not isinstance(ref, Ref):
        return None
    part_key, name = _place(evaluation, ref)
    field = evaluation.field(part_key, name)
    if field is None:
        return None
    places: list[str | None] = [*evaluation.places(part_key)] if ref.at == "*" else [ref.at]
    part = evaluation.tool.part(part_key)
    points = [_point(texts, evaluation, chart, part, field, part_key, at) for at in places]
    return {"label": texts.say(field.label), "points": [p for p in points if p["value"] is not None or ref.at != "*"]}


def _place(evaluation: Evaluation, ref: Ref) -> tuple[str, str]:
    """Return the part and field that a name means; a bare name is a result."""
    return (ref.part or RESULT), ref.name


def _point(
    texts: Texts, evaluation: Evaluation, chart: Chart, part: Part | None, field: Field, key: str, at: str | None
) -> dict[str, Any]:
    value = evaluation.one(key, field.key, at)
    choice = chosen(evaluation.scope, field, value)
    amount = choice.value if choice else value if isinstance(value, float) else None
    return {
        "key": at or field.key,
        "label": _label(texts, evaluation, chart, part, field, at),
        "value": amount,
        "text": read_out(texts, evaluation.scope, field, value),
        "tone": _tone(evaluation, field, value),
    }


def _tone(evaluation: Evaluation, field: Field, value: Value) -> str:
    """Return what a light says: the tone of a choice, or its place in its list, the first being the worst."""
    if isinstance(value, bool):
        return "good" if value else "act"
    choices = evaluation.scope.choices(field)
    choice = chosen(evaluation.scope, field, value)
    if choice is None or choice.tone != "neutral":
        return choice.tone if choice else "none"
    place = choices.index(choice) / max(len(choices) - 1, 1)
    return "act" if place == 0 else "watch" if place < LIGHT_ON else "good"


def _label(
    texts: Texts, evaluation: Evaluation, chart: Chart, part: Part | None, field: Field, at: str | None
) -> Any:
    """Return the name of a point: what ``by`` says in its row, else the row, period or field."""
    if part is None or at is None:
        return texts.say(field.label)
    if chart.by and isinstance(ref := parse(chart.by), Ref) and ref.part == part.key:
        by = evaluation.field(part.key, ref.name)
        found = evaluation.one(part.key, ref.name, at) if by else None
        said = read_out(texts, evaluation.scope, by, found) if by else None
        return said if said is not None else texts.say(_named(part, at))
    return texts.say(_named(part, at))


def _named(part: Part, at: str) -> Words | str:
    entries = {row.key: row.label for row in part.rows} | {period.key: period.label for period in part.periods}
    return entries.get(at, at.removeprefix("r"))


def _bands(texts: Texts, evaluation: Evaluation, chart: Chart) -> list[dict[str, Any]]:
    """Return what the zones of a gauge are called: the limits as read."""
    ref = parse(chart.series[0])
    field = evaluation.field(*_place(evaluation, ref)) if isinstance(ref, Ref) else None
    if field is None:
        return []
    return [{"limit": limit, "text": read_out(texts, evaluation.scope, field, float(limit))} for limit in chart.zones]


def bands(texts: Texts, choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Return the possible readings of a result, in order."""
    return [
        {"key": c.key, "label": texts.say(c.label), "text": texts.say(c.text), "tone": c.tone} for c in choices
    ]
