"""Every component has an example, renders it in every language, and escapes what it shows."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup

from macros.documents.excel.contents import sheets_of
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Entry, Words, rewrite, words_of
from macros.pages import components
from macros.pages.answer import AnswerForm
from macros.pages.components import FOLDER, component, lines, marks
from macros.pages.form import Form
from macros.site.downloads import Shown
from macros.site.pages import uri_of
from macros.source.vademecum import languages, vademecum

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = sorted(path.stem for path in FOLDER.glob("*.html"))
VOID = {"input", "br", "circle", "path", "meta", "link", "option"}


class Balance(HTMLParser):
    """Note tags that close without opening, or stay open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"doubled attribute in <{tag}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def link(v: Vademecum) -> Any:
    def to(target: str) -> str:
        entry = v.by_id.get(target)
        uri = uri_of(entry) if entry else target
        address = f"../{uri.removesuffix('index.md').removesuffix('.md')}".rstrip("/") + "/"
        whole_page = entry is None or type(entry).__name__ in {"Phase", "Topic"} or bool(getattr(entry, "parts", ()))
        return address if whole_page else f"{address}#{target}"

    return to


@cache
def told(name: str) -> dict[str, Any]:
    """Return the example of a component as its file tells it."""
    data: dict[str, Any] = yaml.load((EXAMPLES / f"{name}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


def example(name: str, v: Vademecum) -> tuple[dict[str, Any], list[str]]:
    data = told(name)

    def resolve(value: Any) -> Any:
        if isinstance(value, list):
            return [resolve(item) for item in value]
        if isinstance(value, str) and value.startswith("WORD:"):
            return v.word(value.removeprefix("WORD:"))
        return v.by_id.get(value, value) if isinstance(value, str) and name != "part-head" else value

    return {key: resolve(value) for key, value in data["context"].items()}, data["shows"]


def helps(v: Vademecum, context: dict[str, Any]) -> dict[str, Any]:
    """Return what pages give their components besides: the functions, and a form where a part of one stands alone."""
    tool = context.get("tool") or v.get(Tool, "go-nogo")
    return {
        "sheet": lambda _, after="": Markup("SHEET") + after,
        "form_of": lambda tool: Form(v, tool),
        "answer_of": lambda tool: AnswerForm(v, tool),
        "files": lambda _: [Shown("downloads/example.xlsx", "xlsx", "example", "example.xlsx", "12 ko")],
        "sheets": lambda tool: sheets_of(v, tool),
        "form": Form(v, tool) if isinstance(tool, Tool) else None,
    }


def render(name: str, v: Vademecum) -> str:
    context, _ = example(name, v)
    return component(name, v, link(v), **helps(v, context) | context)


def test_every_component_has_an_example_and_every_example_a_component() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.yml")) == NAMES


@pytest.mark.parametrize("code", [language.code for language in languages()])
@pytest.mark.parametrize("name", NAMES)
def test_the_example_renders(name: str, code: str) -> None:
    v = vademecum(code)
    html = render(name, v)
    assert [shown for shown in example(name, v)[1] if shown not in html] == []
    balance = Balance()
    balance.feed(html)
    assert (balance.faults, balance.open) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_a_component_is_short_and_says_what_it_needs(name: str) -> None:
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 50
    assert text.startswith("{# ")
    assert name == "words" or "Context:" in text.split("#}", maxsplit=1)[0]


@cache
def hostile() -> Vademecum:
    """Return the vade-mecum with every text a trap, but for the interface's."""
    trap = "\"'><script>alert(1)</script>&amp;{{ 733 * 997 }}"

    def spoil(entry: Entry) -> Entry:
        def spoiled(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: spoiled(text) for key, text in value.items()}
            return tuple(map(spoiled, value)) if isinstance(value, tuple) else Words(trap, value.language)

        if entry.id.startswith("interface."):
            return entry
        return entry.model_copy(update={key: spoiled(value) for key, value in words_of(entry).items()})

    return rewrite(vademecum("fr"), spoil)  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "feet"])
def test_hostile_words_stay_words(name: str) -> None:
    html = render(name, hostile())
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert html.count("<script") == len(blocks) + html.count('<script src="../assets/')
    for block in blocks:
        json.loads(block)
        assert "<" not in block
    assert str(733 * 997) not in html


def test_without_an_address_the_vademecum_says_so() -> None:
    v = vademecum("fr")
    html = component("cite", v, str, address="", release="0.2.0", file="../CITATION.cff")
    assert str(v.word("cite-no-address")) in html
    assert html.count("href=") == 1


def test_a_foot_cannot_leave_its_style_sheet() -> None:
    css = component("feet", vademecum("fr"), str, release='1"; } body { display: none', address="</style>")
    assert '1\\"; } body' in css


def test_texts_of_another_language_and_old_translations_are_marked() -> None:
    assert marks(Words("Bonjour", "fr"), "fr") == {}
    assert marks(Words("Bonjour", "fr"), "ar") == {"lang": "fr", "dir": "ltr", "data-state": "missing"}
    assert marks(Words("مرحبا", "ar"), "fr")["dir"] == "rtl"
    assert marks(Words("Hello", "en", stale=True), "en") == {"data-state": "stale"}


def test_titles_break_between_words() -> None:
    assert lines("Objectifs communs et stratégie", 20) == ["Objectifs communs et", "stratégie"]


def test_unknown_names_in_a_template_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wrong.html").write_text("{{ titel }}", encoding="utf-8")
    monkeypatch.setattr(components, "FOLDER", tmp_path)
    with pytest.raises(Exception, match="titel"):
        component("wrong", vademecum("fr"), str)


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_the_page_of_sources_says_that_no_address_was_opened_while_none_was(code: str) -> None:
    v = vademecum(code)
    opened = [source.id for source in v.references.sources if source.seen_on]
    assert (str(v.word("references-unseen")) in render("references", v)) == (not opened)
