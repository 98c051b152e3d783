"""The rules of the house, held by reading the code: who imports whom, how long, what may not stand where."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros.vademecum import ROOT, vademecum

MODULES = sorted((ROOT / "macros").rglob("*.py"))
BELOW = {
    "datafile",
    "load",
    "overlay",
    "translate",
    "consistency",
    "soundness",
    "strays",
    "syntax",
    "explain",
    "typography",
    "freshness",
    "schemas",
    "vademecum",
}
"""Rooms at and below the waist that read files, know languages or translations."""

ABOVE = {"components", "gloss", "export", "form", "work"}
"""Rooms above the waist: they take a Vademecum and know nothing of files."""

BESIDE = {
    "formula": {"formula"},
    "scope": {"formula", "model"},
    "numerals": set(),
    "evaluation": {"formula", "model", "numerals", "scope"},
    "expected": {"evaluation", "formula", "model", "scope"},
}
"""Rooms that compute: both sides use them, and they know only each other and the model."""


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT / "macros").with_suffix("").as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_at_most_300_lines_and_a_function_40(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno > 40 and f.name != "page_macros"] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_datafile_reads_yaml(path: Path) -> None:
    assert name(path) == "datafile" or "yaml" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_edge_knows_mkdocs(path: Path) -> None:
    knows = any(module.split(".")[0] in {"mkdocs", "material", "mkdocs_macros"} for module in imports(path))
    assert not knows or name(path).startswith("site/")


def literals(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
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


def test_the_model_knows_nothing_of_its_readers() -> None:
    allowed = {"macros.model", "macros.errors", "macros.typography"}
    for path in (ROOT / "macros" / "model").glob("*.py"):
        ours = {module for module in imports(path) if module.startswith("macros.")}
        assert [module for module in ours if not any(module.startswith(a) for a in allowed)] == []


@pytest.mark.parametrize("room", sorted(ABOVE))
def test_what_stands_above_the_waist_takes_only_its_result(room: str) -> None:
    ours = {module.split(".")[1] for module in imports(ROOT / "macros" / f"{room}.py") if module.startswith("macros.")}
    assert ours & BELOW <= {"vademecum"}


def test_documents_take_a_vademecum_and_know_no_files_and_no_pages() -> None:
    for path in [p for p in MODULES if name(p).startswith("documents/")]:
        ours = {module.split(".")[1] for module in imports(path) if module.startswith("macros.")}
        assert not ours & (BELOW | ABOVE | {"site"}), path


@pytest.mark.parametrize("room", sorted(BELOW))
def test_what_stands_below_the_waist_imports_nothing_above(room: str) -> None:
    ours = {module.split(".")[1] for module in imports(ROOT / "macros" / f"{room}.py") if module.startswith("macros.")}
    assert not ours & (ABOVE | {"site"})


@pytest.mark.parametrize("room", sorted(BESIDE))
def test_what_computes_knows_only_the_model(room: str) -> None:
    for path in [p for p in MODULES if name(p).split("/")[0] == room]:
        ours = {module.split(".")[1] for module in imports(path) if module.startswith("macros.")}
        assert ours <= BESIDE[room]


def test_every_word_that_a_template_or_module_asks_for_exists_and_is_used() -> None:
    v = vademecum("fr")
    known = {identifier.removeprefix("interface.") for identifier in v.by_id if identifier.startswith("interface.")}
    texts = [*(ROOT / "overrides").rglob("*.html"), *MODULES, *(ROOT / "web").rglob("*.js")]
    whole = "\n".join(path.read_text(encoding="utf-8") for path in texts) + (ROOT / "mkdocs.yml").read_text(
        encoding="utf-8"
    )
    asked = set(re.findall(r"""(?:word|forms|count|plain)\(['"]([a-z0-9-]+)['"][,)]""", whole))
    assert asked <= known
    # Documents hand their templates words by name, in tables of names.
    asked |= {text for path in MODULES if name(path).startswith("documents/") for text in literals(path)} & known
    built = re.compile(
        r"page-.*|basis-.*|level-.*|status-.*|files-file-.*|files-history-.*|scheme-.*|nav-reference|nav-about"
        r"|format-.*|file-.*|check-.*|size-.*"
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
