"""Keys of the installation: made at first need, hidden at rest, changed without breaking what was signed before."""

from __future__ import annotations

import base64
import json
import logging

import pytest
from django.db import IntegrityError, transaction

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import NotPermitted
from firstfoot.proof.credentials.actions import ask_for_credential, reseal_keys, rotate_key
from firstfoot.proof.credentials.actions.keys import signing_key
from firstfoot.proof.credentials.models import SigningKey
from firstfoot.proof.credentials.publishing import issuer_document, our_key_of, status_list
from firstfoot.proof.credentials.queries import answer_to
from firstfoot.proof.credentials.sealing import CannotOpen, signer_of, unseal
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from tests.factories import engagements as make

pytestmark = pytest.mark.django_db

WEB = "https://first.example"


@pytest.fixture
def on_the_web(settings):
    settings.SITE_URL = WEB


def issued(cast):
    engagement = make.make_completed(cast)
    return ask_for_credential(engagement_id=engagement.pk, actor=cast.sam)


def test_a_key_is_made_once_at_first_need(cast):
    assert SigningKey.objects.count() == 0
    assert signing_key() == signing_key()
    key = SigningKey.objects.get()
    assert (key.state, key.did) == ("active", f"did:key:{key.multikey}")


def test_only_one_key_signs_at_a_time(cast):
    key = signing_key()
    with pytest.raises(IntegrityError), transaction.atomic():
        SigningKey.objects.create(
            site=key.site, did=key.did, multikey="z6MkOther", sealed="", made_at=clock.now(), head="x"
        )


def test_the_private_half_is_nowhere_to_be_read(cast, caplog):
    with caplog.at_level(logging.DEBUG):
        key = signing_key()
        raw = signer_of(key).key.private_bytes_raw()
    shown = [key.sealed, repr(key), caplog.text, str(list(Fact.objects.values()))]
    for form in (raw.hex(), base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode().rstrip("=")):
        assert [text for text in shown if form in text] == []


def test_another_secret_key_does_not_open_it_nor_does_another_row(cast, settings):
    key = signing_key()
    with pytest.raises(CannotOpen):
        unseal(key.sealed, "z6MkAnother")
    settings.SECRET_KEY = "another"
    with pytest.raises(CannotOpen):
        unseal(key.sealed, key.multikey)


def test_a_secret_key_of_before_opens_it_until_all_are_hidden_anew(cast, settings):
    key = signing_key()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert signing_key() == key
    assert reseal_keys(actor=None) == 1
    settings.SECRET_KEY_FALLBACKS = []
    key.refresh_from_db()
    assert signing_key() == key


def test_a_key_that_no_longer_opens_gives_way_to_a_new_one_and_what_it_signed_verifies(cast, settings, on_the_web):
    before = issued(cast)
    settings.SECRET_KEY = "lost"
    made = signing_key()

    assert made != before.key
    assert answer_to(before.document.encode()).verdict == "valid"
    published = status_list(before.list.address)["document"].encode()  # signed by the new key of the same issuer
    assert not is_revoked(check(before.document.encode(), our_key_of()), published, our_key_of(), clock.now())


@pytest.mark.parametrize("address", [WEB, "http://localhost:8000"])
def test_what_was_signed_before_a_rotation_still_verifies(cast, settings, address):
    settings.SITE_URL = address
    before = issued(cast)
    made = rotate_key(actor=cast.stella)

    before.key.refresh_from_db()
    assert (before.key.state, made.state, signing_key()) == ("retired", "active", made)
    assert answer_to(before.document.encode()).verdict == "valid"
    assert answer_to(before.token.encode()).verdict == "valid"
    assert status_list(before.list.address) is not None


def test_the_issuers_document_has_every_key_the_newest_first(cast, on_the_web):
    first = signing_key()
    second = rotate_key(actor=None)

    document = issuer_document()
    assert document["id"] == "did:web:first.example"
    assert [method["publicKeyMultibase"] for method in document["verificationMethod"]] == [
        second.multikey,
        first.multikey,
    ]
    assert document["assertionMethod"] == [method["id"] for method in document["verificationMethod"]]


def test_without_a_domain_there_is_no_document(cast):
    signing_key()
    assert issuer_document() is None


def test_only_a_steward_or_the_command_line_changes_keys(cast):
    for act in (rotate_key, reseal_keys):
        with pytest.raises(NotPermitted):
            act(actor=cast.hana)
    assert SigningKey.objects.count() == 0


def test_a_credential_of_an_address_of_before_is_still_ours(cast, settings, on_the_web):
    before = issued(cast)
    settings.SITE_URL = "https://moved.example"

    assert signing_key().did == "did:web:moved.example"
    assert answer_to(before.document.encode()).verdict == "valid"
    assert json.loads(status_list(before.list.address)["document"])["issuer"] == "did:web:first.example"
