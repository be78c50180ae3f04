"""Bodies that broke off half way: told apart from whole ones, where Django would take what arrived for all of it.

Loads nothing of Django: the web server needs it before the site is set up. The answer to such a request is
`WholeBodyMiddleware`.
"""

from __future__ import annotations

from collections.abc import Iterable
from wsgiref.types import InputStream, StartResponse, WSGIApplication, WSGIEnvironment


class WholeBody:
    """The body of one request; reading raises OSError when it ends before its stated length.

    The web server gives an end of file for a lost connection as for a whole body, so only
    the length tells them apart.
    """

    def __init__(self, stream: InputStream, length: int) -> None:
        self._stream, self._left = stream, length
        self.broke_off = False

    def read(self, size: int = -1, /) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        blocks: list[bytes] = []
        while wanted:
            block = self._came(self._stream.read(wanted))
            wanted -= len(block)
            blocks.append(block)
        return b"".join(blocks)

    def readline(self, size: int = -1, /) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        return self._came(self._stream.readline(wanted)) if wanted else b""

    def _came(self, block: bytes) -> bytes:
        if not block:
            self.broke_off = True
            raise OSError(f"The connection ended {self._left} bytes early.")
        self._left -= len(block)
        return block


def whole_bodies(application: WSGIApplication) -> WSGIApplication:
    """The application, told when a body breaks off."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = str(environ.get("CONTENT_LENGTH") or "")
        if length.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
        return application(environ, start_response)

    return answer
