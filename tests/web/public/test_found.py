"""How others find what is open: a feed, a sitemap, a job posting for search engines, and what is over is gone."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from firstfoot.market.projects.actions import close_project, pause_project
from tests.factories.applications import make_submitted
from tests.factories.organizations import make_organization
from tests.factories.projects import make_closed_project, make_draft, make_open_project, make_other_open_project

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def page_of(project) -> str:
    return reverse("public:project", args=[project.public_id])


def posting(client, project) -> dict[str, object] | None:
    body = client.get(page_of(project)).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    return json.loads(found[1]) if found else None


def test_the_feed_has_what_is_open_to_all_newest_first_and_narrowed_as_the_list(cast, client):
    first, second = make_open_project(cast, category="design"), make_other_open_project(cast)
    make_open_project(cast, visibility="link")
    make_draft(cast)
    answer = client.get(reverse("public:feed"))
    tree = ElementTree.fromstring(answer.content)
    links = [entry.find(f"{ATOM}link").get("href") for entry in tree.findall(f"{ATOM}entry")]
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert links == [f"http://localhost:8000{page_of(project)}" for project in (second, first)]
    narrowed = client.get(reverse("public:feed"), {"category": "design"}).content.decode()
    assert (narrowed.count("<entry>"), "Design" in narrowed) == (1, True)
    assert client.get(reverse("public:feed"), headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_the_sitemap_names_public_pages_alone(cast, client):
    shown, hidden = make_open_project(cast), make_open_project(cast, visibility="link")
    unverified = make_organization(cast.paz)
    index = ElementTree.fromstring(client.get(reverse("public:sitemap")).content)
    lists = [place.text for place in index.iter(f"{MAP}loc")]
    assert len(lists) == 6
    found = set()
    for address in lists:
        tree = ElementTree.fromstring(client.get(address.partition("testserver")[2]).content)
        found |= {place.text.partition("localhost:8000")[2] for place in tree.iter(f"{MAP}loc")}
    assert {
        page_of(shown),
        reverse("public:organization", args=[cast.acme.public_id]),
        "/templates/",
        "/projects/in/strategy/",
    } <= found
    assert not found & {page_of(hidden), reverse("public:organization", args=[unverified.public_id])}
    assert all(client.get(path).status_code == 200 for path in sorted(found))
    assert not any(path.startswith("/people/") for path in found)  # nobody asked to be found
    assert client.get(reverse("public:sitemap_of", args=["nonsense"])).status_code == 404


@pytest.mark.parametrize("address", ["sitemap", "sitemap_of"])
def test_a_sitemap_reads_nothing_of_a_project_but_its_address_and_when_it_changed(
    cast, client, django_assert_max_num_queries, address
):
    make_open_project(cast), make_other_open_project(cast)
    arguments = ["projects"] if address == "sitemap_of" else []
    with django_assert_max_num_queries(20) as asked:
        answer = client.get(reverse(f"public:{address}", args=arguments))

    assert b"<lastmod>" in answer.content
    assert [query["sql"] for query in asked if '"projects_project"."draft"' in query["sql"]] == []


def test_robots_are_told_what_to_leave_alone(client, db):
    text = client.get(reverse("public:robots")).content.decode()
    assert "Disallow: /work/\n" in text
    assert text.endswith("Sitemap: http://localhost:8000/sitemap.xml\n")


def test_an_open_project_is_a_job_posting(cast, client):
    title = "</script><b>Posts & more"
    project = make_open_project(cast, title=title, workplace="hybrid", place="Leeds")
    data = posting(client, project)
    assert data is not None
    assert (data["@type"], data["title"], data["jobLocationType"]) == ("JobPosting", title, "TELECOMMUTE")
    assert data["jobLocation"]["address"]["addressLocality"] == "Leeds"
    assert data["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "value": project.draft_brief.hourly_minor / 100, "unitText": "HOUR",
    }  # fmt: skip
    assert data["hiringOrganization"]["name"] == cast.acme.name
    assert data["datePosted"] == timezone.now().date().isoformat()


@pytest.mark.parametrize("state", ["link", "paused", "closed"])
def test_what_takes_no_applications_from_all_is_none(cast, client, state):
    project = make_open_project(cast, visibility="link" if state == "link" else "public")
    if state == "paused":
        pause_project(project_id=project.pk, actor=cast.hana)
    if state == "closed":
        close_project(project_id=project.pk, actor=cast.hana)
    assert posting(client, project) is None


def test_a_closed_project_is_gone_for_others_and_three_like_it_are_shown(cast, client):
    alike = [make_other_open_project(cast, title=f"Like it {n}") for n in range(3)]
    project = make_closed_project(cast)
    answer = client.get(page_of(project))
    body = answer.content.decode()
    assert answer.status_code == 410
    assert "<title>Error:" not in body
    assert all(one.title in body for one in alike)


@pytest.mark.parametrize(("who", "status"), [("sam", 200), ("hugo", 200), ("paz", 410)])
def test_it_stays_for_its_host_and_those_who_applied(cast, client, who, status):
    project = make_open_project(cast)
    make_submitted(cast.sam, project, answers=["Vera's."])
    close_project(project_id=project.pk, actor=cast.hana)
    client.force_login(getattr(cast, who))
    assert client.get(page_of(project)).status_code == status
