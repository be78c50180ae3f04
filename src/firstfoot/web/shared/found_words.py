"""Somebody in the list of people who agreed to be found, in words: for the host, and for themselves beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.market.matching.seeking import Evidence, Level
from firstfoot.market.matching.sourcing import Band, Chip
from firstfoot.market.sourcing.queries import Hours
from firstfoot.market.vocabulary.queries import names_of
from firstfoot.web.shared.brief_words import LANGUAGES

LEVELS: dict[Level, str | Promise] = {
    Level.BASIC: _("learning it"), Level.WORKING: _("can do it"), Level.STRONG: _("can do it alone"),
}  # fmt: skip
KNOWN: dict[Evidence, str | Promise] = {
    Evidence.SAID: _("by their own word"),
    Evidence.SHOWN: _("confirmed by a program"),
    Evidence.CONFIRMED: _("shown in a finished project"),
}
HOURS: dict[Hours, str | Promise] = {
    Hours.UNSAID: _("Hours not said"),
    Hours.FEW: _("under 10 hours a week"),
    Hours.SOME: _("10 to 20 hours a week"),
    Hours.MANY: _("more than 20 hours a week"),
}
BANDS: dict[Band, tuple[Any, Any]] = {
    Band.MOST: (
        _("Most of what you ask for"),
        _("What they say they can do covers two thirds of it or more, by how important each skill is to you."),
    ),
    Band.SOME: (_("Some of what you ask for"), _("What they say covers a third of it or more.")),
    Band.OPEN: (
        _("Little is said of what you ask for"),
        _("They name something of it and did not speak of the rest. That is not to say that they cannot."),
    ),
}


@dataclass(frozen=True, slots=True)
class SaidChip:
    """One skill: its name, how well, and what stands behind it."""

    name: str
    level: str | Promise
    known: str | Promise
    is_known: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One person; `name` is what the host calls them."""

    name: str
    chips: tuple[SaidChip, ...]
    hours: str | Promise
    languages: tuple[Any, ...]
    code: str = ""
    is_invited: bool = False


def names_for(chips: Iterable[Chip]) -> dict[str, str]:
    """The names of all their skills, looked up at once."""
    return names_of({chip.skill for chip in chips})


def said_chips(chips: Iterable[Chip], names: dict[str, str]) -> tuple[SaidChip, ...]:
    return tuple(
        SaidChip(
            names.get(chip.skill, chip.skill), LEVELS[chip.level], KNOWN[chip.evidence], chip.evidence != Evidence.SAID
        )
        for chip in chips
        if chip.level in LEVELS
    )  # fmt: skip


def languages_in_words(codes: Iterable[str]) -> tuple[Any, ...]:
    return tuple(LANGUAGES[code] for code in codes if code in LANGUAGES)
