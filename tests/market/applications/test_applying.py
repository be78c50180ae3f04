"""Starting, saving, submitting and withdrawing an application."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted
from firstfoot.market.applications.actions import (
    save_application,
    start_application,
    submit_application,
    withdraw_application,
)
from firstfoot.market.applications.models import Application
from firstfoot.market.projects.brief import Question
from firstfoot.market.projects.states import ProjectState
from tests.factories.applications import (
    ANSWERS,
    change_brief,
    make_declined,
    make_draft,
    make_offered,
    make_open_project,
    make_shortlisted,
    make_submitted,
    set_project,
)

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


def facts(thing) -> list[str]:
    return list(Fact.objects.filter(thing=thing.thing).order_by("seq").values_list("kind", flat=True))


def refusal(call, kind=Conflict) -> str:
    with pytest.raises(kind) as refused:
        call()
    return refused.value.code


# Starting


def test_starting_makes_a_draft_with_a_pseudonym(cast, project):
    application = start_application(project_id=project.pk, actor=cast.sam)

    application.refresh_from_db()
    assert (application.state, application.person, application.brief_version.number) == ("draft", cast.sam, 1)
    assert len(application.pseudonym.split()) == 2
    assert facts(application) == ["application.started"]


def test_starting_again_answers_with_the_live_one(cast, project):
    first = start_application(project_id=project.pk, actor=cast.sam)

    assert start_application(project_id=project.pk, actor=cast.sam) == first


@pytest.mark.parametrize("who", ["hana", "rita", "hugo", "cora"])
def test_nobody_applies_to_their_own_organization(cast, project, who):
    code = refusal(lambda: start_application(project_id=project.pk, actor=getattr(cast, who)), NotPermitted)

    assert code == "member_of_host"


def test_an_owner_of_another_host_may_apply(cast, project):
    assert start_application(project_id=project.pk, actor=cast.otto).state == "draft"


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"state": ProjectState.PAUSED}, "project_not_open"),
        ({"state": ProjectState.CLOSED}, "project_not_open"),
        ({"apply_by_on": clock.today() - timedelta(days=2)}, "deadline_passed"),
        ({"seats_taken": 1}, "project_filled"),
    ],
)
def test_what_takes_no_applications_refuses(cast, project, columns, code):
    set_project(project, **columns)

    assert refusal(lambda: start_application(project_id=project.pk, actor=cast.sam)) == code


def test_the_last_day_still_counts(cast, project):
    set_project(project, apply_by_on=clock.today())

    assert start_application(project_id=project.pk, actor=cast.sam).state == "draft"


def test_a_held_seat_does_not_stop_others_from_applying(cast, project):
    set_project(project, seats_held=1)

    assert start_application(project_id=project.pk, actor=cast.sam).state == "draft"


def test_a_project_by_invitation_refuses_strangers(cast, project):
    set_project(project, visibility="invited")

    code = refusal(lambda: start_application(project_id=project.pk, actor=cast.sam), NotPermitted)
    assert code == "not_invited"


def test_who_was_declined_does_not_ask_again(cast, project):
    make_declined(cast, cast.sam, project)

    assert refusal(lambda: start_application(project_id=project.pk, actor=cast.sam)) == "declined_before"


def test_who_withdrew_may_come_back_under_another_pseudonym(cast, project):
    first = withdraw_application(application_id=make_submitted(cast.sam, project).pk, actor=cast.sam)

    second = start_application(project_id=project.pk, actor=cast.sam)
    assert second != first
    assert second.pseudonym != first.pseudonym


def test_the_database_holds_one_live_application(cast, project, monkeypatch):
    """Two requests that both saw none: the second meets the constraint."""
    start_application(project_id=project.pk, actor=cast.sam)
    monkeypatch.setattr("firstfoot.market.applications.actions.applying.live_application", lambda *_: None)

    assert refusal(lambda: start_application(project_id=project.pk, actor=cast.sam)) == "already_applied"


# Saving


def test_saving_keeps_what_was_typed_and_records_nothing(cast, project):
    draft = start_application(project_id=project.pk, actor=cast.sam)

    save_application(
        application_id=draft.pk, actor=cast.sam, motivation="Why", answers=["A", "B"], availability="Mornings",
        link="https://example.org/x",
    )  # fmt: skip

    draft.refresh_from_db()
    assert (draft.motivation, draft.answers, draft.availability, draft.link, draft.version) == (
        "Why", ["A", "B"], "Mornings", "https://example.org/x", 1,
    )  # fmt: skip


def test_only_the_applicant_saves(cast, project):
    draft = make_draft(cast.sam, project)

    code = refusal(
        lambda: save_application(application_id=draft.pk, actor=cast.hana, motivation="", answers=[]), NotPermitted
    )
    assert code == "not_applicant"


def test_what_was_sent_is_not_edited(cast, project):
    sent = make_submitted(cast.sam, project)

    refusal(
        lambda: save_application(application_id=sent.pk, actor=cast.sam, motivation="", answers=[]), IllegalTransition
    )


# Submitting


def test_submitting_starts_the_hosts_five_business_days(cast):
    with clock.at(MONDAY):
        application = make_submitted(cast.sam, make_open_project(cast))

    application.refresh_from_db()
    assert (application.state, application.submitted_at) == ("submitted", MONDAY)
    assert application.answer_by_at == datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
    assert facts(application) == ["application.started", "application.submitted"]


def test_only_the_applicant_submits(cast, project):
    draft = make_draft(cast.sam, project)

    assert (
        refusal(lambda: submit_application(application_id=draft.pk, actor=cast.otto), NotPermitted) == "not_applicant"
    )


def test_a_member_by_now_no_longer_submits(cast, project):
    draft = make_draft(cast.sam, project)
    from firstfoot.market.organizations.states import Role
    from tests.cast import hire

    hire(cast.acme, cast.hana, cast.sam, Role.SUPERVISOR)

    code = refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam), NotPermitted)
    assert code == "member_of_host"


@pytest.mark.parametrize(
    "changes", [{"motivation": "  "}, {"answers": ["", "x"]}, {"answers": ["only one"]}, {"answers": []}]
)
def test_what_is_asked_for_must_be_there(cast, project, changes):
    draft = make_draft(cast.sam, project, **changes)

    assert refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam)) == "application_incomplete"


def test_a_question_may_be_left_out_when_it_is_optional(cast, project):
    assert make_submitted(cast.sam, project, answers=ANSWERS).answers == ANSWERS


def test_questions_that_changed_since_the_draft_are_asked_again(cast, project):
    draft = make_draft(cast.sam, project)
    change_brief(project, questions=(Question("Why now?"), Question("What else?")))

    assert refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam)) == "questions_changed"


def test_submitting_takes_the_newest_version_when_the_questions_stand(cast, project):
    draft = make_draft(cast.sam, project)
    newest = change_brief(project, pay_minor=50000)

    assert submit_application(application_id=draft.pk, actor=cast.sam).brief_version == newest


def test_terms_that_changed_while_reading_are_shown_first(cast, project):
    draft = make_draft(cast.sam, project)
    change_brief(project, pay_minor=30000)

    code = refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam, brief_seen=1))
    assert code == "brief_changed"


def test_questions_that_changed_while_reading_are_shown_first(cast, project):
    change_brief(project, questions=(Question("Why now?"), Question("What else?", required=False)))
    draft = make_draft(cast.sam, project)

    code = refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam, brief_seen=1))
    assert code == "questions_changed"


def test_a_small_change_while_reading_does_not_stop_anyone(cast, project):
    draft = make_draft(cast.sam, project)
    change_brief(project, pathway="A reference")

    assert submit_application(application_id=draft.pk, actor=cast.sam, brief_seen=1).state == "submitted"


def test_a_later_version_leaves_what_was_applied_to(cast, project):
    sent = make_submitted(cast.sam, project)
    change_brief(project, pay_minor=50000)

    sent.refresh_from_db()
    assert sent.brief_version.number == 1


def test_a_project_takes_so_many_unanswered_ones(cast, project, settings):
    settings.MAX_UNANSWERED_APPLICATIONS = 1
    draft = make_draft(cast.sam, project)
    make_submitted(cast.paz, project)

    project.refresh_from_db()
    assert (project.state, project.paused_reason) == ("paused", "full")
    assert refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam)) == "project_full"

    set_project(project, state=ProjectState.OPEN, paused_reason="")  # the operator allows fewer than before
    code = refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam), LimitReached)
    assert code == "too_many_unanswered"


def test_answered_ones_make_room(cast, project, settings):
    settings.MAX_UNANSWERED_APPLICATIONS = 2
    make_shortlisted(cast, cast.paz, project)

    assert make_submitted(cast.sam, project).state == "submitted"


@pytest.mark.parametrize(
    ("columns", "code"),
    [({"state": ProjectState.PAUSED}, "project_not_open"), ({"seats_taken": 1}, "project_filled")],
)
def test_a_draft_is_not_sent_where_nobody_takes_it(cast, project, columns, code):
    draft = make_draft(cast.sam, project)
    set_project(project, **columns)

    assert refusal(lambda: submit_application(application_id=draft.pk, actor=cast.sam)) == code
    draft.refresh_from_db()
    assert draft.state == "draft"


# Withdrawing


@pytest.mark.parametrize("stage", [make_draft, make_submitted])
def test_the_applicant_withdraws(cast, project, stage):
    application = stage(cast.sam, project)

    withdraw_application(application_id=application.pk, actor=cast.sam)

    application.refresh_from_db()
    assert application.state == "withdrawn"
    assert application.ended_at is not None


def test_withdrawing_from_an_offer_frees_its_seat(cast, project):
    application = make_offered(cast, cast.sam, project)

    withdraw_application(application_id=application.pk, seen=application.version, actor=cast.sam)

    project.refresh_from_db()
    assert (project.seats_held, project.seats_free) == (0, 1)
    assert facts(project)[-2:] == ["project.seat_held", "project.seat_released"]


def test_withdrawing_closes_the_conversation(cast, project):
    application = make_shortlisted(cast, cast.sam, project)

    withdraw_application(application_id=application.pk, actor=cast.sam)

    application.thread.refresh_from_db()
    assert application.thread.is_closed


@pytest.mark.parametrize("who", ["hana", "otto", "stella"])
def test_nobody_else_withdraws(cast, project, who):
    application = make_submitted(cast.sam, project)

    code = refusal(lambda: withdraw_application(application_id=application.pk, actor=getattr(cast, who)), NotPermitted)
    assert code == "not_applicant"


def test_withdrawing_twice_is_refused(cast, project):
    application = make_submitted(cast.sam, project)
    withdraw_application(application_id=application.pk, actor=cast.sam)

    refusal(lambda: withdraw_application(application_id=application.pk, actor=cast.sam), IllegalTransition)
    assert Application.objects.count() == 1
