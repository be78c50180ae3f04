"""What a text is found to be like, and what the cosines are held against."""

from collections import Counter
from math import log2, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.matching.likeness import Entry, Likeness, Vectors

pytestmark = pytest.mark.once

ENTRIES = (
    Entry("sql", ("SQL", "structured query language", "writing queries"), "Read and change what databases hold."),
    Entry("testing", ("software testing", "test automation"), "Find faults before users do."),
    Entry("negotiation", ("negotiation", "negotiate terms"), "Reach terms that both sides accept."),
    Entry("cpp", ("C++",), "A compiled language."),
    Entry("bare", (), "Gardening and bees."),
)
bags = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5), max_size=5)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sql", "sql"),
        ("Queries", "sql"),
        ("negotiating with suppliers", "negotiation"),
        ("softwere tsting", "testing"),
        ("We look for somebody who writes automated tests in a team", "testing"),
        ("c++", "cpp"),
        ("bees", "bare"),
    ],
)
def test_the_most_alike_comes_first(text, key):
    assert Likeness(ENTRIES).rank(text)[0][0] == key


def test_its_very_name_is_as_alike_as_can_be_without_the_text_about_it():
    assert Likeness(ENTRIES).rank("software testing", 1) == [("testing", 857)]  # six parts of seven


@pytest.mark.parametrize("text", ["", "the of and", "\x00", "zzzz"])
def test_what_has_nothing_in_common_is_like_nothing(text):
    assert Likeness(ENTRIES).rank(text) == []


@given(st.text(max_size=40), st.integers(0, 4))
def test_a_ranking_is_the_same_again_and_its_beginning_is_the_shorter_one(text, limit):
    index = Likeness(ENTRIES)

    assert index.rank(text, limit) == index.rank(text)[:limit]
    assert all(0 <= how <= 1000 for _, how in index.rank(text))


@given(st.lists(bags, max_size=6), bags)
def test_cosines_are_those_of_the_textbook(held, bag):
    n = len(held)
    uses = Counter(term for each in held for term in each)

    def weighed(each):
        return {t: log2((n + 1) / (uses[t] + 1)) * (1 + log2(k) * 0.6931) for t, k in each.items() if t in uses}

    def cosine(one, other):
        norms = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
        return sum(w * other.get(t, 0) for t, w in one.items()) / norms if norms else 0

    found = Vectors(map(Counter, held)).alike(Counter(bag))
    wanted = {place: cosine(weighed(bag), weighed(each)) for place, each in enumerate(held)}
    assert all(found.get(place, 0) / 1e6 == pytest.approx(value, abs=0.003) for place, value in wanted.items())
