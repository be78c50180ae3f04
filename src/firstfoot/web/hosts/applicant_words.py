"""Where an applicant stands, in words for the host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.market.applications.states import ApplicationState
from firstfoot.web.shared.words import day_text, when_text

S = ApplicationState

# state -> (badge kind, icon, label)
BADGES: Mapping[str, tuple[str, str, str | Promise]] = {
    S.SUBMITTED: ("lamp", "mail", gettext_lazy("New")),
    S.SHORTLISTED: ("ok", "star", gettext_lazy("Shortlisted")),
    S.OFFERED: ("info", "door-open", gettext_lazy("Offer made")),
    S.ACCEPTED: ("ok", "check", gettext_lazy("Accepted")),
    S.DECLINED: ("line", "circle-slash", gettext_lazy("Declined")),
    S.WITHDRAWN: ("line", "undo-2", gettext_lazy("Withdrew")),
    S.REFUSED: ("line", "undo-2", gettext_lazy("Said no")),
    S.LAPSED: ("line", "moon", gettext_lazy("Lapsed")),
    S.EXPIRED: ("line", "clock", gettext_lazy("Offer ran out")),
}


@dataclass(frozen=True, slots=True)
class HostStanding:
    """Whose move it is, what it is, and by when."""

    kind: str
    icon: str
    label: str
    title: str
    detail: str = ""
    by: datetime | None = None
    is_ours: bool = False


def host_standing(application: Any, label: str) -> HostStanding:
    """What a host is told about where an applicant stands; `label` is what the host calls them."""
    kind, icon, name = BADGES[application.state]
    if application.is_reserve:
        kind, icon, name = "info", "bookmark", _("Reserve")
    elif application.state == S.SUBMITTED and application.answered_at:
        kind, icon, name = "info", "star-off", _("Undecided")
    title, detail, by, is_ours = _TELL.get(application.state, _ended)(application, label)
    return HostStanding(kind, icon, str(name), title, detail, by, is_ours)


type Told = tuple[str, str, datetime | None, bool]


def _submitted(application: Any, label: str) -> Told:
    return (
        _("Your move: shortlist %(name)s, or say no") % {"name": label},
        _(
            "A written mark comes first. A shortlist shows you who it is and opens a conversation. "
            "A no carries its reason to them."
        ),
        application.answer_by_at,
        True,
    )


def _shortlisted(application: Any, label: str) -> Told:
    if application.is_reserve:
        day = day_text(application.reserve_until_at)
        detail = _("They were told they are your reserve until %(day)s. Call them if a seat comes free.") % {"day": day}
        return _("%(name)s is in reserve") % {"name": label}, detail, application.reserve_until_at, False
    return (
        _("Your move: make %(name)s an offer, or say no") % {"name": label},
        _("Write to each other first if you want to. An offer holds a seat for 3 business days."),
        None,
        True,
    )


def _offered(application: Any, label: str) -> Told:
    until = application.offer_until_at
    return (
        _("%(name)s has your offer") % {"name": label},
        _("Their move until %(when)s. A seat is held for them.") % {"when": when_text(until)},
        until,
        False,
    )


def _accepted(application: Any, label: str) -> Told:
    return _("%(name)s accepted") % {"name": label}, _("It goes on in the project: the agreement first."), None, False


def _ended(application: Any, label: str) -> Told:
    texts = {
        S.DECLINED: _("You said no to %(name)s"),
        S.WITHDRAWN: _("%(name)s withdrew"),
        S.REFUSED: _("%(name)s said no to your offer"),
        S.LAPSED: _("This application lapsed"),
        S.EXPIRED: _("Your offer to %(name)s ran out"),
    }
    when = day_text(application.ended_at) if application.ended_at else ""
    return texts[application.state] % {"name": label}, when, None, False


_TELL = {S.SUBMITTED: _submitted, S.SHORTLISTED: _shortlisted, S.OFFERED: _offered, S.ACCEPTED: _accepted}
