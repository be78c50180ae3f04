"""Applying: drafts, sending, what the host will see."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.applications.models import Application
from firstfoot.market.projects.brief import Question
from firstfoot.market.projects.states import ProjectState
from firstfoot.market.talent.models import TalentProfile
from tests.factories.applications import (
    change_brief,
    make_declined,
    make_draft,
    make_open_project,
    make_profile,
    make_submitted,
    set_project,
)

TYPED = {
    "motivation": "I'm Sam and I like bakeries.",
    "answer_0": "Visit three.",
    "availability": "Mornings",
    "brief": 1,
}


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def url(project):
    return reverse("talent:apply", args=[project.public_id])


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam)
    return cast.sam


def test_signed_in_only(client, url):
    assert client.get(url).status_code == 302


def test_looking_starts_nothing(sam, client, url):
    answer = client.get(url)

    assert answer.status_code == 200
    assert "How would you begin?" in answer.content.decode()
    assert Application.objects.count() == 0


def test_a_draft_may_be_unfinished(sam, client, url):
    answer = client.post(url, {"motivation": "I", "do": "save", "brief": 1})

    application = Application.objects.get()
    assert (answer.status_code, answer.url) == (302, url)
    assert (application.state, application.motivation, application.answers) == ("draft", "I", ["", ""])


def test_the_draft_comes_back_with_the_blind_preview(sam, client, url):
    make_profile(sam)
    client.post(url, {**TYPED, "do": "save"})

    answer = client.get(url)

    assert answer.context["form"].initial["motivation"] == TYPED["motivation"]
    assert answer.context["preview"].motivation == "I'm […] and I like bakeries."


def test_sending(sam, client, url):
    answer = client.post(url, {**TYPED, "do": "send"})

    application = Application.objects.get()
    assert application.state == "submitted"
    assert answer.url == reverse("talent:application", args=[application.public_id])


def test_sending_asks_for_what_the_host_needs(sam, client, url):
    answer = client.post(url, {"motivation": "", "answer_0": "", "do": "send", "link": "nonsense", "brief": 1})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"motivation", "answer_0", "link"}
    assert "The host needs an answer to “How would you begin?”" in answer.content.decode()


def test_a_sample_of_work_is_read_in_advance_with_its_minutes(sam, client, project, url):
    change_brief(project, questions=(Question("Draw one route.", minutes=40), Question("Why us?")))

    brief = client.get(reverse("public:project", args=[project.public_id])).content.decode()
    form = client.get(url).content.decode()

    assert brief.count("A sample of work, at most 40 minutes. It stays yours.") == 1
    assert form.count("spend 40 minutes at most") == 1


@pytest.mark.parametrize("do", ["save", "send"])
def test_a_skill_that_is_asked_for_and_not_said_is_added_to_the_profile_when_ticked(sam, client, project, url, do):
    """What nobody said is the main hidden bias: the profile says "postgres", so SQL needs no asking."""
    change_brief(project, skills=("SQL", "Figma", "Plain writing"), material=False)
    make_profile(sam, skills=["postgres"])
    form = client.get(url).context["form"]
    assert [value for value, _label in form.fields["have"].choices] == ["Figma", "Plain writing"]

    for _twice in range(2):
        client.post(url, {**TYPED, "brief": 2, "have": ["Figma"], "do": do})
    assert TalentProfile.objects.get(person=sam).skills == ["postgres", "Figma"]
    assert Application.objects.get().state == ("draft" if do == "save" else "submitted")


def test_nothing_is_asked_when_all_is_said_or_the_profile_is_full(sam, client, project, url):
    change_brief(project, skills=("SQL",), material=False)
    make_profile(sam, skills=["MySQL"])
    assert "have" not in client.get(url).context["form"].fields
    make_profile(sam, skills=[f"Skill {n}" for n in range(12)])
    assert "have" not in client.get(url).context["form"].fields


def test_without_a_profile_ticking_starts_one(sam, client, project, url):
    change_brief(project, skills=("Figma",), material=False)
    client.post(url, {**TYPED, "brief": 2, "have": ["Figma"], "do": "save"})
    assert TalentProfile.objects.get(person=sam).skills == ["Figma"]


def test_what_was_sent_has_its_own_page(sam, client, project, url):
    application = make_submitted(sam, project)

    assert client.get(url).url == reverse("talent:application", args=[application.public_id])


@pytest.mark.parametrize(
    "changes", [{"pay_minor": 30000}, {"questions": (Question("Why now?"), Question("What else?"))}]
)
def test_a_brief_that_changed_while_writing_keeps_the_text(sam, client, project, url, changes):
    change_brief(project, **changes)

    answer = client.post(url, {**TYPED, "do": "send"})

    assert answer.status_code == 409
    assert "I&#x27;m Sam and I like bakeries." in answer.content.decode()
    assert Application.objects.get().state == "draft"
    again = {**TYPED, "answer_1": "Nothing.", "do": "send", "brief": 2}
    assert client.post(url, again).status_code == 302


def test_a_draft_is_told_what_changed_since(sam, client, project, url):
    make_draft(sam, project)
    change_brief(project, pay_minor=30000)

    assert client.get(url).context["changes_text"] == "the pay"


def test_a_closed_project_says_so_and_has_no_button(sam, client, project, url):
    set_project(project, state=ProjectState.PAUSED)

    text = client.get(url).content.decode()

    assert "takes no applications at the moment" in text
    assert 'value="send"' not in text


def test_ones_own_organization_says_so(cast, client, url):
    client.force_login(cast.hana)

    assert "You belong to this organization" in client.get(url).content.decode()
    assert client.post(url, {**TYPED, "do": "send"}).status_code == 403


def test_who_was_declined_is_told(cast, sam, client, project, url):
    make_declined(cast, sam, project)

    assert client.post(url, {**TYPED, "do": "send"}).status_code == 409


def test_a_project_nobody_may_know_of_is_not_there(sam, client, project, url):
    set_project(project, visibility="invited")

    assert client.get(url).status_code == 404


def test_no_more_than_twelve_queries(sam, client, project, url, django_assert_max_num_queries):
    make_profile(sam)
    make_draft(sam, project)

    with django_assert_max_num_queries(12):
        client.get(url)


def test_a_draft_that_is_refused_still_says_what_the_host_needs(sam, client, url):
    answer = client.post(url, {"motivation": "", "link": "no address", "do": "save", "brief": 1})
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (422, ["link"])
    assert (form["motivation"].field.required, form["answer_0"].field.required) == (True, True)
