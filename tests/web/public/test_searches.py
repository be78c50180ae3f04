"""The pages of saved searches."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.searches.models import SavedSearch
from tests.cast import enter
from tests.factories.projects import make_open_project

PAGE = reverse("public:searches")


@pytest.fixture
def sam(cast, client):
    enter(client, cast.sam)
    return client


def test_what_the_list_is_narrowed_by_is_saved_and_leads_back(cast, sam):
    make_open_project(cast)
    page = sam.get(reverse("public:projects") + "?q=bakeries&category=strategy&pay=300&sort=soon")
    body = page.content.decode()
    assert 'name="query" value="?q=bakeries&amp;category=strategy&amp;pay=300&amp;sort=soon"' in body

    saved = {"query": page.context["query"], "name": "Bread", "every": "week"}
    assert sam.post(reverse("public:search_save"), saved)["Location"] == PAGE
    search = SavedSearch.objects.get()
    assert (search.name, search.every) == ("Bread", "week")
    leads = sam.get(reverse("public:search", args=[search.public_id]))["Location"]
    assert sam.get(leads).context["total"] == 1
    assert [chip.label for chip in sam.get(PAGE).context["rows"][0]["chips"]] == [
        "“bakeries”",
        "Strategy",
        "300 or more",
    ]


def test_nothing_narrowed_is_refused_and_a_name_is_needed(sam):
    assert sam.post(reverse("public:search_save"), {"query": "?", "name": "All", "every": "day"}).status_code == 409
    response = sam.post(reverse("public:search_save"), {"query": "?q=map", "name": "", "every": "day"})
    assert (response.status_code, 'name="query" value="?q=map"' in response.content.decode()) == (422, True)


def test_it_is_renamed_paused_and_deleted(cast, sam):
    sam.post(reverse("public:search_save"), {"query": "?q=map", "name": "Maps", "every": "day"})
    search = SavedSearch.objects.get()
    change = reverse("public:search_change", args=[search.public_id])
    sam.post(change, {"name": "Charts", "every": "never"})
    search.refresh_from_db()
    assert (search.name, search.due_on) == ("Charts", None)
    assert sam.post(change, {"name": "", "every": "never"}).status_code == 422
    sam.post(reverse("public:search_delete", args=[search.public_id]))
    assert not SavedSearch.objects.exists()


def test_a_visitor_is_offered_no_saving(cast, client):
    make_open_project(cast)
    assert "Save this search" not in client.get(reverse("public:projects") + "?category=strategy").content.decode()
