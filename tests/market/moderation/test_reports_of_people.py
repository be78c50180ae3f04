"""Messages and people reported: what is kept, who learns of it, how long it may wait, who opens it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from firstfoot.market.moderation.actions import decide_case, erase_evidence, open_evidence, report_applicant
from firstfoot.market.moderation.models import Case, Evidence, Report
from firstfoot.market.moderation.queries import cases_waiting
from firstfoot.work.engagements.actions import (
    edit_in_engagement,
    post_in_engagement,
    report_around_work,
    report_in_conversation,
)
from tests.cast import enter
from tests.factories.applications import make_shortlisted, make_submitted
from tests.factories.engagements import make_active, upload
from tests.factories.projects import make_open_project
from tests.reactions.support import forget, settle

BAD = "Send me your bank card, or else."


@pytest.fixture
def engagement(cast):
    return make_active(cast)


@pytest.fixture
def message(cast, engagement):
    files = [upload(cast.hugo)]
    return post_in_engagement(engagement_id=engagement.pk, body=BAD, key="bad", files=files, actor=cast.hugo)


def report(engagement, message, actor, reason="threat", words="He means it."):
    said = {"reason": reason, "words": words, "actor": actor}
    return report_in_conversation(engagement_id=engagement.pk, post_id=message.pk, **said)


def test_a_report_keeps_what_the_message_said_also_when_it_is_changed_later(cast, engagement, message):
    edit = {"engagement_id": engagement.pk, "post_id": message.pk, "actor": cast.hugo}
    edit_in_engagement(**edit, body="Send me your bank card.", seen=0)
    made = report(engagement, message, cast.sam)
    edit_in_engagement(**edit, body="Good morning.", seen=1)
    kept = Evidence.objects.get(case=made.case)
    assert (kept.body, [text["body"] for text in kept.earlier]) == ("Send me your bank card.", [BAD])
    assert [file["name"] for file in kept.files] == ["comparison.pdf"]


def test_a_second_reporter_joins_the_case_and_the_newer_text_is_kept_too(cast, engagement, message):
    report(engagement, message, cast.sam)
    edit_in_engagement(
        engagement_id=engagement.pk, post_id=message.pk, body="Good morning.", seen=0, actor=cast.hugo
    )  # fmt: skip
    report(engagement, message, cast.hana, reason="other")
    assert list(Evidence.objects.values_list("edits", "body")) == [(0, BAD), (1, "Good morning.")]
    assert (Case.objects.count(), Report.objects.count()) == (1, 2)


@pytest.mark.parametrize(("reason", "severity", "due"), [("threat", 3, 24), ("harassment", 3, 24), ("other", 2, 72)])
def test_the_grave_wait_a_day_at_most(cast, engagement, message, reason, severity, due):
    case = report(engagement, message, cast.sam, reason=reason).case
    assert (case.kind, case.severity, case.due_at - case.opened_at) == (
        "message_report", severity, timedelta(hours=due),
    )  # fmt: skip


def test_whom_it_is_about_learns_nothing_of_it(cast, engagement, message):
    settle()
    forget()
    case = report(engagement, message, cast.sam).case
    settle()
    assert {notice.recipient for notice in Notice.objects.all()} == {cast.stella}
    facts = Fact.objects.filter(kind__startswith="case.").values_list("thing", flat=True)
    assert set(facts) == {case.thing}


def test_who_is_warned_reads_the_words_of_the_steward_alone(cast, engagement, message):
    case = report(engagement, message, cast.sam).case
    settle()
    forget()
    decide_case(case_id=case.pk, decision="warned", reason="We do not speak like this here.", actor=cast.stella)
    settle()
    mail = Mail.objects.get(recipient=cast.hugo)
    said = mail.subject + mail.text + mail.html
    assert "We do not speak like this here." in said
    assert [word for word in ("Sam", "report", "He means it", case.public_id) if word in said] == []
    assert "something about it" in Notice.objects.get(recipient=cast.sam).body


def test_reported_once_by_each_and_not_by_ones_own_hand(cast, engagement, message):
    report(engagement, message, cast.sam)
    with pytest.raises(Conflict, match="reported_already"):
        report(engagement, message, cast.sam)
    with pytest.raises(NotPermitted, match="own_message"):
        report(engagement, message, cast.hugo)
    with pytest.raises(NotPermitted, match="not_party"):
        report(engagement, message, cast.otto)


def test_not_without_end_in_a_day(cast, engagement):
    for number in range(11):
        said = {"body": BAD, "key": f"k{number}", "actor": cast.hugo}
        post = post_in_engagement(engagement_id=engagement.pk, **said)
        if number == 10:
            with pytest.raises(LimitReached, match="reports_a_day"):
                report(engagement, post, cast.sam)
        else:
            report(engagement, post, cast.sam)


def test_a_person_met_in_the_work(cast, engagement):
    said = {"reason": "harassment", "words": "Too close.", "actor": cast.sam}
    case = report_around_work(engagement_id=engagement.pk, person_id=cast.hugo.pk, **said).case
    assert (case.kind, case.person, case.organization) == ("person_report", cast.hugo, cast.acme)
    with pytest.raises(cast.otto.DoesNotExist):
        report_around_work(engagement_id=engagement.pk, person_id=cast.otto.pk, **said)


def test_an_applicant_once_known(cast):
    project = make_open_project(cast)
    hidden, known = (
        make_submitted(cast.paz, project, answers=["Yes."]),
        make_shortlisted(cast, cast.sam, project, answers=["Yes."]),
    )
    said = {"reason": "other", "words": "He shouted.", "actor": cast.hana}
    assert report_applicant(application_id=known.pk, **said).case.person == cast.sam
    with pytest.raises(NotPermitted, match="still_blind"):
        report_applicant(application_id=hidden.pk, **said)


def test_a_steward_does_not_see_a_case_about_themselves(cast, engagement, message):
    case = report(engagement, message, cast.sam).case
    Case.objects.filter(pk=case.pk).update(person=cast.stella)
    assert list(cases_waiting(cast.stella)) == []
    with pytest.raises(NotPermitted, match="about_you"):
        open_evidence(case_id=case.pk, actor=cast.stella)


def test_the_message_is_opened_on_record_before_it_is_read(cast, client, engagement, message):
    case = report(engagement, message, cast.sam).case
    page = reverse("stewards:case", args=[case.public_id])
    enter(client, cast.stella)
    before = client.get(page).content.decode()
    client.post(reverse("stewards:case_open", args=[case.public_id]))
    after = client.get(page).content.decode()
    opened = Fact.objects.get(kind="case.evidence_opened")
    assert (BAD in before, BAD in after, opened.actor) == (False, True, cast.stella.actor_token)


def test_leaving_ends_no_case(cast, engagement, message):
    case = report(engagement, message, cast.sam).case
    assert (erase_evidence(person=cast.hugo), Evidence.objects.count()) == ([], 1)
    decide_case(case_id=case.pk, decision="unfounded", actor=cast.stella)
    assert (erase_evidence(person=cast.hugo), Evidence.objects.count()) == ([BAD], 0)


def test_from_the_page_of_the_message_and_of_the_work(cast, client, engagement, message):
    enter(client, cast.sam)
    talk = client.get(reverse("work:conversation", args=[engagement.public_id])).content.decode()
    address = reverse("work:message_report", args=[engagement.public_id, message.public_id])
    assert address in talk
    assert client.post(address, {"reason": "other", "words": ""}).status_code == 422
    sent = client.post(address, {"reason": "other", "words": "Odd."})
    assert (sent.status_code, "#" in sent["Location"]) == (302, False), "the thanks stand at the top"
    assert client.post(address, {"reason": "other", "words": "Odd."}).status_code == 409
    work = client.get(reverse("work:engagement", args=[engagement.public_id])).content.decode()
    person = reverse("work:person_report", args=[engagement.public_id, cast.hugo.public_id])
    assert person in work
    assert client.post(person, {"reason": "threat", "words": ""}).status_code == 302
    assert sorted(Case.objects.values_list("kind", flat=True)) == ["message_report", "person_report"]
