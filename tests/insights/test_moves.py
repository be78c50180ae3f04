"""Whose move it is, for each of the people, state by state; the same queries for one and for many."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.insights.moves import (
    Move,
    application_move,
    engagement_move,
    host_desk,
    moves_of,
    project_move,
    talent_desk,
)
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import invite_member, reject_organization, suspend_organization
from firstfoot.market.projects.actions import close_project, pause_project
from firstfoot.proof.pathways.actions import offer_pathway
from firstfoot.work.engagements.actions import (
    end_early,
    mark_paid,
    note_closing,
    propose_correction,
    propose_skip,
    propose_start,
    report_stuck,
)
from tests.factories import applications as make_applications
from tests.factories import engagements as make
from tests.factories import projects as make_projects
from tests.factories.organizations import make_organization
from tests.reactions.support import MONDAY

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


def mine(person) -> list[str]:
    return [move.code for move in moves_of(person) if move.is_mine]


def theirs(person) -> list[tuple[str, str]]:
    return [(move.code, move.who) for move in moves_of(person) if move.whose == "them"]


def whose(engagement, reader) -> tuple[str, str, str]:
    move = engagement_move(engagement, reader)
    return move.code, str(move.whose), move.who


# Before the work


def test_an_application_goes_from_hand_to_hand(cast):
    project = make_applications.make_open_project(cast)
    draft = make_applications.make_draft(cast.sam, project)
    assert (mine(cast.sam), mine(cast.hana)) == (["application.finish"], [])

    from firstfoot.market.applications.actions import offer, submit_application
    from tests.factories.applications import shortlist

    submit_application(application_id=draft.pk, actor=cast.sam)
    assert (mine(cast.sam), theirs(cast.sam)) == ([], [("application.answer", "Brindle Bakery")])
    assert [mine(p) for p in (cast.hana, cast.rita, cast.hugo, cast.cora)] == [["applicants.answer"]] * 4

    shortlist(application_id=draft.pk, actor=cast.hana)
    assert theirs(cast.sam) == [("application.decide", "Brindle Bakery")]
    assert (mine(cast.hana), mine(cast.hugo)) == (["applicants.decide"], [])

    offered = offer(application_id=draft.pk, actor=cast.hana)
    assert mine(cast.sam) == ["offer.answer"]
    assert theirs(cast.hana) == [("offer.wait", "")]
    assert moves_of(cast.sam)[0].by == offered.offer_until_at


def test_hosts_read_the_pseudonym_until_the_short_list(cast):
    project = make_applications.make_open_project(cast)
    application = make_applications.make_submitted(cast.sam, project)
    assert application_move(application, cast.hana).data["with"] == application.pseudonym

    from tests.factories.applications import shortlist

    known = shortlist(application_id=application.pk, actor=cast.hana)
    assert application_move(known, cast.hana).data["with"] == "Sam Okoro"


def test_a_project_says_what_comes_next(cast):
    draft = make_projects.make_draft(cast)
    assert project_move(draft, cast.hana).code == "brief.finish"
    project = make_projects.make_open_project(cast)
    assert [project_move(project, cast.hana).code, str(project_move(project, cast.hana).whose)] == [
        "project.wait", "nobody",
    ]  # fmt: skip
    pause_project(project_id=project.pk, actor=cast.hana)
    project.refresh_from_db()
    assert project_move(project, cast.hana).code == "project.paused"
    close_project(project_id=project.pk, actor=cast.hana)
    project.refresh_from_db()
    assert project_move(project, cast.hana).code == "project.closed"


def test_silence_makes_answering_due_by_the_closing(cast):
    project = make_applications.make_open_project(cast)
    make_applications.make_submitted(cast.sam, project)
    paused = pause_project(project_id=project.pk, actor=None, reason="silence")

    move = project_move(paused, cast.hana)
    assert (move.code, str(move.whose), move.by) == ("applicants.answer", "me", paused.close_by_at)


def test_what_is_in_review_waits_for_a_steward(cast):
    kelp = make_organization(cast.otto)
    brief = make_projects.good_brief(cast, supervisor=cast.otto.public_id, cover="")
    from firstfoot.market.projects.actions import start_project, submit_project

    draft = start_project(organization_id=kelp.pk, actor=cast.otto, brief=brief)
    submit_project(project_id=draft.pk, actor=cast.otto)
    assert sorted(theirs(cast.otto)) == [("brief.review", ""), ("organization.wait", "")]
    assert sorted(mine(cast.stella)) == ["organization.verify", "project.review"]

    reject_organization(organization_id=kelp.pk, actor=cast.stella, reason="No website")
    assert mine(cast.otto) == ["organization.fix"]


def test_an_invitation_is_the_invited_persons_move(cast):
    invite_member(organization_id=cast.acme.pk, email="paz@example.org", role="recruiter", actor=cast.hana)
    assert mine(cast.paz) == ["invitation.answer"]


def test_an_outsider_sees_none_of_it(cast):
    make.make_engagement(cast)
    assert moves_of(cast.otto) == []


# The work


def test_both_sides_sign_each_by_its_own_day(cast):
    engagement = make.make_engagement(cast)
    assert (mine(cast.sam), mine(cast.hana), mine(cast.hugo)) == (["agreement.sign"], ["agreement.sign"], [])
    assert theirs(cast.hugo) == [("agreement.sign", "Brindle Bakery"), ("agreement.sign", "Sam Okoro")]

    make.sign(engagement, cast.hana)
    assert (mine(cast.sam), mine(cast.hana)) == (["agreement.sign"], [])
    assert whose(engagement, cast.hana) == ("agreement.sign", "them", "Sam Okoro")


def test_each_side_does_its_own_steps_then_either_starts(cast):
    engagement = make.make_signed(cast)
    assert [mine(p) for p in (cast.sam, cast.hugo, cast.hana)] == [["steps.do"], ["steps.do"], []]
    make.tick_all(engagement)
    assert [mine(p) for p in (cast.sam, cast.hugo)] == [["work.start"], ["work.start"]]


def test_another_start_is_the_other_sides_to_agree(cast):
    engagement = make.make_signed(cast)
    propose_start(engagement_id=engagement.pk, new_start_on=engagement.start_on + timedelta(days=7), actor=cast.sam)
    assert "start.agree" in mine(cast.hugo)
    assert "start.agree" not in mine(cast.sam)


def test_a_start_that_has_passed_is_both_sides_to_move(cast):
    engagement = make.make_signed(cast)
    with make.at_day(engagement, 1):
        assert "start.propose" in mine(cast.sam)
        assert "start.propose" in mine(cast.hugo)


def test_work_goes_from_hand_in_to_review_and_back(cast):
    engagement = make.make_active(cast)
    assert mine(cast.sam) == ["deliverable.submit"]
    make.submit(engagement)
    assert (mine(cast.sam), mine(cast.hugo)) == (["deliverable.submit"], ["deliverable.review"])
    assert moves_of(cast.sam)[0].data["deliverable"] == "Two-page recommendation"
    make.send_back(engagement)
    assert mine(cast.sam) == ["deliverable.resubmit"]
    assert mine(cast.hugo) == []


def test_reviewing_falls_to_the_cover_while_the_supervisor_is_away(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    assert (mine(cast.cora), ("deliverable.review", "Hugo Marsh") in theirs(cast.cora)) == ([], True)

    today = clock.today()
    add_away(person_id=cast.hugo.pk, first_on=today, last_on=today, actor=cast.hugo)
    assert mine(cast.cora) == ["deliverable.review"]
    assert ("deliverable.review", "Cora Lind") in theirs(cast.sam)


def test_a_check_in_is_a_move_from_its_day_on_and_says_nothing_of_the_other_side(cast):
    engagement = make.make_active(cast)
    days = (make.check_in(engagement).due_on - engagement.start_on).days
    with make.at_day(engagement, days - 1):
        assert "check_in.answer" not in mine(cast.sam)
    with make.at_day(engagement, days):
        assert "check_in.answer" in mine(cast.sam)
        before = [m for m in moves_of(cast.hugo) if m.code == "check_in.answer"]
        make.answer(engagement, cast.sam)
        assert "check_in.answer" not in mine(cast.sam)
        assert [m for m in moves_of(cast.hugo) if m.code == "check_in.answer"] == before
        assert not [code for code, _ in theirs(cast.sam) if code == "check_in.answer"]


def test_leaving_out_a_check_in_is_the_other_sides_to_answer(cast):
    engagement = make.make_active(cast)
    check_in = make.check_in(engagement)
    with make.at_day(engagement, (check_in.due_on - engagement.start_on).days):
        propose_skip(check_in_id=check_in.pk, actor=cast.sam)
        assert "check_in.skip" in mine(cast.hugo)
        assert "check_in.skip" not in mine(cast.sam)


def test_a_course_correction_goes_from_hand_to_hand(cast):
    engagement = make.make_active(cast)
    correction = report_stuck(engagement_id=engagement.pk, what="No access", actor=cast.sam)
    assert "correction.propose" in mine(cast.hugo)
    todo = [{"text": "Give access", "owner_side": "host", "due_on": clock.today()}]
    propose_correction(correction_id=correction.pk, seen=None, what="No access", actions=todo, actor=cast.hugo)
    assert "correction.agree" in mine(cast.sam)
    assert "correction.propose" not in mine(cast.hugo)


def test_after_the_work_each_has_something_to_say(cast):
    engagement = make.make_closing(cast)
    assert sorted(mine(cast.sam)) == ["closing.note", "evaluation.write"]
    assert sorted(mine(cast.hugo)) == ["evaluation.write", "letter.write", "pathway.offer"]
    assert mine(cast.hana) == ["pay.mark"]

    make.evaluate(engagement, cast.sam)
    note_closing(engagement_id=engagement.pk, hours_worked=20, tools_used="", learning_answer="", actor=cast.sam)
    mark_paid(engagement_id=engagement.pk, paid_on=clock.today(), actor=cast.hana)
    offer_pathway(engagement_id=engagement.pk, kind="again", note="", actor=cast.hugo)
    assert sorted(mine(cast.sam)) == ["pathway.answer", "pay.receive"]
    assert (sorted(mine(cast.hugo)), mine(cast.hana)) == (["evaluation.write", "letter.write"], [])


@pytest.mark.parametrize("kind", ["keep_in_touch", "nothing_now"])
def test_what_is_only_told_asks_for_no_answer(cast, kind):
    engagement = make.make_closing(cast)
    offer_pathway(engagement_id=engagement.pk, kind=kind, note="", actor=cast.hugo)
    assert "pathway.answer" not in mine(cast.sam)


def test_completed_and_paid_leaves_the_desk(cast):
    from firstfoot.work.engagements.actions import mark_received

    engagement = make.make_completed(cast)
    assert talent_desk(cast.sam).engagements == [engagement]
    mark_paid(engagement_id=engagement.pk, paid_on=clock.today(), actor=cast.hana)
    mark_received(engagement_id=engagement.pk, received_on=clock.today(), actor=cast.sam)
    assert talent_desk(cast.sam).engagements == []


def test_ended_before_the_start_leaves_the_desk(cast):
    engagement = make.make_engagement(cast)
    end_early(
        engagement_id=engagement.pk, seen=None, reason="plans_changed", note="", handed_over="", part_pay_minor=None,
        actor=cast.sam,
    )  # fmt: skip
    engagement.refresh_from_db()
    assert whose(engagement, cast.sam) == ("work.ended", "nobody", "")
    assert talent_desk(cast.sam).engagements == []


def test_a_suspended_host_has_no_moves_and_its_intern_keeps_theirs(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="A complaint")
    assert (mine(cast.hugo), mine(cast.sam)) == ([], ["deliverable.submit"])


@pytest.mark.parametrize("state", ["engagement", "signed", "active", "closing", "completed"])
@pytest.mark.parametrize("who", ["sam", "hana", "rita", "hugo", "cora"])
def test_everyone_has_a_next_move_with_words_in_every_state(cast, state, who):
    from firstfoot.reactions.words import move_words

    engagement = getattr(make, f"make_{state}")(cast)
    move = engagement_move(engagement, getattr(cast, who))
    words = move_words(move)
    assert isinstance(move, Move)
    assert words.title
    assert words.url.startswith("/work/")


# Cost


@pytest.mark.parametrize("desk", [talent_desk, host_desk, moves_of])
@pytest.mark.parametrize("who", ["sam", "hana"])
def test_a_desk_costs_the_same_for_one_and_for_many(cast, desk, who):
    def world():
        engagement = make.make_active(cast, project=make_projects.make_open_project(cast))
        make.submit(engagement)
        other = make_projects.make_open_project(cast)
        make_applications.make_submitted(cast.sam, other, answers=["One"])
        make_applications.make_offered(cast, cast.paz, make_projects.make_open_project(cast), answers=["One"])

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk(getattr(cast, who))
        return len(queries)

    world()
    one = cost()
    for _ in range(3):
        world()
    assert cost() == one
    assert one <= {talent_desk: 6, host_desk: 7, moves_of: 14}[desk]
