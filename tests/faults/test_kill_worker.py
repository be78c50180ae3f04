"""`kill -9` of the worker between two steps of its rounds: in the end everything is done, and told once."""

from __future__ import annotations

import email
from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.foundation.notifications.models import Mail, MailState
from firstfoot.foundation.notifications.sending import LEASE, deliver_due
from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions import clocks, schedule
from firstfoot.reactions.models import ReactionRun, RunState, WorkerMark
from firstfoot.reactions.worker import LEADER, react
from firstfoot.work.engagements.actions import submit_deliverable
from firstfoot.work.payments.actions import follow_agreement
from tests.factories.engagements import deliverable
from tests.faults import stages
from tests.faults.rounds import one_round
from tests.faults.trials import messages
from tests.faults.worlds import begin
from tests.figures import IS_DEEP, figure
from tests.foundation.notifications.servers import Accepting, serving

MUCH_IS_DUE = timedelta(days=17)
BACKEND = "firstfoot.foundation.notifications.smtp.PatientBackend"


def steps() -> int:
    """How many points further each worker comes than the one before it."""
    return 1 if IS_DEEP else 9 + clock.today().toordinal() % 5


def busy() -> SimpleNamespace:
    """Work handed in, a reserve, check-ins to close, reminders, a morning's mails and the journal's digest: all due."""
    world = stages.active()
    follow_agreement(engagement_id=world.engagement.pk)  # else the worker opens it, under another name each time
    thing = deliverable(world.engagement)
    submit_deliverable(
        deliverable_id=thing.pk, seen=thing.version, note="Here.", links=[], files=[], key="here", actor=world.cast.sam
    )
    return world


@pytest.mark.deep
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_again_and_again_finishes_all_and_tells_once(zygote):
    begin(busy)
    at = (clock.now() + MUCH_IS_DUE).replace(hour=12)
    server, kills, deadly = Accepting(), 0, 0
    told, happened = rehearsed(at)
    with serving(server) as port:
        while True:
            deadly += steps()
            outcome = zygote.run(one_round, {}, at=at, deadly=deadly, settings=mail_to(port))
            assert outcome.error == ""
            if not outcome.was_killed:
                break
            kills += 1
            let_leases_run_out(at)
        zygote.run(one_round, {}, at=at, settings=mail_to(port))

    assert (but_daily(messages()), facts()) == (but_daily(told), happened)
    assert list(ReactionRun.objects.exclude(state=RunState.DONE)) == []
    arrived = Counter(email.message_from_bytes(raw)["Message-ID"] for raw in server.messages)
    wrong = [mail for mail in Mail.objects.all() if not is_as_recorded(mail, arrived[mail.message_id])]
    assert wrong == []
    assert list(all_faults()) == []
    uncertain = Mail.objects.filter(state=MailState.UNCERTAIN).count()
    figure(
        "kill of the worker between its steps", "0 lost, 0 twice", f"of {kills} kills, {sum(told.values())} messages"
    )
    figure("kill of the worker while it sends", f"{uncertain} uncertain", f"on record, of {Mail.objects.count()} mails")


def is_as_recorded(mail: Mail, times: int) -> bool:
    """Sent once, or shown as uncertain and arrived at most once."""
    return times == 1 if mail.state == MailState.SENT else mail.state == MailState.UNCERTAIN and times <= 1


def rehearsed(at):
    """What rounds that nobody disturbs lead to; nothing of it stays."""
    with clock.at(at), transaction.atomic():
        for _ in range(3):
            react()
            clocks.ring_due()
            clocks.remind_due()
            schedule.do_due()
        found = messages(), facts()
        transaction.set_rollback(True)
    return found


def but_daily(found: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Without "your moves today": who has one depends on what was told before that hour."""
    return Counter({what: times for what, times in found.items() if "daily_moves" not in what})


def facts() -> Counter[tuple[str, str]]:
    return Counter(Fact.objects.values_list("thing", "kind"))


def let_leases_run_out(at) -> None:
    """What the passing of time does to the leases of a worker that is no more."""
    ReactionRun.objects.filter(leased_until__gt=at).update(leased_until=at)
    Mail.objects.filter(leased_until__gt=at).update(leased_until=at)
    WorkerMark.objects.filter(name=LEADER).update(number=0)


def mail_to(port: int) -> dict[str, object]:
    return {"MAILERS": {"default": {"BACKEND": BACKEND, "OPTIONS": {"host": "127.0.0.1", "port": port, "timeout": 10}}}}


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_may_have_arrived_is_not_sent_again(zygote):
    """Killed after the server took it: uncertain. The control, put back as if nothing was sent: it arrives twice."""
    begin(stages.people)
    server = Accepting()
    with serving(server) as port:
        points = zygote.run(deliver_due, {}, settings=mail_to(port), at=store("first")).points
        noted = max(number for number, label in enumerate(points) if label.startswith("UPDATE"))
        taken = max(number for number in range(noted) if points[number] == "mail server: getreply")
        zygote.run(deliver_due, {}, settings=mail_to(port), at=store("second"), deadly=taken + 1)
        mail = Mail.objects.get(key="second")
        assert mail.state == MailState.SENDING
        zygote.run(deliver_due, {}, settings=mail_to(port), at=mail.next_try_at + LEASE * 2)
        mail.refresh_from_db()
        assert (mail.state, mail.error) == (MailState.UNCERTAIN, "the worker stopped while sending")
        mail.state, mail.leased_until = MailState.STORED, None
        mail.save()
        zygote.run(deliver_due, {}, settings=mail_to(port), at=mail.next_try_at)
    arrived = Counter(email.message_from_bytes(raw)["Message-ID"] for raw in server.messages)
    mail.refresh_from_db()
    assert (arrived[mail.message_id], is_as_recorded(mail, arrived[mail.message_id])) == (2, False)


def store(key: str):
    """One mail that is due; from when."""
    details = {"kind": "test", "address": "sam@example.org", "subject": "Hello", "text": "Hello", "html": ""}
    return store_mail(key=key, **details).next_try_at
