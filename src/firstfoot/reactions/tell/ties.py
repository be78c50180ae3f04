"""What is told between people who worked together: a question and a yes; a no, silence and a parting never."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.journal.models import Fact
from firstfoot.proof.network.models import Tie
from firstfoot.proof.network.queries import known_to, question_to
from firstfoot.reactions.people import thing_of
from firstfoot.reactions.telling import Said, always, tell_each


def tell_asked(fact: Fact) -> None:
    """Whoever is asked, unless it was taken back or a block came between in the meantime."""
    tie = _tie(fact)
    asked = tie.second if tie.asker_id == tie.first_id else tie.first
    if question_to(asked, tie.public_id) is None:
        return
    said = {"name": tie.asker.name, "organization": tie.met_at.name}
    title = _("%(name)s would like to stay in touch") % said
    body = _("You know each other from %(organization)s. Say yes, or leave it: nobody is told of a no.") % said
    tell_each(fact, [asked], always(Said(title, body, reverse("people:known"))))


def tell_agreed(fact: Fact) -> None:
    """Whoever asked first; the other one has just said yes."""
    tie = _tie(fact)
    known = known_to(tie.asker, tie.public_id)
    if known is None:
        return
    title = _("You and %(name)s stay in touch") % {"name": known.other.name}
    body = _("How you reach each other stands on the page.")
    tell_each(fact, [tie.asker], always(Said(title, body, reverse("people:tie", args=[tie.public_id]))))


def _tie(fact: Fact) -> Tie:
    return thing_of(fact, Tie, "first", "second", "asker", "met_at")
