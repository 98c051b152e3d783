"""Every kind of mistake in the data is found, placed at its line, and said with its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.errors import DataError, Fault, VademecumError
from macros.model.content import Phase, Term
from macros.source.load import load_languages, load_source, require_root
from macros.source.vademecum import languages, vademecum
from tests.conftest import Project

TOPIC = "content/topics/change.learning.yml"
PHASE = "content/phases/change.yml"
TOOL = "content/tools/funding-mix.yml"
REFERENCES = "content/references.yml"
INTERFACE = "content/interface.yml"
PLAN = "content/business-plan.yml"
SHOWN = "content/demonstration.yml"
SOURCES = "sources:\n        - {source: fees, amount: 60000, origin: private}"


def faults(project: Project) -> list[Fault]:
    with pytest.raises(DataError) as caught:
        vademecum("fr", project.root)
    return caught.value.faults


def only(project: Project) -> Fault:
    found = faults(project)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


@dataclass(frozen=True)
class Flaw:
    """One way to spoil a file: replace ``old`` by ``new``, and expect a fault that says so.

    ``at`` is a text on the line that the message must name, in the spoiled file.
    """

    name: str
    file: str
    old: str
    new: str
    wrong: str
    mend: str
    at: str


def _met(day: str = "2026-06-30", agreed: int = 0, about: str = "q01") -> str:
    """Return a meeting of the demonstration, before what comes next in its file."""
    return f"""meetings:
  - date: "{day}"
    start: "14:00"
    questions:
      change.learning.q01: {{agreed: {agreed}}}
    decisions:
      - text: Demander
        owner: Amel
        due: "2026-07-10"
        about: change.learning.{about}
