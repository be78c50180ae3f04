"""The table of clocks: what is due, and the action that follows when its time is really over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from firstfoot.foundation.journal.actions import locked
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Refusal
from firstfoot.market.applications.actions import expire_offer, lapse, locked_with_project, release_reserve
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.queries import answers_due, offers_due, reserves_due
from firstfoot.market.applications.states import ApplicationState as A
from firstfoot.market.applications.states import LapseReason
from firstfoot.market.organizations.actions import ask_for_renewal, expire_invitation
from firstfoot.market.organizations.queries import invitations_due, organizations_to_renew, workdays_of_organization
from firstfoot.market.projects.actions import close_project, pause_project, resume_project
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import full_past_deadline, is_taking_applications, past_deadline
from firstfoot.market.projects.states import CloseReason, PauseReason, ProjectState
from firstfoot.proof.network.actions import lapse_tie
from firstfoot.proof.network.queries import ties_to_lapse
from firstfoot.proof.pathways.actions import expire_pathway
from firstfoot.proof.pathways.follow_ups import ask_later, engagements_to_ask, follow_ups_to_lapse, let_go
from firstfoot.proof.pathways.queries import pathways_to_expire
from firstfoot.proof.portfolio.actions import lapse_item
from firstfoot.proof.portfolio.models import PortfolioItem
from firstfoot.proof.portfolio.queries import items_to_lapse
from firstfoot.reactions.clocks import ends
from firstfoot.work.disputes.actions import lapse_dispute, pass_dispute_on, stand_decision
from firstfoot.work.disputes.clocks import clock_end
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.queries import disputes_due
from firstfoot.work.disputes.states import DisputeState as D
from firstfoot.work.engagements.actions import lapse_amendment, miss_check_in, start_engagement
from firstfoot.work.engagements.models import CheckIn, Engagement, PartPay
from firstfoot.work.engagements.queries import (
    amendments_to_lapse,
    check_ins_to_close,
    engagements_to_start,
    part_pays_waiting,
)
from firstfoot.work.evaluations.actions import reveal_evaluations
from firstfoot.work.evaluations.queries import engagements_to_reveal

log = structlog.get_logger(__name__)

EASTMOST = timedelta(hours=14)  # somewhere it is this much later: no day that is over hides from a query
DECIDE_WITHIN = 20  # business days after the last day to apply, in which the short list is decided


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: the keys of what may be due, and what to do with each. `ring` says whether anything moved."""

    code: str
    due: Callable[[datetime], Iterable[int]]
    ring: Callable[[int], bool]


def ring_due() -> int:
    """Ring every clock that is due, each in a transaction of its own; how many moved something."""
    now = clock.now()
    return sum(_ring(each, key) for each in CLOCKS for key in list(each.due(now)))


def _ring(each: Clock, key: int) -> bool:
    try:
        with transaction.atomic():
            return each.ring(key)
    except Refusal as refusal:  # it moved meanwhile, or is not due where it counts
        log.debug("clock refused", clock=each.code, key=key, code=refusal.code)
    except Exception:  # one broken thing must not stop the others
        log.exception("clock failed", clock=each.code, key=key)
    return False


def put_off(thing: Chained, field: str, end: datetime | None) -> bool:
    """Keep a later end, when a time away moved it; whether it did. No fact: nothing was decided."""
    if end is None or end <= clock.now():
        return False
    setattr(thing, field, end)
    thing.save(update_fields=[field])
    return True


def first_answer(application_id: int) -> bool:
    """The host was silent: its project pauses, which tells the applicants."""
    project, application = locked_with_project(application_id)
    is_owed = application.state == A.SUBMITTED and project.owes_answers
    if not is_owed or put_off(application, "answer_by_at", ends.answer_end(application)):
        return is_owed
    pause_project(project_id=project.pk, actor=None, reason=PauseReason.SILENCE)
    return True


def silence(project_id: int) -> bool:
    """Still silent: the project closes, which ends its applications kindly. One that owes nothing goes on."""
    project = locked(Project, project_id)
    if put_off(project, "close_by_at", ends.silence_end(project)):
        return True
    if Application.objects.filter(project=project, state=A.SUBMITTED).exists():
        close_project(project_id=project_id, actor=None, reason=CloseReason.SILENCE)
    elif _is_over(project):
        close_project(project_id=project_id, actor=None, reason=CloseReason.DEADLINE)
    else:
        resume_project(project_id=project_id, actor=None)
    return True


def offer(application_id: int) -> bool:
    _, application = locked_with_project(application_id)
    if not put_off(application, "offer_until_at", ends.offer_end(application)):
        expire_offer(application_id=application_id)
    return True


def deadline(project_id: int) -> bool:
    """The last day to apply is over where the host is, and nobody waits any more, or has waited too long."""
    project = locked(Project, project_id)
    if not _is_over(project):
        return False
    if _waiting(project.pk) and clock.now() < _decided_by(project):
        return False
    close_project(project_id=project_id, actor=None, reason=CloseReason.DEADLINE)
    return True


def never_sent(application_id: int) -> bool:
    """A draft that can no longer be sent ends by itself."""
    project, _application = locked_with_project(application_id)
    if is_taking_applications(project) or not _is_over(project):
        return False
    lapse(application_id=application_id, reason=LapseReason.NEVER_SENT)
    return True


def reserve(application_id: int) -> bool:
    release_reserve(application_id=application_id)
    return True


def start(engagement_id: int) -> bool:
    start_engagement(engagement_id=engagement_id, actor=None)
    return True


def check_in(check_in_id: int) -> bool:
    thing = CheckIn.objects.select_related("engagement__organization", "engagement__intern").get(pk=check_in_id)
    if not put_off(thing, "closes_at", ends.check_in_end(thing)):
        miss_check_in(check_in_id=check_in_id)
    return True


