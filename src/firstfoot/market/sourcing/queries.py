"""Reading the list: whether it is on, who stands in it, and whom a project's list of today shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.market.applications.aliases import aliases_of
from firstfoot.market.applications.models import Alias, Application, NoInvitations, ProjectInvitation
from firstfoot.market.matching.credits import credits_of
from firstfoot.market.matching.features import Reader
from firstfoot.market.matching.filtering import by_terms, by_timing
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.seeking import Seeker, Standing
from firstfoot.market.matching.sourcing import Band, Chip, band, chips
from firstfoot.market.organizations.models import Block, Membership
from firstfoot.market.organizations.states import BlockState
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.events import Sourcing
from firstfoot.market.sourcing.models import DrawnList, Listing, SourcingSwitch
from firstfoot.market.sourcing.states import ListingState, SwitchState
from firstfoot.market.suggestions.lexicon import links
from firstfoot.market.suggestions.openings import opening_of
from firstfoot.market.suggestions.seekers import can_come_to, seekers_of
from firstfoot.market.talent.models import SkillClaim, TalentProfile


@dataclass(frozen=True, slots=True)
class Shown:
    """One person as a host reads them: nothing here says who they are."""

    alias: Alias
    band: Band
    chips: tuple[Chip, ...]
    hours_a_week: int | None
    languages: tuple[str, ...]
    is_invited: bool


def switch() -> SourcingSwitch | None:
    """The row of the switch; None before it was first turned on."""
    return SourcingSwitch.objects.first()


def period_now() -> int | None:
    """The period that runs; None while the list is off."""
    running = SourcingSwitch.objects.filter(state=SwitchState.ON)
    return running.values_list("period", flat=True).first()


def is_listed(person: Person) -> bool:
    """Whether the person agreed in the period that runs."""
    period = period_now()
    return period is not None and Listing.objects.filter(person=person, **_standing(period)).exists()


def turns(most: int) -> list[Fact]:
    """When the list was turned on and off, and by which token, newest first."""
    each = [
        fact
        for kind in (Sourcing.TURNED_ON, Sourcing.TURNED_OFF)
        for fact in Fact.objects.filter(kind=str(kind)).order_by("-pk")[:most]
    ]
    return sorted(each, key=lambda fact: -fact.pk)[:most]


def people_listed(period: int) -> QuerySet[Person]:
    """Everybody who stands in the list of that period and is let in."""
    listed = Listing.objects.filter(person=OuterRef("pk"), **_standing(period))
    return Person.objects.filter(Exists(listed), state=PersonState.ACTIVE, leaving_at=None)


def people_who_may_be_asked() -> QuerySet[Person]:
    """Everybody with a talent profile who is let in."""
    profile = TalentProfile.objects.filter(person=OuterRef("pk"))
    return Person.objects.filter(Exists(profile), state=PersonState.ACTIVE, leaving_at=None)


def preview_of(person: Person) -> Seeker:
    """The person as a list would read them; three queries."""
    return seekers_of(Person.objects.filter(pk=person.pk))[0].seeker


def wants_no_invitations(person: Person) -> bool:
    """Whether they once said that they want none from anybody."""
    return Person.objects.filter(_wants_none(), pk=person.pk).exists()


def people_for(project: Project, period: int) -> QuerySet[Person]:
    """Those listed who may be shown to the project's host at all.

    Without who applied, belongs to it, is kept apart from it by either side, or wants no invitations of it or of
    anybody. Whom the host invited by name, and what became of that, changes nothing here: it would tell who is who.
    """
    host, person = project.organization_id, OuterRef("pk")
    apart = Block.objects.filter(person=person, organization=host, state=BlockState.STANDING)
    unwanted = NoInvitations.objects.filter(person=person, organization=host)
    member = Membership.objects.filter(person=person, organization=host, left_at=None)
    applied = Application.objects.filter(person=person, project=project, submitted_at__isnull=False)
    return people_listed(period).exclude(Exists(apart) | Exists(unwanted) | Exists(member) | Exists(applied)).exclude(
        _wants_none()
    )  # fmt: skip


def list_of(project: Project, on: date | None = None) -> DrawnList | None:
    """The list of this day where the host is, once it was drawn."""
    return DrawnList.objects.filter(project=project, on=on or today_of(project)).first()


def today_of(project: Project) -> date:
    return clock.today(project.organization.zone)


def shown_in(drawn: DrawnList, project: Project, period: int) -> list[Shown]:
    """Whom a drawn list shows still, in its order: each is read anew, as they stand now; six queries."""
    aliases = {alias.person_id: alias for alias in aliases_of(project, drawn.shown)}
    opening = opening_of(project)
    people = people_for(project, period).filter(pk__in=[pk for pk in aliases if pk is not None])
    order = {code: number for number, code in enumerate(drawn.shown)}
    found = [
        Shown(
            aliases[key], place, chips(seeker.claims, opening), seeker.hours_a_week, tuple(sorted(seeker.languages)),
            bool(getattr(aliases[key], "is_invited", False)),
        )
        for key, seeker, place in fitting(people, opening, drawn.on)
    ]  # fmt: skip
    return sorted(found, key=lambda shown: order[shown.alias.public_id])


def fitting(people: QuerySet[Person], opening: Opening, today: date) -> Iterator[tuple[int, Seeker, Band]]:
    """Those whom the filter lets pass, with their band; three queries however many they are."""
    words = lexicon()
    for looking in seekers_of(people):
        standing = Standing(can_come_to=can_come_to(looking, opening.terms.place))
        if not kept_off(looking.seeker, standing, opening, today):
            yield looking.person_id, looking.seeker, band(reader_of(looking.seeker, words), opening)


def kept_off(seeker: Seeker, standing: Standing, opening: Opening, today: date) -> bool:
    """Whether something of time or terms keeps the two apart. What was not said excludes nothing."""
    return bool(by_timing(seeker, opening.timing, today) or by_terms(seeker, standing, opening.terms))


def reader_of(seeker: Seeker, words: Lexicon) -> Reader:
    """As far as a band needs it: how rare a skill is counts for no band, so nothing is weighed by it."""
    return Reader(seeker, credits_of(seeker.claims, words), {}, seeker.interests)


def lexicon() -> Lexicon:
    """How skills hang together; no query."""
    broader, related = links()
    return Lexicon(broader=broader, related=related)


def codes_found_by(claims: Iterable[SkillClaim]) -> set[str]:
    """The skills that these claims name, and the wider ones they belong to."""
    words = lexicon()
    codes = {code for claim in claims for code in claim.codes}
    return codes.union(*({up for up, _steps in words.wider(code)} for code in codes))


def _standing(period: int) -> dict[str, object]:
    return {"period": period, "state": ListingState.LISTED}


def _wants_none() -> Q:
    """Said by the link in any invitation, to the person or to an address of theirs."""
    said = ProjectInvitation.objects.filter(wants_no_more=True)
    own = EmailAddress.objects.filter(verified=True, email__in=said.exclude(email="").values("email"))
    to_them = said.filter(person=OuterRef("pk"))
    return Q(Exists(to_them)) | Q(pk__in=own.values("user"))
