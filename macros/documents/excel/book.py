"""A workbook being written: what its sheets have in common."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from macros.documents.excel.look import Look
from macros.documents.excel.places import VALUES, Block, Cell
from macros.documents.excel.plan import Plan
from macros.documents.excel.values import Values
from macros.documents.outline.copies import Copy
from macros.documents.outline.facts import page_of, short_address
from macros.model.field import Check
from macros.model.tool import Tool
from macros.model.vademecum import Vademecum
from macros.model.words import Words
from macros.version import __version__


@dataclass(frozen=True)
class Book:
    """A workbook being written: the copy that it shows, where things stand, what cells hold, how they look."""

    copy: Copy
    plan: Plan
    values: Values
    xlsx: Workbook
    look: Look
    site: str

    @property
    def v(self) -> Vademecum:
        """The vade-mecum, in the language of the workbook."""
        return self.copy.v

    @property
    def tool(self) -> Tool:
        """The tool that people fill in."""
        return self.copy.tool

    @property
    def filled(self) -> bool:
        """Whether the workbook shows the example."""
        return self.copy.filled

    @property
    def shows_example(self) -> bool:
        """Whether a sheet shows the example beside what people fill in."""
        return not self.filled and bool(self.tool.example)

    def named_in(self, block: Block, at: str) -> tuple[Cell, str] | None:
        """Return the cell whose text names a free row, and what it holds; nothing where no column names rows."""
        if (column := block.named_by) is None:
            return None
        field = block.part.fields[column - VALUES]
        held = str(self.values.held(field, (block.part.key, field.key, at)))
        return Cell(block.tab, block.rows[at], column), held

    def signed(self, check: Check) -> Words:
        """Return a check as it is said where it holds: sign, how grave it is, message."""
        return check.message.reworded(f"{check.kind.sign} {self.v.word(f'check-{check.severity}')} {check.message}")

    @property
    def address(self) -> str:
        """The short address of the tool's page; nothing without a site."""
        return short_address(self.site, page_of(self.tool))

    @property
    def foot(self) -> str:
        """The foot line: site, version, language, short address."""
        parts = [str(self.v.word("site-name")), __version__, self.v.language.name, self.address]
        return " · ".join(part for part in parts if part)
