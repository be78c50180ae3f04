"""The moves of an engagement: what either side may do next, state by state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.moves.disputes import HELD, dispute_moves
from firstfoot.insights.moves.duty import Duty, View, of_side, view_of
from firstfoot.insights.moves.loading import Parts, parts_of, with_marks
from firstfoot.insights.moves.move import Move, Whose, in_order
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.models import Membership
from firstfoot.proof.pathways.states import ASKS, PathwayState
from firstfoot.proof.portfolio.states import RecommendationState
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.queries import live_dispute_of
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.queries import pay_due_on
from firstfoot.work.engagements.states import CorrectionState, DeliverableState, EngagementState, KickoffState, Side

S = EngagementState


def engagement_move(engagement: Engagement, reader: Person) -> Move:
    """The one thing that comes next in an engagement, as this reader sees it; six queries."""
    marked = with_marks(Engagement.objects.filter(pk=engagement.pk)).get()
    mine = Membership.objects.filter(person=reader, organization=engagement.organization_id, left_at=None)
    roles = dict(mine.values_list("organization_id", "role"))
    return first_of(moves_in(marked, parts_of([marked])[marked.pk], reader, roles))


def engagement_moves(engagements: list[Engagement], reader: Person, roles: Mapping[int, str]) -> dict[int, list[Move]]:
    """The moves of several engagements (from `with_marks`) by key, each in order; four queries."""
    parts = parts_of(engagements)
    return {e.pk: moves_in(e, parts[e.pk], reader, roles) for e in engagements}


def first_of(moves: list[Move]) -> Move:
    return moves[0]


def moves_in(engagement: Engagement, parts: Parts, reader: Person, roles: Mapping[int, str]) -> list[Move]:
    """Every open move of an engagement, the reader's first; never empty."""
    view = view_of(engagement, reader, roles)
    found = [*_silence(view)] if engagement.is_live else []
    found += list(_BY_STATE[S(engagement.state)](view, parts))
    dispute = live_dispute_of(getattr(engagement, "dispute", None))
    held = list(_in_dispute(view, dispute)) if dispute else []
    if dispute:
        found = [move for move in found if move.code not in HELD]
    return [*in_order(held), *in_order(found)] or [_nothing(view)]


def _in_dispute(view: View, dispute: Dispute) -> Iterator[Move]:
    """A dispute comes before all else."""
    data = {**_told(view), "dispute": dispute.public_id}
    for code, whose, who in dispute_moves(view, dispute):
        yield Move(code, view.engagement, whose, who, dispute.due_at, dispute.since_at, view.engagement.title, data)


def _silence(view: View) -> Iterator[Move]:
    """A side that gives no sign of life is called first; from the day it was told on the other may end."""
    engagement = view.engagement
    if not engagement.silent_side or engagement.safe_end_from_at is None:
        return
    side, from_at = Side(engagement.silent_side), engagement.safe_end_from_at
    yield _move(view, "silence.answer", of_side(side), from_at, None)
    if clock.now() > from_at:
        yield _move(view, "silence.end", of_side(side.other), None, from_at)


def _agreeing(view: View, parts: Parts) -> Iterator[Move]:
    yield from _signing(view, parts)
    yield from _kickoff(view)


def _kickoff(view: View) -> Iterator[Move]:
    """Times for the first talk wait for the other side's choice."""
    if getattr(view.engagement, "kickoff_state", None) == KickoffState.OFFERED:
        asked = of_side(Side(getattr(view.engagement, "kickoff_side", Side.HOST)).other)
        first = datetime.fromisoformat(getattr(view.engagement, "kickoff_first", ""))  # times pass
        yield _move(view, "kickoff.choose", asked, first, None)


def _access(view: View) -> Iterator[Move]:
    """What the intern was given is to be taken back."""
    count = getattr(view.engagement, "access_out", 0)
    if count:
        since = view.engagement.finished_at or view.engagement.ended_at
        yield _move(view, "access.return", Duty.GUIDE, None, since, count=count)


def _signing(view: View, parts: Parts) -> Iterator[Move]:
    for agreement in parts.agreements:
        code = "agreement.sign" if agreement.amends is None else "amendment.sign"
        if not agreement.by_host:
            by, duty = agreement.sign_by_host_at, Duty.RECRUITER
            yield _move(view, code, duty, by, agreement.proposed_at, number=agreement.number)
        if not agreement.by_intern:
            by, duty = agreement.sign_by_intern_at, Duty.INTERN
            yield _move(view, code, duty, by, agreement.proposed_at, number=agreement.number)


