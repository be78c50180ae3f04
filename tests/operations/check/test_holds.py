"""Rule 11: a hold without a live dispute, and a live dispute without a hold, are found."""

from firstfoot.operations.check.holds import hold_faults
from firstfoot.work.engagements.models import Engagement
from tests.factories.disputes import make_dispute


def faults():
    return [(fault.invariant, fault.thing.partition(":")[0], fault.code) for fault in hold_faults()]


def test_a_live_dispute_with_its_hold_is_as_it_must_be(cast):
    make_dispute(cast)
    assert faults() == []


def test_a_live_dispute_without_hold(cast):
    make_dispute(cast)
    Engagement.objects.update(held_at=None)
    assert faults() == [(11, "dispute", "dispute_without_hold")]


def test_a_hold_without_dispute(cast):
    dispute = make_dispute(cast)
    held_at = Engagement.objects.get(pk=dispute.engagement_id).held_at
    dispute.delete()
    assert held_at is not None
    assert faults() == [(11, "engagement", "held_without_dispute")]
