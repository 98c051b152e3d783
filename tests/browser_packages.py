"""Install what the browser tests need when it is missing: browsers, a screen, fonts; from Debian's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = (
    "chromium",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "libreoffice-calc",
    "libreoffice-writer",
    "fonts-noto-core",
    "poppler-utils",
)
SHELL = "chromium-headless-shell"
"""The same engine without a window, which starts and opens pages in half the time; older systems lack it."""
NEEDED = ("pdftotext", "firefox-esr", "WebKitWebDriver", "Xvfb", "soffice")


def chromium() -> str | None:
    """Return the path of a Chromium: the one named by CHROMIUM, or the first on the PATH."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def shell() -> str | None:
    """Return the path of the Chromium for most tests: the shell where it is installed and CHROMIUM names no other."""
    return chromium() if "CHROMIUM" in os.environ else shutil.which(SHELL) or chromium()


def minibrowser() -> Path | None:
    """Return the path of WebKitGTK's small browser, which comes with its driver."""
    places = ("lib/*/webkit2gtk-4.*", "libexec/webkit2gtk-4.*")
    return next((path for place in places for path in sorted(Path("/usr").glob(f"{place}/MiniBrowser"))), None)


def install(*packages: str, needed: bool = True) -> None:
    """Install packages of the system; those that are not needed may fail."""
    root = [] if os.geteuid() == 0 else ["sudo"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run([*root, "apt-get", *command], check=needed, env=environment)


def main() -> int:
    """Install the packages with apt-get where there is one; else say what to install by hand."""
    missing = not (chromium() and minibrowser() and all(shutil.which(name) for name in NEEDED))
    by_hand = shutil.which("apt-get") is None
    if missing and by_hand:
        sys.stderr.write("Install what stands in PACKAGES of this file; CHROMIUM may name a Chromium.\n")
        return 1
    if missing:
        install(*PACKAGES)
    if shell() == chromium() and "CHROMIUM" not in os.environ and not by_hand:
        install(SHELL, needed=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
