"""Who may change a talent profile."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if
from firstfoot.market.talent.models import TalentProfile


def may_change_profile(actor: Person, profile: TalentProfile) -> Verdict:
    """A profile is written by its own person and nobody else."""
    return allow_if(actor.pk == profile.person_id and actor.is_active, else_deny="not_your_profile")
