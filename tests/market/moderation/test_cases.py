"""Held posts, their cases, decisions, reports, and the appeal to another person."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted
from firstfoot.market.applications.actions import post_in_application
from firstfoot.market.moderation.actions import (
    answer_appeal,
    appeal_case,
    decide_case,
    hand_on_case,
    report_project,
    take_case,
)
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.queries import cases_waiting
from firstfoot.market.organizations.actions import restore_organization
from firstfoot.market.projects.actions import (
    close_project,
    publish_changes,
    publish_project,
    reopen_project,
    save_draft,
    submit_project,
)
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import current_brief
from tests.cast import join
from tests.factories.applications import make_shortlisted
from tests.factories.projects import make_closed_project, make_draft, make_open_project
from tests.reactions.support import settle

BAD = "You forward payments to our partners."


@pytest.fixture
def stan(cast):
    """A second steward."""
    stan = join("Stan Ito")
    make_steward(person_id=stan.pk, actor=None)
    stan.refresh_from_db()
    return stan


@pytest.fixture
def held(cast) -> Project:
    draft = make_draft(cast, pathway="You forward payments to our partners.")
    return submit_project(project_id=draft.pk, actor=cast.hana)


def case_of(project: Project) -> Case:
    settle()
    return Case.objects.get(project=project)


def test_a_post_with_a_sign_is_held_though_its_host_is_verified(cast, held):
    case = case_of(held)
    assert (held.state, held.holds, held.held_move) == ("in_review", ("money_passed_on",), "publish")
    assert (case.kind, case.severity, case.codes) == ("held_post", 3, ("money_passed_on",))
    assert case.due_at - case.opened_at == timedelta(hours=24)
    with pytest.raises(Conflict, match="held_for_a_look"):
        publish_project(project_id=held.pk, actor=None)


def test_the_first_three_posts_of_a_new_host_are_held_and_no_more(cast, settings):
    settings.MODERATED_FIRST_POSTS = 3
    for number in range(3):
        project = make_open_project(cast, title=f"Post number {number} of the bakery")
        assert (project.state, project.holds) == ("in_review", ("first_posts",))
        decide_case(case_id=case_of(project).pk, decision="released", actor=cast.stella)
    assert make_open_project(cast).state == "open"


def test_released_it_is_public(cast, held):
    case = decide_case(case_id=case_of(held).pk, decision="released", actor=cast.stella)
    held.refresh_from_db()
    assert (case.state, held.state, held.holds, held.held_at) == ("decided", "open", (), None)


def test_changes_with_a_sign_wait_and_the_public_reads_what_it_read(cast):
    project = make_open_project(cast)
    before = current_brief(project)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    assert publish_changes(project_id=project.pk, actor=cast.hana) is False
    project.refresh_from_db()
    assert (project.state, project.held_move, current_brief(project)) == ("open", "changes", before)
    with pytest.raises(IllegalTransition):
        save_draft(project_id=project.pk, changes={"ai_note": ""}, actor=cast.hana)
    decide_case(case_id=case_of(project).pk, decision="released", actor=cast.stella)
    project.refresh_from_db()
    assert (project.brief_number, current_brief(project).ai_note) == (2, BAD)
    save_draft(project_id=project.pk, changes={"pay_minor": 60000}, actor=cast.hana)
    assert publish_changes(project_id=project.pk, actor=cast.hana) is True  # what stands was looked at


def test_a_reopening_with_a_sign_waits(cast):
    project = make_closed_project(cast)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    assert reopen_project(project_id=project.pk, actor=cast.hana).state == "closed"
    decide_case(case_id=case_of(project).pk, decision="released", actor=cast.stella)
    project.refresh_from_db()
    assert (project.state, project.held_move) == ("open", "")


def test_returned_changes_stay_with_their_host(cast):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    publish_changes(project_id=project.pk, actor=cast.hana)
    decide_case(case_id=case_of(project).pk, decision="returned", reason="Talk here.", actor=cast.stella)
    project.refresh_from_db()
    assert (project.state, project.brief_number, project.return_reason) == ("open", 1, "Talk here.")


def test_the_same_sign_in_another_text_is_another_look(cast):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    publish_changes(project_id=project.pk, actor=cast.hana)
    decide_case(case_id=case_of(project).pk, decision="released", actor=cast.stella)
    save_draft(project_id=project.pk, changes={"pathway": f"{BAD} Daily."}, actor=cast.hana)
    assert publish_changes(project_id=project.pk, actor=cast.hana) is False


def test_a_returned_reopening_is_appealed_while_it_could_reopen(cast, stan):
    project = make_closed_project(cast)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    reopen_project(project_id=project.pk, actor=cast.hana)
    case = case_of(project)
    decide_case(case_id=case.pk, decision="returned", reason="Talk here.", actor=cast.stella)
    with clock.at(clock.now() + timedelta(days=60)), pytest.raises(Conflict, match="apply_by_passed"):
        appeal_case(case_id=case.pk, text="They are ours.", actor=cast.hana)
    appeal_case(case_id=case.pk, text="They are ours.", actor=cast.hana)
    answer_appeal(case_id=case.pk, is_granted=True, reason="They are.", actor=stan)
    project.refresh_from_db()
    assert (project.state, project.return_reason) == ("open", "")


def test_a_reopening_clears_what_a_steward_said_of_the_last(cast):
    project = make_closed_project(cast)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    reopen_project(project_id=project.pk, actor=cast.hana)
    decide_case(case_id=case_of(project).pk, decision="returned", reason="Talk here.", actor=cast.stella)
    save_draft(project_id=project.pk, changes={"ai_note": ""}, actor=cast.hana)
    opened = reopen_project(project_id=project.pk, actor=cast.hana)
    assert (opened.state, opened.return_reason) == ("open", "")


def test_a_closed_project_needs_no_decision(cast):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, changes={"ai_note": BAD}, actor=cast.hana)
    publish_changes(project_id=project.pk, actor=cast.hana)
    case = case_of(project)
    close_project(project_id=project.pk, actor=cast.hana)
    settle()
    case.refresh_from_db()
    assert case.state == "closed"


def test_an_appeal_goes_to_another_steward(cast, held, stan):
    case = case_of(held)
    decide_case(case_id=case.pk, decision="returned", reason="This is a scam.", actor=cast.stella)
    appealed = appeal_case(case_id=case.pk, text="We are a payment office.", actor=cast.hana)
    held.refresh_from_db()
    assert (appealed.state, appealed.appealed_from, held.state, held.holds) == (
        "appealed", cast.stella, "in_review", ("appealed",)
    )  # fmt: skip
    assert list(cases_waiting(cast.stella)) == []
    with pytest.raises(NotPermitted, match="decided_it"):
        answer_appeal(case_id=case.pk, is_granted=False, reason="No.", actor=cast.stella)
    answer_appeal(case_id=case.pk, is_granted=True, reason="They are.", actor=stan)
    held.refresh_from_db()
    assert (held.state, facts_of(appealed).last().data) == ("open", {"decision": "released"})
    settle()
    assert Case.objects.count() == 1


def test_the_database_keeps_the_appeal_from_whoever_decided(cast, held):
    case = case_of(held)
    decide_case(case_id=case.pk, decision="returned", reason="No.", actor=cast.stella)
    appeal_case(case_id=case.pk, text="Yes.", actor=cast.hana)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(answered_by=cast.stella)


def test_one_appeal_only(cast, held, stan):
    case = case_of(held)
    take_case(case_id=case.pk, actor=cast.stella)
    appealed = appeal_case(case_id=case.pk, text="It is a mistake.", actor=cast.rita)  # still held: whoever has it
    assert appealed.appealed_from == cast.stella
    answer_appeal(case_id=case.pk, is_granted=False, reason="It is not.", actor=stan)
    held.refresh_from_db()
    assert (held.state, held.return_reason) == ("draft", "It is not.")
    with pytest.raises(NotPermitted, match="appealed_once"):
        appeal_case(case_id=case.pk, text="Again.", actor=cast.hana)


@pytest.mark.parametrize("who", ["hugo", "otto", "sam", "stella"])
def test_only_recruiters_of_the_host_appeal(cast, held, who):
    with pytest.raises(NotPermitted):
        appeal_case(case_id=case_of(held).pk, text="Please.", actor=getattr(cast, who))


@pytest.mark.parametrize("who", ["hana", "otto", "sam"])
def test_only_stewards_decide(cast, held, who):
    with pytest.raises(NotPermitted, match="not_steward"):
        decide_case(case_id=case_of(held).pk, decision="released", actor=getattr(cast, who))


def test_a_case_is_handed_on_to_a_steward_only(cast, held, stan):
    case = case_of(held)
    assert hand_on_case(case_id=case.pk, to=stan, actor=cast.stella).owner == stan
    with pytest.raises(NotPermitted):
        hand_on_case(case_id=case.pk, to=cast.sam, actor=cast.stella)


def test_an_appeal_is_handed_to_nobody_who_decided(cast, held, stan):
    case = case_of(held)
    decide_case(case_id=case.pk, decision="returned", reason="No.", actor=cast.stella)
    appeal_case(case_id=case.pk, text="Yes.", actor=cast.hana)
    with pytest.raises(NotPermitted, match="decided_it"):
        hand_on_case(case_id=case.pk, to=cast.stella, actor=stan)


def test_suspending_asks_for_words_and_is_done(cast, held):
    case = case_of(held)
    with pytest.raises(Conflict, match="reason_needed"):
        decide_case(case_id=case.pk, decision="suspended", actor=cast.stella)
    decide_case(case_id=case.pk, decision="suspended", reason="A scam.", actor=cast.stella)
    cast.acme.refresh_from_db()
    assert (cast.acme.state, cast.acme.state_reason) == ("suspended", "A scam.")


def test_what_was_held_when_its_host_was_suspended_can_be_worked_on_again(cast, held):
    decide_case(case_id=case_of(held).pk, decision="suspended", reason="A scam.", actor=cast.stella)
    restore_organization(organization_id=cast.acme.pk, actor=cast.stella)
    held.refresh_from_db()
    assert (held.state, held.holds, held.return_reason) == ("draft", (), "A scam.")
    save_draft(project_id=held.pk, changes={"pathway": "A second project."}, actor=cast.hana)
    assert submit_project(project_id=held.pk, actor=cast.hana).state == "open"


def test_reports_of_two_people_are_one_case_and_one_each_is_open(cast):
    project = make_open_project(cast)
    first = report_project(project_id=project.pk, reason="not_true", words="No such shop.", actor=cast.sam)
    second = report_project(project_id=project.pk, reason="scam", words="", actor=cast.paz)
    case = second.case
    assert (first.case, case.severity, case.kind) == (case, 3, "report")
    with pytest.raises(Conflict, match="reported_already"):
        report_project(project_id=project.pk, reason="scam", words="", actor=cast.sam)
    decide_case(case_id=case.pk, decision="unfounded", actor=cast.stella)
    assert report_project(project_id=project.pk, reason="scam", words="", actor=cast.sam).case != case


def test_many_reports_in_a_day_are_too_many(cast, monkeypatch):
    monkeypatch.setattr("firstfoot.market.moderation.actions.opening.REPORTS_A_DAY", 1)
    report_project(project_id=make_open_project(cast).pk, reason="scam", words="", actor=cast.sam)
    with pytest.raises(LimitReached):
        report_project(project_id=make_open_project(cast).pk, reason="scam", words="", actor=cast.sam)


def test_nobody_reports_their_own_host(cast):
    with pytest.raises(NotPermitted, match="member_of_host"):
        report_project(project_id=make_open_project(cast).pk, reason="scam", words="", actor=cast.hugo)


def test_a_message_with_a_sign_arrives_and_opens_a_case(cast):
    application = make_shortlisted(cast, cast.sam, make_open_project(cast), answers=["I would begin with prices."])
    post_in_application(application_id=application.pk, body="Send me your bank details.", key="a", actor=cast.hugo)
    post_in_application(application_id=application.pk, body="When could you start?", key="b", actor=cast.hugo)
    settle()
    case = Case.objects.get()
    assert (case.kind, case.codes, case.post.body) == ("message", ("bank_data_asked",), "Send me your bank details.")
    application.refresh_from_db()
    assert application.thread.posts_count == 2
