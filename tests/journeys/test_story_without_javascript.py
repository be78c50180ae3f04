"""The whole story by plain requests: every page works without JavaScript."""

from __future__ import annotations

from pathlib import Path

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.operations.check.command import all_faults
from tests.cast import join
from tests.journeys.story import Story
from tests.journeys.walkers import PlainWalker


def test_one_micro_internship_from_brief_to_completion(db, tmp_path: Path):
    make_steward(person_id=join("Stella Ferreira").pk, actor=None)

    Story(PlainWalker, tmp_path).tell()

    assert list(all_faults()) == []
