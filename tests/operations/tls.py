"""A domain on this machine: what asks for https://first.example through the proxy of the tests gets a site of ours.

The proxy takes CONNECT for any name, speaks TLS with a certificate for that one, and hands what it reads to a server.
"""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DOMAIN = "first.example"


def certificate(folder: Path) -> Path:
    """A key with its certificate for the domain, signed by itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, DOMAIN)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(DOMAIN)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    hidden = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "domain.pem"
    path.write_bytes(hidden + made.public_bytes(serialization.Encoding.PEM))
    return path


class _Tunnel(socketserver.BaseRequestHandler):
    server: _Proxy

    def handle(self) -> None:
        """One question and its answer, as a program asks that keeps no connection."""
        if not (head := _head_of(self.request)):
            return
        self.server.asked.append(head.split()[1].decode())
        self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with suppress(OSError), self.server.context.wrap_socket(self.request, server_side=True) as inside:
            question = _head_of(inside)
            with socket.create_connection(self.server.behind) as site:
                site.sendall(question)
                while part := site.recv(65536):
                    inside.sendall(part)


def _head_of(asking: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head:
        if not (part := asking.recv(4096)):
            return b""
        head += part
    return head


class _Proxy(socketserver.ThreadingTCPServer):
    daemon_threads = True
    context: ssl.SSLContext
    behind: tuple[str, int]
    asked: list[str]


@contextmanager
def domain(address: str, pem: Path) -> Iterator[_Proxy]:
    """The proxy that leads the domain to the server at an address; `asked` has what it was asked for."""
    with _Proxy(("127.0.0.1", 0), _Tunnel) as proxy:
        proxy.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        proxy.context.load_cert_chain(pem)
        proxy.behind = (urlsplit(address).hostname or "", urlsplit(address).port or 0)
        proxy.asked = []
        thread = threading.Thread(target=proxy.serve_forever, daemon=True)
        thread.start()
        yield proxy
        proxy.shutdown()
        thread.join()
