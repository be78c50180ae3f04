"""Real SMTP servers of several tempers, on loopback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from aiosmtpd.controller import Controller


class Accepting:
    """Takes everything, and keeps it."""

    def __init__(self) -> None:
        self.messages: list[bytes] = []
        self.recipients: list[str] = []

    async def handle_DATA(self, _server, _session, envelope):
        self.messages.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        return "250 taken"


class Refusing(Accepting):
    """Answers RCPT with what it was told to say."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self.answer = answer

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address.lower().startswith("gone"):
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 ok"


class Rejecting(Accepting):
    """Reads the text, then says no to it."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self.answer = answer

    async def handle_DATA(self, _server, _session, envelope):
        self.messages.append(envelope.content)
        return self.answer


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@contextmanager
def serving(handler) -> Iterator[int]:
    """The port of an aiosmtpd server with this handler."""
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, ready_timeout=10)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


SCRIPT_OF_A_POLITE_SERVER = {b"EHLO": b"250 hi\r\n", b"MAIL": b"250 ok\r\n", b"RCPT": b"250 ok\r\n"}


@contextmanager
def rude_server(temper: str) -> Iterator[tuple[int, list[bytes]]]:
    """A server that misbehaves: `silent` (never greets), `dripping` (greets a letter at a time, for ever),
    `broken` (takes the whole text, then hangs up), `mute` (takes the text, never answers)."""
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()
    heard: list[bytes] = []
    threads: list[threading.Thread] = []

    def accept() -> None:
        with suppress(OSError):
            while not stop.is_set():
                talk, _ = listener.accept()
                thread = threading.Thread(target=behave, args=(talk, temper, stop, heard), daemon=True)
                threads.append(thread)
                thread.start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        stop.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for thread in [accepting, *threads]:
            thread.join(5)


def behave(talk: socket.socket, temper: str, stop: threading.Event, heard: list[bytes]) -> None:
    with suppress(OSError), talk:
        talk.settimeout(10)
        if temper == "silent":
            stop.wait(10)
            return
        if temper == "dripping":
            while not stop.wait(0.05):
                talk.sendall(b"2")
            return
        talk.sendall(b"220 here\r\n")
        lines = talk.makefile("rb")
        while line := lines.readline():
            word = line[:4].upper()
            if word == b"DATA":
                talk.sendall(b"354 go\r\n")
                while (text := lines.readline()) not in {b".\r\n", b""}:
                    heard.append(text)
                if temper == "mute":
                    stop.wait(10)
                return
            talk.sendall(SCRIPT_OF_A_POLITE_SERVER.get(word, b"250 ok\r\n"))
