"""One YAML file as plain data that knows the line of every place in it; the only module that reads YAML."""

from __future__ import annotations

import fnmatch
import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.errors import Fault
from macros.source.syntax import forbidden, normal, obstacle, slips

Place = tuple[str | int, ...]


@dataclass
class DataFile:
    """One YAML file as plain data, with the line of every place in it and what is wrong with its YAML."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    text: str = ""
    remarks: dict[Place, str] = field(default_factory=dict)
    """What stands after a « # » on the line of a text without quotes: a remark, or words that YAML dropped."""

    def refuse_remarks(self, holds_words: Callable[[Place], bool]) -> None:
        """Note each remark right after words: nobody can tell it from the end of the sentence."""
        for place, remark in self.remarks.items():
            if holds_words(place):
                wrong = f"« {remark} » est lu comme une remarque : le site ne le montre pas"
                self.fault(place, wrong, f"{_QUOTE} ; une vraie remarque va seule sur sa ligne, sous la clé")

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


def visible(folder: Path, pattern: str = "*") -> list[Path]:
    """Return the files below a folder in order, but for hidden ones: editors and systems leave these there."""
    paths: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(base, name) for name in fnmatch.filter(names, pattern) if not name.startswith(".")]
    return sorted(path for path in paths if path.is_file())


def read(path: Path, root: Path) -> DataFile:
    """Read one YAML file; whatever in it does not mean what it seems to say becomes a fault."""
    datafile = DataFile(unicodedata.normalize("NFC", path.relative_to(root).as_posix()))
    try:
        held = path.read_bytes()
        known = parse(datafile.file, normal(held.decode("utf-8-sig")))
    except FileNotFoundError:
        datafile.fault((), "le fichier manque", "le remettre, par exemple depuis la dernière version publiée")
        return datafile
    except UnicodeDecodeError as error:
        datafile.lines[()] = held.count(b"\n", 0, error.start) + 1
        datafile.fault((), "le fichier n’est pas en UTF-8", "l’enregistrer en UTF-8 dans l’éditeur")
        return datafile
    return replace(known, faults=list(known.faults))


@lru_cache(maxsize=1024)
def parse(file: str, text: str) -> DataFile:
    """Read the text of a YAML file; what did not change since the last time is not read again."""
    datafile = DataFile(file, text=text)
    datafile.faults += [Fault(file, line, "", wrong, mend) for line, wrong, mend in slips(text)]
    if not datafile.faults and (tree := _composed(datafile)) is not None:
        datafile.data = _Reader(datafile).plain(tree, ())
    return datafile


