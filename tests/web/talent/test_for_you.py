"""The list of projects for one person: its reasons, what counts, and how any project fits."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.suggestions import making
from firstfoot.market.suggestions.models import SuggestedList, Wish
from firstfoot.market.vocabulary.actions import make_skill
from firstfoot.web.talent.views import for_you
from tests.cast import join
from tests.factories.applications import make_profile, make_submitted
from tests.factories.projects import make_open_project, make_other_open_project

PAGE, MAKE = reverse("talent:for_you"), reverse("talent:for_you_make")
SHORT = {"tools": (), "questions": (), "weeks": 4}
LONG = {"hours": 60, "weeks": 4, "pay_minor": 200_000}
USUAL = {"order": "match", "cover": "3", "interests": "3", "slack": "2", "answers": "2", "chance": "1000"}


@pytest.fixture
def sam(cast, client):
    make_profile(cast.sam, skills=["SQL", "Figma"], hours_a_week=8)
    make_open_project(cast, title="Plan the posts", skills=("SQL", "Figma", "Python"), tools=(), hours=20, weeks=4)
    make_other_open_project(
        cast, title="Count the bikes", skills=("Welding",), tools=(), hours=60, weeks=4, pay_minor=200_000
    )
    client.force_login(cast.sam)
    return client


def texts(response) -> str:
    return " ".join(response.content.decode().split())


def test_it_asks_for_a_list_by_itself_and_by_a_button(sam):
    page = texts(sam.get(PAGE))

    assert ('hx-trigger="load, submit"' in page, "Make my list" in page, SuggestedList.objects.count()) == (
        True, True, 0,
    )  # fmt: skip


def test_each_project_says_why_and_what_is_left_out_is_counted(sam):
    page = texts(sam.post(MAKE, follow=True))

    assert "2 of 3 skills: Figma, SQL" in page
    assert "Its 5 hours a week fit your 8" in page
    assert "Nobody waits for its place yet" in page
    assert "Not stated: Python." in page
    assert "1 open project is left out: 1 takes more hours a week than you have." in page
    assert "Count the bikes" not in page


def test_of_very_many_what_is_left_out_is_counted_among_the_newest(sam, monkeypatch):
    monkeypatch.setattr(making, "FEW", 0)
    for module in (making, for_you):
        monkeypatch.setattr(module, "NEWEST", 2)
    page = texts(sam.post(MAKE, follow=True))

    assert "2 of 3 skills: Figma, SQL" in page
    assert "Of the newest 2 open projects 1 is left out: 1 takes more hours a week than you have." in page


def test_htmx_gets_the_list_alone(sam):
    sam.post(MAKE)
    answer = texts(sam.get(PAGE, headers={"HX-Request": "true", "HX-Request-Type": "partial"}))

    assert (answer.startswith("<section"), "Plan the posts" in answer) == (True, True)


def test_moved_weights_are_kept_and_named(sam):
    page = texts(sam.post(PAGE, {**USUAL, "answers": "9", "categories": ["data"], "places": "Ghent"}, follow=True))

    assert "By your own weights." in page
    assert (Wish.objects.get().own_weights.answers, SuggestedList.objects.count()) == (9, 1)


def test_usual_weights_are_kept_by_their_version(sam):
    sam.post(PAGE, USUAL)

    assert Wish.objects.get().weights == "2026-1"


def test_nothing_that_counts_is_refused_and_keeps_what_was_typed(sam):
    answer = sam.post(PAGE, {**USUAL, "interests": "0", "slack": "0", "answers": "0", "places": "Ghent"})

    assert (answer.status_code, 'value="Ghent"' in texts(answer)) == (422, True)
    assert "at least one of your own wishes" in texts(answer)


def test_countries_are_named_in_words_and_one_that_is_none_is_said_at_the_field(sam):
    sam.post(PAGE, {**USUAL, "may_work_in": "germany, USA , "})
    refused = sam.post(PAGE, {**USUAL, "may_work_in": "germany, Atlantis"})
    sam.post(PAGE, {**USUAL, "may_work_in": "Germany, usa, EU"})

    assert (refused.status_code, 'value="germany, Atlantis"' in texts(refused)) == (422, True)
    assert "We know no country called “Atlantis”. Check how it is spelled." in texts(refused)
    assert Wish.objects.get().may_work_in == ["DE", "US", "EU"]
    assert 'value="Germany, United States, European Union"' in texts(sam.get(PAGE))


def test_by_lot_the_seed_is_shown(sam):
    page = texts(sam.post(PAGE, {**USUAL, "order": "random"}, follow=True))

    assert f"Drawn with the seed {SuggestedList.objects.get().kept['seed']}." in page


def test_why_not_this_one_is_answered_for_any_project(cast, sam):
    other = make_other_open_project(
        cast, title="Weld a gate", skills=("Welding",), tools=(), hours=90, weeks=4, pay_minor=300_000
    )
    page = texts(sam.get(reverse("talent:fit", args=[other.public_id])))

    assert "It takes more hours a week than you have." in page
    assert "You said nothing about Repair and making." in page


def test_a_crowded_project_says_how_many_wait_where_it_is_left_out_and_on_its_page(cast, sam):
    other = make_other_open_project(cast, title="Weld a gate", questions=(), tools=(), hours=20, weeks=4)
    for number in range(4):
        make_submitted(join(f"Ann{number}"), other, answers=[])
    made = texts(sam.post(MAKE, follow=True))
    page = texts(sam.get(reverse("talent:fit", args=[other.public_id])))

    assert "left out: enough people wait for 1 · 1 takes more hours a week than you have." in made
    assert "Crowded today: 4 wait for 1 place. It comes back when some are answered" in page


def test_an_installation_without_lists_has_no_page_and_no_way_there(cast, sam, settings):
    settings.SUGGESTIONS = False

    assert (sam.get(PAGE).status_code, sam.post(MAKE).status_code, sam.post(PAGE, USUAL).status_code) == (404, 404, 404)
    assert PAGE not in texts(sam.get(reverse("talent:desk")))


def test_by_lot_nothing_is_called_lower(cast, sam):
    crowded = make_other_open_project(cast, title="Sort the post", skills=("SQL",), **SHORT)
    for number in range(3):
        make_submitted(join(f"Ann{number}"), crowded, answers=[])
    by_fit = texts(sam.post(MAKE, follow=True))
    by_lot = texts(sam.post(PAGE, {**USUAL, "order": "random"}, follow=True))

    assert ("Lower because 3 wait for 1 place" in by_fit, "Lower because" in by_lot) == (True, False)
    assert "3 wait for 1 place" in by_lot


def test_what_was_applied_for_since_is_gone_from_the_list(cast, sam):
    other = make_other_open_project(cast, title="Sort the post", skills=("SQL",), **SHORT)
    before = texts(sam.post(MAKE, follow=True))
    make_submitted(cast.sam, other, answers=[])

    assert ("Sort the post" in before, "Sort the post" in texts(sam.get(PAGE))) == (True, False)


def test_a_place_that_is_offered_to_somebody_is_not_gone(cast, sam):
    other = make_other_open_project(cast, title="Sort the post", skills=("SQL",), **SHORT)
    type(other).objects.filter(pk=other.pk).update(seats_held=1)

    assert "1 waits for 1 place" in texts(sam.get(reverse("talent:fit", args=[other.public_id])))


def test_somebody_without_skills_is_told_so(cast, client):
    make_open_project(cast, title="Plan the posts", skills=("SQL",))
    client.force_login(cast.paz)

    assert "Nothing that these ask for is among your skills yet." in texts(client.post(MAKE, follow=True))


def test_skills_that_stewards_added_are_called_by_their_names(cast, sam):
    make_skill(words="Basket weaving", actor=cast.stella)
    make_other_open_project(cast, title="Weave a chair", skills=("Basket weaving",), **SHORT)

    assert "Not stated: Basket weaving." in texts(sam.post(MAKE, follow=True))
