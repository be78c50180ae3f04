"""Home, inbox, settings, files, invitations and walking in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from firstfoot.foundation.accounts.actions import add_away, join_person
from firstfoot.foundation.accounts.models import Away
from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.models import Notice, RefusedAddress
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import revoke_invitation, verify_organization
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.organizations.states import Role
from firstfoot.web.people.views import files
from tests.factories.organizations import make_invitation, make_organization

SETTINGS = {"chosen_name": "Sammy", "legal_name": "", "time_zone": "UTC", "phone": "", "daily_mail": "on"}


@pytest.mark.parametrize(("who", "desk"), [("sam", "talent:desk"), ("hugo", "hosts:desk"), ("stella", "talent:desk")])
def test_home_leads_to_the_desk(cast, client, who, desk):
    client.force_login(getattr(cast, who))
    assert client.get("/home/").url == reverse(desk)


def test_home_leads_a_steward_to_waiting_work(cast, client):
    organization = make_organization(cast.paz)
    client.force_login(cast.stella)
    assert client.get("/home/").url == reverse("stewards:desk")
    verify_organization(organization_id=organization.pk, actor=cast.stella)
    assert client.get("/home/").url == reverse("talent:desk")


PAGES = ["people:home", "people:inbox", "people:unread", "people:settings"]


@pytest.mark.parametrize("name", PAGES)
def test_visitors_sign_in_first(db, client, name):
    url = reverse(name)
    assert client.get(url).url == f"{reverse('account_login')}?next={url}"


@pytest.mark.parametrize("name", ["people:inbox_read_all", "people:away_add"])
def test_some_addresses_only_take_posts(cast, client, name):
    client.force_login(cast.sam)
    assert client.get(reverse(name)).status_code == 405


def notice(person, number: int = 1, path: str = "/settings/") -> Notice:
    told = tell(recipient=person, key=f"k{person.pk}-{number}", kind="test", title=f"News {number}", path=path)
    assert told is not None
    return told


@pytest.mark.parametrize("count", [1, 20])
def test_the_inbox_costs_the_same_however_long(cast, client, count, django_assert_num_queries):
    for number in range(count):
        notice(cast.sam, number)
    notice(cast.otto)
    client.force_login(cast.sam)
    client.get(reverse("people:inbox"))
    with django_assert_num_queries(5):  # session, person, refused, unread, notices
        answer = client.get(reverse("people:inbox"))
    assert len(answer.context["stretch"].rows) == count


def test_opening_a_notice_marks_it_and_leads_on(cast, client):
    told = notice(cast.sam)
    client.force_login(cast.sam)
    assert client.get(reverse("people:notice", args=[told.public_id])).status_code == 200
    told.refresh_from_db()
    assert told.read_at is None  # a GET never writes
    assert client.post(reverse("people:notice", args=[told.public_id])).url == "/settings/"
    told.refresh_from_db()
    assert told.read_at is not None


@pytest.mark.parametrize("path", ["//evil.example/", "https://evil.example/", ""])
def test_a_notice_leads_only_to_us(cast, client, path):
    told = notice(cast.sam, path=path)
    client.force_login(cast.sam)
    assert client.post(reverse("people:notice", args=[told.public_id])).url == reverse("people:inbox")


def test_nobody_reads_another_inbox(cast, client):
    told = notice(cast.sam)
    client.force_login(cast.otto)
    assert client.get(reverse("people:notice", args=[told.public_id])).status_code == 404
    assert client.post(reverse("people:notice", args=[told.public_id])).status_code == 404


def test_mark_all_read_and_the_count(cast, client):
    for number in range(3):
        notice(cast.sam, number)
    client.force_login(cast.sam)
    assert client.get(reverse("people:unread")).context["unread"] == 3
    assert client.post(reverse("people:inbox_read_all")).url == reverse("people:inbox")
    assert Notice.objects.filter(recipient=cast.sam, read_at=None).count() == 0


@pytest.mark.parametrize("name", ["people:inbox", "people:settings"])
def test_a_refused_address_is_shown(cast, client, name):
    client.force_login(cast.sam)
    assert "came back" not in client.get(reverse(name)).content.decode()
    RefusedAddress.objects.create(address="sam@example.org", reason="550 no such user", since=clock.now())
    assert "Mail to your address came back" in client.get(reverse(name)).content.decode()


def test_settings_are_saved(cast, client):
    client.force_login(cast.sam)
    answer = client.post(reverse("people:settings"), {**SETTINGS, "seen": cast.sam.version})
    assert answer.url == reverse("people:settings")
    cast.sam.refresh_from_db()
    assert (cast.sam.chosen_name, cast.sam.legal_name, cast.sam.time_zone, cast.sam.daily_mail) == (
        "Sammy", "", "UTC", True,
    )  # fmt: skip


def test_settings_keep_what_was_typed(cast, client):
    client.force_login(cast.sam)
    answer = client.post(reverse("people:settings"), {**SETTINGS, "time_zone": "Mars/Base", "seen": 1})
    assert (answer.status_code, list(answer.context["settings_form"].errors)) == (422, ["time_zone"])
    assert 'value="Sammy"' in answer.content.decode()


def test_settings_changed_elsewhere_show_both(cast, client):
    client.force_login(cast.sam)
    answer = client.post(reverse("people:settings"), {**SETTINGS, "seen": 0})
    assert answer.status_code == 409
    assert (answer.context["mine"].split("\n")[0], answer.context["theirs"].split("\n")[0]) == ("Sammy", "Sam Okoro")


def test_away_is_added_and_removed(cast, client):
    client.force_login(cast.sam)
    today = clock.today()
    days = {"first_on": today.isoformat(), "last_on": (today + timedelta(days=3)).isoformat()}
    assert client.post(reverse("people:away_add"), days).status_code == 302
    away = Away.objects.get()
    client.force_login(cast.otto)
    assert client.post(reverse("people:away_remove", args=[away.public_id])).status_code == 404
    client.force_login(cast.sam)
    assert client.post(reverse("people:away_remove", args=[away.public_id])).status_code == 302
    assert Away.objects.count() == 0


def test_away_backwards_is_told_at_the_field(cast, client):
    client.force_login(cast.sam)
    answer = client.post(reverse("people:away_add"), {"first_on": "2027-01-02", "last_on": "2027-01-01"})
    assert (answer.status_code, list(answer.context["away_form"].errors)) == (422, ["last_on"])


@pytest.mark.parametrize("count", [1, 20])
def test_settings_cost_the_same_however_many(cast, client, count, django_assert_num_queries):
    today = clock.today()
    for _ in range(count):
        add_away(person_id=cast.sam.pk, first_on=today, last_on=today, actor=cast.sam)
    client.force_login(cast.sam)
    client.get(reverse("people:settings"))
    with django_assert_num_queries(6):  # session, person, refused, aways, calendar, unread
        client.get(reverse("people:settings"))


def test_a_file_comes_as_a_download(cast, client, monkeypatch, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    }
    stored = store_file(upload=SimpleUploadedFile("map.pdf", b"%PDF-1.7"), actor=cast.sam)
    monkeypatch.setattr(files, "file_visible_to", lambda reader, _id: stored if reader == cast.sam else None)
    client.force_login(cast.sam)
    answer = client.get(reverse("people:file", args=[stored.public_id]))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer["Content-Disposition"] == 'attachment; filename="map.pdf"'
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/pdf")
    client.force_login(cast.otto)
    assert client.get(reverse("people:file", args=[stored.public_id])).status_code == 404
    (tmp_path / stored.path).unlink()
    client.force_login(cast.sam)
    assert client.get(reverse("people:file", args=[stored.public_id])).status_code == 404


def link(invitation) -> str:
    return reverse("people:invitation", args=[invitation.token])


def test_looking_at_an_invitation_never_spends_it(cast, client):
    invitation = make_invitation(cast, role=Role.RECRUITER)
    answer = client.get(link(invitation))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert all(words in text for words in ("Brindle Bakery", "Hana Brindle", "as a recruiter", "sam@example.org"))
    invitation.refresh_from_db()
    assert (invitation.state, role_in(cast.sam.pk, cast.acme.pk)) == ("sent", None)


def test_accepting_an_invitation(cast, client):
    invitation = make_invitation(cast)
    client.force_login(cast.sam)
    assert client.post(link(invitation)).url == reverse("hosts:organization", args=[cast.acme.public_id])
    assert role_in(cast.sam.pk, cast.acme.pk) == Role.SUPERVISOR
    assert client.post(link(invitation)).status_code == 409
    assert "was used" in client.get(link(invitation)).content.decode()


def test_a_visitor_is_asked_in_and_comes_back(cast, client):
    invitation = make_invitation(cast)
    page = client.get(link(invitation))
    assert f"next={reverse('people:invitation', args=[invitation.token])}".replace("/", "%2F") in page.content.decode()
    assert client.post(link(invitation)).url.startswith(reverse("account_login"))
    come_back = client.post(
        page.context["sign_in"],
        {"login": "sam@example.org", "password": "a-long-enough-secret", "next": link(invitation)},
    )
    assert come_back.url == link(invitation)


def test_someone_else_is_told_which_address(cast, client):
    invitation = make_invitation(cast, "noor@example.org")
    client.force_login(cast.sam)
    text = client.get(link(invitation)).content.decode()
    assert "This invitation is for noor@example.org, and you are signed in as sam@example.org." in text
    assert client.post(link(invitation)).status_code == 403


def test_a_revoked_or_expired_invitation_says_so(cast, client):
    invitation = make_invitation(cast)
    with clock.at(invitation.expires_at + timedelta(minutes=1)):
        assert "has run out" in client.get(link(invitation)).content.decode()
    revoke_invitation(invitation_id=invitation.pk, actor=cast.hana)
    assert "was taken back" in client.get(link(invitation)).content.decode()


def test_an_unknown_invitation_is_not_found(db, client):
    assert client.get(reverse("people:invitation", args=["nope"])).status_code == 404


@pytest.mark.parametrize(("role", "desk"), [("host", "hosts:desk"), ("intern", "talent:desk")])
def test_walking_in_on_a_demo(cast, client, settings, role, desk):
    name = {"host": "hana", "intern": "sam"}[role]
    person = join_person(
        email=f"{name}@demo.example", password=None, chosen_name=name, time_zone="UTC", adult=True, terms_version="1",
        is_demo=True,
    )  # fmt: skip
    url = reverse("people:walk_in", args=[role])
    settings.DEMO = True
    assert client.get(url).status_code == 405
    assert client.post(url).url == reverse(desk)
    assert get_user(client) == person
    client.logout()
    settings.DEMO = False
    assert client.post(url).status_code == 404
    assert get_user(client).is_anonymous


def test_nobody_walks_in_as_anyone_else(cast, client, settings):
    settings.DEMO = True
    assert client.post(reverse("people:walk_in", args=["host"])).status_code == 404
    assert client.post(reverse("people:walk_in", args=["steward"])).status_code == 404
