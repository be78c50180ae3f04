"""Accepting an offer: the seat, the engagement, its agreement."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.applications.actions import rescind_offer
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.actions import accept_offer
from firstfoot.work.engagements.models import Engagement
from tests.factories.applications import change_brief, make_shortlisted, make_submitted
from tests.factories.engagements import make_engagement, make_offer, proposed
from tests.factories.projects import make_open_project


def test_begins_the_engagement_and_takes_the_seat(cast):
    engagement = make_engagement(cast)

    project, application = engagement.project, engagement.application
    assert (engagement.state, engagement.intern, engagement.supervisor) == ("agreeing", cast.sam, cast.hugo)
    assert (project.seats_held, project.seats_taken, application.state) == (0, 1, "accepted")


def test_proposes_version_one_from_the_brief(cast):
    engagement = make_engagement(cast)
    agreement = proposed(engagement)

    assert (agreement.number, agreement.proposed_side) == (1, "host")
    assert agreement.content_hash == content_hash(agreement.content)
    assert agreement.terms["parties"] == {
        "host": "Brindle Bakery", "intern": "Samuel Okoro", "supervisor": "Hugo Marsh", "cover": "Cora Lind",
    }  # fmt: skip
    assert agreement.content["brief_changes"] == []


def test_each_side_has_five_business_days_to_sign(cast):
    agreement = proposed(make_engagement(cast))
    assert agreement.sign_by_host_at - clock.now() > timedelta(days=5)
    assert agreement.sign_by_intern_at - clock.now() > timedelta(days=5)


def test_promises_the_results_with_one_fact_each(cast):
    engagement = make_engagement(cast)
    results = list(engagement.deliverables.all())

    assert [(d.number, d.title, d.state) for d in results] == [
        (1, "Comparison table", "expected"),
        (2, "Two-page recommendation", "expected"),
    ]
    assert [c.required for c in results[0].criteria.all()] == [True, False]
    assert [Fact.objects.filter(thing=d.thing).count() for d in results] == [1, 1]


def test_nothing_begins_or_is_due_while_the_intern_or_the_supervisor_is_away(cast):
    project = make_open_project(cast)
    start = project.draft_brief.start_from
    add_away(person_id=cast.sam.pk, first_on=start, last_on=start + timedelta(days=2), actor=cast.sam)
    due = start + timedelta(days=9)
    add_away(person_id=cast.hugo.pk, first_on=due, last_on=due + timedelta(days=4), actor=cast.hugo)

    engagement = make_engagement(cast, project=project)

    assert engagement.start_on > start + timedelta(days=2)
    days = [d.due_on for d in engagement.deliverables.all()]
    assert all(not due <= day <= due + timedelta(days=4) for day in days)
    assert engagement.end_on >= max(days)


def test_lists_the_onboarding_steps_of_the_brief(cast):
    steps = make_engagement(cast).onboarding_steps.values_list("text", "side")
    assert list(steps) == [
        ("Give access to the shared folder", "host"),
        ("Meet two people besides your supervisor", "intern"),
    ]


def test_has_standard_steps_where_the_brief_names_none(cast):
    engagement = make_engagement(cast, onboarding=())
    assert [s.side for s in engagement.onboarding_steps.all()] == ["host", "host", "host", "intern", "intern"]


def test_the_agreement_says_what_changed_since_the_application(cast):
    project = make_open_project(cast)
    application = make_offer(cast, project=project)
    change_brief(project, hours=25)

    engagement = accept_offer(application_id=application.pk, actor=cast.sam)

    assert proposed(engagement).content["brief_changes"] == ["hours"]
    assert engagement.hours == 25


def test_the_last_seat_lapses_and_reserves_the_others(cast):
    project = make_open_project(cast)
    submitted = make_submitted(cast.otto, project, answers=["A plan."])
    shortlisted = make_shortlisted(cast, cast.paz, project, answers=["A plan."])

    make_engagement(cast, project=project)

    submitted.refresh_from_db()
    shortlisted.refresh_from_db()
    assert (submitted.state, shortlisted.state, shortlisted.is_reserve) == ("lapsed", "shortlisted", True)


def test_with_a_seat_left_nobody_lapses(cast):
    project = make_open_project(cast, seats=2)
    submitted = make_submitted(cast.paz, project, answers=["A plan."])

    make_engagement(cast, project=project)

    submitted.refresh_from_db()
    assert submitted.state == "submitted"


def test_an_offer_that_is_over_gives_nothing(cast):
    application = make_offer(cast)
    late = application.offer_until_at + timedelta(minutes=1)
    with clock.at(late), pytest.raises(Conflict, match="offer_over"):
        accept_offer(application_id=application.pk, actor=cast.sam)


def test_a_rescinded_offer_gives_nothing(cast):
    application = make_offer(cast)
    rescind_offer(application_id=application.pk, actor=cast.hana)
    with pytest.raises(IllegalTransition):
        accept_offer(application_id=application.pk, actor=cast.sam)


def test_accepting_twice_makes_one_engagement(cast):
    engagement = make_engagement(cast)
    with pytest.raises(IllegalTransition):
        accept_offer(application_id=engagement.application_id, actor=cast.sam)
    assert Engagement.objects.count() == 1


def test_a_stale_page_is_refused(cast):
    application = make_offer(cast)
    with pytest.raises(Conflict, match="changed"):
        accept_offer(application_id=application.pk, seen=application.version - 1, actor=cast.sam)


def test_a_suspended_host_gets_nobody(cast):
    application = make_offer(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Checks")
    with pytest.raises(Conflict, match="host_stopped"):
        accept_offer(application_id=application.pk, actor=cast.sam)


@pytest.mark.parametrize("who", ["hana", "paz", "otto", "stella"])
def test_only_the_applicant_accepts(cast, who):
    application = make_offer(cast)
    with pytest.raises(NotPermitted):
        accept_offer(application_id=application.pk, actor=getattr(cast, who))
