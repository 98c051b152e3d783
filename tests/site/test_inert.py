"""What people write is shown as they wrote it: no text of the data is run as template, HTML, Markdown or script."""

from __future__ import annotations

import html
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model.words import entries, words_of
from macros.source.load import load_source
from macros.source.overlay import _PLACEHOLDER
from tests.built import Page, copy_project, run_mkdocs
from tests.site.test_building import change
from tests.small import MAKES, shrink

PLANTED = (
    "{{ 7*7 }} {% raw %} {# c #} ${7*7} <b>g</b> <script>x()</script> </title></script> \"q\" 'a' & &amp; &#123; \\n"
    " [l](javascript:x) ![i](s) [[w]] {: onclick=x } =1+1 *e* __s__ `c` # t <!-- r --> {n.__class__}"
)
RISKY = ("b", "script", "img", "code", "title", "em", "strong", "h1", "iframe", "style", "base", "form")
"""Tags of which a page must have as many as without the planted texts."""

NAME = "<b>Ñ</b> {{ 7*7 }}"


def planted(value: Any, identifier: str) -> Any:
    """Return hostile words in the form of a French text, with its places to fill in."""
    if isinstance(value, dict):
        return {"other": planted(value["other"], identifier)}
    if isinstance(value, tuple):
        return [planted(item, identifier) for item in value]
    places = " ".join(sorted({f"{{{name}}}" for name in _PLACEHOLDER.findall(value)}))
    return f"{identifier} {PLANTED} {places}".strip()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site whose Spanish is hostile in every field."""
    project = copy_project(tmp_path_factory.mktemp("hostile"))
    shrink(project)
    for old, new in (("docs/en", "docs/es"), ("data/translations/en", "data/translations/es")):
        (project / old).rename(project / new)
    languages = [("fr", "Français", "ltr"), ("es", NAME, "ltr"), ("ar", "ع", "rtl")]
    listed = [{"code": code, "name": name, "direction": way} for code, name, way in languages]
    (project / "data/languages.yml").write_text(yaml.safe_dump({"languages": listed}, allow_unicode=True), "utf-8")
    for path in (project / "data/translations/es").rglob("*.yml"):
        path.unlink()
    source = load_source(project).vademecum
    words = {e.id: {name: planted(text, e.id) for name, text in words_of(e).items()} for e in entries(source)}
    text = yaml.safe_dump({identifier: found for identifier, found in words.items() if found}, allow_unicode=True)
    (project / "data/translations/es/all.yml").write_text(text, encoding="utf-8")
    (project / "docs/es/adapt.md").write_text('---\ntitle: T\n---\n\n# T\n\nA {{ word("nav-home") }} Z\n', "utf-8")
    change(project, "macros/documents/catalogue.py", MAKES, "singles = list(self._tools())")
    done = run_mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr[-4000:]
    return project / "site"


def pairs(site: Path) -> list[tuple[str, Page, Page]]:
    """Return each page's address, the French page, and the page with planted texts."""
    found = []
    for path in sorted((site / "es").rglob("*.html")):
        address = path.relative_to(site / "es").as_posix()
        if not address.startswith("adapt/"):
            plain, hostile = ((folder / address).read_text(encoding="utf-8") for folder in (site, site / "es"))
            found.append((address, Page(plain), Page(hostile)))
    assert len(found) > 25
    return found


def test_no_text_becomes_a_tag_or_an_attribute(site: Path) -> None:
    for address, plain, hostile in pairs(site):
        counts = [Counter(tag for tag, _ in page.tags if tag in RISKY) for page in (plain, hostile)]
        assert counts[0] == counts[1], address
        assert not hostile.all("onclick"), address
        assert not [link for link in hostile.all("href") if link.startswith("javascript")], address


def test_every_text_shows_as_it_was_typed(site: Path) -> None:
    for address, _, hostile in pairs(site):
        shown = "".join(hostile.words)
        assert shown.count(PLANTED) > (5 if address == "404.html" else 10), address  # navigation, title …
        assert "{{ 7*7 }}" in shown
        assert " 49 " not in shown.replace(PLANTED, ""), address
        assert NAME in shown, address
        assert "&lt;" not in shown, address
        doubled = [value for _, held in hostile.tags for value in held.values() if "&lt;b" in value or "&#34;" in value]
        assert doubled == [], address


def test_the_title_in_the_bar_of_the_browser_is_the_one_of_the_page(site: Path) -> None:
    page = (site / "es/change/learning/index.html").read_text(encoding="utf-8")
    title = html.unescape(page.split("<title>")[1].split("</title>")[0])
    assert title == f"change.learning {PLANTED} - interface.site-name {PLANTED}"
    described = [a["content"] for tag, a in Page(page).tags if tag == "meta" and a.get("name") == "description"]
    assert described == [f"change.learning {PLANTED}"]


def test_the_search_and_the_data_hold_the_texts_as_texts(site: Path) -> None:
    found = json.loads((site / "es/search/index.json").read_text(encoding="utf-8"))["docs"]
    assert any(html.unescape(entry["title"]) == f"change.learning {PLANTED}" for entry in found)
    assert not [entry for entry in found if "<script" in entry["title"] + entry["text"]]
    data = json.loads((site / "es/vademecum.json").read_text(encoding="utf-8"))["entries"]
    titles = {entry["id"]: entry.get("title") for entry in data}
    assert titles["change.learning"] == f"change.learning {PLANTED}"
    assert "7*7" not in (site / "es/sitemap.xml").read_text(encoding="utf-8")


def test_a_word_in_a_prose_page_is_a_word(site: Path) -> None:
    page = Page((site / "es/adapt/index.html").read_text(encoding="utf-8"))
    assert f"A interface.nav-home {PLANTED} Z" in "".join(page.words)
