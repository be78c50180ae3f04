"""How often people of each category stand in the first band: counted from a draw, kept as counts, once a month."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.selfid.keys import keys_of
from firstfoot.foundation.selfid.models import SelfIdentification
from firstfoot.insights import sourcing
from firstfoot.insights.sourcing import count_first_bands, parts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.sourcing.queries import people_listed, people_who_may_be_asked
from firstfoot.market.talent.models import SkillClaim, TalentProfile
from firstfoot.reactions.models import SourcingCount
from firstfoot.reactions.sourcing import ALL, LISTED, count_by_night, count_sourcing, counts_made
from tests.factories.applications import make_profile
from tests.factories.sourcing import make_asking, make_listed, make_on
from tests.house.growth import more

STRONG, WEAK = ("SQL", "Figma", "Spreadsheets"), ("Welding",)


def answer(people, sex):
    SelfIdentification.objects.bulk_create(
        SelfIdentification(key=keys_of(p.public_id)[0], sex=sex, answered_on=clock.today()) for p in people
    )


def grow(cast, number, skills):
    """So many people with a profile and these skills."""
    profile = TalentProfile.objects.filter(person=cast.paz).first() or make_profile(
        cast.paz, skills=list(STRONG + WEAK), hours_a_week=10
    )
    people = more(cast.sam, number, chosen_name=lambda n: f"Person {n}")
    more(profile, number, person=lambda n: people[n - 1])
    for claim in SkillClaim.objects.filter(person=cast.paz, words__in=skills):
        more(claim, number, person=lambda n: people[n - 1])
    return people


@pytest.fixture
def asked(cast):
    """Twelve women of whom six have what the one project asks for, and ten men, all of whom have."""
    make_asking(cast)
    women = grow(cast, 6, STRONG) + grow(cast, 6, WEAK)
    answer(women, "female")
    answer(grow(cast, 10, STRONG), "male")
    answer(grow(cast, 3, STRONG), "another")
    return women


def of_sex(figures):
    return {i.category[0]: (i.people, i.selected, i.ratio) for i in parts_of(figures)["sex"].rows}


def test_a_rate_is_the_mean_of_people_and_small_categories_are_hidden(cast, asked):
    found = count_first_bands(people_who_may_be_asked())
    assert (found.people, found.projects) == (25, 1)
    # Three of another sex are hidden, and the smallest shown one with them: else they could be worked out.
    assert of_sex(found.figures) == {"female": (12, 6, 1.0)}
    assert parts_of(found.figures)["sex"].hidden == (("male",), ("another",))


def test_the_ratio_is_to_the_highest(cast, asked):
    answer(grow(cast, 7, STRONG), "another")
    found = count_first_bands(people_who_may_be_asked())
    assert of_sex(found.figures) == {"female": (12, 6, 0.5), "male": (10, 10, 1.0), "another": (10, 10, 1.0)}


def test_it_is_bounded_and_costs_the_same_for_more(cast, asked, monkeypatch):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            count_first_bands(people_who_may_be_asked())
        return len(queries)

    before = cost()
    answer(grow(cast, 40, STRONG), "female")
    assert cost() == before
    monkeypatch.setattr(sourcing, "COUNTED", 20)
    monkeypatch.setattr(sourcing, "PROJECTS", 1)
    make_asking(cast)
    found = count_first_bands(people_who_may_be_asked())
    assert (found.people, found.projects) == (20, 1)


@pytest.mark.parametrize("on", [date(2027, 1, 1), date(2027, 1, 31), date(2027, 2, 10)])
def test_four_weeks_lie_between_two_counts_of_whomever_and_whatever_they_showed(cast, asked, on):
    begin = datetime(on.year, on.month, on.day, 23, tzinfo=UTC)
    SelfIdentification.objects.update(answered_on=on)
    with clock.at(begin):
        count_sourcing(actor=cast.stella)
    make_on(cast)
    with clock.at(begin + timedelta(days=27)):
        assert count_by_night(clock.today()) == 0
        with pytest.raises(Conflict, match="counted_lately"):
            count_sourcing(actor=cast.stella)
    with clock.at(begin + timedelta(days=31)):
        count_sourcing(actor=cast.stella)
        with pytest.raises(Conflict, match="counted_lately"):
            count_sourcing(actor=cast.stella)
    assert sorted(SourcingCount.objects.values_list("of", flat=True)) == [ALL, LISTED]
    assert set(counts_made()) == {ALL, LISTED}


def test_the_night_counts_those_listed_while_it_is_on(cast, asked):
    assert count_by_night(clock.today()) == 0
    assert not SourcingCount.objects.exists()
    make_on(cast)
    answer([make_listed(cast.sam)], "female")
    count_by_night(clock.today())
    assert (SourcingCount.objects.get().of, list(people_listed(1))) == (LISTED, [cast.sam])


def test_nothing_tells_of_fewer_than_ten_how_many_they_are(cast):
    make_asking(cast)
    answer(grow(cast, 9, STRONG), "female")
    found = count_first_bands(people_who_may_be_asked())
    assert (found.people, {part.unknown for part in parts_of(found.figures).values()}) == (0, {None})


def test_only_stewards_count(cast):
    with pytest.raises(NotPermitted, match="not_steward"):
        count_sourcing(actor=cast.hana)


def test_nothing_of_one_person_is_kept(cast, asked):
    facts = Fact.objects.count()
    count_sourcing(actor=cast.stella)
    kept = str(SourcingCount.objects.values().get())
    assert not [person for person in asked if person.public_id in kept or person.email in kept]
    assert Fact.objects.count() == facts
