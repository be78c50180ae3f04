"""What puts a finding right without asking the host anything: the changes of the brief behind one button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from firstfoot.market.projects.brief import BriefDeliverable, Criterion, HostInput
from firstfoot.market.projects.dates import START_WITHIN, usual_deadline, usual_start
from firstfoot.market.projects.fair_pay import fair_hourly
from firstfoot.market.projects.scope.findings import Finding, Subject
from firstfoot.market.projects.scope.time_rules import DAYS_TO_CHOOSE, WEEKLY_MOST

type Changes = dict[str, Any]

USUAL_WEEKLY = 10  # hours that fit beside studies or another job
WEEKS_MOST = 26
LAST_DAY = date.max - timedelta(days=400)  # a date past this one leaves no room to count on from it


def fixes_for(finding: Finding, subject: Subject) -> Changes:
    """The changes that end this finding, and every other of its code; none where a person must decide.

    A fix opens no new blocker.
    """
    fix = FIXES.get(finding.code)
    return fix(subject, finding.data) if fix else {}


# Time


def _start_after_deadline(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    """The first Monday that leaves time to choose; the window to begin in stays as long as it was."""
    brief = subject.brief
    apply_by = max(brief.apply_by or subject.today, subject.today)
    return {} if apply_by > LAST_DAY else _start(subject, usual_start(apply_by))


def _start(subject: Subject, first: date) -> Changes:
    brief = subject.brief
    if brief.start_until is None:
        return {"start_from": first}
    width = (brief.start_until - brief.start_from).days if brief.start_from else START_WITHIN
    return {"start_from": first, "start_until": first + timedelta(days=min(max(width, 0), 60))}


def _window_in_order(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    return {"start_from": subject.brief.start_until, "start_until": subject.brief.start_from}


def _two_weeks_to_apply(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    """Two weeks from now; the start moves along where it would come too soon after."""
    brief, apply_by = subject.brief, usual_deadline(subject.today)
    last = max((day for day in (brief.start_from, brief.start_until) if day), default=None)
    soon = last is not None and (last - apply_by).days < DAYS_TO_CHOOSE
    return {"apply_by": apply_by, **(_start(subject, usual_start(apply_by)) if soon else {})}


def _more_weeks(subject: Subject, data: Mapping[str, Any]) -> Changes:
    return {"weeks": data["weeks"]} if data["weeks"] <= WEEKS_MOST else {}


def _usual_weeks(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    """As many weeks as the hours take beside studies, and at least until the last due day."""
    brief = subject.brief
    last = max((item.due_day for item in brief.deliverables), default=0)
    weeks = max(-(-brief.hours // USUAL_WEEKLY), -(-last // 7))
    return {"weeks": weeks} if brief.hours > 0 and weeks <= WEEKS_MOST else {}


def _one_seat(_subject: Subject, _data: Mapping[str, Any]) -> Changes:
    return {"seats": 1}


# Deliverables and inputs


def _due_on_the_last_day(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    last = subject.brief.days
    if last < 1:
        return {}
    return _each_deliverable(subject, lambda item: _due(item, last) if not 1 <= item.due_day <= last else item)


def _first_due_early(subject: Subject, data: Mapping[str, Any]) -> Changes:
    """Whatever is due first is due in the first third."""
    items = subject.brief.deliverables
    first = min(range(len(items)), key=lambda place: items[place].due_day)
    moved = (_due(item, data["early"]) if place == first else item for place, item in enumerate(items))
    return {"deliverables": tuple(moved)}


def _all_required(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    """Those that say what they are measured by; where none does, there is more to say first."""
    ready = any(_said(item) for item in subject.brief.deliverables)
    return _each_deliverable(subject, lambda item: replace(item, required=bool(_said(item)))) if ready else {}


def _criteria_required(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    def bound(item: BriefDeliverable) -> BriefDeliverable:
        said = _said(item)
        if not item.required or not said or any(criterion.required for criterion in said):
            return item
        return replace(item, criteria=_required(item.criteria))

    return _each_deliverable(subject, bound)


def _inputs_in_time(subject: Subject, data: Mapping[str, Any]) -> Changes:
    first = data["first"]
    rows = (HostInput(row.text, min(row.by_day, first)) for row in subject.brief.inputs)
    return {"inputs": tuple(rows)}


# People and pay


def _guided_enough(_subject: Subject, data: Mapping[str, Any]) -> Changes:
    return {"supervision_hours": data["needed"]} if data["needed"] <= WEEKLY_MOST else {}


def _an_hour_of_guidance(_subject: Subject, _data: Mapping[str, Any]) -> Changes:
    return {"supervision_hours": 1}


def _no_cover(_subject: Subject, _data: Mapping[str, Any]) -> Changes:
    return {"cover": ""}


def _answers_in_two_days(_subject: Subject, _data: Mapping[str, Any]) -> Changes:
    return {"reply_within_days": 2}


def _weekly_check_ins(_subject: Subject, _data: Mapping[str, Any]) -> Changes:
    return {"check_in_every_days": 7}


def _pay_the_least(_subject: Subject, data: Mapping[str, Any]) -> Changes:
    return {"pay_minor": data["least_minor"]}


def _pay_fairly(subject: Subject, _data: Mapping[str, Any]) -> Changes:
    brief = subject.brief
    hourly = fair_hourly(subject.floors.get(brief.currency, 0), brief.currency)
    return {"pay_minor": hourly * brief.hours} if hourly > 0 and brief.hours > 0 else {}


FIXES: dict[str, Callable[[Subject, Mapping[str, Any]], Changes]] = {
    "due_outside": _due_on_the_last_day,
    "required_missing": _all_required,
    "criteria_optional": _criteria_required,
    "all_at_the_end": _first_due_early,
    "input_late": _inputs_in_time,
    "supervision_missing": _an_hour_of_guidance,
    "supervision_thin": _guided_enough,
    "cover_is_supervisor": _no_cover,
    "reply_slow": _answers_in_two_days,
    "check_ins_rare": _weekly_check_ins,
    "weeks_missing": _usual_weeks,
    "weekly_high": _more_weeks,
    "weekly_impossible": _more_weeks,
    "start_missing": _start_after_deadline,
    "start_past": _start_after_deadline,
    "start_window_backwards": _window_in_order,
    "start_before_deadline": _start_after_deadline,
    "start_too_soon": _start_after_deadline,
    "deadline_missing": _two_weeks_to_apply,
    "deadline_past": _two_weeks_to_apply,
    "deadline_soon": _two_weeks_to_apply,
    "seats_missing": _one_seat,
    "pay_missing": _pay_fairly,
    "pay_under_floor": _pay_the_least,
}


def _each_deliverable(subject: Subject, change: Callable[[BriefDeliverable], BriefDeliverable]) -> Changes:
    return {"deliverables": tuple(change(item) for item in subject.brief.deliverables)}


def _said(item: BriefDeliverable) -> list[Criterion]:
    return [criterion for criterion in item.criteria if criterion.text.strip()]


def _due(item: BriefDeliverable, day: int) -> BriefDeliverable:
    return replace(item, due_day=day)


def _required(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return tuple(replace(criterion, required=True) for criterion in criteria)
