"""Each source is cited by what it is found with, in one form, and stands where a funder would look for it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from macros.model.citation import cited
from macros.model.reference import CITED, Reference
from macros.model.words import entries
from macros.source.vademecum import vademecum

OFFICIAL = {
    "law": {"data.europa.eu", "www.legifrance.gouv.fr", "www.ohada.org"},
    "standard": {"www.iso.org"},
}
ARTICLE = {
    "id": "source.x",
    "kind": "article",
    "language": "en",
    "authors": ["Ann Lee", "Bo Ek"],
    "title": "A Way",
    "journal": "Review",
    "volume": "70(11)",
    "year": 1981,
    "pages": "35",
    "seen_on": "2026-11-30",
    "unconfirmed": True,
}


def references() -> list[Reference]:
    return [entry for entry in entries(vademecum("fr").references) if isinstance(entry, Reference)]


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, parts in CITED.items() for part in parts])
def test_a_publication_without_what_its_kind_is_found_by_is_refused(kind: str, part: str) -> None:
    whole = ARTICLE | {
        "kind": kind,
        "publisher": "House",
        "number": "ISO 1",
        "date": "1981-11-01",
        "url": "https://x.org",
    }
    assert Reference.model_validate(whole).kind == kind
    with pytest.raises(ValidationError, match=part):
        Reference.model_validate({name: value for name, value in whole.items() if name != part})


def test_no_source_hides_behind_a_description() -> None:
    notes = [f"{it.title} {it.note}" for it in references()] + [vademecum("fr").word("references-note")]
    assert [note for note in notes if "ntitulé descriptif" in note or "par extraits" in note] == []


def test_articles_have_their_pages_or_their_address() -> None:
    assert [it.id for it in references() if it.kind == "article" and not (it.pages or it.url)] == []


def test_laws_and_standards_lead_to_their_official_place() -> None:
    hosts = [(it.id, urlsplit(it.url or "").hostname, OFFICIAL[it.kind]) for it in references() if it.kind in OFFICIAL]
    assert hosts
    assert [(identifier, host) for identifier, host, official in hosts if host not in official] == []


def test_every_source_of_the_register_carries_a_method() -> None:
    used = {source.reference for tool in vademecum("fr").tools for source in tool.sources}
    assert [it.id for it in vademecum("fr").references.sources if it.id not in used] == []


@pytest.mark.parametrize(
    ("code", "form"),
    [
        (
            "fr",
            "Ann Lee, Bo Ek, «\u00a0A Way\u00a0», Review, 70(11), 1981, p. 35, vu le 30 novembre 2026, à vérifier",
        ),
        ("en", "Ann Lee, Bo Ek, “A Way”, Review, 70(11), 1981, p. 35, seen on 30 November 2026, to be checked"),
        ("ar", "Ann Lee، Bo Ek، «A Way»، Review، 70(11)، 1981، ص 35، اطُّلع عليه في 30 نوفمبر 2026، للتحقق"),
    ],
)
def test_an_article_is_cited_in_the_words_of_the_page(code: str, form: str) -> None:
    assert cited(vademecum(code), Reference.model_validate(ARTICLE)) == form


def test_a_law_is_cited_by_its_journal_and_day() -> None:
    v = vademecum("fr")
    assert cited(v, v.get(Reference, "source.lme-2008")) == (
        "Loi n°\u00a02008-776 du 4 août 2008 de modernisation de l’économie, "
        "Journal officiel de la République française, n° 0181, 5 août 2008"
    )
