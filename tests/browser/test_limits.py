"""More than can be kept: told at the field, nothing within the limit lost, nothing beyond it called kept."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SETTINGS, Open, until
from tests.browser.test_accessibility import violations
from tests.browser.test_clusters import give, ready, save
from tests.browser.test_keeping import FIRST, TOPIC, kept, state

ANSWER = f"{FIRST}#answer"
MOST = 1_000_000
PASTE = """([name, text]) => {
  const control = document.querySelector(`[name="${name}"]`);
  control.style.display = "none"; // to draw a million letters takes most of the time
  control.setRangeText(text, control.selectionStart, control.selectionEnd, "end");
  control.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}"""


def paste(page: Page, text: str, name: str = ANSWER) -> None:
    """Paste a text at the caret: the browser’s own paste of a million letters takes minutes without a screen."""
    page.evaluate(PASTE, [name, text])


def length(page: Page) -> int:
    found: int = page.evaluate(f"document.querySelector('[name=\"{ANSWER}\"]').value.length")
    return found


def kept_length(page: Page) -> int:
    found: int = page.evaluate("(name) => vademecum.desk.work.get(name).length", ANSWER)
    return found


def test_a_million_and_one_letters_are_told_and_all_that_is_kept_opens_again(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    paste(page, "é" * (MOST + 1))
    said = page.locator(f'[name="{ANSWER}"] + .vm-fault')
    expect(said).to_contain_text(re.compile(r"garde 1\s000\s000 caractères au plus, et vous en avez écrit 1\s000\s001"))
    expect(page.locator(f'[name="{ANSWER}"]')).to_have_attribute("aria-invalid", "true")
    state(page, "beyond")
    expect(page.locator("vm-keeper [role=status]")).to_contain_text("sauf ce qui dépasse")
    assert (length(page), kept_length(page)) == (MOST + 1, MOST)
    paste(page, " et la suite")
    state(page, "beyond")
    assert (length(page), kept_length(page)) == (MOST + 13, MOST)
    page.on("dialog", lambda asked: asked.accept())
    page.goto(f"{address}clusters/")
    data = save(ready(page))
    assert len(data["texts"][FIRST]["answer"]) == MOST
    give(page, data)
    expect(page.locator("[data-found]")).to_be_visible()
    expect(page.locator("[data-found]")).not_to_contain_text("n’")
    page.locator('[data-do="new"]').click()
    expect(page.locator("vm-clusters .vm-feedback [role=status]")).to_contain_text("ouvert")  # the page was loaded anew
    page.goto(address + TOPIC)
    until(page, f"document.querySelector('[name=\"{ANSWER}\"]').value.length === {MOST}")


def test_shortening_it_keeps_all_of_it_again(visit: Open) -> None:
    page = visit(TOPIC)
    paste(page, "a" * MOST)
    kept(page)
    paste(page, "FIN")
    state(page, "beyond")
    page.evaluate(f"document.querySelector('[name=\"{ANSWER}\"]').setSelectionRange(0, 3)")
    paste(page, "")
    kept(page)
    expect(page.locator(".vm-fault")).to_have_count(0)
    assert page.evaluate("(name) => vademecum.desk.work.get(name).endsWith('aFIN')", ANSWER)
    assert kept_length(page) == MOST


def test_what_stood_in_a_full_field_is_not_pushed_out(visit: Open) -> None:
    page = visit(TOPIC)
    paste(page, "a" * (MOST - 1) + "Z")
    kept(page)
    page.evaluate(f"document.querySelector('[name=\"{ANSWER}\"]').setSelectionRange(5, 5)")
    paste(page, "neuf")
    state(page, "beyond")
    assert page.evaluate("(name) => vademecum.desk.work.get(name).endsWith('Z')", ANSWER)
    assert (length(page), kept_length(page)) == (MOST + 4, MOST)


def test_a_crowded_cluster_says_that_it_takes_no_more(visit: Open) -> None:
    page = visit(TOPIC)
    page.evaluate(
        "async () => { const { desk } = vademecum;"
        " desk.change(Array.from({ length: 50_000 }, (_, n) => [`later.e${n}#x`, true])); await desk.keep(); }"
    )
    kept(page)
    level = page.locator(f'[name="{FIRST}#level"][value="2"]')
    level.check()
    expect(page.locator(".vm-fault")).to_contain_text(re.compile(r"contient déjà 50\s000 réponses"))
    state(page, "beyond")
    assert page.evaluate("vademecum.desk.work.entries().length") == 50_000
    page.evaluate("vademecum.desk.change([['later.e1#x', undefined]])")
    level.dispatch_event("input")
    kept(page)
    expect(page.locator(".vm-fault")).to_have_count(0)


FULL = """async () => {
  const { desk } = vademecum;
  const at = "events-calendar.events.";
  const rows = Array.from({ length: 100 }, (_, n) => [`${at}x${n}#_order`, `A${n}`]);
  desk.change([...rows, ...Array.from({ length: COUNT }, (_, n) => [`${at}x${n % 100}#y${n}`, true])]);
  await desk.keep();
}"""


def test_the_order_of_rows_takes_no_room(visit: Open) -> None:
    page = visit(TOPIC)
    page.evaluate(FULL.replace("COUNT", "49_999"))
    page.locator(f'[name="{FIRST}#level"][value="2"]').check()
    kept(page)
    expect(page.locator(".vm-fault")).to_have_count(0)
    assert page.evaluate("vademecum.desk.work.entries().length") == 50_000


def test_a_crowded_cluster_begins_no_row_and_leaves_what_was_typed_in_its_place(visit: Open) -> None:
    page = visit("tools/go-nogo/")
    page.evaluate(FULL.replace("COUNT", "50_000"))
    kept(page)
    action = page.locator("[data-part=next-steps] tr[data-free]").nth(1).locator("[name$='#action']")
    action.fill("Écrire aux dix premiers")
    expect(page.locator(".vm-fault")).to_contain_text(re.compile(r"contient déjà 50\s000 réponses"))
    assert page.evaluate("vademecum.desk.work.pairs().filter(([key]) => key.startsWith('go-nogo')).length") == 0
    page.locator('[name="go-nogo.facts#ready"]').focus()
    page.evaluate(
        """async () => {
          const { desk } = vademecum;
          const at = "go-nogo.next-steps.";
          desk.change([["events-calendar.events.x0#y0", undefined], ["events-calendar.events.x1#y1", undefined]]);
          for (const [row, order, owner] of [["xa", "A", "Karim"], ["xb", "B", "Anne"]]) {
            desk.change([[`${at}${row}#_order`, order], [`${at}${row}#owner`, owner]]);
          }
          await desk.keep();
        }"""
    )
    owners = page.locator("[data-part=next-steps] [name$='#owner']")
    expect(owners.filter(visible=True).nth(0)).to_have_value("Karim")
    typed = page.locator("[data-part=next-steps] tr[data-free]").filter(has=page.locator(".vm-fault"))
    expect(typed.locator("[name$='#action']")).to_have_value("Écrire aux dix premiers")
    expect(typed.locator("[name$='#owner']")).to_have_value("")


def test_a_number_with_more_blanks_than_can_be_kept_is_told_and_its_file_opens_again(visit: Open) -> None:
    page = visit("tools/go-nogo/")
    paste(page, "5" + " " * MOST, "go-nogo.facts#ready")
    state(page, "beyond")
    held = page.evaluate("vademecum.desk.work.get('go-nogo.facts#ready')")
    assert (held["number"], len(held["typed"])) == (5, MOST)
    page.evaluate("document.querySelector('[name=\"go-nogo.facts#ready\"]').value = ''")
    paste(page, "5", "go-nogo.facts#ready")
    kept(page)


@pytest.mark.parametrize("where", ["clusters/", "dashboard/"])
def test_a_name_that_is_too_long_is_told_and_not_cut(visit: Open, where: str) -> None:
    page = visit(where)
    page.evaluate("async () => { vademecum.desk.change([['x.y#level', '1']]); await vademecum.desk.keep() }")
    part = page.locator("[data-new]" if where == "clusters/" else "[data-vm-snapshots] form")
    name = part.locator("input")
    expect(part.get_by_role("button")).to_be_enabled()
    name.fill("n" * 121)
    expect(part.locator(".vm-fault")).to_contain_text("120 caractères au plus, et celui-ci 121")
    part.get_by_role("button").click()
    expect(name).to_have_value("n" * 121)
    expect(name).to_be_focused()
    name.fill("n" * 120)
    expect(part.locator(".vm-fault")).to_have_count(0)
    part.get_by_role("button").click()
    expect(page.get_by_text("n" * 120).first).to_be_visible()


@SETTINGS
def test_the_words_about_it_are_reached_by_everyone(visit: Open, language: str, width: int, scheme: str) -> None:
    page = visit(f"{language}{TOPIC}", width, scheme)
    paste(page, "a" * (MOST + 1))
    state(page, "beyond")
    expect(page.locator(".vm-fault")).to_be_visible()
    page.evaluate(  # axe reads every letter
        f"const control = document.querySelector('[name=\"{ANSWER}\"]');"
        "control.value = 'a'.repeat(2000); control.style.display = ''"
    )
    assert violations(page) == []
