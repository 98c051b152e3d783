"""The demonstration: read in the tab that asked for it, changed nowhere, and never mixed with one's own work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from macros.source.vademecum import vademecum
from tests.browser.conftest import Open, until
from tests.browser.test_accessibility import violations
from tests.built import built_site

TOPIC = "preparation/preliminary/"
LEVEL = "preparation.preliminary.q01#level"
ANSWER = "preparation.preliminary.q01#answer"
SHOWN = vademecum("fr").demonstration

HELD = """async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name).sort();
  const drafts = Object.keys(sessionStorage).filter((name) => name.startsWith("vademecum.draft"));
  const local = Object.entries(localStorage).filter(([name]) => name.startsWith("vademecum."));
  return { names, drafts, local };
}"""


def state(page: Page, name: str) -> None:
    until(page, f"globalThis.vademecum?.desk.state === '{name}'")


def says(page: Page, word: str, language: str = "fr") -> None:
    expect(page.locator("vm-keeper [role=status]")).to_have_text(vademecum(language).word(word))


def entered(page: Page) -> Any:
    return page.evaluate("key => vademecum.desk.work.get(key)", ANSWER)


def test_it_stays_in_its_tab_refuses_changes_and_leaves_ones_own_work_as_it_was(visit: Open, address: str) -> None:
    page = visit(TOPIC)
    page.locator(f"[name='{ANSWER}']").fill("À nous")
    state(page, "kept")
    before = page.evaluate(HELD)
    page.goto(f"{address}dashboard/")
    page.get_by_role("link", name="Voir un cluster déjà rempli").click()
    says(page, "demonstration-on")
    assert page.url == f"{address}dashboard/"
    expect(page.locator("[data-vm-list] > li")).to_have_count(len(SHOWN.snapshots))
    expect(page.locator("[data-vm-day]")).to_contain_text("30 juin 2026")
    expect(page.locator("[data-vm-snapshots] form")).to_be_hidden()
    page.locator("[data-vm-actions] .vm-state", has_text="À mon nom").click()
    page.locator("[data-vm-mine] input").fill("Karim Benali")  # a name of one's own is remembered, not this one
    with page.expect_download() as offered:
        page.locator("[data-vm-actions] [data-vm-ics]").click()
    assert "démonstration" in offered.value.suggested_filename

    page.goto(address + TOPIC)
    says(page, "demonstration-on")
    answer, levels = page.locator(f"[name='{ANSWER}']"), page.locator(f"[name='{LEVEL}']")
    expect(answer).to_have_value(SHOWN.questions["preparation.preliminary.q01"].answer)
    assert [page.evaluate("one => one.disabled", one) for one in levels.element_handles()] == [True] * 7
    page.locator("label:has([value='0'])").first.click(force=True)
    answer.press("x")
    says(page, "demonstration-unchanged")
    expect(answer).to_have_value(SHOWN.questions["preparation.preliminary.q01"].answer)
    page.reload()
    page.goto(f"{address}ar/{TOPIC}")
    says(page, "demonstration-on", "ar")

    other = page.context.new_page()
    other.goto(address + TOPIC)
    state(other, "kept")
    assert entered(other) == "À nous"
    assert page.evaluate(HELD) == before
    page.get_by_role("button").filter(has_text=vademecum("ar").word("demonstration-leave")).click()
    state(page, "kept")
    assert entered(page) == "À nous"
    assert page.evaluate(HELD) == before
    # Another page of the tab was left in the browser's cache while the demonstration was opened.
    page.evaluate("sessionStorage.setItem('vademecum.demonstration', 1)")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    says(page, "demonstration-on", "ar")


def test_of_the_page_of_clusters_only_its_file_can_be_saved(visit: Open, tmp_path: Path) -> None:
    page = visit("clusters/?demonstration")
    says(page, "demonstration-on")
    expect(page.locator(".vm-shown")).to_be_visible()
    for hidden in ("vm-clusters", "vm-merge", "vm-journal", "vm-storage", "[data-do=choose]"):
        expect(page.locator(hidden).first).to_be_hidden()
    with page.expect_download() as offered:
        page.locator("[data-do=save]").click()
    offered.value.save_as(tmp_path / "saved.json")
    saved = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
    assert saved["cluster"]["name"] == SHOWN.name
    assert len(saved["records"]) > len(SHOWN.snapshots)  # and the note on rows that got names
    assert page.evaluate("indexedDB.databases()") == []


def test_tools_show_its_rows_and_its_day_and_nobody_finds_a_fault(visit: Open) -> None:
    page = visit("tools/stakeholder-map/?demonstration", 320, "dark")
    says(page, "demonstration-on")
    rows = page.locator("[data-part=actors] tbody tr")
    expect(rows.first.locator("textarea").first).to_have_value("Atelier Nord")
    for sign in "#@":  # with an @ while the tool's own example is shown, in rows that are made for it
        page.locator(f"vm-tool [name*='{sign}']").first.wait_for(state="attached")
        expect(page.locator(f"vm-tool [name*='{sign}']:not(:disabled, [readonly])")).to_have_count(0)
        page.locator("[data-vm-example]").click()
    expect(page.locator("[data-vm-add]").first).to_be_hidden()
    assert page.evaluate("vademecum.desk.today") == SHOWN.as_of
    assert violations(page, ".md-content") == []


def test_from_a_folder_it_says_what_it_needs(visit: Open) -> None:
    page = visit("", forgiving=True)
    page.goto((built_site()[0] / "index.html").as_uri())
    page.get_by_role("link", name="Voir un cluster déjà rempli").click()
    says(page, "demonstration-closed")
    page.get_by_role("button", name="Fermer la démonstration").click()
    expect(page.locator(".vm-leave")).to_be_hidden()
