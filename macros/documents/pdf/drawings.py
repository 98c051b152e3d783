"""The drawings of a tool as data: what each chart shows, for given values."""

from __future__ import annotations

from typing import Any

from macros.documents.display import number
from macros.documents.outline.copies import Copy
from macros.documents.outline.parts import chosen, place_label
from macros.documents.outline.points import Series, named_by, series
from macros.documents.pdf.texts import Texts
from macros.formula.ground import Value
from macros.model.field import Chart, Choice, Field
from macros.model.kinds import CHART_KINDS
from macros.reckoning.evaluation import Address
from macros.reckoning.notation import decimal_sign

LIGHT_ON = 0.5
"""From which place in a list of choices a light is full."""


def drawing(texts: Texts, copy: Copy, chart: Chart) -> dict[str, Any]:
    """Return a chart as data.

    ``{kind, title, alt, zones, bands, series: [{label, bounds, points}], branches, today, shares}``; a point is
    ``{key, label, value, text, tone}``, where ``key`` is its row or period (empty for a lone value), ``value`` a number
    or null where there is none; ``text`` is how people read it; ``bounds`` are the least and the greatest
    value that one may enter, or null; ``bands`` are the limits of the zones as read. A tree has its rows in
    ``branches``, in order; where days are drawn, ``today`` is ``{value, label, text}``; values have their
    ``shares`` as read, of the whole or of the step before, or null; ``outlines`` says how many rows
    are outlines of a radar, at most, 0 where series are; lanes are ``{label, text, boxes: [{code, label,
    from}]}``, between two ``ends`` or none.
    """
    drawn = _Drawing(texts, copy, chart)
    shown = [drawn.series(one) for one in drawn.drawn]
    points = [one["points"] for one in shown]
    tree = CHART_KINDS[chart.kind].branched and len(shown) > 1
    return {
        "kind": chart.kind,
        "title": texts.say(chart.title),
        "alt": str(chart.alt),
        "zones": list(chart.zones),
        "bands": drawn.bands(),
        "series": shown,
        "branches": _branches(points[0], points[1], points[2:]) if tree else [],
        "today": drawn.today(),
        "shares": drawn.shares(shown),
        "outlines": copy.tool.outlined(chart),
        "lanes": drawn.lanes(shown) if CHART_KINDS[chart.kind].laned else [],
        "ends": texts.all(chart.ends or ()),
    }


Drawn = list[dict[str, Any]]
"""The points of a series."""


def _branches(codes: Drawn, parents: Drawn, others: list[Drawn]) -> Drawn:
    """Return the rows of a tree, each after the one that it serves: ``{depth, code, label, beside}``; circles are cut.

    ``beside`` is what the other series say of a row.
    """
    above = {point["key"]: point["text"] for point in parents}
    more = [{point["key"]: point["text"] for point in points} for points in others]
    known = {point["text"] for point in codes}
    branches: dict[str, dict[str, Any]] = {}

    def add(point: dict[str, Any], depth: int) -> None:
        if point["text"] is None or point["key"] in branches:
            return
        beside = [text for one in more if (text := one.get(point["key"])) is not None]
        branches[point["key"]] = {"depth": depth, "code": point["text"], "label": point["label"], "beside": beside}
        for other in codes:
            if above.get(other["key"]) == point["text"]:
                add(other, depth + 1)

    for point in codes:
        if above.get(point["key"]) not in known:
            add(point, 0)
    for point in codes:  # what is left serves itself, in a circle
        add(point, 0)
    return list(branches.values())


