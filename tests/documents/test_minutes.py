"""The minutes of a meeting as the browser writes them, into the parts that the build made: sound, and read as meant."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from markupsafe import Markup

from macros.documents.word.minutes import minutes
from macros.pages.components import component
from macros.source.vademecum import languages, vademecum
from tests.browser_code import in_node
from tests.documents.opened import Opened, W, faults, w

DECIDED = {"text": "Écrire à la région", "owner": "Amel", "due": "2027-04-01", "about": "a.one.q01"}
ASKED = {"id": "a.one.q01", "text": "Qui décide ?", "counts": [1, 2, 3, 1, 0], "agreed": "2",
         "said": "Deux avis :\nattendre <ou> agir & voir. كلام", "decisions": [DECIDED]}  # fmt: skip
LEFT = {"id": "a.one.q02", "text": "Qui paie ?", "counts": [0] * 5, "agreed": "", "said": "", "decisions": []}
MEETING = {"date": "2027-03-12", "start": "14:00", "place": "", "people": "Amel\nYanis", "note": "Merci.", "length": 90,
           "topics": [{"title": "Premiers pas", "questions": [ASKED, LEFT]}], "decisions": [DECIDED]}  # fmt: skip

CODES = [language.code for language in languages()]


def words(code: str) -> dict[str, Any]:
    """Return what the page hands to its script."""
    block = component("workshop-words", vademecum(code), str)
    found: dict[str, Any] = json.loads(Markup(block[block.index(">") + 1 : block.rindex("<")]).unescape())
    return found


@cache
def made(code: str) -> bytes:
    """Make the minutes of a meeting in a language."""
    v = vademecum(code)
    script = "(globalThis.document = { documentElement: { lang: given.code } }, minutes(...given.of))"
    given = {"code": code, "of": [MEETING, "Cluster Exemple", words(code)]}
    blocks = in_node("workshop/minutes.js", script, given)
    about = {"title": "Réunion", "rtl": v.language.direction == "rtl"}
    written = "Buffer.from(wordFile(...given)).toString('base64')"
    return base64.b64decode(in_node("workshop/docx.js", written, [minutes(v, ""), blocks, about]))


@pytest.mark.parametrize("code", CODES)
def test_an_audit_finds_nothing_in_minutes(code: str) -> None:
    assert faults(made(code)) == []


def test_minutes_say_who_does_what_then_each_question_then_what_is_left() -> None:
    assert Opened(made("fr")).read().splitlines() == [
        "Title: Compte rendu de réunion",
        "| Cluster | Cluster Exemple",
        "| Date de la réunion | 12 mars 2027",
        "| Heure et durée | 14:00 · 1 h 30",
        "| Personnes présentes | Amel ⏎ Yanis",
        "Heading1: Décisions",
        "| Décision | Responsable | Échéance | Question",
        "| Écrire à la région | Amel | 1 avr. 2027 | Qui décide ?",
        "Heading1: Premiers pas",
        "Heading2: Qui décide ?",
        "Normal: 7 personnes, de 0 à 3, médiane 2. Les avis sont éloignés.",
        "| Niveau | Personnes",
        "| 0 · Pas abordée | 1",
        "| 1 · En discussion | 2",
        "| 2 · Convenue | 3",
        "| 3 · Appliquée | 1",
        "| 4 · Revue et améliorée | 0",
        "Normal: Niveau retenu\u00a0: 2 · Convenue",
        "Normal: Deux avis :",
        "Normal: attendre <ou> agir & voir. كلام",
        "Normal: Décision\u00a0: Écrire à la région",
        "Heading1: Autres points à noter",
        "Normal: Merci.",
        "Heading1: Questions à reprendre",
        "Normal: À l’ordre du jour, mais rien n’a été noté.",
        "VademecumCell: – Qui paie ?",
    ]


def test_minutes_in_arabic_run_from_right_to_left_and_french_in_them_does_not() -> None:
    document = Opened(made("ar"))
    assert all(w(table, "tblPr/bidiVisual") is not None for table in document.all("tbl"))
    by_text = {"".join(p.itertext()): w(p, "pPr/bidi") for p in document.all("p")}
    assert by_text["Merci."].get(f"{W}val") == "0"
    assert by_text["القرارات"].get(f"{W}val") is None


def test_libreoffice_opens_minutes_and_sets_them_on_a_page(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice here")
    (tmp_path / "minutes.docx").write_bytes(made("ar"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "minutes.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=300)
    pages = pypdfium2.PdfDocument(tmp_path / "minutes.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert len(pages) <= 2
    assert "Amel" in text
