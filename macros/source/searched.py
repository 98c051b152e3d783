"""data/search.yml → what the search knows of each language."""

from __future__ import annotations

from pathlib import Path

from macros.model.search import SearchLanguage, SearchLanguages
from macros.source.checked import validate
from macros.source.datafile import read
from macros.source.load import raise_if


def load_search(root: Path) -> tuple[SearchLanguage, ...]:
    """Read data/search.yml; raise DataError with every fault."""
    datafile = read(root / "data" / "search.yml", root)
    held = validate(datafile, SearchLanguages)
    languages = held.languages if isinstance(held, SearchLanguages) else ()
    codes = [language.code for language in languages]
    for n, code in enumerate(codes):
        if code in codes[:n]:
            datafile.fault(("languages", n, "code"), f"la langue « {code} » est là deux fois", "n’en garder qu’une")
    raise_if(datafile.faults)
    return languages
