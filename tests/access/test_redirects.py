"""Nobody is led off the site, and no foreign name of it is believed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD
from tests.factories.projects import make_draft, make_open_project

pytestmark = [pytest.mark.once, pytest.mark.deep]

AWAY = (
    "https://evil.example/", "//evil.example/", "///evil.example", "/\\evil.example", "\\\\evil.example",
    "/\t/evil.example", "javascript:alert(1)", "data:text/html,evil.example", "https:evil.example",
    "http:///evil.example", "//evil.example\\@localhost", "https://localhost@evil.example/",
    "https://evil.example%2f@testserver/", "\x00//evil.example", "/\n//evil.example",
    "http://127.0.0.1/evil.example", "https://testserver.evil.example/",
)  # fmt: skip


def stays(location: str) -> bool:
    """As a browser reads it: tabs and line ends drop out, a backslash is a slash."""
    read = re.sub(r"[\t\r\n]", "", location.strip(" \x00")).replace("\\", "/")
    parts = urlsplit(read)
    return not parts.scheme and not parts.netloc and read.startswith("/") and not read.startswith("//")


@pytest.mark.parametrize("onward", AWAY)
def test_no_page_that_leads_on_leads_away(cast, client, onward):
    signed_in = {"login": cast.sam.email, "password": PASSWORD}
    told = tell(recipient=cast.sam, key="one", kind="test", title="Look", path=onward.replace("\x00", ""))
    places = [client.post(reverse("account_login"), {**signed_in, "next": onward})]
    places += [
        client.post(f"{reverse('account_login')}?next={onward}", signed_in) if not client.session.session_key else
        client.get(reverse("account_login"), {"next": onward}),
        client.post(reverse("people:notice", args=[told.public_id])),
        client.post(reverse("talent:profile"), {"headline": "Counts", "next": onward}),
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": onward}),
        client.post(reverse("account_logout"), {"next": onward}),
    ]  # fmt: skip
    for answer in places:
        assert answer.status_code == 302
        assert stays(answer["Location"]), answer["Location"]


@pytest.mark.parametrize("onward", AWAY[:4])
def test_joining_leads_on_within_the_site(db, client, onward):
    fields = {"email": "new@example.org", "password1": PASSWORD, "chosen_name": "New", "time_zone": "UTC",
              "adult": "on", "terms": "on", "next": onward}  # fmt: skip
    client.post(f"{reverse('account_signup')}?next={onward}", fields)
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", Mail.objects.get().text)[0]
    answer = client.post(reverse("account_email_verification_sent"), {"code": code, "next": onward})
    assert (answer.status_code, stays(answer["Location"])) == (302, True)


def test_a_refusal_leads_back_to_where_we_are(cast, client):
    client.force_login(cast.rita)
    answer = client.post(reverse("hosts:organization_away", args=[cast.acme.public_id]), {"first_on": "2030-01-01",
                         "last_on": "2030-01-02"}, headers={"referer": "https://evil.example/"})  # fmt: skip
    assert answer.status_code == 403
    assert "evil.example" not in answer.content.decode()


def pages(cast) -> list[str]:
    project, draft = make_open_project(cast), make_draft(cast)
    return [
        "/", "/projects/", reverse("public:project", args=[project.public_id]), "/accounts/login/", "/accounts/signup/",
        reverse("hosts:project", args=[project.public_id]), reverse("hosts:brief_preview", args=[draft.public_id]),
        "/hosting/", "/inbox/", "/settings/", "/nowhere/",
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["anon", "hana"])
def test_a_foreign_name_of_the_site_is_refused_or_not_heard(cast, who):
    client = Client()
    if who != "anon":
        client.force_login(getattr(cast, who))
    for page in pages(cast):
        refused = client.get(page, headers={"host": "evil.example"})
        assert (refused.status_code, "evil.example" in refused.content.decode()) == (400, False), page
        others = {"x-forwarded-host": "evil.example", "x-host": "evil.example", "forwarded": "host=evil.example"}
        heard = client.get(
            page, headers={**others, "x-original-url": "/evil.example", "x-forwarded-prefix": "/evil.example"}
        )
        said = heard.content.decode() + str(heard.headers)
        assert heard.status_code < 500
        assert "evil.example" not in said, page


def test_shared_links_say_where_the_site_is(cast, client):
    """Also for whoever asks it by another of its names."""
    client.force_login(cast.hana)
    project = make_open_project(cast)
    page = client.get(
        reverse("hosts:project", args=[project.public_id]), headers={"host": "127.0.0.1"}
    ).content.decode()
    assert f"{settings.SITE_URL}{reverse('public:project', args=[project.public_id])}" in page
    assert "127.0.0.1" not in page
