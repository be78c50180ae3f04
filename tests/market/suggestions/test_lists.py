"""A person's list: made from what stands in the database, kept in codes, and the same when it is computed again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import NotPermitted
from firstfoot.market.applications.actions import withdraw_application
from firstfoot.market.matching.explaining import Because
from firstfoot.market.matching.filtering import Exclusion
from firstfoot.market.matching.scoring import score
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import open_projects, search
from firstfoot.market.suggestions import making
from firstfoot.market.suggestions.actions import (
    count_skill_uses,
    erase_suggestions,
    forget_lists,
    make_list,
    price_exposure,
    save_wish,
)
from firstfoot.market.suggestions.lexicon import lexicon
from firstfoot.market.suggestions.models import Exposure, SuggestedList, Wish
from firstfoot.market.suggestions.queries import fit_of, lines_of, list_today
from tests.cast import join
from tests.factories.applications import make_profile, make_submitted
from tests.factories.projects import make_open_project, make_other_open_project

SHAPE = {"tools": (), "questions": (), "hours": 20, "weeks": 4}


@pytest.fixture
def bread(cast):
    """A project that asks for what sam can do."""
    return make_open_project(cast, title="Plan the posts of a bakery", skills=("SQL", "Figma"), **SHAPE)


@pytest.fixture
def bikes(cast):
    return make_other_open_project(cast, title="Count the bikes", skills=("Welding",), **SHAPE)


def titles(person):
    return [line.project.title for line in lines_of(make_list(actor=person))]


def test_what_a_person_can_do_stands_first_and_says_why(cast, bread, bikes):
    make_profile(cast.sam, skills=["SQL", "Figma", "Excel"], hours_a_week=6)

    first, second = lines_of(make_list(actor=cast.sam))

    assert [first.project, second.project] == [bread, bikes]
    assert (first.met, first.unsaid, second.met, second.unsaid) == (("figma", "sql"), (), (), ("repair",))
    assert [reason.numbers for reason in first.reasons if reason.code == Because.SKILLS] == [(2, 2)]
    assert first.shown.match.score > second.shown.match.score


def test_each_score_is_what_its_stored_features_say(cast, bread, bikes):
    make_profile(cast.sam, skills=["SQL"])
    made = make_list(actor=cast.sam)

    shown = [line.shown.match for line in lines_of(SuggestedList.objects.get(pk=made.pk))]

    assert [each.score for each in shown] == [score(each.features, Wish().own_weights) for each in shown]
    assert list_today(cast.sam) == made


def test_a_stored_score_that_was_changed_is_refused(cast, bread):
    made = make_list(actor=cast.sam)
    made.kept["rows"][0][1] += 1

    with pytest.raises(ValueError, match="was shown with"):
        lines_of(made)


def test_what_cannot_be_is_absent_counted_and_explained(cast, bread, bikes):
    make_profile(cast.sam, skills=["SQL"], hours_a_week=4)
    make_submitted(cast.sam, bikes, answers=[])

    made = make_list(actor=cast.sam)

    assert (lines_of(made), made.left_out, made.considered) == ([], {"hours": 2}, 2)
    assert fit_of(cast.sam, bikes).exclusions == (Exclusion.HOURS, Exclusion.APPLIED)


def test_the_own_organization_and_a_host_one_is_kept_from_are_absent(cast, bread, bikes):
    assert titles(cast.hana) == ["Count the bikes"]


def test_what_closed_since_is_left_out_of_a_list_that_was_made(cast, bread, bikes):
    made = make_list(actor=cast.sam)
    Project.objects.filter(pk=bread.pk).update(state="closed")

    assert [line.project for line in lines_of(made)] == [bikes]


def test_a_kind_of_work_that_is_wanted_goes_ahead(cast, bread, bikes):
    Project.objects.filter(pk=bikes.pk).update(category="data")
    save_wish(actor=cast.sam, categories=["data"])

    assert titles(cast.sam) == ["Count the bikes", "Plan the posts of a bakery"]


def test_places_that_nobody_can_get_to_are_absent(cast, bread, bikes):
    Project.objects.filter(pk=bikes.pk).update(workplace="on_site", place_text="rotterdam zuid")
    save_wish(actor=cast.sam, places="Ghent, Zürich")
    none_of_them = titles(cast.sam)
    save_wish(actor=cast.sam, places="Rotterdam")
    one_of_them = titles(cast.sam)
    save_wish(actor=cast.sam, is_remote_only=True)

    assert (none_of_them, len(one_of_them), titles(cast.sam)) == (
        ["Plan the posts of a bakery"], 2, ["Plan the posts of a bakery"],
    )  # fmt: skip


def test_work_on_site_in_a_country_where_one_may_not_work_is_absent_once_countries_are_named(cast, bread, bikes):
    Project.objects.filter(pk=bikes.pk).update(workplace="on_site", place_text="ghent")
    Organization.objects.filter(pk=bikes.organization_id).update(country="BE")
    unsaid = len(titles(cast.sam))
    save_wish(actor=cast.sam, may_work_in=["US", "GB"])
    elsewhere = make_list(actor=cast.sam)
    save_wish(actor=cast.sam, may_work_in=["US", "EU"])
    in_the_union = len(titles(cast.sam))
    save_wish(actor=cast.sam, may_work_in=["US", "GB"])
    Project.objects.filter(pk=bikes.pk).update(workplace="remote")

    assert (unsaid, in_the_union, len(titles(cast.sam))) == (2, 2, 2)
    assert ([line.project for line in lines_of(elsewhere)], elsewhere.left_out) == ([bread], {"authorization": 1})


def test_what_is_done_in_another_language_is_absent_once_languages_are_named(cast, bread, bikes):
    Project.objects.filter(pk=bikes.pk).update(language="nl")
    unsaid = len(titles(cast.sam))
    save_wish(actor=cast.sam, languages=["en", "de"])

    assert (unsaid, titles(cast.sam)) == (2, ["Plan the posts of a bakery"])


def test_many_who_wait_lower_a_project_and_say_so(cast, bread, bikes):
    for number in range(6):
        make_submitted(join(f"Ann{number}"), bikes, answers=[])
    make_profile(cast.sam, skills=["Welding"])

    fit = fit_of(cast.sam, bikes)

    assert (fit.reasons[-1].code, fit.reasons[-1].numbers, fit.reasons[-1].effect < 0) == (Because.CHANCE, (6, 1), True)


def test_a_crowded_project_is_left_out_of_lists_until_some_are_answered_and_search_finds_it(cast, bread, bikes):
    *_others, last = [make_submitted(join(f"Ann{number}"), bikes, answers=[]) for number in range(4)]
    crowded = make_list(actor=cast.sam)
    found, fit = list(search(open_projects(cast.sam), "bikes")), fit_of(cast.sam, bikes)
    withdraw_application(application_id=last.pk, actor=last.person)

    assert ([line.project for line in lines_of(crowded)], crowded.left_out) == ([bread], {"crowded": 1})
    assert (found, fit.exclusions, fit.match.facts.waiting) == ([bikes], (Exclusion.CROWDED,), 4)
    assert set(titles(cast.sam)) == {"Count the bikes", "Plan the posts of a bakery"}


def test_by_date_the_newest_stands_first_and_at_random_the_seed_is_kept(cast, bread, bikes):
    Project.objects.filter(pk=bread.pk).update(published_at=clock.now() - timedelta(days=3))
    save_wish(actor=cast.sam, order="date")
    by_date = titles(cast.sam)
    save_wish(actor=cast.sam, order="random")

    drawn = make_list(actor=cast.sam)

    assert by_date == ["Count the bikes", "Plan the posts of a bakery"]
    assert drawn.kept["order"] == "random"
    assert drawn.kept["seed"] != make_list(actor=cast.sam).kept["seed"]


def test_it_is_shown_once_a_day_however_often_it_is_made(cast, bread):
    for _more in range(3):
        make_list(actor=cast.sam)
    make_list(actor=cast.paz)

    assert [(row.pk, row.shown, row.shown_lately) for row in Exposure.objects.all()] == [(bread.pk, 2, 2)]


def test_the_price_rises_with_what_comes_beyond_enough_and_falls_again(cast, bread, bikes):
    make_list(actor=cast.sam)
    for number in range(3):
        make_submitted(join(f"Ann{number}"), bread, answers=[])
    price_exposure()
    risen = Exposure.objects.get(pk=bread.pk).price
    with clock.at(clock.now() + timedelta(days=2)):
        price_exposure()

    assert (risen, Exposure.objects.get(pk=bread.pk).price < risen) == (300, True)
    assert not Exposure.objects.filter(shown_lately__gt=0).exists()


def test_a_night_counts_what_open_projects_ask_for(cast, bread, bikes):
    before = lexicon()
    count_skill_uses()

    assert (before.projects, before.uses) == (0, {})
    assert lexicon().projects == 2
    assert lexicon().uses == {"sql": 1, "databases": 1, "figma": 1, "ui-design": 1, "design": 1, "repair": 1}


def test_a_list_goes_after_ninety_days(cast, bread):
    make_list(actor=cast.sam)

    assert forget_lists(now=clock.now() + timedelta(days=89)) == 0
    assert forget_lists(now=clock.now() + timedelta(days=91)) == 1


def test_the_same_queries_for_one_project_and_for_many(cast, bread, django_assert_num_queries):
    make_profile(cast.sam, skills=["SQL"])
    with django_assert_num_queries(18):
        make_list(actor=cast.sam)
    for number in range(5):
        make_open_project(cast, title=f"Another {number}")
    with django_assert_num_queries(18):
        make_list(actor=cast.sam)


def test_no_more_queries_where_not_all_are_read(cast, bread, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(making, "FEW", 0)
    make_profile(cast.sam, skills=["SQL"])
    for number in range(22):
        make_open_project(cast, title=f"Another {number}", skills=("SQL", "Welding"), **SHAPE)
    with django_assert_max_num_queries(28):
        make_list(actor=cast.sam)
    for number in range(22):
        make_open_project(cast, title=f"One more {number}", skills=("SQL",), **SHAPE)
    with django_assert_max_num_queries(28):
        make_list(actor=cast.sam)


def test_a_wish_keeps_what_is_not_said_anew(cast):
    save_wish(actor=cast.sam, categories=["data"], weights=[3, 1, 0, 0, 5, 900, 500])
    save_wish(actor=cast.sam, places="Ghent")

    wish = Wish.objects.get()
    assert (wish.categories, wish.places, wish.own_weights.answers) == (["data"], "Ghent", 5)


def test_an_installation_without_lists_makes_none(cast, settings):
    settings.SUGGESTIONS = False

    with pytest.raises(NotPermitted):
        make_list(actor=cast.sam)


def test_erased_with_its_person(cast, bread):
    save_wish(actor=cast.sam, places="Ghent", categories=["data"])
    make_list(actor=cast.sam)

    erase_suggestions(person=cast.sam)

    assert (SuggestedList.objects.count(), Wish.objects.get().places, Wish.objects.get().categories) == (0, "", [])
