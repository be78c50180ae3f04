"""Where an application stands, in words for the person who sent it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.kernel import clock
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.projects.states import ProjectState
from firstfoot.web.shared.words import day_text, when_text

if TYPE_CHECKING:
    from collections.abc import Mapping

S = ApplicationState

# state -> (badge kind, icon, label)
BADGES: Mapping[str, tuple[str, str, str | Promise]] = {
    S.DRAFT: ("line", "pencil", gettext_lazy("Draft")),
    S.SUBMITTED: ("info", "send", gettext_lazy("Sent")),
    S.SHORTLISTED: ("ok", "star", gettext_lazy("Shortlisted")),
    S.OFFERED: ("lamp", "door-open", gettext_lazy("Offer")),
    S.ACCEPTED: ("ok", "check", gettext_lazy("Accepted")),
    S.DECLINED: ("line", "circle-slash", gettext_lazy("Not chosen")),
    S.WITHDRAWN: ("line", "undo-2", gettext_lazy("Withdrawn")),
    S.REFUSED: ("line", "undo-2", gettext_lazy("You said no")),
    S.LAPSED: ("line", "moon", gettext_lazy("Ended")),
    S.EXPIRED: ("line", "clock", gettext_lazy("Offer ran out")),
}
MATERIAL_FIELDS: Mapping[str, str | Promise] = {
    "pay_minor": gettext_lazy("the pay"),
    "currency": gettext_lazy("the currency"),
    "hours": gettext_lazy("the hours"),
    "weeks": gettext_lazy("the length"),
    "start_from": gettext_lazy("the earliest start"),
    "start_until": gettext_lazy("the latest start"),
    "deliverables": gettext_lazy("what is handed in"),
    "workplace": gettext_lazy("where the work is done"),
    "place": gettext_lazy("the place"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose move it is, what it is, and by when."""

    kind: str
    icon: str
    label: str
    title: str
    detail: str
    is_mine: bool = False
    by: datetime | None = None


def standing_of(application: Any) -> Standing:
    """What the applicant is told about where their application stands."""
    kind, icon, label = BADGES[application.state]
    if application.is_reserve:
        kind, icon, label = "info", "bookmark", _("In reserve")
    say = _TELL.get(application.state, _ended)
    title, detail = say(application)
    is_mine = application.state in (S.DRAFT, S.OFFERED)
    by = application.offer_until_at if application.state == S.OFFERED else None
    return Standing(kind, icon, str(label), title, detail, is_mine, by)


def steps_of(application: Any) -> list[tuple[str, str, datetime | None]]:
    """The way of an application: (label, done | now | later | over, when)."""
    way = [
        (_("Sent"), application.submitted_at),
        (_("First answer"), application.answered_at),
        (_("Shortlist"), application.shortlisted_at),
        (_("Offer"), application.offered_at),
        (_("Accepted"), application.ended_at if application.state == S.ACCEPTED else None),
    ]
    is_live = application.ended_at is None
    steps, is_next = [], True
    for label, at in way:
        state = "done" if at else ("now" if is_live and is_next else "later")
        is_next = is_next and bool(at)
        steps.append((label, state, at))
    if is_live:
        return steps
    over = [step for step in steps if step[1] == "done"]
    return over if application.state == S.ACCEPTED else [*over, (_("Ended"), "over", application.ended_at)]


def changed_words(changes: Any) -> str:
    """The names of what changed, such as "the pay, the hours"."""
    return ", ".join(str(MATERIAL_FIELDS.get(change.field, change.field)) for change in changes)


def _draft(application: Any) -> tuple[str, str]:
    project = application.project
    if not project.apply_by_on:
        return _("You have not sent it yet"), _("Only you can see this draft.")
    return (
        _("You have not sent it yet"),
        _("Only you can see this draft. The last day to send it is %(day)s.") % {"day": day_text(project.apply_by_on)},
    )


def _submitted(application: Any) -> tuple[str, str]:
    host, due = application.project.organization.name, application.answer_by_at
    if application.project.state == ProjectState.PAUSED and not application.project.is_full:
        return (
            _("%(host)s has paused this project") % {"host": host},
            _("Your application keeps its place. You need to do nothing; we tell you when it goes on or closes."),
        )
    if due is not None and due < clock.now():
        return (
            _("%(host)s is late with its answer") % {"host": host},
            _("It was due %(day)s. We have reminded them. You need to do nothing, and this says nothing about you.")
            % {"day": day_text(due)},
        )
    if application.answered_at is not None:
        return (
            _("%(host)s is thinking again") % {"host": host},
            _("They know who you are and decide by %(when)s. You need to do nothing.") % {"when": _when(due)},
        )
    return (
        _("%(host)s answers by %(day)s") % {"host": host, "day": day_text(due) if due else ""},
        _("They read your answers without your name. You need to do nothing."),
    )


def _shortlisted(application: Any) -> tuple[str, str]:
    host = application.project.organization.name
    if application.is_reserve:
        return (
            _("You are in reserve until %(day)s") % {"day": day_text(application.reserve_until_at)},
            _(
                "The last seat was just taken. If that falls through, %(host)s can offer it to you. "
                "We tell you either way."
            )
            % {"host": host},
        )
    if application.rescind_reason:
        return (
            _("%(host)s took its offer back") % {"host": host},
            _("You are still on the shortlist. Ask them below what happens now."),
        )
    return (
        _("You are on the shortlist of %(host)s") % {"host": host},
        _("They know who you are now. Next they make an offer or say no. You can write to each other below."),
    )


def _offered(application: Any) -> tuple[str, str]:
    host, until = application.project.organization.name, application.offer_until_at
    if until is not None and until < clock.now():
        return (
            _("The time for this offer is over"),
            _("Write to %(host)s below if you still want it: they can extend it.") % {"host": host},
        )
    return (
        _("%(host)s offers you this project") % {"host": host},
        _("A seat is held for you until %(when)s. Nothing is binding before you have both signed the agreement.")
        % {"when": _when(until)},
    )


def _accepted(application: Any) -> tuple[str, str]:
    host = application.project.organization.name
    return (
        _("You took the offer of %(host)s") % {"host": host},
        _("Everything goes on in the project itself: the agreement first."),
    )


def _declined(application: Any) -> tuple[str, str]:
    host = application.project.organization.name
    return (
        _("%(host)s said no this time") % {"host": host},
        _("Thank you for the work you put into this. Here is what they told us."),
    )


def _ended(application: Any) -> tuple[str, str]:
    texts = {
        S.WITHDRAWN: (
            _("You withdrew this application"),
            _("The host has been told. You can apply again while it is open."),
        ),
        S.REFUSED: (
            _("You said no to this offer"),
            _("The host has been told, and the seat is free for someone else."),
        ),
        S.EXPIRED: (_("The offer ran out"), _("Its time passed without an answer, so the seat was freed.")),
        S.LAPSED: (_("This ended, and not because of you"), ""),
    }
    return texts[application.state]


def _when(at: datetime | None) -> str:
    return when_text(at) if at else ""


_TELL = {
    S.DRAFT: _draft,
    S.SUBMITTED: _submitted,
    S.SHORTLISTED: _shortlisted,
    S.OFFERED: _offered,
    S.ACCEPTED: _accepted,
    S.DECLINED: _declined,
}
