"""What an intern would sign, read before applying: the very sentences of the agreement to come."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.engagements import make_engagement
from tests.factories.projects import make_open_project

LEFT_OUT = {"parties", "results", "inputs", "time", "guidance"}  # they hold names and days


def sections(client, project) -> dict[str, list[str]]:
    page = client.get(reverse("public:would_sign", args=[project.public_id]))
    assert page.status_code == 200
    return {s["code"]: s["paragraphs"] for s in page.context["sections"]}


def test_the_agreement_to_come_says_the_same(cast, client):
    project = make_open_project(cast)
    shown = sections(client, project)
    signed = make_engagement(cast, project=project).agreement_versions.get().content["sections"]
    assert {s["code"]: s["paragraphs"] for s in signed if s["code"] not in LEFT_OUT} == {
        code: texts for code, texts in shown.items() if code not in LEFT_OUT
    }


@pytest.mark.parametrize(
    ("rights", "words"),
    [("on_payment", "belong to the host"), ("license", "stay the intern's"), ("open", "CC BY 4.0")],
)
def test_who_owns_the_results_is_what_the_brief_says(cast, client, rights, words):
    shown = sections(client, make_open_project(cast, rights=rights))
    assert words in shown["rights"][0]
    assert "This ends 2 years after the last day." in shown["confidence"]


def test_the_project_leads_there(cast, client):
    project = make_open_project(cast)
    page = client.get(reverse("public:project", args=[project.public_id])).content.decode()
    assert reverse("public:would_sign", args=[project.public_id]) in page
