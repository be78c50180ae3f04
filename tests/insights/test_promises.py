"""What the page of a host says it kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.insights.promises import promises_of
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import decline, rescind_offer
from firstfoot.work.evaluations.models import Evaluation
from tests.cast import join
from tests.factories.applications import make_submitted
from tests.factories.engagements import make_completed, make_engagement, make_offer
from tests.factories.projects import make_open_project
from tests.house.growth import more

NAMES = ("Ada", "Bo", "Cem")


def page_of(client, organization) -> str:
    return client.get(reverse("public:organization", args=[organization.public_id])).content.decode()


@pytest.mark.parametrize(("people", "days"), [(2, None), (3, 2)])
def test_answer_times_need_three(cast, client, people, days):
    project = make_open_project(cast)
    for name in NAMES[:people]:
        with clock.at(clock.now() - timedelta(days=2)):
            application = make_submitted(join(name), project, answers=["Vera's."])
        decline(application_id=application.pk, reason="skills_fit", note="", actor=cast.hana)

    kept = promises_of(cast.acme)
    assert (kept.answered, kept.answer_days) == (people, days)
    assert ("days to the first answer, the median of 3" in page_of(client, cast.acme)) is (days is not None)


def test_how_it_felt_needs_three_people_not_three_projects(cast, client):
    for name in ("sam", "sam", "paz"):
        work = make_completed(cast, person=getattr(cast, name))
        Evaluation.objects.filter(engagement=work, side="intern").update(
            marks={"support": 4, "welcome": 2}, state="revealed", revealed_at=clock.now(), submitted_at=clock.now()
        )
    assert (promises_of(cast.acme).told, promises_of(cast.acme).felt) == (2, {})
    assert "How interns say it was" not in page_of(client, cast.acme)

    work = make_completed(cast, person=join("Cem"))
    Evaluation.objects.filter(engagement=work, side="intern").update(
        marks={"support": 1, "welcome": 2}, state="revealed", revealed_at=clock.now(), submitted_at=clock.now()
    )
    kept = promises_of(cast.acme)
    assert (kept.told, kept.felt) == (3, {"support": (2, 3), "welcome": (0, 3)})
    assert "2 of 3 had help when they needed it" in page_of(client, cast.acme)


@pytest.mark.parametrize(("ended", "told"), [(2, None), (3, 3)])
def test_early_ends_by_the_host_need_three_that_are_over(cast, client, ended, told):
    first = make_engagement(cast)
    projects = more(first.project, ended)
    sent = more(first.application, ended, project=lambda n: projects[n - 1], thread=None, pseudonym="A")
    threads = more(first.thread, ended)
    over = {"state": "ended_early", "ended_side": "host", "ended_by": cast.hana, "end_reason": "other"}
    over |= {"ended_at": clock.now(), "started_at": clock.now()}
    more(
        first, ended, project=lambda n: projects[n - 1], application=lambda n: sent[n - 1],
        thread=lambda n: threads[n - 1], **over,
    )  # fmt: skip

    assert promises_of(cast.acme).ended_by_host == told
    assert ("ended early by them after the start" in page_of(client, cast.acme)) is (told is not None)


@pytest.mark.parametrize(("people", "told"), [(2, None), (3, 3)])
def test_offers_taken_back_are_told_from_three_offers_on(cast, client, people, told):
    for name in NAMES[:people]:
        offer = make_offer(cast, join(name), make_open_project(cast))
        rescind_offer(application_id=offer.pk, reason="budget_gone", actor=cast.hana)

    kept = promises_of(cast.acme)
    assert (kept.offers, kept.offers_taken_back) == (told, people)
    assert ("of 3 offers taken back" in page_of(client, cast.acme)) is (told is not None)
