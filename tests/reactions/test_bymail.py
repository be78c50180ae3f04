"""Links that act in the daily mail of a host: for whom, for what, until when; and what ends them."""

from __future__ import annotations

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.foundation.links.models import MailLink
from firstfoot.foundation.notifications.models import Mail
from firstfoot.foundation.notifications.queries import mails_due
from firstfoot.foundation.notifications.sending import deliver_due, empty_old_secrets
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import change_role, end_membership
from firstfoot.market.organizations.states import Role
from firstfoot.reactions import schedule
from firstfoot.web.work.story import told
from firstfoot.work.engagements.actions import miss_check_in
from firstfoot.work.engagements.queries import engagement_timeline
from tests.factories import engagements as work
from tests.factories.applications import make_submitted
from tests.factories.links import send
from tests.factories.organizations import membership
from tests.factories.projects import make_open_project
from tests.fridays import last_friday
from tests.reactions.support import forget, settle

ADDRESS = re.compile(r"http://localhost:8000(/by-mail/\S+/)")


@pytest.fixture
def world(cast):
    return begun(cast)


def begun(cast) -> SimpleNamespace:
    """Sam works for hugo; what was told so far is gone."""
    engagement = work.make_active(cast, check_in_every_days=5)
    settle()
    forget()
    return SimpleNamespace(cast=cast, engagement=engagement)


def morning(world, person) -> Mail | None:
    """The daily mail of the person now."""
    schedule.daily_mail(person, clock.today())
    return Mail.objects.filter(kind="daily_moves", recipient=person).order_by("-pk").first()


def purposes() -> list[str]:
    return list(MailLink.objects.order_by("pk").values_list("purpose", flat=True))


def test_who_guides_returns_and_writes_from_the_mail_and_the_intern_gets_no_link(world):
    work.submit(world.engagement)
    mail = morning(world, world.cast.hugo)
    assert (purposes(), mail.holds_links, mail.is_secret) == (["return", "comment"], True, False)
    addresses = ADDRESS.findall(mail.text)
    assert [Client().get(address).status_code for address in addresses] == [200, 200]
    assert set(re.findall(r'href="http://localhost:8000(/by-mail/[^"]+)"', mail.html)) == set(addresses)
    assert "act for you, Hugo" in mail.text

    morning(world, world.cast.sam)
    assert len(purposes()) == 2


def test_a_check_in_on_its_day_and_the_words_at_the_end(cast):
    with last_friday():
        world = begun(cast)
    with work.at_day(world.engagement, 5):
        morning(world, world.cast.hugo)
        assert purposes() == ["check_in"]
        work.answer(world.engagement, world.cast.hugo)
        work.accept_all(world.engagement)
        with clock.at(clock.now() + timedelta(days=1)):
            morning(world, world.cast.hugo)
    assert purposes() == ["check_in", "feedback"]


def test_applicants_who_wait_longest_can_be_told_no(world):
    project = make_open_project(world.cast)
    for number, name in enumerate(("paz", "otto")):
        with clock.at(clock.now() + timedelta(minutes=number)):
            make_submitted(getattr(world.cast, name), project, answers=["Soon."])
    mail = morning(world, world.cast.hugo)
    assert purposes() == ["decline", "decline"]
    assert not re.search(r"Paz|Otto", mail.text)  # blind until the shortlist


def test_a_late_result_can_be_asked_for_and_is_no_mail_each_day(world):
    due = work.deliverable(world.engagement).due_on - world.engagement.start_on
    with work.at_day(world.engagement, due.days + 1):
        MailLink.objects.all().delete()
        mail = morning(world, world.cast.hugo)
        assert "nudge" in purposes()
        assert "You wait for" in mail.text
    late = schedule.silent(schedule.moves_of(world.cast.hugo), world.cast.hugo)
    assert late == []


def test_a_check_in_that_the_intern_missed_can_be_followed_by_a_word(world):
    first = work.check_in(world.engagement)
    work.answer(world.engagement, world.cast.hugo)
    with clock.at(first.closes_at + timedelta(hours=1)):
        miss_check_in(check_in_id=first.pk)
        settle()
        morning(world, world.cast.hugo)
        assert "nudge" in purposes()


def test_links_are_emptied_once_sent_and_leave_after_codes_that_somebody_waits_for(world):
    work.submit(world.engagement)
    mail = morning(world, world.cast.hugo)
    code = Mail.objects.create(
        key="code", kind="code", address="a@example.org", subject="s", text="1234", is_secret=True, message_id="<c@x>",
        next_try_at=clock.now(), created_at=clock.now(),
    )  # fmt: skip
    assert list(mails_due(clock.now())) == [code, mail]
    deliver_due()
    mail.refresh_from_db()
    assert (mail.state, mail.text, mail.html) == ("sent", "", "")
    Mail.objects.filter(pk=mail.pk).update(state="stored", text="t")
    empty_old_secrets(clock.now() + timedelta(days=2))
    mail.refresh_from_db()
    assert (mail.state, mail.text) == ("failed", "")


@pytest.mark.parametrize("how", ["left", "role", "suspended"])
def test_a_lost_role_ends_what_was_sent_for_good(world, how):
    cora = world.cast.cora
    send("nudge", world.engagement, cora)
    kept = send("nudge", world.engagement, world.cast.hugo)
    if how == "left":
        end_membership(membership_id=membership(cora, world.cast.acme).pk, actor=world.cast.hana)
    elif how == "role":
        found = membership(cora, world.cast.acme)
        change_role(membership_id=found.pk, role=Role.RECRUITER, actor=world.cast.hana)
    else:
        suspend_person(person_id=cora.pk, actor=world.cast.stella, reason_code="spam")
    settle()
    assert [link.end for link in MailLink.objects.order_by("pk")] == ["revoked", ""]
    assert Client().get(f"/by-mail/{kept}/").status_code == 200


def test_what_has_expired_is_noted_and_stays_so_when_the_clock_is_set_back(world):
    secret, now = send("nudge", world.engagement, world.cast.hugo), clock.now()
    with clock.at(now + timedelta(days=8)):
        schedule.do_due()
    with clock.at(now):
        assert Client().get(f"/by-mail/{secret}/").status_code == 410
    assert MailLink.objects.get().end == "expired"
    schedule.forget_links(now=now + timedelta(days=99))
    assert MailLink.objects.count() == 0


def test_the_story_says_that_it_was_done_by_mail(world):
    work.submit(world.engagement)
    secret = send("return", work.deliverable(world.engagement), world.cast.hugo)
    result = work.deliverable(world.engagement)
    marks = {f"met_{c.number}": "met" for c in result.criteria.all()}
    Client().post(f"/by-mail/{secret}/", {"submission": 1, "comment": "Add the sources.", **marks})
    lines = [line.text for line in told(engagement_timeline(world.engagement))]
    assert lines[0] == f"{world.cast.hugo.name} returned “{result.title}” with notes, by mail"
    assert ", by mail" not in lines[1]
