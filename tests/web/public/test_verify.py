"""Anyone checks a credential: by its address where it is shown, by its file always; programs by keys and lists."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.proof.credentials.actions import (
    ask_for_credential,
    erase_credentials,
    reissue_credential,
    revoke_credential,
    share_credential,
)
from firstfoot.proof.credentials.files import baked_picture
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from firstfoot.proof.credentials.vc.dids import keys_in, resolver
from firstfoot.proof.credentials.vc.plain import to_json
from firstfoot.web.public.views.issuer import SECONDS
from firstfoot.web.public.views.verify import OFTEN
from tests.factories import engagements as make
from tests.proof.credentials.made import Site

pytestmark = pytest.mark.django_db

VERIFY = "/verify/"
YES, CHANGED, GONE, NEWER, NOT_OURS, NONE = (
    "Yes, this is genuine and counts", "No, this was changed", "This no longer counts", "There is a newer one",
    "No, we did not sign this", "This is no credential",
)  # fmt: skip


@pytest.fixture(autouse=True)
def nobody_asked_before():
    caches["default"].clear()


@pytest.fixture
def completed(cast):
    return make.make_completed(cast, portfolio="full")


@pytest.fixture
def credential(cast, completed):
    return ask_for_credential(engagement_id=completed.pk, actor=cast.sam)


def sent(client, content, name="credential.json"):
    if isinstance(content, str):
        return client.post(VERIFY, {"text": content}).content.decode()
    return client.post(VERIFY, {"file": SimpleUploadedFile(name, content)}).content.decode()


def test_each_form_is_recognized_as_file_and_as_text(cast, client, credential):
    document, token = credential.document, credential.token
    for content in (document, token, document.encode(), token.encode(), baked_picture(credential)):
        text = sent(client, content)
        assert YES in text
        assert cast.sam.formal_name in text


@pytest.mark.parametrize("who", ["sam", "stella"])
def test_one_that_was_taken_back_says_why_and_when(cast, client, credential, who):
    reason, words = {
        "sam": ("holder", "Whoever holds it took it back."), "stella": ("wrong_fact", "Something in it was not so."),
    }[who]  # fmt: skip
    revoke_credential(credential_id=credential.pk, reason=reason, actor=getattr(cast, who))
    text = sent(client, credential.token)
    assert (GONE in text, words in text, "Taken back on" in text, YES in text) == (True, True, True, False)


def test_one_that_was_replaced_says_that_there_is_a_newer_one(cast, client, credential, completed):
    reissue_credential(engagement_id=completed.pk, actor=cast.sam)
    assert NEWER in sent(client, credential.document)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: c.document.replace("Sam", "Tom"), CHANGED),
        (lambda c: c.token[:-4] + "AAAA", CHANGED),
        (lambda c: to_json(Site("https://other.example").credential()).decode(), NOT_OURS),
        (lambda c: to_json(Site("http://localhost:9").credential()).decode(), NOT_OURS),
        (lambda c: json.dumps({"name": "A badge"}), "No, nobody signed this"),
        (lambda c: "hello", NONE),
        (lambda c: "{" * 2000, NONE),
    ],
)
def test_what_is_not_ours_as_it_is_says_what_is_wrong(client, credential, change, words):
    text = sent(client, change(credential))
    assert (words in text, YES in text) == (True, False)


def test_a_picture_without_one_is_no_credential(client, credential):
    picture = baked_picture(credential)
    assert NONE in sent(client, picture[: len(picture) // 2], "badge.png")


def test_one_whose_holder_was_erased_still_verifies_by_its_file_and_its_page_is_gone(cast, client, credential):
    share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    erase_credentials(person=cast.sam)
    assert YES in sent(client, credential.document)
    assert client.get(reverse("public:credential", args=[credential.public_id])).status_code == 404


def test_its_address_shows_it_while_it_is_shown(cast, client, credential):
    address = reverse("public:credential", args=[credential.public_id])
    hidden = client.get(address)
    assert (hidden.status_code, cast.sam.formal_name in hidden.content.decode()) == (404, False)
    share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    shown = client.get(address)
    assert (shown.status_code, YES in shown.content.decode(), shown["X-Robots-Tag"]) == (200, True, "noindex")
    assert "no-store" in shown["Cache-Control"]
    assert json.loads(credential.document)["id"].endswith(address)


def test_nothing_and_too_much_are_refused_at_the_field(client):
    assert client.post(VERIFY, {}).status_code == 422
    large = SimpleUploadedFile("large.json", b"x" * 2_000_001)
    assert client.post(VERIFY, {"file": large}).status_code == 422


def test_one_address_does_not_ask_without_end(client):
    answers = [client.post(VERIFY, {"text": "hello"}).status_code for _try in range(OFTEN.most + 1)]
    assert (set(answers[:-1]), answers[-1]) == ({200}, 429)
    with clock.at(clock.now() + timedelta(seconds=OFTEN.seconds)):
        assert client.post(VERIFY, {"text": "hello"}).status_code == 200


def test_checking_writes_nothing(client, credential, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as asked:
        sent(client, credential.document)
    assert [q["sql"] for q in asked.captured_queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


# --- for programs ---


@pytest.fixture
def on_the_web(settings):
    settings.SITE_URL = "https://first.example"
    settings.ALLOWED_HOSTS = ["*"]


def test_what_the_site_publishes_is_enough_to_check_a_credential(cast, client, on_the_web, completed):
    credential = ask_for_credential(engagement_id=completed.pk, actor=cast.sam)
    did = client.get("/.well-known/did.json")
    key_of = resolver([keys_in(did.json())])
    address = credential.list.address.removeprefix("https://first.example")

    genuine = check(credential.document.encode(), key_of)
    for place in (address, f"{address}list.jwt"):
        listed = client.get(place)
        assert listed["Access-Control-Allow-Origin"] == did["Access-Control-Allow-Origin"] == "*"
        assert not is_revoked(genuine, listed.content, key_of, clock.now())


def test_a_revocation_shows_within_a_minute_whatever_keeps_copies_on_the_way(cast, client, on_the_web, completed):
    credential = ask_for_credential(engagement_id=completed.pk, actor=cast.sam)
    key_of = resolver([keys_in(client.get("/.well-known/did.json").json())])
    address = credential.list.address.removeprefix("https://first.example")
    genuine = check(credential.token.encode(), key_of)
    before = client.get(address)
    assert not is_revoked(genuine, before.content, key_of, clock.now())

    revoke_credential(credential_id=credential.pk, reason="holder", actor=cast.sam)

    assert is_revoked(genuine, client.get(address).content, key_of, clock.now())  # at once, where nothing is kept
    assert before["Cache-Control"] == f"public, max-age={SECONDS}"
    assert SECONDS < 60


def test_a_list_is_signed_once_until_it_changes(client, credential):
    address = "/credentials/lists/" + credential.list.address.rstrip("/").rpartition("/")[2] + "/"
    assert client.get(address).content == client.get(address).content


def test_there_is_no_list_at_another_address_and_no_document_without_a_domain(client, credential):
    assert client.get("/credentials/lists/abc/").status_code == 404
    assert client.get("/.well-known/did.json").status_code == 404
