"""The table of translations, and the digests that translators confirm without harm to their files."""

from __future__ import annotations

import pytest

from macros.errors import VademecumError
from macros.source.freshness import confirm, report
from macros.source.overlay import load_translations
from macros.source.vademecum import languages, vademecum
from tests.conftest import Project

WORDS = "content/interface.yml"
EN = "translations/en/interface.yml"
HOME = 'interface.nav-home:\n  of: "c938efb7"\n  text: "Home"\n'


def counts(project: Project, file: str, code: str = "en") -> list[int]:
    """Return what the table says of a file: current, stale, missing, orphan."""
    line = next(line for line in report(project.root, code).splitlines() if line.startswith(f"{file} "))
    return [int(number) for number in line.split()[1:]]


def changed(project: Project, old: str = '"Accueil"', new: str = '"Début"') -> None:
    """Change the French of interface.nav-home."""
    project.replace(WORDS, old, new)


def state(project: Project) -> dict[str, str | None]:
    return {t.id: t.of for t in load_translations(project.root, languages(project.root)[1]).values()}


# ------------------------------------------------------------------ the table


def test_a_table_for_each_language_but_the_source(project: Project) -> None:
    heads = [line for line in report(project.root).splitlines() if "(" in line]
    assert heads == ["English (en)", "العربية (ar)"]


def test_a_table_for_one_language(project: Project) -> None:
    lines = report(project.root, "ar").splitlines()
    assert lines[0] == "العربية (ar)"
    assert lines[1].endswith("sans source")
    assert not any("English" in line for line in lines)


def test_the_last_line_is_the_total(project: Project) -> None:
    rows = [[int(n) for n in line.split()[1:]] for line in report(project.root, "en").splitlines()[2:] if line]
    assert rows[-1] == [sum(column) for column in zip(*rows[:-1], strict=True)]


def test_a_change_of_the_french_makes_one_text_stale(project: Project) -> None:
    current, stale, missing, orphan = counts(project, "interface.yml")
    changed(project)
    assert counts(project, "interface.yml") == [current - 1, stale + 1, missing, orphan]


def test_a_change_of_spaces_makes_nothing_stale(project: Project) -> None:
    before = counts(project, "interface.yml")
    changed(project, '"À propos"', '" À  propos "')
    assert counts(project, "interface.yml") == before


def test_a_removed_translation_is_missing(project: Project) -> None:
    current, stale, missing, orphan = counts(project, "interface.yml")
    project.replace(EN, HOME, "")
    assert counts(project, "interface.yml") == [current - 1, stale, missing + 1, orphan]


def test_a_translation_without_source_is_listed_under_its_own_file(project: Project) -> None:
    project.write("translations/en/old.yml", 'gone:\n  of: "12345678"\n  title: Gone\n')
    assert counts(project, "data/translations/en/old.yml") == [0, 0, 0, 1]


@pytest.mark.parametrize("code", ["fr", "zz"])
def test_a_language_that_is_not_translated_is_said(code: str, project: Project) -> None:
    with pytest.raises(VademecumError, match=f"« {code} » n’est pas une langue traduite"):
        report(project.root, code)


def test_a_site_in_french_alone_has_nothing_to_report(project: Project) -> None:
    project.write("languages.yml", "languages:\n  - {code: fr, name: Français, direction: ltr}\n")
    with pytest.raises(VademecumError, match=r"data/languages\.yml ne nomme aucune langue de traduction"):
        report(project.root)


# ------------------------------------------------------------------ confirming


def test_confirming_what_is_fresh_writes_nothing(project: Project) -> None:
    confirm(project.root, "en", [])
    before = project.read(EN)
    assert confirm(project.root, "en", []) == 0
    assert project.read(EN) == before


def test_confirming_makes_a_stale_text_current(project: Project) -> None:
    before = counts(project, "interface.yml")
    changed(project)
    assert confirm(project.root, "en", ["interface.nav-home"]) == 1
    assert counts(project, "interface.yml") == before
    assert not vademecum("en", project.root).word("nav-home").stale


def test_confirming_touches_nothing_but_the_digest(project: Project) -> None:
    note = '# Vu avec Anne\ninterface.nav-home:  # accueil\n  # avant\n  of: "00000000"\n  text: "Home"  # après\n\n'
    project.replace(EN, HOME, note)
    before = project.read(EN).replace('  of: "00000000"\n', "")
    assert confirm(project.root, "en", ["interface.nav-home"]) == 1
    assert project.read(EN).replace('  of: "c938efb7"\n', "", 1) == before.replace('  of: "c938efb7"\n', "", 1)
    assert state(project)["interface.nav-home"] == "c938efb7"


def test_confirming_only_what_is_named(project: Project) -> None:
    changed(project)
    changed(project, '"Imprimer"', '"Sur papier"')
    before = state(project)
    assert confirm(project.root, "en", ["interface.nav-home"]) == 1
    after = state(project)
    assert {identifier for identifier in after if after[identifier] != before[identifier]} == {"interface.nav-home"}


def test_confirming_leaves_other_languages_alone(project: Project) -> None:
    changed(project)
    before = project.read("translations/ar/interface.yml")
    confirm(project.root, "en", [])
    assert project.read("translations/ar/interface.yml") == before


@pytest.mark.parametrize(
    "written",
    [
        'interface.nav-home:\n  text: "Home"\n',
        'interface.nav-home:\n  text: "Home"\n  of: "00000000"\n',
        'interface.nav-home:\n    of: "00000000"\n    text: "Home"\n',
        'interface.nav-home:\n# une remarque\n  of: "00000000"\n  text: "Home"\n',
        "interface.nav-home:\n\n  of: 12345678\n\n  text: >-\n    of: Home\n    of\n",
        'interface.nav-home:\n  text: "Home"\n  of: "00000000"',
        'interface.nav-home:\n  "of": "00000000"\n  text: "Home"\n',
        'interface.nav-home:\n  of : "00000000"\n  text: "Home"\n',
        'interface.nav-home:\n  of:\n    "00000000"\n  text: "Home"\n',
    ],
    ids=["without", "last", "four spaces", "remark", "blank lines", "end of file", "quoted", "spaced", "below"],
)
def test_confirming_however_it_is_written(written: str, project: Project) -> None:
    project.replace(EN, HOME, "")
    project.write("translations/en/home.yml", written)
    assert confirm(project.root, "en", ["interface.nav-home"]) == 1
    assert state(project)["interface.nav-home"] == "c938efb7"
    assert project.read("translations/en/home.yml").count("c938efb7") == 1
    assert "00000000" not in project.read("translations/en/home.yml")


def test_confirming_keeps_words_that_look_like_a_digest(project: Project) -> None:
    project.replace(EN, HOME, "interface.nav-home:\n  text: >-\n    Home\n    of: the text\n")
    assert confirm(project.root, "en", ["interface.nav-home"]) == 1
    assert vademecum("en", project.root).word("nav-home") == "Home of: the text"


def test_an_entry_on_one_line_cannot_be_confirmed_and_says_so(project: Project) -> None:
    project.replace(EN, HOME, 'interface.nav-home: {text: "Home"}\n')
    with pytest.raises(VademecumError, match=r"« interface\.nav-home: » n’est pas seul sur sa ligne"):
        confirm(project.root, "en", ["interface.nav-home"])


def test_an_id_that_is_not_translated_is_said(project: Project) -> None:
    with pytest.raises(VademecumError, match=r"Rien n’est traduit en « en » sous : zz, change\.learning\.q99"):
        confirm(project.root, "en", ["interface.nav-home", "zz", "change.learning.q99"])
