"""The page about good briefs: open to all, the words of the scope check, no look-up."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.projects.scope.examples import EXAMPLES


@pytest.mark.django_db
def test_it_tells_every_example_and_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(reverse("hosts:good_brief"))

    page = response.content.decode()
    assert response.status_code == 200
    assert not response.cookies
    told = [rule.code for part in response.context["parts"] for rule in part.rules]
    assert sorted(told) == sorted(example.code for example in EXAMPLES)
    assert all(f'id="{example.code}"' in page for example in EXAMPLES)
    assert "“help with” leaves the outcome open" in page.replace("“Help with”", "“help with”")
    assert "Help with our website" in page
    assert "A page with 15 answers to what visitors ask us most." in page


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["public:starters", "public:help", "public:for_hosts"])
def test_pages_for_hosts_lead_to_it(client, name):
    assert f'href="{reverse("hosts:good_brief")}"' in client.get(reverse(name)).content.decode()


def test_the_picking_page_and_the_builder_lead_to_it(cast, client):
    client.force_login(cast.hana)
    link = f'href="{reverse("hosts:good_brief")}"'
    assert link in client.get(reverse("hosts:project_new")).content.decode()
    builder = client.post(reverse("hosts:project_new"), {"starter": ""})
    assert link in client.get(builder.url).content.decode()
