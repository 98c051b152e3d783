"""The formula language: what it refuses and where, and what it gives, in Python, in a workbook and in the browser."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.formula.functions import FUNCTIONS
from macros.formula.ground import Problem, Value, rounded
from macros.formula.names import RESULT
from macros.formula.nodes import Call, FormulaError, Node
from macros.formula.parse import parse
from macros.model.tool import Tool
from macros.reckoning.evaluation import Address, Evaluation
from macros.reckoning.scope import Scope
from tests.browser_formula import in_browser
from tests.workbook import FormulaBook, same

TODAY = date(2026, 6, 30)


def tool(formulas: dict[str, str], kind: str = "num") -> Tool:
    """Return a tool with a form f, a table t, a matrix m, and these formulas as results."""
    choices = [{"key": "low", "label": "Bas", "value": 1}, {"key": "high", "label": "Haut > 2 ?", "value": 5}]
    return Tool.model_validate({
        "id": "trial", "title": "Essai", "tier": 1, "purpose": "Essai.", "who": "Nous.", "when": "Ici.",
        "warnings": ["Rien."], "sources": [{"text": "Rien", "basis": "practice"}],
        "lists": [{"key": "levels", "choices": choices}],
        "parts": [
            {"key": "f", "kind": "form", "title": "F", "fields": [
                *({"key": name, "type": "num", "label": name} for name in ("a", "b", "c")),
                {"key": "text", "type": "text", "label": "T"}, {"key": "tick", "type": "bool", "label": "K"},
                {"key": "day", "type": "date", "label": "D"}, {"key": "level", "type": "choice", "label": "L", "list": "levels"},
                {"key": "several", "type": "multi", "label": "S", "list": "levels"},
                {"key": "grade", "type": "num", "label": "G", "min": 1, "max": 5},
                {"key": "share", "type": "pct", "label": "P", "max": 1}, {"key": "rest", "type": "num", "label": "R", "min": 0},
            ]},
            {"key": "t", "kind": "table", "title": "T", "blank_rows": 4, "fields": [
                {"key": "x", "type": "num", "label": "X"}, {"key": "y", "type": "num", "label": "Y"},
                {"key": "k", "type": "choice", "label": "K", "list": "levels"}, {"key": "tick", "type": "bool", "label": "C"},
                {"key": "z", "type": "num", "label": "Z", "formula": "x * y + position()"},
                {"key": "w", "type": "choice", "label": "W", "list": "levels", "formula": "if(x > y, :high, :low)"},
            ]},
            {"key": "m", "kind": "matrix", "title": "M", "periods": [{"key": f"p{n}", "label": f"P{n}"} for n in (1, 2, 3)],
             "fields": [
                {"key": "u", "type": "num", "label": "U"},
                {"key": "v", "type": "num", "label": "V", "formula": "previous(v, f.a) + u"},
                {"key": "s", "type": "num", "label": "S", "formula": "cumulative(u)"},
                {"key": "n", "type": "num", "label": "N", "formula": "next(u)"},
            ]},
            {"key": "sets", "kind": "table", "title": "G", "rows": [
                {"key": "one", "label": "1", "heading": "A"}, {"key": "two", "label": "2"}, {"key": "three", "label": "3", "heading": "B"},
            ], "fields": [{"key": "group", "type": "num", "label": "G", "formula": "group()"}, {"key": "named", "type": "text", "label": "N", "formula": "title()"}]},
            {"key": "cols", "kind": "table", "title": "C", "rows": [{"key": "x", "label": "X"}, {"key": "y", "label": "Y"}], "fields": [
                {"key": "s", "type": "num", "label": "S", "formula": "sum(t.@[])"},
                {"key": "n", "type": "num", "label": "N", "formula": "count_if(t.@[] > 3, t.k[] <> :high)"}]},
        ],
        "results": [{"key": key, "type": kind, "label": key, "formula": text} for key, text in formulas.items()],
    })  # fmt: skip


def value(text: str, kind: str = "num", **inputs: Any) -> Value:
    """Return what one formula gives for inputs nested by part."""
    return Evaluation(Scope(tool({"it": text}, kind)), inputs, TODAY).one(RESULT, "it", None)


@pytest.mark.parametrize(
    ("text", "position", "wrong"),
    [
        ("1 +", 3, "s’arrête trop tôt"),
        ("1 + * 2", 4, "n’est pas une valeur"),
        ("(1 + 2", 6, "« ) » était attendu, pas la fin"),
        ("1 (", 2, "ne continue pas"),
        ("a & b", 2, "le signe « & »"),
        ("summ(1)", 0, "« summ » n’existe pas"),
        ("if(true, 1)", 0, "2 argument(s)"),
        ("1 < 2 < 3", 6, "deux comparaisons"),
        ("f.", 2, "après le point"),
        ("-" * 80 + "1", 60, "trop imbriquée"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(text: str, position: int, wrong: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert (caught.value.position, wrong in caught.value.wrong) == (position, True), caught.value.wrong


@pytest.mark.parametrize(
    ("text", "wrong", "mend"),
    [
        ("f.aa", "ne désigne aucun champ", "« a »"),
        ("g.a", "la partie « g » n’existe pas", "choisir parmi : f"),
        ("f.a-f", "ne désigne aucun champ", "espaces autour du signe moins"),
        ("t.x", "a plusieurs valeurs", "t.x[]"),
        ("t.x[r9]", "« r9 » n’est pas une ligne", "« r"),
        ("t.x[] + 1", "est une liste entière", "sum"),
        ("f.a[]", "n’a qu’une valeur", "crochets"),
        ("f.text + 1", "un nombre était attendu, pas un texte", "changer"),
        ("f.level + 1", "un nombre était attendu, pas un choix", "value("),
        ("if(f.a, 1, 2)", "une condition était attendu, pas un nombre", "changer"),
        ("count_if(t.k[] = :medium)", "« :medium » n’est pas dans la liste", "low"),
        ("count_if(f.a > 1)", "ne compte aucune liste", "[]"),
        ("if(f.tick, 1, :low)", "sortes différentes", "une sorte"),
        ("count_true(f.level > :low)", "ne se comparent pas", "nombres"),
        ("count_true(blank(f.tick))", "jamais vide", "telle quelle"),
        ("sum_if(t.x[], m.u[] > 1)", "mêmes lignes", "une partie"),
        ("previous(f.a)", "suit une ligne", "previous("),
        ("max(t.x)", "plusieurs valeurs", "t.x[]"),
        ("band(f.a, 1, 2)", "bornes", "band("),
        ("sum_from(f.b, f.a)", "ne se suivent pas", "le premier et le dernier"),
        ("sum_from(f.a, t.x[r1])", "ne se suivent pas", "sum_from(a, c)"),
        ("sum_from(f.c, f.day)", "tous des nombres", "sum_from(a, c)"),
        ("sum_from(m.u[p1], m.s[p1])", "tous calculés", "sum_from(a, c)"),
        ("sum_from(m.v[p1], m.s[p2])", "ne se suivent pas", "sum_from(a, c)"),
        ("sum_from(t.x[], t.y[])", "est une liste entière", "choisir une valeur"),
        ("group()", "ne forment pas de groupes", "heading"),
        ("title()", "n’ont pas toutes un nom", "rows"),
        ("place_if(m.u[] > 1)", "des périodes ne sont pas des lignes", "tableau"),
        ("pick(t.x[r1], t.k[] = :low)", "une colonne était attendue", "[]"),
        ("pick(t.tick[], t.k[] = :low)", "des cases ne se reprennent pas", "autre colonne"),
        ("sum(t.@[])", "clé d’une ligne nommée", "partie.@[]"),
        ("t.@[r1] + 1", "clé d’une ligne nommée", "partie.@[]"),
        ("pick(t.x[], m.u[] > 1)", "mêmes lignes", "une partie"),
    ],
)
def test_a_formula_that_means_nothing_is_refused(text: str, wrong: str, mend: str) -> None:
    with pytest.raises(FormulaError) as caught:
        value(text)
    assert wrong in caught.value.wrong
    assert mend in caught.value.mend


TABLE = [{"x": 3, "y": 1, "k": "low", "tick": True}, {"x": 5, "k": "high"}, {}, {"y": 4, "k": "low"}]
VALUES: list[tuple[str, Value]] = [
    ("1 + 2 * 3 - 4 / 2", 5.0), ("-(2 - 5)", 3.0), ("1 / 0", None), ("f.a + 1", None), ("sqrt(0 - 1)", None),
    ("f.c + 1", Problem("not-a-number")), ("default(f.a, 7)", 7.0), ("default(1 / 0, 2)", 2.0), ("f.a + f.c", None),
    ("f.c + f.a", Problem("not-a-number")), ("round(2.5)", 3.0), ("round(-2.5)", -3.0), ("round(1.005, 2)", 1.01),
    ("ceil(9.33)", 10.0), ("ceil(-1.5)", -1.0), ("floor(-1.5)", -2.0), ("abs(-3)", 3.0), ("sum(t.x[])", 8.0),
    ("mean(t.x[])", 4.0), ("median(t.x[])", 4.0), ("count(t.x[])", 2.0), ("count(t.k[])", 3.0), ("count(t.tick[])", 1.0),
    ("max(t.x[])", 5.0), ("max(0, f.a)", None), ("min(4, f.b)", 2.0), ("sum(f.a, f.b)", 2.0), ("sum(f.a)", None),
    ("sum_from(f.a, f.b)", 2.0), ("sum_from(f.b, f.c)", Problem("not-a-number")), ("sum_from(f.a, f.a)", None),
    ("sum_from(m.v[p1], m.s[p1])", 5.0), ("sum_from(t.x[r1], t.y[r1])", 4.0),
    ("mean(f.a, f.b, 4)", 3.0), ("largest(t.x[], 1)", 5.0), ("largest(t.x[], 3)", None), ("smallest(t.x[], 1)", 3.0),
    ("rank(3, t.x[])", 2.0), ("-rank(3, t.x[])", -2.0), ("6 - rank(3, t.x[]) * 2", 2.0),
    ("sumproduct(t.x[], t.y[])", 3.0), ("sumproduct(t.x[], t.x[])", 34.0),
    ("count_if(t.k[] = :low)", 2.0), ("count_if(t.k[] <> :low)", 1.0), ("count_if(t.x[] > t.y[])", 1.0),
    ("count_if(t.x[] >= f.a)", None), ("count_if(filled(t.x[]), blank(t.y[]))", 1.0), ("count_if(t.tick[])", 1.0),
    ("share_if(t.k[] = :low)", 2 / 3), ("sum_if(t.x[], t.k[] = :high)", 5.0), ("sum_if(t.x[], t.x[] > 9)", None),
    ("mean_if(t.y[], t.k[] = :low)", 2.5), ("count_if(t.w[] = :high)", 1.0), ("sum(t.z[])", 4.0),
    ("value(f.level)", 5.0), ("count(f.several)", 2.0), ("if(has(f.several, :low), 1, 2)", 1.0), ("words(f.text)", 3.0),
    ("year(f.day)", 2026.0), ("month(f.day)", 5.0), ("today - f.day", 30.0), ("m.v[p3]", None), ("m.s[p3]", 15.0),
    ("cols.s[x]", 8.0), ("cols.s[y]", 5.0), ("cols.n[x]", 0.0), ("cols.n[y]", 1.0), ("sum(cols.s[])", 13.0),
    ("m.n[p1]", 5.0), ("m.n[p3]", None), ("count_true(f.tick, f.a > 1, f.b > 1)", 2.0), ("count_true(blank(f.a))", 1.0),
    ("if(f.a > 1, 1, 2)", None), ("if(f.b = 2 and not f.b > 3, 1, f.c)", 1.0), ("if(f.tick or f.a > 1, 1, 2)", 1.0), ("if(f.a > 1 or f.tick, 1, 2)", None), ("if(not f.tick and f.a > 1, 1, 2)", 2.0),
    ("count_true(0.1 + 0.2 = 0.3)", 1.0), ("count_true(t.k[r1] = t.k[r4])", 1.0), ("blank", None),
    ("pick(t.y[], t.k[] = :high)", None), ("pick(t.x[], t.k[] = :high)", 5.0), ("pick(t.x[], t.k[] = :low)", None), ("place_if(t.k[] = :high)", 2.0), ("count_true(pick(t.w[], t.x[] = 3) = :high)", 1.0),
    ("words(pick(sets.named[], sets.group[] = 2))", 1.0), ("band(f.b, 10, 2, 20, 3, 30)", 20.0), ("count_true(most_frequent(t.k[]) = :low)", 1.0), ("sets.group[two]", 1.0), ("sets.group[three]", 2.0),
]  # fmt: skip
INPUTS: dict[Address, Any] = {
    ("f", "b", None): 2, ("f", "c", None): "beaucoup", ("f", "text", None): "un  deux\ntrois\u00a0?", ("f", "tick", None): True,
    ("f", "day", None): "2026-05-31", ("f", "level", None): "high", ("f", "several", None): ["low", "high"],
    **{("t", name, f"r{n}"): v for n, row in enumerate(TABLE, 1) for name, v in row.items()},
    **{("m", "u", f"p{n}"): 5 for n in (1, 2, 3)},
}  # fmt: skip


def calls(node: Node) -> set[str]:
    return {node.name}.union(*map(calls, node.args)) if isinstance(node, Call) else set()


def test_every_function_has_an_example() -> None:
    """What has one is computed in Python, in a workbook and in the browser by the next test."""
    written = [text for text, _ in VALUES] + [f.formula for p in tool({}).parts for f in p.fields if f.formula]
    assert set(FUNCTIONS) - set().union(*(calls(parse(text)) for text in written)) == set()


def test_each_function_gives_its_value_in_all_three(tmp_path: Path) -> None:
    scope = Scope(tool({f"r{n}": text for n, (text, _) in enumerate(VALUES)}))
    expected = {(RESULT, f"r{n}", None): found for n, (_, found) in enumerate(VALUES)}
    python = Evaluation(scope, INPUTS, TODAY).values()
    (browser, _), *_ = in_browser([(scope, INPUTS, TODAY, list(python))])
    book = FormulaBook(scope, INPUTS, TODAY).recalculated(tmp_path / "book.xlsx")
    for name, found in (("python", python), ("browser", browser), ("workbook", book)):
        wrong = [(VALUES[int(a[1][1:])][0], found[a], v) for a, v in expected.items() if not same(found[a], v)]
        assert wrong == [], name
    assert [(a, v, python[a]) for a, v in book.items() if not same(v, python[a])] == []


def test_a_problem_among_computed_choices_is_counted_by_none(tmp_path: Path) -> None:
    texts = ("count(t.w[])", "count_if(t.w[] <> :high)", "count_if(t.w[] = :high)", "count_if(filled(t.w[]))")
    scope = Scope(tool({f"r{n}": text for n, text in enumerate(texts)}))
    inputs: dict[Address, Any] = {
        ("t", "x", "r1"): "trois",
        ("t", "y", "r1"): 1,
        ("t", "x", "r2"): 5,
        ("t", "y", "r2"): 1,
    }
    python = Evaluation(scope, inputs, TODAY).values()
    assert [python[(RESULT, f"r{n}", None)] for n in range(4)] == [Problem("not-a-number"), 0.0, 1.0, 2.0]
    (browser, _), *_ = in_browser([(scope, inputs, TODAY, list(python))])
    assert [(a, browser[a], v) for a, v in python.items() if not same(browser[a], v)] == []
    book = FormulaBook(scope, inputs, TODAY).recalculated(tmp_path / "book.xlsx")
    assert [(a, v, python[a]) for a, v in book.items() if not same(v, python[a])] == []


@pytest.mark.parametrize(
    ("raw", "read"),
    [("12,5", 12.5), ("12.5", 12.5), ("1 000", 1000.0), ("1\u202f000,5", 1000.5), ("-3", -3.0), (" ", None), ("", None),
     (None, None), ("douze", Problem("not-a-number")), ("1,2,3", Problem("not-a-number")), (999999999999, 999999999999.0)],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(raw: Any, read: Value) -> None:
    assert value("f.a", f={"a": raw}) == read
    (found, _), *_ = in_browser([(Scope(tool({"it": "f.a"})), {("f", "a", None): raw}, TODAY, [(RESULT, "it", None)])])
    assert found[(RESULT, "it", None)] == read


@pytest.mark.parametrize(
    ("field", "raw", "read"),
    [("grade", 1, 1.0), ("grade", "5", 5.0), ("grade", "9", None), ("grade", 9, None), ("grade", 0.99, None),
     ("grade", "neuf", Problem("not-a-number")), ("grade", {"number": 9, "typed": "9"}, None), ("share", "100 %", 1.0),
     ("share", "150 %", None), ("share", "-5 %", -0.05), ("rest", -0.01, None), ("rest", "0", 0.0)],
)  # fmt: skip
def test_what_is_out_of_bounds_counts_as_missing(field: str, raw: Any, read: Value) -> None:
    texts = {"it": f"f.{field}", "sum": f"sum(f.{field}, 1)", "blank": f"count_true(blank(f.{field}))"}
    scope, inputs = Scope(tool(texts)), {("f", field, None): raw}
    python = Evaluation(scope, inputs, TODAY)
    assert python.one(RESULT, "it", None) == read
    (found, _), *_ = in_browser([(scope, inputs, TODAY, [(RESULT, key, None) for key in texts])])
    assert {key: found[(RESULT, key, None)] for key in texts} == python.results()


def test_rounding_is_decimal() -> None:
    assert [rounded(x, 2) for x in (1.005, -1.005, 2.675, 1e15 + 0.5)] == [1.01, -1.01, 2.68, 1e15]


# ------------------------------------------------------------------ any formula, any input

NUMBERS = st.one_of(
    st.none(), st.just(0), st.just("beaucoup"), st.integers(-50, 50), st.integers(-(10**12), 10**12),
    st.integers(-9999, 9999).map(lambda n: n / 100),
)  # fmt: skip
LISTS = st.sampled_from(["t.x[]", "t.y[]", "t.z[]", "m.u[]", "m.v[]"])
ATOMS = st.one_of(
    st.sampled_from(["f.a", "f.b", "f.c", "t.x[r1]", "t.z[r2]", "m.v[p3]", "m.s[p2]", "value(f.level)", "blank"]),
    st.integers(0, 20).map(str), st.sampled_from(["0.5", "2.25"]),
)  # fmt: skip


def conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sign = st.sampled_from(["<", ">=", "=", "<>"])
    compared = st.tuples(inner, sign, inner).map(lambda t: f"({t[0]}) {t[1]} ({t[2]})")
    return st.one_of(compared, st.just("f.tick"), st.just("f.level = :low"), inner.map(lambda t: f"blank({t})"))


def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    held = st.one_of(
        st.sampled_from(["t.k[] = :low", "t.w[] <> :high", "t.tick[]", "filled(t.x[])"]),
        st.tuples(st.sampled_from(["t.x[]", "t.z[]"]), inner).map(lambda t: f"{t[0]} >= {t[1]}"),
    )
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["abs", "sqrt", "neg"]), inner).map(lambda t: f"-({t[1]})" if t[0] == "neg" else f"{t[0]}({t[1]})"),
        st.tuples(st.sampled_from(["sum", "mean", "min", "max", "count"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})"),
        st.tuples(st.sampled_from(["sum", "mean", "median", "min", "max", "count", "sumproduct"]), LISTS).map(lambda t: f"{t[0]}({t[1]})"),
        st.tuples(LISTS, st.integers(1, 3)).map(lambda t: f"largest({t[0]}, {t[1]})"),
        st.tuples(inner, LISTS).map(lambda t: f"rank({t[0]}, {t[1]})"),
        st.tuples(st.sampled_from(["count_if({})", "sum_if(t.y[], {})", "mean_if(t.x[], {})", "place_if({})", "pick(t.y[], {})"]), held).map(lambda t: t[0].format(t[1])),
        st.tuples(conditions(inner), inner, inner).map(lambda t: f"if({t[0]}, {t[1]}, {t[2]})"),
        st.tuples(inner, inner).map(lambda t: f"default({t[0]}, {t[1]})"),
        conditions(inner).map(lambda t: f"count_true({t})"),
    )  # fmt: skip


FORMULAS = st.recursive(ATOMS, deeper, max_leaves=6)
ROWS = st.fixed_dictionaries(
    {"x": NUMBERS, "y": NUMBERS, "k": st.sampled_from([None, "low", "high"]), "tick": st.booleans()}
)


@settings(max_examples=25, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(
    texts=st.lists(FORMULAS, min_size=12, max_size=12),
    form=st.fixed_dictionaries({"a": NUMBERS, "b": NUMBERS, "c": NUMBERS, "tick": st.booleans(), "level": st.sampled_from([None, "low", "high"])}),
    rows=st.lists(ROWS, max_size=4),
    line=st.lists(NUMBERS, min_size=3, max_size=3),
)  # fmt: skip
def test_any_formula_gives_the_same_in_all_three(
    texts: list[str], form: dict[str, Any], rows: list[dict[str, Any]], line: list[Any]
) -> None:
    scope = Scope(tool({f"r{n}": text for n, text in enumerate(texts)}))
    inputs: dict[Address, Any] = {("f", name, None): v for name, v in form.items()}
    inputs |= {("t", name, f"r{n}"): v for n, row in enumerate(rows, 1) for name, v in row.items()}
    inputs |= {("m", "u", f"p{n}"): v for n, v in enumerate(line, 1)}
    python = Evaluation(scope, inputs, TODAY).values()
    (browser, _), *_ = in_browser([(scope, inputs, TODAY, list(python))])
    said = {(RESULT, f"r{n}", None): text for n, text in enumerate(texts)}
    assert [(said.get(a, a), browser[a], v) for a, v in python.items() if not close(browser[a], v)] == []
    with tempfile.TemporaryDirectory() as folder:
        book = FormulaBook(scope, inputs, TODAY).recalculated(Path(folder) / "book.xlsx")
    assert [(said.get(a, a), v, python[a]) for a, v in book.items() if not close(v, python[a])] == []


def close(a: Value, b: Value) -> bool:
    """Tell whether two values agree; what cancels out to dust beside 12 digits counts as nothing."""
    if isinstance(a, float) and isinstance(b, float) and abs(a - b) < 1e-3:
        return True
    return same(a, b)


def test_a_row_named_by_its_number_is_the_one_that_stands_there_whatever_its_id() -> None:
    scope = Scope(tool({"one": "t.x[r1]", "two": "t.x[r2]", "three": "default(t.x[r3], 0)"}))
    rows = {("t", "x", "kQ3"): 7.0, ("t", "x", "bZ8"): 5.0}  # as people's rows are named, in their order
    results: list[Address] = [(RESULT, name, None) for name in ("one", "two", "three")]
    ((values, _),) = in_browser([(scope, rows, TODAY, results)])
    assert list(values.values()) == [7.0, 5.0, 0.0]