def _due_dates(view: View, parts: Parts) -> Iterator[Move]:
    for deliverable in parts.deliverables:
        if deliverable.new_due_on:
            asked, by = of_side(Side(deliverable.new_due_by).other), _end_of(view.engagement, deliverable.due_on)
            yield _move(view, "due.agree", asked, by, None, **_named(deliverable))


def _onboarding(view: View, parts: Parts) -> Iterator[Move]:
    yield from _agreeing(view, parts)  # an amendment
    yield from _due_dates(view, parts)
    engagement = view.engagement
    by, since = _end_of(engagement, engagement.start_on), engagement.signed_at
    if engagement.new_start_on:
        asked = of_side(Side(engagement.new_start_by).other)
        yield _move(view, "start.agree", asked, by, since, new_start_on=engagement.new_start_on)
    steps = {Duty.INTERN: _mark(engagement, "intern_steps"), Duty.GUIDE: _mark(engagement, "host_steps")}
    for duty, count in steps.items():
        if count:
            next_due = engagement.__dict__.get(_NEXT_STEP[duty]) or engagement.start_on
            yield _move(view, "steps.do", duty, _end_of(engagement, next_due), since, count=count)
    is_over = by < clock.now()
    if any(steps.values()) and is_over and not engagement.new_start_on:
        yield from (_move(view, "start.propose", duty, by, since) for duty in steps)
    if not any(steps.values()):
        yield from (_move(view, "work.start", duty, by, since) for duty in steps)


_NEXT_STEP = {Duty.INTERN: "intern_steps_due", Duty.GUIDE: "host_steps_due"}


def _active(view: View, parts: Parts) -> Iterator[Move]:
    yield from _agreeing(view, parts)  # an amendment, a first talk
    yield from _due_dates(view, parts)
    yield from _check_ins(view, parts)
    yield from _corrections(view, parts)
    engagement = view.engagement
    expected = [d for d in parts.deliverables if d.state != DeliverableState.SUBMITTED]
    for number, deliverable in enumerate(expected):
        if number and deliverable.state == DeliverableState.EXPECTED:
            continue  # one new thing at a time; what came back is always told
        code = "deliverable.resubmit" if deliverable.state == DeliverableState.RETURNED else "deliverable.submit"
        by = _end_of(engagement, deliverable.due_on)
        yield _move(view, code, Duty.INTERN, by, engagement.started_at, **_named(deliverable))
    for deliverable in parts.deliverables:
        if deliverable.state == DeliverableState.SUBMITTED:
            by, since = deliverable.review_by_at, deliverable.submitted_at
            yield _move(view, "deliverable.review", Duty.GUIDE, by, since, **_named(deliverable))


def _check_ins(view: View, parts: Parts) -> Iterator[Move]:
    for check_in in parts.check_ins:
        if clock.today(view.engagement.organization.zone) < check_in.due_on:
            continue
        waits = {Side.HOST: not check_in.by_host, Side.INTERN: not check_in.by_intern}
        own = view.side
        # Whether the other side answered is unseen until both did.
        if waits[own] and view.whose(of_side(own))[0] == Whose.ME:
            yield _move(view, "check_in.answer", of_side(own), check_in.closes_at, None, number=check_in.number)
        if check_in.skip_side:
            asked = of_side(Side(check_in.skip_side).other)
            yield _move(view, "check_in.skip", asked, check_in.closes_at, None, number=check_in.number)


def _corrections(view: View, parts: Parts) -> Iterator[Move]:
    for correction in parts.corrections:
        since, code = correction.opened_at, "correction.propose"
        named = {"correction": correction.public_id, "cause": str(correction.cause)}
        if correction.state == CorrectionState.AGREED:
            continue
        if correction.proposed_side and correction.has_actions:
            asked = of_side(Side(correction.proposed_side).other)
            yield _move(view, "correction.agree", asked, None, since, **named)
        else:
            first = Side(correction.opened_side).other if correction.opened_side else Side.HOST
            yield _move(view, code, of_side(first), None, since, **named)


def _closing(view: View, _parts: Parts) -> Iterator[Move]:
    engagement = view.engagement
    by, since = engagement.evaluate_by_at, engagement.finished_at
    yield from _evaluations(view)
    yield from _letter(view)
    if engagement.hours_worked is None:
        yield _move(view, "closing.note", Duty.INTERN, by, since)
    yield from _pay(view)
    yield from _pathway(view)
    yield from _showing(view)
    yield from _access(view)


