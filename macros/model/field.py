"""The parts of a tool and what stands in them: fields, choices, rows, periods, checks, charts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field as Setting
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.model.content import Pages
from macros.model.days import Years
from macros.model.keys import Key, Keyed
from macros.model.kinds import (
    FIELD_KINDS,
    PART_KINDS,
    SEVERITIES,
    Along,
    ChartName,
    FieldKind,
    FieldType,
    PartName,
    Severity,
)
from macros.model.words import Flag, Frozen, Id, Words

Given = bool | int | float | str | tuple[str, ...]
Positive = Annotated[int, Setting(strict=True, ge=1)]
Finite = Annotated[float, Setting(strict=True, allow_inf_nan=False)]


class Choice(Keyed):
    """One of the answers to choose from; formulas name it ``:key`` and may use its ``value``."""

    label: Words
    text: Words | None = None  # what choosing or reaching it means, in a sentence: the reading of a result
    value: float | None = None
    tone: Literal["good", "watch", "act", "neutral"] = "neutral"


class ChoiceList(Keyed):
    """Choices that several fields share."""

    choices: Annotated[tuple[Choice, ...], Setting(min_length=2)]


class Spot(Frozen):
    """Where a box of a canvas, or a part on a wall sheet, stands: in grid steps from 1."""

    column: Positive
    row: Positive
    width: Positive = 1
    height: Positive = 1


class Field(Keyed, Years):
    """What one fills in or, with a ``formula``, what is computed: a form field, a column, a line, a section, a box."""

    type: FieldType
    label: Words
    help: Words | None = None
    heading: Words | None = None  # above this field: the first of a group
    required: Flag = False
    min: Finite | None = None
    max: Finite | None = None
    """The bounds of what one may enter: what is beyond counts as missing. Of a computed field, the scale on which it is
    drawn: « min » below zero says that bars may go there."""
    unit: Words | None = None
    decimals: Annotated[int, Setting(strict=True, ge=0, le=6)] | None = None  # shown; without it those of its type
    default: Given | None = None  # what a new form or row begins with
    choices: tuple[Choice, ...] = ()
    list: Key | None = None  # of choices of the tool or of the tool frame, instead of ``choices``
    suggest: Flag = False  # the choices are only proposals for a text
    formula: str | None = None
    named: str | None = None  # ``part.field``, the text that names this column once it is known, in place of its label
    given: Literal["tools"] | None = None  # in the row of a question: the title of the first tool that helps it
    hidden: Flag = False  # a step towards other values, computed or given: out of sight, never printed
    total: Flag = False  # a computed line to set off: a sum, a result
    pages: Pages | None = None
    place: Spot | None = None

    @model_validator(mode="after")
    def has_choices(self) -> Self:
        """Refuse a field to choose in without choices, and choices twice."""
        if (self.kind.chosen or self.suggest) != bool(self.choices or self.list):
            raise PydanticCustomError("choiceless", "choices or list, for choice, multi and suggest only")
        return self

    @model_validator(mode="after")
    def has_sight(self) -> Self:
        """Refuse to hide what people fill in."""
        if self.hidden and not (self.computed or self.given):
            raise PydanticCustomError("sightless", "hidden, for fields with a formula or given only")
        return self

    @model_validator(mode="after")
    def has_years(self) -> Self:
        """Refuse years in a field that holds no date, and a last one before the first."""
        if (self.kind.holds != "day" and (self.earliest or self.latest)) or self.first_day > self.last_day:
            raise PydanticCustomError("yearless", "earliest and latest, in this order, for dates only")
        return self

    @property
    def computed(self) -> bool:
        """Tell whether the value comes from a formula, so that nobody fills it in."""
        return self.formula is not None

    @property
    def kind(self) -> FieldKind:
        """What the type of the field is."""
        return FIELD_KINDS[self.type]

    @property
    def places(self) -> int:
        """The decimals shown."""
        return self.kind.decimals if self.decimals is None else self.decimals


class Row(Keyed):
    """A named row of a table, with values that stand there from the start."""

    label: Words
    help: Words | None = None
    heading: Words | None = None  # above this row: the first of a group
    values: dict[str, Given] = Setting(default_factory=dict)


class DerivedRow(Row):
    """A row that an entry of the vade-mecum gives: its words are that entry's, in every language."""

    own_language: ClassVar[tuple[str, ...]] = ("label", "help", "heading")

    of: Id


class Period(Keyed):
    """A column of a matrix: a year, a month."""

    label: Words


