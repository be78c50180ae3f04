"""A process with Django loaded and no connection open, which forks a child for each job and says how it ended.

A child costs a few milliseconds instead of the second that a fresh interpreter
takes, so a process can be killed after each statement. It is forked before any
transaction begins: a child of a writer would keep SQLite's queue.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from tests.faults.dying import Deadly, Watch


@dataclass(frozen=True, slots=True)
class Job:
    """A function of ours to call, in which database, at what time, and where to die."""

    call: str  # "package.module:function"
    kwargs: dict[str, Any]
    database: dict[str, Any]  # what differs in the settings of the connection
    deadly: Deadly = None
    at: datetime | None = None
    settings: dict[str, Any] = field(default_factory=dict)  # other than those of the tests


@dataclass(slots=True)
class Outcome:
    """What a job passed, and how it ended: killed, failed, or with an answer."""

    points: list[str] = field(default_factory=list)
    was_killed: bool = False
    error: str = ""
    answer: Any = None


class Zygote:
    """The test's side: starts the warm process and hands it jobs. `warm` names what else it loads before the first."""

    def __init__(self, warm: str = "") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"from {__name__} import serve; serve({warm!r})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, function: Callable[..., Any], kwargs: dict[str, Any], **how: Any) -> Outcome:
        """Run one job in a child of its own."""
        from django.conf import settings
        from django.db import connection

        call = f"{function.__module__}:{function.__qualname__}"
        how["settings"] = {"STORAGES": settings.STORAGES, **how.get("settings", {})}  # files are where ours are
        job = Job(call=call, kwargs=kwargs, **{"database": {"NAME": connection.settings_dict["NAME"]}, **how})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        _send(self._process.stdin, pickle.dumps(job))
        outcome: Outcome = pickle.loads(_receive(self._process.stdout))
        return outcome

    def close(self) -> None:
        self._process.communicate(timeout=20)


def _send(pipe: BinaryIO, message: bytes) -> None:
    pipe.write(struct.pack("!I", len(message)) + message)
    pipe.flush()


def _receive(pipe: BinaryIO) -> bytes:
    head = pipe.read(4)
    return pipe.read(struct.unpack("!I", head)[0]) if len(head) == 4 else b""


def serve(warm: str = "") -> None:
    """Fork a child for each job until the other side closes."""
    import django
    from django.utils.module_loading import import_string

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    _warm()
    if warm:
        import_string(warm)()
    gc.collect()
    gc.disable()  # a collection in a child would touch, and so copy, all that it shares with us
    gc.freeze()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a job prints is no answer
    while message := _receive(sys.stdin.buffer):
        _send(answers, pickle.dumps(_forked(message)))


def _warm() -> None:
    """Load what every child would otherwise load by itself."""
    from django.template.loader import get_template
    from django.urls import reverse

    import tests.cast  # noqa: F401
    from firstfoot import reactions
    from firstfoot.kernel import clock
    from firstfoot.kernel.money import Money
    from firstfoot.reactions import worker  # noqa: F401
    from firstfoot.reactions.phrases import day_text, money_text

    texts = Path(reactions.__path__[0], "templates")
    for path in texts.rglob("*.*"):
        get_template(path.relative_to(texts).as_posix())
    reverse("people:settings")
    money_text(Money(100, "USD"))
    day_text(clock.now())


def _forked(message: bytes) -> Outcome:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(message, writing)
    os.close(writing)
    with open(reading, encoding="utf-8") as report:
        lines = report.read().splitlines()
    _, status = os.waitpid(child, 0)
    found = Outcome([line for line in lines if line[0] not in "!="], os.WIFSIGNALED(status))
    for line in lines:
        if line.startswith("!"):
            found.error = line[1:]
        if line.startswith("="):
            found.answer = pickle.loads(bytes.fromhex(line[1:]))
    return found


def _work(message: bytes, report: int) -> None:
    """The child: does the job and ends without any clean-up of its parent's."""
    try:
        job: Job = pickle.loads(message)
        answer = _do(job, Watch(report, job.deadly))
        os.write(report, f"={pickle.dumps(answer).hex()}\n".encode() if answer is not None else b"")
    except BaseException as error:
        os.write(report, f"!{type(error).__name__}: {' '.join(str(error).split())}\n".encode())
    finally:
        os._exit(0)


def _do(job: Job, watch: Watch) -> Any:
    from django.db import connections
    from django.test.utils import override_settings
    from django.utils.module_loading import import_string

    from firstfoot.kernel import clock

    connection = connections["default"]
    connection.settings_dict.update(job.database)
    watch.over(connection)
    watch.over_mail()
    with ExitStack() as around:
        if job.at is not None:
            around.enter_context(clock.at(job.at))
        if job.settings:
            around.enter_context(override_settings(**job.settings))
        return import_string(job.call.replace(":", "."))(**job.kwargs)
