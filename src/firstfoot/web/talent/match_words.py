"""Why a project stands in somebody's list, or cannot: codes and numbers of matching, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from firstfoot.market.matching.explaining import Because, Reason
from firstfoot.market.matching.features import Facts, Features
from firstfoot.market.matching.filtering import Exclusion
from firstfoot.market.matching.weights import Weights
from firstfoot.web.shared.feature_words import FEATURES, weight_text

MOST_UP, MOST_DOWN = 3, 2


@dataclass(frozen=True, slots=True)
class Said:
    """One reason in words; `effect` as the score has it."""

    code: Because
    text: str
    effect: int

    @property
    def lowers(self) -> bool:
        return self.effect < 0


def said(reasons: Iterable[Reason], met: Sequence[str]) -> list[Said]:
    """Every reason, in the order of matching: what raises first; `met` names the skills that the person has."""
    return [Said(reason.code, _words(reason, met), reason.effect) for reason in reasons]


def shortly(every: Sequence[Said]) -> list[Said]:
    """As many as a line of the list has room for; that one can do other things as well is no news in each of them."""
    ups = [each for each in every if not each.lowers]
    downs = [each for each in every if each.lowers and each.code != Because.CLOSE]
    return [*ups[:MOST_UP], *downs[:MOST_DOWN]]


def plainly(reasons: Iterable[Reason], met: Sequence[str]) -> list[Said]:
    """For a list that is not ordered by fit: how many wait, and what speaks for it; nothing of higher and lower."""
    told = [reason for reason in reasons if reason.effect > 0 or reason.code == Because.CHANCE]
    told.sort(key=lambda reason: reason.code != Because.CHANCE)
    return [Said(reason.code, _HIGHER[reason.code](reason.numbers, met), abs(reason.effect)) for reason in told]


def _words(reason: Reason, met: Sequence[str]) -> str:
    return (_LOWER if reason.effect < 0 else _HIGHER)[reason.code](reason.numbers, met)


def _skills(numbers: tuple[int, ...], met: Sequence[str]) -> str:
    has, needs = numbers
    if not has:
        return _("Your skills are near to what it asks for")
    text = ngettext("%(has)s of %(needs)s skill: %(names)s", "%(has)s of %(needs)s skills: %(names)s", needs)
    return text % {"has": has, "needs": needs, "names": ", ".join(met)}


def _fits(numbers: tuple[int, ...], _met: Sequence[str]) -> str:
    needed, own = numbers
    if not own:
        return _("It can begin on most of its days")
    return _("Its %(needed)s hours a week fit your %(own)s") % {"needed": needed, "own": own}


def _tight(numbers: tuple[int, ...], _met: Sequence[str]) -> str:
    needed, own = numbers
    if not own:
        return _("Lower because it leaves you few days on which to begin")
    words = {"needed": needed, "own": own}
    return _("Lower because its %(needed)s hours a week and its days leave little of your %(own)s") % words


def _answers(numbers: tuple[int, ...], _met: Sequence[str]) -> str:
    answered, asked = numbers
    return _("The host answered %(answered)s of %(asked)s in time") % {"answered": answered, "asked": asked}


def _silent(numbers: tuple[int, ...], _met: Sequence[str]) -> str:
    answered, asked = numbers
    return _("Lower because the host left %(silent)s of %(asked)s without an answer") % {
        "silent": asked - answered, "asked": asked,
    }  # fmt: skip


def _few(numbers: tuple[int, ...], _met: Sequence[str]) -> str:
    waiting, seats = numbers
    if not waiting:
        return ngettext("Nobody waits for its place yet", "Nobody waits for its %(seats)s places yet", seats) % {
            "seats": seats
        }
    return _waits(waiting, seats)


def _many(numbers: tuple[int, ...], _met: Sequence[str]) -> str:
    waiting, seats = numbers
    text = ngettext("Lower because %(n)s waits", "Lower because %(n)s wait", waiting) % {"n": waiting}
    return _("%(who)s for %(places)s") % {"who": text, "places": _places(seats)}


def _waits(waiting: int, seats: int) -> str:
    text = ngettext("%(n)s waits", "%(n)s wait", waiting) % {"n": waiting}
    return _("%(who)s for %(places)s") % {"who": text, "places": _places(seats)}


def _places(seats: int) -> str:
    return ngettext("%(n)s place", "%(n)s places", seats) % {"n": seats}


def _plain(text: Any) -> Callable[[tuple[int, ...], Sequence[str]], str]:
    return lambda _numbers, _met: str(text)


_HIGHER: dict[Because, Callable[[tuple[int, ...], Sequence[str]], str]] = {
    Because.SKILLS: _skills,
    Because.CLOSE: _plain(gettext_lazy("What you can do and what it asks for are alike as a whole")),
    Because.INTERESTS: _plain(gettext_lazy("It is work that you want to do")),
    Because.FITS: _fits,
    Because.ANSWERS: _answers,
    Because.CHANCE: _few,
    Because.PRICE: _plain(gettext_lazy("Few have seen it")),
}
_LOWER: dict[Because, Callable[[tuple[int, ...], Sequence[str]], str]] = {
    Because.SKILLS: _plain(gettext_lazy("Lower because it asks for what you said you have not done")),
    Because.CLOSE: _plain(gettext_lazy("Lower because most of what you can do lies elsewhere")),
    Because.INTERESTS: _plain(gettext_lazy("Lower because it is not among the work you want to do")),
    Because.FITS: _tight,
    Because.ANSWERS: _silent,
    Because.CHANCE: _many,
    Because.PRICE: _plain(gettext_lazy("Lower because it is in many lists already, so that others are seen, too")),
}


def table_of(features: Features, weights: Weights) -> list[dict[str, Any]]:
    """Each number that the score is made of, from 0 to 1000, with how much it counts."""
    return [
        {"name": name, "value": getattr(features, code), "weight": weight_text(code, weights)}
        for code, name in FEATURES.items()
    ]


def why_not(codes: Iterable[Exclusion], facts: Facts) -> list[str]:
    """Every reason why a project does not stand in the person's list, with the numbers of today."""
    words = {"waits": _waits(facts.waiting, facts.seats_free)}
    return [str(EXCLUDED[code]) % words for code in codes]


