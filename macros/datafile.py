"""One YAML file as plain data that knows the line of every place in it; the only module that reads YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.errors import Fault

Place = tuple[str | int, ...]


@dataclass
class Document:
    """One YAML file as plain data, with the line of every place in it and what is wrong with its YAML."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    text: str = ""

    def fault(self, place: Place, wrong: str, mend: str) -> None:
        """Note a mistake at a place, or at the nearest place around it that has a line."""
        near = next((place[:n] for n in range(len(place), -1, -1) if place[:n] in self.lines), ())
        self.faults.append(Fault(self.file, self.lines.get(near, 0), _spell(place, self.data), wrong, mend))


def _spell(place: Place, data: Any) -> str:
    """Write a place as people look for it: the ids on the way, then the keys."""
    spelled = ""
    for key in place:
        data = _step(data, key)
        if isinstance(key, int):
            spelled += f"[{data['id']}]" if isinstance(data, dict) and "id" in data else f"[{key + 1}]"
        else:
            spelled += f".{key}" if spelled else str(key)
    return spelled


def _step(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def read(path: Path, root: Path) -> Document:
    """Read one YAML file; syntax errors, doubled keys and hidden booleans become faults."""
    document = Document(path.relative_to(root).as_posix())
    try:
        known = parse(document.file, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document.fault((), "le fichier manque", "le remettre, par exemple depuis la dernière version publiée")
        return document
    except UnicodeDecodeError:
        document.fault((), "le fichier n’est pas en UTF-8", "l’enregistrer en UTF-8 dans l’éditeur")
        return document
    return replace(known, faults=list(known.faults))


@lru_cache(maxsize=1024)
def parse(file: str, text: str) -> Document:
    """Read the text of a YAML file; what did not change since the last time is not read again."""
    document = Document(file, text=text)
    try:
        tree = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        document.lines[()] = _line(error, text)
        document.fault((), *explain_syntax(error, text))
        return document
    if tree is None:
        document.fault((), "le fichier est vide", "y écrire les entrées, ou supprimer le fichier")
    else:
        document.data = _plain(tree, (), document)
    return document


def _line(error: yaml.YAMLError, text: str) -> int:
    """Return the line, from 1, at which the YAML reader stopped."""
    if isinstance(error, yaml.reader.ReaderError):
        return text.count("\n", 0, text.find(chr(error.character))) + 1
    return int(getattr(getattr(error, "problem_mark", None), "line", -1)) + 1


def explain_syntax(error: yaml.YAMLError, text: str) -> tuple[str, str]:
    """Say in plain words what stops the YAML reader."""
    if isinstance(error, yaml.reader.ReaderError):
        return "un caractère invisible que YAML n’admet pas", "retaper la ligne au lieu de la coller"
    problem, context = str(getattr(error, "problem", "") or error), str(getattr(error, "context", ""))
    if "tab character" in problem or ("\t" in text and "cannot start any token" in problem):
        return "une tabulation sert de retrait", "remplacer les tabulations par des espaces"
    if "mapping values are not allowed" in problem:
        return "un « : » dans un texte sans guillemets", "mettre le texte sur les lignes suivantes, après « >- »"
    if re.search("alias|anchor|cannot start any token", f"{context} {problem}"):
        return "un signe spécial en début de texte", "mettre le texte sur les lignes suivantes, après « >- »"
    return (
        f"le YAML ne se lit pas ({problem})",
        "vérifier le retrait et les guillemets de cette ligne et de la précédente",
    )


def _plain(node: yaml.Node, place: Place, document: Document) -> Any:
    """Turn a YAML node into plain data and remember its line."""
    document.lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, n), document) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            value = _plain(value_node, (*place, key), document)
            document.lines[(*place, key)] = key_node.start_mark.line + 1
            if key in found:
                document.fault((*place, key), f"la clé « {key} » est là deux fois", "n’en garder qu’une")
            found[key] = value
        return found
    return _scalar(node, place, document)


def _scalar(node: Any, place: Place, document: Document) -> Any:
    kind = node.tag.rsplit(":", 1)[-1]
    if kind == "bool" and node.value not in {"true", "false"}:
        wrong = f"YAML lit {node.value} sans guillemets comme vrai ou faux"
        document.fault(place, wrong, f'écrire "{node.value}" entre guillemets, ou une phrase entière')
        return str(node.value)
    if kind in {"int", "float", "bool", "null"}:
        return yaml.safe_load(node.value) if node.value else None
    return node.value