def bands(texts: Texts, choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Return the possible readings of a result, in order."""
    return [{"key": c.key, "label": texts.say(c.label), "text": texts.say(c.text), "tone": c.tone} for c in choices]


class _Drawing:
    def __init__(self, texts: Texts, copy: Copy, chart: Chart) -> None:
        self.texts, self.copy, self.chart = texts, copy, chart
        self.drawn = series(copy, chart)

    def series(self, one: Series) -> dict[str, Any]:
        points = [self._point(one.field, address) for address in one.at]
        if one.part and not CHART_KINDS[self.chart.kind].every_row:
            points = [point for point in points if point["value"] is not None]
        field = one.field
        bounds = None if field.min is None or field.max is None else [field.min, field.max]
        return {"label": self.texts.say(one.label), "bounds": bounds, "points": points}

    def lanes(self, shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return every lane, also an empty one, with the rows that name it."""
        (named, *others), first = shown, self.drawn[0]
        boxes: dict[Value, list[dict[str, Any]]] = {}
        for n, (point, address) in enumerate(zip(named["points"], first.at, strict=True)):
            code, *sources = [one["points"][n]["text"] for one in others] or [None]
            box = {"code": code, "label": point["label"], "from": [one for one in sources if one is not None]}
            boxes.setdefault(self.copy.evaluation.one(*address), []).append(box)
        say, choices = self.texts.say, self.copy.scope.choices(first.field)
        return [{"label": say(it.label), "text": say(it.text), "boxes": boxes.get(it.key, [])} for it in choices]

    def _point(self, field: Field, address: Address) -> dict[str, Any]:
        value = self.copy.evaluation.one(*address)
        choice = chosen(self.copy, field, value)
        return {
            "key": address[2] or "",
            "label": self._label(field, address),
            "value": choice.value if choice else value if isinstance(value, float) else None,
            "text": self.texts.value(self.copy, field, value),
            "tone": self._tone(field, value),
        }

    def _tone(self, field: Field, value: Value) -> str:
        """Return what a light says: the tone of a choice, or its place in its list, the first being the worst."""
        if isinstance(value, bool):
            return "good" if value else "act"
        choice = chosen(self.copy, field, value)
        if choice is None or choice.tone != "neutral":
            return choice.tone if choice else "none"
        choices = self.copy.scope.choices(field)
        place = choices.index(choice) / max(len(choices) - 1, 1)
        return "act" if place == 0 else "watch" if place < LIGHT_ON else "good"

    def _label(self, field: Field, address: Address) -> Any:
        """Return the name of a point: what ``by`` says in its row, else the row, period or field."""
        part, at = self.copy.part(address[0]), address[2]
        if part is None or at is None:
            return self.texts.say(field.label)
        if by := named_by(self.copy, self.chart, part, at):
            said = self.texts.value(self.copy, by[0], self.copy.evaluation.one(*by[1]))
            if said is not None:
                return said
        return self.texts.say(place_label(part, at) or at.removeprefix("r"))

    def today(self) -> dict[str, Any] | None:
        """Return the day on which the document is read, where days are drawn."""
        field, day = self.drawn[0].field, float(self.copy.evaluation.today)
        if field.kind.holds != "day":
            return None
        text = self.texts.value(self.copy, field, day)
        return {"value": day, "label": self.texts.word("xlsx-today"), "text": text}

    def shares(self, shown: list[dict[str, Any]]) -> list[str | None]:
        """Return which part each value is of all or of the one before: of one series along rows, else each alone."""
        kind = CHART_KINDS[self.chart.kind]
        if not (kind.whole or kind.stepped):
            return []
        listed = any(len(one["points"]) > 1 for one in shown)
        points = shown[0]["points"] if listed else [point for one in shown for point in one["points"]]
        parts = [max(0.0, point["value"] or 0.0) for point in points]
        bases = [sum(parts)] * len(parts) if kind.whole else [0.0, *parts[:-1]]
        return [self._share(part, base) for part, base in zip(parts, bases, strict=True)]

    def _share(self, part: float, base: float) -> str | None:
        if not base:
            return None
        written = number(100 * part / base, 1, decimal_sign(self.texts.language), optional=True)
        return self.texts.apart(f"{written}\u00a0%")

    def bands(self) -> list[dict[str, Any]]:
        field, limits = self.drawn[0].field, self.chart.zones
        return [{"limit": x, "text": self.texts.value(self.copy, field, float(x))} for x in limits]
