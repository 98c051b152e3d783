"""Any language builds, pages and documents: the most spoken ones, regions, other scripts, small languages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

from macros.model.locale import full_tag, is_rtl, nearest
from macros.model.vademecum import Language
from macros.site.languages import below, public
from macros.site.theme import speaks
from macros.source.vademecum import vademecum
from tests.built import Page, copy_project, run_mkdocs
from tests.conftest import Project
from tests.small import publish, shrink
from tests.source.test_load import only

TITLES = {
    "en": "Learning", "zh": "学习与展望", "zh-Hant": "學習與展望", "hi": "सीखना", "ar": "التعلّم", "bn": "শেখা",
    "pt-BR": "Aprendendo", "ru": "Учиться", "ur": "سیکھنا", "ja": "学び", "sw": "Kujifunza", "te": "నేర్చుకోవడం",
    "tr": "Öğrenmek", "ta": "கற்றல்", "vi": "Học hỏi", "ko": "배우기", "no": "Å lære", "ku": "Fêrbûn",
    "sr-Latn": "Učenje", "wo": "Jàng", "am": "መማር", "es-419": "Aprendizaje",
}  # fmt: skip
"""Codes, with the title of a topic in each: every script, our own, regions, languages that the theme lacks.

Each takes two seconds, and the others that we know of are like one of these.
"""

KEPT = ("swot-tows.xlsx", "swot-tows.docx", "checklists/change.learning.pdf")
"""One file of each kind."""

DRAWN = {
    "Deva": "Devanagari", "Beng": "Bengali", "Telu": "Telugu", "Taml": "Tamil", "Ethi": "Ethiopic",
    "Hans": "CJKsc", "Hant": "CJKtc", "Jpan": "CJKjp", "Kore": "CJKkr",
}  # fmt: skip
"""Scripts that the house's own fonts lack, with a part of the name of the font that is embedded."""


