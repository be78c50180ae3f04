"""How often people of each sex and ethnicity, who said so, stand in the first band of open projects.

Bounded, whatever there is: people and projects are drawn by lot. A person's rate is the share of first-band places
among the drawn projects that the filter would show them for; a category's rate is the mean of its people's. Such a
mean never varies more than a yes or no of the same mean would, so the interval of a share is no narrower than it
should be. Of nobody is a rate kept, and what leaves this module is a count for each category that may be shown.
"""

from __future__ import annotations

import secrets
import string
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import batched
from typing import Any

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.selfid.queries import answers_before
from firstfoot.insights.audit import CATEGORIES, said_of
from firstfoot.kernel import clock
from firstfoot.market.matching.impact import LEAST, Case, Category, Impact, group, impacts
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.sourcing import Band, band
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.sourcing.queries import kept_off, lexicon, reader_of
from firstfoot.market.suggestions.openings import openings_alone
from firstfoot.market.suggestions.seekers import Looking, seekers_of

ASKED = 5_000  # people at most whose answers are looked for
COUNTED = 1_000  # people at most who are counted
PROJECTS = 50
AT_A_TIME = 500
_BEGINNINGS = string.digits + string.ascii_uppercase + string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class Counted:
    """What one count found: how many people and projects, and the figures as they are kept."""

    people: int  # 0 for fewer than LEAST
    projects: int
    figures: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One grouping of a count: the categories that may be shown, those hidden, and who did not say."""

    rows: tuple[Impact, ...]
    hidden: tuple[Category, ...]
    unknown: int | None  # None for fewer than LEAST


def count_first_bands(people: QuerySet[Person]) -> Counted:
    """Count those of the people who answered; two queries and three for each five hundred."""
    asked = list(_by_lot(people.only("pk", "public_id"), ASKED))
    said = answers_before(clock.today() + timedelta(days=1), [person.public_id for person in asked])
    counted = [person.pk for person in asked if person.public_id in said][:COUNTED]
    openings = openings_alone(list(_by_lot(open_projects().select_related("organization"), PROJECTS)))
    rates: dict[str, float] = {}
    for keys in batched(counted, AT_A_TIME):
        for looking in seekers_of(Person.objects.filter(pk__in=keys)):
            if (rate := _rate(looking, openings)) is not None:
                rates[looking.public_id] = rate
    figures = {name: _figures(name, categories, rates, said) for name, categories in CATEGORIES.items()}
    return Counted(len(rates) if len(rates) >= LEAST else 0, len(openings), figures)


def parts_of(figures: dict[str, Any]) -> dict[str, Part]:
    """What is kept, as figures with their ratios and intervals."""
    return {
        name: Part(
            impacts([(tuple(category), people, selected) for category, people, selected in part["rows"]]),
            tuple(tuple(category) for category in part["hidden"]),
            part["unknown"],
        )
        for name, part in figures.items()
    }


def _rate(looking: Looking, openings: Collection[Opening]) -> float | None:
    """The share of first-band places among what they may be shown for; None where that is nothing."""
    today, reader = clock.today(), reader_of(looking.seeker, lexicon())
    open_to = [
        opening
        for opening in openings
        if not kept_off(looking.seeker, opening, today)
    ]  # fmt: skip
    first = sum(band(reader, opening) == Band.MOST for opening in open_to)
    return first / len(open_to) if open_to else None


def _figures(
    name: str, categories: list[Category], rates: dict[str, float], said: dict[str, tuple[str, str]]
) -> dict[str, Any]:
    grouping = group([Case(said_of(name, said[who])) for who in rates], categories)
    sums: dict[Category, float] = defaultdict(float)
    for who, rate in rates.items():
        sums[said_of(name, said[who])] += rate
    shown = [category for category in grouping.counts if category not in grouping.hidden]
    return {
        "rows": [
            [list(category), grouping.counts[category], round(min(sums[category], grouping.counts[category]), 1)]
            for category in shown
        ],
        "hidden": [list(category) for category in grouping.counts if category in grouping.hidden],
        "unknown": grouping.unknown if grouping.unknown >= LEAST else None,
    }


def _by_lot[M: Any](rows: QuerySet[M], most: int) -> Iterable[M]:
    """At most so many, by lot: public ids are drawn, so the next ones from anywhere are as good as any."""
    begin = "".join(secrets.choice(_BEGINNINGS) for _ in range(4))
    rows = rows.order_by("public_id")
    first = list(rows.filter(public_id__gte=begin)[:most])
    return [*first, *rows.filter(public_id__lt=begin)[: most - len(first)]] if len(first) < most else first
