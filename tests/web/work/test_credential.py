"""The intern's credential page: one click, every form to take along, and nobody else's business."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from django.urls import reverse
from PIL import Image

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.publishing import our_key_of
from firstfoot.proof.credentials.vc.checking import check
from firstfoot.reactions.exporting import write_archive
from firstfoot.reactions.worker import drain
from tests.factories import engagements as make
from tests.house.visitors import session_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def completed(cast):
    return make.make_completed(cast)


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam)
    return client


def page(engagement, part="credential"):
    return reverse(f"work:{part}", args=[engagement.public_id])


@pytest.fixture
def signed(sam, completed):
    assert sam.post(page(completed)).status_code == 302
    return Credential.objects.get()


def test_one_click_on_the_page_that_says_what_was_done_leads_to_it(sam, completed):
    assert "Have it signed" in sam.get(page(completed, "completion")).content.decode()
    assert sam.post(page(completed), follow=True).status_code == 200
    assert "Open your credential" in sam.get(page(completed, "completion")).content.decode()


def test_it_says_before_what_it_will_say(cast, sam, completed):
    text = sam.get(page(completed)).content.decode()
    assert cast.sam.formal_name in text
    assert "Sign my credential" in text


@pytest.mark.parametrize("stage", [make.make_active, make.make_closing])
def test_it_waits_until_the_work_is_completed(cast, sam, stage):
    engagement = stage(cast)
    assert "Sign my credential" not in sam.get(page(engagement)).content.decode()
    assert sam.post(page(engagement)).status_code == 409


@pytest.mark.parametrize("part", ["credential_json", "credential_jwt", "credential_png", "credential_offline"])
def test_each_form_is_a_file_of_its_own_that_nobody_keeps(sam, completed, signed, part):
    answer = sam.get(page(completed, part))
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("part", ["credential_json", "credential_jwt", "credential_png"])
def test_each_form_verifies(cast, sam, completed, signed, part):
    found = check(sam.get(page(completed, part)).content, our_key_of())
    assert found.body["credentialSubject"]["identifier"][0]["identityHash"] == cast.sam.formal_name


def test_the_badge_is_a_picture(sam, completed, signed):
    with Image.open(io.BytesIO(sam.get(page(completed, "credential_png")).content)) as picture:
        picture.verify()
        assert (picture.format, picture.size) == ("PNG", (800, 800))


def test_the_offline_page_asks_for_nothing_and_holds_no_private_key(sam, completed, signed):
    text = sam.get(page(completed, "credential_offline")).content.decode()
    assert re.findall(r'(?:src|href)="|@import|url\(', text) == []
    data = json.loads(re.search(r'<script id="data" type="application/json">(.*?)</script>', text)[1])
    assert (data["token"], set(data["keys"])) == (signed.token, {f"{signed.key.did}#{signed.key.multikey}"})
    assert signed.key.sealed not in text


@pytest.mark.parametrize("who", ["hana", "hugo"])
def test_the_host_sees_nothing_of_it(cast, client, completed, signed, who):
    client.force_login(getattr(cast, who))
    for part in ("credential", "credential_json", "credential_png", "credential_offline"):
        assert client.get(page(completed, part)).status_code == 403
    assert "Your credential" not in client.get(page(completed, "completion")).content.decode()


def test_its_page_is_opened_and_closed(sam, completed, signed):
    public = reverse("public:credential", args=[signed.public_id])
    assert sam.get(public).status_code == 404
    sam.post(page(completed, "credential_show"), {"shown": "yes"})
    assert sam.get(public).status_code == 200
    sam.post(page(completed, "credential_show"), {"shown": "no"})
    assert sam.get(public).status_code == 404


def test_a_new_name_is_noticed_and_a_new_one_made(cast, sam, completed, signed):
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(legal_name="Samira Okoro")
    assert "It carries your name of before" in sam.get(page(completed)).content.decode()
    sam.post(page(completed, "credential_anew"))
    text = sam.get(page(completed)).content.decode()
    assert ("Samira Okoro" in text, "It carries your name of before" in text) == (True, False)


def test_it_is_taken_back_and_asked_for_again(sam, completed, signed):
    sam.post(page(completed, "credential_take_back"))
    assert "It no longer counts" in sam.get(page(completed)).content.decode()
    assert sam.post(page(completed)).status_code == 302
    assert Credential.objects.filter(state="issued").count() == 1


def test_a_steward_takes_it_back_with_a_public_reason_and_its_holder_is_told(cast, client, signed, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(cast.stella)  # she has just confirmed who she is
    address = reverse("stewards:credential", args=[signed.public_id])
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "holder"}).status_code == 422
    assert client.post(address, {"reason": "wrong_fact"}).status_code == 302
    drain()
    signed.refresh_from_db()
    assert (signed.state, signed.revoked_for) == ("revoked", "wrong_fact")
    told = Notice.objects.filter(recipient=cast.sam, kind="credential.revoked").get()
    assert "Something in it was not so." in told.body
    assert signed.revoked_at <= clock.now()


def test_a_copy_of_everything_holds_the_files(cast, signed):
    out = io.BytesIO()
    write_archive(cast.sam, out)
    with zipfile.ZipFile(out) as archive:
        names = [name for name in archive.namelist() if name.startswith("files/credentials/")]
        assert {name.rpartition(".")[2] for name in names} == {"json", "jwt", "png"}
        for name in names:
            assert check(archive.read(name), our_key_of()).place == signed.where
