"""Founding an organization, saying who it is, and when it is away."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.actions.seeing import outdate_documents
from firstfoot.market.organizations.domains import domain_of
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Membership, Organization, OrganizationAway
from firstfoot.market.organizations.policies import may_describe
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import OrganizationState, Outdated, Role

MOST_UNVERIFIED = 3  # organizations one person may have waiting for a steward


@transaction.atomic
def found_organization(
    *,
    name: str,
    actor: Person,
    website: str = "",
    city: str = "",
    country: str = "",
    size: str = "",
    kind: str = "",
    industry: str = "",
    about: str = "",
    how_work_feels: str = "",
    time_zone: str = "UTC",
    currency: str = "USD",
) -> Organization:
    """Found an organization; the actor becomes its owner, a steward verifies it before anything is public.

    Raises LimitReached when the actor has three that no steward has looked at.
    """
    person = locked(Person, actor.pk)  # so that two at once are counted
    waiting = organizations_with_role(person, Role.OWNER).filter(state=OrganizationState.UNVERIFIED)
    if waiting.count() >= MOST_UNVERIFIED:
        raise LimitReached("too_many_organizations")
    organization = Organization(
        name=name, website=website, city=city, country=country, size=size, kind=kind,
        industry=industry, about=about, how_work_feels=how_work_feels, time_zone=time_zone, currency=currency,
        founded_at=clock.now(),
    )  # fmt: skip
    record_new(Organizations.FOUNDED, organization, actor, currency=currency)
    Membership.objects.create(organization=organization, person=actor, role=Role.OWNER, joined_at=clock.now())
    return organization


@transaction.atomic
def describe_organization(
    *,
    organization_id: int,
    seen: int | None,
    actor: Person,
    name: str,
    website: str = "",
    city: str = "",
    country: str = "",
    size: str = "",
    kind: str = "",
    industry: str = "",
    about: str = "",
    how_work_feels: str = "",
    time_zone: str = "UTC",
    currency: str = "USD",
) -> Organization:
    """Change what the organization says of itself; the fact names the fields that changed.

    Another name or domain of a verified one is noted in `changed_at`, until a steward looked. Documents that were seen
    under another name count no more.

    Raises Conflict when it changed since version `seen`. The same again changes nothing.
    """
    organization = locked(Organization, organization_id, seen=seen)
    require(may_describe(actor, organization))
    said = {
        "name": name, "website": website, "city": city, "country": country, "size": size, "kind": kind,
        "industry": industry, "about": about, "how_work_feels": how_work_feels, "time_zone": time_zone,
        "currency": currency,
    }  # fmt: skip
    changed = [field for field, value in said.items() if getattr(organization, field) != value]
    is_another = "name" in changed or domain_of(organization.website) != domain_of(website)
    for field in changed:
        setattr(organization, field, said[field])
    if is_another and organization.is_verified:
        organization.changed_at = clock.now()
    if "name" in changed:
        outdate_documents(organization, Outdated.NAME, actor)
    if changed:
        record(Organizations.DESCRIBED, organization, actor, save=[*changed, "changed_at"], fields=changed)
    return organization


@transaction.atomic
def add_organization_away(*, organization_id: int, first_on: date, last_on: date, actor: Person) -> OrganizationAway:
    """Close from the first to the last day: clocks skip it. Raises Conflict when the days are in the wrong order."""
    organization = locked(Organization, organization_id)
    require(may_describe(actor, organization))
    if last_on < first_on:
        raise Conflict("away_backwards")
    away = OrganizationAway.objects.create(organization=organization, first_on=first_on, last_on=last_on)
    record(Organizations.AWAY, organization, actor, first_on=first_on.isoformat(), last_on=last_on.isoformat())
    return away


@transaction.atomic
def remove_organization_away(*, away_id: int, actor: Person) -> None:
    """Take back a time away; one that is gone already is no error."""
    away = OrganizationAway.objects.filter(pk=away_id).first()
    if away is None:
        return
    organization = locked(Organization, away.organization_id)
    require(may_describe(actor, organization))
    gone, _ = OrganizationAway.objects.filter(pk=away_id).delete()
    if gone:
        first_on, last_on = away.first_on.isoformat(), away.last_on.isoformat()
        record(Organizations.BACK, organization, actor, first_on=first_on, last_on=last_on)
