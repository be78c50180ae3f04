"""Writing one's own talent profile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.talent.actions.claims import erase_claims, keep_claims, set_levels
from firstfoot.market.talent.events import Talent
from firstfoot.market.talent.models import TalentProfile
from firstfoot.market.talent.policies import may_change_profile

FIELDS = ("headline", "about", "city", "studies", "skills", "links", "hours_a_week", "wants", "helps")


@transaction.atomic
def save_profile(
    *, actor: Person, seen: int | None = None, levels: Mapping[str, int | None] | None = None, **fields: Any
) -> TalentProfile:
    """Start the actor's profile or change the named fields; saving what already stands records nothing.

    `levels` says how well they can do it, by the public ids of claims.
    Words in `skills` are what the person claims from then on; what was shown and is not among them is taken away.
    Raises Conflict("changed") when it changed since version `seen`, TypeError for a field that a profile has not.
    """
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"A profile has no {', '.join(sorted(unknown))}.")
    pk = TalentProfile.objects.filter(person=actor).values_list("pk", flat=True).first()
    return _start(actor, fields) if pk is None else _change(pk, seen, actor, fields, levels or {})


def _start(actor: Person, fields: dict[str, Any]) -> TalentProfile:
    profile = TalentProfile(person=actor, updated_at=clock.now(), **fields)
    require(may_change_profile(actor, profile))
    try:
        with transaction.atomic():
            record_new(Talent.PROFILE_STARTED, profile, actor)
    except IntegrityError as error:
        raise Conflict("changed") from error
    keep_claims(profile)
    return profile


def _change(
    pk: int, seen: int | None, actor: Person, fields: dict[str, Any], levels: Mapping[str, int | None]
) -> TalentProfile:
    profile = locked(TalentProfile, pk, seen=seen)
    require(may_change_profile(actor, profile))
    changed = [name for name, value in fields.items() if getattr(profile, name) != value]
    for name in changed:
        setattr(profile, name, fields[name])
    if "skills" in fields:
        keep_claims(profile)
    levelled = ["levels"] if set_levels(profile, levels) else []
    if not changed and not levelled:
        return profile
    profile.updated_at = clock.now()
    record(Talent.PROFILE_CHANGED, profile, actor, save=[*changed, "updated_at"], fields=[*changed, *levelled])
    return profile


@transaction.atomic
def erase_profile(*, person: Person) -> list[str]:
    """Empty the profile and delete the claims; the texts that stood there."""
    texts = erase_claims(person)
    profile = TalentProfile.objects.filter(person=person).first()
    if profile is None:
        return texts
    return texts + emptied(
        profile, *(name for name in FIELDS if name != "hours_a_week"), instead={"hours_a_week": None}
    )
