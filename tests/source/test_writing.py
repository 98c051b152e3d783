"""What people write in YAML is read as they meant it, or refused with the line and the remedy: no word is lost."""

from __future__ import annotations

import unicodedata

import pytest

from macros.__main__ import main
from macros.model.content import Phase, Question
from macros.source.load import load_source
from macros.source.syntax import obstacle
from macros.source.vademecum import vademecum
from tests.conftest import Project
from tests.source.test_load import EN, PHASE, PLAN, TOOL, TOPIC, Flaw, faults, only

GLOSSARY = "translations/en/glossary.yml"
TITLE = "title: Changement"
KIND = "    kind: verify"
REMARK = "est lu comme une remarque"

CASES = [
    # a remark right after words: they may be the end of the sentence
    Flaw("hash", PHASE, TITLE, "title: Le mot #cluster partout", f"« #cluster partout » {REMARK}", "« >- »", "title"),
    Flaw("hash alone", PHASE, TITLE, "title: Changement #", f"« # » {REMARK}", "guillemets", "title"),
    Flaw("hash, one word", PHASE, TITLE, "title: a #1", f"« #1 » {REMARK}", "guillemets", "title"),
    Flaw("hash after lines", PHASE, TITLE, "title: Un\n  deux #trois", f"« #trois » {REMARK}", "guillem", "title"),
    Flaw("hash inside lines", PHASE, TITLE, "title: Un\n  d #t\n  q", "« # » est lu comme une rem", "guille", "  q"),
    Flaw("nothing but hash", PHASE, TITLE, "title: #cluster", f"« #cluster » {REMARK}", "guillemets", "title"),
    Flaw("hash in a list", TOPIC, "- La question traitée", "- La #q traitée", f"{REMARK}", "guillemets", "#q"),
    Flaw("hash in brackets", PHASE, "topics: [", "topics: [a #b, ", "« # » est lu comme une", "guillemets", "topics"),
    Flaw("hash after >-", PHASE, "intro: >-", "intro: >- #mot", f"« #mot » {REMARK}", "va seule sur sa", "intro"),
    Flaw("hash in a name", "languages.yml", "languages:", "languages:\n  - code: de\n    name: A #b", REMARK, "g", "A"),
    Flaw("hash in an example", TOOL, "    title: Question", "    title: #Question", REMARK, "guillemets", "#Q"),
    Flaw("hash in a translation", GLOSSARY, "title: change agent", "title: change #a", "#a » est lu", "guill", "#a"),
    Flaw("hash below", PHASE, TITLE, "title: Un mot\n  #cluster deux", "« #cluster deux » est lu", ">-", "title"),
    Flaw(
        "hash below a list", TOPIC, "- La question traitée", "- La\n        #q traitée", REMARK, "guillemets", "- La\n"
    ),
    Flaw("hash below >-", PHASE, "  Mesurer les eff", "  Mesurer\n #les eff", "« #les eff", "sous la clé", "summary"),
    # words that YAML takes for something else
    Flaw("anchor", PHASE, TITLE, "title: &agir Agir", "commence par & ou !", "guillemets", "title"),
    Flaw("tag", PHASE, TITLE, "title: !agir Agir", "commence par & ou !", "guillemets", "title"),
    Flaw("bare tag", PHASE, TITLE, "title: ! Agir", "commence par & ou !", "guillemets", "title"),
    Flaw("alias", PHASE, TITLE, "title: *agir", "un signe spécial en début de texte", "« >- »", "title"),
    Flaw("merge key", TOPIC, KIND, "    <<: &k {kind: verify}", "commence par & ou !", "guillemets", "<<"),
    Flaw("circle", PHASE, "topics: [", "topics: &a [*a, ", "commence par & ou !", "se recopie", "topics"),
    Flaw("yes", PHASE, TITLE, "title: Yes", "Yes sans guillemets comme vrai ou faux", 'écrire "Yes"', "title"),
    Flaw("on", GLOSSARY, "title: change agent", "title: on", "on sans guillemets comme vrai", 'écrire "on"', ": on"),
    Flaw("octal", PHASE, "number: 3", "number: 03", "YAML lit 03 comme 3", "chiffres ordinaires", "number"),
    Flaw("sixties", PLAN, "{min: 2, max: 2}", "{min: 2, max: 1:30}", "YAML lit 1:30 comme 90", "ordinaires", "1:30"),
    Flaw("hexadecimal", PHASE, "number: 3", "number: 0x3", "YAML lit 0x3 comme 3", "ordinaires", "number"),
    Flaw("infinite", PHASE, "number: 3", "number: .inf", "YAML lit .inf comme inf", "ordinaires", "number"),
    Flaw("underlined", PHASE, "number: 3", "number: 1_0", "YAML lit 1_0 comme 10", "ordinaires", "number"),
    Flaw("braces alone", PHASE, TITLE, "title: {n}", "« n » n’est suivi d’aucun « : »", "guillemets", "title"),
    Flaw("braces first", PHASE, TITLE, "title: {n} mots", "« {n} » en début de texte", "guillemets", "title"),
    Flaw("comma", PLAN, "{min: 2, max: 2}", "{min: 2, max: 2, trois}", "« trois » n’est suivi d’au", "guil", "trois"),
    Flaw(
        "dash",
        TOPIC,
        "      - Les dates",
        "      - Un\n         - Les dates",
        "un tiret de liste est",
        "aligner",
        "- Un",
    ),
    Flaw("list as key", PHASE, TITLE, "? [a]\n: b\ntitle: x", "une clé n’est pas un mot", "clé : valeur", "id: change"),
    Flaw("doubled key in another writing", PHASE, TITLE, 'title: A\n"title": B', "« title » est là deux", "n’en", '"t'),
    # what stops the reader, in French
    Flaw("missing colon", PHASE, TITLE, "title Changement", "sans « clé : »", "écrire « clé : valeur »", "title C"),
    Flaw("open quote", PHASE, TITLE, 'title: "Changement', "un guillemet s’ouvre ici", "le fermer", "title"),
    Flaw("open apostrophe", PHASE, TITLE, "title: 'Changement", "un guillemet s’ouvre ici", "le fermer", "title"),
    Flaw("text after a quote", PHASE, TITLE, 'title: "Un" mot', "après un guillemet fermé", "au début", "title"),
    Flaw("apostrophe in one", PHASE, TITLE, "title: 'L'eau'", "après un guillemet fermé", "’ pour l’ap", "title"),
    Flaw("open list", PHASE, "change.learning]", "change.learning", "n’est pas fermée", "] ou }", "topics:"),
    Flaw("text after >-", PHASE, "summary: >-", "summary: >- Agir", "même ligne que « >- »", "à la ligne", "Agir"),
    Flaw("backslash", PHASE, TITLE, 'title: "a\\q"', "une barre oblique inversée", "la doubler", "title"),
    Flaw("backquote", PHASE, TITLE, "title: `a`", "un signe spécial en début", "« >- »", "title"),
    Flaw("percent", PHASE, TITLE, "title: %a", "un signe spécial en début", "« >- »", "title"),
    Flaw("dash after a key", PHASE, TITLE, "title: - a", "un tiret de liste sur la ligne", "à la ligne", "title"),
    Flaw("question mark", PHASE, TITLE, "title: ? a", "un « ? » en début de texte", "guillemets", "title"),
    Flaw("indent", PHASE, "number: 3", "  number: 3", "un retrait trop grand", "guillemets", "number"),
    Flaw("two documents", PHASE, TITLE, f"---\n{TITLE}", "un second document", "« --- »", "---"),
    Flaw("after the end", PHASE, TITLE, f"...\n{TITLE}", "après la fin du document", "« ... »", TITLE),
    Flaw("conflict", PHASE, TITLE, f"<<<<<<< HEAD\n{TITLE}\n=======", "une fusion de git", "choisir", "<<<<"),
    Flaw("conflict's end", TOPIC, KIND, f">>>>>>> a1b2\n{KIND}", "une fusion de git", "retirer ces marques", ">>>>"),
    # signs that nobody sees
    Flaw("no-break indent", TOPIC, KIND, "\u00a0   kind: verify", "une espace insécable", "d’espace", "\u00a0   k"),
    Flaw("thin indent", TOPIC, KIND, "   \u202fkind: verify", "une espace insécable", "retaper", "\u202fkind"),
    Flaw("no-break in a text", TOPIC, "  Réserver", "\u00a0 Réserver", "une espace insécable", "retap", "\u00a0 R"),
    Flaw(
        "no-break after a colon", PHASE, TITLE, "title:\u00a0Ch", "insécable après « : »", "espace ord", "title:\u00a0"
    ),
    Flaw("tab in an indent", TOPIC, KIND, "  \t  kind: verify", "une tabulation", "par des espaces", "\t  kind"),
    Flaw("line separator", PHASE, TITLE, "title: a\u2028b", "un caractère invisible", "U+2028", "title: a"),
    Flaw("next line", PHASE, TITLE, "title: a\u0085b", "un caractère invisible", "retaper", "title: a"),
    Flaw("byte order mark inside", PHASE, TITLE, "title: \ufeffa", "un caractère invisible", "retaper", "title"),
    Flaw("turned direction", PHASE, TITLE, "title: a\u202eb", "un caractère invisible", "retaper", "title"),
    Flaw("lost letter", PHASE, TITLE, "title: D\ufffdj", "une lettre perdue", "la retaper", "title"),
    Flaw("control between quotes", PHASE, TITLE, 'title: "a\\x07b"', "un caractère invisible", "retaper", "title"),
    Flaw("half a sign", PHASE, TITLE, 'title: "\\ud800"', "une barre oblique inversée", "la doubler", "title"),
    # translations
    Flaw(
        "too few",
        "translations/en/more.yml",
        "",
        "",
        "la liste compte 1 élément(s), celle du français 3",
        "ordre",
        "good",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_yaml_would_lose_or_turn_is_said(case: Flaw, project: Project) -> None:
    if case.file.endswith("more.yml"):
        project.write(case.file, "change.learning.q01:\n  good_answer: [One]\n")
    else:
        project.replace(case.file, case.old, case.new)
    found = faults(project)
    assert {fault.file for fault in found} == {f"data/{case.file}"}, found
    said = next((fault for fault in found if case.wrong in fault.wrong), None)
    assert said, found
    assert case.mend in said.mend or case.mend in said.wrong
    text = project.read(case.file)
    assert said.line == text[: text.index(case.at)].count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TOPIC, KIND, "    kind: verify  # explain, define, method or verify"),
        (TOPIC, "related: [change.management.q03]", "related: [change.management.q03]  # voir aussi"),
        (TOPIC, "id: change.learning.q01", "id: change.learning.q01  # la première"),
        (PHASE, "number: 3", "number: 3  # la dernière"),
        (PHASE, TITLE, "# le titre du menu\ntitle: Changement"),
        (PHASE, TITLE, "title: Changement\n# le résumé\n\n# plus bas"),
        (TOPIC, KIND, "    # la sorte\n    kind: verify\n    # la suite"),
        (PHASE, TITLE, 'title: "Changement"  # le titre du menu'),
        (TOOL, "tier: 1", "tier: 1  # 1 is shown first"),
        (TOOL, "topic: preparation.strategy", "topic: preparation.strategy  # without it …"),
        (TOOL, "example:", "example:  # the fictional Cluster Exemple"),
        (GLOSSARY, 'of: "94a75757"', "of: 94a75757  # confirmé hier"),
        ("languages.yml", "direction: rtl}", "direction: rtl}  # de droite à gauche"),
    ],
)
def test_a_remark_after_what_is_no_sentence_stays_a_remark(file: str, old: str, new: str, project: Project) -> None:
    project.replace(file, old, new)
    assert vademecum("en", project.root)


