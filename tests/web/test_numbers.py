"""A number that is none of ours is no number: it never stops a page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.web.shared.requests import whole_number
from tests.factories import engagements, projects


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("007", 7),
        ("", None),
        ("-1", None),
        ("1.0", None),
        ("²", None),
        ("٣", None),
        ("9" * 9, 10**9 - 1),
        ("1" * 5000, None),
    ],
)
def test_a_whole_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("number", ["1" * 5000, "²", "9" * 20])
def test_pages_take_it_for_none(cast, client, number):
    client.force_login(cast.hana)
    draft = projects.make_draft(cast)
    step = reverse("hosts:brief_step", args=[draft.public_id, "deliverables"])
    work = engagements.make_engagement(cast)
    answers = [
        client.post(step, {"do": f"remove:deliverables-{number}", "deliverables-rows": number, "seen": number}),
        client.post(step, {"do": f"add:deliverables-{number}-criteria", "deliverables-rows": "1"}),
        client.post(reverse("hosts:project_submit", args=[draft.public_id]), {"seen": number, "seen_saves": number}),
        client.get(reverse("work:agreement", args=[work.public_id]), {"version": number}),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 302, 200]
