"""How far applications got: by hand for a project, with small counts hidden for everyone."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from firstfoot.insights.funnel import funnel_of, funnel_of_year, years_of_applications
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import decline, withdraw_application
from firstfoot.market.applications.models import Application
from firstfoot.market.projects.models import Project
from tests.cast import join
from tests.factories import applications as make
from tests.factories.engagements import make_engagement
from tests.house.growth import more
from tests.reactions.support import MONDAY


def lived(cast) -> Project:
    """One is at work, one declined after two days, one withdrew, one waits, one never sent it."""
    with clock.at(MONDAY):
        project = make.make_open_project(cast, seats=3)
        make_engagement(cast, project=project)
        asked = [make.make_submitted(join(f"Person{n}"), project) for n in range(3)]
        make.make_draft(join("Drafter"), project)
        withdraw_application(application_id=asked[1].pk, actor=asked[1].person)
    with clock.at(MONDAY + timedelta(days=2)):
        decline(application_id=asked[0].pk, seen=asked[0].version, reason="others_closer", note="", actor=cast.hugo)
    return project


def test_a_project_s_funnel_by_hand(cast):
    funnel = funnel_of(lived(cast))
    assert funnel.reached == {"submitted": 4, "shortlisted": 1, "offered": 1, "accepted": 1, "completed": 0}
    assert {name: n for name, n in funnel.left.items() if n} == {
        "declined": 1, "withdrawn": 1, "waiting": 1, "working": 1,
    }  # fmt: skip
    assert (funnel.answered, funnel.answer_days) == (2, 1.0)


def test_a_project_nobody_asked_for(cast):
    funnel = funnel_of(make.make_open_project(cast))
    assert (set(funnel.reached.values()), funnel.answered, funnel.answer_days) == ({0}, 0, None)


def test_of_a_year_nothing_shows_about_fewer_than_three(cast):
    project = lived(cast)
    declined = Application.objects.get(project=project, state="declined")
    people = more(cast.paz, 8, chosen_name=lambda n: f"Copy {n}")
    more(declined, 8, person=lambda n: people[n - 1], pseudonym=lambda n: f"Nobody {n}")
    with clock.at(MONDAY + timedelta(days=3)), CaptureQueriesContext(connection) as queries:
        funnel = funnel_of_year(MONDAY.year)
        assert years_of_applications() == [MONDAY.year]
    assert len(queries) == 4
    assert funnel.reached == {"submitted": 12, "shortlisted": None, "offered": None, "accepted": None, "completed": 0}
    assert {name: n for name, n in funnel.left.items() if n != 0} == {
        "declined": 9, "withdrawn": None, "waiting": None, "working": None,
    }  # fmt: skip
    assert (funnel.answered, funnel.answer_days) == (10, 2.0)
    assert funnel_of_year(MONDAY.year - 1).reached["submitted"] == 0
