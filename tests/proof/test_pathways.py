"""What comes next, said by the host, answered by the intern."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.proof.pathways.actions import answer_pathway, expire_pathway, offer_pathway
from firstfoot.proof.pathways.queries import is_waiting, pathways_to_expire, pathways_visible_to
from tests.factories.engagements import make_active, make_closing


def say(cast, engagement, kind="interview", actor=None):
    return offer_pathway(engagement_id=engagement.pk, kind=kind, note="In March?", actor=actor or cast.hugo)


def test_the_host_says_what_comes_next(cast):
    offer = say(cast, make_closing(cast))
    assert (offer.state, offer.kind, is_waiting(offer)) == ("offered", "interview", True)


@pytest.mark.parametrize("kind", ["keep_in_touch", "nothing_now"])
def test_what_is_only_told_asks_for_nothing_and_never_runs_out(cast, kind):
    offer = say(cast, make_closing(cast), kind)
    late = offer.expires_at + timedelta(minutes=1)
    assert (is_waiting(offer), list(pathways_to_expire(late))) == (False, [])
    with pytest.raises(Conflict, match="nothing_asked"):
        answer_pathway(offer_id=offer.pk, accept=True, actor=cast.sam)
    with clock.at(late), pytest.raises(Conflict, match="nothing_asked"):
        expire_pathway(offer_id=offer.pk)
    offer.refresh_from_db()
    assert offer.state == "offered"


@pytest.mark.parametrize(("accept", "state"), [(True, "accepted"), (False, "declined")])
def test_the_intern_answers_once(cast, accept, state):
    offer = say(cast, make_closing(cast))
    assert answer_pathway(offer_id=offer.pk, accept=accept, actor=cast.sam).state == state
    with pytest.raises(IllegalTransition):
        answer_pathway(offer_id=offer.pk, accept=accept, actor=cast.sam)


def test_only_the_intern_answers(cast):
    offer = say(cast, make_closing(cast))
    with pytest.raises(NotPermitted):
        answer_pathway(offer_id=offer.pk, accept=True, actor=cast.hana)


@pytest.mark.parametrize("who", ["sam", "otto", "stella"])
def test_who_may_not_say_it(cast, who):
    engagement = make_closing(cast)
    with pytest.raises(NotPermitted):
        say(cast, engagement, actor=getattr(cast, who))


def test_it_is_said_once_and_after_the_work(cast):
    with pytest.raises(Conflict, match="not_now"):
        say(cast, make_active(cast, person=cast.paz))
    engagement = make_closing(cast)
    say(cast, engagement)
    with pytest.raises(Conflict, match="already_offered"):
        say(cast, engagement)


def test_the_clock_closes_it(cast):
    offer = say(cast, make_closing(cast))
    with pytest.raises(Conflict, match="too_early"):
        expire_pathway(offer_id=offer.pk)
    late = offer.expires_at + timedelta(minutes=1)
    with clock.at(late):
        assert list(pathways_to_expire(late)) == [offer]
        assert expire_pathway(offer_id=offer.pk).state == "expired"


def test_who_sees_the_work_sees_it(cast):
    offer = say(cast, make_closing(cast))
    seen = {who: list(pathways_visible_to(getattr(cast, who))) for who in ("sam", "rita", "otto")}
    assert seen == {"sam": [offer], "rita": [offer], "otto": []}
