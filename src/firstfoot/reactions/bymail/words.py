"""What links in mails are called: on the button in the mail, and in the receipt."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.market.applications.blind import host_label
from firstfoot.market.applications.models import Application
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.work.engagements.models import CheckIn, Deliverable

# purpose -> (label of the link, title of the receipt); %(who)s is the other side as the reader may call it.
_WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "check_in": (_("Answer without signing in"), _("You answered a check-in by mail: %(title)s")),
    "return": (_("Return it with reasons, without signing in"), _("You returned work by mail: %(title)s")),
    "comment": (_("Write a word on it, without signing in"), _("You wrote to %(who)s by mail: %(title)s")),
    "feedback": (_("Say how it was, without signing in"), _("You said by mail how it was: %(title)s")),
    "follow_up": (_("Say what came of it, without signing in"), _("You said by mail what came of it: %(title)s")),
    "decline": (_("Say no to %(who)s, without signing in"), _("You said no to %(who)s by mail: %(title)s")),
    "nudge": (_("Ask %(who)s how it goes, without signing in"), _("You wrote to %(who)s by mail: %(title)s")),
}


def link_label(purpose: str, thing: Any) -> str:
    """What the link says in the mail."""
    return str(_WORDS[purpose][0]) % _named(thing)


def receipt_title(purpose: str, thing: Any) -> str:
    """What the receipt says was done."""
    return str(_WORDS[purpose][1]) % _named(thing)


def subject_of(purpose: str, thing: Any) -> str:
    """What it was about, in one line: the other person and the project, or the result."""
    named = _named(thing)
    about = thing.title if isinstance(thing, Deliverable) else named["title"]
    return f"{named['who']} · {about}"


def _named(thing: Any) -> dict[str, str]:
    if isinstance(thing, Application):
        return {"who": host_label(thing), "title": thing.project.title}
    if isinstance(thing, FollowUp):
        return {"who": thing.engagement.organization.name, "title": thing.engagement.title}
    engagement = thing.engagement if isinstance(thing, CheckIn | Deliverable) else thing
    return {"who": engagement.intern.name, "title": engagement.title}
