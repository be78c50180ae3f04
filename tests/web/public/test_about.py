"""The page that says how lists are made."""

from __future__ import annotations

from django.urls import reverse

ABOUT = reverse("public:about")


def test_the_weights_in_force_are_public(db, client):
    page = " ".join(client.get(ABOUT).content.decode().split())

    assert "Weight, version 2026-1" in page
    assert '<th scope="row">How well the host answers</th><td class="num">2</td>' in page


def test_without_lists_nothing_is_said_of_them(db, client, settings):
    tag = client.get(ABOUT)["ETag"]
    settings.SUGGESTIONS = False

    answer = client.get(ABOUT, headers={"if-none-match": tag})

    assert (answer.status_code, "Weight, version" in answer.content.decode()) == (200, False)
