"""What a starter is: a brief that is written but for the few things only the host knows."""

from __future__ import annotations

from dataclasses import dataclass

from firstfoot.market.projects.brief import Brief, BriefDeliverable, Criterion, HostInput, OnboardingItem, Question

HOURLY_MINOR = 2200  # suggested pay an hour, in cents of a US dollar


@dataclass(frozen=True, slots=True)
class Starter:
    """One ready-made brief. `ask` names the fields of the brief that a host still fills or checks.

    `hours_least` and `hours_most` say how long such work takes elsewhere; the brief has a figure between them.
    `words` are everyday names by which people look for it.
    """

    code: str
    title: str
    category: str
    summary: str
    who_its_for: str
    brief: Brief
    ask: tuple[str, ...]
    hours_least: int
    hours_most: int
    words: tuple[str, ...] = ()


def deliverable(title: str, form: str, due_day: int, *criteria: str, extra: tuple[str, ...] = ()) -> BriefDeliverable:
    """A required deliverable; `extra` are criteria that are welcome and not required."""
    rows = tuple(Criterion(text) for text in criteria) + tuple(Criterion(text, required=False) for text in extra)
    return BriefDeliverable(title, form, due_day, required=True, criteria=rows)


def inputs(*texts: str, by_day: int = 1) -> tuple[HostInput, ...]:
    return tuple(HostInput(text, by_day) for text in texts)


def welcome(*, host: tuple[str, ...], intern: tuple[str, ...]) -> tuple[OnboardingItem, ...]:
    """The steps of one trade, between those that every good start has."""
    hosts = (*host, *_EVERY_HOST)
    interns = (*intern, *_EVERY_INTERN)
    return tuple(OnboardingItem(text, "host") for text in hosts) + tuple(OnboardingItem(t, "intern") for t in interns)


def questions(*texts: str) -> tuple[Question, ...]:
    return tuple(Question(text) for text in texts)


_EVERY_HOST = (
    "Introduce the intern to two people besides the supervisor, by name and by what to ask them",
    "Hold a 30-minute kickoff: read the brief aloud together and mark what is unclear",
    "Agree how we talk: where questions go, how soon an answer comes, when nobody is disturbed",
    "Put every check-in into both calendars before the first working day",
    "Say how the pay works: who pays, when, and what is needed for it",
)
_EVERY_INTERN = (
    "Say which hours of the week you will work, and which days you are away",
    "Read the brief and write down what you would do first, and one thing you are unsure of",
    "Open every file and account you were given, and say at once which one does not open",
    "Talk with the two people you were introduced to, ten minutes each",
)
