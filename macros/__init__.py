"""The vade-mecum's own macros for MkDocs; what they show comes from data/ through the model."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; they stand in ``macros/site/calls.py``."""
    from macros.site.calls import page_macros  # here, so that reading the model needs no MkDocs

    for name, macro in page_macros(env.conf, lambda: env.page).items():
        env.macro(macro, name)