EXCLUDED: dict[str, str | Promise] = {
    Exclusion.SEATS: gettext_lazy("No place is free at the moment."),
    Exclusion.DATES: gettext_lazy("Its dates have passed."),
    Exclusion.AWAY: gettext_lazy("You are away for too much of it, whenever it begins."),
    Exclusion.HOURS: gettext_lazy("It takes more hours a week than you have."),
    Exclusion.LANGUAGE: gettext_lazy("It is done in a language that you did not name."),
    Exclusion.AUTHORIZATION: gettext_lazy(
        "It is done on site in a country that is not among those where you said you may work."
    ),
    Exclusion.PLACE: gettext_lazy("It is done at a place that you did not name among those you can get to."),
    Exclusion.AGE: gettext_lazy("It is for adults only."),
    Exclusion.ENROLLMENT: gettext_lazy("It is for people of a program that you are not in."),
    Exclusion.BLOCKED: gettext_lazy("It is not possible here."),
    Exclusion.APPLIED: gettext_lazy("You applied for it already."),
    Exclusion.OWN_ORGANIZATION: gettext_lazy("It is of an organization that you belong to."),
    Exclusion.CROWDED: gettext_lazy(
        "Crowded today: %(waits)s. It comes back when some are answered; search finds it meanwhile."
    ),
}
_LEFT_OUT: dict[str, Any] = {
    Exclusion.SEATS: ngettext_lazy("%(n)s has no free place", "%(n)s have no free place", "n"),
    Exclusion.DATES: ngettext_lazy("%(n)s has dates that passed", "%(n)s have dates that passed", "n"),
    Exclusion.AWAY: ngettext_lazy("%(n)s falls into your time away", "%(n)s fall into your time away", "n"),
    Exclusion.HOURS: ngettext_lazy(
        "%(n)s takes more hours a week than you have", "%(n)s take more hours a week than you have", "n"
    ),
    Exclusion.LANGUAGE: ngettext_lazy("%(n)s is in another language", "%(n)s are in other languages", "n"),
    Exclusion.AUTHORIZATION: ngettext_lazy(
        "%(n)s is in a country where you did not say you may work",
        "%(n)s are in countries where you did not say you may work",
        "n",
    ),
    Exclusion.PLACE: ngettext_lazy("%(n)s is at another place", "%(n)s are at other places", "n"),
    Exclusion.APPLIED: ngettext_lazy("for %(n)s you applied already", "for %(n)s you applied already", "n"),
    Exclusion.OWN_ORGANIZATION: ngettext_lazy(
        "%(n)s is of your own organization", "%(n)s are of your own organizations", "n"
    ),
    Exclusion.CROWDED: ngettext_lazy("enough people wait for %(n)s", "enough people wait for %(n)s", "n"),
}
_OTHERWISE = ngettext_lazy("%(n)s is not for you for another reason", "%(n)s are not for other reasons", "n")


def left_out_words(counts: dict[str, int]) -> str:
    """What is absent from a list, as one line: "8 take more hours a week than you have · 2 are at other places"."""
    return " · ".join(str(_LEFT_OUT.get(code, _OTHERWISE) % {"n": n}) for code, n in counts.items())
