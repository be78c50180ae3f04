"""What a list is made from, read at once, and the list that comes of it; writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock, ids
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.listing import LENGTH, Order, Shown, at_random, by_date, kept, listed
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.reaching import Reach
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.seeking import Seeker, Standing
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.skills import by_code
from firstfoot.market.suggestions.filtering import barring, passing
from firstfoot.market.suggestions.lexicon import lexicon
from firstfoot.market.suggestions.models import Wish
from firstfoot.market.suggestions.openings import openings_of
from firstfoot.market.suggestions.queries import skills_in, wish_of
from firstfoot.market.suggestions.seekers import own_of, seeker_of, standing_of
from firstfoot.market.suggestions.within_reach import Look
from firstfoot.market.talent.queries import profile_of

FEW = 3_000  # open projects that are all read
NEWEST = 1_000  # of more, among which is counted what is left out


@dataclass(frozen=True, slots=True)
class Ground:
    """A person, the projects that are open to them, and the day.

    Of many projects `openings` are those that the list needs (`within_reach`); the list is that of all of them.
    """

    wish: Wish
    seeker: Seeker
    standing: Standing
    openings: list[Opening]
    words: Lexicon
    today: date
    seed: str
    left_out: dict[str, int]  # how many projects each reason leaves out; one with several is under its first
    considered: int  # among so many, the newest

    @classmethod
    def of(cls, person: Person) -> Ground:
        """Read it all, or of many projects what the list needs; hardly more queries for more projects."""
        wish, own, words, today = wish_of(person), own_of(person), lexicon(), clock.today(person.zone)
        seeker, projects = seeker_of(person, profile_of(person), wish), open_projects(person)
        seed = ids.public_id() if wish.order == Order.RANDOM else person.public_id
        if projects.order_by()[: FEW + 1].count() <= FEW:
            found, applied = openings_of(projects, person)
            openings, standing = list(found.values()), standing_of(wish, own, found.values(), applied)
            out, considered = _left_out(openings, seeker, standing, today), len(openings)
        else:
            barred = barring(person, wish, seeker, own, today)
            reach = Reach(seeker, words, wish.own_weights, frozenset(by_code()))
            look = Look(passing(projects, barred), person, reach, partial(standing_of, wish, own), today)
            look.at(Order(wish.order), seed)
            newest, applied = openings_of(projects.order_by("-published_at", "-id")[:NEWEST], person)
            standing, considered = standing_of(wish, own, newest.values(), applied), len(newest)
            out = _left_out(newest.values(), seeker, standing, today)
            openings, applied = list(look.openings.values()), frozenset(look.applied)
            standing = standing_of(wish, own, openings, applied)
        return cls(wish, seeker, standing, openings, words, today, seed, out, considered)

    def shown(self) -> list[Shown]:
        """The list, in the order that the person wants."""
        best = ranked(
            self.seeker, self.standing, self.openings, self.words, self.wish.own_weights,
            today=self.today, seed=self.seed,
        )  # fmt: skip
        match Order(self.wish.order):
            case Order.DATE:
                return [Shown(each) for each in by_date(best, self.openings)[:LENGTH]]
            case Order.RANDOM:
                return [Shown(each) for each in at_random(best, self.today, self.seed)[:LENGTH]]
        return listed(best, self.openings)

    def kept(self, shown: list[Shown]) -> dict[str, Any]:
        """The list as it is stored."""
        return kept(shown, self.wish.own_weights, Order(self.wish.order), today=self.today, seed=self.seed)

    def skills(self, shown: list[Shown]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """Of each project in the list: the codes that the person has, and those they did not speak of."""
        found = {opening.code: opening for opening in self.openings}
        codes = [each.match.opening for each in shown]
        return {code: skills_in(self.seeker, found[code], self.words) for code in codes}


def _left_out(openings: Iterable[Opening], seeker: Seeker, standing: Standing, today: date) -> dict[str, int]:
    why = (exclusions(seeker, standing, opening, today) for opening in openings)
    return dict(Counter(first.value for first, *_ in filter(None, why)))
