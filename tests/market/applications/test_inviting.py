"""Invitations to apply: sent, passed on or not without the host learning it, taken up, refused."""

from __future__ import annotations

import pytest

from firstfoot.foundation.notifications.models import Mail
from firstfoot.insights.moves import project_invitation_moves
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted
from firstfoot.market.applications.actions import (
    block_each_other,
    erase_project_invitations,
    invite_to_apply,
    refuse_project_invitation,
)
from firstfoot.market.applications.actions import inviting as rules
from firstfoot.market.applications.models import Application, ProjectInvitation
from firstfoot.market.projects.actions import close_project
from firstfoot.proof.network.queries import people_on_bench
from firstfoot.reactions.worker import drain
from tests.factories.applications import make_submitted
from tests.factories.engagements import make_completed
from tests.factories.projects import make_closed_project, make_open_project, make_other_open_project

OUTSIDE = "new@example.com"


def invite(cast, project, **whom) -> ProjectInvitation:
    return invite_to_apply(project_id=project.pk, actor=cast.rita, **whom)


def mailed() -> list[str]:
    drain()
    return sorted(Mail.objects.filter(kind="project_invitation").values_list("address", flat=True))


def test_an_address_and_a_person_get_a_mail_and_the_person_a_move(cast):
    project = make_open_project(cast)
    invite(cast, project, email=f" {OUTSIDE.upper()} ")
    invite(cast, project, email=cast.sam.email)
    assert mailed() == [OUTSIDE, cast.sam.email]
    assert [(m.code, m.is_mine, m.title) for m in project_invitation_moves(cast.sam)] == [
        ("project_invitation.answer", True, project.title)
    ]


def test_somebody_who_worked_here_is_picked_without_an_address(cast):
    make_completed(cast)
    project = make_open_project(cast)
    assert list(people_on_bench(cast.acme.pk)) == [cast.sam]
    assert invite(cast, project, person_id=cast.sam.pk).email == ""
    assert mailed() == [cast.sam.email]
    with pytest.raises(Conflict, match="never_worked_here"):
        invite(cast, project, person_id=cast.paz.pk)


def test_applying_takes_it_up_and_the_application_says_so(cast):
    project = make_open_project(cast)
    invitation = invite(cast, project, email=cast.sam.email)
    application = make_submitted(cast.sam, project, answers=["Vera's."])
    other = make_submitted(cast.paz, project, answers=["Vera's."])
    drain()
    invitation.refresh_from_db()
    sources = dict(Application.objects.values_list("pk", "source"))
    assert (invitation.state, sources) == ("taken_up", {application.pk: "invited", other.pk: "applied"})
    assert project_invitation_moves(cast.sam) == []


def test_whoever_applied_already_gets_nothing_and_nobody_sees_a_difference(cast):
    project = make_open_project(cast)
    application = make_submitted(cast.sam, project, answers=["Vera's."])
    invite(cast, project, email=cast.sam.email)
    assert mailed() == []
    application.refresh_from_db()
    assert application.source == "applied"


@pytest.mark.parametrize(("wants_no_more", "passed_on"), [(False, ["other"]), (True, [])])
def test_a_no_ends_it_for_this_host_or_for_all(cast, wants_no_more, passed_on):
    first = invite(cast, make_open_project(cast), email=OUTSIDE)
    refuse_project_invitation(token=first.token, wants_no_more=wants_no_more)
    with pytest.raises(IllegalTransition):
        refuse_project_invitation(token=first.token)
    drain()
    Mail.objects.all().delete()

    invite(cast, make_open_project(cast), email=OUTSIDE)
    assert mailed() == []
    other = make_other_open_project(cast)
    invite_to_apply(project_id=other.pk, email=OUTSIDE, actor=cast.otto)
    assert mailed() == [OUTSIDE for _other in passed_on]


def test_once_a_project_never_a_member_and_only_while_it_is_open(cast):
    project = make_open_project(cast)
    invite(cast, project, email=OUTSIDE)
    with pytest.raises(Conflict, match="invited_before"):
        invite(cast, project, email=OUTSIDE)
    with pytest.raises(Conflict, match="already_member"):
        invite(cast, project, email=cast.hugo.email)
    with pytest.raises(Conflict, match="project_not_open"):
        invite(cast, make_closed_project(cast), email=OUTSIDE)
    with pytest.raises(Conflict, match="not_read_by_address"):
        invite(cast, make_open_project(cast, visibility="programs"), email=OUTSIDE)
    with pytest.raises(NotPermitted):
        invite_to_apply(project_id=project.pk, email="b@example.com", actor=cast.hugo)


def test_no_mail_in_bulk(cast, monkeypatch):
    monkeypatch.setattr(rules, "MOST_A_DAY", 1)
    project = make_open_project(cast)
    invite(cast, project, email=OUTSIDE)
    with pytest.raises(LimitReached, match="too_many_project_invitations"):
        invite(cast, project, email="b@example.com")


def test_closing_ends_them_and_erasing_takes_the_person_out(cast):
    project = make_open_project(cast)
    invitation = invite(cast, project, email=cast.sam.email)
    close_project(project_id=project.pk, actor=cast.hana)
    drain()
    before = ProjectInvitation.objects.get()
    assert before.state == "ended"
    erase_project_invitations(person=cast.sam, addresses={cast.sam.email})
    invitation.refresh_from_db()
    assert (invitation.person, "sam" in invitation.email, invitation.token == before.token) == (None, False, False)


@pytest.mark.parametrize("is_first", [True, False])
def test_across_a_block_nothing_is_passed_on(cast, is_first):
    project = make_open_project(cast)
    block = {"organization_id": cast.acme.pk, "person_id": cast.sam.pk, "side": "person", "actor": cast.sam}
    if is_first:
        block_each_other(**block)
    invite(cast, project, email=cast.sam.email)
    assert mailed() == ([] if is_first else [cast.sam.email])
    block_each_other(**block)
    cast.sam.refresh_from_db()
    assert project_invitation_moves(cast.sam) == []
