"""What the documents are tried on beside the real content: all in Arabic, hostile, and tools of every shape."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Entry, Words, rewrite, translatable

ARABIC = "كيف نتفق معا على أهداف مشتركة يعرفها كل عضو ويستطيع أن يقيسها بنفسه كل سنة".split()  # noqa: SIM905
HARD = (  # noqa: SIM905
    "الأولى التحضير الأسئلة التي تُترجم لا لأ لإ لآ ولا فلأن بالإدارة الآن إلى على في نبي خبر ثم بين تمّ زين كتاب "
    "كلّا لَا لَّا شَدَّة مُدَرِّس أيضًا شهرًا جدًّا شيءٌ، أيّ: الرَّحْمٰنِ هٰذا لُؤْلُؤٌ قُرْآنٌ رَبِّ لِلَّهِ المشاريع وبُرِّرت "
    "(نصّ) «كلٌّ» [لا] 12 % 2026، Cluster-Exemple (English إلى) A لأجل تـطـويل طـــريق "
    "گفت‌وگو چپ پژوهش فارسی می‌رود یک ککک ہے ٹھیک ڈاکٹر"
).split()
"""What Arabic, Persian and Urdu letters do: ligatures, vowel marks, both at once, lengthened words, other scripts."""
LATIN = [
    *("fin", "affiche", "efficace", "offre", "souffler", "affluence", "cœur", "Œuvre", "aujourd’hui", "naïve", "où"),
    *("«\u00a0l’œil\u00a0»", "12\u202f500\u00a0€", "vérifié\u00a0:", "Qui\u202f?"),
]
"""What French does: ligatures, œ, apostrophes, no-break spaces."""
HOSTILE = "#panic() $x$ *a* _b_ @c \\d <e> `f` = g // h [i] {j} ~k'l\"m"


def changed(v: Vademecum, change: Callable[[Words], Words]) -> Vademecum:
    """Return a vade-mecum with every text of its content changed; words of the interface stay."""

    def text(value: Any) -> Any:
        if isinstance(value, Words):
            return change(value)
        return tuple(text(item) for item in value) if isinstance(value, tuple) else value

    def entry(found: Entry) -> Entry:
        if found.id.startswith("interface."):
            return found
        return found.model_copy(update={name: text(getattr(found, name)) for name in translatable(type(found))})

    return rewrite(v, entry)  # type: ignore[no-any-return]


def arabic(v: Vademecum) -> Vademecum:
    """Return a vade-mecum whose content is all Arabic, each text about as long as it was."""

    def said(text: Words) -> Words:
        if text.language == "ar":
            return text
        words = [ARABIC[n % len(ARABIC)] for n in range(max(1, round(len(text.split()) * 0.8)))]
        return Words(" ".join(words) + ("؟" if text.rstrip().endswith("?") else ""), "ar")

    return changed(v, said)


def worded(v: Vademecum, words: list[str]) -> Vademecum:
    """Return a vade-mecum whose content is all made of some words, each text about as long as it was."""

    def said(text: Words) -> Words:
        # For each text its own, or a new text elsewhere would change the words of all. With some others PDFium finds no
        # gap between two words of the pocket edition, whose print is small.
        dice = Random(f"2{text}")
        return Words(" ".join(dice.choices(words, k=max(1, round(len(text.split()) * 0.7)))), v.language.code)

    return changed(v, said)


def _field(key: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    return {"key": key, "type": kind, "label": f"Case {key}", **more}


def tool(**more: Any) -> Tool:
    """Return a made-up tool; ``more`` is laid over its plain data."""
    data: dict[str, Any] = {
        "id": "specimen",
        "title": "Feuille d’essai",
        "topic": "preparation.strategy",
        "tier": 1,
        "purpose": "Montrer toutes les formes d’un outil sur le papier.",
        "who": "Le bureau.",
        "when": "Une fois par an.",
        "warnings": ["Ne pas confondre l’essai et l’usage."],
        "sources": [{"text": "Usage courant", "basis": "practice"}],
        "formats": ["pdf"],
        **more,
    }
    return Tool.model_validate(data)


def canvas(**more: Any) -> Tool:
    """Return a wall sheet of nine boxes."""
    names = "Pourquoi,Où nous en sommes,Vision,Objectifs,Pour qui,Où agir,Comment gagner,Moyens,Premiers pas".split(",")  # noqa: SIM905
    fields = [
        _field(f"b{n}", "long", help="Deux lignes, pas plus.", place={"column": n % 3 + 1, "row": n // 3 + 1})
        | {"label": name}
        for n, name in enumerate(names)
    ]
    example = {"canvas": {"b0": "Vendre ensemble hors de la région.", "b2": "En trois ans, quinze PME exportent."}}
    part = {"key": "canvas", "kind": "canvas", "title": "La stratégie sur une page", "fields": fields}
    return tool(id="specimen-canvas", paper="a3", wall=True, parts=[part], example=example, **more)


def board(**more: Any) -> Tool:
    """Return a wall sheet of four quadrants, filled from a table, with a drawing for most kinds."""
    sides = [("s", "Forces"), ("w", "Faiblesses"), ("o", "Opportunités"), ("t", "Menaces")]
    fields = [
        _field("side", "choice", choices=[{"key": key, "label": label} for key, label in sides]),
        _field("statement", "text"),
        _field("impact", "num", min=1, max=5),
        _field("certainty", "num", min=1, max=5),
        _field("weight", "num", formula="impact * certainty"),
        _field("kept", "bool"),
    ]
    rows = [
        {"side": "s", "statement": "Douze ateliers exportent déjà", "impact": 5, "certainty": 4, "kept": True},
        {"side": "w", "statement": "Peu de cadres bilingues", "impact": 3, "certainty": 5},
        {"side": "o", "statement": "Un donneur d’ordres s’installe", "impact": 4, "certainty": 4, "kept": True},
        {"side": "t", "statement": "Prix de l’énergie", "impact": 5, "certainty": 4},
    ]
    kinds = ["bar", "line", "radar"]
    charts = [
        {"key": kind, "kind": kind, "title": kind, "alt": f"Dessin {kind}", "series": ["factors.weight[]"]}
        | {"by": "factors.statement[]"}
        for kind in kinds
    ]
    spread = {"key": "quadrant", "kind": "quadrant", "title": "Croix", "alt": "Deux axes", "zones": [3, 4.5]}
    charts.append(spread | {"series": ["factors.impact[]", "factors.certainty[]"], "by": "factors.statement[]"})
    part = {"key": "factors", "kind": "table", "title": "Le diagnostic", "blank_rows": 20, "fields": fields}
    return tool(
        id="specimen-board", paper="a3", wall=True, parts=[part], charts=charts, example={"factors": rows}, **more
    )
