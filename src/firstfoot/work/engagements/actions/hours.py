"""The log of hours: the intern keeps it, both sides see it, and an overrun opens a talk."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Sum

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.corrections import open_for
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CourseCorrection, Engagement, HoursEntry
from firstfoot.work.engagements.models.hours import MOST_A_DAY
from firstfoot.work.engagements.policies import standing_of
from firstfoot.work.engagements.queries.hours import is_log_kept, tally_of
from firstfoot.work.engagements.states import AgreementState, CorrectionCause, CorrectionState
from firstfoot.work.engagements.states import EngagementState as E


@transaction.atomic
def keep_hours(*, engagement_id: int, actor: Person) -> Engagement:
    """Begin a log of hours that both sides see; begun once, it stays.

    Raises NotPermitted unless the actor is the intern, Conflict("not_now") unless the work is ahead or going on.
    """
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).intern())
    require_state(engagement, E.ONBOARDING, E.ACTIVE)
    if not engagement.keeps_hours:
        engagement.keeps_hours = True
        record(Engagements.HOURS_LOG_BEGUN, engagement, actor, save=["keeps_hours"])
    return engagement


@transaction.atomic
def log_hours(*, engagement_id: int, day: date, minutes: int, what: str, key: str, actor: Person) -> HoursEntry:
    """Write down what was worked on a day; the same key twice gives the same entry.

    Raises NotPermitted unless the actor is the intern, Conflict("not_now") unless work is going on,
    Conflict("no_log") where no log is kept, Conflict("day_ahead") or Conflict("day_before") for a day
    outside of the work, Conflict("day_full") when the day would have more than 24 hours.
    """
    engagement = _locked_log(engagement_id, actor)
    again = HoursEntry.objects.filter(engagement=engagement, idempotency_key=key).first()
    if again is not None:
        return again
    entry = HoursEntry(engagement=engagement, idempotency_key=key)
    _write(entry, day, minutes, what)
    record(Engagements.HOURS_LOGGED, engagement, actor, minutes=minutes, on=day.isoformat())
    return entry


@transaction.atomic
def change_hours(*, entry_id: int, day: date, minutes: int, what: str, actor: Person) -> HoursEntry:
    """Correct an entry, until the work closes. Refuses as log_hours does, and Conflict("gone") when it was removed."""
    entry = _locked_entry(entry_id, actor)
    _write(entry, day, minutes, what)
    record(Engagements.HOURS_CHANGED, entry.engagement, actor, minutes=minutes, on=day.isoformat())
    return entry


@transaction.atomic
def remove_hours(*, entry_id: int, actor: Person) -> None:
    """Take an entry out, until the work closes. Refuses as change_hours does."""
    entry = _locked_entry(entry_id, actor)
    minutes, day, engagement = entry.minutes, entry.day, entry.engagement
    entry.delete()
    record(Engagements.HOURS_REMOVED, engagement, actor, minutes=minutes, on=day.isoformat())


@transaction.atomic
def open_overrun(*, engagement_id: int) -> CourseCorrection | None:
    """The site: open a talk once the logged hours are far above those agreed; once for each agreement.

    Nothing where one of this cause is open already, or was opened by the log since the terms that stand were signed.
    """
    engagement = locked(Engagement, engagement_id)
    if engagement.state != E.ACTIVE or not tally_of(engagement).needs_talk:
        return None
    same = engagement.course_corrections.filter(cause=CorrectionCause.HOURS_OVERRUNNING)
    signed = engagement.agreement_versions.filter(state=AgreementState.SIGNED).latest("number")
    talked = same.filter(opened_side="", opened_at__gte=signed.signed_at)
    if talked.exists() or same.exclude(state=CorrectionState.DONE).exists():
        return None
    return open_for(engagement, CorrectionCause.HOURS_OVERRUNNING, actor=None)


def _locked_log(engagement_id: int, actor: Person) -> Engagement:
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).intern())
    require_state(engagement, E.ACTIVE)
    if not is_log_kept(engagement):
        raise Conflict("no_log")
    return engagement


def _locked_entry(entry_id: int, actor: Person) -> HoursEntry:
    found = HoursEntry.objects.filter(pk=entry_id).values_list("engagement_id", flat=True).first()
    if found is None:
        raise Conflict("gone")
    engagement = _locked_log(found, actor)
    entry = HoursEntry.objects.filter(pk=entry_id).first()
    if entry is None:
        raise Conflict("gone")
    entry.engagement = engagement
    return entry


def _write(entry: HoursEntry, day: date, minutes: int, what: str) -> None:
    engagement = entry.engagement
    began = engagement.started_at.astimezone(engagement.intern.zone).date() if engagement.started_at else day
    if day > clock.today(engagement.intern.zone):
        raise Conflict("day_ahead")
    if day < min(began, engagement.start_on):
        raise Conflict("day_before")
    others = engagement.hours_entries.filter(day=day).exclude(pk=entry.pk).aggregate(all=Sum("minutes"))["all"] or 0
    if others + minutes > MOST_A_DAY:
        raise Conflict("day_full")
    entry.day, entry.minutes, entry.what, entry.logged_at = day, minutes, " ".join(what.split())[:120], clock.now()
    entry.save()
