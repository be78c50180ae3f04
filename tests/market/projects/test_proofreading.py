"""A draft by link: who shares it, how it ends, and how remarks come and go."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from firstfoot.market.projects.actions import (
    end_proofreading,
    forget_remarks,
    leave_remark,
    settle_remark,
    share_for_proofreading,
)
from firstfoot.market.projects.models import Remark
from firstfoot.market.projects.proofreading import (
    link_by_token,
    links_visible_to,
    live_link,
    open_remarks,
    remarks_visible_to,
)
from tests.factories.projects import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(cast):
    return share_for_proofreading(project_id=make_draft(cast).pk, actor=cast.hana)


def remark_on(link, **changes):
    return leave_remark(**{"link_id": link.pk, "step": "result", "name": "Nadia", "text": "For whom?", **changes})


def kinds(thing) -> list[str]:
    return [fact.kind for fact in facts_of(thing)]


def test_one_link_at_a_time_for_two_weeks(cast, link):
    again = share_for_proofreading(project_id=link.project_id, actor=cast.rita)
    assert (again.pk, link.ends_at - link.made_at, kinds(link)) == (
        link.pk, timedelta(days=14), ["project.proofread_shared"],
    )  # fmt: skip
    assert link_by_token(link.token) == live_link(link.project) == link
    with clock.at(link.ends_at):
        assert (link_by_token(link.token), live_link(link.project)) == (None, None)
        assert share_for_proofreading(project_id=link.project_id, actor=cast.hana).token != link.token


def test_a_link_that_was_ended_opens_nothing_and_keeps_its_remarks(cast, link):
    remark_on(link)
    end_proofreading(link_id=link.pk, actor=cast.hana)
    end_proofreading(link_id=link.pk, actor=cast.hana)
    assert link_by_token(link.token) is None
    with pytest.raises(Conflict, match="proofread_over"):
        remark_on(link)
    link.refresh_from_db()
    assert (open_remarks(link.project).count(), kinds(link)[1:]) == (1, ["project.proofread_ended"])


def test_remarks_are_ticked_off_once(cast, link):
    remark = remark_on(link)
    settle_remark(remark_id=remark.pk, actor=cast.rita)
    settle_remark(remark_id=remark.pk, actor=cast.rita)
    assert not open_remarks(link.project).exists()
    assert kinds(remark) == ["project.remark_left", "project.remark_settled"]


def test_only_who_writes_the_brief_shares_ends_and_settles(cast, link):
    remark = remark_on(link)
    for stranger in (cast.hugo, cast.otto, cast.sam):
        for act, thing in [
            (share_for_proofreading, {"project_id": link.project_id}),
            (end_proofreading, {"link_id": link.pk}),
            (settle_remark, {"remark_id": remark.pk}),
        ]:
            with pytest.raises(NotPermitted):
                act(**thing, actor=stranger)
    assert not links_visible_to(cast.otto).exists()
    assert not remarks_visible_to(cast.otto).exists()
    assert remarks_visible_to(cast.hugo).get() == remark


def test_remarks_come_in_bounds(cast, link):
    for _ in range(12):
        remark_on(link)
    with pytest.raises(LimitReached, match="too_many_remarks"):
        remark_on(link)
    with clock.at(clock.now() + timedelta(minutes=11)):
        remark_on(link)
    with pytest.raises(Conflict, match="no_such_part"):
        remark_on(link, step="preview")


def test_names_and_texts_are_forgotten_a_month_after_the_end(cast, link):
    remark_on(link)
    assert forget_remarks(now=link.ends_at + timedelta(days=29)) == 0
    assert forget_remarks(now=link.ends_at + timedelta(days=31)) == 1
    assert forget_remarks(now=link.ends_at + timedelta(days=32)) == 0
    assert (Remark.objects.get().name, Remark.objects.get().text) == ("", "")
    assert not open_remarks(link.project).exists()
