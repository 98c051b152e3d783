"""What the site publishes beside its pages: data and schema, index, sitemap, policy, feet; and what it leaves out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.site import policy, publication, search_index
from macros.site.pages import begin
from macros.source.vademecum import ROOT, languages, vademecum
from tests.built import SITE_URL, built_site, pages


def site() -> Path:
    return built_site()[0]


def published(path: str) -> Any:
    return json.loads((site() / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", ["", "en/", "ar/"])
def test_the_vademecum_is_published_with_its_schema(folder: str) -> None:
    data = published(f"{folder}vademecum.json")
    Draft202012Validator(published("vademecum.schema.json")).validate(data)
    assert data["language"] == (folder.rstrip("/") or "fr")
    assert {entry["id"] for entry in data["entries"]} == set(vademecum("fr").by_id)


def test_the_vademecum_is_cited_under_the_address_of_the_site() -> None:
    assert f'url: "{SITE_URL}"' in (site() / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    for folder in ("", "en/", "ar/"):
        page = site() / folder / "licence" / "index.html"
        assert f'href="{SITE_URL}{folder}"' in page.read_text(encoding="utf-8")
        (file,) = re.findall(r'href="([^"]*CITATION\.cff)"', page.read_text(encoding="utf-8"))
        assert (page.parent / file).resolve() == (site() / "CITATION.cff").resolve()


def test_without_an_address_the_file_to_cite_names_none() -> None:
    assert publication.citation_file("", "") == (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert publication.citation_file("", "https://forge.org/vm").endswith('repository-code: "https://forge.org/vm"\n')


def test_the_page_loads_an_empty_index_and_the_search_a_full_one() -> None:
    for folder in ("", "en/", "ar/"):
        assert published(f"{folder}search/search_index.json")["docs"] == []
        assert len(published(f"{folder}search/index.json")["docs"]) > 200
    worker = json.loads(
        re.findall(r'<script id="__config"[^>]*>(.*?)</script>', (site() / "index.html").read_text())[0]
    )
    assert re.fullmatch(r"assets/javascripts/workers/on-demand.js#search\.\w+\.min\.js", worker["search"])


def test_the_index_says_what_its_language_and_french_make_of_words() -> None:
    french, arabic = (published(f"{folder}search/index.json")["words"] for folder in ("", "ar/"))
    assert "qu" in french["idle"]
    assert "في" not in french["idle"]
    assert {"qu", "في"} <= set(arabic["idle"])
    assert (french["articles"], arabic["articles"]) == ([], ["ال", "لل"])


def test_another_name_for_a_page_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text('{"config": {}, "docs": []}', encoding="utf-8")
    config = MkDocsConfig(str(ROOT / "mkdocs.yml"))
    config.load_dict({"site_dir": str(tmp_path), "extra": {"language": "fr"}})
    begin(config)
    with pytest.raises(PluginError, match=r"data/search.yml, fr, pages : .*« tools/swot-tows/ »"):
        search_index.finish(config)


def test_the_sitemap_names_every_page_in_every_language() -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ET.fromstring((site() / "sitemap.xml").read_text(encoding="utf-8"))
    urls = tree.findall("s:url", names)
    here = [address for address in pages() if "404" not in address and "downloads/" not in address]  # which moved
    assert len(urls) == len(here) / len(languages())
    for url in urls:
        links = {link.get("hreflang"): link.get("href", "") for link in url.findall("x:link", names)}
        assert set(links) == {"fr", "en", "ar", "x-default"}
        assert links["en"] == links["x-default"].replace(SITE_URL, f"{SITE_URL}en/")


def test_one_policy_seals_every_page_and_names_every_inline_script() -> None:
    policies = set()
    for path in site().rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
        assert len(found) == 1, path
        assert policy.digests(text) <= set(found[0].replace(";", " ").split()), path
        policies |= set(found)
    assert len(policies) == 1
    whole = policies.pop()
    assert "unsafe" not in whole
    assert "require-trusted-types-for 'script'; trusted-types default" in whole


def test_the_policy_would_miss_no_script() -> None:
    assert policy.digests("<script>alert(1)</script>") == {"'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"}
    assert policy.digests('<script type="application/json">{}</script><script src="x.js"></script>') == set()


def test_no_page_asks_another_host() -> None:
    for address, page in pages().items():
        asked = [
            a.get("src") or a.get("href", "") for tag, a in page.tags if tag in {"script", "img", "link", "iframe"}
        ]
        foreign = [link for link in asked if link.startswith(("http", "//")) and not link.startswith(SITE_URL)]
        assert foreign == [], address


def test_no_page_needs_an_inline_style() -> None:
    for address, page in pages().items():
        assert page.all("style") == [], address
        assert "style" not in [tag for tag, _ in page.tags], address


def test_what_no_reader_needs_is_left_out() -> None:
    unwanted = [path for path in site().rglob("*") if path.suffix == ".map" or "lunr" in path.parts]
    assert unwanted == []


def test_the_404_page_works_from_any_depth() -> None:
    page = pages()["ar/404.html"]
    links = [a["href"] for tag, a in page.tags if tag == "a" and "href" in a]
    assert [link for link in links if not link.startswith(("/vm/", "https://"))] == []
    assert "/vm/ar/" in links


def test_each_printed_sheet_has_its_title_at_the_foot() -> None:
    css = (site() / "assets" / "feet.css").read_text(encoding="utf-8")
    for topic in vademecum("fr").topics:
        assert f'@page {topic.id.replace(".", "-")}{{@bottom-center{{content:"{topic.title}"}}}}' in css
    assert "example.org/vm" in css
