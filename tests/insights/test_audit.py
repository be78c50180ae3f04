"""The fairness audit over people who said something, and over those who did not."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firstfoot.foundation.selfid.keys import keys_of
from firstfoot.foundation.selfid.models import SelfIdentification
from firstfoot.insights.audit import audit_of, years_to_audit
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from tests.factories import applications as make
from tests.house.growth import more
from tests.reactions.support import MONDAY

NEXT_MONTH = (MONDAY.replace(day=1) + timedelta(days=32)).replace(day=1)


_serial = itertools.count(1)


def copies(application, people, **changes):
    """The same application by each of the people."""
    given = {"person": lambda n: people[n - 1], "pseudonym": lambda n: f"Nobody {next(_serial)}", "thread": None}
    more(application, len(people), **{**given, **changes})


def say(people, sex, race):
    return SelfIdentification.objects.bulk_create(
        SelfIdentification(key=keys_of(p.public_id)[0], sex=sex, race=race, answered_on=MONDAY.date()) for p in people
    )


@pytest.fixture
def asked(cast):
    """Twelve women and fifteen men applied; three said nothing, one would not say. Six and twelve were shortlisted."""
    with clock.at(MONDAY):
        project = make.make_open_project(cast)
        waits = make.make_submitted(cast.sam, project)
        chosen = make.make_shortlisted(cast, cast.paz, make.make_open_project(cast))
    people = more(cast.paz, 29, chosen_name=lambda n: f"Person {n}")
    women, men, rest = people[:12], people[12:27], people[27:]
    for some, n in ((women, 6), (men, 12)):
        copies(chosen, some[:n])
        copies(waits, some[n:])
    copies(waits, rest)
    say(women, "female", "asian")
    say(men, "male", "")
    say(rest[:1], "undisclosed", "white")
    return project


def sexes(stage="shortlisted"):
    return {i.category[0]: (i.people, i.selected, i.ratio) for i in audit_of(MONDAY.year).groupings["sex"].at(stage)}


def test_people_are_counted_once_by_what_they_said(asked):
    with clock.at(NEXT_MONTH):
        with CaptureQueriesContext(connection) as queries:
            audit = audit_of(MONDAY.year)
        assert sexes() == {"female": (12, 6, 0.625), "male": (15, 12, 1.0)}
        assert years_to_audit() == [MONDAY.year]
    assert len(queries) == 2
    assert (audit.people, audit.until) == (31, NEXT_MONTH.date())
    assert {name: grouping.unknown for name, grouping in audit.groupings.items()} == {"sex": 4, "race": 18, "both": 19}
    assert [i.category for i in audit.groupings["both"].at("offered")] == [("female", "asian")]
    assert [i.ratio for i in audit.groupings["sex"].at("offered")] == [None, None]


def test_a_second_application_makes_nobody_two(asked):
    again = Application.objects.filter(shortlisted_at__isnull=False).exclude(person__email="paz@example.org")[0]
    copies(again, [again.person] * 3, project=asked, state="withdrawn", shortlisted_at=None)
    with clock.at(NEXT_MONTH):
        assert sexes()["female"] == (12, 6, 0.625)


def test_nothing_of_the_running_month_counts(asked):
    with clock.at(MONDAY + timedelta(hours=1)):
        assert (audit_of(MONDAY.year).people, years_to_audit()) == (0, [])
    Application.objects.filter(shortlisted_at__isnull=False).update(shortlisted_at=NEXT_MONTH)
    with clock.at(NEXT_MONTH + timedelta(hours=1)):
        assert sexes()["male"] == (15, 0, None)
        SelfIdentification.objects.update(answered_on=NEXT_MONTH.date())
        assert sexes() == {}
