"""What the web server calls: a request is off the wire before its page runs, an answer leaves at its reader's pace.

Pages run in two threads a process: one for those that only read, one for those that may write. A
phone on a bad line holds a connection, never a thread: its upload arrives here, in the event loop,
into memory and then a temporary file; its download is handed to the web server as a whole, or as a
file on disk. See docs/decisions/0007-slow-clients.md, and 0009-writers-wait-apart.md for the threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import IO, Any, Protocol

from django.conf import settings
from granian.rsgi import HTTPProtocol, Scope  # type: ignore[attr-defined]

from firstfoot.web.shared.wire import ASKS, GO_AHEAD, LATE, UNREAD

type Environ = dict[str, Any]

AT_ONCE = 2 * 1024 * 1024  # a body up to this size is taken without asking the page first
IN_MEMORY = 256 * 1024  # what is larger lies in a temporary file
ROOM = 1024 * 1024 * 1024  # of one process, for large bodies under way; who finds none is told to come again
SILENCE = 60.0  # seconds without a byte after which a body counts as lost
LINGER_BYTES, LINGER_SECONDS = 64 * 1024 * 1024, 10.0  # read and dropped behind a refusal, so that it can be read
CHUNK = 256 * 1024
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}  # these never write

_SERVER = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": False,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


class Pages(Protocol):
    """A WSGI application."""

    def __call__(self, environ: Environ, start_response: Any, /) -> Iterable[bytes]: ...


@dataclass(slots=True)
class Answer:
    """Status, headers, and either the content, or the file or chunks that hold it."""

    status: int = 500
    headers: list[tuple[str, str]] = field(default_factory=list)
    content: bytes = b""
    path: str = ""
    chunks: Chunks | None = None

    def start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        """What WSGI calls start_response."""
        self.status, self.headers = int(status[:3]), headers


class Chunks:
    """What WSGI calls a file wrapper: the file behind an answer, which its reader closes."""

    def __init__(self, file: IO[bytes], size: int = CHUNK) -> None:
        self.file = file

    def __iter__(self) -> Chunks:
        return self

    def __next__(self) -> bytes:
        if chunk := self.file.read(CHUNK):
            return chunk
        raise StopIteration

    def close(self) -> None:
        self.file.close()

    def path(self, length: str) -> str:
        """Where the whole of it lies on disk; empty when it does not, or when only a part is to be sent."""
        with contextlib.suppress(OSError, AttributeError, ValueError):
            name, at = self.file.name, self.file.tell()
            if isinstance(name, str) and os.path.isabs(name) and not at and str(os.path.getsize(name)) == length:
                return name
        return ""


class Front:
    """Named in `firstfoot serve`."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="writing")
        self._room = ROOM

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        environ = environ_of(scope)
        length = _length_of(environ)
        if length <= AT_ONCE:
            await self._serve(environ, protocol, length)
        elif (refused := await self._ask(environ)) is not None:
            await self._send(refused, environ, protocol)
            await _linger(protocol)
        elif length > self._room:
            await self._send(await self._run({**environ, UNREAD: "busy"}), environ, protocol)
            await _linger(protocol)
        else:
            self._room -= length
            try:
                await self._serve(environ, protocol, length)
            finally:
                self._room += length

    async def _serve(self, environ: Environ, protocol: HTTPProtocol, length: int) -> None:
        """Take the body, run the page, send the answer. Nothing runs for a body that broke off."""
        if not length:
            return await self._send(await self._run(environ), environ, protocol)
        with tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(settings.FILE_UPLOAD_TEMP_DIR)) as body:
            try:
                whole = await _take(protocol, body, length)
            except OSError:
                environ[UNREAD] = "no_space"
            else:
                if not whole:
                    return protocol.response_empty(400, [("connection", "close")])
                body.seek(0)
                environ["wsgi.input"] = body
            answer = await self._run(environ)
        return await self._send(answer, environ, protocol)

    async def _ask(self, environ: Environ) -> Answer | None:
        """The page's refusal of a large body, before any of it is read; None when it takes it."""
        answer = await self._run({**environ, ASKS: True})
        return None if answer.status == GO_AHEAD else answer

    async def _run(self, environ: Environ) -> Answer:
        lane, arrived = self._lane(environ), time.monotonic()
        return await asyncio.get_running_loop().run_in_executor(lane, self._answer, environ, arrived)

    def _lane(self, environ: Environ) -> ThreadPoolExecutor:
        """A writer that waits for another keeps other writers waiting, and nobody who reads."""
        return self._reading if environ["REQUEST_METHOD"] in SAFE else self._writing

    def _answer(self, environ: Environ, arrived: float) -> Answer:
        """In the thread of its lane. Who waited there as long as a writer waits does not begin to wait anew."""
        answer = Answer()
        if time.monotonic() - arrived > settings.WRITE_WAIT_SECONDS:
            environ[LATE] = True
        given = self._pages(environ, answer.start)
        try:
            if isinstance(given, Chunks):
                length = next((value for name, value in answer.headers if name.lower() == "content-length"), "")
                answer.path = given.path(length)
                if not answer.path:
                    answer.chunks, given = given, ()
            else:
                answer.content = b"".join(given)
        finally:
            if hasattr(given, "close"):
                given.close()
        return answer

    async def _send(self, answer: Answer, environ: Environ, protocol: HTTPProtocol) -> None:
        headers = [(name.lower(), value) for name, value in answer.headers]
        if environ["REQUEST_METHOD"] == "HEAD":
            if answer.chunks:
                await self._close(answer.chunks, environ)
            protocol.response_empty(answer.status, headers)
        elif answer.path:
            protocol.response_file(answer.status, headers, answer.path)
        elif answer.chunks:
            transport = protocol.response_stream(answer.status, headers)
            try:
                await _stream(answer.chunks, transport)
            finally:
                await self._close(answer.chunks, environ)
        else:
            protocol.response_bytes(answer.status, headers, answer.content)

    async def _close(self, chunks: Chunks, environ: Environ) -> None:
        """Where the page ran: its end closes what that thread opened."""
        await asyncio.get_running_loop().run_in_executor(self._lane(environ), chunks.close)


