"""The five tabs: what each holds, in every language; addresses that were there before still lead somewhere."""

from __future__ import annotations

import pytest

from macros.model.vademecum import Vademecum
from macros.source.vademecum import languages, vademecum
from tests.built import Page, built_site, pages

LANGUAGES = [language.code for language in languages()]


def page_at(code: str, address: str) -> Page:
    return pages()[f"{'' if code == 'fr' else f'{code}/'}{address}index.html"]


def tabs(page: Page) -> list[tuple[str, bool]]:
    """Return where the tabs lead, and which is that of the page."""
    classes = [a.get("class", "") for _, a in page.tags]
    here = [("--active" in name) for name in classes if "md-tabs__item" in name.split()]
    return list(zip([a["href"] for _, a in page.tags if a.get("class") == "md-tabs__link"], here, strict=True))


def column(page: Page) -> list[str]:
    return [a["href"] for tag, a in page.tags if tag == "a" and "md-nav__link" in a.get("class", "").split()]


def has_page(v: Vademecum) -> list[str]:
    return [tool.id for tool in v.tools if tool.parts]


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_five_tabs_and_each_kind_of_page_is_under_its_own(code: str) -> None:
    own = {
        "": 0, "dashboard/": 1, "business-plan/": 1, "clusters/": 1, "sheets/": 2, "change/": 2, "change/learning/": 2,
        "print/all/": 2, "tools/": 3, "tools/swot-tows/": 3, "glossary/": 4, "definitions/": 4, "privacy/": 4,
    }  # fmt: skip
    for address, tab in own.items():
        assert [here for _, here in tabs(page_at(code, address))] == [n == tab for n in range(5)], address
    assert [href for href, _ in tabs(page_at(code, ""))] == [".", "dashboard/", "sheets/", "tools/", "definitions/"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_tool_has_the_column_of_its_tab_and_other_menus_leave_tools_out(code: str) -> None:
    tools = has_page(vademecum(code))
    assert len(tools) > 20
    inside = column(page_at(code, "tools/swot-tows/"))
    assert all(f"../{tool}/" in inside for tool in tools if tool != "swot-tows")
    assert [href for href in column(page_at(code, "")) if href.startswith("tools/")] == ["tools/"]
    hidden = [a for _, a in page_at(code, "tools/swot-tows/").tags if "md-sidebar--primary" in a.get("class", "")]
    assert all("hidden" not in a for a in hidden)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_old_page_of_files_leads_to_that_of_tools(code: str) -> None:
    page = page_at(code, "downloads/")
    assert {"http-equiv": "refresh", "content": "0; url=../tools/"} in [a for tag, a in page.tags if tag == "meta"]
    assert [a["href"] for tag, a in page.tags if tag == "a" and a == {"href": "../tools/"}]
    assert "/downloads/</loc>" not in (built_site()[0] / "sitemap.xml").read_text(encoding="utf-8")


def test_the_business_plan_is_reached_from_home_topic_tool_and_dashboard() -> None:
    for code in ("", "en/", "ar/"):
        for place in ("", "preparation/finance/", "tools/funding-mix/", "dashboard/"):
            inside, ways = False, []
            for tag, attributes in pages()[f"{code}{place}index.html"].tags:
                inside |= tag == "article"  # what the menu holds does not count
                ways += [attributes["href"]] if inside and tag == "a" and "href" in attributes else []
            assert any("business-plan/" in way and "tools/business-plan" not in way for way in ways), (code, place)
