"""Founding, describing, verifying and closing days of an organization."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted
from firstfoot.market.organizations import actions, policies, queries
from firstfoot.market.organizations.states import Role
from tests.factories.organizations import make_organization


def kinds(thing) -> list[str]:
    return list(Fact.objects.filter(thing=thing.thing).order_by("seq").values_list("kind", flat=True))


def test_the_founder_is_owner_and_nothing_is_public(cast):
    organization = make_organization(cast.sam)

    assert (organization.state, queries.role_in(cast.sam.pk, organization.pk)) == ("unverified", Role.OWNER)
    assert kinds(organization) == ["organization.founded"]
    seen = {who: queries.organizations_visible_to(getattr(cast, who)) for who in ("sam", "paz", "stella")}
    assert {who: organization in found for who, found in seen.items()} == {"sam": True, "paz": False, "stella": True}
    assert organization not in queries.organizations_visible_to(None)


def test_three_may_wait(cast):
    for _ in range(3):
        make_organization(cast.sam)
    with pytest.raises(LimitReached, match="too_many_organizations"):
        make_organization(cast.sam)


def test_describe_names_the_changed_fields_only(cast):
    said = {
        "name": "Brindle", "website": "https://bakery.example", "city": "Leeds", "country": "GB", "size": "6-20",
        "kind": "small_business", "about": "We bake.", "how_work_feels": "Early, warm, calm.",
    }  # fmt: skip
    version = cast.acme.version
    organization = actions.describe_organization(
        organization_id=cast.acme.pk, seen=queries.organizations_of(cast.hana).get().version, actor=cast.hana, **said
    )
    assert organization.name == "Brindle"
    fact = Fact.objects.get(thing=organization.thing, seq=organization.version)
    assert (fact.kind, fact.data) == ("organization.described", {"fields": ["name"]})
    again = actions.describe_organization(organization_id=cast.acme.pk, seen=None, actor=cast.hana, **said)
    assert again.version == organization.version
    with pytest.raises(Conflict, match="changed"):
        actions.describe_organization(organization_id=cast.acme.pk, seen=version, actor=cast.hana, **said)


@pytest.mark.parametrize("who", ["rita", "hugo", "otto", "stella"])
def test_only_owners_describe(cast, who):
    with pytest.raises(NotPermitted, match="not_owner"):
        actions.describe_organization(organization_id=cast.acme.pk, seen=None, actor=getattr(cast, who), name="Mine")


def test_reject_with_a_reason_then_resubmit(cast):
    organization = make_organization(cast.sam)
    with pytest.raises(Conflict, match="reason_needed"):
        actions.reject_organization(organization_id=organization.pk, actor=cast.stella, reason=" ")
    rejected = actions.reject_organization(organization_id=organization.pk, actor=cast.stella, reason="Which street?")
    assert (rejected.state, rejected.state_reason) == ("rejected", "Which street?")
    assert policies.may_recruit(cast.sam, rejected).reason == "organization_rejected"
    with pytest.raises(NotPermitted, match="not_owner"):
        actions.resubmit_organization(organization_id=organization.pk, actor=cast.otto)

    again = actions.resubmit_organization(organization_id=organization.pk, actor=cast.sam)
    assert (again.state, again.state_reason) == ("unverified", "Which street?")
    assert kinds(organization) == ["organization.founded", "organization.rejected", "organization.resubmitted"]


def test_suspend_and_restore(cast):
    suspended = actions.suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Complaints.")
    assert queries.organizations_visible_to(None).filter(pk=cast.acme.pk).exists() is False
    verdicts = {
        policies.may_recruit(cast.rita, suspended).reason, policies.may_manage_members(cast.hana, suspended).reason,
        policies.may_describe(cast.hana, suspended).reason,
    }  # fmt: skip
    assert verdicts == {"organization_suspended"}
    restored = actions.restore_organization(organization_id=cast.acme.pk, actor=cast.stella)
    assert (restored.state, restored.state_reason) == ("verified", "")


def test_verify_twice_is_no_move(cast):
    with pytest.raises(IllegalTransition):
        actions.verify_organization(organization_id=cast.acme.pk, actor=cast.stella)


@pytest.mark.parametrize("verb", ["verify", "reject", "suspend", "restore"])
def test_only_stewards_decide(cast, verb):
    organization = make_organization(cast.sam)
    decide = getattr(actions, f"{verb}_organization")
    with pytest.raises(NotPermitted, match="not_steward"):
        decide(organization_id=organization.pk, actor=cast.sam, reason="Mine.")


@pytest.mark.parametrize("verb", ["verify", "reject"])
def test_a_steward_decides_nothing_about_their_own(cast, verb):
    organization = make_organization(cast.stella)
    decide = getattr(actions, f"{verb}_organization")
    with pytest.raises(NotPermitted, match="own_organization"):
        decide(organization_id=organization.pk, actor=cast.stella, reason="Mine.")


@pytest.mark.parametrize(
    ("who", "reason"), [("hana", ""), ("rita", ""), ("hugo", "not_recruiter"), ("otto", "not_recruiter")]
)
def test_who_may_recruit(cast, who, reason):
    assert policies.may_recruit(getattr(cast, who), cast.acme).reason == reason


def test_closed_days_move_the_clocks(cast):
    away = actions.add_organization_away(
        organization_id=cast.acme.pk, first_on=date(2026, 11, 23), last_on=date(2026, 11, 24), actor=cast.hana
    )
    friday = datetime(2026, 11, 20, 10, tzinfo=UTC)
    days = queries.workdays_of_organization(cast.acme)
    assert days.after(friday, 1) == datetime(2026, 11, 25, 23, 59, tzinfo=UTC)
    with pytest.raises(NotPermitted, match="not_owner"):
        actions.remove_organization_away(away_id=away.pk, actor=cast.rita)
    for _ in range(2):
        actions.remove_organization_away(away_id=away.pk, actor=cast.hana)
    assert kinds(cast.acme)[-2:] == ["organization.away", "organization.back"]
