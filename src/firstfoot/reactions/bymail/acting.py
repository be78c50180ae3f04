"""Doing what a link in a mail is for: once, as its person, with a receipt to them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.way import by_mail
from firstfoot.foundation.links.actions import spend_link
from firstfoot.foundation.links.models import MailLink
from firstfoot.foundation.links.queries import end_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import Verdict, allow_if, deny, require
from firstfoot.reactions.bymail.purposes import PURPOSES, Said, thing_of_link
from firstfoot.reactions.bymail.words import receipt_title, subject_of
from firstfoot.reactions.phrases import speaking_to, when_text, zone_text
from firstfoot.reactions.telling import Said as Told
from firstfoot.reactions.telling import post


def may_use(link: MailLink, thing: Any, *, reader: Person | None) -> Verdict:
    """Whether the link's person may do now what it is for, as the page would ask.

    `reader` is whoever is signed in where the link was opened: a link does nothing for somebody else.
    """
    if reader is not None and reader.pk != link.person_id:
        return deny("not_your_link")
    end = end_of(link)
    return deny(f"link_{end}") if end else _may_do(link, thing)


def _may_do(link: MailLink, thing: Any) -> Verdict:
    if thing is None:
        return deny("link_over")
    purpose = PURPOSES[link.purpose]
    if not (verdict := purpose.may(link.person, thing)):
        return verdict
    return allow_if(purpose.is_timely(thing), else_deny="link_over")


@transaction.atomic
def act_by_mail(*, link_id: int, said: Said, reader: Person | None) -> MailLink:
    """Use the link up, do what it is for with what was said, and send its person a receipt; all of it or nothing.

    Raises NotPermitted("not_your_link") for whoever is signed in as somebody else, and with its
    reason when the person may not do it any more; Conflict("link_used") and the like for a link
    that is dead, Conflict("link_over") when there is nothing left to do; what the action refuses.
    """
    link = spend_link(link_id=link_id)
    require(allow_if(reader is None or reader.pk == link.person_id, else_deny="not_your_link"))
    thing = thing_of_link(link)
    verdict = _may_do(link, thing)
    if verdict.reason == "link_over":
        raise Conflict("link_over")
    require(verdict)
    with by_mail(link.person.actor_token):
        PURPOSES[link.purpose].act(link, thing, said)
    _receipt(link, thing)
    return link


def _receipt(link: MailLink, thing: Any) -> None:
    """A mail to the person, so that nobody acts for them unseen."""
    person = link.person
    with speaking_to(person):
        title = receipt_title(link.purpose, thing)
        told = Told(title, subject_of(link.purpose, thing), PURPOSES[link.purpose].page(thing), _("See it on the site"))
        context = {"when": when_text(clock.now()), "zone": zone_text()}
        post(key=f"{link.thing}:by_mail:{link.pk}", kind="acted_by_mail", person=person, said=told, context=context)
