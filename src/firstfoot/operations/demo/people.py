"""The demo's people and hosts: joined, verified, with roles, profiles and times away."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from firstfoot.foundation.accounts.actions import add_away, join_person, make_steward
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import DEMO_ADDRESSES
from firstfoot.foundation.selfid.actions import save_answers
from firstfoot.kernel import clock
from firstfoot.market.fairpay.actions import set_pay_floor
from firstfoot.market.organizations.actions import (
    accept_invitation,
    add_organization_away,
    found_organization,
    invite_member,
    note_document,
    reject_organization,
    suspend_organization,
    verify_organization,
)
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.states import Role
from firstfoot.market.talent.actions import save_profile
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content import ORGANIZATIONS, PEOPLE
from firstfoot.operations.demo.content.floors import FLOORS
from firstfoot.operations.demo.content.schema import Kind, OrgSeed, PersonSeed
from firstfoot.operations.demo.content.self_answers import SAID

TERMS = "2026-11"
DOCUMENT = "Extract of the register of businesses, shown by the owner in a call; it waits for a second steward."
_WALK_IN = {address.split("@")[0]: address for address in DEMO_ADDRESSES.values()}


class Cast:
    """Who is who, by the keys of the seeds."""

    def __init__(self) -> None:
        self.person: dict[str, Person] = {}
        self.organization: dict[str, Organization] = {}
        self.seed: dict[str, PersonSeed] = {seed.key: seed for seed in PEOPLE}
        self.staff: dict[str, list[PersonSeed]] = {}
        for seed in PEOPLE:
            if seed.organization:
                self.staff.setdefault(seed.organization, []).append(seed)

    @property
    def steward(self) -> Person:
        return next(self.person[key] for key, seed in self.seed.items() if seed.kind == Kind.STEWARD)

    def owner(self, organization: str) -> Person:
        return self.person[next(s.key for s in self.staff[organization] if s.role == Role.OWNER)]


def gather(calendar: Calendar, first: date) -> Cast:
    """Note down how everyone arrives, from the first day of the demo world on."""
    cast = Cast()
    for minute, person in enumerate(PEOPLE):
        calendar.on(first, partial(_join, cast, person, calendar.today), hour=8 + minute / 60)
    for minute, organization in enumerate(ORGANIZATIONS):
        calendar.on(first, partial(_found, cast, organization, calendar.today), hour=11 + minute / 10)
    calendar.on(first, partial(_set_floors, cast), hour=10.9)
    return cast


def _join(cast: Cast, seed: PersonSeed, today: date) -> None:
    person = join_person(
        email=_WALK_IN.get(seed.key, seed.email), password=None, chosen_name=seed.name,
        legal_name=seed.legal_name if seed.legal_name != seed.name else "", time_zone=seed.zone, adult=True,
        terms_version=TERMS, verified=True, is_demo=seed.key in _WALK_IN,
    )  # fmt: skip
    cast.person[seed.key] = person
    if seed.kind == Kind.STEWARD:
        cast.person[seed.key] = make_steward(person_id=person.pk, actor=None)
    if seed.kind == Kind.TALENT:
        save_profile(
            actor=person, headline=seed.headline, about=seed.about, city=seed.city, studies=seed.studies,
            skills=list(seed.skills), links=list(seed.links), hours_a_week=seed.hours_a_week or None, wants=seed.wants,
            helps=seed.helps,
        )  # fmt: skip
    if seed.key in SAID:
        sex, race = SAID[seed.key]
        save_answers(person_id=person.pk, sex=sex, race=race, actor=person)
    if seed.away:
        add_away(
            person_id=person.pk, first_on=_day(today, seed.away[0]), last_on=_day(today, seed.away[1]), actor=person
        )


def _found(cast: Cast, seed: OrgSeed, today: date) -> None:
    owner = cast.owner(seed.key)
    host = found_organization(
        name=seed.name, actor=owner, website=seed.website, city=seed.city, country=seed.country, size=seed.size,
        kind=seed.kind, industry=seed.industry, about=seed.about, how_work_feels=seed.how_work_feels,
        time_zone=seed.zone, currency=seed.currency,
    )  # fmt: skip
    steward = cast.steward
    if seed.state in {"verified", "suspended"}:
        verify_organization(organization_id=host.pk, actor=steward)
    if seed.state == "unverified":
        note_document(organization_id=host.pk, kind="register", words=DOCUMENT, seen_on=clock.today(), actor=steward)
    if seed.state == "rejected":
        reject_organization(organization_id=host.pk, actor=steward, reason="The website does not answer yet.")
    for member in cast.staff[seed.key]:
        if member.role != Role.OWNER:
            _hire(cast, host, owner, member)
    if seed.away:
        add_organization_away(
            organization_id=host.pk, first_on=_day(today, seed.away[0]), last_on=_day(today, seed.away[1]), actor=owner
        )
    if seed.state == "suspended":
        suspend_organization(organization_id=host.pk, actor=steward, reason="Two people told us about late pay.")
    host.refresh_from_db()
    cast.organization[seed.key] = host


def _set_floors(cast: Cast) -> None:
    steward = next(cast.person[key] for key, person in cast.seed.items() if person.kind == Kind.STEWARD)
    for country, currency, hourly, from_on, source in FLOORS:
        set_pay_floor(
            country=country, currency=currency, hourly_minor=hourly, from_on=from_on, source=source, actor=steward
        )


def _hire(cast: Cast, host: Organization, owner: Person, member: PersonSeed) -> None:
    person = cast.person[member.key]
    invitation = invite_member(organization_id=host.pk, email=person.email, role=Role(member.role), actor=owner)
    accept_invitation(token=invitation.token, actor=person)


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)
