"""Kind endings: filled, closed, silent, released; and clocks that begin anew."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.market.applications.actions import (
    lapse,
    lapse_all,
    release_reserve,
    release_reserves,
    reserve_or_lapse_rest,
    restart_answer_clocks,
)
from firstfoot.market.applications.models import Application
from tests.cast import join
from tests.factories.applications import (
    make_accepted,
    make_draft,
    make_offered,
    make_open_project,
    make_shortlisted,
    make_submitted,
)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def waiting(cast, project) -> dict[str, Application]:
    """One application in each state that waits, and one open offer."""
    return {
        "draft": make_draft(join("Draft Person"), project),
        "submitted": make_submitted(join("Sent Person"), project),
        "shortlisted": make_shortlisted(cast, cast.paz, project),
        "offered": make_offered(cast, cast.sam, project),
    }


def states(waiting) -> dict[str, tuple[str, str]]:
    for application in waiting.values():
        application.refresh_from_db()
    return {name: (str(a.state), str(a.lapse_reason)) for name, a in waiting.items()}


def kinds(application) -> list[str]:
    return list(Fact.objects.filter(thing=application.thing).order_by("seq").values_list("kind", flat=True))


def test_the_last_seat_taken_makes_a_reserve_and_lets_the_rest_go(cast, project, waiting):
    make_accepted(waiting["offered"])

    assert states(waiting) == {
        "draft": ("draft", ""),
        "submitted": ("lapsed", "filled"),
        "shortlisted": ("shortlisted", ""),
        "offered": ("accepted", ""),
    }
    reserve = waiting["shortlisted"]
    assert reserve.is_reserve
    assert timedelta(days=4) < reserve.reserve_until_at - clock.now() <= timedelta(days=6)
    assert kinds(reserve)[-1] == "application.reserved"
    assert kinds(waiting["submitted"])[-1] == "application.lapsed"


def test_making_the_reserve_twice_tells_nobody_twice(cast, project):
    reserve = make_shortlisted(cast, cast.paz, project)
    for _ in range(2):
        reserve_or_lapse_rest(project, None)

    assert kinds(reserve).count("application.reserved") == 1


def test_a_closed_project_ends_what_waits_but_not_an_offer(cast, project, waiting):
    assert lapse_all(project_id=project.pk, reason="closed") == 3

    assert states(waiting) == {
        "draft": ("lapsed", "never_sent"),
        "submitted": ("lapsed", "closed"),
        "shortlisted": ("lapsed", "closed"),
        "offered": ("offered", ""),
    }


def test_closing_because_it_is_filled_leaves_the_reserve_its_date(cast, project):
    reserve = make_shortlisted(cast, cast.paz, project)
    reserve_or_lapse_rest(project, None)

    assert lapse_all(project_id=project.pk, reason="filled") == 0
    assert states({"reserve": reserve}) == {"reserve": ("shortlisted", "")}


def test_lapsing_all_twice_finds_nothing_left(project, waiting):
    lapse_all(project_id=project.pk, reason="closed")

    assert lapse_all(project_id=project.pk, reason="closed") == 0


def test_the_clock_lets_one_go(cast, project):
    application = make_submitted(cast.sam, project)

    lapse(application_id=application.pk, reason="silence")

    assert states({"one": application}) == {"one": ("lapsed", "silence")}


def test_an_offer_does_not_lapse(cast, project):
    application = make_offered(cast, cast.sam, project)

    with pytest.raises(IllegalTransition):
        lapse(application_id=application.pk, reason="closed")


def test_silence_that_never_ended_counts_against_the_host(cast, project):
    application = make_submitted(cast.sam, project)
    with clock.at(application.answer_by_at + timedelta(days=14)):
        lapse_all(project_id=project.pk, reason="silence")

    cast.acme.refresh_from_db()
    assert (cast.acme.answered_count, cast.acme.silent_count) == (0, 1)


def test_closing_in_time_counts_neither_way(cast, project):
    make_submitted(cast.sam, project)
    lapse_all(project_id=project.pk, reason="closed")

    cast.acme.refresh_from_db()
    assert (cast.acme.answered_count, cast.acme.silent_count) == (0, 0)


def test_a_reserve_is_released(cast, project):
    reserve = make_shortlisted(cast, cast.paz, project)
    reserve_or_lapse_rest(project, None)

    release_reserve(application_id=reserve.pk)

    assert states({"reserve": reserve}) == {"reserve": ("lapsed", "reserve_released")}
    assert not reserve.is_reserve


def test_only_a_reserve_is_released(cast, project):
    application = make_shortlisted(cast, cast.paz, project)

    with pytest.raises(Conflict):
        release_reserve(application_id=application.pk)


def test_the_last_signature_releases_every_reserve(cast, project):
    make_shortlisted(cast, cast.paz, project)
    make_shortlisted(cast, cast.otto, project)
    reserve_or_lapse_rest(project, None)

    assert release_reserves(project_id=project.pk) == 2


def test_a_resumed_project_owes_its_answers_anew(cast, project):
    application = make_submitted(cast.sam, project)
    with clock.at(application.answer_by_at + timedelta(days=30)):
        assert restart_answer_clocks(project_id=project.pk) == 1
        application.refresh_from_db()
        assert application.answer_by_at > clock.now()
    assert kinds(application)[-1] == "application.answer_due_moved"
