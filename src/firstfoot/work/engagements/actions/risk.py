"""Keeping the mark of work at risk as the early warning has it, so that it is told once and can be listed."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.journal.actions import locked, record
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries.warnings import warning_of
from firstfoot.work.engagements.warning import Level, Warning


@transaction.atomic
def note_risk(*, engagement_id: int) -> Warning:
    """The clock: mark the work as at risk, or as no longer so; a second call finds nothing to do.

    What pages show is counted anew each time; the mark only says what was told.
    """
    engagement = locked(Engagement, engagement_id)
    warning = warning_of(engagement)
    is_at_risk = warning.level == Level.AT_RISK
    if is_at_risk != engagement.is_at_risk:
        engagement.is_at_risk = is_at_risk
        kind = Engagements.AT_RISK if is_at_risk else Engagements.RISK_OVER
        signs = [str(reason.sign) for reason in warning.reasons]
        record(kind, engagement, None, save=["is_at_risk"], signs=signs)
    return warning
