"""Ending early, from every live state, by either side."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.actions import end_early
from tests.factories.engagements import (
    accept,
    make_active,
    make_closing,
    make_completed,
    make_engagement,
    make_signed,
    submit,
)


def end(engagement, actor, **changes):
    details = {
        "reason": "plans_changed", "note": "A term began.", "handed_over": "The table so far.",
        "part_pay_minor": None, **changes,
    }  # fmt: skip
    return end_early(engagement_id=engagement.pk, actor=actor, **details)


@pytest.mark.parametrize("make", [make_engagement, make_signed, make_active, make_closing])
@pytest.mark.parametrize("who", ["sam", "hana", "hugo"])
def test_either_side_ends_from_every_live_state(cast, make, who):
    ended = end(make(cast), getattr(cast, who))
    assert (ended.state, ended.ended_by, ended.ended_side) == (
        "ended_early", getattr(cast, who), "intern" if who == "sam" else "host",
    )  # fmt: skip


@pytest.mark.parametrize(("make", "taken"), [(make_engagement, 0), (make_signed, 0), (make_active, 1)])
def test_only_before_the_start_the_seat_is_free_again(cast, make, taken):
    ended = end(make(cast), cast.sam)
    assert Project.objects.get(pk=ended.project_id).seats_taken == taken


def test_an_unsigned_agreement_is_void(cast):
    ended = end(make_engagement(cast), cast.sam)
    assert ended.agreement_versions.get().state == "void"


def test_a_signed_agreement_stays_as_signed(cast):
    ended = end(make_signed(cast), cast.sam)
    assert ended.agreement_versions.get().state == "signed"


def test_each_thing_moved_has_one_fact(cast):
    engagement = make_engagement(cast)
    before = Fact.objects.count()
    end(engagement, cast.sam)
    kinds = list(Fact.objects.order_by("id").values_list("kind", flat=True))[before:]
    assert kinds == ["project.seat_freed", "engagement.ended_early", "agreement.voided"]


def test_it_says_why_and_what_is_handed_over(cast):
    ended = end(make_active(cast), cast.hugo, reason="no_time", part_pay_minor=12000)
    assert (ended.end_reason, ended.end_note, ended.handed_over, ended.part_pay.by_host_minor) == (
        "no_time", "A term began.", "The table so far.", 12000,
    )  # fmt: skip


def test_part_pay_is_never_above_the_agreed_pay(cast):
    with pytest.raises(Conflict, match="part_pay_too_much"):
        end(make_active(cast), cast.hugo, part_pay_minor=99_999_999)


def test_open_check_ins_are_left_out(cast):
    ended = end(make_active(cast), cast.sam)
    assert set(ended.check_ins.values_list("state", flat=True)) == {"skipped"}


def test_accepted_work_is_evaluated_nothing_else(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    assert end(engagement, cast.sam).evaluate_by_at is not None
    assert end(make_active(cast, person=cast.paz), cast.paz).evaluate_by_at is None


def test_what_is_over_is_not_ended(cast):
    with pytest.raises(IllegalTransition):
        end(make_completed(cast), cast.sam)


def test_a_suspended_host_cannot_end_its_intern_can(cast):
    engagement = make_active(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Checks")
    with pytest.raises(NotPermitted, match="host_stopped"):
        end(engagement, cast.hana)
    assert end(engagement, cast.sam).state == "ended_early"


@pytest.mark.parametrize("who", ["otto", "stella", "paz"])
def test_strangers_end_nothing(cast, who):
    with pytest.raises(NotPermitted, match="not_party"):
        end(make_active(cast), getattr(cast, who))
