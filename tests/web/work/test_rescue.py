"""The pages of finding somebody who finishes it, and of the handover."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.work.engagements.models import Engagement
from tests.factories.engagements import end, make_active
from tests.work.test_rescue import half, seek, succeed  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db


def read(client, person, name, engagement):
    client.force_login(person)
    return client.get(reverse(f"work:{name}", args=[engagement.public_id]))


def test_the_host_sees_what_is_left_and_frees_the_place(cast, client, half):  # noqa: F811
    assert "finish-h" in read(client, cast.hana, "engagement", half).content.decode()
    assert "finish-h" not in read(client, cast.sam, "engagement", half).content.decode()
    page = read(client, cast.hana, "find_someone", half)
    address = reverse("work:find_someone", args=[half.public_id])
    assert client.post(address, {"note": ""}).status_code == 422
    given = {"note": "Begin with the list.", "seen": page.context["form"]["seen"].value()}
    response = client.post(address, given)
    assert (response.status_code, response.url) == (302, reverse("hosts:project", args=[half.project.public_id]))
    assert Engagement.objects.get(pk=half.pk).handover_note == "Begin with the list."
    assert "Invite someone" in read(client, cast.hana, "engagement", half).content.decode()


def test_the_handover_names_nobody_and_nothing_private(cast, client, half):  # noqa: F811
    seek(half, cast.hana)
    engagement = succeed(cast, half, cast.paz)
    assert "Read the handover" in read(client, cast.paz, "engagement", engagement).content.decode()
    page = read(client, cast.paz, "taken_over", engagement).content.decode()
    assert "The table is in the folder." in page
    for private in (cast.sam.name, half.end_note, "$200"):
        assert private not in page
    assert read(client, cast.paz, "engagement", half).status_code == 404


def test_a_page_without_a_handover_is_none(cast, client):
    engagement = make_active(cast)
    assert read(client, cast.sam, "taken_over", engagement).status_code == 404
    assert read(client, cast.sam, "find_someone", end(engagement)).status_code == 403
