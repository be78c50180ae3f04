"""The sentences of moves: what to do, a line about it, the button, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from firstfoot.insights.moves import Move
from firstfoot.reactions.reasons import ROLES


@dataclass(frozen=True, slots=True)
class MoveWords:
    """One move as a page or a mail says it."""

    title: str
    detail: str
    button: str
    url: str


@dataclass(frozen=True, slots=True)
class _Text:
    """How a code is said to whoever must act, and to whoever waits; where it leads."""

    mine: str | Promise
    theirs: str | Promise
    button: str | Promise
    where: Callable[[Move], str]


@dataclass(frozen=True, slots=True)
class Stage:
    """The state of an engagement as a badge: words, icon, class."""

    label: str | Promise
    icon: str
    css: str


STAGES: Mapping[str, Stage] = {
    "agreeing": Stage(_("Agreement"), "file-pen-line", "info"),
    "onboarding": Stage(_("Getting ready"), "list-checks", "info"),
    "active": Stage(_("At work"), "hammer", "lamp"),
    "closing": Stage(_("Closing"), "flag", "lamp"),
    "completed": Stage(_("Completed"), "check", "ok"),
    "ended_early": Stage(_("Ended early"), "circle-slash", "line"),
}


def move_words(move: Move) -> MoveWords:
    """Title, detail, button and address of one move for the reader it was made for."""
    text = TEXTS[move.code]
    said = {**_values(move), "who": move.who or gettext("A steward")}
    title = str(text.mine if move.is_mine else text.theirs) % said
    if move.data.get("count") is not None and move.code in COUNTED:
        title = COUNTED[move.code](int(move.data["count"])) if move.is_mine else title
    button = str(text.button) if move.is_mine or move.code == "work.completed" else gettext("Open")
    return MoveWords(title, _detail(move), button, text.where(move))


def _values(move: Move) -> dict[str, Any]:
    data = dict(move.data)
    return {
        "title": move.title,
        "with": data.get("with", ""),
        "number": data.get("number", ""),
        "deliverable": data.get("deliverable", ""),
        "role": ROLES.get(data.get("role", ""), ""),
        "count": data.get("count", ""),
    }


def _detail(move: Move) -> str:
    """The other side and the project, where the title does not say them."""
    parts = [str(move.data.get("with", "")), move.title]
    return " · ".join(part for part in dict.fromkeys(parts) if part)


def _engagement(move: Move) -> str:
    return reverse("work:engagement", args=[move.thing.public_id])


def _work(name: str) -> Callable[[Move], str]:
    return lambda move: reverse(f"work:{name}", args=[move.thing.public_id])


def _numbered(name: str) -> Callable[[Move], str]:
    return lambda move: reverse(f"work:{name}", args=[move.thing.public_id, move.data["number"]])


def _version(move: Move) -> str:
    return reverse("work:agreement", args=[move.thing.public_id]) + f"?version={move.data['number']}"


def _correction(move: Move) -> str:
    return reverse("work:correction", args=[move.thing.public_id, move.data["correction"]])


def _access(move: Move) -> str:
    return reverse("work:access", args=[move.thing.public_id])


def _dispute(move: Move) -> str:
    return reverse("work:dispute", args=[move.thing.public_id, move.data["dispute"]])


def _draft(move: Move) -> str:
    return reverse("talent:apply", args=[move.data["project"]])


def _of_host(move: Move) -> str:
    return reverse("stewards:organization", args=[move.data["organization"]]) + "#document"


def _application(move: Move) -> str:
    name = "talent:application" if move.data["side"] == "talent" else "hosts:applicant"
    return reverse(name, args=[move.thing.public_id])


def _own(name: str) -> Callable[[Move], str]:
    return lambda move: reverse(name, args=[move.thing.public_id])


def _questions_of(move: Move) -> str:
    return reverse("hosts:project", args=[move.thing.public_id]) + "#questions"


def _invitation(move: Move) -> str:
    return reverse("people:invitation", args=[move.data["token"]])


def _invited(move: Move) -> str:
    return reverse("public:invited", args=[move.data["token"]])


def _applicants(count: int) -> str:
    return ngettext("Answer %(count)s applicant", "Answer %(count)s applicants", count) % {"count": count}


def _questions(count: int) -> str:
    return ngettext("Answer %(count)s question", "Answer %(count)s questions", count) % {"count": count}


def _shortlisted(count: int) -> str:
    text = ngettext("Decide about %(count)s person on your short list",
                    "Decide about %(count)s people on your short list", count)  # fmt: skip
    return text % {"count": count}


def _steps(count: int) -> str:
    return ngettext("Do %(count)s step before the start", "Do %(count)s steps before the start", count) % {
        "count": count
    }


def _take_back(count: int) -> str:
    text = ngettext("Take back %(count)s thing that you gave access to",
                    "Take back %(count)s things that you gave access to", count)  # fmt: skip
    return text % {"count": count}


COUNTED: Mapping[str, Callable[[int], str]] = {
    "applicants.answer": _applicants,
    "applicants.decide": _shortlisted,
    "questions.answer": _questions,
    "steps.do": _steps,
    "access.return": _take_back,
}

TEXTS: Mapping[str, _Text] = {
    # Applications
    "application.finish": _Text(_("Finish your application"), _("%(who)s is writing"), _("Continue"), _draft),
    "application.answer": _Text(_("Answer %(with)s"), _("%(who)s answers you"), _("Answer"), _application),
    "application.decide": _Text(_("Decide about %(with)s"), _("%(who)s decides"), _("Decide"), _application),
    "interview.choose": _Text(_("Choose a time for your interview"), _("%(who)s chooses a time to talk"),
                              _("Choose"), _application),
    "application.reserve": _Text(_("You are in reserve"), _("In reserve"), _("Open"), _application),
    "application.over": _Text(_("It is over"), _("It is over"), _("Open"), _application),
    "offer.answer": _Text(_("Answer the offer"), _("%(who)s answers your offer"), _("Read the offer"), _application),
    "offer.wait": _Text(_("An offer waits for an answer"), _("An offer waits for an answer"), _("Open"),
                        _own("hosts:applicants")),
    # Projects
    "brief.finish": _Text(_("Finish the brief"), _("%(who)s is writing the brief"), _("Continue"),
                          _own("hosts:project")),
    "brief.fix": _Text(_("Change the brief and hand it in again"), _("%(who)s is changing the brief"), _("Change it"),
                       _own("hosts:project")),
    "brief.review": _Text(_("Review the project"), _("%(who)s looks at the project"), _("Review"),
                          _own("hosts:project")),
    "applicants.answer": _Text(_("Answer the applicants"), _("%(who)s answers the applicants"), _("Answer"),
                               _own("hosts:applicants")),
    "applicants.decide": _Text(_("Decide about your short list"), _("%(who)s decides about the short list"),
                               _("Decide"), _own("hosts:applicants")),
    "questions.answer": _Text(_("Answer the questions"), _("%(who)s answers the questions"), _("Answer"),
                              _questions_of),
    "reserve.call": _Text(_("A seat is free: call somebody in reserve"), _("%(who)s may call the reserve"),
                          _("See the reserve"), _own("hosts:applicants")),
    "project.resume": _Text(_("Resume the project or close it"), _("%(who)s resumes or closes the project"),
                            _("Open"), _own("hosts:project")),
    "project.wait": _Text(_("Open for applications"), _("Open for applications"), _("Open"), _own("hosts:project")),
    "project.filled": _Text(_("All seats are taken"), _("All seats are taken"), _("Open"), _own("hosts:project")),
    "project.paused": _Text(_("Paused"), _("Paused"), _("Open"), _own("hosts:project")),
    "project.closed": _Text(_("Closed"), _("Closed"), _("Open"), _own("hosts:project")),
    # Organizations and invitations
    "organization.wait": _Text(_("A steward looks at your organization"), _("%(who)s looks at your organization"),
                               _("Open"), _own("hosts:organization")),
    "organization.fix": _Text(_("Change your page and ask again"), _("Not verified yet"), _("Change it"),
                              _own("hosts:organization")),
    "organization.suspended": _Text(_("Suspended"), _("Suspended"), _("Open"), _own("hosts:organization")),
    "organization.verify": _Text(_("Verify %(title)s"), _("Verify %(title)s"), _("Look"),
                                 _own("stewards:organization")),
    "document.look": _Text(_("Look at a document of %(title)s"), _("Look at a document of %(title)s"), _("Look"),
                           _of_host),
    "case.decide": _Text(_("Look at a case about %(title)s"), _("Look at a case about %(title)s"), _("Look"),
                         _own("stewards:case")),
    "project.review": _Text(_("Review %(title)s"), _("Review %(title)s"), _("Look"), _own("stewards:project")),
    "invitation.answer": _Text(_("Join %(title)s as %(role)s"), _("An invitation"), _("See the invitation"),
                               _invitation),
    "project_invitation.answer": _Text(_("%(with)s invites you to apply"), _("An invitation to apply"),
                                       _("See the invitation"), _invited),
    # Agreement and start
    "agreement.sign": _Text(_("Sign the agreement"), _("%(who)s signs the agreement"), _("Read and sign"),
                            _work("agreement")),
    "amendment.sign": _Text(_("Answer the change that is proposed"), _("%(who)s answers the proposed change"),
                            _("See what changes"), _version),
    "due.agree": _Text(_("Another due date? %(deliverable)s"), _("%(who)s answers about a due date: %(deliverable)s"),
                       _("Answer"), _numbered("deliverable")),
    "steps.do": _Text(_("Do your steps before the start"), _("%(who)s prepares the start"),
                      _("See your steps"), _engagement),
    "kickoff.choose": _Text(_("Choose a time for the first talk"), _("%(who)s chooses a time for the first talk"),
                            _("Choose"), _work("kickoff")),
    "start.agree": _Text(_("Agree to another start"), _("%(who)s answers about another start"), _("Answer"),
                         _engagement),
    "start.propose": _Text(_("The start has passed: agree on another day"), _("%(who)s may name another day"),
                           _("Name a day"), _engagement),
    "work.start": _Text(_("Everything is ready: start the work"), _("%(who)s may start the work"), _("Start"),
                        _engagement),
    # Work
    "deliverable.submit": _Text(_("Hand in: %(deliverable)s"), _("%(who)s hands in: %(deliverable)s"), _("Hand in"),
                                _numbered("deliverable")),
    "deliverable.resubmit": _Text(_("Change and hand in again: %(deliverable)s"),
                                  _("%(who)s hands in again: %(deliverable)s"), _("See what to change"),
                                  _numbered("deliverable")),
    "deliverable.review": _Text(_("Review: %(deliverable)s"), _("%(who)s reviews: %(deliverable)s"), _("Review"),
                                _numbered("deliverable")),
    "check_in.answer": _Text(_("Answer check-in %(number)s"), _("%(who)s answers check-in %(number)s"), _("Answer"),
                             _numbered("check_in")),
    "check_in.skip": _Text(_("Leave out check-in %(number)s?"), _("%(who)s answers about skipping a check-in"),
                           _("Answer"), _numbered("check_in")),
    "correction.propose": _Text(_("Write down what to do about it"), _("%(who)s writes down what to do"), _("Write"),
                                _correction),
    "correction.agree": _Text(_("Agree what to do next"), _("%(who)s agrees what to do next"), _("Read"), _correction),
    # Disputes
    "dispute.answer": _Text(_("Say how you see the dispute"), _("%(who)s says how they see the dispute"),
                            _("Read it and answer"), _dispute),
    "dispute.wait": _Text(_("A third party decides the dispute"), _("A third party decides the dispute"), _("Open"),
                          _dispute),
    "dispute.accept": _Text(_("Accept what was decided, or appeal"), _("%(who)s accepts what was decided, or appeals"),
                            _("Read the decision"), _dispute),
    "dispute.settle": _Text(_("Say whether the dispute is settled"), _("%(who)s says whether the dispute is settled"),
                            _("Open the dispute"), _dispute),
    "dispute.decide": _Text(_("Decide a dispute: %(title)s"), _("Decide a dispute: %(title)s"), _("Read the record"),
                            _own("stewards:dispute")),
    # After the work
    "evaluation.write": _Text(_("Say how it was"), _("%(who)s says how it was"), _("Write"), _work("evaluation")),
    "closing.note": _Text(_("Note your hours and what you learned"), _("%(who)s notes hours and tools"), _("Note"),
                          _work("closing")),
    "silence.end": _Text(_("No answer comes: you may end it safely"), _("%(who)s may end it, since no answer comes"),
                         _("See the safe end"), _work("safe_end")),
    "silence.answer": _Text(_("Answer: %(with)s waits for a sign of you"), _("%(who)s gives a sign of life"),
                            _("Write"), _work("conversation")),
    "part_pay.answer": _Text(_("Answer what is to be paid for what was done"),
                             _("%(who)s answers what is to be paid for what was done"), _("Answer"),
                             _work("part_pay")),
    "pay.mark": _Text(_("Pay, and say when you did"), _("%(who)s pays"), _("Say when"), _work("money")),
    "pay.receive": _Text(_("Say when the pay arrived"), _("%(who)s says when the pay arrived"), _("Say when"),
                         _work("money")),
    "access.return": _Text(_("Take back what you gave access to"), _("%(who)s takes back what was given"),
                              _("See the list"), _access),
    "pathway.offer": _Text(_("Say what comes next"), _("%(who)s says what comes next"), _("Say it"),
                           _work("pathway")),
    "pathway.answer": _Text(_("Answer what comes next"), _("%(who)s answers what comes next"), _("Answer"),
                            _work("pathway")),
    "letter.write": _Text(_("Write %(with)s a letter, if you like"), _("%(who)s may write a letter"), _("Write it"),
                          _work("letter")),
    "showing.answer": _Text(_("Read what %(with)s wants to show"), _("%(who)s reads what is to be shown"), _("Read it"),
                            _work("showing")),
    "work.going": _Text(_("The work goes on"), _("The work goes on"), _("Open"), _engagement),
    "work.closing": _Text(_("Everything is said; it completes by itself"),
                          _("Everything is said; it completes by itself"), _("Open"), _engagement),
    "work.completed": _Text(_("Completed"), _("Completed"), _("See what was done"), _work("completion")),
    "work.ended": _Text(_("Ended early"), _("Ended early"), _("Open"), _engagement),
}  # fmt: skip
