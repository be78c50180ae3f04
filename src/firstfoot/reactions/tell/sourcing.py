"""What is told of the list of people who agreed to be found: that it is there, and that it is gone."""

from __future__ import annotations

from itertools import batched

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import Told, store_mails, tell_all
from firstfoot.market.sourcing.queries import people_listed, people_who_may_be_asked, period_now
from firstfoot.reactions.telling import Said, key_of, written

AT_A_TIME = 1_000


def tell_everybody_it_is_on(fact: Fact) -> None:
    """A notice and a mail to everybody with a profile, unless it was turned off again meanwhile."""
    if period_now() != fact.data["number"]:
        return
    with translation.override(settings.LANGUAGE_CODE):
        said = Said(
            _("Hosts may look for people now, and you decide whether they find you"),
            _("You are not on the list unless you say so. The page says what hosts would see, and what not."),
            reverse("talent:be_found"),
            _("See what it is"),
        )
        _tell(fact, people_who_may_be_asked(), "sourcing_on", said)


def tell_listed_it_is_off(fact: Fact) -> None:
    """A notice and a mail to those who stood in it."""
    with translation.override(settings.LANGUAGE_CODE):
        said = Said(
            _("You are no longer on the list that hosts read"),
            _("It was turned off, and what you agreed to has ended. To be on it again, you would have to say so anew."),
            reverse("talent:desk"),
            _("Open your desk"),
        )
        _tell(fact, people_listed(fact.data["number"]), "sourcing_off", said)


def _tell(fact: Fact, people: QuerySet[Person], kind: str, said: Said) -> None:
    """The same words to everybody, a thousand at a time: two inserts for each thousand."""
    letter = written(kind, said, {})
    for some in batched(people.order_by("pk").iterator(AT_A_TIME), AT_A_TIME):
        keys = [(person, key_of(fact, kind, person)) for person in some]
        told = (Told(person, key, said.title, said.body, said.path) for person, key in keys)
        tell_all(kind, told, at_once=True)
        store_mails(kind, letter, keys)