def _composed(datafile: DataFile) -> yaml.Node | None:
    """Return the tree of a YAML text; where there is none, note why."""
    try:
        tree = yaml.compose(datafile.text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        line = datafile.lines[()] = _line(error)
        problem = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
        before, row = ["", *datafile.text.split("\n")][line - 1 : line + 1]
        datafile.fault((), *obstacle(problem, row, before))
        return None
    if tree is None:
        datafile.fault((), "le fichier est vide", "y écrire les entrées, ou supprimer le fichier")
    return tree


def _line(error: yaml.YAMLError) -> int:
    """Return the line, from 1, to look at: where what has no end begins, else where reading stopped."""
    opened = re.search("quoted scalar|simple key|flow", str(getattr(error, "context", "")))
    mark = getattr(error, "context_mark", None) if opened else None
    return int(getattr(mark or getattr(error, "problem_mark", None), "line", 0)) + 1


_QUOTE = "mettre tout le texte entre guillemets, ou sur les lignes suivantes, après « >- »"
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_REMARK = re.compile(r"[ \t]+(#.*)")
_WHOLE_REMARK = re.compile(r"[ \t]*(#.*)")
_BLOCK_REMARK = re.compile(r"[>|][-+0-9]*[ \t]+(#.*)")


class _Reader:
    """Turns YAML nodes into plain data, remembers their lines, and notes what YAML takes for something else."""

    def __init__(self, datafile: DataFile) -> None:
        self.datafile = datafile
        self.rows = datafile.text.split("\n")
        self.seen: set[int] = set()
        self.indents = [0]
        """The columns of the keys and lists around, innermost last."""

    def plain(self, node: yaml.Node, place: Place) -> Any:
        """Return the plain data of a node at a place."""
        self.datafile.lines[place] = node.start_mark.line + 1
        if id(node) in self.seen or self.rows[node.start_mark.line][node.start_mark.column :][:1] in {"&", "!"}:
            wrong = "un texte commence par & ou !, ou un renvoi *, que YAML lit comme une consigne"
            self.datafile.fault(place, wrong, f"{_QUOTE} ; un renvoi se recopie en entier")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        self.indents.append(node.start_mark.column)
        inside = self._mapping(node, place) if isinstance(node, yaml.MappingNode) else self._sequence(node, place)
        self.indents.pop()
        return inside

    def _sequence(self, node: yaml.Node, place: Place) -> list[Any]:
        return [self.plain(item, (*place, n)) for n, item in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.datafile.fault(place, "une clé n’est pas un mot", "écrire « clé : valeur »")
                continue
            key = str(key_node.value)
            at = (*place, key)
            cut = node.flow_style and not self._after(key_node).lstrip().startswith(":")
            value = None if cut else self.plain(value_node, at)
            self.datafile.lines[at] = key_node.start_mark.line + 1
            if cut:
                wrong = f"« {key} » n’est suivi d’aucun « : » : une virgule ou une accolade coupe le texte"
                self.datafile.fault(at, wrong, _QUOTE)
                continue
            if key in mapping:
                self.datafile.fault(at, f"la clé « {key} » est là deux fois", "n’en garder qu’une")
            mapping[key] = value
        return mapping

    def _after(self, node: yaml.Node) -> str:
        """Return the rest of the line on which a node ends."""
        return self.rows[node.end_mark.line][node.end_mark.column :] if node.end_mark.line < len(self.rows) else ""

    def _scalar(self, node: Any, place: Place) -> Any:
        kind = node.tag.rsplit(":", 1)[-1]
        block = node.style in {"|", ">"}
        if block:
            self._note(place, _BLOCK_REMARK.match(self.rows[node.start_mark.line], node.start_mark.column))
        elif not node.style and kind not in {"int", "float", "bool"}:
            self._note(place, _REMARK.match(self._after(node)))
            self._refuse_dashes(node, place)
        if block or not node.style:
            self._note(place, self._below(node))
        if odd := forbidden(node.value):  # written as \x07 between quotes
            self.datafile.fault(place, *odd)
        return self._value(node.value, kind, place)

    def _refuse_dashes(self, node: Any, place: Place) -> None:
        inside = self.rows[node.start_mark.line + 1 : node.end_mark.line + 1]
        if any(row.lstrip().startswith("- ") for row in inside):
            wrong = "un tiret de liste est pris dans le texte qui précède"
            self.datafile.fault(place, wrong, "aligner les tirets de la liste, ou mettre le texte après « >- »")

    def _value(self, written: str, kind: str, place: Place) -> Any:
        """Return what YAML makes of a text, and note where that is not what it says."""
        if kind == "bool" and written not in {"true", "false"}:
            wrong = f"YAML lit {written} sans guillemets comme vrai ou faux"
            self.datafile.fault(place, wrong, f'écrire "{written}" entre guillemets, ou une phrase entière')
            return written
        if kind in {"int", "float"} and not _NUMBER.fullmatch(written):
            read = yaml.safe_load(written)
            mend = f'écrire le nombre en chiffres ordinaires, ou "{written}" entre guillemets si c’est un texte'
            self.datafile.fault(place, f"YAML lit {written} comme {read}", mend)
            return read
        if kind in {"int", "float", "bool", "null"}:
            return yaml.safe_load(written) if written else None
        return written

    def _below(self, node: yaml.Node) -> re.Match[str] | None:
        """Find a « # » that begins a line further in than the key: the next line of the text, as people see it."""
        row = node.end_mark.line + (node.end_mark.column > 0)
        while row < len(self.rows) and (not (line := self.rows[row].strip()) or line.startswith("#")):
            if line and len(self.rows[row]) - len(self.rows[row].lstrip()) > self.indents[-1]:
                return _WHOLE_REMARK.match(self.rows[row])
            row += 1
        return None

    def _note(self, place: Place, remark: re.Match[str] | None) -> None:
        if remark:
            self.datafile.remarks[place] = remark[1]
