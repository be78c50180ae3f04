"""The pay after an early end: whose answer is waited for, and once that time is over the stewards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import stewards, workdays_of
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.phrases import day_text, money_text
from firstfoot.reactions.tell.parting import part_page, people_of
from firstfoot.reactions.telling import Said, Write
from firstfoot.work.engagements.models import PartPay
from firstfoot.work.engagements.policies import may_decide_part_pay
from firstfoot.work.engagements.queries import part_pays_waiting
from firstfoot.work.engagements.states import Side

AHEAD = timedelta(days=8)
HALF_OF_FIVE = 2


def part_pays(now: datetime) -> Iterator[Reminder]:
    """Half-way and on the last day the side that answers; then both sides and the stewards on neither."""
    for part_pay in part_pays_waiting(now + AHEAD):
        engagement, side = part_pay.engagement, Side(part_pay.turn)
        workdays, end = _workdays(part_pay), part_pay.answer_by_at
        reached, key = stages.stage(workdays, end, half=HALF_OF_FIVE), end.isoformat()
        if reached in {stages.HALF, stages.LAST}:
            people = tuple(people_of(engagement, side))
            yield Reminder("part_pay", part_pay, key, reached, people, _asked(part_pay))
        elif now > end:
            people = (*people_of(engagement, Side.HOST), engagement.intern)
            yield Reminder("part_pay", part_pay, key, stages.LATE, people, _unanswered(part_pay))
            third = tuple(one for one in stewards() if may_decide_part_pay(one, engagement))
            yield Reminder("part_pay_decide", part_pay, key, stages.LATE, third, _to_decide(part_pay))


def _workdays(part_pay: PartPay) -> Workdays:
    engagement = part_pay.engagement
    if part_pay.turn == Side.INTERN:
        return workdays_of(engagement.intern)
    return workdays_of_organization(engagement.organization)


def _asked(part_pay: PartPay) -> Write:
    def write(_person: Person) -> Said:
        title = _("Answer what is to be paid: %(title)s") % {"title": part_pay.engagement.title}
        said = {"pay": money_text(part_pay.offered), "day": day_text(part_pay.answer_by_at)}
        body = _("%(pay)s waits for your answer until %(day)s. After that a steward may decide without you.") % said
        return Said(title, body, part_page(part_pay.engagement))

    return write


def _unanswered(part_pay: PartPay) -> Write:
    def write(_person: Person) -> Said:
        title = _("No answer about the pay: %(title)s") % {"title": part_pay.engagement.title}
        said = {"pay": money_text(part_pay.offered), "day": day_text(part_pay.answer_by_at)}
        body = _("%(pay)s had no answer by %(day)s. A steward may now decide; until then you may still agree.") % said
        return Said(title, body, part_page(part_pay.engagement))

    return write


def _to_decide(part_pay: PartPay) -> Write:
    def write(_person: Person) -> Said:
        engagement = part_pay.engagement
        title = _("Pay to decide after an early end: %(title)s") % {"title": engagement.title}
        said = {"intern": engagement.intern.name, "organization": engagement.organization.name}
        body = _("%(intern)s and %(organization)s did not come to one amount in time. You may set it.") % said
        return Said(title, body, reverse("stewards:part_pays"))

    return write
