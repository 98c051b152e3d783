"""What only its authors read is not published, and the page of a topic stays light."""

from __future__ import annotations

import gzip
import re

from macros.site.light import light_page, light_sheet, without_idle
from tests.built import built_site

TOPIC = "preparation/preliminary/"
LIGHT = 100_800
"""Bytes of a topic's page with all that it loads on a first visit, compressed: what it was before levels spoke."""


def test_remarks_and_idle_room_go_and_what_is_quoted_stays() -> None:
    sheet = '/* why */\na ,\nb > c { color: red; content: " ; /x" }\n\n@media (width < 2em) { d { margin: 0 1em; } }\n'
    assert light_sheet(sheet) == 'a,b > c{color:red;content:" ; /x"}@media (width < 2em){d{margin:0 1em}}'


def test_colours_and_tabs_of_other_sites_go_and_a_rule_that_serves_more_stays() -> None:
    sheet = (
        "@media screen{[data-md-color-accent=red]{--a:#f00}[data-md-color-accent=custom]{--a:#0ff}}"
        ".tabbed-set>a:hover,.tabbed-set b{top:0}.tabbed-set,p{margin:0}@font-face{src:url(tabbed)}"
    )
    kept = "[data-md-color-accent=custom]{--a:#0ff}}"
    shared = ".tabbed-set,p{margin:0}@font-face{src:url(tabbed)}"
    tabbed = ".tabbed-set>a:hover,.tabbed-set b{top:0}"
    assert without_idle(sheet, {"custom"}, tabs=False) == f"@media screen{{{kept}{shared}"
    assert without_idle(sheet, {"custom"}, tabs=True) == f"@media screen{{{kept}{tabbed}{shared}"


def test_indents_go_but_where_lines_are_kept() -> None:
    page = "<p>\n    a\n\n  b <i>c</i></p>\n<pre>\n  d</pre>\n  <script>\n  e\n</script>"
    assert light_page(page) == "<p>\na\nb <i>c</i></p>\n<pre>\n  d</pre>\n<script>\n  e\n</script>"


def test_the_page_of_a_topic_stays_light() -> None:
    folder = built_site()[0] / TOPIC
    page = (folder / "index.html").read_text(encoding="utf-8")
    asked = re.findall(r'(?:src|href)="((?:\.\./)+assets/[^"]+\.(?:js|css))"', page)
    assert len(asked) > 7
    files = [page.encode(), *((folder / name).read_bytes() for name in [*asked, "../../assets/kept.js"])]
    assert sum(len(gzip.compress(file, 9)) for file in files) <= LIGHT
