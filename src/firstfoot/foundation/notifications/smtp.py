"""Handing one mail to an SMTP server, step by step, so that we know how far it came."""

from __future__ import annotations

import contextlib
import email.policy
import re
import smtplib
import socket
import threading
from collections.abc import Callable
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends import smtp

REPLY_LIMIT_SECONDS = 20.0  # for one whole answer, however slowly its letters come
SERVER_READY = 354
SERVER_TOOK_IT = 250
PERMANENT = 500


class Refused(Exception):
    """The server will not take mail for this address, now or later."""


class Rejected(Exception):
    """The server will not take this text; trying again would not change that."""


class Uncertain(Exception):
    """The text was handed over, but no answer said that it was taken."""


class Unreachable(Exception):
    """Nothing was handed over; a later try may work. `server_down` when no other mail would pass either."""

    def __init__(self, reason: str, *, server_down: bool = True) -> None:
        super().__init__(reason)
        self.server_down = server_down


class _Patient:
    """An SMTP client that waits for each answer for a bounded time in all, so that a server cannot drip for ever."""

    sock: socket.socket | None
    reply_limit = REPLY_LIMIT_SECONDS

    def getreply(self) -> tuple[int, bytes]:
        watch = threading.Timer(self.reply_limit, hang_up, [self.sock])
        watch.daemon = True
        watch.start()
        try:
            return super().getreply()  # type: ignore[misc, no-any-return]
        finally:
            watch.cancel()


class PatientSMTP(_Patient, smtplib.SMTP):
    pass


class PatientSMTPS(_Patient, smtplib.SMTP_SSL):
    pass


class PatientBackend(smtp.EmailBackend):
    """Django's SMTP backend with answers of bounded length in time."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return PatientSMTPS if self.use_ssl else PatientSMTP


def hang_up(sock: socket.socket | None) -> None:
    if sock is not None:
        with contextlib.suppress(OSError, ValueError):
            sock.shutdown(socket.SHUT_RDWR)


def hand_over(backend: smtp.EmailBackend, message: EmailMessage, before_data: Callable[[], Any]) -> None:
    """Give one message to the server behind an SMTP backend, opening it when needed.

    Calls `before_data` after the server agreed to take the text and before any of
    it is sent. Close the backend after any exception. Raises Refused, Rejected, Uncertain or Unreachable.
    """
    client = _open(backend)
    try:
        _address(backend, client, message)
        before_data()
        code, reply = client.docmd("DATA")
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(_said(error)) from error
    if code != SERVER_READY:
        raise _refusal_of_text(code, reply)
    _send_text(client, message)


def _open(backend: smtp.EmailBackend) -> smtplib.SMTP:
    try:
        backend.open()
        client = backend.connection
        if client is None:
            raise Unreachable("not connected")
        client.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(_said(error)) from error
    return client


def _address(backend: smtp.EmailBackend, client: smtplib.SMTP, message: EmailMessage) -> None:
    code, reply = client.mail(backend.prep_address(message.from_email))
    if code != SERVER_TOOK_IT:
        raise Unreachable(f"{code} {_text(reply)}")
    for address in message.recipients():
        code, reply = client.rcpt(backend.prep_address(address))
        if code >= PERMANENT:
            raise Refused(f"{code} {_text(reply)}")
        if code not in {250, 251}:
            raise Unreachable(f"{code} {_text(reply)}", server_down=False)


def _send_text(client: smtplib.SMTP, message: EmailMessage) -> None:
    text = message.message(policy=email.policy.SMTP).as_bytes()
    text = re.sub(rb"(?m)^\.", b"..", text)
    try:
        client.send(text + (b"" if text.endswith(b"\r\n") else b"\r\n") + b".\r\n")
        code, reply = client.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise Uncertain(_said(error)) from error
    if code != SERVER_TOOK_IT:
        raise _refusal_of_text(code, reply)


def _refusal_of_text(code: int, reply: bytes) -> Exception:
    said = f"{code} {_text(reply)}"
    return Rejected(said) if code >= PERMANENT else Unreachable(said, server_down=False)


def _text(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
