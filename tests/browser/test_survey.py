"""Surveys: a form that travels, files that come back, counted together; nothing of one person is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

TOOL = "tools/satisfaction-survey/"
SURVEY = "satisfaction-survey.answers"


def answered(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator("[data-do=save]").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


@pytest.mark.parametrize("start", ["", "ar/"])
def test_one_person_answers_and_hands_over_a_file(visit: Open, start: str, tmp_path: Path) -> None:
    page = visit(f"{start}{TOOL}answer/", 375)
    told = page.locator("[data-told]")
    page.locator("[data-do=save]").click()
    expect(told).to_contain_text("Vous êtes")
    page.get_by_label("Membre", exact=True).check(force=True)
    page.locator(f"[name='{SURVEY}@recommend'][value='9']").check(force=True)
    page.locator(f"[name='{SURVEY}@wish']").fill(" Une visite\u0000 ")
    file = answered(page, tmp_path)
    expect(told).to_contain_text(file.name)
    first = json.loads(file.read_text(encoding="utf-8"))
    assert first["answers"] == {"group": "member", "recommend": 9, "wish": "Une visite"}
    assert set(first) == {"format", "version", "survey", "name", "answers"}
    page.reload()
    expect(page.locator(f"[name='{SURVEY}@wish']")).to_have_value(re.compile("^ ?Une visite"))
    page.locator(f"[name='{SURVEY}@recommend'][value='2']").check(force=True)
    second = json.loads(answered(page, tmp_path).read_text(encoding="utf-8"))
    assert second["name"] == first["name"] + "-2"
    page.locator("[data-do=next]").click()
    expect(page.get_by_label("Membre", exact=True)).not_to_be_checked()
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0, "kept with a cluster"


def test_an_answer_that_no_file_may_hold_is_told_before_it_is_handed_over(visit: Open, tmp_path: Path) -> None:
    page = visit(f"{TOOL}answer/")
    page.get_by_label("Membre", exact=True).check(force=True)
    page.locator(f"[name='{SURVEY}@recommend'][value='9']").check(force=True)
    wish = page.locator(f"[name='{SURVEY}@wish']")
    wish.fill("x" * 5001)
    expect(page.locator("vm-answer .vm-fault")).to_contain_text(re.compile(r"5\s000 .* 5\s001"))
    page.locator("[data-do=save]").click()
    expect(wish).to_be_focused()
    expect(page.locator("[data-told]")).to_be_empty()
    wish.fill("x" * 5000)
    expect(page.locator("vm-answer .vm-fault")).to_have_count(0)
    file = answered(page, tmp_path)
    page.goto(page.url.removesuffix("answer/"))
    page.locator("vm-survey input").set_input_files(file)
    expect(page.locator("[data-count]")).to_contain_text("1")


def written(folder: Path, n: int, **answers: object) -> Path:
    name = f"x{n:012}"
    file = folder / f"{n}.json"
    data = {"format": "vademecum-answer", "version": 1, "survey": SURVEY, "name": name, "answers": answers}
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_files_are_counted_once_and_few_answers_are_not_shown(visit: Open, tmp_path: Path) -> None:
    page = visit(TOOL)
    opened, count = page.locator("vm-survey input"), page.locator("[data-count]")
    nps = page.locator("[data-value='result.nps']")
    files = [written(tmp_path, n, group="member", recommend=9, wish=f"Souhait {9 - n}") for n in range(4)]
    opened.set_input_files(files)
    expect(count).to_have_text("4 réponses ouvertes")
    expect(nps).to_have_text("–")
    expect(page.locator("[data-voices]")).to_be_hidden()
    expect(page.locator("[data-value='result.reading']")).to_contain_text("Moins de 5 réponses")
    odd = written(tmp_path, 8, group="boss")
    opened.set_input_files([*files, written(tmp_path, 4, group="member", recommend=3), odd])
    expect(count).to_have_text("5 réponses ouvertes")
    expect(page.locator("[data-told]")).to_have_text("1 réponse nouvelle. 4 étaient déjà là.")
    expect(page.locator("vm-survey [data-refused]")).to_contain_text("8.json – Ce fichier contient autre chose")
    expect(nps).to_have_text("60")
    page.locator("[data-voices] summary").click()
    expect(page.locator("[data-voices] li")).to_have_text([f"Souhait {n}" for n in (6, 7, 8, 9)])
    page.reload()
    expect(count).to_have_text("5 réponses ouvertes")
    page.locator("[data-do=remove]").click()
    expect(count).to_have_text("0 réponse ouverte")
    page.locator("vm-survey [data-do=undo]").click()
    expect(count).to_have_text("5 réponses ouvertes")
    page.locator("[data-vm-example]").click()
    expect(count).to_have_text("28 réponses ouvertes")
    page.locator("[data-do=remove]").click()
    page.locator("[data-vm-back]").click()
    expect(count).to_have_text("5 réponses ouvertes")
    opened.set_input_files(files[:1] * 1001)
    expect(page.locator("[data-told]")).to_have_text("Mille réponses au plus tiennent ici. Rien n’a été ajouté.")
