"""A tool with every type of field, every kind of part and every kind of chart; its words are hostile to spreadsheets."""

from __future__ import annotations

from typing import Any

from macros.model.kinds import CHART_KINDS
from macros.model.tool import Tool
from tests import kind_samples

HOSTILE = [
    "=1+1",
    "+cmd|calc",
    "-2+3",
    "@SUM(1)",
    "\tpad",
    "{=1+1}",
    "http://example.org",
    "00123",
    "<b>&",
    "مرحبا",
    '"',
]
"""Texts that a spreadsheet might take for something else."""

CHOICES = [
    {"key": "low", "label": "=Bas", "value": 1, "tone": "act", "text": "Peu ?"},
    {"key": "mid", "label": "Moyen", "value": 3, "tone": "watch"},
    {"key": "high", "label": "Haut > 2 ?", "value": 5, "tone": "good", "text": "Beaucoup."},
]


def fields(part: str) -> list[dict[str, Any]]:
    """Return a field of every type that a kind of part takes, a number with all that a field may say."""
    more = {"min": 0, "max": 10, "unit": "jours", "help": "De 0 à 10.", "required": True, "heading": "Chiffres"}
    found = [field | (more if field["key"] == "num" else {}) for field in kind_samples.fields(part, {"list": "levels"})]
    return [*found, {"key": "idea", "type": "text", "label": "Idée", "list": "levels", "suggest": True}]


LINE = {"series": ["line.v[]"]}
"""What a chart draws, unless its kind needs more."""


def charts() -> list[dict[str, Any]]:
    """Return a chart of every kind."""
    drawn: dict[str, dict[str, Any]] = {
        "bar": {"series": ["rows.num[]", "rows.twice[]"], "by": "rows.text[]"},
        "stacked": {"series": ["line.u[]", "line.v[]"]},
        "radar": {"series": ["named.choice[]"]},
        "gauge": {"series": ["share"], "zones": [0.5, 0.75, 1]},
        "quadrant": {"series": ["rows.num[]", "rows.money[]"], "by": "rows.text[]", "zones": [5, 50]},
        "pie": {"series": ["line.u[p1]", "line.w[p1]"]},
        "gantt": {"series": ["rows.date[]", "rows.until[]", "rows.pct[]"], "by": "rows.text[]"},
        "tree": {"series": ["rows.link[]", "rows.person[]"], "by": "rows.text[]"},
        "grid": {"series": ["rows.num[]", "rows.money[]"], "by": "rows.text[]"},
        "lanes": {"series": ["rows.choice[]", "rows.link[]", "rows.person[]"], "by": "rows.text[]", "zones": [2]},
        "funnel": {"series": ["line.u[p1]", "line.v[p1]"]},
        "lights": {"series": ["named.choice[one]", "named.choice[two]"]},
    }
    return [
        {"key": kind, "kind": kind, "title": f"Dessin {kind}", "alt": "Un dessin.", **drawn.get(kind, LINE)}
        for kind in CHART_KINDS
    ]


