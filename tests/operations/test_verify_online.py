"""`firstfoot verify` with nothing but a file: keys and list come from the issuer's own domain, over https."""

from __future__ import annotations

import socketserver
from contextlib import contextmanager
from threading import Thread

import pytest

from firstfoot.proof.credentials.actions import ask_for_credential, revoke_credential, rotate_key
from firstfoot.proof.portfolio.actions import revoke_letter
from tests.chromium import serving
from tests.factories.engagements import make_completed
from tests.factories.portfolio import make_letter, make_signed_form
from tests.operations.tls import DOMAIN, certificate, domain

pytestmark = [pytest.mark.once, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pem(tmp_path):
    return certificate(tmp_path)


@pytest.fixture
def on_domain(settings):
    settings.SITE_URL = f"https://{DOMAIN}"
    settings.ALLOWED_HOSTS = ["*"]


@pytest.fixture
def site(on_domain, pem):
    """The real site, served at the domain."""
    with serving() as address, domain(address, pem) as proxy:
        yield proxy


@pytest.fixture
def verify(firstfoot, tmp_path, pem):
    def run(raw, proxy, *options, **more):
        path = tmp_path / "file"
        path.write_text(raw)
        through = f"http://127.0.0.1:{proxy.server_address[1]}"
        settings = {"https_proxy": through, "HTTPS_PROXY": through, "no_proxy": "", "NO_PROXY": ""}
        return firstfoot("verify", str(path), *options, **{"SSL_CERT_FILE": str(pem), **settings, **more})

    return run


@pytest.fixture
def credential(on_domain, cast):
    return ask_for_credential(engagement_id=make_completed(cast).pk, actor=cast.sam)


@pytest.mark.parametrize("form", ["document", "token"])
def test_the_site_says_all_that_is_needed(credential, site, verify, form):
    done = verify(getattr(credential, form), site)
    assert (done.returncode, done.stderr, done.stdout.partition(".")[0]) == (0, "", "VALID")
    assert f"issuer  did:web:{DOMAIN}" in done.stdout
    assert site.asked == [f"{DOMAIN}:443"] * 2  # the issuer's document, and the list


def test_what_is_taken_back_is_known_at_the_next_check(cast, credential, site, verify):
    assert verify(credential.document, site).returncode == 0
    revoke_credential(credential_id=credential.pk, reason="holder", actor=cast.sam)
    assert verify(credential.document, site).returncode == 4


def test_a_letter_that_is_taken_back_is_known_too(on_domain, cast, site, verify):
    letter = make_letter(make_completed(cast))
    signed = make_signed_form(letter)
    assert verify(signed.token, site).returncode == 0
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    assert verify(signed.token, site).returncode == 4


def test_one_that_was_signed_with_a_key_of_before_verifies(cast, credential, site, verify):
    rotate_key(actor=cast.stella)
    assert verify(credential.token, site).returncode == 0


def test_one_changed_letter_is_seen(credential, site, verify):
    done = verify(credential.document.replace("Sam", "Tom"), site)
    assert (done.returncode, done.stdout.partition(".")[0]) == (3, "NOT GENUINE")


def test_without_the_list_it_does_not_say_that_it_counts(credential, site, verify, tmp_path, client):
    (tmp_path / "did.json").write_bytes(client.get("/.well-known/did.json").content)
    type(credential.list).objects.update(address=f"https://{DOMAIN}/credentials/lists/gone/")
    done = verify(credential.document, site, "--did", str(tmp_path / "did.json"))
    assert (done.returncode, "WHOLE" in done.stdout) == (5, True)


def test_offline_nothing_is_asked(credential, site, verify):
    assert verify(credential.document, site, "--offline").returncode == 1
    assert site.asked == []


def test_a_domain_that_cannot_show_who_it_is_is_not_believed(credential, site, verify, tmp_path):
    (tmp_path / "none.pem").write_text("")
    done = verify(credential.document, site, SSL_CERT_FILE=str(tmp_path / "none.pem"))
    assert done.returncode == 1
    assert f"the keys of did:web:{DOMAIN} are not known here" in done.stderr


@contextmanager
def saying(said):
    """A server that says the same to everyone."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            self.request.recv(4096)
            self.request.sendall(said)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def leading_to(address):
    def application(environ, start_response):
        start_response("302 Found", [("Location", address + environ["PATH_INFO"])])
        return [b""]

    return application


def test_nor_one_that_leads_to_plain_http(credential, on_domain, pem, verify):
    with serving() as plain, serving(leading_to(plain)) as address, domain(address, pem) as proxy:
        assert verify(credential.document, proxy).returncode == 1


def test_a_domain_with_the_keys_of_another_is_not_believed(credential, on_domain, pem, verify):
    def other(environ, start_response):
        start_response("200 OK", [("Content-Type", "application/did+json")])
        return [b'{"id": "did:web:other.example", "verificationMethod": [], "assertionMethod": []}']

    with serving(other) as address, domain(address, pem) as proxy:
        assert verify(credential.document, proxy).returncode == 1


@pytest.mark.parametrize("said", [b"\x17\x03\x03 nonsense", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"])
def test_what_is_no_answer_is_none(credential, on_domain, pem, verify, said):
    with saying(said) as address, domain(address, pem) as proxy:
        done = verify(credential.document, proxy)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_an_issuer_without_a_domain_is_asked_for_nothing(cast, settings, pem, verify):
    with serving() as address, domain(address, pem) as proxy:
        settings.SITE_URL = address
        credential = ask_for_credential(engagement_id=make_completed(cast).pk, actor=cast.sam)
        done = verify(credential.document, proxy)
    assert (done.returncode, proxy.asked) == (5, [])  # its list is on plain http: give it with --list
