"""What is told of a project from a few sums is never below what it comes to."""

import pytest
from hypothesis import given

from firstfoot.market.matching.features import Reader
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Crowd
from firstfoot.market.matching.reaching import Reach, Sums
from firstfoot.market.matching.scoring import hosts_side, interns_side, match
from firstfoot.market.matching.seeking import Seeker
from firstfoot.market.matching.weights import Weights
from tests.market.matching.worlds import SKILLS, TODAY, boards, lexicons, seekers, weights

pytestmark = pytest.mark.once


def sums_of(reach, needs):
    """As the database adds them up; None for what asks for nothing that has a worth."""
    known = [(need.importance, reach.worths[need.skill]) for need in needs if need.skill in reach.worths]
    if not known:
        return None
    return Sums(
        weight=sum(n * worth.weight for n, worth in known),
        gain=sum(n * worth.gain for n, worth in known),
        alike=sum(n * worth.alike for n, worth in known),
        shared=sum(n * worth.shared for n, worth in known),
        squares=sum(n * n * worth.weight * worth.weight for n, worth in known),
        rest=sum(need.importance for need in needs) - sum(n for n, _worth in known),
    )


@given(seekers, boards, lexicons, weights)
def test_nothing_comes_to_more_than_its_sums_say(seeker, board, lexicon, own):
    reach, reader = Reach(seeker, lexicon, own, frozenset(SKILLS)), Reader.of(seeker, lexicon)
    for opening in board:
        found, sums = match(reader, opening, lexicon, own, TODAY), sums_of(reach, opening.needs)
        its, hosts = found.features, reach.stray_hosts if sums is None else reach.hosts(sums)
        interns = reach.interns(opening.category, opening.timing.hours_a_week, opening.terms.offset, its.answers)

        assert hosts_side(its.cover, its.closeness, own) <= min(hosts, reach.most_hosts)
        assert interns_side(its.interests, its.slack, its.answers, own) <= interns
        assert found.score <= reach.score(hosts, interns, opening.crowd) <= reach.score(hosts, interns)


@given(seekers, boards, lexicons, weights)
def test_who_answers_less_than_it_takes_cannot_reach_the_bar(seeker, board, lexicon, own):
    reach, reader = Reach(seeker, lexicon, own, frozenset(SKILLS)), Reader.of(seeker, lexicon)
    for opening in board:
        found = match(reader, opening, lexicon, own, TODAY)
        is_wanted = opening.category in seeker.interests
        least = reach.least_answers(reach.most_hosts, max(found.score, 1), is_wanted=is_wanted)

        assert found.features.answers >= least or not found.score


def test_who_waits_lowers_what_can_be_reached():
    reach = Reach(Seeker(), Lexicon(), Weights(), frozenset())

    assert reach.score(500_000, 500_000, Crowd(1, 1)) * 2 == reach.score(500_000, 500_000)
