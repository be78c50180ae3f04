"""Small worlds of people and projects, drawn at random, in which the laws of matching must hold."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Crowd, Need, Opening, Record, Terms, Timing
from firstfoot.market.matching.seeking import Claim, Evidence, Level, Seeker, Span, Standing
from firstfoot.market.matching.weights import Weights

TODAY = date(2026, 3, 2)
SKILLS = ("code", "python", "django", "js", "react", "sql", "writing", "german", "figma", "odd word")
BROADER = {"python": ("code",), "django": ("python",), "js": ("code",), "react": ("js",)}
RELATED = {"sql": ("python",), "figma": ("react",)}
HOSTS, CATEGORIES, LANGUAGES = ("acme", "bolt"), ("web", "data"), ("en", "de")

skills = st.sampled_from(SKILLS)
days = st.integers(-20, 90).map(lambda n: TODAY + timedelta(days=n))
some_days = st.none() | days
spans = st.tuples(days, st.integers(0, 30)).map(lambda pair: Span(pair[0], pair[0] + timedelta(days=pair[1])))
offsets = st.none() | st.sampled_from([-480, 0, 60, 330, 780])


def sets(*codes: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(codes), max_size=2)


lexicons = st.builds(
    lambda projects, uses: Lexicon(projects, uses, BROADER, RELATED),
    st.integers(0, 500),
    st.dictionaries(skills, st.integers(0, 600)),
)
claims = st.lists(
    st.builds(Claim, skills, st.sampled_from(Level), st.sampled_from(Evidence)), max_size=6, unique_by=lambda c: c.skill
).map(tuple)
needs = st.lists(st.builds(Need, skills, st.integers(1, 3)), max_size=5, unique_by=lambda n: n.skill).map(tuple)
timings = st.builds(Timing, st.integers(1, 120), st.integers(1, 10), some_days, some_days, some_days)
terms = st.builds(
    Terms, st.sampled_from(["remote", "on_site"]), st.sampled_from(["", "here", "there"]),
    st.sampled_from(["", "us", "de"]), sets(*LANGUAGES), offsets, sets("p1", "p2"), st.booleans(),
)  # fmt: skip
records = st.builds(Record, st.integers(0, 60), st.integers(0, 60))
crowds = st.builds(
    Crowd, st.integers(0, 3), st.integers(0, 20), st.integers(0, 30), st.integers(0, 100), st.integers(0, 900)
)
openings = st.builds(
    Opening, st.just("only"), st.sampled_from(HOSTS), needs, timings, st.sampled_from(CATEGORIES), days, terms,
    records, crowds,
)  # fmt: skip
boards = st.lists(openings, max_size=12).map(
    lambda found: [
        Opening(
            f"p{n}", each.organization, each.needs, each.timing, each.category, each.posted_on, each.terms,
            each.record, each.crowd,
        )
        for n, each in enumerate(found)
    ]
)  # fmt: skip
seekers = st.builds(
    Seeker, claims, sets(*SKILLS, *CATEGORIES), st.none() | st.integers(1, 40), some_days, some_days,
    st.lists(spans, max_size=2).map(tuple), sets(*LANGUAGES), offsets,
)  # fmt: skip
standings = st.builds(
    Standing, st.none() | sets("us", "de"), st.none() | sets("here", "there"), st.booleans(), sets("p1", "p2"),
    sets(*HOSTS), sets(*HOSTS), sets("p0", "p1", "p2"),
)  # fmt: skip
weights = st.builds(
    Weights, st.integers(1, 10), st.integers(0, 10), st.integers(0, 10), st.integers(0, 10), st.integers(1, 10),
    st.integers(0, 1000), st.integers(0, 1000), st.just("own"),
)  # fmt: skip
