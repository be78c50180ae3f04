"""Messages of an application's conversation reported, by either side: who may, what is kept, who learns of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel.errors import NotPermitted
from firstfoot.market.applications.actions import block_each_other, post_in_application
from firstfoot.market.moderation.actions import report_in_application
from firstfoot.market.moderation.models import Case, Evidence
from firstfoot.market.organizations.actions import suspend_organization
from tests.cast import enter
from tests.factories.applications import make_shortlisted, make_submitted
from tests.factories.projects import make_open_project
from tests.reactions.support import forget, settle

BAD = "I know where you live."  # no sign that a rule of moderation finds by itself


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def application(cast, project):
    return make_shortlisted(cast, cast.sam, project, answers=["Yes."])


def write(application, actor, body=BAD):
    return post_in_application(application_id=application.pk, body=body, key=f"{actor.pk}-{body}", actor=actor)


def report(application, post, actor, reason="threat"):
    said = {"reason": reason, "words": "They mean it.", "actor": actor}
    return report_in_application(application_id=application.pk, post_id=post.pk, **said)


@pytest.mark.parametrize(("author", "reporter"), [("hugo", "sam"), ("sam", "hana"), ("sam", "hugo"), ("hugo", "hana")])
def test_either_side_reports_and_what_it_said_is_kept(cast, application, author, reporter):
    author, reporter = getattr(cast, author), getattr(cast, reporter)
    case = report(application, write(application, author), reporter).case
    assert (case.kind, case.person, case.organization, case.due_at - case.opened_at) == (
        "message_report", author, cast.acme, timedelta(hours=24),
    )  # fmt: skip
    assert list(Evidence.objects.values_list("case", "body")) == [(case.pk, BAD)]


def test_neither_side_learns_of_it(cast, application):
    post = write(application, cast.hugo)
    settle()
    forget()
    case = report(application, post, cast.sam).case
    settle()
    assert {notice.recipient for notice in Notice.objects.all()} == {cast.stella}
    assert set(Fact.objects.filter(kind__startswith="case.").values_list("thing", flat=True)) == {case.thing}


def test_nobody_from_elsewhere_nor_about_oneself(cast, application):
    post = write(application, cast.sam)
    for who, code in (("sam", "own_message"), ("otto", "not_reviewer"), ("paz", "not_reviewer")):
        with pytest.raises(NotPermitted, match=code):
            report(application, post, getattr(cast, who))
    assert not Case.objects.exists()


def test_a_host_reports_nobody_whom_it_does_not_know_yet(cast, project, application):
    hidden, post = make_submitted(cast.paz, project, answers=["Yes."]), write(application, cast.sam)
    with pytest.raises(NotPermitted, match="still_blind"):
        report(hidden, post, cast.hana)


def test_a_message_of_another_conversation_is_not_there(cast, project, application):
    other = make_shortlisted(cast, cast.paz, project, answers=["Yes."])
    post = write(other, cast.paz)
    with pytest.raises(type(post).DoesNotExist):
        report(application, post, cast.sam)


def test_also_when_the_two_are_kept_apart_and_when_the_host_is_suspended(cast, application):
    of_host, of_sam = write(application, cast.hugo), write(application, cast.sam)
    block_each_other(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="A complaint.")
    report(application, of_host, cast.sam)
    report(application, of_sam, cast.hana)
    assert Case.objects.filter(kind="message_report").count() == 2


@pytest.mark.parametrize(
    ("reader", "page", "address"),
    [
        ("sam", "talent:application", "talent:message_report"),
        ("hana", "hosts:applicant", "hosts:applicant_message_report"),
    ],
)
def test_from_beside_the_messages_of_the_other_side(cast, client, application, reader, page, address):
    posts = {cast.sam: write(application, cast.sam), cast.hana: write(application, cast.hana)}
    own = posts.pop(me := getattr(cast, reader))
    (theirs,) = posts.values()
    enter(client, me)
    there = reverse(page, args=[application.public_id])
    shown = client.get(there).content.decode()
    links = {post: reverse(address, args=[application.public_id, post.public_id]) for post in (own, theirs)}
    assert (links[own] in shown, links[theirs] in shown) == (False, True)
    form = client.get(links[theirs])
    assert BAD in form.content.decode()
    assert client.get(links[own]).status_code == 403
    assert client.post(links[theirs], {"reason": "other", "words": ""}).status_code == 422
    answer = client.post(links[theirs], {"reason": "other", "words": "Odd."})
    assert (answer.status_code, answer["Location"]) == (302, there)
    assert "A steward looks at it" in client.get(there).content.decode()
    assert f'href="{there}#post-{theirs.public_id}"' in form.content.decode()
    assert f'id="post-{theirs.public_id}"' in shown
    assert client.post(links[theirs], {"reason": "other", "words": "Odd."}).status_code == 409


def test_a_steward_opens_it_on_record(cast, client, application):
    case = report(application, write(application, cast.hugo), cast.sam).case
    enter(client, cast.stella)
    page = reverse("stewards:case", args=[case.public_id])
    before = client.get(page).content.decode()
    client.post(reverse("stewards:case_open", args=[case.public_id]))
    assert (BAD in before, BAD in client.get(page).content.decode()) == (False, True)


def test_a_project_still_blind_has_no_address_for_it(cast, client, project, application):
    hidden, post = make_submitted(cast.paz, project, answers=["Yes."]), write(application, cast.sam)
    enter(client, cast.hana)
    address = reverse("hosts:applicant_message_report", args=[hidden.public_id, post.public_id])
    answer = client.get(address)
    assert (answer.status_code, cast.paz.name in answer.content.decode()) == (403, False)
