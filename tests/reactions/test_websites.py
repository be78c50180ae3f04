"""An owner has the website asked for its token: a real server answers, and the page says what it said."""

import pytest
from django.urls import reverse

from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.actions import ask_for_website_check, describe_organization
from firstfoot.market.organizations.proof import outcome_of, token_of
from firstfoot.reactions import wellknown
from tests.cast import enter
from tests.reactions.support import settle
from tests.reactions.test_wellknown import ASKED, HOST, certificate, net, site

__all__ = ["certificate", "net", "site"]  # fixtures


@pytest.fixture
def crumb(cast, net, monkeypatch):
    monkeypatch.setattr(wellknown, "REAL", net)
    cast.acme.website = f"https://{HOST}/about"
    cast.acme.save(update_fields=["website"])
    return cast.acme


def ask(cast):
    ask_for_website_check(organization_id=cast.acme.pk, actor=cast.hana)
    settle()
    cast.acme.refresh_from_db()
    return outcome_of(cast.acme)


def test_the_token_is_found_and_owner_and_steward_read_so(cast, client, crumb, site):
    site.text = f"hello {token_of(crumb)}\n".encode()
    enter(client, cast.hana)
    own = reverse("hosts:organization", args=[crumb.public_id])
    assert token_of(crumb) in client.get(own).content.decode()
    assert client.post(reverse("hosts:organization_check_website", args=[crumb.public_id])).status_code == 302
    assert ASKED == []  # never in the request
    settle()
    assert len(ASKED) == 1
    said = "The website holds the line"
    assert said in client.get(own).content.decode()
    enter(client, cast.hugo)
    assert token_of(crumb) not in client.get(own).content.decode()
    enter(client, cast.stella)
    assert said in client.get(reverse("stewards:organization", args=[crumb.public_id])).content.decode()


def test_the_token_of_another_organization_or_host_is_not_found(cast, crumb, site):
    other = cast.otherhost
    other.website = crumb.website
    site.text = token_of(other).encode()
    assert ask(cast) == "other_words"


def test_another_website_is_not_shown_by_the_answer_of_the_old_one(cast, crumb, site):
    site.text = token_of(crumb).encode()
    assert ask(cast) == "found"
    describe_organization(
        organization_id=crumb.pk, seen=None, actor=cast.hana, name=crumb.name, website="https://rye.example"
    )  # fmt: skip
    cast.acme.refresh_from_db()
    assert outcome_of(cast.acme) == ""


def test_who_may_ask_and_how_often(cast, crumb):
    with pytest.raises(NotPermitted):
        ask_for_website_check(organization_id=crumb.pk, actor=cast.rita)
    ask(cast)
    with pytest.raises(Conflict, match="checked_just_now"):
        ask_for_website_check(organization_id=crumb.pk, actor=cast.hana)
    cast.otherhost.website = "https://instagram.com/kelp"
    cast.otherhost.save(update_fields=["website"])
    with pytest.raises(Conflict, match="no_own_domain"):
        ask_for_website_check(organization_id=cast.otherhost.pk, actor=cast.otto)
