"""Between the wire and the pages: what a request becomes, how files leave, what breaks off."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPResponse
from pathlib import Path

import pytest

from tests.config.pages_behind_front import CONTENT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The real web server, with those pages behind the front."""
    folder = str(tmp_path_factory.mktemp("front"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", "tests.config.pages_behind_front:application", "--interface", "rsgi"]
    options = ["--port", str(number), "--no-ws", "--log-level", "critical"]
    environment = {**os.environ, "FIRSTFOOT_DATA": folder, "TMPDIR": folder, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([*command, *options], env=environment, cwd=ROOT)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", number)):
            break
        time.sleep(0.05)
    yield number
    server.terminate()
    server.wait()


def ask(port, request, *, method="GET"):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(request)
        with closing(HTTPResponse(line, method=method)) as response:
            response.begin()
            return response.status, response.read()


def said(port, request):
    status, text = ask(port, request)
    assert status == 200
    return json.loads(text)


def test_a_request_is_what_pages_expect(port):
    got = said(
        port, b"POST /said?a=%20b HTTP/1.1\r\nHost: a.example\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n"
        b"Cookie: a=1\r\nCookie: b=2\r\nX-Twice: one\r\nX-Twice: two\r\n\r\nhello",
    )  # fmt: skip
    wanted = {
        "REQUEST_METHOD": "POST", "PATH_INFO": "/said", "QUERY_STRING": "a=%20b", "HTTP_HOST": "a.example",
        "CONTENT_TYPE": "text/plain", "CONTENT_LENGTH": "5", "HTTP_COOKIE": "a=1; b=2", "HTTP_X_TWICE": "one,two",
        "SCRIPT_NAME": "", "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http", "body": "hello",
    }  # fmt: skip
    assert {name: got[name] for name in wanted} == wanted


def test_a_header_with_an_underscore_cannot_pass_for_one_that_the_proxy_sets(port):
    got = said(port, b"GET /said HTTP/1.1\r\nHost: a\r\nX_Forwarded_Proto: https\r\nContent_Length: 9\r\n\r\n")
    assert "HTTP_X_FORWARDED_PROTO" not in got
    assert "CONTENT_LENGTH" not in got


def test_nobody_can_say_what_only_the_web_server_says(port):
    got = said(port, b"GET /said HTTP/1.1\r\nHost: a\r\nfirstfoot.asks: 1\r\nfirstfoot.unread: busy\r\n\r\n")
    assert [name for name in got if name.startswith("firstfoot.")] == []


@pytest.mark.parametrize("where", ["/memory", "/disk"])
def test_a_file_leaves_whole_wherever_it_lies(port, where):
    assert ask(port, f"GET {where} HTTP/1.1\r\nHost: a\r\n\r\n".encode()) == (200, CONTENT)
    assert ask(port, f"HEAD {where} HTTP/1.1\r\nHost: a\r\n\r\n".encode(), method="HEAD") == (200, b"")


def test_of_a_file_that_is_half_read_the_rest_leaves(port):
    assert ask(port, b"GET /half HTTP/1.1\r\nHost: a\r\n\r\n") == (200, CONTENT[len(CONTENT) // 2 :])


def test_a_page_that_fails_takes_nobody_with_it(port):
    assert ask(port, b"GET /error HTTP/1.1\r\nHost: a\r\n\r\n")[0] == 500
    assert ask(port, b"GET /said HTTP/1.1\r\nHost: a\r\n\r\n")[0] == 200


def test_a_body_that_falls_silent_never_reaches_a_page(port):
    assert ask(port, b"POST /said HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell")[0] == 400


def test_a_body_without_a_length_is_not_read(port):
    got = said(port, b"POST /said HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
    assert got["body"] == ""


def post(path):
    return b"POST /%s HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n" % path


def get(path):
    return b"GET /%s HTTP/1.1\r\nHost: a\r\n\r\n" % path


def test_a_writer_that_waits_keeps_nobody_who_reads_and_later_writers_are_told(port):
    with ThreadPoolExecutor(2) as people:
        first = people.submit(said, port, post(b"held"))
        time.sleep(0.2)
        second = people.submit(said, port, post(b"said"))
        time.sleep(0.6)
        assert not first.done()
        assert not second.done()
        assert said(port, get(b"said"))["thread"].startswith("reading")
        said(port, get(b"let-go"))
        assert first.result(20)["thread"].startswith("writing")
    assert [one.result()["late"] for one in (first, second)] == [False, True]
    assert said(port, post(b"said"))["late"] is False
