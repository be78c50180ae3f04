"""Reading the list: whether it is on, who stands in it, and whom a project's list of today shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.market.applications.aliases import aliases_of
from firstfoot.market.applications.models import Alias, Application, ProjectInvitation
from firstfoot.market.matching.credits import credits_of
from firstfoot.market.matching.features import Reader
from firstfoot.market.matching.filtering import by_terms, by_timing
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.seeking import Evidence, Level, Seeker, Standing
from firstfoot.market.matching.sourcing import Band, Chip, band, chips
from firstfoot.market.organizations.models import Block, Membership
from firstfoot.market.organizations.states import BlockSide, BlockState
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.events import Sourcing
from firstfoot.market.sourcing.models import DrawnList, Listing, SourcingSwitch
from firstfoot.market.sourcing.states import ListingState, SwitchState
from firstfoot.market.suggestions.lexicon import links
from firstfoot.market.suggestions.seekers import seekers_of
from firstfoot.market.talent.models import SkillClaim, TalentProfile


class Hours(StrEnum):
    """How much time somebody has in a week, in steps: the very number would tell people apart."""

    UNSAID = ""
    FEW = "few"  # under 10
    SOME = "some"  # 10 to 20
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Shown:
    """One person as a host reads them: nothing here says who they are."""

    alias: Alias
    band: Band
    chips: tuple[Chip, ...]
    hours: Hours
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

    Without who applied, belongs to it, or keeps away from it. What the host itself can bring about by somebody's name
    changes nothing here, as it would tell who is who: a block by the host, an invitation by name, and what that person
    answers to it. An invitation from the list reaches none of these.
    """
    host, person = project.organization_id, OuterRef("pk")
    apart = Block.objects.filter(person=person, organization=host, state=BlockState.STANDING, side=BlockSide.PERSON)
    member = Membership.objects.filter(person=person, organization=host, left_at=None)
    applied = Application.objects.filter(person=person, project=project, submitted_at__isnull=False)
    return people_listed(period).exclude(Exists(apart) | Exists(member) | Exists(applied))


def list_of(project: Project, on: date | None = None) -> DrawnList | None:
    """The list of this day, once it was drawn. The day is that of UTC: an organization can change its zone."""
    return DrawnList.objects.filter(project=project, on=on or clock.today()).first()


def kept_of(alias: str, place: Band, seeker: Seeker, opening: Opening) -> list[Any]:
    """One row of a list as it is stored."""
    said = [[chip.skill, int(chip.level), chip.evidence.value] for chip in chips(seeker.claims, opening)]
    return [alias, place.value, hours_of(seeker).value, sorted(seeker.languages), said]


def hours_of(seeker: Seeker) -> Hours:
    if not seeker.hours_a_week:
        return Hours.UNSAID
    return Hours.FEW if seeker.hours_a_week < 10 else Hours.SOME if seeker.hours_a_week <= 20 else Hours.MANY


def shown_in(drawn: DrawnList, project: Project, period: int) -> list[Shown]:
    """Whom a drawn list shows still, as they were drawn; who left is gone with the next look; two queries."""
    aliases = {alias.public_id: alias for alias in aliases_of(project, [row[0] for row in drawn.shown])}
    keys = [alias.person_id for alias in aliases.values() if alias.person_id is not None]
    here = set(people_for(project, period).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        Shown(
            aliases[code], Band(place), tuple(Chip(skill, Level(level), Evidence(by)) for skill, level, by in said),
            Hours(hours), tuple(languages), bool(getattr(aliases[code], "is_invited", False)),
        )
        for code, place, hours, languages, said in drawn.shown
        if code in aliases and aliases[code].person_id in here
    ]  # fmt: skip


def fitting(people: QuerySet[Person], opening: Opening, today: date) -> Iterator[tuple[int, Seeker, Band]]:
    """Those whom the filter lets pass, with their band; three queries however many they are."""
    words = lexicon()
    for looking in seekers_of(people):
        if not kept_off(looking.seeker, opening, today):
            yield looking.person_id, looking.seeker, band(reader_of(looking.seeker, words), opening)


def kept_off(seeker: Seeker, opening: Opening, today: date) -> bool:
    """Whether hours, dates or languages keep the two apart. What was not said excludes nothing.

    Where somebody lives or may work plays no part: a host that changes the place of its brief must not learn it.
    """
    return bool(by_timing(seeker, opening.timing, today) or by_terms(seeker, Standing(), opening.terms))


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
