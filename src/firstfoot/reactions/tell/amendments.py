"""What is told about changes of what was signed: asked for, refused, over, and due dates that move by a word."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.people import PARTIES_OF_PART, guides, side, signers, thing_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, mail_each, tell_each
from firstfoot.work.engagements.models import AgreementVersion, Deliverable
from firstfoot.work.engagements.states import Side


def mail_amendment_asked(fact: Fact, agreement: AgreementVersion) -> None:
    """Whoever may sign reads at once what would change, and until when they may answer."""
    engagement = agreement.engagement
    for which in Side:
        until = agreement.sign_by_intern_at if which == Side.INTERN else agreement.sign_by_host_at

        def write(_person: Person, until: date = until) -> Said:
            body = _("What you signed stands until both sign the change. Answer by %(day)s.") % {"day": day_text(until)}
            title = _("A change is proposed: %(title)s") % names(engagement)
            return Said(title, body, _page(agreement), _("See what changes"))

        context = {
            "agreement": agreement, "engagement": engagement, "until": until,
            "changes": agreement.content["sections"][0]["items"],
        }  # fmt: skip
        mail_each(fact, signers(engagement, which), "amendment_asked", write, context)


def tell_declined(fact: Fact) -> None:
    agreement = _agreement(fact)
    title = _("The change is not agreed: %(title)s") % names(agreement.engagement)
    _tell(fact, agreement, [agreement.proposed_side], Said(title, _stands(), _page(agreement)))


def tell_withdrawn(fact: Fact) -> None:
    agreement = _agreement(fact)
    title = _("The proposed change is taken back: %(title)s") % names(agreement.engagement)
    _tell(fact, agreement, [Side(agreement.proposed_side).other], Said(title, _stands(), _page(agreement)))


def tell_lapsed(fact: Fact) -> None:
    agreement = _agreement(fact)
    title = _("The proposed change was not signed in time: %(title)s") % names(agreement.engagement)
    _tell(fact, agreement, Side, Said(title, _stands(), _page(agreement)))


def tell_due_proposed(fact: Fact) -> None:
    """The other side, as long as the wish stands."""
    deliverable = _deliverable(fact)
    day = date.fromisoformat(str(fact.data["due_on"]))
    if deliverable.new_due_on != day:
        return
    body = _("It would be due on %(day)s instead of %(before)s. One tap agrees.")
    said = body % {"day": day_text(day), "before": day_text(deliverable.due_on)}
    title = _("Another due date? %(result)s") % {"result": deliverable.title}
    people = side(deliverable.engagement, Side(str(fact.data["side"])).other)
    tell_each(fact, people, always(Said(title, said, _result(deliverable))))


def tell_due_moved(fact: Fact) -> None:
    """Whoever asked; the one who agreed knows."""
    deliverable = _deliverable(fact)
    day = day_text(date.fromisoformat(str(fact.data["due_on"])))
    title = _("Now due on %(day)s: %(result)s") % {"day": day, "result": deliverable.title}
    engagement = deliverable.engagement
    tell_each(fact, [engagement.intern, *guides(engagement)], always(Said(title, "", _result(deliverable))))


def tell_due_kept(fact: Fact) -> None:
    """Whoever asked for another day, unless they took it back or a new agreement settled it."""
    asked = str(fact.data["asked"])
    if fact.data.get("side", asked) == asked:
        return
    deliverable = _deliverable(fact)
    title = _("The due date stays %(day)s: %(result)s") % {
        "day": day_text(deliverable.due_on), "result": deliverable.title,
    }  # fmt: skip
    body = _("The other day does not suit the other side. Write to each other, or propose other terms.")
    tell_each(fact, side(deliverable.engagement, asked), always(Said(title, body, _result(deliverable))))


def _tell(fact: Fact, agreement: AgreementVersion, sides: Iterable[str], said: Said) -> None:
    for which in sides:
        tell_each(fact, signers(agreement.engagement, which), always(said))


def _stands() -> str:
    return _("What you both signed stands as it is.")


def _agreement(fact: Fact) -> AgreementVersion:
    return thing_of(fact, AgreementVersion, *PARTIES_OF_PART)


def _deliverable(fact: Fact) -> Deliverable:
    return thing_of(fact, Deliverable, *PARTIES_OF_PART)


def _page(agreement: AgreementVersion) -> str:
    return reverse("work:agreement", args=[agreement.engagement.public_id]) + f"?version={agreement.number}"


def _result(deliverable: Deliverable) -> str:
    return reverse("work:deliverable", args=[deliverable.engagement.public_id, deliverable.number])
