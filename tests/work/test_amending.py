"""Changing a signed agreement: version n stands until both sign n+1; a due date moves by one tap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.actions import (
    agree_due,
    agree_start,
    counter_agreement,
    decline_amendment,
    end_early,
    keep_due,
    lapse_amendment,
    propose_amendment,
    propose_due,
    propose_start,
    review_deliverable,
    withdraw_amendment,
)
from firstfoot.work.engagements.queries import deliverables_of, terms_now
from firstfoot.work.engagements.terms import pieces
from tests.factories.engagements import (
    accept,
    at_day,
    deliverable,
    make_active,
    make_engagement,
    make_signed,
    propose_change,
    proposed,
    send_back,
    sign,
    submit,
)

NEW = {"title": "A short film", "format": "MP4", "criteria": [{"text": "Under a minute", "required": True}]}


def new_result(engagement, **changes):
    return {**NEW, "due_on": engagement.end_on, **changes}


def states(engagement):
    return list(engagement.agreement_versions.values_list("number", "state"))


def later(day, days):
    return day + timedelta(days=days)


def test_what_was_signed_stands_until_both_sign_the_change(cast):
    engagement = make_active(cast)
    propose_change(engagement, cast.sam, hours=engagement.hours + 5, pay_minor=engagement.pay_minor + 10000)
    before = (engagement.hours, engagement.pay_minor)

    sign(engagement, cast.sam)
    assert (states(engagement), (engagement.hours, engagement.pay_minor)) == ([(1, "signed"), (2, "proposed")], before)

    sign(engagement, cast.hana)
    assert states(engagement) == [(1, "superseded"), (2, "signed")]
    assert (engagement.hours, engagement.pay_minor, engagement.state) == (before[0] + 5, before[1] + 10000, "active")


def test_each_thing_that_moved_has_one_fact(cast):
    engagement = make_active(cast)
    propose_change(engagement, cast.sam, pay_minor=engagement.pay_minor + 1)
    sign(engagement, cast.sam)
    last = Fact.objects.latest("id").pk
    sign(engagement, cast.hana)
    kinds = list(Fact.objects.filter(pk__gt=last).order_by("id").values_list("kind", flat=True))
    assert kinds == ["agreement.superseded", "agreement.signed", "engagement.amended"]


def test_the_text_begins_with_what_changes_and_is_what_is_signed(cast):
    engagement = make_active(cast)
    version = propose_change(engagement, cast.hana, hours=30, outcome="Another outcome", added=[new_result(engagement)])

    first = version.content["sections"][0]
    assert (version.amends, first["code"]) == (1, "amends")
    assert first["items"] == [
        "Hours: 30 instead of 20", "Outcome: as written below",
        f"New: result 3, “A short film”, due {date_words(engagement.end_on)}",
    ]  # fmt: skip
    assert content_hash(version.content) == version.content_hash


def date_words(day):
    return f"{day:%A} {day.day} {day:%B %Y}"


def test_a_result_is_added_and_another_left_out(cast):
    engagement = make_active(cast)
    propose_change(engagement, cast.hana, added=[new_result(engagement)], left_out=[2])
    sign(engagement, cast.hana, cast.sam)

    found = [(d.number, d.title, d.state, d.required) for d in deliverables_of(engagement)]
    assert [row[::2] for row in found] == [(1, "expected"), (2, "left_out"), (3, "expected")]
    assert found[2] == (3, "A short film", "expected", True)

    propose_change(engagement, cast.sam, added=[new_result(engagement, title="One more")], left_out=[3])
    sign(engagement, cast.hana, cast.sam)
    assert deliverable(engagement, 4).title == "One more"


def test_what_was_answered_by_stays_readable_and_the_new_points_count(cast):
    engagement = make_active(cast)
    submit(engagement)
    review = send_back(engagement)
    old = review.marks.get(is_met=False).criterion
    propose_change(
        engagement, cast.hana, deliverables=[{"number": 1, "criteria": [{"text": "Four rows", "required": True}]}]
    )
    sign(engagement, cast.hana, cast.sam)

    old.refresh_from_db()
    assert (old.is_current, review.marks.filter(criterion=old).exists()) == (False, True)
    assert [c.text for c in deliverables_of(engagement)[0].criteria.all()] == ["Four rows"]
    submit(engagement)
    thing = deliverable(engagement)
    current = {c.number: (True, "") for c in thing.criteria.filter(is_current=True)}
    review_deliverable(
        deliverable_id=thing.pk, submission_number=2, marks=current, accept=True, comment="", actor=cast.hugo
    )
    thing.refresh_from_db()
    assert thing.state == "accepted"


def test_leaving_out_the_last_open_result_finishes_the_work(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    propose_change(engagement, cast.sam, left_out=[2])
    sign(engagement, cast.sam, cast.hana)
    assert (engagement.state, engagement.evaluate_by_at is not None) == ("closing", True)


def test_the_last_day_moves_the_rhythm_of_check_ins(cast):
    engagement = make_active(cast, weeks=3)
    planned = list(engagement.check_ins.values_list("due_on", flat=True))
    propose_change(engagement, cast.sam, end_on=later(engagement.end_on, 14))
    sign(engagement, cast.sam, cast.hana)
    longer = list(engagement.check_ins.exclude(state="skipped").values_list("due_on", flat=True))
    assert longer[: len(planned)] == planned
    assert len(longer) == len(planned) + 2

    propose_change(engagement, cast.sam, end_on=later(engagement.end_on, -14), check_in_every_days=7)
    sign(engagement, cast.sam, cast.hana)
    rest = engagement.check_ins.exclude(state="skipped")
    assert list(rest.values_list("due_on", flat=True)) == planned


def test_one_change_at_a_time_made_from_what_stands(cast):
    engagement = make_active(cast)
    stale = content_hash(terms_now(engagement))
    propose_change(engagement, cast.sam, hours=30)
    with pytest.raises(Conflict, match="amendment_open"):
        propose_change(engagement, cast.hana, hours=31)
    sign(engagement, cast.sam, cast.hana)
    with pytest.raises(Conflict, match="changed"):
        propose_amendment(engagement_id=engagement.pk, stands=stale, changes={"hours": 9}, note="", actor=cast.sam)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "nothing_changed"), ({"hours": 0}, "hours_missing"), ({"pay_minor": 0}, "pay_missing"),
        ({"start_on": date(2031, 1, 1)}, "already_started"), ({"end_on": date(2020, 1, 1)}, "dates_out_of_order"),
        ({"left_out": [1, 2]}, "nothing_required"), ({"outcome": " "}, "outcome_missing"),
    ],
)  # fmt: skip
def test_what_cannot_stand(cast, changes, code):
    engagement = make_active(cast)
    with pytest.raises(Conflict, match=code):
        propose_change(engagement, cast.sam, **changes)
    assert states(engagement) == [(1, "signed")]


def test_a_result_that_is_handed_in_is_not_touched_also_when_it_came_meanwhile(cast):
    engagement = make_active(cast)
    propose_change(engagement, cast.hana, left_out=[2])
    submit(engagement, 2)
    sign(engagement, cast.hana)
    with pytest.raises(Conflict, match="result_settled"):
        sign(engagement, cast.sam)
    assert states(engagement) == [(1, "signed"), (2, "proposed")]
    withdraw_amendment(agreement_id=proposed(engagement).pk, actor=cast.hana)
    with pytest.raises(Conflict, match="result_settled"):
        propose_change(engagement, cast.hana, deliverables=[{"number": 2, "title": "Other"}])


def test_the_other_side_answers_with_other_terms(cast):
    engagement = make_active(cast)
    version = propose_change(engagement, cast.hana, hours=30)
    counter_agreement(
        agreement_id=version.pk, seen=version.version, changes={"pay_minor": 60000}, note="More pay.", actor=cast.sam
    )
    third = proposed(engagement)
    assert states(engagement) == [(1, "signed"), (2, "countered"), (3, "proposed")]
    assert (third.amends, [c["field"] for c in third.content["changes"]]) == (1, ["pay_minor", "hours"])
    engagement.refresh_from_db()
    assert engagement.pay_minor == 48000
    sign(engagement, cast.sam, cast.hana)
    assert (engagement.hours, engagement.pay_minor) == (30, 60000)


def test_a_no_a_way_back_and_the_clock(cast):
    engagement = make_active(cast)
    first = propose_change(engagement, cast.hana, hours=30)
    with pytest.raises(Conflict, match="own_proposal"):
        decline_amendment(agreement_id=first.pk, note="", actor=cast.hana)
    with pytest.raises(Conflict, match="other_proposal"):
        withdraw_amendment(agreement_id=first.pk, actor=cast.sam)
    decline_amendment(agreement_id=first.pk, note="No time for more.", actor=cast.sam)
    second = propose_change(engagement, cast.hana, hours=25)
    withdraw_amendment(agreement_id=second.pk, actor=cast.hana)
    third = propose_change(engagement, cast.hana, hours=26)
    with pytest.raises(Conflict, match="too_early"):
        lapse_amendment(agreement_id=third.pk)
    with clock.at(later(max(third.sign_by_host_at, third.sign_by_intern_at), 1)):
        lapse_amendment(agreement_id=third.pk)
    assert states(engagement) == [(1, "signed"), (2, "declined"), (3, "void"), (4, "void")]
    with pytest.raises(IllegalTransition):
        decline_amendment(agreement_id=first.pk, note="", actor=cast.sam)
    engagement.refresh_from_db()
    assert engagement.hours == 20


def test_the_first_agreement_is_no_amendment(cast):
    engagement = make_engagement(cast)
    with pytest.raises(Conflict, match="not_now"):
        propose_amendment(engagement_id=engagement.pk, stands="", changes={}, note="", actor=cast.sam)
    with pytest.raises(Conflict, match="not_amendment"):
        decline_amendment(agreement_id=proposed(engagement).pk, note="", actor=cast.sam)


def test_before_signing_a_counter_may_add_and_leave_out_results(cast):
    engagement = make_engagement(cast)
    version = proposed(engagement)
    counter_agreement(
        agreement_id=version.pk, seen=version.version, note="", actor=cast.sam,
        changes={"added": [new_result(engagement)], "left_out": [1]},
    )  # fmt: skip
    sign(engagement, cast.sam, cast.hana)
    assert [(d.number, d.state) for d in deliverables_of(engagement)] == [
        (1, "left_out"), (2, "expected"), (3, "expected"),
    ]  # fmt: skip


@pytest.mark.parametrize(("who", "allowed"), [("sam", 1), ("hana", 1), ("rita", 1), ("hugo", 0), ("otto", 0)])
def test_whoever_may_sign_may_propose_a_change(cast, who, allowed):
    engagement = make_active(cast)
    if allowed:
        assert propose_change(engagement, getattr(cast, who), hours=30).proposed_side == engagement.side_of(
            getattr(cast, who).pk
        )
        return
    with pytest.raises(NotPermitted):
        propose_change(engagement, getattr(cast, who), hours=30)


def test_an_end_takes_the_open_change_with_it(cast):
    engagement = make_active(cast)
    propose_change(engagement, cast.hana, hours=30)
    end_early(
        engagement_id=engagement.pk, reason="illness", note="", handed_over="", part_pay_minor=None, actor=cast.sam
    )
    assert states(engagement) == [(1, "signed"), (2, "void")]


def test_before_the_start_the_days_follow_the_terms_and_a_moved_start_waits(cast):
    engagement = make_signed(cast)
    propose_start(engagement_id=engagement.pk, new_start_on=later(engagement.start_on, 7), actor=cast.sam)
    version = propose_change(engagement, cast.sam, end_on=later(engagement.end_on, 2))
    with pytest.raises(Conflict, match="amendment_open"):
        agree_start(engagement_id=engagement.pk, actor=cast.hugo)
    withdraw_amendment(agreement_id=version.pk, actor=cast.sam)
    end_on = engagement.end_on
    agree_start(engagement_id=engagement.pk, actor=cast.hugo)
    engagement.refresh_from_db()
    assert (engagement.end_on, terms_now(engagement)["end_on"]) == (later(end_on, 7), later(end_on, 7).isoformat())


def wish(engagement, actor, due_on, number=1):
    thing = deliverable(engagement, number)
    return propose_due(deliverable_id=thing.pk, seen=thing.version, due_on=due_on, actor=actor)


def test_a_due_date_moves_by_one_tap_of_the_other_side(cast):
    engagement = make_active(cast)
    day = later(deliverable(engagement).due_on, 1)
    thing = wish(engagement, cast.sam, day)
    with pytest.raises(Conflict, match="own_proposal"):
        agree_due(deliverable_id=thing.pk, due_on=day, actor=cast.sam)
    with pytest.raises(Conflict, match="nothing_proposed"):
        agree_due(deliverable_id=thing.pk, due_on=later(day, 1), actor=cast.hugo)
    agree_due(deliverable_id=thing.pk, due_on=day, actor=cast.hugo)
    thing.refresh_from_db()
    assert (thing.due_on, thing.new_due_on, thing.new_due_by) == (day, None, "")
    assert terms_now(engagement)["deliverables"][0]["due_on"] == day.isoformat()


def test_a_wish_can_be_refused_taken_back_and_ends_with_handing_in(cast):
    engagement = make_active(cast)
    stands = deliverable(engagement).due_on
    day = later(stands, 1)
    for who in (cast.hugo, cast.sam):
        thing = wish(engagement, cast.sam, day)
        keep_due(deliverable_id=thing.pk, due_on=day, actor=who)
        thing.refresh_from_db()
        assert (thing.due_on, thing.new_due_on) == (stands, None)
    wish(engagement, cast.hugo, day)
    submit(engagement)
    assert deliverable(engagement).new_due_on is None
    with pytest.raises(Conflict, match="not_now"):
        wish(engagement, cast.sam, day)


def test_a_wish_stays_inside_the_agreed_days(cast):
    engagement = make_active(cast)
    thing = deliverable(engagement)
    with at_day(engagement, 3):
        for day, code in ((later(engagement.end_on, 1), "due_outside_work"), (engagement.start_on, "due_past"),
                          (thing.due_on, "nothing_changed")):  # fmt: skip
            with pytest.raises(Conflict, match=code):
                wish(engagement, cast.sam, day)
    propose_change(engagement, cast.hana, hours=30)
    with pytest.raises(Conflict, match="amendment_open"):
        wish(engagement, cast.sam, later(thing.due_on, 1))


def test_signing_a_change_settles_the_wishes_before_it(cast):
    engagement = make_active(cast)
    wish(engagement, cast.sam, later(deliverable(engagement).due_on, 1))
    propose_change(engagement, cast.sam, hours=30)
    sign(engagement, cast.sam, cast.hana)
    assert deliverable(engagement).new_due_on is None


TEXTS = st.text("ab \n.", max_size=30)


@given(TEXTS, TEXTS)
def test_a_difference_in_words_spells_both_texts(before, after):
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != "new") == before
    assert "".join(p.text for p in found if p.kind != "gone") == after
