"""The sentences of moves: what to do, a line about it, the button, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

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
    "agreeing": Stage(gettext_lazy("Agreement"), "file-pen-line", "info"),
    "onboarding": Stage(gettext_lazy("Getting ready"), "list-checks", "info"),
    "active": Stage(gettext_lazy("At work"), "hammer", "lamp"),
    "closing": Stage(gettext_lazy("Closing"), "flag", "lamp"),
    "completed": Stage(gettext_lazy("Completed"), "check", "ok"),
    "ended_early": Stage(gettext_lazy("Ended early"), "circle-slash", "line"),
}


def move_words(move: Move) -> MoveWords:
    """Title, detail, button and address of one move for the reader it was made for."""
    text = TEXTS[move.code]
    said = {**_values(move), "who": move.who or _("a steward")}
    title = str(text.mine if move.is_mine else text.theirs) % said
    if move.data.get("count") is not None and move.code in COUNTED:
        title = COUNTED[move.code](int(move.data["count"])) if move.is_mine else title
    button = str(text.button) if move.is_mine else _("Open")
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


def _correction(move: Move) -> str:
    return reverse("work:correction", args=[move.thing.public_id, move.data["correction"]])


def _draft(move: Move) -> str:
    return reverse("talent:apply", args=[move.data["project"]])


def _application(move: Move) -> str:
    name = "talent:application" if move.data["side"] == "talent" else "hosts:applicant"
    return reverse(name, args=[move.thing.public_id])


def _own(name: str) -> Callable[[Move], str]:
    return lambda move: reverse(name, args=[move.thing.public_id])


def _invitation(move: Move) -> str:
    return reverse("people:invitation", args=[move.data["token"]])


def _applicants(count: int) -> str:
    return ngettext("Answer %(count)s applicant", "Answer %(count)s applicants", count) % {"count": count}


def _shortlisted(count: int) -> str:
    text = ngettext("Decide about %(count)s person on your short list",
                    "Decide about %(count)s people on your short list", count)  # fmt: skip
    return text % {"count": count}


def _steps(count: int) -> str:
    return ngettext("Do %(count)s step before the start", "Do %(count)s steps before the start", count) % {
        "count": count
    }


COUNTED: Mapping[str, Callable[[int], str]] = {
    "applicants.answer": _applicants,
    "applicants.decide": _shortlisted,
    "steps.do": _steps,
}

t = gettext_lazy
TEXTS: Mapping[str, _Text] = {
    # Applications
    "application.finish": _Text(t("Finish your application"), t("%(who)s is writing"), t("Continue"), _draft),
    "application.answer": _Text(t("Answer %(with)s"), t("%(who)s answers you"), t("Answer"), _application),
    "application.decide": _Text(t("Decide about %(with)s"), t("%(who)s decides"), t("Decide"), _application),
    "application.reserve": _Text(t("You are in reserve"), t("In reserve"), t("Open"), _application),
    "application.over": _Text(t("It is over"), t("It is over"), t("Open"), _application),
    "offer.answer": _Text(t("Answer the offer"), t("%(who)s answers your offer"), t("Read the offer"), _application),
    "offer.wait": _Text(t("An offer waits for an answer"), t("An offer waits for an answer"), t("Open"),
                        _own("hosts:applicants")),
    # Projects
    "brief.finish": _Text(t("Finish the brief"), t("%(who)s is writing the brief"), t("Continue"),
                          _own("hosts:project")),
    "brief.fix": _Text(t("Change the brief and hand it in again"), t("%(who)s is changing the brief"), t("Change it"),
                       _own("hosts:project")),
    "brief.review": _Text(t("Review the project"), t("%(who)s looks at the project"), t("Review"),
                          _own("hosts:project")),
    "applicants.answer": _Text(t("Answer the applicants"), t("%(who)s answers the applicants"), t("Answer"),
                               _own("hosts:applicants")),
    "applicants.decide": _Text(t("Decide about your short list"), t("%(who)s decides about the short list"),
                               t("Decide"), _own("hosts:applicants")),
    "reserve.call": _Text(t("A seat is free: call somebody in reserve"), t("%(who)s may call the reserve"),
                          t("See the reserve"), _own("hosts:applicants")),
    "project.resume": _Text(t("Resume the project or close it"), t("%(who)s resumes or closes the project"),
                            t("Open"), _own("hosts:project")),
    "project.wait": _Text(t("Open for applications"), t("Open for applications"), t("Open"), _own("hosts:project")),
    "project.filled": _Text(t("All seats are taken"), t("All seats are taken"), t("Open"), _own("hosts:project")),
    "project.paused": _Text(t("Paused"), t("Paused"), t("Open"), _own("hosts:project")),
    "project.closed": _Text(t("Closed"), t("Closed"), t("Open"), _own("hosts:project")),
    # Organizations and invitations
    "organization.wait": _Text(t("A steward looks at your organization"), t("%(who)s looks at your organization"),
                               t("Open"), _own("hosts:organization")),
    "organization.fix": _Text(t("Change your page and ask again"), t("Not verified yet"), t("Change it"),
                              _own("hosts:organization")),
    "organization.suspended": _Text(t("Suspended"), t("Suspended"), t("Open"), _own("hosts:organization")),
    "organization.verify": _Text(t("Verify %(title)s"), t("Verify %(title)s"), t("Look"),
                                 _own("stewards:organization")),
    "project.review": _Text(t("Review %(title)s"), t("Review %(title)s"), t("Look"), _own("stewards:project")),
    "invitation.answer": _Text(t("Join %(title)s as %(role)s"), t("An invitation"), t("See the invitation"),
                               _invitation),
    # Agreement and start
    "agreement.sign": _Text(t("Sign the agreement"), t("%(who)s signs the agreement"), t("Read and sign"),
                            _work("agreement")),
    "steps.do": _Text(t("Do your steps before the start"), t("%(who)s prepares the start"),
                      t("See your steps"), _engagement),
    "start.agree": _Text(t("Agree to another start"), t("%(who)s answers about another start"), t("Answer"),
                         _engagement),
    "start.propose": _Text(t("The start has passed: agree on another day"), t("%(who)s may name another day"),
                           t("Name a day"), _engagement),
    "work.start": _Text(t("Everything is ready: start the work"), t("%(who)s may start the work"), t("Start"),
                        _engagement),
    # Work
    "deliverable.submit": _Text(t("Hand in: %(deliverable)s"), t("%(who)s hands in: %(deliverable)s"), t("Hand in"),
                                _numbered("deliverable")),
    "deliverable.resubmit": _Text(t("Change and hand in again: %(deliverable)s"),
                                  t("%(who)s hands in again: %(deliverable)s"), t("See what to change"),
                                  _numbered("deliverable")),
    "deliverable.review": _Text(t("Review: %(deliverable)s"), t("%(who)s reviews: %(deliverable)s"), t("Review"),
                                _numbered("deliverable")),
    "check_in.answer": _Text(t("Answer check-in %(number)s"), t("%(who)s answers check-in %(number)s"), t("Answer"),
                             _numbered("check_in")),
    "check_in.skip": _Text(t("Leave out check-in %(number)s?"), t("%(who)s answers about skipping a check-in"),
                           t("Answer"), _numbered("check_in")),
    "correction.propose": _Text(t("Write down what to do about it"), t("%(who)s writes down what to do"), t("Write"),
                                _correction),
    "correction.agree": _Text(t("Agree what to do next"), t("%(who)s agrees what to do next"), t("Read"), _correction),
    # After the work
    "evaluation.write": _Text(t("Say how it was"), t("%(who)s says how it was"), t("Write"), _work("evaluation")),
    "closing.note": _Text(t("Note your hours and what you learned"), t("%(who)s notes hours and tools"), t("Note"),
                          _work("closing")),
    "pay.mark": _Text(t("Pay, and say when you did"), t("%(who)s pays"), t("Say when"), _work("closing")),
    "pay.receive": _Text(t("Say when the pay arrived"), t("%(who)s says when the pay arrived"), t("Say when"),
                         _work("closing")),
    "pathway.offer": _Text(t("Say what comes next"), t("%(who)s says what comes next"), t("Say it"),
                           _work("pathway")),
    "pathway.answer": _Text(t("Answer what comes next"), t("%(who)s answers what comes next"), t("Answer"),
                            _work("pathway")),
    "work.going": _Text(t("The work goes on"), t("The work goes on"), t("Open"), _engagement),
    "work.closing": _Text(t("Everything is said; it completes by itself"),
                          t("Everything is said; it completes by itself"), t("Open"), _engagement),
    "work.completed": _Text(t("Completed"), t("Completed"), t("See what was done"), _work("completion")),
    "work.ended": _Text(t("Ended early"), t("Ended early"), t("Open"), _engagement),
}  # fmt: skip
del t
