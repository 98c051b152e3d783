"""How long a key takes: shown on the page, saved in the browser, and a page to open; with little and with much work.

``python -m tests.browser.bench_work`` builds the site, measures in Chromium and prints milliseconds and ratios.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer

from playwright.sync_api import Page, sync_playwright

from macros.source.vademecum import vademecum
from tests.browser.bench_dashboard import LENGTH
from tests.browser.conftest import FLAGS, Quiet
from tests.browser_packages import chromium
from tests.built import built_site

TOPIC = "preparation/preliminary/"
KEYS = 41
LIMITS = {"shown": 16, "saved": 100}
"""Milliseconds that a change may take to be shown, and to be saved."""

FILL = """async ([ids, length]) => {
  const { desk } = vademecum;
  const words = "Quinze PME exportent déjà, et deux acheteurs viennent en juin. ";
  const text = words.repeat(Math.ceil(length / words.length)).slice(0, length);
  const answers = ids.map((id) => [`${id}#answer`, text]);
  const levels = ids.map((id, n) => [`${id}#level`, String(n % 5)]);
  desk.change([...levels, ...answers], new Map(answers.map(([key]) => [key, ""])));
  await desk.keep();
}"""

# From the event of a key to the laid-out page, and to the browser's word that it is written.
TYPE = """async ([name, keys]) => {
  const { desk } = vademecum;
  await desk.open();
  const area = document.querySelector(`textarea[name="${name}"]`);
  area.focus();
  const shown = [], saved = [];
  for (let n = 0; n < keys; n += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const kept = new Promise((resolve) => desk.addEventListener("state", function hear() {
      if (desk.state !== "kept") return;
      desk.removeEventListener("state", hear);
      resolve(performance.now());
    }));
    const begun = performance.now();
    area.setRangeText("a", area.value.length >> 1, area.value.length >> 1, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.body.offsetHeight;
    shown.push(performance.now() - begun);
    saved.push((await kept) - begun);
  }
  const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  return { shown: middle(shown), saved: middle(saved) };
}"""


def measure(page: Page, address: str) -> dict[str, dict[str, float]]:
    """Return the median times of a key, by how much is kept."""
    ids = [question.id for topic in vademecum("fr").topics for question in topic.questions]
    found = {}
    for name, length in (("empty", 0), ("76 × 2,000", LENGTH), ("76 × 20,000", 10 * LENGTH)):
        page.goto(address + TOPIC)
        if length:
            page.evaluate(FILL, [ids, length])
            page.goto(address + TOPIC)
        page.evaluate("vademecum.desk.open()")
        opened = page.evaluate("vademecum.desk.open().then(() => performance.now())")
        found[name] = page.evaluate(TYPE, [f"{ids[0]}#answer", KEYS]) | {"opened": opened}
    return found


def report(times: dict[str, dict[str, float]]) -> str:
    """Return what was measured, as milliseconds and as ratios against an empty cluster."""
    lines = []
    for kind in ("shown", "saved", "opened"):
        limit = f", aim: under {LIMITS[kind]} ms" if kind in LIMITS else ""
        for name, found in times.items():
            ratio = found[kind] / times["empty"][kind]
            lines.append(f"  a change {kind}, {name}: {found[kind]:.1f} ms ({ratio:.1f} × empty{limit})")
    return "\n".join(lines).replace("a change opened", "a page opened with its work") + "\n"


def main() -> None:
    """Measure and print."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built_site()[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        times = measure(browser.new_page(), f"http://127.0.0.1:{server.server_port}/vm/")
        browser.close()
    server.shutdown()
    sys.stdout.write(report(times))


if __name__ == "__main__":
    main()
