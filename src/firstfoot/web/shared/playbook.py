"""The playbook: eight situations of ordinary work, what each side can say, what can be done, and first steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Lazy = str | Promise


@dataclass(frozen=True, slots=True)
class Script:
    """What one side does first, and words it can use as they are."""

    first: Lazy
    say: Lazy


@dataclass(frozen=True, slots=True)
class Step:
    """A step to begin with: what, by which side, in how many working days."""

    text: Lazy
    side: str
    days: int


@dataclass(frozen=True, slots=True)
class Option:
    """One way out, and what it does here."""

    title: Lazy
    does: Lazy
    page: str = ""  # the page of the work where it is done
    button: Lazy = ""


@dataclass(frozen=True, slots=True)
class Play:
    """One situation; its code is the cause of the change of course that it opens."""

    code: str
    title: Lazy
    icon: str
    when: Lazy
    intern: Script
    host: Script
    steps: tuple[Step, ...]
    options: tuple[str, ...]

    def script(self, side: str) -> Script:
        return self.intern if side == "intern" else self.host


OPTIONS: Mapping[str, Option] = {
    "rescope": Option(
        _("Take work out, or put other work in"),
        _(
            "A new version of the agreement shows what changes in results, hours and pay. It counts once "
            "both have signed."
        ),
        "amend",
        _("Propose other terms"),
    ),
    "extend": Option(
        _("Move the last day"),
        _("A new version of the agreement with a later end. Hours and pay stay, unless you change them, too."),
        "amend",
        _("Propose another end"),
    ),
    "pair": Option(
        _("Work on it side by side"),
        _(
            "Someone of the host sits down with the intern, with a day and an hour. Write it as a step of "
            "the change of course."
        ),
    ),
    "swap": Option(
        _("Name someone else who guides"),
        _("An owner or recruiter of the host names another supervisor or cover. The intern is told at once."),
        "supervisor",
        _("Change who guides"),
    ),
    "stop": Option(
        _("Stop, with a part of the pay"),
        _(
            "Either side can end early and says why. What was accepted stays accepted; the part of the pay "
            "is stated there."
        ),
        "end",
        _("End early"),
    ),
}

PLAYS: tuple[Play, ...] = (
    Play(
        "stuck",
        _("Stuck"),
        "life-buoy",
        _("An hour went by on the same spot, and the next try looks like the last."),
        Script(
            _("Say it after an hour, not after a day. Show the spot, not the whole history."),
            _("I am stuck at one point: … . I tried … and … . It would help most if somebody showed me … ."),
        ),
        Script(
            _("Ask to see it before you explain anything. Twenty minutes together beat a page of advice."),
            _("Good that you say it. Share your screen and show me where it stops. I have twenty minutes today at … ."),
        ),
        (
            Step(_("Write down what was tried and where it stops"), "intern", 1),
            Step(_("Look at it together for twenty minutes"), "host", 2),
        ),
        ("pair", "rescope", "extend"),
    ),
    Play(
        "wrong_level",
        _("Too hard, or too easy"),
        "gauge",
        _("The work asks for much more than was said, or for much less."),
        Script(
            _("Name one task that fits and one that does not. That is easier to act on than “too hard”."),
            _(
                "… goes well. … needs something I have not learned yet. Could we begin with a smaller piece of it, or "
                "could someone do the first one with me?"
            ),
        ),
        Script(
            _("Say that it is about the task, not about the person. Offer a smaller or a bigger next piece."),
            _("I set this at the wrong height. Let us choose the next piece together: what could you finish by … ?"),
        ),
        (
            Step(_("Name one task that fits and one that does not"), "intern", 1),
            Step(_("Offer a next piece of the right size"), "host", 3),
        ),
        ("pair", "rescope", "swap"),
    ),
    Play(
        "silent_supervisor",
        _("The supervisor does not answer"),
        "message-circle-off",
        _("A question or a result has waited longer than was agreed."),
        Script(
            _("Ask one question that can be answered with yes or no, and say what you do without an answer."),
            _("I need one decision from you: … ? If I hear nothing by … I go on with … and note it here."),
        ),
        Script(
            _(
                "A short answer today is worth more than a good one next week. Hand over to the cover when you "
                "are away."
            ),
            _(
                "Sorry for the silence. Here is my answer in short: … . From now on you reach me at …, and … "
                "when I am away."
            ),
        ),
        (
            Step(_("Answer the open question"), "host", 1),
            Step(_("Name two fixed times in the week to reach each other"), "host", 3),
        ),
        ("swap", "extend", "stop"),
    ),
    Play(
        "silent_intern",
        _("The intern does not answer"),
        "user-x",
        _("Messages, a check-in or a result have stayed without a word."),
        Script(
            _("One line is enough to begin again. You owe no long excuse."),
            _("I was away from this because of … . I can go on from …, and I can hand in … by … ."),
        ),
        Script(
            _("Ask whether all is well before you ask about the work. Offer to move dates."),
            _(
                "I have not heard from you since …, and I hope you are well. Is something in the way? We can "
                "move dates. "
                "Please write one line by … ."
            ),
        ),
        (
            Step(_("Write one line on how it stands"), "intern", 1),
            Step(_("Say which dates can move"), "host", 2),
        ),
        ("extend", "rescope", "stop"),
    ),
    Play(
        "scope_too_big",
        _("More work than agreed"),
        "expand",
        _("New wishes came in, or the agreed results take far longer than planned."),
        Script(
            _("List what is agreed and what came on top. You need not say no: ask which comes first."),
            _(
                "Agreed are … . On top came … . All of it does not fit into the hours. Which comes first, and "
                "what goes out?"
            ),
        ),
        Script(
            _("More work is more hours and more pay, signed by both. Else something else goes out."),
            _("You are right, this grew. Of the list, … matters most. I take … out, or I propose … hours more for it."),
        ),
        (
            Step(_("List what was agreed and what came on top"), "intern", 1),
            Step(_("Say what goes out, or propose more hours and pay"), "host", 3),
        ),
        ("rescope", "extend", "stop"),
    ),
    Play(
        "quality",
        _("The result is not good enough yet"),
        "badge-alert",
        _("Work came back more than once, or both see its quality differently."),
        Script(
            _("Ask for one example of “good”, and go through the criteria one by one."),
            _(
                "Could you show me one example of how it should look? I understand criterion … so: … . Is that "
                "what you mean?"
            ),
        ),
        Script(
            _("Speak of the criteria that were agreed, one at a time, each with an example. No new ones."),
            _(
                "Criterion … is met. For … I still miss …; here is an example of what I mean. The rest can stay "
                "as it is."
            ),
        ),
        (
            Step(_("Show one example of how it should look"), "host", 2),
            Step(_("Hand in the next version of one part first"), "intern", 4),
        ),
        ("pair", "extend", "rescope"),
    ),
    Play(
        "access_missing",
        _("Access or material is missing"),
        "key-round",
        _("An account, a file or a contact that the host was to give is not there."),
        Script(
            _("Say exactly what is missing and what cannot go on without it."),
            _(
                "I still miss access to … . Without it I cannot do … . Who can give it to me, and by when? "
                "Until then I work on … ."
            ),
        ),
        Script(
            _(
                "Find the one person who can give it, and put a day on it. Waiting time is not the intern’s to "
                "make up for."
            ),
            _(
                "You will have access to … by …; … takes care of it. If that fails I send you … as a file, and "
                "the dates move."
            ),
        ),
        (
            Step(_("Give the access, or name who does"), "host", 1),
            Step(_("Go on with what needs no access"), "intern", 1),
        ),
        ("extend", "rescope", "swap"),
    ),
    Play(
        "hours_overrunning",
        _("The hours run over"),
        "alarm-clock",
        _("The hours worked come near the hours agreed, and the results are not done."),
        Script(
            _("Say it before the hours are used up, with a number for what is left."),
            _(
                "I have worked … of … hours. What is left takes about … more. Shall we take something out, or "
                "agree on more hours?"
            ),
        ),
        Script(
            _("Nobody works unpaid here. Pay the hours, or take work out; both are fine."),
            _(
                "Thank you for counting. Stop at … hours. Finish … and leave … out, or I propose … hours more "
                "with their pay."
            ),
        ),
        (
            Step(_("Say how many hours what is left takes"), "intern", 1),
            Step(_("Take work out, or propose more hours with their pay"), "host", 2),
        ),
        ("rescope", "extend", "stop"),
    ),
)
PLAY: Mapping[str, Play] = {play.code: play for play in PLAYS}
