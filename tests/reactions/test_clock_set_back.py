"""A clock that was a year ahead, and is set back: nothing is done twice, and nothing waits for that year."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.models import DailyDigest
from firstfoot.foundation.notifications.actions import mark_all_read, store_mail, tell
from firstfoot.foundation.notifications.models import Mail, MailState
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.reactions import marks, runs, schedule
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.worker import LEAD_LEASE, LEADER
from firstfoot.work.engagements.actions import post_in_engagement
from tests.factories import engagements as work
from tests.reactions.support import MONDAY, day, forget, settle

YEAR = timedelta(days=365)


def news(person, number: int) -> None:
    tell(recipient=person, key=f"news:{number}", kind="test", title=f"News {number}", path="/inbox/")


def letters(person) -> list[str]:
    return list(Mail.objects.filter(recipient=person, kind="daily_moves").order_by("pk").values_list("key", flat=True))


def test_the_morning_mail_and_the_work_of_each_day_and_hour_go_on(cast):
    """Ten rounds of the schedule on days before, ahead and after; each day has its mail once."""
    with clock.at(MONDAY):
        settle()
        forget()
        for person in (cast.hana, cast.hugo):
            mark_all_read(actor=person)
    for number, when in enumerate((day(0, 8), day(1, 8), day(1, 8) + YEAR, day(1, 9), day(2, 8), day(2, 8), day(3, 8))):
        with clock.at(when):
            news(cast.sam, number)
            for _round in range(2):
                schedule.do_due()
    assert [key.rpartition(":")[2] for key in letters(cast.sam)] == [
        "2026-11-23", "2026-11-24", "2027-11-24", "2026-11-25", "2026-11-26",
    ]  # fmt: skip
    assert marks.read_mark("hourly") == int(day(3, 8).timestamp()) // 3600
    assert {str(digest.day) for digest in DailyDigest.objects.all()} >= {"2026-11-23", "2026-11-24", "2026-11-25"}


@pytest.mark.parametrize("leased", [False, True])
def test_a_mail_and_a_reaction_of_that_year_are_done_now_and_once(cast, leased):
    engagement = work.make_active(cast)
    settle()
    forget()
    now = clock.now()
    with clock.at(now + YEAR):
        post_in_engagement(engagement_id=engagement.pk, body="Good morning.", key="a", actor=cast.sam)
        store_mail(key="k", kind="test", address="a@example.org", subject="s", text="t", html="")
        runs.plan()
        if leased:  # and the worker that had taken them is gone
            until = clock.now() + timedelta(minutes=5)
            Mail.objects.update(leased_until=until)
            ReactionRun.objects.filter(state=RunState.WAITING).update(leased_until=until)
    with clock.at(now + timedelta(minutes=1)):
        runs.run_due()
        assert not ReactionRun.objects.exclude(state=RunState.DONE).exists()
        assert (deliver_due(), deliver_due()) == (1, 0)
    assert Mail.objects.get().state == MailState.SENT


def test_the_lead_is_free_when_its_holder_vanished_in_that_year(db):
    now = clock.now()
    with clock.at(now + YEAR):
        assert marks.take_lead(LEADER, 1, LEAD_LEASE)
    with clock.at(now):
        assert marks.take_lead(LEADER, 2, LEAD_LEASE)
        assert not marks.take_lead(LEADER, 1, LEAD_LEASE)