def amendment(agreement_id: int) -> bool:
    lapse_amendment(agreement_id=agreement_id)
    return True


def dispute(dispute_id: int) -> bool:
    """The time of its present state is over: it is passed on, lapses, or what was decided stands."""
    thing = Dispute.objects.select_related("engagement__organization", "engagement__intern").get(pk=dispute_id)
    if put_off(thing, "due_at", clock_end(thing)):
        return True
    follows = {D.OPEN: pass_dispute_on, D.TO_DECIDE: lapse_dispute}.get(D(thing.state), stand_decision)
    follows(dispute_id=dispute_id)
    return True


def part_pay(part_pay_id: int) -> bool:
    """Its side was away and has longer; else it waits for a steward, and nothing follows by itself."""
    thing = PartPay.objects.select_related("engagement__organization", "engagement__intern").get(pk=part_pay_id)
    return put_off(thing, "answer_by_at", ends.part_pay_end(thing))


def evaluation(engagement_id: int) -> bool:
    thing = locked(Engagement, engagement_id)
    if not put_off(thing, "evaluate_by_at", ends.evaluation_end(thing)):
        reveal_evaluations(engagement_id=engagement_id)
    return True


def invitation(invitation_id: int) -> bool:
    expire_invitation(invitation_id=invitation_id)
    return True


def renewal(organization_id: int) -> bool:
    ask_for_renewal(organization_id=organization_id)
    return True


def pathway(offer_id: int) -> bool:
    expire_pathway(offer_id=offer_id)
    return True


def follow_up(engagement_id: int) -> bool:
    ask_later(engagement_id=engagement_id)
    return True


def follow_up_over(follow_up_id: int) -> bool:
    let_go(follow_up_id=follow_up_id)
    return True


def tie(tie_id: int) -> bool:
    lapse_tie(tie_id=tie_id)
    return True


def showing(item_id: int) -> bool:
    thing = PortfolioItem.objects.select_related("engagement__organization").get(pk=item_id)
    if not put_off(thing, "answer_by_at", ends.showing_end(thing)):
        lapse_item(item_id=item_id)
    return True


def _silent(now: datetime) -> Iterable[int]:
    paused = Project.objects.filter(state=ProjectState.PAUSED, close_by_at__lte=now)
    return paused.order_by("close_by_at").values_list("pk", flat=True)


def _past_deadline(now: datetime) -> Iterable[int]:
    """Those with nobody waiting; of the others those that could have been decided long ago."""
    today = _latest(now)
    waiting = Application.objects.filter(_in_play(), project=OuterRef("pk"))
    long_ago = Q(apply_by_on__lt=today - timedelta(days=DECIDE_WITHIN))
    for late in (past_deadline(today), full_past_deadline(today)):
        yield from late.filter(~Exists(waiting) | long_ago).values_list("pk", flat=True)


def _drafts(now: datetime) -> Iterable[int]:
    drafts = Application.objects.filter(state=A.DRAFT, project__apply_by_on__lt=_latest(now))
    return drafts.values_list("pk", flat=True)


def _in_play() -> Q:
    return Q(state__in=[A.SUBMITTED, A.OFFERED]) | Q(state=A.SHORTLISTED)


def _waiting(project_id: int) -> bool:
    return Application.objects.filter(_in_play(), project=project_id).exists()


def _is_over(project: Project) -> bool:
    return project.apply_by_on is not None and clock.today(project.organization.zone) > project.apply_by_on


def _decided_by(project: Project) -> datetime:
    workdays = workdays_of_organization(project.organization)
    last: date = project.apply_by_on or clock.today(workdays.zone)
    return workdays.after(workdays.end_of(last), DECIDE_WITHIN)


def _latest(now: datetime) -> date:
    return (now + EASTMOST).date()


CLOCKS: tuple[Clock, ...] = (
    Clock("first_answer", lambda now: answers_due(now).values_list("pk", flat=True), first_answer),
    Clock("silence", _silent, silence),
    Clock("offer", lambda now: offers_due(now).values_list("pk", flat=True), offer),
    Clock("deadline", _past_deadline, deadline),
    Clock("never_sent", _drafts, never_sent),
    Clock("reserve", lambda now: reserves_due(now).values_list("pk", flat=True), reserve),
    Clock("start", lambda now: engagements_to_start(_latest(now)).values_list("pk", flat=True), start),
    Clock("check_in", lambda now: check_ins_to_close(now).values_list("pk", flat=True), check_in),
    Clock("amendment", lambda now: amendments_to_lapse(now).values_list("pk", flat=True), amendment),
    Clock("dispute", lambda now: disputes_due(now).values_list("pk", flat=True), dispute),
    Clock("part_pay", lambda now: part_pays_waiting(now).values_list("pk", flat=True), part_pay),
    Clock("evaluation", lambda now: engagements_to_reveal(now).values_list("pk", flat=True), evaluation),
    Clock("invitation", lambda _now: invitations_due().values_list("pk", flat=True), invitation),
    Clock("renewal", lambda now: organizations_to_renew(now).values_list("pk", flat=True), renewal),
    Clock("pathway", lambda now: pathways_to_expire(now).values_list("pk", flat=True), pathway),
    Clock("follow_up", lambda now: engagements_to_ask(now).values_list("pk", flat=True), follow_up),
    Clock("follow_up_over", lambda now: follow_ups_to_lapse(now).values_list("pk", flat=True), follow_up_over),
    Clock("tie", lambda now: ties_to_lapse(now).values_list("pk", flat=True), tie),
    Clock("showing", lambda now: items_to_lapse(now).values_list("pk", flat=True), showing),
)
