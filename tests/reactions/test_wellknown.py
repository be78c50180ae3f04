"""Reading a stranger's small file from a real server with a certificate of its own, and what is refused."""

from __future__ import annotations

import datetime
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from firstfoot.reactions.wellknown import PATH, Net, Unread, is_public, read

HOST = "crumb.example"
ASKED: list[tuple[str, str]] = []


class Site(BaseHTTPRequestHandler):
    """Answers as the server's `how` says."""

    def do_GET(self) -> None:
        ASKED.append((self.path, self.headers["Host"].partition(":")[0]))
        how = getattr(self.server, "how", "")
        self.send_response({"moved": 302, "missing": 404}.get(how, 200))
        if how == "moved":
            self.send_header("Location", f"https://{HOST}/elsewhere.txt")
        self.end_headers()
        with suppress(OSError):  # whoever asked may have gone
            for part in {"long": [b"x" * 4097], "slow": [b"x"] * 40}.get(
                how, [getattr(self.server, "text", b"the-token\n")]
            ):
                self.wfile.write(part)
                time.sleep(0.1 if how == "slow" else 0)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> Path:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - datetime.timedelta(days=1))
    made = made.not_valid_after(now + datetime.timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    signed = made.sign(key, hashes.SHA256())
    path = tmp_path_factory.mktemp("site") / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def site(certificate) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=partial(server.serve_forever, 0.02), daemon=True).start()
    ASKED.clear()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def net(site, certificate) -> Net:
    trusting = partial(ssl.create_default_context, cafile=str(certificate))
    return Net(lambda _host: ["127.0.0.1"], lambda _address: True, trusting, site.server_address[1], 2.0)


def test_the_text_is_read_at_the_well_known_path_of_the_host(net):
    assert (read(HOST, net), ASKED) == ("the-token\n", [(PATH, HOST)])


@pytest.mark.parametrize(("how", "code"), [("moved", "not_there"), ("missing", "not_there"), ("long", "too_long")])
def test_redirects_and_long_texts_are_refused(net, site, how, code):
    site.how = how
    with pytest.raises(Unread, match=code):
        read(HOST, net)
    assert len(ASKED) == 1


def test_a_slow_site_is_cut_off(net, site):
    site.how = "slow"
    begun = time.monotonic()
    with pytest.raises(Unread):
        read(HOST, Net(net.resolve, net.may_reach, net.context, net.port, 0.4))
    assert time.monotonic() - begun < 2


def test_another_hosts_certificate_does_not_speak_for_it(net):
    with pytest.raises(Unread, match="no_answer"):
        read("rye.example", net)
    assert ASKED == []


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], []])
def test_a_host_with_an_address_of_our_own_network_is_not_asked(net, addresses):
    with pytest.raises(Unread, match="not_public"):
        read(HOST, Net(lambda _host: addresses, context=net.context, port=net.port))
    assert ASKED == []


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "224.0.0.1",
     "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:192.168.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:0:1234::1", "2001:db8::1"],
)  # fmt: skip
def test_addresses_that_are_not_out_on_the_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e"])
def test_addresses_that_are(address):
    assert is_public(address)
