"""A host's figures of one project."""

from __future__ import annotations

from django.urls import reverse

from tests.factories import applications as make


def test_a_host_sees_all_counts_of_its_own_project(cast, client):
    project = make.make_open_project(cast)
    url = reverse("hosts:figures", args=[project.public_id])
    client.force_login(cast.hana)
    assert "Nobody has applied yet" in client.get(url).text
    make.make_declined(cast, cast.sam, project)
    page = client.get(url)
    assert page.context["funnel"]["left"] == [("Declined by the host, with a reason", 1)]
    assert page.context["funnel"]["answer_time"] == "0 hours"
    assert url in client.get(reverse("hosts:project", args=[project.public_id])).text
