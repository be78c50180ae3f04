"""Reading talent profiles."""

from __future__ import annotations

from collections.abc import Iterable

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.talent.models import SkillClaim, TalentProfile


def profile_of(person: Person) -> TalentProfile | None:
    """The person's profile; None until they first saved one."""
    return TalentProfile.objects.filter(person=person).first()


def profile_versions(person_ids: Iterable[int]) -> dict[int, int]:
    """Which version of their profile stands, by person; for those who have one."""
    found = TalentProfile.objects.filter(person__in=list(person_ids))
    return dict(found.values_list("person_id", "version"))


def profiles_of(person_ids: Iterable[int]) -> dict[int, TalentProfile]:
    """The profiles there are, by person, in one query."""
    return {profile.person_id: profile for profile in TalentProfile.objects.filter(person__in=list(person_ids))}


def claims_of(person: Person) -> list[SkillClaim]:
    """The skills that a person claims, in their own order; what they took away is not among them."""
    return list(SkillClaim.objects.filter(person=person, removed_at=None))
