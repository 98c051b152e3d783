"""Tools that exist in tests only: one with every kind of part and field, one like a business plan."""

from __future__ import annotations

from typing import Any

from macros.model.tool import Tool
from macros.model.words import Entry, Words, rewrite, words_of
from tests import kind_samples

ARABIC = [
    "تقييم", "مدى", "تقدّم", "العمل", "المشترك", "بين", "أعضاء", "العنقود،", "وما", "ينبغي",
    "القيام", "به", "قبل", "الاجتماع", "المقبل", "مع", "الشركاء", "والجهات", "المموّلة", "في",
    "المنطقة،", "حتى", "يعرف", "كل", "عضو", "دوره", "ومسؤوليته", "والأجل", "المتفق", "عليه",
]  # fmt: skip
"""A sentence in Arabic, word by word."""

HOSTILE = "<w:p>&amp; </w:t> =1+1 \x00\x0b\ud800 ]]> \u202e مرحبا 😀\nligne 2\tfin"


_CHOICES = [{"key": "low", "label": "Bas", "value": 1}, {"key": "high", "label": "Haut", "value": 2}]


def _fields() -> list[dict[str, Any]]:
    suggested = {"key": "suggest", "type": "text", "label": "Proposition", "choices": _CHOICES, "suggest": True}
    found = kind_samples.fields("form", {"choices": _CHOICES})
    return [*(field | {"required": field["key"] == "choice"} for field in found), suggested]


def every(identifier: str = "every-kind") -> Tool:
    """Return a tool with every kind of part and every type of field."""
    text = {"type": "long", "help": "Deux ou trois phrases, avec un fait."}
    boxes = [
        {"key": "why", "label": "Pourquoi", "place": {"column": 1, "row": 1, "height": 2}, **text},
        {"key": "whom", "label": "Pour qui", "place": {"column": 2, "row": 1, "width": 2}, **text},
        {"key": "how", "label": "Comment", "place": {"column": 2, "row": 2}, **text},
        {"key": "means", "label": "Moyens", "place": {"column": 3, "row": 2}, **text},
    ]
    months = [{"key": f"m{n}", "label": f"Mois {n}"} for n in range(1, 13)]
    named = [{"key": "one", "label": "La première ligne", "help": "Condition"}, {"key": "two", "label": "La seconde"}]
    wide = [{"key": f"c{n}", "type": "text", "label": f"Colonne numéro {n}"} for n in range(1, 17)]
    lines = [
        {"key": "in", "type": "money", "label": "Entrées", "heading": "Argent"},
        {"key": "out", "type": "money", "label": "Sorties"},
        {"key": "left", "type": "money", "label": "Reste", "formula": "in - out", "total": True},
    ]
    parts: list[dict[str, Any]] = [
        {"key": "form", "kind": "form", "title": "Formulaire", "fields": _fields(), "guidance": "Un conseil."},
        {"key": "named", "kind": "table", "title": "Lignes nommées", "fields": _fields()[:4], "rows": named},
        {"key": "free", "kind": "table", "title": "Lignes libres", "blank_rows": 4,
         "fields": [{"key": "n", "type": "num", "label": "Rang", "formula": "position()"}, *_fields()]},
        {"key": "wide", "kind": "table", "title": "Très large", "fields": wide, "blank_rows": 30},
        {"key": "months", "kind": "matrix", "title": "Douze mois", "fields": lines, "periods": months},
        {"key": "canvas", "kind": "canvas", "title": "Canevas", "fields": boxes},
        {"key": "words", "kind": "text", "title": "Texte", "fields": [
            {"key": "a", "label": "Premier", "pages": {"min": 2, "max": 3}, **text},
            {"key": "b", "label": "Second", "pages": {"min": 2, "max": 2}, "type": "long"},
            {"key": "when", "label": "Jour", "type": "date"}]},
    ]  # fmt: skip
    return Tool.model_validate(
        {
            "id": identifier,
            "title": "Un outil de tout",
            "topic": "preparation.preliminary",
            "tier": 1,
            "purpose": "Montrer chaque sorte de partie et de champ.",
            "who": "Les tests.",
            "when": "À chaque changement.",
            "formats": ["docx", "xlsx"],
            "before_start": "Ouvrez la boîte.",
            "done_when": "Tout est là.",
            "parts": [*parts, *kind_samples.missing(parts, {"choices": _CHOICES})],
            "next_steps": True,
            "results": [
                {"key": "total", "type": "money", "label": "Reste de l’année", "formula": "sum(months.left[])"},
                {"key": "verdict", "type": "choice", "label": "Lecture", "formula": "if(total < 0, :bad, :good)",
                 "choices": [{"key": "bad", "label": "Manque", "text": "Il manque de l’argent.", "tone": "act"},
                             {"key": "good", "label": "Suffit", "text": "L’argent suffit.", "tone": "good"}]},
            ],
            "checks": [
                {"key": "short", "severity": "warning", "when": "total < 0", "message": "Il manque de l’argent."}],
            "variants": [
                {"key": "bank", "title": "Banque", "text": "Le chiffre d’abord.", "parts": ["months", "words"]},
                {"key": "members", "title": "Membres", "parts": ["words", "form"]}],
            "warnings": ["Ne vous y fiez pas."],
            "sources": [{"text": "Usage des tests", "basis": "practice"}],
            "example": {
                "form": {**kind_samples.values("form"), "text": Words(HOSTILE), "long": "Une ligne.\nUne autre.",
                         "num": 1234567, "money": 1234.5,
                         "pct": 0.125, "date": "2026-05-04", "person": "Awa Diop", "bool": True,
                         "link": "https://example.org/?a=1&b=2",
                         "choice": "high", "multi": ["low", "high"], "suggest": "Autre chose"},
                "free": [{"text": "Première", "num": 3, "choice": "low", "multi": ["high"]}],
                "wide": [{"c1": "Un", "c16": "Seize"}],
                "months": {"in": [100, 200], "out": [150, 50.25]},
                "canvas": {"why": "Parce que."},
                "words": {"a": "Le premier texte.\n\nSon second paragraphe."},
            },
        }
    )  # fmt: skip


