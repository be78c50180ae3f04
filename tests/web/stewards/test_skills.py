"""The steward's page of words and skills."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.vocabulary.actions import hear_words, make_skill, read_word, undo_change
from firstfoot.market.vocabulary.models import VocabularyChange
from firstfoot.market.vocabulary.queries import code_of
from tests.factories.applications import make_profile

URL, WORD = reverse("stewards:skills"), reverse("stewards:skill_word")


@pytest.fixture
def stella(cast, client):
    client.force_login(cast.stella)
    return cast.stella


def shown(client):
    return [(one.words, one.times) for one in client.get(URL).context["unknown"]]


def test_a_word_of_one_person_is_not_shown_and_that_of_two_is(cast, stella, client):
    make_profile(cast.sam, skills=["Basket weaving", "Sam's own way", "Python/SQL", "Kintsugi"])
    make_profile(cast.paz, skills=["basket-weaving", "Python/SQL"])
    hear_words(words=["Kintsugi"], project="bcdfghjkmnpq")

    assert shown(client) == [("Basket weaving", 2), ("Kintsugi", 2)]
    client.post(WORD, {"words": "Basket weaving", "do": "leave"})
    assert shown(client) == [("Kintsugi", 2)]
    client.post(WORD, {"words": "Kintsugi", "do": "means", "means": "woodworking"})
    assert (shown(client), code_of("Kintsugi")) == ([], "repair")


def test_what_it_means_must_be_a_skill(stella, client):
    answer = client.post(WORD, {"words": "Kintsugi", "do": "means", "means": "No such thing"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["means"])


def test_merging_and_taking_it_back(cast, stella, client):
    skill = make_skill(words="Basket weaving", actor=cast.stella)

    client.post(reverse("stewards:skill_merge"), {"code": skill.code, "into": "Woodworking"})
    assert code_of("Basket weaving") == "repair"
    change = client.get(URL).context["changes"][0][0]
    client.post(reverse("stewards:skill_undo", args=[change.public_id]))

    assert code_of("Basket weaving") == skill.code


def test_added_skills_are_found_by_the_beginning_of_a_word(cast, stella, client):
    make_skill(words="Basket weaving", actor=cast.stella)

    found = [[skill.name for skill in client.get(URL, {"q": q}).context["added"]] for q in ("weav", "wood", "")]
    assert found == [["Basket weaving"], [], ["Basket weaving"]]


def test_what_is_taken_back_is_no_added_skill_any_more(cast, stella, client):
    skill = make_skill(words="Straw craft", actor=cast.stella)
    undo_change(change_id=VocabularyChange.objects.get().pk, actor=cast.stella)

    assert skill.name not in client.get(URL).content.decode()


def test_what_was_decided_names_the_skill(cast, stella, client):
    read_word(words="Mending nets", code="repair", actor=cast.stella)

    assert "means “Repair and making”" in client.get(URL).content.decode()


def test_a_name_that_nobody_knows_is_refused_at_its_word_and_kept(cast, stella, client):
    make_profile(cast.sam, skills=["Basket weaving", "Straw craft"])
    make_profile(cast.paz, skills=["Basket weaving", "Straw craft"])

    page = client.post(WORD, {"words": "Straw craft", "do": "means", "means": "Kintsugi"})
    body = page.content.decode()

    assert (page.status_code, body.count("<details open>"), body.count('id="id_means"')) == (422, 1, 1)
    assert 'value="Kintsugi"' in body
