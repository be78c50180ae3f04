"""What is told about disputes: to the two sides, and to the stewards who may decide."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.dispute_words import CAUSES, DECISIONS, THEN
from firstfoot.reactions.people import PARTIES_OF_PART, guides, owners, side, thing_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, mail_each, tell_each
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.policies import deciders
from firstfoot.work.disputes.states import DisputeState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side

_RELATED = ("deliverable", "opened_by", "decided_by", "final_by", *PARTIES_OF_PART)


def mail_opened(fact: Fact) -> None:
    """At once: the other side reads what is said, the stewards that something will be theirs to decide."""
    dispute = _dispute(fact)
    engagement = dispute.engagement
    context = {"dispute": dispute, "engagement": engagement, "cause": CAUSES[dispute.cause]}

    def write(person: Person) -> Said:
        is_side = person.pk == engagement.intern_id or person in hosts
        title = _("A dispute about your work together: %(title)s") if is_side else _("A dispute was opened: %(title)s")
        body = _("Say how you see it by %(day)s; then a third party decides.") % {"day": day_text(dispute.due_at)}
        path = page(dispute) if is_side else steward_page(dispute)
        button = _("Read it and answer") if is_side else _("Read the record")
        return Said(title % names(engagement), body if is_side else str(CAUSES[dispute.cause]), path, button)

    hosts = speakers(engagement, Side.HOST)
    others = speakers(engagement, dispute.other_side)
    mail_each(fact, others, "dispute_opened", write, {**context, "is_side": True})
    third = [one for one in deciders(dispute) if one not in others]
    mail_each(fact, third, "dispute_opened", write, {**context, "is_side": False})


def tell_answered(fact: Fact) -> None:
    """The side that opened it reads the answer; the third party begins."""
    dispute = _dispute(fact)
    title = _("The other side answered the dispute: %(title)s") % names(dispute.engagement)
    body = _("A third party decides by %(day)s.") % {"day": day_text(dispute.due_at)}
    tell_each(fact, speakers(dispute.engagement, dispute.side), always(Said(title, body, page(dispute))))
    _tell_third_party(fact, dispute)


def tell_passed_on(fact: Fact) -> None:
    dispute = _dispute(fact)
    title = _("A third party decides now: %(title)s") % names(dispute.engagement)
    body = _("The other side said nothing in its time. The decision comes by %(day)s.")
    said = Said(title, body % {"day": day_text(dispute.due_at)}, page(dispute))
    tell_each(fact, speakers(dispute.engagement, dispute.side), always(said))
    body = _("Your side said nothing in its time. The decision comes by %(day)s.")
    said = Said(title, body % {"day": day_text(dispute.due_at)}, page(dispute))
    tell_each(fact, speakers(dispute.engagement, dispute.other_side), always(said))
    _tell_third_party(fact, dispute)


def mail_decided(fact: Fact) -> None:
    """At once, to both sides: what is decided, why, and what each can do."""
    dispute = _dispute(fact)
    is_final = fact.kind == Disputes.DECIDED_ANEW
    amount = dispute.final_amount if is_final else dispute.amount
    context: dict[str, Any] = {
        "dispute": dispute, "engagement": dispute.engagement, "is_final": is_final,
        "decision": DECISIONS[dispute.stands if is_final else dispute.decision],
        "then": THEN[dispute.stands if is_final else dispute.decision],
        "amount": amount,
        "reason": dispute.final_reason if is_final else dispute.reason,
    }  # fmt: skip

    def write(_person: Person) -> Said:
        title = _("The appeal is decided: %(title)s") if is_final else _("The dispute is decided: %(title)s")
        return Said(title % names(dispute.engagement), str(context["decision"]), page(dispute), _("Read the decision"))

    mail_each(fact, _both(dispute), "dispute_decided", write, context)


def tell_accepted(fact: Fact) -> None:
    """One side accepts the decision; the other still may appeal. When both do, that it stands is told."""
    dispute = _dispute(fact)
    if dispute.state != DisputeState.DECIDED:
        return
    which = Side(str(fact.data["side"]))
    title = _("The other side accepts the decision: %(title)s") % names(dispute.engagement)
    body = _("It stands once you accept it too, or by %(day)s without an appeal.") % {"day": day_text(dispute.due_at)}
    tell_each(fact, speakers(dispute.engagement, which.other), always(Said(title, body, page(dispute))))


def tell_stands(fact: Fact) -> None:
    dispute = _dispute(fact)
    title = _("What was decided stands: %(title)s") % names(dispute.engagement)
    done, left = DECISIONS[dispute.decision], _("Things have moved on, so nothing was left to do.")
    body = str(done if fact.data.get("carried") else left)
    tell_each(fact, _both(dispute), always(Said(title, body, page(dispute))))


def mail_appealed(fact: Fact) -> None:
    """At once: the other side, and the stewards who may answer it."""
    dispute = _dispute(fact)
    engagement, able = dispute.engagement, deciders(dispute)
    context = {"dispute": dispute, "engagement": engagement, "day": dispute.due_at, "has_other": bool(able)}
    title = _("An appeal in the dispute: %(title)s") % names(engagement)

    def write(path: str) -> Any:
        return always(Said(title, _("Another person decides anew."), path, _("Read the appeal")))

    people = speakers(engagement, Side(dispute.appeal_side).other)
    mail_each(fact, people, "dispute_appealed", write(page(dispute)), context)
    third = [one for one in able if one not in people]
    mail_each(fact, third, "dispute_appealed", write(steward_page(dispute)), context)


def tell_settlement(fact: Fact) -> None:
    dispute = _dispute(fact)
    title = _("The other side says that it is settled: %(title)s") % names(dispute.engagement)
    body = _("If you see it so too, say it, and everything goes on.")
    people = speakers(dispute.engagement, Side(dispute.settle_side).other)
    tell_each(fact, people, always(Said(title, body, page(dispute))))


def tell_over(fact: Fact) -> None:
    """It ended without a decision that counts: both sides, and whoever might have decided."""
    dispute = _dispute(fact)
    why = {
        DisputeState.SETTLED: _("Both sides say that they settled it. Everything goes on."),
        DisputeState.WITHDRAWN: _("It was taken back. Everything goes on as before."),
        DisputeState.LAPSED: _("Nobody was there to decide, so nothing is held any longer. You may open it anew."),
    }
    title = _("The dispute is over: %(title)s") % names(dispute.engagement)
    body = why[DisputeState(dispute.state)]
    tell_each(fact, _both(dispute), always(Said(title, body, page(dispute))))


def speakers(engagement: Engagement, which: str) -> list[Person]:
    """Whoever may speak for a side: the intern; who guides, and the owners."""
    if which == Side.INTERN:
        return side(engagement, which)
    return list({p.pk: p for p in (*guides(engagement), *owners(engagement.organization))}.values())


def page(dispute: Dispute) -> str:
    return reverse("work:dispute", args=[dispute.engagement.public_id, dispute.public_id])


def steward_page(dispute: Dispute) -> str:
    return reverse("stewards:dispute", args=[dispute.public_id])


def _both(dispute: Dispute) -> list[Person]:
    return [person for which in Side for person in speakers(dispute.engagement, which)]


def _tell_third_party(fact: Fact, dispute: Dispute) -> None:
    title = _("A dispute waits for your decision: %(title)s") % names(dispute.engagement)
    body = _("Decide by %(day)s.") % {"day": day_text(dispute.due_at)}
    tell_each(fact, deciders(dispute), always(Said(title, body, steward_page(dispute))), kind=f"{fact.kind}.decide")


def _dispute(fact: Fact) -> Dispute:
    return thing_of(fact, Dispute, *_RELATED)
