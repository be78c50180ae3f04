"""The early warning in words: the same for both sides, and what a third party does about each reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from firstfoot.work.engagements.states import CorrectionCause
from firstfoot.work.engagements.warning import Level, Reason, Sign, Warning


@dataclass(frozen=True, slots=True)
class WarningWords:
    """How the work stands, as every reader is told it."""

    label: str | Promise
    css: str
    icon: str
    reasons: tuple[ReasonWords, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One reason, and the play of the playbook that helps."""

    text: str
    play: str


LEVELS: Mapping[Level, tuple[str | Promise, str, str]] = {
    Level.ON_TRACK: (_("On track"), "ok", "circle-check"),
    Level.WATCH: (_("To watch"), "warn", "eye"),
    Level.AT_RISK: (_("At risk"), "bad", "triangle-alert"),
}

SIGNS: Mapping[Sign, Callable[[int], str]] = {
    Sign.CHECK_INS_MISSED: lambda n: ngettext(
        "The last check-in was missed.", "The last %(n)s check-ins were missed.", n
    ),
    Sign.HOST_SILENT: lambda n: ngettext(
        "What the intern wrote or handed in has waited for the host for %(n)s working day.",
        "What the intern wrote or handed in has waited for the host for %(n)s working days.",
        n,
    ),
    Sign.INTERN_SILENT: lambda n: ngettext(
        "What the host wrote has waited for the intern for %(n)s working day.",
        "What the host wrote has waited for the intern for %(n)s working days.",
        n,
    ),
    Sign.RESULTS_LATE: lambda n: ngettext(
        "A result is %(n)s working day late.", "A result is %(n)s working days late.", n
    ),
    Sign.REVIEWS_LATE: lambda n: ngettext(
        "The answer to handed-in work is %(n)s working day late.",
        "The answer to handed-in work is %(n)s working days late.",
        n,
    ),
    Sign.APART: lambda n: ngettext(
        "The answers at a check-in were far apart, and it is not settled.",
        "The answers at %(n)s check-ins were far apart, and it is not settled.",
        n,
    ),
    Sign.ACTIONS_LATE: lambda n: ngettext(
        "A change of course is %(n)s working day late: it is not agreed, or something agreed is not done.",
        "A change of course is %(n)s working days late: it is not agreed, or something agreed is not done.",
        n,
    ),
    Sign.HOURS_OVER: lambda n: ngettext(
        "The hours so far are %(n)s %% of those agreed.", "The hours so far are %(n)s %% of those agreed.", n
    ),
    Sign.STEPS_LATE: lambda n: ngettext(
        "A required step is open %(n)s working day after the agreed start.",
        "A required step is open %(n)s working days after the agreed start.",
        n,
    ),
}

# What whoever stands between the two sides does.
TO_DO: Mapping[Sign, str | Promise] = {
    Sign.CHECK_INS_MISSED: _("Write to both and ask for one line each. Offer a time for the three of you to talk."),
    Sign.HOST_SILENT: _(
        "Write to the supervisor and to an owner of the host. Without an answer in two days, ask the owner to name "
        "someone else who guides."
    ),
    Sign.INTERN_SILENT: _(
        "Write to the intern, and ask first whether all is well. Illness or exams move the dates; they are no reason "
        "to end."
    ),
    Sign.RESULTS_LATE: _("Ask both what is left and which day is honest. The change is written as a change of course."),
    Sign.REVIEWS_LATE: _(
        "Remind the supervisor and an owner. After ten business days you can accept the work on the record."
    ),
    Sign.APART: _("Ask each side for one example. Then bring them together over the change of course that is open."),
    Sign.ACTIONS_LATE: _("Ask whose step is open. Where it cannot be done, have them agree on another one with a day."),
    Sign.HOURS_OVER: _("Ask the host to pay the hours or to take work out. Nobody works on without an answer."),
    Sign.STEPS_LATE: _("Ask the side whose step is open for a day, and have both agree on a new start."),
}


PLAY_OF: Mapping[Sign, str] = {
    Sign.CHECK_INS_MISSED: CorrectionCause.STUCK,
    Sign.HOST_SILENT: CorrectionCause.SILENT_SUPERVISOR,
    Sign.INTERN_SILENT: CorrectionCause.SILENT_INTERN,
    Sign.RESULTS_LATE: CorrectionCause.SCOPE_TOO_BIG,
    Sign.REVIEWS_LATE: CorrectionCause.SILENT_SUPERVISOR,
    Sign.APART: CorrectionCause.QUALITY,
    Sign.ACTIONS_LATE: CorrectionCause.STUCK,
    Sign.HOURS_OVER: CorrectionCause.HOURS_OVERRUNNING,
    Sign.STEPS_LATE: CorrectionCause.ACCESS_MISSING,
}


def warning_words(warning: Warning) -> WarningWords:
    """The badge, and one sentence for each reason."""
    return WarningWords(
        *LEVELS[warning.level],
        tuple(ReasonWords(reason_words(reason), str(PLAY_OF[reason.sign])) for reason in warning.reasons),
    )


def reason_words(reason: Reason) -> str:
    return SIGNS[reason.sign](reason.count) % {"n": reason.count}
