"""Reviewers write marks blind, before they see each other's, and before anyone sees who applied."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.applications import actions
from firstfoot.market.applications.marks import criteria_of, marks_visible_to, standing_rubric
from firstfoot.market.applications.models import Mark, Rubric
from firstfoot.market.applications.rubric import RubricCriterion, digest_of
from firstfoot.market.organizations.actions import end_membership
from firstfoot.market.organizations.models import Membership
from tests.factories.applications import (
    change_brief,
    make_declined,
    make_mark,
    make_open_project,
    make_shortlisted,
    make_submitted,
)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def submitted(cast, project):
    return make_submitted(cast.sam, project)


def test_a_mark_stands_with_its_rubric_and_one_fact_each(cast, submitted):
    mark = make_mark(submitted, cast.hugo, note=" A plan. ")
    assert (mark.note, mark.rubric.number, mark.version, submitted.version) == ("A plan.", 1, 1, 2)
    kinds = Fact.objects.filter(thing__in=[mark.thing, mark.rubric.thing]).order_by("pk").values_list("kind", "data")
    assert list(kinds) == [
        ("rubric.drafted", {"number": 1}),
        ("mark.given", {"application": submitted.public_id}),
    ]


def test_the_same_form_twice_is_one_mark_and_another_is_a_lost_update(cast, submitted):
    first = make_mark(submitted, cast.hugo)
    assert make_mark(submitted, cast.hugo) == first
    with pytest.raises(Conflict, match="changed"):
        make_mark(submitted, cast.hugo, note="Another thought")
    assert make_mark(submitted, cast.hugo, note="Another thought", seen=1).version == 2
    assert Mark.objects.count() == 1


@pytest.mark.parametrize("who", ["sam", "paz", "otto", "stella"])
def test_only_reviewers_mark(cast, submitted, who):
    with pytest.raises(NotPermitted):
        make_mark(submitted, getattr(cast, who))


@pytest.mark.parametrize("bad", [{"note": "  "}, {"scores": [1]}, {"scores": [5, 5, 5, 5]}])
def test_a_mark_has_a_note_and_a_score_for_each_criterion(cast, submitted, bad):
    with pytest.raises(ValueError, match="note, and one score"):
        make_mark(submitted, cast.hugo, **bad)


def test_nobody_sees_the_marks_of_others_before_their_own(cast, submitted):
    make_mark(submitted, cast.hugo)
    before = marks_visible_to(cast.hana, submitted)
    assert (before.own, before.others, before.is_written) == (None, (), True)
    own = make_mark(submitted, cast.hana)
    after = marks_visible_to(cast.hana, submitted)
    assert (after.own, [mark.reviewer for mark in after.others]) == (own, [cast.hugo])


def test_who_steps_aside_sees_no_marks_and_decides_nothing(cast, submitted):
    """Else one could step aside, read, come back and mark."""
    make_mark(submitted, cast.hugo)
    actions.declare_conflict(application_id=submitted.pk, actor=cast.hana)
    assert marks_visible_to(cast.hana, submitted).others == ()
    for decide in (actions.shortlist, lambda **fields: actions.decline(reason="hours_dates", **fields)):
        with pytest.raises(NotPermitted, match="conflict_of_interest"):
            decide(application_id=submitted.pk, actor=cast.hana)
    assert actions.shortlist(application_id=submitted.pk, actor=cast.rita).state == "shortlisted"
    with pytest.raises(NotPermitted, match="conflict_of_interest"):
        actions.offer(application_id=submitted.pk, note="", actor=cast.hana)
    assert actions.offer(application_id=submitted.pk, note="", actor=cast.rita).state == "offered"


def test_a_mark_of_someone_in_conflict_opens_no_shortlist(cast, submitted):
    make_mark(submitted, cast.hugo)
    actions.declare_conflict(application_id=submitted.pk, actor=cast.hugo)
    with pytest.raises(Conflict, match="no_mark_yet"):
        actions.shortlist(application_id=submitted.pk, actor=cast.hana)


def test_the_shortlist_comes_after_a_written_mark_and_is_on_record(cast, submitted):
    with pytest.raises(Conflict, match="no_mark_yet"):
        actions.shortlist(application_id=submitted.pk, actor=cast.hana)
    make_mark(submitted, cast.hugo)
    actions.shortlist(application_id=submitted.pk, actor=cast.hana)
    actions.unshortlist(application_id=submitted.pk, actor=cast.hana)
    actions.shortlist(application_id=submitted.pk, actor=cast.hana)
    facts = Fact.objects.filter(thing=submitted.thing, kind="application.shortlisted").order_by("seq")
    assert [fact.data for fact in facts] == [{"marks": 1, "reveal": True}, {"marks": 1, "reveal": False}]


def test_no_mark_after_someone_saw_who_it_is(cast, project):
    known = make_shortlisted(cast, cast.sam, project)
    with pytest.raises(Conflict, match="mark_after_reveal"):
        make_mark(known, cast.hana)
    with pytest.raises(IllegalTransition):
        make_mark(make_declined(cast, cast.paz, project), cast.hana)
    assert len(marks_visible_to(cast.hana, known).others) == 1


def test_the_rubric_is_edited_in_place_until_its_first_mark_and_numbered_after(cast, project, submitted):
    drafted = criteria_of(project)
    own = (*drafted[:2], RubricCriterion("own", "Asks good questions"))
    change = {"project_id": project.pk, "actor": cast.rita}
    first = actions.change_rubric(criteria=own, seen=digest_of(drafted), **change)
    same = actions.change_rubric(criteria=own[::-1], seen=digest_of(own), **change)
    assert (first.pk, same.number, standing_rubric(project).criteria[0]["text"]) == (same.pk, 1, "Asks good questions")
    mark = make_mark(submitted, cast.hugo, scores=[1, 2, 3])
    later = actions.change_rubric(criteria=own, seen=digest_of(own[::-1]), **change)
    assert (later.number, Mark.objects.get().rubric, Rubric.objects.count()) == (2, mark.rubric, 2)


def test_a_rubric_that_changed_meanwhile_takes_no_mark_by_the_old_one(cast, project, submitted):
    old = digest_of(criteria_of(project))
    change_brief(project, questions=())
    with pytest.raises(Conflict, match="changed"):
        make_mark(submitted, cast.hugo, rubric=old)
    with pytest.raises(Conflict, match="changed"):
        actions.change_rubric(
            project_id=project.pk, criteria=(RubricCriterion("own", "A"),) * 3, seen=old, actor=cast.hana
        )


def test_supervisors_mark_and_recruiters_say_what_by(cast, project):
    with pytest.raises(NotPermitted, match="not_recruiter"):
        actions.change_rubric(
            project_id=project.pk, criteria=(RubricCriterion("own", "A"),) * 3, seen="", actor=cast.hugo
        )


def test_the_same_mark_by_criteria_that_changed_is_asked_for_again(cast, project, submitted):
    """The scores may be equal, but they say something else now."""
    mark = make_mark(submitted, cast.hugo, scores=[1, 2, 3, 4], note="A plan.")
    stands = criteria_of(project)
    other = (*stands[:3], RubricCriterion("own", "Asks good questions"))
    actions.change_rubric(project_id=project.pk, criteria=other, seen=digest_of(stands), actor=cast.rita)
    again = make_mark(submitted, cast.hugo, scores=[1, 2, 3, 4], note="A plan.", seen=mark.version)
    assert (again.rubric.number, again.version) == (2, mark.version + 1)


def test_whoever_is_the_only_one_to_answer_does_not_step_aside(cast, project, submitted):
    rita = Membership.objects.get(organization=cast.acme, person=cast.rita, left_at=None)
    end_membership(membership_id=rita.pk, actor=cast.hana)
    with pytest.raises(Conflict, match="nobody_else"):
        actions.declare_conflict(application_id=submitted.pk, actor=cast.hana)
    assert actions.declare_conflict(application_id=submitted.pk, actor=cast.hugo).is_conflict
