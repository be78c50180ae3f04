"""The table of figures: rows of all processes, aligned, once."""

from __future__ import annotations

from tests import figures


def test_rows_are_aligned_and_shown_once(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTFOOT_FIGURES", str(tmp_path / "figures"))
    figures.figure("races: last seat", "0 wrong", "of 15")
    figures.figure("kill", 3)
    assert figures.table() == ["kill                    3", "races: last seat  0 wrong  of 15"]
    assert figures.table() == []
