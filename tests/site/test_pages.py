"""Every page of the site: language, headings, links, the notice where a translation is missing."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import pairwise
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from macros.source.vademecum import languages, vademecum
from tests.built import SITE_URL, built_site, pages

TOOLS = vademecum("fr").tools
PER_LANGUAGE = 39 + sum(bool(tool.parts) + bool(tool.survey) for tool in TOOLS)


def language_of(address: str) -> str:
    first = address.split("/", maxsplit=1)[0]
    return first if first in {language.code for language in languages()} else "fr"


def test_the_build_is_silent() -> None:
    assert [line for line in built_site()[1].splitlines() if line.startswith(("WARNING", "ERROR"))] == []


def test_every_language_has_every_page() -> None:
    by_language = Counter(language_of(address) for address in pages())
    assert set(by_language.values()) == {PER_LANGUAGE}, by_language


def test_pages_say_their_language_and_direction() -> None:
    directions = {language.code: language.direction for language in languages()}
    for address, page in pages().items():
        html = page.tags[0][1]
        assert (html["lang"], html["dir"]) == (language_of(address), directions[language_of(address)]), address


def test_each_page_has_one_first_heading_and_unique_ids() -> None:
    for address, page in pages().items():
        assert [tag for tag, _ in page.tags].count("h1") == 1, address
        doubled = [name for name, count in Counter(page.all("id")).items() if count > 1]
        assert doubled == [], address


def test_headings_skip_no_level() -> None:
    for address, page in pages().items():
        levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3", "h4"}]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], address


def test_every_link_leads_to_a_page_and_every_fragment_to_an_id() -> None:
    site, _ = built_site()
    ids = {address: set(page.all("id")) for address, page in pages().items()}
    root = urlsplit(SITE_URL).path
    broken = []
    for address, page in pages().items():
        for link in page.all("href") + page.all("src"):
            parts = urlsplit(link)
            if parts.scheme in {"http", "https", "mailto"} or link.startswith("data:"):
                continue
            base = parts.path.removeprefix(root) if parts.path.startswith(root) else join(address, "..", parts.path)
            path = unquote(normpath(base)) if parts.path else address
            target = site / path
            if target.is_dir():
                target, path = target / "index.html", normpath(join(path, "index.html"))
            if not target.exists() or (parts.fragment and unquote(parts.fragment) not in ids.get(path, set())):
                broken.append((address, link))
    assert broken == []


def test_every_question_and_action_has_an_address_and_a_way_to_copy_it() -> None:
    for topic in vademecum("fr").topics:
        page = pages()[f"{topic.id.replace('.', '/')}/index.html"]
        copied = {attributes["href"] for _, attributes in page.tags if "data-vm-copy" in attributes}
        assert copied == {f"#{entry.id}" for entry in (*topic.questions, *topic.actions)}


def test_every_box_has_its_words() -> None:
    for address, page in pages().items():
        boxes = [attributes for tag, attributes in page.tags if tag == "input" and attributes["type"] == "checkbox"]
        ours = [box for box in boxes if not box.get("id", "").startswith("__")]
        open_labels = 0
        for tag, attributes in page.tags:
            open_labels += tag == "label" and attributes.get("class") == "vm-tick"
        assert len(ours) == open_labels, address


def test_what_is_not_translated_is_announced_and_marked() -> None:
    for address, page in pages().items():
        marked = "missing" in page.all("data-state")
        notice = any("vm-notice" in name for name in page.all("class"))
        prose = any(name in address for name in ("adapt/", "privacy/", "accessibility/", "licence/"))
        expected = language_of(address) != "fr" and (marked or prose)
        assert notice == expected, address
        if marked:
            french = [a for _, a in page.tags if a.get("data-state") == "missing"]
            assert all((a["lang"], a["dir"]) == ("fr", "ltr") for a in french), address


def test_styles_come_before_what_they_are_for() -> None:
    for address, page in pages().items():
        tags = [(tag, attributes.get("rel")) for tag, attributes in page.tags]
        assert ("link", "stylesheet") not in tags[tags.index(("body", None)) :], address
        styled = any(href.endswith("assets/tool.css") for href in page.all("href"))
        drawn = any(name.split()[0] in {"vm-toolpage", "vm-filters"} for name in page.all("class") if name)
        assert styled or not (drawn and "tools/" in address), address


def test_french_is_complete() -> None:
    assert [
        address for address, page in pages().items() if language_of(address) == "fr" and page.all("data-state")
    ] == []


def test_the_other_languages_have_their_words_for_interface_titles_and_glossary() -> None:
    for code in ("en", "ar"):
        home = pages()[f"{code}/index.html"]
        assert "missing" not in home.all("data-state")
        assert vademecum(code).phases[0].title in "".join(home.words)
        assert "missing" not in pages()[f"{code}/glossary/index.html"].all("data-state")


def test_each_page_describes_itself() -> None:
    for address, page in pages().items():
        described = [a["content"] for tag, a in page.tags if tag == "meta" and a.get("name") == "description"]
        assert len(described) == 1, address
        assert 20 < len(described[0]) <= 200, (address, described)


def test_each_page_has_a_name_and_an_address_of_its_own() -> None:
    site, names = built_site()[0], Counter[tuple[str, str]]()
    for address in pages():
        text = (site / address).read_text(encoding="utf-8")
        v = vademecum(language_of(address))
        home = address in {"index.html", f"{v.language.code}/index.html"}
        title = unescape(re.findall("<title>(.*?)</title>", text)[0])
        name = title if home else title.removesuffix(f" - {v.word('site-name')}")
        assert home == (name == v.word("site-name")), (address, title)
        assert home == (name == title), (address, title)
        names[language_of(address), name] += 1
        if "404" in address:
            continue
        said = {a.get("property") or a.get("rel"): a.get("content") or a.get("href") for _, a in pages()[address].tags}
        own = SITE_URL + address.removesuffix("index.html")
        assert (said["og:title"], said["og:url"], said["canonical"]) == (name, own, own)
    assert [name for name, count in names.items() if count > 1] == []


def test_the_switch_leads_to_the_same_page() -> None:
    page = pages()["ar/preparation/strategy/index.html"]
    switch = {
        a["hreflang"]: a["href"] for tag, a in page.tags if tag == "a" and "md-select__link" in a.get("class", "")
    }
    assert switch == {
        "fr": "../../../preparation/strategy/",
        "en": "../../../en/preparation/strategy/",
        "ar": "./",
    }


def test_every_place_in_the_words_of_the_interface_is_filled() -> None:
    for address, page in pages().items():
        if not address.endswith("adapt/index.html"):  # which explains the braces
            assert [text for text in page.words if re.search(r"\{[a-z]+\}", text)] == [], address