def test_a_block_of_text_keeps_its_hash(project: Project) -> None:
    project.replace(PHASE, "  Mesurer les effets", "  #Mesurer les #effets")
    assert load_source(project.root).vademecum.get(Phase, "change").summary.startswith("#Mesurer les #effets")


@pytest.mark.parametrize("text", ['"Le mot #cluster partout"', "'Le mot #cluster partout'", "Le mot#cluster partout"])
def test_a_hash_between_quotes_or_inside_a_word_is_kept(text: str, project: Project) -> None:
    project.replace(PHASE, TITLE, f"title: {text}")
    assert load_source(project.root).vademecum.get(Phase, "change").title == text.strip("\"'")


def test_the_case_that_was_reported(project: Project) -> None:
    line = next(line for line in project.read(TOPIC).splitlines() if line.startswith("    text: "))
    end = "un but et un rythme avec le mot #cluster partout ?"
    project.replace(TOPIC, line, f"    text: Notre plan de communication fixe-t-il {end}")
    said = only(project)
    assert (said.file, said.line) == (f"data/{TOPIC}", project.line(TOPIC, end))
    assert "« #cluster partout ? »" in said.wrong


@pytest.mark.parametrize(
    "problem", ["while parsing a node", "did not find expected <document start>", "found duplicate anchor", "zzz"]
)
def test_no_word_of_the_reader_of_yaml_is_shown(problem: str) -> None:
    wrong, mend = obstacle(problem, "title: x")
    assert problem not in wrong + mend


