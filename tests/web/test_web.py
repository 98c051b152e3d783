"""The committed scripts are those that web/ gives, and stay light."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

from macros.pages.cluster_file import demonstration
from macros.pages.work import meanings
from macros.source.vademecum import ROOT, vademecum
from tests.web_build import beside_packages, build, node, packages, run

ASSETS = ROOT / "overrides" / "assets"


def weight(name: str) -> int:
    return len(gzip.compress((ASSETS / name).read_bytes(), 9))


def test_the_committed_scripts_are_built_from_web(tmp_path: Path) -> None:
    build(tmp_path)
    for name in sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()):
        assert (tmp_path / name).read_bytes() == (ASSETS / name).read_bytes(), f"run `make web`: {name}"


def test_the_licence_of_every_package_goes_with_the_scripts() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    shipped = [name for name, entry in lock.items() if name and not entry.get("dev")]
    texts = (ASSETS / "licences.txt").read_text(encoding="utf-8")
    assert "node_modules/yjs" in shipped
    for name in shipped:
        title = f"{name.removeprefix('node_modules/')} {lock[name]['version']} ({lock[name]['license']})\n\n"
        files = [
            path for path in (packages() / Path(name).relative_to("node_modules")).iterdir() if "LICEN" in path.name
        ]
        assert title + files[0].read_text(encoding="utf-8").strip() in texts
    assert "licences.txt" in (ASSETS / "store.js").read_text(encoding="utf-8")


def test_a_first_visit_carries_8_kilobytes_of_our_script_and_all_of_it_45() -> None:
    assert weight("vademecum.js") <= 8 * 1024
    assert weight("vademecum.js") + weight("store.js") <= 45 * 1024


def test_the_dashboard_carries_15_kilobytes_with_its_charts() -> None:
    assert weight("dashboard.js") <= 15 * 1024


def test_a_wrong_type_is_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    beside_packages(tmp_path, "web")
    with (tmp_path / "web" / "caret.js").open("a", encoding="utf-8") as module:
        module.write('moved(1, "", 0);')
    assert run(tmp_path, "tsc", "--project", "web").returncode != 0
    assert "web/caret.js" in capfd.readouterr().out


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with web/, its tests and the packages that they need."""
    folder = tmp_path_factory.mktemp("web")
    beside_packages(folder, "web", "tests/web")
    cases = folder / "tests" / "web" / "cases"
    for name, made in (("entries", meanings), ("demonstration", demonstration)):
        words = json.dumps(made(vademecum("fr")), ensure_ascii=False)
        (cases / f"{name}.json").write_text(words, encoding="utf-8")
    return folder


def test_the_browser_code_passes_its_own_tests(web: Path) -> None:
    """Run every tests/web/*.test.mjs."""
    files = sorted(str(path.relative_to(web)) for path in (web / "tests" / "web").glob("*.test.mjs"))
    command = [node(), "--test", "--test-force-exit", "--test-reporter=dot", *files]
    done = subprocess.run(command, cwd=web, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
