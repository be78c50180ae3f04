"""The laws of the score and of the lists it orders."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.matching.credits import UNKNOWN, credits_of
from firstfoot.market.matching.crowding import SOUGHT
from firstfoot.market.matching.explaining import Because, reasons, without
from firstfoot.market.matching.features import Features, Reader, features
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.listing import Order, at_random, by_date, kept, listed, replayed
from firstfoot.market.matching.needs import Crowd, Need, Opening, Record, Timing
from firstfoot.market.matching.scoring import MOST, ranked, score
from firstfoot.market.matching.seeking import Claim, Evidence, Level, Seeker, Standing
from firstfoot.market.matching.weights import Weights
from tests.market.matching import worlds
from tests.market.matching.worlds import TODAY, boards, lexicons, openings, seekers, skills, standings, weights

pytestmark = pytest.mark.once

PROTECTED = (
    "name", "photo", "picture", "age", "born", "birth", "gender", "sex", "pronoun", "school", "studies", "degree",
    "university", "address", "city", "race", "ethnic", "religion", "disab", "wins", "won", "hired", "completed",
)  # fmt: skip
thousandths = st.integers(0, 1000)
all_features = st.builds(Features, *[thousandths] * 7)


def rank(seeker, standing, board, lexicon, weights, seed="s"):
    return ranked(seeker, standing, board, lexicon, weights, today=TODAY, seed=seed)


def test_features_see_no_protected_thing():
    seen = {field.name for kind in (Seeker, Claim, Features) for field in fields(kind)}

    assert [name for name in seen for word in PROTECTED if word in name.split("_") or name.startswith(word)] == []


def test_a_score_by_hand():
    """Two of three needs by weight, in words anyone can follow."""
    lexicon = Lexicon(projects=7, uses={"sql": 3, "german": 1, "figma": 0})  # idf 2000, 3000, 4000
    opening = Opening(
        "p", "acme", (Need("sql", 3), Need("german", 2)), Timing(20, 4), "data",
        record=Record(20, 10), crowd=Crowd(seats_free=1, waiting=2, price=200),
    )  # fmt: skip
    seeker = Seeker((Claim("sql", Level.STRONG, Evidence.CONFIRMED),), frozenset({"data"}), 10)
    (match,) = rank(seeker, Standing(), [opening], lexicon, Weights())

    # cover (6000 x 1000 + 6000 x 350) / 12000; closeness of (6, 0) to (6, 6): cosine 707, common 6 of 12;
    # slack (500 + 500 x 5/10, 1000, 1000) / 3; answers 27 of 40
    assert match.features == Features(675, 594, 1000, 916, 675, 333, 200)
    # host (3 x 675 + 594) / 4 = 654.75; intern (3000 + 1832 + 1350) / 7 = 883.142; harmonic 751.985; x .333 x .9
    assert match.score == 225370


@given(seekers, standings, boards, lexicons, weights)
def test_a_list_is_the_same_again_and_holds_whoever_is_not_excluded(seeker, standing, board, lexicon, weights):
    found = rank(seeker, standing, board, lexicon, weights)

    assert found == rank(seeker, standing, list(reversed(board)), lexicon, weights)
    passed = {opening.code for opening in board if not exclusions(seeker, standing, opening, TODAY)}
    assert {match.opening for match in found} == passed
    assert len(found) == len(passed)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


@given(worlds.claims, boards.filter(bool), lexicons, weights, st.integers(0, 11), st.integers(1, 9))
def test_more_who_wait_lower_a_project_or_take_it_out_and_leave_all_others(claims, board, lexicon, weights, n, more):
    chosen = board[n % len(board)]
    crowd = replace(chosen.crowd, waiting=chosen.crowd.waiting + more)
    grown = [replace(each, crowd=crowd) if each is chosen else each for each in board]
    before, after = (
        {match.opening: match.score for match in rank(Seeker(claims), Standing(), each, lexicon, weights)}
        for each in (board, grown)
    )

    was, now = before.pop(chosen.code, -1), after.pop(chosen.code, -1)
    assert (now <= was, after) == (True, before)
    assert now == -1 or crowd.waiting < SOUGHT * crowd.seats_free


def test_equal_scores_are_drawn_by_seed_and_day():
    board = [Opening(f"p{n}", "acme", (), Timing(20, 4)) for n in range(6)]
    orders = {
        tuple(match.opening for match in rank(Seeker(), Standing(), board, Lexicon(), Weights(), seed))
        for seed in "abcdefgh"
    }

    assert len(orders) > 4


@given(all_features, weights, st.sampled_from(list(Because)), thousandths)
def test_the_score_grows_with_each_feature_and_falls_with_the_price(features, weights, code, other):
    low, high = sorted((getattr(features, code), other), reverse=code == Because.PRICE)

    at_low, at_high = (score(replace(features, **{code.value: value}), weights) for value in (low, high))
    assert 0 <= at_low <= at_high <= MOST


@given(seekers, openings, lexicons, weights, skills)
def test_unknown_is_no_worse_than_a_known_absence_and_never_nothing(seeker, opening, lexicon, weights, skill):
    others = tuple(claim for claim in seeker.claims if claim.skill != skill)
    unknown, absent = (
        features(Reader.of(replace(seeker, claims=claims), lexicon), opening, lexicon, TODAY)
        for claims in (others, (*others, Claim(skill, Level.NONE)))
    )

    assert score(unknown, weights) >= score(absent, weights)
    assert unknown.cover >= absent.cover
    assert features(Reader.of(Seeker(), lexicon), opening, lexicon, TODAY).cover in (UNKNOWN, UNKNOWN - 1)


@given(worlds.claims, lexicons)
def test_any_claim_of_doing_is_worth_more_than_silence(claims, lexicon):
    found = credits_of(claims, lexicon)
    absent = {claim.skill for claim in claims if claim.level == Level.NONE}

    assert all(UNKNOWN < worth <= 1000 for skill, worth in found.items() if skill not in absent)
    assert {found[skill] for skill in absent} <= {0}


@given(seekers, standings, boards, lexicons, weights)
def test_reasons_come_from_the_score_and_without_the_first_it_falls(seeker, standing, board, lexicon, weights):
    found = rank(seeker, standing, board, lexicon, weights)
    for match in found:
        assert match.score == score(match.features, weights)
        told = reasons(match, weights)
        for reason in told:
            assert match.score - score(without(match.features, reason.code), weights) == reason.effect != 0
        if told and told[0].effect > 0:
            less = score(without(match.features, told[0].code), weights)
            assert sum(other.score > less for other in found) > sum(other.score > match.score for other in found)


@given(seekers, openings, lexicons)
def test_without_the_skills_that_bear_on_it_a_project_is_covered_no_better(seeker, opening, lexicon):
    asked = {need.skill for need in opening.needs}
    whole = Reader.of(seeker, lexicon)
    bare = Reader.of(replace(seeker, claims=()), lexicon)
    if all(whole.credits.get(skill, UNKNOWN) >= UNKNOWN for skill in asked):
        taken, given_ = (features(reader, opening, lexicon, TODAY) for reader in (bare, whole))
        assert taken.cover <= given_.cover


@given(seekers, standings, boards, lexicons, weights, st.sampled_from(list(Order)))
def test_a_shown_list_is_replayed_from_its_codes(seeker, standing, board, lexicon, weights, order):
    found = rank(seeker, standing, board, lexicon, weights)
    orders = {Order.MATCH: found, Order.DATE: by_date(found, board), Order.RANDOM: at_random(found, TODAY, "s")}
    shown = listed(orders[order], board, 5)

    stored = kept(shown, weights, order, today=TODAY, seed="s")
    assert replayed(stored) == shown


def test_a_stored_score_that_its_features_do_not_give_is_refused():
    shown = listed(rank(Seeker(), Standing(), [Opening("p", "acme", (), Timing(9, 3))], Lexicon(), Weights()), [])
    stored = kept(shown, Weights(), Order.MATCH, today=TODAY, seed="s")
    stored["rows"][0][2][0] += 1

    with pytest.raises(ValueError, match="p was shown with"):
        replayed(stored)


@pytest.mark.parametrize("bad", [{"cover": 11}, {"chance": -1}, {"cover": 0, "closeness": 0}])
def test_weights_out_of_bounds_are_refused(bad):
    with pytest.raises(ValueError, match="weight"):
        Weights(**bad)