# ------------------------------------------------------------------ encodings


def test_a_file_in_windows_1252_is_refused_at_its_line(project: Project) -> None:
    text = project.read(PHASE)
    project.path(PHASE).write_bytes(text.encode("cp1252", errors="replace"))
    said = only(project)
    assert said.wrong == "le fichier n’est pas en UTF-8"
    assert said.line == next(n for n, line in enumerate(text.splitlines(), 1) if not line.isascii())


def rewritten(project: Project, form: str, end: str) -> None:
    """Write each data file anew as another system would."""
    for path in (project.root / "data").rglob("*.yml"):
        text = unicodedata.normalize(form, path.read_text(encoding="utf-8"))
        path.write_bytes(("\ufeff" + text.replace("\n", end)).encode())


@pytest.mark.parametrize("form", ["NFD", "NFC"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_accents_and_ends_of_lines_change_nothing(form: str, end: str, project: Project) -> None:
    before = vademecum("en", project.root)
    rewritten(project, form, end)
    after = vademecum("en", project.root)
    assert after == before
    assert not after.word("nav-home").stale


def test_accents_and_ends_of_lines_change_nothing_in_the_data_of_the_site(real: Project) -> None:
    before = vademecum("en", real.root)
    rewritten(real, "NFD", "\r\n")
    assert vademecum("en", real.root) == before


def test_a_digest_is_that_of_the_words_however_accents_are_encoded(project: Project) -> None:
    project.path("content/interface.yml").write_text(
        unicodedata.normalize("NFD", project.read("content/interface.yml")), encoding="utf-8"
    )
    assert not [word for word in vademecum("en", project.root).interface.words if word.text and word.text.stale]


def test_confirming_keeps_the_ends_of_lines_and_the_mark_of_a_file(project: Project) -> None:
    whole = ("\ufeff" + project.read(EN).replace('"Home"', '"Start"')).replace("\n", "\r\n")
    project.path(EN).write_bytes(whole.encode())
    project.replace("content/interface.yml", '"Accueil"', '"Début"')
    assert main(["confirm", "en", "interface.nav-home"], project.root) == 0
    now = project.path(EN).read_bytes().decode()
    assert now.startswith("\ufeff")
    assert "\n" not in now.replace("\r\n", "")
    assert len(now.splitlines()) == len(whole.splitlines())


# ------------------------------------------------------------------ files that nobody reads

STRAYS = [
    ("content/topics/change.more.yaml", "le renommer en change.more.yml", "le site ne lit pas ce fichier"),
    ("content/glossary.yml.txt", "le renommer en glossary.yml", "le site ne lit pas ce fichier"),
    ("content/GLOSSARY.YML", "le renommer en glossary.yml", "le site ne lit pas ce fichier"),
    ("content/glossaire.yml", "glossary.yml ?", "le site ne lit pas ce fichier"),
    ("content/topics/more/change.more.yml", "data/content/topics/", "le site ne lit pas ce fichier"),
    ("content/themes/change.more.yml", "data/content/topics/", "le site ne lit pas ce fichier"),
    ("translations/en/glossary.yaml", "le renommer en glossary.yml", "le site ne lit pas ce fichier"),
    ("translations/en/interface.yml.orig", "le renommer en interface.yml", "le site ne lit pas ce fichier"),
    ("translations/glossary.yml", "data/translations/[langue]/", "le site ne lit pas ce fichier"),
    ("glossary.yml", "data/content/ et data/translations/", "le site ne lit pas ce fichier"),
    ("translation/en/glossary.yml", "data/content/ et data/translations/", "le site ne lit pas ce fichier"),
]


@pytest.mark.parametrize(("file", "mend", "wrong"), STRAYS, ids=[stray[0] for stray in STRAYS])
def test_a_file_that_nobody_reads_is_said(file: str, mend: str, wrong: str, project: Project) -> None:
    project.write(file, "a: b\n")
    said = only(project)
    assert (said.file, said.wrong) == (f"data/{file}", wrong)
    assert mend in said.mend


@pytest.mark.parametrize(
    "file",
    [
        "README.md",
        "content/.DS_Store",
        "translations/en/.gitkeep",
        "translations/en/.x/a.yml",
        "content/phases/._change.yml",
    ],
)
def test_notes_and_hidden_files_may_lie_anywhere(file: str, project: Project) -> None:
    project.write(file, "x\x00")
    assert vademecum("en", project.root)


def test_the_lock_of_an_editor_is_no_file(project: Project) -> None:
    project.path("content/phases/.#change.yml").symlink_to("nowhere")
    assert vademecum("fr", project.root)


def test_a_translation_of_nothing_is_said_unless_it_was_of_something_once(project: Project) -> None:
    project.write("translations/en/more.yml", "interface.nav-hme:\n  text: Home\n")
    said = only(project)
    assert (said.line, said.wrong) == (1, "le français n’a pas cette entrée")
    assert "interface.nav-home" in said.mend
    project.write("translations/en/more.yml", 'interface.nav-hme:\n  of: "12345678"\n  text: Home\n')
    assert vademecum("en", project.root)


def test_a_translation_file_that_is_one_sentence_is_said(project: Project) -> None:
    project.write("translations/en/more.yml", "bonjour # x\n")
    assert {fault.file for fault in faults(project)} == {"data/translations/en/more.yml"}


@pytest.mark.parametrize(
    ("folder", "mend"), [("xx", "ajouter la langue"), ("fr", "retirer ce dossier"), ("EN", "l’appeler « en »")]
)
def test_a_folder_of_translations_that_no_language_names(folder: str, mend: str, project: Project) -> None:
    project.write(f"translations/{folder}/glossary.yml", "term.cluster:\n  title: x\n")
    said = next(fault for fault in faults(project) if fault.file == f"data/translations/{folder}")
    assert said.wrong == "aucune langue ne porte ce nom"
    assert mend in said.mend


def test_a_folder_of_pages_that_no_language_names_and_one_that_lacks(project: Project) -> None:
    for file in ("docs/fr/a.md", "docs/de/a.md", "docs/images/a.png", "docs/en/.gitkeep"):
        path = project.root / file
        path.parent.mkdir(parents=True)
        path.touch()
    found = {fault.file: fault for fault in faults(project)}
    assert sorted(found) == ["docs/ar", "docs/de"]
    assert ".gitkeep" in found["docs/ar"].mend
    assert found["docs/de"].wrong == "aucune langue ne porte ce nom"
    (project.root / "docs/ar").mkdir()
    (project.root / "docs/de/a.md").unlink()
    assert vademecum("fr", project.root)  # seen at once, though no data file has changed


def test_a_page_that_shows_what_is_no_more(project: Project) -> None:
    for code in ("fr", "en", "ar"):
        (project.root / "docs" / code).mkdir(parents=True)
    page = project.root / "docs/fr/strategy.md"
    page.write_text('Nos mots.\n\n{{ topic("preparation.stratgy") }}\n{{ booklet("change") }}\n', encoding="utf-8")
    said = only(project)
    assert (said.file, said.line) == ("docs/fr/strategy.md", 3)
    assert said.wrong == "« preparation.stratgy » ne désigne rien de connu"
    assert said.mend == "écrire « preparation.strategy » ?"
    page.write_text("Nos mots.\n", encoding="utf-8")
    assert vademecum("fr", project.root)


def test_all_kinds_of_faults_come_in_one_run(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace("languages.yml", "code: ar", "code: zz")
    project.replace(PHASE, TITLE, "title: a #b")
    project.replace(TOPIC, KIND, "\tkind: verify")
    project.write("content/x.yaml", "")
    assert main(["check"], project.root) == 1
    said = capsys.readouterr().err
    for file in ("languages.yml", PHASE, TOPIC, "content/x.yaml"):
        assert f"data/{file}" in said


def test_faults_of_source_and_translations_come_in_one_run(project: Project) -> None:
    project.replace(PHASE, TITLE, "title: a #b")
    project.replace(GLOSSARY, "title: change agent", "title: change #agent")
    assert {fault.file for fault in faults(project)} == {f"data/{PHASE}", f"data/{GLOSSARY}"}


def test_a_date_stays_the_text_that_it_is(project: Project) -> None:
    project.replace(TOPIC, "text: La direction", "text: 2026-01-15\n    caution: La direction")
    assert vademecum("fr", project.root).get(Question, "change.learning.q01").text == "2026-01-15"
