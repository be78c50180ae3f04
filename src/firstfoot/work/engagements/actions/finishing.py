"""The end of the work proper: every required result is accepted, what waited besides falls away."""

from __future__ import annotations

from datetime import datetime

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.actions.check_ins import skip_rest
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, Engagement
from firstfoot.work.engagements.states import AGREEMENT, ENGAGEMENT, AgreementState

EVALUATION_DAYS = 14


def finish_work(engagement: Engagement, actor: Person) -> None:
    """Close the work of a locked engagement: no check-in and no change of terms is waited for any more."""
    engagement.state = ENGAGEMENT.target("finish", engagement.state)
    engagement.finished_at = clock.now()
    engagement.evaluate_by_at = evaluation_deadline(engagement)
    skip_rest(engagement, actor, code="finished")
    void_proposed(engagement, actor)
    record(Engagements.FINISHED, engagement, actor, save=["state", "finished_at", "evaluate_by_at"])


def void_proposed(engagement: Engagement, actor: Person) -> None:
    """A version that nobody will sign any more never comes about."""
    proposed = AgreementVersion.objects.select_for_update().filter(engagement=engagement, state=AgreementState.PROPOSED)
    for agreement in list(proposed):
        agreement.state = AGREEMENT.target("void", agreement.state)
        record(Engagements.AGREEMENT_VOIDED, agreement, actor, save=["state"])


def evaluation_deadline(engagement: Engagement) -> datetime:
    """14 days from now; a side that is away gets its days back."""
    now = clock.now()
    host = workdays_of_organization(engagement.organization).after_days(now, EVALUATION_DAYS)
    return max(host, workdays_of(engagement.intern).after_days(now, EVALUATION_DAYS))
