"""Contenders released together: one seat, one offer; one person, one live application."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from firstfoot.kernel.errors import Refusal
from firstfoot.market.applications.actions import offer, start_application, submit_application
from firstfoot.market.applications.models import Application
from tests.cast import assemble
from tests.factories.applications import make_draft, make_open_project, make_shortlisted


def contend(*calls: Callable[[], object]) -> list[str]:
    """Run the calls in threads from one barrier; "ok" or the code of each refusal."""
    barrier = threading.Barrier(len(calls))
    results: list[str] = []

    def run(call: Callable[[], object]) -> None:
        try:
            barrier.wait(10)
            call()
            results.append("ok")
        except Refusal as refusal:
            results.append(refusal.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(results)


@pytest.mark.django_db(transaction=True)
def test_two_offers_for_one_seat():
    cast = assemble()
    project = make_open_project(cast)
    first, second = (make_shortlisted(cast, person, project) for person in (cast.sam, cast.paz))

    results = contend(
        lambda: offer(application_id=first.pk, actor=cast.hana),
        lambda: offer(application_id=second.pk, actor=cast.rita),
    )

    project.refresh_from_db()
    assert results == ["no_seat", "ok"]
    assert (project.seats_held, project.seats_taken) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_one_person_starting_twice_has_one_application():
    cast = assemble()
    project = make_open_project(cast)

    results = contend(*[lambda: start_application(project_id=project.pk, actor=cast.sam)] * 3)

    assert Application.objects.filter(person=cast.sam).count() == 1
    assert set(results) <= {"ok", "already_applied"}


@pytest.mark.django_db(transaction=True)
def test_two_that_would_both_be_the_last_a_project_takes(settings):
    settings.MAX_UNANSWERED_APPLICATIONS = 1
    cast = assemble()
    project = make_open_project(cast)
    drafts = [(make_draft(person, project), person) for person in (cast.sam, cast.paz)]

    results = contend(*[lambda d=d, p=p: submit_application(application_id=d.pk, actor=p) for d, p in drafts])

    project.refresh_from_db()
    assert results == ["ok", "project_full"]
    assert (project.state, project.paused_reason) == ("paused", "full")
    assert Application.objects.filter(project=project, state="submitted").count() == 1
