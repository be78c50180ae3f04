"""Reminders before a clock's end: notices that the daily mail gathers, one for each clock, end, stage and person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.applications.models import Application, Interview
from firstfoot.market.applications.policies import may_meet
from firstfoot.market.applications.queries import CLOCK_RUNS
from firstfoot.market.applications.states import ApplicationState as A
from firstfoot.market.applications.states import InterviewState
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.disputing import disputes
from firstfoot.reactions.clocks.parting import part_pays
from firstfoot.reactions.clocks.paying import pay, write_offs
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.clocks.showing import showings
from firstfoot.reactions.clocks.starting import accesses, kickoffs, steps
from firstfoot.reactions.clocks.table import EASTMOST
from firstfoot.reactions.clocks.touching import touches
from firstfoot.reactions.people import PARTIES, PARTIES_OF_PART, both, guides, reviewers, side, signers
from firstfoot.reactions.phrases import day_text, speaking_to, when_text, zone_text
from firstfoot.reactions.tell.interviews import hosts_of
from firstfoot.reactions.telling import Said, Write, always
from firstfoot.work.engagements.models import AgreementVersion, CheckIn, CheckInAnswer, Deliverable, Engagement
from firstfoot.work.engagements.queries import open_steps
from firstfoot.work.engagements.states import AgreementState, CheckInState, DeliverableState, EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import EvaluationState

AHEAD = timedelta(days=21)  # how far a query looks: the longest half, with a long weekend and times away
A_DAY = timedelta(days=1)
HALF_OF_FIVE, HALF_OF_FOURTEEN = 2, 7


def remind_due() -> int:
    """Tell everyone what their clocks have come to; how many were told. A second run finds nothing."""
    found = [reminder for source in SOURCES for reminder in source(clock.now())]
    keys = {reminder.key_for(person) for reminder in found for person in reminder.people}
    known = set(Notice.objects.filter(key__in=keys).values_list("key", flat=True))
    told = 0
    for reminder in found:
        for person in reminder.people:
            if person.is_active and (key := reminder.key_for(person)) not in known:
                told += _tell(reminder, person, key)
    return told


@transaction.atomic
def _tell(reminder: Reminder, person: Person, key: str) -> bool:
    with speaking_to(person):
        said = reminder.write(person)
        kind = f"reminder.{reminder.clock}"
        return tell(recipient=person, key=key, kind=kind, title=said.title, body=said.body, path=said.path) is not None


def first_answers(now: datetime) -> Iterator[Reminder]:
    """The host's answers, gathered a project and a day."""
    owed = Application.objects.filter(CLOCK_RUNS, state=A.SUBMITTED, answer_by_at__range=(now, now + AHEAD))
    rows = owed.select_related("project__organization", "project__supervisor").order_by("project_id", "answer_by_at")
    for (_project, end), group in groupby(rows, key=lambda a: (a.project_id, a.answer_by_at)):
        applications = list(group)
        project = applications[0].project
        workdays = workdays_of_organization(project.organization)
        if end is None or not (reached := stages.stage(workdays, end, half=HALF_OF_FIVE)):
            continue
        count = len(applications)
        path = reverse("hosts:applicants", args=[project.public_id])
        title = ngettext(
            "%(count)s person waits for your answer: %(project)s",
            "%(count)s people wait for your answer: %(project)s", count,
        ) % {"count": count, "project": project.title}  # fmt: skip
        body = _("Answer by %(day)s. After that the project pauses and they are told.")
        yield Reminder("first_answer", project, _key(workdays, end), reached, tuple(reviewers(project)),
                       _until(title, body, end, path))  # fmt: skip


def offers(now: datetime) -> Iterator[Reminder]:
    """An open offer: the talent, on its last day."""
    made = Application.objects.filter(state=A.OFFERED, offer_until_at__range=(now, now + AHEAD))
    for application in made.select_related("project__organization", "person"):
        end, workdays = application.offer_until_at, workdays_of(application.person)
        if end is None or stages.stage(workdays, end) != stages.LAST:
            continue
        names = {"project": application.project.title, "organization": application.project.organization.name}
        said = Said(
            _("Today is the last day to answer the offer: %(project)s") % names,
            _("%(organization)s holds a seat for you until tonight.") % names,
            reverse("talent:application", args=[application.public_id]),
        )
        yield Reminder("offer", application, _key(workdays, end), stages.LAST, (application.person,), always(said))


