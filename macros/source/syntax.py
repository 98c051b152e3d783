"""What stops or misleads a reader of YAML, line by line and in plain words; it knows text, not YAML's library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Said = tuple[int, str, str]
"""A line, from 1; what is wrong there; how to mend it."""

_QUOTE = "mettre le texte entre guillemets, ou sur les lignes suivantes, après « >- »"

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?:\s|$)|={7}$")
_ODD_INDENT = re.compile(r"[ \t]*[^\S \t]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufdd0-\ufdef\ufeff\ufff9-\ufffd\ufffe\uffff\ud800-\udfff]"
)
"""Signs that nobody types: controls, breaks of lines that only some programs see, turns of direction, lost letters."""

_TIGHT_KEY = re.compile(r"[ \t]*(?:- )?[a-z][\w.-]*:[^\S \t\n]|[ \t]*-[^\S \t\n]")
_REMARK = re.compile(r"\s#")


def normal(text: str) -> str:
    """Return a text with each accented letter as one sign (NFC) and ordinary ends of lines."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def slips(text: str) -> Iterator[Said]:
    """Yield what is wrong with lines whatever YAML makes of them."""
    for n, line in enumerate(text.split("\n"), 1):
        if _CONFLICT.match(line):
            yield n, "une fusion de git n’est pas terminée ici", "choisir entre les deux versions, retirer ces marques"
        elif odd := forbidden(line):
            yield n, *odd
        elif line.strip() and _ODD_INDENT.match(line):
            wrong = "une espace insécable, ou une autre espace spéciale, sert de retrait"
            yield n, wrong, "effacer le début de la ligne, puis le retaper avec la barre d’espace"


def forbidden(text: str) -> tuple[str, str] | None:
    """Say which sign of a text nobody can have meant; nothing when all are fine."""
    sign = _FORBIDDEN.search(text)
    if sign is None:
        return None
    code = f"U+{ord(sign[0]):04X}"
    if sign[0] == "\ufffd":
        return f"une lettre perdue ({code})", "la retaper : un programme n’a pas su lire le texte d’origine"
    return f"un caractère invisible que YAML n’admet pas ({code})", "retaper la ligne au lieu de la coller"


_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "un « : » dans un texte sans guillemets, ou un retrait trop grand", _QUOTE),
    ("unexpected end of stream", "un guillemet s’ouvre ici et ne se ferme pas", "le fermer à la fin du texte"),
    ("unexpected document indicator", "un guillemet s’ouvre ici et ne se ferme pas", "le fermer à la fin du texte"),
    ("expected ',' or", "une liste ou une suite de clés n’est pas fermée", "vérifier les virgules, puis ] ou }"),
    ("could not find expected ':'", "une ligne sans « clé : », ou un texte sorti de sa place",
     "écrire « clé : valeur », ou mettre la ligne en retrait sous le texte qu’elle continue"),
    ("escape character", "une barre oblique inversée \\ dans un texte entre guillemets", f"la doubler, ou {_QUOTE}"),
    ("escape code", "une barre oblique inversée \\ dans un texte entre guillemets", f"la doubler, ou {_QUOTE}"),
    ("comment or line break", "un texte sur la même ligne que « >- »", "le mettre à la ligne, en retrait"),
    ("block sequence entries", "un tiret de liste sur la ligne d’une clé", f"mettre la liste à la ligne, ou {_QUOTE}"),
    ("mapping keys are not allowed", "un « ? » en début de texte", _QUOTE),
    ("expected '-' indicator", "une ligne sans tiret au milieu d’une liste",
     "vérifier le retrait de cette ligne et de la précédente"),
    ("expected a single document", "un second document commence ici", "retirer la ligne « --- », une fois suffit"),
    ("document start", "un texte après la fin du document", "retirer la ligne « ... » ou « --- » qui précède"),
    ("tab character", "une tabulation sert de retrait", "remplacer les tabulations par des espaces"),
)  # fmt: skip
"""What the YAML reader says (libyaml's words) → what is wrong, how to mend it."""

_SPECIAL = re.compile(r"alias|anchor|directive|tag|cannot start any token|alphabetic or numeric")
_AFTER_KEY = re.compile(r"\s*(?:- +)*(?:[\w.-]+:\s+)?(.*)")


def obstacle(problem: str, line: str, before: str = "") -> tuple[str, str]:
    """Say in plain words what stops the YAML reader, its words, the line where it stopped and the one before."""
    said = _seen(problem, line, before)
    if said is None:
        said = next(((wrong, mend) for words, wrong, mend in _PROBLEMS if words in problem), None)
    if said is None and _SPECIAL.search(problem):
        said = "un signe spécial en début de texte", _QUOTE
    mend = "vérifier le retrait et les guillemets ici et à la ligne précédente"
    return said or ("le YAML ne se lit pas à cet endroit", mend)


def _seen(problem: str, line: str, before: str) -> tuple[str, str] | None:
    """Say what the line itself shows, which is plainer than what the YAML reader says of it."""
    value = after[1] if (after := _AFTER_KEY.match(line)) else ""
    if "\t" in line and "cannot start any token" in problem:
        return "une tabulation sert de retrait", "remplacer les tabulations par des espaces"
    if _TIGHT_KEY.match(line):
        return "une espace insécable après « : » ou « - »", "la remplacer par une espace ordinaire"
    cut = "expected key" in problem and _REMARK.search(before)
    if cut or (_REMARK.search(line) and not value.startswith(('"', "'", "#"))):
        return "ce qui suit « # » est lu comme une remarque", _QUOTE
    if "mapping values" not in problem and (braced := re.match(r"\{\w+\}", value)):
        return f"« {braced[0]} » en début de texte, sans guillemets", "mettre tout le texte entre guillemets"
    if "expected key" in problem and value[:1] in {"'", '"'}:
        mend = f"n’écrire qu’un guillemet au début et un à la fin, ’ pour l’apostrophe, ou {_QUOTE}"
        return "du texte après un guillemet fermé", mend
    return None
