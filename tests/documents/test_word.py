"""Word documents: every tool, in every language, blank and filled, is sound, tagged, and stays text."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from macros.documents.locales import locale
from macros.documents.outline.copies import copy_of
from macros.documents.word import document
from macros.documents.word.cards import BLANK, Cards
from macros.documents.word.controls import Controls
from macros.documents.word.elements import clean
from macros.documents.word.file import PROGRAM
from macros.documents.word.pen import GUIDANCE, Pen
from macros.documents.word.tables import MOST_FREE_ROWS, Tables
from macros.errors import VademecumError
from macros.formula.names import RESULT
from macros.model.citation import cited
from macros.model.field import Field, Part
from macros.model.kinds import FIELD_KINDS
from macros.model.reference import Reference
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import SOURCE_LANGUAGE, Words, entries, words_of
from macros.reckoning.evaluation import Address, key
from macros.source.vademecum import ROOT, languages, vademecum
from macros.version import __version__
from tests.built import SITE_URL, home, published
from tests.documents.opened import W14, Opened, W, faults, text_of, w
from tests.documents.samples import HOSTILE, every, in_arabic, long_text
from tests.golden import expect

OURS = {"every-kind": every(), "long-text": long_text()}
DEVELOPED_WITH = {"go-nogo", "give-get-balance", "financial-plan"}
"""Tools that make good trials, whatever their formats: wide tables, matrices, many parts."""

NAMES = sorted(
    {tool.id for tool in vademecum("fr").tools if tool.parts and ("docx" in tool.formats or tool.id in DEVELOPED_WITH)}
    | OURS.keys()
)
CODES = [language.code for language in languages()]
COPIES = [
    *((name, code, filled) for name in OURS for code in CODES for filled in (False, True)),
    *((name, code, code == "ar") for name in NAMES if name not in OURS for code in ("fr", "ar")),
]
"""Ours in every way; tools blank in French and filled in Arabic, for the same code makes them all."""

IDS = [f"{name}-{code}-{'filled' if filled else 'blank'}" for name, code, filled in COPIES]


@cache
def tool_of(name: str, code: str) -> Tool:
    ours = OURS.get(name)
    if ours:
        return in_arabic(ours) if code == "ar" else ours
    return vademecum(code).get(Tool, name)


@cache
def made(name: str, code: str = "fr", *, filled: bool = False) -> bytes:
    return published(code, f"{name}{'-example' * filled}.docx") or made_anew(name, code, filled=filled)


def made_anew(name: str, code: str, *, filled: bool) -> bytes:
    return document(vademecum(code), tool_of(name, code), filled=filled, site=home(code))


def opened(name: str, code: str = "fr", *, filled: bool = False) -> Opened:
    return Opened(made(name, code, filled=filled))


every_copy = pytest.mark.parametrize(("name", "code", "filled"), COPIES, ids=IDS)


# ---------------------------------------------------------------------- the file


@pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", OURS)
def test_an_audit_finds_nothing(name: str, code: str, *, filled: bool) -> None:
    assert faults(made(name, code, filled=filled)) == []


def test_the_audit_sees_faults() -> None:
    broken = opened("every-kind")
    next(broken.all("tblPr")).append(next(broken.all("tblW")))
    next(broken.all("pPr")).insert(0, next(broken.all("spacing"), next(broken.all("jc"))))
    assert faults(broken.with_body()) != []


@pytest.mark.parametrize("name", [*OURS, *NAMES[::5]])
def test_the_same_tool_gives_the_same_bytes(name: str) -> None:
    code, filled = (("fr", False), ("ar", True))[NAMES.index(name) % 2]  # the same code makes them all
    assert made_anew(name, code, filled=filled) == made(name, code, filled=filled)


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import sys; from macros.documents.word import document; from macros.source.vademecum import vademecum;"
        "from tests.documents.samples import every;"
        f"sys.stdout.buffer.write(document(vademecum('fr'), every(), filled=True, site='{SITE_URL}'))"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert told.stdout == made("every-kind", "fr", filled=True)


def test_the_archive_is_in_order_and_holds_nothing_of_the_template() -> None:
    file = opened("every-kind")
    assert file.names == ["[Content_Types].xml", "_rels/.rels", *sorted(file.names[2:])]
    assert {info.date_time for info in file.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in file.names if any(word in name for word in ("thumbnail", "Effects", "customXml"))]
    every_reference = b"".join(file.archive.read(name) for name in file.names if name.endswith((".rels", "s].xml")))
    assert not any(word in every_reference for word in (b"thumbnail", b"Effects", b"customXml"))


@pytest.mark.parametrize("code", CODES)
def test_the_file_says_what_it_is(code: str) -> None:
    core = Document(io.BytesIO(made("go-nogo", code, filled=True))).core_properties
    tool = tool_of("go-nogo", code)
    assert core.title == f"{tool.title} – {vademecum(code).word('word-example')}"
    assert (core.language, core.version, core.identifier) == (locale(code), __version__, tool.id)
    file = opened("go-nogo", code, filled=True)
    custom = file.archive.read("docProps/custom.xml").decode()
    assert all(f">{said}</vt:lpwstr>" in custom for said in (tool.id, __version__, code, "example"))
    assert f"<Application>{PROGRAM}</Application>" in file.archive.read("docProps/app.xml").decode()


# ---------------------------------------------------------------------- controls


def inputs_of(v: Vademecum, tool: Tool) -> list[tuple[Part, Field]]:
    parts = [*tool.parts, v.tool_frame.head, *([v.tool_frame.next_steps] if tool.next_steps else [])]
    return [(part, field) for part in parts for field in part.inputs]


def expected_tags(v: Vademecum, tool: Tool) -> list[str]:
    """Return the tag of every input of a blank copy, from the model alone."""
    found: list[str] = []
    copy, pen = copy_of(v, tool, filled=False), Pen(v)
    for part, field in inputs_of(v, tool):
        most = BLANK if Cards(Tables(pen, Controls(pen, copy))).suit(part) else MOST_FREE_ROWS
        free = {f"r{n}" for n in range(most + 1, part.blank_rows + 1)}
        for at in [place for place in part.places if place not in free] or [None]:
            name = key(tool, (part.key, field.key, at))
            found += (
                [f"{name}:{choice.key}" for choice in copy.scope.choices(field)] if field.type == "multi" else [name]
            )
    return found


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", NAMES)
def test_each_input_has_one_control_with_its_key(name: str, code: str) -> None:
    v, tool = vademecum(code), tool_of(name, code)
    tags = Counter(opened(name, code).tags())
    wanted = expected_tags(v, tool)
    assert [tag for tag in wanted if tags[tag] != 1] == []
    assert [tag for tag, count in tags.items() if count > 1] == []
    computed = {part.key for part in tool.parts if any(field.computed for field in part.fields)} | {RESULT}
    others = tags.keys() - set(wanted)
    assert [tag for tag in others if tag.removeprefix(f"{tool.id}.").split("#")[0].split(".")[0] not in computed] == []


@every_copy
def test_controls_have_numbers_of_their_own_and_stand_in_runs(name: str, code: str, *, filled: bool) -> None:
    file = opened(name, code, filled=filled)
    numbers = [w(sdt, "sdtPr/id").get(f"{W}val") for sdt in file.all("sdt")]
    assert len(numbers) == len(set(numbers))
    long = {f"{name}.{part.key}#{field.key}" for part in tool_of(name, code).parts if not part.along
            for field in part.fields if field.kind.long}  # fmt: skip
    for sdt in file.all("sdt"):
        tag = w(sdt, "sdtPr/tag").get(f"{W}val")
        assert len(w(sdt, "sdtContent")) > 0, tag
        assert len(tag) <= 64
        if "#" in tag:
            assert (sdt.getparent().tag in {f"{W}body", f"{W}tc"}) == (tag in long), tag
            assert tag in long or sdt.getparent().tag == f"{W}p"


CONTROLS = {"words": "text", "number": "text", "day": "date", "choice": "dropDownList"}
"""What Word calls the control for each way to hold a value; what is ticked has a box."""


def test_each_type_has_its_kind_of_control() -> None:
    file = opened("every-kind")
    kinds = {
        name: CONTROLS[kind.holds] for name, kind in FIELD_KINDS.items() if kind.holds in CONTROLS and not kind.long
    }
    for field, kind in {**kinds, "suggest": "comboBox"}.items():
        properties = w(file.control(f"every-kind.form#{field}"), "sdtPr")
        assert w(properties, kind) is not None, field
        assert w(properties, "showingPlcHdr") is not None
    assert w(file.control("every-kind.form#text"), "sdtPr/text").get(f"{W}multiLine") == "1"
    rich = [name for name, kind in FIELD_KINDS.items() if kind.long]
    assert rich
    assert all(w(file.control(f"every-kind.form#{name}"), "sdtPr/text") is None for name in rich)
    boxes = {"tick": "", "choices": ":low"}
    ticked = [f"{name}{boxes[kind.holds]}" for name, kind in FIELD_KINDS.items() if kind.holds in boxes]
    assert len(ticked) + len(kinds) + len(rich) == len(FIELD_KINDS)
    for tag in (f"{part}#{name}" for part in ("form", "free.r2") for name in ticked):
        assert file.control(f"every-kind.{tag}").find(f".//{W14}checked").get(f"{W14}val") == "0"
    items = file.control("every-kind.form#choice").iter(f"{W}listItem")
    assert [(i.get(f"{W}value"), i.get(f"{W}displayText")) for i in items] == [("low", "Bas"), ("high", "Haut")]


def test_the_example_stands_in_its_controls() -> None:
    file = Opened(made_anew("every-kind", "fr", filled=True))
    expect(__file__, "word-example", file.read().replace("\u202e", ""))
    assert w(file.control("every-kind.form#date"), "sdtPr/date").get(f"{W}fullDate") == "2026-05-04T00:00:00Z"


def test_a_blank_copy_begins_with_what_the_model_says() -> None:
    file = opened("financial-plan")
    assert file.answer("financial-plan.tags.grants#origin") == "Public"
    assert file.answer("financial-plan.assumptions#base-days") == "360"
    assert file.answer("financial-plan.head#topic") == vademecum("fr").by_id["preparation.finance"].title
    assert file.answer("financial-plan.profit.net#y1") == ""
    assert opened("financial-plan", filled=True).answer("financial-plan.profit.net#y1") == "3\u00a0000"


def test_a_key_that_word_refuses_is_named() -> None:
    long = every("a-tool-with-a-name-of-more-signs-than-word-admits-in-the-tag-of-a-control")
    with pytest.raises(VademecumError, match="dépasse 64 signes"):
        document(vademecum("fr"), long, filled=False)


def test_hostile_text_stays_text() -> None:
    file = opened("every-kind", filled=True)
    assert file.answer("every-kind.form#text") == clean(HOSTILE)
    assert all(said in clean(HOSTILE) for said in ("<w:p>&amp; </w:t>", "=1+1", "]]>", "مرحبا 😀", "\nligne 2\tfin"))
    assert len(list(file.control("every-kind.form#text").iter(f"{W}p"))) == 0


@pytest.mark.parametrize("field", ["title", "purpose"])
def test_hostile_words_of_the_model_stay_text(field: str) -> None:
    tool = every().model_copy(update={field: Words(HOSTILE)})
    data = document(vademecum("fr"), tool, filled=True, site=SITE_URL)
    assert faults(data) == []
    assert clean(HOSTILE) in Opened(data).text()


# ---------------------------------------------------------------------- form


@every_copy
def test_rows_are_whole_and_heads_repeat(name: str, code: str, *, filled: bool) -> None:
    file = opened(name, code, filled=filled)
    assert all(w(row, "trPr/cantSplit") is not None for row in file.all("tr"))
    tool, titles = tool_of(name, code), Counter(t.get(f"{W}val") for t in file.all("tblCaption"))
    for table in file.all("tbl"):
        caption = w(table, "tblPr/tblCaption").get(f"{W}val")
        kinds = {part.kind for part in tool.parts if part.title == caption}
        if kinds and kinds <= {"table", "matrix"}:
            assert w(table, "tr/trPr/tblHeader") is not None
    assert sum(titles.values()) == len(list(file.all("tbl")))


@every_copy
def test_styles_are_real(name: str, code: str, *, filled: bool) -> None:
    file = opened(name, code, filled=filled)
    known = {(s.get(f"{W}type"), s.get(f"{W}styleId")): s for s in file.xml("word/styles.xml").iter(f"{W}style")}
    used = {("paragraph", s.get(f"{W}val")) for s in file.all("pStyle")}
    used |= {("character", s.get(f"{W}val")) for s in file.all("rStyle")}
    used |= {("table", s.get(f"{W}val")) for s in file.all("tblStyle")}
    assert used <= known.keys()
    for level in (1, 2, 3):
        heading = known["paragraph", f"Heading{level}"]
        assert w(heading, "name").get(f"{W}val") == f"heading {level}"
        assert w(heading, "pPr/outlineLvl").get(f"{W}val") == str(level - 1)
    tool = tool_of(name, code)
    headings = [text_of(p) for p in file.all("p") if file.style(p) == "Heading1"]
    assert len(headings) == len(tool.parts) + bool(tool.results) + (tool.next_steps and not filled)
    assert all(said.startswith(part.title) for said, part in zip(headings, tool.parts, strict=False))


@every_copy
def test_all_advice_goes_in_one_step(name: str, code: str, *, filled: bool) -> None:
    file, tool = opened(name, code, filled=filled), tool_of(name, code)
    before = file.tags()
    advice = [p for p in file.all("p") if file.style(p) == GUIDANCE]
    said = "\n".join(map(text_of, advice))
    assert all(
        words in said for words in (clean(tool.purpose), tool.who, tool.when, *tool.warnings, tool.done_when or "")
    )
    assert str(vademecum(code).word("word-guidance")) in said
    for paragraph in advice:
        # Alike to the eye, so that Word selects them all: nothing beside the style, the direction and the page.
        allowed = {f"{W}{name}" for name in ("pStyle", "bidi", "jc", "keepNext", "outlineLvl")}
        assert {child.tag for child in w(paragraph, "pPr")} <= allowed
        assert not list(paragraph.iter(f"{W}sdt"))
        paragraph.getparent().remove(paragraph)
    assert file.tags() == before
    assert name not in OURS or faults(file.with_body()) == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["every-kind", "long-text", "financial-plan"])
def test_the_contents_list_leads_to_its_headings(name: str, code: str) -> None:
    file = opened(name, code)
    bookmarks = {b.get(f"{W}name"): b.getparent() for b in file.all("bookmarkStart")}
    links = [link for link in file.all("hyperlink") if file.style(link.getparent()).startswith("TOC")]
    assert len(links) >= len(tool_of(name, code).parts)
    for link in links:
        heading = bookmarks[link.get(f"{W}anchor")]
        assert text_of(link).split("\u2002", 1)[1] == text_of(heading)
    assert "TOC" in "".join(file.body.itertext(f"{W}instrText"))


def test_a_short_document_has_no_contents_list() -> None:
    assert not [p for p in opened("go-nogo").all("p") if opened("go-nogo").style(p).startswith("TOC")]


def test_versions_name_their_parts_in_their_order() -> None:
    file, tool = opened("long-text"), tool_of("long-text", "fr")
    for variant in tool.variants:
        line = next(text_of(p) for p in file.all("p") if text_of(p).startswith(variant.title))
        titles = [part.title for name in variant.parts for part in tool.parts if part.key == name]
        places = [line.index(title) for title in titles]
        assert places == sorted(places)


def test_wide_tables_turn_the_page_and_very_wide_ones_are_cut() -> None:
    file = opened("every-kind")
    tables = {}
    for table in file.all("tbl"):
        tables.setdefault(w(table, "tblPr/tblCaption").get(f"{W}val"), []).append(table)
    assert [len(tables[title]) for title in ("Lignes nommées", "Très large", "Douze mois")] == [1, 2, 1]
    widths = {title: int(w(found[0], "tblPr/tblW").get(f"{W}w")) for title, found in tables.items()}
    assert widths["Formulaire"] < widths["Très large"] == widths["Canevas"]
    turned = [w(section, "pgSz").get(f"{W}orient") for section in file.all("sectPr")]
    assert turned == [None, "landscape", None]
    for table in file.all("tbl"):
        assert sum(int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")) == int(w(table, "tblPr/tblW").get(f"{W}w"))


@every_copy
def test_the_foot_line_leads_back(name: str, code: str, *, filled: bool) -> None:
    file, v = opened(name, code, filled=filled), vademecum(code)
    for foot in ("word/footer1.xml", "word/footer2.xml"):
        line, xml = text_of(file.xml(foot)), file.xml(foot)
        for said in (
            v.word("site-name"),
            __version__,
            v.language.name,
            f"{home(code)}tools/{name}".removeprefix("https://"),
        ):
            assert said in line
        assert [f.get(f"{W}instr") for f in xml.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_the_foot_line_without_a_site_ends_with_the_language() -> None:
    v = vademecum("fr")
    line = text_of(Opened(document(v, every(), filled=False)).xml("word/footer1.xml"))
    assert f"{v.language.name}\t" in line or f"{v.language.name}{v.word('word-page', page='1', pages='1')[:3]}" in line
    assert every().id not in line


def test_a_source_is_cited_in_full_on_a_line_of_its_own() -> None:
    v, text = vademecum("fr"), opened("go-nogo").text()
    reference = v.get(Reference, "source.s4")
    assert cited(v, reference) in text


@every_copy
def test_every_word_of_the_tool_is_found_in_the_text(name: str, code: str, *, filled: bool) -> None:
    tool, text = tool_of(name, code), opened(name, code, filled=filled).text()
    missing = [part.title for part in tool.parts if part.title not in text]
    missing += [field.label for part in tool.parts for field in part.seen.fields if field.label not in text]
    missing += [str(part.guidance) for part in tool.parts if part.guidance and part.guidance not in text]
    missing += [row.label for part in tool.parts for row in part.rows if row.label not in text]
    missing += [result.label for result in tool.shown if result.label not in text]
    assert missing == []


# ---------------------------------------------------------------------- languages


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= sign <= "\u06ff" for sign in text)


def _is_latin(text: str) -> bool:
    return any(sign.isalpha() and sign < "\u0250" for sign in text)


@pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
@pytest.mark.parametrize("name", NAMES)
def test_arabic_runs_from_right_to_left_everywhere(name: str, *, filled: bool) -> None:
    file = opened(name, "ar", filled=filled)
    assert all(w(table, "tblPr/bidiVisual") is not None for table in file.all("tbl"))
    assert all(w(section, "bidi") is not None for section in file.all("sectPr"))
    texts = [file.body, file.xml("word/footer1.xml"), file.xml("word/footer2.xml")]
    for paragraph in (p for root in texts for p in root.iter(f"{W}p") if w(p, "pPr/sectPr") is None):
        bidi = w(paragraph, "pPr/bidi")
        assert bidi is not None, text_of(paragraph)
        if bidi.get(f"{W}val") == "0":  # then it is in another language, or for a number or an address
            for control in [s for s in paragraph.iter(f"{W}sdt") if w(s, "sdtPr/showingPlcHdr") is not None]:
                paragraph.remove(control)
            assert not _is_arabic(text_of(paragraph)) or _is_latin(text_of(paragraph)), text_of(paragraph)
    for run in (r for root in texts for r in root.iter(f"{W}r")):
        said, rtl = text_of(run), w(run, "rPr/rtl") is not None
        assert rtl or not _is_arabic(said) or said == vademecum("ar").language.name, said


def test_styles_of_an_arabic_document_are_arabic() -> None:
    styles = opened("every-kind", "ar").xml("word/styles.xml")
    defaults = styles.find(f".//{W}rPrDefault/{W}rPr")
    assert w(defaults, "rFonts").get(f"{W}cs") == "IBM Plex Sans Arabic"
    assert w(defaults, "lang").get(f"{W}bidi") == "ar-MA"
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph":
            assert w(style, "pPr/bidi") is not None
        sizes, bold = w(style, "rPr/sz"), w(style, "rPr/b")
        assert (sizes is None) == (w(style, "rPr/szCs") is None)
        assert (bold is None) == (w(style, "rPr/bCs") is None)


def test_a_text_that_is_not_translated_keeps_its_language_and_says_so() -> None:
    v = vademecum("ar")
    tool = in_arabic(every()).model_copy(update={"who": Words("Les tests français.", "fr")})
    file = Opened(document(v, tool, filled=False, site=SITE_URL))
    (line,) = [p for p in file.all("p") if "Les tests français." in text_of(p)]
    assert w(line, "pPr/bidi") is None or w(line, "pPr/bidi").get(f"{W}val") in {None, "0"}
    (run,) = [r for r in line.iter(f"{W}r") if "français" in text_of(r)]
    assert w(run, "rPr/lang").get(f"{W}val") == "fr-FR"
    assert w(run, "rPr/rtl") is None
    assert text_of(run.getnext()) == f"\u00a0{SOURCE_LANGUAGE}"
    assert str(v.word("word-untranslated")) in file.text()


def test_a_stale_text_says_so_and_fresh_ones_do_not() -> None:
    v = vademecum("fr")
    stale = every().model_copy(update={"who": Words("Les tests.", "fr", stale=True)})
    for tool, wanted in ((stale, True), (every(), False)):
        text = Opened(document(v, tool, filled=False, site=SITE_URL)).text()
        assert ("Les tests.\u00a0†" in text) == wanted
        assert (str(v.word("word-stale")) in text) == wanted


def test_answers_bear_no_mark_of_translation() -> None:
    file = Opened(document(vademecum("en"), every(), filled=True, site=SITE_URL))
    assert file.answer("every-kind.canvas#why") == "Parce que."
    assert file.answer("every-kind.form#choice") == "Haut"


def test_words_of_word_documents_are_complete_in_every_language() -> None:
    for code in CODES[1:]:
        words = [e for e in entries(vademecum(code).interface) if e.id.startswith("interface.word-")]
        texts = [t for e in words for t in words_of(e).values()]
        flat = [t for text in texts for t in (text.values() if isinstance(text, dict) else [text])]
        assert {(t.language, t.stale) for t in flat if isinstance(t, Words)} == {(code, False)}


# ---------------------------------------------------------------------- another office


def test_libreoffice_keeps_what_it_can(tmp_path: Path) -> None:
    """LibreOffice 7.4 loses tags and turns texts into fields; later versions keep them. The program's name tells."""
    source = tmp_path / "in" / "file.docx"
    source.parent.mkdir()
    source.write_bytes(made("every-kind", "fr", filled=True))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120)
    before, after = opened("every-kind", filled=True), Opened((tmp_path / "file.docx").read_bytes())
    program = after.archive.read("docProps/app.xml").decode()
    assert "LibreOffice" in program
    assert PROGRAM not in program
    assert "every-kind" in after.archive.read("docProps/custom.xml").decode()
    if "LibreOffice/7.4" not in program:
        assert set(before.tags()) <= set(after.tags())
    boxes = [[b.get(f"{W14}val") for b in file.body.iter(f"{W14}checked")] for file in (before, after)]
    assert boxes[0] == boxes[1]
    lists = [[i.get(f"{W}displayText") for d in file.all("dropDownList") for i in d] for file in (before, after)]
    assert not Counter(lists[0]) - Counter(lists[1])
    text = after.text()
    for said in ("Awa Diop", "Une ligne.", "Son second paragraphe.", "1\u00a0234\u00a0567", "Parce que.", "Seize"):
        assert said in text
    styles = {name.get(f"{W}val").lower() for name in after.xml("word/styles.xml").iter(f"{W}name")}
    assert {"heading 1", "title", str(vademecum("fr").word("word-guidance")).lower()} <= styles


def test_no_address_is_doubled() -> None:
    v, tool = vademecum("fr"), every()
    addresses: list[Address] = list(copy_of(v, tool, filled=True).evaluation.values())
    keys = [key(tool, address) for address in addresses]
    assert len(keys) == len(set(keys))


def test_a_short_table_goes_with_the_one_on_its_side_after_it() -> None:
    v = vademecum("fr")
    file = Opened(document(v, v.get(Tool, "steering-minutes"), filled=True, site=""))
    turned, at = {}, []
    for element in file.body[0]:
        section = element if element.tag == f"{W}sectPr" else w(element, "pPr/sectPr")
        if element.tag == f"{W}p" and (name := text_of(element)) in {"Ordre du jour", "Points traités", "Pour finir"}:
            at.append(name)
        if section is not None:
            turned |= dict.fromkeys(at, w(section, "pgSz").get(f"{W}orient"))
            at = []
    assert turned == {"Ordre du jour": "landscape", "Points traités": "landscape", "Pour finir": None}
