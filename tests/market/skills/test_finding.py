"""Skills that a text names, and everyday words that name none there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.skills import found_in, resolve, vocabulary

pytestmark = pytest.mark.once


def phrases(text):
    return [found.phrase for found in found_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Made a shop in Node.js and PostgreSQL, then C++ and .NET.", ["Node.js", "PostgreSQL", "C++", ".NET"]),
        ("Skills: Go, R, Word, Excel", ["Go", "R", "Word", "Excel"]),
        ("• Python / Rust / Swift", ["Python", "Rust", "Swift"]),
        ("I wrote the tool using Go.", ["Go"]),
        ("machine learning is learning", ["machine learning"]),
        ("We go to work in spring, and by the word of mouth we express our access to notion.", []),
        ("The rest of the team met to record notes.", []),
        ("SQL, Server rooms", ["SQL"]),
        ("Postgres and PostgreSQL", ["Postgres"]),
        ("JAVASCRIPT", ["JAVASCRIPT"]),
    ],
)  # fmt: skip
def test_found(text, expected):
    assert phrases(text) == expected


def test_where_it_stands():
    text = "Line one\nKnows Django\n"

    (found,) = found_in(text)
    assert (found.code, text[found.where : found.where + len(found.phrase)]) == ("django", "Django")


NAMES = st.sampled_from(sorted(skill.name for skill in vocabulary().skills.values()))


@given(st.lists(NAMES, min_size=2, max_size=6, unique=True))
def test_a_list_of_names_under_its_heading_is_found_whole(names):
    assert {resolve(name) for name in names if "," not in name and " and " not in name and "/" not in name} <= {
        found.code for found in found_in("Skills: " + ", ".join(names))
    }


@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_found_stands_in_it(text):
    for found in found_in(text):
        assert text[found.where : found.where + len(found.phrase)] == found.phrase


def test_a_long_resume_is_read_in_a_moment():
    text = "Made dashboards in Tableau for the sales of a small bakery, and wrote what we found. " * 120
    found_in(text)
    began = time.process_time()

    assert len(found_in(text)) >= 1
    assert time.process_time() - began < 1
