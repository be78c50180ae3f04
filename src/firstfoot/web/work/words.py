"""What states, answers and reasons of the work are called on the page, with their look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.web.shared.playbook import PLAYS

type Lazy = str | Promise


@dataclass(frozen=True, slots=True)
class Badge:
    """A word, its color and its icon."""

    text: Lazy
    css: str
    icon: str


ENGAGEMENT: dict[str, Badge] = {
    "agreeing": Badge(_("Agreeing"), "info", "file-pen-line"),
    "onboarding": Badge(_("Getting ready"), "info", "list-checks"),
    "active": Badge(_("At work"), "ok", "hammer"),
    "closing": Badge(_("Closing"), "warn", "flag"),
    "completed": Badge(_("Completed"), "ok", "circle-check"),
    "ended_early": Badge(_("Ended early"), "line", "circle-stop"),
}
AGREEMENT: dict[str, Badge] = {
    "proposed": Badge(_("Waiting for signatures"), "warn", "clock"),
    "countered": Badge(_("Replaced"), "line", "history"),
    "signed": Badge(_("Signed by both"), "ok", "circle-check"),
    "superseded": Badge(_("Replaced"), "line", "history"),
    "declined": Badge(_("Not agreed"), "line", "circle-x"),
    "void": Badge(_("Never came about"), "line", "circle-slash"),
}
DELIVERABLE: dict[str, Badge] = {
    "expected": Badge(_("To hand in"), "line", "circle-dashed"),
    "submitted": Badge(_("Waiting for an answer"), "warn", "clock"),
    "returned": Badge(_("Returned with notes"), "info", "rotate-ccw"),
    "accepted": Badge(_("Accepted"), "ok", "circle-check"),
    "left_out": Badge(_("Not done after all"), "line", "circle-slash"),
}
CHECK_IN: dict[str, Badge] = {
    "scheduled": Badge(_("Planned"), "line", "calendar"),
    "answered": Badge(_("Both answered"), "ok", "circle-check"),
    "missed": Badge(_("Missed"), "bad", "circle-x"),
    "skipped": Badge(_("Left out"), "line", "skip-forward"),
}
CORRECTION: dict[str, Badge] = {
    "open": Badge(_("To agree"), "warn", "clock"),
    "agreed": Badge(_("Agreed"), "ok", "handshake"),
    "done": Badge(_("Settled"), "line", "circle-check"),
}
CAUSES: dict[str, Lazy] = {
    "divergence": _("Your answers at a check-in were far apart"),
    **{play.code: play.title for play in PLAYS},
    "stuck": _("Someone is stuck"),
    "asked": _("One side asked for it"),
}
PATHWAY: dict[str, Badge] = {
    "offered": Badge(_("Open"), "warn", "clock"),
    "accepted": Badge(_("Yes"), "ok", "circle-check"),
    "declined": Badge(_("No, thank you"), "line", "circle-x"),
    "expired": Badge(_("Not answered"), "line", "history"),
}

PROGRESS: dict[str, Lazy] = {
    "ahead": _("Ahead"),
    "on_track": _("On track"),
    "behind": _("Behind"),
    "stuck": _("Stuck"),
}
CONFIDENCE: dict[str, Lazy] = {"high": _("Sure"), "some": _("Fairly sure"), "low": _("Not sure")}
BLOCKED: dict[str, Lazy] = {"no": _("Nothing"), "a_little": _("A little"), "yes": _("Yes, something is")}

HELPED: dict[str, Lazy] = {"yes": _("It helped"), "a_little": _("It helped a little"), "no": _("It did not help")}

ACCESS_KINDS: dict[str, Lazy] = {
    "account": _("Account"),
    "tool": _("Tool or program"),
    "folder": _("Folder or file"),
    "device": _("Device"),
    "key": _("Key or badge"),
    "other": _("Something else"),
}

END_REASONS: dict[str, Lazy] = {
    "plans_changed": _("Plans changed"),
    "no_time": _("There is no time for it"),
    "illness": _("Illness"),
    "not_a_fit": _("It is not a fit"),
    "terms": _("We do not agree on the terms"),
    "not_signed": _("The agreement was not signed"),
    "no_answer": _("The other side does not answer"),
    "other": _("Another reason"),
}
COUNTED_REASONS: dict[str, Lazy] = {"silence": _("No answer came")}  # nobody chooses these
WHY_ENDED: dict[str, Lazy] = {**END_REASONS, **COUNTED_REASONS, "decided": _("The third party decided so in a dispute")}

PATHWAYS: dict[str, Lazy] = {
    "again": _("Another project together"),
    "interview": _("An interview"),
    "internship": _("An internship"),
    "part_time": _("A job for part of the week"),
    "full_time": _("A full job"),
    "keep_in_touch": _("Keep in touch"),
    "nothing_now": _("Nothing for now"),
}

SIDES: dict[str, Lazy] = {"host": _("Host"), "intern": _("Intern")}


def deliverable_badge(deliverable: Any, engagement: Any) -> Badge:
    """How a promised result stands; what an early end left open is not asked for any more."""
    if engagement.state == "ended_early" and deliverable.state != "accepted":
        return Badge(_("Not finished"), "line", "circle-slash")
    return DELIVERABLE[deliverable.state]


SCALE: dict[int, Lazy] = {1: _("Not yet"), 2: _("Partly"), 3: _("Well"), 4: _("A strength")}
NOT_SEEN: Lazy = _("No chance to see")
