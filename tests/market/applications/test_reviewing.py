"""The host's answers: shortlist, step back, decline; and the conversation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.applications.actions import (
    decline,
    post_in_application,
    reserve_or_lapse_rest,
    unshortlist,
)
from firstfoot.market.organizations.actions import suspend_organization
from tests.factories.applications import (
    make_declined,
    make_open_project,
    make_shortlisted,
    make_submitted,
    set_project,
    shortlist,
)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def submitted(cast, project):
    return make_submitted(cast.sam, project)


def counters(organization) -> tuple[int, int]:
    organization.refresh_from_db()
    return organization.answered_count, organization.silent_count


def last_fact(thing) -> Fact:
    return Fact.objects.filter(thing=thing.thing).latest("seq")


# Shortlist


def test_a_shortlist_reveals_answers_and_opens_the_conversation(cast, submitted):
    shortlist(application_id=submitted.pk, seen=submitted.version, actor=cast.hugo)

    submitted.refresh_from_db()
    assert (submitted.state, submitted.is_revealed) == ("shortlisted", True)
    assert None not in (submitted.answered_at, submitted.shortlisted_at)
    assert submitted.thread is not None
    assert last_fact(submitted).kind == "application.shortlisted"


def test_a_first_answer_in_time_counts_for_the_host(cast, submitted):
    shortlist(application_id=submitted.pk, seen=submitted.version, actor=cast.hugo)

    assert counters(cast.acme) == (1, 0)


def test_a_late_first_answer_counts_as_silence(cast, submitted):
    with clock.at(submitted.answer_by_at + timedelta(hours=1)):
        decline(application_id=submitted.pk, reason="skills_fit", actor=cast.hugo)

    assert counters(cast.acme) == (0, 1)


def test_only_the_first_answer_counts(cast, submitted):
    shortlist(application_id=submitted.pk, actor=cast.hugo)
    decline(application_id=submitted.pk, reason="skills_fit", actor=cast.hugo)

    assert counters(cast.acme) == (1, 0)


@pytest.mark.parametrize(
    ("who", "code"), [("sam", "own_application"), ("otto", "not_reviewer"), ("stella", "not_reviewer")]
)
def test_who_may_not_review(cast, submitted, who, code):
    with pytest.raises(NotPermitted) as refused:
        shortlist(application_id=submitted.pk, actor=getattr(cast, who))

    assert refused.value.code == code


@pytest.mark.parametrize("who", ["hana", "rita", "hugo", "cora"])
def test_who_may_review(cast, submitted, who):
    assert shortlist(application_id=submitted.pk, actor=getattr(cast, who)).state == "shortlisted"


def test_another_supervisor_of_the_host_may_not(cast, project, submitted):
    set_project(project, supervisor=cast.hana, cover=None)

    with pytest.raises(NotPermitted):
        shortlist(application_id=submitted.pk, actor=cast.hugo)


def test_a_suspended_organization_makes_no_move(cast, submitted):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="checking")

    with pytest.raises(NotPermitted) as refused:
        shortlist(application_id=submitted.pk, actor=cast.hana)

    assert refused.value.code == "organization_suspended"


def test_a_stale_page_is_refused(cast, submitted):
    shortlist(application_id=submitted.pk, seen=submitted.version, actor=cast.hugo)

    with pytest.raises(Conflict) as refused:
        decline(application_id=submitted.pk, seen=submitted.version, reason="skills_fit", actor=cast.rita)

    assert refused.value.code == "changed"


# Stepping back


def test_stepping_back_keeps_the_person_known_and_starts_the_clock_anew(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    with clock.at(application.answer_by_at + timedelta(days=10)):
        unshortlist(application_id=application.pk, seen=application.version, actor=cast.hugo)
        application.refresh_from_db()

        assert (application.state, application.is_revealed) == ("submitted", True)
        assert application.answer_by_at > clock.now()


def test_shortlisting_again_keeps_the_conversation(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    thread = application.thread
    unshortlist(application_id=application.pk, actor=cast.hugo)

    assert shortlist(application_id=application.pk, actor=cast.hugo).thread == thread


def test_a_reserve_was_promised_a_date(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    reserve_or_lapse_rest(project, None)

    with pytest.raises(Conflict) as refused:
        unshortlist(application_id=application.pk, actor=cast.hugo)

    assert refused.value.code == "is_reserve"


# Decline


def test_a_no_carries_its_reason_to_the_person(cast, project):
    application = make_declined(cast, cast.sam, project, reason="hours_dates", note=" Come back in May. ")

    application.refresh_from_db()
    assert (application.state, application.decline_reason, application.decline_note) == (
        "declined", "hours_dates", "Come back in May.",
    )  # fmt: skip
    fact = last_fact(application)
    assert (fact.kind, fact.data) == ("application.declined", {"reason": "hours_dates"})


def test_a_no_needs_a_reason_from_the_list(cast, submitted):
    with pytest.raises(ValueError, match="nonsense"):
        decline(application_id=submitted.pk, reason="nonsense", actor=cast.hugo)


def test_a_no_is_final(cast, project):
    application = make_declined(cast, cast.sam, project)

    with pytest.raises(IllegalTransition):
        shortlist(application_id=application.pk, actor=cast.hugo)


def test_a_blind_no_stays_blind(cast, project):
    assert make_declined(cast, cast.sam, project).is_revealed is False


# The conversation


@pytest.mark.parametrize("who", ["sam", "hana", "hugo"])
def test_both_sides_speak(cast, project, who):
    application = make_shortlisted(cast, cast.sam, project)

    post = post_in_application(application_id=application.pk, body="Hello", key="k1", actor=getattr(cast, who))

    fact = last_fact(application)
    assert (post.body, post.thread) == ("Hello", application.thread)
    assert (fact.kind, fact.data) == ("application.posted", {"post": post.public_id})


def test_the_same_key_is_one_message(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    for _ in range(2):
        post_in_application(application_id=application.pk, body="Hello", key="k1", actor=cast.sam)

    assert Post.objects.count() == 1
    assert Fact.objects.filter(kind="application.posted").count() == 1


def test_no_conversation_before_the_shortlist(cast, submitted):
    with pytest.raises(Conflict) as refused:
        post_in_application(application_id=submitted.pk, body="Hello", key="k1", actor=cast.hana)

    assert refused.value.code == "no_conversation_yet"


def test_no_conversation_after_the_end(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    decline(application_id=application.pk, reason="skills_fit", actor=cast.hana)

    with pytest.raises(IllegalTransition):
        post_in_application(application_id=application.pk, body="Hello", key="k1", actor=cast.sam)


def test_strangers_do_not_speak(cast, project):
    application = make_shortlisted(cast, cast.sam, project)

    with pytest.raises(NotPermitted):
        post_in_application(application_id=application.pk, body="Hello", key="k1", actor=cast.otto)
