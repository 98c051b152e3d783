"""On paper every word stands: of any length, in any field, on every page with fields, and pages are used."""

from __future__ import annotations

import re
import subprocess
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, drawn, ready_for_paper
from tests.browser.test_dashboard import PAGE as DASHBOARD
from tests.browser.test_dashboard import TOPIC, keep
from tests.browser.test_keeping import kept

FILL = """letters => {
  const words = [];
  const written = [...document.querySelectorAll(".md-content :is(textarea, input[type=text])")]
    .filter(({ name }) => /[#@]/.test(name));
  for (const [n, control] of written.entries()) {
    let text = "";
    for (let i = 0; text.length + 12 < letters; i += 1) text += `w${n}x${i} `;
    control.value = `${text}end${n}`;
    words.push(...control.value.split(" "));
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return words;
}"""
"""Write so many letters into every field that takes words, no word twice; return the words."""
FOOT = 790
"""Points from the top of A4 at which the foot of a printed page begins."""
HEIGHT = 842
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printed(page: Page, folder: Path) -> tuple[list[str], list[float]]:
    """Return the words on paper, and how far down each page they go, as a share of it."""
    drawn(ready_for_paper(page))
    file = folder / "printed.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    found = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
    sheets = found.split("<page ")[1:]
    words = re.findall(r'yMax="([\d.]+)">([^<]*)</word>', found)
    ends = [[float(end) for end in re.findall(r'yMax="([\d.]+)"', sheet)] for sheet in sheets]
    reach = [max((end for end in sheet if end < FOOT), default=0) / HEIGHT for sheet in ends]
    return [MARKS.sub("", word) for _, word in words], reach


def missing(words: list[str], paper: list[str]) -> list[str]:
    have = set(paper)
    return list(islice((word for word in words if word not in have), 10))


@pytest.mark.parametrize(
    ("path", "letters"),
    [
        ("tools/stakeholder-map/", 2309),
        ("tools/stakeholder-map/", 10_000),
        ("ar/tools/swot-tows/", 300),
        ("ar/tools/ratio-dashboard/", 48),  # lines along periods
        ("en/tools/funding-mix/", 2309),
        ("en/tools/legal-form-aid/", 48),
        ("ar/preparation/preliminary/", 2309),
        ("en/change/learning/", 10_000),
        ("ar/business-plan/", 2309),
        ("ar/tools/demand-survey/answer/", 2309),  # of one person, kept nowhere
    ],
)
def test_every_word_of_every_field_is_on_paper_and_no_page_is_left_empty(
    visit: Open, tmp_path: Path, path: str, letters: int
) -> None:
    page = visit(path)
    words = page.evaluate(FILL, letters)
    assert len(words) > 100
    paper, reach = printed(page, tmp_path)
    assert missing(words, paper) == []
    assert [share for share in reach[:-1] if share < 1 / 3] == []


def test_the_dashboard_prints_long_words_and_uses_its_pages(visit: Open, tmp_path: Path) -> None:
    page = visit(DASHBOARD)
    texts = {}
    for n in range(1, 7):
        words = " ".join(f"w{n}x{i}" for i in range(900))
        texts |= {
            f"{TOPIC}.q0{n}#evidence": words,
            f"{TOPIC}.q0{n}#next": f"{words} next",
        }
    keep(page, {f"{TOPIC}.q0{n}#level": "1" for n in range(1, 7)}, texts)
    expect(page.locator("[data-vm-actions]")).to_be_visible()
    expect(page.get_by_text("w6x899").first).to_be_attached()
    paper, reach = printed(page, tmp_path)
    assert missing(" ".join(texts.values()).split(), paper) == []
    assert [share for share in reach[:-1] if share < 1 / 3] == []


def test_rows_that_were_added_and_the_example_print_too(visit: Open, tmp_path: Path) -> None:
    page = visit("tools/stakeholder-map/")
    page.locator("[data-vm-add]").first.click()
    page.keyboard.type("Une ligne de plus, sans limite")
    assert "limite" in printed(page, tmp_path)[0]
    page.locator("[data-vm-example]").click()
    drawn(page)
    words = page.evaluate(
        """[...document.querySelectorAll(".vm-form textarea, .vm-form input[type=text]")]
          .flatMap(({ value }) => value.split(/\\s+/))"""
    )
    assert missing([word for word in words if word], printed(page, tmp_path)[0]) == []
    assert "fictif" in " ".join(printed(page, tmp_path)[0])


