"""The command line: ``python -m macros check``, ``status``, ``confirm``, ``schema``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.documents.pdf.signs import unprintable
from macros.errors import VademecumError
from macros.model.words import SOURCE_LANGUAGE
from macros.source.freshness import confirm, report
from macros.source.load import raise_if
from macros.source.schemas import write
from macros.source.vademecum import ROOT, languages, search_languages, vademecum


def check(root: Path, _: argparse.Namespace) -> None:
    """Read everything in every language; silence means that all is well."""
    vademecum(SOURCE_LANGUAGE, root)  # which holds the names of the terms in every language
    every = [vademecum(language.code, root) for language in languages(root)]
    raise_if([fault for v in every for fault in unprintable(v)])
    search_languages(root)


def status(root: Path, arguments: argparse.Namespace) -> None:
    """Print how fresh each translation is, file by file."""
    sys.stdout.write(report(root, arguments.language))


def accept(root: Path, arguments: argparse.Namespace) -> None:
    """Note that translations follow the French as it stands now."""
    count = confirm(root, arguments.language, arguments.ids)
    sys.stdout.write(f"{count} traduction(s) confirmée(s).\n")


def schema(root: Path, _: argparse.Namespace) -> None:
    """Write the JSON Schemas that editors use to complete YAML."""
    write(root / "data" / "schema")


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    whole = argparse.ArgumentParser(prog="python -m macros", description="Les données du vade-mecum.")
    commands = whole.add_subparsers(required=True, metavar="commande")

    def command(name: str, run: Callable[[Path, argparse.Namespace], None], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("check", check, "Relit tous les fichiers de données et dit ce qui est à corriger.")
    shown = command("status", status, "Montre l’état de chaque traduction.")
    shown.add_argument("language", nargs="?", help="code de langue (toutes par défaut)")
    accepted = command("confirm", accept, "Note que des traductions suivent bien le français actuel.")
    accepted.add_argument("language", help="code de langue")
    accepted.add_argument("ids", nargs="*", help="identifiants (toutes les entrées traduites par défaut)")
    command("schema", schema, "Réécrit data/schema/ d’après le modèle.")
    return whole


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run one command; return 1 with a message when something has to be mended."""
    arguments = parser().parse_args(argv)
    try:
        arguments.run(root, arguments)
    except VademecumError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
