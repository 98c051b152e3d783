"""Where everything of a tool stands in its workbook: which sheet, which row, which column."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from macros.documents.excel.naming import Tabs
from macros.documents.excel.places import LABELS, VALUES, Block, Cell, Intermediate
from macros.documents.excel.sheets import joined
from macros.documents.outline.copies import Copy, ranked
from macros.formula.names import RESULT
from macros.formula.nodes import Ref
from macros.model.field import Check, ChoiceList, Part
from macros.model.words import Words
from macros.reckoning.evaluation import Address

READINGS = "_numbers"
"""The hidden sheet on which what was entered for a number stands as it is read."""

ALPHABET = 26

GUIDES = 2
"""Lines of advice below the title of a sheet."""

FIRST = 1 + GUIDES + 1
"""The first row of the first part: below the title, the advice and a gap."""


class Plan:
    """The sheets and spots of a workbook; ``scope`` holds the tool with the parts of the tool frame."""

    def __init__(self, copy: Copy) -> None:
        """Lay out the tool of a copy."""
        v, self.tool, self.scope = copy.v, copy.scope.tool, copy.scope
        self.v = v
        self.spots: dict[Address, Cell] = {}
        self.boxes: dict[tuple[str, str, str], Cell] = {}
        self.blocks: dict[str, Block] = {}
        self.list_titles: dict[str, Words] = {}
        self.guards: dict[Address, Ref] = {}
        self.steps: dict[tuple[str, int], dict[str, Intermediate]] = {}
        self.tabs = Tabs()
        self.readme = self.tabs.take(v.word("xlsx-readme"))
        self.sheets: dict[str, tuple[Part, ...]] = {}
        for n, parts in enumerate(joined(self.scope, self.tool.parts[1:]), 1):  # the head stands on the read-me sheet
            main = next(part for leading, part in parts if leading)
            self._sheet(self.tabs.take(main.sheet or main.title, n), main, [part for _, part in parts])
        self.summary = self.tabs.take(v.word("xlsx-summary"))
        self.results = self.tabs.take(v.word("xlsx-results"))
        self.example = self.tabs.take(v.word("xlsx-example"))
        self.lists = self.tabs.take(v.word("xlsx-lists"))
        self.charts = self.tabs.take(v.word("xlsx-charts"))
        for n, result in enumerate(self.tool.results):
            self.spots[(RESULT, result.key, None)] = Cell(self.results, 4 + n, VALUES)
        self.today, self.message, self.nothing, self.unreadable = (Cell(self.lists, 2 + n, VALUES) for n in range(4))

    @property
    def has_results(self) -> bool:
        """Tell whether anything comes out: a results sheet is there."""
        return bool(self.tool.results or self.tool.checks)

    def tabs_seen(self, *, example: bool) -> list[str]:
        """Return the sheets after the first that people see; of a large workbook, first what comes out of it."""
        printed = [tab for tab in self.sheets if not self.aside(tab)]
        read = [self.summary] * bool(self.tool.summary) + [self.results] * self.has_results
        read += [self.charts] * bool(self.tool.charts)
        large = any(map(self.heading, self.sheets))
        return [*(read + printed if large else printed + read), *[self.example] * example]

    @property
    def tabs_unseen(self) -> list[str]:
        """Return the sheets out of sight, which the menu of sheets shows again: what only reckons, and lists."""
        return [*filter(self.aside, self.sheets), self.lists]

    def aside(self, tab: str) -> bool:
        """Tell whether a sheet only reckons on the way to others."""
        return self.sheets[tab][0].aside

    def heading(self, tab: str) -> Words | None:
        """Return what stands above a sheet in the list of sheets, if it is the first of a group."""
        return next((part.heading for part in self.sheets.get(tab, ()) if part.heading), None)

    def group(self, tab: str) -> int:
        """Return the number of the group of a sheet; 0 where sheets have none."""
        tabs = list(self.sheets)
        return sum(self.heading(one) is not None for one in tabs[: tabs.index(tab) + 1])

    def _sheet(self, tab: str, main: Part, parts: list[Part]) -> None:
        self.sheets[tab] = (main, *(part for part in parts if part is not main))
        row = FIRST
        for part in parts:
            block = Block(part, tab, row, headed=len(parts) > 1)
            row += (1 + bool(part.guidance and (part is not main or part.sheet))) if block.headed else 0
            self.blocks[part.key] = block
            block.end = getattr(self, f"_{part.kind}")(block, row)
            row = block.end + 1

    def place_head(self, row: int) -> int:
        """Give the head of the document its rows on the read-me sheet; return the row after it."""
        part = self.v.tool_frame.head
        block = Block(part, self.readme, row, headed=True)
        self.blocks[part.key] = block
        block.end = self._form(block, row)
        return block.end

    def _form(self, block: Block, row: int) -> int:
        part, block.first = block.part, row
        for one in part.fields:
            if one.heading:
                block.headings[one.key] = row
                row += 1
            block.rows[one.key] = row
            self.spots[(part.key, one.key, None)] = Cell(block.tab, row, VALUES)
            if one.kind.holds == "choices":
                for n, choice in enumerate(self.scope.choices(one), 1):
                    self.boxes[(part.key, one.key, choice.key)] = Cell(block.tab, row + n, VALUES)
                row += len(self.scope.choices(one))
            row += 1
        return row

    _text = _form

    def _table(self, block: Block, row: int) -> int:
        part, block.keys = block.part, row
        if any(one.heading for one in part.fields):
            block.groups = row = row + 1
        block.header, block.first = row + 1, row + 2
        block.rows = {at: block.first + n for n, at in enumerate(part.places)}
        for at, line in block.rows.items():
            for n, one in enumerate(part.fields):
                self.spots[(part.key, one.key, at)] = Cell(block.tab, line, VALUES + n)
        block.watch = {check.key: block.said + 1 + n for n, check in enumerate(ranked(self.checks_of(part)))}
        return block.first + len(part.places)

    def _matrix(self, block: Block, row: int) -> int:
        part, block.keys, block.header, block.first = block.part, row, row + 1, row + 2
        row = block.first
        for one in part.fields:
            if one.heading:
                block.headings[one.key] = row
                row += 1
            block.rows[one.key] = row
            for n, period in enumerate(part.periods):
                self.spots[(part.key, one.key, period.key)] = Cell(block.tab, row, VALUES + n)
            row += 1
        checks = ranked(self.checks_of(part))
        # A heading, a line in sight for each, a hidden row for each, and one below.
        block.watch = {check.key: row + 1 + len(checks) + n for n, check in enumerate(checks)}
        return row + 2 + 2 * len(checks) if checks else row

    def _canvas(self, block: Block, row: int) -> int:
        """Place the boxes of a canvas: a row for names and a row to write in, for each step of its grid.

        Boxes over several columns or rows would be joined cells, whose rows do not grow: then they stand in a list.
        """
        if block.listed:
            return self._form(block, row)
        block.first = row
        lowest = 0
        for n, one in enumerate(block.part.fields):
            line, column, height = (one.place.row, one.place.column, one.place.height) if one.place else (1 + n, 1, 1)
            block.rows[one.key] = row + 2 * (line - 1)
            spot = Cell(block.tab, block.rows[one.key] + 1, LABELS + column - 1)
            self.spots[(block.part.key, one.key, None)] = spot
            lowest = max(lowest, line + height - 1)
        return row + 2 * lowest

    def spot(self, address: Address) -> Cell:
        """Return the cell of a value."""
        return self.spots[address]

    @cached_property
    def readings(self) -> dict[Address, Cell]:
        """Where the number that was entered at an address stands as it is read."""
        tops, top = {}, 0
        for tab in self.sheets:
            tops[tab] = top
            top += max(block.end for block in self.blocks.values() if block.tab == tab) + 1
        asked = {(p.key, f.key) for p in self.tool.parts for f in p.inputs if f.kind.amount}
        return {
            address: Cell(READINGS, tops[spot.tab] + spot.row, spot.column)
            for address, spot in self.spots.items()
            if address[:2] in asked and spot.tab in tops
        }

    @cached_property
    def reading_width(self) -> int:
        """How many columns a step of reading takes: the number itself stands so far beside what counts of it."""
        return max((spot.column for spot in self.readings.values()), default=0) + 1

    def value_spot(self, address: Address) -> Cell:
        """Return the cell from which formulas take a value: where it is computed, entered, or stands as it is read."""
        return self.readings.get(address) or self.spots[address]

    def guard(self, ref: Ref, at: str | None) -> Cell:
        """Return the hidden cell, in the row of a value, that holds it guarded; it is written because of this."""
        address = (ref.part, ref.name, at)
        self.guards[address] = ref
        spot = self.spots[address]
        return Cell(spot.tab, spot.row, spot.column + self.beyond(spot.tab))

    def step_spot(self, tab: str, row: int, n: int) -> Cell:
        """Return the hidden cell of the n-th step on the way to the formulas of a row."""
        return Cell(tab, row, 2 * self.beyond(tab) + n)

    def beyond(self, tab: str) -> int:
        """Return how far to the right guarded values stand: what C9 holds is in AC9, on very wide sheets in BC9."""
        blocks = [block for block in self.blocks.values() if block.tab == tab]
        last = max([block.names if block.part.along == "rows" else VALUES + 12 for block in blocks], default=0)
        return ALPHABET * (1 + last // ALPHABET)

    def checks_of(self, part: Part) -> tuple[Check, ...]:
        """Return the checks that look at each row or period of a part."""
        return tuple(check for check in self.tool.checks if check.part == part.key)

    @cached_property
    def choice_lists(self) -> dict[str, ChoiceList]:
        """The lists of choices that the tool uses, by id, in order of first use; fields' own choices are lists too."""
        lists: dict[str, ChoiceList] = {}
        for one in chain(*(part.fields for part in self.tool.parts), self.tool.results):
            choices, identifier = self.scope.choices(one), self.scope.list_id(one)
            if choices and identifier not in lists:
                lists[identifier] = ChoiceList.model_construct(id=identifier, key=one.list or one.key, choices=choices)
                self.list_titles[identifier] = one.label
        return lists

    @cached_property
    def list_rows(self) -> dict[str, int]:
        """The row of the first choice of each list on the sheet of lists."""
        rows, row = {}, 7
        for identifier, choices in self.choice_lists.items():
            rows[identifier] = row
            row += len(choices.choices) + 2
        return rows

    @cached_property
    def ranked_checks(self) -> tuple[Check, ...]:
        """The checks, gravest first."""
        return ranked(self.tool.checks)

    @property
    def first_message(self) -> int:
        """The row of the first message on the sheet of lists."""
        return 7 + sum(len(choices.choices) + 2 for choices in self.choice_lists.values())

    def message_spot(self, check: Check) -> Cell:
        """Return where the message of a check stands on the sheet of lists."""
        return Cell(self.lists, self.first_message + self.ranked_checks.index(check), LABELS)
