"""How long the dashboard takes to draw: empty, with every question answered, and with ten times that.

``python -m tests.browser.bench_dashboard`` builds the site, measures in Chromium and prints milliseconds.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, Quiet
from tests.browser_packages import chromium
from tests.built import built_site

LENGTH = 2_000
"""Signs in each answer; as many in each field that the dashboard reads would be no record of a meeting."""

FILL = """async (length) => {
  const { desk } = vademecum;
  const { topics } = JSON.parse(document.querySelector("vm-dashboard script").textContent);
  const questions = topics.flatMap((topic) => topic.questions);
  const words = "Quinze PME exportent déjà, et deux acheteurs viennent en juin. ";
  const values = questions.map(({ id }, n) => [`${id}#level`, String(n % 5)]);
  const texts = questions.flatMap(({ id }) => [
    [`${id}#answer`, words.repeat(Math.ceil(length / words.length)).slice(0, length)],
    [`${id}#evidence`, "PV du conseil, point 4"], [`${id}#next`, "Inviter les acheteurs"], [`${id}#owner`, "Amina"],
  ]);
  const due = questions.map(({ id }, n) => [`${id}#due`, `2027-0${1 + (n % 9)}-15`]);
  const done = topics.flatMap((topic) => topic.actions).map(({ id }) => [`${id}#status`, "done"]);
  desk.change([...values, ...texts, ...due, ...done], new Map(texts.map(([key]) => [key, ""])));
  await desk.keep();
}"""

DRAW = """async () => {
  const { desk } = vademecum;
  await desk.open();
  while (!customElements.get("vm-dashboard")) await new Promise((resolve) => setTimeout(resolve, 20));
  const times = [];
  for (let n = 0; n < 9; n += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const begun = performance.now();
    desk.dispatchEvent(new CustomEvent("open", { detail: new Map() }));
    document.body.offsetHeight; // laid out as well
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[4];
}"""


def drawn(page: Page, length: int) -> float:
    """Return the milliseconds in which the open dashboard reads, draws and lays out; with answers of ``length``."""
    if length:
        page.evaluate(FILL, length)
    return float(page.evaluate(DRAW))


def measure(page: Page, address: str) -> dict[str, float]:
    """Return the median times: nothing kept, 76 answers of 2,000 signs, ten times as long."""
    found = {}
    for name, length in (("empty", 0), ("76 × 2,000", LENGTH), ("76 × 20,000", 10 * LENGTH)):
        page.goto(f"{address}dashboard/")
        found[name] = drawn(page, length)
    return found


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built_site()[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        times = measure(browser.new_page(), f"http://127.0.0.1:{server.server_port}/")
        browser.close()
    server.shutdown()
    for name, time in times.items():
        sys.stdout.write(f"dashboard drawn, {name}: {time:.1f} ms ({time / times['empty']:.1f} × empty)\n")
