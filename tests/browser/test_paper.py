"""What comes out of the printer: one sheet a topic, with its foot, and nothing of the screen's furniture."""

from __future__ import annotations

import io
import re
from datetime import date
from unicodedata import normalize

import pytest
from babel.dates import format_date
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.model.content import Topic
from macros.source.vademecum import vademecum
from tests.browser.conftest import Open, until
from tests.built import Page as Built
from tests.built import built_site

TODAY = date.today()  # noqa: DTZ011 (the browser of this machine has the same clock and zone)
TOPICS = [topic.id.replace(".", "/") + "/" for topic in vademecum("fr").topics]
LONGEST = sorted(vademecum("fr").topics, key=lambda topic: -len(topic.questions) - len(topic.actions))[:5]
A4 = (595, 842)


def printed(visit: Open, path: str) -> list[str]:
    return sheets_of(visit(path))


def sheets_of(page: Page) -> list[str]:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == A4
    return [re.sub(r"\s+", " ", normalize("NFKC", sheet.extract_text())) for sheet in reader.pages]


@pytest.mark.parametrize("topic", LONGEST, ids=lambda topic: topic.id)
def test_a_topic_prints_on_one_sheet(visit: Open, topic: Topic) -> None:
    sheets = printed(visit, topic.id.replace(".", "/") + "/")
    assert len(sheets) == 1
    text = sheets[0]
    for number in range(1, len(topic.questions) + 1):
        assert f"{number} " in text
    assert text.count("Responsable :") == len(topic.actions)
    assert text.count("Niveau") == len(topic.questions)
    assert "0 Pas abordée 1 En discussion 2 Convenue 3 Appliquée 4 Revue et améliorée" in text
    assert "example.org/vm" in text
    assert "1 / 1" in text
    for furniture in ("Rechercher", "Imprimer cette fiche", "Pourquoi, et que répondre", "Suivant", "Accueil"):
        assert furniture not in text


def test_an_arabic_topic_prints_on_one_sheet(visit: Open) -> None:
    assert len(printed(visit, f"ar/{TOPICS[0]}")) == 1


def test_what_is_unfolded_prints_too(visit: Open) -> None:
    page, why = visit(TOPICS[0]), "Une bonne réponse contient"
    assert why not in " ".join(sheets_of(page))
    page.locator("[data-vm-unfold]").first.click()
    assert " ".join(sheets_of(page)).count(why) == 10


def test_a_phase_prints_as_a_booklet(visit: Open) -> None:
    sheets = printed(visit, "print/change/")
    titles = [topic.title for topic in vademecum("fr").topics if topic.phase == "change"]
    assert len(sheets) == 2 + len(titles)  # cover, phase, topics
    for title, sheet in zip(titles, sheets[2:], strict=True):
        assert title in sheet
    assert f"{len(sheets)} / {len(sheets)}" in sheets[-1]


def test_the_booklet_of_the_whole_holds_every_question() -> None:
    whole = Built((built_site()[0] / "print/all/index.html").read_text(encoding="utf-8"))
    ids = set(whole.all("id"))
    assert len([one for topic in vademecum("fr").topics for one in topic.questions if one.id in ids]) == 76
    for part in ("Plan d’affaires", "Cinq ratios", "Glossaire"):
        assert part in whole.words


def test_the_work_prints_with_the_sheet_unless_a_blank_one_is_asked_for(visit: Open) -> None:
    page = visit(TOPICS[0])
    blank = page.pdf()
    page.locator('[name="preparation.preliminary.q01#level"][value="1"]').check()
    page.locator('[name="preparation.preliminary.q02#level"][value="na"]').check()
    page.locator('[name="preparation.preliminary.q02#reason"]').fill("Trois PME")
    page.locator('[name="preparation.preliminary.a01#status"][value="doing"]').check()
    page.locator('[name="preparation.preliminary.a02#status"][value="done"]').check()
    enter(page, "preparation.preliminary.q01#due", "2031-12-15")
    page.locator('[name="preparation.preliminary.q01#answer"]').fill("Quinze PME exportent.\nعقد جديد")
    page.locator('[name="preparation.preliminary.q01#owner"]').evaluate("field => { field.value = 'Amel B.' }")
    page.locator('[name="preparation.preliminary.a04.2#ticked"]').check()
    call(page, "Textile Sud")
    text = PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()
    assert text.count("×") == 2  # the action that is done, the element that is ticked: no question, whatever its level
    for words in ("En cours", "Fait", "Cluster : Textile Sud", f"Date : {local(TODAY)}", "15 déc. 2031"):
        assert words in re.sub(r"\s+", " ", text)
    assert not re.search(r"\d{4}-\d\d-\d\d|obligatoire", text)
    assert "Quinze PME exportent." in text
    assert "Responsable Amel B." in text
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Imprimer vierge").click()
    again = PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()
    assert again == PdfReader(io.BytesIO(blank)).pages[0].extract_text()


def enter(page: Page, name: str, value: str) -> None:
    """Enter a value into a field that may be folded away."""
    entered = "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); }"
    page.locator(f'[name="{name}"]').evaluate(entered, value)


def call(page: Page, name: str) -> None:
    """Give the open cluster a name, as the page of clusters does."""
    until(page, "Boolean(vademecum.desk.work)")
    page.evaluate("name => vademecum.desk.clusters.note(vademecum.desk.work.id, 'name', name)", name)


def local(day: date) -> str:
    """Write a day as French pages do."""
    return format_date(day, "d MMM y", "fr")


def test_a_printed_box_is_as_dark_as_the_text(visit: Open) -> None:
    page = visit(TOPICS[0])
    page.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('.vm-box')).borderTopColor"
    assert page.evaluate(style) == "rgb(0, 0, 0)"
