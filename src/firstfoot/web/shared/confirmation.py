"""The confirmation: one page that says what was done, from the moment the work is accepted, and where it is checked.

It says what both may always say: who did what for whom, when, in how many hours, and how many of the agreed criteria
were met. Its address holds a signature of ours, so that only who has the paper reads what stands on it.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from firstfoot.work.engagements.queries import confirmed_work

_SALT = "firstfoot.confirmation"


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")


def check_address(public_id: str) -> str:
    """Where a paper about the engagement is checked."""
    return f"{settings.SITE_URL}{reverse('public:confirmation', args=[_signer().sign(public_id)])}"


def confirmed_by(token: str) -> Any | None:
    """The engagement that the address on a paper is about, with what it confirms; None for any other address."""
    try:
        public_id = _signer().unsign(token)
    except BadSignature:
        return None
    return confirmed_work(public_id)


def facts_of(engagement: Any) -> list[tuple[str, str]]:
    """What the paper says, and the page that checks it."""
    ended = engagement.finished_at or engagement.ended_at
    days = _("%(first)s to %(last)s") % {
        "first": _day(engagement.start_on),
        "last": _day(ended.astimezone(engagement.organization.zone).date() if ended else engagement.end_on),
    }
    hours = str(engagement.hours)
    if engagement.hours_worked is not None:
        hours = _("%(agreed)s agreed, %(worked)s as the intern counted") % {
            "agreed": engagement.hours, "worked": engagement.hours_worked,
        }  # fmt: skip
    return [
        (_("Intern"), engagement.intern.formal_name),
        (_("Host"), engagement.organization.name),
        (_("Dates"), days),
        (_("Hours"), hours),
        (_("Results accepted"), str(engagement.results_confirmed)),
        (_("Criteria agreed before, met"), f"{engagement.criteria_met} / {engagement.criteria_agreed}"),
    ]


def state_of(engagement: Any) -> str:
    """How it ended, in a sentence."""
    if engagement.state == "ended_early":
        return _("It ended early. This confirms the part that was accepted.")
    return _("Every required result was accepted.")


def _day(day: Any) -> str:
    return str(date_format(day, "DATE_FORMAT"))
