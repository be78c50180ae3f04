"""Who sees which engagement, how far it has come, and its story."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.organizations.actions import end_membership
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.actions import change_supervisor
from firstfoot.work.engagements.queries import (
    agreement_of,
    engagement_timeline,
    engagements_hosted_by,
    engagements_of_intern,
    engagements_visible_to,
    is_contact_shown,
    progress,
)
from tests.cast import hire
from tests.factories.engagements import (
    accept,
    make_active,
    make_closing,
    make_completed,
    make_engagement,
    make_signed,
    submit,
)
from tests.factories.organizations import membership

EVERYONE = ("sam", "paz", "hana", "rita", "hugo", "cora", "stella", "otto")


def seers(cast):
    return {who for who in EVERYONE if engagements_visible_to(getattr(cast, who)).exists()}


def test_intern_guides_owner_and_recruiter_see_it(cast):
    make_engagement(cast)
    assert seers(cast) == {"sam", "hana", "rita", "hugo", "cora"}


def test_who_no_longer_guides_no_longer_sees_it(cast):
    engagement = make_engagement(cast)
    change_supervisor(engagement_id=engagement.pk, supervisor_id=cast.cora.pk, cover_id=None, actor=cast.hana)
    assert seers(cast) == {"sam", "hana", "rita", "cora"}


def test_who_left_no_longer_sees_it(cast):
    make_engagement(cast)
    end_membership(membership_id=membership(cast.rita, cast.acme).pk, actor=cast.rita)
    assert seers(cast) == {"sam", "hana", "hugo", "cora"}


def test_an_intern_turned_member_sees_it_once_as_intern(cast):
    engagement = make_engagement(cast)
    hire(cast.acme, cast.hana, cast.sam, Role.OWNER)
    assert list(engagements_visible_to(cast.sam)) == [engagement]
    assert (list(engagements_of_intern(cast.sam)), list(engagements_hosted_by(cast.sam))) == ([engagement], [])


def test_it_comes_further_step_by_step(cast):
    engagement = make_active(cast)
    steps = [progress(engagement)]
    submit(engagement)
    steps.append(progress(engagement))
    accept(engagement)
    steps.append(progress(engagements_visible_to(cast.sam).get()))
    assert steps == [0.35, 0.47, 0.6]


@pytest.mark.parametrize(
    ("make", "share"), [(make_engagement, 0.22), (make_signed, 0.3), (make_closing, 0.9), (make_completed, 1.0)]
)
def test_the_door_opens_with_the_state(cast, make, share):
    assert progress(make(cast)) == share


def test_the_signed_version_stands(cast):
    engagement = make_signed(cast)
    assert agreement_of(engagement).state == "signed"
    assert (is_contact_shown(engagement), is_contact_shown(make_engagement(cast, person=cast.paz))) == (True, False)


def test_the_timeline_tells_who_did_what_in_order(cast):
    engagement = make_signed(cast)
    told = [(h.kind, h.who, h.side) for h in engagement_timeline(engagement)]
    assert told == [
        ("engagement.begun", "Sam Okoro", "intern"),
        ("agreement.proposed", "Sam Okoro", "intern"),
        ("agreement.signed_by_one", "Hana Brindle", "host"),
        ("engagement.signed", "Sam Okoro", "intern"),
        ("agreement.signed", "Sam Okoro", "intern"),
    ]


def test_facts_hold_no_names(cast):
    make_completed(cast)
    words = " ".join(str(fact.data) for fact in Fact.objects.filter(kind__startswith="engagement."))
    assert not [name for name in ("Sam", "Hugo", "Brindle") if name in words]


def test_the_story_costs_the_same_however_long(cast, django_assert_num_queries):
    for engagement in (make_engagement(cast), make_completed(cast, person=cast.paz)):
        with django_assert_num_queries(3):  # things, facts, people
            engagement_timeline(engagement)
