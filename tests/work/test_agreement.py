"""Signing and countering."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.actions import counter_agreement, extend_signing, sign_agreement
from tests.cast import hire
from tests.factories.engagements import deliverable, make_engagement, make_signed, proposed, sign, sign_both


def put_name(agreement, actor, **changes):
    details = {"content_hash": agreement.content_hash, "typed_name": "A. Name", **changes}
    return sign_agreement(agreement_id=agreement.pk, actor=actor, **details)


def counter(agreement, actor, **changes):
    return counter_agreement(
        agreement_id=agreement.pk, seen=agreement.version, changes=changes, note="See the pay.", actor=actor
    )


def test_one_signature_is_not_enough(cast):
    engagement = make_engagement(cast)
    agreement = put_name(proposed(engagement), cast.sam, typed_name="  Samuel   Okoro ")

    signature = agreement.signatures.get()
    assert (agreement.state, signature.side, signature.typed_name) == ("proposed", "intern", "Samuel Okoro")
    assert signature.content_hash == agreement.content_hash


def test_the_second_signature_seals_it(cast):
    engagement = sign_both(cast, make_engagement(cast))
    agreement = engagement.agreement_versions.get()

    assert (agreement.state, engagement.state) == ("signed", "onboarding")
    assert set(agreement.signatures.values_list("side", "content_hash")) == {
        ("host", agreement.content_hash),
        ("intern", agreement.content_hash),
    }


def test_each_thing_that_moved_has_one_fact(cast):
    engagement = make_engagement(cast)
    before = Fact.objects.count()
    sign_both(cast, engagement)
    kinds = list(Fact.objects.order_by("id").values_list("kind", flat=True))[before:]
    assert kinds == ["agreement.signed_by_one", "engagement.signed", "agreement.signed"]


def test_another_hash_is_another_version(cast):
    agreement = proposed(make_engagement(cast))
    with pytest.raises(Conflict, match="other_version"):
        put_name(agreement, cast.sam, content_hash="0" * 64)


def test_a_countered_version_cannot_be_signed(cast):
    agreement = proposed(make_engagement(cast))
    counter(agreement, cast.sam, pay_minor=50000)
    with pytest.raises(Conflict, match="other_version"):
        put_name(agreement, cast.hana)


def test_a_side_signs_once(cast):
    agreement = proposed(make_engagement(cast))
    put_name(agreement, cast.hana)
    with pytest.raises(Conflict, match="already_signed"):
        put_name(agreement, cast.rita)


def test_a_name_is_needed(cast):
    agreement = proposed(make_engagement(cast))
    with pytest.raises(Conflict, match="name_missing"):
        put_name(agreement, cast.sam, typed_name="  ")


@pytest.mark.parametrize(
    ("who", "code"),
    [("hugo", "signers_only"), ("cora", "signers_only"), ("otto", "not_party"), ("stella", "not_party")],
)
def test_who_may_not_sign(cast, who, code):
    agreement = proposed(make_engagement(cast))
    with pytest.raises(NotPermitted, match=code):
        put_name(agreement, getattr(cast, who))


def test_an_intern_who_became_an_owner_signs_for_the_intern_only(cast):
    engagement = make_engagement(cast)
    hire(cast.acme, cast.hana, cast.sam, Role.OWNER)

    sign(engagement, cast.sam)

    assert list(proposed(engagement).signatures.values_list("side", flat=True)) == ["intern"]
    with pytest.raises(Conflict, match="already_signed"):
        put_name(proposed(engagement), cast.sam)


def test_a_suspended_host_does_not_sign(cast):
    engagement = make_engagement(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Checks")
    with pytest.raises(NotPermitted, match="host_stopped"):
        put_name(proposed(engagement), cast.hana)


def test_a_counter_makes_the_next_version_and_voids_signatures(cast):
    engagement = make_engagement(cast)
    first = proposed(engagement)
    put_name(first, cast.hana)
    first.refresh_from_db()

    second = counter(first, cast.sam, pay_minor=52000)

    first.refresh_from_db()
    assert (first.state, second.number, second.state, second.proposed_side) == ("countered", 2, "proposed", "intern")
    assert (second.signatures.count(), second.terms["pay_minor"], second.note) == (0, 52000, "See the pay.")


def test_the_engagement_follows_what_is_proposed(cast):
    engagement = make_engagement(cast)
    day = engagement.end_on + timedelta(days=7)
    due = {"number": 1, "due_on": day, "title": "Comparison sheet", "criteria": [{"text": "Ten", "required": True}]}
    counter(proposed(engagement), cast.hana, hours=30, pay_minor=90000, end_on=day, deliverables=[due])

    engagement.refresh_from_db()
    first = deliverable(engagement)
    assert (engagement.hours, engagement.pay_minor, engagement.end_on) == (30, 90000, day)
    assert (first.title, first.due_on, first.version) == ("Comparison sheet", day, 2)
    assert [c.text for c in first.criteria.all()] == ["Ten"]


def test_both_may_counter_in_turn_and_then_sign(cast):
    engagement = make_engagement(cast)
    counter(proposed(engagement), cast.sam, pay_minor=60000)
    counter(proposed(engagement), cast.hana, pay_minor=55000)
    sign_both(cast, engagement)
    assert (engagement.pay_minor, engagement.agreement_versions.get(state="signed").number) == (55000, 3)


@pytest.mark.parametrize(
    ("changes", "code"),
    [({}, "nothing_changed"), ({"pay_minor": 100}, "pay_under_floor"), ({"hours": 0}, "hours_missing")],
)
def test_a_counter_that_cannot_stand(cast, changes, code):
    agreement = proposed(make_engagement(cast))
    with pytest.raises(Conflict, match=code):
        counter(agreement, cast.sam, **changes)


def test_a_counter_to_an_older_page_is_refused(cast):
    agreement = proposed(make_engagement(cast))
    put_name(agreement, cast.hana)
    with pytest.raises(Conflict, match="changed"):
        counter(agreement, cast.sam, pay_minor=60000)


def test_a_signed_agreement_is_not_countered(cast):
    agreement = make_signed(cast).agreement_versions.get()
    with pytest.raises(IllegalTransition):
        counter(agreement, cast.sam, pay_minor=60000)


@pytest.mark.parametrize("who", ["hugo", "otto", "stella"])
def test_who_may_not_counter(cast, who):
    agreement = proposed(make_engagement(cast))
    with pytest.raises(NotPermitted):
        counter(agreement, getattr(cast, who), pay_minor=60000)


def test_either_side_gives_both_more_time(cast):
    agreement = proposed(make_engagement(cast))
    with clock.at(clock.now() + timedelta(days=4)):
        extended = extend_signing(agreement_id=agreement.pk, actor=cast.sam)
    assert extended.sign_by_host_at > agreement.sign_by_host_at
    assert extended.sign_by_intern_at > agreement.sign_by_intern_at
