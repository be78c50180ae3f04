"""Signing and checking without a database: what is whole passes, whatever was touched does not."""

import json
import random
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from firstfoot.proof.credentials.vc import contexts
from firstfoot.proof.credentials.vc.baking import baked, said_in
from firstfoot.proof.credentials.vc.canonical import Meaningless, statements
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from firstfoot.proof.credentials.vc.dids import did_of, document_address, keys_in, resolver
from firstfoot.proof.credentials.vc.faults import NotGenuine
from firstfoot.proof.credentials.vc.multikey import base58, from_base58, multikey, public_key
from firstfoot.proof.credentials.vc.plain import from_json, to_json
from firstfoot.proof.credentials.vc.proofs import signed
from firstfoot.proof.credentials.vc.status import Place, encoded, is_set
from firstfoot.proof.credentials.vc.tokens import token_of
from tests.proof.credentials.made import AT, Site

pytestmark = pytest.mark.once


def one_pixel():
    out = BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    return out.getvalue()


NOW = datetime(2026, 3, 3, tzinfo=UTC)
ONE_PIXEL = one_pixel()


@pytest.fixture(scope="module")
def site():
    return Site("https://first.example")


def fault_of(raw, key_of):
    with pytest.raises(NotGenuine) as refused:
        check(raw, key_of)
    return refused.value.fault


def forms(site):
    return {"document": to_json(site.credential()), "token": token_of(site.body(), site.signer).encode()}


@pytest.mark.parametrize("form", ["document", "token"])
def test_what_was_signed_comes_out_again(site, form):
    genuine = check(forms(site)[form], site.key_of)

    assert genuine.body == site.body()
    assert (genuine.did, genuine.method) == (site.did, site.signer.method)
    assert genuine.place == Place(site.list_address, 77)


def test_the_same_body_at_the_same_moment_is_signed_alike(site):
    assert to_json(site.credential()) == to_json(site.credential())


@pytest.mark.parametrize("form", ["document", "token"])
def test_a_thousand_flipped_bits_are_all_refused(site, form):
    whole = forms(site)[form]
    chance = random.Random(f"{form} {len(whole)}")

    passed = []
    for _try in range(1000):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        changed = bytearray(whole)
        changed[place] ^= 1 << bit
        try:
            check(bytes(changed), site.key_of)
        except NotGenuine:
            continue
        passed.append((place, bit))
    assert passed == []


def test_the_last_sign_of_a_token_can_be_written_in_one_way_only(site):
    """Four of its bits mean nothing, so a lazy reader would take sixteen tokens for one."""
    token = forms(site)["token"]
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    taken = [sign for sign in alphabet if _passes(token[:-1] + bytes([sign]), site.key_of)]

    assert taken == [token[-1]]


def _passes(raw, key_of):
    try:
        check(raw, key_of)
    except NotGenuine:
        return False
    return True


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"grade": "A"}, "changed"),
        ({"type": ["VerifiableCredential", "OpenBadgeCredential", "Grade"]}, "changed"),
        ({"@context": [contexts.CREDENTIALS, contexts.OPEN_BADGES, "https://elsewhere.example/v1"]}, "changed"),
        ({"@context": [contexts.CREDENTIALS, contexts.OPEN_BADGES, {"x": "https://x.example/"}], "x": "1"}, "changed"),
        ({"issuer": "did:web:other.example"}, "changed"),
        ({"proof": None}, "no_proof"),
    ],
)
def test_a_line_that_is_added_is_refused_also_when_no_context_knows_it(site, change, fault):
    assert fault_of(to_json({**site.credential(), **change}), site.key_of) == fault


def test_a_key_that_stands_there_twice_is_refused(site):
    whole = forms(site)["document"]
    twice = whole.replace(b'"name":"Five', b'"name":"Six","name":"Five', 1)

    assert fault_of(twice, site.key_of) == "unreadable"


def test_a_good_signature_of_another_issuer_is_refused(site):
    stranger = Site("http://localhost:9")
    forged = to_json(signed(site.body(), stranger.signer, AT))
    token = token_of({**site.body(), "issuer": stranger.did}, stranger.signer)

    assert fault_of(forged, site.key_of) == "unknown_key"
    assert check(token.encode(), site.key_of).did == stranger.did  # genuine, and not ours: it says so


def test_a_key_that_the_issuers_document_does_not_list_for_statements_signs_nothing(site):
    document = {**site.document, "assertionMethod": []}

    assert fault_of(forms(site)["document"], resolver([keys_in(document)])) == "unknown_key"


def test_a_document_cannot_speak_for_another_issuers_methods(site):
    thief = Site("https://thief.example")
    claims = json.loads(json.dumps(thief.document).replace(thief.signer.method, site.signer.method))

    assert resolver([keys_in(claims)])(site.signer.method) is None


def test_old_keys_still_verify_after_a_rotation():
    site = Site("https://first.example")
    before = forms(site)
    site.rotate()
    after = forms(site)

    assert [check(raw, site.key_of).did for raw in (*before.values(), *after.values())] == [site.did] * 4
    assert before["token"] != after["token"]


def test_a_did_key_needs_nothing_but_itself():
    site = Site("http://localhost:8000")

    assert site.did.startswith("did:key:z6Mk")
    assert check(forms(site)["document"], resolver([])).did == site.did


# --- revocation ---


def revoked(site, index, **changes):
    genuine = check(to_json(site.credential(index)), site.key_of)
    raw = to_json({**site.list(), **changes})
    return is_revoked(genuine, raw, site.key_of, NOW)


