"""Where a project stands, in sentences: whose move it is, and what happened so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from firstfoot.market.projects.queries import is_taking_applications

STATES: dict[str, tuple[Any, str, str]] = {
    "draft": (gettext_lazy("Draft"), "line", "pencil"),
    "in_review": (gettext_lazy("In review"), "info", "hourglass"),
    "open": (gettext_lazy("Open"), "ok", "door-open"),
    "paused": (gettext_lazy("Paused"), "warn", "circle-pause"),
    "closed": (gettext_lazy("Closed"), "line", "lock"),
}
PAUSED_BY = {
    "host": gettext_lazy("You paused it."),
    "silence": gettext_lazy("It was paused because applications went without a first answer."),
    "full": gettext_lazy("It has as many applications as you can answer. Answer some, and it opens by itself."),
    "suspended": gettext_lazy("It was paused because your organization is suspended."),
}
CLOSED_BY = {
    "deadline": gettext_lazy("The last day to apply has passed."),
    "filled": gettext_lazy("Every seat is taken."),
    "silence": gettext_lazy("Applications went without an answer for too long."),
    "withdrawn": gettext_lazy("You said that the project will not happen."),
    "host": gettext_lazy("You closed it."),
}
HAPPENED = {
    "project.started": gettext_lazy("Draft started"),
    "project.submitted": gettext_lazy("Handed in"),
    "project.published": gettext_lazy("Published"),
    "project.returned": gettext_lazy("Returned by a steward"),
    "project.held": gettext_lazy("Changes held for a look"),
    "project.hold_returned": gettext_lazy("Changes returned by a steward"),
    "project.paused": gettext_lazy("Paused"),
    "project.resumed": gettext_lazy("Resumed"),
    "project.closed": gettext_lazy("Closed"),
    "project.reopened": gettext_lazy("Reopened"),
    "project.brief_changed": gettext_lazy("Brief changed"),
    "project.seat_held": gettext_lazy("Offer made: a seat is held"),
    "project.seat_released": gettext_lazy("Offer ended: the seat is free again"),
    "project.seat_taken": gettext_lazy("Offer accepted: a seat is taken"),
    "project.seat_freed": gettext_lazy("A taken seat is free again"),
}


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Whose move it is: what it is, by when, and the way there."""

    whose: str  # you | them | nobody
    title: str
    text: str
    by: date | datetime | None = None
    button: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the history."""

    text: str
    at: datetime


def history_of(facts: Iterable[Any]) -> list[Happening]:
    """What happened, newest first."""
    return [Happening(str(HAPPENED[fact.kind]), fact.at) for fact in facts if fact.kind in HAPPENED][::-1]


def move_of(project: Any, counts: Mapping[str, int], blocked: int) -> MoveNote:
    """Whose move a project is, for its host."""
    if project.held_at and project.state != "in_review":
        text = _("Everyone reads the brief as it was until then. You need not do anything.")
        return MoveNote("them", _("A steward looks at your changes"), text)
    return _BY_STATE[project.state](project, counts, blocked)


def _draft(project: Any, counts: Mapping[str, int], blocked: int) -> MoveNote:
    url = reverse("hosts:brief_preview", args=[project.public_id])
    if project.return_reason:
        return MoveNote("you", _("A steward sent it back"), project.return_reason, None, _("Change the brief"), url)
    if blocked:
        text = ngettext(
            "%(n)d thing must still be said before you can post it.",
            "%(n)d things must still be said before you can post it.",
            blocked,
        ) % {"n": blocked}
        return MoveNote("you", _("Finish the brief"), text, None, _("Go on writing"), url)
    text = _("Nothing stands in the way. Read it once more as an intern sees it, then post it.")
    return MoveNote("you", _("Post the project"), text, None, _("Read and post"), url)


def _in_review(project: Any, counts: Mapping[str, int], blocked: int) -> MoveNote:
    if project.held_at:
        text = _("A person reads it before others do. You hear from us either way; you need not do anything.")
        return MoveNote("them", _("A steward looks at your project"), text)
    return MoveNote(
        "them",
        _("A steward looks at your organization"),
        _("The project goes public as soon as your organization is verified. You need not do anything."),
    )


def _open(project: Any, counts: Mapping[str, int], blocked: int) -> MoveNote:
    waiting = counts.get("submitted", 0)
    applicants = reverse("hosts:applicants", args=[project.public_id])
    if waiting:
        text = ngettext(
            "%(n)d application waits for your first answer. Shortlist or decline; each answer reaches the person.",
            "%(n)d applications wait for your first answer. Shortlist or decline; each answer reaches the person.",
            waiting,
        ) % {"n": waiting}
        return MoveNote("you", _("Answer the applicants"), text, None, _("See the applicants"), applicants)
    if asked := counts.get("questions", 0):
        text = ngettext(
            "%(n)d question about the brief waits for your answer.",
            "%(n)d questions about the brief wait for your answer.",
            asked,
        ) % {"n": asked}
        return MoveNote("you", _("Answer a question"), text, None, _("Read and answer"), "#questions")
    if project.is_filled:
        return MoveNote("nobody", _("Every seat is taken"), _("The work goes on in each engagement."))
    if counts.get("shortlisted", 0) and project.seats_free:
        text = _("You have a shortlist and a free seat.")
        return MoveNote("you", _("Make an offer"), text, None, _("See the shortlist"), applicants)
    if counts.get("offered", 0):
        return MoveNote(
            "them",
            _("An offer is out"),
            _("The applicant answers before the offer ends."),
            None,
            _("See it"),
            applicants,
        )
    if not is_taking_applications(project):
        return MoveNote("nobody", _("The last day to apply has passed"), _("It will be closed in a moment."))
    text = _("The project is public. We tell you when somebody applies.")
    return MoveNote("them", _("Waiting for applications"), text, project.apply_by_on)


def _paused(project: Any, counts: Mapping[str, int], blocked: int) -> MoveNote:
    text = str(PAUSED_BY.get(project.paused_reason, ""))
    if counts.get("submitted", 0):
        url = reverse("hosts:applicants", args=[project.public_id])
        return MoveNote("you", _("Answer those who applied"), text, project.close_by_at, _("See the applicants"), url)
    return MoveNote("you", _("Resume it when you are ready"), text, project.close_by_at)


def _closed(project: Any, counts: Mapping[str, int], blocked: int) -> MoveNote:
    text = str(CLOSED_BY.get(project.closed_reason, ""))
    if project.seats_free > 0:
        return MoveNote("nobody", _("Closed"), text + " " + _("A seat is free, so you may reopen it."))
    return MoveNote("nobody", _("Closed"), text)


_BY_STATE = {"draft": _draft, "in_review": _in_review, "open": _open, "paused": _paused, "closed": _closed}
