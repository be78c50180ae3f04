"""What pages behind links in mails say: what is done, that it is done, and why it cannot be done any more."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.foundation.links.states import LinkEnd

type Lazy = str | Promise


@dataclass(frozen=True, slots=True)
class Words:
    """The heading, the button and what is said afterwards; %(who)s is the other person."""

    title: Lazy
    button: Lazy
    done: Lazy


WORDS: dict[str, Words] = {
    "check_in": Words(
        _("Answer the check-in"), _("Give answer"), _("Your answer is in. %(who)s sees it once both have answered.")
    ),
    "return": Words(
        _("Return it for changes"), _("Return it"), _("Returned. %(who)s reads your reasons, point by point.")
    ),
    "comment": Words(_("Write to %(who)s about it"), _("Send"), _("Sent. %(who)s finds it in your conversation.")),
    "feedback": Words(
        _("Say how it was"), _("Hand in"), _("Handed in. It opens when both are in, or when the time is up.")
    ),
    "decline": Words(_("Say no to %(who)s"), _("Say no"), _("You said no to %(who)s. They read your reason.")),
    "follow_up": Words(
        _("What came of your work with %(who)s?"), _("Say it"), _("Thank you. Your answer goes into figures alone.")
    ),
    "nudge": Words(_("Ask %(who)s how it goes"), _("Send"), _("Sent. %(who)s finds it in your conversation.")),
}

# code -> what the reader of a dead link is told
SENTENCES: dict[str, Lazy] = {
    f"link_{LinkEnd.USED}": _("This link was used. Each works once."),
    f"link_{LinkEnd.DONE_OTHERWISE}": _("This was done already, by a link from another mail."),
    f"link_{LinkEnd.EXPIRED}": _("This link is too old. Links from mails work for seven days."),
    f"link_{LinkEnd.REVOKED}": _(
        "This link was taken back: your role, your address or your account has changed since the mail was sent."
    ),
    "link_over": _("There is nothing left to do here: it was done or begun on the site, or its time is over."),
    "not_your_link": _(
        "You are signed in, and this link is for somebody else. It does nothing for you. "
        "If somebody forwarded the mail to you, please tell them."
    ),
}
