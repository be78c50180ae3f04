"""The panel says what to do first, and one press does what needs no decision."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from firstfoot.market.projects.actions import save_draft
from firstfoot.market.projects.scope import FIXES
from firstfoot.web.hosts.fix_words import WORDS
from tests.factories.projects import make_draft
from tests.web.hosts.test_builder import filled, url_of


@pytest.fixture
def host(cast, client):
    client.force_login(cast.hana)
    return client


def fix_url(project, step: str) -> str:
    return url_of(project, step, "hosts:brief_fix")


def test_each_fix_has_its_words():
    assert set(WORDS) == set(FIXES)


def test_what_is_in_the_way_on_this_step_comes_first(cast, host):
    project = make_draft(cast, title="", pay_minor=100, cover=cast.hugo.public_id)

    firsts = [host.get(url_of(project, step)).context["panel"].first.code for step in ("pay", "people", "result")]

    assert firsts == ["pay_under_floor", "title_missing", "title_missing"]
    page = host.get(url_of(project, "pay")).content.decode()
    assert page.index("Do this first") < page.index("Pay $300") < page.index("more notes on other steps")


def test_one_press_saves_what_was_typed_and_fixes(cast, host):
    project = make_draft(cast)
    typed = {**filled(host, url_of(project, "pay")), "pay_minor": "100", "pathway": "Typed just now"}

    answer = host.post(fix_url(project, "pay"), {**typed, "fix": "pay_under_floor"}, follow=True)

    project.refresh_from_db()
    assert answer.redirect_chain == [(url_of(project, "pay"), 302)]
    assert (project.draft_brief.pay_minor, project.draft_brief.pathway) == (30000, "Typed just now")
    assert [str(message) for message in answer.context["messages"]] == ["Done: Pay $300."]


def test_what_is_right_already_is_only_saved(cast, host):
    project = make_draft(cast)
    typed = {**filled(host, url_of(project, "pay")), "pathway": "Typed just now"}
    answer = host.post(fix_url(project, "pay"), {**typed, "fix": "pay_under_floor"}, follow=True)
    project.refresh_from_db()
    assert (project.draft_brief.pay_minor, project.draft_brief.pathway) == (48000, "Typed just now")
    assert "That was right already" in answer.content.decode()


def test_what_cannot_be_saved_stays_on_the_page(cast, host):
    project = make_draft(cast, seats=0)
    typed = {**filled(host, url_of(project, "time")), "hours": "many", "fix": "seats_missing"}
    answer = host.post(fix_url(project, "time"), typed)
    project.refresh_from_db()
    assert (answer.status_code, project.draft_saves) == (422, 0)
    assert 'value="many"' in answer.content.decode()


def test_the_preview_fixes_too_and_not_over_a_colleague(cast, host):
    project = make_draft(cast, check_in_every_days=14)
    preview = host.get(reverse("hosts:brief_preview", args=[project.public_id])).content.decode()
    assert re.search(r'<button[^>]*value="check_ins_rare" form="fixes"[^>]*>Check in every week', preview)
    save_draft(project_id=project.pk, changes={"hours": 21}, actor=cast.rita)

    late = host.post(fix_url(project, "preview"), {"fix": "check_ins_rare", "seen_saves": "0"})
    assert late.status_code == 409
    now = host.post(fix_url(project, "preview"), {"fix": "check_ins_rare", "seen_saves": "1"})

    project.refresh_from_db()
    assert now.url == reverse("hosts:brief_preview", args=[project.public_id])
    assert (project.draft_brief.check_in_every_days, project.draft_brief.hours) == (7, 21)