def interviews(now: datetime) -> Iterator[Reminder]:
    """A talk within a day: both sides, each on their own clock."""
    near = Interview.objects.filter(state=InterviewState.CHOSEN, chosen_at__gt=now, chosen_at__lte=now + A_DAY)
    for interview in near.select_related("application__project__organization", "application__person", "offered_by"):
        if interview.chosen_at is None or not may_meet(interview.application):
            continue
        end = interview.chosen_at.isoformat()
        for people, own in (((interview.application.person,), True), (tuple(hosts_of(interview)), False)):
            yield Reminder("interview", interview, end, stages.LAST, people, _talk(interview, own=own))


def _talk(interview: Interview, *, own: bool) -> Write:
    application, start = interview.application, interview.chosen_at
    page = "talent:application" if own else "hosts:applicant"

    def write(_person: Person) -> Said:
        title = _("Your interview is near: %(project)s") % {"project": application.project.title}
        at = {"when": when_text(start), "zone": zone_text(), "how": interview.how} if start else {}
        return Said(title, _("%(when)s, %(zone)s. %(how)s") % at, reverse(page, args=[application.public_id]))

    return write


def signatures(now: datetime) -> Iterator[Reminder]:
    """Whoever has not signed: half-way and on the last day. Afterwards the other side: it may end without blame."""
    open_ones = AgreementVersion.objects.filter(state=AgreementState.PROPOSED).select_related(*PARTIES_OF_PART)
    for agreement in open_ones.defer("content").prefetch_related("signatures"):
        engagement = agreement.engagement
        signed = {signature.side for signature in agreement.signatures.all()}
        for which, end in ((Side.HOST, agreement.sign_by_host_at), (Side.INTERN, agreement.sign_by_intern_at)):
            if which in signed or end > now + AHEAD:
                continue
            workdays = _workdays(engagement, which)
            reached = stages.stage(workdays, end, half=HALF_OF_FIVE)
            if reached and not (reached == stages.LATE and agreement.amends):  # which lapses by itself
                people, write = _signing(engagement, which, end, reached)
                yield Reminder(f"signing_{which}", agreement, _key(workdays, end), reached, people, write)


def _signing(engagement: Engagement, which: Side, end: datetime, reached: str) -> tuple[tuple[Person, ...], Write]:
    path = reverse("work:agreement", args=[engagement.public_id])
    if reached != stages.LATE:
        title = _("Your signature is awaited: %(title)s") % {"title": engagement.title}
        return tuple(signers(engagement, which)), _until(title, _("Please sign by %(day)s."), end, path)
    title = _("Still not signed: %(title)s") % {"title": engagement.title}
    body = _("Their time to sign is over. You may give more time, or end it without blame.")
    return tuple(signers(engagement, which.other)), always(Said(title, body, path))


def starts(now: datetime) -> Iterator[Reminder]:
    """Open steps: their owner two days before the start. Once it has passed: both, to agree on another day."""
    latest = (now + EASTMOST + timedelta(days=2)).date()
    waiting = Engagement.objects.filter(state=EngagementState.ONBOARDING, start_on__lte=latest)
    for engagement in waiting.select_related(*PARTIES):
        workdays = workdays_of_organization(engagement.organization)
        left = stages.days_until(workdays, engagement.start_on)
        owing = set(open_steps(engagement).values_list("side", flat=True))
        if not owing or left > 2:
            continue
        path = reverse("work:engagement", args=[engagement.public_id])
        end, names = engagement.start_on.isoformat(), {"title": engagement.title}
        if left < 0:
            said = Said(_("The start has passed: %(title)s") % names,
                        _("Some steps are still open. Finish them, or agree on another first day."), path)  # fmt: skip
            yield Reminder("onboarding", engagement, end, stages.LATE, tuple(both(engagement)), always(said))
            continue
        title, body = _("Steps before the start: %(title)s") % names, _("Work starts on %(day)s. Do yours before.")
        start = workdays.end_of(engagement.start_on)
        for which in sorted(owing):
            people = tuple(side(engagement, which))
            yield Reminder("onboarding", engagement, end, stages.LAST, people, _until(title, body, start, path))


