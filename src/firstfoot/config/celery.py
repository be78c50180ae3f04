"""Background work on Celery: the door by which our worker hands a task over, and the app that runs it elsewhere.

Used when TASK_BROKER_URL names a broker. The facts and their runs stay the truth: a message
that is lost is handed over again when its lease is over, and one that comes twice finds nothing to do.
"""
# mypy: disable-error-code="misc"

from __future__ import annotations

import os
from typing import Any

from celery import Celery
from django.conf import settings
from django.tasks import Task, TaskResult, TaskResultStatus
from django.tasks.backends.base import BaseTaskBackend
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firstfoot.config.settings")

app = Celery("firstfoot")
app.conf.update(
    broker_url=settings.TASK_BROKER_URL,
    broker_connection_retry_on_startup=True,
    task_ignore_result=True,  # what became of it stands in the run
    task_acks_late=True,  # a killed worker gives its task back
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    accept_content=["json"],
)


@app.task(name="firstfoot.run")  # type: ignore[untyped-decorator]
def run(path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Run the task of ours that has this path. Raises TypeError for anything that is none."""
    found = import_string(path)
    if not isinstance(found, Task):
        raise TypeError(f"{path} is no task.")
    found.func(*args, **kwargs)


class CeleryBackend(BaseTaskBackend):
    """Hands tasks to the broker; nothing waits for what they give back."""

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any, Any]:
        """Send it. Raises kombu's OperationalError when the broker is away."""
        self.validate_task(task)
        sent = run.apply_async((task.module_path, list(args), dict(kwargs)), retry=False)
        return TaskResult(
            task=task, id=sent.id, status=TaskResultStatus.READY, enqueued_at=None, started_at=None,
            last_attempted_at=None, finished_at=None, args=list(args), kwargs=dict(kwargs), backend=self.alias,
            errors=[], worker_ids=[],
        )  # fmt: skip