def _evaluations(view: View) -> Iterator[Move]:
    engagement = view.engagement
    since = engagement.finished_at or engagement.ended_at
    for duty, mark in ((Duty.INTERN, "intern_evaluated"), (Duty.GUIDE, "host_evaluated")):
        if not _mark(engagement, mark):
            yield _move(view, "evaluation.write", duty, engagement.evaluate_by_at, since)


def _over(view: View, _parts: Parts) -> Iterator[Move]:
    """After the end only pay, what comes next and, where work was accepted before an early end, words are open."""
    until = view.engagement.evaluate_by_at if view.engagement.state == S.ENDED_EARLY else None
    if until is not None and until > clock.now() and not _mark(view.engagement, "revealed"):
        yield from _evaluations(view)
        yield from _letter(view)
    if turn := getattr(view.engagement, "part_pay_turn", None):
        by, since = getattr(view.engagement, "part_pay_by", None), view.engagement.ended_at
        yield _move(view, "part_pay.answer", of_side(turn, Duty.RECRUITER), by, since)
    if view.engagement.started_at is not None:
        yield from _pay(view)
    if view.engagement.state == S.COMPLETED:
        yield from _pathway(view)
    yield from _showing(view)
    yield from _access(view)


def _pay(view: View) -> Iterator[Move]:
    engagement = view.engagement
    if engagement.state == S.ENDED_EARLY and not engagement.part_pay_minor:
        return
    if engagement.received_on is not None or getattr(engagement, "pay_settled", False):
        return
    due_on = pay_due_on(engagement)
    by, since = _end_of(engagement, due_on) if due_on else None, engagement.finished_at or engagement.ended_at
    if engagement.paid_on is None:
        yield _move(view, "pay.mark", Duty.RECRUITER, by, since)
    else:
        yield _move(view, "pay.receive", Duty.INTERN, None, since, paid_on=engagement.paid_on)


def _pathway(view: View) -> Iterator[Move]:
    engagement = view.engagement
    state = getattr(engagement, "pathway_state", None)
    if state is None:
        yield _move(view, "pathway.offer", Duty.GUIDE, None, engagement.finished_at)
    elif state == PathwayState.OFFERED and getattr(engagement, "pathway_kind", "") in ASKS:
        yield _move(view, "pathway.answer", Duty.INTERN, getattr(engagement, "pathway_until", None), None)


def _letter(view: View) -> Iterator[Move]:
    """Asked for before the assessments are shown; the intern does not read that it is."""
    state = getattr(view.engagement, "letter_state", None)
    if view.side == Side.HOST and state in {None, RecommendationState.DRAFTED}:
        yield _move(view, "letter.write", Duty.GUIDE, view.engagement.evaluate_by_at, None)


def _showing(view: View) -> Iterator[Move]:
    """The intern asked to show the work."""
    if until := getattr(view.engagement, "showing_until", None):
        yield _move(view, "showing.answer", Duty.GUIDE, until, None)


_BY_STATE: Mapping[S, Any] = {
    S.AGREEING: _agreeing,
    S.ONBOARDING: _onboarding,
    S.ACTIVE: _active,
    S.CLOSING: _closing,
    S.COMPLETED: _over,
    S.ENDED_EARLY: _over,
}
_QUIET = {S.COMPLETED: "work.completed", S.ENDED_EARLY: "work.ended", S.CLOSING: "work.closing"}


def _nothing(view: View) -> Move:
    engagement = view.engagement
    code = _QUIET.get(S(engagement.state), "work.going")
    return Move(code, engagement, Whose.NOBODY, title=engagement.title, data=_told(view))


def _move(view: View, code: str, duty: Duty, by: datetime | None, since: datetime | None, **data: Any) -> Move:
    whose, who = view.whose(duty)
    return Move(code, view.engagement, whose, who, by, since, view.engagement.title, {**_told(view), **data})


def _told(view: View) -> dict[str, Any]:
    """Whom the reader does this with."""
    engagement = view.engagement
    other = engagement.organization.name if view.side == Side.INTERN else engagement.intern.name
    return {"with": other, "side": str(view.side)}


def _named(deliverable: Deliverable) -> dict[str, Any]:
    return {"number": deliverable.number, "deliverable": deliverable.title}


def _mark(engagement: Engagement, name: str) -> int:
    return int(getattr(engagement, name))


def _end_of(engagement: Engagement, day: date) -> datetime:
    return Workdays(zone=engagement.organization.zone).end_of(day)
