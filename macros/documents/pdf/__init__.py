"""PDF documents, made with Typst: tagged (PDF/UA-1), fonts embedded, the same bytes for the same data.

``site`` is everywhere the address of the site in the language of the document, such as ``https://example.org/ar/``;
without it a document has neither short address nor QR code.
"""

from __future__ import annotations

from macros.documents.locales import has_form
from macros.documents.pdf import answers, checklists, press, sheet, whole
from macros.documents.pdf.acroform import fillable
from macros.errors import VademecumError
from macros.model.content import Phase, Topic
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum

SPILL = 0.4
"""A last page filled less than this is worth a try with less room between what stands on the sheet: CLOSER of it."""
CLOSER = 0.75


def checklist(v: Vademecum, entry: Topic | Phase, *, detailed: bool, form: bool = False, site: str = "") -> bytes:
    """Return the checklist of a topic or phase: short, one sheet a topic, or detailed.

    With ``form`` it is filled in on screen; raise VademecumError where ``has_form`` says no.
    """
    if form and not has_form(v.language.code):
        raise VademecumError(f"Un PDF à remplir n’existe pas en « {v.language.code} » : prendre Word ou Excel.")
    made = press.press("checklist", checklists.checklist(v, entry, detailed=detailed, form=form, site=site))
    return fillable(made, press.places("checklist", "spot")) if form else made


def tool_sheet(v: Vademecum, tool: Tool, *, filled: bool, site: str = "") -> bytes:
    """Return the sheet of a tool on its own paper: to be filled in by hand, or filled with the example."""
    data = sheet.sheet(v, tool, filled=filled, site=site)
    loose = press.press("tool", data | {"spacing": 1})
    (tail,) = press.places("tool", "tail")
    if tail["page"] == 1 or tail["filled"] > SPILL:
        return loose
    close = press.press("tool", data | {"spacing": CLOSER})
    return close if press.places("tool", "tail")[0]["page"] < tail["page"] else loose


def answer_sheet(v: Vademecum, tool: Tool, *, site: str = "") -> bytes:
    """Return the sheet on which one person answers a survey; with fields, where ``has_form`` says so."""
    made = press.press("answer", answers.answer(v, tool, site=site))
    return fillable(made, press.places("answer", "spot")) if has_form(v.language.code) else made


def booklet(v: Vademecum, *, site: str = "") -> bytes:
    """Return the whole vade-mecum to read, in A5, with contents and outline."""
    return press.press("booklet", whole.booklet(v, site=site))


def pocket(v: Vademecum, *, site: str = "") -> bytes:
    """Return the phases, topics and questions on one A4 sheet, to be folded into eight small pages."""
    return press.press("pocket", whole.pocket(v, site=site))