def parts() -> list[dict[str, Any]]:
    """Return a part of every kind, and a form that stands above the matrix that computes with it."""
    periods = [{"key": f"p{n}", "label": f"P{n}"} for n in (1, 2, 3)]
    named = [{"key": "one", "label": "Un", "help": "Aide", "values": {"num": 4}}, {"key": "two", "label": "Deux"}]
    until = {"key": "until", "type": "date", "label": "Fin"}
    twice = {"key": "twice", "type": "num", "label": "Double", "formula": "num * 2", "total": True}
    reading = {
        "key": "reading",
        "type": "choice",
        "label": "Lecture",
        "list": "levels",
        "formula": "if(num > 3, :high, :low)",
    }
    is_large = {"key": "large", "type": "bool", "label": "Grand", "formula": "num > 3"}
    box = {"key": "b", "type": "long", "label": "Large", "place": {"column": 2, "row": 1, "width": 2, "height": 2}}
    found: list[dict[str, Any]] = [
        {"key": "form", "kind": "form", "title": "Formulaire / [essai] : très long titre", "fields": fields("form")},
        {"key": "texts", "kind": "text", "title": "Textes", "guidance": "Écrire.", "fields": [{"key": "long", "type": "long", "label": "Champ long"}]},
        {"key": "rows", "kind": "table", "title": "Libre", "blank_rows": 14, "fields": [*fields("table"), until, twice, reading, is_large]},
        {"key": "named", "kind": "table", "title": "Nommées", "rows": named, "blank_rows": 2, "fields": fields("table")},
        {"key": "start", "kind": "form", "title": "Départ", "guidance": "Ici.", "fields": [{"key": "a", "type": "money", "label": "A"}]},
        {"key": "line", "kind": "matrix", "title": "Lignes", "guidance": "Là.", "periods": periods, "fields": [
            {"key": "u", "type": "num", "label": "U", "heading": "Début"},
            {"key": "w", "type": "choice", "label": "W", "list": "levels"},
            {"key": "v", "type": "money", "label": "V", "formula": "previous(v, start.a) + u", "total": True},
            {"key": "r", "type": "choice", "label": "R", "list": "levels", "formula": "if(v < 0, :low, :high)"},
        ]},
        {"key": "canvas", "kind": "canvas", "title": "Toile", "fields": [
            {"key": "a", "type": "long", "label": "Haut", "place": {"column": 1, "row": 1}}, box,
            {"key": "c", "type": "text", "label": "Bas", "place": {"column": 1, "row": 2}},
        ]},
    ]  # fmt: skip
    return [*found, *kind_samples.missing(found, {"list": "levels"})]


def synthetic() -> Tool:
    """Return the tool."""
    row = {
        "text": HOSTILE[0],
        "num": 4,
        "money": 1200.5,
        "pct": 0.25,
        "date": "2026-01-10",
        "until": "2026-03-01",
        "bool": True,
    }
    return Tool.model_validate({
        "id": "synthetic", "title": "Essai & <complet>", "tier": 1, "purpose": "=Essai.", "who": "Nous.", "when": "Ici.",
        "formats": ["xlsx"], "before_start": "Lire.", "done_when": "Fini.", "next_steps": True,
        "warnings": ["-Rien."], "sources": [{"text": "@Rien", "basis": "practice"}],
        "lists": [{"key": "levels", "choices": CHOICES}], "parts": parts(), "charts": charts(),
        "results": [
            {"key": "share", "type": "pct", "label": "Part", "formula": "sum(rows.num[]) / 40"},
            {"key": "verdict", "type": "choice", "label": "Verdict", "list": "levels",
             "formula": "band(share, :low, 0.25, :mid, 0.75, :high)"},
            {"key": "late", "type": "bool", "label": "En retard", "formula": "today > form.date"},
            {"key": "count", "type": "num", "label": "Combien", "formula": "count(form.multi)"},
        ],
        "checks": [
            {"key": "whole", "severity": "note", "when": "share > 0.1", "message": "=Note."},
            {"key": "row", "severity": "warning", "part": "rows", "when": "num > 5", "message": "Trop ?"},
            {"key": "named", "severity": "error", "part": "named", "when": "filled(num)", "message": "Rempli."},
            {"key": "period", "severity": "error", "part": "line", "when": "v < 0", "message": "Sous zéro."},
        ],
        "example": {
            "form": {"text": HOSTILE[1], "long": "\n".join(HOSTILE), "num": 3, "date": "2026-02-28", "multi": ["low", "high"]},
            "rows": [{**row, "text": t, "num": n, "choice": ("low", "mid")[n % 2], "link": f"c{n}", "person": f"c{n // 2}"} for n, t in enumerate(HOSTILE)],
            "named": {"two": {"choice": "high", "person": "=Anne", "link": HOSTILE[6]}},
            "start": {"a": 999999999999.25}, "line": {"u": [1, -5, 3], "w": ["low", None, "high"]},
            "canvas": {"a": "Une toile", "b": HOSTILE[0]},
        },
        "expected": [],
    })  # fmt: skip
