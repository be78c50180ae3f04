"""One sentence for each thing that happened in an engagement."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from firstfoot.work.engagements.queries import Happening

# kind -> (sentence, icon); %(who)s is the person, %(number)s and %(title)s the thing.
SENTENCES: dict[str, tuple[str | Promise, str]] = {
    "engagement.begun": (_("%(who)s accepted the offer"), "door-open"),
    "engagement.signed": (_("Both sides have signed"), "handshake"),
    "engagement.started": (_("The work began"), "play"),
    "engagement.finished": (_("Every required result is accepted"), "flag"),
    "engagement.completed": (_("Completed"), "circle-check"),
    "engagement.ended_early": (_("%(who)s ended the project early"), "circle-stop"),
    "engagement.onboarding_step_done": (_("%(who)s did a step before the start"), "check"),
    "engagement.onboarding_step_undone": (_("%(who)s reopened a step"), "undo-2"),
    "engagement.onboarding_step_added": (_("%(who)s put a step into the plan"), "list-plus"),
    "engagement.onboarding_step_changed": (_("%(who)s changed a step of the plan"), "pencil"),
    "engagement.onboarding_step_removed": (_("%(who)s took a step out of the plan"), "undo-2"),
    "engagement.onboarding_plan_taken": (_("%(who)s took steps over from the last plan"), "list-plus"),
    "kickoff.offered": (_("%(who)s offered times for the first talk"), "calendar-clock"),
    "kickoff.chosen": (_("%(who)s chose a time for the first talk"), "calendar-check"),
    "kickoff.agenda_worded": (_("%(who)s wrote what the first talk is about"), "pencil"),
    "engagement.access_listed": (_("%(who)s put something on the list of access"), "key-round"),
    "engagement.access_unlisted": (_("%(who)s took something off the list of access"), "undo-2"),
    "engagement.access_marked": (_("%(who)s ticked something on the list of access"), "key-round"),
    "engagement.access_unmarked": (_("%(who)s took a tick back on the list of access"), "undo-2"),
    "engagement.learning_goal_set": (_("%(who)s said what they want to learn"), "graduation-cap"),
    "engagement.start_proposed": (_("%(who)s proposed another start"), "calendar"),
    "engagement.start_moved": (_("%(who)s agreed to another start"), "calendar-check"),
    "engagement.supervisor_changed": (_("%(who)s named who guides the work"), "users"),
    "engagement.supervisor_away": (_("%(who)s named who answers while the supervisor is away"), "users"),
    "engagement.supervisor_back": (_("The supervisor answers again"), "user-check"),
    "engagement.paid": (_("%(who)s said when it was paid"), "banknote"),
    "engagement.pay_reopened": (_("The pay is open again"), "banknote"),
    "engagement.pay_received": (_("%(who)s said when the pay arrived"), "banknote"),
    "engagement.closing_noted": (_("%(who)s noted hours and tools"), "notebook-pen"),
    "engagement.handover_asked": (_("%(who)s asked how to go on after the work"), "package"),
    "engagement.handover_written": (_("%(who)s wrote how to go on after the work"), "package"),
    "engagement.at_risk": (_("The work came to be at risk"), "triangle-alert"),
    "engagement.hours_log_begun": (_("%(who)s began a log of hours"), "alarm-clock"),
    "engagement.hours_logged": (_("%(who)s logged hours"), "alarm-clock"),
    "engagement.hours_changed": (_("%(who)s changed logged hours"), "pencil"),
    "engagement.hours_removed": (_("%(who)s took logged hours out"), "undo-2"),
    "engagement.successor_sought": (_("%(who)s looks for somebody to finish it"), "user-plus"),
    "engagement.silence_noted": (_("No answer came for days, and that side was told"), "bell"),
    "engagement.silence_over": (_("An answer came"), "circle-check"),
    "engagement.risk_over": (_("The work was no longer at risk"), "circle-check"),
    "engagement.held": (_("A dispute holds what would settle the matter"), "pause"),
    "engagement.hold_lifted": (_("The dispute is over, and it goes on"), "play"),
    "dispute.opened": (_("%(who)s opened a dispute"), "scale"),
    "dispute.answered": (_("%(who)s said how they see the dispute"), "message-square"),
    "dispute.passed_on": (_("No answer to the dispute came in time"), "clock"),
    "dispute.decided": (_("%(who)s decided the dispute as third party"), "gavel"),
    "dispute.decision_accepted": (_("%(who)s accepted what was decided"), "check"),
    "dispute.stood": (_("What was decided in the dispute stands"), "gavel"),
    "dispute.appealed": (_("%(who)s appealed against what was decided"), "scale"),
    "dispute.decided_anew": (_("%(who)s decided the appeal as third party"), "gavel"),
    "dispute.settlement_proposed": (_("%(who)s said that the dispute is settled"), "handshake"),
    "dispute.settled": (_("Both sides said that the dispute is settled"), "handshake"),
    "dispute.withdrawn": (_("%(who)s took the dispute back"), "undo-2"),
    "dispute.lapsed": (_("Nobody was there to decide the dispute"), "history"),
    "agreement.proposed": (_("Version %(number)s of the agreement was proposed"), "file-pen-line"),
    "agreement.countered": (_("%(who)s answered version %(number)s with other terms"), "git-compare"),
    "agreement.signed_by_one": (_("%(who)s signed version %(number)s"), "pen-line"),
    "agreement.signed": (_("%(who)s signed version %(number)s"), "pen-line"),
    "agreement.extended": (_("%(who)s gave both sides more time to sign"), "clock"),
    "agreement.declined": (_("%(who)s did not agree to version %(number)s"), "circle-x"),
    "agreement.withdrawn": (_("%(who)s took version %(number)s back"), "undo-2"),
    "agreement.lapsed": (_("Version %(number)s was not signed in time"), "history"),
    "engagement.amended": (_("The changed agreement stands"), "git-compare"),
    "deliverable.left_out": (_("“%(title)s” is not done after all"), "circle-slash"),
    "deliverable.due_proposed": (_("%(who)s asked for another due date of “%(title)s”"), "calendar"),
    "deliverable.due_moved": (_("%(who)s agreed to another due date of “%(title)s”"), "calendar-check"),
    "deliverable.due_kept": (_("The due date of “%(title)s” stays"), "calendar"),
    "agreement.voided": (_("Version %(number)s never came about"), "circle-slash"),
    "deliverable.submitted": (_("%(who)s handed in “%(title)s”"), "upload"),
    "deliverable.returned": (_("%(who)s returned “%(title)s” with notes"), "rotate-ccw"),
    "deliverable.accepted": (_("%(who)s accepted “%(title)s”"), "circle-check"),
    "check_in.answered": (_("Both answered check-in %(number)s"), "messages-square"),
    "check_in.feedback_rated": (_("%(who)s said whether the feedback of check-in %(number)s helped"), "thumbs-up"),
    "check_in.missed": (_("Check-in %(number)s was missed"), "circle-x"),
    "check_in.skip_proposed": (_("%(who)s asked to leave out check-in %(number)s"), "skip-forward"),
    "check_in.skipped": (_("Check-in %(number)s was left out"), "skip-forward"),
    "correction.opened": (_("A change of course was asked for"), "route"),
    "correction.proposed": (_("%(who)s wrote down what to do"), "list-todo"),
    "correction.agreed": (_("%(who)s agreed what to do"), "handshake"),
    "part_pay.proposed": (_("%(who)s named an amount for what was done"), "banknote"),
    "part_pay.answered": (_("%(who)s named another amount for what was done"), "banknote"),
    "part_pay.agreed": (_("Both sides say the same amount for what was done"), "handshake"),
    "part_pay.decided": (_("%(who)s set the pay for what was done, as the third party"), "gavel"),
    "correction.closed": (_("%(who)s said it is settled"), "circle-check"),
}


# kind -> the sentence for several of them in a row.
COUNTED: dict[str, Callable[[int], str]] = {
    "engagement.hours_logged": lambda count: ngettext(
        "%(who)s logged hours once", "%(who)s logged hours %(count)s times", count
    ),
    "engagement.onboarding_step_done": lambda count: ngettext(
        "%(who)s did %(count)s step before the start", "%(who)s did %(count)s steps before the start", count
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the story."""

    text: str
    icon: str
    at: datetime


def told(happenings: Iterable[Happening]) -> list[Line]:
    """The story in words, newest first; kinds without a sentence are left out."""
    known = (one for one in happenings if one.kind in SENTENCES)
    lines = [_line(list(run)) for _key, run in groupby(known, key=_same)]
    return lines[::-1]


def _same(one: Happening) -> tuple[object, ...]:
    """What is told together: the steps that one person did on one day, else nothing."""
    if one.kind in COUNTED:
        return (one.kind, one.who, timezone.localtime(one.at).date())
    return (id(one),)


def _line(run: list[Happening]) -> Line:
    last = run[-1]
    text, icon = SENTENCES[last.kind]
    if len(run) > 1:
        text = COUNTED[last.kind](len(run))
    named = {"who": last.who or gettext("Someone"), "number": last.number, "title": last.title, "count": len(run)}
    said = str(text) % named
    return Line(gettext("%(said)s, by mail") % {"said": said} if last.data.get("by_mail") else said, icon, last.at)
