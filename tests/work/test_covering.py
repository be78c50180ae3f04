"""Work in other hands: a word with it, days away of one engagement, and who answers meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.states import Role
from firstfoot.reactions.people import guides
from firstfoot.work.engagements.actions import change_supervisor, end_away, set_away
from firstfoot.work.engagements.queries import last_guide_note
from tests.cast import hire, join
from tests.factories.engagements import make_active, make_closing


@pytest.fixture
def active(cast):
    return make_active(cast)


def away(engagement, actor, cover, first=0, last=3, **changes):
    today = clock.today()
    days = {"first_on": today + timedelta(days=first), "last_on": today + timedelta(days=last)}
    return set_away(engagement_id=engagement.pk, cover_id=cover.pk, actor=actor, **days, **changes)


@pytest.mark.parametrize("who", ["hugo", "hana", "rita"])
def test_the_cover_answers_on_those_days_alone(cast, active, who):
    engagement = away(active, getattr(cast, who), cast.cora, first=1)
    now = clock.now()
    seen = []
    for days in (0, 1, 3, 4):
        with clock.at(now + timedelta(days=days)):
            seen.append(guides(engagement))
    assert seen == [[cast.hugo], [cast.hugo, cast.cora], [cast.hugo, cast.cora], [cast.hugo]]


def test_another_member_covers_and_the_supervisor_is_back_early(cast, active):
    vera = join("Vera Cole")
    hire(cast.acme, cast.hana, vera, Role.SUPERVISOR)
    engagement = away(active, cast.hugo, vera)
    assert (engagement.cover, guides(engagement)) == (vera, [cast.hugo, vera])
    engagement = end_away(engagement_id=active.pk, actor=cast.hugo)
    before = engagement.version
    assert guides(engagement) == [cast.hugo]
    assert end_away(engagement_id=active.pk, actor=cast.hana).version == before


@pytest.mark.parametrize("who", ["sam", "cora", "otto"])
def test_nobody_else_says_so(cast, active, who):
    with pytest.raises(NotPermitted):
        away(active, getattr(cast, who), cast.cora)


@pytest.mark.parametrize(
    ("days", "cover", "code"),
    [((3, 1), "cora", "dates_out_of_order"), ((-3, -1), "cora", "day_past"), ((0, 1), "hugo", "covers_self"),
     ((0, 1), "sam", "own_work"), ((0, 1), "otto", "not_member")],
)  # fmt: skip
def test_what_cannot_be(cast, active, days, cover, code):
    with pytest.raises(Conflict, match=code):
        away(active, cast.hugo, getattr(cast, cover), *days)


def test_a_word_is_kept_for_each_side_and_another_supervisor_is_not_away(cast, active):
    away(active, cast.hugo, cast.cora)
    engagement = change_supervisor(
        engagement_id=active.pk, supervisor_id=cast.cora.pk, cover_id=None, note=" The map is half done. ",
        intern_note="Cora knows the shop.", actor=cast.hana,
    )  # fmt: skip
    said = last_guide_note(engagement)
    assert (said.note, said.intern_note, said.by, engagement.away_from) == (
        "The map is half done.", "Cora knows the shop.", cast.hana, None,
    )  # fmt: skip


def test_without_a_word_nothing_is_kept(cast, active):
    engagement = change_supervisor(engagement_id=active.pk, supervisor_id=cast.cora.pk, cover_id=None, actor=cast.hana)
    assert last_guide_note(engagement) is None


def test_it_is_for_work_that_goes_on(cast):
    engagement = make_closing(cast)
    assert away(engagement, cast.hugo, cast.cora).cover == cast.cora
    type(engagement).objects.filter(pk=engagement.pk).update(state="completed")
    with pytest.raises(Conflict, match="not_now"):
        away(engagement, cast.hugo, cast.cora)
