"""The map of components: what belongs to one is found from its name, in overrides/components/README.md."""

from __future__ import annotations

import re
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import pytest

from macros.source.vademecum import ROOT

TEMPLATES, WEB, ASSETS = ROOT / "overrides" / "components", ROOT / "web", ROOT / "overrides" / "assets"
KINDS = ("templates", "styles", "scripts", "tests")
SECTION = re.compile(r"^/\* (?:-+ )?([^.:;]+?)(?: \*/|[.:;].*)$", re.MULTILINE)
"""The title of a part of a style sheet: a ruled line, or the first line of the file."""


def plain(title: str) -> str:
    return re.sub(r"[^a-z ]", "", title.lower()).strip()


def families() -> dict[str, dict[str, list[str]]]:
    rows = [
        line.strip("|").split("|") for line in (TEMPLATES / "README.md").read_text("utf-8").splitlines() if "|" in line
    ]
    return {
        cells[0].strip(): {
            kind: _styles(cell) if kind == "styles" else cell.split()
            for kind, cell in zip(KINDS, cells[1:], strict=True)
        }
        for cells in rows[2:]
    }


def _styles(cell: str) -> list[str]:
    sheets = [sheet.split(":") for sheet in cell.split(";") if sheet.strip()]
    return [f"{name.strip()} {plain(title)}" for name, titles in sheets for title in titles.split(",")]


def there(kind: str) -> list[str]:
    if kind == "templates":
        return [path.stem for path in TEMPLATES.glob("*.html")]
    if kind == "scripts":
        return [path.relative_to(WEB).with_suffix("").as_posix() for path in WEB.rglob("*.js")]
    if kind == "tests":
        return [path.stem.removeprefix("test_") for path in (ROOT / "tests" / "browser").glob("test_*.py")]
    return [f"{path.name} {plain(title)}" for path in ASSETS.glob("*.css") for title in _titles(path)]


def _titles(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    first = SECTION.match(text)
    ruled = re.findall(r"^/\* -+ ([^:]+?)(?:: .*)? \*/$", text, re.MULTILINE)
    return [*([first[1]] if first else []), *ruled]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_has_one_family_and_every_name_is_there(kind: str) -> None:
    named = [pattern for family in families().values() for pattern in family[kind]]
    names = there(kind)
    homes = Counter(name for pattern in named for name in names if fnmatch(name, pattern))
    assert sorted(set(names) - set(homes)) == [], "has no family"
    assert [name for name, times in homes.items() if times > 1] == [], "has several"
    assert [pattern for pattern in named if not any(fnmatch(name, pattern) for name in names)] == [], "is nowhere"


def test_an_element_of_our_own_is_defined_by_a_script_of_its_family() -> None:
    for name, family in families().items():
        texts = [path.read_text("utf-8") for path in TEMPLATES.glob("*.html") if _in(path.stem, family["templates"])]
        scripts = [
            path.read_text("utf-8")
            for path in WEB.rglob("*.js")
            if _in(path.relative_to(WEB).with_suffix("").as_posix(), family["scripts"])
        ]
        used = set(re.findall(r"<(vm-[a-z]+)", "\n".join(texts)))
        defined = set(re.findall(r'customElements\.define\("(vm-[a-z]+)"', "\n".join(scripts)))
        assert used - defined == set(), name


def _in(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
