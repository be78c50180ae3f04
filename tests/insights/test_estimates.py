"""What projects of a kind took in the end, beside what was agreed."""

from __future__ import annotations

from firstfoot.insights.estimates import Estimate, estimate_of
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.models import Engagement
from tests.factories import engagements
from tests.house.growth import more

HOURS = [(20, 24), (24, 25), (30, 60), (24, 18)]


def finish(cast, count: int, *, worked: bool = True) -> Project:
    """So many finished engagements, each of a project of its own of the same kind."""
    first = engagements.make_engagement(cast)
    kind = {"starter": "competitor_analysis", "category": "strategy"}
    projects = more(first.project, count, **kind)
    sent = more(first.application, count, project=lambda n: projects[n - 1], thread=None, pseudonym="A")
    threads = more(first.thread, count)
    more(
        first, count, project=lambda n: projects[n - 1], application=lambda n: sent[n - 1],
        thread=lambda n: threads[n - 1],
        state="completed", hours=lambda n: HOURS[n - 1][0], hours_worked=lambda n: HOURS[n - 1][1] if worked else None,
    )  # fmt: skip
    return projects[0]


def test_the_middle_of_what_was_agreed_and_worked(cast):
    finish(cast, 4)
    assert estimate_of(starter="competitor_analysis") == Estimate(4, agreed=24, worked=24)


def test_the_category_speaks_where_the_template_has_too_little_to_say(cast):
    finish(cast, 3)
    assert estimate_of(starter="website_segment", category="strategy") == Estimate(3, agreed=24, worked=25)
    assert estimate_of(starter="website_segment", category="web") is None
    assert estimate_of() is None


def test_two_are_too_few_and_so_is_what_nobody_counted(cast):
    finish(cast, 2)
    assert estimate_of(starter="competitor_analysis", category="strategy") is None
    Engagement.objects.all().delete()
    finish(cast, 3, worked=False)
    assert estimate_of(starter="competitor_analysis", category="strategy") is None
