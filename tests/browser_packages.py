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
NEEDED = ("pdftotext", "firefox-esr", "WebKitWebDriver", "Xvfb", "soffice")


def chromium() -> str | None:
    """Return the path of a Chromium: the one named by CHROMIUM, or the first on the PATH."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def minibrowser() -> Path | None:
    """Return the path of WebKitGTK's small browser, which comes with its driver."""
    places = ("lib/*/webkit2gtk-4.*", "libexec/webkit2gtk-4.*")
    return next((path for place in places for path in sorted(Path("/usr").glob(f"{place}/MiniBrowser"))), None)


def main() -> int:
    """Install the packages with apt-get where there is one; else say what to install by hand."""
    if chromium() and minibrowser() and all(shutil.which(name) for name in NEEDED):
        return 0
    apt = shutil.which("apt-get")
    if apt is None:
        sys.stderr.write("Install what stands in PACKAGES of this file; CHROMIUM may name a Chromium.\n")
        return 1
    root = [] if os.geteuid() == 0 else ["sudo"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*root, apt, "update", "-qq"], check=True, env=environment)
    subprocess.run(
        [*root, apt, "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=True, env=environment
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
