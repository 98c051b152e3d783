"""The PDF documents: tagged, readable by machines and people, one sheet a topic, the same bytes every time."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from pathlib import Path

import pdfua
import pypdf
import pypdfium2
import pytest
import segno

from macros.documents import pdf
from macros.documents.locales import has_form
from macros.documents.pdf import press, whole
from macros.documents.pdf.leaf import qr_svg
from macros.documents.pdf.sheet import sheet
from macros.errors import VademecumError
from macros.model.content import Phase, Topic
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.source.vademecum import vademecum
from macros.version import __version__
from tests.documents import specimens

SITE = "https://vademecum.example.org/"
CODES = ("fr", "en", "ar", "all-arabic")
TOOLS = [tool.id for tool in vademecum("fr").tools if tool.parts]


@cache
def v(code: str) -> Vademecum:
    return specimens.arabic(vademecum("ar")) if code == "all-arabic" else vademecum(code)


@cache
def made(code: str, kind: str, identifier: str = "") -> bytes:
    """Make one document once for all tests."""
    content = v(code)
    if kind in {"short", "detailed", "form"}:
        entry = content.by_id[identifier]
        assert isinstance(entry, Topic | Phase)
        return pdf.checklist(content, entry, detailed=kind != "short", form=kind == "form", site=SITE)
    if kind in {"blank", "filled"}:
        specimen = {"canvas": specimens.canvas, "board": specimens.board}.get(identifier)
        tool = specimen() if specimen else content.get(Tool, identifier)
        return pdf.tool_sheet(content, tool, filled=kind == "filled", site=SITE)
    return {"booklet": pdf.booklet, "pocket": pdf.pocket}[kind](content, site=SITE)


def pages(data: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def words(data: bytes) -> str:
    """Return the text of a document as Chromium reads it, without spaces."""
    document = pypdfium2.PdfDocument(data)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in document)
        return squeezed(text.replace("\ufffe", "-"))  # which stands for a hyphen at the end of a line
    finally:
        document.close()


def seen(data: bytes) -> str:
    """Return the text as another program reads it, by its place on the page, without spaces."""
    told = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return squeezed(told)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f\u2060\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]+", "", text)


TOPIC = "preparation.preliminary"
KINDS = [
    *(("short", topic.id) for topic in vademecum("fr").topics),
    ("short", "implementation"),
    ("detailed", TOPIC),
    ("detailed", "change"),
    *((kind, tool) for tool in TOOLS for kind in ("blank", "filled")),
    ("booklet", ""),
    ("pocket", ""),
]


SPECIMENS = [(kind, specimen) for kind in ("blank", "filled") for specimen in ("canvas", "board")]
NOT_PUBLISHED = [
    *((code, *kind) for code in CODES for kind in SPECIMENS),
    *(("all-arabic", *kind) for kind in KINDS if kind[0] in {"detailed", "booklet", "pocket"}),
]


@pytest.mark.parametrize(("code", "kind", "identifier"), NOT_PUBLISHED)
def test_what_is_not_published_is_accessible_too(code: str, kind: str, identifier: str, tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(made(code, kind, identifier))
    assert pdfua.validate(path).findings == ()


def test_the_accessibility_check_can_fail(tmp_path: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made("fr", "short", TOPIC)))
    writer = pypdf.PdfWriter(clone_from=reader)
    del writer.root_object["/MarkInfo"]
    writer.write(tmp_path / "poor.pdf")
    assert pdfua.validate(tmp_path / "poor.pdf").findings


@pytest.mark.parametrize("topic", [topic.id for topic in vademecum("fr").topics])
@pytest.mark.parametrize("code", CODES)
def test_the_short_list_of_a_topic_is_one_sheet(code: str, topic: str) -> None:
    assert pages(made(code, "short", topic)) == 1


def test_a_topic_with_far_too_many_questions_takes_more_sheets_and_loses_none() -> None:
    content = v("fr")
    topic = content.get(Topic, TOPIC)
    many = topic.model_copy(update={"questions": topic.questions * 4})
    data = pdf.checklist(content, many, detailed=False)
    assert pages(data) > 1
    assert words(data).count(squeezed(topic.questions[0].text)) == 4


@pytest.mark.parametrize("kind", ["short", "detailed"])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_question_and_action_stands_in_the_list(code: str, kind: str) -> None:
    for phase in v(code).phases:
        told = words(made(code, kind, phase.id))
        for topic in v(code).topics_of(phase):
            assert [q.id for q in topic.questions if squeezed(q.text) not in told.replace("FR", "")] == []
            assert [a.id for a in topic.actions if squeezed(a.title) not in told.replace("FR", "")] == []


@pytest.mark.parametrize("subject", ["change", ""])
def test_what_practice_added_is_marked(subject: str) -> None:
    content = v("fr")
    topics = content.topics_of(content.get(Phase, subject)) if subject else content.topics
    added = [addition for topic in topics for question in topic.questions for addition in question.additions]
    told = words(made("fr", "detailed" if subject else "booklet", subject)).replace("-", "")
    mark = squeezed(content.word("addition"))
    assert [a.id for a in added if mark + squeezed(a.title).replace("-", "") not in told] == []
    assert told.count(mark) == len(added) > 0


def test_two_programs_read_the_same_letters() -> None:
    data = made("fr", "detailed", TOPIC)
    assert sorted(filter(str.isalnum, seen(data))) == sorted(filter(str.isalnum, words(data)))


def test_the_booklet_holds_everything() -> None:
    content, told = v("fr"), words(made("fr", "booklet")).replace("-", "")
    texts = [
        *(text for t in content.topics for q in t.questions for text in (q.text, q.why, *q.good_answer)),
        *(text for t in content.topics for a in t.actions for text in (a.title, a.text, a.done_when)),
        *(section.title for section in content.business_plan.sections),
        *(criterion.text for criterion in content.business_plan.criteria),
        *(ratio.formula for ratio in content.ratios.ratios),
        *(text for s in content.services.services for text in (s.text, s.payer, s.first_step, s.trap)),
        *(definition.text for definition in content.definitions.definitions),
        *(level.text for level in content.scale.levels),
        *(term.text for term in content.glossary.terms),
        *(source.title for source in content.references.sources),
    ]
    # A paragraph may go on on the next page, after that page's foot: its beginning is looked for.
    assert [text for text in texts if squeezed(text).replace("-", "")[:24] not in told] == []


def test_arabic_comes_back_as_words_in_reading_order() -> None:
    topic = v("all-arabic").topics[0]
    data = made("all-arabic", "short", topic.id)
    found = pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()
    for word in {word for question in topic.questions for word in question.text.rstrip("؟").split()}:
        assert word in found


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_language_title_version_and_page_numbers(code: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(code, "detailed", TOPIC)))
    assert reader.root_object["/Lang"] == code
    assert reader.metadata is not None
    assert reader.metadata.title == v(code).get(Topic, TOPIC).title
    assert __version__ in str(reader.metadata["/Keywords"])
    told = seen(made(code, "detailed", TOPIC))
    assert __version__ in told
    assert "vademecum.example.org/preparation/preliminary" in told
    assert f"{len(reader.pages)}/{len(reader.pages)}" in told


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_booklet_has_an_outline_and_contents_with_page_numbers(code: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(code, "booklet")))

    def flat(items: list[object]) -> list[object]:
        return [x for item in items for x in (flat(item) if isinstance(item, list) else [item])]

    outline = {getattr(item, "title", ""): item for item in flat(list(reader.outline))}
    titles = {topic.title: topic for topic in v(code).topics}
    assert set(titles) <= {str(title) for title in outline}
    contents = reader.pages[1].extract_text() + reader.pages[2].extract_text()
    for topic in v(code).topics:
        page = reader.get_destination_page_number(outline[topic.title])  # type: ignore[arg-type]
        assert page is not None
        assert re.search(rf"\b{page + 1}\b", contents)
    assert len(reader.pages) % 4 == 0


@pytest.mark.parametrize(("kind", "identifier"), [*KINDS[::3], ("form", TOPIC)])
def test_the_same_bytes_twice(kind: str, identifier: str) -> None:
    first = made("fr", kind, identifier)
    press.compiler.cache_clear()
    assert made.__wrapped__("fr", kind, identifier) == first


# ------------------------------------------------------------------ QR code


def grey(path: Path) -> list[bytes]:
    """Read the rows of a picture in shades of grey (PGM)."""
    kind, size, _, dots = path.read_bytes().split(b"\n", 3)
    assert kind == b"P5"
    wide, tall = map(int, size.split())
    return [dots[n * wide : (n + 1) * wide] for n in range(tall)]


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_code_on_paper_is_that_of_the_address(code: str, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(made(code, "short", TOPIC))
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-singlefile", "sheet.pdf", "sheet"], cwd=tmp_path, check=True)
    sheet = grey(tmp_path / "sheet.pgm")
    dots, wide = 300 / 25.4, 17.0
    left = 14.0 if code == "ar" else 210 - 14 - wide
    matrix = segno.make_qr(f"{SITE}preparation/preliminary/", error="m").matrix
    step = wide / len(matrix)

    def dark(x: int, y: int) -> int:
        return int(sheet[round((13 + (y + 0.5) * step) * dots)][round((left + (x + 0.5) * step) * dots)] < 128)

    found = [[dark(x, y) for x in range(len(matrix))] for y in range(len(matrix))]
    assert found == [list(row) for row in matrix]


def test_without_a_site_there_is_neither_code_nor_address() -> None:
    data = pdf.checklist(v("fr"), v("fr").topics[0], detailed=False)
    assert "preparation/preliminary" not in words(data)
    assert "/Alt" not in data.decode("latin-1")


def test_a_code_is_drawn_in_one_path() -> None:
    assert qr_svg(SITE).count("<path") == 1


# ------------------------------------------------------------------ forms


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_answer_has_a_field_with_its_key_and_a_name(code: str) -> None:
    topic = v(code).get(Topic, TOPIC)
    fields = pypdf.PdfReader(io.BytesIO(made(code, "form", TOPIC))).get_fields() or {}
    keys = {f"{q.id}#{name}" for q in topic.questions for name in ("level", "answer", "evidence", "owner", "due")}
    keys |= {f"{a.id}#{name}" for a in topic.actions for name in ("status", "owner", "due")}
    keys |= {f"{element.id}#ticked" for action in topic.actions for element in action.elements}
    assert keys == {name for name in fields if "#" in name}
    assert all(topic.questions[0].text in str(fields[f"{TOPIC}.q01#{n}"]["/TU"]) for n in ("level", "answer"))


def test_a_form_takes_answers_and_gives_them_back() -> None:
    values = {
        f"{TOPIC}.q01#answer": "Vendre ensemble à l’étranger.",
        f"{TOPIC}.q01#level": "/3",
        f"{TOPIC}.q02#level": "/na",
        f"{TOPIC}.q02#evidence": "Procès-verbal du 12 mars",
        f"{TOPIC}.a01#status": "/done",
    }
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made("fr", "form", TOPIC)))
    writer.update_page_form_field_values(None, dict(values), auto_regenerate=False)
    filled = io.BytesIO()
    writer.write(filled)
    fields = pypdf.PdfReader(filled).get_fields() or {}
    assert {name: fields[name]["/V"] for name in values} == values


def test_a_field_lies_where_it_is_drawn() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made("fr", "form", TOPIC)))
    boxes = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    widgets = [box for box in boxes if box["/Subtype"] == "/Widget"]
    assert len(widgets) > 100
    for box in widgets:
        x0, y0, x1, y1 = (float(side) for side in box["/Rect"])
        assert 0 < x0 < x1 < 596
        assert 0 < y0 < y1 < 842


def test_arabic_is_sent_to_other_files() -> None:
    assert not has_form("ar")
    with pytest.raises(VademecumError):
        pdf.checklist(v("ar"), v("ar").topics[0], detailed=True, form=True)


# ------------------------------------------------------------------ texts


def test_markup_in_a_text_stays_text() -> None:
    content = specimens.changed(v("fr"), lambda text: Words(specimens.HOSTILE, text.language))
    hostile = squeezed(specimens.HOSTILE)
    documents = [
        pdf.checklist(content, content.topics[0], detailed=False),
        pdf.checklist(content, content.phases[0], detailed=True),
        pdf.checklist(content, content.topics[0], detailed=True, form=True),
        pdf.tool_sheet(content, content.get(Tool, TOOLS[0]), filled=True),
        pdf.booklet(content),
        pdf.pocket(content),
    ]
    for data in documents:
        assert hostile in words(data)


def test_a_sign_that_no_font_has_costs_no_document() -> None:
    content = specimens.changed(v("fr"), lambda text: Words(f"Été ⵣ 𐤀 {text}", text.language))
    told = words(pdf.checklist(content, content.topics[0], detailed=False))
    assert "Été\ufffd\ufffd" in told


def test_what_is_not_translated_is_marked_and_said_at_the_head() -> None:
    told = words(made("en", "detailed", TOPIC))
    assert squeezed("Texts marked FR are not translated yet") in told
    assert squeezed("Texts marked") not in words(made("fr", "detailed", TOPIC))
    assert "FR" not in words(made("fr", "detailed", TOPIC))


def test_a_stale_text_is_marked() -> None:
    content = specimens.changed(v("fr"), lambda text: Words(text, text.language, stale=True))
    told = words(pdf.checklist(content, content.topics[0], detailed=False))
    assert "†" in told
    assert squeezed("traduisent une version plus ancienne") in told


# ------------------------------------------------------------------ tools, pocket


def test_the_example_is_written_into_the_filled_sheet_alone() -> None:
    assert squeezed("Douze ateliers exportent déjà") in words(made("fr", "filled", "go-nogo"))
    assert squeezed("66,7 %") in words(made("fr", "filled", "go-nogo"))
    blank = words(made("fr", "blank", "go-nogo"))
    assert squeezed("Douze ateliers exportent déjà") not in blank
    assert squeezed("66,7 %") not in blank


def test_a_wall_sheet_is_a3_and_its_canvas_stands_on_one_page() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made("fr", "filled", "canvas")))
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [420, 297]
    assert len(reader.pages) == 1
    assert "Vendre ensemble" in reader.pages[0].extract_text()


def test_a_number_to_circle_is_not_said_twice() -> None:
    v = vademecum("fr")
    parts = sheet(v, v.get(Tool, "business-plan-check"), filled=False, site="")["parts"]
    column = next(column for part in parts for column in part.get("columns", ()) if column["marks"])
    assert list(zip(column["marks"], column["legend"], strict=True))[:2] == [("0", "absent"), ("1", "faible")]


def test_every_drawing_has_words_for_those_who_do_not_see_it() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made("fr", "filled", "go-nogo")))
    objects = [reader.get_object(n) for n in range(1, int(str(reader.trailer["/Size"])))]
    alternatives = {str(item["/Alt"]) for item in objects if isinstance(item, dict) and "/Alt" in item}
    assert {str(chart.alt) for chart in v("fr").get(Tool, "go-nogo").charts} <= alternatives


@pytest.mark.parametrize("code", CODES)
def test_the_pocket_edition_is_one_sheet_with_every_question(code: str) -> None:
    data = made(code, "pocket")
    assert pages(data) == 1
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [297, 210]
    if code == "fr":
        told = pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(orientations=(0, 180))
        count = sum(len(phase["topics"]) for phase in whole.pocket(v("fr"), site="")["phases"])
        assert count == len(v("fr").topics)
        assert all(topic.title.split()[0] in told for topic in v("fr").topics)
