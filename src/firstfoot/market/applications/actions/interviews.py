"""Times for a talk: the host offers some, the applicant chooses one or says that none fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions.base import locked_with_project, require_state
from firstfoot.market.applications.events import Interviews
from firstfoot.market.applications.models import Application, Interview
from firstfoot.market.applications.policies import may_answer_interview, may_go_on
from firstfoot.market.applications.states import INTERVIEW, INTERVIEW_LIVE, INTERVIEWED

MOST_SLOTS = 5
SHORTEST, LONGEST = 15, 60  # minutes


@transaction.atomic
def offer_interview(
    *, application_id: int, starts: Sequence[datetime], minutes: int, how: str, actor: Person, seen: int | None = None
) -> Interview:
    """Ask someone on the short list for a talk at one of these times; they take the place of times offered before.

    Raises NotPermitted, IllegalTransition off the short list, Conflict("interview_in_past"), ValueError for what
    the page's form does not let through.
    """
    _, application = locked_with_project(application_id, seen=seen)
    require(may_go_on(actor, application))
    require_state(application, "interview", *INTERVIEWED)
    slots, now = sorted(set(starts)), clock.now()
    if not 1 <= len(slots) <= MOST_SLOTS or not SHORTEST <= minutes <= LONGEST or not how.strip():
        raise ValueError("An interview has 1 to 5 times, 15 to 60 minutes, and says how.")
    if slots[0] <= now:
        raise Conflict("interview_in_past")
    _end_live(application, actor)
    interview = Interview(
        application=application, offered_by=actor, starts=[slot.astimezone(UTC).isoformat() for slot in slots],
        minutes=minutes, how=how.strip(), offered_at=now, updated_at=now,
    )  # fmt: skip
    record_new(Interviews.OFFERED, interview, actor, number=len(slots))
    return interview


@transaction.atomic
def choose_interview(*, interview_id: int, start: datetime, actor: Person, seen: int | None = None) -> Interview:
    """The applicant takes one of the times.

    Raises NotPermitted, IllegalTransition, Conflict("interview_in_past"), Conflict("not_a_slot"), Conflict("changed").
    """
    interview = _locked_for_applicant(interview_id, actor, seen)
    interview.state = INTERVIEW.target("choose", interview.state)
    if start not in interview.slots:
        raise Conflict("not_a_slot")
    interview.updated_at = clock.now()
    if start <= interview.updated_at:
        raise Conflict("interview_in_past")
    interview.chosen_at = start
    record(Interviews.CHOSEN, interview, actor, save=["state", "chosen_at", "updated_at"])
    return interview


@transaction.atomic
def pass_interview(*, interview_id: int, note: str, actor: Person, seen: int | None = None) -> Interview:
    """The applicant says that no time fits, or not any more, with a line that the host reads."""
    interview = _locked_for_applicant(interview_id, actor, seen)
    interview.state = INTERVIEW.target("pass", interview.state)
    interview.none_fit_note, interview.updated_at = note.strip(), clock.now()
    record(Interviews.NONE_FIT, interview, actor, save=["state", "none_fit_note", "updated_at"])
    return interview


@transaction.atomic
def end_interviews(*, application_id: int) -> int:
    """The application left the round in which people talk: what was arranged is void; how many."""
    _, application = locked_with_project(application_id)
    return 0 if application.state in INTERVIEWED else _end_live(application, None)


def _end_live(application: Application, actor: Person | None) -> int:
    live = Interview.objects.select_for_update().filter(application=application, state__in=INTERVIEW_LIVE)
    found = list(live.order_by("pk"))
    for interview in found:
        interview.state = INTERVIEW.target("end", interview.state)
        interview.updated_at = clock.now()
        record(Interviews.ENDED, interview, actor, save=["state", "updated_at"])
    return len(found)


def _locked_for_applicant(interview_id: int, actor: Person, seen: int | None) -> Interview:
    """The interview, locked after its project and application, while the talk is still wanted."""
    application_id = Interview.objects.values_list("application_id", flat=True).get(pk=interview_id)
    _, application = locked_with_project(application_id)
    interview = locked(Interview, interview_id, seen=seen)
    interview.application = application
    require(may_answer_interview(actor, application))
    require_state(application, "interview", *INTERVIEWED)
    return interview
