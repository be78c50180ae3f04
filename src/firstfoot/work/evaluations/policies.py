"""Who assesses: the intern for one side; supervisor, cover or owner for the host."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import Standing, standing_of


def may_evaluate(actor: Person, engagement: Engagement) -> Verdict:
    return evaluating(standing_of(actor, engagement))


def evaluating(standing: Standing) -> Verdict:
    """The same, of a standing that is known already."""
    return YES if standing.is_intern else standing.review()
