"""Two at once: eight contenders on the same thing, in every order that comes; nothing is won twice, nothing is lost.

Each race is run again on PostgreSQL with its guard off, where it must show.
"""

from __future__ import annotations

import pytest

from tests.figures import count, figure
from tests.races.all_races import RACES
from tests.races.conftest import CONTROLS, TRIALS
from tests.races.contest import CONTENDERS

AT_ONCE = count(ci=3, deep=15)  # trials of a control before it is looked whether the race showed
pytestmark = pytest.mark.django_db  # the database of the tests is copied, and left alone


@pytest.mark.deep
@pytest.mark.parametrize("title", RACES)
def test_nothing_is_won_twice(arena, title):
    known = arena.begin(RACES[title].ground)
    trials = count(ci=TRIALS // 3, deep=TRIALS) if RACES[title].is_asked_less else TRIALS
    result = arena.play(title=title, known=known, first=0, last=trials)
    wrong = [trial for trial in result.wrong if trial]
    figure(
        f"race: {title}", f"{len(wrong)} wrong",
        f"of {trials} x {CONTENDERS}, {len(result.errors)} server errors, {len(result.faults)} broken rules",
    )  # fmt: skip
    assert len(result.wrong) == trials
    assert (wrong[:3], result.errors[:3], result.faults[:3]) == ([], [], [])
    if CONTROLS:  # SQLite lets one writer in at a time, guarded or not
        see_it_without_guard(arena, title, known)


def see_it_without_guard(arena, title, known):
    """Nothing is locked and no unique rule holds: now the race must show."""
    tried = shown = 0
    while tried < CONTROLS and not shown:
        first = TRIALS + tried
        result = arena.play(title=title, known=known, first=first, last=first + AT_ONCE, unguarded=True)
        tried, shown = tried + AT_ONCE, sum(bool(trial) for trial in result.wrong)
    figure(f"race: {title}, guard off", f"shown in {shown}", f"of {tried}")
    assert shown
