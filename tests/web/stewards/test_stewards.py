"""The steward's pages: deciding about organizations, and what is stuck."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.foundation.notifications.models import Mail, RefusedAddress
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import describe_organization, verify_organization
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.actions import return_project, save_draft, start_project, submit_project
from firstfoot.reactions.models import ReactionRun
from tests.factories.organizations import make_organization
from tests.factories.projects import good_brief
from tests.journeys.forms import Page

PLAIN = ["stewards:desk", "stewards:at_risk", "stewards:organizations", "stewards:runs", "stewards:mails"]


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize(("who", "status"), [("sam", 403), ("hana", 403), ("stella", 200)])
def test_only_stewards_come_in(cast, client, name, who, status):
    client.force_login(getattr(cast, who))
    assert client.get(reverse(name)).status_code == status


@pytest.mark.parametrize("name", PLAIN)
def test_visitors_sign_in_first(db, client, name):
    assert client.get(reverse(name)).status_code == 302


def url(name: str, organization) -> str:
    return reverse(f"stewards:{name}", args=[organization.public_id])


@pytest.fixture
def kelp(cast):
    return make_organization(cast.paz)


@pytest.mark.parametrize("verb", ["verify", "reject", "suspend", "restore"])
def test_who_may_decide(cast, client, kelp, verb):
    client.force_login(cast.paz)
    assert client.post(url(f"organization_{verb}", kelp), {"reason": "x"}).status_code == 403
    client.force_login(cast.stella)
    assert client.get(url(f"organization_{verb}", kelp)).status_code == 405
    kelp.refresh_from_db()
    assert kelp.state == "unverified"


def test_verifying(cast, client, kelp):
    client.force_login(cast.stella)
    assert "Kelp" in client.get(reverse("stewards:desk")).content.decode()
    page = client.get(url("organization", kelp)).content.decode()
    assert "It is your move" in page
    assert "paz@example.org" in page
    assert client.post(url("organization_verify", kelp)).url == url("organization", kelp)
    kelp.refresh_from_db()
    assert kelp.state == "verified"
    assert client.post(url("organization_verify", kelp)).status_code == 409


def test_turning_down_needs_a_reason(cast, client, kelp):
    client.force_login(cast.stella)
    answer = client.post(url("organization_reject", kelp), {"reason": " "})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    client.post(url("organization_reject", kelp), {"reason": "Which street?"})
    kelp.refresh_from_db()
    assert (kelp.state, kelp.state_reason) == ("rejected", "Which street?")
    assert "It is the owners' move" in client.get(url("organization", kelp)).content.decode()


def test_suspending_and_restoring(cast, client):
    client.force_login(cast.stella)
    client.post(url("organization_suspend", cast.acme), {"reason": "Two complaints."})
    cast.acme.refresh_from_db()
    assert cast.acme.state == "suspended"
    client.post(url("organization_restore", cast.acme))
    cast.acme.refresh_from_db()
    assert cast.acme.state == "verified"


def test_not_about_their_own(cast, client):
    own = make_organization(cast.stella, "Stella's")
    client.force_login(cast.stella)
    assert "another steward has to decide" in client.get(url("organization", own)).content.decode()
    assert client.post(url("organization_verify", own)).status_code == 403


def test_all_organizations_by_state_and_name(cast, client, kelp):
    client.force_login(cast.stella)

    def named(query: str) -> list[str]:
        return [row.name for row, _ in client.get(reverse("stewards:organizations") + query).context["rows"]]

    assert named("") == ["Kelp & Co", "Vale Instruments", "Brindle Bakery"]
    assert named("?state=unverified") == ["Kelp & Co"]
    assert named("?q=vale") == ["Vale Instruments"]


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("name", ["stewards:desk", "stewards:organizations"])
def test_lists_cost_the_same_however_long(cast, client, name, count, django_assert_max_num_queries):
    for number in range(count):
        make_organization(join(number))
    client.force_login(cast.stella)
    client.get(reverse(name))
    with django_assert_max_num_queries(12):
        client.get(reverse(name))


def join(number: int):
    from tests import cast

    return cast.join(f"owner{number}")


def test_a_stuck_follow_up_is_tried_again(cast, client):
    fact = Fact.objects.earliest("pk")
    run = ReactionRun.objects.create(
        fact=fact, reaction="tell_owner", state="dead", attempts=8, next_try_at=clock.now(), error="ValueError: no"
    )
    client.force_login(cast.stella)
    assert "ValueError: no" in client.get(reverse("stewards:runs")).content.decode()
    named = {"fact": fact.hash, "reaction": "tell_owner"}
    assert client.post(reverse("stewards:run_again"), named).url == reverse("stewards:runs")
    run.refresh_from_db()
    assert (run.state, run.attempts) == ("waiting", 0)
    assert client.post(reverse("stewards:run_again"), named).status_code == 404


def test_mail_in_trouble_is_sent_again(cast, client):
    mail = store_mail(
        key="k", kind="test", address="sam@example.org", subject="News", text="Hi", html="", recipient=cast.sam
    )
    Mail.objects.update(state="failed", error="timed out")
    RefusedAddress.objects.create(address="gone@example.org", reason="550 no such user", since=clock.now())
    client.force_login(cast.stella)
    page = client.get(reverse("stewards:mails")).content.decode()
    assert all(words in page for words in ("News", "timed out", "gone@example.org", "550 no such user"))
    again = reverse("stewards:mail_again", args=[mail.public_id])
    assert client.post(again).url == reverse("stewards:mails")
    mail.refresh_from_db()
    assert mail.state == "stored"
    client.force_login(cast.sam)
    assert client.post(again).status_code == 403


@pytest.fixture
def waiting(cast):
    """A project of an organization that no steward has verified."""
    brief = good_brief(cast, supervisor=cast.paz.public_id, cover="")
    draft = start_project(organization_id=make_organization(cast.paz).pk, actor=cast.paz, brief=brief)
    return submit_project(project_id=draft.pk, actor=cast.paz)


def test_reading_a_project_and_sending_it_back(cast, client, waiting):
    client.force_login(cast.stella)
    assert waiting.title in client.get(reverse("stewards:desk")).content.decode()
    page = client.get(url("project", waiting)).content.decode()
    assert "It goes public by itself once you verify the organization." in page
    assert client.post(url("project_publish", waiting)).status_code == 409
    answer = client.post(url("project_return", waiting), {"reason": ""})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    assert client.post(url("project_return", waiting), {"reason": "Who is it for?"}).url == reverse("stewards:desk")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.return_reason) == ("draft", "Who is it for?")
    assert client.get(url("project", waiting)).status_code == 404


def opened(client, path: str, action: str) -> dict[str, list[str]]:
    """What the form with this address would send."""
    return next(form.data() for form in Page(client.get(path).content.decode()).forms if form.action == action)


def test_a_late_decision_is_not_about_what_came_meanwhile(cast, client, waiting):
    verify_organization(organization_id=waiting.organization_id, actor=cast.stella)
    client.force_login(cast.stella)
    path, publish, back = (url(name, waiting) for name in ("project", "project_publish", "project_return"))
    yes, no = opened(client, path, publish), opened(client, path, back)
    return_project(project_id=waiting.pk, reason="Who is it for?", actor=cast.stella)
    save_draft(project_id=waiting.pk, changes={"audience": "Send me money first."}, actor=cast.paz)
    waits_again(waiting)

    assert client.post(publish, yes).status_code == 409
    answer = client.post(back, {**no, "reason": "My own words"})
    assert (answer.status_code, answer.context["mine"]) == (409, "My own words")
    waiting.refresh_from_db()
    assert waiting.state == "in_review"
    assert client.post(publish, opened(client, path, publish)).status_code == 302


def waits_again(project) -> None:
    """Handed in again, by a host that is not verified until then."""
    set_organization(project.organization, state="unverified")
    submit_project(project_id=project.pk, actor=project.created_by)
    set_organization(project.organization, state="verified")


def set_organization(organization, **columns) -> None:
    Organization.objects.filter(pk=organization.pk).update(**columns)


@pytest.mark.parametrize(
    ("verb", "state"), [("verify", "unverified"), ("reject", "unverified"), ("suspend", "verified")]
)
def test_a_late_decision_is_not_about_an_organization_that_changed(cast, client, kelp, verb, state):
    set_organization(kelp, state=state)
    client.force_login(cast.stella)
    path, decide = url("organization", kelp), url(f"organization_{verb}", kelp)
    form = opened(client, path, decide)
    seen = kelp.version
    describe_organization(organization_id=kelp.pk, seen=seen, actor=cast.paz, name="Kelp, the official bank")

    assert client.post(decide, {**form, "reason": "Because"}).status_code == 409
    kelp.refresh_from_db()
    assert kelp.state == state
    again = opened(client, path, decide)
    assert client.post(decide, {**again, "reason": "Because"}).status_code == 302


@pytest.mark.parametrize("name", ["project", "project_publish", "project_return"])
def test_only_stewards_read_what_waits(cast, client, waiting, name):
    client.force_login(cast.otto)
    path = url(name, waiting)
    answer = client.get(path) if name == "project" else client.post(path, {"reason": "x"})
    assert answer.status_code == 403
