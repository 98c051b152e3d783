"""The Content-Security-Policy: one identical <meta> on every page, with the digests of its inline scripts."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
_DATA = ("application/json", "application/ld+json")
_CHARSET = '<meta charset="utf-8">'


def digests(page: str) -> set[str]:
    """Return the policy's digest of every inline script that a browser would run."""
    return {
        f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'"
        for attributes, body in _INLINE.findall(page)
        if not any(kind in attributes for kind in _DATA)
    }


_RULES = """\
default-src 'none'; script-src 'self' {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; \
connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types default"""


def seal(site: Path) -> None:
    """Write the policy into every page of the site."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = sorted(set().union(*map(digests, pages.values())))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{_RULES.format(scripts=" ".join(scripts))}">'
    for path, page in pages.items():
        path.write_text(page.replace(_CHARSET, f"{_CHARSET}\n{tag}", 1), encoding="utf-8")
