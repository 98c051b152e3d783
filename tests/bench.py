"""``make bench``: time the build of the whole site beside a plain Material site with the same pages as Markdown."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from macros.site import downloads
from macros.source.vademecum import ROOT, vademecum
from tests.built import SITE_URL, run_mkdocs

RUNS = 5
PLAIN = """site_name: Plain
site_url: {url}
theme: {{name: material, font: false, features: [navigation.tabs, navigation.indexes, navigation.footer]}}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
"""


def plain_site(folder: Path, site: Path) -> int:
    """Write every page of the built site as plain Markdown text; return how many there are."""
    count = 0
    for path in sorted(site.rglob("index.html")):
        article = (
            path.read_text(encoding="utf-8")
            .split('<article class="md-content__inner md-typeset">')[1]
            .split("</article>")[0]
        )
        lines = [re.sub(r"<[^>]+>", "", line).strip() for line in article.splitlines()]
        text = "\n\n".join(line for line in lines if line)
        target = folder / "docs" / path.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {path.parent.name or 'home'}\n\n{text}\n", encoding="utf-8")
        count += 1
    (folder / "mkdocs.yml").write_text(PLAIN.format(url=SITE_URL), encoding="utf-8")
    return count


def seconds(project: Path, target: Path) -> float:
    """Time one build."""
    start = time.perf_counter()
    done = run_mkdocs(project, "build", "--site-dir", str(target))
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, "mkdocs build", stderr=done.stderr)
    return time.perf_counter() - start


def documents(folder: Path) -> tuple[int, float, float]:
    """Make all documents of one language, then again with nothing changed: how many, seconds cold, seconds warm."""
    downloads.CACHE = folder
    v = vademecum("fr")
    times = []
    for _ in range(2):
        start = time.perf_counter()
        shelf = downloads.Shelf(v, SITE_URL)
        times.append(time.perf_counter() - start)
    return len(shelf.paths), times[0], times[1]


def main() -> None:
    """Build both sites in turn and print the medians and their ratio, page for page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds(ROOT, folder / "ours")
        pages = plain_site(folder, folder / "ours")
        seconds(folder, folder / "plain")
        pairs = [(seconds(ROOT, folder / "ours"), seconds(folder, folder / "plain")) for _ in range(RUNS)]
    ours, plain = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    sys.stdout.write(
        f"{pages} pages in three languages, median of {RUNS} runs\n"
        f"  the vade-mecum       {ours:6.2f} s\n"
        f"  plain Material site  {plain:6.2f} s\n"
        f"  ratio, pair by pair  {ratio:6.2f}\n"
    )
    with tempfile.TemporaryDirectory() as name:
        count, cold, warm = documents(Path(name))
    sys.stdout.write(
        f"{count} documents of one language\n"
        f"  made anew            {cold:6.2f} s\n"
        f"  unchanged            {warm:6.2f} s, {warm / ours:.1%} of a build\n"
    )


if __name__ == "__main__":
    main()
