"""What is wrong inside a tool: its fields and formulas, what they draw and date. Seen on load, all in one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from macros.errors import Fault, Flaws
from macros.formula.bind import Binder
from macros.formula.names import RESULT
from macros.formula.nodes import FormulaError, Ref, suggest
from macros.formula.parse import parse
from macros.model.field import ChoiceList, Field, Part
from macros.model.kinds import CHART_KINDS, PART_KINDS
from macros.model.tool import Tool
from macros.reckoning.circles import circles
from macros.reckoning.fitness import misfits, no_part, surprises, unfit, unjoined
from macros.reckoning.headings import misnamed
from macros.reckoning.scope import Scope

Where = Callable[[str], tuple[str, int]]
"""The file and line of an id."""

RESERVED = {"true", "false", "blank", "today", "and", "or", "not"}
CROSSED = 4
"""Tables that a matrix crosses, and boxes in which it does."""
_KINDS = {
    "number": "un nombre",
    "bool": "une condition",
    "choice": "un choix",
    "text": "un texte",
    "multi": "des choix",
}


def check_tool(tool: Tool, lists: Sequence[ChoiceList], where: Where) -> list[Fault]:
    """List every fault of one tool; ``lists`` are the shared lists of choices."""
    scope = Scope(tool, lists)
    flaws = [*_shape(scope), *_formulas(scope), *_conditions(scope), *_drawn(scope), *_dated(scope)]
    flaws += [*_summed(scope), *_glanced(scope), *_joined(scope), *_offered(scope), *misnamed(scope)]
    if not flaws:
        flaws += [*circles(scope)] or [*misfits(scope), *(() if follows(tool) else surprises(scope))]
    return [Fault(*where(identifier), f"{identifier}.{key}", wrong, mend) for identifier, key, wrong, mend in flaws]


def follows(tool: Tool) -> bool:
    """Tell whether rows follow from the vade-mecum: a new question changes what comes out, so only tests expect it."""
    return any(part.rows_from for part in tool.parts)


def _shape(scope: Scope) -> Flaws:
    for part in scope.tool.parts:
        if part.key == RESULT:
            yield part.id, "key", "« result » désigne déjà les résultats", "nommer la partie autrement"
        for field in part.fields:
            if field.kind.holds == "choices" and not PART_KINDS[part.kind].several:
                yield field.id, "type", "un choix multiple ne tient pas dans une case", "le mettre dans un formulaire"
            yield from _field(scope, field)
        yield from _surveyed(part)
        yield from _crossed(scope, part)
    for result in scope.tool.results:
        yield from _field(scope, result)
        if not result.computed:
            yield result.id, "formula", "un résultat sans formule", "ajouter « formula: … »"
    for variant in scope.tool.variants:
        for key in variant.parts:
            if scope.tool.part(key) is None:
                yield variant.id, "parts", *no_part(scope.tool, key)


def _offered(scope: Scope) -> Flaws:
    """Find a format that is offered twice."""
    for name in sorted({name for name in scope.tool.formats if scope.tool.formats.count(name) > 1}):
        yield scope.tool.id, "formats", f"« {name} » est là deux fois", "n’en garder qu’un"


def _surveyed(part: Part) -> Flaws:
    """Find a survey whose rows are not what people answer, each in a row of their own, of which one answer is sure."""
    if part.survey and (part.along != "rows" or part.rows or part.rows_from or len(part.inputs) < len(part.fields)):
        wrong = "une enquête est un tableau de lignes libres, que chacun remplit en entier"
        yield part.id, "survey", wrong, "ôter les lignes nommées, et calculer dans une autre partie"
    if part.survey and not any(field.required for field in part.fields):
        yield part.id, "survey", "aucune question n’est obligatoire", "en choisir une : elle compte les réponses"


def _crossed(scope: Scope, part: Part) -> Flaws:
    """Find a matrix without a first column of choices, or that crosses what is no table, or not two by two."""
    first = scope.choices(part.fields[0]) if part.along == "rows" and part.fields[0].kind.holds == "choice" else ()
    if part.banded and not first:
        yield (
            part.id,
            "banded",
            "la première colonne n’a pas de choix",
            "commencer le tableau par une colonne « choice »",
        )
    if part.banded and not any(part.key in variant.parts for variant in scope.tool.variants):
        yield part.id, "banded", "aucune version de l’outil ne prend cette matrice", "l’ajouter à « variants »"
    if part.crosses and (len(part.crosses), len(first)) != (CROSSED, CROSSED):
        yield part.id, "crosses", "un croisement prend quatre tableaux et quatre choix", "deux au-dessus, deux à côté"
    for key in part.crosses:
        if scope.tool.part(key) is None:
            yield part.id, "crosses", *no_part(scope.tool, key)


def _field(scope: Scope, field: Field) -> Flaws:
    if field.min is not None and field.max is not None and field.min > field.max:
        yield field.id, "min", "min dépasse max : rien ne tient entre les deux", "les échanger"
    if field.key in RESERVED:
        yield field.id, "key", f"« {field.key} » est un mot des formules", "nommer le champ autrement"
    if field.list and field.list not in scope.lists:
        yield field.id, "list", f"la liste « {field.list} » n’existe pas", suggest(field.list, list(scope.lists))
    elif field.default and field.kind.holds == "tick":
        # An empty box is no value that a browser keeps, so unticking would not outlive a reload.
        ticked = f"une case cochée d’avance : décocher « {field.key} » ne serait pas gardé"
        yield field.id, "default", ticked, "tourner la phrase, pour que la case parte vide"
    elif field.default is not None and (wrong := unfit(scope, field, field.default)):
        yield field.id, "default", *wrong


def _formulas(scope: Scope) -> Flaws:
    for part, field in scope.computed():
        try:
            formula = scope.formula(part, field)
        except FormulaError as error:
            yield field.id, "formula", _said(str(field.formula), error), error.mend
            continue
        if formula.kind not in {field.kind.formula, "blank"}:
            wrong = f"la formule donne {_KINDS[formula.kind]}, le champ attend {_KINDS[field.kind.formula]}"
            yield field.id, "formula", wrong, "corriger la formule ou « type »"


def _conditions(scope: Scope) -> Flaws:
    for check in scope.tool.checks:
        if check.part and scope.tool.part(check.part) is None:
            yield check.id, "part", *no_part(scope.tool, check.part)
            continue
        try:
            kind = scope.condition(check).kind
        except FormulaError as error:
            yield check.id, "when", _said(check.when, error), error.mend
            continue
        if kind != "bool":
            yield check.id, "when", "ce n’est pas une condition", "comparer : … > 0, filled(…)"


def _said(formula: str, error: FormulaError) -> str:
    """Say what is wrong with a formula and show the place."""
    near = formula[error.position : error.position + 20]
    return f"formule, signe {error.position + 1}{f' (« {near} »)' if near else ''} : {error.wrong}"


# ------------------------------------------------------------------ drawings and dates


def _drawn(scope: Scope) -> Flaws:
    """Find charts that draw nothing known."""
    for chart in scope.tool.charts:
        for key, text in (*(("series", series) for series in chart.series), *([("by", chart.by)] if chart.by else [])):
            try:
                node = parse(text)
                if isinstance(node, Ref):
                    Binder(scope, RESULT).ref(node, lists=True)
                else:
                    yield chart.id, key, "un dessin prend des noms, pas des calculs", "calculer dans un champ à part"
            except FormulaError as error:
                yield chart.id, key, _said(text, error), error.mend
        if CHART_KINDS[chart.kind].laned and not _chosen(scope, chart.series[0]):
            yield chart.id, "series", "les couloirs d’un dessin sont les choix d’une colonne", "mettre un « choice »"


def _chosen(scope: Scope, name: str) -> bool:
    """Tell whether a name is that of a column to choose in."""
    part, _, key = name.removesuffix("[]").partition(".")
    column = holder.field(key) if (holder := scope.tool.part(part)) else None
    return name.endswith("[]") and column is not None and column.kind.holds == "choice"


def _dated(scope: Scope) -> Flaws:
    """Find a calendar whose table or columns are unknown, or whose days are none."""
    tool, calendar = scope.tool, scope.tool.calendar
    tables = {part.key: part for part in tool.parts if part.along == "rows"}
    if calendar and calendar.part not in tables:
        yield tool.id, "calendar", f"le tableau « {calendar.part} » n’existe pas", suggest(calendar.part, list(tables))
    elif calendar:
        inputs = {field.key: field.kind for field in tables[calendar.part].inputs}
        for name in (calendar.date, calendar.title, *calendar.details):
            if name not in inputs:
                yield tool.id, "calendar", f"la colonne « {name} » à remplir n’existe pas", suggest(name, list(inputs))
        if calendar.date in inputs and inputs[calendar.date].holds != "day":
            yield tool.id, "calendar", f"la colonne « {calendar.date} » ne contient pas de dates", "nommer une date"


def _joined(scope: Scope) -> Flaws:
    """Find rows that join a list under columns that are not there, or that nobody keeps."""
    tool = scope.tool
    tables = {part.key: part for part in tool.parts if part.along == "rows"}
    if tool.joins and "page" not in tool.formats:
        yield tool.id, "joins", "sans page, rien n’est gardé de ces lignes", "ajouter « page » à « formats »"
    for n, join in enumerate(tool.joins):
        if (join.part, join.list) in {(other.part, other.list) for other in tool.joins[:n]}:
            yield tool.id, "joins", f"« {join.part} » rejoint deux fois la même liste", "n’en garder qu’une"
        if join.part not in tables:
            yield tool.id, "joins", f"le tableau « {join.part} » n’existe pas", suggest(join.part, list(tables))
            continue
        columns = [field.key for field in tables[join.part].inputs]
        for name in (join.title, join.owner, join.date, join.note, join.done, *join.only):
            if name and name not in columns:
                yield tool.id, "joins", f"la colonne « {name} » à remplir n’existe pas", suggest(name, columns)
        if not join.title and not tables[join.part].rows:
            yield tool.id, "joins", "rien ne nomme ces lignes", "ajouter « title: … »"
        for wrong, mend in unjoined(scope, join, tables[join.part]):
            yield tool.id, "joins", wrong, mend


def _summed(scope: Scope) -> Flaws:
    """Find a summary of what is not there."""
    tool, summary = scope.tool, scope.tool.summary
    if summary is None:
        return
    table, charts = tool.part(summary.rows), [chart.key for chart in tool.charts]
    if table is None or not table.rows or table.field(summary.names) is None:
        yield tool.id, "summary", f"« {summary.rows} » n’a pas « {summary.names} »", "nommer un tableau"
    if summary.chart not in charts:
        yield tool.id, "summary", f"le dessin « {summary.chart} » n’existe pas", suggest(summary.chart, charts)
    for name in summary.figures:
        key, _, field = name.removesuffix("[]").partition(".")
        part = tool.part(key)
        if part is None or not part.rows or part.field(field) is None or not name.endswith("[]"):
            yield tool.id, "summary", f"« {name} » n’est pas une colonne", "écrire « partie.champ[] »"


def _glanced(scope: Scope) -> Flaws:
    """Find what the page is to show first and is not there."""
    tool = scope.tool
    if tool.glance is None:
        return
    results, charts = [result.key for result in tool.shown], [chart.key for chart in tool.charts]
    for names, known in ((tool.glance.figures, results), (tool.glance.charts, charts)):
        for name in names:
            if name not in known:
                yield tool.id, "glance", f"« {name} » n’existe pas ou ne se montre pas", suggest(name, known)
