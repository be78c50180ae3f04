"""Check-ins: each side answers unseen, both or the clock close it."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.corrections import open_for
from firstfoot.work.engagements.actions.locking import locked_part, require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CheckIn, CheckInAnswer, Engagement
from firstfoot.work.engagements.policies import may_answer, standing_of
from firstfoot.work.engagements.queries.reading import is_answerable
from firstfoot.work.engagements.states import (
    CHECK_IN,
    Blocked,
    CheckInState,
    Confidence,
    CorrectionCause,
    Helped,
    Progress,
    Side,
    diverges,
)
from firstfoot.work.engagements.states import EngagementState as E


@transaction.atomic
def answer_check_in(
    *,
    check_in_id: int,
    progress: str,
    confidence: str,
    blocked: str,
    note: str,
    actor: Person,
    keep: str = "",
    change: str = "",
    minutes: int | None = None,
    seen: str | None = None,
) -> CheckIn:
    """Give the actor's side's three taps and note; changeable until the check-in closes.

    `keep` and `change` are one thing each that the other side is to go on with or to do differently;
    `minutes` is the work so far, which only the intern counts. The other side's answer, and whether
    it exists, stays unseen until both are in. Answers that lie far apart open a course correction;
    saying again what stands changes nothing. Raises NotPermitted unless the actor is the intern, the
    supervisor or the cover; IllegalTransition when it is closed; Conflict("not_yet") while an earlier
    one is open and this one's day has not come, Conflict("changed") when the side's answer is no
    longer the one with the digest `seen` ("" for none).
    """
    check_in, engagement = locked_part(CheckIn, check_in_id)
    require(may_answer(actor, check_in))
    require_state(engagement, E.ACTIVE)
    CHECK_IN.target("answer", check_in.state)
    if not is_answerable(check_in, engagement):
        raise Conflict("not_yet")
    side = engagement.side_of(actor.pk)
    answer = CheckInAnswer.objects.filter(check_in=check_in, side=side).first()
    stood = answer.digest if answer else ""
    answer = answer or CheckInAnswer(check_in=check_in, side=side)
    answer.person, answer.answered_at = actor, clock.now()
    answer.progress, answer.confidence, answer.blocked = Progress(progress), Confidence(confidence), Blocked(blocked)
    answer.note, answer.keep, answer.change = note, keep, change
    answer.minutes = minutes if side == Side.INTERN else None
    if stood == answer.digest:
        return check_in
    if seen is not None and stood and seen != stood:
        raise Conflict("changed")
    answer.save()
    said = dict(check_in.answers.values_list("side", "progress"))
    if len(said) < 2:
        record(Engagements.CHECK_IN_ANSWERED_BY_ONE, check_in, actor, side=side)
        return check_in
    _close_answered(check_in, engagement, said, actor)
    return check_in


def _close_answered(check_in: CheckIn, engagement: Engagement, said: dict[str, str], actor: Person) -> None:
    check_in.state = CHECK_IN.target("answer", check_in.state)
    check_in.closed_at = clock.now()
    check_in.is_divergent = diverges(said["host"], said["intern"])
    record(
        Engagements.CHECK_IN_ANSWERED, check_in, actor, save=["state", "closed_at", "is_divergent"],
        number=check_in.number, divergent=check_in.is_divergent,
    )  # fmt: skip
    if check_in.is_divergent:
        open_for(engagement, CorrectionCause.DIVERGENCE, actor=None, check_in=check_in)


@transaction.atomic
def rate_feedback(*, check_in_id: int, helped: str, actor: Person) -> CheckIn:
    """Say whether the host's feedback of a closed check-in helped; the last word counts.

    Raises NotPermitted unless the actor is the intern, Conflict("not_now") once the work is over,
    Conflict("no_feedback") while the check-in is open, or when the host said nothing to go by.
    """
    check_in, engagement = locked_part(CheckIn, check_in_id)
    require(standing_of(actor, engagement).intern())
    require_state(engagement, E.ACTIVE, E.CLOSING)
    answer = CheckInAnswer.objects.filter(check_in=check_in, side=Side.HOST).first()
    if check_in.state == CheckInState.SCHEDULED or answer is None or not answer.has_feedback:
        raise Conflict("no_feedback")
    if answer.helped == helped:
        return check_in
    answer.helped, answer.helped_at = Helped(helped), clock.now()
    answer.save(update_fields=["helped", "helped_at"])
    record(Engagements.CHECK_IN_FEEDBACK_RATED, check_in, actor, number=check_in.number, helped=answer.helped)
    return check_in


@transaction.atomic
def propose_skip(*, check_in_id: int, actor: Person) -> CheckIn:
    """Ask the other side to leave this check-in out.

    Raises NotPermitted unless the actor may answer it, IllegalTransition when it is closed,
    Conflict("already_proposed") when either side asked before.
    """
    check_in, engagement = locked_part(CheckIn, check_in_id)
    require(may_answer(actor, check_in))
    require_state(engagement, E.ACTIVE)
    CHECK_IN.target("skip", check_in.state)
    if check_in.skip_side:
        raise Conflict("already_proposed")
    check_in.skip_side = engagement.side_of(actor.pk)
    record(
        Engagements.CHECK_IN_SKIP_PROPOSED, check_in, actor, save=["skip_side"], number=check_in.number,
        side=check_in.skip_side,
    )  # fmt: skip
    return check_in


@transaction.atomic
def agree_skip(*, check_in_id: int, actor: Person) -> CheckIn:
    """Leave the check-in out, as the other side asked.

    Raises NotPermitted unless the actor may answer it, IllegalTransition when it is closed,
    Conflict("nothing_proposed") or Conflict("own_proposal").
    """
    check_in, engagement = locked_part(CheckIn, check_in_id)
    require(may_answer(actor, check_in))
    CHECK_IN.target("skip", check_in.state)
    if not check_in.skip_side:
        raise Conflict("nothing_proposed")
    if check_in.skip_side == engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    skip(check_in, actor, code="agreed")
    return check_in


def skip(check_in: CheckIn, actor: Person | None, *, code: str) -> None:
    """Close a locked check-in without answers."""
    check_in.state = CHECK_IN.target("skip", check_in.state)
    check_in.closed_at = clock.now()
    record(
        Engagements.CHECK_IN_SKIPPED, check_in, actor, save=["state", "closed_at"], number=check_in.number, reason=code
    )


def skip_rest(engagement: Engagement, actor: Person | None, *, code: str) -> None:
    """Leave out what is still scheduled, since the work of the locked engagement is over."""
    waiting = engagement.check_ins.select_for_update().filter(state=CheckInState.SCHEDULED).order_by("number")
    for check_in in list(waiting):
        skip(check_in, actor, code=code)


@transaction.atomic
def miss_check_in(*, check_in_id: int) -> CheckIn:
    """The clock: the window ended without both answers; the early warning counts those in a row.

    Raises IllegalTransition when it is closed, Conflict("too_early") while the window is open.
    """
    check_in, _engagement = locked_part(CheckIn, check_in_id)
    check_in.state = CHECK_IN.target("miss", check_in.state)
    if clock.now() < check_in.closes_at:
        raise Conflict("too_early")
    check_in.closed_at = clock.now()
    answered = list(check_in.answers.values_list("side", flat=True))
    record(
        Engagements.CHECK_IN_MISSED, check_in, None, save=["state", "closed_at"], number=check_in.number,
        answered=answered,
    )  # fmt: skip
    return check_in
