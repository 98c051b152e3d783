"""While a page starts and its store loads: one part's fault stops no other, and what is typed stands for itself."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.test_keeping import FIRST, TOPIC, hold, holds, kept, read, write

KEPT = "Nous partons en mai"
TYPED = "Nous avons dix membres"


@pytest.mark.parametrize("cut", [0, 1, 2, 5, 9, len(TYPED)])
def test_what_is_typed_while_the_store_loads_stands_below_what_was_kept(visit: Open, cut: int) -> None:
    page = visit(TOPIC)
    write(page, KEPT)
    kept(page)
    held = hold(page, "store.js")
    with page.expect_request("**/store.js"):
        page.reload(wait_until="commit")
    area = page.locator(f'textarea[name="{FIRST}#answer"]')
    area.focus()
    page.keyboard.type(TYPED[:cut])
    opened = page.evaluate_handle("({ done: new Promise(done => vademecum.desk.addEventListener('open', () => done())) })")
    held[0].continue_()
    opened.evaluate("({ done }) => done")
    page.keyboard.type(TYPED[cut:])
    print(cut, repr(read(page)))
    holds(page, f"{KEPT}\n{TYPED}")
    kept(page)
    page.unroute_all()
    page.reload()
    holds(page, f"{KEPT}\n{TYPED}")
