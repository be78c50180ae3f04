"""A decision to end the work for an amount, when a change signed meanwhile leaves less than that."""

from __future__ import annotations

from datetime import timedelta

from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.clocks import ring_due
from firstfoot.work.engagements.models import Engagement
from tests.factories import disputes as make
from tests.factories import engagements as work
from tests.factories import payments


def test_the_work_ends_with_no_more_than_is_agreed_by_now(cast):
    dispute = make.make_answered(cast)
    engagement = Engagement.objects.get(pk=dispute.engagement_id)
    whole = engagement.pay_minor
    make.decide(dispute, cast.stella, "ended", whole)
    less = {"hours": engagement.hours // 2, "pay_minor": whole // 2}
    work.propose_change(engagement, cast.hana, **less)
    work.sign_both(cast, engagement)
    with clock.at(clock.now() + timedelta(days=20)):
        ring_due()
        engagement.refresh_from_db()
        assert (engagement.state, engagement.is_held, engagement.part_pay_minor) == ("ended_early", False, whole // 2)
        assert payments.balances(engagement) == {"due": whole // 200}
    assert list(all_faults()) == []
