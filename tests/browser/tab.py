"""Tabs that tests use one after the other: a first page in a new tab costs twice what the next one in it costs."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Error, Page

LASTING = frozenset(
    {"add_init_script", "add_locator_handler", "clock", "context", "emulate_media"}
    | {"expose_binding", "expose_function", "on", "once", "route", "set_extra_http_headers"}
)
"""What a test can do to a page that the page of the next test would still have."""

NOTHING = "work.schema.json"
"""A file of the site without a script: there a tab stands between two tests, as a page of the site would keep on."""


class Watched(Page):
    """A page that remembers whether something was done to it that lasts."""

    def __getattribute__(self, name: str) -> Any:
        """Note what is asked for, and give it."""
        if name in LASTING:
            self.__dict__["spoilt"] = True
        return super().__getattribute__(name)


class Tab:
    """A tab of a browser in a context of its own, as a new one is at the start of each test."""

    def __init__(self, browser: Browser, address: str, patience: float, options: dict[str, Any]) -> None:
        """Open the tab; hear what it complains of, and what it asks of another host."""
        self.address = address
        self.complaints: list[str] = []
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(patience * 1000)
        self.page = self.context.new_page()
        self._forgiving = False
        self.page.on("console", lambda said: self._hear(said.text) if said.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self._hear(str(error)))
        self.page.on("request", lambda asked: self._hear("" if asked.url.startswith((address, "data:")) else asked.url))
        self.page.__class__ = Watched

    def _hear(self, complaint: str) -> None:
        if complaint and not self._forgiving:
            self.complaints.append(complaint)

    def begin(self, width: int, *, forgiving: bool) -> None:
        """Give the tab what a test asks for."""
        self._forgiving, self.complaints = forgiving, []
        self.page.set_viewport_size({"width": width, "height": 800})

    def emptied(self) -> bool:
        """Forget all that a test left; return whether another test can have the tab."""
        if self.page.is_closed() or "spoilt" in self.page.__dict__:
            return False
        try:
            self.page.goto(self.address + NOTHING)
            self.page.evaluate("sessionStorage.clear()")
        except Error:  # the page was itself on its way to another
            return False
        origin = "/".join(self.address.split("/")[:3])
        session = self.context.new_cdp_session(
            self.page
        )  # while one is open, a page that is reloaded forgets its medium
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.send("Page.resetNavigationHistory")
        session.detach()
        return True
