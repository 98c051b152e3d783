"""Letters that no font of the documents has are said before a build, in every script."""

from __future__ import annotations

import pytest

from macros.documents.pdf import fonts
from macros.documents.pdf.press import lacking
from macros.documents.pdf.signs import unprintable
from macros.model.words import Words
from macros.source.vademecum import vademecum
from tests.documents import specimens


@pytest.mark.parametrize(
    "text", ["Été ñ ŝ ẹ̀", "Привет", "العربية ٹپچ", "हिन्दी", "বাংলা", "தமிழ்", "తెలుగు", "አማርኛ", "中文", "日本語", "한국어"]
)
def test_the_fonts_have_the_signs_of_many_scripts(text: str) -> None:
    assert lacking(text.replace(" ", "")) == ""


def test_signs_without_a_font_are_named() -> None:
    assert set(lacking("aⵣbⵉ")) == {"ⵉ", "ⵣ"}


def test_a_language_that_cannot_be_printed_is_said_with_the_remedy() -> None:
    changed = specimens.changed(vademecum("fr"), lambda text: Words(f"ⵣ {text}", text.language))
    found = list(unprintable(changed))
    assert len(found) == 1
    assert "ⵣ" in found[0].wrong
    assert "data/fonts/" in found[0].mend


def test_what_this_repository_writes_can_be_printed() -> None:
    assert [fault for code in ("fr", "en", "ar") for fault in unprintable(vademecum(code))] == []


def test_han_signs_are_drawn_as_readers_of_the_language_write_them() -> None:
    first = {
        code: next(name for name in fonts.families(code) if "CJK" in name) for code in ("zh", "zh-Hant", "ja", "ko")
    }
    assert first == {
        "zh": "Noto Sans CJK SC",
        "zh-Hant": "Noto Sans CJK TC",
        "ja": "Noto Sans CJK JP",
        "ko": "Noto Sans CJK KR",
    }
