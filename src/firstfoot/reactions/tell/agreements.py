"""What is told about agreements: asked to sign, signed by one, signed by both with a copy of the text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.calendars import invite_to
from firstfoot.reactions.people import PARTIES_OF_PART, guides, signers, thing_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.amendments import mail_amendment_asked
from firstfoot.reactions.tell.engagements import names, page
from firstfoot.reactions.telling import Said, always, mail_each, tell_each
from firstfoot.work.engagements.models import AgreementVersion, Engagement
from firstfoot.work.engagements.states import AgreementState, Side


def mail_signature_asked(fact: Fact) -> None:
    """Whoever may sign is asked, each side by its own day; whoever proposed the text knows."""
    agreement = _agreement(fact)
    if agreement.state != AgreementState.PROPOSED:
        return
    if agreement.amends is not None:
        mail_amendment_asked(fact, agreement)
        return
    _ask(fact, agreement, Side)


def mail_signature_received(fact: Fact) -> None:
    """One side signed: the other reads so, and until when it is their turn."""
    agreement = _agreement(fact)
    if agreement.state != AgreementState.PROPOSED:
        return
    engagement, signed = agreement.engagement, Side(str(fact.data["side"]))
    who = names(engagement)["intern" if signed == Side.INTERN else "organization"]

    def write(_person: Person) -> Said:
        body = _("%(who)s signed. Now it is your turn: please sign by %(day)s.") % {
            "who": who, "day": day_text(_until(agreement, signed.other)),
        }  # fmt: skip
        title = _("%(who)s signed: %(title)s") % {**names(engagement), "who": who}
        return Said(title, body, _page(engagement), _("Read and sign"))

    context = _context(agreement, signed.other) | {"who": who}
    mail_each(fact, signers(engagement, signed.other), "signature_received", write, context)


def mail_copies(fact: Fact) -> None:
    """Both have signed: everyone who signed gets the whole text, whoever was last included."""
    agreement = _agreement(fact)
    engagement = agreement.engagement
    signatures = list(agreement.signatures.select_related("signer").order_by("signed_at"))

    def write(_person: Person) -> Said:
        body = _("Both sides signed. Work starts on %(day)s.") % {"day": day_text(engagement.start_on)}
        if agreement.amends is not None:
            body = _("Both sides signed the change. From now on version %(number)s stands.") % {
                "number": agreement.number
            }
        return Said(_("Signed by both: %(title)s") % names(engagement), body, _page(engagement), _("See the agreement"))

    context = {**_context(agreement, Side.HOST), "signatures": signatures, "sections": agreement.content["sections"]}
    people = [signature.signer for signature in signatures]
    mail_each(
        fact, people, "agreement_signed", write, context, also_actor=True,
        calendar=lambda person: invite_to([engagement], person),
    )  # fmt: skip
    known = {person.pk for person in people}
    told = [person for person in guides(engagement) if person.pk not in known]
    tell_each(fact, told, always(Said(_("Signed by both: %(title)s") % names(engagement), "", page(engagement))))


def tell_extended(fact: Fact) -> None:
    agreement = _agreement(fact)
    engagement = agreement.engagement
    for which in Side:

        def write(_person: Person, which: Side = which) -> Said:
            body = _("Please sign by %(day)s.") % {"day": day_text(_until(agreement, which))}
            return Said(_("More time to sign: %(title)s") % names(engagement), body, _page(engagement))

        tell_each(fact, signers(engagement, which), write)


def _ask(fact: Fact, agreement: AgreementVersion, sides: Iterable[Side]) -> None:
    engagement = agreement.engagement
    for which in sides:

        def write(_person: Person, which: Side = which) -> Said:
            body = _("Read the agreement and sign it by %(day)s, or say what should change.") % {
                "day": day_text(_until(agreement, which))
            }
            title = _("Please sign: %(title)s") % names(engagement)
            return Said(title, body, _page(engagement), _("Read and sign"))

        mail_each(fact, signers(engagement, which), "signature_asked", write, _context(agreement, which))


def _context(agreement: AgreementVersion, which: Side) -> dict[str, object]:
    engagement = agreement.engagement
    other = engagement.organization.name if which == Side.INTERN else engagement.intern.name
    return {"agreement": agreement, "engagement": engagement, "other": other, "until": _until(agreement, which)}


def _until(agreement: AgreementVersion, which: str) -> datetime:
    return agreement.sign_by_intern_at if which == Side.INTERN else agreement.sign_by_host_at


def _agreement(fact: Fact) -> AgreementVersion:
    return thing_of(fact, AgreementVersion, *PARTIES_OF_PART)


def _page(engagement: Engagement) -> str:
    return reverse("work:agreement", args=[engagement.public_id])
