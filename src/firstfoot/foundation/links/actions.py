"""Making, spending and ending links; making and ending the address of a calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.policies import may_change_person
from firstfoot.foundation.journal.queries import present
from firstfoot.foundation.links.models import CalendarAddress, MailLink
from firstfoot.foundation.links.queries import LIFE, digest_of, end_of
from firstfoot.foundation.links.states import LinkEnd
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require

KEPT = timedelta(days=90)  # after its end a link is remembered, so that its page can say what became of it


@transaction.atomic
def make_link(*, person: Person, purpose: str, thing: str) -> str:
    """The secret of a new link for a mail to the person's address; it is kept nowhere else."""
    secret = secret_token()
    MailLink.objects.create(
        digest=digest_of(secret), person=person, address=person.email, purpose=purpose, thing=thing,
        made_at=clock.now(), dies_at=present() + LIFE,
    )  # fmt: skip
    return secret


@transaction.atomic
def spend_link(*, link_id: int) -> MailLink:
    """Use a link up, with all other links of the person to the same thing and purpose.

    They are locked in one order, so of several at once one goes on. Raises Conflict
    ("link_used"), or of another end (LinkEnd), when it is dead.
    """
    known = MailLink.objects.get(pk=link_id)
    alike = {"person": known.person_id, "purpose": known.purpose, "thing": known.thing}
    links = list(MailLink.objects.select_for_update().filter(**alike).order_by("pk"))
    link = next(each for each in links if each.pk == link_id)
    link.person = Person.objects.get(pk=link.person_id)
    if end := end_of(link):
        raise Conflict(f"link_{end}")
    others = [each.pk for each in links if not each.end and each.pk != link_id]
    MailLink.objects.filter(pk__in=others).update(ended_at=clock.now(), end=LinkEnd.DONE_OTHERWISE)
    link.ended_at, link.end = clock.now(), LinkEnd.USED
    link.save(update_fields=["ended_at", "end"])
    return link


@transaction.atomic
def revoke_links(*, person: Person) -> int:
    """End what lives of a person's links, whatever it is about; how many."""
    alive = MailLink.objects.filter(person=person, ended_at=None)
    return alive.update(ended_at=clock.now(), end=LinkEnd.REVOKED)


@transaction.atomic
def end_expired_links() -> int:
    """Note which links have expired, so that they stay so whatever the clock says later; how many."""
    now = clock.now()
    expired = Q(made_at__lte=now - LIFE) | Q(dies_at__lte=present())
    return MailLink.objects.filter(expired, ended_at=None).update(ended_at=now, end=LinkEnd.EXPIRED)


@transaction.atomic
def forget_links(*, now: datetime) -> int:
    """Delete what ended long ago; how many."""
    return MailLink.objects.filter(ended_at__lt=now - KEPT).delete()[0]


@transaction.atomic
def make_calendar(*, person_id: int, actor: Person) -> str:
    """The secret of the person's calendar address, which takes the place of any before it.

    Raises NotPermitted unless it is the actor's own.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    require(may_change_person(actor, person))
    secret = secret_token()
    CalendarAddress.objects.update_or_create(
        person=person, defaults={"digest": digest_of(secret), "made_at": clock.now()}
    )
    return secret


@transaction.atomic
def end_calendar(*, person_id: int, actor: Person) -> None:
    """Nobody reads the calendar under its address any more; raises NotPermitted unless it is the actor's own."""
    person = Person.objects.select_for_update().get(pk=person_id)
    require(may_change_person(actor, person))
    CalendarAddress.objects.filter(person=person).delete()


@transaction.atomic
def erase_links(*, person: Person) -> None:
    """Let go of all of a person's links and of their calendar."""
    MailLink.objects.filter(person=person).delete()
    CalendarAddress.objects.filter(person=person).delete()
