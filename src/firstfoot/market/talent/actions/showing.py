"""What somebody showed in an engagement stands among their skills."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.market.skills import codes_of
from firstfoot.market.talent.actions.claims import claim_of, fold
from firstfoot.market.talent.events import Talent
from firstfoot.market.talent.models import SkillClaim, TalentProfile
from firstfoot.market.talent.states import KnownBy
from firstfoot.market.vocabulary.queries import codes_by_word, name_of


@transaction.atomic
def show_skills(*, person_id: int, words: Iterable[str], engagement: str) -> None:
    """The skills that a finished engagement took are shown ones, with its public id; twice is the same.

    Nothing comes back that the person took away, and a choice ("Python or R") shows none of the two.
    """
    person = Person.objects.get(pk=person_id)
    if person.state == PersonState.ERASED:
        return
    profile = _locked_profile(person)
    held = list(SkillClaim.objects.filter(person=person))
    new: list[SkillClaim] = []
    raised: list[SkillClaim] = []
    for word, code in codes_by_word(words).items():
        if not code and codes_of(word):
            continue
        claim = _shown_by(word, code, [*held, *new])
        if claim is None:
            new.append(_show(claim_of(person.pk, word, code, len(held) + len(new)), engagement))
        elif claim.known_by == KnownBy.SAID:
            raised.append(_show(claim, engagement))
    if not new and not raised:
        return
    SkillClaim.objects.bulk_create(new)
    SkillClaim.objects.bulk_update(raised, ["known_by", "shown_in", "shown_at"])
    profile.skills = [*profile.skills, *(claim.words for claim in new)]
    profile.updated_at = clock.now()
    record(Talent.SKILLS_SHOWN, profile, None, save=["skills", "updated_at"], engagement=engagement)


def _locked_profile(person: Person) -> TalentProfile:
    """The profile there is, or one that begins with what was shown."""
    pk = TalentProfile.objects.filter(person=person).values_list("pk", flat=True).first()
    if pk is not None:
        return locked(TalentProfile, pk)
    profile = TalentProfile(person=person, updated_at=clock.now())
    record_new(Talent.PROFILE_STARTED, profile, None)
    return profile


def _shown_by(word: str, code: str, claims: list[SkillClaim]) -> SkillClaim | None:
    """The claim that this word shows: the same word, else the name of the skill that the word is read as.

    A claim in other words is not: woodworking shows no welding, though both are read as repair.
    """
    same = next((claim for claim in claims if claim.folded == fold(word)), None)
    if same or not code:
        return same
    return next((claim for claim in claims if claim.code == code and _is_name(claim)), None)


def _is_name(claim: SkillClaim) -> bool:
    return fold(name_of(claim.code)) == claim.folded


def _show(claim: SkillClaim, engagement: str) -> SkillClaim:
    claim.known_by, claim.shown_in, claim.shown_at = KnownBy.SHOWN, engagement, clock.now()
    return claim
