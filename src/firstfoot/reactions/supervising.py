"""How to supervise a short project: six short cards, each for one moment of it, with one thing to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.insights.moves.move import Move

type Lazy = str | Promise


@dataclass(frozen=True, slots=True)
class Card:
    """One moment; its code is also its place on the page."""

    code: str
    title: Lazy
    icon: str
    when: Lazy
    text: Lazy
    do: Lazy


CARDS: tuple[Card, ...] = (
    Card(
        "before_start", _("Set the table before the guest comes"), "door-open", _("Before the start"),
        _("Short work has no week to lose to a missing account. Try every access yourself, with the rights the "
          "intern will have, and write down whom to ask when you are in a meeting."),
        _("Open the list of access and tick what works."),
    ),
    Card(
        "day_one", _("Give the first day a small win"), "sunrise", _("On day one"),
        _("Nobody does good work while guessing what good is. Read the outcome aloud together, show one finished "
          "example, and hand over a piece that can be done by tonight."),
        _("Agree on one thing that will be finished today."),
    ),
    Card(
        "first_check_in", _("Ask before you tell"), "messages-square", _("At the first check-in"),
        _("A new person rarely says “I am lost”. Ask what took longest and what they would ask a friend. Then "
          "name one thing to keep, in detail: it is the fastest way to get more of it."),
        _("Answer the check-in with one thing to keep and one to change."),
    ),
    Card(
        "first_hand_in", _("Answer the first result within two days"), "package-check", _("At the first hand-in"),
        _("The first answer sets the pace of all others. Go through the criteria one by one, say what is met, and "
          "for “not yet” show where and how. Bring no new wishes here."),
        _("Review it now, even if only the first criterion is clear to you."),
    ),
    Card(
        "slips", _("Talk early, cut early"), "triangle-alert", _("When something slips"),
        _("Late work is mostly unclear work. Sit down for twenty minutes, look at what there is, and decide "
          "together what goes out. Fewer results that are good beat all of them half done."),
        _("Open a change of course with one step for each of you."),
    ),
    Card(
        "at_end", _("Finish it properly"), "flag", _("At the end"),
        _("What is said now is what the intern takes along. Write what they did well with an example, pay on the "
          "day that was agreed, take access back, and say honestly what may come next."),
        _("Write the assessment this week, while you remember."),
    ),
)  # fmt: skip
CARD: Mapping[str, Card] = {card.code: card for card in CARDS}

# Beside which move of a supervisor the mail of the morning names a card; those of the first time alone.
_BESIDE = {
    "steps.do": "before_start", "work.start": "day_one", "check_in.answer": "first_check_in",
    "deliverable.review": "first_hand_in", "correction.propose": "slips", "evaluation.write": "at_end",
}  # fmt: skip
_FIRST = ("check_in.answer", "deliverable.review")


def card_beside(move: Move) -> Card | None:
    """The card for a move of the host's, if its moment has one."""
    if move.data.get("side") != "host" or move.code not in _BESIDE:
        return None
    if move.code in _FIRST and move.data.get("number") != 1:
        return None
    return CARD[_BESIDE[move.code]]
