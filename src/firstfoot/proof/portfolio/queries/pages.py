"""Reading the pages of people."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.states import CredentialState
from firstfoot.proof.portfolio.models import FormerAddress, PersonPage
from firstfoot.proof.portfolio.states import PageState


def page_of(person: Person) -> PersonPage | None:
    """The person's own page, up or down."""
    return PersonPage.objects.filter(person=person).first()


def own_pages(person: Person) -> QuerySet[PersonPage]:
    return PersonPage.objects.filter(person=person)


def pages_up() -> QuerySet[PersonPage]:
    """Those that everyone may open, of people who are here."""
    up = PersonPage.objects.filter(state=PageState.UP, person__state=PersonState.ACTIVE, person__leaving_at=None)
    return up.select_related("person")


def slugs_of(keys: Iterable[int]) -> dict[int, str]:
    """Where the pages of these people are, by their keys, of those whose page is up."""
    found = pages_up().filter(person__in=list(keys)).values_list("person_id", "slug")
    return {key: slug for key, slug in found if slug}


def page_at(slug: str) -> PersonPage | None:
    return pages_up().filter(slug=slug).first()


def credentials_on_page(person: Person) -> QuerySet[Credential]:
    """Those in force that the person shows to anyone, the newest first; their pages say what they say."""
    shown = Credential.objects.filter(holder=person, state=CredentialState.ISSUED, shared_at__isnull=False)
    return shown.only("public_id", "issued_at", "holder", "kind").order_by("-pk")


def findable_pages() -> QuerySet[PersonPage]:
    """Those that search engines may keep."""
    return pages_up().filter(is_findable=True).order_by("-up_at", "-pk")


def is_taken(slug: str, page: PersonPage | None) -> bool:
    """Whether the address is, or was, another person's."""
    now = PersonPage.objects.filter(slug=slug)
    before = FormerAddress.objects.filter(digest=digest_of(slug))
    if page is not None and page.pk:
        now, before = now.exclude(pk=page.pk), before.exclude(page=page)
    return now.exists() or before.exists()


def digest_of(slug: str) -> str:
    return hashlib.sha256(slug.encode()).hexdigest()