def environ_of(scope: Scope) -> Environ:
    """The request as WSGI knows it.

    A header whose name has an underscore is left out: WSGI could not tell it from one with a
    hyphen, and a proxy that sets `X-Forwarded-Proto` lets `X_Forwarded_Proto` pass.
    """
    host, _, port = scope.server.rpartition(":")
    environ: Environ = {
        **_SERVER,
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.file_wrapper": Chunks,
    }
    for name in scope.headers.keys():  # noqa: SIM118  (not a dict)
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        joint = "; " if key == "COOKIE" else ","
        value = joint.join(scope.headers.get_all(name))  # type: ignore[attr-defined]
        environ[key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"] = value
    environ.setdefault("HTTP_HOST", scope.authority or "")
    return environ


async def _stream(chunks: Chunks, transport: Any) -> None:
    """What lies elsewhere, chunk by chunk; each is fetched only when the one before has left."""
    while chunk := await asyncio.to_thread(next, chunks, b""):
        await transport.send_bytes(chunk)


def _length_of(environ: Environ) -> int:
    """How much follows. A body that does not say its length is not read, as WSGI has it."""
    given = environ.get("CONTENT_LENGTH", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 20 else 0


async def _take(protocol: HTTPProtocol, body: IO[bytes], length: int) -> bool:
    """Write what arrives; whether all of it did. Raises OSError when the disk is full."""
    async for chunk in _arriving(protocol):
        body.write(chunk)
    return body.tell() == length


async def _arriving(protocol: HTTPProtocol) -> AsyncIterator[bytes]:
    """The chunks of the body, until its end or a long silence."""
    chunks = aiter(protocol)
    with contextlib.suppress(StopAsyncIteration, TimeoutError):
        while True:
            async with asyncio.timeout(SILENCE):
                chunk = await anext(chunks)
            yield chunk


async def _linger(protocol: HTTPProtocol) -> None:
    """Read on behind a refusal and drop it: a connection cut while it sends shows its person nothing."""
    left = LINGER_BYTES
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LINGER_SECONDS):
            async for chunk in _arriving(protocol):
                left -= len(chunk)
                if left < 0:
                    return


def _pages() -> Pages:
    """The site, which sets itself up when it is imported."""
    from firstfoot.config.wsgi import application

    return application


application = Front(_pages())
