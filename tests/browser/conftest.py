"""A real Chromium without a window, and the built site served from this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.tab import Tab
from tests.browser_packages import shell
from tests.built import built_site

PATIENCE = 60
"""Seconds that a browser may take for anything: only a hang is an error, for machines that build meanwhile are slow."""

expect.set_options(timeout=PATIENCE * 1000)

SETTINGS = pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("", 1280, "light"), ("ar/", 320, "dark")],
    ids=["fr-wide-light", "ar-narrow-dark"],
)
"""Each direction, width and scheme once: axe takes seconds on a long page, and what it finds seldom hangs on a pair."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Quiet(SimpleHTTPRequestHandler):
    """Serve the built site without a line for each file, over connections that stay."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Serve the site where its address says, below /vm/."""
        return super().translate_path(path.removeprefix("/vm"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's one page for what does not exist, at the address that was asked for, as many hosts do."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (built_site()[0] / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the library's own name)
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the built site on a port of its own, which gives it storage of its own in a browser; return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built_site()[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/vm/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Serve the built site; return its address."""
    with served() as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, from the system's packages."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shell(), args=FLAGS)
        yield running
        running.close()


Open = Callable[..., Page]

DRAWN = """() => new Promise(done => {
  const look = () => document.querySelector("vm-tool[aria-busy]") ? requestAnimationFrame(look) : done();
  requestAnimationFrame(() => requestAnimationFrame(look));
})"""


def drawn(page: Page) -> Page:
    """Let a page draw what has just changed: components show what follows from it in the next frame, or are busy."""
    page.evaluate(DRAWN)
    return page


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true. Playwright's own way asks inside the page, whose policy forbids it."""
    last = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < last, expression
        drawn(page)


def ready_for_paper(page: Page) -> Page:
    """Wait until a page with fields would print its words whole: the script for it comes last of all, and must run."""
    script = "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('kept.js'))"
    until(page, f"Boolean({script})")
    page.evaluate(f"import({script}.name).then(() => true)")
    return page


@pytest.fixture(scope="session")
def tabs() -> dict[str, Tab]:
    """Return the tabs that wait for the next test, by the options that they were opened with."""
    return {}


@pytest.fixture
def visit(browser: Browser, address: str, tabs: dict[str, Tab]) -> Iterator[Open]:
    """Open a page: ``visit(path, width=1280, scheme="light", **options)``.

    What the browser complains of, and any request to another host, is a failure, unless ``forgiving`` is true. A page
    may have scripts at hand that an earlier test loaded, unless it is the ``first`` that its browser ever shows.
    """
    used: list[tuple[str, Tab]] = []

    def go(
        path: str,
        width: int = 1280,
        scheme: str = "light",
        *,
        forgiving: bool = False,
        first: bool = False,
        **options: Any,
    ) -> Page:
        options["color_scheme"] = scheme
        kind = repr(sorted(options.items()))
        tab = (None if first else tabs.pop(kind, None)) or Tab(browser, address, PATIENCE, options)
        used.append((kind, tab))
        tab.begin(width, forgiving=forgiving)
        tab.page.goto(address + path)
        return tab.page

    yield go
    for kind, tab in used:
        if tab.emptied() and kind not in tabs:
            tabs[kind] = tab
        else:
            tab.context.close()
    assert [complaint for _, tab in used for complaint in tab.complaints] == []
