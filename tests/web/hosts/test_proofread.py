"""A colleague reads a draft by link and remarks on it; the host sees it beside the step and ticks it off."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from firstfoot.market.projects.actions import end_proofreading, leave_remark, share_for_proofreading
from firstfoot.market.projects.models import ProofreadLink, Remark
from tests.factories.projects import make_draft
from tests.journeys.forms import Page
from tests.web.hosts.test_builder import url_of

SAID = {"step": "pay", "text": "Is this <b>before</b> tax?", "name": "Nadia <i>"}


@pytest.fixture
def link(cast):
    return share_for_proofreading(project_id=make_draft(cast).pk, actor=cast.hana)


def address(link) -> str:
    return reverse("public:proofread", args=[link.token])


def test_the_whole_way(cast, client):
    project = make_draft(cast)
    preview = reverse("hosts:brief_preview", args=[project.public_id])
    client.force_login(cast.hana)
    shared = client.post(reverse("hosts:proofread_share", args=[project.public_id]), follow=True).content.decode()
    link = ProofreadLink.objects.get()
    assert address(link) in shared

    colleague = Client(enforce_csrf_checks=True)
    page = colleague.get(address(link))
    assert project.title in page.content.decode()
    token = page.context["csrf_token"]
    sent = colleague.post(
        address(link), {**SAID, "csrfmiddlewaretoken": str(token)}, headers={"origin": "http://testserver"}, follow=True
    )
    assert "Thank you. The host sees your remark" in sent.content.decode()

    step = client.get(url_of(project, "pay")).content.decode()
    assert "Is this &lt;b&gt;before&lt;/b&gt; tax?" in step
    assert "Nadia &lt;i&gt;" in step
    assert "before&lt;/b&gt;" not in client.get(url_of(project, "time")).content.decode()
    assert "Is this &lt;b&gt;before" in client.get(preview).content.decode()

    ticked = client.post(reverse("hosts:remark_settle", args=[Remark.objects.get().public_id]), {"from": "pay"})
    assert ticked.url == url_of(project, "pay")
    assert "before&lt;/b&gt;" not in client.get(ticked.url).content.decode()
    assert "before&lt;/b&gt;" not in client.get(preview).content.decode()


def test_its_address_is_a_key(cast, client, link):
    for page in (client.get(address(link)), client.post(address(link), {}), client.get("/proofread/nothing/")):
        assert (page["Cache-Control"], page["X-Robots-Tag"], page["Referrer-Policy"]) == (
            "private, no-store", "noindex, nofollow", "same-origin",
        )  # fmt: skip
        assert 'name="robots" content="noindex' in page.content.decode()


def test_a_link_that_ended_says_so_and_gives_back_what_was_typed(cast, client, link):
    end_proofreading(link_id=link.pk, actor=cast.hana)
    for page in (client.get(address(link)), client.post(address(link), SAID)):
        assert (page.status_code, "This link has ended" in page.content.decode()) == (404, True)
    assert "Is this &lt;b&gt;before" in page.content.decode()
    assert not Remark.objects.exists()


@pytest.mark.parametrize("change", [{"text": ""}, {"name": ""}, {"step": "preview"}, {"text": "x" * 1001}])
def test_what_does_not_fit_is_said_and_kept(cast, client, link, change):
    page = client.post(address(link), {**SAID, **change})
    assert (page.status_code, Remark.objects.count()) == (422, 0)
    assert change.get("name", "Nadia") == "" or "Nadia &lt;i&gt;" in page.content.decode()


def test_too_many_at_once_wait_and_nothing_is_lost(cast, client, link):
    for _ in range(12):
        leave_remark(link_id=link.pk, step="pay", name="N", text="T")
    page = client.post(address(link), SAID)
    assert (page.status_code, "Is this &lt;b&gt;before" in page.content.decode()) == (429, True)
    assert "Wait some minutes" in page.content.decode()


def test_it_costs_the_same_with_any_number_of_remarks(cast, client, link, django_assert_num_queries):
    client.force_login(cast.hana)
    url = reverse("hosts:brief_preview", args=[link.project.public_id])
    client.get(url)
    with django_assert_num_queries(11):
        client.get(url)
    for _ in range(9):
        leave_remark(link_id=link.pk, step="pay", name="N", text="T")
    with django_assert_num_queries(11):
        client.get(url)


def test_ticking_off_saves_what_was_typed_on_the_step(cast, client, link):
    remark = leave_remark(link_id=link.pk, step="result", name="Maud", text="Which shops?")
    client.force_login(cast.hana)
    url = reverse("hosts:brief_step", args=[link.project.public_id, "result"])
    form = next(form for form in Page(client.get(url).content.decode()).forms if form.action == url)
    assert next(button.value for button in form.buttons) == "next"  # what Enter presses

    data = form.data() | {"outcome": ["A table of five shops near us."], "do": [f"settle:{remark.public_id}"]}
    assert client.post(url, data).url == url

    link.project.refresh_from_db()
    remark.refresh_from_db()
    assert link.project.draft_brief.outcome == "A table of five shops near us."
    assert remark.settled_at is not None