class Part(Keyed):
    """One block of a tool.

    ``form``, ``text`` and ``canvas`` have fields with one value each. In a ``table`` the fields are the columns;
    rows are named ``rows``, or one for each entry that ``rows_from`` names, then ``blank_rows`` free ones. In a
    ``matrix`` the fields are the lines, and each has one value a period.
    """

    kind: PartName
    title: Words
    guidance: Words | None = None
    heading: Words | None = None
    about: Words | None = None  # in a list of sheets: above the first of a group, and what each is for
    fields: Annotated[tuple[Field, ...], Setting(min_length=1)]
    rows: tuple[Row, ...] = ()
    rows_from: Literal["questions", "topics", "phases"] | None = None
    """Instead of ``rows``: keys are the ids with hyphens, labels the words of the vade-mecum."""
    blank_rows: Annotated[int, Setting(strict=True, ge=0, le=500)] = 0
    survey: Flag = False  # each row is the answer of one person, given on a sheet where no other is seen
    periods: tuple[Period, ...] = ()
    months: str | None = None  # ``part.field``, the day whose month names the first period; the others follow it
    aside: Flag = False  # in a workbook, a step on the way to what people read, out of sight
    sheet: Words | None = None  # in a workbook, the name of a sheet shared with those after it: excel/sheets.py
    banded: Flag = False  # on paper, one band for each first choice
    place: Spot | None = None  # beside its neighbours on a wall sheet
    crosses: tuple[Key, ...] = ()
    """On a wall sheet, the tables whose entries it crosses: two above its four boxes, then two beside them."""

    @model_validator(mode="after")
    def has_shape(self) -> Self:
        """Refuse a table without rows, a matrix without periods, and either elsewhere."""
        known = bool(self.rows or self.rows_from or self.blank_rows)
        if (self.along == "rows") != known or (self.rows and self.rows_from):
            raise PydanticCustomError("rowless", "rows or blank_rows, for tables only")
        if (self.along == "periods") != bool(self.periods) or (self.months and not self.periods):
            raise PydanticCustomError("periodless", "periods and months, for matrices only")
        return self

    @property
    def along(self) -> Along:
        """What each field has a value along: rows, periods, or nothing where it has one."""
        return PART_KINDS[self.kind].along

    @property
    def listed(self) -> bool:
        """Whether its fields stand below each other, each with its one value."""
        return PART_KINDS[self.kind].listed

    @property
    def inputs(self) -> tuple[Field, ...]:
        """The fields that people fill in."""
        return tuple(field for field in self.fields if not (field.computed or field.given))

    @property
    def seen(self) -> Self:
        """The part as people see it, without its hidden steps."""
        return self.model_copy(update={"fields": tuple(field for field in self.fields if not field.hidden)})

    @property
    def places(self) -> tuple[str, ...]:
        """The keys along which each field has a value: rows (free ones ``r1``, ``r2`` …), periods, or none."""
        free = (f"r{n}" for n in range(1, self.blank_rows + 1))
        return (*(row.key for row in self.rows), *free, *(period.key for period in self.periods))

    @property
    def groups(self) -> tuple[int, ...]:
        """The positions, from 1, of the rows that begin a group."""
        return tuple(n for n, row in enumerate(self.rows, 1) if row.heading)

    def field(self, key: str) -> Field | None:
        """Return the field with this key."""
        return next((field for field in self.fields if field.key == key), None)


class Check(Keyed):
    """Something to point out when ``when`` is true; with ``part``, for each of its rows or periods."""

    severity: Literal["error", "warning", "note"]
    when: str
    part: Key | None = None
    message: Words

    @property
    def kind(self) -> Severity:
        """How it shows."""
        return SEVERITIES[self.severity]


class Chart(Keyed):
    """A drawing of values, always shown with its table and its alternative text."""

    kind: ChartName
    title: Words
    alt: Words  # what the drawing shows, for those who do not see it
    series: Annotated[tuple[str, ...], Setting(min_length=1)]
    """What is drawn: ``part.field[]`` for a column or line, ``part.field`` or a result for one value.
    A quadrant takes x, y and, if wished, the size; a gantt start, end, progress and how each row reads; lanes a choice,
    code, sources."""
    by: str | None = None
    """The column that names the points; without it the rows, periods or fields do.

    On a curve, the result whose choices are the stages along it, placed by their values."""
    zones: tuple[Finite, ...] = ()
    """Limits of the zones of a gauge, the end of the scale last; on a quadrant the x and y of the cross; how many lanes
    stand before a dashed line."""
    ends: tuple[Words, Words] | None = None  # lanes lie one below the other between these two; else side by side
