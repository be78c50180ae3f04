"""A host's own organization and its members, through the pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import (
    add_organization_away,
    describe_organization,
    reject_organization,
    suspend_organization,
)
from firstfoot.market.organizations.models import Invitation, Organization, OrganizationAway
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.organizations.states import Role
from tests.cast import hire, join
from tests.factories.organizations import make_invitation, make_organization

SAID = {
    "name": "Kelp & Co", "website": "https://kelp.example", "kind": "startup", "size": "1-5",
    "industry": "retail", "city": "Lisbon",
    "country": "PT", "about": "We map refill shops.", "how_work_feels": "Kind.", "time_zone": "Europe/Lisbon",
    "currency": "EUR",
}  # fmt: skip


def url(name: str, organization: Organization, *more: str) -> str:
    return reverse(f"hosts:{name}", args=[organization.public_id, *more])


def test_founding(cast, client):
    client.force_login(cast.sam)
    assert client.get(reverse("hosts:organization_new")).status_code == 200
    answer = client.post(reverse("hosts:organization_new"), SAID)
    founded = Organization.objects.get(name="Kelp & Co")
    assert answer.url == url("organization", founded)
    assert {field: getattr(founded, field) for field in SAID} == SAID
    assert role_in(cast.sam.pk, founded.pk) == Role.OWNER
    assert "It is a steward's move" in client.get(answer.url).content.decode()


def test_founding_keeps_what_was_typed(cast, client):
    client.force_login(cast.sam)
    answer = client.post(reverse("hosts:organization_new"), {**SAID, "country": "", "website": "not a site"})
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["country", "website"])
    assert "We map refill shops." in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "name", "status"),
    [
        ("hana", "organization", 200), ("hugo", "organization", 200), ("otto", "organization", 404),
        ("stella", "organization", 404), ("hana", "organization_edit", 200), ("rita", "organization_edit", 403),
        ("otto", "organization_edit", 404), ("hana", "members", 200), ("hugo", "members", 200),
        ("otto", "members", 404),
    ],
)  # fmt: skip
def test_who_may_look(cast, client, who, name, status):
    client.force_login(getattr(cast, who))
    assert client.get(url(name, cast.acme)).status_code == status


def test_an_owner_changes_what_it_says(cast, client):
    client.force_login(cast.hana)
    page = client.get(url("organization_edit", cast.acme))
    seen = page.context["form"].initial["seen"]
    assert client.post(url("organization_edit", cast.acme), {**SAID, "seen": seen}).status_code == 302
    cast.acme.refresh_from_db()
    assert cast.acme.name == "Kelp & Co"


def test_two_owners_at_once_see_both_texts(cast, client):
    client.force_login(cast.hana)
    seen = client.get(url("organization_edit", cast.acme)).context["form"].initial["seen"]
    describe_organization(organization_id=cast.acme.pk, seen=None, actor=cast.hana, name="Brindle", about="We bake.")
    answer = client.post(url("organization_edit", cast.acme), {**SAID, "seen": seen})
    assert answer.status_code == 409
    assert "We map refill shops." in answer.context["mine"]
    assert "We bake." in answer.context["theirs"]


def test_a_rejected_organization_asks_again(cast, client):
    organization = make_organization(cast.sam)
    reject_organization(organization_id=organization.pk, actor=cast.stella, reason="Which street?")
    client.force_login(cast.sam)
    assert "Which street?" in client.get(url("organization", organization)).content.decode()
    assert client.post(url("organization_resubmit", organization)).url == url("organization", organization)
    organization.refresh_from_db()
    assert organization.state == "unverified"
    assert client.post(url("organization_resubmit", organization)).status_code == 409


def test_a_suspended_organization_says_why_and_takes_no_invitations(cast, client):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Two complaints.")
    client.force_login(cast.hana)
    assert "Two complaints." in client.get(url("organization", cast.acme)).content.decode()
    answer = client.post(url("invite", cast.acme), {"email": "x@example.org", "role": "owner"})
    assert (answer.status_code, Invitation.objects.filter(email="x@example.org").exists()) == (403, False)


def test_inviting_and_taking_back(cast, client):
    client.force_login(cast.hana)
    answer = client.post(url("invite", cast.acme), {"email": "New@example.org", "role": "recruiter"})
    assert answer.url == url("members", cast.acme)
    invitation = Invitation.objects.get(email="new@example.org")
    assert (invitation.role, invitation.state) == (Role.RECRUITER, "sent")
    page = client.get(url("members", cast.acme)).content.decode()
    assert "new@example.org" in page
    assert invitation.token not in page
    client.post(url("invitation_revoke", cast.acme, invitation.public_id))
    invitation.refresh_from_db()
    assert invitation.state == "revoked"


def test_a_second_invitation_is_refused_at_the_field(cast, client):
    make_invitation(cast)
    client.force_login(cast.hana)
    answer = client.post(url("invite", cast.acme), {"email": "sam@example.org", "role": "owner"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["email"])


def test_other_members_see_no_invitations(cast, client):
    make_invitation(cast)
    client.force_login(cast.rita)
    assert "sam@example.org" not in client.get(url("members", cast.acme)).content.decode()
    assert client.post(url("invite", cast.acme), {"email": "x@example.org", "role": "owner"}).status_code == 403


def test_changing_a_role(cast, client):
    client.force_login(cast.hana)
    path = url("member_role", cast.acme, cast.hugo.public_id)
    assert client.post(path, {"role": "recruiter"}).url == url("members", cast.acme)
    assert role_in(cast.hugo.pk, cast.acme.pk) == Role.RECRUITER
    assert client.post(path, {"role": "king"}).status_code == 422
    assert client.post(url("member_role", cast.acme, cast.hana.public_id), {"role": "recruiter"}).status_code == 409
    client.force_login(cast.rita)
    assert client.post(path, {"role": "owner"}).status_code == 403


def test_removing_a_member(cast, client):
    client.force_login(cast.hana)
    path = url("member_remove", cast.acme, cast.cora.public_id)
    assert "Remove Cora Lind" in client.get(path).content.decode()
    assert role_in(cast.cora.pk, cast.acme.pk) == Role.SUPERVISOR
    assert client.post(path).url == url("members", cast.acme)
    assert role_in(cast.cora.pk, cast.acme.pk) is None
    client.force_login(cast.cora)
    assert client.get(url("organization", cast.acme)).status_code == 404


def test_leaving_and_the_last_owner(cast, client):
    client.force_login(cast.hugo)
    assert client.post(url("member_remove", cast.acme, cast.hugo.public_id)).url == reverse("people:home")
    client.force_login(cast.hana)
    answer = client.post(url("member_remove", cast.acme, cast.hana.public_id))
    assert (answer.status_code, answer.context["refused"]) == (
        409, "Every organization needs an owner. Make someone else an owner first.",
    )  # fmt: skip


def test_supervisors_part_with_nobody_else(cast, client):
    client.force_login(cast.hugo)
    path = url("member_remove", cast.acme, cast.cora.public_id)
    assert (client.get(path).status_code, client.post(path).status_code) == (403, 403)


def test_closed_days(cast, client):
    client.force_login(cast.hana)
    today = clock.today()
    days = {"first_on": today.isoformat(), "last_on": (today + timedelta(days=2)).isoformat()}
    assert client.post(url("organization_away", cast.acme), days).status_code == 302
    away = OrganizationAway.objects.get()
    wrong = client.post(url("organization_away", cast.acme), {"first_on": "2027-01-02", "last_on": "2027-01-01"})
    assert wrong.status_code == 422
    client.force_login(cast.hugo)
    assert client.post(url("organization_away", cast.acme), days).status_code == 403
    client.force_login(cast.hana)
    client.post(url("organization_away_remove", cast.acme, away.public_id))
    assert OrganizationAway.objects.count() == 0


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("name", ["organization", "members"])
def test_pages_cost_the_same_however_many(cast, client, name, count, django_assert_max_num_queries):
    for number in range(count):
        person = join(f"n{number}")
        hire(cast.acme, cast.hana, person, Role.SUPERVISOR)
        make_invitation(cast, f"open{number}@example.org") if number < 19 else None
        add_organization_away(
            organization_id=cast.acme.pk, first_on=clock.today(), last_on=clock.today(), actor=cast.hana
        )
    client.force_login(cast.hana)
    client.get(url(name, cast.acme))
    with django_assert_max_num_queries(11):
        client.get(url(name, cast.acme))


def test_country_and_currency_are_those_of_the_owners_clock(cast, client):
    cast.sam.time_zone = "Europe/London"
    cast.sam.save(update_fields=["time_zone"])
    client.force_login(cast.sam)
    initial = client.get(reverse("hosts:organization_new")).context["form"].initial
    assert initial == {"time_zone": "Europe/London", "country": "GB", "currency": "GBP"}


def test_who_came_for_a_project_goes_on_to_it(cast, client):
    client.force_login(cast.sam)
    new = reverse("hosts:project_new")
    page = client.get(new, {"starter": "competitor_analysis"})
    answer = client.post(page.context["add_url"], SAID)
    assert answer.url == f"{new}?starter=competitor_analysis"
