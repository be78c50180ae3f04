"""Reads one small file from a stranger's website: only at public addresses, and at the one that was looked up."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPSConnection
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Timer

PATH = "/.well-known/firstfoot.txt"
SECONDS = 5.0
MOST_BYTES = 4096
_NAT64 = ip_network("64:ff9b::/96")


class Unread(Exception):
    """It could not be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_public(address: str) -> bool:
    """Whether an address is out on the internet, also when it wraps another: never of this machine or its network.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        if found in _NAT64:
            return is_public(str(ip_address(int(found) & 0xFFFFFFFF)))
        wrapped = found.ipv4_mapped or found.sixtofour
        if wrapped is not None:
            return is_public(str(wrapped))
        if found.teredo is not None:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def addresses_of(host: str) -> list[str]:
    """Every address of a host, as the machine's resolver answers."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Net:
    """How the network is reached; tests have another one than the real."""

    resolve: Callable[[str], list[str]] = addresses_of
    may_reach: Callable[[str], bool] = is_public
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    port: int = 443
    seconds: float = SECONDS


REAL = Net()


def read(host: str, net: Net = REAL) -> str:
    """The text at the well-known path of a host. Raises Unread: redirects are not followed, long texts not read.

    A host with one address that is not public is not asked at all. The name is looked up once, and the connection
    made to that address, so that a second answer of its name server leads nowhere else.
    """
    try:
        addresses = net.resolve(host)
    except OSError as error:
        raise Unread("no_such_host") from error
    if not addresses or not all(net.may_reach(address) for address in addresses):
        raise Unread("not_public")
    connection = _Pinned(host, addresses[0], net)
    end = Timer(net.seconds, connection.cut)  # also for one that sends a byte now and then
    end.daemon = True
    end.start()
    try:
        with closing(connection):
            return _text(connection)
    except (OSError, HTTPException, ValueError) as error:
        raise Unread("no_answer") from error
    finally:
        end.cancel()


def _text(connection: _Pinned) -> str:
    connection.request("GET", PATH, headers={"User-Agent": "Firstfoot", "Accept": "text/plain"})
    response = connection.getresponse()
    if response.status != 200:
        raise Unread("not_there")
    body = response.read(MOST_BYTES + 1)
    if connection.is_cut:  # what came until then is not the text
        raise Unread("no_answer")
    if len(body) > MOST_BYTES:
        raise Unread("too_long")
    return body.decode("utf-8", "replace")


class _Pinned(HTTPSConnection):
    """A connection to one address that asks for, and checks the certificate of, a host."""

    def __init__(self, host: str, address: str, net: Net) -> None:
        self.tls = net.context()
        super().__init__(host, net.port, timeout=net.seconds, context=self.tls)
        self.address, self.is_cut = address, False
        self.wire: socket.socket | None = None  # kept here: the response takes `sock` away

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        wrapped = self.tls.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock = self.wire = wrapped  # before the handshake, so that it can be cut
        wrapped.do_handshake()

    def cut(self) -> None:
        """End it from another thread, whatever it waits for."""
        self.is_cut = True
        if self.wire is not None:
            with suppress(OSError):
                socket.socket.shutdown(self.wire, socket.SHUT_RDWR)
