"""Reading people: by token, their calendar, their addresses."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Away, Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays

# Whom a visitor of a demo installation may walk in as.
DEMO_ADDRESSES = {
    "host": "hana@demo.example",
    "intern": "sam@demo.example",
    "supervisor": "hugo@demo.example",
    "steward": "stella@demo.example",
}


def workdays_of(person: Person) -> Workdays:
    """The person's zone and times away; one query."""
    return Workdays(zone=person.zone, away=tuple(away.span for away in person.aways.all()))


def aways_of(person: Person) -> QuerySet[Away]:
    """The person's times away that have not passed, soonest first."""
    return person.aways.filter(last_on__gte=clock.today(person.zone))


def persons_by_tokens(tokens: Iterable[str]) -> dict[str, Person]:
    """The people behind actor tokens of facts; erased ones are missing."""
    wanted = set(tokens)
    return {person.actor_token: person for person in Person.objects.filter(actor_token__in=wanted)}


def person_by_address(email: str) -> Person | None:
    """The person whose confirmed address this is."""
    found = EmailAddress.objects.filter(email=email.strip().lower(), verified=True).select_related("user").first()
    return found.user if found else None


def confirmed_addresses(person: Person) -> frozenset[str]:
    """The addresses the person has shown to be theirs, in lower case."""
    addresses = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
    return frozenset(address.lower() for address in addresses)


def confirmed_addresses_of(people: Iterable[Person]) -> tuple[str, ...]:
    """The addresses that these people have shown to be theirs, in lower case; one query."""
    addresses = EmailAddress.objects.filter(user__in=[person.pk for person in people], verified=True)
    return tuple(address.lower() for address in addresses.values_list("email", flat=True))


def demo_person(role: str) -> Person | None:
    """The person of the demo world behind "host", "intern", "supervisor" or "steward"."""
    email = DEMO_ADDRESSES.get(role)
    return Person.objects.filter(email=email, is_demo=True, state=PersonState.ACTIVE).first() if email else None


def stewards() -> QuerySet[Person]:
    """Everyone who runs this installation."""
    return Person.objects.filter(is_steward=True, state=PersonState.ACTIVE)


def people_for_steward(reader: Person, *, words: str = "", state: str = "") -> QuerySet[Person]:
    """Everyone, newest first, for stewards; by state, and by a part of the name or address."""
    if not reader.is_steward:
        return Person.objects.none()
    found = Person.objects.order_by("-pk")
    if state:
        found = found.filter(state=state)
    if words:
        found = found.filter(Q(chosen_name__icontains=words) | Q(email__icontains=words))
    return found


def person_history(person: Person) -> QuerySet[Fact]:
    """When the person was shut out and let in again, newest first."""
    kinds = [Accounts.PERSON_SUSPENDED, Accounts.PERSON_RESTORED]
    return facts_of(person).filter(kind__in=kinds).order_by("-seq")