def check_ins(now: datetime) -> Iterator[Reminder]:
    """A check-in on its day, for whoever has not answered."""
    answered = CheckInAnswer.objects.filter(check_in=OuterRef("pk"))
    today = CheckIn.objects.filter(
        state=CheckInState.SCHEDULED, engagement__state=EngagementState.ACTIVE,
        due_on__lte=(now + EASTMOST).date(), closes_at__gt=now,
    ).annotate(**{f"by_{which}": Exists(answered.filter(side=which)) for which in Side})  # fmt: skip
    for check_in in today.select_related(*PARTIES_OF_PART):
        engagement = check_in.engagement
        path = reverse("work:check_in", args=[engagement.public_id, check_in.number])
        title = _("Check-in today: %(title)s") % {"title": engagement.title}
        for which in Side:
            is_day = stages.days_until(_workdays(engagement, which), check_in.due_on) <= 0
            if is_day and not getattr(check_in, f"by_{which}"):
                write = _until(title, _("Three taps and a note, by %(day)s."), check_in.closes_at, path)
                people = tuple(side(engagement, which))
                yield Reminder("check_in", check_in, check_in.due_on.isoformat(), stages.LAST, people, write)


def reviews(now: datetime) -> Iterator[Reminder]:
    """Handed-in work: half-way, on the last day, then every second day."""
    waiting = Deliverable.objects.filter(
        state=DeliverableState.SUBMITTED, review_by_at__lte=now + AHEAD, engagement__held_at=None
    )
    for deliverable in waiting.select_related(*PARTIES_OF_PART):
        engagement, end = deliverable.engagement, deliverable.review_by_at
        workdays = workdays_of_organization(engagement.organization)
        if end is None or not (reached := stages.stage(workdays, end, half=HALF_OF_FIVE)):
            continue
        reached = stages.every_two_days_late(workdays, end) if reached == stages.LATE else reached
        title = _("Handed-in work waits for you: %(result)s") % {"result": deliverable.title}
        body = _("%(intern)s waits for your review.") % {"intern": engagement.intern.name}
        path = reverse("work:deliverable", args=[engagement.public_id, deliverable.number])
        if reached:
            body += " " + _("It was promised by %(day)s.") if end < now else " " + _("Please give it by %(day)s.")
            write = _until(title, body, end, path)
            yield Reminder("review", deliverable, _key(workdays, end), reached, tuple(guides(engagement)), write)


def evaluations(now: datetime) -> Iterator[Reminder]:
    """The closing assessment: half-way and two days before its end."""
    written = Evaluation.objects.filter(engagement=OuterRef("pk"), state=EvaluationState.SUBMITTED)
    closing = Engagement.objects.filter(
        state=EngagementState.CLOSING, evaluate_by_at__range=(now, now + AHEAD)
    ).annotate(**{f"by_{which}": Exists(written.filter(side=which)) for which in Side})
    for engagement in closing.select_related(*PARTIES):
        end, workdays = engagement.evaluate_by_at, workdays_of_organization(engagement.organization)
        if end is None or (left := stages.days_until(workdays, workdays.date_of(end))) > HALF_OF_FOURTEEN:
            continue
        reached = stages.LAST if left <= 2 else stages.HALF
        path = reverse("work:evaluation", args=[engagement.public_id])
        title = _("Say how it was: %(title)s") % {"title": engagement.title}
        body = _("By %(day)s. Both of you read it at the same moment; then the project is complete.")
        for which in Side:
            if not getattr(engagement, f"by_{which}"):
                people = tuple(side(engagement, which))
                write = _until(title, body, end, path)
                yield Reminder("evaluation", engagement, _key(workdays, end), reached, people, write)


SOURCES = (
    first_answers,
    offers,
    interviews,
    signatures,
    starts,
    steps,
    kickoffs,
    check_ins,
    reviews,
    evaluations,
    pay,
    write_offs,
    part_pays,
    accesses,
    disputes,
    showings,
    touches,
)


def _until(title: str, body: str, end: datetime, path: str) -> Write:
    """Words with a day in the body, on the reader's own clock."""
    return lambda _person: Said(title, body % {"day": day_text(end)}, path)


def _key(workdays: Workdays, end: datetime) -> str:
    return workdays.date_of(end).isoformat()


def _workdays(engagement: Engagement, which: Side) -> Workdays:
    if which == Side.INTERN:
        return workdays_of(engagement.intern)
    return workdays_of_organization(engagement.organization)
