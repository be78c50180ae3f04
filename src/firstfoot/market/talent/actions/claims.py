"""The claims of a profile, kept in step with its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.skills import folded
from firstfoot.market.talent.models import LONGEST, SkillClaim, TalentProfile
from firstfoot.market.talent.states import KnownBy
from firstfoot.market.vocabulary.queries import codes_by_word

_KEPT = ("words", "code", "position", "removed_at")


def keep_claims(profile: TalentProfile) -> None:
    """Claim each word of the profile, in its order, and nothing else; called by actions that hold the profile."""
    held = {claim.folded: claim for claim in SkillClaim.objects.filter(person=profile.person_id)}
    said: dict[str, str] = {}
    for word in profile.skills:
        said.setdefault(fold(word), str(word)[:LONGEST])
    codes = codes_by_word(said.values())
    new, changed = [], []
    for position, (key, words) in enumerate(said.items()):
        if key not in held:
            new.append(claim_of(profile.person_id, words, codes[words], position))
        elif _renew(held[key], words=words, code=codes[words], position=position, removed_at=None):
            changed.append(held[key])
    SkillClaim.objects.bulk_create(new)
    SkillClaim.objects.bulk_update(changed, _KEPT)
    _let_go(claim for key, claim in held.items() if key not in said and claim.removed_at is None)


def set_levels(profile: TalentProfile, levels: Mapping[str, int | None]) -> bool:
    """Say how well the person can do what they claim, by the claims' public ids; whether anything changed."""
    claims = SkillClaim.objects.filter(person=profile.person_id, public_id__in=list(levels), removed_at=None)
    changed = [claim for claim in claims if claim.level != levels[claim.public_id]]
    for claim in changed:
        claim.level = levels[claim.public_id]
    SkillClaim.objects.bulk_update(changed, ["level"])
    return bool(changed)


def claim_of(person_id: int, words: str, code: str, position: int) -> SkillClaim:
    """A claim that the person makes now, not yet saved."""
    return SkillClaim(
        person_id=person_id, words=words[:LONGEST], folded=fold(words), code=code, position=position,
        said_at=clock.now(),
    )  # fmt: skip


def fold(word: object) -> str:
    """By what two spellings of a word are one claim."""
    return folded(str(word)[:LONGEST])[:LONGEST]


def erase_claims(person: Person) -> list[str]:
    """Delete them all, also those taken away; the words that stood there."""
    claims = SkillClaim.objects.filter(person=person)
    words = list(claims.values_list("words", flat=True))
    claims.delete()
    return words


def _renew(claim: SkillClaim, **values: Any) -> bool:
    """Whether the claim changes as it is said again."""
    is_other = any(getattr(claim, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(claim, name, value)
    return is_other


def _let_go(claims: Iterable[SkillClaim]) -> None:
    """What was only said is forgotten; of what was shown it is known that the person took it away."""
    keys: dict[bool, list[int]] = {True: [], False: []}
    for claim in claims:
        keys[claim.known_by == KnownBy.SAID].append(claim.pk)
    SkillClaim.objects.filter(pk__in=keys[True]).delete()
    SkillClaim.objects.filter(pk__in=keys[False]).update(removed_at=clock.now())
