"""Eight contenders, each a process with a connection of its own, released together by a barrier for every trial.

Each sends its form to the application that the web server calls, through everything
that stands around a page. What no page does (the clock) is called.
"""

from __future__ import annotations

import multiprocessing
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.db import connections
from django.db.models import QuerySet
from django.test import RequestFactory
from django.utils.module_loading import import_string

from firstfoot.kernel.errors import Refusal

CONTENDERS = 8
LONGEST = 120.0  # seconds until a contender that does not come is given up
PAUSE = 0.04  # between what was read and the first thing written, when the guard is off
IN_PASSING = ("django_session", "accounts_signin")  # written on the way to the page, or not
TOKEN = "a" * 32  # a CSRF token is whatever cookie and header agree on


_paused: list[bool] = []  # of the present move


@dataclass(frozen=True, slots=True)
class Move:
    """One form that one person sends (without data: a page that is opened), or a call that the clock makes."""

    path: str
    session: str = ""
    data: dict[str, Any] | None = None
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    call: dict[str, Any] = field(default_factory=dict)  # the arguments; then `path` is "package.module:function"
    after: float = 0.0  # seconds from the start, so that what is quick also comes in the middle of what is slow


@dataclass(slots=True)
class Answer:
    """What came back: the status, where it led, the refusal's code and sentence, the page, and what broke."""

    status: int
    place: str = ""
    page: str = ""
    code: str = ""
    reason: str = ""
    error: str = ""

    @property
    def won(self) -> bool:
        return self.status in {200, 302}


def contest(trials: list[list[Move]], *, unguarded: bool = False) -> list[list[Answer]]:
    """Let the eight loose on each trial; the answers in the order of the moves. Call it without a connection."""
    fork = multiprocessing.get_context("fork")
    barrier = fork.Barrier(CONTENDERS, timeout=LONGEST)
    runners = []
    for number in range(CONTENDERS):
        ours, theirs = fork.Pipe(duplex=False)
        own = [moves[number] for moves in trials]
        process = fork.Process(target=_contend, args=(own, barrier, theirs, unguarded))
        process.start()
        theirs.close()
        runners.append((process, ours))
    given = [ours.recv() for _process, ours in runners]
    for process, _ours in runners:
        process.join(LONGEST)
    return [list(answers) for answers in zip(*given, strict=True)]


def _contend(moves: list[Move], barrier: Any, report: Connection, unguarded: bool) -> None:
    if unguarded:
        take_guards_off()
    connections["default"].settings_dict["CONN_MAX_AGE"] = None
    connections["default"].ensure_connection()
    answers = []
    for move in moves:
        make = ready(move)
        _paused.clear()
        barrier.wait()
        time.sleep(move.after)
        answers.append(make())
    report.send(answers)


def take_guards_off() -> None:
    """In this process no row is locked, and everyone has read before anyone writes."""
    QuerySet.select_for_update = lambda self, *_args, **_options: self._chain()  # type: ignore[assignment, method-assign]
    connections["default"].execute_wrappers.append(_slow_first_write)


def _slow_first_write(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if not _paused and sql.startswith(("INSERT", "UPDATE")) and not any(table in sql for table in IN_PASSING):
        _paused.append(True)
        time.sleep(PAUSE)
    return execute(sql, params, many, context)


def ready(move: Move) -> Callable[[], Answer]:
    """The move, all but made."""
    if move.call:
        return lambda: _called(move)
    environ = environ_of(move)
    return lambda: _asked(environ)


def _called(move: Move) -> Answer:
    try:
        import_string(move.path.replace(":", "."))(**move.call)
    except Refusal as refused:
        return Answer(409, code=refused.code, reason="the clock needs none")
    except Exception as error:
        return Answer(500, error=repr(error))
    return Answer(200)


def environ_of(move: Move) -> dict[str, Any]:
    """The request as the web server hands it on."""
    factory = RequestFactory(headers={"Cookie": f"csrftoken={TOKEN}; sessionid={move.session}", "X-CSRFToken": TOKEN})
    if move.data is None:
        return factory.get(move.path).environ
    files = {name: SimpleUploadedFile(*given) for name, given in move.files.items()}
    return factory.post(move.path, {**move.data, **files}).environ


def _asked(environ: dict[str, Any]) -> Answer:
    from firstfoot.config.wsgi import application

    said: dict[str, Any] = {}
    broke: list[str] = []

    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        said.update(status=int(status.split(maxsplit=1)[0]), headers={name.lower(): value for name, value in headers})

    def note(**_signal: Any) -> None:
        broke.append(repr(sys.exception()))

    got_request_exception.connect(note)
    try:
        body: Any = application(environ, start)
        page = b"".join(body).decode("utf-8", "replace")
        if hasattr(body, "close"):
            body.close()
    finally:
        got_request_exception.disconnect(note)
    refusal = re.search(r'data-refusal="(\w+)"', page)
    code = refusal[1] if refusal else ""
    alert = re.search(r'role="alert".*?<p>(.*?)</p>', page, re.DOTALL)
    reason = alert[1] if alert else ""
    return Answer(said["status"], said["headers"].get("location", ""), page, code, reason.strip(), "; ".join(broke))


def look(path: str, session: str) -> str:
    """The page as its reader sees it, for what a form holds."""
    answer = _asked(environ_of(Move(path, session)))
    assert answer.status == 200, (path, answer)
    return answer.page


def warm() -> None:
    """Load what every contender would otherwise load by itself; needs no database."""
    from django.template.loader import get_template

    import firstfoot.web
    from firstfoot.config.wsgi import application
    from tests.races import all_races  # noqa: F401

    for folder in Path(firstfoot.web.__path__[0]).glob("*/templates"):
        for path in folder.rglob("*.html"):
            get_template(path.relative_to(folder).as_posix())
    environ = RequestFactory().get("/healthz").environ
    b"".join(application(environ, lambda *_answer: None))  # type: ignore[arg-type, return-value]
