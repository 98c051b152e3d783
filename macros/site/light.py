"""What is published without what nobody needs: remarks and room in style sheets, idle rules of the theme, indents."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOM = re.compile(r'("[^"]*")|;?\s*(\})\s*|\s*([{;,])\s*|(:)\s+|\s+')
_RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
_COLOUR = re.compile(r"data-md-color-(?:primary|accent)=([\w-]+)")
_KEPT = re.compile(r"(<(pre|script|textarea)\b.*?</\2>)|\s*\n\s*", re.DOTALL)


def lighten(config: MkDocsConfig) -> None:
    """Lighten the style sheets of a built site: ours, and of the theme what no page of it can show."""
    assets = Path(config.site_dir) / "assets"
    colours = {str(scheme[part]) for scheme in config.theme["palette"] for part in ("primary", "accent")}
    tabs = "pymdownx.tabbed" in config.markdown_extensions
    for path in (*assets.glob("*.css"), *assets.glob("stylesheets/*.css")):
        sheet = path.read_text(encoding="utf-8")
        light = light_sheet(sheet) if path.parent == assets else without_idle(sheet, colours, tabs=tabs)
        path.write_text(light, encoding="utf-8")


def without_idle(sheet: str, colours: set[str], *, tabs: bool) -> str:
    """Return a sheet of the theme without the colours of other sites and, unless it has them, tabs within a text."""

    def idle(selector: str) -> bool:
        colour = _COLOUR.search(selector)
        return colour[1] not in colours if colour else "tabbed" in selector and not tabs

    return _RULE.sub(lambda rule: "" if all(map(idle, rule[1].split(","))) else rule[0], sheet)


def light_sheet(sheet: str) -> str:
    """Return a style sheet that says the same in fewer letters; what stands between quotes stays."""
    return _ROOM.sub(lambda hit: hit[hit.lastindex] if hit.lastindex else " ", _REMARK.sub("", sheet)).strip()


def light_page(html: str) -> str:
    """Return a page without indents and empty lines, but for what keeps its lines."""
    return _KEPT.sub(lambda hit: hit[1] or "\n", html)
