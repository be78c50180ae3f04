"""A few pages for the tests of the front, served by the real web server."""

from __future__ import annotations

import io
import json
import tempfile
import threading

from django.conf import settings

from firstfoot.config import front
from firstfoot.web.shared.wire import LATE

CONTENT = bytes(range(256)) * 4096  # 1 MB
front.SILENCE = 0.5
settings.WRITE_WAIT_SECONDS = 0.3
let_go = threading.Event()


def pages(environ, start_response):
    """What came, as JSON; or a file that lies in memory, on disk, or is half read; or an error."""
    where, wrap = environ["PATH_INFO"], environ["wsgi.file_wrapper"]
    if where == "/error":
        raise RuntimeError("a page that fails")
    if where == "/held":  # until somebody reads /let-go
        let_go.wait(20)
    if where == "/let-go":
        let_go.set()
    if where in {"/said", "/held", "/let-go"}:
        body = environ["wsgi.input"].read()
        said = {name: value for name, value in environ.items() if isinstance(value, str)}
        said |= {"body": body.decode(), "thread": threading.current_thread().name, "late": LATE in environ}
        text = json.dumps(said).encode()
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(text)))])
        return [text]
    file = io.BytesIO(CONTENT)
    if where != "/memory":
        file = tempfile.NamedTemporaryFile(delete=False)  # noqa: SIM115
        file.write(CONTENT)
        file.flush()
        file.seek(len(CONTENT) // 2 if where == "/half" else 0)
    length = len(CONTENT) - file.tell()
    start_response("200 OK", [("Content-Type", "application/octet-stream"), ("Content-Length", str(length))])
    return wrap(file)


application = front.Front(pages)