def test_the_bit_of_a_credential_and_no_other_says_whether_it_was_revoked():
    site = Site("https://first.example", revoked={0, 8, 131_071})

    assert [revoked(site, index) for index in (0, 1, 7, 8, 9, 131_070, 131_071)] == [
        True, False, False, True, False, False, True,
    ]  # fmt: skip


def test_a_list_of_somebody_else_says_nothing_about_it(site):
    other = Site("https://other.example")
    forged = signed({**other.list(), "id": site.list_address}, other.signer, AT)
    forged = {**forged, "proof": forged["proof"]}
    genuine = check(forms(site)["document"], site.key_of)

    with pytest.raises(NotGenuine):
        is_revoked(genuine, to_json(forged), resolver([keys_in(site.document), keys_in(other.document)]), NOW)


def test_a_changed_list_and_one_of_long_ago_say_nothing(site):
    genuine = check(forms(site)["document"], site.key_of)
    later = datetime.now(UTC) + timedelta(days=8)

    with pytest.raises(NotGenuine):
        revoked(site, 77, credentialSubject={**site.list()["credentialSubject"], "encodedList": encoded([77])})
    with pytest.raises(NotGenuine):
        is_revoked(genuine, to_json(site.list()), site.key_of, later)


@given(st.sets(st.integers(0, 131_071), max_size=20), st.integers(0, 131_071))
def test_bits_survive_their_way(places, asked):
    assert is_set(encoded(places), asked) is (asked in places)


@pytest.mark.parametrize("text", ["", "u", "zabc", "uAAAA", "u!!", encoded([])[:40]])
def test_a_list_that_cannot_be_read_is_no_list(text):
    with pytest.raises(ValueError, match="list"):
        is_set(text, 7)


# --- a picture that holds one ---


def test_a_picture_holds_a_credential_and_stays_a_picture(site):
    whole = forms(site)["document"]
    picture = baked(ONE_PIXEL, whole)

    assert check(picture, site.key_of).body == site.body()
    assert said_in(baked(picture, b"another")) == b"another"


@pytest.mark.parametrize("picture", [ONE_PIXEL, b"\x89PNG\r\n\x1a\n", b"GIF89a", ONE_PIXEL[:-8]])
def test_a_picture_without_one_is_unreadable(site, picture):
    assert fault_of(picture, site.key_of) == "unreadable"


def test_a_damaged_picture_is_unreadable(site):
    picture = bytearray(baked(ONE_PIXEL, forms(site)["token"]))
    picture[90] ^= 1

    assert fault_of(bytes(picture), site.key_of) == "unreadable"


# --- the parts ---


@given(st.binary(max_size=40))
def test_base58_goes_both_ways(raw):
    assert from_base58(base58(raw)) == raw


def test_a_multikey_goes_both_ways():
    key = Ed25519PrivateKey.generate().public_key()

    assert public_key(multikey(key)) == key


@pytest.mark.parametrize("text", ["", "z", "z6Mk", "u6Mk", "zz" * 40, "z0"])
def test_what_is_no_multikey_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        public_key(text)


@pytest.mark.parametrize(
    ("site_url", "did"),
    [
        ("https://first.example", "did:web:first.example"),
        ("https://First.Example:8443", "did:web:first.example%3A8443"),
        ("http://first.example", "did:key:z6Mk"),
        ("https://localhost", "did:key:z6Mk"),
        ("https://10.0.0.7", "did:key:z6Mk"),
    ],
)
def test_a_domain_of_its_own_on_https_makes_a_did_web(site_url, did):
    assert did_of(site_url, "z6Mk") == did


@pytest.mark.parametrize(
    ("did", "address"),
    [
        ("did:web:first.example", "https://first.example/.well-known/did.json"),
        ("did:web:first.example:a:b", "https://first.example/a/b/did.json"),
        ("did:key:z6Mk", ""),
        ("did:web:", ""),
    ],
)
def test_where_the_document_of_an_issuer_is(did, address):
    assert document_address(did) == address


@pytest.mark.parametrize("document", [None, [], {}, {"id": 1}, {"id": "did:web:a", "assertionMethod": [1]}])
def test_what_is_no_did_document_is_refused(document):
    with pytest.raises(ValueError, match="DID"):
        keys_in(document)


def test_every_bundled_context_is_the_one_that_was_pinned(monkeypatch):
    for address in contexts.PINNED:
        assert "@context" in contexts.context(address)

    name, _digest = contexts.PINNED[contexts.CREDENTIALS]
    monkeypatch.setitem(contexts.PINNED, contexts.CREDENTIALS, (name, "0" * 64))
    contexts.context.cache_clear()
    with pytest.raises(contexts.UnknownContext):
        contexts.context(contexts.CREDENTIALS)


def test_no_other_context_is_ever_fetched():
    with pytest.raises(Meaningless):
        statements({"@context": "https://www.w3.org/2018/credentials/v1", "id": "urn:x", "type": "Thing"})


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"a":NaN}', b"\xff", b'{"a":1,"a":2}', b"[" * 5000])
def test_what_is_no_object_of_json_is_refused(raw):
    with pytest.raises(ValueError):  # noqa: PT011
        from_json(raw)


def test_a_private_key_is_not_shown_by_who_holds_it(site):
    raw = site.signer.key.private_bytes_raw()

    assert "PrivateKey" not in repr(site.signer)
    assert raw.hex() not in repr(site.signer)
