"""Reading applicants: question by question, two side by side, marks by the rubric."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.applications.actions import offer
from firstfoot.market.applications.marks import criteria_of
from firstfoot.work.engagements.actions import accept_offer
from tests.cast import join
from tests.factories.applications import (
    make_mark,
    make_open_project,
    make_profile,
    make_shortlisted,
    make_submitted,
    shortlist,
)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def hana(cast, client):
    client.force_login(cast.hana)
    return cast.hana


def page(application) -> str:
    return reverse("hosts:applicant", args=[application.public_id])


def move(verb, application) -> str:
    return reverse(f"hosts:applicant_{verb}", args=[application.public_id])


# Across people


def test_one_question_with_everyones_answers_blind(cast, hana, client, project):
    make_profile(cast.sam)
    make_submitted(cast.sam, project, answers=["Sam Okoro would ask first.", ""])
    known = make_shortlisted(cast, cast.paz, project, answers=[f"{cast.paz.name} would count.", ""])

    page = client.get(reverse("hosts:review_questions", args=[project.public_id]), {"q": 1})

    text = page.content.decode()
    assert page.context["question"] == "How would you begin?"
    assert ("would ask first." in text, "would count." in text, known.pseudonym in text) == (True, True, True)
    assert not any(word in text for word in ("Okoro", *cast.paz.name.split()))


@pytest.mark.parametrize("q", ["99", "-1", "x", ""])
def test_a_question_that_is_not_there_is_another(cast, hana, client, project, q):
    page = client.get(reverse("hosts:review_questions", args=[project.public_id]), {"q": q})
    assert page.status_code == 200


def test_two_side_by_side_are_the_ones_asked_for(cast, hana, client, project):
    three = [make_submitted(join(f"Person{number}"), project) for number in range(3)]
    asked = {"one": three[2].public_id, "other": three[0].public_id}

    context = client.get(reverse("hosts:review_compare", args=[project.public_id]), asked).context

    assert (context["one"].public_id, context["other"].public_id) == (asked["one"], asked["other"])
    same = client.get(reverse("hosts:review_compare", args=[project.public_id]), {"one": "x", "other": "x"}).context
    assert same["one"] != same["other"]


# Marks


def written(answer, **changes):
    fields = {name: 2 for name in answer.context["forms"]["mark"].fields if name.startswith("score_")}
    form = answer.context["forms"]["mark"]
    values = {**fields, "note": "A plan.", "rubric": form.initial["rubric"], "seen": form.initial["seen"], **changes}
    return {f"mark-{name}": value for name, value in values.items()}


def test_a_mark_leads_to_the_next_one_to_read_until_all_are_read(cast, hana, client, project):
    first, second = (make_submitted(person, project) for person in (cast.sam, cast.paz))

    answer = client.post(move("mark", first), written(client.get(page(first))))
    assert answer.url == page(second)
    assert 'href="#mark">Write your mark</a>' in client.get(page(second)).content.decode()
    answer = client.post(move("mark", second), written(client.get(page(second))))
    assert answer.url == page(second)
    assert 'href="#decide">Your move</a>' in client.get(page(second)).content.decode()


def test_a_mark_without_a_note_comes_back_with_what_was_chosen(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    answer = client.post(move("mark", application), written(client.get(page(application)), note=""))

    assert answer.status_code == 422
    assert "Write a line: scores without a reason help nobody." in answer.content.decode()
    assert answer.context["forms"]["mark"]["score_0"].value() == "2"


def test_a_mark_from_an_old_page_shows_both_texts(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    old = written(client.get(page(application)), note="From the other window")
    client.post(move("mark", application), written(client.get(page(application)), note="From this window"))

    answer = client.post(move("mark", application), old)
    assert answer.status_code == 409
    assert all(text in answer.content.decode() for text in ("From the other window", "From this window"))


def test_the_marks_of_colleagues_show_after_ones_own(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    make_mark(application, cast.hugo, note="Only hugo says so")

    assert "Only hugo says so" not in client.get(page(application)).content.decode()
    client.post(move("mark", application), written(client.get(page(application))))
    assert "Only hugo says so" in client.get(page(application)).content.decode()


def test_stepping_aside_takes_the_decisions_away(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    client.post(move("step_aside", application))

    assert client.get(page(application)).context["moves"] == {"mark"}
    assert client.post(move("shortlist", application)).status_code == 403


def test_the_rubric_is_changed_on_its_page(cast, hana, client, project):
    url = reverse("hosts:rubric", args=[project.public_id])
    form = client.get(url).context["form"]
    fields = {name: field.initial for name, field in form.fields.items() if field.initial} | {
        "seen": form["seen"].value()
    }

    assert client.post(url, {**fields, "anchors_0": "Only\ntwo"}).status_code == 422
    client.post(url, {**fields, "text_1": "Asks good questions"})
    assert [c.kind for c in criteria_of(project)] == ["motivation", "own", "question", "result"]
    assert client.post(url, {**fields, "text_1": "Something else"}).status_code == 409


def test_what_helps_someone_work_well_shows_once_they_accepted(cast, hana, client, project):
    make_profile(cast.sam, helps="Captions in calls")
    application = make_shortlisted(cast, cast.sam, project)
    seen = ["Captions in calls" in client.get(page(application)).content.decode()]
    offer(application_id=application.pk, actor=cast.hana)
    seen.append("Captions in calls" in client.get(page(application)).content.decode())
    accept_offer(application_id=application.pk, actor=cast.sam)
    seen.append("Captions in calls" in client.get(page(application)).content.decode())

    assert seen == [False, False, True]


# What was typed is not lost when the world moved on


def test_a_note_comes_back_when_someone_was_shortlisted_meanwhile(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    form = written(client.get(page(application)), note="Counts like a baker.")
    shortlist(application_id=application.pk, actor=cast.hugo)

    answer = client.post(move("mark", application), form)

    assert answer.status_code == 409
    assert "Counts like a baker." in answer.content.decode()


def test_who_stepped_aside_makes_no_offer(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    shortlist(application_id=application.pk, actor=cast.hugo)
    client.post(move("step_aside", application))
    assert "Make an offer" not in client.get(page(application)).content.decode()
    assert client.post(move("offer", application), {"offer-note": "Yes"}).status_code == 403