def long_text() -> Tool:
    """Return a tool like a business plan: nine sections of several fields, in versions for several readers."""
    parts = [
        {
            "key": f"s{n}",
            "kind": "text",
            "title": title,
            "guidance": "Écrivez court : un chiffre, sa source, puis ce qu’il change pour le lecteur.",
            "fields": [
                {"key": f"f{m}", "type": "long", "label": f"{label} {n}", "pages": {"min": 1, "max": 2},
                 "help": "Ce que le lecteur doit avoir compris après une minute."}
                for m, label in enumerate(("Besoin", "Réponse", "Preuve"), 1)
            ],
        }
        for n, title in enumerate(
            ("Résumé", "Description du cluster", "Objectifs et projets", "Organisation", "Marché et concurrence",
             "Produits et services", "Analyse financière", "Opportunités et risques", "Annexes"), 1)
    ]  # fmt: skip
    orders = {"bank": "s1 s7 s8 s3 s2", "funder": "s1 s3 s4 s7", "members": "s2 s6 s1", "investor": "s1 s5 s6 s7"}
    return Tool.model_validate(
        {
            "id": "long-text",
            "title": "Plan en neuf parties",
            "topic": "preparation.finance",
            "tier": 1,
            "purpose": "Convaincre un financeur et piloter le cluster avec le même document.",
            "who": "La direction, avec le conseil.",
            "when": "Avant de chercher de l’argent.",
            "formats": ["docx"],
            "before_start": "Réunissez les comptes.",
            "done_when": "Un lecteur étranger au cluster le résume sans erreur.",
            "parts": parts,
            "variants": [
                {"key": key, "title": key.title(), "text": "Ce que ce lecteur cherche d’abord.", "parts": order.split()}
                for key, order in orders.items()
            ],
            "warnings": ["Un plan sans risques paraît naïf."],
            "sources": [{"text": "Document source", "basis": "document"}],
            "example": {
                "s1": {"f1": "Quarante ateliers, un seul acheteur : il en faut deux.", "f2": "Vendre ensemble."}
            },
        }
    )


def in_arabic(tool: Tool) -> Tool:
    """Return a tool with every text, examples too, in Arabic words of about the same length."""

    def arabic(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(arabic, value))
        count = max(1, len(value) // 6)
        return Words(" ".join((ARABIC * (count // len(ARABIC) + 1))[:count]), "ar")

    def change(entry: Entry) -> Entry:
        return entry.model_copy(update={name: arabic(value) for name, value in words_of(entry).items()})

    changed: Tool = rewrite(tool, change)
    return changed
