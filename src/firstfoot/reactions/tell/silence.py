"""What is told of a side that gives no sign of life: to it the day, to the other what they may do then."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.people import both, engagement_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.parting import people_of
from firstfoot.reactions.telling import Said, tell_each
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side


def tell_silent_side(fact: Fact) -> None:
    """Any answer stops it."""
    engagement, side = engagement_of(fact), Side(str(fact.data["side"]))

    def write(_person: Person) -> Said:
        title = _("Answer by %(until)s: %(title)s") % _said(engagement)
        body = _("%(other)s has had no answer since %(since)s. After %(until)s they may end the project without blame.")
        body += " " + _("Any answer stops that: a message, a check-in, a signature, a review.")
        other = engagement.intern.name if side == Side.HOST else engagement.organization.name
        path = reverse("work:conversation", args=[engagement.public_id])
        return Said(title, body % {**_said(engagement), "other": other}, path)

    tell_each(fact, people_of(engagement, side), write)


def tell_waiting_side(fact: Fact) -> None:
    engagement, side = engagement_of(fact), Side(str(fact.data["side"]))

    def write(_person: Person) -> Said:
        title = _("No answer since %(since)s: %(title)s") % _said(engagement)
        body = _("%(other)s was told. If no answer comes by %(until)s, you may end the project without blame.")
        other = engagement.organization.name if side == Side.HOST else engagement.intern.name
        path = reverse("work:engagement", args=[engagement.public_id])
        return Said(title, body % {**_said(engagement), "other": other}, path)

    tell_each(fact, people_of(engagement, side.other), write, kind="engagement.silence_waits")


def tell_over(fact: Fact) -> None:
    engagement = engagement_of(fact)

    def write(_person: Person) -> Said:
        path = reverse("work:engagement", args=[engagement.public_id])
        return Said(_("An answer came: %(title)s") % {"title": engagement.title}, path=path)

    tell_each(fact, both(engagement), write)


def _said(engagement: Engagement) -> dict[str, str]:
    since, until = engagement.silent_since, engagement.safe_end_from_at
    return {
        "title": engagement.title, "since": day_text(since) if since else "", "until": day_text(until) if until else "",
    }  # fmt: skip
