"""Skills on one's own profile, and as a host reads them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.talent.actions import show_skills
from firstfoot.market.talent.queries import claims_of, profile_of
from tests.factories import engagements as make
from tests.factories.applications import make_open_project, make_profile, make_submitted, shortlist
from tests.reactions.support import settle

URL = reverse("talent:profile")


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam)
    return cast.sam


def test_a_level_is_kept_and_what_was_shown_does_not_count_to_the_twelve(sam, client):
    make_profile(sam, skills=[])
    show_skills(person_id=sam.pk, words=["SQL"], engagement="bcdfghjkmnpq")
    field = f"level_{claims_of(sam)[0].public_id}"
    skills = ["SQL", *(f"Skill {n}" for n in range(12))]

    answer = client.post(URL, {"headline": "I count", "skills": ", ".join(skills), field: "2"})

    assert (answer.status_code, profile_of(sam).skills, claims_of(sam)[0].level) == (302, skills, 2)


def test_a_level_that_does_not_exist_is_refused(sam, client):
    make_profile(sam, skills=["SQL"])
    field = f"level_{claims_of(sam)[0].public_id}"

    answer = client.post(URL, {"headline": "I count", "skills": "SQL", field: "9"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_a_host_reads_how_a_skill_is_known_once_the_applicant_is_known(cast, client):
    engagement = make.make_completed(cast, skills=("Research",))
    settle()
    application = make_submitted(cast.sam, make_open_project(cast))
    client.force_login(cast.hana)
    url = reverse("hosts:applicant", args=[application.public_id])
    shown = f'href="{reverse("work:completion", args=[engagement.public_id])}"'

    assert shown not in client.get(url).content.decode()
    shortlist(application_id=application.pk, actor=cast.hana)

    assert shown in client.get(url).content.decode()


def test_another_host_reads_it_without_the_link(cast, client):
    make.make_completed(cast, skills=("Research",))
    settle()
    project = make_open_project(cast, organization=cast.otherhost)
    application = make_submitted(cast.sam, project)
    shortlist(application_id=application.pk, actor=cast.otto)
    client.force_login(cast.otto)

    text = client.get(reverse("hosts:applicant", args=[application.public_id])).content.decode()

    assert ("shown in a finished project" in text, "/completion/" in text) == (True, False)


FOUND = reverse("talent:profile_found")


def test_skills_of_a_pasted_text_are_offered_and_taken_one_by_one(sam, client):
    make_profile(sam, skills=["SQL"])
    text = "I made a shop with Django.\nSkills: SQL, Go, Figma"

    offered = client.post(FOUND, {"text": text, "do": "look"}).context["offered"]
    assert [one["phrase"] for one in offered] == ["Django", "Go", "Figma"]
    assert (offered[0]["before"], offered[1]["before"]) == ("I made a shop with ", "Skills: SQL, ")
    client.post(FOUND, {"do": "add", "words": ["Figma", "Go"]})

    assert profile_of(sam).skills == ["SQL", "Figma", "Go"]


def test_a_text_never_fills_the_profile_beyond_its_room(sam, client):
    make_profile(sam, skills=[f"Skill {n}" for n in range(11)])

    answer = client.post(FOUND, {"do": "add", "words": ["Figma", "Go"]})

    assert (answer.status_code, len(profile_of(sam).skills)) == (422, 11)
    assert "room for 1 more skill." in answer.content.decode()


def test_words_that_we_did_not_read_are_not_added(sam, client):
    answer = client.post(FOUND, {"do": "add", "words": ["Whatever this is"]})

    assert (answer.status_code, profile_of(sam)) == (422, None)


def test_nothing_ticked_keeps_what_was_pasted(sam, client):
    answer = client.post(FOUND, {"do": "add", "text": "I write Python and SQL at work."})
    page = answer.content.decode()

    assert (answer.status_code, "Tick what you want to add." in page, page.count('name="words"')) == (422, True, 2)
    assert "I write Python and SQL at work.</textarea>" in page
