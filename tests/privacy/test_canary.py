"""A canary person comes out whole in their copy, and is gone afterwards outside what is kept and said to be."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.exports import ask_for_export, exports_of
from firstfoot.foundation.files.queries import open_file
from firstfoot.foundation.notifications.models import Notice
from firstfoot.insights.leaving import must_end_first
from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.schedule import keep_no_longer
from firstfoot.work.engagements.actions import open_seal
from firstfoot.work.engagements.models import SealedAgreement
from tests.cast import enter
from tests.privacy.canary import Canary, catch_up, in_zip, live, places_of, stored_text


@pytest.fixture
def canary(cast, tmp_path, settings) -> Canary:
    settings.MEDIA_ROOT = str(tmp_path)
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}},
    }
    return live(cast)


def copy_of(person: Person) -> dict[str, str]:
    ask_for_export(actor=person)
    catch_up()
    export = exports_of(person).first()
    with open_file(export.file) as content:
        return in_zip(content.read())


def test_the_copy_is_whole_and_holds_nothing_of_others(canary, cast):
    files = copy_of(canary.person)
    data = {name: json.loads(text) for name, text in files.items() if name.startswith("data/")}
    whole = json.dumps(data, ensure_ascii=False).lower() + " ".join(
        text.lower() + name.lower() for name, text in files.items() if name.startswith("files/")
    )
    assert [where for where, word in canary.words.items() if word.lower() not in whole] == []
    page = files["index.html"].lower()
    contents = {where for where in canary.words if where.endswith("content")}
    assert [where for where, word in canary.words.items() if word.lower() not in page and where not in contents] == []
    assert re.findall(r"(?:src|href)=\"(?!#|data/|files/)[^\"]*\"", files["index.html"]) == []
    assert "Well done" not in whole
    assert "$argon2" not in whole
    notice = Notice.objects.get(recipient=canary.person, kind="export_made")
    assert notice.path == reverse("people:your_data")


def test_the_copy_is_fetched_by_its_person_after_confirming(canary, cast, client):
    copy_of(canary.person)
    export = exports_of(canary.person).first()
    url = reverse("people:export", args=[export.public_id])
    client.force_login(canary.person)
    assert client.get(url).url.startswith(reverse("account_reauthenticate"))
    enter(client, cast.otto)
    assert client.get(url).status_code == 404
    enter(client, canary.person)
    answer = client.get(url)
    assert "index.html" in in_zip(b"".join(answer.streaming_content))
    assert answer["Cache-Control"] == "private, no-store"
    with clock.at(clock.now() + timedelta(days=8)):
        enter(client, canary.person)
        assert client.get(url).status_code == 404


def test_erased_means_gone(canary, cast, client, django_capture_on_commit_callbacks):
    before = stored_text()
    assert [where for where in canary.words if where not in places_of(canary.words, before)] == []
    token = canary.person.actor_token
    other = Client()
    other.force_login(canary.person)
    enter(client, canary.person)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("people:leave"), {"sure": "on"})
        assert answer.url == reverse("people:left")
        assert other.get("/home/").url.startswith(reverse("account_login"))
        catch_up()
        mail.outbox.clear()

    kept = {where for where in canary.words if re.fullmatch("accepted[abc](content|link)", where)}
    places = places_of(canary.words, stored_text())
    assert {where: found for where, found in places.items() if where not in kept} == {}
    assert set(places) == kept
    person = Person.objects.get(pk=canary.person.pk)
    assert (person.state, person.name, person.actor_token == token) == ("erased", "A former member", False)
    assert list(all_faults()) == []

    client.force_login(cast.hana)  # the other side's pages stand
    for name in ("engagement", "agreement", "completion", "deliverables", "conversation"):
        assert client.get(reverse(f"work:{name}", args=[canary.done.public_id])).status_code == 200


def test_the_seal_opens_with_a_reason_and_ends_on_its_date(canary, cast, client, django_capture_on_commit_callbacks):
    ask_to_leave(hindrances=[], actor=canary.person)
    with django_capture_on_commit_callbacks(execute=True):
        catch_up()
    sealed = SealedAgreement.objects.get()
    whole = json.dumps(open_seal(sealed_id=sealed.pk, reason="The tax office asks.", actor=cast.stella))
    signed = ("legal", "title", "format", "counter")
    assert [where for where in signed if canary.words[where] not in whole] == []

    enter(client, cast.stella)
    url = reverse("stewards:sealed_open", args=[sealed.public_id])
    assert client.post(url, {"reason": ""}).status_code == 422
    assert canary.words["legal"] in client.post(url, {"reason": "A dispute about pay."}).content.decode()
    assert "The tax office asks." in client.get(reverse("stewards:sealed")).content.decode()

    with clock.at(clock.now() + timedelta(days=366 * 6 + 60)), django_capture_on_commit_callbacks(execute=True):
        keep_no_longer(clock.today())
    assert SealedAgreement.objects.count() == 0
    assert places_of(canary.words, stored_text()) == {}
    assert list(all_faults()) == []


def test_what_must_end_first(cast, client):
    from tests.factories.engagements import make_active

    engagement = make_active(cast)
    codes = {name: [each.code for each in must_end_first(getattr(cast, name))] for name in ("sam", "hugo", "hana")}
    assert codes["sam"] == ["own_work_live"]
    assert codes["hugo"][0] == "guided_work_live"
    assert codes["hana"] == ["last_owner"]
    assert [each.code for each in must_end_first(cast.stella)] == ["last_steward"]
    enter(client, cast.sam)
    page = client.get(reverse("people:leave")).content.decode()
    assert engagement.title in page
    assert "Erase it now" not in page
    assert client.post(reverse("people:leave"), {"sure": "on"}).status_code == 409
    assert Person.objects.get(pk=cast.sam.pk).leaving_at is None


def test_what_comes_up_in_between_stops_it(cast):
    from tests.factories.engagements import make_active

    person = ask_to_leave(hindrances=[], actor=cast.sam)
    make_active(cast)
    catch_up()
    person.refresh_from_db()
    assert (person.state, person.is_active) == ("active", True)
    assert Notice.objects.filter(recipient=person, kind="leaving_stopped").count() == 1
