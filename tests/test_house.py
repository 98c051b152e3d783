"""The rules of the house, held by reading the code: who imports whom, how long, what may not stand where.

Which floor may import which stands in pyproject.toml, for import-linter.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from macros.source.vademecum import ROOT, vademecum

MODULES = sorted((ROOT / "macros").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT / "macros").with_suffix("").as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """Return the code of a module as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def contracts(folder: Path) -> str:
    """Return what import-linter says of a copy of the house."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout


def test_imports_follow_the_contracts() -> None:
    assert contracts(ROOT) == ""


@pytest.mark.parametrize(
    ("module", "text", "broken"),
    [
        ("shortcut.py", "", "every module has a room"),
        ("model/shortcut.py", "from macros.source import load", "floor by floor"),
        ("reckoning/shortcut.py", "def late():\n    from macros.site import pages", "floor by floor"),
        ("documents/shortcut.py", "from macros.source import datafile", "know no files"),
        ("documents/word/shortcut.py", "from macros.documents.excel import plan", "know nothing of each other"),
        ("source/shortcut.py", "import yaml", "Only datafile reads YAML"),
        ("documents/word/shortcut.py", "import docx", "Only package knows python-docx"),
        ("pages/shortcut.py", "from mkdocs import config", "Only the edge knows MkDocs"),
        ("documents/style.py", "from macros.documents import pdf", "No circle anywhere"),
    ],
)
def test_a_module_in_the_wrong_place_breaks_a_contract(module: str, text: str, broken: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "macros" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    said = contracts(tmp_path)
    assert re.search(rf"{broken}.* BROKEN", said), said


def homonyms(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names that stand in several places, with these places."""
    places: dict[str, list[str]] = {}
    for called, place in names:
        places.setdefault(called, []).append(place)
    return {called: where for called, where in places.items() if len(where) > 1}


# Python and pytest ask for the first two; `vademecum("fr")`, in the waist, gives the model's Vademecum.
SHARED = {"__init__", "conftest", "vademecum"}


def test_no_two_modules_have_one_name() -> None:
    twice = homonyms((path.stem, path.relative_to(ROOT).as_posix()) for path in [*MODULES, *TESTS])
    assert {stem: paths for stem, paths in twice.items() if stem not in SHARED} == {}


def defined(path: Path) -> Iterator[str]:
    """Name the classes and the types of one's own that a module has."""
    for node in parsed(path).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp | ast.Subscript):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name) and target.id.istitle())


def test_no_two_classes_have_one_name() -> None:
    twice = homonyms((kind, path.relative_to(ROOT).as_posix()) for path in [*MODULES, *TESTS] for kind in defined(path))
    assert twice == {}


def test_a_module_has_at_most_250_lines() -> None:
    paths = [*MODULES, *(ROOT / "web").rglob("*.js")]
    counts = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in paths}
    assert {path: count for path, count in counts.items() if count > 250} == {}


def test_a_function_has_at_most_40_lines_one_in_ten_more_than_15_and_half_of_them_6() -> None:
    lengths = sorted(
        ((node.end_lineno or 0) - node.lineno + 1, f"{name(path)}: {node.name}")
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
    )
    counts = [count for count, _ in lengths]
    longest = "\n".join(f"{count} {place}" for count, place in lengths[: -len(lengths) // 8 : -1])
    assert counts[-1] <= 40, longest
    assert counts[len(counts) * 9 // 10] <= 15, longest
    assert median(counts) <= 6, longest


def literals(path: Path) -> list[str]:
    tree = parsed(path)
    texts = [n for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)]
    docstrings = {id(n.value) for n in texts}
    constants = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in docstrings]
    return [n.value for n in constants if isinstance(n.value, str)]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_html_in_python(path: Path) -> None:
    # What the glue looks for in finished pages, the policy's own tag, and the mark that holds a component's place.
    written_by_the_glue = re.compile(
        r"<(?:html lang|script|meta|(?:label|nav|span) class=\"md-|link rel=|div data-vm-place)"
    )
    tags = [text for text in literals(path) if re.search(r"<[a-z][a-z0-9]*(?:>|\s+[a-z-]+=)", text)]
    assert [tag for tag in tags if not (name(path).startswith("site/") and written_by_the_glue.search(tag))] == []


TABLED = ("documents/", "pages/meetings")


def test_every_word_that_a_template_or_module_asks_for_exists_and_is_used() -> None:
    v = vademecum("fr")
    known = {identifier.removeprefix("interface.") for identifier in v.by_id if identifier.startswith("interface.")}
    texts = [*(ROOT / "overrides").rglob("*.html"), *MODULES, *(ROOT / "web").rglob("*.js")]
    whole = "\n".join(path.read_text(encoding="utf-8") for path in texts) + (ROOT / "mkdocs.yml").read_text(
        encoding="utf-8"
    )
    # An element's own #word() asks for a word that its template handed it, under a name of theirs.
    asked = set(re.findall(r"""(?<!#)(?:word|forms|count|plain)\(\s*['"]([a-z0-9-]+)['"][,)]""", whole))
    assert asked <= known
    # Documents hand their templates words by name, in tables of names; what is kept of meetings has a table, too.
    asked |= {text for path in MODULES if name(path).startswith(TABLED) for text in literals(path)} & known
    built = re.compile(
        r"page-.*|basis-.*|level-.*|status-.*|files-file-.*|files-history-.*|scheme-.*|nav-reference|nav-about"
        r"|format-.*|file-.*|check-.*|size-.*"
        r"|survey-file-.*|survey-answer-(?:big|odd|other|short)|survey-(?:clash|fresh|mended|there)"
    )
    assert sorted(key for key in known - asked if not built.fullmatch(key)) == []


def test_interface_words_stand_in_no_template_or_script() -> None:
    accented = re.compile(r"[éèêàçùôîÉÀ]")
    for path in [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "overrides").rglob("*.js")]:
        assert not accented.search(path.read_text(encoding="utf-8")), path


def test_nothing_in_the_built_theme_comes_from_elsewhere() -> None:
    for path in (ROOT / "overrides").rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            text = path.read_text(encoding="utf-8").replace("http://www.w3.org", "")
            assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", text), path