def test_a_choice_and_a_day_print_as_words_of_the_page(visit: Open, tmp_path: Path) -> None:
    page = visit("tools/events-calendar/")
    page.locator("input[type=date]").first.fill("2027-03-15")
    choice = page.locator(".vm-grid select").first
    choice.select_option(index=1)
    shown = choice.evaluate("({ selectedOptions: [{ textContent }] }) => textContent")
    paper = " ".join(printed(page, tmp_path)[0])
    assert "15 mars 2027" in paper
    assert shown in paper


def test_an_empty_control_prints_as_a_line_to_write_on(visit: Open, tmp_path: Path) -> None:
    page = visit("tools/events-calendar/")
    assert page.locator(".md-content input[type=date]").count() > 0
    paper = " ".join(printed(page, tmp_path)[0]).replace(" / ", "/")
    assert re.findall(r"(?:mm|dd|jj|aaaa|yyyy)/\S*|(?:Choisir|Choose)(?:…|\.\.\.)", paper) == []


def test_nothing_of_it_stays_on_the_page(visit: Open, tmp_path: Path) -> None:
    page = visit("tools/ratio-dashboard/")
    page.evaluate(FILL, 400)
    kept(page)
    drawn(ready_for_paper(page))
    form = """() => document.querySelector(".vm-instrument").outerHTML.replaceAll(' class=""', "")"""
    filled = page.evaluate(form)
    printed(page, tmp_path)
    assert page.evaluate(form) == filled


def test_a_page_shown_as_printed_follows_what_is_entered(visit: Open) -> None:
    page = visit("tools/stakeholder-map/")
    field = page.locator(".vm-grid textarea").first
    page.emulate_media(media="print")
    field.fill("Deux phrases.")
    expect(page.locator(".vm-written").filter(has_text="Deux phrases.")).to_be_visible()
    expect(field).to_be_hidden()
    page.emulate_media(media="screen")
    expect(page.locator(".vm-written")).to_have_count(0)
    expect(field).to_be_visible()


@pytest.mark.parametrize(
    ("path", "control"), [("tools/stakeholder-map/", ".vm-grid textarea"), ("tools/go-nogo/", ".vm-state input")]
)
def test_where_the_focus_stands_is_not_printed(visit: Open, path: str, control: str) -> None:
    page = visit(path)
    page.locator(control).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    rings = """[...document.querySelectorAll("*")].map(element => getComputedStyle(element))
      .filter(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0).length"""
    assert page.evaluate(rings) > 0
    page.emulate_media(media="print")
    assert page.evaluate(rings) == 0


def test_what_was_kept_prints_on_a_page_that_opens_as_printed(visit: Open) -> None:
    page = visit("tools/stakeholder-map/")
    page.locator(".vm-grid textarea").first.fill("Gardé hier")
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.emulate_media(media="print")
    page.reload()
    expect(page.locator(".vm-written").filter(has_text="Gardé hier")).to_be_visible()


def test_each_paragraph_is_written_in_its_own_direction(visit: Open) -> None:
    page = visit("ar/tools/stakeholder-map/")
    page.locator(".vm-grid textarea:not([data-line])").first.fill("Le conseil décide.\nالمجلس يقرر.")
    expect(page.locator("vm-keeper")).to_have_attribute("data-state", "kept")
    page.emulate_media(media="print")
    expect(page.locator(".vm-grid .vm-written").first).to_be_visible()
    lines = page.locator(".vm-grid .vm-written").first.evaluate(
        """written => {
          const box = written.getBoundingClientRect();
          const range = document.createRange();
          return [[0, 18], [19, 31]].map(([from, to]) => {
            range.setStart(written.firstChild, from);
            range.setEnd(written.firstChild, to);
            const found = range.getBoundingClientRect();
            return found.left - box.left < box.right - found.right ? "left" : "right";
          });
        }"""
    )
    assert lines == ["left", "right"]


def test_a_blank_form_has_room_to_write_and_nothing_of_what_was_entered(visit: Open, tmp_path: Path) -> None:
    page = visit("tools/stakeholder-map/")
    empty = printed(page, tmp_path)
    page.evaluate(FILL, 2309)
    page.evaluate("document.documentElement.classList.add('vm-blank')")
    words, reach = printed(page, tmp_path)
    assert not [word for word in words if re.fullmatch(r"w\d+x\d+", word)]
    assert len(reach) == len(empty[1])
    page.emulate_media(media="print")
    page.evaluate("document.documentElement.classList.add('vm-blank')")
    page.locator(".vm-grid textarea").first.dispatch_event("input")
    expect(page.locator(".vm-written").first).to_have_text("")
    heights = page.locator(".vm-grid .vm-written").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert min(heights) >= 22  # 6 mm
