"""The first talk: who offers and who chooses, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.work.engagements.actions import choose_kickoff, end_early, offer_kickoff, word_agenda
from firstfoot.work.engagements.queries import kickoff_of
from tests.factories.engagements import make_closing, make_engagement, make_signed


@pytest.fixture
def signed(cast):
    return make_signed(cast)


def offer(engagement, actor, *hours, **changes):
    starts = [clock.now() + timedelta(hours=n) for n in hours or (24, 30)]
    said = {"minutes": 45, "how": "https://meet.example/kelp", **changes}
    return offer_kickoff(engagement_id=engagement.pk, starts=starts, actor=actor, **said)


@pytest.mark.parametrize("who", ["hana", "rita", "hugo", "cora", "sam"])
def test_either_side_offers_from_the_signing_on(cast, who):
    talk = offer(make_engagement(cast), getattr(cast, who))
    assert (talk.state, talk.offered_side) == ("offered", "intern" if who == "sam" else "host")


def test_nobody_else_does(cast, signed):
    with pytest.raises(NotPermitted):
        offer(signed, cast.otto)


def test_the_other_side_chooses_one(cast, signed):
    talk = offer(signed, cast.hugo)
    with pytest.raises(Conflict, match="own_proposal"):
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[1], actor=cast.hana)
    with pytest.raises(Conflict, match="not_a_slot"):
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[1] + timedelta(minutes=1), actor=cast.sam)
    talk = choose_kickoff(kickoff_id=talk.pk, start=talk.slots[1], actor=cast.sam)
    assert (talk.state, talk.chosen_at, talk.ends_at - talk.chosen_at) == (
        "chosen", talk.slots[1], timedelta(minutes=45),
    )  # fmt: skip
    with pytest.raises(IllegalTransition):
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)


def test_other_times_take_the_place_of_those_before_and_of_the_chosen_one(cast, signed):
    talk = offer(signed, cast.hugo, agenda="Who we are")
    choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)
    moved = offer(signed, cast.sam, 50, note="I have an exam.", agenda="Mine")
    assert (moved.pk, moved.state, moved.chosen_at, moved.offered_side, moved.agenda) == (
        talk.pk, "offered", None, "intern", "Who we are",
    )  # fmt: skip
    assert choose_kickoff(kickoff_id=talk.pk, start=moved.slots[0], actor=cast.cora).state == "chosen"


def test_a_choice_among_older_times_is_a_conflict(cast, signed):
    talk = offer(signed, cast.hugo)
    seen, wanted = talk.version, talk.slots[0]
    offer(signed, cast.hana, 24, 31)
    with pytest.raises(Conflict, match="changed"):
        choose_kickoff(kickoff_id=talk.pk, start=wanted, seen=seen, actor=cast.sam)
    with pytest.raises(Conflict, match="changed"):
        offer(signed, cast.hugo, seen=0)


def test_times_that_passed_are_neither_offered_nor_chosen(cast, signed):
    with pytest.raises(Conflict, match="kickoff_in_past"):
        offer(signed, cast.hugo, -1)
    talk = offer(signed, cast.hugo)
    with clock.at(talk.slots[0]), pytest.raises(Conflict, match="kickoff_in_past"):
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)


@pytest.mark.parametrize("changes", [{"minutes": 10}, {"how": " "}, {"hours": (1, 2, 3, 4)}])
def test_what_the_form_does_not_let_through(cast, signed, changes):
    with pytest.raises(ValueError, match="kick-off"):
        offer(signed, cast.hugo, *changes.pop("hours", ()), **changes)


def test_the_host_words_what_it_is_about(cast, signed):
    talk = offer(signed, cast.sam)
    word_agenda(kickoff_id=talk.pk, agenda=" Who we are ", seen=talk.version, actor=cast.hana)
    assert kickoff_of(signed).agenda == "Who we are"
    with pytest.raises(Conflict, match="changed"):
        word_agenda(kickoff_id=talk.pk, agenda="Something", seen=talk.version, actor=cast.hugo)
    with pytest.raises(NotPermitted):
        word_agenda(kickoff_id=talk.pk, agenda="Something", actor=cast.sam)


def test_after_the_work_there_is_no_first_talk(cast, signed):
    with pytest.raises(Conflict, match="not_now"):
        offer(make_closing(cast, person=cast.paz), cast.hugo)
    talk = offer(signed, cast.hugo)
    said = {"reason": "no_time", "note": "", "handed_over": "", "part_pay_minor": None}
    end_early(engagement_id=signed.pk, actor=cast.sam, **said)
    with pytest.raises(Conflict, match="not_now"):
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)
    signed.refresh_from_db()
    assert not kickoff_of(signed).is_live
