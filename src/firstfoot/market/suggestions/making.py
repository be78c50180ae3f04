"""What a list is made from, read at once, and the list that comes of it; writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock, ids
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.listing import LENGTH, Order, Shown, at_random, by_date, kept, listed
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.seeking import Seeker, Standing
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.suggestions.lexicon import lexicon
from firstfoot.market.suggestions.models import Wish
from firstfoot.market.suggestions.openings import openings_of, worth_a_look
from firstfoot.market.suggestions.queries import skills_in, wish_of
from firstfoot.market.suggestions.seekers import seeker_of, standing_of
from firstfoot.market.talent.queries import profile_of


@dataclass(frozen=True, slots=True)
class Ground:
    """A person, the projects that are open to them, and the day."""

    wish: Wish
    seeker: Seeker
    standing: Standing
    openings: list[Opening]
    words: Lexicon
    today: date
    seed: str

    @classmethod
    def of(cls, person: Person) -> Ground:
        """Read it all; the same queries however many projects are open."""
        wish = wish_of(person)
        seeker = seeker_of(person, profile_of(person), wish)
        openings, applied = openings_of(worth_a_look(open_projects(person), seeker), person)
        standing = standing_of(person, wish, openings, applied)
        seed = ids.public_id() if wish.order == Order.RANDOM else person.public_id
        return cls(wish, seeker, standing, openings, lexicon(), clock.today(person.zone), seed)

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

    def left_out(self) -> dict[str, int]:
        """How many projects each reason leaves out; one with several is counted under its first."""
        counts: dict[str, int] = {}
        for opening in self.openings:
            if why := exclusions(self.seeker, self.standing, opening, self.today):
                counts[why[0].value] = counts.get(why[0].value, 0) + 1
        return counts
