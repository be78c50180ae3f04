"""A supervisor who never signs in: from the signed agreement to the words at the end, by the links of their mails."""

from __future__ import annotations

import re
from contextlib import ExitStack
from datetime import datetime, time, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.accounts.models import SignIn
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Mail
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions import schedule
from firstfoot.reactions.worker import drain
from firstfoot.web.work.story import told
from firstfoot.work.engagements.queries import engagement_timeline
from tests.cast import enter
from tests.factories import engagements as work
from tests.fridays import last_friday
from tests.journeys.forms import Page

LINK = re.compile(r"^ *(.+?):\n *http://localhost:8000(/by-mail/\S+/)$", re.MULTILINE)


class Days:
    """The clock of the story, with the worker that catches up and writes the morning's mails."""

    def __init__(self, engagement) -> None:
        self.engagement, self._clock = engagement, ExitStack()

    def morning(self, day: int) -> None:
        """Eight o'clock, so many days after the start."""
        self._clock.close()
        start = datetime.combine(self.engagement.start_on, time(8), self.engagement.organization.zone)
        self._clock.enter_context(clock.at(start + timedelta(days=day)))
        mail.outbox.clear()
        drain()
        schedule.daily_mails()
        deliver_due()

    def links(self, address: str) -> dict[str, str]:
        """What the newest mail of the morning to the address lets its reader do."""
        mails = [m for m in mail.outbox if m.to == [address]]
        return dict(LINK.findall(mails[-1].body)) if mails else {}

    def close(self) -> None:
        self._clock.close()


def use(link: str, **said: str) -> None:
    """Open the page as from a mail, fill its form in, send it; no cookie is kept on the way."""
    browser = Client(enforce_csrf_checks=True)
    page = browser.get(link)
    (form,) = [form for form in Page(page.content.decode()).forms if form.method == "post"]
    done = browser.post(link, {**form.data(), **said})
    assert done.status_code == 200, done.content.decode()
    assert "Done" in done.content.decode()
    assert dict(browser.cookies) == {}


@pytest.fixture
def days(cast):
    with last_friday():
        story = Days(work.make_active(cast, check_in_every_days=5))
    yield story
    story.close()


def test_from_the_signed_agreement_to_the_words_at_the_end(cast, days):
    engagement = days.engagement
    days.morning(5)  # the day of the first check-in, and the intern has answered
    work.answer(engagement, cast.sam, progress="stuck", blocked="yes")
    days.morning(6)
    answer = days.links("hugo@example.org")["Answer without signing in"]
    use(answer, progress="on_track", confidence="high", blocked="no")
    assert work.check_in(engagement).state == "answered"

    work.submit(engagement)
    days.morning(7)
    result = work.deliverable(engagement)
    links = days.links("hugo@example.org")
    use(links["Write a word on it, without signing in"], body="I look at it tonight.")
    marks = {f"met_{c.number}": "met" for c in result.criteria.all()}
    reasons = {"met_1": "not_yet", "why_1": "The fourth bakery is missing.", "comment": "Nearly there."}
    use(links["Return it with reasons, without signing in"], **{**marks, **reasons})
    result.refresh_from_db()
    assert result.state == "returned"

    days.morning(8)  # it was due, and nothing came
    asked = days.links("hugo@example.org")[f"Ask {cast.sam.name} how it goes, without signing in"]
    use(asked)  # with the sentence that stands there
    assert Post.objects.filter(author=cast.hugo, body__contains="I have not heard from you").exists()

    owner = Client()  # accepting is done signed in
    enter(owner, cast.hana)
    for thing in engagement.deliverables.order_by("number"):
        number = work.submit(engagement, thing.number).number
        marks = {f"met_{c.number}": "met" for c in thing.criteria.all()}
        said = {**marks, "submission": number, "decision": "accept", "comment": ""}
        owner.post(reverse("work:deliverable_review", args=[engagement.public_id, thing.number]), said)
    engagement.refresh_from_db()
    assert engagement.state == "closing"

    work.evaluate(engagement, cast.sam)
    days.morning(9)
    marks = {f"mark_{code}": "3" for code in work.asked_of("host")}
    link = days.links("hugo@example.org")["Say how it was, without signing in"]
    use(link, went_well="The tables.", would_again="yes", **marks)
    engagement.refresh_from_db()
    assert engagement.state == "completed"

    assert not SignIn.objects.filter(person=cast.hugo).exists()
    assert str(cast.hugo.pk) not in {s.get_decoded().get("_auth_user_id") for s in Session.objects.all()}
    assert Mail.objects.filter(kind="acted_by_mail", recipient=cast.hugo).count() == 5
    mine = Fact.objects.filter(actor=cast.hugo.actor_token)
    kinds = {fact.kind for fact in mine if fact.data.get("by_mail")}
    assert {"check_in.answered", "deliverable.returned", "engagement.posted", "evaluation.submitted"} <= kinds
    assert not [kind for kind in kinds if "accepted" in kind or "sign" in kind or "paid" in kind]
    assert [line.text for line in told(engagement_timeline(engagement)) if line.text.endswith(", by mail")] != []
    days.close()  # by the clock of the story the files of other tests would be old
    assert list(all_faults()) == []