ticked:"""


CASES = [
    # keys
    Flaw("unknown key", TOPIC, "    why: >-", "    whi: >-", "clé « whi » est inconnue", "« why »", "whi:"),
    Flaw("no such key", TOPIC, "title: App", "zzzzzz: a\ntitle: App", "« zzzzzz » est inconnue", "retirer", "zzzzzz"),
    Flaw("missing key", PHASE, "title: Changement\n", "", "clé « title » manque", "ajouter « title", "id: change"),
    Flaw("missing key inside", TOPIC, "    kind: verify\n", "", "« kind » manque", "ajouter", "learning.q01"),
    Flaw("doubled key", PHASE, "number: 3", "number: 3\nnumber: 8", "« number » est là deux", "qu’une", "number: 8"),
    # ids
    Flaw("malformed id", INTERFACE, "interface.nav-home", "interface.Nav_h", "« interface.Nav_h »", "minus", "Nav_h"),
    Flaw("dangling tool", TOPIC, "[funding-mix,", "[funding-mi,", "« funding-mi »", "écrire « funding-mix »", "a01"),
    Flaw("dangling related", TOPIC, "[change.management.q03]", "[zz]", "« zz » ne désigne rien", "retirer", "g.q01"),
    Flaw("dangling topic", TOOL, "topic: preparation.strategy", "topic: zz", "« zz »", "créer l’entrée", "id: fund"),
    Flaw("dangling reference", TOOL, "source.s24", "source.s999", "« source.s999 »", "écrire « source.s", "id: fund"),
    Flaw("wrong sort", TOPIC, "[funding-mix,", "[change,", "« change » désigne une entrée d’une autre", "sorte", "a01"),
    Flaw("not among choices", TOPIC, "kind: verify", "kind: yess", "« yess » n’est pas", "explain, define, m", "yess"),
    # shapes
    Flaw("empty text", PHASE, "title: Changement", 'title: ""', "le texte est vide", "écrire le texte", "title"),
    Flaw("blank text", PHASE, "title: Changement", 'title: "  "', "le texte est vide", "écrire le texte", "title"),
    Flaw("no text", PHASE, "title: Changement", "title:", "le texte est vide", "écrire le texte", "title"),
    Flaw("No", PHASE, "title: Changement", "title: No", "No sans guillemets comme vrai ou", 'écrire "No"', "title"),
    Flaw("true", PHASE, "title: Changement", "title: true", "pas une valeur vrai ou faux", "guillemets", "title"),
    Flaw("number for text", PHASE, "title: Changement", "title: 2026", "pas un nombre", "entre guillemets", "title"),
    Flaw("list for text", PHASE, "title: Changement", "title: [a, b]", "pas une liste", "« >- »", "title"),
    Flaw("text for list", PHASE, "topics: [change.ma", "topics: zz # [", "liste était attendue", "par tiret", "topics"),
    Flaw("nothing for list", TOPIC, "tools: [maturity-check]", "tools:", "liste était attendue", "tiret", "tools:"),
    Flaw("text for keys", PLAN, "pages: {min: 2, max: 2}", "pages: 2", "clés étaient attendues", "valeur", "pages:"),
    Flaw("text for number", PHASE, "number: 3", "number: trois", "nombre entier était attendu", "seul", "number"),
    Flaw("nothing for number", PHASE, "number: 3", "number:", "nombre entier était attendu", "seul", "number"),
    Flaw("number too small", PHASE, "number: 3", "number: 0", "le nombre 0 est trop petit", "1 au moins", "number"),
    Flaw("number too great", TOOL, "tier: 1", "tier: 4", "le nombre 4 est trop grand", "3 au plus", "tier"),
    Flaw("url", REFERENCES, "http://www2", "www2", "« www2.gtz.de", "avec https://", "url"),
    Flaw("part", REFERENCES, "    publisher: Un éditeur\n", "", "doit dire plus", "publisher", "id: source.s24"),
    Flaw("language", REFERENCES, "language: en", "language: anglais", "pas un code de langue", "fr, en", "anglais"),
    Flaw("plural form", INTERFACE, 'e: "{n} thème"', 'e: "{n} thème", deux: a', "« deux »", "zero, one, two", "deux:"),
    Flaw("no words", INTERFACE, "nav-home, text", "nav-home, note", "il manque « text »", "l’ajouter", "nav-home"),
    Flaw("no other", INTERFACE, 'other: "{n} thèmes"', "two: a", "la forme « other »", "l’ajouter", "interface.topics"),
    # the demonstration
    Flaw("shown level", SHOWN, "[0, 2]", "[0, 5]", "« 5 » n’est pas un choix", "0, 1, 2, 3, 4", "[0, 5]"),
    Flaw("shown day", SHOWN, "2026-09-15", "2026-09-31", "jour qui existe", "2026-05-31", "09-31"),
    Flaw("shown signs", SHOWN, "À demander.", "À demander!", "espace manquante", "voisine", "demander!"),
    Flaw("met too late", SHOWN, "ticked:", _met("2026-07-01"), "après le jour de lecture", "avant as_of", "07-01"),
    Flaw("met level", SHOWN, "ticked:", _met(agreed=3), "n’a pas ce niveau", "le même niveau", "agreed"),
    Flaw("met about", SHOWN, "ticked:", _met(about="q03"), "n’est pas une question de", "corriger ou ret", "about"),
    Flaw(
        "shown question",
        SHOWN,
        "change.learning.q02:",
        "change.learning.a02:",
        "« change.learning.a02 »",
        "corr",
        "a02:",
    ),
    Flaw("shown tick", SHOWN, "a02.1", "a02.7", "« change.learning.a02.7 »", "corriger", "a02.7"),
    Flaw("shown levels", SHOWN, "[0, 2]", "[2]", "compte 1 élément", "en donner 2", "[2]"),
    Flaw("shown days", SHOWN, "2026-01-31", "2026-07-31", "ne se suivent pas", "avant as_of", "snapshots:"),
    # YAML
    Flaw("colon", PHASE, "title: Changement", "title: Agir : oui", "un « : » dans un texte", "après « >- »", "title"),
    Flaw("tab", PHASE, "id: change", "id:\n\tchange", "une tabulation", "par des espaces", "\tchange"),
    Flaw("tab before key", TOPIC, "    kind:", "\tkind:", "une tabulation", "par des espaces", "\tkind"),
    Flaw("star", PHASE, "title: Changement", "title: * Agir", "un signe spécial en début", "« >- »", "title"),
    Flaw("at", PHASE, "title: Changement", "title: @nous", "un signe spécial en début", "« >- »", "title"),
    Flaw("invisible sign", PHASE, "title: Ch", "title: C\x07h", "un caractère invisible", "retaper", "title"),
    Flaw("bracket", PHASE, "title: Changement", "title: [a] b", "le YAML ne se lit pas", "le retrait", "title"),
    # places
    Flaw("foreign action", TOPIC, "- id: change.learning.a01", "- id: zz.a01", "rangée dans change.l", "…", "zz.a01"),
    Flaw("foreign element", TOPIC, "change.learning.a02.2", "zz.2", "rangée dans change.learning.a02", "a02.…", "zz.2"),
    Flaw("foreign addition", TOPIC, "change.learning.q01.l", "zz.l", "rangée dans change.learning.q01", "…", "zz.l"),
    # addresses
    Flaw("homeless", "content/services.yml", "service.marketing", "marketing", "aucune page", "service.", "id: mark"),
    Flaw("serves a word", TOOL, "serves: [", "serves: [interface.nav-home, ", "autre sorte", "bonne", "id: fund"),
    # values
    Flaw("no number", TOOL, "min: 0", "min: .nan", "YAML lit .nan", "chiffres", "min: .nan"),
    Flaw("true for a number", TOOL, "min: 0", "min: true", "un nombre était attendu", "seul", "min: true"),
    Flaw("unseen text", PHASE, "title: Changement", "title: \u200b", "le texte est vide", "écrire le texte", "title"),
    Flaw(
        "other direction", "languages.yml", "direction: rtl", "direction: ltr", "dans l’autre sens", "rtl", "code: ar"
    ),
    Flaw("plural", INTERFACE, 'e: "{n} thème"', 'e: "{x} thème"', "{x} n’est pas", "garder {n}", "interface.topics"),
    Flaw(
        "too many", TOOL, "45000, 70000]", "45000, 70000, 1, 2, 9]", "« 6 » n’est pas une ligne ou pér", "", "id: fund"
    ),
    # expected values
    Flaw("no such day", TOOL, "2026-12-01", "2026-13-45", "pas un jour qui existe", "2026-05-31", "2026-13"),
    Flaw(
        "no rows",
        TOOL,
        SOURCES,
        "sources:\n        - abc\n        # {",
        "la forme d’une partie",
        "champ : val",
        "id: fund",
    ),
    Flaw(
        "no field",
        TOOL,
        "{source: fees,",
        "{sorce: fees,",
        "« sorce » n’est pas un champ",
        "source",
        "id: fund",
    ),
    # typography
    Flaw("straight quote", PHASE, "title: Ch", "title: L'ch", "guillemets droits", "’", "id: change"),
    Flaw("no space before ?", PHASE, "title: Changement", "title: Bon?", "espace manquante", "; : ! ?", "id: change"),
    Flaw("no space before %", PHASE, "title: Changement", "title: 50% ici", "espace manquante", "%", "id: change"),
    Flaw("tight quotes", PHASE, "title: Changement", "title: Le «mot»", "guillemets", "« mot »", "id: change"),
    Flaw("three dots", PHASE, "title: Changement", "title: Bon...", "trois points", "…", "id: change"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_said_with_its_place_and_remedy(case: Flaw, project: Project) -> None:
    project.replace(case.file, case.old, case.new)
    found = faults(project)
    assert {fault.file for fault in found} == {f"data/{case.file}"}  # no other file is blamed
    said = next(fault for fault in found if case.wrong in fault.wrong)
    assert case.mend in said.mend
    assert said.line == project.line(case.file, case.at)


@pytest.mark.parametrize("identifier", ["tools", "en", "dashboard", "change.two"])
def test_a_phase_has_an_address_of_its_own(identifier: str, project: Project) -> None:
    project.replace(PHASE, "id: change\n", f"id: {identifier}\n")
    said = [fault for fault in faults(project) if fault.wrong == "le site a déjà une adresse de ce nom"]
    assert [(fault.place, fault.mend) for fault in said] == [(f"{identifier}.id", "choisir un autre mot, seul")]


@pytest.mark.parametrize("identifier", ["essai", "change.index", "change.essai.bis"])
def test_a_topic_has_an_address_in_its_phase(identifier: str, project: Project) -> None:
    text = project.read(TOPIC)
    project.path(TOPIC).rename(project.path(f"content/topics/{identifier}.yml"))
    project.write(f"content/topics/{identifier}.yml", text.replace("id: change.learning\n", f"id: {identifier}\n"))
    project.replace(PHASE, "change.learning]", f"{identifier}]")
    assert "ce thème n’a pas d’adresse dans la phase « change »" in {fault.wrong for fault in faults(project)}


def test_the_data_as_they_stand_are_without_fault() -> None:
    assert [vademecum(language.code).language for language in languages()]


# ------------------------------------------------------------------ whole files


def test_a_file_in_another_encoding(project: Project) -> None:
    project.path(PHASE).write_bytes(project.read(PHASE).encode("utf-16"))
    found = only(project)
    assert (found.file, found.wrong) == (f"data/{PHASE}", "le fichier n’est pas en UTF-8")
    assert "UTF-8 dans l’éditeur" in found.mend


def test_a_file_with_a_byte_order_mark_is_read(project: Project) -> None:
    project.write(PHASE, "\ufeff" + project.read(PHASE))
    assert vademecum("fr", project.root).get(Phase, "change").title == "Changement"


@pytest.mark.parametrize("text", ["", "# seulement une remarque\n"])
def test_an_empty_file(text: str, project: Project) -> None:
    project.write("content/scale.yml", text)
    found = only(project)
    assert (found.file, found.wrong) == ("data/content/scale.yml", "le fichier est vide")


@pytest.mark.parametrize("file", ["content/scale.yml", "languages.yml"])
def test_a_missing_file(file: str, project: Project) -> None:
    project.path(file).unlink()
    found = only(project)
    assert (found.file, found.wrong) == (f"data/{file}", "le fichier manque")
    assert "le remettre" in found.mend


def test_what_is_wrong_in_the_demonstration_is_said_beside_all_else(project: Project) -> None:
    project.replace(SHOWN, "[0, 2]", "[2]")
    project.replace(PHASE, "title: Changement", "title: Bon?")
    assert {fault.file for fault in faults(project)} == {f"data/{SHOWN}", f"data/{PHASE}"}


def test_a_missing_topic_is_missed_by_those_that_name_it(project: Project) -> None:
    project.path(TOPIC).unlink()
    wrong = {(fault.file, fault.wrong) for fault in faults(project)}
    assert (f"data/{PHASE}", "« change.learning » ne désigne rien de connu") in wrong


@pytest.mark.parametrize("text", ["bonjour\n", "- un\n- deux\n"])
def test_a_file_without_keys(text: str, project: Project) -> None:
    project.write("content/scale.yml", text)
    found = only(project)
    assert (found.line, found.wrong) == (1, "des clés étaient attendues ici")


def test_a_file_bears_the_name_of_its_entry(project: Project) -> None:
    project.path(TOOL).rename(project.path("content/tools/mix.yml"))
    found = only(project)
    assert (found.file, found.line) == ("data/content/tools/mix.yml", 1)
    assert found.mend == "l’appeler funding-mix.yml, ou corriger « id »"


# ------------------------------------------------------------------ between entries


def test_an_id_that_serves_twice_in_a_file(project: Project) -> None:
    project.replace(INTERFACE, "interface.nav-print", "interface.nav-home")
    lines = [n for n, line in enumerate(project.read(INTERFACE).splitlines(), 1) if "interface.nav-home," in line]
    assert [(fault.line, fault.wrong) for fault in faults(project)] == [
        (line, "cet identifiant sert deux fois") for line in lines
    ]


def test_an_id_that_serves_in_two_files(project: Project) -> None:
    project.replace("content/services.yml", "id: service.marketing", "id: service.zz")
    project.replace("content/introduction.yml", "id: benefit.", "id: service.zz\n    # was benefit.")
    found = faults(project)
    assert [(fault.file, fault.place) for fault in found] == [
        ("data/content/introduction.yml", "service.zz"),
        ("data/content/services.yml", "service.zz"),
    ]
    assert all(fault.line for fault in found)


def test_a_doubled_tool_blames_neither_its_sources_nor_the_other_file(project: Project) -> None:
    project.write("content/tools/copy.yml", project.read(TOOL))
    assert [(fault.file, fault.line, fault.wrong) for fault in faults(project)] == [
        ("data/content/tools/copy.yml", 1, "cet identifiant sert deux fois"),
        ("data/content/tools/copy.yml", 1, "le fichier ne porte pas le nom de l’entrée"),
        (f"data/{TOOL}", 1, "cet identifiant sert deux fois"),
    ]


def test_a_topic_that_no_phase_lists(project: Project) -> None:
    project.replace(PHASE, ", change.learning]", "]")
    found = only(project)
    assert (found.file, found.line, found.wrong) == (f"data/{TOPIC}", 1, "aucune phase ne cite ce thème")
    assert "« topics »" in found.mend


def test_a_topic_that_two_phases_list(project: Project) -> None:
    project.replace("content/phases/preparation.yml", "topics: [", "topics: [change.learning, ")
    found = only(project)
    assert (found.file, found.wrong) == (f"data/{TOPIC}", "deux phases citent ce thème")


def test_two_phases_with_one_number(project: Project) -> None:
    project.replace(PHASE, "number: 3", "number: 1")
    found = faults(project)
    assert [fault.file for fault in found] == [f"data/{PHASE}", "data/content/phases/preparation.yml"]
    assert {fault.wrong for fault in found} == {"deux phases ont ce numéro"}


ON_PATH = "path:\n  - {id: preparation.path.s1, title: Trouver, text: Trouver l’argent., tools: [%s]}\n"


def test_a_tool_stands_once_on_a_path(project: Project) -> None:
    phase = "content/phases/preparation.yml"
    project.write(phase, project.read(phase) + ON_PATH % "funding-mix, funding-mix")
    assert {fault.wrong for fault in faults(project)} == {"le chemin cite « funding-mix » deux fois"}


# ------------------------------------------------------------------ languages.yml


@pytest.mark.parametrize(
    ("old", "new", "wrong", "mend"),
    [
        ("code: ar", "code: Arabe", "« Arabe » n’est pas un code de langue", "fr, en, ar"),
        ("code: ar", "code: zz", "« zz » n’est le code d’aucune langue connue", "ISO 639"),
        ("code: ar", "code: en", "la langue « en » est là deux fois", "n’en garder qu’une"),
        ("direction: rtl", "direction: gauche", "« gauche » n’est pas un choix possible", "ltr, rtl"),
        ("  - {code: fr,", "  - {code: de, name: D, direction: ltr}\n  - {code: fr,", "n’est pas « fr »", "en tête"),
        ("name: English", "nom: English", "la clé « nom » est inconnue", "la retirer"),
    ],
)
def test_a_mistake_in_the_list_of_languages(old: str, new: str, wrong: str, mend: str, project: Project) -> None:
    project.replace("languages.yml", old, new)
    said = [fault for fault in faults(project) if wrong in fault.wrong]
    assert [(fault.file, fault.line > 0) for fault in said] == [("data/languages.yml", True)]
    assert mend in said[0].mend


# ------------------------------------------------------------------ translations

EN = "translations/en/interface.yml"
AR = "translations/ar/interface.yml"


@pytest.mark.parametrize(
    "mistake",
    [
        (EN, 'text: "Home"', 'txt: "Home"', "« txt » n’est pas un texte à traduire", "choisir parmi : text"),
        (EN, 'text: "Home"', 'note: "Home"', "« note » n’est pas un texte à traduire", "choisir parmi : text"),
        (EN, 'text: "Home"', 'plural: {other: "x"}', "le français n’a pas ce texte", "choisir parmi : text"),
        (EN, '"Phase {number}"', '"Phase"', "il manque {number}", "le recopier"),
        (EN, '"Phase {number}"', '"Phase {number} {x}"', "un {mot} entre acc", "garder seulement : {number}"),
        (EN, '"Home"', '"Home {x}"', "un {mot} entre accolades", "garder seulement : —"),
        (EN, '"{n} topics"', '"{x} topics"', "un {mot} entre accolades", "garder seulement : {n}"),
        (EN, 'text: "Home"', "text: [Home]", "la forme n’est pas celle du français", "reprendre la forme"),
        (EN, 'text: "Home"', "text: 12", "la forme n’est pas celle du français", "reprendre la forme"),
        (EN, 'text: "Home"', 'text: ""', "un texte était attendu ici", "retirer la clé"),
        (EN, 'one: "{n} topic"', "one: 1", "un texte était attendu ici", "guillemets"),
        (EN, 'other: "{n} topics"', 'others: "{n} topics"', "inconnue(s) : others", "zero, one, two"),
        (EN, 'other: "{n} topics"', 'few: "{n} topics"', "il manque la forme « other »", "l’ajouter"),
        (EN, "interface.nav-home:", "interface.nav-home: Home\nzz:", "des clés étaient attendues", "« clé : valeur »"),
        (EN, "interface.nav-print:", "interface.nav-home:", "« interface.nav-home » est là deux fois", "n’en garder"),
        (EN, '"Home"', '"It\'s home"', "guillemets droits", "écrire ’"),
        (AR, '"الوثائق"', '"الوثائق, الوثائق"', "ponctuation latine", "écrire ، ؛ ؟"),
        (AR, '"الوثائق"', '"الوثائق..."', "trois points", "écrire le signe …"),
    ],
)
def test_a_mistake_in_a_translation(mistake: tuple[str, str, str, str, str], project: Project) -> None:
    file, old, new, wrong, mend = mistake
    project.replace(file, old, new)
    found = faults(project)
    assert {fault.file for fault in found} == {f"data/{file}"}
    said = next(fault for fault in found if wrong in fault.wrong)
    assert mend in said.mend
    assert said.line > 1


def test_a_mistake_in_a_translation_is_placed_at_its_line(project: Project) -> None:
    project.replace(EN, 'other: "{n} topics"', 'other: ""')
    assert only(project).line == project.line(EN, "interface.topics:") + 2


def test_an_entry_translated_in_two_files(project: Project) -> None:
    project.write("translations/en/more.yml", 'interface.nav-home:\n  text: "Start"\n')
    found = only(project)
    assert (found.file, found.line) == ("data/translations/en/more.yml", 1)
    assert found.wrong == "cette entrée est traduite deux fois"
    assert found.mend == "n’en garder qu’une ; l’autre est dans data/translations/en/interface.yml"


def test_a_term_translated_without_its_title_keeps_the_french_one(project: Project) -> None:
    project.replace("translations/en/glossary.yml", "  title: change agent\n", "")
    term = vademecum("en", project.root).get(Term, "term.change-agent")
    assert (term.title, term.title.language, term.text.language) == ("agent de changement", "fr", "en")
    assert "en" not in vademecum("en", project.root).names["term.change-agent"]


# ------------------------------------------------------------------ all at once


def test_faults_of_several_files_come_together_in_order(project: Project) -> None:
    project.replace(TOPIC, "kind: verify", "kind: yess")
    project.replace(TOPIC, "title: Apprendre", "titel: Apprendre")
    project.replace(PHASE, "number: 3", "number: trois")
    project.replace(TOOL, "id: funding-mix", "id: funding-mix\nid: funding-mix")
    found = faults(project)
    assert [(fault.file, fault.line) for fault in found] == [
        (f"data/{PHASE}", 2),
        (f"data/{TOOL}", 2),
        (f"data/{TOPIC}", 1),
        (f"data/{TOPIC}", 2),
        (f"data/{TOPIC}", project.line(TOPIC, "yess")),
    ]


def test_faults_in_an_entry_and_between_entries_come_together(project: Project) -> None:
    project.replace(PHASE, "title: Changement", "title: Bon...")
    project.replace(TOOL, "source.s24", "source.s999")
    project.replace(TOPIC, "kind: verify", "kind: yess")
    assert [fault.file for fault in faults(project)] == [f"data/{PHASE}", f"data/{TOOL}", f"data/{TOPIC}"]


def test_faults_of_several_languages_come_together(project: Project) -> None:
    project.replace(EN, '"Home"', '"Home..."')
    project.replace(AR, '"الوثائق"', '"الوثائق..."')
    assert [fault.file for fault in faults(project)] == [f"data/{AR}", f"data/{EN}"]


def test_an_unreadable_topic_is_the_only_fault(project: Project) -> None:
    project.replace(TOPIC, "title: Apprendre", "title: @Apprendre")
    assert only(project).file == f"data/{TOPIC}"


def test_a_message_counts_and_lists_its_faults() -> None:
    one, two = Fault("a.yml", 3, "x.text", "trop long", "couper"), Fault("b.yml", 0, "", "vide", "écrire")
    assert str(DataError([one])) == (
        "1 erreur dans les données :\na.yml, ligne 3, x.text\n    Problème : trop long\n    Remède : couper"
    )
    assert str(DataError([two, one, two])).startswith("2 erreurs dans les données :\na.yml, ligne 3")


def test_a_folder_without_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(VademecumError, match="lancer la commande à la racine du projet"):
        require_root(tmp_path)


# ------------------------------------------------------------------ what reading gives


def test_phases_and_topics_come_in_their_order_whatever_the_files_are_called(project: Project) -> None:
    project.replace(PHASE, "number: 3", "number: 9")
    project.replace(PHASE, "change.management, change.learning", "change.learning, change.management")
    read = load_source(project.root).vademecum
    assert [phase.number for phase in read.phases] == [1, 2, 9]
    assert [topic.id for topic in read.topics[-2:]] == ["change.learning", "change.management"]


def test_an_entry_knows_its_file_and_line(project: Project) -> None:
    source = load_source(project.root)
    line = project.line(TOPIC, "id: change.learning.q02")
    assert source.place("change.learning.q02") == (f"data/{TOPIC}", line)
    assert source.place("funding-mix.source1") == (f"data/{TOOL}", 1)
    assert source.place("zz") == ("", 0)


def test_french_is_typeset_on_load(project: Project) -> None:
    project.replace(PHASE, "title: Changement", "title: Que faire ?")
    assert load_source(project.root).vademecum.get(Phase, "change").title == "Que faire\u202f?"


def test_an_edit_is_seen_at_once(project: Project) -> None:
    assert vademecum("fr", project.root).get(Phase, "change").title == "Changement"
    project.replace(PHASE, "title: Changement", "title: Autre")
    assert vademecum("fr", project.root).get(Phase, "change").title == "Autre"


def test_the_source_language_comes_first(project: Project) -> None:
    assert load_languages(project.root)[0].code == "fr"
