"""What is told about the pay after an early end: amounts that were said, and the one that was settled."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.money import Money
from firstfoot.reactions.people import PARTIES_OF_PART, guides, recruiters, thing_of
from firstfoot.reactions.phrases import day_text, money_text
from firstfoot.reactions.telling import Said, tell_each
from firstfoot.work.engagements.models import Engagement, PartPay
from firstfoot.work.engagements.states import Side


def tell_proposed(fact: Fact) -> None:
    """The side that answers, while the amount still waits for them."""
    part_pay = _part_pay(fact)
    engagement, side = part_pay.engagement, Side(str(fact.data["side"]))
    if not part_pay.is_open or part_pay.turn == side:
        return

    def write(_person: Person) -> Said:
        said = {**_names(engagement), "who": _name_of(engagement, side), "pay": _amount(fact)}
        title = _("%(who)s names %(pay)s as the pay for what was done: %(title)s") % said
        body = _("Agree, or say another amount and why, by %(day)s. Nothing of it is due until you both say the same.")
        return Said(title, body % {"day": day_text(part_pay.answer_by_at)}, part_page(engagement))

    tell_each(fact, people_of(engagement, side.other), write)


def tell_settled(fact: Fact) -> None:
    """Both sides, whoever had the last word."""
    part_pay = _part_pay(fact)
    engagement, is_agreed = part_pay.engagement, fact.kind.endswith("agreed")

    def write(_person: Person) -> Said:
        said = {**_names(engagement), "pay": _amount(fact)}
        title = _("You both say %(pay)s: %(title)s") if is_agreed else _("A steward set the pay at %(pay)s: %(title)s")
        body = _("It is due now, unless it was paid before. The rest of the agreed pay is no longer owed.")
        if not is_agreed:
            body += " " + _("The reason stands on the page.")
        return Said(title % said, body, part_page(engagement))

    tell_each(fact, [*people_of(engagement, Side.HOST), engagement.intern], write)


def part_page(engagement: Engagement) -> str:
    return reverse("work:part_pay", args=[engagement.public_id])


def people_of(engagement: Engagement, side: Side) -> list[Person]:
    """Whoever speaks of the pay for a side."""
    if side == Side.INTERN:
        return [engagement.intern]
    return list({p.pk: p for p in (*guides(engagement), *recruiters(engagement.organization))}.values())


def _part_pay(fact: Fact) -> PartPay:
    return thing_of(fact, PartPay, *PARTIES_OF_PART)


def _amount(fact: Fact) -> str:
    return money_text(Money(int(fact.data["amount"]), str(fact.data["currency"])))


def _names(engagement: Engagement) -> dict[str, str]:
    return {"title": engagement.title}


def _name_of(engagement: Engagement, side: Side) -> str:
    return engagement.intern.name if side == Side.INTERN else engagement.organization.name
