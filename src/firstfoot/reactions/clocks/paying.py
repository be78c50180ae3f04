"""Pay that is due or overdue, for the host each week and the intern once; write-offs nobody answered, for stewards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import stewards
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.clocks.table import EASTMOST
from firstfoot.reactions.people import guides, recruiters
from firstfoot.reactions.phrases import day_text, money_text
from firstfoot.reactions.telling import Said, Write
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.policies import may_answer_write_off
from firstfoot.work.payments.queries import due_by, write_offs_unanswered

type Lazy = str | Promise

A_WEEK = 7
_TODAY = _("The pay is due today: %(title)s"), _("%(pay)s is to be on its way to %(intern)s by tonight.")
_HOST = (
    _("The pay is overdue: %(title)s"),
    _("%(pay)s was to be on its way to %(intern)s by %(day)s. Pay it, and say when you did."),
)
_INTERN = (
    _("Your pay is overdue: %(title)s"),
    _("%(organization)s was to pay %(pay)s by %(day)s, and was reminded. Say so if it has arrived."),
)

_STEWARDS = (
    _("Pay asked to be written off: %(title)s"),
    _("%(organization)s asked for it, and %(intern)s has not answered for 14 days. You may decide."),
)


def pay(now: datetime) -> Iterator[Reminder]:
    """The last day, and the weeks after it, in the days of the host's zone."""
    for stipend in due_by((now + EASTMOST).date()):
        engagement, due_on = stipend.engagement, stipend.due_on
        if due_on is None:
            continue
        late = -stages.days_until(workdays_of_organization(engagement.organization), due_on)
        hosts = tuple({p.pk: p for p in (*guides(engagement), *recruiters(engagement.organization))}.values())
        if late == 0:
            yield _of(stipend, stages.LAST, hosts, *_TODAY)
        elif late > 0:
            yield _of(stipend, f"{stages.LATE}{late // A_WEEK}", hosts, *_HOST)
            yield _of(stipend, stages.LATE, (engagement.intern,), *_INTERN)


def write_offs(now: datetime) -> Iterator[Reminder]:
    """What a host asks to write off and the intern left unanswered: the stewards who belong to neither side."""
    for stipend in write_offs_unanswered(now):
        people = tuple(
            one for one in stewards() if one.pk != stipend.payee_id and may_answer_write_off(one, stipend.engagement)
        )
        write = _words(stipend, *_STEWARDS, path=reverse("stewards:write_offs"))
        yield Reminder("write_off", stipend, str(stipend.asked_at), stages.LATE, people, write)


def _of(stipend: Stipend, stage: str, people: tuple[Person, ...], title: Lazy, body: Lazy) -> Reminder:
    return Reminder("pay", stipend, str(stipend.due_on), stage, people, _words(stipend, title, body))


def _words(stipend: Stipend, title: Lazy, body: Lazy, path: str = "") -> Write:
    engagement = stipend.engagement
    where = path or reverse("work:money", args=[engagement.public_id])

    def write(_person: Person) -> Said:
        said = {
            "title": engagement.title, "intern": engagement.intern.name, "organization": engagement.organization.name,
            "pay": money_text(stipend.due), "day": day_text(stipend.due_on) if stipend.due_on else "",
        }  # fmt: skip
        return Said(str(title) % said, str(body) % said, where)

    return write
