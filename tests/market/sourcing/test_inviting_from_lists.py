"""Inviting somebody known by an alias alone: passed on to them, and nothing of them comes back."""

from __future__ import annotations

import pytest

from firstfoot.foundation.notifications.models import Mail
from firstfoot.insights.everything.sections import SECTIONS
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from firstfoot.market.applications.actions import invite_to_apply
from firstfoot.market.applications.invitations import invited_people, invited_to
from firstfoot.market.applications.models import Application, ProjectInvitation
from firstfoot.market.sourcing.actions import invite_from_list, inviting, leave_list
from firstfoot.reactions.worker import drain
from tests.cast import join
from tests.factories.applications import make_submitted
from tests.factories.engagements import make_completed
from tests.factories.sourcing import alias_of, make_asking, make_listed, make_on, shown_to


@pytest.fixture
def project(cast):
    make_on(cast)
    make_listed(cast.sam)
    project = make_asking(cast)
    shown_to(project, cast.hana)
    return project


def invite(project, person, actor):
    return invite_from_list(project_id=project.pk, alias=alias_of(project, person).public_id, actor=actor)


def mailed():
    drain()
    return list(Mail.objects.filter(kind="project_invitation").values_list("address", flat=True))


def test_it_reaches_the_person_and_tells_them_under_which_name(cast, project):
    invite(project, cast.sam, cast.rita)
    assert mailed() == [cast.sam.email]
    assert alias_of(project, cast.sam).name in Mail.objects.get(kind="project_invitation").text
    (shown,) = shown_to(project, cast.hana)
    assert shown.is_invited
    with pytest.raises(Conflict, match="invited_before"):
        invite(project, cast.sam, cast.hana)


def test_the_host_reads_the_alias_wherever_it_reads_invitations(cast, project):
    invite(project, cast.sam, cast.rita)
    (row,) = invited_to(project)
    assert row.alias.name == alias_of(project, cast.sam).name
    assert invited_people([project.pk]) == {}
    section = next(section for section in SECTIONS if section.code == "project_invitations")
    assert [row.person for row in section.rows(cast.rita)] == [None]
    assert [row.person for row in section.rows(cast.sam)] == [cast.sam]


def test_inviting_the_same_person_by_name_as_well_tells_nothing(cast, project):
    make_completed(cast, person=cast.paz)
    make_listed(cast.paz)
    later = make_asking(cast)
    shown_to(later, cast.hana)
    invite(later, cast.paz, cast.hana)
    invite_to_apply(project_id=later.pk, person_id=cast.paz.pk, actor=cast.hana)
    invite_to_apply(project_id=later.pk, email=cast.paz.email, actor=cast.hana)
    assert ProjectInvitation.objects.filter(project=later).count() == 3
    assert mailed() == [cast.paz.email]


def test_who_applies_then_was_invited_and_has_the_name_of_the_list(cast, project):
    invite(project, cast.sam, cast.rita)
    make_submitted(cast.sam, project, answers=[])
    drain()
    application = Application.objects.get(person=cast.sam)
    assert (application.source, application.pseudonym) == ("invited", alias_of(project, cast.sam).name)


def test_who_left_is_not_invited(cast, project):
    leave_list(actor=cast.sam)
    with pytest.raises(Conflict, match="not_in_list"):
        invite(project, cast.sam, cast.rita)
    with pytest.raises(Conflict, match="not_in_list"):
        invite_from_list(project_id=project.pk, alias="nobody", actor=cast.rita)


def test_not_many_in_a_day_and_only_who_recruits(cast, project, monkeypatch):
    monkeypatch.setattr(inviting, "MOST_A_DAY", 1)
    nell = make_listed(join("Nell"))
    other = make_asking(cast)
    shown_to(other, cast.hana)
    with pytest.raises(NotPermitted, match="not_recruiter"):
        invite(other, cast.sam, cast.hugo)
    invite(other, cast.sam, cast.rita)
    with pytest.raises(LimitReached, match="too_many_from_list"):
        invite(other, nell, cast.hana)
    invite(project, cast.sam, cast.rita)
