"""Invitations that are spent once, cumulative roles, and the last owner."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connections

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted, Refusal
from firstfoot.market.organizations import actions, queries
from firstfoot.market.organizations.models import Membership
from firstfoot.market.organizations.states import Role
from tests.cast import assemble
from tests.factories.organizations import make_invitation, membership


def test_an_invitation_makes_a_member(cast):
    invitation = make_invitation(cast, "Sam@Example.org")
    joined = actions.accept_invitation(token=invitation.token, actor=cast.sam)

    invitation.refresh_from_db()
    assert (joined.person, joined.role) == (cast.sam, Role.SUPERVISOR)
    assert (invitation.state, invitation.accepted_by) == ("accepted", cast.sam)
    fact = Fact.objects.filter(thing=cast.acme.thing).latest("seq")
    assert (fact.kind, fact.data["member"]) == ("organization.member_joined", cast.sam.actor_token)


def test_an_invitation_is_bound_to_its_address(cast):
    invitation = make_invitation(cast, "noor@example.org")
    with pytest.raises(NotPermitted, match="other_address"):
        actions.accept_invitation(token=invitation.token, actor=cast.sam)


def test_an_invitation_is_spent_once(cast):
    invitation = make_invitation(cast)
    joined = actions.accept_invitation(token=invitation.token, actor=cast.sam)
    actions.end_membership(membership_id=joined.pk, actor=cast.sam)
    with pytest.raises(IllegalTransition):
        actions.accept_invitation(token=invitation.token, actor=cast.sam)


def test_one_open_invitation_an_address(cast):
    first = make_invitation(cast)
    with pytest.raises(Conflict, match="already_invited"):
        make_invitation(cast, "SAM@example.org")
    with clock.at(first.expires_at + timedelta(minutes=1)):
        second = make_invitation(cast)
    first.refresh_from_db()
    assert (first.state, second.state) == ("expired", "sent")


def test_a_member_is_not_invited(cast):
    with pytest.raises(Conflict, match="already_member"):
        make_invitation(cast, "hugo@example.org")


def test_twenty_may_be_open(cast):
    for number in range(20):
        make_invitation(cast, f"n{number}@example.org")
    with pytest.raises(LimitReached, match="too_many_invitations"):
        make_invitation(cast)


@pytest.mark.parametrize("who", ["rita", "hugo", "otto", "stella"])
def test_only_owners_invite(cast, who):
    with pytest.raises(NotPermitted, match="not_owner"):
        actions.invite_member(
            organization_id=cast.acme.pk, email="x@example.org", role=Role.OWNER, actor=getattr(cast, who)
        )


def test_a_revoked_invitation_opens_nothing(cast):
    invitation = make_invitation(cast)
    with pytest.raises(NotPermitted, match="not_owner"):
        actions.revoke_invitation(invitation_id=invitation.pk, actor=cast.rita)
    actions.revoke_invitation(invitation_id=invitation.pk, actor=cast.hana)
    with pytest.raises(IllegalTransition):
        actions.accept_invitation(token=invitation.token, actor=cast.sam)


def test_an_invitation_runs_out(cast):
    invitation = make_invitation(cast)
    with pytest.raises(Conflict, match="not_yet"):
        actions.expire_invitation(invitation_id=invitation.pk)
    with clock.at(invitation.expires_at):
        with pytest.raises(Conflict, match="invitation_expired"):
            actions.accept_invitation(token=invitation.token, actor=cast.sam)
        assert list(queries.invitations_due()) == [invitation]
        assert actions.expire_invitation(invitation_id=invitation.pk).state == "expired"
        assert list(queries.invitations_due()) == []


def test_a_suspended_organization_takes_nobody_in(cast):
    invitation = make_invitation(cast)
    actions.suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Complaints.")
    with pytest.raises(NotPermitted, match="organization_suspended"):
        actions.accept_invitation(token=invitation.token, actor=cast.sam)


def test_roles_are_cumulative(cast):
    held = {who: queries.role_in(getattr(cast, who).pk, cast.acme.pk) for who in ("hana", "rita", "hugo", "otto")}
    assert held == {"hana": Role.OWNER, "rita": Role.RECRUITER, "hugo": Role.SUPERVISOR, "otto": None}
    assert list(queries.people_with_role(cast.acme.pk, Role.SUPERVISOR)) == [
        cast.hana, cast.rita, cast.hugo, cast.cora,
    ]  # fmt: skip
    assert list(queries.people_with_role(cast.acme.pk, Role.RECRUITER)) == [cast.hana, cast.rita]
    assert list(queries.organizations_with_role(cast.rita, Role.OWNER)) == []
    assert queries.has_role(cast.hana.pk, cast.acme.pk, Role.SUPERVISOR)


def test_change_role(cast):
    row = membership(cast.rita, cast.acme)
    actions.change_role(membership_id=row.pk, role=Role.OWNER, actor=cast.hana)
    assert queries.role_in(cast.rita.pk, cast.acme.pk) == Role.OWNER
    fact = Fact.objects.filter(thing=cast.acme.thing).latest("seq")
    assert (fact.kind, fact.data) == (
        "organization.member_role_changed",
        {"member": cast.rita.actor_token, "role": "owner", "before": "recruiter"},
    )
    before = Fact.objects.count()
    actions.change_role(membership_id=row.pk, role=Role.OWNER, actor=cast.hana)
    assert Fact.objects.count() == before
    with pytest.raises(NotPermitted, match="not_owner"):
        actions.change_role(membership_id=row.pk, role=Role.OWNER, actor=cast.hugo)


def test_the_last_owner_stays(cast):
    row = membership(cast.hana, cast.acme)
    with pytest.raises(Conflict, match="last_owner"):
        actions.end_membership(membership_id=row.pk, actor=cast.hana)
    with pytest.raises(Conflict, match="last_owner"):
        actions.change_role(membership_id=row.pk, role=Role.RECRUITER, actor=cast.hana)
    actions.change_role(membership_id=membership(cast.rita, cast.acme).pk, role=Role.OWNER, actor=cast.hana)
    assert actions.end_membership(membership_id=row.pk, actor=cast.hana).left_at is not None


@pytest.mark.parametrize(("who", "allowed"), [("hana", True), ("hugo", True), ("rita", False), ("otto", False)])
def test_who_may_part_with_hugo(cast, who, allowed):
    row = membership(cast.hugo, cast.acme)
    if allowed:
        actions.end_membership(membership_id=row.pk, actor=getattr(cast, who))
    else:
        with pytest.raises(NotPermitted, match="not_owner"):
            actions.end_membership(membership_id=row.pk, actor=getattr(cast, who))
    assert (queries.role_in(cast.hugo.pk, cast.acme.pk) is None) is allowed


def test_one_leaves_once(cast):
    row = membership(cast.hugo, cast.acme)
    actions.end_membership(membership_id=row.pk, actor=cast.hugo)
    with pytest.raises(Conflict, match="already_left"):
        actions.end_membership(membership_id=row.pk, actor=cast.hugo)
    assert Membership.objects.filter(person=cast.hugo).count() == 1


def test_leaving_is_possible_while_suspended(cast):
    actions.suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Complaints.")
    actions.end_membership(membership_id=membership(cast.hugo, cast.acme).pk, actor=cast.hugo)
    assert queries.role_in(cast.hugo.pk, cast.acme.pk) is None


def test_members_cost_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        names = [row.person.name for row in queries.members_of(cast.acme)]
    assert names == ["Hana Brindle", "Rita Nowak", "Hugo Marsh", "Cora Lind"]


@pytest.mark.django_db(transaction=True)
def test_two_at_once_spend_an_invitation_once():
    cast = assemble()
    invitation = make_invitation(cast)
    barrier, outcomes = threading.Barrier(2), []

    def accept() -> None:
        try:
            barrier.wait(timeout=10)
            actions.accept_invitation(token=invitation.token, actor=cast.sam)
            outcomes.append("joined")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            connections.close_all()

    contenders = [threading.Thread(target=accept) for _ in range(2)]
    for contender in contenders:
        contender.start()
    for contender in contenders:
        contender.join(timeout=20)
    assert sorted(outcomes) == ["illegal_transition", "joined"]
    assert Membership.objects.filter(person=cast.sam).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_owners_leaving_at_once_leave_one():
    cast = assemble()
    actions.change_role(membership_id=membership(cast.rita, cast.acme).pk, role=Role.OWNER, actor=cast.hana)
    barrier, outcomes = threading.Barrier(2), []

    def leave(person) -> None:
        try:
            row = membership(person, cast.acme)
            barrier.wait(timeout=10)
            actions.end_membership(membership_id=row.pk, actor=person)
            outcomes.append("left")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            connections.close_all()

    contenders = [threading.Thread(target=leave, args=[person]) for person in (cast.hana, cast.rita)]
    for contender in contenders:
        contender.start()
    for contender in contenders:
        contender.join(timeout=20)
    assert sorted(outcomes) == ["last_owner", "left"]
