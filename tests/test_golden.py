"""A text that differs from its golden file is shown line by line, and only a wish renews the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import RENEW, expect


def test_what_differs_is_shown_and_renewed_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    test = str(tmp_path / "test_it.py")
    monkeypatch.delenv(RENEW, raising=False)
    with pytest.raises(pytest.fail.Exception, match=r"\n\+one\n\+two\n"):
        expect(test, "it", "one\ntwo")
    monkeypatch.setenv(RENEW, "1")
    expect(test, "it", "one\ntwo")
    monkeypatch.delenv(RENEW)
    expect(test, "it", "one\ntwo\n")
    with pytest.raises(pytest.fail.Exception, match=rf" one\n-two\n\+three\n.*{RENEW}=1"):
        expect(test, "it", "one\nthree")
