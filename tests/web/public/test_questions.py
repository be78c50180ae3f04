"""Asking on the page of a project, and reading answers there."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from firstfoot.market.projects.actions import answer_question, ask_question
from firstfoot.market.projects.models import PublicQuestion
from tests.factories.projects import make_open_project


def url_of(project, name: str = "project") -> str:
    return reverse(f"public:{name}", args=[project.public_id])


def test_asking_and_taking_back(cast, client):
    project = make_open_project(cast)
    assert "Sign in and ask" in client.get(url_of(project)).content.decode()
    client.force_login(cast.sam)
    page = client.post(url_of(project, "project_ask"), {"body": "Which <b>shops</b>?"}, follow=True).content.decode()
    assert "the host has not answered yet" in page
    assert "Which &lt;b&gt;shops&lt;/b&gt;?" in page
    assert "Sign in and ask" not in page
    page = client.post(url_of(project, "question_take_back"), follow=True).content.decode()
    assert "Ask the host" in page
    assert client.post(url_of(project, "question_take_back")).status_code == 404


@pytest.mark.parametrize("body", ["", "a" * 1001])
def test_what_cannot_be_asked_is_said_at_the_field(cast, client, body):
    project = make_open_project(cast)
    client.force_login(cast.sam)
    answer = client.post(url_of(project, "project_ask"), {"body": body})
    assert answer.status_code == 422
    assert body in answer.content.decode()


def test_a_second_question_is_refused_with_its_words_kept(cast, client):
    project = make_open_project(cast)
    client.force_login(cast.sam)
    ask_question(project_id=project.pk, body="Which shops?", actor=cast.sam)
    answer = client.post(url_of(project, "project_ask"), {"body": "And by when?"})
    assert answer.status_code == 409
    assert "And by when?" in answer.content.decode()


def test_an_answer_stands_in_the_brief_for_everyone_and_on_paper(cast, client):
    project = make_open_project(cast)
    first = client.get(url_of(project))
    question = ask_question(project_id=project.pk, body="Which shops?", actor=cast.sam)
    assert client.get(url_of(project), headers={"If-None-Match": first["ETag"]}).status_code == 304
    answer_question(question_id=question.pk, answer="Those in Leeds.", actor=cast.hana)
    page = client.get(url_of(project), headers={"If-None-Match": first["ETag"]}).content.decode()
    assert "Which shops?" in page
    assert "Those in Leeds." in page
    assert not re.search(r"\bSam\b", page)  # as a word: a token of a form may hold three letters
    assert client.get(url_of(project, "project_pdf"))["Content-Type"] == "application/pdf"


def test_the_host_answers_on_the_projects_page(cast, client):
    project = make_open_project(cast)
    question = ask_question(project_id=project.pk, body="Which shops?", actor=cast.sam)
    client.force_login(cast.hugo)
    page = client.get(reverse("hosts:project", args=[project.public_id])).content.decode()
    assert "Which shops?" in page
    assert "Answer a question" in page
    assert "Sam Okoro" not in page
    assert "Answer 1 question" in client.get(reverse("hosts:desk")).content.decode()

    url, field = (
        reverse("hosts:question_answer", args=[project.public_id, question.public_id]),
        f"a-{question.public_id}",
    )
    assert client.post(url, {f"{field}-answer": ""}).status_code == 422
    sent = {f"{field}-answer": "Those in Leeds.", f"{field}-seen": question.version}
    assert client.post(url, sent).status_code == 302
    late = client.post(url, {**sent, f"{field}-answer": "All of them."})
    assert late.status_code == 409
    assert "All of them." in late.content.decode()
    assert "Those in Leeds." in late.content.decode()


def test_an_answer_that_a_rule_finds_is_refused_at_the_field_and_kept(cast, client):
    project = make_open_project(cast)
    question = ask_question(project_id=project.pk, body="Which shops?", actor=cast.sam)
    client.force_login(cast.hana)
    page = client.post(
        reverse("hosts:question_answer", args=[project.public_id, question.public_id]),
        {f"a-{question.public_id}-answer": "Write to hana@example.com and ask."},
    )
    body = page.content.decode()
    assert page.status_code == 422
    assert "<title>Error: " in body
    assert "Question and answer become public." in body
    assert "Write to hana@example.com and ask." in body


def test_setting_aside_needs_a_reason_of_the_list(cast, client):
    project = make_open_project(cast)
    question = ask_question(project_id=project.pk, body="Which shops?", actor=cast.sam)
    client.force_login(cast.rita)
    url, field = (
        reverse("hosts:question_set_aside", args=[project.public_id, question.public_id]),
        f"s-{question.public_id}-reason",
    )
    assert client.post(url, {field: "closed"}).status_code == 422
    assert client.post(url, {field: "in_brief"}).status_code == 302
    assert PublicQuestion.objects.get().set_aside_reason == "in_brief"
