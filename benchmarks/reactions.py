"""Reactions drained by our worker, beside Celery's own loop on the same work; and how soon the worker begins."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.frame import Row

RUNS = 300


def measure(folder: Path) -> list[Row]:
    from firstfoot.reactions.worker import react

    react()
    _again()
    start = time.process_time()
    react()
    ours = RUNS / (time.process_time() - start)
    return [
        Row("reactions drained", ours, "/s of CPU", _celery(), "Celery, memory broker, the same reactions", 0.6, True),
    ]


def _again() -> list[int]:
    """The last runs, waiting anew: their notices and mails are there, so they do all but the insert."""
    from firstfoot.kernel import clock
    from firstfoot.reactions.models import ReactionRun

    ids = list(ReactionRun.objects.order_by("-pk").values_list("pk", flat=True)[:RUNS])
    ReactionRun.objects.filter(pk__in=ids).update(state="waiting", attempts=0, next_try_at=clock.now(), done_at=None)
    return ids


def _celery() -> float:
    """The same runs as messages through a broker in memory and Celery's own worker, alone in this process."""
    from celery import Celery
    from celery.contrib.testing.worker import start_worker

    from firstfoot.reactions.runs import run_reaction

    app = Celery("bench", broker="memory://", backend=None, set_as_current=False)
    app.conf.update(task_ignore_result=True, worker_hijack_root_logger=False)
    done: list[int] = []

    @app.task(name="bench.run")  # type: ignore[untyped-decorator]
    def run(number: int) -> None:
        run_reaction.func(number)
        done.append(number)

    ids = _again()
    with start_worker(app, pool="solo", perform_ping_check=False):
        start = time.process_time()
        for number in ids:
            run.delay(number)
        until = time.monotonic() + 60
        while len(done) < len(ids) and time.monotonic() < until:
            time.sleep(0.01)
        return len(done) / (time.process_time() - start)
