"""How words are read: what two spellings have in common, what is never guessed, in which order skills are suggested."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firstfoot.market.skills import codes_of, resolve, suggest, vocabulary, written
from firstfoot.market.skills.forms import loose, normal, tight
from firstfoot.market.skills.index import FEW, MOST, Index
from firstfoot.market.skills.skill import Skill
from tests.figures import count

pytestmark = pytest.mark.once

PHRASES = [phrase for skill in vocabulary().skills.values() for phrase in skill.phrases]
words = st.text(max_size=30) | st.text("abcABC+#./&-_()éß 12", max_size=20) | st.sampled_from(PHRASES)


@given(words)
@example("ŉ")
@example("ΐ̓")
@example("ﬃ C++ / .NET")
@example("+#.a")
@settings(max_examples=count(200, 20_000))
def test_normalizing_twice_is_normalizing_once(word):
    text = normal(word)
    assert normal(text) == text
    assert tight(loose(text)) == loose(text).replace(" ", "")


@given(words)
@settings(max_examples=count(200, 20_000))
def test_any_word_is_read_or_kept_and_never_fails(word):
    code = resolve(word)
    assert code is None or code in vocabulary().skills
    assert resolve(written(word)) == code
    assert normal(written(word)) == normal(word)
    assert all(code in vocabulary().skills for code in codes_of(word))


@given(st.sampled_from(PHRASES), st.sampled_from([str.upper, str.title, "  {} ".format, "{}.".format]))
@settings(max_examples=count(200, 20_000))
def test_case_and_marks_around_a_phrase_change_nothing(phrase, write):
    assert resolve(write(phrase)) == resolve(phrase)


@pytest.mark.parametrize(
    ("code", "spellings"),
    [
        ("sql", ("SQL", "sql", "SQL queries", "SQL query", "SQL basics", "SQL developer")),
        ("cpp", ("C++", "c ++", "CPP", "C plus plus", "C++14", "C++ 17", "C/C++")),
        ("csharp", ("C#", "c #", "C sharp", "C# 12")),
        ("dotnet", (".NET", "dotnet", "dot net", ".NET Core")),
        ("nodejs", ("Node.js", "NodeJS", "node js", "Node", "node-js")),
        ("html-css", ("HTML", "CSS3", "html5", "HTML/CSS", "HTML & CSS", "HTML basics")),
        ("data-visualization", ("Data visualization", "data visualisation", "Dataviz", "Clear charts", "chart")),
        ("financial-modeling", ("Financial modeling", "financial modelling", "Financial models", "Financial model")),
        ("customer-interviews", ("Customer interviews", "customer interview", "Interviewing customers")),
        ("excel", ("Excel", "MS Excel", "Advanced Excel skills", "Experience with Excel", "Excel 2019", "exel")),
        ("german", ("German", "Deutsch", "German (B2)", "Written German at level C1 or higher", "German, level B1")),
        ("portuguese", ("Português", "portugues", "Portuguese (C1)")),
        ("machine-learning", ("Machine learning (ML)", "ML", "machinelearning", "Machine-Learning")),
        ("react-native", ("React Native", "react-native", "React Native developer", "ReactNative")),
    ],
)
def test_spellings_of_one_skill(code, spellings):
    assert {word: resolve(word) for word in spellings} == dict.fromkeys(spellings, code)


@pytest.mark.parametrize(
    ("word", "code"), [("C", "c-language"), ("Java", "java"), ("JavaScript", "javascript"), ("R", "r-language"),
                       ("web3", "web3"), ("Go", "go-language"), ("React", "react")]
)  # fmt: skip
def test_what_looks_alike_is_kept_apart(word, code):
    assert resolve(word) == code


@pytest.mark.parametrize(
    "word",
    ["", " ", "(", "+", "Basket weaving", "economic development", "Jav", "Pythons and snakes", "(non-) SQL", "x1"],
)
def test_what_is_not_known_is_not_guessed(word):
    assert resolve(word) is None
    assert written(word) == word


@pytest.mark.parametrize(
    ("word", "shown"),
    [("sql", "SQL"), ("FIGMA", "Figma"), ("c ++", "C++"), ("node-js", "Node.js"), ("Tact", "Tact"),
     ("Postgres", "Postgres"), ("Welding", "Welding"), ("data visualisation", "data visualisation")]
)  # fmt: skip
def test_a_name_is_shown_as_the_vocabulary_writes_it_and_an_alias_as_somebody_did(word, shown):
    assert written(word) == shown


def test_a_word_of_several_skills():
    assert codes_of("Python/SQL & React") == ("python", "sql", "react")
    assert codes_of("C++ + C#") == ("cpp", "csharp")
    assert codes_of("Python or a similar language") == ("python",)
    assert codes_of("Python and basket weaving") == ()
    assert codes_of("HTML and CSS") == ("html-css",)


def names(prefix, limit=8):
    return [skill.name for skill in suggest(prefix, limit)]


def test_exact_first_then_popular_then_what_begins_so():
    assert names("js", 2) == ["JavaScript", "Node.js"]
    assert names("customer", 4) == ["Customer care", "Customer interviews", "Customer experience", "Customer feedback"]
    assert names("excel", 1) == ["Microsoft Excel"]
    assert names("r", 1) == ["R"]
    assert names("customer int") == ["Customer interviews"]
    assert names("c++") == ["C++"]


def test_a_later_word_and_an_alias_are_found_by_their_beginning():
    assert "Graphic design" in names("desi")
    assert names("postg", 1) == ["PostgreSQL"]
    assert names("powerp", 1) == ["Microsoft PowerPoint"]
    assert names("nodej", 1) == ["Node.js"]


def test_nothing_is_suggested_to_nothing():
    assert names("") == names(" +") == names("qzx") == names("s", 0) == []


def test_a_suggestion_is_given_once_and_at_most_so_many():
    for prefix in ("a", "s", "da", "des", "web"):
        found = names(prefix, 500)
        assert len(found) == len(set(found)) == MOST


@given(st.sampled_from(PHRASES), st.integers(1, 6), st.integers(0, 12))
@settings(max_examples=count(200, 5_000))
def test_ranked_ahead_or_when_asked_the_order_is_one(phrase, size, limit):
    prefix = normal(phrase)[:size].strip()
    index = vocabulary()
    low = [n for n, text in enumerate(index._texts) if text.startswith(prefix)]
    whole = index._ranked(prefix, low[0], low[-1] + 1) if prefix else ()
    assert index.suggest(prefix, limit) == whole[:limit]
    assert prefix in index._best or len(low) <= FEW or not prefix


@pytest.mark.parametrize(
    "skills",
    [
        (Skill("sql", "SQL", "data"), Skill("sql", "Queries", "data")),
        (Skill("sql", "SQL", "data"), Skill("other", "Other", "data", ("sql",))),
        (Skill("none", "+", "data"),),
    ],
)
def test_one_code_and_one_phrase_belong_to_one_skill(skills):
    with pytest.raises(ValueError, match=r"code|is of"):
        Index(skills)


def test_what_two_skills_have_in_common_only_loosely_is_left_unread():
    index = Index((Skill("team", "Team", "a"), Skill("teams", "Teams", "a")))
    assert [index.resolve(word) for word in ("team", "Teams", "TEAM.")] == ["team", "teams", "team"]
    assert Index((Skill("one", "Web sites", "a"), Skill("two", "Website", "a"))).resolve("websites") is None
