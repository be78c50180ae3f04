"""What is told about showing the work."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import tell
from firstfoot.proof.portfolio.models import PortfolioItem, Recommendation
from firstfoot.proof.portfolio.queries import letter_for
from firstfoot.reactions.people import PARTIES_OF_PART, engagement_of, guides, thing_of
from firstfoot.reactions.phrases import day_text, speaking_to
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, key_of, tell_each
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import revealed_of


def tell_item_asked(fact: Fact) -> None:
    item = _item(fact)
    title = _("%(intern)s asks to show the work: %(title)s") % names(item.engagement)
    body = ""
    if item.answer_by_at is not None:
        body = _("Read what would be shown, and answer by %(day)s.") % {"day": day_text(item.answer_by_at)}
    tell_each(fact, guides(item.engagement), always(Said(title, body, _asked(item))))


def tell_item_approved(fact: Fact) -> None:
    item = _item(fact)
    title = _("You may show it: %(title)s") % names(item.engagement)
    tell_each(fact, [item.engagement.intern], always(Said(title, "", _own(item))))


def tell_item_declined(fact: Fact) -> None:
    item = _item(fact)
    title = _("Not to be shown like this: %(title)s") % names(item.engagement)
    body = _("The page says why. You may change the text and ask again; the card without names may always be shown.")
    tell_each(fact, [item.engagement.intern], always(Said(title, body, _own(item))))


def tell_item_lapsed(fact: Fact) -> None:
    item = _item(fact)
    title = _("No answer about showing the work: %(title)s") % names(item.engagement)
    body = _("Silence is no yes. You may ask again; the card without names may be shown meanwhile.")
    tell_each(fact, [item.engagement.intern], always(Said(title, body, _own(item))))


def tell_item_taken_back(fact: Fact) -> None:
    item = _item(fact)
    title = _("%(intern)s took back what was to be shown: %(title)s") % names(item.engagement)
    tell_each(fact, guides(item.engagement), always(Said(title, "", _asked(item))))


def tell_letter_signed(fact: Fact) -> None:
    """At once, unless assessments are still open: then it is told when they are over."""
    letter = thing_of(fact, Recommendation, *PARTIES_OF_PART)
    _tell_of_letter(fact, letter.engagement)


def tell_letter_ready(fact: Fact) -> None:
    """The work is complete: a letter that was signed before is the intern's to read now."""
    _tell_of_letter(fact, engagement_of(fact))


def tell_letter_revealed(fact: Fact) -> None:
    """The same after an early end, with the first of the two assessments; a completion tells it itself."""
    evaluation = thing_of(fact, Evaluation, *PARTIES_OF_PART)
    engagement = evaluation.engagement
    if engagement.state == EngagementState.ENDED_EARLY and revealed_of(engagement)[0] == evaluation:
        _tell_of_letter(fact, engagement)


def _tell_of_letter(fact: Fact, engagement: Engagement) -> None:
    """The intern, also where their own assessment was the last to come in."""
    intern = engagement.intern
    if letter_for(engagement, is_intern=True) is None or not intern.is_active:
        return
    with speaking_to(intern):
        tell(
            recipient=intern, key=key_of(fact, "letter_ready", intern), kind="letter_ready",
            title=_("%(organization)s signed a letter for you: %(title)s") % names(engagement),
            body=_("Read it, choose where it shows, and have it as a signed file if you like."),
            path=reverse("work:letter", args=[engagement.public_id]),
        )  # fmt: skip


def tell_letter_revoked(fact: Fact) -> None:
    letter = thing_of(fact, Recommendation, *PARTIES_OF_PART)
    title = _("A letter was taken back: %(title)s") % names(letter.engagement)
    body = _("The page says why. Whoever checks it reads that it does not stand any more.")
    path = reverse("work:letter", args=[letter.engagement.public_id])
    tell_each(fact, [letter.engagement.intern], always(Said(title, body, path)))


def _item(fact: Fact) -> PortfolioItem:
    return thing_of(fact, PortfolioItem, *PARTIES_OF_PART)


def _own(item: PortfolioItem) -> str:
    return reverse("talent:portfolio_item", args=[item.engagement.public_id])


def _asked(item: PortfolioItem) -> str:
    return reverse("work:showing", args=[item.engagement.public_id])
