"""What is told about money facts: each side what the other recorded; amounts and days, never a reference."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.money import Money
from firstfoot.reactions import reasons
from firstfoot.reactions.people import PARTIES_OF_PART, guides, recruiters, thing_of
from firstfoot.reactions.phrases import day_text, money_text
from firstfoot.reactions.telling import Said, Write, tell_each
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.models import Stipend, StipendEntry
from firstfoot.work.payments.states import EntryKind, WriteOffReason

type Lazy = str | Promise


def tell_funded(fact: Fact) -> None:
    title = _("%(organization)s set %(pay)s aside: %(title)s")
    _tell(fact, _of(fact).intern, title, _("It becomes due once the work is accepted."))


def tell_part_due(fact: Fact) -> None:
    """Only what the host made due early: the end of the work is told by itself."""
    stipend, entry = _stipend(fact), _entry(fact)
    if entry.deliverable is None:
        return
    due = stipend.due_on
    title = _("%(pay)s of your pay is due: %(title)s")
    _tell(fact, stipend.engagement.intern, title, _("%(organization)s pays it by %(day)s."), day=due)


def tell_paid(fact: Fact) -> None:
    if fact.data.get("carried"):
        return
    is_part = fact.kind.endswith(EntryKind.PART_PAID)
    whole, part = _("Your pay is on its way: %(title)s"), _("A part of your pay is on its way: %(title)s")
    body = _("%(organization)s says it paid %(pay)s on %(day)s. Say so when it arrives, or when it does not.")
    _tell(fact, _of(fact).intern, part if is_part else whole, body, day=_on(fact))


def tell_received(fact: Fact) -> None:
    if fact.data.get("carried"):
        return
    _tell(fact, _hosts(_of(fact)), _("%(intern)s received %(pay)s: %(title)s"), "")


def tell_not_received(fact: Fact) -> None:
    body = _("%(pay)s is due again. Look whether the transfer came back, and record it anew once it is sent.")
    _tell(fact, _hosts(_of(fact)), _("%(intern)s says the pay did not arrive: %(title)s"), body)


def tell_write_off_asked(fact: Fact) -> None:
    title = _("%(organization)s asks to write off %(pay)s: %(title)s")
    body = _("The reason given: %(reason)s. You agree or you do not; until then it stays due.")
    _tell(fact, _of(fact).intern, title, body)


def tell_write_off_answered(fact: Fact) -> None:
    """The other side of whoever answered; both when the third party did."""
    engagement = _of(fact)
    agreed = fact.kind.endswith(EntryKind.WRITTEN_OFF)
    title = _("%(pay)s is written off: %(title)s") if agreed else _("%(pay)s stays due: %(title)s")
    body = "" if agreed else _("What the host asked to write off was not agreed to.")
    _tell(fact, [*_hosts(engagement), engagement.intern], title, body)


def tell_reversed(fact: Fact) -> None:
    engagement = _of(fact)
    title = _("An entry of %(pay)s was taken back: %(title)s")
    body = _("The page lists both: what was recorded, and that it was taken back.")
    _tell(fact, [*_hosts(engagement), engagement.intern], title, body)


def money_page(engagement: Engagement) -> str:
    return reverse("work:money", args=[engagement.public_id])


def _tell(fact: Fact, people: Any, title: Lazy, body: Lazy, *, day: date | None = None) -> None:
    """To each of the people but who recorded it; amounts and days in their own language and format."""
    engagement = _of(fact)
    chosen = people if isinstance(people, list) else [people]
    tell_each(fact, chosen, _words(fact, engagement, title, body, day))


def _words(fact: Fact, engagement: Engagement, title: Lazy, body: Lazy, day: date | None) -> Write:
    def write(_person: Person) -> Said:
        said = {
            "title": engagement.title, "intern": engagement.intern.name, "organization": engagement.organization.name,
            "pay": money_text(Money(int(fact.data["amount"]), str(fact.data["currency"]))),
            "day": day_text(day) if day else "", "reason": _reason(fact),
        }  # fmt: skip
        return Said(str(title) % said, str(body) % said, money_page(engagement))

    return write


def _reason(fact: Fact) -> str:
    code = str(fact.data.get("reason", ""))
    return str(reasons.WRITTEN_OFF[WriteOffReason(code)]) if code else ""


def _stipend(fact: Fact) -> Stipend:
    return thing_of(fact, Stipend, *PARTIES_OF_PART)


def _of(fact: Fact) -> Engagement:
    return _stipend(fact).engagement


def _entry(fact: Fact) -> StipendEntry:
    """The last of the entries that the fact is about."""
    return StipendEntry.objects.select_related("deliverable").get(
        stipend__public_id=fact.thing.partition(":")[2], number=fact.data["entry"]
    )


def _on(fact: Fact) -> date:
    return date.fromisoformat(str(fact.data["on"]))


def _hosts(engagement: Engagement) -> list[Person]:
    return [*guides(engagement), *recruiters(engagement.organization)]
