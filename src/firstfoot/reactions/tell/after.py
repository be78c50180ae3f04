"""What is told after the work: assessments and what comes next."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.journal.models import Fact
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.states import CredentialKind, RevokeReason
from firstfoot.proof.pathways.models import FollowUp, PathwayOffer
from firstfoot.proof.pathways.queries import asks
from firstfoot.proof.pathways.states import PathwayKind
from firstfoot.reactions import reasons
from firstfoot.reactions.people import PARTIES_OF_PART, side, thing_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, tell_each
from firstfoot.work.disputes.policies import third_parties
from firstfoot.work.engagements.states import EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation


def tell_revealed(fact: Fact) -> None:
    """After an early end; at a completion the completion itself is told."""
    evaluation = _evaluation(fact)
    engagement = evaluation.engagement
    if engagement.state != EngagementState.ENDED_EARLY:
        return
    title = _("Read how the other side saw it: %(title)s") % names(engagement)
    path = reverse("work:evaluation", args=[engagement.public_id])
    tell_each(fact, side(engagement, Side(evaluation.side).other), always(Said(title, "", path)))


def tell_replied(fact: Fact) -> None:
    evaluation = _evaluation(fact)
    title = _("An answer to what you wrote: %(title)s") % names(evaluation.engagement)
    path = reverse("work:evaluation", args=[evaluation.engagement.public_id])
    tell_each(fact, [evaluation.author], always(Said(title, "", path)))


def tell_evaluation_appealed(fact: Fact) -> None:
    """The stewards who may decide, and whoever wrote it."""
    evaluation = _evaluation(fact)
    said = names(evaluation.engagement)
    title = _("A statement is called wrong: %(title)s") % said
    path = reverse("stewards:appeal", args=[evaluation.public_id])
    tell_each(fact, third_parties(evaluation.engagement), always(Said(title, "", path)))
    body = _("Somebody neutral looks at it. You read here what they find.")
    own = reverse("work:evaluation", args=[evaluation.engagement.public_id])
    tell_each(fact, [evaluation.author], always(Said(title, body, own)), kind=f"{fact.kind}.author")


def tell_evaluation_appeal_decided(fact: Fact) -> None:
    evaluation = _evaluation(fact)
    engagement = evaluation.engagement
    title = (
        _("A steward struck out a statement: %(title)s") if evaluation.struck else _("A statement stands: %(title)s")
    )
    path = reverse("work:evaluation", args=[engagement.public_id])
    people = [evaluation.author, *side(engagement, Side(evaluation.side).other)]
    tell_each(fact, people, always(Said(title % names(engagement), evaluation.appeal_reason, path)))


def tell_pathway_offered(fact: Fact) -> None:
    offer = _offer(fact)
    engagement = offer.engagement
    said = {**names(engagement), "kind": reasons.PATHWAYS[PathwayKind(offer.kind)]}
    title = _("What comes next with %(organization)s: %(kind)s") % said
    body = ""
    if asks(offer):
        body = _("Answer by %(day)s.") % {"day": day_text(offer.expires_at)}
    tell_each(fact, [engagement.intern], always(Said(title, body, _page(offer))))


def tell_pathway_accepted(fact: Fact) -> None:
    offer = _offer(fact)
    title = _("%(intern)s says yes to what comes next: %(title)s") % names(offer.engagement)
    body = _("Get in touch with them this week.")
    tell_each(fact, [offer.offered_by], always(Said(title, body, _page(offer))))


def tell_pathway_declined(fact: Fact) -> None:
    offer = _offer(fact)
    title = _("%(intern)s says no to what comes next: %(title)s") % names(offer.engagement)
    tell_each(fact, [offer.offered_by], always(Said(title, "", _page(offer))))


def tell_pathway_expired(fact: Fact) -> None:
    offer = _offer(fact)
    title = _("No answer to what comes next: %(title)s") % names(offer.engagement)
    tell_each(fact, [offer.offered_by, offer.engagement.intern], always(Said(title, "", _page(offer))))


def tell_asked_later(fact: Fact) -> None:
    """The morning's mail has a link that answers without a login."""
    follow_up = thing_of(fact, FollowUp, *PARTIES_OF_PART)
    engagement = follow_up.engagement
    title = _("What came of your work with %(organization)s?") % names(engagement)
    body = _("Two taps. Nobody reads your answer by itself; it goes into figures of three people or more.")
    tell_each(
        fact, [engagement.intern], always(Said(title, body, reverse("talent:came_of", args=[follow_up.public_id])))
    )


def tell_credential_revoked(fact: Fact) -> None:
    """Whoever holds it, when it was the third party; one that went with its letter is told with the letter."""
    credential = thing_of(fact, Credential, "holder", "engagement__organization")
    if credential.revoked_for == RevokeReason.AUTHOR:
        return
    said = {"title": credential.engagement.title, "why": reasons.REVOKED[RevokeReason(credential.revoked_for)]}
    title = _("Your credential no longer counts: %(title)s") % said
    body = _("%(why)s Its page says what you can do.") % said
    is_letter = credential.kind == CredentialKind.RECOMMENDATION
    page = "work:letter_credential" if is_letter else "work:credential"
    path = reverse(page, args=[credential.engagement.public_id])
    tell_each(fact, [credential.holder], always(Said(title, body, path)))


def _evaluation(fact: Fact) -> Evaluation:
    return thing_of(fact, Evaluation, "author", *PARTIES_OF_PART)


def _offer(fact: Fact) -> PathwayOffer:
    return thing_of(fact, PathwayOffer, "offered_by", *PARTIES_OF_PART)


def _page(offer: PathwayOffer) -> str:
    return reverse("work:pathway", args=[offer.engagement.public_id])
