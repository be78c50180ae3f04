"""The test drive: what suited a person, dimension by dimension, and what to try next."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.urls import reverse

from firstfoot.insights.test_drive import NOT_SAID, suited, to_try_next, tried_by
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.states import Industry
from firstfoot.web.shared.organization_words import INDUSTRIES
from firstfoot.work.evaluations.actions import note_fit
from firstfoot.work.evaluations.models import Evaluation
from tests.factories.applications import make_open_project
from tests.factories.engagements import make_active, make_completed, make_engagement


def test_each_value_has_its_mean_and_what_suited_best_comes_first(cast):
    first, second = (
        make_completed(cast),
        make_active(cast, project=make_open_project(cast, category="strategy", workplace="on_site")),
    )
    note_fit(engagement_id=first.pk, fit={"role": 4, "manner": 2, "nonsense": 3}, actor=cast.sam)
    note_fit(engagement_id=second.pk, fit={"role": 1, "manner": 4}, actor=cast.sam)
    found = suited(tried_by(cast.sam))
    assert [(row.value, row.level, row.told) for row in found["role"]] == [(first.project.category, Fraction(5, 2), 2)]
    assert [(row.value, row.level) for row in found["manner"]] == [
        ("on_site", Fraction(4)), (first.project.workplace, Fraction(2)),
    ]  # fmt: skip
    assert (found["industry"], found["size"]) == ([], [])


def test_it_may_be_said_after_the_end_and_again(cast):
    engagement = make_completed(cast)
    note_fit(engagement_id=engagement.pk, fit={"role": 4}, actor=cast.sam)
    note_fit(engagement_id=engagement.pk, fit={"role": 2}, actor=cast.sam)
    own = Evaluation.objects.get(engagement=engagement, side="intern")
    assert (own.fit, own.state) == ({"role": 2}, "revealed")


def test_nobody_says_it_for_the_intern_and_nobody_before_the_start(cast):
    with pytest.raises(NotPermitted):
        note_fit(engagement_id=make_active(cast).pk, fit={}, actor=cast.hugo)


def test_before_the_start_nothing_suits(cast):
    with pytest.raises(Conflict, match="not_now"):
        note_fit(engagement_id=make_engagement(cast).pk, fit={}, actor=cast.sam)


def test_more_of_what_suited_and_something_new(cast):
    engagement = make_completed(cast)
    kind = engagement.project.category
    alike = make_open_project(cast, category=kind)
    other = make_open_project(cast, category="finance" if kind != "finance" else "data")
    assert to_try_next(cast.sam, tried_by(cast.sam)) == ([], [other])
    note_fit(engagement_id=engagement.pk, fit={"role": 3}, actor=cast.sam)
    assert to_try_next(cast.sam, tried_by(cast.sam)) == ([alike], [other])
    note_fit(engagement_id=engagement.pk, fit={"role": 2}, actor=cast.sam)
    assert to_try_next(cast.sam, tried_by(cast.sam)) == ([], [other])


def test_the_page_charts_it_with_a_table_and_the_host_reads_none_of_it(cast, client):
    engagement = make_completed(cast)
    client.force_login(cast.sam)
    said = client.post(reverse("talent:suited_me", args=[engagement.public_id]), {"role": "4", "size": "9"})
    assert (said.status_code, list(said.context["form"].errors)) == (422, ["size"])
    client.post(reverse("talent:suited_me", args=[engagement.public_id]), {"role": "4"})
    page = client.get(reverse("talent:test_drive")).content.decode()
    assert ("4 of 4, from 1 project" in page, "<svg" in page, "Show as a table" in page) == (True, True, True)
    client.force_login(cast.hugo)
    assert "4 of 4" not in client.get(reverse("talent:test_drive")).content.decode()


def test_what_was_said_with_the_assessment_stands_there_too(cast):
    engagement = make_completed(cast, project=make_open_project(cast))
    assert [one.fit for one in tried_by(cast.sam)] == [{}]
    second = make_active(cast, project=make_open_project(cast))
    note_fit(engagement_id=second.pk, fit={"role": 3}, actor=cast.sam)
    assert [(one.engagement.pk, one.fit) for one in tried_by(cast.sam)] == [
        (second.pk, {"role": 3}), (engagement.pk, {}),
    ]  # fmt: skip


def test_the_field_is_what_the_host_says_it_works_in(cast):
    engagement = make_completed(cast)
    note_fit(engagement_id=engagement.pk, fit={"industry": 4}, actor=cast.sam)
    assert [row.value for row in suited(tried_by(cast.sam))["industry"]] == [NOT_SAID]
    Organization.objects.filter(pk=engagement.organization_id).update(industry="food")
    assert [row.value for row in suited(tried_by(cast.sam))["industry"]] == ["food"]


def test_every_field_has_its_name():
    assert set(INDUSTRIES) == set(Industry)
