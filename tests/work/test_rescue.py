"""Somebody finishes what another began: the seat, the brief of what is left, and what the successor is handed."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from firstfoot.insights.everything import SECTIONS
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.projects.actions import publish_changes, resume_project
from firstfoot.market.projects.models import Project
from firstfoot.operations.check.seats import miscounted
from firstfoot.work.engagements.actions import accept_offer, seek_successor
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import file_visible_to, left_of, takeover_of
from firstfoot.work.payments.actions import answer_part_pay
from tests.cast import join
from tests.factories.applications import make_offered
from tests.factories.engagements import accept, end, make_active, make_completed, make_signed, submit, upload
from tests.factories.payments import receive, release, stipend


def seek(engagement, actor, **changes):
    return seek_successor(engagement_id=engagement.pk, note="The table is in the folder.", actor=actor, **changes)


@pytest.fixture
def half(cast):
    """One of two results accepted with a file, then it ended; half of the pay is agreed."""
    engagement = make_active(cast)
    submit(engagement, files=[upload(cast.sam)])
    accept(engagement)
    stipend(engagement)
    end(engagement, part_minor=20000)
    answer_part_pay(engagement_id=engagement.pk, amount_minor=20000, note="", actor=cast.hana)
    return Engagement.objects.get(pk=engagement.pk)


def succeed(cast, engagement, person):
    """The brief of what is left goes public, and a person takes it on."""
    project = Project.objects.get(pk=engagement.project_id)
    publish_changes(project_id=project.pk, actor=cast.hana)
    project = resume_project(project_id=project.pk, actor=cast.hana)
    return accept_offer(application_id=make_offered(cast, person, project, answers=["By the list."]).pk, actor=person)


def test_the_seat_is_free_and_the_draft_is_what_is_left(cast, half):
    seek(half, cast.hana)
    project = Project.objects.get(pk=half.project_id)
    assert (project.seats_taken, project.state) == (0, "paused")
    assert [one.title for one in project.draft_brief.deliverables] == [r.title for r in left_of(half).results]
    assert (project.draft_brief.hours, len(left_of(half).results)) == (half.hours // 2, 1)


def test_who_may_look_for_somebody_and_when(cast, half):
    for who in (cast.sam, cast.hugo, cast.otto):
        with pytest.raises(NotPermitted):
            seek(half, who)
    with pytest.raises(Conflict, match="changed"):
        seek(half, cast.hana, seen=0)
    seek(half, cast.hana)
    with pytest.raises(Conflict, match="nothing_to_finish"):
        seek(half, cast.hana)


@pytest.mark.parametrize("make", [make_active, make_completed, lambda cast: end(make_signed(cast))])
def test_only_what_was_begun_and_ended_is_finished_by_another(cast, make):
    with pytest.raises(Conflict, match="nothing_to_finish"):
        seek(make(cast), cast.hana)


def test_the_successor_is_linked_and_has_a_step_to_read(cast, half):
    seek(half, cast.hana)
    engagement = succeed(cast, half, cast.paz)
    assert engagement.takes_over_id == half.pk
    last = engagement.onboarding_steps.order_by("number").last()
    assert (last.text, last.side, last.required) == ("Read the handover", "intern", True)


def test_the_handover_shows_results_and_words_and_files_once_paid(cast, half):
    seek(half, cast.hana)
    engagement = succeed(cast, half, cast.paz)
    found = takeover_of(engagement)
    assert (len(found.accepted), len(found.left), found.note) == (1, 1, "The table is in the folder.")
    file = half.deliverables.get(number=1).submissions.get().files.get().file
    assert (found.is_paid, found.accepted[0].files, file_visible_to(cast.paz, file.public_id)) == (False, (), None)
    release(cast, half)
    receive(half)
    found = takeover_of(engagement)
    assert (found.is_paid, found.accepted[0].files) == (True, (file,))
    assert file_visible_to(cast.paz, file.public_id) == file
    assert file_visible_to(join("Nora New"), file.public_id) is None


@pytest.fixture(autouse=True)
def _seats_are_counted(db):
    """Whatever a test does: the counters of each project say what is taken."""
    yield
    assert list(miscounted()) == []


def test_where_nothing_is_taken_over_nothing_is_handed(cast, half):
    assert takeover_of(half) is None


def test_one_successor_for_one_engagement(cast, half):
    seek(half, cast.hana)
    succeed(cast, half, cast.paz)
    other = make_active(cast, person=cast.sam)
    with pytest.raises(IntegrityError), transaction.atomic():
        Engagement.objects.filter(pk=other.pk).update(takes_over=half)


def test_the_copy_of_the_one_before_holds_no_word_to_who_finishes_it(cast, half):
    seek(half, cast.hana)
    rows = {section.code: section.rows for section in SECTIONS}["engagements"]
    notes = {person: [one.handover_note for one in rows(person)] for person in (cast.sam, cast.hana)}
    assert notes == {cast.sam: [""], cast.hana: ["The table is in the folder."]}