def speaking(project: Path, titles: dict[str, str]) -> None:
    """Give a project these languages beside French, each with one title of its own."""
    lines = ["languages:", "  - {code: fr, name: Français, direction: ltr}"]
    for code, title in titles.items():
        lines.append(f'  - {{code: "{code}", name: "{title}", direction: {"rtl" if is_rtl(code) else "ltr"}}}')
        for folder in (f"docs/{code}", f"data/translations/{code}"):
            (project / folder).mkdir(parents=True, exist_ok=True)
        (project / f"data/translations/{code}/topics/change.learning.yml").unlink(missing_ok=True)
        (project / f"data/translations/{code}/own.yml").write_text(f"change.learning:\n  title: {title}\n", "utf-8")
    (project / "data/languages.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if "ar" not in titles:
        for folder in ("docs/ar", "data/translations/ar"):
            (project / folder).rename(project / f"{folder.replace('/', '-')}.away")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site in every language of TITLES at once."""
    project = copy_project(tmp_path_factory.mktemp("many"))
    shrink(project)
    speaking(project, TITLES)
    publish(project, *KEPT)
    done = run_mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr[-4000:]
    assert "Traceback" not in done.stderr
    return project / "site"


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://example.org/vm/", "https://example.org/vm/"), ("", ""), ("http://127.0.0.1:8000/", ""),
        ("http://localhost/vm/", ""), ("http://[::1]:8000/", ""), ("http://0.0.0.0:8000/", ""),
    ],
)  # fmt: skip
def test_an_address_that_nobody_else_reaches_is_none(address: str, known: str) -> None:
    assert public(address) == known
    assert below(public(address), "ar") == (f"{known}ar/" if known else "")


@cache
def page(site: Path, code: str) -> Page:
    return Page((site / code / "change/learning/index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", TITLES)
def test_pages_speak_the_language(code: str, site: Path) -> None:
    html = page(site, code).tags[0][1]
    assert (html["lang"], html["dir"]) == (code, "rtl" if is_rtl(code) else "ltr")
    assert TITLES[code] in " ".join(page(site, code).words)
    assert json.loads((site / code / "vademecum.json").read_text(encoding="utf-8"))["language"] == code
    found = json.loads((site / code / "search/index.json").read_text(encoding="utf-8"))["docs"]
    assert any(TITLES[code] in entry["title"] for entry in found)


@pytest.mark.parametrize("code", TITLES)
def test_documents_speak_the_language(code: str, site: Path) -> None:
    folder = site / code / "downloads"
    for name in KEPT[:2]:
        with ZipFile(folder / name) as file:
            assert file.testzip() is None
    for name in KEPT[2:]:
        text = "".join(part.extract_text() for part in pypdf.PdfReader(folder / name).pages)
        assert "\ufffd" not in text, name
    document = pypdf.PdfReader(folder / KEPT[2])
    assert str(document.trailer["/Root"]["/Lang"]).split("-")[0] == full_tag(code)[0]
    embedded = {str(f) for part in document.pages for f in _fonts(part)}
    assert any(DRAWN.get(full_tag(code)[1], "Plex") in name for name in embedded), embedded


def _fonts(part: pypdf.PageObject) -> list[str]:
    return [font.get_object()["/BaseFont"] for font in part["/Resources"]["/Font"].values()]


# ------------------------------------------------------------------ what stands in where something lacks


@pytest.mark.parametrize(
    ("code", "direction", "spoken"),
    [
        ("fr", "ltr", "fr"), ("pt-BR", "ltr", "pt-BR"), ("pt-AO", "ltr", "pt"), ("no", "ltr", "nb"),
        ("nn", "ltr", "nn"), ("zh-Hant", "ltr", "zh-Hant"), ("zh-SG", "ltr", "zh"), ("sr-Latn", "ltr", "sh"),
        ("sr", "ltr", "sr"), ("ku", "ltr", "fr"), ("wo", "ltr", "fr"), ("sw", "ltr", "fr"), ("ps", "rtl", "fr"),
        ("ar-TN", "rtl", "ar"), ("fil", "ltr", "tl"), ("es-419", "ltr", "es"),
    ],
)  # fmt: skip
def test_the_theme_speaks_the_nearest_language_that_it_knows(code: str, direction: str, spoken: str) -> None:
    assert speaks(Language.model_validate({"code": code, "name": "x", "direction": direction}), "fr") == spoken


def test_nothing_near_is_none() -> None:
    assert nearest("wo", ["fr", "en"]) is None


@pytest.mark.parametrize("code", ["aeb", "ku-Arab", "und", "sr-x-old", "zz-FR"])
def test_a_language_without_data_is_refused_before_a_build(code: str, project: Project) -> None:
    project.replace("languages.yml", "  - {code: ar", f"  - {{code: {code}, name: X, direction: ltr}}\n  - {{code: ar")
    said = only(project)
    assert (said.file, said.line) == ("data/languages.yml", project.line("languages.yml", code))
    assert f"« {code} » n’est le code d’aucune langue connue" in said.wrong
    assert "voisine" in said.mend


@pytest.mark.parametrize(
    ("code", "right"), [("ar", True), ("uz-Arab", True), ("pa-Arab", True), ("uz", False), ("pa", False), ("fr", False)]
)
def test_the_script_says_in_which_direction_a_language_runs(code: str, *, right: bool) -> None:
    assert is_rtl(code) is right


def test_every_code_that_check_lets_in_has_plurals_names_and_a_direction(project: Project) -> None:
    known = [
        "pt-BR", "zh-Hant", "zh-TW", "sr-Latn", "no", "ku", "ca-valencia", "en-001", "iw", "es", "pt", "id", "de",
        "sw", "mr", "tr", "ha", "mg", "ln",
    ]  # fmt: skip
    for n, code in enumerate(known):
        direction = "rtl" if code == "iw" else "ltr"
        name = f'  - {{code: "{code}", name: L{n}, direction: {direction}}}\n  - {{code: ar'
        project.replace("languages.yml", "  - {code: ar", name)
        project.write(f"translations/{code}/own.yml", 'interface.topics:\n  plural: {other: "{n} x"}\n')
        v = vademecum(code, project.root)
        assert v.word("topics", n=2) == "2 x"
        assert v.language_name("fr")
