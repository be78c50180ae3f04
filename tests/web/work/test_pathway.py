"""What comes next: said by the host, answered by the intern, and begun from the project that was done."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.engagements import make_closing, make_completed
from tests.web.work.test_moves import post


def test_what_comes_next_is_said_and_answered(cast, client):
    engagement = make_closing(cast)
    assert post(client, cast.hugo, "pathway", engagement, kind="").status_code == 422
    post(client, cast.hugo, "pathway", engagement, kind="interview", note="In March")
    assert post(client, cast.hana, "pathway_answer", engagement, answer="yes").status_code == 403
    assert post(client, cast.sam, "pathway_answer", engagement, answer="yes").status_code == 302


@pytest.mark.parametrize(
    ("who", "answer", "offered"), [("hana", "yes", True), ("sam", "yes", False), ("hana", "no", False)]
)
def test_a_yes_to_another_project_lets_the_host_write_it_from_this_one(cast, client, who, answer, offered):
    engagement = make_completed(cast)
    post(client, cast.hana, "pathway", engagement, kind="again", note="")
    post(client, cast.sam, "pathway_answer", engagement, answer=answer)
    client.force_login(getattr(cast, who))
    page = client.get(reverse("work:pathway", args=[engagement.public_id])).content.decode()
    assert (reverse("hosts:project_repeat", args=[engagement.project.public_id]) in page) is offered
