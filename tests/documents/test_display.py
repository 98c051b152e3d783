"""Values on paper: written for people of each language, and read back as the same values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.documents.display import date_pattern, day, iso, shown
from macros.documents.locales import locale
from macros.formula.ground import DAY_ZERO, NOT_A_NUMBER
from macros.model.field import Choice, Field
from macros.model.locale import is_rtl
from macros.reckoning.evaluation import read

CODES = ["fr", "en", "ar"]


def field(kind: str, **more: object) -> Field:
    return Field.model_validate({"id": "t.p.f", "key": "f", "type": kind, "label": "Champ", **more})


def choices(*names: str) -> tuple[Choice, ...]:
    return tuple(Choice.model_validate({"id": f"l.{n}", "key": n, "label": n.title()}) for n in names)


@pytest.mark.parametrize(
    ("kind", "value", "code", "text"),
    [
        ("num", 1234567.0, "fr", "1 234 567"),
        ("num", 0.5, "fr", "0,5"),
        ("year", 2025.0, "fr", "2025"),
        ("money", 40000.0, "en", "40 000"),
        ("money", 1234.5, "en", "1 234.50"),
        ("money", 0.005, "fr", "0,01"),
        ("money", 1.005, "fr", "1,01"),
        ("money", -0.001, "fr", "0"),
        ("money", -1000000000000.25, "ar", "-1 000 000 000 000.25"),
        ("pct", 2 / 3, "fr", "66,7 %"),
        ("pct", 1.0, "ar", "100.0 %"),
        ("date", 46203.0, "fr", "30/06/2026"),
        ("date", 46203.0, "en", "30/06/2026"),
        ("date", 46203.0, "ar", "30/06/2026"),
        ("bool", True, "fr", "☑"),
        ("bool", False, "fr", "☐"),
        ("text", "Quoi", "fr", "Quoi"),
        ("num", None, "fr", ""),
        ("num", NOT_A_NUMBER, "fr", ""),
    ],
)
def test_a_value_is_shown(kind: str, value: object, code: str, text: str) -> None:
    assert shown(field(kind), value, (), code) == text.replace(" ", "\u00a0")


def test_choices_are_shown_by_their_words() -> None:
    several = choices("low", "high")
    assert shown(field("choice", choices=several), "high", several, "fr") == "High"
    assert shown(field("multi", choices=several), ("low", "high"), several, "fr") == "Low, High"
    assert shown(field("choice", choices=several), "gone", several, "fr") == ""


@pytest.mark.parametrize("code", CODES)
@given(cents=st.integers(-(10**14), 10**14))
def test_what_is_written_is_read_back_as_the_same_number(code: str, cents: int) -> None:
    money = field("money")
    assert read(money, shown(money, cents / 100, (), code), (), code) == pytest.approx(cents / 100, abs=1e-9)


@pytest.mark.parametrize("code", CODES)
@given(thousandths=st.integers(-(10**7), 10**7))
def test_a_share_is_read_back_as_the_same_share(code: str, thousandths: int) -> None:
    share = field("pct")
    assert read(share, shown(share, thousandths / 1000, (), code), (), code) == pytest.approx(thousandths / 1000)


@given(st.dates(min_value=date(1901, 1, 1)))
def test_a_day_keeps_its_date(when: date) -> None:
    days = float((when - DAY_ZERO).days)
    assert iso(days) == when.isoformat()
    assert day(days, "fr") == day(when, "fr") == when.strftime("%d/%m/") + f"{when.year:04}"


def test_languages_have_a_country_and_a_direction() -> None:
    codes = ("fr", "en", "ar", "es", "de", "pt-BR", "zh", "zh-Hant", "sr-Latn", "no", "wo")
    assert [locale(code) for code in codes] == [
        "fr-FR", "en-GB", "ar-MA", "es-ES", "de-DE", "pt-BR", "zh-CN", "zh-TW", "sr-Latn-RS", "no-NO", "wo-SN",
    ]  # fmt: skip
    assert [is_rtl(code) for code in ("fr", "ar", "he", "xx-unknown")] == [False, True, True, False]
    assert [date_pattern(code) for code in ("fr", "en", "ar", "de")] == ["dd/MM/yyyy"] * 3 + ["dd.MM.yyyy"]
