"""The vocabulary is sound: one meaning a phrase, links that lead somewhere, names as people write them."""

import re
from collections import Counter

import pytest

from firstfoot.market.projects.brief import CATEGORIES
from firstfoot.market.projects.starters import all_starters
from firstfoot.market.skills import codes_of, resolve, vocabulary
from firstfoot.market.skills.forms import loose, normal, tight
from firstfoot.market.skills.reading import FOLDER, Unreadable, read_group, read_popular
from firstfoot.market.skills.words import groups
from tests.house.test_sizes import MOST_LINES

pytestmark = pytest.mark.once

SKILLS = tuple(skill for group in groups() for skill in group.skills)
CODES = {skill.code: skill for skill in SKILLS}
LEAST_IN_A_GROUP = 15
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def test_it_is_as_large_as_promised():
    assert len(SKILLS) >= 900
    assert sum(len(skill.aliases) for skill in SKILLS) >= 3000


def test_codes_are_slugs_and_each_of_one_skill():
    assert [code for code, n in Counter(skill.code for skill in SKILLS).items() if n > 1] == []
    assert [code for code in CODES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_no_phrase_is_of_two_skills_in_any_form():
    owners: dict[str, set[str]] = {}
    for skill in SKILLS:
        for phrase in skill.phrases:
            text = normal(phrase)
            for form in (text, loose(text), tight(loose(text))):
                owners.setdefault(form, set()).add(skill.code)
    assert {form: codes for form, codes in owners.items() if len(codes) > 1 or not form} == {}


def test_no_alias_says_what_the_skill_already_says():
    twice = [
        (skill.code, phrase) for skill in SKILLS for phrase, n in Counter(map(normal, skill.phrases)).items() if n > 1
    ]
    assert twice == []


def test_every_phrase_reads_as_its_own_skill():
    assert [(phrase, skill.code) for skill in SKILLS for phrase in skill.phrases if resolve(phrase) != skill.code] == []


def test_names_are_short_and_begin_in_upper_case_where_their_owner_does_not_say_otherwise():
    owners_way = {
        "dbt", "eBay", "gRPC", "ggplot2", "htmx", "iOS development", "jQuery", "macOS", "monday.com", "n8n", "pandas",
        "scikit-learn",
    }  # fmt: skip
    assert {skill.name for skill in SKILLS if not (skill.name[0].isupper() or skill.name[0] in ".3")} == owners_way
    assert [skill.name for skill in SKILLS if len(skill.name) > 40] == []


def test_links_lead_to_other_skills():
    links = {(skill.code, code) for skill in SKILLS for code in (*skill.related, *filter(None, [skill.broader]))}
    assert {(here, there) for here, there in links if there not in CODES or here == there} == set()
    assert [skill.code for skill in SKILLS if skill.broader in skill.related] == []


def test_broader_never_leads_back():
    for skill in SKILLS:
        seen = [skill.code]
        while broader := CODES[seen[-1]].broader:
            assert broader not in seen, seen
            seen.append(broader)


def test_every_group_is_worth_a_file_that_a_person_can_read():
    assert {group.code: len(group.skills) for group in groups() if len(group.skills) < LEAST_IN_A_GROUP} == {}
    lines = {path.name: len(path.read_text().splitlines()) for path in FOLDER.glob("*.txt")}
    assert {name: n for name, n in lines.items() if n > MOST_LINES} == {}


def test_identifiers_are_well_formed_and_each_of_one_skill():
    assert [skill.code for skill in SKILLS if skill.esco and not UUID.fullmatch(skill.esco)] == []
    assert CODES["sql"].esco_uri == "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742"
    assert CODES["htmx"].esco_uri == ""
    for places in ([skill.esco for skill in SKILLS], [skill.onet for skill in SKILLS]):
        assert [place for place, n in Counter(filter(None, places)).items() if n > 1] == []


def test_what_many_ask_for_is_in_the_vocabulary():
    popular = read_popular()
    assert [code for code in popular if code not in CODES] == []
    assert len(set(popular)) == len(popular)


def test_every_skill_of_every_starter_is_read():
    assert [(s.code, word) for s in all_starters() for word in s.brief.skills if not codes_of(word)] == []


def test_every_category_has_starters_whose_skills_differ():
    read = {category: set() for category in CATEGORIES}
    for starter in all_starters():
        read[starter.brief.category].update(code for word in starter.brief.skills for code in codes_of(word))
    assert {category: len(codes) for category, codes in read.items() if len(codes) < 2} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Data\n\nsql: SQL\n",
        "# Data\n\nsql SQL\n",
        "# Data\n\nSQL: SQL\n",
        "# Data\n\nsql: SQL\n  @ esco 12\n",
        "# Data\n\nsql: SQL\n  @ onet SQL\n  @ onet SQL\n",
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused(text):
    with pytest.raises(Unreadable):
        read_group("data", text)


def test_the_index_holds_them_all():
    assert set(vocabulary().skills) == set(CODES)
