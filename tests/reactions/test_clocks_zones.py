"""The clocks of the work in six zones, over changes of the hour and a leap day: nothing early, twice or lost."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from firstfoot.foundation.accounts.models import Away, Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.models import Organization, OrganizationAway
from firstfoot.reactions.clocks import remind_due, ring_due
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.actions import choose_kickoff, end_for_silence, note_silence, offer_kickoff
from firstfoot.work.engagements.models import AgreementVersion, Engagement, PartPay
from firstfoot.work.payments.actions import decide_part_pay
from tests.factories import disputes
from tests.factories import engagements as make
from tests.reactions.support import forget

# A zone, and a start shortly before its hour changes: by half an hour on Lord Howe, never in Kathmandu.
LEAP_DAY = datetime(2028, 2, 24, 15, 30, tzinfo=UTC)  # before a 29 February
CHANGES = {
    "Pacific/Kiritimati": datetime(2027, 3, 11, 23, 30, tzinfo=UTC),
    "Australia/Lord_Howe": datetime(2027, 4, 1, 10, 30, tzinfo=UTC),
    "Asia/Kathmandu": datetime(2027, 3, 25, 10, 30, tzinfo=UTC),
    "Europe/Lisbon": datetime(2027, 3, 25, 10, 30, tzinfo=UTC),
    "America/St_Johns": datetime(2027, 11, 4, 0, 30, tzinfo=UTC),
    "Pacific/Pago_Pago": datetime(2027, 10, 28, 0, 30, tzinfo=UTC),
}
ZONES = tuple(CHANGES)
pytestmark = pytest.mark.once
MINUTE, HOUR, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=365)
FRIDAY_AND_SATURDAY = "56"
HOLIDAY = timedelta(days=4)  # after the start; of both sides


def nth_end(start: datetime, days: int, zone: str, weekend: str, away: set[date]) -> datetime:
    """The last minute of the n-th working day after the day of the start, counted by hand."""
    day = start.astimezone(ZoneInfo(zone)).date()
    while days:
        day += timedelta(days=1)
        days -= str(day.isoweekday()) not in weekend and day not in away
    return datetime.combine(day, time(23, 59), ZoneInfo(zone)).astimezone(UTC)


class Two:
    """The host rests on Friday and Saturday, the intern is half the world away; both have one holiday."""

    def __init__(self, cast: Any, zone: str, start: datetime) -> None:
        self.start, self.zones = start, {"host": zone, "intern": ZONES[ZONES.index(zone) - 3]}
        self.away = {(start + HOLIDAY).date()}
        Organization.objects.filter(pk=cast.acme.pk).update(time_zone=zone, weekend=FRIDAY_AND_SATURDAY)
        Person.objects.filter(pk=cast.sam.pk).update(time_zone=self.zones["intern"])
        for first in self.away:
            OrganizationAway.objects.create(organization=cast.acme, first_on=first, last_on=first)
            Away.objects.create(person=cast.sam, first_on=first, last_on=first)

    def end(self, start: datetime, days: int, side: str) -> datetime:
        weekend = FRIDAY_AND_SATURDAY if side == "host" else "67"
        return nth_end(start, days, self.zones[side], weekend, self.away)


@pytest.fixture(params=ZONES)
def times(request, cast):
    """For each start the two sides, in a world that is afterwards as it was."""

    @contextmanager
    def at(start: datetime) -> Any:
        with transaction.atomic(), clock.at(start):
            forget()
            yield Two(cast, request.param, start)
            transaction.set_rollback(True)

    return lambda: (at(start) for start in (CHANGES[request.param], LEAP_DAY))


def facts(kind: str) -> int:
    return Fact.objects.filter(kind=kind).count()


def notices(kind: str, who: Person) -> int:
    return Notice.objects.filter(kind=f"reminder.{kind}", recipient=who).count()


def ring(*moments: datetime) -> None:
    for moment in moments:
        with clock.at(moment):
            ring_due()
            remind_due()


def again(now: datetime) -> None:
    """The same moment, set back, and there again."""
    ring(now, now - 2 * HOUR, now)


def test_the_answer_about_a_part_of_the_pay(cast, times):
    active = make.make_active(cast)
    for each in times():
        with each as two:
            engagement = Engagement.objects.get(pk=active.pk)
            make.end(engagement, part_minor=20000)
            part, end = PartPay.objects.get(), two.end(two.start, 5, "host")
            assert part.answer_by_at == end
            said: dict[str, Any] = {"engagement_id": engagement.pk, "amount_minor": 20000, "reason": "So it was said."}
            with clock.at(end), pytest.raises(Conflict, match="side_has_time"):
                decide_part_pay(**said, actor=cast.stella)
            again(end - MINUTE)
            assert (notices("part_pay", cast.hana), notices("part_pay", cast.sam)) == (1, 0), "the last day"
            again(end + MINUTE)
            assert (notices("part_pay", cast.hana), notices("part_pay", cast.sam)) == (2, 1)
            assert notices("part_pay_decide", cast.stella) == 1
            ring(end + YEAR)
            ring(end + MINUTE)
            assert notices("part_pay_decide", cast.stella) == 1
            with clock.at(end + MINUTE):
                decide_part_pay(**said, actor=cast.stella)


def test_a_side_that_is_away_has_longer_to_answer_about_the_pay(cast):
    with clock.at(CHANGES["Europe/Lisbon"]):
        part = make.make_parted(cast, part_minor=20000).part_pay
        end = part.answer_by_at
        for n in range(1, 4):
            day = (end + timedelta(days=n - 3)).date()
            OrganizationAway.objects.create(organization=cast.acme, first_on=day, last_on=day)
        ring(end + MINUTE)
        part.refresh_from_db()
        assert part.answer_by_at > end
        assert notices("part_pay_decide", cast.stella) == 0


def test_the_statement_and_the_decision_of_a_dispute(cast, times):
    returned = disputes.make_returned(cast)
    for each in times():
        with each as two:
            dispute = disputes.open_about(returned)
            end = two.end(two.start, 5, "host")
            assert dispute.due_at == end
            again(end)
            assert facts("dispute.passed_on") == 0, "its last minute is not over"
            again(end + MINUTE)
            assert facts("dispute.passed_on") == 1
            with clock.at(end + HOUR):
                disputes.decide(Dispute.objects.get(), cast.stella)
                last = max(two.end(end + HOUR, 5, side) for side in ("host", "intern"))
                assert Dispute.objects.get().due_at == last
            again(last)
            assert Dispute.objects.get().state == "decided"
            again(last + MINUTE)
            ring(last + YEAR)
            again(last + MINUTE)
            assert Dispute.objects.get().state == "closed"
            assert [facts(f"dispute.{kind}") for kind in ("opened", "passed_on", "decided", "stood", "lapsed")] == [
                1, 1, 1, 1, 0
            ]  # fmt: skip
            assert facts("engagement.hold_lifted") == 1


def test_a_change_that_nobody_signs_in_time(cast, times):
    active = make.make_active(cast)
    for each in times():
        with each as two:
            make.propose_change(Engagement.objects.get(pk=active.pk), cast.hana, hours=active.hours + 1)
            version = AgreementVersion.objects.latest("number")
            ends = {side: two.end(two.start, 5, side) for side in ("host", "intern")}
            assert (version.sign_by_host_at, version.sign_by_intern_at) == (ends["host"], ends["intern"])
            for when, count in ((min(ends.values()) + MINUTE, 0), (max(ends.values()), 0)):
                again(when)
                assert facts("agreement.lapsed") == count
            again(max(ends.values()) + MINUTE)
            ring(max(ends.values()) + YEAR)
            again(max(ends.values()))
            assert facts("agreement.lapsed") == 1


def test_a_first_talk_is_near_for_everyone_at_the_same_moment(cast, times):
    signed = make.make_signed(cast)
    for each in times():
        with each as two:
            at = datetime.combine((two.start + timedelta(days=4)).date(), time(10), ZoneInfo(two.zones["host"]))
            talk = offer_kickoff(
                engagement_id=signed.pk, starts=[at], minutes=30, how="By phone", actor=cast.hugo
            )  # fmt: skip
            choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)
            ring(at - 24 * HOUR - MINUTE)
            assert notices("kickoff", cast.sam) == 0
            again(at - 24 * HOUR + 3 * HOUR)
            ring(at + MINUTE)
            ring(at + YEAR)
            again(at - HOUR)
            assert (notices("kickoff", cast.sam), notices("kickoff", cast.hugo)) == (1, 1)


def test_a_silence_is_noted_after_its_days_and_ends_it_after_three_more(cast, times):
    active = make.make_active(cast)
    for each in times():
        with each as two:
            Engagement.objects.filter(pk=active.pk).update(started_at=two.start)
            active.check_ins.all().delete()  # nothing else is left unanswered
            make.submit(active)
            noted = two.end(two.start, 10, "host")

            def look(when: datetime) -> int:
                with clock.at(when):
                    for _time in range(2):
                        note_silence(engagement_id=active.pk)
                return facts("engagement.silence_noted")

            assert [look(noted), look(noted + MINUTE), look(noted - HOUR), look(noted + HOUR)] == [0, 1, 1, 1]
            engagement = Engagement.objects.get(pk=active.pk)
            may_end = two.end(noted + MINUTE, 3, "host")
            assert (engagement.silent_side, engagement.safe_end_from_at) == ("host", may_end)
            said: dict[str, Any] = {"engagement_id": active.pk, "handed_over": "", "part_pay_minor": 20000}
            with clock.at(may_end), pytest.raises(Conflict, match="silent_side_has_time"):
                end_for_silence(**said, actor=cast.sam)
            with clock.at(may_end + MINUTE):
                end_for_silence(**said, actor=cast.sam)
            assert facts("engagement.silence_over") == 0


def test_a_silence_noted_a_year_ahead_is_no_answer_and_is_noted_anew(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    noted, real = clock.now() + YEAR, clock.now() + timedelta(days=20)
    for when in (noted, clock.now(), real, real + HOUR):
        with clock.at(when):
            note_silence(engagement_id=engagement.pk)
    engagement.refresh_from_db()
    assert (facts("engagement.silence_noted"), facts("engagement.silence_over")) == (2, 0)
    assert engagement.safe_end_from_at < real + timedelta(days=6)
