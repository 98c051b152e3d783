"""The drawings of a tool as data: what each chart shows, for given values."""

from __future__ import annotations

from typing import Any

from macros.documents.pdf.reading import chosen, read_out
from macros.documents.pdf.texts import Texts
from macros.formula.ground import Value
from macros.formula.names import RESULT
from macros.formula.nodes import Ref
from macros.formula.parse import parse
from macros.model.field import Chart, Choice, Field, Part
from macros.model.kinds import CHART_KINDS
from macros.model.words import Words
from macros.reckoning.evaluation import Evaluation

LIGHT_ON = 0.5
"""From which place in a list of choices a light is full."""


def drawing(texts: Texts, evaluation: Evaluation, chart: Chart) -> dict[str, Any]:
    """Return a chart as data.

    ``{kind, title, alt, zones, bands, series: [{label, bounds, points}]}``; a point is ``{key, label, value, text,
    tone}``, where ``key`` is its row or period (empty for a lone value), ``value`` a number, or null for what is blank
    or no number; ``text`` is how people read it; ``bounds`` are the least and the greatest value that one may enter,
    or null; ``bands`` are the limits of the zones as read. A tree has its rows in ``branches``, in order.
    """
    drawn = _Drawing(texts, evaluation, chart)
    series = [found for name in chart.series if (found := drawn.series(name))]
    return {
        "kind": chart.kind,
        "title": texts.say(chart.title),
        "alt": str(chart.alt),
        "zones": list(chart.zones),
        "bands": drawn.bands(),
        "series": series,
        "branches": _branches(*(s["points"] for s in series[:2])) if chart.kind == "tree" and len(series) > 1 else [],
    }


def _branches(codes: list[dict[str, Any]], parents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a tree, each after the one that it serves: ``{depth, code, label}``; circles are cut."""
    above = {point["key"]: point["text"] for point in parents}
    known = {point["text"] for point in codes}
    found: dict[str, dict[str, Any]] = {}

    def add(point: dict[str, Any], depth: int) -> None:
        if point["text"] is None or point["key"] in found:
            return
        found[point["key"]] = {"depth": depth, "code": point["text"], "label": point["label"]}
        for other in codes:
            if above.get(other["key"]) == point["text"]:
                add(other, depth + 1)

    for point in codes:
        if above.get(point["key"]) not in known:
            add(point, 0)
    for point in codes:  # what is left serves itself, in a circle
        add(point, 0)
    return list(found.values())


def bands(texts: Texts, choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Return the possible readings of a result, in order."""
    return [{"key": c.key, "label": texts.say(c.label), "text": texts.say(c.text), "tone": c.tone} for c in choices]


class _Drawing:
    def __init__(self, texts: Texts, evaluation: Evaluation, chart: Chart) -> None:
        self.texts, self.evaluation, self.scope, self.chart = texts, evaluation, evaluation.scope, chart

    def _found(self, name: str | None) -> tuple[Field, str, str | None] | None:
        """Return the field that a name means, its part (a bare name is a result), and which places."""
        ref = parse(name) if name else None
        if not isinstance(ref, Ref):
            return None
        field = self.evaluation.field(ref.part or RESULT, ref.name)
        return (field, ref.part or RESULT, ref.at) if field else None

    def series(self, name: str) -> dict[str, Any] | None:
        found = self._found(name)
        if found is None:
            return None
        field, part, at = found
        own = self.evaluation.tool.part(part)
        if at != "*" or own is None:
            points = [self._point(field, part, at)]
        else:
            used = [place for place in self.evaluation.places(part) if self.evaluation.in_use(own, place)]
            points = [self._point(field, part, place) for place in used]
            if not CHART_KINDS[self.chart.kind].every_row:
                points = [point for point in points if point["value"] is not None]
        bounds = None if field.min is None or field.max is None else [field.min, field.max]
        return {"label": self.texts.say(field.label), "bounds": bounds, "points": points}

    def _point(self, field: Field, part: str, at: str | None) -> dict[str, Any]:
        value = self.evaluation.one(part, field.key, at)
        choice = chosen(self.scope, field, value)
        return {
            "key": at or "",
            "label": self._label(field, self.evaluation.tool.part(part), at),
            "value": choice.value if choice else value if isinstance(value, float) else None,
            "text": read_out(self.texts, self.scope, field, value),
            "tone": self._tone(field, value),
        }

    def _tone(self, field: Field, value: Value) -> str:
        """Return what a light says: the tone of a choice, or its place in its list, the first being the worst."""
        if isinstance(value, bool):
            return "good" if value else "act"
        choice = chosen(self.scope, field, value)
        if choice is None or choice.tone != "neutral":
            return choice.tone if choice else "none"
        choices = self.scope.choices(field)
        place = choices.index(choice) / max(len(choices) - 1, 1)
        return "act" if place == 0 else "watch" if place < LIGHT_ON else "good"

    def _label(self, field: Field, part: Part | None, at: str | None) -> Any:
        """Return the name of a point: what ``by`` says in its row, else the row, period or field."""
        if part is None or at is None:
            return self.texts.say(field.label)
        by = self._found(self.chart.by)
        if by and by[1] == part.key:
            said = read_out(self.texts, self.scope, by[0], self.evaluation.one(part.key, by[0].key, at))
            if said is not None:
                return said
        return self.texts.say(_named(part, at))

    def bands(self) -> list[dict[str, Any]]:
        found = self._found(self.chart.series[0])
        if found is None:
            return []
        limits = self.chart.zones
        return [{"limit": x, "text": read_out(self.texts, self.scope, found[0], float(x))} for x in limits]


def _named(part: Part, at: str) -> Words | str:
    entries = {row.key: row.label for row in part.rows} | {period.key: period.label for period in part.periods}
    return entries.get(at, at.removeprefix("r"))
