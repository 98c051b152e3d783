"""The fact sheet of the fictional Cluster Exemple: what every example says of it, once."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from macros.model.days import Day
from macros.model.field import Finite
from macros.model.words import Flag, Frozen

Text = Annotated[str, StringConstraints(strict=True, min_length=1, pattern=r"\S")]
KnownDate = Annotated[str, StringConstraints(strict=True, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day, as far as it is known: "2021", "2023-11", "2024-03-01"."""


class Thing(Frozen):
    """Something that a row of an example may name; what the row says under its keys, it says as the sheet does."""

    named_by: ClassVar[tuple[str, ...]] = ("name",)
    """The keys whose values name it."""
    columns: ClassVar[tuple[str, ...]] = ("name",)
    """The columns of tools in which such a name stands."""

    @property
    def names(self) -> tuple[str, ...]:
        """What examples call it."""
        return tuple(str(getattr(self, key)) for key in self.named_by)


class Organisation(Thing):
    """A member, a partner, or one that might become a member."""

    columns = ("name", "partner", "member", "candidate", "actor")

    name: Text
    relation: Literal["member", "partner", "candidate"]
    trade: Text | None = None
    size: Literal["small", "medium", "large", "research"] | None = None
    since: Day | None = None
    contact: Text | None = None
    fee: Finite | None = None
    board: Flag = False
    """Whether one of its people sits on the board."""


class Person(Thing):
    """A person with a name: the organisation that sends them, and what they do for the cluster."""

    name: Text
    organisation: Text
    role: Text


class Post(Thing):
    """A paid post of the team; ``time`` 1 is full time."""

    name: Text
    role: Text
    time: Finite


class FeeClass(Thing):
    """Members who pay the same fee, and the part of it that comes in within the year."""

    named_by = ("category",)
    columns = ("category",)

    category: Text
    members: Annotated[int, Field(strict=True, ge=0)]
    fee: Finite
    collection: Finite


class Body(Thing):
    """A body that decides: how many belong to it, how many came last time."""

    name: Text
    members: Annotated[int, Field(strict=True, ge=1)]
    present: Annotated[int, Field(strict=True, ge=0)]


class Indicator(Thing):
    """What shows an objective: from where to where, by when, and where it stands on the day of the sheet."""

    named_by = ("indicator",)
    columns = ("indicator",)

    indicator: Text
    baseline: Finite
    current: Finite
    target: Finite
    by: Day


class Objective(Thing):
    """An objective, and the indicator that shows it."""

    named_by = ("code", "wording")
    columns = ("code", "objective", "wording")

    code: Text
    wording: Text
    parent: Text | None = None
    weight: Finite | None = None
    responsible: Text | None = None
    shown_by: Indicator


class Deliverable(Thing):
    """What the cluster itself delivers for an objective: a product of the logical framework, a leaf of the tree."""

    named_by = ("code",)
    columns = ("code",)

    code: Text
    parent: Text
    text: Text


class SoldService(Thing):
    """A service: who uses it, at what price, and how many were or will be sold in each year."""

    named_by = ("service",)
    columns = ("service",)

    service: Text
    users: Text
    price: Finite | None = None
    sold: tuple[Finite, ...] = ()
    """Revenue of each year of the plan."""


class ClusterProject(Thing):
    """A project: what it costs, when it delivers or is handed in, who carries it."""

    named_by = ("project",)
    columns = ("project", "item")

    project: Text
    cost: Finite
    date: Day
    owner: Text


class Loan(Thing):
    """A loan."""

    named_by = ("lender",)
    columns = ("lender",)

    lender: Text
    amount: Finite
    rate: Finite
    instalment: Finite


class Event(Thing):
    """A meeting: when, and who prepares it."""

    named_by = ("title",)
    columns = ("title",)

    title: Text
    date: Day
    owner: Text
    attended: Finite | None = None


class Step(Thing):
    """Something that was decided to be done: by whom, by when, for how much."""

    named_by = ("action",)
    columns = ("action", "task", "activity", "step", "decision", "next-step", "next")

    action: Text
    owner: Text
    due: Day
    cost: Finite | None = None


class Milestone(Frozen):
    """Something in the history or the calendar."""

    date: KnownDate
    text: Text


class Figure(Frozen):
    """Any other figure that examples say."""

    value: Finite
    """In a sentence it may stand without its sign."""
    what: Text
    of: Text | None = None
    """The noun that it counts, as it stands after the figure in a sentence: « membres », « petites entreprises »."""
    after: Text | None = None
    """The word after which a sentence says it: « les grandes doivent 6 500 », « un prêt de 20 000 »."""
    at: tuple[Text, ...] = ()
    """Where tools repeat it: tool.part.field, or tool.part.row.field with r1 for the first of a list."""


class FactSheet(Frozen):
    """The Cluster Exemple. Whatever an example says of it is held to this sheet (macros/source/agreement.py)."""

    name: Text
    legal_form: Text
    sector: Text
    place: Text
    day: Day
    """The day on which examples are read."""
    history: tuple[Milestone, ...] = ()
    classes: tuple[FeeClass, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    roles: tuple[Text, ...] = ()
    """Who may answer for something without a name: « Trésorerie »."""
    bodies: tuple[Body, ...] = ()
    objectives: tuple[Objective, ...] = ()
    results: tuple[Deliverable, ...] = ()
    services: tuple[SoldService, ...] = ()
    projects: tuple[ClusterProject, ...] = ()
    loans: tuple[Loan, ...] = ()
    years: dict[str, tuple[Finite, ...]] = Field(default_factory=dict)
    """Budget, results and balance of each year of the plan, by the key that tools have for the line."""
    events: tuple[Event, ...] = ()
    steps: tuple[Step, ...] = ()
    calendar: tuple[Milestone, ...] = ()
    figures: tuple[Figure, ...] = ()
    proper_names: tuple[Text, ...] = ()
    """Other names that examples write with a capital letter: a continent, a method, a fair."""

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything that rows of examples may name."""
        return (
            *self.organisations, *self.people, *self.posts, *self.classes, *self.bodies, *self.objectives,
            *(objective.shown_by for objective in self.objectives),
            *self.results, *self.services, *self.projects, *self.loans, *self.events, *self.steps,
        )  # fmt: skip
