"""Numbers are read as they are written: the same table of examples in Python, in the browser and in workbooks."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import yaml
from babel import localedata
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from macros.reckoning.notation import decimal_sign, digits
from macros.reckoning.numerals import Reading, read_number, write_number
from macros.source.vademecum import ROOT
from tests.browser_code import in_node

TABLE = [(*line, None)[:5] for line in yaml.safe_load((ROOT / "tests" / "data" / "numbers.yml").read_text("utf-8"))]
CODES = ["fr", "en", "ar", "ar-TN", "de", "de-CH", "es", "pt-BR", "fa", "hi"]


def test_the_table_has_120_examples_of_eight_languages() -> None:
    assert len({line[:3] for line in TABLE}) == len(TABLE) >= 120
    assert len({language.split("-")[0] for language, *_ in TABLE}) >= 8


@pytest.mark.parametrize(("language", "kind", "typed", "number", "other"), TABLE)
def test_python_reads_the_table(
    language: str, kind: str, typed: str, number: float | None, other: float | None
) -> None:
    assert read_number(typed, language, kind) == (None if number is None else Reading(number, other))


SCRIPTS = ["१५००", "１५００", "๑๕๐๐", "߁߅߀߀", "𝟙𝟝𝟘𝟘", "𝟣𝟧𝟢𝟢", "𞥑𞥕𞥐𞥐", "1٥०０"]
"""1500 in the digits of several scripts, some of them beyond the first 65536 signs, and mixed."""


def test_digits_of_every_script_are_read_in_every_language() -> None:
    assert [read_number(typed, "fr") for typed in SCRIPTS] == [Reading(1500.0)] * len(SCRIPTS)
    assert in_browser("given.map((typed) => readNumber(typed, 'fr')?.number)", SCRIPTS) == [1500] * len(SCRIPTS)


def test_a_minus_may_stand_after_the_currency() -> None:
    typed = ["CHF -5", "$-5", "€ − 5"]
    assert [read_number(text, "fr", "money") for text in typed] == [Reading(-5.0)] * 3
    assert in_browser("given.map((text) => readNumber(text, 'fr', { type: 'money' })?.number)", typed) == [-5] * 3


def test_the_browser_knows_the_digits_of_unicode() -> None:
    known = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd"]
    body = "given.filter(([digit, n]) => /\\p{Nd}/u.test(digit) && readNumber(digit, 'fr')?.number !== n)"
    assert in_browser(body, [[digit, unicodedata.decimal(digit)] for digit in known]) == []


def in_browser(body: str, given: Any) -> Any:
    """Return what an expression gives that has the functions of web/numbers.js and ``given``."""
    return in_node("numbers.js", body, given)


def test_the_browser_reads_the_table() -> None:
    read = "given.map(([language, type, typed]) => readNumber(typed, language, { type }) ?? {})"
    found = [(item.get("number"), item.get("other")) for item in in_browser(read, TABLE)]
    wrong = [(line, got) for line, got in zip(TABLE, found, strict=True) if got != line[3:]]
    assert wrong == []


# ------------------------------------------------------------------ what is written is read


AMOUNTS = st.one_of(
    st.integers(-(10**12), 10**12).map(float), st.integers(-(10**9), 10**9).map(lambda n: n / 1000), st.just(0.0)
)


@pytest.mark.parametrize("code", CODES)
@given(amount=AMOUNTS, kind=st.sampled_from(["num", "pct"]))
def test_what_python_writes_is_read_in_one_way(code: str, amount: float, kind: str) -> None:
    share = amount / 1000 if kind == "pct" else amount
    assert read_number(write_number(share, code, kind), code, kind) == Reading(share)


def test_every_language_that_babel_knows_reads_what_it_writes() -> None:
    wrong = []
    for name in localedata.locale_identifiers():
        if name.startswith("tok"):  # Toki Pona groups digits by two
            continue
        code = name.replace("_", "-")
        for system in ("latn", "default"):
            try:
                way = {"locale": name, "numbering_system": system}
                texts = [(format_decimal(n, **way), n) for n in (-1234567.25, 12.5, 45678)]
                shares = [(format_percent(n, "#,##0.0%", **way), n) for n in (0.125, -0.5)]
            except KeyError:  # Babel has no signs for the digits of this language
                continue
            read = [(text, n, read_number(text, code)) for text, n in texts]
            wrong += [(code, text) for text, n, found in read if found is None or n != found.number]
            wrong += [(code, text) for text, n in shares if read_number(text, code, "pct") != Reading(n)]
    assert wrong == []


def test_the_browser_reads_whatever_intl_writes() -> None:
    numbers = [0, 1.5, -7, 1500, 1234.5, -1234567.25, 987654321.125, 12500, 0.001, 1e15]
    systems = ["", "-u-nu-latn", "-u-nu-arab", "-u-nu-arabext", "-u-nu-deva"]
    body = """given.codes.flatMap((code) => given.systems.flatMap((system) => given.numbers.flatMap((n) => {
      const tag = code + system;
      const options = { maximumFractionDigits: 6, useGrouping: true };
      const text = new Intl.NumberFormat(tag, options).format(n);
      const share = new Intl.NumberFormat(tag, { ...options, style: "percent", maximumFractionDigits: 9 }).format(n);
      const dinars = { ...options, style: "currency", currency: "TND", minimumFractionDigits: 2 };
      const money = new Intl.NumberFormat(tag, dinars).format(n);
      const wrong = [];
      if (readNumber(text, code)?.number !== n) wrong.push([tag, n, text]);
      if (readNumber(share, code, { type: "pct" })?.number !== n) wrong.push([tag, n, share]);
      if (readNumber(money, code, { type: "money" })?.number !== n) wrong.push([tag, n, money]);
      return wrong;
    })))"""
    assert in_browser(body, {"codes": CODES, "systems": systems, "numbers": numbers}) == []


def test_amounts_are_read_with_the_names_of_their_currency() -> None:
    written = [
        (code, change(format_currency(n, currency, locale=code.replace("-", "_"), format_type=kind)), n)
        for code in ("fr", "en", "ar", "de", "es", "pt-BR", "tr", "zh")
        for currency in ("TND", "MAD", "DZD", "SAR", "EUR", "USD", "GBP", "CHF")
        for kind in ("name", "standard")
        for n in (1, 2, 3, 15, 100)
        for change in (str, str.upper)
    ]
    read = [(line, read_number(line[1], line[0], "money")) for line in written]
    unread = [line for line, found in read if found is None or found.number != line[2]]
    body = "given.filter(([code, text, n]) => readNumber(text, code, { type: 'money' })?.number !== n)"
    assert (unread, in_browser(body, written)) == ([], [])


def test_the_browser_writes_a_number_so_that_it_is_read_in_one_way() -> None:
    numbers = [0, 1.5, -7, 1500, 12500, 1.125, 1234.5, -1234567.25, 0.125, 12.125, 1e-7, 1e15, 0.07]
    body = """given.codes.flatMap((code) => given.numbers.flatMap((n) => ["num", "money", "pct"].filter((type) => {
      const read = readNumber(writeNumber(n, code, type), code, { type });
      return read.number !== n || read.other !== undefined || !read.sure;
    })))"""
    assert in_browser(body, {"codes": CODES, "numbers": numbers}) == []
    written = in_browser(
        "given.map((line) => writeNumber(...line))",
        [[1500, "fr"], [1500, "en"], [0.125, "ar", "pct"], [2025, "fr", "year"]],
    )
    assert written == ["1\u202f500", "1500", "12.5\u00a0%", "2025"]


def test_what_is_kept_is_the_number_and_what_was_typed() -> None:
    typed = [["1,500", "fr", "num"], ["1,500", "en", "num"], ["beaucoup", "fr", "num"], [" ", "fr", "num"]]
    kept = in_browser("given.map((line) => keptNumber(...line) ?? null)", typed)
    assert kept == [{"number": 1.5, "typed": "1,500"}, {"number": 1500, "typed": "1,500"}, "beaucoup", None]
    body = "given.map((value) => shownNumber(value, 'en', 'num'))"
    assert in_browser(body, [*kept, 12.5]) == ["1.5", "1,500", "beaucoup", "", "12.5"]


def test_the_digits_of_a_language_are_known() -> None:
    own = [digits(code)[2] for code in ("hi", "bn", "mr", "th", "my")]
    assert own == ["०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙", "၀၁၂၃၄၅၆၇၈၉"]
    assert digits("fr") == digits("ar") == ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")


def test_a_language_that_babel_knows_only_in_part_has_signs() -> None:
    assert [decimal_sign(code) for code in ("pt-BR", "zh-Hant", "sr-Latn", "no", "ku", "xx-unknown")] == [
        ",", ".", ",", ",", ",", ".",
    ]  # fmt: skip
